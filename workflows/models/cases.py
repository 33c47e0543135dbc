import unicodedata
from datetime import date
from decimal import Decimal
from typing import ClassVar

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from parties import moment
from parties.queries import is_party_of
from parties.status import StatusField
from workflows.models.delegations import Delegation


def search_words(text: str) -> str:
    """Return `text` as bare lower-case words: no accents, no marks inside a number."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = ("".join(c for c in word if c.isalnum()) for word in plain.split())
    return " ".join(word for word in words if word)


# How lists are ordered: rows are walked by key, and a key has no holes.
TERM_KEY = Coalesce("due_on", Value(date.max))
AMOUNT_KEY = Coalesce("amount", Value(Decimal(0)))


class CaseQuerySet(models.QuerySet):
    """Every list of cases starts here, scoped to what its reader may see."""

    def visible_to(self, user):
        """Return what the person may read: everything filed for the office, else what is theirs.

        Theirs is what they began, what is of themselves or of whom they act for, and what somebody
        has let them read.
        """
        if user.has_perm("workflows.view_all_cases"):
            return self.filter(Q(submitted_at__isnull=False) | Q(opened_by=user))
        if not user.is_authenticated:
            return self.none()
        own = Q(opened_by=user) | is_party_of(user, moment.today())
        if user.is_delegate:
            delegations = Delegation.objects.in_force().filter(accepted_by=user)
            own |= Q(pk__in=delegations.filter(case__isnull=False).values("case"))
            parties = delegations.filter(party__isnull=False).values("party")
            own |= Q(submitted_at__isnull=False, applicant__in=parties)
        return self.filter(own)

    def matching(self, text):
        """Return cases whose number, names, codes or protocol begin with every word of `text`."""
        terms = search_words(text).split()[:8]
        if not terms:
            return self
        query = " & ".join(f"{term}:*" for term in terms)
        return self.alias(words=SearchVector("search", config="simple")).filter(
            words=SearchQuery(query, config="simple", search_type="raw")
        )


@pghistory.track(exclude=["search", "history_length", "history_last", "history_head"])
class Case(models.Model):
    """One procedure about one party: the row that every kind of case shares.

    Status moves only through `workflows.engine.apply_transition`. `version` grows with every
    move and every change of hands, so that a page can tell whether it shows what still is.
    """

    KIND: ClassVar[str] = ""

    kind = models.CharField(max_length=30, editable=False)
    call = models.ForeignKey("calls.Call", models.PROTECT, related_name="cases")
    call_version = models.ForeignKey("calls.CallVersion", models.PROTECT, related_name="cases")
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="opened_cases"
    )
    applicant = models.ForeignKey(
        "parties.Party", models.PROTECT, related_name="cases", null=True, blank=True
    )
    representative = models.ForeignKey(
        "parties.Person", models.PROTECT, related_name="represented_cases", null=True, blank=True
    )
    number = models.CharField(_("case number"), max_length=40, unique=True, null=True, blank=True)
    status = StatusField(_("status"), max_length=40, default="draft", protected=True)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="cases_in_charge", null=True
    )
    protocol_in = models.OneToOneField(
        "workflows.ProtocolEntry", models.PROTECT, related_name="+", null=True, blank=True
    )
    submission_key = models.UUIDField(null=True, blank=True, editable=False)
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    # What the case is about as it now stands, in EUR: asked for, proposed, offered, granted.
    amount = models.DecimalField(
        _("amount"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    # Who decides instead of the office that let the term pass, once the applicant asks (PROC-T8).
    substitute = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    single_key = models.CharField(max_length=80, unique=True, null=True, blank=True)
    search = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=moment.now, editable=False)
    # The end of the chain of its history: number of entries, seal of the last, seal of the end.
    history_length = models.PositiveIntegerField(default=0, editable=False)
    history_last = models.CharField(max_length=64, blank=True, editable=False)
    history_head = models.CharField(max_length=64, blank=True, editable=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        indexes = [
            models.Index(
                TERM_KEY,
                "id",
                condition=Q(closed_at__isnull=True, submitted_at__isnull=False),
                name="case_open_due",
            ),
            models.Index(
                fields=["submitted_at", "id"],
                condition=Q(closed_at__isnull=True, submitted_at__isnull=False),
                name="case_open_submitted",
            ),
            models.Index(
                fields=["number", "id"],
                condition=Q(closed_at__isnull=True, submitted_at__isnull=False),
                name="case_open_number",
            ),
            models.Index(
                AMOUNT_KEY,
                "id",
                condition=Q(closed_at__isnull=True, submitted_at__isnull=False),
                name="case_open_amount",
            ),
            models.Index(
                "status",
                TERM_KEY,
                "id",
                condition=Q(closed_at__isnull=True, submitted_at__isnull=False),
                name="case_open_status",
            ),
            models.Index(
                fields=["closed_at", "id"],
                condition=Q(closed_at__isnull=False, submitted_at__isnull=False),
                name="case_closed",
            ),
            models.Index(
                fields=["submitted_at", "id"],
                condition=Q(closed_at__isnull=False, submitted_at__isnull=False),
                name="case_closed_submitted",
            ),
            models.Index(
                AMOUNT_KEY,
                "id",
                condition=Q(closed_at__isnull=False, submitted_at__isnull=False),
                name="case_closed_amount",
            ),
            models.Index(fields=["call", "submitted_at"], name="case_call_submitted"),
            models.Index(fields=["opened_by", "created_at"], name="case_opened_by"),
            GinIndex(SearchVector("search", config="simple"), name="case_search"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(submitted_at__isnull=True)
                | Q(
                    number__isnull=False,
                    protocol_in__isnull=False,
                    applicant__isnull=False,
                    representative__isnull=False,
                ),
                name="submitted_case_has_number_protocol_and_parties",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at__isnull=True) | ~Q(status="draft"),
                name="draft_case_is_not_submitted",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("created_at")),
                name="case_closes_after_it_opens",
            ),
        ]

    def __str__(self):
        return self.number or str(_("Draft {pk}")).format(pk=self.pk)

    def save(self, *args, **kwargs):
        """Write down which kind of case this row belongs to."""
        if not self.kind:
            self.kind = self.KIND
        super().save(*args, **kwargs)

    @property
    def specific(self):
        """The row of this case's own kind, where the fields of its form stand."""
        from workflows.kinds import kind_of  # noqa: PLC0415 (kinds register models of this module)

        if type(self) is kind_of(self).model:
            return self
        return getattr(self, kind_of(self).model._meta.model_name)

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_fsm import transition

from grants import checks, cuts, permissions, ranking, told
from grants.models.awarded import Awarded
from grants.models.changes import Changed
from grants.models.ranked import Ranked
from grants.models.recalled import Recalled
from grants.models.statuses import BEFORE_DECISION, EXAMINED, HOLDING, Status
from grants.models.undoing import Undoing
from parties import moment
from workflows.engine import met
from workflows.examination import against
from workflows.examination.steps import ExaminationSteps
from workflows.models import Case


class ApplicantKind(models.TextChoices):
    """Who asks (co-mantova 14.2)."""

    ASPIRING = "aspiring", _("Person about to start an activity")
    PROFESSIONAL = "professional", _("Self-employed professional")
    ENTERPRISE = "enterprise", _("Enterprise")
    ASSOCIATION = "association", _("Association or third-sector body")


class Employment(models.TextChoices):
    """What a person lives on when they apply."""

    UNEMPLOYED = "unemployed", _("Unemployed")
    EMPLOYED = "employed", _("Employed")
    SELF_EMPLOYED = "self_employed", _("Self-employed")
    STUDENT = "student", _("Student")


def is_granted() -> Q:
    """The condition of rows that hold a grant."""
    return Q(status__in=HOLDING)


@pghistory.track()
class RentContribution(Ranked, Awarded, Changed, Undoing, Recalled, ExaminationSteps, Case):
    """An application for money towards a desk in a qualified space. Amounts in EUR."""

    KIND = "rent_contribution"
    FORM_PAGES = "grants:"
    TRIAL_PAGES = "grants:try_"
    # What the committees of the calls by ranking score (SOC-06).
    SCORED = frozenset({"project", "network"})

    applicant_kind = models.CharField(
        _("kind of applicant"), max_length=14, choices=ApplicantKind.choices, blank=True
    )
    employment = models.CharField(
        _("employment"), max_length=14, choices=Employment.choices, blank=True
    )
    commits_to_vat = models.BooleanField(_("commits to open a VAT number"), default=False)
    space = models.ForeignKey(
        "coworking_registry.Space",
        models.PROTECT,
        related_name="contributions",
        null=True,
        blank=True,
    )
    period_from = models.DateField(_("period from"), null=True, blank=True)
    period_to = models.DateField(_("period to"), null=True, blank=True)
    project = models.TextField(_("project"), blank=True)
    network = models.TextField(_("expected network and collaborations"), blank=True)
    quote_date = models.DateField(_("date of the quotation"), null=True, blank=True)
    vat_is_cost = models.BooleanField(_("VAT cannot be recovered"), default=False)
    other_aid = models.BooleanField(_("other contributions on the same spend"), default=False)
    other_aid_detail = models.TextField(_("which contributions"), blank=True)
    declarations = models.JSONField(_("declarations made"), default=list)
    requested = models.DecimalField(
        _("contribution requested"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    proposed = models.DecimalField(
        _("contribution proposed"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    offered = models.DecimalField(
        _("partial contribution offered"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    granted = models.DecimalField(
        _("contribution granted"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    # Its space was suspended or left the register: what is spent after that day is not admitted.
    spend_until = models.DateField(_("expenses admitted until"), null=True, blank=True)
    # An extension was authorised: the last day to report is this one (REV-03).
    report_until = models.DateField(_("report by"), null=True, blank=True)
    cup = models.CharField(_("CUP"), max_length=15, blank=True)
    cor = models.CharField(_("COR"), max_length=12, blank=True)

    class Meta:
        verbose_name = _("coworking contribution")
        verbose_name_plural = _("coworking contributions")
        constraints = [
            models.CheckConstraint(
                condition=Q(requested__isnull=True) | Q(requested__gt=0),
                name="contribution_requested_positive",
            ),
            models.CheckConstraint(
                condition=Q(granted__isnull=True)
                | Q(granted__gt=0, decided_at__isnull=False, granted__lte=F("proposed")),
                name="contribution_granted_is_positive_decided_and_within_proposed",
            ),
            models.CheckConstraint(
                condition=Q(proposed__isnull=True) | Q(proposed__gt=0),
                name="contribution_proposed_positive",
            ),
            models.CheckConstraint(
                condition=Q(offered__isnull=True) | Q(offered__gt=0, offered__lt=F("proposed")),
                name="contribution_offered_in_part",
            ),
            models.CheckConstraint(
                condition=Q(period_to__isnull=True) | Q(period_to__gte=F("period_from")),
                name="contribution_period_ends_after_it_starts",
            ),
        ]

    @property
    def given_answers(self) -> dict:
        """What was answered to the extra questions of the call, by their codes."""
        answers = self.answers.select_related("question")
        return {answer.question.code: answer.value for answer in answers}

    def get_status_display(self) -> str:
        """Return the status in the reader's language."""
        return str(Status(self.status).label)

    @property
    def grounds(self) -> list:
        """The reasons against what is asked now: the change, while one is, else the application.

        Those of a refusal that was annulled are past.
        """
        asked = self.change_at_hand
        about = asked.pk if asked else None
        return [
            ground
            for ground in self.refusal_grounds.all()
            if not ground.is_past and ground.change_id == about
        ]

    def about_grounds(self) -> dict:
        """A reason told while a change is asked for stands against the change."""
        return {"change": self.change_at_hand}

    @transition(
        field="status",
        source=Status.DRAFT,
        target=Status.SUBMITTED,
        conditions=[met(checks.filing_outcomes)],
        permission=permissions.may_send,
        custom={"starts_flow": "start"},
    )
    def submit(self, by, *, number, protocol, search, single_key, submission_key, due_on):
        """File the application: from here on its content is what was declared."""
        self.number = number
        self.protocol_in = protocol
        self.submitted_at = protocol.registered_at
        self.search = search
        self.single_key = single_key
        self.submission_key = submission_key
        self.due_on = due_on
        self.amount = self.requested

    @transition(
        field="status",
        source=EXAMINED,
        target=Status.ADMISSION_PROPOSED,
        conditions=[
            met(ranking.in_order_outcomes),
            met(checks.admission_outcomes),
            met(cuts.cut_outcomes),
        ],
        permission=permissions.may_propose,
        custom={"concerns": ranking.goes_in_order},
    )
    def propose_admission(self, by, *, amount):
        """Propose to grant `amount`, computed on the spend admitted."""
        self.proposed = self.amount = amount

    @transition(
        field="status",
        source=[Status.ADMISSION_PROPOSED, Status.REFUSAL_PROPOSED, Status.ADMISSIBLE],
        target=Status.UNDER_EXAMINATION,
        conditions=[met(ranking.not_ranked_outcomes)],
        permission=permissions.may_decide,
    )
    def send_back(self, by):
        """Ask for a further examination, with reasons (PROC-10)."""
        self.proposed = None
        self.amount = self.requested

    @transition(
        field="status",
        source=Status.ADMISSION_PROPOSED,
        target=Status.GRANTED,
        conditions=[met(checks.grant_outcomes)],
        permission=permissions.may_decide,
        custom={"closes": True},
    )
    def grant(self, by, *, amount):
        """Grant what was proposed, or what of it the cap across calls leaves (COW-11)."""
        self.granted = self.amount = amount
        self.decided_at = moment.now()
        self.due_on = None

    @transition(
        field="status",
        source=Status.ADMISSION_PROPOSED,
        target=Status.PARTIAL_OFFERED,
        conditions=[met(checks.partial_outcomes)],
        permission=permissions.may_decide,
    )
    def offer_partial(self, by, *, amount, due_on):
        """Offer what is left of the funds (RANK-12)."""
        self.offered = self.amount = amount
        self.due_on = due_on

    @transition(
        field="status",
        source=Status.PARTIAL_OFFERED,
        target=Status.GRANTED,
        conditions=[met(told.offer_told), met(checks.acceptance_outcomes)],
        permission=permissions.is_applicant,
        custom={"closes": True},
    )
    def accept_partial(self, by):
        """Take the part that was offered: the director's act takes effect."""
        self.granted = self.amount = self.offered
        self.decided_at = moment.now()
        self.due_on = None

    @transition(
        field="status",
        source=Status.PARTIAL_OFFERED,
        target=Status.OFFER_ACCEPTED,
        conditions=[met(told.offer_told)],
        permission=permissions.is_applicant,
    )
    def declare_acceptance(self, by, *, due_on):
        """Take the part that was offered, in time, while what the office must hold is not there yet."""
        self.due_on = due_on

    @transition(
        field="status",
        source=Status.OFFER_ACCEPTED,
        target=Status.GRANTED,
        conditions=[met(checks.acceptance_outcomes)],
        permission=permissions.may_examine,
        custom={"closes": True},
    )
    def complete_acceptance(self, by):
        """Let the acceptance take effect, now that all that a grant wants is there (G4)."""
        self.granted = self.amount = self.offered
        self.decided_at = moment.now()
        self.due_on = None

    @transition(
        field="status",
        source=Status.OFFER_ACCEPTED,
        target=Status.UNDER_EXAMINATION,
        permission=permissions.may_examine,
    )
    def examine_accepted(self, by, *, due_on):
        """Examine anew what was accepted: something stands against the party itself (PRE-08)."""
        self.offered = self.proposed = None
        self.amount = self.requested
        self.due_on = due_on

    @transition(
        field="status",
        source=Status.PARTIAL_OFFERED,
        target=Status.WAITING_LIST,
        conditions=[met(told.offer_told)],
        permission=permissions.is_applicant,
    )
    def decline_partial(self, by):
        """Leave the part that was offered and wait for the whole."""
        self.offered = None
        self.due_on = None
        self.amount = self.proposed

    @transition(
        field="status",
        source=Status.PARTIAL_OFFERED,
        target=Status.WAITING_LIST,
        conditions=[met(told.acceptance_term_outcomes)],
        permission=permissions.is_clock_or_examiner,
    )
    def close_offer(self, by):
        """Go on without the acceptance, once its term has passed."""
        self.offered = None
        self.due_on = None
        self.amount = self.proposed

    @transition(
        field="status",
        source=Status.ADMISSION_PROPOSED,
        target=Status.WAITING_LIST,
        conditions=[met(checks.waiting_outcomes)],
        permission=permissions.may_decide,
    )
    def put_on_waiting_list(self, by):
        """Admit without funds: the case waits for money to come free (RANK-17)."""
        self.due_on = None

    @transition(
        field="status",
        source=Status.WAITING_LIST,
        target=Status.ADMISSION_PROPOSED,
        conditions=[met(checks.recall_outcomes)],
        permission=permissions.may_propose,
    )
    def recall_from_waiting_list(self, by, *, due_on):
        """Propose again, now that money has come free: the term starts anew (RANK-13)."""
        self.due_on = due_on
        self.substitute = None

    @transition(
        field="status",
        source=Status.REFUSAL_PROPOSED,
        target=Status.REFUSED,
        conditions=[met(against.refusal_outcomes)],
        permission=permissions.may_decide,
        custom={"closes": True},
    )
    def refuse(self, by):
        """Refuse, with the reasons of the notice (PROC-02, PRE-05)."""
        self.decided_at = moment.now()
        self.due_on = None
        self.single_key = None

    @transition(
        field="status",
        source=BEFORE_DECISION,
        target=Status.WITHDRAWN,
        permission=permissions.is_applicant,
        custom={"closes": True, "ends_flow": True},
    )
    def withdraw(self, by):
        """Take the application back before a decision."""
        self.offered = None
        self.due_on = None
        self.single_key = None

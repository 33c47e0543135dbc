"""Questions that the public list asks of the offers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import (
    BigIntegerField,
    Count,
    DateField,
    DateTimeField,
    IntegerField,
    Prefetch,
    Q,
    QuerySet,
)

from calls.models import Call, CallKind
from internships.models import (
    Candidacy,
    CandidacyStatus,
    HostOffer,
    Internship,
    Interview,
    Month,
    MonthStatus,
    OfferStatus,
    PairingRound,
    PairingRow,
    Slot,
)
from letters.models import Letter
from parties import moment
from parties.models import User
from workflows.paging import Key

# The order of the list, newest first, and how its pages find each other.
CALL_KEYS = (Key("published_at", DateTimeField()), Key("id", BigIntegerField()))
SLOT_KEYS = (Key("starts_at", DateTimeField()), Key("id", BigIntegerField()))
BAN_KEYS = (Key("until", DateField()), Key("id", BigIntegerField()))
AGREEMENT_KEYS = (Key("valid_to", DateField()), Key("id", BigIntegerField()))
PAIRING_KEYS = (Key("place", IntegerField()), Key("id", BigIntegerField()))
LIST_KEYS = (Key("published_on", DateField()), Key("case_ptr_id", BigIntegerField()))


def published_on(day: date) -> QuerySet[HostOffer]:
    """Return the offers in the public list on a day: admitted, and their start not past."""
    return HostOffer.objects.filter(
        status=OfferStatus.PUBLISHED, published_on__lte=day, start_to__gte=day
    )


def found(day: date, filters: Mapping[str, Any]) -> QuerySet[HostOffer]:
    """Return the published offers that every filter keeps, with what the list shows.

    `filters` may hold `q` (words of title, skills and activities), `municipality`, `area`,
    `months` (at most), `allowance` (at least, EUR a month) and `call` (a code).
    """
    offers = published_on(day).select_related("unit", "applicant", "call")
    if words := str(filters.get("q") or "").strip():
        query = SearchQuery(words, config="italian", search_type="websearch")
        vector = SearchVector("title", "skills", "activities", config="italian")
        offers = offers.alias(words=vector).filter(
            Q(words=query) | Q(unit__municipality__iexact=words)
        )
    for name, lookup in (
        ("municipality", "unit__municipality"),
        ("area", "area"),
        ("months", "months__lte"),
        ("allowance", "allowance__gte"),
        ("call", "call__code"),
    ):
        if filters.get(name):
            offers = offers.filter(**{lookup: filters[name]})
    return offers


def municipalities_published(day: date) -> list[str]:
    """Return the municipalities that have a published offer."""
    return list(
        published_on(day)
        .order_by("unit__municipality")
        .values_list("unit__municipality", flat=True)
        .distinct()
    )


def calls_published(day: date) -> list[tuple[str, str]]:
    """Return code and title of the calls that have a published offer."""
    return list(
        published_on(day)
        .order_by("call__code")
        .values_list("call__code", "call__title_it")
        .distinct()
    )


# The order of a party's own list, newest first.
INTERNSHIP_KEYS = (Key("case_ptr_id", BigIntegerField()),)


def internships_of(user: User) -> QuerySet[Internship]:
    """Return the internships in which a person is intern, host, tutor or promoter today.

    The same answer as `permissions.actors_of`, for a list.
    """
    person = getattr(user, "person", None)
    own = Q(offer__opened_by=user)
    if person is not None:
        today = moment.today()
        acting = (
            person.representations.filter(valid_from__lte=today, verified_at__isnull=False)
            .exclude(valid_to__lt=today)
            .values("organisation_id")
        )
        own |= Q(trainee=person) | Q(offer__applicant=person)
        own |= Q(offer__applicant__in=acting) | Q(promoter__party__in=acting)
        own |= Q(
            pk__in=Internship.objects.filter(
                tutors__tax_code=person.tax_code, tutors__ended_on__isnull=True
            ).values("pk")
        )
    return Internship.objects.filter(own, submitted_at__isnull=False).select_related(
        "trainee", "offer__applicant"
    )


def free_slots(case: Candidacy) -> list[Slot]:
    """Return the times still to come to which a candidate may be called: of the call, or of a choice."""
    chosen = case.preferences.filter(dropped="").values("offer")
    return list(
        Slot.objects.filter(call_id=case.call_id, starts_at__gt=moment.now())
        .filter(Q(offer__isnull=True) | Q(offer__in=chosen))
        .exclude(pk__in=_taken_slots())
        .select_related("offer")
        .order_by("starts_at", "pk")
    )


def _taken_slots() -> QuerySet[Any]:
    left = [Interview.State.MOVED, Interview.State.CANCELLED]
    return Interview.objects.exclude(state__in=left).values("slot")


def slots_of(call: Call) -> QuerySet[Slot]:
    """Return the times of a call with who is called to each."""
    interviews = Interview.objects.select_related("candidacy__applicant").order_by("pk")
    return (
        Slot.objects.filter(call=call)
        .select_related("offer__applicant")
        .prefetch_related(Prefetch("interviews", interviews))
        .order_by("starts_at", "pk")
    )


def calls_in_selection() -> QuerySet[Call]:
    """Return the published calls for internships with who waits in them: for a call, for a place.

    `to_call`, `called`, `to_pair` and `to_confirm` count candidacies.
    """
    counted = {
        "to_call": CandidacyStatus.ADMITTED,
        "called": CandidacyStatus.INVITED,
        "to_pair": CandidacyStatus.RANKED,
        "to_confirm": CandidacyStatus.ACCEPTED,
    }
    return Call.objects.filter(kind=CallKind.INTERNSHIP, published_at__isnull=False).annotate(
        **{
            name: Count("cases", filter=Q(cases__candidacy__status=status))
            for name, status in counted.items()
        }
    )


def pairing_rows(made: PairingRound, filters: Mapping[str, Any]) -> QuerySet[PairingRow]:
    """Return the rows of a pairing that every filter keeps: `outcome`, `offer` (a number), `q`."""
    rows = made.rows.select_related("candidacy__applicant", "offer__applicant")
    if filters.get("outcome") == "paired":
        rows = rows.filter(offer__isnull=False)
    if filters.get("outcome") == "reserve":
        rows = rows.filter(offer__isnull=True)
    if filters.get("offer"):
        rows = rows.filter(offer__number=filters["offer"])
    if words := str(filters.get("q") or "").strip():
        rows = rows.filter(
            Q(candidacy__number__icontains=words)
            | Q(candidacy__code__iexact=words)
            | Q(candidacy__applicant__name__icontains=words)
        )
    return rows


# The order of the office's list of months, the earliest first.
MONTH_KEYS = (Key("last_day", DateField()), Key("pk", BigIntegerField()))
# What the office may ask for, beside the statuses of a month.
WAITING, UNDECIDED, UNPAID = "waiting", "undecided", "unpaid"


def months_in(asked: str, day: date) -> QuerySet[Month]:
    """Return the months of the register that are in a status, wait for the office, or are not paid.

    `waiting` are those that the office or the promoter may check or close; `unpaid` those whose
    term to pay is over on a day (R-SAN-01); nothing asked for: all that have begun.
    """
    months = Month.objects.filter(first_day__lte=day).select_related(
        "internship__trainee", "internship__offer__applicant", "allowance"
    )
    unpaid = Q(allowance__amount__gt=0, allowance__paid_on__isnull=True)
    return months.filter(
        {
            WAITING: Q(status__in=[MonthStatus.VALIDATED, MonthStatus.VERIFIED]),
            UNDECIDED: Q(allowance__isnull=False, allowance__amount__isnull=True),
            UNPAID: unpaid & Q(allowance__due_on__lt=day),
        }.get(asked, Q(status=asked) if asked in MonthStatus.values else Q())
    )


def letters_to_parties(case: Internship, parties: Iterable[int]) -> QuerySet[Letter]:
    """Return the letters of an internship that left for some of its parties, the newest first."""
    return (
        Letter.objects.filter(case_id=case.pk, numbered_at__isnull=False, document__isnull=False)
        .exclude(state=Letter.State.WITHDRAWN)
        .filter(deliveries__party__in=list(parties))
        .select_related("document", "protocol")
        .order_by("-pk")
        .distinct()
    )

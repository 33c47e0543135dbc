"""Agreement and plan before they are signed: what they say, and sending them round."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from django.db import transaction

from internships.models import (
    Agreement,
    Deed,
    Internship,
    PlanActivity,
    PlanCompetence,
    Promoter,
    Tutor,
    Unit,
)
from internships.parameters import limits_on
from internships.plans import is_minor
from internships.rules.dates import end_for
from internships.rules.start import CONVENTION, Actor, signers_of_plan
from internships.services.placements.drawing import draw
from internships.services.warned import want_reason
from parties import moment
from parties.models import User
from workflows.engine import apply_transition, hold
from workflows.models import Case

NINE = time(9)
# What an agreement keeps of what was typed, by its own names.
AGREED = (
    "kind",
    "valid_to",
    "several_regions",
    "ruled_by",
    "cover_bearer",
    "safety_bearer",
    "jointly_declared",
    "stamp_asked",
    "stamp_receipt",
)


@dataclass(frozen=True)
class TutorData:
    """A tutor as the papers name them."""

    name: str
    tax_code: str
    email: str
    role: str = ""
    years: int = 0
    skills: str = ""
    substitute: str = ""


@dataclass(frozen=True)
class ConventionData:
    """What the agreement settles between promoter and host (form 4.3)."""

    promoter: Promoter
    tutor: TutorData
    cover_bearer: str = Actor.PROMOTER.value
    safety_bearer: str = Actor.HOST.value
    kind: str = Agreement.Kind.INDIVIDUAL
    valid_to: date | None = None
    several_regions: bool = False
    ruled_by: str = Agreement.Rules.UNIT
    jointly_declared: bool = False
    stamp_asked: bool = False
    stamp_receipt: str = ""


@dataclass(frozen=True)
class FrameworkData:
    """The collective agreement under which an internship goes, and the promoter's tutor for it."""

    agreement: Agreement
    tutor: TutorData


@dataclass(frozen=True)
class PlanData:
    """What the training plan says (form 4.4); minutes for the days from Monday on.

    `activities` are (text, minutes, is green), `competences` (text, EQF level).
    """

    start: date
    months: int
    week: Sequence[int]
    objectives: str
    methods: str
    activities: Sequence[tuple[str, int, bool]]
    competences: Sequence[tuple[str, int]]
    host_tutor: TutorData
    odd_hours: str = ""
    remote_rules: str = ""
    trips: str = ""
    arrives_at: time = NINE
    guardian: str = ""


@transaction.atomic
def send_convention(
    case: Internship,
    *,
    by: User | None,
    data: ConventionData | None = None,
    reason: str = "",
    seen_version: int | None = None,
) -> Internship:
    """Write down what promoter and host agree; draw the agreement, and let it be signed.

    What a rule only warns of wants a `reason`.
    """
    case = _held(case)
    if data is not None:
        case.promoter = data.promoter
        case.agreement = _agreed(case, data)
        case.cover_bearer, case.safety_bearer = data.cover_bearer, data.safety_bearer
        case.save()
        put_tutor(case, Tutor.Side.PROMOTER, data.tutor)
    case = apply_transition(
        case, "send_convention", by=by, reason=reason, seen_version=seen_version
    )
    want_reason(case, reason)
    deed = _put_deed(case, Deed.Kind.CONVENTION, "Convenzione di tirocinio", CONVENTION, by)
    Agreement.objects.filter(internships=case).update(deed=deed)
    return case


@transaction.atomic
def use_framework(
    case: Internship,
    *,
    by: User | None,
    data: FrameworkData | None = None,
    reason: str = "",
    seen_version: int | None = None,
) -> Internship:
    """Go on under a collective agreement: nothing is signed again but the plan (R-DOC-02)."""
    case = _held(case)
    if data is not None:
        # Locked: it may be ended at the same time.
        found = Agreement.objects.select_for_update().get(pk=data.agreement.pk)
        case.agreement, case.promoter_id = found, found.promoter_id
        case.cover_bearer, case.safety_bearer = found.cover_bearer, found.safety_bearer
        case.save()
        put_tutor(case, Tutor.Side.PROMOTER, data.tutor)
    case = apply_transition(case, "use_framework", by=by, reason=reason, seen_version=seen_version)
    want_reason(case, reason)
    return case


@transaction.atomic
def redraw_convention(
    case: Internship, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> Internship:
    """Take the agreement back; whoever has signed it signs the new one."""
    case = apply_transition(
        case, "redraw_convention", by=by, reason=reason, seen_version=seen_version
    )
    _drop(case, [Deed.Kind.CONVENTION])
    return case


@transaction.atomic
def send_plan(
    case: Internship,
    *,
    by: User | None,
    data: PlanData | None = None,
    reason: str = "",
    seen_version: int | None = None,
) -> Internship:
    """Write the training plan down, draw it, and let it be signed; every rule is asked.

    What a rule only warns of wants a `reason`.

    The tutors stay locked until the transaction ends: plans of one tutor are looked at one after
    the other (R-TUT-01, R-TUT-02).
    """
    case = _held(case)
    if data is not None:
        write_plan(case, data)
    lock_place(case)
    case = apply_transition(
        case,
        "send_plan",
        by=by,
        reason=reason,
        seen_version=seen_version,
        ruleset=limits_on(case.start).code,
    )
    want_reason(case, reason)
    order = signers_of_plan(is_minor=is_minor(case))
    _put_deed(case, Deed.Kind.PLAN, "Progetto formativo individuale", order, by)
    return case


@transaction.atomic
def redraw_plan(
    case: Internship, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> Internship:
    """Take the plan back, to change it or to move the first day; all sign the new one (R-DOC-09)."""
    case = apply_transition(case, "redraw_plan", by=by, reason=reason, seen_version=seen_version)
    _drop(case, [Deed.Kind.PLAN])
    return case


def write_plan(case: Internship, data: PlanData) -> None:
    """Write what a plan says into the case and its rows."""
    case.start, case.end = data.start, end_for(data.start, data.months)
    case.week = list(data.week)
    case.objectives, case.methods, case.trips = data.objectives, data.methods, data.trips
    case.odd_hours, case.remote_rules = data.odd_hours, data.remote_rules
    case.guardian_name, case.arrives_at = data.guardian, data.arrives_at
    case.save()
    case.activities.all().delete()
    PlanActivity.objects.bulk_create(
        PlanActivity(internship=case, text=text, minutes=minutes, is_green=is_green)
        for text, minutes, is_green in data.activities
    )
    case.competences.filter(extension=None).delete()
    PlanCompetence.objects.bulk_create(
        PlanCompetence(internship=case, text=text, level=level) for text, level in data.competences
    )
    put_tutor(case, Tutor.Side.HOST, data.host_tutor)


def put_tutor(case: Internship, side: str, data: TutorData) -> Tutor:
    """Write down who is the tutor of a side, in the place of whoever is."""
    tutor = case.tutors.filter(side=side, ended_on__isnull=True).first()
    tutor = tutor or Tutor(internship=case, side=side)
    for name in TutorData.__dataclass_fields__:
        setattr(tutor, name, getattr(data, name))
    tutor.save()
    return tutor


def lock_place(case: Internship) -> None:
    """Lock unit, offer's row and tutors until the transaction ends: whoever promises, counts alone."""
    Unit.objects.select_for_update().get(pk=case.unit_id)
    codes = [one.tax_code for one in case.tutors.all() if one.ended_on is None]
    list(Tutor.objects.select_for_update().filter(tax_code__in=codes).order_by("pk"))


def _agreed(case: Internship, data: ConventionData) -> Agreement:
    """Write down what an agreement says; one that is drawn anew takes the place of the one before."""
    own = case.agreement
    found = own if own is not None and own.deed_id and _is_of(own, case) else Agreement()
    found.host_id, found.promoter = case.host.pk, data.promoter
    for name in AGREED:
        setattr(found, name, getattr(data, name))
    if not found.is_collective:
        found.valid_to = None
    found.save()
    return found


def _is_of(found: Agreement, case: Internship) -> bool:
    return found.deed is not None and found.deed.internship_id == case.pk


def _held(case: Internship) -> Internship:
    """Lock the process, then the case, as everywhere; returns the case as it now stands."""
    hold(case)
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    return Internship.objects.select_related(
        "offer__applicant", "promoter__party", "agreement__deed"
    ).get(pk=case.pk)


def _put_deed(
    case: Internship, kind: str, title: str, signers: Sequence[Actor], by: User | None
) -> Deed:
    deed = Deed.objects.create(
        internship=case,
        kind=kind,
        title=title,
        signers=[actor.value for actor in signers],
        drawn_by=by,
    )
    return draw(deed, by=by)


def _drop(case: Internship, kinds: Sequence[str]) -> None:
    Deed.objects.filter(internship=case, kind__in=kinds, dropped_at__isnull=True).update(
        dropped_at=moment.now()
    )

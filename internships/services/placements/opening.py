"""How an internship begins to exist: a person, an offer, and the days that are thought of."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from internships.models import (
    Condition,
    HostOffer,
    Internship,
    InternshipType,
    PlanActivity,
    PlanCompetence,
    Tutor,
)
from internships.rules.dates import end_for
from internships.rules.recipients import Category
from parties.models import Person, User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.models import ProtocolEntry
from workflows.models.cases import search_words
from workflows.services.protocol import next_entry, register

WORKING_DAYS = 5


@dataclass(frozen=True)
class Opening:
    """What is known of an internship when it is opened; the offer says the rest.

    `months` is that of the offer where it is empty. `evidence` names the document that proves the
    category, of the day `evidence_on`.
    """

    start: date
    months: int | None = None
    category: Category = Category.UNEMPLOYED
    evidence: str = ""
    evidence_on: date | None = None
    in_charge: bool = False
    income_support: bool = False
    needs_permit: bool = False
    permit_to: date | None = None
    permit_renewing: bool = False
    type: str = InternshipType.ORDINARY


@transaction.atomic
def open_internship(
    offer: HostOffer, trainee: Person, *, by: User | None, opening: Opening
) -> Internship:
    """Open the internship of a person on a published offer: case, protocol, flow, all or nothing.

    Called when a candidate accepts a proposal (`by` is the candidate, or None where the clock
    acts), and by an officer for a host that already has its person. The plan begins with what the
    offer says; person and offer stay locked until the transaction ends, so that two hosts that
    propose the same person are looked at one after the other (R-REC-07, R-BAN-01). Places are
    promised later, from the signature of the plan. Raises `TransitionRefused` with the rules that
    do not hold.
    """
    trainee = Person.objects.select_for_update(of=("self",)).get(pk=trainee.pk)
    offer = HostOffer.objects.select_related("call__manager", "call_version", "unit").get(
        pk=offer.pk
    )
    months = opening.months or offer.months
    if months < 1:
        raise TransitionRefused(Refusal.RULE, _("Say how many months the internship lasts."))
    case = Internship.objects.create(
        call=offer.call,
        call_version=offer.call_version,
        opened_by=trainee.user or offer.opened_by,
        applicant=trainee,
        representative=trainee,
        offer=offer,
        trainee=trainee,
        unit_id=offer.unit_id or 0,
        type=opening.type,
        start=opening.start,
        end=end_for(opening.start, months),
        **_from_offer(offer),
    )
    _write_rows(case, offer, opening)
    entry = next_entry(case.call.manager)
    case.number = f"{case.call.code}-TIR-{entry.year}-{entry.number:05d}"
    return apply_transition(
        case,
        "open_internship",
        by=by,
        number=case.number,
        protocol=register(
            entry,
            direction=ProtocolEntry.Direction.INTERNAL,
            subject=f"Tirocinio {case.number} – apertura del fascicolo",
            counterpart=trainee.name,
            case=case,
        ),
        search=search_words(
            f"{case.number} {entry} {entry.number} {trainee.name} {trainee.tax_code} "
            f"{case.host.name} {case.host.tax_code} {offer.number} {case.title} "
            f"{case.unit.municipality}"
        ),
    )


def _from_offer(offer: HostOffer) -> dict[str, object]:
    """Return what the plan takes over from the offer; its hours spread over the working days."""
    each, more = divmod(offer.weekly_minutes, WORKING_DAYS)
    return {
        "title": offer.title,
        "week": [each + more, *[each] * (WORKING_DAYS - 1), 0, 0],
        "contract": offer.contract,
        "contract_minutes": offer.contract_minutes,
        "remote_days": offer.remote_days,
        "remote_rules": offer.remote_rules,
        "allowance": offer.allowance,
        "gives_meals": offer.gives_meals,
        "risk": offer.risk,
        "needs_surveillance": offer.needs_surveillance,
        "equipment": offer.equipment,
    }


def _write_rows(case: Internship, offer: HostOffer, opening: Opening) -> None:
    Condition.objects.create(
        internship=case,
        category=opening.category.value,
        evidence=opening.evidence,
        evidence_on=opening.evidence_on,
        in_charge=opening.in_charge,
        income_support=opening.income_support,
        needs_permit=opening.needs_permit,
        permit_to=opening.permit_to,
        permit_renewing=opening.permit_renewing,
    )
    Tutor.objects.create(
        internship=case,
        side=Tutor.Side.HOST,
        name=offer.tutor_name,
        tax_code=offer.tutor_tax_code,
        email=offer.tutor_email,
        role=offer.tutor_role,
        years=offer.tutor_years,
        skills=offer.tutor_skills,
    )
    PlanActivity.objects.create(internship=case, text=offer.activities[:300])
    PlanCompetence.objects.bulk_create(
        PlanCompetence(internship=case, text=one.text, level=one.level)
        for one in offer.competences.all()
    )

"""What State aid law wants of a grant: the undertaking's room, other aid on the costs, the register (AID, RNA)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from accounting import aid, registered
from accounting.models import AidCheck, AidEntry, AidRegistration
from accounting.rules import OtherAid, aid_fits, cumulation_allowed
from grants import caps
from grants.parameters import RentParameters
from grants.rules import euro
from parties import moment
from workflows.rules import Outcome, Verdict, judge

if TYPE_CHECKING:
    from accounting.rules import Aid
    from grants.models import RentContribution

NOTHING = Decimal("0.00")


def is_aid(case: RentContribution) -> bool:
    """Tell whether a contribution is State aid: it goes to an undertaking (AID-17)."""
    regime = RentParameters.of(case.call_version).aid_regime
    return case.applicant_kind in caps.UNDERTAKINGS and bool(regime)


def is_registered(case: RentContribution) -> bool:
    """Tell whether each grant is written into the register: the measure has its code there (RNA-01)."""
    return is_aid(case) and bool(case.call.aid_code.strip())


def aid_outcomes(case: RentContribution, amount: Decimal | None = None) -> list[Outcome]:
    """The de minimis rule of the single undertaking, where an undertaking asks, and other aid (AID).

    `amount` in EUR is what would be given; what was proposed, or asked for, where nothing is said.
    """
    if not is_aid(case):
        words = "Il contributo non è un aiuto di Stato: non va a un'impresa."
        return [Outcome("AID-17", Verdict.MET, words)]
    today = moment.today()
    law, asked = aid.law_on(today), amount or case.proposed or case.requested or NOTHING
    own = law.regulation(RentParameters.of(case.call_version).aid_regime)
    aids = aids_of(case, law)
    named = {own, *(one.regulation for one in aids)}
    ceilings = {name: one for name, one in law.ceilings.items() if name in named}
    return [*aid_fits(asked, own, today, aids, ceilings), *_cumulation(case, asked)]


def firms_of(case: RentContribution) -> frozenset[str]:
    """Return the codes of the firms that are one undertaking with the applicant today (AID-06)."""
    own = case.applicant.tax_code
    declared = [link.ends(own) for link in case.declared_links.all()]
    return aid.undertaking_of(caps.codes_of(case), moment.today(), declared)


def aids_of(case: RentContribution, law: aid.Law) -> list[Aid]:
    """Return what the undertaking has had, as the register says, or as it says itself until then."""
    declared = (
        []
        if registered.last_check(case, AidCheck.Kind.DE_MINIMIS) is not None
        else [(one.granted_on, one.amount) for one in case.declared_aids.all()]
    )
    return aid.aids_of(firms_of(case), law, but=case.pk, declared=declared)


def registration_outcomes(case: RentContribution, amount: Decimal) -> list[Outcome]:
    """The register was asked, and the aid of `amount` EUR is there (G4); nothing where none goes there."""
    return registered.registration_outcomes(case, amount) if is_registered(case) else []


def change_outcomes(case: RentContribution, amount: Decimal) -> list[Outcome]:
    """A change of amount stands in the register, with its COVAR, before the act that makes it (RNA-07)."""
    if not is_registered(case) or amount == case.granted:
        return []
    found = registered.last_registration(case)
    holds = found is not None and found.kind == AidRegistration.Kind.CHANGE
    return [
        judge(
            "RNA-07",
            holds and found is not None and found.amount == amount,
            yes=f"La variazione è registrata con COVAR {found.code if found else ''}.",
            no=f"Manca il COVAR della variazione a {euro(amount)}: va registrata prima dell'atto.",
            inputs={"importo": amount},
            source="DM 115/2017, art. 9 c. 6-8",
        )
    ]


def _cumulation(case: RentContribution, asked: Decimal) -> list[Outcome]:
    from grants.checks import computed  # noqa: PLC0415 (checks ask these rules)

    rows = AidEntry.objects.filter(case_id=case.pk, same_costs=True).order_by("pk")
    others = [OtherAid(row.authority, row.amount, True, row.intensity_percent) for row in rows]
    return [cumulation_allowed(computed(case).eligible, asked, others)] if others else []

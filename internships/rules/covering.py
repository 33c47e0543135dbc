"""Insurance and accidents beyond the policy itself: what it covers, what it costs, who reports (R-INS)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from workflows.rules import Outcome, Verdict, advise, judge
from workflows.rules.words import cents, euro

SOURCE = "Indirizzi regionali in materia di tirocini; D.P.R. 1124/1965"


@dataclass(frozen=True, slots=True)
class Reporting:
    """When an accident is reported: absences longer than so many days, within so many hours."""

    absence_days: int
    hours: int


def covers_everything(left_out: Collection[str]) -> Outcome:
    """R-INS-02: the policies cover every activity of the plan, also away from the seat."""
    return judge(
        "R-INS-02",
        not left_out,
        yes="Le assicurazioni coprono tutte le attività del progetto, anche fuori sede.",
        no=f"Le assicurazioni non coprono: {', '.join(sorted(left_out))}.",
        inputs={"escluse": ", ".join(sorted(left_out))},
        source=SOURCE,
    )


def premium(
    yearly_least: Decimal, days: int, rate_per_mille: Decimal, working_days: int
) -> Decimal:
    """R-INS-04: an estimate of the premium of INAIL in EUR: least annuity, by days of presence and rate."""
    return cents(yearly_least / working_days * days * rate_per_mille / 1000)


def premium_told(amount: Decimal, days: int, item: str, rate_per_mille: str) -> Outcome:
    """R-INS-04: the estimate in words; whoever bears the insurance pays what INAIL asks."""
    return Outcome(
        "R-INS-04",
        Verdict.MET,
        f"Premio INAIL stimato: {euro(amount)} per {days} giornate previste (voce {item}).",
        {"giornate": days, "tasso per mille": rate_per_mille},
        "D.P.R. 1124/1965; circolare INAIL 16/2014",
    )


def report_due(absence_days: int, limits: Reporting) -> bool:
    """R-INS-05: an accident is reported to INAIL where the absence is longer than so many days."""
    return absence_days > limits.absence_days


def reported_in_time(
    happened: datetime, reported: datetime | None, absence_days: int, limits: Reporting
) -> Outcome:
    """R-INS-05: the accident is reported within the hours of the law; a late report is noted."""
    if not report_due(absence_days, limits):
        return advise(
            "R-INS-05",
            True,
            yes=f"Fino a {limits.absence_days} giorni di assenza basta la comunicazione al promotore.",
            no="",
            inputs={"giorni": absence_days},
            source=SOURCE,
        )
    late = reported is None or (reported - happened).total_seconds() > limits.hours * 3600
    return advise(
        "R-INS-05",
        not late,
        yes=f"L'infortunio è denunciato entro {limits.hours} ore.",
        no=f"L'infortunio con più di {limits.absence_days} giorni di assenza va denunciato "
        f"all'INAIL e all'assicuratore entro {limits.hours} ore.",
        inputs={"infortunio": happened, "denuncia": reported or "", "giorni": absence_days},
        source=SOURCE,
    )


def reporter(bearer: str) -> str:
    """R-INS-06: whoever bears INAIL by the agreement reports the accident."""
    return bearer

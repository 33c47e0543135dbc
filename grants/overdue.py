"""What a grant owed in time and did not bring: its report, the VAT number (REV-04, COW-09).

Time reminds and shows; a person starts the revocation (REV-06).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from calls.models import Parameter
from grants import reporting
from grants.accepting import ASPIRING, acceptance_of, is_accepted
from grants.parameters import RentParameters
from grants.rules import day, euro
from grants.rules.overdue import last_day_tolerated
from parties import moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from grants.models import RentContribution

BATCH = 500


@dataclass(frozen=True)
class Overdue:
    """Why a revocation may be started: what is owed, the cause of the law, the facts, the reason to be told."""

    kind: str
    cause: str
    facts: str
    reason: str


def overdue(case: RentContribution, grace: int | None = None) -> Overdue | None:
    """Return what the beneficiary of a grant has not brought in time; None where all is well.

    Whoever asks of many grants hands on the days of grace, read once.
    """
    if case.status != "granted":
        return None
    return _low_spend(case) or _report(case, grace) or _vat_number(case) or _control(case)


def grace_days() -> int:
    """Return for how many days a late report is waited for, as the law of today has it."""
    return int(Parameter.objects.value("report_reminders", moment.today())["grace_days"])


def last_day_of_report(case: RentContribution, grace: int | None = None) -> date:
    """Return the last day on which a late report is waited for."""
    days = grace_days() if grace is None else grace
    return last_day_tolerated(reporting.due_on(case), days)


def last_day_of_vat_number(case: RentContribution) -> date | None:
    """Return by when an aspiring firm opens its VAT number; None where none is owed (COW-09)."""
    if case.applicant_kind != ASPIRING or case.decided_at is None:
        return None
    days = RentParameters.of(case.call_version).vat_opening_days
    return timezone.localtime(case.decided_at).date() + timedelta(days=days)


def awaited() -> Iterator[RentContribution]:
    """Yield the grants that run, with what this module reads of them."""
    from grants.models import RentContribution  # noqa: PLC0415 (the models name us)

    rows = RentContribution.objects.filter(
        status="granted", acceptance__lapsed_at__isnull=True, acceptance__isnull=False
    ).select_related("call_version", "acceptance", "report", "applicant")
    yield from rows.prefetch_related("controls").order_by("pk").iterator(BATCH)


def _report(case: RentContribution, grace: int | None) -> Overdue | None:
    found = reporting.report_of(case)
    if not is_accepted(case) or (found is not None and found.filed_at is not None):
        return None
    due, last = reporting.due_on(case), last_day_of_report(case, grace)
    if moment.today() <= last:
        return None
    return Overdue(
        "report",
        "not_realised",
        f"Il rendiconto andava presentato entro il {day(due)}. Alla data di oggi, trascorso anche il "
        f"termine di tolleranza del {day(last)} indicato nei solleciti, agli atti del fascicolo non "
        "risulta alcun rendiconto.",
        "Il rendiconto delle spese non è stato presentato nei termini del bando.",
    )


def _vat_number(case: RentContribution) -> Overdue | None:
    found, last = acceptance_of(case), last_day_of_vat_number(case)
    if found is None or last is None or moment.today() <= last:
        return None
    if found.vat_number or case.applicant.vat_number or not is_returned(case):
        return None
    return Overdue(
        "vat_number",
        "duties",
        f"La partita IVA andava aperta e comunicata entro il {day(last)}. Alla data di oggi non risulta "
        "comunicata all'ufficio.",
        "La partita IVA non è stata aperta, o comunicata, nel termine previsto dal bando.",
    )


def is_returned(case: RentContribution) -> bool:
    """Tell whether the deed came back: until then the grant lapses by its own term (REV-01)."""
    found = acceptance_of(case)
    return found is not None and found.returned_at is not None


def _low_spend(case: RentContribution) -> Overdue | None:
    found = reporting.report_of(case)
    if found is None or found.result != "forfeited":
        return None
    floor = RentParameters.of(case.call_version).minimum_realised_percent.normalize()
    return Overdue(
        "low_spend",
        "low_spend",
        f"La verifica del rendiconto ha ammesso una spesa di {euro(found.spend)}, a fronte di "
        f"{euro(found.planned)} ammessi con la concessione.",
        f"La spesa ammessa non raggiunge il {floor:f}% di quella ammessa con la concessione, quota minima "
        "prevista dal bando.",
    )


def _control(case: RentContribution) -> Overdue | None:
    """A control ended with irregularities, and no revocation has weighed them since (DOC-05)."""
    irregular = [one for one in case.controls.all() if one.result == "irregular"]
    found = max(irregular, key=lambda one: one.pk, default=None)
    if found is None or case.annulments.filter(started_at__gte=found.closed_at).exists():
        return None
    words = f"Controllo svolto in data {day(found.on)}: {found.findings}"
    return Overdue("control", "duties", words[:2000], found.conclusion[:2000])

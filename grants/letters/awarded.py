"""The letters of a grant on its way to payment."""

from decimal import Decimal

from coworking_registry.dependants import Stop
from grants.letters.dossier import Dossier
from grants.models import ExpenseReport, RentContribution
from grants.rules import euro
from letters.cases.sending import (
    OWNER,
    decider_role,
    role_of,
    running_term,
    send,
    stated_reason,
)
from letters.models import Letter
from parties import moment
from parties.models import User
from workflows.models import CaseTerm, IntegrationRequest
from workflows.terms import Term
from workflows.terms.italian import length, with_weekday


def send_deed_again(case: RentContribution, *, by: User | None) -> Letter:
    """Ask for the deed of commitment anew, with what is to be mended and by when (REV-01)."""
    return send(case, "deed_again", by=by, role=role_of(case, by))


def send_lapse(case: RentContribution, *, amount: Decimal | None, by: User | None) -> Letter:
    """Tell that the grant has lapsed, as it said it would: the deed has not come back (REV-01)."""
    return send(
        case,
        "acceptance_lapse",
        by=by,
        role=OWNER,
        signer=case.call.procedure_owner,
        given={
            "contributo.concesso": euro(amount) if amount else None,
            "contributo.somma_liberata": euro(amount) if amount else None,
        },
        amount=amount,
    )


def send_report_reminder(case: RentContribution) -> Letter:
    """Remind the beneficiary of the report: by when, with what, and what follows otherwise (REV-01)."""
    return send(case, "report_reminder", by=None, role=OWNER, signer=case.call.procedure_owner)


def send_report_integration(
    case: RentContribution, request: IntegrationRequest, *, by: User | None
) -> Letter:
    """Ask for what is missing in the report, with its term and what silence leads to (SOC-01)."""
    term = running_term(case, CaseTerm.Kind.INTEGRATION)
    rule = Term.from_dict(term.reckoning).rule
    return send(
        case,
        "report_integration",
        by=by,
        role=role_of(case, by),
        given={"motivazione": request.reason, "termine.durata": length(rule.count)},
        starts=[term],
    )


def send_report_outcome(
    case: RentContribution, report: ExpenseReport, *, by: User | None
) -> Letter:
    """Send what the examination of the report came to: the check sheet, or the new amount (AMT-05)."""
    lowered = report.result == ExpenseReport.Result.LOWERED
    reason = stated_reason(Dossier(case, moment.today()).last("approve_report"))
    return send(
        case,
        "redetermination" if lowered else "report_check_sheet",
        by=by,
        role=role_of(case, by),
        given={"motivazione": reason},
        amount=report.final if lowered else None,
    )


def send_space_stopped(case: RentContribution, stopped: Stop, *, by: User | None) -> Letter:
    """Tell the beneficiary that the space was stopped, and until when its expenses count (SPA-27)."""
    return send(
        case,
        "space_stopped",
        by=by,
        role=decider_role(case, by),
        given={
            "spazio.cancellato": stopped.is_final,
            "spazio.spese_fino_al": with_weekday(stopped.until),
        },
    )

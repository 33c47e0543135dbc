"""The letters about what a beneficiary asks after the grant: a change, more time, giving it up (17.1/9, 11.1/15)."""

from decimal import Decimal
from typing import Any

from accounting.models import AidRegistration, Recovery
from grants import reporting
from grants.letters.dossier import Dossier
from grants.models import Change, RentContribution
from grants.rules import euro
from letters import pdf
from letters.cases.examined import answered, heard
from letters.cases.sending import DIRECTOR, OWNER, send
from letters.models import Letter
from parties import moment
from parties.models import User
from parties.roles import Role
from workflows.models import ProtocolEntry
from workflows.terms.italian import italian_date, with_weekday

NOTICE = "change_notice"
REPORT = "la presentazione del rendiconto"


def send_change(case: RentContribution, asked: Change, *, by: User | None) -> Letter:
    """Send the authorisation: what changes, why, what it does to the contribution (REV-02, REV-03)."""
    code = "extension_authorised" if asked.is_extension else "variation_authorised"
    return send(case, code, by=by, role=role_in_change(by), given=of_change(case, asked))


def send_change_refusal(case: RentContribution, asked: Change, *, by: User | None) -> Letter:
    """Send the refusal with its reasons, what was said to each and the answers (PRE-05)."""
    code = "extension_refused" if asked.is_extension else "variation_refused"
    dossier, grounds = Dossier(case, moment.today()), list(asked.grounds.all())
    blocks = answered(dossier, grounds)
    if asked.words:
        blocks.append(pdf.Paragraph(pdf.escape(asked.words)))
    said = heard(dossier, grounds, NOTICE) | {
        "motivi_e_risposte": tuple(blocks),
        # Nothing has moved: the term is what it was.
        "proroga.termine_precedente": with_weekday(reporting.due_on(case)),
    }
    return send(case, code, by=by, role=role_in_change(by), given=of_change(case, asked) | said)


def send_waiver(
    case: RentContribution,
    *,
    entry: ProtocolEntry,
    granted: Decimal,
    freed: Decimal,
    recovery: Recovery | None,
) -> Letter:
    """Acknowledge that a grant was given up: what comes free, what is to be returned (REV-17)."""
    given: dict[str, Any] = {
        "richiesta.data": italian_date(entry.day),
        "richiesta.protocollo": str(entry),
        "contributo.concesso": euro(granted),
        "contributo.somma_liberata": euro(freed) if freed else None,
        "aiuto.cor": case.cor or None,
        "aiuto.covar": _covar(case),
    }
    if recovery is not None:
        given["termine.scadenza"] = with_weekday(recovery.due_on)
    return send(
        case,
        "waiver_acknowledgement",
        by=None,
        role=OWNER,
        signer=case.call.procedure_owner,
        given=given,
        amount=recovery.principal if recovery else freed,
    )


def of_change(case: RentContribution, asked: Change) -> dict[str, Any]:
    """Return what every letter about a change says of it: what was asked, what it comes to."""
    before, after = asked.amount_before or case.granted, asked.amount_after
    due = reporting.due_on(case)
    was = asked.rows[0][1] if asked.is_extension and asked.rows else ""
    lowered = after is not None and before is not None and after < before
    return {
        "richiesta.data": italian_date(asked.asked_on),
        "richiesta.protocollo": str(asked.protocol) if asked.protocol else "—",
        "contributo.concesso": euro(before),
        "variazione.confronto": _compared(asked),
        "variazione.nuovo_importo": euro(after) if lowered and after is not None else None,
        "aiuto.covar": _covar(case) if lowered else None,
        "motivazione": asked.words,
        "proroga.oggetto": REPORT,
        "proroga.termine_precedente": was,
        "proroga.nuovo_termine": with_weekday(due),
        "proroga.rendiconto": None,
    }


def _compared(asked: Change) -> pdf.Table:
    return pdf.Table(
        head=("Voce", "Prima", "Richiesta"),
        rows=tuple((what, before, new) for what, before, new in asked.rows),
        widths=(0.2, 0.4, 0.4),
        row_headers=True,
    )


def _covar(case: RentContribution) -> str | None:
    rows = AidRegistration.objects.filter(case_id=case.pk, kind=AidRegistration.Kind.CHANGE)
    return rows.order_by("-pk").values_list("code", flat=True).first()


def role_in_change(by: User | None) -> str:
    """Return in which capacity somebody answers a change (co-mantova 15.3)."""
    return DIRECTOR if by is not None and Role.DIRECTOR in by.roles else OWNER

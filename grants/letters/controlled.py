"""The papers of controls: minutes of the draw, report of the check, what it came to (DOC-04, DOC-05)."""

from decimal import Decimal
from typing import Any

from grants.models import Control, ControlSample, RentContribution
from grants.rules import euro, percent
from letters import pdf
from letters.cases.sending import OFFICER as EXAMINER
from letters.cases.sending import role_of, send
from letters.compose import name_of, signature
from letters.models import Letter
from letters.services import put_on_record
from letters.vocabulary import Context
from letters.wording import Wording
from letters.writing import write
from parties import moment
from parties.models import User
from workflows.terms.italian import italian_date, with_weekday

OFFICER, CHECKER = "L'incaricato dell'estrazione", "L'incaricato del controllo"
RECORD = "Fascicolo dei controlli"


def write_control_minutes(sample: ControlSample, *, by: User) -> Letter:
    """Put the minutes of a draw on record: seed, classes, list and what was drawn."""
    from grants.services.controls import digest_of  # noqa: PLC0415 (services write these papers)

    call = sample.call
    given: dict[str, Any] = {
        "campione.seme": sample.seed,
        "campione.popolazione": str(len(sample.population)),
        "campione.classi": _classes(sample),
        "campione.estratte": _drawn(sample),
        "campione.impronta": digest_of(sample),
        "firma": signature(OFFICER, by),
    }
    written = write("control_minutes", call, Context(by=by, day=moment.today(), given=given))
    wording = Wording(
        kind=written.template.code,
        subject=written.subject,
        title=written.title,
        text=written.text,
        values=written.values,
        template=written.version,
        release=written.template.release,
        missing=written.lacking,
    )
    return put_on_record(call, wording, by=by, counterpart=RECORD)


def send_control_report(case: RentContribution, control: Control, *, by: User) -> Letter:
    """Send what was found on the spot, with the days to answer it."""
    given = _values(control) | {
        "controllo.risposta_entro": with_weekday(control.answer_until)
        if control.answer_until
        else None
    }
    return send(case, "control_report", by=by, role=_role(case, by), given=given)


def send_control_outcome(case: RentContribution, control: Control, *, by: User) -> Letter:
    """Send what a control came to, and what follows."""
    given = _values(control) | {
        "controllo.irregolare": control.result == Control.Result.IRREGULAR,
        "controllo.risposta": control.answer or None,
        "controllo.risposta_protocollo": str(control.protocol) if control.protocol else None,
        "controllo.conclusione": control.conclusion,
    }
    return send(case, "control_outcome", by=by, role=_role(case, by), given=given)


def _role(case: RentContribution, by: User) -> str:
    """Whoever checked need not be who examined the application."""
    role = role_of(case, by)
    return CHECKER if role == EXAMINER else role


def _values(control: Control) -> dict[str, Any]:
    return {
        "controllo.motivo": control.why,
        "controllo.data": italian_date(control.on) if control.on else None,
        "controllo.luogo": control.place or None,
        "controllo.presenti": control.present or None,
        "controllo.incaricato": name_of(control.by) if control.by else None,
        "controllo.rilievi": control.findings,
        "controllo.irregolare": control.in_order is False,
    }


def _classes(sample: ControlSample) -> pdf.Table:
    drawn = [code for code, _number in sample.drawn]
    return pdf.Table(
        head=("Classe", "Da", "Quota", "Minimo", "Concessioni", "Estratte"),
        rows=tuple(
            (
                row["code"],
                euro(Decimal(row["from"])),
                percent(Decimal(row["share"])),
                str(row["least"]),
                str(row["of"]),
                str(drawn.count(row["code"])),
            )
            for row in sample.strata
        ),
        align=("left", "right", "right", "right", "right", "right"),
        row_headers=True,
    )


def _drawn(sample: ControlSample) -> pdf.Table:
    amounts = {number: (amount, doubt) for number, amount, doubt in sample.population}
    rows = []
    for code, number in sample.drawn:
        amount, doubt = amounts[number]
        rows.append((number, code, euro(Decimal(amount)), "sì" if doubt else "no"))
    return pdf.Table(
        head=("Domanda", "Classe", "Contributo", "Dubbio"),
        rows=tuple(rows),
        align=("left", "left", "right", "left"),
        row_headers=True,
    )

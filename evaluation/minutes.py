"""The minutes of a sitting as a document: who sat, interests, files opened, points and reasons (RANK-18)."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from evaluation import rules
from evaluation.models import (
    Abstention,
    ConflictDeclaration,
    MemberFunction,
    ScoreSheet,
    Sitting,
    Substitution,
)
from letters import pdf
from letters.pdf.content import Block
from parties.models import Body
from workflows.models import ProtocolEntry
from workflows.terms.italian import italian_date

FUNCTIONS = {
    MemberFunction.PRESIDENT: "Presidente",
    MemberFunction.MEMBER: "Componente",
    MemberFunction.SECRETARY: "Segretario",
    MemberFunction.SUBSTITUTE: "Supplente",
}


def draw(sitting: Sitting, entry: ProtocolEntry) -> bytes:
    """Return the minutes of a closed sitting as PDF/A-2a and PDF/UA-1."""
    return pdf.render(compose(sitting, entry))


def compose(sitting: Sitting, entry: ProtocolEntry) -> pdf.Letter:
    """Put the minutes of a sitting together; everything they say is copied into them."""
    committee, call = sitting.committee, sitting.committee.call
    body = call.manager
    return pdf.Letter(
        language="it",
        title=f"Verbale n. {sitting.number} della commissione di valutazione",
        letterhead=letterhead(body),
        reference_lines=(f"Prot. n. {entry.mark}", f"Bando {call.code}"),
        place_and_date=f"{body.municipality}, {italian_date(timezone.localdate(entry.registered_at))}",
        subject=f"verbale n. {sitting.number} della commissione di valutazione",
        blocks=(
            _opening(sitting),
            *_members(sitting),
            *_interests(sitting),
            *_substitutions(sitting),
            *_sheets(sitting),
            *_notes(sitting),
            pdf.Paragraph(
                "La seduta è chiusa il "
                f"{_instant(sitting.closed_at)}. La commissione è stata nominata con "
                f"{pdf.escape(committee.act)}."
            ),
            *_signatures(sitting),
        ),
        created=timezone.localtime(entry.registered_at).isoformat(),
    )


def letterhead(body: Body) -> pdf.Letterhead:
    """Return the head of a document of the committee: the body that runs the call."""
    return pdf.Letterhead(
        body.name,
        unit=body.unit,
        address_lines=(
            f"{body.street}",
            f"{body.postcode} {body.municipality} {body.province}".strip(),
        ),
        contact_lines=tuple(filter(None, (body.phone, body.email, body.pec))),
    )


def _opening(sitting: Sitting) -> Block:
    return pdf.Facts(
        (
            ("Bando", f"{sitting.committee.call.code}, {sitting.committee.call.title_it}"),
            ("Atto di nomina", sitting.committee.act),
            ("Luogo", sitting.place),
            ("Apertura", _instant(sitting.opened_at)),
            ("Chiusura", _instant(sitting.closed_at)),
            (
                "Schede",
                "riservate fino alla chiusura di tutte" if sitting.committee.is_blind else "palesi",
            ),
        )
    )


def _members(sitting: Sitting) -> Iterable[Block]:
    declared = {one.member_id: one for one in sitting.declarations.all()}
    rows = tuple(
        (
            str(member.user),
            FUNCTIONS[MemberFunction(member.function)],
            _declared(declared.get(member.pk)),
        )
        for member in sitting.committee.members.select_related("user")
    )
    yield pdf.Heading("Componenti e dichiarazioni sui conflitti di interesse")
    yield pdf.Table(("Nome", "Funzione", "Dichiarazione"), rows, widths=(30, 18, 52))


def _declared(declaration: ConflictDeclaration | None) -> str:
    if declaration is None:
        return "non presente, nessuna dichiarazione"
    at = timezone.localtime(declaration.at)
    what = "dichiara conflitti" if declaration.has_conflicts else "dichiara di non avere conflitti"
    return f"{what} (L. 241/1990, art. 6-bis), alle {at:%H:%M} del {at:%d/%m/%Y}"


def _interests(sitting: Sitting) -> Iterable[Block]:
    found = (
        Abstention.objects.filter(member__committee=sitting.committee, at__lte=sitting.closed_at)
        .select_related("member__user", "case", "sitting")
        .order_by("case__number", "member")
    )
    if not found:
        yield pdf.Paragraph("Nessun conflitto di interesse dichiarato o rilevato.")
        return
    rows = tuple(
        (
            str(one.case),
            str(one.member.user),
            "dichiarato" if one.source == Abstention.Source.DECLARED else "rilevato dai dati",
            one.reason,
        )
        for one in found
    )
    yield pdf.Heading("Astensioni")
    yield pdf.Paragraph(
        "Chi si astiene non ha aperto né valutato le domande indicate, e non ne conosce le schede."
    )
    yield pdf.Table(("Domanda", "Chi si astiene", "Come", "Motivo"), rows, widths=(20, 24, 18, 38))


def _substitutions(sitting: Sitting) -> Iterable[Block]:
    found = Substitution.objects.filter(
        member__committee=sitting.committee, at__lte=sitting.closed_at
    ).select_related("member__user", "substitute__user", "case")
    if not found:
        return
    rows = tuple(
        (
            str(one.member.user),
            str(one.substitute.user),
            str(one.case) if one.case else "tutte",
            one.reason,
        )
        for one in found.order_by("pk")
    )
    yield pdf.Heading("Sostituzioni")
    yield pdf.Table(("Componente", "Supplente", "Domande", "Motivo"), rows, widths=(24, 24, 20, 32))


def _sheets(sitting: Sitting) -> Iterable[Block]:
    sheets = list(
        ScoreSheet.objects.filter(sitting__committee=sitting.committee)
        .filter(closed_at__range=(sitting.opened_at, sitting.closed_at))
        .select_related("member__user", "case")
        .prefetch_related("scores__criterion")
        .order_by("case__number", "member", "pk")
    )
    yield pdf.Heading("Domande valutate")
    if not sheets:
        yield pdf.Paragraph("In questa seduta nessuna scheda è stata chiusa.")
        return
    case = None
    for sheet in sheets:
        if sheet.case_id != case:
            case = sheet.case_id
            yield pdf.Heading(f"Domanda {sheet.case}", level=3)
        yield from _sheet(sheet)


def _sheet(sheet: ScoreSheet) -> Iterable[Block]:
    scores = sorted(sheet.scores.all(), key=lambda score: score.criterion.position)
    total = sum((score.points for score in scores), Decimal(0))
    rows = tuple(
        (score.criterion.title_it, _points(score.points), score.reason) for score in scores
    )
    reopened = (
        f" La scheda è stata riaperta il {_instant(sheet.superseded_at)}: "
        f"{sheet.superseded_because}"
        if sheet.superseded_at
        else ""
    )
    yield pdf.Table(
        ("Criterio", "Punti", "Motivo"),
        rows,
        align=("left", "right", "left"),
        widths=(30, 10, 60),
        caption=f"{sheet.member.user}: {_points(total)} punti.{reopened}",
        small=True,
    )


def _notes(sitting: Sitting) -> Iterable[Block]:
    if sitting.notes:
        yield pdf.Heading("Discussione")
        for paragraph in sitting.notes.splitlines():
            if paragraph.strip():
                yield pdf.Paragraph(pdf.escape(paragraph.strip()))


def _signatures(sitting: Sitting) -> Iterable[Block]:
    declared = {one.member_id for one in sitting.declarations.all()}
    for member in sitting.committee.members.select_related("user"):
        if member.pk in declared:
            yield pdf.Signature(FUNCTIONS[MemberFunction(member.function)], str(member.user))


def _points(value: Decimal) -> str:
    return rules.points(rules.hundredths(value))


def _instant(at: datetime | None) -> str:
    if at is None:
        return "–"
    local = timezone.localtime(at)
    return f"{italian_date(local.date())}, ore {local:%H:%M}"

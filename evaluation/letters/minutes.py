"""The minutes of a sitting: who sat, interests, files opened, points and reasons, ties (RANK-18)."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from evaluation.gathering import gather
from evaluation.kinds import AGAINST
from evaluation.letters import frame, lists, scored
from evaluation.letters.scored import instant
from evaluation.models import Abstention, ConflictDeclaration, MemberFunction, Sitting, Substitution
from evaluation.queries import draft_ranking, rows_of
from letters import pdf
from letters.models import Letter
from letters.templating import Items
from parties.models import User
from workflows.terms.italian import with_weekday

COMMITTEE = "Commissione di valutazione"
FUNCTIONS = {
    MemberFunction.PRESIDENT: "Presidente",
    MemberFunction.MEMBER: "Componente",
    MemberFunction.SECRETARY: "Segretario",
    MemberFunction.SUBSTITUTE: "Supplente",
}
BLIND, OPEN = "riservate fino alla chiusura di tutte", "palesi"


def write_minutes(sitting: Sitting, *, by: User) -> Letter:
    """Put the minutes of a sitting on record; everything they say is copied into them."""
    call = sitting.committee.call
    gathered = gather(call)
    against = [one for one in gathered.candidates if one.stage == AGAINST]
    given = {
        "seduta.numero": str(sitting.number),
        "seduta.dati": _facts(sitting),
        "seduta.fine": f"{timezone.localtime(sitting.closed_at):%H.%M}",
        **_people(sitting),
        "seduta.astensioni": _interests(sitting),
        "seduta.sostituzioni": _substitutions(sitting),
        **scored.fields(sitting, gathered),
        "seduta.non_ammesse": Items(
            tuple(f"{one.case}: {'; '.join(one.against)}" for one in against)
        ),
        "seduta.discussione": tuple(_notes(sitting)),
        **_ties(sitting),
    }
    return frame.put(call, "committee_minutes", by=by, counterpart=COMMITTEE, given=given)


def _facts(sitting: Sitting) -> pdf.Facts:
    committee = sitting.committee
    opened = timezone.localtime(sitting.opened_at)
    return pdf.Facts(
        (
            ("Seduta", f"n. {sitting.number}, {with_weekday(opened.date())}"),
            ("Luogo", sitting.place),
            ("Apertura", instant(sitting.opened_at)),
            ("Chiusura", instant(sitting.closed_at)),
            ("Schede", BLIND if committee.is_blind else OPEN),
        )
    )


def _people(sitting: Sitting) -> dict[str, Any]:
    """Return who was there, who was not, what each stated, and where they sign."""
    declared = {one.member_id: one for one in sitting.declarations.all()}
    members = list(sitting.committee.members.select_related("user"))
    present = [member for member in members if member.pk in declared]
    roles = {member.pk: FUNCTIONS[MemberFunction(member.function)] for member in members}
    absent = [f"{one} ({roles[one.pk].lower()})" for one in members if one.pk not in declared]
    return {
        "commissione.presenti": Items(tuple(f"{one}, {roles[one.pk].lower()}" for one in present)),
        "commissione.assenti": ", ".join(absent) or None,
        "commissione.numero_presenti": str(sum(one.scores for one in present)),
        "commissione.dichiarazioni": Items(
            tuple(f"{one} {_declared(declared[one.pk])}" for one in present)
        ),
        "commissione.firme": tuple(
            pdf.Signature(roles[member.pk], str(member.user)) for member in present
        ),
    }


def _declared(declaration: ConflictDeclaration) -> str:
    at = timezone.localtime(declaration.at)
    what = "dichiara conflitti" if declaration.has_conflicts else "dichiara di non avere conflitti"
    return f"{what}, alle {at:%H.%M} del {at:%d/%m/%Y}"


def _interests(sitting: Sitting) -> pdf.Table | None:
    found = (
        Abstention.objects.filter(member__committee=sitting.committee, at__lte=sitting.closed_at)
        .select_related("member__user", "case")
        .order_by("case__number", "member")
    )
    rows = tuple(
        (
            str(one.case),
            str(one.member.user),
            "dichiarato" if one.source == Abstention.Source.DECLARED else "rilevato dai dati",
            one.reason,
        )
        for one in found
    )
    if not rows:
        return None
    head = ("Domanda", "Chi si astiene", "Come", "Motivo")
    return pdf.Table(head, rows, widths=(30, 20, 16, 34), row_headers=True)


def _substitutions(sitting: Sitting) -> pdf.Table | None:
    found = Substitution.objects.filter(
        member__committee=sitting.committee, at__lte=sitting.closed_at
    ).select_related("member__user", "substitute__user", "case")
    rows = tuple(
        (
            str(one.member.user),
            str(one.substitute.user),
            str(one.case) if one.case else "tutte",
            one.reason,
        )
        for one in found.order_by("pk")
    )
    if not rows:
        return None
    head = ("Componente", "Supplente", "Domande", "Motivo")
    return pdf.Table(head, rows, widths=(20, 20, 30, 30), row_headers=True)


def _notes(sitting: Sitting) -> Iterator[pdf.Paragraph]:
    for paragraph in sitting.notes.splitlines():
        if paragraph.strip():
            yield pdf.Paragraph(pdf.escape(paragraph.strip()))


def _ties(sitting: Sitting) -> dict[str, Any]:
    """Return which step put equals in order, where the list was put together at this sitting."""
    ranking = draft_ranking(sitting.committee.call)
    if ranking is None or ranking.made_at < sitting.opened_at:
        return {}
    rows = list(rows_of(ranking))
    criteria = list(ranking.call.current_version.criteria.order_by("position"))
    return {
        "graduatoria.pari_merito": lists.ties(rows, criteria),
        "graduatoria.seme": ranking.seed or None,
        "graduatoria.sorteggio": lists.draw(ranking, rows),
    }

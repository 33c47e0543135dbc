"""Final attestation and declaration of attendance: numbered, sealed, checked by their code (R-ATT)."""

from decimal import Decimal
from typing import Any

from internships import during
from internships.letters.placements.deeds import name_of
from internships.letters.placements.sending import all_parties, send
from internships.models import Evidence, Internship
from internships.parameters import limits_on
from internships.rules.attendance import share
from internships.rules.dates import hours
from internships.rules.start import Actor
from letters import pdf
from letters.models import Letter
from letters.templating import Items, Rich, escape
from parties.models import User
from workflows.terms.italian import from_day, italian_date, to_day

HUNDRED = 100


def send_attestation(case: Internship, *, by: User | None) -> Letter:
    """Give the final attestation: what was done, what was learnt, with which proof (T15)."""
    return send(
        case,
        "final_attestation",
        by=by,
        to=all_parties(case),
        given=_common(case)
        | {
            "attestazione.numero": f"{case.number}-A",
            "attestazione.competenze": _competences(case),
        },
    )


def send_statement(case: Internship, *, by: User | None) -> Letter:
    """Give the declaration of attendance: the same, without competences (T16)."""
    said = _common(case)
    said["frequenza.quota"], said["frequenza.dati"] = (
        said.pop("attestazione.quota"),
        said.pop("attestazione.dati"),
    )
    return send(case, "attendance_statement", by=by, to=all_parties(case), given=said)


def _common(case: Internship) -> dict[str, Any]:
    done, planned = during.minutes_of(case)
    percent = share(done, planned) * HUNDRED
    return {
        "attestazione.quota": f"{hours(percent)}%",
        "attestazione.quota_minima": f"{limits_on(case.start).attestation_percent}%",
        "attestazione.dati": _facts(case, done, planned),
        "attestazione.attivita": Items(
            tuple(Rich(escape(one.text)) for one in case.activities.all()), ordered=False
        ),
        "attestazione.firme": (
            pdf.Signature("Per il soggetto promotore", name_of(case, Actor.PROMOTER), ""),
            pdf.Signature("Per il soggetto ospitante", name_of(case, Actor.HOST), ""),
        ),
    }


def _facts(case: Internship, done: int, planned: int) -> pdf.Facts:
    pauses = "; ".join(
        f"{from_day(one.first_day)} {to_day(one.last_day)}" for one in case.suspensions.all()
    )
    tutors = [
        f"{one.name} ({side})"
        for side, one in (
            ("ospitante", case.tutor("host")),
            ("promotore", case.tutor("promoter")),
        )
        if one is not None
    ]
    rows = (
        ("Soggetto ospitante", f"{case.host.name}, {case.unit}"),
        ("Posizione", case.title),
        ("Tipologia", "tirocinio extracurriculare"),
        ("Periodo", f"{from_day(case.start)} {to_day(case.ended_on or case.end)}"),
        ("Sospensioni", pauses),
        ("Ore", f"{_hours(done)} svolte su {_hours(planned)} previste"),
        ("Tutor", ", ".join(tutors)),
    )
    return pdf.Facts(tuple(row for row in rows if row[1]))


def _competences(case: Internship) -> pdf.Table:
    proofs: dict[int, list[Evidence]] = {}
    for one in Evidence.objects.filter(activity__internship=case.pk).order_by("pk"):
        proofs.setdefault(one.competence_id or 0, []).append(one)
    rows = tuple(
        (
            one.text,
            str(one.level),
            _proof(proofs.get(one.pk, []) or proofs.get(0, [])),
        )
        for one in case.competences.all()
    )
    return pdf.Table(
        head=("Competenza", "Livello EQF", "Prova nel dossier"),
        rows=rows,
        widths=(0.5, 0.15, 0.35),
        align=("left", "right", "left"),
        row_headers=True,
    )


def _proof(found: list[Evidence]) -> str:
    said = [f"n. {one.pk} in data {italian_date(one.written_at.date())}" for one in found]
    return "; ".join(said) or "dossier individuale"


def _hours(minutes: int) -> str:
    return hours(Decimal(minutes) / 60)

"""What an addendum to the plan says: what changes, and why (R-DOC-09)."""

from typing import Any

from internships.letters.placements.spans import weekly
from internships.models import Deed, Extension, Variation
from letters import pdf
from workflows.terms.italian import italian_date


def addendum(deed: Deed) -> dict[str, Any]:
    """Return the values that an addendum gives its own paper."""
    extension = Extension.objects.filter(deed=deed).first()
    variation = Variation.objects.filter(deed=deed).first()
    found = extension or variation
    rows = _longer(extension) if extension else _changed(variation) if variation else ()
    return {
        "addendum.modifiche": pdf.Facts(tuple(rows)),
        "addendum.motivo": found.reason.strip() if found else None,
    }


def _longer(asked: Extension) -> list[tuple[str, str]]:
    before = asked.internship.end
    new, old = italian_date(asked.new_end), italian_date(before)
    added = "; ".join(f"{one.text} (livello EQF {one.level})" for one in asked.competences.all())
    return [
        ("Ultimo giorno", f"{new}, al posto del giorno {old}"),
        ("Competenze aggiunte", added or "nessuna: restano quelle del progetto formativo"),
    ]


def _changed(asked: Variation) -> list[tuple[str, str]]:
    rows = []
    if asked.week:
        rows.append(("Orario", weekly(asked.week)))
    if asked.tutor_name:
        rows.append(("Tutor aziendale", f"{asked.tutor_name}, {asked.tutor_email}"))
    return rows

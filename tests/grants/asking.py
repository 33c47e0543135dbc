"""A call that asks more than its kind does: one question of each kind, in a published version."""

from datetime import date, timedelta
from decimal import Decimal

from calls.models import CallVersion, Question
from calls.rules.questions import Column, Condition, Limits, Option, ShownIf
from calls.rules.questions import Question as PlainQuestion
from calls.services import revise
from calls.services.contents import question_fields
from tests.grants import typed
from tests.kept import kept
from tests.office import Office, publish_later
from workflows.services.drafts import save_fields
from workflows.written.rows import add_row

SECTOR = (Option("arte", "Arte", "Art"), Option("bosco", "Bosco"), Option("altro", "Altro"))
QUESTIONS = (
    PlainQuestion("intro", "heading", "Il progetto più da vicino", help_it="Bastano due minuti."),
    PlainQuestion("motto", "text", "Un motto", is_required=True, limits=Limits(characters=40)),
    PlainQuestion(
        "addetti",
        "number",
        "Quanti siete?",
        limits=Limits(minimum=Decimal(1), maximum=Decimal(250), decimals=0),
    ),
    PlainQuestion("risparmi", "money", "Risparmi"),
    PlainQuestion("inizio", "date", "Inizio", limits=Limits(earliest="2026-01-01")),
    PlainQuestion("settore", "choice", "Settore", is_required=True, options=SECTOR),
    PlainQuestion(
        "quale",
        "text",
        "Quale altro settore?",
        is_required=True,
        shown_if=ShownIf((Condition("settore", "is", "altro"),)),
    ),
    PlainQuestion(
        "canali", "choices", "Canali", options=(Option("web", "Rete"), Option("fiere", "Fiere"))
    ),
    PlainQuestion(
        "piano",
        "file",
        "Piano d'impresa",
        is_required=True,
        limits=Limits(accepted=("pdf",), max_bytes=1_000_000),
    ),
    PlainQuestion(
        "beni",
        "lines",
        "Beni da comprare",
        is_required=True,
        columns=(
            Column("che", "text", "Che cosa"),
            Column("prezzo", "money", "Prezzo"),
            Column("quando", "date", "Quando", is_required=False),
        ),
        shown_if=ShownIf((Condition("settore", "is", "arte"),)),
        limits=Limits(rows=2),
    ),
    PlainQuestion(
        "totale",
        "computed",
        "Spesa con i beni",
        formula="somma(beni.prezzo) + spesa",
        limits=Limits(unit="money"),
    ),
    PlainQuestion(
        "vero", "declaration", "Veridicità", help_it="Dichiaro che è tutto vero.", is_required=True
    ),
)
TYPED = {
    "q_motto": "Piano, ma bene",
    "q_addetti": "3",
    "q_risparmi": "1.000,50",
    "q_inizio": "2026-12-24",
    "q_settore": "arte",
    "q_canali": ["fiere", "web"],
    "q_beni-1-che": "Tavolo",
    "q_beni-1-prezzo": "250,00",
    "q_vero": "on",
}
# What is filed of the words above, for the 1.200 EUR of spend that tests type.
FILED = {
    "motto": "Piano, ma bene",
    "addetti": Decimal(3),
    "risparmi": Decimal("1000.50"),
    "inizio": date(2026, 12, 24),
    "settore": "arte",
    "canali": ("fiere", "web"),
    "beni": ({"che": "Tavolo", "prezzo": Decimal("250.00"), "quando": None},),
    "totale": Decimal(1450),
    "vero": True,
}


@kept
def later_version(office: Office, *questions: PlainQuestion, **settings) -> CallVersion:
    """Bring out a version of the office's call that asks these questions and no other."""
    version = revise(office.call, reason="Vogliamo sapere di più")
    version.questions.all().delete()
    Question.objects.bulk_create(
        Question(version=version, position=place, **question_fields(one))
        for place, one in enumerate(questions, 1)
    )
    office.call.refresh_from_db()
    later = office.call.closes_at + timedelta(days=30)
    publish_later(version, by=office.procedure_owner, closes_at=later, **settings)
    office.call.refresh_from_db()
    return version


@kept
def draft(office: Office, user=None, *, plan: bool = True, **changes):
    """A draft with every field typed, the extra ones too, and every file attached."""
    case = typed.draft(office, user)
    add_row(case, "q_beni")
    save_fields(case, TYPED | changes, {})
    if plan:
        typed.attach(case, "q_piano", "piano.pdf")
    return case

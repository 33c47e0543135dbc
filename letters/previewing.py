"""How a wording would read: with examples, or with the values of a real case. Nothing is kept.

What only the letter's number brings, and what an act brings itself, shows as its name in brackets.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from letters import compose, pdf, templating, vocabulary
from letters.faults import Words
from letters.models import Clause, Template
from letters.templating import Value, parse
from letters.uses import Uses
from letters.vocabulary import Context, Vocabulary
from parties import moment
from parties.models import Body, User
from workflows.models import Case
from workflows.terms.italian import italian_date

DRAFT = {"it": "BOZZA – senza protocollo", "en": "DRAFT – without protocol number"}
_ADDRESSEE: dict[str, tuple[str, ...]] = {
    "it": ("Nome o denominazione", "Via e numero", "CAP Comune (Provincia)"),
    "en": ("Name", "Street and number", "Postcode and town"),
}


@dataclass(frozen=True)
class Previewed:
    """A letter as it would be drawn, and the labels of what it could not say of this case."""

    letter: pdf.Letter
    missing: tuple[str, ...] = ()


def preview(
    text: Template | Clause,
    words: Words,
    uses: Uses,
    *,
    language: str,
    by: User,
    case: Case | None = None,
) -> Previewed:
    """Return the letter that a wording would make, today, of a case or of the examples.

    Never raises for what is typed: a tag that cannot be filled is printed as it stands.
    """
    known = uses.vocabulary_of(text)
    day = moment.today()
    values = known.examples(language)
    if case is not None:
        values = _values_of(text, known, case, Context(by=by, day=day, language=language))
    clauses = uses.texts[language]
    parsed = parse(words.text(language))
    subject = templating.words(words.subject(language), values) or str(text)
    letter = pdf.Letter(
        language=language,
        title=subject,
        **_frame(case, day, language),
        subject=compose.bound(subject),
        blocks=compose.bound_blocks(
            templating.blocks(templating.fill(parsed, values, clauses), values)
        ),
        created=moment.now().isoformat(),
    )
    lacking = templating.missing(parsed, values, known.fields, clauses)
    return Previewed(letter, tuple(field.label for field in lacking))


def case_for_preview(text: Template | Clause, uses: Uses, number: str, user: User) -> Case | None:
    """Return the case of a number that the person may see and that the text can be about."""
    codes = [text.vocabulary] if isinstance(text, Template) else []
    if isinstance(text, Clause):
        codes = sorted({one.vocabulary for one in uses.templates_with(text.code)})
    kinds = frozenset[str]().union(*(vocabulary.kinds_of(code) for code in codes))
    found = Case.objects.visible_to(user).filter(number__iexact=number.strip(), kind__in=kinds)
    case = found.first()
    return None if case is None else case.specific


def specimen(body: Body) -> pdf.Letter:
    """Return a letter that shows a body's head, foot and signatures, and says nothing."""
    day = moment.today()
    signing = [compose.signature_of(body, role, None) for role in compose.SIGNS_AS]
    return pdf.Letter(
        language="it",
        title="Esempio di lettera",
        letterhead=compose.letterhead(body, body),
        reference_lines=(DRAFT["it"],),
        place_and_date=f"{body.municipality}, {italian_date(day)}",
        addressee_lines=_ADDRESSEE["it"],
        subject="esempio di lettera",
        blocks=(
            pdf.Paragraph("Qui sta il testo della lettera. Le firme sono quelle dei tre ruoli."),
            *signing,
        ),
        created=moment.now().isoformat(),
    )


def _values_of(
    text: Template | Clause, known: Vocabulary, case: Case, context: Context
) -> dict[str, Value]:
    codes = [text.vocabulary] if isinstance(text, Template) else vocabulary.registered()
    code = next(code for code in codes if case.kind in vocabulary.kinds_of(code))
    found = vocabulary.resolve(code, case, context)
    return {
        name: found[name] if name in found and not _is_absent(field, found) else _named(field)
        for name, field in known.fields.items()
    }


def _is_absent(field: templating.Field, found: Mapping[str, Value]) -> bool:
    return field.from_act and not found[field.name]


def _named(field: templating.Field) -> Value:
    """Return the name of a field in brackets, in the shape of its type."""
    return templating.example(replace(field, example=""))


def _frame(case: Case | None, day: date, language: str) -> dict[str, Any]:
    """Return sender, addressee and date; without a case those of the office that writes most."""
    if case is None:
        body = owner = _writing_body()
        addressee = _ADDRESSEE[language]
    else:
        body, owner = case.call.manager, case.call.owner
        addressee = compose.addressee(case)
    return {
        "letterhead": compose.letterhead(body, owner, language),
        "reference_lines": (DRAFT[language],),
        "place_and_date": f"{body.municipality}, {compose.day_in(language, day)}",
        "addressee_lines": addressee,
    }


def _writing_body() -> Body:
    """Return the body that manages calls: the one whose letters these are."""
    managing = Body.objects.filter(managed_calls__isnull=False).order_by("-managed_calls__pk")
    return managing.first() or Body.objects.order_by("pk").first() or Body(name="—")

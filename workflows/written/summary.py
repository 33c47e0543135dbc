"""A form in words, card by card, as its summary shows it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ui.formats import euro, short_date
from ui.inputs import DayField, MoneyField, read_day, read_number
from workflows.written.base import DraftForm
from workflows.written.declarations import PREFIX

Fact = dict[str, Any]


def card(title: str, slug: str, *facts: list[Fact]) -> dict[str, Any]:
    """Return a card with the page where its subject is mended."""
    return {"title": title, "slug": slug, "facts": [one for some in facts for one in some]}


def fact(label: Any, value: Any) -> Fact:
    """Return a label with its value."""
    return {"label": label, "value": value, "hint": ""}


def facts(form: DraftForm, names: list[str] | None = None) -> list[Fact]:
    """Return the fields of a form that are asked for, in words."""
    chosen = form.fields if names is None else [name for name in names if name in form.fields]
    return [fact(form[name].label, in_words(form, name)) for name in chosen]


def row_facts(rows: list[Any]) -> list[Fact]:
    """Return rows that repeat, each in one line under its `title` and number."""
    return [
        fact(
            f"{row.title} {number}", ", ".join(filter(None, (in_words(row, n) for n in row.fields)))
        )
        for number, row in enumerate(rows, 1)
    ]


def papers(whole: Any) -> list[Fact]:
    """Return the documents that are there or due."""
    return [
        fact(paper.title, ", ".join(file.name for file in paper.files))
        for paper in whole.papers
        if paper.files or paper.is_required
    ]


def declared(whole: Any) -> list[Fact]:
    """Return which statements were made."""
    return [
        fact(one.title, _("Declared") if whole.values.get(PREFIX + one.code) else "")
        for one in whole.statements
    ]


def in_words(form: DraftForm, name: str) -> str:
    """Return what was typed as people read it; what cannot be read stays as it was typed."""
    field, typed = form.fields[name], form.typed(name)
    if isinstance(field, forms.BooleanField):
        return _("Yes") if typed else _("No")
    choices = getattr(field, "choices", None) or getattr(field.widget, "choices", None)
    if choices:
        return str(dict(choices).get(typed, typed)) if typed else ""
    if isinstance(field, DayField):
        day = read_day(typed)
        return short_date(day) if day else typed
    if isinstance(field, MoneyField):
        try:
            return euro(read_number(typed))
        except ValueError:
            return typed
    return typed

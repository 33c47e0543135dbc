"""The steps of a form, and what keeps it from being sent."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from workflows.written.base import DraftForm
from workflows.written.papers import Paper


@dataclass(frozen=True)
class Page:
    """A step of a form; `slug` stands in its address, `rows` are the kinds that repeat on it."""

    slug: str
    title: Promise
    template: str = ""
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Problem:
    """One thing that keeps a form from being sent, and where to mend it."""

    page: Page
    anchor: str
    label: str
    sentence: str


@dataclass(frozen=True)
class Reopened:
    """What an integration request may reopen: fields of one page, each a field of the model."""

    label: Any
    page: str
    fields: tuple[str, ...]


def form_problems(page: Page, forms: list[DraftForm]) -> list[Problem]:
    """Return what is missing or wrong in the forms of a page."""
    problems = []
    for form in forms:
        for name, errors in form.errors.items():
            known = name in form.fields
            anchor = form[name].auto_id if known else "form"
            field = form.fields.get(name)
            label = str(getattr(field, "title", None) or getattr(field, "label", page.title))
            problems += [Problem(page, anchor, label, str(error)) for error in errors]
    return problems


def paper_problems(page: Page, papers: list[Paper], sentence: str) -> list[Problem]:
    """Return the documents that are asked for and not there."""
    return [
        Problem(page, f"doc-{paper.code}", paper.title, sentence)
        for paper in papers
        if paper.is_required and not paper.files
    ]

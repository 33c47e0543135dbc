"""The subjects of a call, in the order in which the designer asks for them."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as now_gettext
from django.utils.translation import gettext_lazy as _

from calls.forms import letters, ranking, rows, subjects
from calls.models import Declaration, Premium, Question
from calls.rules.words import euro, number

# What a row shows of itself, given all the rows of its sort.
Facts = Callable[[Any, list[Any]], list[tuple[Any, str]]]


@dataclass(frozen=True)
class Group:
    """Rows of one sort on the page of a subject: how each is shown, and the form that writes it."""

    name: str
    title: Any
    add_label: Any
    empty: Any
    form: type[forms.Form]
    facts: Facts
    is_ordered: bool = True


@dataclass(frozen=True)
class Subject:
    """One step of the checklist; `hint` says in a line what it is about."""

    slug: str
    title: Any
    hint: Any
    form: Any = None
    groups: tuple[Group, ...] = ()
    # Which usual rows of the office can be added at once.
    usual: str = ""


def _document(row: Any, _rows: list[Any]) -> list[tuple[Any, str]]:
    return [
        (_("Files"), ", ".join(row.accepted).upper()),
        (_("Required"), _yes_no(row.is_required)),
        (_("Essential"), _yes_no(row.is_essential)),
    ]


def _declaration(row: Any, _rows: list[Any]) -> list[tuple[Any, str]]:
    return [(_("Kind"), str(Declaration.Kind(row.kind).label))]


def _criterion(row: Any, _rows: list[Any]) -> list[tuple[Any, str]]:
    return [
        (_("Most points"), number(row.weight)),
        (_("Least points"), number(row.minimum)),
        (_("Guidance"), _yes_no(bool(row.guidance_it.strip()))),
    ]


def _premium(row: Any, _rows: list[Any]) -> list[tuple[Any, str]]:
    gives = {"points": number(row.points), "higher_aid": euro(row.amount)}.get(row.system, "")
    return [
        (_("What holders get"), f"{Premium.System(row.system).label} {gives}".strip()),
        (_("Which premium"), str(Premium.Kind(row.kind).label)),
    ]


def _reserve(row: Any, rows: list[Any]) -> list[tuple[Any, str]]:
    outer = next((one.title_it for one in rows if one.code == row.within), "")
    return [
        (_("Share in percent"), f"{number(row.percent)}%"),
        (_("Part of"), outer or now_gettext("All resources")),
    ]


def _share(row: Any, _rows: list[Any]) -> list[tuple[Any, str]]:
    return [(_("Amount"), euro(Decimal(row.amount)))]


def _question(row: Any, _rows: list[Any]) -> list[tuple[Any, str]]:
    when = now_gettext("on conditions") if row.shown_if else now_gettext("always")
    return [
        (_("Kind"), str(Question.Kind(row.kind).label)),
        (_("Required"), _yes_no(row.is_required)),
        (_("Asked"), when),
    ]


def _yes_no(value: bool) -> str:
    return now_gettext("Yes") if value else now_gettext("No")


QUESTIONS = Group(
    "questions",
    _("Extra questions"),
    _("Add a question"),
    _(
        "The form asks what every call of this kind asks. Add here what only this call wants to know."
    ),
    forms.Form,
    _question,
)
DOCUMENTS = Group(
    "documents",
    _("Documents"),
    _("Add a document"),
    _("No document is asked for yet."),
    rows.DocumentForm,
    _document,
)
DECLARATIONS = Group(
    "declarations",
    _("Declarations"),
    _("Add a declaration"),
    _("No declaration is asked for yet: the privacy notice and the truth are always needed."),
    rows.DeclarationForm,
    _declaration,
)
CRITERIA = Group(
    "criteria",
    _("Criteria"),
    _("Add a criterion"),
    _("There is no criterion yet. A ranking needs them, and their points add up to the total."),
    rows.CriterionForm,
    _criterion,
)
PREMIUMS = Group(
    "premiums",
    _("Premiums"),
    _("Add a premium"),
    _("There is no premium yet: those of the law may be left out for a reason."),
    rows.PremiumForm,
    _premium,
)
RESERVES = Group(
    "reserves",
    _("Reserves"),
    _("Add a reserve"),
    _("No part of the funds is kept for anybody yet."),
    rows.ReserveForm,
    _reserve,
)
SHARES = Group(
    "shares",
    _("Territorial shares"),
    _("Add a share"),
    _("The money is for all together, without shares by province."),
    rows.ShareForm,
    _share,
)

SUBJECTS: tuple[Subject, ...] = (
    Subject(
        "generale",
        _("General"),
        _("Title, bodies, people who answer for it, acts."),
        subjects.GeneralForm,
    ),
    Subject(
        "termini",
        _("Terms"),
        _("When applications open and close, and how long everybody has."),
        subjects.TermsForm,
    ),
    Subject(
        "risorse",
        _("Resources"),
        _("Endowment, State aid, shares by province."),
        subjects.ResourcesForm,
        (SHARES,),
    ),
    Subject("requisiti", _("Requirements"), _("Who may ask."), subjects.RequirementsForm),
    Subject(
        "spesa",
        _("Spend and parameters"),
        _("For what, and how much is given."),
        subjects.SpendForm,
    ),
    Subject(
        "domande",
        _("Extra questions"),
        _("What only this call wants to know, without code."),
        None,
        (QUESTIONS,),
    ),
    Subject(
        "documenti",
        _("Documents"),
        _("What applicants attach."),
        None,
        (DOCUMENTS,),
        "documents",
    ),
    Subject(
        "dichiarazioni",
        _("Declarations"),
        _("What applicants declare, one by one."),
        None,
        (DECLARATIONS,),
        "declarations",
    ),
    Subject(
        "criteri",
        _("Criteria"),
        _("What is scored, up to how many points, by which guidance."),
        subjects.ScoresForm,
        (CRITERIA,),
    ),
    Subject(
        "premialita",
        _("Premiums and reserves"),
        _("Advantages of the law, and money kept for some."),
        subjects.PremiumsForm,
        (PREMIUMS, RESERVES),
        "reserves",
    ),
    Subject(
        "graduatoria",
        _("Order and allocation"),
        _("Ties, how the money is shared out, the last place."),
        ranking.OrderForm,
    ),
    Subject(
        "testi",
        _("Text of the call"),
        _("The thirteen compulsory blocks, from which the text is made."),
        None,
        (),
        "blocks",
    ),
    Subject(
        "lettere",
        _("Letters in use"),
        _("The letters that cases lead to, with a sentence of this call."),
        letters.LettersForm,
    ),
)


def subject_of(slug: str) -> Subject | None:
    """Return a subject by its slug."""
    return next((subject for subject in SUBJECTS if subject.slug == slug), None)


def next_subject(slug: str) -> Subject | None:
    """Return the subject after another one."""
    slugs = [subject.slug for subject in SUBJECTS]
    place = slugs.index(slug) + 1
    return SUBJECTS[place] if place < len(SUBJECTS) else None

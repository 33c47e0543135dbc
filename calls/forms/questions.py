"""The editor of one extra question: what is asked, when, and within which limits."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from calls.forms.answers import MONEY
from calls.forms.options import option_lines, parted, read_options, with_english
from calls.forms.rows import FILE_KINDS, MEGABYTE, MOST_MEGABYTES, code_from
from calls.models import Question
from calls.rules import questions as rules
from calls.rules.formulas import MOST_DECIMALS
from ui.inputs import DayField, ItalianSelect, NumberField, read_day

CONDITIONS = 3
SPARE_COLUMNS = 2
OPERATORS = (
    (rules.IS, _("is")),
    (rules.IS_NOT, _("is not")),
    (rules.AT_LEAST, _("is at least")),
    (rules.AT_MOST, _("is at most")),
    (rules.ANSWERED, _("has an answer")),
    (rules.UNANSWERED, _("has no answer")),
)
# Which of the optional fields each kind has.
OWN_FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("is_required", "characters", "is_long"),
    "number": ("is_required", "minimum", "maximum", "decimals"),
    "money": ("is_required", "minimum", "maximum"),
    "date": ("is_required", "earliest", "latest"),
    "choice": ("is_required", "options"),
    "choices": ("is_required", "options"),
    "file": ("is_required", "accepted", "megabytes"),
    "lines": ("is_required", "rows"),
    "declaration": ("is_required",),
    "heading": (),
    "computed": ("formula", "is_money", "decimals"),
}
EVERY_OWN = frozenset(name for names in OWN_FIELDS.values() for name in names)
# An answer of one line beyond which a text is written in several.
ONE_LINE = 200


class NewQuestionForm(forms.Form):
    """What sort of question comes next, and how it is worded."""

    kind = forms.ChoiceField(label=_("Kind of question"), choices=Question.Kind.choices)
    title_it = forms.CharField(label=_("Question"), max_length=200)


class QuestionForm(forms.Form):
    """One question with all that its kind may have, conditions included."""

    title_it = forms.CharField(label=_("Question"), max_length=200)
    title_en = forms.CharField(label=_("Question in English"), max_length=200, required=False)
    help_it = forms.CharField(
        label=_("Help"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    help_en = forms.CharField(
        label=_("Help in English"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    is_required = forms.BooleanField(label=_("It must be answered"), required=False)
    options = forms.CharField(
        label=_("Answers to choose from"),
        help_text=_("One a line. For English write it after a bar: Sì | Yes."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    characters = forms.IntegerField(label=_("Most characters"), required=False, min_value=1)
    is_long = forms.BooleanField(label=_("Written in several lines"), required=False)
    minimum = NumberField(label=_("Least"), may_be_zero=True, required=False)
    maximum = NumberField(label=_("Most"), may_be_zero=True, required=False)
    decimals = forms.IntegerField(
        label=_("Decimals"), required=False, min_value=0, max_value=MOST_DECIMALS
    )
    earliest = DayField(label=_("Not before"), required=False)
    latest = DayField(label=_("Not after"), required=False)
    rows = forms.IntegerField(
        label=_("Most lines"), required=False, min_value=1, max_value=rules.MOST_ROWS
    )
    accepted = forms.MultipleChoiceField(
        label=_("Accepted files"),
        choices=FILE_KINDS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    megabytes = forms.IntegerField(
        label=_("Most megabytes"), required=False, min_value=1, max_value=MOST_MEGABYTES
    )
    formula = forms.CharField(
        label=_("Formula"),
        help_text=_(
            "Names of questions, numbers, + - × / and parentheses; somma( ), conta( ), min( ; ), "
            "max( ; ), arrotonda( ; )."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "spellcheck": "false"}),
    )
    is_money = forms.BooleanField(label=_("The result is an amount in euro"), required=False)
    mode = forms.ChoiceField(
        label=_("It is asked when"),
        choices=[("all", _("all of these hold")), ("any", _("at least one of these holds"))],
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(
        self,
        data: Any,
        *,
        question: rules.Question,
        others: Sequence[rules.Question],
        known: Sequence[rules.Known],
    ) -> None:
        self.question = question
        self.others = [one for one in others if one.code != question.code]
        self.known = known
        super().__init__(data, initial=_shown(question))
        for name in EVERY_OWN - {*OWN_FIELDS[question.kind]}:
            del self.fields[name]
        if question.kind == "declaration":
            self.fields["title_it"].label = _("Name of the declaration")
            self.fields["help_it"].label = _("What is declared")
            self.fields["help_it"].required = True
        self.conditions = [self._condition(place) for place in range(CONDITIONS)]
        self.columns = self._columns() if question.kind == "lines" else []

    def _condition(self, place: int) -> dict[str, Any]:
        """Add the fields of one condition; return their names."""
        stored = self.question.shown_if.conditions if self.question.shown_if else ()
        condition = stored[place] if place < len(stored) else None
        choices = [
            ("", _("Always")),
            *((one.code, one.title) for one in self.known),
            *((one.code, one.title_it) for one in self.others if one.kind != "heading"),
        ]
        names = {part: f"if-{place}-{part}" for part in ("question", "operator", "value")}
        self.fields[names["question"]] = forms.ChoiceField(
            label=_("Question"), choices=choices, required=False, widget=ItalianSelect
        )
        self.fields[names["operator"]] = forms.ChoiceField(
            label=_("Comparison"), choices=OPERATORS, required=False
        )
        self.fields[names["value"]] = forms.CharField(
            label=_("Value"), max_length=200, required=False
        )
        if condition is not None:
            self.initial[names["question"]] = condition.question
            self.initial[names["operator"]] = condition.operator
            self.initial[names["value"]] = self._value_in_words(condition)
        return {part: self[name] for part, name in names.items()}

    def _columns(self) -> list[dict[str, Any]]:
        """Add the fields of each column, and of some more; return them."""
        kinds = [(kind, Question.Kind(kind).label) for kind in sorted(rules.IN_LINES)]
        stored = list(self.question.columns)
        count = min(max(len(stored) + SPARE_COLUMNS, SPARE_COLUMNS + 1), rules.MOST_COLUMNS)
        rows = []
        for place in range(count):
            column = stored[place] if place < len(stored) else None
            names = {
                "title": f"col-{place}-title",
                "kind": f"col-{place}-kind",
                "is_required": f"col-{place}-required",
                "options": f"col-{place}-options",
            }
            self.fields[names["title"]] = forms.CharField(
                label=_("Column"), max_length=80, required=False
            )
            self.fields[names["kind"]] = forms.ChoiceField(
                label=_("Kind"), choices=kinds, required=False
            )
            self.fields[names["is_required"]] = forms.BooleanField(
                label=_("It must be filled"), required=False
            )
            self.fields[names["options"]] = forms.CharField(
                label=_("Answers, for a choice"),
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            if column is not None:
                self.initial |= {
                    names["title"]: with_english(column.title_it, column.title_en),
                    names["kind"]: column.kind,
                    names["is_required"]: column.is_required,
                    names["options"]: option_lines(column.options),
                }
            else:
                self.initial |= {names["kind"]: "text", names["is_required"]: True}
            rows.append({part: self[name] for part, name in names.items()})
        return rows

    @property
    def main_fields(self) -> list[Any]:
        """The fields of the question itself, in their order."""
        first = ("title_it", "title_en", "help_it", "help_en")
        own = OWN_FIELDS[self.question.kind]
        return [self[name] for name in (*first, *own) if name in self.fields]

    @property
    def names_for_formulas(self) -> list[dict[str, str]]:
        """What a formula may name: numbers asked elsewhere, and columns of numbers."""
        found = [
            {"name": one.code, "title": rules.title_of(one)}
            for one in (*self.known, *self.others)
            if one.kind in rules.NUMERIC
        ]
        for one in self.others:
            found += [
                {
                    "name": f"somma({one.code}.{column.code})",
                    "title": f"{one.title_it}: {column.title_it}",
                }
                for column in one.columns
                if column.kind in rules.NUMERIC
            ]
        return found

    def clean(self) -> dict[str, Any]:
        """Judge the question among the others, with its conditions and its formula."""
        if self.errors:
            return self.cleaned_data
        known = {one.code for one in (*self.known, *self.others)}
        for place in range(CONDITIONS):
            name = self.cleaned_data.get(f"if-{place}-question")
            if name and name not in known:
                self.add_error(f"if-{place}-question", _("This question is no longer there."))
        question = self.read()
        faults = rules.question_faults([*self.others, question], self.known)
        for fault in faults:
            if fault.item == question.code or question.code in _in_loop(fault.sentence, question):
                self.add_error(self._field_of(fault.sentence), ValidationError(fault.sentence))
        return self.cleaned_data

    def _field_of(self, sentence: str) -> str | None:
        if "ormula" in sentence and "formula" in self.fields:
            return "formula"
        return "options" if "risposte" in sentence and "options" in self.fields else None

    def read(self) -> rules.Question:
        """Return the question as plain values, as far as it can be read."""
        data = self.cleaned_data
        kind = self.question.kind
        return rules.Question(
            code=self.question.code,
            kind=kind,
            title_it=data.get("title_it", ""),
            title_en=data.get("title_en", ""),
            help_it=data.get("help_it", ""),
            help_en=data.get("help_en", ""),
            is_required=bool(data.get("is_required")),
            options=read_options(data.get("options", ""), self.question.options),
            columns=self._read_columns(),
            shown_if=self._read_conditions(),
            formula=" ".join(data.get("formula", "").split()),
            limits=self._read_limits(),
        )

    def _read_limits(self) -> rules.Limits:
        data = self.cleaned_data
        characters = data.get("characters")
        if self.question.kind == "text" and characters is None and not data.get("is_long"):
            characters = ONE_LINE
        decimals = data.get("decimals")
        return rules.Limits(
            minimum=data.get("minimum"),
            maximum=data.get("maximum"),
            earliest=_iso(data.get("earliest")),
            latest=_iso(data.get("latest")),
            characters=characters,
            decimals=2 if decimals is None or data.get("is_money") else decimals,
            unit=MONEY if data.get("is_money") else "",
            rows=data.get("rows"),
            accepted=tuple(data.get("accepted") or ()),
            max_bytes=data["megabytes"] * MEGABYTE if data.get("megabytes") else None,
        )

    def _read_conditions(self) -> rules.ShownIf | None:
        data = self.cleaned_data
        found = []
        for place in range(CONDITIONS):
            code = data.get(f"if-{place}-question")
            if code:
                operator = data.get(f"if-{place}-operator") or rules.IS
                typed = data.get(f"if-{place}-value", "")
                found.append(rules.Condition(code, operator, self._value_as_code(code, typed)))
        return rules.ShownIf(tuple(found), data.get("mode") or "all") if found else None

    def _read_columns(self) -> tuple[rules.Column, ...]:
        data, found, taken = self.cleaned_data, [], set()
        stored = list(self.question.columns)
        for place in range(len(self.columns)):
            title, english = parted(data.get(f"col-{place}-title", ""))
            if not title:
                continue
            before = stored[place] if place < len(stored) else None
            code = before.code if before else code_from(title, taken)
            taken.add(code)
            options = read_options(
                data.get(f"col-{place}-options", ""), before.options if before else ()
            )
            kind = data.get(f"col-{place}-kind") or "text"
            found.append(
                rules.Column(
                    code,
                    kind,
                    title,
                    english,
                    bool(data.get(f"col-{place}-required")),
                    options if kind == "choice" else (),
                )
            )
        return tuple(found)

    def _other(self, code: str) -> rules.Question | rules.Known | None:
        return next((one for one in (*self.known, *self.others) if one.code == code), None)

    def _value_as_code(self, code: str, typed: str) -> str:
        """Return the code of the answer that was typed in words; a day as ISO; the rest as it is."""
        other, text = self._other(code), typed.strip()
        for option in getattr(other, "options", ()):
            if text.casefold() in {option.title_it.strip().casefold(), option.code}:
                return option.code
        day = read_day(text) if other is not None and other.kind == "date" else None
        return day.isoformat() if day else text

    def _value_in_words(self, condition: rules.Condition) -> str:
        other = self._other(condition.question)
        for option in getattr(other, "options", ()):
            if option.code == condition.value:
                return option.title_it
        return condition.value


def _in_loop(sentence: str, question: rules.Question) -> set[str]:
    return {question.code} if "in cerchio" in sentence and question.title_it in sentence else set()


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""


def _shown(question: rules.Question) -> dict[str, Any]:
    limits = question.limits
    return {
        "title_it": question.title_it,
        "title_en": question.title_en,
        "help_it": question.help_it,
        "help_en": question.help_en,
        "is_required": question.is_required,
        "options": option_lines(question.options),
        "characters": limits.characters,
        "is_long": limits.characters is None or limits.characters > ONE_LINE,
        "minimum": _written(limits.minimum),
        "maximum": _written(limits.maximum),
        "decimals": limits.decimals,
        "earliest": limits.earliest,
        "latest": limits.latest,
        "rows": limits.rows,
        "accepted": list(limits.accepted),
        "megabytes": limits.max_bytes // MEGABYTE if limits.max_bytes else None,
        "formula": question.formula,
        "is_money": limits.unit == MONEY,
        "mode": question.shown_if.mode if question.shown_if else "all",
    }


def _written(value: Any) -> str:
    return "" if value is None else f"{value.normalize():f}".replace(".", ",")

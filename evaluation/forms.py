"""What the committee's and the ranking's pages ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from evaluation import rules
from evaluation.models import Committee, Member, MemberFunction
from evaluation.services.committees import Seat
from parties import moment
from parties.models import User
from parties.validators import validate_person_tax_code, validate_vat_number

ROWS = "number_of_rows"
FIRST_ROWS, MOST_ROWS = 5, 15


class ActForm(forms.Form):
    """The act that decides: its number and its day."""

    act_number = forms.CharField(
        label=_("Number of the act"),
        max_length=60,
        help_text=_(
            "As it stands in the register of acts, for example “Determinazione n. 12/2026”."
        ),
    )
    act_date = forms.DateField(label=_("Date of the act"), initial=moment.today)


class AppointForm(ActForm):
    """The appointment of a committee: an act and some seats. More rows without script."""

    is_blind = forms.BooleanField(
        label=_("Members see one another's sheets only once all have closed theirs"),
        required=False,
        initial=True,
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, people: QuerySet[User], **kwargs: Any
    ) -> None:
        self.row_count = kwargs.pop("rows", None) or _rows(data)
        super().__init__(data, **kwargs)
        self.fields[ROWS] = forms.IntegerField(
            widget=forms.HiddenInput, initial=self.row_count, required=False
        )
        # One list of people for every row: asked of the database once.
        names = [("", "—"), *((str(one.pk), f"{one} ({one.email})") for one in people)]
        self.people = {str(one.pk): one for one in people}
        for number in range(self.row_count):
            self._add_row(number, names)

    @classmethod
    def retyped(cls, typed: Mapping[str, Any], *, people: QuerySet[User]) -> AppointForm:
        """Return the form with what was typed so far and more rows, nothing judged yet."""
        count = _rows(typed)
        initial = {name: typed[name] for name in typed} | {
            ROWS: count,
            "is_blind": "is_blind" in typed,
        }
        return cls(people=people, rows=count, initial=initial)

    def _add_row(self, number: int, names: list[tuple[str, str]]) -> None:
        label = {"number": number + 1}
        self.fields[f"person_{number}"] = forms.ChoiceField(
            label=_("Person %(number)s") % label, choices=names, required=False
        )
        self.fields[f"function_{number}"] = forms.ChoiceField(
            label=_("Function of person %(number)s") % label,
            choices=[("", "—"), *MemberFunction.choices],
            required=False,
        )
        self.fields[f"tax_code_{number}"] = forms.CharField(
            label=_("Tax code of person %(number)s") % label,
            max_length=16,
            required=False,
            validators=[validate_person_tax_code],
        )
        self.fields[f"vat_number_{number}"] = forms.CharField(
            label=_("VAT number of person %(number)s") % label,
            max_length=11,
            required=False,
            validators=[validate_vat_number],
        )
        for name in ("person", "function", "tax_code"):
            # A row is filled in, or left empty, as a whole.
            self.fields[f"{name}_{number}"].is_one_of_several = True

    def rows(self) -> Iterator[dict[str, Any]]:
        """Return the rows for the template, each with its four fields."""
        for number in range(self.row_count):
            yield {
                "number": number + 1,
                "person": self[f"person_{number}"],
                "function": self[f"function_{number}"],
                "tax_code": self[f"tax_code_{number}"],
                "vat_number": self[f"vat_number_{number}"],
            }

    def own_fields(self) -> list[Any]:
        """Return the fields that are not of a row."""
        return [self["act_number"], self["act_date"], self["is_blind"]]

    def clean(self) -> dict[str, Any]:
        """Ask for the whole of a row of which something is given."""
        cleaned = super().clean() or self.cleaned_data
        for number in range(self.row_count):
            given = {
                name: cleaned.get(f"{name}_{number}")
                for name in ("person", "function", "tax_code")
                if f"{name}_{number}" not in self.errors
            }
            if any(given.values()):
                for name, value in given.items():
                    if not value:
                        self.add_error(f"{name}_{number}", _("Complete this row, or empty it."))
        return cleaned

    def seats(self) -> list[Seat]:
        """Return who is appointed, once the form is valid."""
        return [
            Seat(
                user=self.people[self.cleaned_data[f"person_{number}"]],
                function=self.cleaned_data[f"function_{number}"],
                tax_code=self.cleaned_data[f"tax_code_{number}"].upper(),
                vat_number=self.cleaned_data[f"vat_number_{number}"],
            )
            for number in range(self.row_count)
            if self.cleaned_data.get(f"person_{number}")
        ]


class SubstituteForm(forms.Form):
    """A substitute called in: for whom, for which file or for all, why."""

    member = forms.ModelChoiceField(label=_("Who is replaced"), queryset=Member.objects.none())
    substitute = forms.ModelChoiceField(label=_("By whom"), queryset=Member.objects.none())
    case = forms.ChoiceField(label=_("For which file"), required=False)
    reason = forms.CharField(
        label=_("Reason"), max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(
        self, *args: Any, committee: Committee, files: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        seats = committee.members.select_related("user")
        self.fields["member"].queryset = seats.filter(function__in=["president", "member"])
        self.fields["substitute"].queryset = seats.filter(function="substitute")
        self.fields["case"].choices = [("", _("All of them, from now on")), *files]


class SittingForm(forms.Form):
    """Where the committee sits."""

    place = forms.CharField(
        label=_("Where the committee sits"),
        max_length=160,
        help_text=_("A room, or “online”."),
    )


class CloseSittingForm(forms.Form):
    """What was discussed, in words for the minutes."""

    notes = forms.CharField(
        label=_("What was discussed"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("It goes into the minutes. Points and reasons are put in by themselves."),
    )


class FilesForm(forms.Form):
    """Which of their files a member looks at."""

    SHOWN = (
        ("", _("All files")),
        ("open", _("Still to score")),
        ("closed", _("With my sheet closed")),
    )

    q = forms.CharField(label=_("Number or applicant"), required=False, max_length=80)
    mostra = forms.ChoiceField(label=_("Show"), required=False, choices=SHOWN)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            # Neither "required" nor "optional" says anything of a filter.
            field.is_one_of_several = True

    @property
    def words(self) -> str:
        """What is looked for; empty for everything."""
        return str(self.cleaned_data.get("q", "")).strip()

    @property
    def shows(self) -> str:
        """Files still to score, or with a closed sheet; empty for all."""
        return str(self.cleaned_data.get("mostra", ""))

    def chips(self) -> list[dict[str, Any]]:
        """Return the filters that are on, each in words."""
        said = {"q": self.words, "mostra": str(dict(self.SHOWN).get(self.shows) or "")}
        values = {"q": self.words, "mostra": self.shows}
        return [
            {
                "name": name,
                "value": values[name],
                "label": f"{self.fields[name].label}: {said[name]}",
            }
            for name in said
            if values[name]
        ]


class DeclareForm(forms.Form):
    """One's interests at a sitting: none, or file by file with the reason."""

    none = forms.BooleanField(
        label=_("I have no conflict of interest on any of the files, not even a potential one"),
        required=False,
    )

    def __init__(self, *args: Any, files: list[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.files = files
        for file in files:
            self.fields[f"reason_{file['pk']}"] = forms.CharField(
                label=_("Conflict on %(number)s, %(applicant)s") % file,
                required=False,
                max_length=400,
            )
        for field in self.fields.values():
            # One of them is wanted: neither "required" nor "optional" would be true of it.
            field.is_one_of_several = True

    def rows(self) -> Iterator[dict[str, Any]]:
        """Return the files for the template, each with its field."""
        for file in self.files:
            yield file | {"field": self[f"reason_{file['pk']}"]}

    def conflicts(self) -> dict[int, str]:
        """Return the reasons by the key of the file."""
        return {
            file["pk"]: reason
            for file in self.files
            if (reason := self.cleaned_data.get(f"reason_{file['pk']}", "").strip())
        }

    def clean(self) -> dict[str, Any]:
        """Want one of the two, and not both."""
        cleaned = super().clean() or self.cleaned_data
        has_conflicts = bool(self.conflicts())
        if cleaned.get("none") and has_conflicts:
            self.add_error("none", _("You have written a conflict below: leave this box empty."))
        if not cleaned.get("none") and not has_conflicts:
            self.add_error(
                "none", _("Tick the box, or write the conflict beside the file it is about.")
            )
        return cleaned


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(
        label=_("Reason"), max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )


class SeedForm(forms.Form):
    """What a public draw gave, where the call draws among equals."""

    seed = forms.CharField(
        label=_("Seed of the public draw"),
        max_length=120,
        required=False,
        help_text=_(
            "Only where the call draws: for example the numbers of a lottery drawn that day. "
            "Anybody can repeat the draw with it."
        ),
    )


class ApproveForm(ActForm):
    """The act that approves a list; the digest is the one of the list that the page showed."""

    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)


class ScrollForm(ApproveForm):
    """The act that sends money down the list, and where the money comes from."""

    source = forms.CharField(
        label=_("Where the money comes from"),
        max_length=400,
        help_text=_("For example: waiver of application n. 12, lower final cost, refinancing."),
    )


class RefinanceForm(ActForm):
    """More money for the call."""

    prefix = "refinance"

    amount = forms.DecimalField(
        label=_("How much money comes, in euros"),
        max_digits=14,
        decimal_places=2,
        min_value=Decimal("0.01"),
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )


class WhatIfForm(forms.Form):
    """What would change: endowment, threshold, policy, last place. Nothing is saved."""

    endowment = forms.DecimalField(
        label=_("Endowment, in euros"),
        max_digits=14,
        decimal_places=2,
        min_value=0,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    threshold = forms.DecimalField(
        label=_("Least points in all"),
        max_digits=6,
        decimal_places=2,
        min_value=0,
        required=False,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    policy = forms.ChoiceField(
        label=_("How the money is shared out"),
        choices=[
            (rules.Policy.SCORE, _("In order of score")),
            (rules.Policy.FILING, _("In order of filing")),
            (rules.Policy.PRO_RATA, _("Shared in proportion")),
            (rules.Policy.DRAW, _("By public draw")),
        ],
    )
    last_place = forms.ChoiceField(
        label=_("When the money covers the last one only in part"),
        choices=[
            (rules.LastPlace.PARTIAL, _("Partial grant, if accepted")),
            (rules.LastPlace.SKIP, _("Go on to the next that fits whole")),
            (rules.LastPlace.STOP, _("Stop there")),
        ],
    )
    seed = forms.CharField(label=_("Seed of the public draw"), max_length=120, required=False)


class PremiumForm(forms.Form):
    """Whether a file holds a premium, and by what it is known."""

    is_held = forms.TypedChoiceField(
        label=_("On the day of filing"),
        choices=[("", "—"), ("yes", _("It was held")), ("no", _("It was not held"))],
        coerce=lambda value: value == "yes",
        empty_value=None,
    )
    evidence = forms.CharField(
        label=_("By what it is known"),
        max_length=400,
        help_text=_("The list consulted and its day, or the certificate."),
    )


def _rows(data: Mapping[str, Any] | None) -> int:
    if data is None:
        return FIRST_ROWS
    text = str(data.get(ROWS, ""))
    count = int(text[:3]) if text.isascii() and text.isdigit() else FIRST_ROWS
    return max(1, min(count + 3 * ("more" in data), MOST_ROWS))

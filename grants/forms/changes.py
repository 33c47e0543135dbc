"""What a beneficiary fills in to ask for a change of the grant, one form for each kind (REV-02, REV-03)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coworking_registry.models import Space
from grants import reporting
from grants.models import Change, RentContribution
from grants.services.changes import ChangeData
from parties import moment
from ui.formats import euro, long_date

Kind = Change.Kind


class ChangeForm(forms.Form):
    """Why, for every kind."""

    kind = ""
    use_required_attribute = False

    reason = forms.CharField(
        label=gettext_lazy("Why do you ask for it?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, case: RentContribution, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        self.add_fields()
        self.order_fields([name for name in self.fields if name != "reason"])

    def add_fields(self) -> None:
        """Add what the case itself decides."""

    def said(self) -> ChangeData:
        """Return what is asked, as the service takes it."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "reason"}
        return ChangeData(kind=self.kind, reason=self.cleaned_data["reason"], **data)


class SpaceForm(ChangeForm):
    """Another qualified space."""

    kind = Kind.SPACE.value
    space = forms.ModelChoiceField(
        Space.objects.none(),
        label=gettext_lazy("The new space"),
        help_text=gettext_lazy("Only spaces of the register can be chosen."),
    )

    def add_fields(self) -> None:
        """Offer the spaces qualified today, save the one of the grant."""
        spaces = Space.objects.qualified_on(moment.today()).exclude(pk=self.case.space_id)
        self.fields["space"].queryset = spaces.order_by("name", "pk")


class DaysForm(ChangeForm):
    """A first and a last day."""

    first_day = forms.DateField(label=gettext_lazy("First day"))
    last_day = forms.DateField(label=gettext_lazy("Last day"))

    def clean(self) -> dict[str, Any]:
        """Want the days in their order."""
        data = super().clean() or self.cleaned_data
        first, last = data.get("first_day"), data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day comes before the first one."))
        return data


class PeriodForm(DaysForm):
    """Another period."""

    kind = Kind.PERIOD.value

    def add_fields(self) -> None:
        """Begin with the period of the grant."""
        self.initial.setdefault("first_day", self.case.period_from)
        self.initial.setdefault("last_day", self.case.period_to)


class SuspensionForm(DaysForm):
    """Days on which the desk is not used; they are added at the end."""

    kind = Kind.SUSPENSION.value

    def add_fields(self) -> None:
        """Say what becomes of the days."""
        self.fields["last_day"].help_text = _(
            "The days are added at the end of the period; the contribution stays the same."
        )


class ExtensionForm(ChangeForm):
    """More time for the report, once."""

    kind = Kind.EXTENSION.value
    report_until = forms.DateField(label=gettext_lazy("New last day for the report"))

    def add_fields(self) -> None:
        """Say which day it is now."""
        due = long_date(reporting.due_on(self.case))
        self.fields["report_until"].help_text = _("Now it is {day}.").format(day=due)


class BudgetForm(ChangeForm):
    """Another division of the spend admitted, line by line."""

    kind = Kind.BUDGET.value

    def add_fields(self) -> None:
        """Add a field for each line, with what is admitted now."""
        for line in self.case.lines.all():
            cost = line.plain.cost(with_vat=self.case.vat_is_cost)
            self.fields[f"line_{line.pk}"] = forms.DecimalField(
                label=line.description,
                help_text=_("Admitted now: {amount}").format(amount=euro(cost)),
                initial=cost,
                min_value=0,
                max_digits=12,
                decimal_places=2,
                localize=True,
                widget=forms.TextInput(
                    attrs={"inputmode": "decimal", "class": "ui-short", "data-unit": "€"}
                ),
            )

    def said(self) -> ChangeData:
        """Return the amounts by the keys of their lines."""
        amounts: dict[int, Decimal] = {
            int(name.removeprefix("line_")): value
            for name, value in self.cleaned_data.items()
            if name.startswith("line_")
        }
        return ChangeData(kind=self.kind, reason=self.cleaned_data["reason"], lines=amounts)


FORMS: dict[str, type[ChangeForm]] = {
    "spazio": SpaceForm,
    "periodo": PeriodForm,
    "spesa": BudgetForm,
    "proroga": ExtensionForm,
    "sospensione": SuspensionForm,
}

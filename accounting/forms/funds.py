"""What the accountants' pages ask."""

from collections.abc import Mapping
from itertools import permutations
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounting import workbooks
from accounting.models import Pot
from accounting.queries import EntryFilter
from calls.models import Call
from parties import moment


def move_label(move: str) -> str:
    """Return a pot's name, or "from → to" for two with a hyphen."""
    return " → ".join(str(Pot(pot).label) for pot in move.split("-"))


class EntryFilterForm(forms.Form):
    """Which entries of a ledger to show."""

    move = forms.ChoiceField(label=gettext_lazy("Balance or move"), required=False)
    case = forms.CharField(
        label=gettext_lazy("Case number"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"class": "ui-short", "autocomplete": "off"}),
    )
    since = forms.DateField(label=gettext_lazy("From day"), required=False, widget=forms.DateInput)
    until = forms.DateField(label=gettext_lazy("To day"), required=False, widget=forms.DateInput)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        moves = [f"{source}-{target}" for source, target in permutations(Pot.values, 2)]
        self.fields["move"].choices = [
            ("", _("All")),
            (_("Into or out of"), list(Pot.choices)),
            (_("From one to the other"), [(move, move_label(move)) for move in moves]),
        ]

    def clean(self) -> None:
        """Refuse days in the wrong order."""
        super().clean()
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and since > until:
            self.add_error("until", _("This day comes before the first one."))

    def asked(self) -> EntryFilter:
        """Return the filter; where something is wrong, that part asks for nothing."""
        return EntryFilter(
            **{name: self.cleaned_data[name] for name in self.fields if name in self.cleaned_data}
        )


def read_entry_filter(sent: Mapping[str, str]) -> dict[str, str]:
    """Return the filters that a page sent along with the wish for a workbook."""
    form = EntryFilterForm(sent)
    if not form.is_valid():
        raise ValidationError(_("The filters of the table are not valid."))
    return form.asked().plain()


class EndowmentForm(forms.Form):
    """What a call is to have in all, and the act that says so."""

    endowment = forms.DecimalField(
        label=gettext_lazy("New endowment, in euros"),
        max_digits=14,
        decimal_places=2,
        min_value=0,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "ui-short"}),
    )
    act_number = forms.CharField(
        label=gettext_lazy("Number of the act"),
        max_length=60,
        help_text=gettext_lazy(
            "As it stands in the register of acts, for example “Determinazione n. 12/2026”."
        ),
    )
    act_date = forms.DateField(label=gettext_lazy("Date of the act"), initial=moment.today)
    seen = forms.DecimalField(widget=forms.HiddenInput)


class WorkbookForm(forms.Form):
    """Which workbook, about which call, in which format."""

    kind = forms.ChoiceField(label=gettext_lazy("Workbook"))
    call = forms.ModelChoiceField(
        Call.objects.none(),
        label=gettext_lazy("Call"),
        required=False,
        empty_label=gettext_lazy("All calls"),
    )
    file_format = forms.ChoiceField(
        label=gettext_lazy("Format"),
        choices=[
            ("xlsx", gettext_lazy("Workbook (XLSX), with reconciliation")),
            ("csv", gettext_lazy("Rows alone (CSV, semicolon and decimal comma)")),
        ],
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.code, kind.title) for kind in workbooks.kinds()]
        calls = Call.objects.filter(budget__isnull=False).order_by("code")
        self.fields["call"].queryset = calls
        self.fields["call"].label_from_instance = lambda call: f"{call.code} – {call.title}"

    def clean(self) -> None:
        """Refuse a call for which the workbook is not made, and filters that make no sense."""
        super().clean()
        kind, call = self.cleaned_data.get("kind"), self.cleaned_data.get("call")
        if kind is None:
            return
        chosen = workbooks.kind_of(kind)
        if call and chosen.call_kind and call.kind != chosen.call_kind:
            self.add_error("call", _("This workbook is not made for calls of this kind."))
        self.cleaned_data["filters"] = chosen.read_filters(self.data)

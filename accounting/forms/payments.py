"""What is typed on the way of a payment: proposal, evidence, act, what was suspended."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounting.models import Evidence
from accounting.payables import Payable
from accounting.services.lines import INSTITUTES
from accounting.services.payments import Proposal
from parties import moment
from parties.codes import parse_iban
from parties.validators import validate_iban

FIELDS = {
    "durc": (
        "reference",
        "on",
        "is_regular",
        "inps",
        "inps_iban",
        "inail",
        "inail_iban",
        "building_fund",
        "building_fund_iban",
        "exemption",
    ),
    "enquiry": ("reference", "on", "collector"),
    "publication": ("reference", "on"),
    "payee": ("answer", "on", "reason"),
    "recovery": ("reference", "on", "is_regular"),
}
# Without these a kind of evidence says nothing.
WANTED = {
    "enquiry": ("reference", "on"),
    "publication": ("reference", "on"),
    "payee": ("answer", "on"),
    "recovery": ("reference", "on"),
}


def money(label: Any, **options: Any) -> forms.DecimalField:
    """Return a field for an amount in EUR, with decimal comma."""
    return forms.DecimalField(
        label=label,
        max_digits=12,
        decimal_places=2,
        min_value=0,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "ui-short"}),
        **options,
    )


def account(label: Any) -> forms.CharField:
    """Return a field for the account of an institute; it is paid with F24 where there is none."""
    return forms.CharField(
        label=label,
        max_length=42,
        required=False,
        validators=[validate_iban],
        help_text=gettext_lazy("Leave it empty where it is paid with F24."),
    )


class ProposalForm(forms.Form):
    """What the accounts admit, and where the money goes."""

    report_act = forms.CharField(
        label=gettext_lazy("Act that approves the accounts"), max_length=120
    )
    report_on = forms.DateField(label=gettext_lazy("Accounts approved on"))
    spend = money(gettext_lazy("Spend admitted in the end, in euros"))
    capital_spend = money(
        gettext_lazy("Of which capital goods, in euros"),
        required=False,
        help_text=gettext_lazy("Nothing is withheld on the part that pays for them."),
    )
    cup = forms.CharField(
        label="CUP",
        max_length=15,
        widget=forms.TextInput(attrs={"class": "ui-short", "autocomplete": "off"}),
    )
    iban = forms.CharField(label="IBAN", max_length=42, validators=[validate_iban])
    holder = forms.CharField(label=gettext_lazy("Account holder"), max_length=140)
    holder_code = forms.CharField(
        label=gettext_lazy("Tax code of the account holder"), max_length=16
    )

    def __init__(self, *args: Any, payable: Payable | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        accounts = payable.accounts if payable else None
        if accounts is None:
            return
        given = {
            "report_act": accounts.act,
            "report_on": accounts.on,
            "spend": accounts.spend,
            "capital_spend": accounts.capital_spend,
            "iban": accounts.iban,
            "holder": accounts.holder,
            "holder_code": accounts.holder_code,
        }
        for name, value in given.items():
            # What the approved accounts say is shown, and taken from there whatever is sent.
            self.initial[name] = value
            self.fields[name].disabled = True

    def said(self) -> Proposal:
        """Return the proposal as the service takes it."""
        data = dict(self.cleaned_data)
        data["capital_spend"] = data["capital_spend"] or 0
        return Proposal(**data)


class EvidenceForm(forms.ModelForm):
    """What was found, in the fields of its kind."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Evidence
        fields = (
            "reference",
            "on",
            "is_regular",
            "answer",
            "reason",
            "inps",
            "inps_iban",
            "inail",
            "inail_iban",
            "building_fund",
            "building_fund_iban",
            "collector",
            "exemption",
        )
        localized_fields = ("inps", "inail", "building_fund", "collector")

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        for name in list(self.fields):
            if name not in (*FIELDS[kind], "seen"):
                del self.fields[name]
        for name in ("inps", "inail", "building_fund", "collector"):
            if name in self.fields:
                self.fields[name].required = False
        for name in WANTED.get(kind, ()):
            self.fields[name].required = True
        for name in INSTITUTES:
            # People write accounts with blanks: longer than they are kept.
            if f"{name}_iban" in self.fields:
                self.fields[f"{name}_iban"] = account(self.fields[f"{name}_iban"].label)

    def clean(self) -> dict[str, Any]:
        """Refuse days to come, and a certificate that says neither its day nor why it is not due."""
        data = super().clean() or {}
        if data.get("on") and data["on"] > moment.today():
            self.add_error("on", _("This day has not come yet."))
        if self.kind == "durc" and not data.get("exemption"):
            for name in ("reference", "on"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("Write it, or why no certificate is due."))
        for name in INSTITUTES:
            if data.get(f"{name}_iban"):
                data[f"{name}_iban"] = parse_iban(data[f"{name}_iban"]).normalised
        return data

    def found(self) -> dict[str, Any]:
        """Return what was found, without what was left empty."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name != "seen" and value not in (None, "")
        }


class SuspensionForm(forms.Form):
    """What the collector's order takes of what is suspended; nothing, once its days are over."""

    attached = money(gettext_lazy("What the collector's order takes, in euros"))
    reference = forms.CharField(
        label=gettext_lazy("Number of the order"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Leave it empty where no order has come."),
    )
    on = forms.DateField(label=gettext_lazy("Day"), initial=moment.today)
    iban = account(gettext_lazy("IBAN that the collector has named"))
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def clean_iban(self) -> str:
        """Return the account as it is stored."""
        typed = self.cleaned_data["iban"]
        return parse_iban(typed).normalised if typed else ""


class LiquidationForm(forms.Form):
    """The act that recognises the debt."""

    act_number = forms.CharField(
        label=gettext_lazy("Number of the act"),
        max_length=60,
        help_text=gettext_lazy(
            "As it stands in the register of acts, for example “Determinazione n. 12/2026”."
        ),
    )
    act_date = forms.DateField(label=gettext_lazy("Date of the act"), initial=moment.today)
    seen = forms.IntegerField(widget=forms.HiddenInput)


class WithdrawalForm(forms.Form):
    """Why a payment is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Why is it taken back?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

"""What is typed for the refund of a host: the request, its examination, and acts against it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounting import registered
from accounting.models import AidCheck
from internships import refunding
from internships.forms.placements import WhyForm
from internships.letters.placements import Heard
from internships.services.placements.ending import RevocationData
from internships.services.placements.refunding import ClaimData
from internships.services.placements.registering import RegisterData
from parties import moment
from parties.validators import validate_iban
from ui.inputs import DayField, MoneyField
from workflows.examination.acts import LONG, ActForm

SHORT = {"class": "ui-short", "autocomplete": "off"}


CHECKS = {"aid_check": AidCheck.Kind.AID, "de_minimis_check": AidCheck.Kind.DE_MINIMIS}
REGISTER = (*CHECKS, "checked_on", "cor", "cor_on")


def _code(label: Any, help_text: Any = "") -> forms.RegexField:
    return forms.RegexField(
        r"^\d{1,12}$",
        label=label,
        required=False,
        help_text=help_text,
        widget=forms.TextInput(attrs=SHORT | {"inputmode": "numeric"}),
    )


class ClaimForm(ActForm):
    """The request of a host: where the money goes, other aid, and the signed request (R-PUB-17)."""

    iban = forms.CharField(label="IBAN", max_length=42, validators=[validate_iban])
    holder = forms.CharField(
        label=_("Account holder"),
        max_length=140,
        help_text=_("The account is the host's own: nobody else is paid (PAY-12)."),
    )
    other_aid = MoneyField(
        label=_("Other de minimis aid of the last three years"),
        may_be_zero=True,
        initial=Decimal(0),
        help_text=_("All that the undertaking received from others; zero if none (R-PUB-15)."),
    )
    file = forms.FileField(
        label=_("Signed request"),
        help_text=_("Signed by the legal representative: PDF, p7m, JPEG, PNG; up to 10 MB."),
    )

    def add_fields(self) -> None:
        """Begin with the host's name."""
        self.fields["holder"].initial = self.case.host.name

    def inputs(self) -> dict[str, Any]:
        """Hand the request on."""
        said = self.cleaned_data
        data = ClaimData(said["iban"], said["holder"], said["other_aid"] or Decimal(0))
        return super().inputs() | {"data": data, "upload": said["file"]}


class ExaminationForm(ActForm):
    """What the office found in the request, and the codes of the payment."""

    finding = forms.CharField(
        label=_("What the examination found"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Registers, proofs of payment, communications, plan, final report."),
    )
    cup = forms.CharField(label="CUP", max_length=15, widget=forms.TextInput(attrs=SHORT))
    aid_check = _code(_("VERCOR of the check of aid"))
    de_minimis_check = _code(_("VERCOR of the check of de minimis aid"))
    checked_on = DayField(label=_("Asked on"), required=False, initial=moment.today)
    cor = _code("COR", _("Code under which the refund stands in the national aid register."))
    cor_on = DayField(
        label=_("Registered on"),
        required=False,
        initial=moment.today,
        help_text=_("The grant must follow within the days of the register."),
    )

    def add_fields(self) -> None:
        """Begin with what was found before; ask for the register where the refund is written there."""
        if not refunding.is_registered(self.case):
            for name in REGISTER:
                del self.fields[name]
        else:
            self._show_register()
        asked = getattr(self.case, "refund", None)
        if asked is not None:
            for name in ("finding", "cup"):
                self.fields[name].initial = getattr(asked, name)

    def _show_register(self) -> None:
        for name, kind in CHECKS.items():
            if check := registered.last_check(self.case, kind):
                self.fields[name].initial = check.vercor
                self.fields["checked_on"].initial = check.on
        if found := registered.last_registration(self.case):
            self.fields["cor"].initial, self.fields["cor_on"].initial = found.code, found.on

    def inputs(self) -> dict[str, Any]:
        """Hand the findings on."""
        said: dict[str, Any] = {name: self.cleaned_data[name] for name in ("finding", "cup")}
        if "cor" in self.fields:
            said["register"] = RegisterData(**{name: self.cleaned_data[name] for name in REGISTER})
        return super().inputs() | said


class AgainstForm(WhyForm):
    """An act against a host: the notice that went before, and what was said to it."""

    notice = forms.CharField(
        label=_("Protocol number of the notice"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs=SHORT),
        help_text=_("Of the reasons against (art. 10-bis, Law 241/1990), where it was due."),
    )
    said = forms.CharField(
        label=_("What the host said, and the answer"),
        max_length=LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def inputs(self) -> dict[str, Any]:
        """Hand on why, the notice and what was said."""
        said = self.cleaned_data
        heard = Heard(said["notice"].strip(), said["said"].strip())
        return super().inputs() | {"heard": heard}


class RevocationForm(WhyForm):
    """A revocation: facts, the notice that the procedure began, and what follows (T20)."""

    notice = forms.CharField(
        label=_("Protocol number of the notice that the procedure has begun"),
        max_length=20,
        widget=forms.TextInput(attrs=SHORT),
    )
    said = forms.CharField(
        label=_("What the host said, and the answer"),
        max_length=LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    banned_until = DayField(label=_("No new internships until"), required=False)
    reported = forms.CharField(
        label=_("To whom the facts are reported"),
        max_length=160,
        required=False,
        help_text=_("As the letter says it after “segnalati”: “all'Ispettorato del lavoro”."),
    )

    def inputs(self) -> dict[str, Any]:
        """Hand the revocation on."""
        said = {name: self.cleaned_data[name] for name in RevocationData.__dataclass_fields__}
        return super().inputs() | {"data": RevocationData(**said)}

"""What is asked with the deed of commitment: where the contribution is to be paid (PAY-12)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from grants.accepting import ASPIRING
from grants.models import RentContribution
from grants.services.acceptances import Account
from parties.validators import validate_iban, validate_vat_number


class AccountForm(forms.Form):
    """The account of the beneficiary, and the VAT number of who has just opened one."""

    iban = forms.CharField(
        label="IBAN",
        max_length=42,
        validators=[validate_iban],
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    holder = forms.CharField(label=_("Account holder"), max_length=140)
    holder_code = forms.CharField(
        label=_("Tax code of the account holder"),
        max_length=16,
        help_text=_("The account must be the beneficiary's own: it is checked before payment."),
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "spellcheck": "false"}),
    )
    is_dedicated = forms.BooleanField(
        label=_(
            "The account serves this contribution: what is spent and what is received goes by it."
        )
    )
    vat_number = forms.CharField(
        label=_("VAT number that you have opened"),
        required=False,
        max_length=11,
        validators=[validate_vat_number],
        help_text=_(
            "If you have not opened it yet leave it empty: you can give it with the report."
        ),
        widget=forms.TextInput(attrs={"class": "ui-short", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, case: RentContribution, **kwargs: Any) -> None:
        party = case.applicant
        kwargs.setdefault("initial", {"holder": party.name, "holder_code": party.tax_code})
        super().__init__(*args, **kwargs)
        if case.applicant_kind != ASPIRING:
            del self.fields["vat_number"]

    def account(self) -> Account:
        """Return the account as the service takes it."""
        data = self.cleaned_data
        return Account(
            iban=data["iban"],
            holder=data["holder"],
            holder_code=data["holder_code"],
            is_dedicated=data["is_dedicated"],
            vat_number=data.get("vat_number", ""),
        )

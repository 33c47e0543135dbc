"""What is typed of a payment order, and the file of answers to one."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounting.models import Payment
from accounting.services.lines import NOTHING, due_of
from parties.validators import validate_iban
from ui.formats import euro

# As many as fit a page that is read; the rest stands on the next ones.
MOST_SHOWN = 200
LARGEST_ANSWERS = 10 * 1024 * 1024


class OrderForm(forms.Form):
    """Which payments leave together, from which account, on which day."""

    payments = forms.ModelMultipleChoiceField(
        Payment.objects.none(),
        label=gettext_lazy("Payments"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one payment.")},
    )
    payer_iban = forms.CharField(
        label=gettext_lazy("IBAN of the account that pays"),
        max_length=42,
        validators=[validate_iban],
    )
    payer_bic = forms.RegexField(
        r"^[A-Za-z]{6}[A-Za-z0-9]{2}([A-Za-z0-9]{3})?$",
        label=gettext_lazy("BIC of its bank"),
        required=False,
        widget=forms.TextInput(attrs={"class": "ui-short"}),
    )
    execute_on = forms.DateField(label=gettext_lazy("Day of payment"))

    def __init__(self, *args: Any, after: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = Payment.objects.filter(state="liquidated", pk__gt=after).order_by("pk")
        shown = list(waiting.values_list("pk", flat=True)[: MOST_SHOWN + 1])
        # Where the next page begins; None on the last one.
        self.goes_on = shown[MOST_SHOWN - 1] if len(shown) > MOST_SHOWN else None
        field = self.fields["payments"]
        field.queryset = (
            Payment.objects.filter(state="liquidated", pk__in=shown[:MOST_SHOWN])
            .prefetch_related("lines")
            .order_by("pk")
        )
        field.label_from_instance = _label


def _label(payment: Payment) -> str:
    """Return a payment with what an order would ask for: the net, and what institutes get."""
    due = sum((share.amount for share in due_of(payment)), NOTHING)
    return f"{payment.number} – {payment.beneficiary}, {euro(due)}"


class AnswersForm(forms.Form):
    """A file of answers of the bank or the cashier."""

    file = forms.FileField(
        label=gettext_lazy("File of answers"),
        help_text=gettext_lazy(
            "camt.054 or pain.002 of the bank, or the cashier's table (CSV) with id_pagamento, esito, data, "
            "importo."
        ),
    )

    def clean_file(self) -> Any:
        """Refuse what is larger than such a file can be."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_ANSWERS:
            raise ValidationError(_("The file is too large: 10 MB at most."))
        return file

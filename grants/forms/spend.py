"""What the money is for: lines of the space's price list, and the contribution they give."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from coworking_registry.models import PriceItem
from grants import rules
from grants.fields import SPEND_KINDS
from grants.filing import LineData
from ui.inputs import DayField, MoneyField, NumberField, write_number
from workflows.rules import Verdict
from workflows.written.base import DraftForm

if TYPE_CHECKING:
    from grants.forms.application import Application

FREE = "free"
FREE_FIELDS = ("kind", "description", "unit", "vat_rate")


class LineForm(DraftForm):
    """One line: an item of the list with its quantity, or a free one described in words."""

    item = forms.ChoiceField(label=_("Item"))
    kind = forms.ChoiceField(label=_("Kind of spend"))
    description = forms.CharField(label=_("Description"), max_length=160)
    unit = forms.ChoiceField(label=_("Unit"), choices=[("", _("Choose")), *PriceItem.Unit.choices])
    quantity = NumberField(label=_("Quantity"), max_digits=8)
    unit_price = MoneyField(label=_("Unit price without VAT"), max_digits=10)
    vat_rate = forms.CharField(label=_("VAT rate"), widget=forms.TextInput)

    def __init__(self, application: "Application", number: int) -> None:
        self.number = number
        super().__init__(application, prefix=f"line-{number}")

    def build(self) -> None:
        """Offer the space's items; only a free line asks for more than quantity and price."""
        items = self.application.price_items
        self.item = items.get(self.typed("item"))
        listed = [
            (key, f"{i.description} – {rules.euro(i.price)} {i.get_unit_display()}")
            for key, i in items.items()
        ]
        self.fields["item"].choices = [
            ("", _("Choose from the price list")),
            *listed,
            (FREE, _("Something else (free line)")),
        ]
        allowed = self.application.parameters.kinds_of_spend
        self.fields["kind"].choices = [
            ("", _("Choose")),
            *((kind, SPEND_KINDS.get(kind, kind)) for kind in allowed),
        ]
        self.fields["vat_rate"] = NumberField(label=_("VAT rate"), unit="%", max_digits=5)
        self.fields["vat_rate"].validators.clear()
        if self.typed("item") != FREE:
            self.drop(*FREE_FIELDS)
        if self.item:
            self.fields["unit_price"].help_text = _("Price of the list: {price}").format(
                price=f"{rules.euro(self.item.price)} {self.item.get_unit_display()}"
            )
            self.fields["quantity"].help_text = self.item.get_unit_display()
        self.fields["item"].error_messages["invalid_choice"] = _(
            "This item is not in the price list of the chosen space: choose another one."
        )

    def clean(self) -> dict[str, Any]:
        """Compare the price with the list (COW-07)."""
        data = self.cleaned_data
        if data.get("unit_price") is not None and (self.item or data.get("description")):
            outcome = rules.price_within_list(
                self._plain(data), self.application.parameters.price_list_tolerance_percent
            )
            if outcome.verdict is Verdict.WARNING:
                self.warn("unit_price", f"{outcome.sentence} {outcome.remedy}".strip())
        return data

    def _plain(self, data: Mapping[str, Any]) -> rules.Line:
        item = self.item
        return rules.Line(
            kind=item.spend_kind if item else data.get("kind", ""),
            description=item.description if item else data.get("description", ""),
            quantity=data.get("quantity") or Decimal(0),
            unit_price=data["unit_price"],
            vat_rate=item.vat_rate if item else data.get("vat_rate") or Decimal(0),
            list_price=item.price if item else None,
        )

    @property
    def plain(self) -> rules.Line:
        """The line as the rules take it, once it is valid."""
        return self._plain(self.cleaned_data)

    def line(self) -> LineData:
        """Return the line as it is filed."""
        plain = self.plain
        return LineData(
            kind=plain.kind,
            description=plain.description,
            unit=self.item.unit if self.item else self.value("unit"),
            quantity=plain.quantity,
            unit_price=plain.unit_price,
            vat_rate=plain.vat_rate,
            price_item=self.item.pk if self.item else None,
            list_price=plain.list_price,
        )


class SpendForm(DraftForm):
    """The rest of page “spese”: VAT, quotation, amount asked for."""

    vat_is_cost = forms.BooleanField(
        label=_("I cannot recover the VAT: for me it is a cost"),
        help_text=_("Tick it only if you do not deduct VAT; then it counts as spend."),
        required=False,
    )
    quote_date = DayField(label=_("Date of the quotation"))
    requested = MoneyField(label=_("Contribution requested"))

    def build(self) -> None:
        """Write the call's number of days into the words."""
        days = self.application.parameters.quote_max_age_days
        self.fields["quote_date"].help_text = _(
            "The date written on the quotation of the space, at most {days} days old."
        ).format(days=days)

    def clean(self) -> dict[str, Any]:
        """Ask the rules on quotation, minimum and amount (COW-08, AMT-01)."""
        data, application = self.cleaned_data, self.application
        if quoted := data.get("quote_date"):
            days = application.parameters.quote_max_age_days
            self.refuse("quote_date", rules.quote_fresh(quoted, application.day, days))
        self._judge_lines()
        if data.get("requested") is not None and application.lines_are_valid:
            self.refuse(
                "requested", rules.request_within(data["requested"], application.contribution)
            )
        return data

    def _judge_lines(self) -> None:
        application = self.application
        if not application.lines:
            message = _("Add at least one line of spend.")
            self.add_error(None, ValidationError(message, code="no_line"))
        elif application.lines_are_valid:
            outcome = rules.minimum_reached(
                application.contribution, application.parameters.minimum_spend
            )
            if outcome.blocks:
                self.add_error(None, ValidationError(outcome.sentence, code=outcome.rule))


def prices_after_choice(
    before: Mapping[str, Any], typed: Mapping[str, Any], items: Mapping[str, PriceItem]
) -> dict[str, str]:
    """Return the unit prices that follow from newly chosen items, unless a new one was typed."""
    found = {}
    for name, chosen in typed.items():
        row, _dash, field = name.rpartition("-")
        if field != "item" or not row.startswith("line-") or chosen == before.get(name, ""):
            continue
        price = f"{row}-unit_price"
        if chosen in items and typed.get(price, before.get(price, "")) == before.get(price, ""):
            found[price] = write_number(items[chosen].price)
    return found

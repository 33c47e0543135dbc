"""The space and what it offers, page by page (form 14.1)."""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from coworking_registry.content import ListedPrice
from coworking_registry.models import PriceItem, Service, Space, Tenure
from coworking_registry.place import province
from coworking_registry.rules import hours, places
from coworking_registry.rules.sheets import Machine, Stretch
from parties import validators as check
from parties.codes import parse_postcode
from ui.inputs import DayField, MoneyField, NumberField, yes_or_no
from workflows.written.base import DraftForm
from workflows.written.inputs import CodeField

MOST = 9999
CONNECTIONS = [("wifi", _("Wireless network")), ("broadband", _("Broadband by cable"))]
SPEND_KINDS = [
    ("desk_rent", _("Rent of a desk")),
    ("equipment_use", _("Use of equipment")),
    ("connected_services", _("Connected services")),
    ("network_membership", _("Membership of a network of spaces")),
]
VAT_RATES = [("22", "22%"), ("10", "10%"), ("4", "4%"), ("0", "0%")]


def with_blank(choices: Any) -> list[tuple[str, Any]]:
    """Return choices with a first one that chooses nothing."""
    return [("", _("Choose")), *choices]


def count(label: Any, help_text: Any = "", **kwargs: Any) -> Any:
    """Return a field for a whole number from zero up."""
    field = forms.IntegerField(
        label=label,
        help_text=help_text,
        min_value=0,
        max_value=MOST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        **kwargs,
    )
    field.widget.attrs["class"] = "ui-short"
    return field


class PlaceForm(DraftForm):
    """Page “spazio”: what it is, where it stands, by which title."""

    name = forms.CharField(label=_("Name of the space"), max_length=120)
    kind = forms.ChoiceField(label=_("Kind of space"), choices=with_blank(Space.Kind.choices))
    description = forms.CharField(
        label=_("Description"),
        help_text=_("As visitors will read it."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
    )
    space_street = forms.CharField(label=_("Street"), max_length=120)
    space_street_number = forms.CharField(label=_("Number"), max_length=12)
    space_postcode = CodeField(
        label=_("Postcode"), check=check.validate_postcode, parse=parse_postcode, max_length=8
    )
    space_municipality = forms.ChoiceField(label=_("Municipality"))
    latitude = NumberField(
        label=_("Latitude"),
        help_text=_("In degrees, such as 45,15640; it puts the space on the map."),
        max_digits=8,
        decimal_places=5,
        required=False,
    )
    longitude = NumberField(
        label=_("Longitude"),
        help_text=_("In degrees, such as 10,79110."),
        max_digits=8,
        decimal_places=5,
        required=False,
    )
    tenure = forms.ChoiceField(label=_("Title to the rooms"), choices=with_blank(Tenure.choices))
    tenure_until = DayField(
        label=_("Title to the rooms until"), help_text=_("Empty if they are yours."), required=False
    )
    surface_m2 = count(_("Surface in m²"))
    space_email = forms.EmailField(label=_("Email address of the space"), required=False)
    space_phone = forms.CharField(label=_("Telephone"), max_length=30, required=False)
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")

    def build(self) -> None:
        """Offer the municipalities of the province."""
        names = [(one, one) for one in province().municipalities]
        self.fields["space_municipality"].choices = with_blank(names)

    def clean(self) -> dict[str, Any]:
        """Want both numbers of the point, inside the province (SPA-12)."""
        data = self.cleaned_data
        north, east = data.get("latitude"), data.get("longitude")
        if (north is None) != (east is None):
            missing = "latitude" if north is None else "longitude"
            if not self.errors.get(missing):
                message = _("Write both numbers of the point, or neither.")
                self.add_error(missing, ValidationError(message, code="half"))
        elif north is not None and east is not None:
            self.refuse("latitude", places.inside_province((east, north), province().ring))
        return data


class EquipmentForm(DraftForm):
    """Page “dotazioni”: desks, services, safety."""

    desks = count(_("Desks"))
    open_space = count(_("of which in open space"))
    reserved = count(_("of which reserved"))
    offices = count(_("of which in offices"))
    workshop = count(_("of which in the workshop"))
    accessible_desks = count(_("Desks that a person in a wheelchair can use"))
    accessibility = forms.ChoiceField(
        label=_("Accessibility"), choices=with_blank(Space.Accessibility.choices)
    )
    connections = forms.MultipleChoiceField(
        label=_("Internet connection"),
        choices=CONNECTIONS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    meeting_seats = count(_("Seats of the meeting or training room"), _("0 if there is none."))
    services = forms.MultipleChoiceField(
        label=_("Services"), widget=forms.CheckboxSelectMultiple, required=False
    )
    events = count(_("Meetings and workshops in a year"), _("Held or planned."))
    in_statute = yes_or_no(label=_("Does coworking stand in the statute?"))
    insured_until = DayField(label=_("Insurance against claims of others, until"), required=False)
    is_fit = forms.BooleanField(label=_("The rooms are fit for use"), required=False)
    is_fire_safe = forms.BooleanField(label=_("Fire safety is in order"), required=False)
    has_risk_assessment = forms.BooleanField(
        label=_("The risk assessment has been made"), required=False
    )

    def build(self) -> None:
        """Offer the services that a space may have."""
        self.fields["services"].choices = [(one.code, one.name) for one in Service.objects.all()]


class WeekForm(DraftForm):
    """Page “orari”: beside the stretches of the week."""

    is_always_open = yes_or_no(label=_("Can members come in day and night?"))


class RowForm(DraftForm):
    """One row; `kind` names it in the draft, `title` on the page."""

    kind = ""
    title: Any = ""

    def __init__(self, application: Any, number: int) -> None:
        self.number = number
        super().__init__(application, prefix=f"{self.kind}-{number}")

    def plain(self) -> Any:
        """Return the row as it is filed, once it is valid."""
        raise NotImplementedError


class StretchForm(RowForm):
    """One stretch of opening (SPA-08)."""

    kind, title = "stretch", _("Opening hours")

    weekday = forms.ChoiceField(label=_("Day"))
    opens = forms.TimeField(label=_("Opens"), widget=forms.TimeInput(attrs={"type": "time"}))
    closes = forms.TimeField(label=_("Closes"), widget=forms.TimeInput(attrs={"type": "time"}))

    def build(self) -> None:
        """Offer the days of the week."""
        days = [(str(number), str(name).capitalize()) for number, name in WEEKDAYS.items()]
        self.fields["weekday"].choices = with_blank(days)

    def clean(self) -> dict[str, Any]:
        """Refuse an end that does not come after the beginning."""
        data = self.cleaned_data
        if data.get("weekday") and data.get("opens") and data.get("closes"):
            for outcome in hours.hours_can_be([self._stretch(data)]):
                self.refuse("closes", outcome)
        return data

    @staticmethod
    def _stretch(data: dict[str, Any]) -> Stretch:
        opens: time = data["opens"]
        return Stretch(int(data["weekday"]), opens, data["closes"])

    def plain(self) -> Stretch:
        """Return the stretch."""
        return self._stretch(self.cleaned_data)


class PriceForm(RowForm):
    """One line of the price list (SPA-09)."""

    kind, title = "price", _("Price")

    spend_kind = forms.ChoiceField(label=_("Kind of spend"), choices=with_blank(SPEND_KINDS))
    description = forms.CharField(label=_("Description"), max_length=160)
    unit = forms.ChoiceField(label=_("Unit"), choices=with_blank(PriceItem.Unit.choices))
    price = MoneyField(label=_("Price without VAT"), max_digits=8)
    vat_rate = forms.ChoiceField(label=_("VAT rate"), choices=VAT_RATES)

    def plain(self) -> ListedPrice:
        """Return the line."""
        names = ("spend_kind", "description", "unit", "price")
        vat = Decimal(self.value("vat_rate"))
        return ListedPrice(**{name: self.value(name) for name in names}, vat_rate=vat)


class MachineForm(RowForm):
    """One machine (SPA-13)."""

    kind, title = "machine", _("Machine")

    name = forms.CharField(label=_("Machine"), max_length=120)
    quantity = count(_("How many"))
    safety_briefing = yes_or_no(label=_("Are people told how to use it safely?"))

    def plain(self) -> Machine:
        """Return the machine."""
        return Machine(self.value("name"), self.value("quantity"), self.value("safety_briefing"))


ROW_FORMS: dict[str, type[RowForm]] = {
    one.kind: one for one in (StretchForm, PriceForm, MachineForm)
}

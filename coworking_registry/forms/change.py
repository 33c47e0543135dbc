"""A change of an entry as its manager types it: what is published stands there already (SPA-25)."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coworking_registry import changing
from coworking_registry.content import ListedPrice, SpaceContent
from coworking_registry.forms.space import SPEND_KINDS, EquipmentForm, PlaceForm, with_blank
from coworking_registry.models import PriceItem, Service
from coworking_registry.place import province
from coworking_registry.rules.sheets import Stretch
from coworking_registry.stored import content_of
from ui.inputs import MoneyField

PLACE = (
    *("description", "space_street", "space_street_number", "space_postcode"),
    *("space_municipality", "latitude", "longitude", "surface_m2"),
    *("space_email", "space_phone", "website"),
)
EQUIPMENT = (
    *("desks", "open_space", "reserved", "offices", "workshop", "accessible_desks"),
    *("accessibility", "meeting_seats", "services", "events", "insured_until"),
)
STRETCHES, MORE_PRICES, LONG = 2, 2, 2000
HALF = gettext_lazy("Write both times, or neither.")


def _own(name: str) -> str:
    """Return what the plain value calls a field of the form."""
    return name.removeprefix("space_") if name != "open_space" else name


class ChangeForm(forms.Form):
    """Everything of an entry that its manager may change, with the reason."""

    note = forms.CharField(
        label=gettext_lazy("Why"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, case: Any, **kwargs: Any) -> None:
        self.said: SpaceContent = content_of(case)
        super().__init__(*args, **kwargs)
        note = self.fields.pop("note")
        for form, names in ((PlaceForm, PLACE), (EquipmentForm, EQUIPMENT)):
            for name in names:
                self.fields[name] = deepcopy(form.base_fields[name])
                self.initial[name] = getattr(self.said, _own(name))
        towns = [(one, one) for one in province().municipalities]
        self.fields["space_municipality"].choices = with_blank(towns)  # type: ignore[attr-defined]
        services = [(one.code, one.name) for one in Service.objects.all()]
        self.fields["services"].choices = services  # type: ignore[attr-defined]
        self._add_week()
        self._add_prices()
        self.fields["note"] = note

    def _add_week(self) -> None:
        for day, words in WEEKDAYS.items():
            here = [one for one in self.said.hours if one.weekday == day]
            for number in range(max(STRETCHES, len(here))):
                stretch = here[number] if number < len(here) else None
                for end, label in (("opens", _("opens")), ("closes", _("closes"))):
                    name = f"day_{day}_{number}_{end}"
                    self.fields[name] = forms.TimeField(
                        label=f"{str(words).capitalize()}, {number + 1}: {label}",
                        required=False,
                        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
                    )
                    self.initial[name] = getattr(stretch, end) if stretch else None

    def _add_prices(self) -> None:
        for number in range(len(self.said.prices) + MORE_PRICES):
            line = self.said.prices[number] if number < len(self.said.prices) else None
            title = line.description if line else _("New price {number}").format(number=number + 1)
            if line is None:
                self.fields[f"price_{number}_kind"] = forms.ChoiceField(
                    label=f"{title}: {_('Kind of spend')}",
                    choices=with_blank(SPEND_KINDS),
                    required=False,
                )
                self.fields[f"price_{number}_words"] = forms.CharField(
                    label=f"{title}: {_('Description')}", max_length=160, required=False
                )
                self.fields[f"price_{number}_unit"] = forms.ChoiceField(
                    label=f"{title}: {_('Unit')}",
                    choices=with_blank(PriceItem.Unit.choices),
                    required=False,
                )
            self.fields[f"price_{number}_price"] = MoneyField(
                label=f"{title}: {_('Price without VAT')}",
                help_text=_("Empty takes it off the list.") if line else "",
                max_digits=8,
                required=False,
            )
            self.initial[f"price_{number}_price"] = line.price if line else None

    @cached_property
    def groups(self) -> list[dict[str, Any]]:
        """Return the fields for the page, subject by subject."""
        week = [name for name in self.fields if name.startswith("day_")]
        prices = [name for name in self.fields if name.startswith("price_")]
        return [
            {"title": title, "anchor": anchor, "fields": [self[name] for name in names]}
            for title, anchor, names in (
                (_("The space"), "spazio", PLACE),
                (_("Desks and services"), "dotazioni", EQUIPMENT),
                (_("Opening hours"), "orari", week),
                (_("Price list"), "listino", prices),
                (_("Why it changes"), "motivo", ("note",)),
            )
        ]

    def clean(self) -> dict[str, Any]:
        """Want both ends of a stretch, and new lines of the price list whole."""
        data = super().clean() or self.cleaned_data
        for name in [one for one in self.fields if one.endswith("_opens")]:
            other = name.replace("_opens", "_closes")
            if (data.get(name) is None) != (data.get(other) is None):
                self.add_error(other if data.get(name) else name, HALF)
        for number in range(len(self.said.prices), len(self.said.prices) + MORE_PRICES):
            typed = {
                part: data.get(f"price_{number}_{part}")
                for part in ("kind", "words", "unit", "price")
            }
            if any(typed.values()) and not all(typed.values()):
                missing = next(part for part, value in typed.items() if not value)
                self.add_error(f"price_{number}_{missing}", _("Complete the new price."))
        return data

    def content(self) -> SpaceContent:
        """Return the space as it is to be, once the form is valid."""
        data = self.cleaned_data
        plain = {_own(name): data[name] for name in (*PLACE, *EQUIPMENT)}
        plain["services"] = tuple(data["services"])
        assert set(plain) <= set(changing.CHANGED)  # noqa: S101 (no field of ours is forgotten)
        return replace(self.said, **plain, hours=self._hours(), prices=self._prices())

    def _hours(self) -> tuple[Stretch, ...]:
        data = self.cleaned_data
        return tuple(
            Stretch(int(name.split("_")[1]), data[name], data[name.replace("_opens", "_closes")])
            for name in self.fields
            if name.endswith("_opens") and data[name] is not None
        )

    def _prices(self) -> tuple[ListedPrice, ...]:
        data, found = self.cleaned_data, []
        for number in range(len(self.said.prices) + MORE_PRICES):
            price = data[f"price_{number}_price"]
            if price is None:
                continue
            if number < len(self.said.prices):
                found.append(replace(self.said.prices[number], price=price))
            else:
                kind, words, unit = (
                    data[f"price_{number}_{part}"] for part in ("kind", "words", "unit")
                )
                found.append(ListedPrice(kind, words, unit, price, Decimal(22)))
        return tuple(found)

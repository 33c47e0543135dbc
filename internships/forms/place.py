"""Where, with whom, under which requirements: the unit, its staff, the host's standing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from internships.content import UnitData
from internships.models import Disabled, RiskClass
from internships.rules import bans, hosts
from parties import validators as check
from parties.codes import parse_postcode
from ui.inputs import DayField, yes_or_no
from workflows.rules import Outcome
from workflows.written.base import DraftForm
from workflows.written.inputs import CodeField, ProvinceField

MOST = 100_000
ADDRESS = ("unit_street", "unit_street_number", "unit_postcode", "unit_municipality")
STAFF = ("owners", "permanent", "members", "apprentices")


def number(label: Any, help_text: Any = "", *, most: int = MOST, **kwargs: Any) -> Any:
    """Return a field for a whole number from zero up."""
    field = forms.IntegerField(
        label=label,
        help_text=help_text,
        min_value=0,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        **kwargs,
    )
    field.widget.attrs["class"] = "ui-short"
    return field


def _tick(label: Any, missing: Outcome) -> forms.BooleanField:
    """Return a statement that a rule wants: without it the rule's own sentence stands beside it."""
    return forms.BooleanField(
        label=label, error_messages={"required": f"{missing.sentence} ({missing.rule})"}
    )


class UnitForm(DraftForm):
    """Page “unita”: the operating unit and who works there (R-NUM-01, R-NUM-02)."""

    unit_street = forms.CharField(label=_("Street"), max_length=120)
    unit_street_number = forms.CharField(label=_("Number"), max_length=12)
    unit_postcode = CodeField(
        label=_("Postcode"), check=check.validate_postcode, parse=parse_postcode, max_length=8
    )
    unit_municipality = forms.CharField(label=_("Municipality"), max_length=80)
    unit_province = ProvinceField(label=_("Province"))
    owners = number(_("Owners and partners who work here"))
    permanent = number(_("Permanent staff"))
    members = number(_("Working members of a co-operative"), required=False)
    apprentices = number(_("Apprentices"), _("They do not count."), required=False)
    activated = number(_("Internships begun here in the last 24 months"), required=False)
    is_seasonal = yes_or_no(label=_("Does the activity depend on the season?"))

    @property
    def unit(self) -> UnitData:
        """The unit, as far as it is written."""
        return UnitData(
            **{
                name: str(self.cleaned_data.get(f"unit_{name}", ""))
                for name in ("street", "street_number", "postcode", "municipality", "province")
            }
        )

    def clean(self) -> dict[str, Any]:
        """Want the call's province, and no more people hired than began."""
        data, wanted = self.cleaned_data, self.application.parameters.province
        if data.get("unit_province"):
            holds = data["unit_province"] == wanted
            gap = [] if holds else [f"unità operativa in provincia di {wanted}"]
            self.refuse("unit_province", hosts.call_requirements(gap))
        if len(self.application.rows["hire"]) > (data.get("activated") or 0):
            self.add_error("activated", _("No more can have been hired than began."))
        return data


class StandingForm(DraftForm):
    """Page “requisiti”: safety, hiring of disabled people, contributions, procedures (R-HOS)."""

    safety_in_order = _tick(
        _("We are in order with the law on safety at work (D.Lgs. 81/2008)"),
        hosts.safety_in_order(declared=False, assessed_on=None),
    )
    assessed_on = DayField(label=_("Date of the risk assessment (DVR)"))
    risk = forms.ChoiceField(
        label=_("Class of risk"), choices=RiskClass.choices, widget=forms.RadioSelect
    )
    disabled_quota = forms.ChoiceField(
        label=_("Hiring of disabled people (L. 68/1999)"),
        choices=Disabled.choices,
        widget=forms.RadioSelect,
    )
    contributions_in_order = _tick(
        _("Our contributions are in order (DURC)"),
        hosts.call_requirements(["regolarità contributiva (DURC)"]),
    )
    annual_fee_paid = _tick(
        _("The annual fee of the Chamber of Commerce is paid, or not due"),
        hosts.call_requirements(["diritto annuale in regola"]),
    )
    no_antimafia = _tick(
        _("No antimafia obstacle stands against us"),
        hosts.call_requirements(["assenza di cause antimafia"]),
    )
    replaces_nobody = _tick(
        _("The intern replaces no staff, neither in peaks nor in absences"),
        bans.replaces_nobody(declared=False),
    )
    is_insolvent = yes_or_no(label=_("Is an insolvency procedure running?"))
    insolvency_agreement = forms.BooleanField(
        label=_("A union agreement allows internships all the same"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Ask the rules on what is no tick (R-HOS-02, R-HOS-03)."""
        data = self.cleaned_data
        if data.get("assessed_on") and data["assessed_on"] > self.application.day:
            self.add_error("assessed_on", _("Write a day that has already come."))
        if quota := data.get("disabled_quota"):
            in_order = quota != Disabled.NOT_IN_ORDER
            self.refuse("disabled_quota", hosts.disabled_quota_in_order(in_order=in_order))
        return data

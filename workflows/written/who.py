"""Who asks: the person who fills in the form, and the body they act for."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from parties import validators as check
from parties.codes import (
    BodyTaxCode,
    Mismatch,
    parse_ateco,
    parse_person_tax_code,
    parse_postcode,
    parse_rea,
    parse_tax_code,
    parse_vat_number,
    tax_code_mismatches,
)
from parties.models import Organisation, Representation
from ui.inputs import DayField
from workflows.written.base import DraftForm, Entry
from workflows.written.declarations import PREFIX, Tick
from workflows.written.inputs import CodeField, NameField, ProvinceField
from workflows.written.people import OrganisationData, PersonData

# Kinds of applicant that every form knows, by the codes that cases store.
PROFESSIONAL, ENTERPRISE, ASSOCIATION = "professional", "enterprise", "association"
PERSON = ("first_name", "last_name", "tax_code", "birth_date", "birthplace", "sex", "citizenship")
ADDRESS = ("street", "street_number", "postcode", "municipality", "province")
CONTACTS = ("phone", "email", "pec")
ORGANISATION = (
    "org_name",
    "org_tax_code",
    "org_vat_number",
    "org_rea",
    "org_ateco",
    "org_size",
    "org_vat_opened_on",
    "org_street",
    "org_street_number",
    "org_postcode",
    "org_municipality",
    "org_province",
    "org_pec",
    "org_email",
    "org_capacity",
)
# A sole trader is one person with two codes (IDC-11): seat and tax code are the person's.
NOT_FOR_SOLE_TRADERS = (
    "org_tax_code",
    "org_capacity",
    "org_email",
    *(f"org_{name}" for name in ADDRESS),
)
NOT_FOR_ASSOCIATIONS = ("org_rea", "org_ateco", "org_size", "org_vat_opened_on")
FORMS_OF_ENTERPRISE = ("sole_trader", "partnership", "company", "cooperative")

MISMATCHES = {
    "last_name": _("the last name gives “{given}”, the tax code says “{expected}”"),
    "first_name": _("the first name gives “{given}”, the tax code says “{expected}”"),
    "birth_date": _("you were born on {given}, the tax code says {expected}"),
    "birthplace": _("you were born in {given}, the tax code says {expected}"),
    "sex": _("the sex is {given}, the tax code says {expected}"),
}


def _with_blank(choices: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [("", _("Choose")), *choices]


class WhoForm(DraftForm):
    """Page “chi”: privacy notice, kind of applicant, person, organisation.

    A kind of case says which `kinds` of applicant there are, and judges the rest in `judge`.
    """

    kinds: list[tuple[str, Any]] = []

    applicant_kind = forms.ChoiceField(label=_("You apply as"), widget=forms.RadioSelect)
    first_name = NameField(label=_("First name"))
    last_name = NameField(label=_("Last name"))
    tax_code = CodeField(
        label=_("Tax code"),
        help_text=_("16 characters, as on the health card."),
        check=check.validate_person_tax_code,
        parse=parse_person_tax_code,
    )
    birth_date = DayField(label=_("Date of birth"))
    birthplace = forms.CharField(
        label=_("Place of birth"),
        help_text=_("Municipality, or country if you were born abroad."),
        max_length=80,
    )
    sex = forms.ChoiceField(
        label=_("Sex"),
        help_text=_("As in the tax code."),
        choices=[("F", _("Female")), ("M", _("Male"))],
        widget=forms.RadioSelect,
    )
    citizenship = forms.CharField(label=_("Citizenship"), max_length=60)
    street = forms.CharField(label=_("Street"), max_length=120)
    street_number = forms.CharField(label=_("Number"), max_length=12)
    postcode = CodeField(
        label=_("Postcode"), check=check.validate_postcode, parse=parse_postcode, max_length=8
    )
    municipality = forms.CharField(label=_("Municipality"), max_length=80)
    province = ProvinceField(label=_("Province"))
    phone = forms.RegexField(
        r"^\+?[0-9 ./()-]{6,30}$",
        label=_("Telephone"),
        error_messages={"invalid": _("Write digits only, with the prefix if it is foreign.")},
    )
    email = forms.EmailField(label=_("Email address"))
    pec = forms.EmailField(label=_("Certified email (PEC)"), required=False)
    vat_number = CodeField(
        label=_("VAT number"), check=check.validate_vat_number, parse=parse_vat_number
    )
    org_legal_form = forms.ChoiceField(
        label=_("Legal form"),
        choices=_with_blank(
            [(code, Organisation.LegalForm(code).label) for code in FORMS_OF_ENTERPRISE]
        ),
    )
    org_name = forms.CharField(label=_("Name"), max_length=200)
    org_tax_code = CodeField(
        label=_("Tax code of the organisation"),
        help_text=_("11 digits."),
        check=check.validate_tax_code,
        parse=parse_tax_code,
    )
    org_vat_number = CodeField(
        label=_("VAT number"), check=check.validate_vat_number, parse=parse_vat_number
    )
    org_rea = CodeField(
        label=_("REA number"),
        help_text=_("As in the business register, such as MN-123456."),
        check=check.validate_rea,
        parse=parse_rea,
    )
    org_ateco = CodeField(
        label=_("ATECO code"),
        help_text=_("Of the main activity, such as 62.01.00."),
        check=check.validate_ateco,
        parse=parse_ateco,
    )
    org_size = forms.ChoiceField(label=_("Size"), choices=_with_blank(Organisation.Size.choices))
    org_vat_opened_on = DayField(label=_("VAT number opened on"), required=False)
    org_street = forms.CharField(label=_("Street of the seat"), max_length=120)
    org_street_number = forms.CharField(label=_("Number"), max_length=12)
    org_postcode = CodeField(
        label=_("Postcode"), check=check.validate_postcode, parse=parse_postcode, max_length=8
    )
    org_municipality = forms.CharField(label=_("Municipality of the seat"), max_length=80)
    org_province = ProvinceField(label=_("Province of the seat"))
    org_pec = forms.EmailField(label=_("Certified email (PEC)"))
    org_email = forms.EmailField(label=_("Email address of the organisation"))
    org_capacity = forms.ChoiceField(
        label=_("You sign as"), choices=_with_blank(Representation.Capacity.choices)
    )

    def build(self) -> None:
        """Ask each kind of applicant for what concerns it."""
        self.fields["applicant_kind"].choices = self.kinds
        for notice in self.application.notices:
            self.fields[PREFIX + notice.code] = Tick(notice)
        self.order_fields([name for name in self.fields if name.startswith(PREFIX)])
        kind = self.application.kind
        if kind != PROFESSIONAL:
            self.drop("vat_number")
        self.fields["pec"].required = kind == PROFESSIONAL
        if not self.asks_organisation:
            self.drop("org_legal_form", *ORGANISATION)
        elif kind == ASSOCIATION:
            self.drop("org_legal_form", *NOT_FOR_ASSOCIATIONS)
            self.fields["org_vat_number"].required = False
        elif self.is_sole_trader:
            self.drop("pec", *NOT_FOR_SOLE_TRADERS)

    @property
    def asks_organisation(self) -> bool:
        """Whether the person acts for somebody else."""
        return self.application.kind in {ENTERPRISE, ASSOCIATION}

    @property
    def is_sole_trader(self) -> bool:
        """Whether the enterprise is the person (IDC-11)."""
        return (
            self.application.kind == ENTERPRISE
            and self.typed("org_legal_form") == Organisation.LegalForm.SOLE_TRADER
        )

    @property
    def notice_entries(self) -> list[Entry]:
        """The notices to be read."""
        return self.entries([name for name in self.fields if name.startswith(PREFIX)])

    @property
    def kind_entries(self) -> list[Entry]:
        """The card that says for whom."""
        return self.entries(["applicant_kind"])

    @property
    def person_entries(self) -> list[Entry]:
        """The card of the person."""
        return self.entries(PERSON)

    @property
    def address_entries(self) -> list[Entry]:
        """The card of address and contacts."""
        return self.entries((*ADDRESS, *CONTACTS))

    @property
    def professional_entries(self) -> list[Entry]:
        """The card of a professional; empty for others."""
        return self.entries(["vat_number"])

    @property
    def legal_form_entries(self) -> list[Entry]:
        """What decides which fields of the organisation follow."""
        return self.entries(["org_legal_form"])

    @property
    def organisation_entries(self) -> list[Entry]:
        """The card of the organisation."""
        return self.entries(ORGANISATION)

    def clean(self) -> dict[str, Any]:
        """Ask the rules of the kind of case, and compare the tax code with its holder."""
        data = self.cleaned_data
        self.judge(data)
        self._compare_codes(data)
        code = data.get("org_tax_code")
        if code and not isinstance(parse_tax_code(code), BodyTaxCode):
            message = _("Write the 11 digits of the organisation, not a person's tax code.")
            self.add_error("org_tax_code", ValidationError(message, code="not_a_body"))
        return data

    def judge(self, data: dict[str, Any]) -> None:
        """Show what the rules of the kind of case say against the fields."""

    def _compare_codes(self, data: dict[str, Any]) -> None:
        told = ("first_name", "last_name", "birth_date", "birthplace", "sex")
        if not all(data.get(name) for name in ("tax_code", *told)):
            return
        code = parse_person_tax_code(data["tax_code"])
        found = tax_code_mismatches(code, **{name: data[name] for name in told})
        if found:
            self.warn("tax_code", _mismatch_sentence(found))

    def person(self) -> PersonData:
        """Return the person, once the form is valid."""
        names = (*PERSON, *ADDRESS, "phone", "email")
        pec = self.value("org_pec" if self.is_sole_trader else "pec")
        return PersonData(**{name: self.value(name) for name in names}, pec=pec)

    def organisation(self) -> OrganisationData | None:
        """Return the organisation, where the applicant is not the person themselves."""
        if not self.asks_organisation or self.is_sole_trader:
            return None
        plain = {name.removeprefix("org_"): self.value(name) for name in ORGANISATION}
        legal_form = self.value("org_legal_form", Organisation.LegalForm.ASSOCIATION)
        plain["vat_opened_on"] = plain["vat_opened_on"] or None
        return OrganisationData(legal_form=legal_form, **plain)

    def own_vat_number(self) -> str:
        """Return the VAT number of the person themselves, if they have one."""
        return self.value("org_vat_number" if self.is_sole_trader else "vat_number")


def _mismatch_sentence(found: list[Mismatch]) -> str:
    differences = "; ".join(
        str(MISMATCHES[one.field]).format(given=one.given, expected=one.expected) for one in found
    )
    return gettext(
        "The tax code does not agree with the data: {differences}. If both are right you can go "
        "on: the office will look at it."
    ).format(differences=differences)

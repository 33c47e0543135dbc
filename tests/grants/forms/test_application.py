"""What the pages of the form say of what was typed (issue: bad input)."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from coworking_registry.models import Qualification
from grants.forms.application import Application
from grants.models import Status
from grants.rules import months_after
from parties.codes import encode_tax_code
from tests.grants import typed
from tests.office import make_space

pytestmark = pytest.mark.django_db


def codes(case):
    """Every error of every page: field of the draft → codes."""
    found = {}
    application = Application(case)
    for page in application.pages:
        for form in application.forms(page.slug):
            for name, errors in form.errors.as_data().items():
                found[form.add_prefix(name)] = [error.code for error in errors]
    return found


def born_years_ago(years, days=0):
    today = timezone.localdate()
    return months_after(today, -12 * years) + timedelta(days=days)


def test_complete_application_has_no_problems_and_becomes_a_filing(office):
    case = typed.draft(office)

    application = Application(case)

    assert application.problems() == []
    filing = application.filing()
    assert (filing.requested, filing.lines[0].price_item) == (600, office.desk.pk)
    assert sorted(filing.declarations) == sorted(
        office.call.version.declarations.filter(only_for=[]).values_list("code", flat=True)
    )


def test_empty_draft_asks_for_everything_and_breaks_nothing(office):
    case = typed.services.open_draft(office.call, by=office.applicant())

    problems = Application(case).problems()

    assert {problem.page.slug for problem in problems} == {
        page.slug for page in Application(case).pages
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"tax_code": "RSSMRA80A01H501A"}, {"tax_code": ["tax_code_check_character"]}),
        ({"tax_code": "01234560207"}, {"tax_code": ["tax_code_not_a_person"]}),
        ({"postcode": "4610O"}, {"postcode": ["postcode_format"]}),
        ({"province": "ZZ"}, {"province": ["province"]}),
        ({"province": "VR"}, {"province": ["COW-02"]}),
        ({"first_name": "R2D2"}, {"first_name": ["name"]}),
        ({"birth_date": "31/02/2001"}, {"birth_date": ["invalid"]}),
        ({"email": "nessuno"}, {"email": ["invalid"]}),
        ({"declare-privacy": ""}, {"declare-privacy": ["required"]}),
        ({"applicant_kind": "martian"}, {"applicant_kind": ["invalid_choice"]}),
        ({"commits_to_vat": ""}, {"commits_to_vat": ["required"]}),
        ({"other_aid": ""}, {"other_aid": ["required"]}),
        ({"project": "Breve."}, {"project": ["COW-10"]}),
        ({"requested": "600,01"}, {"requested": ["AMT-01"]}),
        ({"requested": "0"}, {"requested": ["min_value"]}),
        ({"line-1-quantity": "1"}, {"__all__": ["AMT-01"], "requested": ["AMT-01"]}),
        ({"line-1-item": "999999"}, {"line-1-item": ["invalid_choice"]}),
        ({"space": "999999"}, {"space": ["unknown"], "line-1-item": ["invalid_choice"]}),
        ({"space": "1; drop"}, {"space": ["unknown"], "line-1-item": ["invalid_choice"]}),
        ({"declare-truth": ""}, {"declare-truth": ["required"]}),
    ],
)
def test_wrong_field_is_named_with_its_reason(office, changes, expected):
    case = typed.draft(office, **changes)

    assert {name.replace("spese", ""): code for name, code in codes(case).items()} == expected


@pytest.mark.parametrize(
    ("years", "days", "expected"),
    [
        (18, 0, []),
        (18, 1, ["COW-01"]),
        (18, -1, []),
        (36, 1, []),
        (36, 0, ["COW-01"]),
    ],
)
def test_COW_01_age_is_judged_to_the_day_of_the_birthday(office, years, days, expected):
    case = typed.draft(office, birth_date=born_years_ago(years, days).isoformat())

    assert codes(case).get("birth_date", []) == expected


@pytest.mark.parametrize(
    ("months", "days", "expected"),
    [
        (3, -1, []),
        (3, -2, ["COW-05"]),
        (12, -1, []),
        (12, 0, ["COW-05"]),
    ],
)
def test_COW_05_period_lasts_from_three_to_twelve_months(office, months, days, expected):
    start = date(timezone.localdate().year + 1, 3, 1)
    end = months_after(start, months) + timedelta(days=days)
    case = typed.draft(office, period_from=start.isoformat(), period_to=end.isoformat())

    assert codes(case).get("period_to", []) == expected


def test_COW_05_period_cannot_begin_today(office):
    case = typed.draft(office, period_from=timezone.localdate().isoformat())

    assert codes(case)["period_from"] == ["COW-05"]


def test_COW_03_space_out_of_the_list_is_refused_and_stays_chosen(office):
    yesterday = timezone.localdate() - timedelta(days=1)
    Qualification.objects.filter(space=office.space).update(valid_to=yesterday)
    case = typed.draft(office)

    application = Application(case)

    assert codes(case)["space"] == ["COW-03"]
    assert str(office.space.pk) in dict(application.place.fields["space"].widget.choices)


def test_COW_04_own_space_is_refused(office):
    manager = office.space.manager.tax_code
    firm = typed.ENTERPRISE | {"org_tax_code": manager, "org_vat_number": manager}
    case = typed.draft(office, **firm)

    assert codes(case) == {"space": ["COW-04"]}


def test_COW_07_price_above_the_list_warns_beside_the_price(office):
    case = typed.draft(office, **{"line-1-unit_price": "250,00"})

    line = Application(case).lines[0]

    assert line.is_valid()
    assert line.warnings == {
        "unit_price": [
            (
                "“Postazione in open space”: 250,00 € supera il listino (200,00 €) di oltre il 10%. "
                "Controlla il prezzo: la parte che supera il listino può essere tagliata."
            )
        ]
    }


def test_IDC_01_code_of_somebody_else_warns_and_does_not_refuse(office):
    case = typed.draft(office, last_name="Altrimenti")

    who = Application(case).who

    assert who.is_valid()
    assert list(who.warnings) == ["tax_code"]


def test_enterprise_is_filed_with_its_codes_as_they_are_stored(office):
    case = typed.draft(office, **typed.ENTERPRISE)

    application = Application(case)

    assert application.problems() == []
    organisation = application.filing().organisation
    assert (organisation.rea, organisation.ateco, organisation.province) == (
        "MN-123456",
        "73.11.01",
        "MN",
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"org_vat_number": "01234560208"}, {"org_vat_number": ["vat_number_check_character"]}),
        ({"org_rea": "123456"}, {"org_rea": ["rea_format"]}),
        ({"org_province": "VR"}, {"org_province": ["COW-02"]}),
        ({"org_tax_code": "BNCGLI88B69E897J"}, {"org_tax_code": ["not_a_body"]}),
        ({"org_legal_form": ""}, {"org_legal_form": ["required"]}),
    ],
)
def test_enterprise_field_is_named_with_its_reason(office, changes, expected):
    case = typed.draft(office, **(typed.ENTERPRISE | changes))

    assert codes(case) == expected


def test_IDC_11_sole_trader_is_one_person_with_two_codes(office):
    firm = typed.ENTERPRISE | {"org_legal_form": "sole_trader", "org_tax_code": "sbagliato"}
    case = typed.draft(office, **firm)

    application = Application(case)

    assert application.problems() == []
    filing = application.filing()
    assert (filing.organisation, filing.vat_number) == (None, "01234560207")
    assert filing.person.pec == "prova@pec.example.org"


def test_professional_gives_vat_number_and_pec(office):
    case = typed.draft(office, applicant_kind="professional", **{"declare-de_minimis": "on"})

    assert codes(case) == {"vat_number": ["required"], "pec": ["required"]}


def test_free_line_asks_for_what_the_list_would_say(office):
    case = typed.draft(office, **{"line-1-item": "free"})

    assert codes(case) == {
        f"line-1-{name}": ["required"] for name in ("kind", "description", "unit", "vat_rate")
    }


def test_lines_of_another_space_are_refused_after_a_change_of_space(office):
    other = make_space("Altra Officina", "Suzzara")
    case = typed.draft(office, space=str(other.pk))

    assert codes(case)["line-1-item"] == ["invalid_choice"]


def test_code_of_a_person_born_a_century_ago_is_judged_by_the_date_typed(office):
    who = {
        "first_name": "Anna",
        "last_name": "Verdi",
        "birth_date": date(1926, 1, 1),
        "birthplace": "Mantova",
        "sex": "F",
    }
    case = typed.draft(
        office, tax_code=encode_tax_code(**who), **(who | {"birth_date": "01/01/1926"})
    )

    assert codes(case) == {"birth_date": ["COW-01"]}
    assert case.status == Status.DRAFT

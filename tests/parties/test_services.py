"""Writing down who somebody is: one row per account and per tax code, and no rewriting by strangers."""

from dataclasses import asdict

import pytest
from django.core.exceptions import ValidationError

from parties import moment
from parties.models import Organisation, Person, Representation
from parties.permissions import may_act_for
from parties.services import record_organisation, record_person
from tests.office import make_user, person

pytestmark = pytest.mark.django_db

FIRM = {
    "name": "Officina Esempio srl",
    "legal_form": "company",
    "tax_code": "01234560207",
    "vat_number": "01234560207",
    "rea": "MN-123456",
    "ateco": "62.10",
    "size": "micro",
    "vat_opened_on": None,
    "street": "Via di Prova",
    "street_number": "1",
    "postcode": "46100",
    "municipality": "Mantova",
    "province": "MN",
    "pec": "officina@pec.example.org",
    "email": "officina@example.org",
}


def somebody(number: int) -> Person:
    return record_person(make_user(f"persona{number}@example.org"), **asdict(person(number)))


def stated(number: int, **changes) -> dict:
    return asdict(person(number)) | changes


def firm_by(who: Person, **changes) -> Organisation:
    return record_organisation(who, capacity="legal_representative", **(FIRM | changes))


def test_person_is_written_with_every_field_said():
    user = make_user("persona@example.org")

    record_person(user, **stated(1))

    row = Person.objects.get(user=user)
    assert {name: getattr(row, name) for name in stated(1)} == stated(1)
    assert (row.kind, row.name) == ("person", f"{row.first_name} {row.last_name}")


def test_person_said_again_changes_the_same_row():
    user = make_user("persona@example.org")
    first = record_person(user, **stated(1))

    second = record_person(user, **stated(1, street="Via Nuova"))

    assert (second.pk, Person.objects.get().street) == (first.pk, "Via Nuova")


def test_account_without_a_name_takes_the_persons():
    user = make_user("persona@example.org")
    user.first_name = user.last_name = ""
    user.save()

    written = record_person(user, **stated(1))

    user.refresh_from_db()
    assert str(user) == written.name


def test_tax_code_of_another_account_is_refused_beside_its_field():
    somebody(1)
    stranger = make_user("altra@example.org")

    with pytest.raises(ValidationError) as refused:
        record_person(stranger, **stated(1))

    assert refused.value.error_dict["tax_code"][0].code == "tax_code_taken"
    assert Person.objects.count() == 1


def test_organisation_is_written_with_its_unverified_representative():
    who = somebody(1)

    firm = firm_by(who)

    tie = Representation.objects.get()
    assert {name: getattr(Organisation.objects.get(), name) for name in FIRM} == FIRM
    assert (tie.person, tie.organisation, tie.capacity, tie.valid_from, tie.verified_at) == (
        who,
        firm,
        "legal_representative",
        moment.today(),
        None,
    )


def test_organisation_said_again_by_its_only_representative_is_rewritten():
    who = somebody(1)
    firm = firm_by(who)

    again = firm_by(who, street="Via Nuova")

    assert (again.pk, Organisation.objects.get().street) == (firm.pk, "Via Nuova")
    assert Representation.objects.count() == 1


def test_organisation_said_by_a_newcomer_stays_as_it_was():
    first, newcomer = somebody(1), somebody(2)
    firm_by(first)

    firm_by(newcomer, street="Via Falsa", email="altro@example.org")

    assert Organisation.objects.get().street == "Via di Prova"
    assert set(Representation.objects.values_list("person", "verified_at")) == {
        (first.pk, None),
        (newcomer.pk, None),
    }


def test_DIG_15_representative_acts_for_an_organisation_once_the_office_has_verified():
    who, today = somebody(1), moment.today()
    firm = firm_by(who)
    assert not may_act_for(who, firm, today)

    Representation.objects.update(verified_at=moment.now())
    assert may_act_for(who, firm, today)

    Representation.objects.update(valid_from="2020-01-01", valid_to="2020-12-31")
    assert not may_act_for(who, firm, today)


def test_DIG_15_person_acts_for_themselves_and_nobody_acts_for_an_unknown():
    who, other = somebody(1), somebody(2)

    assert may_act_for(who, who, moment.today())
    assert not may_act_for(other, who, moment.today())
    assert not may_act_for(None, who, moment.today())

"""Each accountant has columns of their own for each workbook; some cannot be left out."""

import pytest
from django.urls import reverse

from accounting.models import ColumnChoice
from accounting.payment_books import COLUMNS
from accounting.services.columns import choices_of, choose_columns
from accounting.workbooks import kind_of, kinds
from parties.roles import Role
from tests.office import make_user
from workflows.engine import Refusal, TransitionRefused

pytestmark = pytest.mark.django_db

LIST = "/ufficio/estrazioni/"
KEYS = [column.key for column in COLUMNS]


def page(kind="liquidation"):
    return reverse("accounting:columns", args=[kind])


def typed(ticked=KEYS, order=KEYS, **places):
    """Return the form as a browser sends it: only what is ticked, a place for every column."""
    return (
        {f"show_{key}": "on" for key in ticked}
        | {f"place_{key}": str(place) for place, key in enumerate(order, 1)}
        | {f"place_{key}": str(place) for key, place in places.items()}
    )


def chosen(person, kind="liquidation"):
    return choices_of(person).get(kind, [])


def test_choice_is_kept_for_its_reader_and_its_workbook_alone(office, as_user):
    wanted = [*KEYS[:3], *kind_of("liquidation").needed]

    answer = as_user(office.accountant).post(page(), typed(ticked=wanted))

    assert (answer.status_code, answer.url) == (302, LIST)
    assert chosen(office.accountant) == [key for key in KEYS if key in wanted]
    other = make_user("ragioneria2@example.org", Role.ACCOUNTANT)
    assert (chosen(other), chosen(office.accountant, "withholding")) == ([], [])


@pytest.mark.parametrize(
    ("places", "first"),
    [
        # Upwards: it takes the place, and what stood there goes down.
        ({"iban": 1}, ["iban", *KEYS[:3]]),
        # Downwards: it stands after what moved up.
        ({KEYS[0]: 3}, [KEYS[1], KEYS[2], KEYS[0], KEYS[3]]),
    ],
)
def test_a_column_comes_to_the_place_that_is_typed(office, as_user, places, first):
    as_user(office.accountant).post(page(), typed(**places))

    assert chosen(office.accountant)[:4] == first


def test_the_next_form_shows_the_readers_own_order(office, as_user):
    client = as_user(office.accountant)
    client.post(page(), typed(ticked=[key for key in KEYS if key != "pec"], iban=1))

    lines = list(client.get(page()).context["form"].lines())

    assert [lines[0]["key"], lines[-1]["key"]] == ["iban", "pec"]
    assert [line["show"].value() for line in (lines[0], lines[-1])] == [True, False]


def test_columns_that_law_or_ledger_need_cannot_be_left_out_by_direct_post(office, as_user):
    as_user(office.accountant).post(page(), typed(ticked=[]))

    assert sorted(chosen(office.accountant)) == sorted(kind_of("liquidation").needed)
    shown = as_user(office.accountant).get(page()).content.decode()
    assert "Lo chiede la legge (L. 3/2003, art. 11 c. 2-bis; CUP-01)." in shown
    assert 'aria-describedby="why-cup"' in shown


def test_back_to_all_columns(office, as_user):
    client = as_user(office.accountant)
    assert 'name="all"' not in client.get(page()).content.decode()
    client.post(page(), typed(ticked=[]))
    assert 'name="all"' in client.get(page()).content.decode()

    client.post(page(), {"all": "1"})

    assert not ColumnChoice.objects.exists()


def test_all_columns_in_their_order_are_no_choice(office, as_user):
    as_user(office.accountant).post(page(), typed())

    assert not ColumnChoice.objects.exists()


@pytest.mark.parametrize("place", ["0", "", "primo", str(len(KEYS) + 1)])
def test_a_place_that_is_none_is_said_beside_its_field(office, as_user, place):
    answer = as_user(office.accountant).post(page(), typed(cup=place))

    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"place_cup"})
    assert not ColumnChoice.objects.exists()


def test_choosing_twice_keeps_one_choice(office, as_user):
    for ticked in (["pec"], ["iban"]):
        as_user(office.accountant).post(page(), typed(ticked=ticked))

    (kept,) = ColumnChoice.objects.all()
    assert ("iban" in kept.columns, "pec" in kept.columns) == (True, False)


def test_a_column_that_is_no_more_is_forgotten_and_a_needed_one_comes_back(office):
    ColumnChoice.objects.create(user=office.accountant, kind="recoveries", columns=["gone", "rate"])

    assert chosen(office.accountant, "recoveries") == ["rate", "number", "capital"]


def test_only_who_makes_workbooks_chooses(office):
    with pytest.raises(TransitionRefused) as refused:
        choose_columns("liquidation", KEYS, by=office.director)

    assert refused.value.why is Refusal.RIGHT


def test_there_is_no_page_for_a_workbook_that_nobody_makes(office, as_user):
    assert as_user(office.accountant).get(page("nothing")).status_code == 404


def test_every_workbook_names_its_columns_and_leads_to_the_choice(office, as_user):
    client = as_user(office.accountant)
    choose_columns("recoveries", ["number", "capital"], by=office.accountant)

    shown = client.get(LIST).content.decode()

    assert all(f'href="{page(kind.code)}"' in shown for kind in kinds())
    assert "La tua scelta: 2 colonne su 19." in shown
    assert "no-store" in client.get(page()).headers["Cache-Control"]

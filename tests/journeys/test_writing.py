"""Writing on a slow line: parts of the form that are drawn anew keep what was typed meanwhile."""

import re

import pytest
from playwright.sync_api import expect

from grants.models import RentContribution
from tests.journeys.conftest import Walker
from workflows.models import Draft
from workflows.services.drafts import save_fields

SLOW_MS = 1000


@pytest.fixture
def size():
    """The line is slow on every screen; a phone is where it happens."""
    return "phone"


@pytest.fixture
def writer(walker, staffed):
    """Somebody on the page of expenses, with a space chosen and one empty line."""
    case = staffed.draft()
    save_fields(case, {"space": str(staffed.space.pk)}, {})
    writer = walker().sign_in(case.opened_by)
    writer.open(f"/domande/{case.pk}/spese/")
    add(writer)
    expect(field(writer, "quantity")).to_have_count(1)
    return writer


def test_amounts_typed_while_the_item_is_saved_stay(writer, staffed):
    slow_down(writer)
    field(writer, "item").select_option(str(staffed.desk.pk))
    field(writer, "quantity").fill("12")
    field(writer, "unit_price").fill("150,00")
    writer.page.locator("[name='requested']").focus()

    all_saved(writer, {"line-1-quantity": "12", "line-1-unit_price": "150,00"})
    expect(field(writer, "quantity")).to_have_value("12")
    expect(field(writer, "unit_price")).to_have_value("150,00")
    assert writer.page.locator(".ui-conflict").count() == 0


def test_price_of_the_list_arrives_while_the_quantity_is_typed(writer, staffed):
    slow_down(writer)
    field(writer, "item").select_option(str(staffed.desk.pk))
    field(writer, "quantity").press_sequentially("12")

    expect(field(writer, "unit_price")).to_have_value("200,00")
    expect(field(writer, "quantity")).to_be_focused()
    field(writer, "unit_price").fill("180,00")
    writer.page.locator("[name='requested']").focus()

    all_saved(writer, {"line-1-quantity": "12", "line-1-unit_price": "180,00"})
    assert writer.page.locator(".ui-conflict").count() == 0


def test_amounts_saved_while_a_part_waits_to_be_drawn_outlive_its_older_drawing(writer, staffed):
    slow_down(writer)
    field(writer, "item").select_option(str(staffed.desk.pk))
    field(writer, "quantity").press_sequentially("12")
    expect(field(writer, "unit_price")).to_have_value("200,00")
    all_saved(writer, {"line-1-quantity": "12"})
    field(writer, "unit_price").fill("180,00")
    expect(field(writer, "quantity")).to_have_value("12")
    all_saved(writer, {"line-1-unit_price": "180,00"})
    writer.page.locator("[name='requested']").focus()

    expect(field(writer, "unit_price")).not_to_be_focused()
    expect(field(writer, "quantity")).to_have_value("12")
    expect(field(writer, "unit_price")).to_have_value("180,00")
    writer.press("Avanti")
    expect(writer.page).to_have_url(re.compile("progetto"))
    all_saved(writer, {"line-1-quantity": "12", "line-1-unit_price": "180,00"})


def test_words_typed_while_a_line_is_added_stay(writer):
    slow_down(writer)
    writer.page.get_by_role("button", name="Aggiungi").first.click()
    field(writer, "quantity").fill("7")
    expect(field(writer, "quantity", row=2)).to_have_count(1)
    expect(field(writer, "quantity")).to_have_value("7")
    all_saved(writer, {"line-1-quantity": "7"})


def test_saving_goes_on_after_a_line_is_taken_away_while_it_is_saved(writer, staffed):
    slow_down(writer)
    field(writer, "item").select_option(str(staffed.desk.pk))
    field(writer, "quantity").fill("7")
    writer.page.get_by_role("button", name=re.compile("^Togli")).first.click()
    expect(field(writer, "quantity")).to_have_count(0)

    writer.page.locator("[name='requested']").fill("500,00")
    all_saved(writer, {"requested": "500,00"})
    assert not [name for name in answers() if name.startswith("line-1-")]


def test_who_goes_on_while_a_field_is_saved_meets_no_clash_with_themselves(writer):
    slow_down(writer)
    requested = writer.page.locator("[name='requested']")
    with writer.page.expect_request(re.compile("salva")):
        requested.fill("50")
        requested.blur()
    requested.fill("500,00")
    writer.press("Avanti")

    expect(writer.page).to_have_url(re.compile("progetto"))
    all_saved(writer, {"requested": "500,00"})


def add(writer: Walker) -> None:
    writer.page.get_by_role("button", name="Aggiungi").first.click()


def field(writer: Walker, name: str, row: int = 1):
    return writer.page.locator(f"[name='line-{row}-{name}']")


def slow_down(writer: Walker) -> None:
    """Let every answer take a second, as on a bad line."""
    line = {"offline": False, "latency": SLOW_MS, "downloadThroughput": -1, "uploadThroughput": -1}
    session = writer.page.context.new_cdp_session(writer.page)
    session.send("Network.emulateNetworkConditions", line)


def all_saved(writer: Walker, wanted: dict[str, str]) -> None:
    """Wait until the server holds what was typed."""
    for _second in range(15):
        kept = answers()
        if all(kept.get(name) == value for name, value in wanted.items()):
            return
        writer.page.wait_for_timeout(1000)
    assert {name: answers().get(name) for name in wanted} == wanted


def answers() -> dict[str, str]:
    draft = Draft.objects.get(case=RentContribution.objects.get())
    return draft.values()

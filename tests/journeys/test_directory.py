"""A visitor finds a space: on the map or in the list, with the keys alone, with scripts off."""

import re
from datetime import time
from decimal import Decimal

import pytest
from playwright.sync_api import expect

from coworking_registry.models import OpeningHours
from tests.journeys.conftest import SIZES
from tests.office import make_space


@pytest.fixture
def spaces():
    """Return two spaces with a point on the map each; one has its doors open all day."""
    mill = make_space("Mulino Prova", latitude=Decimal("45.15720"), longitude=Decimal("10.79660"))
    make_space(
        "Corte Prova",
        "Suzzara",
        kind="fablab",
        desks=20,
        latitude=Decimal("44.99120"),
        longitude=Decimal("10.74480"),
    )
    for weekday in range(7):
        OpeningHours.objects.create(
            space=mill, weekday=weekday, opens=time(0), closes=time(23, 59, 59)
        )
    return mill


def test_visitor_finds_a_space_by_filters_list_and_map(walker, spaces):
    visitor = walker().open("/spazi/").sees("Corte Prova")
    page = visitor.page
    if not page.locator("details[data-map]").evaluate("map => map.open"):
        page.get_by_text("Gli spazi sulla mappa").click()
    pin = page.get_by_role("button", name="Mulino Prova, Mantova")
    expect(pin).to_be_visible()
    visitor.look()
    pin.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup").get_by_role("link", name="Mulino Prova")).to_be_visible()
    visitor.look()

    visitor.fill({"open": "now", "price": "250"}).press("Cerca")
    visitor.sees("Aperto adesso")
    expect(page.get_by_role("heading", name="Corte Prova")).to_have_count(0)
    visitor.follow("Mulino Prova")
    expect(page).to_have_url(re.compile("/spazi/mulino-prova/$"))
    visitor.sees("Postazione in open space")


def test_visitor_finds_a_space_with_the_keys_alone(walker, spaces):
    page = walker().open("/spazi/").page

    page.locator("input[name=q]").focus()
    page.keyboard.type("corte")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    link = page.locator("article").get_by_role("link", name="Corte Prova")
    for _step in range(60):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    expect(link).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/spazi/corte-prova/$"))


def test_visitor_finds_a_space_with_scripts_off(browser, live_server, size, spaces):
    context = browser.new_context(locale="it-IT", viewport=SIZES[size], java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/spazi/")

    expect(page.get_by_text("Gli spazi sulla mappa")).to_be_hidden()
    page.locator("select[name=kind]").select_option("fablab")
    page.get_by_role("button", name="Cerca").click()
    page.get_by_role("link", name="Corte Prova").click()

    expect(page.get_by_role("heading", name="Corte Prova")).to_be_visible()
    context.close()


def test_office_reads_the_register_of_a_day(walker, staffed, spaces):
    auditor = walker().sign_in(staffed.procedure_owner).open("/ufficio/elenco-spazi/")

    auditor.sees("Corte Prova").fill({"on": "01/06/2024"}).press("Applica i filtri")

    auditor.sees("In questo giorno nessuno spazio era iscritto")

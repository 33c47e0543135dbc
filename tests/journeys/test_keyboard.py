"""The queue by keyboard: rows walked, opened, ticked and taken; never while somebody types."""

import re

import pytest
from playwright.sync_api import expect

from grants.models import RentContribution

SEARCH = "form[role=search] input[type=search]"


@pytest.fixture
def size():
    """Keys are for a desk."""
    return "desktop"


def test_queue_is_walked_opened_ticked_and_taken_by_keys(walker, staffed):
    cases = [staffed.file() for _ in range(3)]
    officer = walker().sign_in(staffed.officer).open("/ufficio/?tab=nobody")
    keys, row = officer.page.keyboard, officer.page.locator("tr.is-current")

    for key, at in (("j", 0), ("j", 1), ("ArrowDown", 2), ("j", 2), ("k", 1), ("ArrowUp", 0)):
        keys.press(key)
        expect(row).to_contain_text(cases[at].number)
    expect(row.get_by_role("link").first).to_be_focused()

    keys.press("x")
    expect(officer.page.locator("#bulk-bar")).to_be_visible()
    keys.press("x")
    expect(officer.page.locator("#bulk-bar")).to_be_hidden()

    keys.press("j")
    with officer.page.expect_navigation():
        keys.press("t")
    officer.look()
    assert RentContribution.objects.get(pk=cases[1].pk).officer == staffed.officer

    keys.press("j")
    with officer.page.expect_navigation():
        keys.press("Enter")
    expect(officer.page).to_have_url(re.compile(f"/ufficio/pratiche/{cases[0].pk}/$"))


def test_keys_write_when_somebody_types_and_rest_when_switched_off(walker, staffed):
    case = staffed.file()
    officer = walker().sign_in(staffed.officer).open("/ufficio/?tab=nobody")
    page, keys = officer.page, officer.page.keyboard

    keys.press("/")
    expect(page.locator(SEARCH)).to_be_focused()
    keys.type("jkxt?/")
    expect(page.locator(SEARCH)).to_have_value("jkxt?/")
    expect(page.locator("tr.is-current")).to_have_count(0)
    page.locator(SEARCH).blur()

    keys.press("?")
    expect(page.locator("#shortcuts")).to_be_visible()
    officer.look()
    keys.press("j")
    expect(page.locator("tr.is-current")).to_have_count(0)
    page.locator("[data-shortcuts-switch]").uncheck()
    keys.press("Escape")
    expect(page.locator("#shortcuts")).to_be_hidden()

    officer.open("/ufficio/?tab=nobody")
    for key in "jxt?/":
        keys.press(key)
    expect(page.locator("tr.is-current")).to_have_count(0)
    expect(page.locator(SEARCH)).not_to_be_focused()
    expect(page.locator("#shortcuts")).to_be_hidden()
    assert RentContribution.objects.get(pk=case.pk).officer is None

    # Whoever switched them off finds the switch again without any key.
    page.locator("[data-shortcuts-open]").click()
    expect(page.locator("[data-shortcuts-switch]")).not_to_be_checked()

"""People at a real browser, in Italian, on a desk or on a phone; axe looks at every page they open."""

import os
import re
import threading
import time
from datetime import date, datetime
from datetime import time as time_of_day

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
)
from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connections
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from parties import moment
from tests.jobs import run_jobs
from tests.journeys.judging import judge
from tests.office import PASSWORD

# Playwright's loop runs in this thread, and Django takes it for one that must not wait.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
PERIOD = 30  # seconds for which a code is good
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture(params=SIZES)
def size(request):
    """The width of the screen, one after the other."""
    return request.param


class Walker:
    """Somebody at a browser of their own."""

    def __init__(self, page: Page, site: str):
        self.page, self.site = page, site

    def open(self, path: str) -> "Walker":
        self.page.goto(self.site + path)
        return self.look()

    def look(self) -> "Walker":
        """Check the page as it stands: no error, no accessibility violation."""
        self.page.wait_for_load_state("load")
        judge(self.page)
        return self

    def press(self, name: str, *, exact: bool = False) -> "Walker":
        return self.submit(self.page.get_by_role("button", name=name, exact=exact).first)

    def follow(self, name: str) -> "Walker":
        return self.submit(self.page.get_by_role("link", name=name).first)

    def submit(self, control) -> "Walker":
        """Press what leads to another page, and wait for that page: not for the old one's shade."""
        with self.page.expect_navigation(wait_until="load"):
            control.click()
        return self.look()

    def fill(self, answers: dict[str, str | list[str]]) -> "Walker":
        """Type, choose or tick every answer whose field stands on the page; of a list, each value."""
        for name, value in answers.items():
            fields = self.page.locator(f"[name='{name}']")
            if not fields.count():
                continue
            kind = fields.first.evaluate("field => field.type")
            if isinstance(value, list):
                for one in value:
                    self._tick(self.page.locator(f"[name='{name}'][value='{one}']"))
            elif kind == "radio":
                self._tick(self.page.locator(f"[name='{name}'][value='{value}']"))
            elif kind == "checkbox":
                self._tick(fields.first)
            elif kind == "select-one":
                fields.first.select_option(value)
            elif kind == "date":
                fields.first.fill(_iso(value))
            else:
                fields.first.fill(value)
        return self

    def _tick(self, field) -> None:
        """Click the label, as people do: Bootstrap Italia draws the box on it."""
        if not field.is_checked():
            self.page.locator(f"label[for='{field.get_attribute('id')}']").first.click()
            expect(field).to_be_checked()

    def sees(self, text: str) -> "Walker":
        expect(self.page.get_by_text(text).first).to_be_visible()
        return self

    def sign_in(self, user) -> "Walker":
        self.open("/accesso/login/")
        self.page.locator("input[name=login]").fill(user.email)
        self.page.locator("input[name=password]").fill(PASSWORD)
        self.submit(self.page.locator("form[action*='login'] button[type=submit]").last)
        if user.is_office:
            self.page.locator("input[name=code]").fill(code_now())
            self.submit(self.page.locator("form button[type=submit]").last)
        expect(self.page).not_to_have_url(re.compile("/accesso/"))
        return self

    def let_in(self, user) -> "Walker":
        """Come in without the pages of the door, which other journeys go through."""
        client = Client()
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
        session = client.session
        session["second_factor_known"] = True
        session.save()
        name = settings.SESSION_COOKIE_NAME
        self.page.context.add_cookies(
            [{"name": name, "value": client.cookies[name].value, "url": self.site}]
        )
        return self


@pytest.fixture
def walker(browser, live_server, size):
    """Make people, each with a browser of their own, in Italian; some on a screen of another width."""
    contexts = []

    def make(width: str = size) -> Walker:
        context = browser.new_context(locale="it-IT", viewport=SIZES[width])
        contexts.append(context)
        page = context.new_page()
        page.on("console", _no_script_error)
        return Walker(page, live_server.url)

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def on_pages(live_server):
    """Let the pages stand on a day of the past, by the door through which commands go there."""
    server = live_server.thread.httpd
    site, stands_on = server.get_app(), [timezone.now()]

    def site_on_that_day(environ, start_response):
        with moment.going_back(stands_on[0], by=BaseCommand()):
            return site(environ, start_response)

    def stand(day: date, hour: int = 18) -> None:
        instant = timezone.make_aware(datetime.combine(day, time_of_day(hour)))
        stands_on[0] = min(instant, timezone.now())

    server.set_app(site_on_that_day)
    yield stand
    server.set_app(site)


@pytest.fixture
def staffed(office):
    """The office, whose people have set their second factor up."""
    for user in office.staff.values():
        TOTP.activate(user, SECRET)
    return office


def work_off_jobs() -> None:
    """Run the worker in a thread of its own: this one belongs to the browser."""
    thread = threading.Thread(target=_work)
    thread.start()
    thread.join()


def code_now() -> str:
    """Return the code of this half minute; it is still taken in the next one."""
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // PERIOD))


def _iso(text: str) -> str:
    """Return a day as a date field of the browser takes it."""
    day, slash, rest = text.partition("/")
    if not slash:
        return text
    month, _slash, year = rest.partition("/")
    return f"{year}-{month}-{day}"


def _work() -> None:
    run_jobs()
    connections.close_all()


def _no_script_error(message) -> None:
    if message.type == "error" and "Content Security Policy" in message.text:
        raise AssertionError(message.text)

"""What tests look at behind every page: undefined names, rows without order, inline code, caches."""

import datetime as dt
import random
import sys
from html.parser import HTMLParser
from pathlib import Path

from django.conf import settings
from django.db.models import DateField, DateTimeField, QuerySet
from django.template.base import Node
from django.test import Client

INLINE = "inline script, style or handler"


class UndefinedVariable(str):
    """Fails the test as soon as a template of ours prints a name that is not there.

    Templates of libraries may print what is not there: that is how Django means them to work.
    """

    __slots__ = ()

    def __mod__(self, name):
        """Refuse the name, unless a library's template asks for it."""
        template = _template_being_drawn()
        if template is None or not _is_ours(template):
            return ""
        message = f"{template}: variable {name} is undefined"
        raise AssertionError(message)


class StrictClient(Client):
    """A browser that looks at what it is given."""

    def request(self, **request):
        """Send a request and look at the answer."""
        response = super().request(**request)
        _look_at_caching(response)
        if (
            response.headers.get("Content-Type", "").startswith("text/html")
            and not response.streaming
        ):
            _look_at_markup(response)
        return response


def shuffle_rows_without_order(monkeypatch) -> None:
    """Mix rows that a query asks for in no order; looping over them in a template fails."""
    fetch_all = QuerySet._fetch_all
    mixer = random.Random(7)

    def fetch_strictly(queryset):
        is_fresh = queryset._result_cache is None
        fetch_all(queryset)
        if not is_fresh or queryset.ordered or len(queryset._result_cache) < 2:
            return
        template = _template_being_drawn()
        if template is not None and _is_ours(template):
            message = f"{template}: rows of {queryset.model.__name__} come in no order"
            raise AssertionError(message)
        mixer.shuffle(queryset._result_cache)

    monkeypatch.setattr(QuerySet, "_fetch_all", fetch_strictly)


def refuse_instants_as_days(monkeypatch) -> None:
    """Fail where an instant is put in, or compared with, a field of days: the zone would be lost."""
    prepare = DateField.get_prep_value

    def prepare_strictly(field, value):
        if isinstance(value, dt.datetime) and not isinstance(field, DateTimeField):
            message = f"{field}: {value!r} is an instant, a day was wanted"
            raise AssertionError(message)  # noqa: TRY004 (a fault of the code, not of the value)
        return prepare(field, value)

    monkeypatch.setattr(DateField, "get_prep_value", prepare_strictly)


def _template_being_drawn() -> str | None:
    """Return the file of the template tag that asks, or None where our own code does."""
    frame = sys._getframe(2)
    while frame is not None:
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and getattr(node, "origin", None) is not None:
            return node.origin.name
        if _is_ours(frame.f_code.co_filename):
            return None
        frame = frame.f_back
    return None


def _is_ours(file: str) -> bool:
    path = Path(file)
    return path.is_relative_to(settings.BASE_DIR) and ".venv" not in path.parts


def _look_at_caching(response) -> None:
    user = getattr(response.wsgi_request, "user", None)
    if user is None or not user.is_authenticated:
        return
    if "no-store" not in response.headers.get("Cache-Control", ""):
        message = f"{response.wsgi_request.path}: a signed-in person's page may be cached"
        raise AssertionError(message)


def _look_at_markup(response) -> None:
    markup = _Markup()
    markup.feed(response.content.decode(response.charset))
    markup.close()
    if markup.faults:
        message = f"{response.wsgi_request.path}: {'; '.join(markup.faults)}"
        raise AssertionError(message)


class _Markup(HTMLParser):
    """Collects what a strict content security policy would refuse, and forms without a token."""

    def __init__(self):
        super().__init__()
        self.faults: list[str] = []
        self.unprotected: str | None = None

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        inline = [name for name in given if name == "style" or name.startswith(("on", "hx-on"))]
        if inline or tag == "style" or (tag == "script" and not _is_harmless(given)):
            self.faults.append(f"{INLINE}: {self.get_starttag_text()}")
        if (given.get("href") or "").strip().lower().startswith("javascript:"):
            self.faults.append(f"{INLINE}: {self.get_starttag_text()}")
        if tag == "form" and (given.get("method") or "").lower() == "post":
            self.unprotected = self.get_starttag_text()
        if tag == "input" and given.get("name") == "csrfmiddlewaretoken":
            self.unprotected = None

    def handle_endtag(self, tag):
        if tag == "form" and self.unprotected:
            self.faults.append(f"form without a CSRF token: {self.unprotected}")
            self.unprotected = None


def _is_harmless(script: dict[str, str | None]) -> bool:
    return bool(script.get("src")) or script.get("type") in {"application/json", "text/plain"}

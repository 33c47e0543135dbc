"""The real web server, and people who use it with a session of their own."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from urllib.parse import urlencode

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
INPUT = re.compile(r"<(input|textarea|select)\b[^>]*>")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


@contextmanager
def web_server(workers: int = 2, threads: int = 4) -> Iterator[int]:
    """Run the site as it runs in production and yield its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--worker-class", "gthread"]
    command += ["--workers", str(workers), "--threads", str(threads)]
    command += ["--bind", f"127.0.0.1:{port}", "--log-level", "warning"]
    process = subprocess.Popen(command, env=os.environ | {"SPORTELLO_ALLOWED_HOSTS": "127.0.0.1"})
    try:
        _wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)


class Visitor:
    """Somebody signed in who opens pages and sends forms over one kept connection."""

    def __init__(self, port: int, user) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies = {"sessionid": _session_of(user)}

    def get(self, path: str) -> str:
        """Open a page and return its text; anything but 200 is an error."""
        status, text, _location = self._ask("GET", path)
        if status != http.HTTPStatus.OK:
            raise RuntimeError(f"GET {path}: {status}")
        return text

    def post(self, path: str, fields: dict[str, str]) -> str:
        """Send a form and return where it leads; a form that comes back is an error."""
        fields = {"csrfmiddlewaretoken": self.cookies["csrftoken"], **fields}
        status, text, location = self._ask("POST", path, urlencode(fields))
        if status != http.HTTPStatus.FOUND:
            raise RuntimeError(f"POST {path}: {status}\n{_alerts(text)}")
        return location

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str, str]:
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        text = response.read().decode()
        for cookie in response.headers.get_all("Set-Cookie", []):
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return response.status, text, response.headers.get("Location", "")


def hidden_fields(page: str, mark: str) -> dict[str, str]:
    """Return the hidden inputs of the form in whose first tag `mark` stands."""
    start = page.index(mark)
    form = page[start : page.index("</form>", start)]
    fields = {}
    for tag in INPUT.finditer(form):
        attributes = dict(ATTRIBUTE.findall(tag.group()))
        if attributes.get("type") == "hidden" and "name" in attributes:
            fields[attributes["name"]] = unescape(attributes.get("value", ""))
    return fields


def _session_of(user) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session["second_factor_known"] = True
    session.create()
    return session.session_key


def _wait_for(port: int) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            continue
        else:
            return
    raise RuntimeError("the web server did not start")


def _alerts(page: str) -> str:
    text = re.sub(r"<[^>]+>", " ", page)
    return " ".join(text.split())[:2000]

"""Every page that the table of rights lets somebody read, as a list of visits (`tools/axe.py`).

`write` builds the table's world into the database that the environment names, and prints, as JSON,
one visit for each page: its name, its address, who may read it, and the cookie of their session.
What is a file, or a part of a page, is left out.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from calls.services import load_parameters
from parties.models import User
from tests.access_table import ALSO, EXPECTED
from tests.access_words import OK, Page
from tests.access_world import ANONYMOUS, EVERYBODY, OWNER, World, build_world

# Whoever stands nearest to the page reads it.
NEAREST = (ANONYMOUS, OWNER, *(one for one in EVERYBODY if one not in {ANONYMOUS, OWNER}))


def built() -> World:
    """Return the world of the table, its rows in the database."""
    load_parameters()
    with transaction.atomic():
        world = build_world()
        connection.cursor().execute("SET CONSTRAINTS ALL DEFERRED")
    return world


def visits(world: World) -> Iterator[dict[str, Any]]:
    """Yield the pages, each once."""
    seen, sessions = set(), {}
    for name, page in [*EXPECTED.items(), *ALSO]:
        reader = reader_of(page)
        if reader is None:
            continue
        url = reverse(name, kwargs=page.arguments(world))
        person = world.person(reader, page.case)
        if url in seen or not is_page(url, person):
            continue
        seen.add(url)
        key = sessions.setdefault(person, session_of(person)) if person else ""
        yield {"name": name, "url": url, "who": reader, "session": key}


def reader_of(page: Page) -> str | None:
    """Return who reads a page, or None for an address that nobody reads."""
    return next((one for one in NEAREST if page.get.get(one) == OK), None)


def is_page(url: str, person: User | None) -> bool:
    """Tell whether an address is answered with a whole page."""
    answer = client_of(person).get(url)
    is_html = answer.headers.get("Content-Type", "").startswith("text/html")
    return is_html and not answer.streaming and b"<html" in answer.content


def client_of(person: User | None) -> Client:
    """Return a browser in which somebody has signed in, the second factor shown."""
    client = Client(SERVER_NAME="localhost")
    if person is not None:
        client.cookies[settings.SESSION_COOKIE_NAME] = session_of(person)
    return client


def session_of(person: User) -> str:
    """Return the key of a session in which a person has signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session["second_factor_known"] = True
    session.save()
    return str(session.session_key)


def write() -> None:
    """Build the world and print its visits."""
    json.dump(list(visits(built())), sys.stdout)

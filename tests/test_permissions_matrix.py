"""Every address, tried by everybody, with the keys of somebody else's case."""

from collections.abc import Iterator
from copy import deepcopy
from functools import cache

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from parties.models import User
from tests.access_table import ALSO, EXPECTED
from tests.access_words import ACCOUNTANT, AUDITOR, LOGIN, MOVED, OK, Page
from tests.access_world import ANONYMOUS, EVERYBODY, OUTSIDER, World, build_world, knock
from tests.architecture.tree import packages

pytestmark = pytest.mark.django_db

# Whose POST leaves every row as it was, whatever they are answered.
READ_ONLY = {ANONYMOUS, OUTSIDER, ACCOUNTANT, AUDITOR}
LIBRARIES = ("django.", "allauth.")


def addresses(patterns=None, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Yield every named address of the site with its namespace."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from addresses(pattern.url_patterns, inner)
        else:
            yield f"{namespace}{pattern.name}", pattern


def ours() -> set[str]:
    return {name for name, pattern in addresses() if not pattern.lookup_str.startswith(LIBRARIES)}


def test_every_address_stands_in_the_table_and_no_other():
    missing, stale = ours() - EXPECTED.keys(), EXPECTED.keys() - ours()

    assert missing == set(), f"say in tests/access_table.py who may open {sorted(missing)}"
    assert stale == set(), f"no address has these names any more: {sorted(stale)}"


@pytest.mark.long
def test_everybody_is_answered_as_the_table_says(law):
    world = build_world()
    keys = Keys(world)
    # Every try is taken back: what stands now stands before each of them.
    untouched = rows()
    faults = [
        fault
        for name, page in [*EXPECTED.items(), *ALSO]
        if name in ours()
        for method in ("get", "post")
        for fault in Knocking(keys, untouched, name, page, method).faults()
    ]

    assert not faults, "\n" + "\n".join(faults)


def test_pages_of_libraries_never_fail(law):
    world = build_world()
    filler = {"key": "x", "uidb36": "1", "pk": 1}
    for person in (None, world.outsider, world.office.director):
        client = knock(person)
        for name, _pattern in addresses():
            if name not in ours():
                ((_path, names), *_others), *_rest = get_resolver().reverse_dict[name]
                url = reverse(name, kwargs={key: filler[key] for key in names})
                with transaction.atomic():
                    answered = {answer(client, method, url) for method in ("get", "post")}
                    transaction.set_rollback(True)
                assert 500 not in answered, f"{name} as {person}"


class Keys:
    """Everybody's signed-in browser, opened once: signing in for each try costs more than the try."""

    def __init__(self, world: World):
        self.world = world
        people = {world.person(subject, case) for case in world.cases for subject in EVERYBODY}
        self.cookies = {person: knock(person).cookies for person in people}

    def knock(self, person: User | None) -> Client:
        """Return a browser of its own with the person's key in it."""
        client = knock(None)
        client.cookies = deepcopy(self.cookies[person])
        return client


class Knocking:
    """One address and one method, tried by everybody; each try is taken back."""

    def __init__(self, keys: Keys, untouched: dict[str, str], name: str, page: Page, method: str):
        self.world, self.keys, self.untouched = keys.world, keys, untouched
        self.name, self.page, self.method = name, page, method
        self.arguments = page.arguments(self.world)
        self.url = reverse(name, kwargs=self.arguments)

    def faults(self) -> Iterator[str]:
        """Yield what differs from the table, and what must never be."""
        for subject in EVERYBODY:
            with transaction.atomic():
                yield from self._try(subject)
                transaction.set_rollback(True)

    def _try(self, subject: str) -> Iterator[str]:
        client = self.keys.knock(self.world.person(subject, self.page.case))
        is_written_to = self.method == "post"
        written = writes() if is_written_to else 0
        got = answer(client, self.method, self.url)
        wanted = getattr(self.page, self.method)[subject]
        label = f"{self.method.upper()} {self.name} as {subject}: "
        if got != wanted:
            yield f"{label}{got} and not {wanted}"
        if self.method == "get" and got == OK and self._is_somebody_elses(subject):
            yield f"{label}a stranger reads somebody else's page"
        may_write = subject not in READ_ONLY and got in {OK, MOVED}
        if is_written_to and not may_write and writes() != written:
            yield from (f"{label}changes {table}" for table in changed(self.untouched, rows()))

    def _is_somebody_elses(self, subject: str) -> bool:
        return subject in {ANONYMOUS, OUTSIDER} and "pk" in self.arguments


def answer(client: Client, method: str, url: str) -> int | str:
    """Return the status code, or in words where a redirect leads."""
    response = getattr(client, method)(url)
    if response.streaming:
        b"".join(response.streaming_content)
    if response.status_code in {301, 302, 303}:
        return LOGIN if response.url.startswith(reverse("account_login")) else MOVED
    return response.status_code


@cache
def tables() -> tuple[str, ...]:
    """Return the tables of the product and the queue of jobs."""
    ours = (
        model._meta.db_table
        for label in packages()
        if apps.is_installed(label)
        for model in apps.get_app_config(label).get_models()
    )
    return (*ours, "procrastinate_jobs")


def writes() -> int:
    """Count the rows written since the transaction began: much less to ask than their digests."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_xact_user_tables"
            " WHERE relname = ANY(%s)",
            [list(tables())],
        )
        return cursor.fetchone()[0]


def rows() -> dict[str, str]:
    """Return a digest of every table of the product and of the queue of jobs."""
    questions = " UNION ALL ".join(
        f"SELECT '{table}', md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} t"
        for table in tables()
    )
    with connection.cursor() as cursor:
        cursor.execute(questions)
        return dict(cursor.fetchall())


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    return [table for table, digest in after.items() if before[table] != digest]

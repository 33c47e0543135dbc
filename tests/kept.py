"""Worlds built once and put back: what a test of the same process has built need not be built again.

A function of these tests that builds a part of a world, marked with `kept`, runs once for each way
of calling it. After it ran, the rows of the tables that it changed, the files that it wrote and what
it returned are kept in memory; the next test that calls it from the same state of the database gets
them back, and its objects with them. The state is known by the path of calls that led to it from an
empty database. As soon as a test writes anything else, the path is lost for that test and everything
is built by the real services again: a world that is put back is always one that services have built.

Tests that commit, and builders called with something that has no plain writing, build as they did.
"""

import pickle
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field, is_dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache, wraps
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from django.conf import UserSettingsHolder, settings
from django.core import mail
from django.db import connection, models
from django.utils import timezone, translation

from parties import moment

T = TypeVar("T", bound=Callable[..., Any])
# Watches of the office tell of what waits for five minutes: no world may have waited so long.
LASTS = 240
# Each test has its own folders, and no test of worlds asks the hour of the daily round.
OWN_SETTINGS = {"MEDIA_ROOT", "EMAIL_FILE_PATH", "WATCH_HOUR"}
PLAIN = (str, int, Decimal, date, bool, bytes, type(None), timedelta, float, Enum, UUID)
CHANGES = """
    SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables
    WHERE n_tup_ins + n_tup_upd + n_tup_del > 0
"""


class _NotPlainError(Exception):
    """An argument that cannot be written down."""


@dataclass
class _World:
    """What is kept of a state: since when, whole tables, files by their path, and the call's objects."""

    since: float
    tables: dict[str, bytes]
    files: dict[str, bytes]
    said: bytes


@dataclass
class _Place:
    """Where the running test stands: the path of calls, what the tables hold, and how often they changed."""

    path: tuple[str, ...]
    tables: dict[str, bytes]
    changes: dict[str, int]
    since: float = field(default_factory=time.monotonic)


_worlds: dict[tuple[str, ...], _World | None] = {}
_columns: dict[str, str] = {}
_place: _Place | None = None
_is_started = False


def forget() -> None:
    """Begin a test: nothing is known of its database yet."""
    global _place, _is_started
    _place, _is_started = None, False


def kept(build: T) -> T:
    """Keep what a builder of worlds has built, for later tests that call it alike."""

    @wraps(build)
    def build_or_put_back(*args, **kwargs):
        path = _path_of(build, args, kwargs)
        if path is None:
            return build(*args, **kwargs)
        if path in _worlds:
            world = _worlds[path]
            if world is None:
                return _build_unkept(build, args, kwargs)
            if time.monotonic() - world.since < LASTS:
                return _put_back(path, world, args, kwargs)
        return _build_and_keep(path, build, args, kwargs)

    return build_or_put_back


def _path_of(build: Callable[..., Any], args: Any, kwargs: Any) -> tuple[str, ...] | None:
    """Return the path that a call leads to; None where the test has left every known path."""
    global _place, _is_started  # noqa: PLW0603
    # Outside of tests, where axe visits the world of the rights, nothing is built twice.
    if not connection.in_atomic_block or not hasattr(mail, "outbox"):
        return None
    if not _is_started:
        _is_started = True
        _place = _start()
    if _place is None or _changes() != _place.changes:
        _place = None
        return None
    try:
        call = f"{build.__module__}.{build.__qualname__}{_plain(args)}{_plain(kwargs)}"
    except _NotPlainError:
        return None
    return (*_place.path, f"{call} {_surroundings()}")


def _start() -> _Place | None:
    """Return the place of an empty database; None where something is in it already."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM calls_parameter), (SELECT count(*) FROM letters_template),"
            " EXISTS (SELECT FROM parties_user) OR EXISTS (SELECT FROM parties_body)"
            " OR EXISTS (SELECT FROM parties_party) OR EXISTS (SELECT FROM calls_call)"
        )
        *law, is_inhabited = cursor.fetchone()
    return None if is_inhabited else _Place((str(law),), {}, _changes())


def _build_unkept(build, args, kwargs):
    global _place  # noqa: PLW0603
    _place = None
    return build(*args, **kwargs)


def _build_and_keep(path, build, args, kwargs):
    global _place  # noqa: PLW0603
    before, mails = _place, len(mail.outbox)
    result = build(*args, **kwargs)
    changes = _changes()
    said = _pickled((args, kwargs, result))
    if said is None or len(mail.outbox) != mails:
        _worlds[path] = _place = None
        return result
    changed = [name for name, times in changes.items() if before.changes.get(name) != times]
    tables = before.tables | {name: _dump(name) for name in changed}
    _worlds[path] = _World(before.since, tables, _files(), said)
    _place = _Place(path, tables, changes, before.since)
    return result


def _pickled(objects: Any) -> bytes | None:
    try:
        return pickle.dumps(objects)
    except (pickle.PicklingError, TypeError, AttributeError):
        return None


def _put_back(path, world, args, kwargs):
    global _place  # noqa: PLW0603
    differing = [name for name, rows in world.tables.items() if _place.tables.get(name) is not rows]
    _load({name: world.tables[name] for name in differing})
    for name, content in world.files.items():
        file = Path(settings.MEDIA_ROOT) / name
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    kept_args, kept_kwargs, result = pickle.loads(world.said)
    _bring_up_to_date(args, kept_args)
    _bring_up_to_date(kwargs, kept_kwargs)
    _place = _Place(path, world.tables, _changes(), world.since)
    return result


def _bring_up_to_date(given: Any, known: Any) -> None:
    """Let the objects that a builder was given be as it left them."""
    if isinstance(given, list | tuple):
        for one, other in zip(given, known, strict=False):
            _bring_up_to_date(one, other)
    elif isinstance(given, dict):
        for one, other in zip(given.values(), known.values(), strict=False):
            _bring_up_to_date(one, other)
    elif isinstance(given, models.Model) or (is_dataclass(given) and not _is_frozen(given)):
        given.__dict__.clear()
        given.__dict__.update(known.__dict__)


def _plain(value: Any) -> str:
    """Write an argument down. Raises `_NotPlainError` for what has no plain writing."""
    if isinstance(value, type):
        return value.__qualname__
    if isinstance(value, PLAIN) and not isinstance(value, datetime):
        return repr(value)
    if isinstance(value, models.Model):
        return f"{value._meta.label}:{value.pk}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_plain(one) for one in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_plain(key)}: {_plain(one)}' for key, one in value.items())}}}"
    if is_dataclass(value):
        return type(value).__qualname__ + _plain(_known_fields(value))
    raise _NotPlainError


def _known_fields(value: Any) -> dict[str, Any]:
    """Return what tells an object of a class apart: of one that changes, the rows that it names."""
    fields = {name: getattr(value, name) for name in value.__dataclass_fields__}
    if _is_frozen(value):
        return fields
    return {name: one for name, one in fields.items() if isinstance(one, models.Model)}


def _is_frozen(value: Any) -> bool:
    return value.__dataclass_params__.frozen


def _surroundings() -> str:
    """Return what else a builder looks at: the day, how far back the office stands, settings, language."""
    past = moment.past()
    back = "" if past is None else round((timezone.now() - past).total_seconds() / 360)
    changed: dict[str, Any] = {}
    holder = settings._wrapped
    while isinstance(holder, UserSettingsHolder):
        changed = {
            name: value
            for name, value in vars(holder).items()
            if name.isupper() and name not in OWN_SETTINGS
        } | changed
        holder = holder.default_settings
    return f"{moment.today()} {back} {translation.get_language()} {changed}"


def _changes() -> dict[str, int]:
    """Return how many rows of each table this transaction has written."""
    with connection.cursor() as cursor:
        cursor.execute(CHANGES)
        return dict(cursor.fetchall())


def _columns_of(table: str) -> str:
    if table not in _columns:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute"
                " WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"
                " AND attgenerated = ''",
                [f'"{table}"'],
            )
            _columns[table] = cursor.fetchone()[0]
    return _columns[table]


def _dump(table: str) -> bytes:
    names = _columns_of(table)
    with (
        connection.connection.cursor() as cursor,
        cursor.copy(f'COPY "{table}" ({names}) TO STDOUT') as copy,
    ):
        return b"".join(copy)


def _load(tables: dict[str, bytes]) -> None:
    """Let tables hold these rows and no other."""
    order = [name for name in _parents_first() if name in tables]
    order += sorted(tables.keys() - set(order))
    with _no_triggers(order):
        _run(*(f'DELETE FROM "{name}"' for name in reversed(order)))
        for name in order:
            statement = f'COPY "{name}" ({_columns_of(name)}) FROM STDIN'
            with connection.connection.cursor() as cursor, cursor.copy(statement) as copy:
                copy.write(tables[name])


@cache
def _parents_first() -> tuple[str, ...]:
    """Return the tables whose foreign keys are looked at row by row, in an order that satisfies them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint"
            " WHERE contype = 'f' AND NOT condeferred AND conrelid <> confrelid"
        )
        sorter = TopologicalSorter()
        for table, parent in cursor.fetchall():
            sorter.add(table, parent)
    return tuple(sorter.static_order())


@contextmanager
def _no_triggers(tables: list[str]):
    """Put rows back as they were: what triggers wrote is among them."""
    guarded = [f'"{name}"' for name in tables if name in _guarded()]
    # A table whose foreign keys wait to be looked at cannot be altered.
    _run("SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED")
    _run(*(f"ALTER TABLE {name} DISABLE TRIGGER USER" for name in guarded))
    yield
    _run("SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED")
    _run(*(f"ALTER TABLE {name} ENABLE TRIGGER USER" for name in guarded))


def _run(*statements: str) -> None:
    if statements:
        with connection.cursor() as cursor:
            cursor.execute("; ".join(statements))


@cache
def _guarded() -> frozenset[str]:
    """Return the tables that have triggers of ours."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
        )
        return frozenset(name.strip('"') for (name,) in cursor.fetchall())


def _files() -> dict[str, bytes]:
    root = Path(settings.MEDIA_ROOT)
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }

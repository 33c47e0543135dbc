"""A migrated database to copy tests' databases from: migrations run once, not once for each worker.

The template is known by a digest of everything that migrations are made of, so that a change makes
a new one; the old ones are dropped.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "template_of_tests_"
# Any number will do: workers that want the template at the same time wait for one another.
LOCK = 7_203_114
# Tables of tests are small: a second process for a question costs more than the question. What was
# committed need not outlive the machine.
SETTINGS = "-c max_parallel_workers_per_gather=0 -c jit=off -c synchronous_commit=off"
# What the signal after each flush writes.
WRITTEN_ANEW = {"django_content_type", "auth_permission"}


def use_template() -> None:
    """Let the database of the tests be a copy of a migrated one, which is made where it is missing."""
    name = template()
    settings.DATABASES["default"]["TEST"]["TEMPLATE"] = name
    connection.settings_dict["TEST"]["TEMPLATE"] = name
    options = connection.settings_dict["OPTIONS"]
    options["options"] = f"{options.get('options', '')} {SETTINGS}"


def flush_what_holds_rows() -> None:
    """Empty a database after a test that commits by deleting rows, not by truncating each table.

    Some two hundred and fifty tables, nearly all of them empty, cost seconds to truncate. What
    Django writes anew after each flush, kinds of content and their permissions, is left alone.
    """
    truncate = connection.ops.sql_flush

    def sql_flush(style, tables, *, reset_sequences=False, allow_cascade=False):
        if reset_sequences:
            return truncate(style, tables, reset_sequences=True, allow_cascade=allow_cascade)
        filled = [connection.ops.quote_name(one) for one in _filled(set(tables) - WRITTEN_ANEW)]
        # Books that refuse deletion by trigger are emptied too, as by the truncation.
        return [
            *(f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in filled),
            "SET CONSTRAINTS ALL DEFERRED",
            *(f"DELETE FROM {table}" for table in filled),
            "SET CONSTRAINTS ALL IMMEDIATE",
            *(f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in filled),
        ]

    connection.ops.sql_flush = sql_flush


def copy(name: str) -> str:
    """Make a migrated database of another name anew, without any row, and return its address."""
    source = template()
    with _maintenance() as server:
        _drop(server, {name})
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(source)
            )
        )
    return _url(name)


def template() -> str:
    """Return the name of the migrated database, which is made where it is missing."""
    name = PREFIX + _digest()[:16]
    with _maintenance() as server:
        server.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        known = server.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX]
        )
        names = {row[0] for row in known}
        if name not in names:
            _drop(server, names)
            _make(server, name)
    return name


def _digest() -> str:
    """Return what identifies the outcome of all migrations: their files, data and packages."""
    files = [
        *ROOT.glob("*/migrations/*.py"),
        *ROOT.glob("*/data/*.json"),
        *ROOT.glob("*/defaults/**/*.md"),
        ROOT / "requirements" / "runtime.txt",
        ROOT / "config" / "settings.py",
    ]
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _make(server: psycopg.Connection[Any], name: str) -> None:
    """Migrate under another name first: what bears the name is complete, whoever was killed."""
    unfinished = f"{PREFIX}unfinished"
    _drop(server, {unfinished})
    server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(unfinished)))
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=ROOT,
        env=os.environ | {"SPORTELLO_DATABASE_URL": _url(unfinished)},
        check=True,
    )
    server.execute(
        sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
            sql.Identifier(unfinished), sql.Identifier(name)
        )
    )


def _drop(server: psycopg.Connection[Any], names: set[str]) -> None:
    for name in names:
        server.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )


def _filled(tables: set[str]) -> list[str]:
    question = " UNION ALL ".join(
        f"SELECT '{table}' WHERE EXISTS (SELECT FROM {connection.ops.quote_name(table)})"
        for table in sorted(tables)
    )
    with connection.cursor() as cursor:
        cursor.execute(question)
        return [row[0] for row in cursor.fetchall()]


@contextmanager
def _maintenance() -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(_url("postgres"), autocommit=True) as server:
        yield server


def _url(name: str) -> str:
    """Return the address of another database of the same server."""
    given = settings.DATABASES["default"]
    who = ":".join(quote(part, safe="") for part in (given["USER"], given["PASSWORD"]) if part)
    where = quote(given["HOST"], safe="") + (f":{given['PORT']}" if given["PORT"] else "")
    return f"postgresql://{who}{'@' if who else ''}{where}/{name}"

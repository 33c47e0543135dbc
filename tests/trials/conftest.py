"""A database that a trial may fill and its site may be killed on."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connections
from psycopg import sql

from config.postgres import database_url

LIMIT_SECONDS = 900


@pytest.fixture
def database(transactional_db):
    """The address of a database of its own, with the tables that the tests have."""
    template = connections["default"].settings_dict["NAME"]
    name = f"{template}_kills"
    connections.close_all()
    with psycopg.connect(_address("postgres"), autocommit=True) as connection:
        # Nobody may be connected to what is copied: sessions that earlier tests left are ended.
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [template]
        )
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        connection.execute(drop)
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        yield _address(name)
        connection.execute(drop)


@pytest.fixture
def trial(database) -> Callable[[str, str], dict]:
    """Run a trial by its name in a process of its own, and return what it found."""

    def run(name: str, seed: str) -> dict:
        environment = os.environ | {"SPORTELLO_DATABASE_URL": database, "PYTHONUNBUFFERED": "1"}
        done = subprocess.run(
            [sys.executable, "-m", "tests.trials", name, seed],
            cwd=settings.BASE_DIR,
            env=environment,
            capture_output=True,
            text=True,
            timeout=LIMIT_SECONDS,
            check=False,
        )
        assert done.returncode == 0, f"seed {seed}\n{done.stdout}\n{done.stderr}"
        return json.loads(done.stdout.splitlines()[-1])

    return run


def _address(name: str) -> str:
    parts = urlsplit(database_url())
    return urlunsplit(parts._replace(path=f"/{name}"))

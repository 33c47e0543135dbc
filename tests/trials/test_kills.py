"""Web server and worker are killed while they work; afterwards everything is there, and once.

`KILL_SEED=7 make test ARGS="-k killed -rP"` kills at other moments and prints the figures.
"""

import json
import os
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connections
from psycopg import sql

from config.postgres import database_url

SEED = os.environ.get("KILL_SEED", "1")
LEAST_TRANSITIONS, LEAST_KILLS, LIMIT_SECONDS = 200, 8, 900


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


def test_nothing_is_lost_doubled_or_half_done_when_processes_are_killed(database):
    environment = os.environ | {"SPORTELLO_DATABASE_URL": database, "PYTHONUNBUFFERED": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.trials", SEED],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        timeout=LIMIT_SECONDS,
        check=False,
    )
    assert done.returncode == 0, f"seed {SEED}\n{done.stdout}\n{done.stderr}"
    answer = json.loads(done.stdout.splitlines()[-1])
    print(answer)  # noqa: T201 (figures, shown with -rP)

    assert answer["flaws"] == [], f"seed {SEED}"
    assert answer["transitions"] >= LEAST_TRANSITIONS
    assert sum(answer["kills"].values()) >= LEAST_KILLS


def _address(name: str) -> str:
    parts = urlsplit(database_url())
    return urlunsplit(parts._replace(path=f"/{name}"))

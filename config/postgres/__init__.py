"""The database that comes with the product: an embedded PostgreSQL 18 under `.data/postgres`.

It is used wherever no `DATABASE_URL` is given. The first process that asks starts it (about a tenth
of a second, one second the first time); every process that uses it holds a lease, and the last one
out stops it, so nothing stays behind. `python -m config.postgres start` keeps it running until
`stop`. A killed process loses its lease with its life: the next one takes the server over.
"""

import atexit
import os
from functools import cache
from pathlib import Path

from config.postgres.account import PostgresUnavailableError
from config.postgres.cluster import Cluster, program
from config.postgres.lease import Lease

__all__ = ["VARIABLES", "PostgresUnavailableError", "close", "database_url", "embedded", "program"]

DATA_DIR = Path(__file__).resolve().parents[2] / ".data"
VARIABLES = ("SPORTELLO_DATABASE_URL", "DATABASE_URL")


@cache
def embedded() -> Lease:
    """Return this process's lease on the project's own server; nothing is started yet."""
    return Lease(Cluster(DATA_DIR / "postgres"))


def database_url() -> str:
    """Return the URL of the database, starting the embedded server when none is given.

    A URL in the environment wins and starts nothing. Otherwise the server runs from here on at
    least until this process ends. Raises `PostgresUnavailableError` with a sentence that says why.
    """
    given = next(filter(None, map(os.environ.get, VARIABLES)), None)
    if given:
        return given
    lease = embedded()
    if not lease.is_held:
        lease.take()
        atexit.register(close)
    return lease.cluster.url()


def close() -> None:
    """Give this process's lease back; the last process out stops the server."""
    embedded().give_back()

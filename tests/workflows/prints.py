"""What the tables hold, in a form that is quick to compare."""

from functools import cache

from django.db import connection

# What a walk does not look at when it asks whether a refusal changed anything.
STATIC = ("django_", "auth_", "account_", "calls_", "pgtrigger_", "coworking_", "mfa_")


class Prints:
    """Digests of every table that may change; a table is read again only after it was written to.

    What one transaction has written stays in its tables, dead or alive: reading all of them took
    longer with every step of a walk.
    """

    def __init__(self) -> None:
        self.known: dict[str, tuple[int, str | None]] = {}

    def take(self) -> dict[str, str | None]:
        """Return the digests by table; only where nothing is about to be taken back."""
        written = _writes()
        stale = [name for name in _tables() if self._count(name) != written.get(name, 0)]
        for name, digest in _digests(stale).items():
            self.known[name] = (written.get(name, 0), digest)
        return {name: digest for name, (_count, digest) in self.known.items()}

    def _count(self, name: str) -> int | None:
        return self.known[name][0] if name in self.known else None


@cache
def _tables() -> tuple[str, ...]:
    names = connection.introspection.table_names()
    return tuple(name for name in names if not name.startswith(STATIC))


def _writes() -> dict[str, int]:
    """Return how many rows of each table this transaction has written, those taken back too."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables"
            " WHERE n_tup_ins + n_tup_upd + n_tup_del > 0"
        )
        return dict(cursor.fetchall())


def _digests(names: list[str]) -> dict[str, str | None]:
    if not names:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(
                f"SELECT '{name}', md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {name} t"
                for name in names
            )
        )
        return dict(cursor.fetchall())

"""The field history is sealed block by block; nothing written is lost, nothing sealed twice."""

from contextlib import contextmanager
from datetime import timedelta

import psycopg
import pytest
from django.db import connection

from parties.models import User
from tests.jobs import run_jobs
from tests.office import make_user
from tests.workflows.tampering import run
from workflows.jobs import seal_history
from workflows.models import Case, ChainEnd, FieldHistoryBlock
from workflows.services.sealing import seal_field_history
from workflows.tracked import tracked
from workflows.verification import Trouble, Verification

pytestmark = pytest.mark.django_db(transaction=True)

USERS = User._meta.db_table
HISTORY_OF_USERS = next(one for one in tracked() if one.model is User)


def seal_now(**options) -> int:
    return seal_field_history(**({"settle": timedelta(0), "patience": 0.2} | options))


def blocks(table: str = HISTORY_OF_USERS.table) -> list[tuple[int, int, int, int]]:
    """Return place, bounds and number of rows of every block of a table."""
    return [
        (block.position, block.from_key, block.until_key, len(block.digests))
        for block in FieldHistoryBlock.objects.filter(table=table)
    ]


def keys() -> list[int]:
    lines = HISTORY_OF_USERS.lines.order_by("pgh_id")
    return list(lines.values_list("pgh_id", flat=True))


def flaws() -> list[str]:
    return [finding.sentence for finding in Verification().findings()]


@contextmanager
def changed_table(there: str, back: str):
    """Let the table of the history have other columns, as after a migration."""
    run(f"ALTER TABLE {HISTORY_OF_USERS.table} {there}")
    try:
        yield
    finally:
        run(f"ALTER TABLE {HISTORY_OF_USERS.table} {back}")


@pytest.fixture
def other():
    """A second connection to the same database, as another process has it."""
    settings = connection.get_connection_params()
    names = ("host", "port", "user", "password", "dbname")
    with psycopg.connect(**{name: settings[name] for name in names if name in settings}) as found:
        yield found


def test_every_line_of_every_table_is_sealed_once(office):
    office.granted()

    sealed = seal_now()

    assert sealed == sum(one.lines.count() for one in tracked())
    assert seal_now() == 0
    assert flaws() == []


def test_change_past_the_engine_is_written_down_and_sealed():
    user = make_user("persona@example.org")
    seal_now()

    User.objects.filter(pk=user.pk).update(last_name="Altro")

    line = HISTORY_OF_USERS.lines.order_by("pgh_id").last()
    assert (line.pgh_obj_id, line.pgh_label, line.last_name) == (user.pk, "update", "Altro")
    assert seal_now() == 1
    assert flaws() == []


def test_big_table_is_sealed_in_blocks_of_bounded_size():
    for number in range(7):
        make_user(f"persona{number}@example.org")
    wanted = keys()

    seal_now(block_rows=3)

    assert blocks() == [
        (1, 0, wanted[2], 3),
        (2, wanted[2], wanted[5], 3),
        (3, wanted[5], wanted[6], 1),
    ]
    assert flaws() == []


def test_line_of_an_open_transaction_is_waited_for_and_not_lost(other):
    make_user("prima@example.org")
    seal_now()
    first = make_user("seconda@example.org")
    other.execute("UPDATE parties_user SET last_name = 'Aperta' WHERE email = 'prima@example.org'")
    # Committed after the open one took its key: its own key is higher.
    User.objects.filter(pk=first.pk).update(last_name="Chiusa")

    assert seal_now() == 0
    other.commit()
    assert seal_now() == 3
    assert flaws() == []


def test_transaction_that_began_later_does_not_hold_up_what_was_there(other):
    make_user("prima@example.org")
    seal_now()
    make_user("seconda@example.org")
    other.execute("SELECT 1")

    assert seal_now() > 0


def test_line_that_was_rolled_back_leaves_a_gap_and_no_flaw(other):
    make_user("prima@example.org")
    seal_now()
    other.execute("UPDATE parties_user SET last_name = 'Mai' WHERE email = 'prima@example.org'")
    other.rollback()
    make_user("seconda@example.org")

    seal_now()

    assert flaws() == []


def test_young_lines_wait_because_a_request_may_add_who_acted():
    make_user("persona@example.org")

    assert seal_now(settle=timedelta(minutes=1)) == 0
    assert seal_now() > 0


def test_row_older_than_its_history_is_taken_stock_of():
    make_user("persona@example.org")
    run(f"TRUNCATE {HISTORY_OF_USERS.table}")

    seal_now()

    (line,) = HISTORY_OF_USERS.lines
    assert (line.pgh_label, line.email) == ("stock", "persona@example.org")
    assert flaws() == []


def test_column_that_comes_later_changes_no_digest():
    make_user("persona@example.org")
    seal_now()
    with changed_table("ADD COLUMN size integer NOT NULL DEFAULT 42", "DROP COLUMN size"):
        assert flaws() == []


def test_column_that_was_renamed_is_said_to_be_lost():
    make_user("persona@example.org")
    seal_now()
    there, back = "RENAME last_name TO surname", "RENAME surname TO last_name"
    with changed_table(there, back):
        (flaw,) = Verification(["fields"]).findings()

    assert (flaw.trouble, flaw.table, flaw.position) == (
        Trouble.COLUMNS,
        HISTORY_OF_USERS.table,
        1,
    )
    assert "last_name" in flaw.sentence


def test_worker_seals_by_itself(office):
    office.file()

    seal_history.defer(timestamp=0)
    run_jobs()

    assert set(ChainEnd.objects.values_list("name", flat=True)) == {
        "",
        *(one.table for one in tracked()),
    }
    assert Case.objects.count() == 1

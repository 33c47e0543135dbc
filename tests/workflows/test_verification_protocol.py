"""PRT-04: whatever is done in SQL to the register is found, and named."""

import pytest

from parties import moment
from tests.office import make_body
from tests.workflows.tampering import (
    CASES,
    FORGED,
    PROTOCOL,
    forget_references,
    found,
    run,
    seal,
    tamper,
)
from workflows.models import (
    ProtocolCounter,
    ProtocolEntry,
)
from workflows.services.protocol import next_entry, register
from workflows.verification import Trouble, Verification

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(office):
    """A granted case: four entries of history, several of the protocol, everything sealed."""
    case = office.granted()
    seal()
    return case


@pytest.fixture
def book(db):
    """A register of five entries that no case points at."""
    body = make_body("agenzia", "Agenzia di prova")
    for number in range(1, 6):
        write(body, f"Nota {number}")
    return body


def write(body, subject: str) -> ProtocolEntry:
    return register(next_entry(body), direction="internal", subject=subject, counterpart="Uffici")


def number(body, number: int) -> int:
    return ProtocolEntry.objects.get(body=body, number=number).pk


@pytest.mark.parametrize(
    "change", ["subject = 'Altro'", "counterpart = 'Altri'", "digests = '[1]'", "note = 'Falso'"]
)
@pytest.mark.parametrize("place", [1, 3, 5])
def test_PRT_04_edited_entry_of_the_register_is_named(book, change, place):
    row = number(book, place)
    tamper(PROTOCOL, f"UPDATE {PROTOCOL} SET {change} WHERE id = %s", row)

    assert found("protocol") == [(Trouble.EDITED, place, row)]


def test_PRT_04_deleted_entry_of_the_register_is_named(book):
    row, after = number(book, 2), number(book, 3)
    tamper(PROTOCOL, f"DELETE FROM {PROTOCOL} WHERE id = %s", row)

    assert found("protocol") == [(Trouble.MISSING, 2, None), (Trouble.UNVERIFIABLE, 3, after)]


def test_PRT_04_entries_cut_off_the_end_of_the_register_are_missing(book):
    tamper(PROTOCOL, f"DELETE FROM {PROTOCOL} WHERE body_id = %s AND number > 3", book.pk)

    assert found("protocol") == [(Trouble.MISSING, 4, None)]


def test_PRT_04_rewritten_end_of_the_register_is_found_though_the_register_went_on(book):
    third = ProtocolEntry.objects.get(body=book, number=3)
    tamper(PROTOCOL, f"DELETE FROM {PROTOCOL} WHERE body_id = %s AND number > 3", book.pk)
    ProtocolCounter.objects.filter(body=book).update(last_number=3, last_seal=third.seal)
    write(book, "Nota dopo")

    assert found("protocol") == [(Trouble.END, 4, None)]


def test_PRT_04_older_end_put_back_leaves_rows_behind_it(book):
    counter = ProtocolCounter.objects.filter(body=book).values("last_number", "last_seal", "head")
    old = counter.get()
    row = write(book, "Nota dopo").pk
    ProtocolCounter.objects.filter(body=book).update(**old)

    assert found("protocol") == [(Trouble.INSERTED, 6, row)]


def test_PRT_04_register_removed_with_its_counter_is_missed_by_what_points_at_it(case):
    forget_references(PROTOCOL)
    tamper(PROTOCOL, f"DELETE FROM {PROTOCOL}")
    run("DELETE FROM workflows_protocolcounter")

    flaws = list(Verification(["protocol"]).findings())

    assert {(flaw.trouble, flaw.table) for flaw in flaws} >= {(Trouble.DANGLING, CASES)}
    assert (Trouble.DANGLING, 0, case.pk) in found("protocol")


def test_PRT_04_register_without_its_counter_has_no_end(book):
    run("DELETE FROM workflows_protocolcounter")

    assert (Trouble.INSERTED, 5, number(book, 5)) in found("protocol")


def test_PRT_04_inserted_number_is_named_with_those_that_moved(book):
    moved = [number(book, place) for place in (4, 5)]
    for place, row in ((6, moved[1]), (5, moved[0])):
        tamper(PROTOCOL, f"UPDATE {PROTOCOL} SET number = %s WHERE id = %s", place, row)
    run(
        f"INSERT INTO {PROTOCOL} (body_id, year, number, registered_at, direction, subject,"
        " counterpart, digests, note, seal)"
        " VALUES (%s, %s, 4, now(), 'in', 'Falso', 'Nessuno', '[]', '', %s)",
        book.pk,
        moment.today().year,
        FORGED,
    )

    assert found("protocol") == [
        (Trouble.INSERTED, 4, number(book, 4)),
        (Trouble.MOVED, 5, moved[0]),
        (Trouble.INSERTED, 6, moved[1]),
    ]

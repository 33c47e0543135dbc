"""Whatever is done in SQL to the history of a case is found, and named."""

import pytest

from grants.models import RentContribution
from grants.services import withdraw
from tests.office import days_ago
from tests.workflows.tampering import (
    CASES,
    FORGED,
    HISTORY,
    forget_references,
    found,
    run,
    seal,
    tamper,
)
from tests.workflows.waiting import waiting_for_applicant
from workflows import seals
from workflows.models import (
    HistoryEntry,
)
from workflows.tasks import perform
from workflows.verification import Trouble, Verification

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(office):
    """A granted case: four entries of history, several of the protocol, everything sealed."""
    case = office.granted()
    seal()
    return case


def entry(case, position: int) -> int:
    return HistoryEntry.objects.get(case=case, position=position).pk


def insert_entry(case, position: int, sealed: str = FORGED) -> int:
    run(
        f"INSERT INTO {HISTORY} (case_id, position, name, source, target, at, reason, outcomes,"
        " changes, seal) VALUES (%s, %s, 'grant', 'granted', 'granted', now(), '', '[]', '{}', %s)",
        case.pk,
        position,
        sealed,
    )
    return entry(case, position)


def shift(case, start: int, by: int) -> None:
    """Move the entries from `start` on by some places, past the uniqueness of places."""
    tamper(
        HISTORY,
        f"UPDATE {HISTORY} SET position = position + 1000 WHERE case_id = %s AND position >= %s",
        case.pk,
        start,
    )
    tamper(
        HISTORY,
        f"UPDATE {HISTORY} SET position = position - 1000 + %s WHERE case_id = %s AND position > 999",
        by,
        case.pk,
    )


def test_nothing_is_wrong_when_the_office_has_worked(office):
    with days_ago(30):
        office.granted()
        waiting_for_applicant(office)
        noticed = perform(
            office.examined(),
            "give_refusal_notice",
            by=office.officer,
            grounds=[("COW-08", "Preventivo illeggibile.")],
        )
    withdrawn = office.file()
    withdraw(withdrawn, by=withdrawn.opened_by)
    office.draft()
    office.proposed()
    seal(block_rows=7)
    verification = Verification()

    assert list(verification.findings()) == []
    assert noticed.history.count() == 3
    assert verification.seen >= verification.total > 100


def test_update_that_goes_round_the_models_is_recorded_and_sound(case):
    RentContribution.objects.filter(pk=case.pk).update(project="Altro")
    seal()

    assert found() == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("reason", "'Altro'"),
        ("by_id", "NULL"),
        ("at", "at - interval '1 day'"),
        ("outcomes", "'[]'"),
        ("changes", """'{"granted": [null, "900.00"]}'"""),
    ],
)
@pytest.mark.parametrize("position", [1, 3, 4])
def test_edited_entry_of_history_is_named(case, column, value, position):
    row = entry(case, position)
    before = HistoryEntry.objects.filter(pk=row).values().get()

    tamper(HISTORY, f"UPDATE {HISTORY} SET {column} = {value} WHERE id = %s", row)

    is_changed = HistoryEntry.objects.filter(pk=row).values().get() != before
    assert found() == ([(Trouble.EDITED, position, row)] if is_changed else [])


def test_sentence_names_case_place_table_and_key(case):
    row = entry(case, 2)
    tamper(HISTORY, f"UPDATE {HISTORY} SET reason = 'Altro' WHERE id = %s", row)

    (flaw,) = Verification().findings()

    assert (flaw.case, flaw.where.endswith(case.number)) == (case.pk, True)
    for word in (case.number, "2", HISTORY, str(row)):
        assert word in flaw.sentence


def test_edited_target_of_the_last_entry_also_contradicts_the_status(case):
    row = entry(case, 4)
    tamper(HISTORY, f"UPDATE {HISTORY} SET target = 'refused' WHERE id = %s", row)

    assert found() == [(Trouble.EDITED, 4, row), (Trouble.STATUS, 0, case.pk)]


def test_deleted_entry_of_history_is_named_with_what_hung_on_it(case):
    after = entry(case, 3)
    tamper(HISTORY, f"DELETE FROM {HISTORY} WHERE case_id = %s AND position = 2", case.pk)

    assert found() == [(Trouble.MISSING, 2, None), (Trouble.UNVERIFIABLE, 3, after)]


def test_deleted_entry_is_found_when_the_places_were_closed_up(case):
    changed, moved = entry(case, 3), entry(case, 4)
    tamper(HISTORY, f"DELETE FROM {HISTORY} WHERE case_id = %s AND position = 2", case.pk)
    shift(case, 3, -1)

    assert found() == [
        (Trouble.EDITED, 2, changed),
        (Trouble.MOVED, 3, moved),
        (Trouble.MISSING, 4, None),
    ]


def test_entry_cut_off_the_end_is_missing(case):
    tamper(HISTORY, f"DELETE FROM {HISTORY} WHERE case_id = %s AND position > 2", case.pk)

    (flaw,) = Verification().findings()

    assert (flaw.trouble, flaw.position) == (Trouble.MISSING, 3)
    assert "4" in flaw.sentence


def test_entry_cut_off_the_end_is_found_when_the_end_was_rewritten(case):
    last = HistoryEntry.objects.get(case=case, position=3)
    tamper(HISTORY, f"DELETE FROM {HISTORY} WHERE case_id = %s AND position = 4", case.pk)
    tamper(
        CASES,
        f"UPDATE {CASES} SET history_length = 3, history_last = %s, status = %s WHERE id = %s",
        last.seal,
        last.target,
        case.pk,
    )

    assert found("history") == [(Trouble.END, 3, None)]
    assert found("rows") == [(Trouble.UNWRITTEN, 0, case.pk)]


def test_rewritten_end_is_not_mended_by_the_next_move(office):
    case = office.examined()
    last = HistoryEntry.objects.get(case=case, position=1)
    tamper(HISTORY, f"DELETE FROM {HISTORY} WHERE case_id = %s AND position = 2", case.pk)
    tamper(
        CASES,
        f"UPDATE {CASES} SET history_length = 1, history_last = %s WHERE id = %s",
        last.seal,
        case.pk,
    )
    perform(case, "propose_admission", by=office.officer)

    assert found("history") == [(Trouble.END, 2, None)]


def test_whole_history_of_a_case_that_was_removed_is_missed(case):
    tamper(HISTORY, f"DELETE FROM {HISTORY} WHERE case_id = %s", case.pk)

    (flaw,) = Verification().findings()

    assert (flaw.trouble, flaw.position, flaw.case) == (Trouble.MISSING, 1, case.pk)


def test_whole_history_is_missed_when_the_end_was_emptied_too(case):
    tamper(HISTORY, f"DELETE FROM {HISTORY} WHERE case_id = %s", case.pk)
    empty = f"UPDATE {CASES} SET history_length = 0, history_last = '', history_head = ''"
    tamper(CASES, f"{empty} WHERE id = %s", case.pk)

    assert found() == [(Trouble.STATUS, 0, case.pk)]


def test_new_history_after_the_old_was_emptied_begins_too_late(office):
    case = office.examined()
    tamper(HISTORY, f"DELETE FROM {HISTORY} WHERE case_id = %s", case.pk)
    empty = f"UPDATE {CASES} SET history_length = 0, history_last = '', history_head = ''"
    tamper(CASES, f"{empty} WHERE id = %s", case.pk)
    perform(case, "propose_admission", by=office.officer)

    assert found("history") == [(Trouble.BEGINNING, 1, entry(case, 1))]


def test_case_that_was_removed_leaves_its_history_behind(case):
    forget_references(CASES)
    tamper(CASES, f"DELETE FROM {CASES} WHERE id = %s", case.pk)

    assert (Trouble.MISSING, 0, None) in found("history")
    assert (Trouble.MISSING, 0, None) in found("rows")


def test_inserted_entry_at_the_end_is_named(case):
    row = insert_entry(case, 5)

    assert found() == [(Trouble.INSERTED, 5, row)]


def test_inserted_entry_in_the_middle_is_named_with_those_that_moved(case):
    moved = [entry(case, position) for position in (2, 3, 4)]
    shift(case, 2, 1)
    row = insert_entry(case, 2)

    assert found() == [
        (Trouble.INSERTED, 2, row),
        *((Trouble.MOVED, place, key) for place, key in zip((3, 4, 5), moved, strict=True)),
    ]


def test_entry_sealed_with_another_key_is_not_ours(case):
    """Whoever forges a row and its seal lacks the key, however well the rest is copied."""
    last = HistoryEntry.objects.get(case=case, position=4)
    forged = HistoryEntry.objects.get(case=case, position=4)
    forged.position, forged.reason = 5, "Falso"
    key = b"another key"
    row = insert_entry(case, 5, seals.seal(key, last.seal, forged.sealed_values))
    head = seals.head(key, f"case {case.pk}", 5, HistoryEntry.objects.get(pk=row).seal)
    tamper(
        CASES,
        f"UPDATE {CASES} SET history_length = 5, history_last = %s, history_head = %s WHERE id = %s",
        HistoryEntry.objects.get(pk=row).seal,
        head,
        case.pk,
    )

    assert found() == [(Trouble.INSERTED, 5, row), (Trouble.END, 5, None)]


def test_replaced_entry_makes_the_next_one_unverifiable(case):
    row, after = entry(case, 2), entry(case, 3)
    values = HistoryEntry.objects.get(pk=row).sealed_values | {"reason": "Falso"}
    forged = seals.seal(
        b"another key", HistoryEntry.objects.get(case=case, position=1).seal, values
    )
    tamper(HISTORY, f"UPDATE {HISTORY} SET reason = 'Falso', seal = %s WHERE id = %s", forged, row)

    assert found() == [(Trouble.INSERTED, 2, row), (Trouble.UNVERIFIABLE, 3, after)]


def test_reordered_entries_are_named_with_where_they_stood(case):
    second, third = entry(case, 2), entry(case, 3)
    tamper(HISTORY, f"UPDATE {HISTORY} SET position = 1002 WHERE id = %s", second)
    tamper(HISTORY, f"UPDATE {HISTORY} SET position = 2 WHERE id = %s", third)
    tamper(HISTORY, f"UPDATE {HISTORY} SET position = 3 WHERE id = %s", second)

    assert found() == [(Trouble.MOVED, 2, third), (Trouble.MOVED, 3, second)]


def test_entry_given_to_another_case_is_missed_here_and_inserted_there(office):
    one, other = office.examined(), office.examined()
    seal()
    row = entry(one, 2)
    tamper(HISTORY, f"UPDATE {HISTORY} SET case_id = %s, position = 3 WHERE id = %s", other.pk, row)

    assert found() == [(Trouble.MISSING, 2, None), (Trouble.INSERTED, 3, row)]


def test_wrong_key_breaks_everything(case, settings):
    settings.HISTORY_KEY = "another key"

    assert {trouble for trouble, *_rest in found("history")} == {Trouble.INSERTED, Trouble.END}
    assert (Trouble.CHAINS, 0, None) in found("fields")

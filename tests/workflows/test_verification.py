"""Whatever is done in SQL to history, protocol and field history is found, and named."""

from datetime import timedelta

import pytest
from django.db import transaction

from grants.models import RentContribution
from grants.services import withdraw
from parties import moment
from tests.office import days_ago, make_body
from tests.workflows.tampering import forget_references, run, tamper
from tests.workflows.waiting import waiting_for_applicant
from workflows import seals
from workflows.models import (
    Case,
    ChainEnd,
    FieldHistoryBlock,
    HistoryEntry,
    ProtocolCounter,
    ProtocolEntry,
)
from workflows.services.protocol import next_entry, register
from workflows.services.sealing import seal_field_history
from workflows.tasks import perform
from workflows.tracked import tracked
from workflows.verification import Trouble, Verification

pytestmark = pytest.mark.django_db

HISTORY, PROTOCOL = "workflows_historyentry", "workflows_protocolentry"
CASES, BLOCKS = "workflows_case", "workflows_fieldhistoryblock"
OF_CASES = "workflows_caseevent"
OF_CASES_COLUMNS = next(one.columns for one in tracked() if one.table == OF_CASES)
FORGED = "f" * 64


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


def seal(**options) -> None:
    seal_field_history(**({"settle": timedelta(0)} | options))


def found(*chains: str) -> list[tuple[Trouble, int, int | None]]:
    """Return what is wrong, the place and the key of the row."""
    verification = Verification(chains) if chains else Verification()
    return [(one.trouble, one.position, one.row) for one in verification.findings()]


def entry(case, position: int) -> int:
    return HistoryEntry.objects.get(case=case, position=position).pk


def number(body, number: int) -> int:
    return ProtocolEntry.objects.get(body=body, number=number).pk


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


def lines(case) -> list[int]:
    """Return the keys of a case's lines in the history of fields."""
    history = next(one for one in tracked() if one.model is Case).lines
    return list(history.filter(pgh_obj=case.pk).order_by("pgh_id").values_list("pgh_id", flat=True))


def test_edited_line_of_the_field_history_is_named(case):
    row = lines(case)[2]
    tamper(OF_CASES, f"UPDATE {OF_CASES} SET amount = 1 WHERE pgh_id = %s", row)

    assert found() == [(Trouble.EDITED, row, row)]


def test_line_ascribed_to_somebody_else_is_named(office, as_user):
    case = office.examined()
    as_user(office.officer).post(f"/ufficio/pratiche/{case.pk}/note/", {"text": "Vista."})
    run(
        "INSERT INTO pghistory_context (id, created_at, updated_at, metadata)"
        " VALUES (gen_random_uuid(), now(), now(), %s)",
        '{"user": 1}',
    )
    row = lines(case)[-1]
    tamper(
        OF_CASES,
        f"UPDATE {OF_CASES} SET pgh_context_id = (SELECT id FROM pghistory_context LIMIT 1)"
        " WHERE pgh_id = %s",
        row,
    )
    seal()
    run("""UPDATE pghistory_context SET metadata = '{"user": 2}'""")

    assert found() == [(Trouble.EDITED, row, row)]


def test_deleted_line_of_the_field_history_is_named(case):
    row = lines(case)[2]
    tamper(OF_CASES, f"DELETE FROM {OF_CASES} WHERE pgh_id = %s", row)

    assert found() == [(Trouble.MISSING, row, None)]


def test_inserted_line_of_the_field_history_is_named(office):
    case = office.examined()
    with transaction.atomic():
        Case.objects.filter(pk=case.pk).update(amount=1)
        row = lines(case)[-1]
        transaction.set_rollback(True)
    perform(case, "propose_admission", by=office.officer)
    seal()
    columns = ", ".join(name for name in OF_CASES_COLUMNS if name != "pgh_id")
    run(
        f"INSERT INTO {OF_CASES} (pgh_id, {columns})"
        f" SELECT %s, {columns} FROM {OF_CASES} WHERE pgh_id = %s",
        row,
        lines(case)[0],
    )

    assert found("fields") == [(Trouble.INSERTED, row, row)]


def test_reordered_lines_of_the_field_history_are_named(case):
    one, other = lines(case)[1], lines(case)[2]
    for old, new in ((one, -1), (other, one), (-1, other)):
        tamper(OF_CASES, f"UPDATE {OF_CASES} SET pgh_id = %s WHERE pgh_id = %s", new, old)

    assert found() == [(Trouble.EDITED, one, one), (Trouble.EDITED, other, other)]


def test_last_line_that_was_removed_before_its_sealing_is_missed_by_the_row(case):
    Case.objects.filter(pk=case.pk).update(amount=1)
    row = lines(case)[-1]
    tamper(OF_CASES, f"DELETE FROM {OF_CASES} WHERE pgh_id = %s", row)

    assert found() == [(Trouble.UNWRITTEN, 0, case.pk)]


def test_row_changed_with_triggers_off_is_named_with_its_fields(case):
    tamper(CASES, f"UPDATE {CASES} SET amount = 9000, due_on = NULL WHERE id = %s", case.pk)

    (flaw,) = Verification().findings()

    assert (flaw.trouble, flaw.table, flaw.row) == (Trouble.UNWRITTEN, CASES, case.pk)
    assert case.number in flaw.sentence
    assert str(Case._meta.get_field("amount").verbose_name) in flaw.sentence


def test_status_set_with_triggers_off_contradicts_history_and_field_history(case):
    tamper(CASES, f"UPDATE {CASES} SET status = 'refused' WHERE id = %s", case.pk)

    assert found() == [(Trouble.STATUS, 0, case.pk), (Trouble.UNWRITTEN, 0, case.pk)]


def test_status_set_in_sql_contradicts_the_history_though_triggers_wrote_it_down(case):
    run(f"UPDATE {CASES} SET status = 'refused' WHERE id = %s", case.pk)
    seal()

    assert found() == [(Trouble.STATUS, 0, case.pk)]


def test_row_added_with_triggers_off_has_no_history(office):
    seal()
    table = "parties_roleassignment"
    tamper(
        table,
        f"INSERT INTO {table} (user_id, role, valid_from) VALUES (%s, 'director', now())",
        office.applicant().pk,
    )
    (flaw,) = Verification(["rows"]).findings()

    assert (flaw.trouble, flaw.table) == (Trouble.UNWRITTEN, table)


def test_row_removed_with_triggers_off_is_missed(office):
    seal()
    table = "coworking_registry_priceitem"
    tamper(table, f"DELETE FROM {table} WHERE id = %s", office.desk.pk)

    assert found() == [(Trouble.MISSING, 0, None)]


def test_block_of_seals_that_was_edited_is_named(case):
    block = FieldHistoryBlock.objects.get(table=OF_CASES, position=1)
    tamper(BLOCKS, f"UPDATE {BLOCKS} SET digests = '{{}}' WHERE id = %s", block.pk)

    assert found() == [(Trouble.EDITED, 1, block.pk)]


def test_blocks_cut_off_the_end_are_missing(case):
    Case.objects.filter(pk=case.pk).update(amount=1)
    seal()
    tamper(BLOCKS, f'DELETE FROM {BLOCKS} WHERE "table" = %s AND position = 2', OF_CASES)

    assert found() == [(Trouble.MISSING, 2, None)]


def test_chain_that_was_removed_whole_is_missed_and_not_begun_in_silence(case):
    tamper(BLOCKS, f'DELETE FROM {BLOCKS} WHERE "table" = %s', OF_CASES)
    ChainEnd.objects.filter(name=OF_CASES).delete()
    before = found("fields")
    seal()

    assert before == [(Trouble.CHAINS, 0, None)]
    assert found("fields") == before


def test_nothing_sealed_yet_is_said(office):
    assert found("fields") == [(Trouble.UNSEALED, 0, None)]

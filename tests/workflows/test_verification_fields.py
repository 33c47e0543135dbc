"""Whatever is done in SQL to the field history, its rows and its seals is found, and named."""

import pytest
from django.db import transaction

from tests.workflows.tampering import BLOCKS, CASES, OF_CASES, found, run, seal, tamper
from workflows.models import (
    Case,
    ChainEnd,
    FieldHistoryBlock,
)
from workflows.tasks import perform
from workflows.tracked import tracked
from workflows.verification import Trouble, Verification

pytestmark = pytest.mark.django_db


OF_CASES_COLUMNS = next(one.columns for one in tracked() if one.table == OF_CASES)


@pytest.fixture
def case(office):
    """A granted case: four entries of history, several of the protocol, everything sealed."""
    case = office.granted()
    seal()
    return case


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

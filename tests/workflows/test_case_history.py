"""Every change of a case's fields: in its steps, and outside them with who is known."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from coworking_registry.models import PriceItem
from grants.models import RentContribution
from tests.workflows.case_pages import page_of, words
from tests.workflows.tampering import run
from workflows.field_changes import change_sets
from workflows.models import Case, HistoryEntry
from workflows.tasks import open_tasks

pytestmark = pytest.mark.django_db(transaction=True)


def history_of(case) -> str:
    return reverse("workflows:case_history", args=[case.pk])


def sets_of(case):
    return change_sets(RentContribution.objects.get(pk=case.pk), list(case.history.all()))


def shown(made) -> list[tuple[str, str, str]]:
    return [(one["label"], one["before"], one["after"]) for row in made.rows for one in row.fields]


def label(name: str) -> str:
    return str(RentContribution._meta.get_field(name).verbose_name)


def test_step_shows_what_it_changed_with_labels_and_who(office):
    case = office.proposed()

    latest = sets_of(case)[0]

    assert (latest.is_outside, latest.who) == (False, str(office.officer))
    assert (label("proposed"), "–", "600,00 €") in shown(latest)


def test_every_step_of_the_history_is_there_and_in_order(office):
    case = office.granted()

    steps = [made.steps for made in sets_of(case) if made.steps]

    assert len(steps) == case.history.count() + 1
    outside = [shown(made) for made in sets_of(case) if made.is_outside]
    # The office of these tests writes the CUP down itself (`Office.draft`), and nothing else.
    assert outside == [[(label("cup"), "–", case.cup)]]


def test_change_made_in_the_database_is_outside_and_nobody_is_known(office):
    case = office.examined()
    run("UPDATE grants_rentcontribution SET project = 'Altro' WHERE case_ptr_id = %s", case.pk)

    latest = sets_of(case)[0]

    assert (latest.is_outside, latest.who) == (True, "non noto")
    assert [(one, after) for one, _before, after in shown(latest)] == [(label("project"), "Altro")]


def test_codes_are_told_in_words(office):
    case = office.file()

    told = {text for made in sets_of(case) for _label, _before, text in shown(made)}

    (line,) = case.lines.all()
    first = case.call_version.declarations.all()[0]
    assert str(PriceItem.Unit(line.unit).label) in told
    assert any(text.startswith(f"{first.title}, ") for text in told)
    assert not {line.unit, first.code} & told


def test_version_raised_by_hand_does_not_pass_for_a_step(office):
    case = office.examined()
    run("UPDATE workflows_case SET amount = 1, version = version + 1 WHERE id = %s", case.pk)

    assert sets_of(case)[0].is_outside


def test_line_that_was_added_and_removed_is_told(office):
    case = office.examined()
    (line,) = case.lines.all()
    line.delete()

    latest = sets_of(case)[0]

    assert latest.is_outside
    assert [row.what for row in latest.rows] == [str(line._meta.verbose_name)]


def test_change_through_a_page_bears_the_name_of_who_made_it(office, as_user):
    case = office.file()
    client = as_user(office.officer)
    (task,) = open_tasks(case)
    client.post(reverse("workflows:take", args=[task.pk]))

    lines = Case.objects.get(pk=case.pk).history.all()
    assert lines.last().by == office.officer
    assert sets_of(case)[0].who == str(office.officer)


def test_page_marks_changes_outside_a_step_and_can_show_them_alone(office, as_user):
    case = office.examined()
    run("UPDATE workflows_case SET amount = 1 WHERE id = %s", case.pk)
    client = as_user(office.officer)

    everything, outside = client.get(history_of(case)), client.get(history_of(case) + "?solo=fuori")

    assert len(everything.context["page"].object_list) > 1
    amount, cup = outside.context["page"].object_list
    assert (amount.is_outside, cup.is_outside) == (True, True)
    # The office of these tests writes the CUP down itself (`Office.draft`).
    assert [one for one, _before, _after in shown(cup)] == [label("cup")]
    assert history_of(case) in words(client.get(page_of(case)))


def test_number_of_queries_is_the_same_for_one_line_and_for_three(office, as_user):
    few, many = office.examined(), office.examined()
    for price in (11, 12, 13):
        many.lines.update(unit_price=price)
        Case.objects.filter(pk=many.pk).update(amount=price)
    few.lines.update(unit_price=1)
    client = as_user(office.officer)
    counts = []
    for case in (few, many):
        client.get(history_of(case))
        with CaptureQueriesContext(connection) as captured:
            client.get(history_of(case))
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_history_of_a_field_that_is_no_more_is_still_readable(office, as_user):
    case = office.examined()
    entry = HistoryEntry.objects.filter(case=case).last()
    run("ALTER TABLE workflows_historyentry DISABLE TRIGGER USER")
    try:
        run(
            """UPDATE workflows_historyentry SET changes = '{"colour": ["red", null]}' WHERE id = %s""",
            entry.pk,
        )
    finally:
        run("ALTER TABLE workflows_historyentry ENABLE TRIGGER USER")

    assert "colour" in words(as_user(office.officer).get(page_of(case)))

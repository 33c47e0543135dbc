"""A case's terms on its two pages: a small timeline, and the same facts as a list."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from tests.office import days_ago
from tests.workflows.case_pages import page_of
from tests.workflows.waiting_terms import ASKED, asked_days_ago, now_of, running
from ui.formats import short_date
from workflows import timers
from workflows.engine import change_officer
from workflows.models import CaseTask
from workflows.tasks import perform
from workflows.terms import Term

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    """Sentences are compared as they stand in the sources."""
    with translation.override("en"):
        yield


def day_of(days: float):
    """Return the office's day so many days ago."""
    return timezone.localdate() - timedelta(days=days)


def rows_of(client, case, kind, key="terms"):
    [row] = [row for row in seen(client, page_of(case)).context[key] if row["kind"] == kind]
    return row


def own_page(case) -> str:
    return reverse("workflows:case", args=[case.pk])


def seen(client, address: str):
    """Open a page in English."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client.get(address)


def told(row) -> list[tuple]:
    return [(fact["day"], fact["kind"], fact["text"]) for fact in row["facts"]]


def places(line, key: str, kind: str) -> list[float]:
    return [float(one["x"]) for one in line[key] if one["kind"] == kind]


def answered(office, *, asked: float, after: float):
    """Return a case filed forty days ago whose applicant answered a request."""
    with days_ago(40):
        case = office.examined()
    with days_ago(asked):
        perform(case, "request_integration", by=office.officer, items=ASKED, reason="Manca.")
    with days_ago(asked - after):
        return perform(
            now_of(case), "answer_integration", by=case.opened_by, changes={"project": "Più " * 150}
        )


def test_facts_tell_start_suspension_today_reminders_and_last_day(office, as_user):
    case = answered(office, asked=30, after=5)

    row = rows_of(as_user(office.officer), case, "conclusion")

    due = running(case, "conclusion").due_on
    assert told(row) == [
        (day_of(40), "start", "this day is not counted"),
        (day_of(30), "suspended", f"integration request: until {short_date(day_of(25))}, 5 days"),
        (day_of(0), "today", ""),
        (due - timedelta(days=15), "reminder", "to be sent"),
        (due - timedelta(days=3), "reminder", "to be sent"),
        (due, "due", ""),
    ]


def test_drawing_follows_the_days(office, as_user):
    case = answered(office, asked=30, after=5)

    row = rows_of(as_user(office.officer), case, "conclusion")

    line, first = row["line"], row["facts"][0]["day"]
    days = (row["due"] - first).days + 1
    unit = sum(float(run["width"]) for run in line["runs"]) / days
    [stopped] = [run for run in line["runs"] if run["kind"] == "suspended"]
    assert float(stopped["width"]) == pytest.approx(5 * unit, abs=0.2)
    assert float(stopped["x"]) == pytest.approx(10 + 11 * unit, abs=0.2)
    assert places(line, "marks", "today") == pytest.approx([10 + 40.5 * unit], abs=0.2)
    assert places(line, "marks", "due") == pytest.approx([390], abs=0.2)


def test_open_suspension_says_how_long_it_lasts_and_that_the_last_day_may_move(office, as_user):
    case = asked_days_ago(office, 4)

    row = rows_of(as_user(office.officer), case, "conclusion")

    assert (row["suspended"], [fact["text"] for fact in row["facts"]]) == (
        True,
        [
            "this day is not counted",
            "integration request: it lasts; 4 days so far",
            "",
            "if it ran again from today",
        ],
    )


def test_term_that_has_passed_shows_its_event_and_how_late_it_is(office, as_user):
    with days_ago(100):
        case = office.examined()
    timers.fire_due()

    row = rows_of(as_user(office.officer), case, "conclusion")

    due = running(case, "conclusion").due_on
    late = due - timedelta(days=15)
    assert told(row)[1:] == [
        (late, "reminder", f"A later one was due., on {short_date(day_of(0))}"),
        (
            due - timedelta(days=3),
            "reminder",
            f"The term was over by then., on {short_date(day_of(0))}",
        ),
        (due, "due", ""),
        (due + timedelta(days=1), "expired", f"by the clock, on {short_date(day_of(0))}"),
        (day_of(0), "today", ""),
    ]
    [overdue] = [run for run in row["line"]["runs"] if run["kind"] == "late"]
    assert float(overdue["width"]) > 100


def test_term_that_has_ended_keeps_its_drawing_for_the_office(office, as_user):
    case = asked_days_ago(office, 20)
    timers.fire_due()

    row = rows_of(as_user(office.officer), case, "integration", "ended_terms")

    assert [fact["kind"] for fact in row["facts"]] == [
        "start",
        "reminder",
        "due",
        "expired",
        "ended",
    ]
    assert Term.from_dict(case.terms.get(kind="integration").reckoning).due == row["due"]


def test_consequence_that_was_refused_is_told_to_the_office_alone(office, as_user):
    case = asked_days_ago(office, 20)
    CaseTask.objects.filter(case_id=case.pk, status="NEW").update(status="CANCELED")
    timers.fire_due()
    sentence = "This step is no longer asked for."

    office_page = seen(as_user(office.officer), page_of(case)).content.decode()
    own = seen(as_user(case.opened_by), own_page(case))

    assert sentence in office_page
    assert sentence not in own.content.decode()


def test_applicant_reads_their_own_reminders_and_not_those_of_the_office(office, as_user):
    with days_ago(52):
        case = office.examined()
    with days_ago(8):
        perform(case, "request_integration", by=office.officer, items=ASKED, reason="Manca.")
    timers.fire_due()

    page = seen(as_user(case.opened_by), own_page(case))

    rows = {row["kind"]: row for row in page.context["terms"]}
    assert [row["title"] for row in page.context["terms"]] == [
        "Last day to send what we ask for",
        "By this day the office decides",
    ]
    assert [fact["kind"] for fact in rows["conclusion"]["facts"]] == [
        "start",
        "suspended",
        "today",
        "due",
    ]
    assert "reminder" in [fact["kind"] for fact in rows["integration"]["facts"]]


def test_drawing_is_hidden_from_those_who_hear_the_page_and_the_list_is_not(office, as_user):
    case = answered(office, asked=30, after=5)

    html = seen(as_user(office.officer), page_of(case)).content.decode()

    [svg] = re.findall(r'<svg class="ui-term-line".*?</svg>', html, re.DOTALL)[:1]
    [key] = re.findall(r'<pattern id="([^"]+)"', svg)
    assert 'aria-hidden="true"' in svg
    assert f'fill="url(#{key})"' in svg
    assert f'<time datetime="{running(case, "conclusion").due_on:%Y-%m-%d}"' in html


def test_changes_of_hands_are_not_told_to_the_applicant_in_words_of_the_machine(office, as_user):
    case = office.examined()
    change_officer(case, office.procedure_owner, by=office.procedure_owner)

    page = seen(as_user(case.opened_by), own_page(case))

    assert [event["title"] for event in page.context["events"]][:2] == [
        "You sent the application",
        "A case officer took charge of it",
    ]
    states = [event["state"] for event in page.context["events"]]
    assert states == ["past", "here", *["future"] * 3]

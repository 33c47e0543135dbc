"""What was owed in time and did not come is reminded, shown and, by a person, revoked (REV-04, COW-09)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from grants import reporting
from grants.models import Acceptance, RentContribution
from grants.overdue import overdue
from grants.services.reminders import remind_all
from grants.watch import overdue_grants
from parties import moment
from tests.accounting.books import firm, granted_to
from tests.grants.awarding import accepted, fresh, reported, returned
from tests.grants.judged import send
from tests.office import days_ago

pytestmark = pytest.mark.django_db


def due_in(case, days: int):
    """Let the last day to report be so many days from today."""
    shift = reporting.due_on(fresh(case)) - moment.today() - timedelta(days=days)
    RentContribution.objects.filter(pk=case.pk).update(
        period_from=case.period_from - timedelta(days=400), period_to=case.period_to - shift
    )
    case = fresh(case)
    # The last day is never a holiday of the law's: it may have moved by a day or two.
    return case, (reporting.due_on(case) - moment.today()).days


def reminders(case) -> list[str]:
    return [one.text for one in case.letters.filter(kind="report_reminder").order_by("pk")]


def test_REV_01_the_report_is_reminded_before_its_last_day_and_once_after_it(office):
    case = accepted(office, granted_to(office, firm("Alfa srl"), "enterprise"))
    assert remind_all() == 0

    case, left = due_in(case, 28)
    assert 10 < left <= 30
    assert (remind_all(), remind_all()) == (1, 0)
    (text,) = reminders(case)
    assert f"mancano {left} giorni" in text

    case, left = due_in(case, -5)
    assert left < 0
    # The reminder of today was for another last day.
    case.letters.update(created_at=moment.now() - timedelta(days=40))
    assert (remind_all(), remind_all()) == (1, 0)
    assert "è scaduto" in reminders(case)[1]
    assert "15 giorni da quella data" in reminders(case)[1]
    assert overdue(fresh(case)) is None

    due_in(case, -40)
    assert remind_all() == 0


def test_REV_04_a_report_that_did_not_come_is_found_and_the_act_is_written_for_a_person(
    office, as_user
):
    case = accepted(office, granted_to(office, firm("Alfa srl"), "enterprise"))
    assert list(overdue_grants()) == []
    case, _left = due_in(case, -20)

    (finding,) = overdue_grants()
    page = reverse("workflows:act", args=[case.pk, "start_recall"])
    assert finding.url == page
    assert case.number in finding.sentence
    client = as_user(office.procedure_owner)
    shown = client.get(reverse("workflows:office_case", args=[case.pk])).content.decode()
    assert "non risulta alcun rendiconto" in shown
    form = client.get(page).context["form"]
    told = {name: form[name].value() for name in ("cause", "facts", "ground_0")}
    assert told["cause"] == "not_realised"

    # Nothing has moved by time alone; the person sends what stands there.
    assert fresh(case).status == "granted"
    assert send(client, case, "start_recall", **told, left="0,00").status_code == 302
    letter = case.letters.get(kind="revocation_start")
    assert "lett. b" in letter.text
    assert "non risulta alcun rendiconto" in letter.text


def test_REV_04_a_report_that_came_is_neither_reminded_nor_found(office):
    case = reported(office)
    due_in(case, -60)

    assert (remind_all(), list(overdue_grants())) == (0, [])


def test_COW_09_a_VAT_number_that_was_not_opened_in_time_is_found(office, as_user):
    with days_ago(60):
        case = office.granted()
        case = returned(case)
    assert Acceptance.objects.get().vat_number == ""

    (finding,) = overdue_grants()
    assert "partita IVA" in finding.sentence
    found = overdue(fresh(case))
    assert (found.cause, "partita IVA" in found.reason) == ("duties", True)
    told = {"cause": found.cause, "facts": found.facts, "ground_0": found.reason}
    page = send(as_user(office.procedure_owner), fresh(case), "start_recall", **told, left="0,00")
    assert page.status_code == 302
    assert fresh(case).status == "revocation_started"


def test_COW_09_a_VAT_number_that_was_opened_is_not_missed(office):
    with days_ago(60):
        returned(office.granted(), vat_number="01234560207")

    assert list(overdue_grants()) == []

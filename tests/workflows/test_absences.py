"""Work of people who are away goes to their cover, and comes back by itself."""

from datetime import timedelta

import pytest
from django.utils import translation

from grants.models import RentContribution
from parties import moment
from parties.roles import Role
from tests.office import days_ago, make_user
from tests.workflows.waiting import waiting_for_applicant
from workflows import covers, tasks
from workflows.engine import InputRefused, Refusal, TransitionRefused
from workflows.flows import title_of
from workflows.models import Absence, CoveredTask, HistoryEntry
from workflows.services import absences
from workflows.services.integrations import Asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague(office):
    return make_user("collega@example.org", Role.OFFICER)


def day(days=0):
    return moment.today() + timedelta(days=days)


def away(office, cover, first=0, last=5, **said):
    """Record that the officer is away, counted in days from today."""
    said = {"user": office.officer, "by": office.officer} | said
    return covers.record(cover=cover, starts_on=day(first), ends_on=day(last), **said)


def owner_of(case):
    (task,) = tasks.open_tasks(case)
    return task.owner


def in_charge(case):
    return RentContribution.objects.get(pk=case.pk).officer


def reasons(case):
    return list(
        HistoryEntry.objects.filter(case=case, name="change_officer")
        .order_by("position")
        .values_list("by", "reason")
    )


def refused(office, cover, **said):
    """Return what stands against an absence, field by field."""
    with pytest.raises(InputRefused) as error:
        away(office, cover, **said)
    return error.value.message_dict


def test_open_work_goes_to_the_cover_at_once_when_absence_already_runs(office, colleague):
    case = office.examined()

    absence = away(office, colleague, first=-1, last=3)

    absence.refresh_from_db()
    assert (owner_of(case), in_charge(case)) == (colleague, colleague)
    until = f"{day(3):%d/%m/%Y}"
    assert reasons(case) == [
        (None, f"{colleague} sostituisce {office.officer} fino al {until}."),
    ]
    assert absence.begun_at is not None


def test_history_speaks_the_language_of_the_house_whoever_records_the_absence(office, colleague):
    case = office.examined()

    with translation.override("en"):
        covers.cancel(away(office, colleague, first=-1, last=3), by=office.officer)

    assert [reason for _by, reason in reasons(case)] == [
        f"{colleague} sostituisce {office.officer} fino al {day(3):%d/%m/%Y}.",
        f"{office.officer} è di nuovo in servizio: la sostituzione di {colleague} è finita.",
    ]


def test_nothing_moves_before_the_first_day(office, colleague):
    case = office.examined()

    away(office, colleague, first=1)

    assert covers.run_due() == 0
    assert owner_of(case) == office.officer


def test_work_goes_and_comes_back_when_the_days_come(office, colleague):
    with days_ago(10):
        case = office.examined()
        away(office, colleague, first=1, last=3)
    with days_ago(9):
        begun = covers.run_due()
        owner = owner_of(case)
    with days_ago(7):
        early = covers.run_due()
    with days_ago(6):
        ended = covers.run_due()

    assert (begun, owner, early, ended) == (1, colleague, 0, 1)
    assert (owner_of(case), in_charge(case)) == (office.officer, office.officer)
    assert [reason for _by, reason in reasons(case)][1:] == [
        f"{office.officer} è di nuovo in servizio: la sostituzione di {colleague} è finita."
    ]
    assert CoveredTask.objects.get().returned_at is not None
    assert covers.run_due() == 0


def test_rounds_that_were_missed_are_made_up_for_in_order(office, colleague):
    third = make_user("terza@example.org", Role.OFFICER)
    with days_ago(10):
        case = office.examined()
        away(office, colleague, first=1, last=2)
        away(office, third, user=colleague, by=colleague, first=3, last=20)
        away(office, third, first=4, last=20)

    assert covers.run_due() == 4
    assert owner_of(case) == third
    assert [absence.over_at is None for absence in Absence.objects.order_by("starts_on")] == [
        False,
        True,
        True,
    ]


def test_absence_that_passed_unseen_moves_nothing(office, colleague):
    with days_ago(10):
        case = office.examined()
        away(office, colleague, first=1, last=2)

    assert covers.run_due() == 2
    assert (owner_of(case), reasons(case)) == (office.officer, [])


def test_what_comes_meanwhile_goes_to_the_cover_and_back(office, colleague):
    with days_ago(9):
        case = waiting_for_applicant(office)
    with days_ago(8):
        away(office, colleague, last=2)
        answered = tasks.perform(case, "answer_integration", by=case.opened_by)
        owner = owner_of(case)

    assert (owner, answered.officer) == (colleague, colleague)
    assert answered.version == RentContribution.objects.get(pk=case.pk).version
    assert covers.run_due() == 1
    assert (owner_of(case), in_charge(case)) == (office.officer, office.officer)


def test_case_comes_back_when_the_cover_has_asked_its_applicant(office, colleague):
    with days_ago(9):
        case = office.examined()
        away(office, colleague, last=2)
        ask(case, colleague)

    assert in_charge(case) == colleague
    covers.run_due()
    assert in_charge(case) == office.officer


def ask(case, by):
    item = Asked("document", "quote", "Preventivo", "Manca la firma.")
    tasks.perform(case, "request_integration", by=by, items=[item], reason="Manca la firma.")


def test_ORG_09_proposal_of_the_cover_stays_theirs_until_it_is_decided(office, colleague):
    both = make_user("due@example.org", Role.OFFICER, Role.DIRECTOR)
    with days_ago(9):
        case = office.examined()
        away(office, both, last=2)
        tasks.perform(case, "propose_admission", by=both)
    covers.run_due()

    assert in_charge(case) == both
    with pytest.raises(TransitionRefused) as refusal:
        tasks.perform(case, "grant", by=both)
    assert refusal.value.why is Refusal.RIGHT


def test_case_that_nobody_has_taken_stays_free_when_somebody_is_away(office, colleague):
    case = office.file()

    away(office, colleague)

    assert owner_of(case) is None
    tasks.take(tasks.open_tasks(case)[0], by=colleague)
    assert in_charge(case) == colleague


def test_what_was_handed_on_meanwhile_does_not_come_back(office, colleague):
    third = make_user("terza@example.org", Role.OFFICER)
    with days_ago(9):
        case = office.examined()
        away(office, colleague, last=2)
        tasks.hand_over(tasks.open_tasks(case)[0], by=colleague, to=third)

    covers.run_due()

    assert owner_of(case) == third


def test_decision_leaves_a_line_and_no_other_officer_when_director_is_away(office):
    second = make_user("direttrice@example.org", Role.DIRECTOR)
    case = office.proposed()
    tasks.take(tasks.open_tasks(case)[0], by=office.director)

    away(office, second, user=office.director, by=office.procedure_owner)

    assert (owner_of(case), in_charge(case)) == (second, office.officer)
    entry = HistoryEntry.objects.filter(case=case).latest("position")
    assert (entry.name, entry.by, entry.changes) == ("hand_over", None, {})
    assert str(second) in entry.reason


def test_ORG_08_own_case_stays_where_it_is_when_the_cover_is_its_party(office, colleague):
    case, other = office.examined(), office.examined()
    RentContribution.objects.filter(pk=case.pk).update(opened_by=colleague)

    absence = away(office, colleague)

    assert [owner_of(one) for one in (case, other)] == [office.officer, colleague]
    assert covers.left_in_hand([absence.user_id]) == {office.officer.pk: 1}


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [(3, 1, "ends_on"), (-5, -1, "ends_on")],
)
def test_days_are_refused_when_they_make_no_sense(office, colleague, first, last, field):
    assert list(refused(office, colleague, first=first, last=last)) == [field]
    assert Absence.objects.count() == 0


def test_second_absence_is_refused_when_days_overlap(office, colleague):
    away(office, colleague, first=2, last=5)

    assert list(refused(office, colleague, first=5, last=9)) == ["starts_on"]
    assert away(office, colleague, first=6, last=9).pk


def test_cover_is_refused_when_away_too(office, colleague):
    away(office, office.procedure_owner, user=colleague, by=colleague, first=4, last=4)

    assert list(refused(office, colleague, first=0, last=4)) == ["cover"]


def test_cover_cannot_go_away_when_covering(office, colleague):
    away(office, colleague, first=2, last=4)

    with pytest.raises(InputRefused) as error:
        away(office, office.procedure_owner, user=colleague, by=colleague, first=4, last=9)

    assert list(error.value.message_dict) == ["starts_on"]


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.ACCOUNTANT, Role.AUDITOR])
def test_cover_is_refused_when_without_the_right(office, role):
    office.examined()

    assert list(refused(office, office.staff[role])) == ["cover"]


def test_cover_is_refused_with_what_they_may_not_do_when_two_roles_are_held(office, colleague):
    both = make_user("due@example.org", Role.OFFICER, Role.DIRECTOR)
    case = office.proposed()
    tasks.take(tasks.open_tasks(case)[0], by=both)

    (sentence,) = refused(office, colleague, user=both, by=both)["cover"]

    title = title_of(tasks.open_tasks(case)[0])
    assert (str(colleague) in sentence, title in sentence) == (True, True)


def test_absence_of_a_colleague_is_refused_when_officer_records_it(office, colleague):
    with pytest.raises(TransitionRefused) as error:
        away(office, office.procedure_owner, user=colleague)

    assert error.value.why is Refusal.RIGHT


def test_work_is_not_handed_to_somebody_away(office, colleague):
    away(office, colleague)
    case = office.file()

    with pytest.raises(TransitionRefused) as error:
        tasks.hand_over(tasks.open_tasks(case)[0], by=office.procedure_owner, to=office.officer)

    assert (error.value.why, str(colleague) in error.value.sentence) == (Refusal.RULE, True)


def test_work_comes_back_at_once_when_a_running_absence_is_cancelled(office, colleague):
    case = office.examined()
    absence = away(office, colleague)

    covers.cancel(absence, by=office.officer)

    absence.refresh_from_db()
    assert (owner_of(case), absence.over_at is None) == (office.officer, False)
    assert away(office, colleague).pk
    with pytest.raises(TransitionRefused) as error:
        covers.cancel(absence, by=office.officer)
    assert error.value.why is Refusal.STATUS


def test_absence_disappears_when_cancelled_before_it_begins(office, colleague):
    covers.cancel(away(office, colleague, first=2), by=office.procedure_owner)

    assert Absence.objects.count() == 0


def test_work_goes_to_the_new_cover_when_the_cover_changes(office, colleague):
    third = make_user("terza@example.org", Role.OFFICER)
    with days_ago(9):
        taken, asked = office.examined(), office.examined()
        absence = away(office, colleague, last=3)
        ask(asked, colleague)
        covers.change(
            absence,
            cover=third,
            starts_on=absence.starts_on,
            ends_on=absence.ends_on,
            by=office.procedure_owner,
        )
        moved = [owner_of(taken), in_charge(asked)]

    covers.run_due()

    assert moved == [third, third]
    assert [owner_of(taken), in_charge(asked)] == [office.officer, office.officer]


def test_first_day_stays_when_absence_has_begun(office, colleague):
    absence = away(office, colleague)

    with pytest.raises(InputRefused) as error:
        absences.change(
            absence, cover=colleague, starts_on=day(1), ends_on=day(4), by=office.officer
        )

    assert list(error.value.message_dict) == ["starts_on"]


def test_task_stays_with_the_cover_when_its_owner_has_lost_the_right(office, colleague):
    with days_ago(9):
        case = office.examined()
        away(office, colleague, last=2)
    office.officer.role_assignments.all().delete()

    assert covers.run_due() == 1
    assert owner_of(case) == colleague
    assert CoveredTask.objects.get().returned_at is None

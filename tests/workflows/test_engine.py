"""One door: what it asks, in which order, and what it leaves behind."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from coworking_registry.models import Qualification
from grants import services
from grants.models import RentContribution, Status
from parties import moment
from parties.models import RoleAssignment
from parties.roles import Role
from tests.office import Office
from workflows.engine import Refusal, TransitionRefused, apply_transition, explain_transition
from workflows.models import Case, Document, HistoryEntry
from workflows.rules import Outcome, Verdict
from workflows.services import documents
from workflows.tasks import open_tasks, perform

pytestmark = pytest.mark.django_db


def state(case: Case) -> tuple:
    """Return all that a move could have touched."""
    row = RentContribution.objects.filter(pk=case.pk).values().get()
    tasks = [(task.pk, task.status, task.owner_id) for task in open_tasks(case)]
    return row, tasks, HistoryEntry.objects.filter(case=case).count()


def refusal(act, *args, **kwargs) -> TransitionRefused:
    with pytest.raises(TransitionRefused) as caught, transaction.atomic():
        act(*args, **kwargs)
    return caught.value


def end_qualification(office: Office) -> None:
    Qualification.objects.filter(space=office.space).update(
        valid_to=moment.today() - timedelta(days=1)
    )


def test_move_is_written_down_with_person_reason_outcomes_and_changes(office):
    case = office.examined()

    case = perform(
        case, "propose_admission", by=office.officer, reason="Tutto in ordine.", seen_version=3
    )

    entry = HistoryEntry.objects.filter(case=case).last()
    assert (entry.name, entry.source, entry.target, entry.by, entry.reason) == (
        "propose_admission",
        "under_examination",
        "admission_proposed",
        office.officer,
        "Tutto in ordine.",
    )
    assert entry.changes == {"proposed": [None, "600.00"]}
    assert {"AMT-01", "COW-01", "COW-03", "COW-05"} <= {one["rule"] for one in entry.outcomes}
    assert {one["verdict"] for one in entry.outcomes} == {"met"}


def test_version_grows_by_one_with_each_move(office):
    case = office.file()
    versions = [case.version]
    for act, by in (
        ("start_examination", office.officer),
        ("propose_admission", office.officer),
        ("grant", office.director),
    ):
        case = perform(case, act, by=by)
        versions.append(case.version)

    assert versions == [2, 3, 4, 5]


def test_closing_move_writes_when_the_case_was_closed(office):
    proposed = office.proposed()
    granted = perform(proposed, "grant", by=office.director)

    assert proposed.closed_at is None
    assert granted.closed_at >= granted.decided_at


def test_refused_by_status_when_the_move_does_not_start_here(office):
    case = office.granted()
    before = state(case)

    refused = refusal(services.propose_admission, case, by=office.officer)

    assert refused.why is Refusal.STATUS
    assert case.get_status_display() in refused.sentence
    assert state(case) == before


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.ACCOUNTANT, Role.AUDITOR, Role.ADMINISTRATOR])
def test_refused_by_right_when_the_role_does_not_examine(office, role):
    case = office.file()
    before = state(case)

    refused = refusal(services.start_examination, case, by=office.staff[role])

    assert refused.why is Refusal.RIGHT
    assert state(case) == before


def test_refused_by_right_when_an_outsider_answers_for_the_applicant(office):
    case = office.file()

    assert refusal(services.withdraw, case, by=office.applicant()).why is Refusal.RIGHT


def test_refused_by_right_when_the_officer_is_the_applicant(office):
    """ORG-08: nobody examines their own case."""
    case = office.file()
    RoleAssignment.objects.create(user=case.opened_by, role=Role.OFFICER)

    assert refusal(services.start_examination, case, by=case.opened_by).why is Refusal.RIGHT


def test_refused_by_right_when_the_director_examined_the_case(office):
    """ORG-09: who examines does not decide."""
    RoleAssignment.objects.create(user=office.officer, role=Role.DIRECTOR)
    case = office.proposed()

    assert refusal(perform, case, "grant", by=office.officer).why is Refusal.RIGHT
    assert perform(case, "grant", by=office.director).status == Status.GRANTED


def test_refused_by_rule_with_the_outcomes_when_the_space_lost_its_place(office):
    case = office.examined()
    end_qualification(office)
    before = state(case)

    refused = refusal(perform, case, "propose_admission", by=office.officer)

    assert refused.why is Refusal.RULE
    assert {one.rule for one in refused.outcomes if one.blocks} == {"COW-03"}
    assert office.space.name in refused.sentence
    assert state(case) == before


def test_refused_as_stale_when_the_page_showed_an_older_version(office):
    case = office.examined()
    before = state(case)

    refused = refusal(
        perform, case, "propose_admission", by=office.officer, seen_version=case.version - 1
    )

    assert refused.why is Refusal.STALE
    assert state(case) == before


def test_stale_page_is_told_before_anything_else(office):
    case = office.granted()

    refused = refusal(
        services.start_examination, case, by=office.staff[Role.AUDITOR], seen_version=1
    )

    assert refused.why is Refusal.STALE


def test_unknown_move_is_an_error_of_the_code(office):
    with pytest.raises(LookupError, match="no transition 'fly'"):
        apply_transition(office.file(), "fly", by=office.officer)


def test_explanation_says_what_the_rules_say_now_without_moving(office):
    case = office.examined()
    end_qualification(office)
    before = state(case)

    outcomes = explain_transition(case, "propose_admission")

    assert {one.rule for one in outcomes if one.verdict is Verdict.NOT_MET} == {"COW-03"}
    assert state(case) == before


def test_outcomes_survive_the_history(office):
    case = office.proposed()
    stored = HistoryEntry.objects.filter(case=case).last().outcomes

    assert [Outcome.from_dict(one).to_dict() for one in stored] == stored


def test_status_cannot_be_assigned(office):
    case = office.file()

    with pytest.raises(AttributeError):
        case.status = Status.GRANTED


@pytest.mark.parametrize("change", [{"reason": "Altro"}, {"by": None}, {"target": "granted"}])
def test_history_cannot_be_changed(office, change):
    case = office.file()

    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        HistoryEntry.objects.filter(case=case).update(**change)


def test_history_cannot_be_deleted(office):
    case = office.file()

    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        HistoryEntry.objects.filter(case=case).delete()


@pytest.mark.parametrize(
    "change", [{"name": "altro.pdf"}, {"sha256": "0" * 64}, {"filed_at": None}]
)
def test_filed_document_cannot_be_changed(office, change):
    case = office.file()

    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        Document.objects.filter(case=case).update(**change)


def test_filed_document_cannot_be_taken_back(office):
    case = office.file()
    document = case.documents.first()

    with pytest.raises(Document.DoesNotExist):
        documents.remove(document)
    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        Document.objects.filter(pk=document.pk).delete()


def test_loose_document_can_be_taken_back(office, django_capture_on_commit_callbacks):
    case = office.draft()
    document = case.documents.first()
    name, storage = document.file.name, document.file.storage
    assert storage.exists(name)

    with django_capture_on_commit_callbacks(execute=True):
        documents.remove(document)

    assert not Document.objects.filter(pk=document.pk).exists()
    assert not storage.exists(name)

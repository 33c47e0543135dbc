"""Labels: kept by the procedure owner, stuck by those who work on cases, found in the queue."""

import pytest
from django.urls import reverse

from grants.models import RentContribution
from parties.roles import Role
from workflows.engine import InputRefused, Refusal, TransitionRefused
from workflows.models import CaseLabel, Label
from workflows.queries import QueueFilters, labels_on, queue
from workflows.services import labels

pytestmark = pytest.mark.django_db


@pytest.fixture
def urgent(office):
    return labels.create(name=" Molto  urgente", tone="danger", by=office.procedure_owner)


@pytest.fixture
def url():
    return reverse("workflows:queue")


def borne(case):
    return [str(label) for label in labels_on([case.pk]).get(case.pk, [])]


def test_label_is_renamed_and_recoloured_on_every_case(office, urgent):
    case = office.file()
    labels.stick(urgent, case, by=office.officer)

    labels.change(urgent, name="Priorità", tone="warning", by=office.procedure_owner)

    assert [(str(one), one.tone) for one in labels_on([case.pk])[case.pk]] == [
        ("Priorità", "warning")
    ]


@pytest.mark.parametrize("name", ["molto URGENTE", "Molto urgente ", "   "])
def test_name_is_refused_when_taken_or_empty(office, urgent, name):
    with pytest.raises(InputRefused) as refused:
        labels.create(name=name, tone="info", by=office.procedure_owner)

    assert list(refused.value.message_dict) == ["name"]
    assert Label.objects.count() == 1


def test_label_is_stuck_once_and_taken_off(office, urgent):
    case = office.file()

    labels.stick(urgent, case, by=office.officer)
    labels.stick(urgent, case, by=office.director)

    assert list(CaseLabel.objects.values_list("by", flat=True)) == [office.officer.pk]
    labels.unstick(urgent, case, by=office.director)
    assert borne(case) == []


def test_retired_label_stays_where_it_is_and_is_stuck_no_more(office, urgent):
    case, other = office.file(), office.file()
    labels.stick(urgent, case, by=office.officer)
    labels.retire(urgent, by=office.procedure_owner)

    with pytest.raises(TransitionRefused) as refused:
        labels.stick(urgent, other, by=office.officer)

    assert (refused.value.why, borne(case)) == (Refusal.RULE, ["Molto urgente"])
    labels.reinstate(urgent, by=office.procedure_owner)
    labels.stick(urgent, other, by=office.officer)
    assert borne(other) == ["Molto urgente"]


@pytest.mark.parametrize("role", [Role.ACCOUNTANT, Role.AUDITOR, Role.ADMINISTRATOR])
def test_sticking_is_refused_when_role_only_reads(office, urgent, role):
    with pytest.raises(TransitionRefused) as refused:
        labels.stick(urgent, office.file(), by=office.staff[role])

    assert refused.value.why is Refusal.RIGHT


def test_ORG_08_own_case_bears_no_label_of_its_party(office, urgent):
    case = office.file()
    RentContribution.objects.filter(pk=case.pk).update(opened_by=office.officer)

    with pytest.raises(TransitionRefused):
        labels.stick(urgent, RentContribution.objects.get(pk=case.pk), by=office.officer)


def test_officer_keeps_no_labels(office):
    with pytest.raises(TransitionRefused) as refused:
        labels.create(name="Mia", tone="info", by=office.officer)

    assert refused.value.why is Refusal.RIGHT


def test_label_is_stuck_and_taken_off_on_the_case_page(office, urgent, as_user):
    case = office.file()
    client = as_user(office.officer)
    address = reverse("workflows:case_labels", args=[case.pk])

    client.post(address, {"label": urgent.pk})
    page = client.get(reverse("workflows:office_case", args=[case.pk])).content.decode()

    assert (borne(case), urgent.name in page) == (["Molto urgente"], True)
    client.post(address, {"off": urgent.pk})
    assert borne(case) == []


@pytest.mark.parametrize("key", ["", "x", "999999", "9" * 40])
def test_strange_label_is_not_found_when_stuck(office, as_user, key):
    address = reverse("workflows:case_labels", args=[office.file().pk])

    assert as_user(office.officer).post(address, {"label": key}).status_code == 404


def test_queue_shows_labels_and_is_narrowed_to_one(office, urgent, as_user, url):
    case, _other = office.file(), office.file()
    labels.stick(urgent, case, by=office.officer)

    response = as_user(office.officer).get(url, {"tab": "all", "label": urgent.pk})

    (row,) = response.context["rows"]
    assert (row.number, row.labels) == (case.number, (urgent,))
    assert [chip["name"] for chip in response.context["active_filters"]] == ["label"]


def test_case_stands_once_in_the_queue_when_it_bears_two_labels(office, urgent):
    case = office.file()
    second = labels.create(name="Altro", tone="info", by=office.procedure_owner)
    for label in (urgent, second):
        labels.stick(label, case, by=office.officer)

    found = queue(office.officer, QueueFilters(tab="all", label=urgent.pk))

    assert list(found.values_list("pk", flat=True)) == [case.pk]
    assert borne(case) == ["Altro", "Molto urgente"]


def test_keeper_makes_changes_and_retires_on_the_pages(office, as_user):
    client = as_user(office.procedure_owner)
    address = reverse("workflows:labels")
    client.post(address, {"name": "Da rivedere", "tone": "info"})
    label = Label.objects.get()

    again = client.post(address, {"name": "da rivedere", "tone": "info"})
    client.post(reverse("workflows:label", args=[label.pk]), {"name": "Rivista", "tone": "success"})
    client.post(reverse("workflows:label_retire", args=[label.pk]), {"retire": "1"})

    label.refresh_from_db()
    assert (again.status_code, list(again.context["form"].errors)) == (422, ["name"])
    assert (label.name, label.tone, label.is_retired) == ("Rivista", "success", True)

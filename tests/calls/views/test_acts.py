"""Moving a call on from its page: what is missing, what will follow, and no act on an old page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from calls import services
from calls.models import Question, State
from tests.calls.setting_up import ACT, WHY, prepared, shown
from tests.calls.views.pages import address, fresh, send

pytestmark = pytest.mark.django_db


def act(name: str, code: str = "COW-GRAD") -> str:
    return address("act", code, name)


def local(instant) -> str:
    return timezone.localtime(instant).strftime("%Y-%m-%dT%H:%M")


def test_G1_page_of_publication_lists_what_is_missing_and_has_no_button(as_user, office):
    call = prepared(office)
    call.criteria_act = ""
    call.save()
    call.version.blocks.filter(letter="h").delete()
    client = as_user(office.procedure_owner)

    page = client.get(act("publish"))

    assert [fault["rule"] for fault in page.context["against"]] == ["PROC-12", "CALL-03"]
    assert 'name="seen"' not in page.content.decode()
    response = client.post(act("publish"), {"seen": page.context["seen"]})
    assert response.status_code == 422
    assert fresh().state == State.DRAFT


def test_call_is_published_from_its_page(as_user, office):
    prepared(office)

    response = send(as_user(office.procedure_owner), act("publish"))

    call = fresh()
    assert response.url == address("setup", "COW-GRAD")
    assert (call.state, call.published_by) == (State.PUBLISHED, office.procedure_owner)
    assert call.version.frozen_at is not None


def test_publication_of_what_was_not_seen_is_refused(as_user, office):
    prepared(office)
    client = as_user(office.procedure_owner)
    page = client.get(act("publish"))
    Question.objects.create(
        version=fresh().version, position=1, code="altro", kind="text", title_it="Altro"
    )

    response = client.post(act("publish"), {"seen": page.context["seen"]})

    assert response.status_code == 409
    assert fresh().state == State.DRAFT


def test_director_approves_with_an_act(as_user, office):
    prepared(office)

    send(as_user(office.director), act("approve"), act="Determinazione n. 77/2026")

    call = fresh()
    assert (call.state, call.criteria_act) == (State.APPROVED, "Determinazione n. 77/2026")


def test_call_is_extended_suspended_resumed_and_closed_from_its_pages(as_user, office):
    client = as_user(office.director)
    later = office.call.closes_at.replace(second=0, microsecond=0) + timedelta(days=5)
    given = {"reason": WHY, "act": ACT}

    send(client, act("extend", "COW-SPORT"), closes_at=local(later), **given)
    assert fresh("COW-SPORT").closes_at == later
    send(client, act("suspend", "COW-SPORT"), **given)
    assert fresh("COW-SPORT").state == State.SUSPENDED
    assert client.get(act("resume", "COW-SPORT")).context["would_close_at"] > later
    send(client, act("resume", "COW-SPORT"), **given)
    assert fresh("COW-SPORT").state == State.OPEN
    send(client, act("close_early", "COW-SPORT"), **given)
    assert fresh("COW-SPORT").state == State.CLOSED
    events = [
        str(one["title"]) for one in client.get(address("setup", "COW-SPORT")).context["history"]
    ]
    assert events[-4:] == [
        "La chiusura è stata prorogata",
        "Il bando è stato sospeso",
        "Il bando è ripreso",
        "Chiusa in anticipo la presentazione delle domande",
    ]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reason": ""}, "reason"),
        ({"act": ""}, "act"),
        ({"closes_at": ""}, "closes_at"),
        ({"closes_at": "2026-01-01T10:00"}, "closes_at"),
        ({"closes_at": "2027-10-31T02:30"}, "closes_at"),
        ({"outage_from": "2026-01-01T10:00"}, "outage_to"),
    ],
)
def test_extension_with_a_fault_is_refused_beside_its_field(as_user, office, changes, field):
    before = office.call.closes_at
    good = {"reason": WHY, "act": ACT, "closes_at": local(before + timedelta(days=5))}

    response = send(as_user(office.director), act("extend", "COW-SPORT"), **(good | changes))

    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert fresh("COW-SPORT").closes_at == before


def test_act_of_another_state_leads_back_with_a_sentence(as_user, office):
    shown(office)

    response = as_user(office.procedure_owner).get(act("publish"), follow=True)

    assert [str(message) for message in response.context["messages"]] == [
        "Il bando ora è «Pubblicato, non ancora aperto»: questo non si può più fare."
    ]


def test_unknown_act_is_not_found(as_user, office):
    assert as_user(office.director).get(act("explode")).status_code == 404


def test_later_version_shows_what_it_changes_and_whom_it_concerns(as_user, office):
    office.draft()
    office.file()
    client = as_user(office.procedure_owner)
    client.post(address("begin_version", "COW-SPORT"), {"reason": "Nuovo massimale"})
    send(client, address("subject", "COW-SPORT", "spesa"), ceiling="1.600,00")

    page = client.get(address("publish_version", "COW-SPORT"))

    assert page.context["changes"] == ["Contributo massimo: da “1500.00” a “1600.00”."]
    assert (page.context["drafts"], page.context["filings"]) == (1, 1)
    response = send(client, address("publish_version", "COW-SPORT"))
    assert response.status_code == 422
    assert "closes_at" in response.context["form"].errors

    later = fresh("COW-SPORT").closes_at + timedelta(days=7)
    response = send(client, address("publish_version", "COW-SPORT"), closes_at=local(later))
    call = fresh("COW-SPORT")
    assert response.status_code == 302
    assert (call.version.number, call.version.parameters["ceiling"]) == (2, "1600.00")
    assert call.version.binds_drafts


def test_version_begins_with_a_reason_once_and_can_be_given_up(as_user, office):
    client = as_user(office.procedure_owner)
    url = address("begin_version", "COW-SPORT")

    assert client.post(url, {"reason": " "}).status_code == 422
    assert client.post(url, {"reason": "Prova"}).status_code == 302
    assert client.post(url, {"reason": "Ancora"}).status_code == 422
    assert fresh("COW-SPORT").draft_version.number == 2
    client.post(address("discard_version", "COW-SPORT"))
    assert fresh("COW-SPORT").draft_version is None
    assert client.get(address("publish_version", "COW-SPORT")).status_code == 404


def test_checklist_tells_what_is_done_and_what_is_open(as_user, office):
    call = prepared(office)
    call.version.blocks.filter(letter__in=["h", "o"]).delete()

    page = as_user(office.procedure_owner).get(address("setup", "COW-GRAD"))

    state = {step["slug"]: step["missing"] for step in page.context["steps"]}
    assert (state["testi"], state["criteri"], page.context["missing"]) == (2, 0, 2)
    assert [one["act"].name for one in page.context["acts"]] == ["publish", "cancel"]


@pytest.mark.parametrize("count", [1, 3])
def test_page_of_a_call_takes_the_same_queries_whatever_its_history(
    as_user, office, django_assert_num_queries, count
):
    for _time in range(count):
        services.suspend(fresh("COW-SPORT"), by=office.director, reason=WHY, act=ACT)
        services.resume(fresh("COW-SPORT"), by=office.director, reason=WHY, act=ACT)
    client = as_user(office.director)
    url = address("setup", "COW-SPORT")
    client.get(url)

    with django_assert_num_queries(21):
        client.get(url)

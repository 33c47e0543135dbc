"""Forms that are sent from an old page: told what changed, nothing lost, sent again or left."""

import pytest
from django.urls import reverse

from grants.models import Status
from tests.grants.acts.act_pages import address, fields_of, fresh, words
from tests.grants.views.test_answers import (
    PERIOD,
    PROJECT,
    asked,
    integration_of,
    notified,
    offered,
)
from tests.office import build
from workflows.engine import change_officer
from workflows.models import Case, CaseLabel, Label, Note
from workflows.stale import Both
from workflows.tasks import hand_over, open_tasks, perform, take

pytestmark = pytest.mark.django_db


def sent_back(office, case):
    case = perform(case, "propose_admission", by=office.officer, reason="Tutto in ordine.")
    return perform(case, "send_back", by=office.director, reason="Rivedi il preventivo.")


def moves(response) -> list[str]:
    return [row["name"] for row in response.context["changed"].rows]


def again(client, response, **typed):
    """Send the stale page's own form."""
    context = response.context
    form = fields_of(response) if context["form"] else {}
    return client.post(context["address"], context["kept"] | form | typed)


# The office's acts


def test_act_shows_both_values_of_a_field_that_has_changed(office, as_user):
    case = office.examined()
    line = case.lines.get()
    client = as_user(office.officer)
    typed = fields_of(client.get(address(case, "propose_admission")))
    sent_back(office, case)
    typed[f"admitted_{line.pk}"] = "900"

    response = client.post(address(case, "propose_admission"), typed)

    both = response.context["changed"].both
    assert response.status_code == 409
    assert [(one.now, one.typed) for one in both] == [("1.200,00 €", "900,00 €")]
    assert moves(response) == ["propose_admission", "send_back"]
    assert f'value="{fresh(case).version}"' in response.content.decode()


def test_act_is_done_with_what_was_typed_when_it_is_sent_again(office, as_user):
    case = office.proposed()
    client = as_user(office.director)
    typed = fields_of(client.get(address(case, "send_back"))) | {"reason": "Manca una voce."}
    case = perform(case, "send_back", by=office.director, reason="Prima volta.")
    perform(case, "propose_admission", by=office.officer)

    response = client.post(address(case, "send_back"), typed)
    done = client.post(address(case, "send_back"), fields_of(response))

    assert (response.status_code, done.status_code) == (409, 302)
    assert "Manca una voce." in words(response)
    assert fresh(case).history.last().reason == "Manca una voce."


def test_act_that_is_no_longer_offered_keeps_the_text_and_has_no_button(office, as_user):
    case = office.proposed()
    client = as_user(office.director)
    typed = fields_of(client.get(address(case, "send_back"))) | {"reason": "Manca una voce."}
    perform(case, "grant", by=office.director)

    response = client.post(address(case, "send_back"), typed)

    assert (response.status_code, response.context["offer"]) == (409, None)
    assert "Manca una voce." in words(response)
    assert "con quello che ho scritto" not in words(response)
    assert fresh(case).status == Status.GRANTED


# Notes, hands, labels, columns


def test_note_waits_for_a_choice_and_is_then_added(office, as_user):
    case = office.examined()
    client = as_user(office.officer)
    seen = case.version
    sent_back(office, case)
    note = {"text": "Ho telefonato.", "seen_version": seen}

    response = client.post(reverse("workflows:note", args=[case.pk]), note)

    assert (response.status_code, Note.objects.count()) == (409, 0)
    assert moves(response) == ["propose_admission", "send_back"]
    assert "Ho telefonato." in words(response)
    assert again(client, response, text="Ho telefonato due volte.").status_code == 302
    assert Note.objects.get().text == "Ho telefonato due volte."


def test_hand_over_says_in_whose_hands_it_is_now(office, as_user):
    case = office.examined()
    (task,) = open_tasks(case)
    client = as_user(office.procedure_owner)
    colleague = office.staff["officer"]
    page = client.get(reverse("workflows:hand_over", args=[task.pk]))
    assert 'name="was_held_by"' in page.content.decode()
    typed = {
        "to": colleague.pk,
        "seen_version": case.version,
        "was_held_by": office.officer.pk,
    }
    hand_over(task, by=office.officer, to=office.procedure_owner)

    response = client.post(reverse("workflows:hand_over", args=[task.pk]), typed)

    assert response.status_code == 409
    (both,) = response.context["changed"].both
    assert (both.now, both.typed) == (str(office.procedure_owner), str(colleague))
    assert moves(response) == ["change_officer"]
    assert open_tasks(case)[0].owner == office.procedure_owner
    typed |= {"seen_version": fresh(case).version, "was_held_by": office.procedure_owner.pk}
    assert client.post(reverse("workflows:hand_over", args=[task.pk]), typed).status_code == 302
    assert open_tasks(case)[0].owner == colleague


def test_hand_over_of_a_step_that_is_over_leads_to_the_case(office, as_user):
    case = office.examined()
    (task,) = open_tasks(case)
    perform(case, "propose_admission", by=office.officer)
    typed = {
        "to": office.procedure_owner.pk,
        "seen_version": case.version,
        "was_held_by": office.officer.pk,
    }

    response = as_user(office.officer).post(reverse("workflows:hand_over", args=[task.pk]), typed)

    assert (response.status_code, response.context["is_open"]) == (409, False)
    assert reverse("workflows:office_case", args=[case.pk]) in response.content.decode()


def test_label_is_stuck_on_an_old_page_after_a_choice(office, as_user):
    case = office.file()
    word = Label.objects.create(name="Da sentire")
    client = as_user(office.officer)
    seen = case.version
    take(open_tasks(case)[0], by=office.officer)
    stick = {"label": word.pk, "seen_version": seen}

    response = client.post(reverse("workflows:case_labels", args=[case.pk]), stick)

    assert (response.status_code, CaseLabel.objects.count()) == (409, 0)
    assert moves(response) == ["start_examination"]
    assert again(client, response).status_code == 302
    assert CaseLabel.objects.get().label == word


def test_renamed_label_shows_both_names(office, as_user):
    word = Label.objects.create(name="Da sentire")
    client = as_user(office.procedure_owner)
    url = reverse("workflows:label", args=[word.pk])
    shown = {"was_name": "Da sentire", "was_tone": "neutral"}
    Label.objects.filter(pk=word.pk).update(name="Da richiamare")

    response = client.post(url, shown | {"name": "Da chiamare", "tone": "neutral"})

    (both,) = response.context["changed"].both
    assert (response.status_code, both.now, both.typed) == (409, "Da richiamare", "Da chiamare")
    assert again(client, response).status_code == 302
    word.refresh_from_db()
    assert word.name == "Da chiamare"


def test_columns_chosen_in_another_window_are_both_shown(office, as_user):
    client = as_user(office.officer)
    url = reverse("workflows:queue_columns")
    usual = "call,amount,status,term,owner"
    client.post(url, {"column": ["call"], "was_columns": usual})

    response = client.post(url, {"column": ["term"], "was_columns": usual})

    (both,) = response.context["changed"].both
    assert response.status_code == 409
    assert client.session["queue_columns"] == ["call"]
    client.post(url, response.context["kept"] | response.context["kept_lists"])
    assert client.session["queue_columns"] == ["term"]
    assert isinstance(both, Both)


# The applicant's answers


def changed_hands(office, case):
    """Let the case change in a way that leaves the applicant's step open."""
    change_officer(case, office.procedure_owner, by=office.procedure_owner)
    return fresh(case)


def test_integration_sent_from_an_old_page_is_sent_after_a_look(office, as_user):
    case = asked(office, PROJECT, PERIOD)
    client = as_user(case.opened_by)
    text = "Lavoro che comincia a marzo. " * 30
    typed = {
        "act": "send",
        "seen_version": str(case.version),
        "project": text,
        "rev-project": "0",
        "period_from": case.period_from.isoformat(),
        "rev-period_from": "0",
        "period_to": case.period_to.isoformat(),
        "rev-period_to": "0",
    }
    changed_hands(office, case)

    response = client.post(integration_of(case), typed)

    assert (response.status_code, fresh(case).status) == (409, Status.INTEGRATION_REQUESTED)
    assert len(response.context["refused"].since) == 1
    assert text.strip()[:40] in words(response)
    assert str(office.procedure_owner) not in words(response)
    typed |= {"seen_version": response.context["seen_version"]}
    assert client.post(integration_of(case), typed).status_code == 302
    assert fresh(case).project == text.strip()


def test_observations_for_a_step_that_is_over_are_given_back(office, as_user):
    case = notified(office)
    first, second = case.refusal_grounds.all()
    seen = case.version
    perform(case, "file_observations", by=case.opened_by, observations={first.pk: "Da qui."})
    typed = {
        f"ground-{second.pk}": "Questo non deve perdersi.",
        f"rev-ground-{second.pk}": "0",
        "seen_version": str(seen),
        "act": "send",
    }

    response = as_user(case.opened_by).post(reverse("grants:observations", args=[case.pk]), typed)

    assert response.status_code == 409
    assert [(one["label"], one["text"]) for one in response.context["texts"]] == [
        (second.text, "Questo non deve perdersi.")
    ]
    assert len(response.context["since"]) == 1
    assert fresh(case).status == Status.OBSERVATIONS_RECEIVED


def test_offer_answered_twice_says_what_has_happened(law, as_user):
    office = build(endowment=100)
    case = offered(office)
    client = as_user(case.opened_by)
    typed = {"act": "decline", "seen_version": str(case.version)}
    perform(case, "accept_partial", by=case.opened_by)

    response = client.post(reverse("grants:offer", args=[case.pk]), typed)

    assert (response.status_code, fresh(case).status) == (409, Status.GRANTED)
    assert [one.title for one in response.context["since"]] != []
    assert response.context["texts"] == []


def test_writing_whose_session_ended_is_given_back_when_the_step_is_over(office, as_user, client):
    case = notified(office)
    ground = case.refusal_grounds.first()
    url = reverse("grants:observations", args=[case.pk])
    client.post(url, {f"ground-{ground.pk}": "Scritto tardi.", "act": "send"})
    perform(case, "file_observations", by=case.opened_by, observations={ground.pk: "Prima."})
    session = client.session
    parked = session["written_parked"]
    signed_in = as_user(case.opened_by)
    session = signed_in.session
    session["written_parked"] = parked
    session.save()

    response = signed_in.get(url)

    assert "Scritto tardi." in words(response)
    assert Case.objects.get(pk=case.pk).status == Status.OBSERVATIONS_RECEIVED

"""A change of a grant is refused after its reasons were told and heard, as every request (PRE-01 to PRE-05)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from grants import reporting
from grants.services.changes import ChangeData
from tests.accounting.books import firm, granted_to
from tests.grants.acts.act_pages import address, fresh
from tests.grants.awarding import accepted
from tests.grants.judged import send
from tests.grants.test_changes import ask, decide
from tests.letters.reading import missing_from
from tests.office import days_ago, pdf_file
from workflows.engine import TransitionRefused
from workflows.tasks import open_tasks, perform

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(office):
    """A firm's grant of 600,00, accepted."""
    return accepted(office, granted_to(office, firm("Alfa srl"), "enterprise"))


def asked_for(as_user, case, kind="proroga"):
    """Return a case whose beneficiary has asked for a change of a kind."""
    first = f"{case.period_from:%d/%m/%Y}"
    typed = {
        "proroga": {"report_until": f"{reporting.due_on(case) + timedelta(days=30):%d/%m/%Y}"},
        "sospensione": {"first_day": first, "last_day": first},
    }[kind]
    assert ask(as_user, case, kind, **typed).status_code == 302
    return fresh(case)


def told(office, as_user, case, text="Non ci sono motivi."):
    """Return the case after its procedure owner has told a reason against by the page of the act."""
    grounds = {"number_of_rows": "1", "rule_0": "REV-03", "document_0": "", "text_0": text}
    notice = send(as_user(office.procedure_owner), case, "give_refusal_notice", **grounds)
    assert notice.status_code == 302
    return fresh(case)


@pytest.mark.parametrize(("kind", "code"), [("proroga", "extension"), ("sospensione", "variation")])
def test_PRE_01_a_change_is_refused_after_its_reasons_were_told_and_heard(
    office, as_user, case, kind, code
):
    due = reporting.due_on(case)
    case = asked_for(as_user, case, kind)
    untold = decide(as_user, office.director, case, "refuse_change")
    assert (untold.status_code, "PRE-01" in untold.text) == (422, True)

    case = told(office, as_user, case)
    assert (case.status, case.letters.get(kind="change_notice").state != "held") == (
        "change_notice",
        True,
    )
    assert [task.flow_task.name for task in open_tasks(case)] == ["observe_change"]
    mine = as_user(case.opened_by).get(reverse("workflows:case", args=[case.pk]))
    assert reverse("grants:observations", args=[case.pk]) in mine.content.decode()
    early = decide(as_user, office.director, case, "refuse_change")
    assert (early.status_code, fresh(case).status) == (409, "change_notice")

    observe(as_user, case, "I lavori slittano.")
    case = fresh(case)
    assert (case.status, case.documents.get(name="cantiere.pdf").filed_at is not None) == (
        "change_heard",
        True,
    )
    ground = case.grounds[0]
    unanswered = decide(as_user, office.director, case, "refuse_change")
    assert unanswered.status_code == 422
    typed = {f"answer_{ground.pk}": "Non dipende dallo spazio.", f"stands_{ground.pk}": "yes"}
    send(as_user(office.director), case, "refuse_change", number_of_rows="0", **typed)

    case = fresh(case)
    assert (case.status, case.due_on, reporting.due_on(case)) == ("granted", None, due)
    assert open_tasks(case) == []
    letter = case.letters.get(kind=f"{code}_refused")
    notice = case.letters.get(kind="change_notice").protocol
    said = (f"con nota prot. n. {notice}", "Non ci sono motivi", "I lavori slittano.")
    said += ("Non dipende dallo spazio.", "sono state esaminate")
    assert (letter.state != "held", missing_from(letter, *said)) == (True, [])


def observe(as_user, case, text):
    """Answer the only reason from the beneficiary's page, with a document."""
    client, page = as_user(case.opened_by), reverse("grants:observations", args=[case.pk])
    client.post(
        reverse("grants:upload", args=[case.pk, "observations"]),
        {"file": pdf_file("cantiere.pdf")},
    )
    name = client.get(page).context["grounds"][0]["name"]
    sent = {name: text, f"rev-{name}": "0", "act": "send", "seen_version": str(case.version)}
    assert client.post(page, sent).status_code == 302


def test_PRE_02_the_office_goes_on_once_the_time_for_observations_has_passed(office, as_user):
    with days_ago(20):
        case = accepted(office, granted_to(office, firm("Beta srl"), "enterprise"))
        until = reporting.due_on(case) + timedelta(days=30)
        said = ChangeData("extension", "I lavori slittano.", report_until=until)
        case = perform(case, "ask_change", by=case.opened_by, said=said)
        grounds = [("REV-03", "Non ci sono motivi.")]
        by = office.procedure_owner
        case = perform(case, "give_refusal_notice", by=by, grounds=grounds)
        term = case.terms.get(kind="observations")
        days = case.call_version.parameters["observation_days"]
        assert (term.due_on - term.starts_on).days >= days
        standing = case.terms.get(kind="conclusion", ended_at__isnull=True)
        assert [one["kind"] for one in standing.reckoning["suspensions"]] == ["refusal_notice"]
        with pytest.raises(TransitionRefused):
            perform(case, "close_observations", by=office.procedure_owner)

    case = perform(fresh(case), "close_observations", by=None)
    assert [task.flow_task.name for task in open_tasks(case)] == ["decide_change"]
    case = perform(case, "refuse_change", by=office.director, reason="Resta il no.")
    letter = case.letters.get(kind="extension_refused")
    assert missing_from(letter, "non sono state presentate osservazioni", "Resta il no.") == []
    assert not case.terms.filter(ended_at__isnull=True).exists()


def test_PRE_05_a_change_whose_reasons_fall_is_authorised(office, as_user, case):
    case = told(office, as_user, asked_for(as_user, case))
    case = perform(
        case, "file_observations", by=case.opened_by, observations={case.grounds[0].pk: "Ecco."}
    )

    case = perform(case, "authorise_change", by=office.procedure_owner, reason="È provato.")

    assert (case.status, case.changes.get().state, case.grounds) == ("granted", "authorised", [])
    again = asked_for(as_user, case, "sospensione")
    assert again.grounds == []


def test_ORG_09_an_officer_who_only_examines_tells_no_reasons_against_a_change(
    office, as_user, case
):
    case = asked_for(as_user, case)

    shown = as_user(office.officer).get(reverse("workflows:office_case", args=[case.pk]))
    assert address(case, "give_refusal_notice") not in shown.content.decode()
    with pytest.raises(TransitionRefused):
        perform(case, "give_refusal_notice", by=office.officer, grounds=[("REV-03", "No.")])
    assert fresh(case).status == "change_asked"

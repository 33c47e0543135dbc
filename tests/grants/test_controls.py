"""Controls drawn by a seed anybody can use again, done on the spot, answered, and weighed (DOC-04, DOC-05)."""

import hashlib
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from grants.models import Control, ControlSample
from grants.overdue import overdue
from grants.services import controls as services
from parties import moment
from tests.accounting.books import firm, granted_to
from tests.grants.acts.act_pages import fresh
from tests.grants.awarding import accepted, returned
from tests.grants.judged import send
from tests.office import days_ago, pdf_file
from workflows.engine import Refusal, TransitionRefused

pytestmark = pytest.mark.django_db
SEED = "lotto-2026-11-28-4-18-33-51-77"


def opened(office, as_user, case) -> Control:
    page = as_user(office.officer).post(
        reverse("grants:open_control", args=[case.pk]), {"why": "Segnalazione del gestore."}
    )
    assert page.status_code == 302
    return Control.objects.get(contribution=case)


def told(office, as_user, control, *, in_order: str = "no") -> Control:
    said = {
        "on": f"{moment.today():%d/%m/%Y}",
        "place": "Officina Prova",
        "present": "Il gestore",
        "findings": "La postazione non risulta utilizzata.",
        "in_order": in_order,
    }
    page = as_user(office.officer).post(reverse("grants:control", args=[control.pk]), said)
    assert page.status_code == 302
    return Control.objects.get(pk=control.pk)


def closed(office, as_user, control, result: str = "irregular"):
    said = {"result": result, "conclusion": "La risposta non supera il registro degli accessi."}
    return as_user(office.officer).post(reverse("grants:control", args=[control.pk]), said)


def test_SMP_01_a_sample_is_drawn_by_its_page_and_anybody_draws_the_same(office, as_user):
    cases = [granted_to(office, firm(f"Ditta {at} srl"), "enterprise") for at in range(5)]
    client = as_user(office.officer)

    page = client.post(reverse("grants:controls"), {"call": office.call.pk, "seed": SEED})

    sample = ControlSample.objects.get()
    assert page.url == reverse("grants:control_sample", args=[sample.pk])
    # Five of the smallest class: five per cent, three at least, in the order of their tickets.
    numbers = sorted((case.number for case in cases), key=lambda one: ticket(SEED, one))
    assert [number for _code, number in sample.drawn] == numbers[:3]
    assert {one.contribution.number for one in sample.controls.all()} == set(numbers[:3])
    minutes = sample.minutes
    assert (minutes.state != "held", minutes.call_id) == (True, office.call.pk)
    assert SEED in minutes.text
    assert services.digest_of(sample) in minutes.text
    assert all(number in str(minutes.values) for number in numbers[:3])
    shown = client.get(page.url).content.decode()
    assert SEED in shown

    again = client.post(reverse("grants:controls"), {"call": office.call.pk, "seed": SEED})
    assert (again.status_code, ControlSample.objects.count()) == (422, 1)


def ticket(seed: str, number: str) -> str:
    """Return the place of a number, as the minutes say it is worked out."""
    return hashlib.sha256(f"{seed}{number}".encode()).hexdigest()


def test_DOC_04_a_grant_in_doubt_is_checked_whatever_its_amount(office, as_user):
    with days_ago(60):
        doubtful = office.granted()
        returned(doubtful)
    others = [granted_to(office, firm(f"Ditta {at} srl"), "enterprise") for at in range(2)]
    assert overdue(fresh(doubtful)) is not None

    sample = services.draw(office.call, by=office.officer, seed=SEED)

    assert sample.drawn[0] == ["A", doubtful.number]
    assert len(sample.drawn) == 1 + len(others)


def test_SMP_01_without_a_seed_or_a_right_or_a_grant_nothing_is_drawn(office, as_user):
    page = as_user(office.officer).post(
        reverse("grants:controls"), {"call": office.call.pk, "seed": SEED}
    )
    assert page.status_code == 422
    office.granted()
    for person, seed, status in (
        (office.officer, " ", 422),
        (office.director, SEED, 403),
        (office.accountant, SEED, 403),
    ):
        page = as_user(person).post(
            reverse("grants:controls"), {"call": office.call.pk, "seed": seed}
        )
        assert page.status_code == status
    assert not ControlSample.objects.exists()


def test_DOC_05_a_control_is_reported_answered_and_closed_and_a_person_may_revoke(office, as_user):
    case = accepted(office, granted_to(office, firm("Alfa srl"), "enterprise"))
    control = told(office, as_user, opened(office, as_user, case))
    report = case.letters.get(kind="control_report")
    assert (report.state != "held", control.findings in report.text) == (True, True)

    # Nobody concludes before the beneficiary was heard.
    assert closed(office, as_user, control).status_code == 422
    address = reverse("grants:answer_control", args=[case.pk])
    client = as_user(case.opened_by)
    assert address in client.get(reverse("workflows:case", args=[case.pk])).content.decode()
    assert client.post(address, {"text": ""}).status_code == 422
    bad = {"text": "Eravamo dai clienti.", "paper": SimpleUploadedFile("foto.exe", b"MZ")}
    assert client.post(address, bad).status_code == 422
    said = {"text": "Eravamo dai clienti.", "paper": pdf_file("agenda.pdf")}
    assert client.post(address, said).status_code == 302
    control = Control.objects.get()
    paper = case.documents.get(name="agenda.pdf")
    assert paper.filed_at is not None
    assert paper.sha256 in str(control.protocol.digests)
    office_page = as_user(office.officer).get(reverse("grants:control", args=[control.pk]))
    assert "agenda.pdf" in office_page.content.decode()
    assert control.protocol.subject.startswith("Risposta al verbale di controllo")

    assert closed(office, as_user, control).status_code == 302
    outcome = case.letters.get(kind="control_outcome")
    assert "con irregolarità" in outcome.text
    assert "Eravamo dai clienti." in outcome.text
    # The grant holds: a person weighs the control in the procedure to revoke.
    case = fresh(case)
    assert case.status == "granted"
    found = overdue(case)
    assert "La postazione non risulta utilizzata." in found.facts
    told_words = {"cause": found.cause, "facts": found.facts, "ground_0": found.reason}
    page = send(as_user(office.procedure_owner), case, "start_recall", **told_words, left="0,00")
    assert page.status_code == 302
    assert overdue(fresh(case)) is None


def test_DOC_05_silence_lets_a_control_end_once_its_days_have_passed(office, as_user):
    case = accepted(office, granted_to(office, firm("Alfa srl"), "enterprise"))
    control = told(office, as_user, opened(office, as_user, case))
    Control.objects.update(answer_until=moment.today() - timedelta(days=1))

    late = as_user(case.opened_by).post(
        reverse("grants:answer_control", args=[case.pk]), {"text": "Tardi."}
    )
    assert (late.status_code in {200, 302, 409}, Control.objects.get().answer) == (True, "")
    assert closed(office, as_user, control).status_code == 302


def test_DOC_05_a_control_in_order_is_closed_without_remarks(office, as_user):
    case = accepted(office, granted_to(office, firm("Alfa srl"), "enterprise"))
    control = told(office, as_user, opened(office, as_user, case), in_order="yes")

    assert closed(office, as_user, control, "regular").status_code == 302
    assert "senza rilievi" in case.letters.get(kind="control_outcome").text
    assert overdue(fresh(case)) is None


def test_DOC_04_one_control_at_a_time_and_by_who_may(office, as_user):
    case = accepted(office, granted_to(office, firm("Alfa srl"), "enterprise"))
    opened(office, as_user, case)
    address = reverse("grants:open_control", args=[case.pk])

    assert as_user(office.officer).post(address, {"why": "Ancora."}).status_code == 422
    for person in (office.director, office.accountant, case.opened_by):
        assert as_user(person).post(address, {"why": "Ancora."}).status_code == 403
    assert Control.objects.count() == 1
    tomorrow = f"{moment.today() + timedelta(days=1):%d/%m/%Y}"
    page = as_user(office.officer).post(
        reverse("grants:control", args=[Control.objects.get().pk]),
        {"on": tomorrow, "findings": "x", "in_order": "yes"},
    )
    assert (page.status_code, Control.objects.get().state) == (422, "open")


def test_DOC_04_a_sample_asks_as_much_of_three_grants_as_of_one(office):
    asked = []
    for at in range(3):
        granted_to(office, firm(f"Ditta {at} srl"), "enterprise")
        with CaptureQueriesContext(connection) as caught:
            assert len(services.population(office.call)) == at + 1
        asked.append(len(caught))

    assert asked[0] == asked[2]


def test_DOC_04_a_grant_on_which_a_control_was_opened_meanwhile_is_not_drawn(office):
    case = granted_to(office, firm("Alfa srl"), "enterprise")
    drawn = [one.number for one in services.population(office.call)]
    services.open_control(case, by=office.officer, why="Segnalazione.")

    with transaction.atomic(), pytest.raises(TransitionRefused) as refused:
        services.held_of(office.call, drawn)
    assert refused.value.why is Refusal.STALE

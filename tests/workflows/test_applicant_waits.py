"""What the applicant reads of a step whose letter has not left, or has not arrived."""

import re
from html import unescape

import pytest
from django.urls import reverse

from letters import services
from letters.models import BodyStyle
from tests.letters.reading import sent
from tests.workflows.waiting_terms import ASKED, running
from ui.formats import long_date
from workflows.tasks import perform

pytestmark = pytest.mark.django_db
WRITING = "La lettera sull'ultimo passaggio è in preparazione."


@pytest.fixture
def asked(office, settings):
    """An applicant with a certified address was asked for something; the letter waits."""
    settings.PEC_HOST, settings.PEC_MAILBOX = "127.0.0.1", "imap://127.0.0.1/INBOX"
    BodyStyle.objects.update(leaves_at_once=False)
    case = office.examined()
    case.applicant.pec = "impresa@pec.example.org"
    case.applicant.save()
    return perform(case, "request_integration", by=office.officer, items=ASKED, reason="Manca.")


@pytest.fixture
def page(as_user, asked):
    """Open the applicant's page and return what it says."""

    def read() -> str:
        answer = as_user(asked.opened_by).get(reverse("workflows:case", args=[asked.pk]))
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())

    return read


def test_page_says_that_the_letter_is_being_written_and_asks_for_nothing(asked, page):
    said = page()

    assert WRITING in said
    assert "A chi tocca? A noi Dobbiamo inviarti la lettera: poi tocca a te." in said
    assert "Il termine non è iniziato" in said
    assert ("Racconti meglio" in said, "Rispondi" in said) == (False, False)


def test_page_says_that_the_term_begins_when_the_letter_arrives(office, asked, page):
    services.approve(sent(asked, "integration_request").pk, by=office.director)

    said = page()

    assert WRITING not in said
    assert "Inizia il giorno in cui ricevi la nostra lettera." in said
    assert long_date(running(asked, "integration").due_on) in said
    assert "Racconti meglio" in said


def test_withdrawn_letter_is_of_no_step(office, asked, page):
    services.withdraw(
        sent(asked, "integration_request").pk, by=office.director, reason="Da rifare."
    )

    assert WRITING not in page()

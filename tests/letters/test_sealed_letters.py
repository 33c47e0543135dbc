"""DIG-06: a letter leaves sealed where the house has a seal, and waits where it cannot be put."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import translation

from letters import sealing, services
from letters.models import Letter
from letters.pdf import Paragraph
from letters.watch import not_sealed
from letters.wording import Wording
from tests.letters.reading import file_of
from workflows.engine import Refusal, TransitionRefused
from workflows.models import ProtocolEntry
from workflows.printing import SealOutcome
from workflows.tasks import perform

WORDING = Wording(kind="notice", subject="Avviso di prova")
State = Letter.State

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def test_DIG_06_letter_leaves_with_the_seal_of_the_house(office, sealed_house):
    letter = services.put(office.file(), WORDING, by=office.officer)
    data = file_of(letter)
    check = sealing.verify_seal(data)

    assert (letter.state, letter.is_sealed) == (State.READY, True)
    assert (check.outcome, check.signer) == (SealOutcome.VALID, "Sigillo dei test")
    assert letter.protocol.digests == [
        {"name": letter.document.name, "sha256": letter.document.sha256}
    ]


def test_letter_says_that_it_is_not_sealed_where_the_house_has_no_seal(office):
    letter = services.put(office.file(), WORDING, by=office.officer)

    assert (letter.state, letter.is_sealed) == (State.READY, False)
    assert sealing.verify_seal(file_of(letter)).outcome == SealOutcome.NONE


def test_letter_waits_with_the_reason_where_the_seal_has_expired(office, sealed_house):
    case = office.file()
    numbers = ProtocolEntry.objects.count()
    sealed_house(until=-timedelta(days=1))
    letter = services.put(case, WORDING, by=office.officer)
    with pytest.raises(TransitionRefused, match="The certificate of the key expired on") as refused:
        services.approve(letter.pk, by=office.director)
    letter.refresh_from_db()

    assert refused.value.why == Refusal.RULE
    assert (letter.state, letter.document, letter.is_sealed) == (State.TO_APPROVE, None, False)
    (event,) = letter.events.all()
    assert (event.name, event.source, event.target) == ("not_sealed", "to_approve", "to_approve")
    assert event.reason.startswith("The certificate of the key expired on")
    assert ProtocolEntry.objects.count() == numbers
    (finding,) = not_sealed()
    assert finding.sentence.startswith("The letter “Avviso di prova” of case")


def test_letter_that_waited_for_the_seal_leaves_when_it_can_be_put(office, sealed_house):
    case = office.file()
    sealed_house(until=-timedelta(days=1))
    letter = services.put(case, WORDING, by=office.officer)
    sealed_house()
    letter = services.approve(letter.pk, by=office.director)

    assert (letter.state, letter.is_sealed) == (State.READY, True)
    assert list(not_sealed()) == []


def test_characters_that_cannot_be_printed_are_written_down(office):
    body = (Paragraph("Gentile 王小明 😀 Γιώργος."),)
    letter = services.put(office.file(), replace(WORDING, body=body), by=office.officer)

    assert list(letter.events.values_list("name", "reason")) == [
        ("leave_at_once", ""),
        ("characters_replaced", "Printed as “?”: 小 明 王"),
    ]


def test_decision_stands_where_its_letter_cannot_be_sealed(office, sealed_house):
    case = office.proposed()
    sealed_house(until=-timedelta(days=1))
    case = perform(case, "grant", by=office.director)

    assert case.status == "granted"
    assert case.letters.latest("id").state == State.TO_APPROVE

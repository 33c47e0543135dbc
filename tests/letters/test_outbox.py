"""A decision's letter waits where the office wants a second look, and leaves once."""

from dataclasses import replace

import pytest

from letters import pdf, services
from letters.models import BodyStyle, Letter, Template
from letters.wording import Wording, late_field
from tests.letters.reading import sent, text_of
from workflows.engine import Refusal, TransitionRefused
from workflows.models import ProtocolEntry

State = Letter.State
WORDING = Wording(
    kind="notice",
    subject="Avviso di prova",
    body=(
        pdf.Paragraph(f"Prot. {late_field('protocollo.numero')} del {late_field('data_lettera')}."),
    ),
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def careful(office):
    """An office that looks at every letter again."""
    BodyStyle.objects.update(leaves_at_once=False)
    return office


def steps_of(letter: Letter) -> list[tuple[str, str, str]]:
    return list(letter.events.values_list("name", "source", "target"))


def test_decision_waits_without_number_and_receipt_has_left(careful):
    case = careful.granted()

    receipt, grant = sent(case, "receipt"), sent(case, "grant")

    assert (receipt.state, grant.state) == (State.READY, State.TO_APPROVE)
    assert (grant.protocol, grant.document, grant.content) == (None, None, None)
    assert grant.amount == case.granted
    assert case.protocol_entries.count() == 2


def test_approval_numbers_and_writes_in_what_only_the_number_brings(careful):
    letter = services.put(careful.file(), WORDING, by=careful.officer)

    letter = services.approve(letter.pk, by=careful.director, seen_version=letter.version)

    mark = letter.protocol.mark
    assert f"Prot. {mark} del" in text_of(letter)
    assert (letter.state, letter.approved_by, letter.numbered_at) == (
        State.READY,
        careful.director,
        letter.protocol.registered_at,
    )
    assert steps_of(letter) == [("approve", "to_approve", "ready")]


def test_refused_approval_takes_no_number(careful):
    letter = services.put(careful.file(), WORDING, by=careful.officer)
    numbers = ProtocolEntry.objects.count()

    with pytest.raises(TransitionRefused) as by_officer:
        services.approve(letter.pk, by=careful.officer)
    services.approve(letter.pk, by=careful.director)
    with pytest.raises(TransitionRefused) as twice:
        services.approve(letter.pk, by=careful.director)

    assert (by_officer.value.why, twice.value.why) == (Refusal.RIGHT, Refusal.STATUS)
    assert ProtocolEntry.objects.count() == numbers + 1


def test_letter_that_lacks_something_is_held_and_says_what(office):
    wording = replace(WORDING, missing=("Manca il CUP.",), release=Template.Release.AT_ONCE)

    letter = services.put(office.file(), wording, by=office.officer)

    assert letter.state == State.HELD
    assert list(letter.events.values_list("name", "reason")) == [("hold_back", "Manca il CUP.")]

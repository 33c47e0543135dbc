"""What people do to letters that wait, and what takes the place of one that has left."""

from dataclasses import replace
from decimal import Decimal

import pytest

from letters import outbox, pdf, services, standing
from letters.models import BodyStyle, Letter
from letters.wording import Wording
from tests.letters.reading import text_of
from workflows.engine import Refusal, TransitionRefused
from workflows.models import ProtocolEntry

State = Letter.State
TEXT = """Si concede un contributo di **600,00 €**.

{{ tabella }}

{{ firma }}
"""
WORDING = Wording(
    kind="notice",
    subject="Avviso di prova",
    text=TEXT,
    values={
        "tabella": (pdf.Table(head=("Voce", "Importo"), rows=(("Affitto", "1.200,00 €"),)),),
        "firma": (pdf.Signature("Il direttore", "Dora Prova"),),
    },
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def careful(office):
    """An office that looks at every letter again."""
    BodyStyle.objects.update(leaves_at_once=False)
    return office


@pytest.fixture
def letter(careful) -> Letter:
    """A letter of 600 EUR that waits for approval."""
    return services.put(careful.file(), WORDING, by=careful.director, amount=Decimal("600.00"))


def why(do) -> tuple[Refusal, str]:
    with pytest.raises(TransitionRefused) as refused:
        do()
    return refused.value.why, refused.value.sentence


def steps_of(letter: Letter) -> list[tuple[str, str, str]]:
    return list(letter.events.values_list("name", "target", "reason"))


def sent_out(letter: Letter, by) -> Letter:
    services.approve(letter.pk, by=by)
    outbox.move(letter.pk, "begin_sending", by=None)
    return outbox.move(letter.pk, "note_sent", by=None)


def test_text_and_its_fields_are_drawn_as_they_were_frozen(careful, letter):
    letter = services.approve(letter.pk, by=careful.director)

    assert (
        text_of(letter)
        .split("Oggetto")[1]
        .startswith(
            ": Avviso di prova Si concede un contributo di 600,00 €. Voce Importo Affitto 1.200,00 € "
        )
    )


def test_letter_that_is_held_leaves_with_nobody_until_it_is_taken_up(careful, letter):
    held = services.hold(letter.pk, by=careful.director, reason="Manca un parere.")

    refusal = why(lambda: services.approve(letter.pk, by=careful.director))
    taken_up = services.take_up_again(letter.pk, by=careful.director)

    assert (held.state, taken_up.state, refusal[0]) == (
        State.HELD,
        State.TO_APPROVE,
        Refusal.STATUS,
    )
    assert steps_of(letter) == [
        ("hold", State.HELD, "Manca un parere."),
        ("take_up_again", State.TO_APPROVE, ""),
    ]


@pytest.mark.parametrize("act", ["hold", "withdraw", "replace"])
def test_nothing_is_done_without_a_reason(careful, letter, act):
    before = letter.version

    assert why(lambda: getattr(services, act)(letter.pk, by=careful.director, reason="  "))[0] is (
        Refusal.RULE
    )
    letter.refresh_from_db()
    assert (letter.version, steps_of(letter)) == (before, [])


def test_only_whoever_may_approve_holds_and_takes_back(careful, letter):
    for act in (services.hold, services.withdraw):
        refusal = why(lambda act=act: act(letter.pk, by=careful.officer, reason="No."))
        assert refusal[0] is Refusal.RIGHT
    assert steps_of(letter) == []


def test_letter_taken_back_before_it_has_a_number_leaves_no_trace_in_the_protocol(careful, letter):
    numbers = ProtocolEntry.objects.count()

    letter = services.withdraw(letter.pk, by=careful.director, reason="Doppia.")

    assert (letter.state, letter.numbered_at) == (State.WITHDRAWN, None)
    assert ProtocolEntry.objects.count() == numbers


def test_number_of_a_letter_taken_back_is_annulled_and_it_is_never_sent(careful, letter):
    letter = services.approve(letter.pk, by=careful.director)

    letter = services.withdraw(letter.pk, by=careful.director, reason="Importo errato.")
    services.send(letter.deliveries.get().pk)

    letter.refresh_from_db()
    assert (letter.state, letter.protocol.annulment.annuls) == (State.WITHDRAWN, letter.protocol)
    assert letter.deliveries.get().attempts == 0


def test_change_of_the_text_is_kept_with_its_reason(careful, letter):
    text = TEXT.replace("Si concede", "È concesso")

    letter = services.edit(letter.pk, text, by=careful.officer, reason="Più chiaro.")

    assert (letter.text, letter.original_text, letter.version) == (text, TEXT, 2)
    edit = letter.edits.get()
    assert (edit.text_before, edit.text_after, edit.reason, edit.by) == (
        TEXT,
        text,
        "Più chiaro.",
        careful.officer,
    )
    assert steps_of(letter) == [("edit", State.TO_APPROVE, "Più chiaro.")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TEXT + "\n{{ inventato }}\n", "inventato"),
        (TEXT + "\n<script>alert(1)</script>\n", "HTML"),
        (TEXT + "\n{{#se firma}}\n", "{{/se}}"),
    ],
    ids=["unknown field", "script", "open condition"],
)
def test_text_with_something_wrong_is_refused_with_the_place(careful, letter, text, said):
    refusal, sentence = why(
        lambda: services.edit(letter.pk, text, by=careful.officer, reason="Prova.")
    )

    letter.refresh_from_db()
    assert (refusal, letter.text, letter.edits.count()) == (Refusal.RULE, TEXT, 0)
    assert (said in sentence, " 7" in sentence) == (True, True)


def test_letter_that_no_longer_says_the_amount_is_not_approved(careful, letter):
    services.edit(
        letter.pk, TEXT.replace("600,00", "6.000,00"), by=careful.officer, reason="Errore."
    )
    numbers = ProtocolEntry.objects.count()

    refusal, sentence = why(lambda: services.approve(letter.pk, by=careful.director))

    assert (refusal, "600,00 €" in sentence) == (Refusal.RULE, True)
    assert ProtocolEntry.objects.count() == numbers


def test_text_is_no_longer_changed_once_the_letter_has_its_number(careful, letter):
    services.approve(letter.pk, by=careful.director)

    refusal = why(
        lambda: services.edit(letter.pk, TEXT + "\nIn più.\n", by=careful.officer, reason="No.")
    )

    assert refusal[0] is Refusal.STATUS


def test_old_page_changes_nothing(careful, letter):
    services.hold(letter.pk, by=careful.director, reason="Un momento.")

    for do in (
        lambda: services.edit(letter.pk, "Altro.", by=careful.officer, reason="X", seen_version=1),
        lambda: services.withdraw(letter.pk, by=careful.director, reason="X", seen_version=1),
    ):
        assert why(do)[0] is Refusal.STALE


def test_letter_that_lacks_a_value_is_completed_and_leaves(office):
    wording = replace(WORDING, text="CUP: {{ cup }}.\n", missing=("Manca il CUP.",))
    letter = services.put(office.file(), wording, by=office.director)

    refusal = why(lambda: services.take_up_again(letter.pk, by=office.director))
    services.edit(letter.pk, "CUP: B12.\n", by=office.officer, reason="Il CUP è arrivato.")
    services.take_up_again(letter.pk, by=office.director)
    letter = services.approve(letter.pk, by=office.director)

    assert "cup" in refusal[1]
    assert "CUP: B12." in text_of(letter)


def test_new_letter_says_which_one_it_replaces_and_the_old_one_gives_way(careful, letter):
    old = sent_out(letter, careful.director)

    new = services.replace(old.pk, by=careful.officer, reason="Importo errato.")
    waiting = Letter.objects.get(pk=old.pk).state
    new = services.approve(new.pk, by=careful.director)

    old.refresh_from_db()
    assert (waiting, old.state, old.superseded_by) == (State.SENT, State.SUPERSEDED, new)
    assert f"Questa lettera sostituisce quella prot. n. {old.protocol.mark}." in text_of(new)
    assert (new.amount, new.kind, new.code == old.code) == (old.amount, old.kind, False)
    assert [one.address for one in new.deliveries.all()] == [
        one.address for one in old.deliveries.all()
    ]


def test_letter_is_replaced_once_and_after_a_withdrawal_again(careful, letter):
    old = sent_out(letter, careful.director)
    first = services.replace(old.pk, by=careful.officer, reason="Errore.")

    again = why(lambda: services.replace(old.pk, by=careful.officer, reason="Errore."))
    services.withdraw(first.pk, by=careful.director, reason="Anche questa.")
    second = services.replace(first.pk, by=careful.officer, reason="Terza.")

    assert again[0] is Refusal.STATUS
    assert second.text.count("Questa lettera sostituisce") == 1
    assert old.protocol.mark in second.text


def test_letter_shows_how_it_would_read_today(letter):
    shown = standing.as_today(letter)

    assert shown.reference_lines[0] == f"Prot. n. {standing.NOT_YET}"
    assert shown.blocks[0] == pdf.Paragraph("Si concede un contributo di <b>600,00\xa0€</b>.")

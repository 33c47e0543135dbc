"""The pages of the outbox: lists, one letter, what is done to it, many at once."""

import re
from decimal import Decimal
from html import unescape

import pytest
from django.urls import reverse

from letters import pdf, services
from letters.models import BodyStyle, Letter
from letters.wording import Wording
from workflows import bulk
from workflows.models import BackgroundJob
from workflows.services.jobs import run_job

State = Letter.State
TEXT = "Si concede un contributo di **600,00 €**.\n\n{{ firma }}\n"
WORDING = Wording(
    kind="notice",
    subject="Avviso di prova",
    text=TEXT,
    values={"firma": (pdf.Signature("Il direttore", "Dora Prova"),)},
)
OUTBOX = "/ufficio/lettere/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def careful(office):
    """An office that looks at every letter again."""
    BodyStyle.objects.update(leaves_at_once=False)
    return office


@pytest.fixture
def director(as_user, careful):
    """The director at a browser."""
    return as_user(careful.director)


def put(office, **changes) -> Letter:
    letter = services.put(office.file(), WORDING, by=office.director, amount=Decimal("600.00"))
    if changes:
        Letter.objects.filter(pk=letter.pk).update(**changes)
    return letter


def shown(answer) -> list[int]:
    return [letter.pk for letter in answer.context["page"].rows]


def words(answer) -> str:
    """What a page says, without its marks."""
    text = unescape(re.sub(r"<[^>]+>", " ", answer.content.decode()))
    return re.sub(r" (?=[.,;:])", "", " ".join(text.split()))


def act_page(letter: Letter, word: str) -> str:
    return reverse("letters:act", args=[letter.pk, word])


def test_each_tab_holds_its_letters(careful, director):
    waiting, held = put(careful), put(careful)
    services.hold(held.pk, by=careful.director, reason="Un momento.")
    left = services.approve(put(careful).pk, by=careful.director)

    found = {
        tab: shown(director.get(OUTBOX, {"tab": tab}))
        for tab in ("approve", "held", "way", "failed")
    }

    receipts = list(
        Letter.objects.filter(kind="receipt").order_by("pk").values_list("pk", flat=True)
    )
    assert found == {
        "approve": [waiting.pk],
        "held": [held.pk],
        "way": sorted([*receipts, left.pk], key=lambda pk: Letter.objects.get(pk=pk).created_at),
        "failed": [],
    }


def test_filters_narrow_the_list_and_bad_ones_ask_for_nothing(careful, director):
    first, second = put(careful), put(careful)
    number = second.case.number

    assert shown(director.get(OUTBOX, {"q": number})) == [second.pk]
    assert shown(director.get(OUTBOX, {"kind": "notice", "call": "COW-SPORT"})) == [
        first.pk,
        second.pk,
    ]
    assert shown(director.get(OUTBOX, {"days": "7"})) == []
    assert shown(director.get(OUTBOX, {"officer": "x", "days": "pochi"})) == [first.pk, second.pk]


@pytest.mark.parametrize("number", [1, 3])
def test_list_takes_the_same_queries_however_many_letters(
    careful, director, number, django_assert_num_queries
):
    for _one in range(number):
        put(careful)

    with django_assert_num_queries(10):
        assert len(shown(director.get(OUTBOX))) == number


def test_letter_shows_how_it_will_read_and_what_approval_brings(careful, director):
    letter = put(careful)

    answer = director.get(reverse("letters:letter", args=[letter.pk]))

    said = words(answer)
    assert "Si concede un contributo di 600,00 €." in said
    assert letter.deliveries.get().address in said
    assert answer.context["may"]["approve"]


def test_letter_is_approved_from_its_page_once(careful, director):
    letter = put(careful)
    typed = {"seen_version": str(letter.version)}

    done = director.post(act_page(letter, "approva"), typed)
    again = director.post(act_page(letter, "approva"), typed)

    letter.refresh_from_db()
    assert (done.status_code, again.status_code, letter.state) == (302, 409, State.READY)
    assert "La lettera è cambiata da quando l'hai aperta." in words(again)


def test_reason_is_wanted_and_what_was_typed_stays(careful, director):
    letter = put(careful)

    refused = director.post(act_page(letter, "trattieni"), {"seen_version": "1", "reason": " "})
    director.post(act_page(letter, "trattieni"), {"seen_version": "1", "reason": "Un parere."})

    letter.refresh_from_db()
    assert (refused.status_code, letter.state) == (422, State.HELD)
    assert "Un parere." in words(director.get(reverse("letters:letter", args=[letter.pk])))


def test_change_is_seen_before_it_is_kept(careful, director):
    letter = put(careful)
    page, text = reverse("letters:edit", args=[letter.pk]), TEXT.replace("Si concede", "È dato")
    typed = {"text": text, "reason": "Più chiaro.", "seen_version": "1"}

    before = director.post(page, typed)
    letter.refresh_from_db()
    unchanged = letter.text
    director.post(page, typed | {"keep": "1"})

    letter.refresh_from_db()
    assert (before.status_code, unchanged, letter.text) == (200, TEXT, text)
    assert "È dato un contributo di 600,00 €." in words(before)
    assert "Più chiaro." in words(director.get(reverse("letters:letter", args=[letter.pk])))


def test_change_typed_on_an_old_page_is_answered_with_both_versions(careful, director):
    letter = put(careful)
    page = reverse("letters:edit", args=[letter.pk])
    services.edit(letter.pk, TEXT + "\nIn più.\n", by=careful.officer, reason="Collega.")

    answer = director.post(
        page, {"text": TEXT + "\nAltro.\n", "reason": "Mia.", "seen_version": "1", "keep": "1"}
    )

    letter.refresh_from_db()
    said = words(answer)
    assert (answer.status_code, "In più" in said, "Altro" in said) == (409, True, True)
    assert letter.text.endswith("In più.\n")


def test_text_with_something_wrong_is_told_with_its_place(careful, director):
    letter = put(careful)

    answer = director.post(
        reverse("letters:edit", args=[letter.pk]),
        {"text": TEXT + "\n{{ altro }}\n", "reason": "X", "seen_version": "1", "keep": "1"},
    )

    assert (answer.status_code, "Riga 5" in words(answer)) == (422, True)


def test_party_to_the_case_reads_its_letters_elsewhere(as_user, careful):
    user = careful.director
    letter = services.put(careful.file(user), WORDING, by=careful.procedure_owner)

    client = as_user(user)

    assert client.get(reverse("letters:letter", args=[letter.pk])).status_code == 404
    assert shown(client.get(OUTBOX)) == []


def test_all_that_waits_is_foreseen_and_approved_save_what_changed(careful, director):
    stays, changes, lacks = put(careful), put(careful), put(careful)
    services.edit(lacks.pk, "Niente.\n", by=careful.officer, reason="Errore.")
    asked = {
        "query": "elenco=lettere&tab=approve",
        "count": "3",
        "action": "approve",
    }

    started = director.post(reverse("workflows:bulk_choose"), asked)
    dry_run = BackgroundJob.objects.get(kind=bulk.DRY_RUN)
    run_job(dry_run.pk)
    services.edit(changes.pk, TEXT + "\nIn più.\n", by=careful.officer, reason="Tardi.")
    director.post(reverse("workflows:bulk_start", args=[dry_run.pk]))
    run_job(BackgroundJob.objects.get(kind=bulk.EXECUTION).pk)

    assert started.status_code == 302
    assert list(dry_run.rows.order_by("pk").values_list("outcome", flat=True)) == [
        "foreseen",
        "foreseen",
        "refused",
    ]
    execution = BackgroundJob.objects.get(kind=bulk.EXECUTION)
    assert list(execution.rows.order_by("pk").values_list("outcome", flat=True)) == [
        "done",
        "changed",
    ]
    states = Letter.objects.in_bulk([stays.pk, changes.pk, lacks.pk])
    assert [states[one.pk].state for one in (stays, changes, lacks)] == [
        State.READY,
        State.TO_APPROVE,
        State.TO_APPROVE,
    ]


def test_ticked_letters_lead_to_what_would_happen_to_them(careful, director):
    first, _second = put(careful), put(careful)

    answer = director.post(
        reverse("workflows:bulk_choose"),
        {"elenco": "lettere", "action": "approve", "letter": [str(first.pk)]},
        follow=True,
    )

    assert answer.context["count"] == 1
    assert [action.code for action in answer.context["form"].actions] == ["approve"]


def test_PRT_04_letter_taken_back_stays_readable_with_its_annulment(careful, director, client):
    letter = services.approve(put(careful).pk, by=careful.director)
    director.post(act_page(letter, "ritira"), {"seen_version": "2", "reason": "Errore."})
    letter.refresh_from_db()
    annulled = f"dalla n. {letter.protocol.annulment}"

    for page in (
        reverse("letters:letter", args=[letter.pk]),
        reverse("letters:letter_text", args=[letter.pk]),
    ):
        said = words(director.get(page))
        assert ("Si concede un contributo di 600,00 €." in said, annulled in said) == (True, True)
    checked = words(client.get(reverse("portal:verify_letter", args=[letter.code])))
    assert "L'ufficio ha ritirato questa lettera prima di inviarla" in checked


def test_anybody_learns_that_a_letter_gave_way_to_another(careful, client):
    first = services.approve(put(careful).pk, by=careful.director)
    Letter.objects.filter(pk=first.pk).update(state=State.SENT)
    second = services.replace(first.pk, by=careful.officer, reason="Da correggere.")
    services.approve(second.pk, by=careful.director)

    checked = words(client.get(reverse("portal:verify_letter", args=[first.code])))

    assert "Un'altra lettera ha preso il posto di questa" in checked

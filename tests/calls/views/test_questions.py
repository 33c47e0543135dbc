"""The editor of extra questions: without code, seen while it is written, never in a circle."""

import pytest

from calls.models import Question
from tests.calls.views.pages import address, fresh, send, shown_fields

pytestmark = pytest.mark.django_db


@pytest.fixture
def designer(as_user, office):
    return as_user(office.procedure_owner)


def add(client, kind: str, title: str) -> Question:
    client.post(address("new_question", "COW-GRAD"), {"kind": kind, "title_it": title})
    return Question.objects.get(version=fresh().version, title_it=title)


def url(question: Question) -> str:
    return address("question", "COW-GRAD", question.pk)


def said(response) -> list[str]:
    return [error for found in response.context["form"].errors.values() for error in found]


@pytest.mark.parametrize("kind", Question.Kind.values)
def test_question_of_each_kind_begins_and_is_written(designer, kind):
    row = add(designer, kind, "Che cosa chiediamo?")
    needed = {
        "choice": {"options": "Sì | Yes\nNo"},
        "choices": {"options": "Uno\nDue"},
        "lines": {"col-0-title": "Bene | Good", "col-0-kind": "money"},
        "declaration": {"help_it": "Dichiaro."},
        "computed": {"formula": "spesa / 2"},
    }.get(kind, {})

    response = send(designer, url(row), **({"help_it": "Un aiuto."} | needed))

    assert response.status_code == 302, said(response)
    row.refresh_from_db()
    assert (row.code, row.plain.help_it) == ("che_cosa_chiediamo", row.help_it)
    assert designer.get(address("subject", "COW-GRAD", "domande")).context["here"] == []


def test_answers_keep_their_codes_when_their_order_changes(designer):
    row = add(designer, "choice", "Settore")
    send(designer, url(row), options="Arte\nBosco | Wood")
    before = {
        option.title_it: option.code for option in Question.objects.get(pk=row.pk).plain.options
    }

    send(designer, url(row), options="Bosco | Wood\nCarta\nArte")

    options = Question.objects.get(pk=row.pk).plain.options
    assert [option.title_it for option in options] == ["Bosco", "Carta", "Arte"]
    assert {o.title_it: o.code for o in options if o.title_it in before} == before
    assert options[0].title_en == "Wood"


def test_condition_is_written_in_words(designer):
    sector = add(designer, "choice", "Settore")
    send(designer, url(sector), options="Arte e cultura\nServizi")
    other = add(designer, "text", "Quale arte?")

    response = send(
        designer,
        url(other),
        **{
            "if-0-question": "settore",
            "if-0-operator": "is",
            "if-0-value": "arte E cultura",
            "if-1-question": "spesa",
            "if-1-operator": "at_least",
            "if-1-value": "1000",
            "mode": "any",
        },
    )

    assert response.status_code == 302, said(response)
    shown_if = Question.objects.get(pk=other.pk).plain.shown_if
    assert [(c.question, c.operator, c.value) for c in shown_if.conditions] == [
        ("settore", "is", "arte_e_cultura"),
        ("spesa", "at_least", "1000"),
    ]
    assert designer.get(url(other)).context["form"]["if-0-value"].value() == "Arte e cultura"


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        ("choice", {"options": "Uno"}, "servono almeno due risposte"),
        ("choice", {"options": "Uno\nuno"}, "due risposte sono uguali"),
        ("computed", {"formula": "spesa +"}, "La formula finisce troppo presto"),
        ("computed", {"formula": "nulla * 2"}, "La formula nomina “nulla”, che non c'è."),
        ("computed", {"formula": "prova"}, "dipendono l'una dall'altra in cerchio"),
        ("number", {"minimum": "9", "maximum": "3"}, "Il minimo è più alto del massimo."),
        ("date", {"earliest": "2027-01-02", "latest": "2026-01-02"}, "Il primo giorno ammesso viene dopo l'ultimo."),
        ("lines", {}, "almeno una colonna"),
        ("text", {"if-0-question": "prova", "if-0-operator": "answered"}, "in cerchio"),
        ("text", {"if-0-question": "richiedente", "if-0-operator": "is", "if-0-value": "un gatto"}, "nomina una risposta che non c'è"),
        ("text", {"title_it": ""}, "obbligatorio"),
        ("declaration", {"help_it": ""}, "obbligatorio"),
    ],
)  # fmt: skip
def test_CALL_07_question_that_makes_no_sense_is_refused_and_stays_as_it_was(
    designer, kind, typed, sentence
):
    row = add(designer, kind, "Prova")
    before = Question.objects.filter(pk=row.pk).values().get()

    response = send(designer, url(row), **({"help_it": "Dichiaro."} | typed))

    # A question cannot depend on itself: the page does not even offer it.
    if typed.get("if-0-question") == "prova":
        sentence = "prova"
    assert response.status_code == 422
    assert any(sentence in error for error in said(response)), said(response)
    assert Question.objects.filter(pk=row.pk).values().get() == before


def test_CALL_07_two_questions_that_wait_for_one_another_are_refused(designer):
    first, second = add(designer, "text", "Prima"), add(designer, "text", "Seconda")
    send(designer, url(first), **{"if-0-question": "seconda", "if-0-operator": "answered"})

    response = send(
        designer, url(second), **{"if-0-question": "prima", "if-0-operator": "answered"}
    )

    assert response.status_code == 422
    assert any("in cerchio" in error for error in said(response))
    assert Question.objects.get(pk=second.pk).plain.shown_if is None


def test_question_is_seen_while_it_is_written_and_nothing_is_kept(designer):
    row = add(designer, "choice", "Settore")

    response = designer.post(
        address("preview_question", "COW-GRAD", row.pk),
        {"title_it": "In quale settore?", "options": "Arte\nBosco"},
    )

    text = response.content.decode()
    assert "In quale settore?" in text
    assert "Bosco" in text
    assert Question.objects.get(pk=row.pk).title_it == "Settore"


def test_preview_says_what_is_wrong(designer):
    row = add(designer, "computed", "Totale")

    response = designer.post(
        address("preview_question", "COW-GRAD", row.pk), {"title_it": "Totale", "formula": "1 +"}
    )

    assert "La formula finisce troppo presto" in response.content.decode()


def test_questions_are_tried_with_answers_that_nobody_keeps(designer):
    sector = add(designer, "choice", "Settore")
    send(designer, url(sector), options="Arte\nBosco", is_required="on")
    goods = add(designer, "lines", "Beni")
    send(
        designer,
        url(goods),
        **{
            "col-0-title": "Prezzo",
            "col-0-kind": "money",
            "if-0-question": "settore",
            "if-0-value": "Arte",
        },
    )
    total = add(designer, "computed", "Totale")
    send(designer, url(total), formula="somma(beni.prezzo) + spesa", is_money="on")
    attempt = {"q_settore": "arte", "q_beni-1-prezzo": "1.000,50", "known_spesa": "9,50"}

    response = designer.post(address("try_questions", "COW-GRAD"), attempt)

    text = response.content.decode()
    assert "1.010,00 €" in text
    assert "q_beni-1-prezzo" in text
    hidden = designer.post(address("try_questions", "COW-GRAD"), attempt | {"q_settore": "bosco"})
    assert "q_beni-1-prezzo" not in hidden.content.decode()
    assert "9,50 €" in hidden.content.decode()


def test_question_that_somebody_else_changed_is_not_overwritten(designer):
    row = add(designer, "text", "Prova")
    page = designer.get(url(row))
    Question.objects.filter(pk=row.pk).update(help_it="Altro.")

    response = designer.post(
        url(row), shown_fields(page) | {"seen": page.context["seen"], "help_it": "Mio."}
    )

    assert response.status_code == 409
    assert [(one["now"], one["mine"]) for one in response.context["differs"]] == [
        ("Altro.", "Mio.")
    ]
    assert Question.objects.get(pk=row.pk).help_it == "Altro."

"""The extra questions of a call in the applicant's form: asked, kept as typed, filed, never changed."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest
from django.conf import settings
from django.urls import reverse

from grants import services
from grants.forms.application import Application
from grants.models import Status
from tests.grants import asking, typed
from tests.grants.asking import FILED, QUESTIONS, TYPED, later_version
from workflows.models import Answer, Draft
from workflows.written.rows import remove_row

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


@pytest.fixture
def asks(office):
    """The office, whose call asks one question of each kind."""
    later_version(office, *QUESTIONS)
    return office


def page(case, slug="domande", query=""):
    return reverse("grants:page", args=[case.pk, slug]) + query


def shown(client, case):
    """What a browser would send back from the page of questions."""
    response = client.get(page(case))
    application = response.context["application"]
    data = {}
    for form in application.forms("domande"):
        for entry in form.entries():
            name = entry.field.html_name
            data[name] = application.values.get(name, "")
            data[f"rev-{name}"] = entry.revision
    return data


def submit(client, case):
    key = {"submission_key": str(uuid4())}
    return client.post(reverse("grants:submit", args=[case.pk]), key)


def problems(client, case):
    found = client.get(reverse("grants:review", args=[case.pk])).context["problems"]
    return [(one["url"].partition("#")[2], one["sentence"]) for one in found]


def value(case, name):
    return Draft.objects.get(case_id=case.pk).value(name)


def test_call_without_questions_has_no_page_for_them(office, as_user):
    case = typed.draft(office)

    response = as_user(case.opened_by).get(page(case))

    slugs = [one.slug for one in Application(case).pages]
    assert (response.status_code, "domande" in slugs, len(slugs)) == (404, False, 6)


def test_page_asks_each_question_and_blames_nobody_at_first_sight(asks, as_user):
    case = typed.draft(asks)

    text = as_user(case.opened_by).get(page(case)).content.decode()

    asked = [one.title_it for one in QUESTIONS if one.code not in {"quale", "beni", "piano"}]
    assert [title for title in asked if title not in text] == []
    assert ("Quale altro settore?" in text, "ui-error-summary" in text) == (False, False)


def test_what_is_typed_is_kept_and_filed_with_its_types(asks, as_user):
    case = typed.draft(asks)
    client = as_user(case.opened_by)
    first = {name: text for name, text in TYPED.items() if "beni" not in name}
    client.post(page(case), shown(client, case) | first | {"act": "add:q_beni"})
    client.post(page(case), shown(client, case) | TYPED | {"act": "next"})
    typed.attach(case, "q_piano", "piano.pdf")
    assert {name: value(case, name) for name in TYPED} == TYPED

    response = submit(client, case)

    case = typed.again(case)
    assert (response.url, case.status) == (
        reverse("grants:sent", args=[case.pk]),
        Status.SUBMITTED,
    )
    assert case.given_answers == FILED
    assert sorted(case.answers.values_list("kind", "text", "number")) == sorted(
        [
            ("text", "Piano, ma bene", None),
            ("number", "", Decimal(3)),
            ("money", "", Decimal("1000.50")),
            ("date", "", None),
            ("choice", "arte", None),
            ("choices", "", None),
            ("lines", "", None),
            ("computed", "", Decimal(1450)),
            ("declaration", "yes", None),
        ]
    )


def test_shown_if_question_that_is_not_asked_is_neither_required_nor_filed(asks, as_user):
    case = asking.draft(asks, q_quale="Ceramica")
    client = as_user(case.opened_by)

    assert problems(client, case) == []
    submit(client, case)

    case = typed.again(case)
    assert (case.given_answers, value(case, "q_quale")) == (FILED, "Ceramica")


def test_shown_if_question_that_comes_up_wants_its_answer(asks, as_user):
    case = asking.draft(asks, q_settore="altro")
    client = as_user(case.opened_by)

    assert problems(client, case) == [("id_q_quale", "Questo campo è obbligatorio.")]
    assert submit(client, case).status_code == 422

    client.post(page(case), shown(client, case) | {"q_quale": "Ceramica", "act": "save"})
    submit(client, case)
    answers = typed.again(case).given_answers
    # The lines that were typed before belong to a question that is no longer asked.
    assert answers == {
        **{name: answer for name, answer in FILED.items() if name != "beni"},
        "settore": "altro",
        "quale": "Ceramica",
        "totale": Decimal(1200),
    }


def test_answers_of_a_filing_are_worked_out_anew(asks):
    case = typed.draft(asks)
    typed.attach(case, "q_piano")
    given = {"motto": "M", "settore": "bosco", "vero": True, "beni": FILED["beni"]}
    forged = {"quale": "Di nascosto", "totale": Decimal(9), "piano": False}

    services.submit(
        case,
        by=case.opened_by,
        filing=replace(asks.filing(), given_answers=given | forged),
        submission_key=uuid4(),
    )

    assert typed.again(case).given_answers == {
        "motto": "M",
        "settore": "bosco",
        "vero": True,
        "totale": Decimal(1200),
    }


@pytest.mark.parametrize(
    ("changes", "anchor", "sentence"),
    [
        ({"q_motto": ""}, "id_q_motto", "Questo campo è obbligatorio."),
        ({"q_motto": "x" * 41}, "id_q_motto", "più di 40 caratteri"),
        ({"q_addetti": "molti"}, "id_q_addetti", "numero"),
        ({"q_addetti": "2,5"}, "id_q_addetti", "Scrivi un numero intero."),
        ({"q_addetti": "0"}, "id_q_addetti", "Scrivi almeno 1."),
        ({"q_addetti": "251"}, "id_q_addetti", "Scrivi al massimo 250."),
        ({"q_addetti": "9" * 30}, "id_q_addetti", "cifre"),
        ({"q_risparmi": "-5"}, "id_q_risparmi", "Scrivi un numero, come 1.234,56."),
        ({"q_risparmi": "1.000,505"}, "id_q_risparmi", "Scrivi al massimo due decimali."),
        ({"q_inizio": "31/02/2026"}, "id_q_inizio", "Scrivi un giorno che esiste"),
        ({"q_inizio": "2025-12-31"}, "id_q_inizio", "Scrivi un giorno dal 01/01/2026 in poi."),
        ({"q_settore": "pesca"}, "id_q_settore", "pesca"),
        ({"q_canali": ["radio"]}, "id_q_canali", "radio"),
        ({"q_vero": ""}, "id_q_vero", "Spunta per dichiarare"),
        ({"q_beni-1-che": ""}, "id_q_beni-1-che", "Questo campo è obbligatorio."),
        ({"q_beni-1-prezzo": "caro"}, "id_q_beni-1-prezzo", "Scrivi un numero"),
        ({"q_beni-1-quando": "domani"}, "id_q_beni-1-quando", "Scrivi un giorno che esiste"),
    ],
)
def test_answer_that_cannot_be_gets_a_sentence_and_stays_as_it_was_typed(
    asks, as_user, changes, anchor, sentence
):
    case = asking.draft(asks, **changes)
    client = as_user(case.opened_by)

    found = problems(client, case)
    response = submit(client, case)

    (name, wrong) = next(iter(changes.items()))
    assert {one[0] for one in found} == {anchor}
    assert sentence in found[0][1]
    assert (response.status_code, typed.again(case).status) == (422, Status.DRAFT)
    assert (value(case, name) or "", Answer.objects.count()) == (wrong, 0)


def test_lines_that_must_be_there_are_missed(asks, as_user):
    case = asking.draft(asks)
    remove_row(case, "q_beni", 1)

    found = problems(as_user(case.opened_by), case)

    assert [sentence for _anchor, sentence in found] == [
        "«Beni da comprare»: aggiungi almeno una riga."
    ]


def test_lines_come_and_go_up_to_the_most_the_call_allows(asks, as_user):
    case = asking.draft(asks)
    client = as_user(case.opened_by)

    added = client.post(page(case), shown(client, case) | {"act": "add:q_beni"})
    third = client.post(page(case), shown(client, case) | {"act": "add:q_beni"}, follow=True)
    client.post(page(case), shown(client, case) | {"act": "remove:q_beni-1"})

    assert added.url == f"{page(case)}#q_beni-2"
    assert [str(message) for message in third.context["messages"]] == ["C'è posto per 2 righe."]
    assert (value(case, "q_beni-rows"), value(case, "q_beni-1-che")) == (["2"], "")


def test_rows_of_a_question_that_is_not_asked_cannot_be_added(asks, as_user):
    case = typed.draft(asks)
    client = as_user(case.opened_by)

    for rows in ("q_beni", "q_motto", "q_niente", "speso"):
        client.post(page(case), shown(client, case) | {"act": f"add:{rows}"})

    names = Draft.objects.get(case_id=case.pk).answers
    assert [name for name in names if name.startswith("q_")] == []


def test_line_comes_without_leaving_the_page(asks, as_user):
    case = asking.draft(asks)
    client = as_user(case.opened_by)

    response = client.post(
        page(case), shown(client, case) | {"act": "add:q_beni"}, headers={"HX-Request": "true"}
    )

    text = response.content.decode()
    assert ('id="q_beni-2"' in text, 'id="box-totale"' in text, "<html" in text) == (
        True,
        True,
        False,
    )


def test_answer_that_brings_another_question_up_draws_it(asks, as_user):
    case = asking.draft(asks)
    client = as_user(case.opened_by)
    address = reverse("grants:autosave", args=[case.pk])

    answer = client.post(address, {"field": "q_settore", "value": "altro", "revision": "1"})

    fragments = answer.json()["fragments"]
    assert sorted(fragments) == ["box-beni", "box-quale", "box-totale"]
    assert ("Quale altro settore?" in fragments["box-quale"], fragments["box-beni"].strip()) == (
        True,
        "",
    )
    assert "1.200,00" in fragments["box-totale"]


def test_several_ticks_are_saved_as_they_are_made(asks, as_user):
    case = asking.draft(asks)
    address = reverse("grants:autosave", args=[case.pk])

    as_user(case.opened_by).post(address, {"field": "q_canali", "value": ["web"], "revision": "1"})

    assert value(case, "q_canali") == ["web"]


def test_field_that_the_call_does_not_ask_is_not_saved(asks, as_user):
    case = typed.draft(asks)
    address = reverse("grants:autosave", args=[case.pk])

    answer = as_user(case.opened_by).post(
        address, {"field": "q_nulla", "value": "x", "revision": "0"}
    )

    assert (answer.status_code, value(case, "q_nulla")) == (410, "")


def test_answer_that_another_window_changed_is_shown_and_not_overwritten(asks, as_user):
    case = asking.draft(asks)
    client = as_user(case.opened_by)
    old = shown(client, case)
    client.post(page(case), old | {"q_motto": "Dall'altra finestra", "act": "save"})

    response = client.post(page(case), old | {"q_motto": "Da questa", "act": "save"})

    text = response.content.decode()
    assert value(case, "q_motto") == "Dall'altra finestra"
    assert ("Dall&#x27;altra finestra" in text, "Da questa" in text) == (True, True)


def test_several_ticks_that_clash_are_chosen_between_in_words(asks, as_user):
    case = asking.draft(asks)
    client = as_user(case.opened_by)
    old = shown(client, case)
    client.post(page(case), old | {"q_canali": ["web"], "act": "save"})

    response = client.post(page(case), old | {"q_canali": ["fiere"], "act": "save"})

    (one,) = response.context["clashes"]
    assert (one["label"], one["mine_words"], one["theirs_words"]) == ("Canali", "Fiere", "Rete")
    chosen = {"q_canali": "web\nfiere", "rev-q_canali": one["revision"], "act": "save"}
    client.post(page(case), chosen)
    assert value(case, "q_canali") == ["web", "fiere"]


def test_ticks_typed_after_the_session_ended_wait_for_their_owner(asks, as_user, client):
    case = asking.draft(asks, q_canali="")
    data = shown(as_user(case.opened_by), case) | {"q_canali": ["web", "fiere"]}
    client.logout()

    client.post(page(case), data)
    client.force_login(case.opened_by, backend=settings.AUTHENTICATION_BACKENDS[-1])
    client.get(page(case))

    assert value(case, "q_canali") == ["web", "fiere"]

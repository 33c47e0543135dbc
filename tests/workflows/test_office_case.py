"""The office's page of a case, through the client."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from grants import services
from grants.filing import AidData, LineData
from tests.office import pdf_file, person
from tests.workflows.case_pages import page_of, words
from workflows.models import HistoryEntry, Note
from workflows.services import documents
from workflows.services.integrations import Asked
from workflows.services.notes import add_note
from workflows.tasks import perform
from workflows.written.people import OrganisationData

pytestmark = pytest.mark.django_db


def test_case_shows_what_was_asked_in_the_order_of_the_form(office, as_user):
    case = office.examined()

    response = as_user(office.officer).get(page_of(case))

    assert response.status_code == 200
    assert [section["anchor"] for section in response.context["sections"]] == [
        "richiedente",
        "spazio",
        "periodo",
        "progetto",
        "aiuti",
    ]
    text = words(response)
    order = ["richiedente", "spazio", "periodo", "spese", "progetto", "aiuti", "dichiarazioni"]
    assert [text.index(f'id="{anchor}"') for anchor in order] == sorted(
        text.index(f'id="{anchor}"') for anchor in order
    )
    assert "COW-01" in text
    assert "1.200,00 €" in text


def test_every_value_has_its_check_and_lines_above_the_list_are_to_verify(office, as_user):
    dear = LineData("desk_rent", "Postazione", "month", Decimal(6), Decimal(260), Decimal(22))
    case = office.file(lines=[replace(dear, list_price=Decimal("200.00"))])

    response = as_user(office.officer).get(page_of(case))

    [line] = response.context["spend"]["lines"]
    assert (line["check"]["rule_id"], line["check"]["tone"]) == ("COW-07", "warning")
    assert "supera il listino" in words(response)
    assert response.context["tally"]["verify"] == 1


def test_tax_code_that_does_not_agree_warns(office, as_user):
    case = office.file(person=replace(person(7), first_name="Fabrizia"))

    response = as_user(office.officer).get(page_of(case))

    assert "Il codice fiscale non concorda con i dati: nome." in words(response)


def firm(**changes):
    """Return an invented company of the province."""
    values = {
        "name": "Tessitura Prova srl",
        "legal_form": "company",
        "tax_code": "01234560207",
        "vat_number": "01234560207",
        "rea": "MN-123456",
        "ateco": "13.20.00",
        "size": "micro",
        "vat_opened_on": date(2020, 1, 15),
        "street": "Via dei Telai",
        "street_number": "9",
        "postcode": "46100",
        "municipality": "Mantova",
        "province": "MN",
        "pec": "tessitura@pec.example.org",
        "email": "tessitura@example.org",
        "capacity": "legal_representative",
    }
    return OrganisationData(**values | changes)


def test_firm_and_representative_stand_apart_and_an_unverified_signature_warns(office, as_user):
    case = office.file(
        applicant_kind="enterprise",
        organisation=firm(),
        aids=[AidData("Regione di prova", "Bando prova", date(2026, 1, 10), Decimal(5000))],
    )

    response = as_user(office.officer).get(page_of(case))

    sections = {section["anchor"]: section["rows"] for section in response.context["sections"]}
    assert list(sections)[:2] == ["richiedente", "firma"]
    signs = sections["firma"][0]
    assert [(check["rule_id"], check["tone"]) for check in signs["checks"]] == [
        ("DIG-15", "warning")
    ]
    aid = sections["aiuti"][-1]
    assert [(check["rule_id"], check["tone"]) for check in aid["checks"]] == [("AID-01", "success")]
    text = words(response)
    assert "Tessitura Prova srl" in text
    assert "5.000,00 €" in text


def test_document_is_shown_beside_the_data_and_never_instead(office, as_user):
    case = office.examined()
    document = case.documents.first()

    response = as_user(office.officer).get(page_of(case, f"?documento={document.pk}"))

    assert response.context["viewed"] == document
    text = words(response)
    assert f'<iframe src="{reverse("workflows:document", args=[document.pk])}"' in text
    assert 'id="richiedente"' in text


def test_document_of_another_case_is_not_shown(office, as_user):
    case, other = office.examined(), office.file()

    response = as_user(office.officer).get(
        page_of(case, f"?documento={other.documents.first().pk}")
    )

    assert response.context["viewed"] is None


def test_history_says_who_when_and_what_changed(office, as_user):
    case = office.proposed()

    response = as_user(office.officer).get(page_of(case))

    rows = response.context["history"]
    assert [(row["name"], row["who"]) for row in rows] == [
        ("submit", str(case.opened_by)),
        ("start_examination", str(office.officer)),
        ("propose_admission", str(office.officer)),
    ]
    changes = {
        change["field"]: (change["before"], change["after"])
        for row in rows[1:]
        for change in row["changes"]
    }
    assert changes["officer"] == ("—", str(office.officer))
    assert changes["proposed"] == ("—", "600,00 €")
    assert "COW-03" in {check["rule_id"] for check in rows[2]["checks"]}


def test_terms_show_days_left_and_the_reckoning(office, as_user):
    case = office.examined()

    response = as_user(office.officer).get(page_of(case))

    [term] = response.context["terms"]
    assert (term["kind"], term["suspended"]) == ("conclusion", False)
    assert term["due"] == case.due_on
    assert term["days"][0][0] == term["due"].fromordinal(
        term["due"].toordinal() - len(term["days"]) + 1
    )


def test_suspended_term_says_so_while_the_applicant_answers(office, as_user):
    case = office.examined()
    perform(
        case,
        "request_integration",
        by=office.officer,
        items=[Asked("document", "quote", "Preventivo", "Illeggibile")],
        reason="Serve un preventivo leggibile.",
    )

    response = as_user(office.officer).get(page_of(case))

    assert {term["kind"]: term["suspended"] for term in response.context["terms"]} == {
        "integration": False,
        "conclusion": True,
    }
    assert [row["waits_for_applicant"] for row in response.context["tasks"]] == [True]
    assert "Serve un preventivo leggibile." in words(response)


def test_integration_shows_the_documents_that_answered_it(office, as_user):
    case = perform(
        office.examined(),
        "request_integration",
        by=office.officer,
        items=[Asked("document", "quote", "Preventivo", "Illeggibile.")],
        reason="Serve.",
    )
    document = documents.attach(
        case,
        pdf_file("leggibile.pdf"),
        by=case.opened_by,
        requirement="quote",
        accepted=frozenset({"pdf"}),
        max_bytes=10**6,
    )
    perform(case, "answer_integration", by=case.opened_by)

    response = as_user(office.officer).get(page_of(case))

    [row] = response.context["requests"]
    assert [asked["documents"] for asked in row["items"]] == [[document]]


def test_other_cases_of_the_same_applicant_are_listed(office, as_user):
    user = office.applicant()
    first = office.file(user=user)
    services.withdraw(first, by=user)
    second = office.file(user=user)

    response = as_user(office.officer).get(page_of(second))

    assert [row["case"].pk for row in response.context["other_cases"]] == [first.pk]


def test_note_is_added_and_listed(office, as_user):
    case = office.examined()

    response = as_user(office.accountant).post(
        reverse("workflows:note", args=[case.pk]), {"text": "Sentita per telefono."}, follow=True
    )

    assert "Sentita per telefono." in words(response)
    note = Note.objects.get()
    assert (note.case_id, note.by, note.text) == (
        case.pk,
        office.accountant,
        "Sentita per telefono.",
    )


def test_empty_note_is_refused_with_a_sentence(office, as_user):
    case = office.examined()

    response = as_user(office.officer).post(
        reverse("workflows:note", args=[case.pk]), {"text": "  "}
    )

    assert response.status_code == 422
    assert list(response.context["note_form"].errors) == ["text"]
    assert Note.objects.count() == 0


def integrated(office, case, number):
    """Ask for something and get it, with one more document."""
    documents.attach(
        case,
        pdf_file(f"altro{number}.pdf"),
        by=case.opened_by,
        requirement="curriculum",
        accepted=frozenset({"pdf"}),
        max_bytes=10**6,
    )
    case = perform(
        case,
        "request_integration",
        by=office.officer,
        items=[Asked("document", f"other-{n}", "Altro", "Serve.") for n in range(number + 1)],
        reason="Serve altro.",
    )
    return perform(case, "answer_integration", by=case.opened_by)


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_number_of_queries_is_the_same_for_one_and_for_three_of_everything(office, as_user):
    lean = integrated(office, noted(office, office.examined(), 1), 1)
    rich = noted(office, office.examined(lines=three_lines()), 3)
    for number in range(3):
        rich = integrated(office, rich, number)
    client = as_user(office.officer)

    counts = {queries_of(client, page_of(case)) for case in (lean, rich)}

    assert HistoryEntry.objects.filter(case=rich).count() == 8
    assert counts == {38}


def noted(office, case, number):
    for text in range(number):
        add_note(case, by=office.officer, text=f"Nota {text}")
    return case


def three_lines():
    return [
        LineData("desk_rent", f"Voce {n}", "month", Decimal(6), Decimal(70), Decimal(22))
        for n in range(3)
    ]

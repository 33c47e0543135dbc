"""The receipt says all that makes it the notice that the procedure has begun."""

from dataclasses import replace

import pytest
from django.utils import translation

from letters.compose import moment_words
from tests.grants.letters.filings import ENTERPRISE, LONG_NAME
from tests.letters.reading import missing_from, sent, text_of
from tests.office import person
from workflows.models import ProtocolEntry
from workflows.terms.italian import with_weekday

pytestmark = pytest.mark.django_db


def test_PROC_06_receipt_says_number_protocol_and_second(office):
    case = office.file()

    assert (
        missing_from(
            sent(case, "receipt"),
            case.number,
            f"n. {case.protocol_in.mark}",
            moment_words(case.submitted_at),
            "art. 18-bis L. 241/1990",
        )
        == []
    )


def test_PROC_07_receipt_says_what_the_start_notice_owes(office):
    case = office.file()

    assert (
        missing_from(
            sent(case, "receipt"),
            "Amministrazione Camera di commercio di prova",
            "Contributo per l'utilizzo di Officina Prova",
            "Ufficio competente Ufficio contributi, Agenzia di prova",
            "Domicilio digitale agenzia@pec.example.org",
            "Responsabile del procedimento Procedure_owner Prova",
            "Titolare del potere sostitutivo Director Prova",
            f"60 giorni dalla presentazione: {with_weekday(case.due_on)}",
            "la legge gli assegna 30 giorni",
            "ricorso al TAR Lombardia, sezione staccata di Brescia",
            "area personale di http://localhost:8000",
            "Atti non disponibili in rete Ufficio contributi, Via di Prova 1, Mantova",
        )
        == []
    )


def test_receipt_lists_every_file_with_its_digest(office):
    case = office.file()
    files = case.documents.filter(origin="applicant")

    assert files.count() == 2
    assert (
        missing_from(sent(case, "receipt"), *(f"{file.name} {file.sha256}" for file in files)) == []
    )


def test_DOC_02_receipt_recalls_penalties_and_personal_data(office):
    case = office.file()
    titles = case.call_version.declarations.values_list("title_it", flat=True)

    assert (
        missing_from(
            sent(case, "receipt"),
            *titles,
            "art. 76 del DPR 445/2000",
            "Titolare del trattamento: Camera di commercio di prova",
            "Reg. (UE) 2016/679",
        )
        == []
    )


def test_receipt_sums_spend_and_request_up(office):
    case = office.file()

    assert (
        missing_from(
            sent(case, "receipt"),
            "Postazione in open space 6 mesi 200,00 € 1.200,00 €",
            "Totale 1.200,00 €",
            "Contributo richiesto: 600,00 €",
        )
        == []
    )


def test_receipt_stays_italian_when_the_reader_speaks_english(office):
    with translation.override("en"):
        case = office.file()

    english = [
        word
        for word in ("January", "Monday", "Self-cert", "month", "Draft")
        if word in text_of(sent(case, "receipt"))
    ]
    assert english == []


def test_receipt_prints_marks_and_long_names_as_they_are(office):
    case = office.file(
        organisation=replace(ENTERPRISE, name=LONG_NAME), applicant_kind="enterprise"
    )

    letter = sent(case, "receipt")

    assert missing_from(letter, "<b>Bottega & Figli</b>", LONG_NAME[-30:]) == []
    assert f"c.a. {case.representative.name}" in text_of(letter)
    assert letter.protocol.counterpart == LONG_NAME


def test_receipt_takes_the_next_outgoing_number(office):
    case = office.file()

    entries = ProtocolEntry.objects.filter(case=case).order_by("number")
    assert [(entry.number, entry.direction) for entry in entries] == [(1, "in"), (2, "out")]


def test_receipt_names_nobody_as_signing_by_hand(office):
    letter = sent(office.file(person=person(7)), "receipt")

    assert letter.signed_by is None
    assert "Firma autografa sostituita dall'indicazione a stampa" in text_of(letter)

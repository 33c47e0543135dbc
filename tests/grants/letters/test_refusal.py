"""The notice of reasons against and the refusal."""

import pytest

from tests.letters.reading import missing_from, sent, text_of
from tests.office import pdf_file
from workflows.models import ProtocolEntry
from workflows.services import documents
from workflows.tasks import perform
from workflows.terms.italian import with_weekday

pytestmark = pytest.mark.django_db

GROUNDS = [("COW-08", "Il preventivo è scaduto."), ("COW-03", "Lo spazio non è iscritto.")]


def noticed(office, grounds=GROUNDS):
    return perform(office.examined(), "give_refusal_notice", by=office.officer, grounds=grounds)


def refused(office, *, observed: bool):
    case = noticed(office)
    first = case.refusal_grounds.first()
    if observed:
        documents.attach(
            case,
            pdf_file("memoria.pdf", "memoria"),
            by=case.opened_by,
            requirement="",
            accepted=frozenset({"pdf"}),
            max_bytes=10**6,
        )
    case = perform(
        case,
        "file_observations",
        by=case.opened_by,
        observations={first.pk: "È stato <rinnovato>."} if observed else {},
    )
    case = perform(
        case, "propose_refusal", by=office.officer, answers={first.pk: "Il rinnovo non risulta."}
    )
    return perform(case, "refuse", by=office.director)


def test_PRE_01_notice_says_reasons_term_and_how_to_answer(office):
    case = noticed(office)

    letter = sent(case, "refusal_notice")
    assert (
        missing_from(
            letter,
            "art. 10-bis L. 241/1990",
            "1. Il preventivo è scaduto (Bando, documenti; rif. COW-08).",
            "2. Lo spazio non è iscritto (Bando, spazi ammessi; rif. COW-03).",
            "entro 10 giorni dal ricevimento",
            with_weekday(case.due_on),
            "Le osservazioni si presentano dall'area personale",
            "L'incaricato dell'istruttoria Officer Prova",
        )
        == []
    )


def test_PRE_03_notice_says_how_the_term_moves(office):
    assert (
        missing_from(
            sent(noticed(office), "refusal_notice"),
            "sospende il termine di conclusione del procedimento, che riprende a decorrere 10 giorni "
            "dopo la presentazione delle osservazioni",
        )
        == []
    )


def test_notice_with_forty_reasons_is_printed_whole(office):
    grounds = [("COW-08", f"Motivo di prova {number}: " + "testo " * 40) for number in range(1, 41)]

    text = text_of(sent(noticed(office, grounds), "refusal_notice"))

    assert [number for number in range(1, 41) if f"Motivo di prova {number}:" not in text] == []


def test_PRE_05_refusal_answers_each_observation(office):
    case = refused(office, observed=True)

    answer = ProtocolEntry.objects.get(case=case, subject__startswith="Osservazioni")
    assert (
        missing_from(
            sent(case, "refusal"),
            "non è accolta",
            f"con nota prot. n. {sent(case, 'refusal_notice').protocol.mark}",
            f"Le osservazioni presentate, prot. n. {answer.mark}",
            "Motivo 1 Il preventivo è scaduto",
            "Osservazione: È stato <rinnovato>.",
            "Risposta: Il rinnovo non risulta.",
            "Nessuna osservazione su questo motivo.",
            "ricorso al TAR Lombardia, sezione staccata di Brescia entro 60 giorni",
            "Presidente della Repubblica entro 120 giorni",
            "Il direttore Director Prova",
        )
        == []
    )


def test_answer_is_registered_with_the_digest_of_what_was_handed_in(office):
    case = refused(office, observed=True)

    memo = case.documents.get(name="memoria.pdf")
    entry = ProtocolEntry.objects.get(case=case, subject__startswith="Osservazioni")
    assert (entry.direction, entry.counterpart) == ("in", case.applicant.name)
    assert entry.subject == f"Osservazioni ai motivi ostativi – {case.number}"
    assert entry.digests == [{"name": "memoria.pdf", "sha256": memo.sha256}]


def test_refusal_marks_a_reason_that_no_longer_stands(office):
    case = noticed(office)
    first = case.refusal_grounds.first()
    case = perform(
        case, "file_observations", by=case.opened_by, observations={first.pk: "È nuovo."}
    )
    case = perform(
        case,
        "propose_refusal",
        by=office.officer,
        answers={first.pk: "Osservazione accolta."},
        standing={first.pk: False},
    )
    case = perform(case, "refuse", by=office.director)

    text = text_of(sent(case, "refusal"))
    assert "Motivo 1 (superato) Il preventivo è scaduto" in text
    assert "Motivo 2 Lo spazio non è iscritto" in text


def test_PROC_02_inadmissible_application_gets_a_short_act(office):
    case = noticed(office, [("SOC-04", "È arrivata per posta elettronica.")])
    first = case.refusal_grounds.first()
    case = perform(
        case, "file_observations", by=case.opened_by, observations={first.pk: "Il sito era fermo."}
    )
    case = perform(
        case, "propose_refusal", by=office.officer, answers={first.pk: "Il sito funzionava."}
    )
    case = perform(case, "refuse", by=office.director)

    letter = sent(case, "refusal_short")
    assert letter.subject == "Inammissibilità della domanda"
    assert (
        missing_from(
            letter,
            "è inammissibile per il motivo che segue",
            "in forma semplificata",
            "Osservazione: Il sito era fermo.",
            "Risposta: Il sito funzionava.",
            "ricorso al TAR Lombardia",
        )
        == []
    )
    assert "Presupposti" not in text_of(letter)


def test_PRE_05_refusal_marks_a_reason_that_came_up_with_the_observations(office):
    case = noticed(office)
    first = case.refusal_grounds.first()
    case = perform(
        case, "file_observations", by=case.opened_by, observations={first.pk: "È di un altro."}
    )
    case = perform(
        case,
        "propose_refusal",
        by=office.officer,
        answers={first.pk: "Infatti."},
        added=[("COW-04", "Lo spazio è di chi fa domanda.")],
    )
    case = perform(case, "refuse", by=office.director)

    assert (
        missing_from(
            sent(case, "refusal"),
            "Motivo 3 (emerso dalle osservazioni) Lo spazio è di chi fa domanda",
        )
        == []
    )

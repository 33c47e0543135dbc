"""The letters of an annulment."""

import pytest

from letters.compose import day_of
from tests.grants.procedures import (
    ANNULLED_FOR,
    INTEREST,
    annulled,
    annulment_started,
    refused,
)
from tests.letters.reading import missing_from, sent, text_of
from tests.office import days_ago
from workflows.models import ProtocolEntry
from workflows.tasks import perform
from workflows.terms.italian import italian_date, with_weekday

pytestmark = pytest.mark.django_db


def test_PROC_07_start_says_reasons_interest_term_and_who_is_in_charge(office):
    case = annulment_started(office)

    letter = sent(case, "annulment_start")
    assert (
        missing_from(
            letter,
            "artt. 7 e 8 L. 241/1990",
            f"prot. n. {sent(case, 'grant').protocol.mark}",
            f"1. {ANNULLED_FOR[0]}",
            INTEREST,
            f"entro 15 giorni dal ricevimento di questa comunicazione: il termine scade "
            f"{with_weekday(case.due_on)}",
            "Le memorie si presentano dall'area personale",
            "Termine di conclusione 30 giorni dall'avvio",
            "Domicilio digitale agenzia@pec.example.org",
            "la legge gli assegna 15 giorni",
            "Il responsabile del procedimento Procedure_owner Prova",
        )
        == []
    )


def test_PRE_11_act_answers_each_memory_and_says_what_follows(office):
    case = annulled(office)

    answer = ProtocolEntry.objects.get(case=case, subject__startswith="Memorie")
    assert (
        missing_from(
            sent(case, "annulment"),
            f"le memorie presentate, prot. n. {answer.mark}",
            "Memoria: Era quello giusto.",
            "Risposta: Il fornitore è diverso.",
            "Motivazione: Il preventivo non riguarda lo spazio.",
            "la somma impegnata di 600,00 € torna disponibile nel bando",
            "ricorso al TAR Lombardia, sezione staccata di Brescia entro 60 giorni",
            "Il direttore Director Prova",
        )
        == []
    )


def test_PROC_T7_late_annulment_says_so(office):
    with days_ago(100):
        case = office.granted()
    with days_ago(60):
        case = annulment_started(office, case)
    case = perform(case, "close_memories", by=office.officer)
    case = perform(case, "annul", by=office.director, reason="Vizio.")

    text = text_of(sent(case, "annulment"))
    assert "Il termine previsto è di 30 giorni; il procedimento si è concluso in 60 giorni" in text
    assert "trascorso senza che ne siano state presentate" in text
    granted_on = italian_date(day_of(sent(case, "grant").protocol))
    assert f"La concessione è stata disposta in data {granted_on}:" in text


def test_dropped_annulment_says_that_the_grant_holds(office):
    case = annulment_started(office)
    case = perform(case, "drop_annulment", by=office.director, reason="Il vizio non c'è.")

    assert (
        missing_from(
            sent(case, "annulment_dropped"),
            "resta valida",
            "Motivazione: Il vizio non c'è.",
        )
        == []
    )


def test_annulled_refusal_says_when_the_new_decision_is_due(office):
    case = refused(office)
    case = perform(case, "annul_refusal", by=office.director, reason="Il preventivo era valido.")

    assert (
        missing_from(
            sent(case, "refusal_annulled"),
            f"prot. n. {sent(case, 'refusal').protocol.mark}",
            "Motivazione: Il preventivo era valido.",
            f"entro 60 giorni, cioè entro {with_weekday(case.due_on)}",
        )
        == []
    )

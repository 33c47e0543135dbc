"""The grant says what was decided, why, how much, and what follows."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.management.base import BaseCommand
from django.utils import timezone

from parties import moment
from tests.grants.letters.filings import ENTERPRISE
from tests.letters.reading import missing_from, sent, text_of
from workflows.tasks import perform
from workflows.terms import Rule, compute_term
from workflows.terms.italian import with_weekday

pytestmark = pytest.mark.django_db


def test_REV_01_grant_says_amount_spend_terms_and_remedies(office):
    case = office.granted()
    report = compute_term(case.period_to, Rule("REV-01", 30, "days")).due

    assert (
        missing_from(
            sent(case, "grant"),
            f"Si concede a {case.applicant.name} (codice fiscale {case.applicant.tax_code}) un "
            "contributo di 600,00 €",
            "adottato con Determinazione n. 1/2026",
            "Postazione in open space 1.200,00 € 1.200,00 € 0,00 €",
            "Spesa ammissibile (senza IVA) 1.200,00 €",
            "50% della spesa ammissibile 600,00 €",
            "Contributo massimo 1.500,00 €",
            "Contributo concesso 600,00 €",
            "entro 30 giorni dal ricevimento di questa comunicazione va restituito",
            with_weekday(report),
            "70% della spesa ammessa",
            "Revoca e decadenza",
            "ricorso al TAR Lombardia",
            "Il direttore Director Prova",
        )
        == []
    )


def test_grant_gives_the_stored_outcomes_as_reasons(office):
    case = office.granted()
    stored = case.history.get(name="propose_admission").outcomes

    assert (
        missing_from(sent(case, "grant"), *(outcome["sentence"].rstrip(".") for outcome in stored))
        == []
    )


def test_AMT_03_grant_says_why_a_line_was_cut(office):
    above = replace(office.filing(0).lines[0], list_price=Decimal("160.00"))
    case = office.examined(lines=[above])
    line = case.lines.get()
    case = perform(
        case,
        "propose_admission",
        by=office.officer,
        admitted={line.pk: (Decimal("1000.00"), "Prezzo sopra il listino.")},
    )
    case = perform(case, "grant", by=office.director)

    assert (
        missing_from(
            sent(case, "grant"),
            "Postazione in open space 1.200,00 € 1.000,00 € 200,00 €",
            "Postazione in open space, ridotta di 200,00 €: Prezzo sopra il listino.",
            "Contributo concesso 500,00 €",
        )
        == []
    )


def test_AMT_01_grant_says_that_less_was_asked_for(office):
    case = office.granted(requested=Decimal("450.00"))

    assert (
        missing_from(
            sent(case, "grant"), "Contributo richiesto 450,00 €", "Contributo concesso 450,00 €"
        )
        == []
    )


def test_AID_17_grant_to_a_person_is_no_aid_and_bears_no_code_of_the_register(office):
    text = text_of(sent(office.granted(), "grant"))

    assert "non costituisce aiuto di Stato" in text
    assert [word for word in ("2023/2831", "COR") if word in text] == []
    assert "Partita IVA: va aperta e comunicata entro 30 giorni" in text


def test_AID_16_grant_to_an_enterprise_names_the_regulation_in_full(office):
    case = office.granted(organisation=ENTERPRISE, applicant_kind="enterprise")

    assert (
        missing_from(
            sent(case, "grant"),
            "Regolamento (UE) 2023/2831 della Commissione, del 13 dicembre 2023, relativo "
            "all'applicazione degli articoli 107 e 108 del trattato sul funzionamento dell'Unione "
            "europea agli aiuti «de minimis»",
            "L'aiuto concesso è di 600,00 €",
            "Al pagamento è applicata la ritenuta del 4%",
            "art. 28 c. 2 DPR 600/1973" if timezone.localdate().year < 2027 else "D.Lgs. 33/2025",
            "PEC: bottega@pec.example.org",
        )
        == []
    )


def test_TAX_03_nothing_is_withheld_from_a_professional(office):
    case = office.granted(applicant_kind="professional")

    text = text_of(sent(case, "grant"))
    assert "ritenuta" not in text
    assert "2023/2831" in text


def test_CUP_02_grant_prints_the_code_where_there_is_one(office):
    case = office.proposed()
    case.cup = "B12C34000560001"
    case.save()
    case = perform(case, "grant", by=office.director)

    assert (
        missing_from(sent(case, "grant"), "CUP B12C34000560001", "riportare il CUP B12C34000560001")
        == []
    )


def test_PROC_T7_late_grant_says_by_how_much(office):
    filed = timezone.localtime().replace(hour=12) - timedelta(days=80)
    office.call.opens_at = filed - timedelta(days=1)
    office.call.save()
    with moment.going_back(filed, by=BaseCommand()):
        case = office.file(quote_date=filed.date() - timedelta(days=5))
    due = case.due_on
    case = perform(case, "start_examination", by=office.officer)
    case = perform(case, "propose_admission", by=office.officer)
    case = perform(case, "grant", by=office.director)

    late = (timezone.localdate() - due).days
    assert (
        missing_from(
            sent(case, "grant"),
            "Il termine previsto è di 60 giorni; il procedimento si è concluso in 80 giorni, con "
            f"{late} giorni di ritardo.",
            "art. 2, comma 9-quinquies, L. 241/1990",
        )
        == []
    )


def test_grant_in_time_says_nothing_of_delay(office):
    assert "ritardo" not in text_of(sent(office.granted(), "grant"))


def test_TRA_02_grant_above_the_threshold_says_that_it_is_published(office):
    above = office.granted(
        lines=[_desk(office, Decimal(12))],
        requested=Decimal("1200.00"),
        period_to=_a_year_on(office),
    )
    below = office.granted()

    assert missing_from(sent(above, "grant"), "la pubblicazione è condizione") == []
    assert "la pubblicazione è condizione" not in text_of(sent(below, "grant"))


def _desk(office, months):
    return replace(office.filing(0).lines[0], quantity=months)


def _a_year_on(office) -> date:
    start = office.filing(0).period_from
    return start + timedelta(days=360)

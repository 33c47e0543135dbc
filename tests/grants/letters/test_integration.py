"""The request for what is missing."""

from datetime import datetime, timedelta

import pytest
from django.core.management.base import BaseCommand
from django.utils import timezone

from parties import moment
from tests.letters.reading import missing_from, sent, text_of
from workflows.services.integrations import Asked
from workflows.tasks import perform
from workflows.terms.italian import with_weekday

pytestmark = pytest.mark.django_db

ITEMS = [
    Asked("document", "quote", "Preventivo", "Serve una copia leggibile."),
    Asked("field", "network", "Rete attesa", "Indicare i soggetti <coinvolti>."),
]


def asked(office, items=ITEMS):
    return perform(
        office.examined(),
        "request_integration",
        by=office.officer,
        reason="Il preventivo non si legge.",
        items=items,
    )


def test_SOC_01_request_lists_items_term_and_silence(office):
    case = asked(office)

    letter = sent(case, "integration_request")
    assert (
        missing_from(
            letter,
            "art. 14, comma 1, D.Lgs. 184/2025",
            "Motivo: Il preventivo non si legge.",
            "Preventivo (documento): Serve una copia leggibile.",
            "Rete attesa (dato da correggere o completare): Indicare i soggetti <coinvolti>.",
            "entro 10 giorni dal ricevimento",
            with_weekday(case.due_on),
            "la domanda è decisa sulla base degli atti già presenti nel fascicolo",
            "è sospeso dall'invio di questa richiesta fino al ricevimento della risposta",
            "Responsabile del procedimento: Procedure_owner Prova. Istruttoria: Officer Prova.",
            "L'incaricato dell'istruttoria Officer Prova",
        )
        == []
    )
    assert letter.signed_by == office.officer


def test_request_with_forty_items_is_printed_whole(office):
    items = [
        Asked("field", f"campo-{number}", f"Dato n. {number}", "Da completare. " * 12)
        for number in range(1, 41)
    ]

    case = asked(office, items)

    text = text_of(sent(case, "integration_request"))
    assert [number for number in range(1, 41) if f"Dato n. {number} " not in text] == []


def test_PROC_T4_request_under_an_older_call_cites_the_general_law(office):
    office.call.published_at = datetime(2025, 12, 1, tzinfo=timezone.get_current_timezone())
    office.call.save()

    letter = sent(asked(office), "integration_request")

    assert (
        missing_from(
            letter,
            "art. 6, comma 1, lett. b), L. 241/1990",
            "per una sola volta, per non più di 30 giorni (art. 2, comma 7, L. 241/1990)",
        )
        == []
    )
    assert "184/2025" not in text_of(letter)


def test_request_after_the_term_says_that_nothing_is_suspended(office):
    filed = timezone.localtime().replace(hour=12) - timedelta(days=80)
    office.call.opens_at = filed - timedelta(days=1)
    office.call.save()
    with moment.going_back(filed, by=BaseCommand()):
        case = office.file(quote_date=filed.date() - timedelta(days=5))
    case = perform(case, "start_examination", by=office.officer)
    case = perform(
        case, "request_integration", by=office.officer, reason="Manca un dato.", items=ITEMS
    )

    letter = sent(case, "integration_request")
    assert missing_from(letter, "è scaduto in data", "questa richiesta non lo sospende") == []

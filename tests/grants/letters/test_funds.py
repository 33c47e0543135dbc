"""What is told when the funds do not cover the whole."""

from decimal import Decimal

import pytest

from tests.letters.reading import missing_from, sent
from tests.office import build
from workflows.tasks import perform
from workflows.terms.italian import with_weekday

pytestmark = pytest.mark.django_db


@pytest.fixture
def poor_office(law):
    """An office whose call holds 1,000 EUR: one grant of 600 and a part of the next."""
    return build(Decimal("1000.00"))


def offered(office):
    office.granted()
    return perform(office.proposed(), "offer_partial", by=office.director)


def test_RANK_12_offer_says_amount_days_and_silence(poor_office):
    case = offered(poor_office)

    assert (
        missing_from(
            sent(case, "partial_offer"),
            "Si propone un contributo di 400,00 € su 600,00 €.",
            "entro 10 giorni dal ricevimento",
            with_weekday(case.due_on),
            "Nessuna risposta nel termine: la proposta decade",
            "Contributo spettante 600,00 €",
            "Fondi disponibili nel bando 400,00 €",
            "Contributo proposto 400,00 €",
            "I fondi coprono solo in parte: 400,00 € su 600,00 €",
            "Il direttore Director Prova",
        )
        == []
    )


def test_accepted_offer_becomes_the_act_of_who_offered_it(poor_office):
    case = offered(poor_office)
    offer = sent(case, "partial_offer")
    case = perform(case, "accept_partial", by=case.opened_by)

    letter = sent(case, "grant")
    assert letter.signed_by == poor_office.director
    assert (
        missing_from(
            letter,
            "un contributo di 400,00 €",
            f"Con nota prot. n. {offer.protocol.mark} è stato proposto",
            "Fondi disponibili nel bando 400,00 €",
            "Contributo concesso 400,00 €",
            "Il direttore Director Prova",
        )
        == []
    )


def test_RANK_17_waiting_list_says_place_and_reason(poor_office):
    case = offered(poor_office)
    perform(case, "accept_partial", by=case.opened_by)
    first = perform(poor_office.proposed(), "put_on_waiting_list", by=poor_office.director)
    second = perform(poor_office.proposed(), "put_on_waiting_list", by=poor_office.director)

    for place, waiting in enumerate((first, second), 1):
        assert (
            missing_from(
                sent(waiting, "waiting_list"),
                "è ammessa per un contributo di 600,00 €, ma non è finanziata",
                f"la domanda è al posto n. {place}.",
                "I fondi sono esauriti",
                "non dà diritto al contributo",
                "ricorso al TAR Lombardia",
            )
            == []
        )

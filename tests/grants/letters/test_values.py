"""What letters say of a case is resolved for a case in any state, in the language of its reader."""

from decimal import Decimal

import pytest

from grants.letters.values import GIVES, VOCABULARY, resolve
from grants.services import withdraw
from letters import vocabulary
from letters.models import Letter
from letters.vocabulary import Context
from letters.writing import write
from parties import moment
from tests.grants.procedures import annulled, annulment_started, refused
from tests.letters.reading import missing_from, sent, text_of
from tests.office import build
from workflows.tasks import perform
from workflows.terms.italian import with_weekday

pytestmark = pytest.mark.django_db
HELD = Letter.State.HELD


def context(case, language="it"):
    return Context(by=case.opened_by, day=moment.today(), language=language)


def test_every_state_of_a_case_gives_every_field(office):
    for case in (office.draft(), office.file(), office.granted(), annulled(office)):
        assert resolve(case, context(case)).keys() == GIVES
        assert vocabulary.resolve(VOCABULARY, case, context(case)).keys() >= GIVES


def test_no_letter_of_a_whole_procedure_lacks_a_field(office):
    refused(office)
    annulled(office)
    perform(annulment_started(office), "drop_annulment", by=office.director, reason="No.")

    assert {letter.kind for letter in Letter.objects.all()} == {
        "annulment",
        "annulment_dropped",
        "annulment_start",
        "grant",
        "receipt",
        "refusal",
        "refusal_notice",
    }
    assert not Letter.objects.filter(state=HELD).exists()


def test_letters_about_funds_lack_no_field(law):
    office = build(Decimal("1000.00"))
    office.granted()
    case = perform(office.proposed(), "offer_partial", by=office.director)
    perform(case, "decline_partial", by=case.opened_by)
    perform(office.examined(), "request_integration", **asked(office))

    kinds = Letter.objects.exclude(kind="receipt").values_list("kind", flat=True)
    assert sorted(kinds) == ["grant", "integration_request", "partial_offer"]
    assert not Letter.objects.filter(state=HELD).exists()


def asked(office):
    from workflows.services.integrations import Asked  # noqa: PLC0415 (only this helper asks)

    items = [Asked("document", "quote", "Preventivo", "Serve una copia leggibile.")]
    return {"by": office.officer, "reason": "Non si legge.", "items": items}


def test_the_deed_that_is_not_sent_yet_finds_all_it_needs_in_a_real_case(office):
    case = office.granted()

    assert write("commitment_deed", case, context(case)).lacking == ()


def test_PROC_02_a_withdrawal_is_taken_note_of_at_once(office):
    case = office.examined()
    withdraw(case, by=case.opened_by, reason="Cambio programma.")

    letter = sent(case, "withdrawal_acknowledgement")
    assert (letter.state, letter.signed_by) == ("ready", None)
    assert (
        missing_from(
            letter,
            "è stata ritirata in data",
            "Motivo indicato: Cambio programma.",
            "Il procedimento è concluso senza una decisione sul merito.",
            "Il responsabile del procedimento",
        )
        == []
    )


def test_PROC_02_a_withdrawal_says_what_comes_free_by_it(law):
    office = build(Decimal("1000.00"))
    office.granted()
    case = perform(office.proposed(), "offer_partial", by=office.director)
    withdraw(case, by=case.opened_by)

    freed = "la somma di 400,00 €, riservata per la domanda, torna disponibile nel bando"
    assert missing_from(sent(case, "withdrawal_acknowledgement"), freed) == []


def test_a_reader_of_english_gets_english_with_terms_and_labels(office):
    user = office.applicant()
    user.language = "en"
    user.save()
    case = office.file(user)
    case = perform(case, "start_examination", by=office.officer)
    case = perform(case, "request_integration", **asked(office))

    letter, receipt = sent(case, "integration_request"), sent(case, "receipt")
    assert (letter.language, letter.subject) == ("en", "Request to complete the application")
    assert (
        missing_from(
            letter,
            "The answer must be sent within 10 days of receiving this request",
            "Preventivo (documento): Serve una copia leggibile.",
            "Person in charge of the procedure: Procedure_owner Prova.",
        )
        == []
    )
    assert with_weekday(case.due_on) not in text_of(letter)
    assert (
        missing_from(
            receipt,
            "Application no.",
            "Contribution requested: 600,00 €",
            "60 days from filing:",
            "6 months 200,00 € 1.200,00 €",
        )
        == []
    )


def test_vocabulary_is_the_one_of_contributions():
    assert VOCABULARY == "contribution"

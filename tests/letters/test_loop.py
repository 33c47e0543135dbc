"""From the decision to the proof: a letter leaves, the provider answers, the mailbox is read, it counts."""

from dataclasses import replace

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from letters import jobs
from letters.models import Letter
from tests.jobs import run_jobs
from tests.letters.pec.samples import receipt
from tests.letters.posting import FIRM, go_by_pec
from tests.letters.reading import sent
from tests.office import person

FULL = "5.2.2 - Gestore di prova - casella piena"


@pytest.fixture
def provider(settings, pec, box):
    """A provider of certified email: what it takes, it accepts and delivers, in writing."""
    go_by_pec(settings, pec, box)
    outcomes = {}

    def answer(taken):
        [address] = taken.to
        said = {
            "about": taken.message["Message-ID"].strip("<>"),
            "to": address,
            "at": timezone.now().replace(microsecond=0),
        }
        kind, more = outcomes.get(address, ("avvenuta-consegna", {}))
        box.put(
            receipt("accettazione", **said), receipt(kind, original=taken.data, **(said | more))
        )

    pec.office.on_taken = answer
    return outcomes


@pytest.mark.django_db(transaction=True)
def test_TERM_12_letter_goes_round_and_counts_when_it_was_made_available(office, provider, box):
    case = office.file(person=replace(person(1), pec=FIRM))
    letter = sent(case, "receipt")

    run_jobs()
    jobs.read_mailboxes(0)

    delivery = letter.deliveries.get()
    letter = Letter.objects.get(pk=letter.pk)
    kinds = [one.kind for one in delivery.receipts.order_by("pk")]
    assert (letter.state, kinds) == ("delivered", ["acceptance", "delivery"])
    assert delivery.delivered_at == delivery.receipts.get(kind="delivery").stated_at
    assert [event.name for event in letter.events.all()] == [
        "leave_at_once", "begin_sending", "note_sent", "note_delivered",
    ]  # fmt: skip
    assert len(box.holds("Sportello")) == 2


@pytest.mark.django_db(transaction=True)
def test_DIG_03_full_mailbox_comes_back_to_the_office(office, provider, box):
    provider[FIRM] = ("errore-consegna", {"error": "altro", "explanation": FULL})
    case = office.file(person=replace(person(1), pec=FIRM))

    run_jobs()
    jobs.read_mailboxes(0)

    letter = sent(case, "receipt")
    assert (letter.state, letter.deliveries.get().failure_kind) == ("failed", "full")
    assert letter.failure == FULL
    # The worker may have read the mailbox in its own round, and sent the notice as well.
    told = ProcrastinateJob.objects.filter(task_name="letters.send_failure_notice")
    assert told.count() == 1

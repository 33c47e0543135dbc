"""The daily round looks at the mailboxes, and at what was written back and waits."""

from datetime import timedelta

import pytest
from django.utils import timezone

from letters import mail_watch
from letters.models import MailboxState
from letters.pec import read
from letters.services.collecting import ORDINARY
from letters.services.receipts import take
from tests.letters.pec.samples import letter_from
from tests.letters.posting import FIRM, PEC, letter_to, to

pytestmark = pytest.mark.django_db


def test_messages_that_wait_are_found(law):
    assert list(mail_watch.messages_waiting()) == []

    for number in range(2):
        data = letter_from(identity=f"{number}@example.com")
        take(data, read(data), ORDINARY)

    [finding] = mail_watch.messages_waiting()
    assert "Messaggi da esaminare: 2" in finding.sentence


@pytest.mark.parametrize(
    ("state", "found"),
    [
        (None, 1),
        ({"read_at": timedelta(minutes=5), "error": "rifiutata"}, 0),
        ({"read_at": timedelta(hours=2), "error": "rifiutata"}, 1),
        ({"read_at": None, "error": "rifiutata"}, 1),
    ],
)
def test_mailbox_that_is_not_read_is_found(settings, state, found):
    settings.PEC_MAILBOX = "imaps://u:p@imap.example.org/INBOX"
    if state:
        ago = state["read_at"]
        MailboxState.objects.create(
            name="pec",
            tried_at=timezone.now(),
            read_at=timezone.now() - ago if ago else None,
            error=state["error"],
        )

    assert len(list(mail_watch.mailboxes_unread())) == found


def test_certified_letters_without_an_account_are_found(office, settings):
    assert list(mail_watch.certified_unset()) == []

    letter_to(office, to(FIRM, PEC))
    assert len(list(mail_watch.certified_unset())) == 1

    settings.PEC_HOST, settings.PEC_MAILBOX = "smtp.example.org", "imaps://u:p@imap.example.org"
    assert list(mail_watch.certified_unset()) == []

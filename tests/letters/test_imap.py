"""A real mailbox is read and filed away, and nothing in it is ever lost."""

import pytest

from letters.imap import Address, MailboxError, opened
from tests.letters.servers.ports import free_port

DONE = "Letti da Sportello"
FIRST, SECOND = b"Subject: uno\r\n\r\nuno\r\n", b"Subject: due\r\n\r\ndue\xe8\r\n"


def open_box(box, **changed):
    return opened(Address.parse(changed.get("address", box.address)), done=DONE, timeout=5)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "imaps://ufficio%40pec.example.org:pa%3Ass@imap.example.org/INBOX/Ricevute",
            ("imap.example.org", 993, "ufficio@pec.example.org", "pa:ss", "INBOX/Ricevute", True),
        ),
        ("imap://u@127.0.0.1:1143", ("127.0.0.1", 1143, "u", "", "INBOX", False)),
    ],
)
def test_address_is_read(words, expected):
    assert Address.parse(words) == Address(*expected)


@pytest.mark.parametrize(
    "words",
    ["pop://u:p@host", "imaps://host/INBOX", "imaps://u:p@host:porta/", "mailbox", "imap://"],
)
def test_what_is_no_address_is_refused(words):
    with pytest.raises(MailboxError):
        Address.parse(words)


def test_messages_are_read_as_they_came_and_moved_one_by_one(box):
    box.put(FIRST, SECOND)

    with open_box(box) as mailbox:
        numbers = mailbox.waiting()
        read = [mailbox.fetch(number) for number in numbers]
        heads = [mailbox.fetch(number, head_only=True) for number in numbers]
        sizes = [mailbox.size(number) for number in numbers]
        mailbox.file_away(numbers[0])
        left = mailbox.waiting()

    assert read == [FIRST, SECOND]
    assert heads == [b"Subject: uno\r\n\r\n", b"Subject: due\r\n\r\n"]
    assert sizes == [len(FIRST), len(SECOND)]
    assert left == numbers[1:]
    assert (box.holds(), box.holds(DONE)) == ([SECOND], [FIRST])


@pytest.mark.parametrize("able", [{"UIDPLUS"}, set()])
def test_server_that_cannot_move_copies_and_takes_away(box, able):
    box.put(FIRST, SECOND)

    with open_box(box) as mailbox:
        mailbox.able = frozenset(able)
        mailbox.file_away(mailbox.waiting()[0])

    assert (box.holds(), box.holds(DONE)) == ([SECOND], [FIRST])


def test_message_that_is_gone_is_no_error(box):
    with open_box(box) as mailbox:
        assert (mailbox.size("7"), mailbox.fetch("7")) == (None, None)


def test_folder_that_is_not_there_is_said(box):
    with (
        pytest.raises(MailboxError, match="Mailbox doesn't exist: Ricevute"),
        open_box(box, address=box.address.replace("INBOX", "Ricevute")),
    ):
        pass


def test_wrong_password_is_said(box):
    wrong = box.address.replace("segreta", "sbagliata")

    with pytest.raises(MailboxError, match="AUTHENTICATIONFAILED"), open_box(box, address=wrong):
        pass


@pytest.mark.parametrize("address", ["imap://u:p@127.0.0.1:{port}", "imaps://u:p@127.0.0.1:{imap}"])
def test_server_that_does_not_answer_is_said(box, address):
    address = address.format(port=free_port(), imap=box.port)

    with pytest.raises(MailboxError), open_box(box, address=address):
        pass

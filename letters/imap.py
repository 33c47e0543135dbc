"""A mailbox on an IMAP server: read from its oldest message on, and filed away one by one.

Free of Django. Nothing is deleted: what was read is moved to another folder of the same mailbox.
"""

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

PORTS = {"imap": 143, "imaps": 993}
SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


class MailboxError(Exception):
    """The server does not do what it should; the sentence is the server's, or ours about it."""


@dataclass(frozen=True)
class Address:
    """Where a mailbox is, and who opens it."""

    host: str
    port: int
    user: str
    password: str
    folder: str
    is_encrypted: bool

    @classmethod
    def parse(cls, words: str) -> "Address":
        """Read "imaps://user:password@host:port/folder". Raises `MailboxError` for anything else."""
        parts = urlsplit(words)
        try:
            port = parts.port
        except ValueError as error:
            raise MailboxError("the port of the mailbox is no number") from error
        if parts.scheme not in PORTS or not parts.hostname or not parts.username:
            raise MailboxError("a mailbox is written as imaps://user:password@host/folder")
        return cls(
            host=parts.hostname,
            port=port or PORTS[parts.scheme],
            user=unquote(parts.username),
            password=unquote(parts.password or ""),
            folder=unquote(parts.path.lstrip("/")) or "INBOX",
            is_encrypted=parts.scheme == "imaps",
        )


class Mailbox:
    """An open mailbox. Messages are known by their numbers in it, which stay while it is open."""

    def __init__(self, connection: imaplib.IMAP4, done: str, able: frozenset[str]) -> None:
        self.connection, self.done, self.able = connection, done, able

    def waiting(self) -> list[str]:
        """Return the numbers of what lies in the folder, the oldest first."""
        found = self._uid("SEARCH", "ALL")
        return [number.decode() for line in found if line for number in line.split()]

    def size(self, number: str) -> int | None:
        """Return how large a message is, in bytes; None where it is gone."""
        for line in self._uid("FETCH", number, "(RFC822.SIZE)"):
            if found := SIZE.search(line if isinstance(line, bytes) else b""):
                return int(found[1])
        return None

    def fetch(self, number: str, *, head_only: bool = False) -> bytes | None:
        """Return a message as it came, or its head alone; None where it is gone. It stays unread."""
        wanted = "(BODY.PEEK[HEADER])" if head_only else "(BODY.PEEK[])"
        for line in self._uid("FETCH", number, wanted):
            if isinstance(line, tuple) and isinstance(line[1], bytes):
                return line[1]
        return None

    def file_away(self, number: str) -> None:
        """Move a message to the folder of what was read."""
        if "MOVE" in self.able:
            self._uid("MOVE", number, _quoted(self.done))
            return
        self._uid("COPY", number, _quoted(self.done))
        self._uid("STORE", number, "+FLAGS.SILENT", r"(\Deleted)")
        if "UIDPLUS" in self.able:
            self._uid("EXPUNGE", number)
        else:
            with _in_words():
                _checked(self.connection.expunge())

    def _uid(self, command: str, *words: str) -> list[Any]:
        with _in_words():
            return _checked(self.connection.uid(command, *words))


@contextmanager
def opened(address: Address, *, done: str, timeout: int) -> Iterator[Mailbox]:
    """Open a mailbox; `done` names the folder of what was read, made where it is missing.

    Raises `MailboxError` with the server's words; so do the methods of what it yields.
    """
    with _in_words():
        connection = _connected(address, timeout)
    try:
        with _in_words():
            _checked(connection.login(_quoted(address.user), address.password))
            # What a server can do grows when somebody has signed in.
            able = _checked(connection.capability())[-1] or b""
            # It exists already in most cases; where it cannot be made, moving to it says so.
            connection.create(_quoted(done))
            _checked(connection.select(_quoted(address.folder)))
        yield Mailbox(connection, done, frozenset(able.decode().upper().split()))
    finally:
        _leave(connection)


@contextmanager
def _in_words() -> Iterator[None]:
    """Say of everything that goes wrong with a server that it went wrong with the mailbox."""
    try:
        yield
    except (imaplib.IMAP4.error, OSError, UnicodeError) as error:
        raise MailboxError(str(error) or type(error).__name__) from error


def _connected(address: Address, timeout: int) -> imaplib.IMAP4:
    if address.is_encrypted:
        return imaplib.IMAP4_SSL(
            address.host,
            address.port,
            ssl_context=ssl.create_default_context(),
            timeout=timeout,
        )
    return imaplib.IMAP4(address.host, address.port, timeout=timeout)


def _leave(connection: imaplib.IMAP4) -> None:
    try:
        connection.logout()
    except (imaplib.IMAP4.error, OSError):
        connection.shutdown()


def _checked(answer: tuple[str, list[Any]]) -> list[Any]:
    said, lines = answer
    if said != "OK":
        words = b" ".join(line for line in lines if isinstance(line, bytes))
        raise MailboxError(words.decode("utf-8", "replace") or said)
    return lines


def _quoted(words: str) -> str:
    escaped = words.replace("\\", r"\\").replace('"', r"\"")
    return f'"{escaped}"'

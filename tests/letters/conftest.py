"""A house with a seal of the tests' own authority, and mail servers, started when first asked for."""

import itertools

import pytest

from tests.letters.authority import PASSWORD, Authority
from tests.letters.servers.imap import Dovecot
from tests.letters.servers.smtp import Server

_numbers = itertools.count(1)


@pytest.fixture(scope="module")
def authority():
    return Authority()


@pytest.fixture
def sealed_house(settings, authority, tmp_path):
    """The house has a seal; gives a function that replaces it by one with other properties."""

    def replace(**properties):
        settings.SEAL_PKCS12 = str(authority.seal(tmp_path, **properties))
        settings.SEAL_PASSWORD = PASSWORD

    replace()
    return replace


@pytest.fixture(scope="session")
def dovecot():
    """A Dovecot of our own."""
    server = Dovecot()
    yield server
    server.stop()


@pytest.fixture
def box(dovecot):
    """An empty mailbox on it."""
    return dovecot.box(f"ufficio{next(_numbers)}@pec.example.org")


@pytest.fixture
def smtp():
    """A mail server that takes ordinary email."""
    server = Server().start()
    yield server
    server.stop()


@pytest.fixture
def pec():
    """The server of the certified account, with a password."""
    server = Server(password="segreta").start()
    yield server
    server.stop()

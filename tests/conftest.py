"""What every test stands on: the real database, strict templates, an office with its people."""

import pytest
from django.conf import settings

from calls.services import load_parameters
from tests import office as office_module


@pytest.fixture(autouse=True)
def _own_folders(tmp_path, settings):
    """Keep files and mail of a test in its own folder."""
    settings.MEDIA_ROOT = tmp_path / "documents"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture
def law(db):
    """The numbers of the law; a flushed database has lost what migrations wrote."""
    load_parameters()


@pytest.fixture
def office(law):
    """An office with one person per role, an open call, spaces and money (`tests.office.Office`)."""
    return office_module.build()


@pytest.fixture
def as_user(client):
    """Sign a person in on the test client; staff count as having shown their second factor."""

    def sign_in(user):
        client.force_login(user)
        session = client.session
        session["second_factor_known"] = True
        session.save()
        return client

    return sign_in


def pytest_configure(config):
    """Make a variable that a template names and nobody gives stand out."""
    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UndefinedVariable("%s")


class UndefinedVariable(str):
    """Fails the test as soon as a template prints a name that is not there."""

    __slots__ = ()

    def __mod__(self, name):
        """Refuse the name, unless it belongs to a library's own template."""
        known = ("allauth", "form_", "element", "attrs", "slots")
        if str(name).startswith(known):
            return ""
        message = f"template variable {name} is undefined"
        raise AssertionError(message)

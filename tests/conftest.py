"""What every test stands on: the real database, strict templates, an office with its people."""

import pytest
from django.conf import settings
from django.db import connection

from calls.services import load_parameters
from tests import database, kept, strictness
from tests import office as office_module
from tests.strictness import StrictClient, UndefinedVariable


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix,
    django_test_environment,
    django_db_blocker,
):
    """Copy a database that is migrated already for these tests, and empty it quickly."""
    with django_db_blocker.unblock():
        database.use_template()
        database.flush_what_holds_rows()


@pytest.fixture(autouse=True)
def _no_world_yet():
    """Begin with a database of which nothing is known (`tests.kept`)."""
    kept.forget()


@pytest.fixture(autouse=True)
def _own_folders(tmp_path, settings):
    """Keep files and mail of a test in its own folder."""
    settings.MEDIA_ROOT = tmp_path / "documents"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"


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
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
        session = client.session
        session["second_factor_known"] = True
        session.save()
        return client

    return sign_in


@pytest.fixture
def client():
    """A browser that refuses inline code, forms without a token and pages that may be cached."""
    return StrictClient()


@pytest.fixture(autouse=True)
def _strict_database(monkeypatch):
    """Rows asked for in no order come in none, and an instant is no day."""
    strictness.shuffle_rows_without_order(monkeypatch)
    strictness.refuse_instants_as_days(monkeypatch)


@pytest.fixture(autouse=True)
def _no_job_is_left(request):
    """Empty the queue after a test that commits: flushing a database leaves its tables alone."""
    marker = request.node.get_closest_marker("django_db")
    commits = {"transactional_db", "live_server"} & set(request.fixturenames)
    if not commits and not (marker and marker.kwargs.get("transaction")):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


@pytest.fixture(autouse=True)
def _round_only_when_asked(settings):
    """Make no daily round by the hour at which tests happen to run: those that want one say so."""
    settings.WATCH_HOUR = 24


def pytest_configure(config):
    """Make a variable that a template names and nobody gives stand out; hash passwords quickly."""
    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UndefinedVariable("%s")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Static files come straight from the rooms, for the test client and for the live server alike.
    settings.STATIC_ROOT = settings.BASE_DIR / "ui" / "static"
    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )

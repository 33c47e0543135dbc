"""DIG-12: which codes of an authenticator app are taken, and how often."""

import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.urls import reverse

from parties.roles import Role
from tests.office import PASSWORD, make_user

pytestmark = pytest.mark.django_db

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PERIOD = 30


@pytest.fixture
def officer():
    """Somebody whose password alone does not open the office."""
    user = make_user("funzionaria@example.org", Role.OFFICER)
    TOTP.activate(user, SECRET)
    return user


def code(periods_ago: int) -> str:
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // PERIOD - periods_ago))


def sign_in(client, user, typed: str) -> bool:
    """Type password and code; say whether the office is open."""
    client.post(reverse("account_logout"))
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": typed})
    return client.session.get("_auth_user_id") == str(user.pk)


@pytest.mark.parametrize(("periods_ago", "is_taken"), [(0, True), (-1, True), (3, False)])
def test_DIG_12_code_of_a_clock_that_is_a_little_off_is_taken(
    client, officer, periods_ago, is_taken
):
    assert sign_in(client, officer, code(periods_ago)) is is_taken


def test_DIG_12_code_is_taken_once(client, officer):
    typed = code(0)

    assert [sign_in(client, officer, typed), sign_in(client, officer, typed)] == [True, False]

"""DIG-12: the office is not entered with a password alone."""

import pytest
from django.conf import settings
from django.urls import reverse

from parties.roles import Role
from tests.office import make_user

pytestmark = pytest.mark.django_db


def enter(client, user):
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


@pytest.mark.parametrize("role", list(Role))
def test_DIG_12_staff_without_a_second_factor_are_sent_to_set_one_up(client, role):
    response = enter(client, make_user("qualcuno@example.org", role)).get(reverse("portal:desk"))

    assert (response.status_code, response.url) == (302, reverse("mfa_activate_totp"))


def test_DIG_12_page_that_sets_a_second_factor_up_can_be_opened(client):
    staff = make_user("qualcuno@example.org", Role.OFFICER)
    response = enter(client, staff).get(reverse("mfa_activate_totp"))

    assert response.status_code != 302 or response.url != reverse("mfa_activate_totp")


def test_applicants_come_in_with_their_password(client):
    response = enter(client, make_user("qualcuno@example.org")).get(reverse("portal:desk"))

    assert response.status_code == 200


def test_staff_who_have_shown_it_come_in(as_user):
    staff = make_user("qualcuno@example.org", Role.OFFICER)

    assert as_user(staff).get(reverse("workflows:queue")).status_code == 200

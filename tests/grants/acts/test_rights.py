"""Acts of the office attempted by those who may not, or that are nobody's."""

from decimal import Decimal

import pytest

from accounting.models import Budget
from grants.models import Status
from parties.models import RoleAssignment
from parties.roles import Role
from tests.grants.acts.act_pages import address, fresh, words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ACCOUNTANT, Role.DIRECTOR])
def test_examination_by_the_wrong_role_is_forbidden_with_words(office, as_user, role):
    case = office.examined()
    client = as_user(office.staff[role])

    page = client.get(address(case, "propose_admission"))
    response = client.post(address(case, "propose_admission"), {"seen_version": case.version})

    assert (page.status_code, response.status_code) == (403, 403)
    assert page.context["sentence"] in words(page)
    assert fresh(case).version == case.version


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ACCOUNTANT, Role.OFFICER])
def test_decision_by_the_wrong_role_is_forbidden_and_changes_nothing(office, as_user, role):
    case = office.proposed()

    response = as_user(office.staff[role]).post(
        address(case, "grant"), {"seen_version": case.version}
    )

    assert response.status_code == 403
    assert (fresh(case).version, Budget.objects.get().granted) == (case.version, Decimal("0.00"))


def test_ORG_09_whoever_examined_does_not_decide(office, as_user):
    RoleAssignment.objects.create(user=office.officer, role=Role.DIRECTOR)
    case = office.proposed()

    response = as_user(office.officer).post(address(case, "grant"), {"seen_version": case.version})

    assert response.status_code == 403
    assert fresh(case).status == Status.ADMISSION_PROPOSED


def test_applicants_acts_and_unknown_ones_are_not_found(office, as_user):
    case = office.examined()
    client = as_user(office.officer)

    for name in ("withdraw", "accept_partial", "submit", "delete"):
        assert client.post(address(case, name), {"seen_version": 1}).status_code == 404
    assert as_user(case.opened_by).post(address(case, "grant")).status_code == 403
    assert fresh(case).version == case.version

"""Which set of requirements a space is judged by."""

import pytest

from calls.models import Call, CallVersion
from coworking_registry.requirements import requirements_in_force, requirements_of
from tests.coworking_registry.rules.sets import asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice(office):
    return Call.objects.get(code="ELENCO")


def test_the_notice_carries_the_whole_set(notice):
    assert requirements_of(notice.current_version) == asked()


def test_a_set_changed_later_leaves_the_earlier_one_to_who_has_filed(notice):
    filed_under = notice.current_version
    changed = CallVersion.objects.create(
        call=notice,
        number=2,
        parameters=filed_under.parameters | {"desks_min": 12},
        reason="Più postazioni",
    )
    notice.version = changed

    assert requirements_of(CallVersion.objects.get(pk=filed_under.pk)).desks_min == 8
    assert requirements_in_force(notice).desks_min == 12

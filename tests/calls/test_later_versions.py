"""A published call gets a later version: a copy at first, then in the place of the present one."""

import pytest
from django.db import IntegrityError, transaction

from calls.models import Call
from calls.services import publish_version, revise

pytestmark = pytest.mark.django_db


def test_later_version_is_a_copy_that_takes_the_place_of_the_present(office):
    first = office.call.version

    second = revise(office.call, reason="Nuovo massimale", parameters={"ceiling": "2000.00"})
    assert office.draft().call_version == first
    publish_version(second)

    assert (second.number, second.reason) == (2, "Nuovo massimale")
    assert second.parameters == first.parameters | {"ceiling": "2000.00"}
    for contents in ("documents", "declarations", "criteria", "premiums"):
        assert [row.code for row in getattr(second, contents).all()] == [
            row.code for row in getattr(first, contents).all()
        ]
    assert Call.objects.get(pk=office.call.pk).version == second
    office.call.refresh_from_db()
    assert office.draft().call_version == second


def test_version_that_is_not_published_can_still_be_edited(office):
    version = revise(office.call, reason="Prova")

    version.declarations.first().delete()

    assert office.call.version.declarations.count() == version.declarations.count() + 1


def test_published_version_is_frozen(office):
    version = revise(office.call, reason="Prova")
    publish_version(version)

    with pytest.raises(IntegrityError), transaction.atomic():
        version.declarations.first().delete()


@pytest.mark.parametrize("reason", ["", "  "])
def test_later_version_without_a_reason_is_refused(office, reason):
    with pytest.raises(ValueError, match="why"):
        revise(office.call, reason=reason)


def test_version_is_published_once(office):
    version = revise(office.call, reason="Prova")
    publish_version(version)

    with pytest.raises(ValueError, match="later"):
        publish_version(version)


def test_version_of_a_call_that_is_not_published_is_refused(office):
    call = Call.objects.filter(published_at=None).first()
    version = revise(call, reason="Prova")

    with pytest.raises(ValueError, match="published"):
        publish_version(version)

"""The office of these tests: its call bears the code of the aid register, as a call that is changed must."""

import pytest

from calls.models import Call


@pytest.fixture
def office(office):
    """An office whose call is in the aid register (RNA-01)."""
    Call.objects.filter(pk=office.call.pk).update(aid_code="CAR-1001")
    office.call.refresh_from_db()
    return office

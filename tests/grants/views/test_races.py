"""Forty people at one button: one case, one number."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client
from django.urls import reverse

from grants.models import RentContribution, Status
from tests.grants import typed
from workflows.models import HistoryEntry, ProtocolEntry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("same_key", [True, False])
def test_forty_sendings_at_once_make_one_case(office, same_key):
    case = typed.draft(office)
    client = Client()
    client.force_login(case.opened_by, backend=settings.AUTHENTICATION_BACKENDS[-1])
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    key = str(uuid4())

    def send(_number):
        try:
            one = Client()
            one.cookies[settings.SESSION_COOKIE_NAME] = cookie
            data = {"submission_key": key if same_key else str(uuid4())}
            return one.post(reverse("grants:submit", args=[case.pk]), data).url
        finally:
            connections.close_all()

    with ThreadPoolExecutor(40) as pool:
        answers = set(pool.map(send, range(40)))

    assert answers == {reverse("grants:sent", args=[case.pk])}
    assert RentContribution.objects.get().status == Status.SUBMITTED
    assert list(ProtocolEntry.objects.filter(direction="in").values_list("number", flat=True)) == [
        1
    ]
    assert HistoryEntry.objects.filter(case=case, name="submit").count() == 1

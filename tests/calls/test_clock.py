"""Opening and closing by the clock: at the instant, once, in order, and made up for."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connections
from django.utils import timezone

from calls.models import Call, State
from calls.services import clock
from tests.calls.setting_up import shown

WINDOWS = {"COW-GRAD": (-0.2, 5), "TIR-COW": (-0.3, -0.1), "TIR-GREEN": (2, 9)}


def published_before(office) -> dict[str, Call]:
    """Return calls that were published in time and that no worker has looked after since."""
    calls = {}
    for code, (opens, closes) in WINDOWS.items():
        call = shown(office, code)
        now = timezone.now()
        Call.objects.filter(pk=call.pk).update(
            opens_at=now + timedelta(days=opens), closes_at=now + timedelta(days=closes)
        )
        calls[code] = call
    return calls


def moves(calls) -> list[tuple[str, str]]:
    return [
        (entry.call.code, entry.name)
        for call in calls.values()
        for entry in call.history.filter(by=None).select_related("call")
    ]


@pytest.mark.django_db
def test_RANK_05_call_is_open_at_its_instant_whatever_the_worker_has_done(office):
    call = published_before(office)["COW-GRAD"]
    call.refresh_from_db()

    assert call.state == State.PUBLISHED
    assert call.is_open_at(call.opens_at)
    assert not call.is_open_at(call.opens_at - timedelta(milliseconds=1))
    assert call.phase == "open"


@pytest.mark.django_db
def test_missed_rounds_are_made_up_for_in_the_order_in_which_things_fell_due(office):
    calls = published_before(office)

    assert clock.move_due() == 3

    entries = [entry for call in calls.values() for entry in call.history.filter(by=None)]
    assert [(e.call.code, e.name) for e in sorted(entries, key=lambda entry: entry.pk)] == [
        ("TIR-COW", "open"),
        ("COW-GRAD", "open"),
        ("TIR-COW", "close"),
    ]
    due = {e.name: e.details["due_at"] for e in entries if e.call.code == "TIR-COW"}
    call = Call.objects.get(code="TIR-COW")
    assert due == {"open": call.opens_at.isoformat(), "close": call.closes_at.isoformat()}
    assert call.state == State.CLOSED


@pytest.mark.django_db
def test_round_too_many_does_nothing(office):
    calls = published_before(office)
    clock.move_due()
    before = moves(calls)

    assert clock.move_due() == 0
    assert moves(calls) == before


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_open_and_close_each_call_once(office):
    calls = published_before(office)
    start, done = Barrier(4), []

    def work():
        start.wait()
        try:
            done.append(clock.move_due())
        finally:
            connections.close_all()

    threads = [Thread(target=work) for _worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sum(done) == 3
    assert sorted(moves(calls)) == [("COW-GRAD", "open"), ("TIR-COW", "close"), ("TIR-COW", "open")]

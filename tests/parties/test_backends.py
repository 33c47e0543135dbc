"""Roles become permissions, whole from the first question on."""

import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from parties.backends import RoleBackend

THREADS, ROUNDS = 8, 60


@pytest.fixture
def _hasty_threads():
    """Let threads take turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("_hasty_threads")
def test_table_is_whole_when_a_fresh_process_is_asked_by_many_at_once(monkeypatch):
    whole = len(RoleBackend.table())
    barrier = Barrier(THREADS)

    def ask(_thread):
        barrier.wait(10)
        return len(RoleBackend.table())

    with ThreadPoolExecutor(THREADS) as pool:
        for _round in range(ROUNDS):
            monkeypatch.setattr(RoleBackend, "_table", None)
            assert set(pool.map(ask, range(THREADS))) == {whole}

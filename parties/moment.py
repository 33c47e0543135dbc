"""What time it is for the office: now, unless a command is writing a past file in.

Protocol, history, terms and ledger ask here, so that what happened on a day bears that day.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.core.management.base import BaseCommand
from django.db import models
from django.utils import timezone

_past: ContextVar[datetime | None] = ContextVar("office_past", default=None)


def now() -> datetime:
    """Return the office's instant."""
    return _past.get() or timezone.now()


def today() -> date:
    """Return the office's day."""
    return timezone.localdate(now())


def past() -> datetime | None:
    """Return the instant a command has gone back to; None in the present."""
    return _past.get()


@contextmanager
def going_back(instant: datetime, *, by: BaseCommand) -> Iterator[None]:
    """Let everything inside happen at a past instant.

    Only a management command may: it hands itself in, and a page has none to give. Raises
    `TypeError` for anybody else and `ValueError` for an instant that has not come yet.
    """
    if not isinstance(by, BaseCommand):
        raise TypeError("only a management command goes back in time")
    if instant > timezone.now():
        raise ValueError(f"{instant} has not come yet")
    token = _past.set(instant)
    try:
        yield
    finally:
        _past.reset(token)


def bring_back(row: models.Model, *fields: str) -> None:
    """Bring stamps that a library took from the present back to the office's instant."""
    instant = _past.get()
    for field in fields:
        stamp = getattr(row, field)
        if instant is not None and stamp is not None and stamp > instant:
            setattr(row, field, instant)

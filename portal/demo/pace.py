"""Loading in one piece, as fast as it goes."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

# New objects after which Python looks for garbage: by default it does so thousands of times.
SELDOM = 200_000


@contextmanager
def in_one_piece() -> Iterator[None]:
    """Write everything inside, or nothing: one transaction, with no savepoint in it.

    Nothing of a load is taken back in part: a refusal that an act would live with ends it here.
    Savepoints are a fifth of its statements, and each of them slows down every later look at a row.
    """
    features, before, often = (
        connection.features,
        connection.features.uses_savepoints,
        gc.get_threshold(),
    )
    with transaction.atomic():
        features.uses_savepoints = False
        gc.set_threshold(SELDOM, *often[1:])
        try:
            yield
        finally:
            features.uses_savepoints = before
            gc.set_threshold(*often)

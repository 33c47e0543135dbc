"""What letters about each kind of case may say: fields from data files, values from the rooms.

A vocabulary stands in `data/CODE.toml` whether or not a room gives it values yet: templates can be
written and previewed with examples before the procedure exists. `data/common.toml` is part of every
vocabulary. The room that owns the kind registers who resolves its fields when the site starts.
"""

from letters.vocabulary.context import Context
from letters.vocabulary.files import COMMON, Vocabulary, own_fields, read
from letters.vocabulary.resolving import (
    Resolver,
    is_in_use,
    kinds_of,
    register,
    registered,
    resolve,
)

__all__ = [
    "COMMON",
    "Context",
    "Resolver",
    "Vocabulary",
    "all_vocabularies",
    "get",
    "is_in_use",
    "kinds_of",
    "own_fields",
    "register",
    "registered",
    "resolve",
]


def get(code: str) -> Vocabulary:
    """Return a vocabulary, the common fields included; raises LookupError for an unknown code."""
    return read()[code]


def all_vocabularies() -> list[Vocabulary]:
    """Return every vocabulary that a template may have, by label."""
    return sorted((one for one in read().values() if one.code != COMMON), key=lambda one: one.label)

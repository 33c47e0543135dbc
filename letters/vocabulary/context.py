"""What a resolver may look at beside the case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from parties.models import User


@dataclass(frozen=True, kw_only=True)
class Context:
    """Who acts, on which day, and in which language the letter speaks.

    `given` are values that the act brings itself, by name of field: they go before the resolver's.
    """

    by: User | None
    day: date
    language: str = "it"
    given: Mapping[str, Any] = field(default_factory=dict)

"""Which kinds of case there are, and what the shared pages need to know of each."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Act:
    """Something a person does to a case: one service with the form that asks for its inputs."""

    name: str
    service: Callable[..., Any]
    label: Any
    form: Callable[..., Any]
    tone: str = "primary"
    hint: Any = ""
    preview: Callable[..., dict[str, Any]] | None = None
    confirmation: Any = ""


@dataclass(frozen=True)
class Kind:
    """One kind of case: its model, its flow, its acts and the templates that show it."""

    code: str
    label: Any
    model: Any
    flow: Any
    acts: tuple[Act, ...]
    office_template: str
    applicant_template: str
    tones: dict[str, str] = field(default_factory=dict)
    applicant_words: dict[str, Any] = field(default_factory=dict)
    office_context: Callable[..., dict[str, Any]] = lambda case, user: {}
    applicant_context: Callable[..., dict[str, Any]] = lambda case, user: {}
    resume_url: Callable[..., str] = lambda case: ""

    def act(self, name: str) -> Act | None:
        """Return an act by its name, or None."""
        return next((act for act in self.acts if act.name == name), None)


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Make a kind of case known; each room does so once, when the site starts."""
    _kinds[kind.code] = kind


def kinds() -> tuple[Kind, ...]:
    """Return every kind of case."""
    return tuple(_kinds.values())


def kind_of(case) -> Kind:
    """Return the kind of a case, whichever of its rows is at hand."""
    return _kinds[case.kind or case.KIND]

"""Which kinds of case there are, and what the shared pages need to know of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class Act:
    """Something a person does to a case: one service with the form that asks for its inputs.

    `audience` is "office", "applicant", or "queue" for what taking a task does by itself. `settles`
    names the rules that the form's own answers decide: they do not stand against opening it.
    `hint` says in a line what the act does. `preview(case)` returns what will follow from it,
    for the page that asks: "letter" {"title", "addressee", "address"} or None, "ledger" a list of
    {"pot", "before", "after"} in EUR, "terms" and "notes" lists of sentences.
    """

    name: str
    service: Callable[..., Any]
    label: Any
    form: Callable[..., Any]
    tone: str = "primary"
    hint: Any = ""
    preview: Callable[..., dict[str, Any]] | None = None
    confirmation: Any = ""
    audience: str = "office"
    settles: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Foreseen:
    """What deciding would do to a case now: the act, or none and the rule's sentence why not.

    `amount` is what the act would bind, in EUR; `left` what the funds then still hold.
    """

    case: Any
    act: Act | None
    sentence: str
    amount: Decimal | None = None
    left: Decimal | None = None


@dataclass(frozen=True)
class Migration:
    """What moving a case to another version of its call would do, in sentences.

    `changes` says what would be different; `obstacles` why it cannot move, empty where it can.
    """

    changes: tuple[str, ...] = ()
    obstacles: tuple[str, ...] = ()


@dataclass(frozen=True)
class StatusWords:
    """A status as the applicant reads it.

    `moves` says whose move it is: "you", "office" or "nobody". Where it is the applicant's,
    `answer_page` names the page where they answer and `answer_label` its button.
    """

    label: Any
    where: Any
    whose: Any
    moves: str = "office"
    answer_page: str = ""
    answer_label: Any = ""


@dataclass(frozen=True)
class Kind:
    """One kind of case: its model, its flow, its acts and the templates that show it.

    `statuses` gives the words of every status, `applicant_words` and `applicant_events` those of
    statuses and moves as the applicant reads them; `withdraw_page` names the page to take a case
    back. `silence` says to the applicant, by kind of term, what follows where they do not answer.
    `words_now(case)` gives other words where the status alone does not say whose move it is.
    `for_office` adds to a query of cases all the rows
    that the office's page of a case reads, so that their number does not change the queries.
    In a status of `undecided` the office owes a decision: once its term has passed the applicant
    may ask the substitute, and `on_substitute(case, request)` answers with a letter.
    `bulk_acts` may be done to many cases in one go, without asking anything of each;
    `forecast(cases, user, carried)` foresees, in order of filing, what deciding on all of them
    would do; `carried` is a dictionary in which it remembers, from one slice of a long list to the
    next, what those before have taken. `closing_acts` go on without the applicant's answer.
    `holds` names the pot of the ledger that holds the amount of a case in a status; in all other
    statuses no money is held for it. `migrate(case, version)` says what moving the case to another
    version of its call would change. `codes(case)` gives, by the name of a field of the case or of
    its rows, the words for the codes that are stored in it. `goal` is the status for which the
    applicant asks: the timeline draws the way to it. `numbered` names a case by its number in what is
    written about it, by the language of the letter.
    """

    code: str
    label: Any
    model: Any
    flow: Any
    acts: tuple[Act, ...]
    office_template: str
    applicant_template: str
    tones: dict[str, str] = field(default_factory=dict)
    applicant_words: dict[str, StatusWords] = field(default_factory=dict)
    applicant_events: dict[str, Any] = field(default_factory=dict)
    withdraw_page: str = ""
    silence: dict[str, Any] = field(default_factory=dict)
    statuses: dict[str, Any] = field(default_factory=dict)
    for_office: Callable[[Any], Any] = lambda cases: cases
    office_context: Callable[..., dict[str, Any]] = lambda case, user: {}
    applicant_context: Callable[..., dict[str, Any]] = lambda case, user: {}
    words_now: Callable[..., StatusWords | None] = lambda case: None
    resume_url: Callable[..., str] = lambda case: ""
    undecided: frozenset[str] = frozenset()
    on_substitute: Callable[..., Any] = lambda case, request: None
    bulk_acts: frozenset[str] = frozenset()
    forecast: Callable[..., list[Foreseen]] = lambda cases, user, carried=None: []
    closing_acts: frozenset[str] = frozenset()
    holds: dict[str, str] = field(default_factory=dict)
    migrate: Callable[..., Migration] = lambda case, version: Migration()
    codes: Callable[[Any], dict[str, dict[str, Any]]] = lambda case: {}
    goal: str = ""
    numbered: Mapping[str, str] = field(
        default_factory=lambda: {"it": "Domanda n. {}", "en": "Application no. {}"}
    )

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


def kind_of(case: Any) -> Kind:
    """Return the kind of a case, whichever of its rows is at hand."""
    return _kinds[case.kind or case.KIND]


def numbered(case: Any, language: str) -> str:
    """Return a case by its number as its kind is called in a letter; empty before it has one."""
    return kind_of(case).numbered[language].format(case.number) if case.number else ""


def outside_flow(case: Any) -> set[str]:
    """Return the moves that no task asks for: they end what is asked, or open a closed case again."""
    steps = kind_of(case).model().get_all_status_transitions()
    return {
        step.name for step in steps if step.custom.get("reopens") or step.custom.get("ends_flow")
    }

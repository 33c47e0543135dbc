"""The words in which the table of access is written: who, what is answered, what a page is about."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tests.access_world import ANONYMOUS, EVERYBODY, OUTSIDER, OWNER, World

LOGIN, MOVED = "login", "moved"
OK, SIGN_IN_FIRST, FORBIDDEN, MISSING, NO_METHOD = 200, 401, 403, 404, 405
CHANGED, GONE, INVALID = 409, 410, 422

OFFICER, PROCEDURE_OWNER, DIRECTOR = "officer", "procedure_owner", "director"
ACCOUNTANT, AUDITOR, ADMINISTRATOR = "accountant", "auditor", "administrator"
EVALUATOR = "evaluator"
APPLICANTS = {OUTSIDER, OWNER}
WORKERS = {OFFICER, PROCEDURE_OWNER, DIRECTOR}
READERS = WORKERS | {ACCOUNTANT, AUDITOR}
OFFICE = READERS | {ADMINISTRATOR}
MONEY = {DIRECTOR, ACCOUNTANT, AUDITOR}
VERIFIERS = {DIRECTOR, AUDITOR, ADMINISTRATOR}

Answers = dict[str, int | str]


def answers(groups: dict[int | str, Iterable[str]], *, rest: int) -> Answers:
    """Say what each group is answered; `rest` is for whoever else has signed in."""
    said: Answers = dict.fromkeys(EVERYBODY, rest) | {ANONYMOUS: LOGIN}
    for answer, people in groups.items():
        said |= dict.fromkeys(people, answer)
    return said


def all_get(answer: int | str, *, anonymous: int | str | None = None) -> Answers:
    """Say that everybody is answered the same, strangers perhaps something else."""
    same: Answers = dict.fromkeys(EVERYBODY, answer)
    return same if anonymous is None else same | {ANONYMOUS: anonymous}


def owner_gets(answer: int | str) -> Answers:
    """Say that the applicant is answered, and that for others the case does not exist."""
    return answers({answer: [OWNER]}, rest=MISSING)


@dataclass(frozen=True)
class Page:
    """One address: whose case it is about, its arguments, and what is answered to whom."""

    get: Answers
    post: Answers
    case: str = "draft"
    arguments: Callable[[World], dict[str, Any]] = lambda world: {}


def case_page(case: str, get: Answers, post: Answers, **more: Any) -> Page:
    """Describe an address that names a case by its key."""
    return Page(get, post, case, lambda world: {"pk": world.case(case)} | more)


def task_page(case: str, get: Answers, post: Answers) -> Page:
    """Describe an address that names the open task of a case."""
    return Page(get, post, case, lambda world: {"pk": world.task(case)})


def job_step() -> Page:
    """Describe an address that only the starter of a bulk job may send something to."""
    return Page(
        answers({NO_METHOD: WORKERS}, rest=FORBIDDEN),
        answers({MISSING: WORKERS}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": world.job.pk},
    )


def call_of(world: World) -> dict[str, Any]:
    """Return the code of the open call."""
    return {"code": world.office.call.code}


def entry_of(case: str) -> Callable[[World], dict[str, Any]]:
    """Return how the entry with which a case came in is named."""

    def arguments(world: World) -> dict[str, Any]:
        entry = world.cases[case].protocol_in
        return {"year": entry.year, "number": entry.number}

    return arguments


PUBLIC = Page(all_get(OK), all_get(NO_METHOD))
ABOUT_CALL = Page(all_get(OK), all_get(NO_METHOD), arguments=call_of)
FOR_READERS = Page(
    answers({OK: READERS}, rest=FORBIDDEN), answers({NO_METHOD: READERS}, rest=FORBIDDEN)
)
POST_ONLY = all_get(NO_METHOD)

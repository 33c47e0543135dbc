"""Who may open the pages of committees and rankings; the evaluator presides in both calls that are scored."""

from collections.abc import Callable
from typing import Any

from evaluation.models import ScoreSheet
from tests.access_words import (
    DIRECTOR,
    EVALUATOR,
    FOR_READERS,
    FORBIDDEN,
    GONE,
    INVALID,
    LOGIN,
    MISSING,
    MOVED,
    NO_METHOD,
    OFFICER,
    OK,
    PROCEDURE_OWNER,
    PUBLIC,
    READERS,
    SIGN_IN_FIRST,
    WORKERS,
    Page,
    all_get,
    answers,
)
from tests.access_world import ANONYMOUS, World

SCORERS = WORKERS | {EVALUATOR}
SEEN = answers({OK: READERS | {EVALUATOR}}, rest=FORBIDDEN)
NEVER_SENT = all_get(NO_METHOD, anonymous=LOGIN)


def _planned(world: World) -> dict[str, Any]:
    return {"code": world.planned.call.code}


def _scored(world: World) -> dict[str, Any]:
    return {"code": world.scored.call.code}


def _ranked(world: World) -> dict[str, Any]:
    return {"code": world.ranked.call.code}


def _file(world: World) -> dict[str, Any]:
    return {"pk": world.case("scored")}


def _sheet(name: str) -> Callable[[World], dict[str, Any]]:
    def arguments(world: World) -> dict[str, Any]:
        sheets = ScoreSheet.objects.filter(case=world.case("scored"))
        return {"pk": sheets.get(member=world.scored.member(name)).pk}

    return arguments


def _sent_by(groups: dict[int | str, list[str]], arguments: Callable[..., Any]) -> Page:
    """Describe an address that is only sent to, by seat or by role."""
    return Page(NEVER_SENT, answers(groups, rest=FORBIDDEN), arguments=arguments)


def _by_role(answer: int | str, roles: list[str], arguments: Callable[..., Any]) -> Page:
    """Describe an address that roles alone may send something to."""
    return Page(
        answers({NO_METHOD: roles}, rest=FORBIDDEN),
        answers({answer: roles}, rest=FORBIDDEN),
        arguments=arguments,
    )


COMMITTEE = {
    "evaluation:overview": FOR_READERS,
    "evaluation:call": Page(SEEN, NEVER_SENT, arguments=_scored),
    "evaluation:appoint": Page(
        answers({OK: [DIRECTOR]}, rest=FORBIDDEN),
        answers({INVALID: [DIRECTOR]}, rest=FORBIDDEN),
        arguments=_planned,
    ),
    "evaluation:substitute": _sent_by({INVALID: [DIRECTOR, EVALUATOR]}, _scored),
    "evaluation:begin_sitting": _sent_by({INVALID: [DIRECTOR, EVALUATOR]}, _scored),
    # The director calls substitutes in, and does not preside.
    "evaluation:close_sitting": _sent_by({INVALID: [DIRECTOR], MOVED: [EVALUATOR]}, _scored),
    "evaluation:minutes": Page(
        SEEN, NEVER_SENT, arguments=lambda world: _ranked(world) | {"number": 1}
    ),
}

SHEETS = {
    "evaluation:my_files": Page(
        answers({OK: SCORERS}, rest=FORBIDDEN), answers({NO_METHOD: SCORERS}, rest=FORBIDDEN)
    ),
    # The evaluator has stated their interests already.
    "evaluation:declare": Page(
        answers({MOVED: [EVALUATOR]}, rest=FORBIDDEN),
        answers({MOVED: [EVALUATOR]}, rest=FORBIDDEN),
        arguments=_scored,
    ),
    "evaluation:sheet": Page(
        answers({OK: [EVALUATOR]}, rest=FORBIDDEN),
        answers({MOVED: [EVALUATOR]}, rest=FORBIDDEN),
        arguments=_file,
    ),
    "evaluation:autosave": Page(
        all_get(NO_METHOD),
        answers({GONE: [EVALUATOR]}, rest=MISSING) | {ANONYMOUS: SIGN_IN_FIRST},
        arguments=_sheet("presidente"),
    ),
    "evaluation:document": Page(
        answers({OK: [EVALUATOR]}, rest=FORBIDDEN),
        NEVER_SENT,
        arguments=lambda world: _file(world) | {"document": world.document("scored", "applicant")},
    ),
    "evaluation:spread": Page(SEEN, NEVER_SENT, arguments=_scored),
    "evaluation:reopen": Page(
        answers({OK: [EVALUATOR]}, rest=FORBIDDEN),
        answers({INVALID: [EVALUATOR]}, rest=FORBIDDEN),
        arguments=lambda world: _scored(world) | _sheet("prima")(world),
    ),
    "evaluation:premiums": Page(
        answers({OK: [OFFICER, PROCEDURE_OWNER]}, rest=FORBIDDEN),
        answers({MISSING: [OFFICER, PROCEDURE_OWNER]}, rest=FORBIDDEN),
        "scored",
        _file,
    ),
}

LISTS = {
    "evaluation:ranking": Page(SEEN, NEVER_SENT, arguments=_scored),
    # A sheet is still open: the list cannot be made.
    "evaluation:make_ranking": _sent_by({INVALID: [PROCEDURE_OWNER, EVALUATOR]}, _scored),
    "evaluation:what_if": Page(
        answers({OK: [PROCEDURE_OWNER, DIRECTOR, EVALUATOR]}, rest=FORBIDDEN),
        NEVER_SENT,
        arguments=_scored,
    ),
    # There is no list to approve yet, and the public one is public already.
    "evaluation:approve": Page(
        answers({MOVED: [DIRECTOR]}, rest=FORBIDDEN),
        answers({MOVED: [DIRECTOR]}, rest=FORBIDDEN),
        arguments=_scored,
    ),
    "evaluation:publish": _by_role(MOVED, [PROCEDURE_OWNER, DIRECTOR], _ranked),
    "evaluation:apply_again": _by_role(MOVED, [DIRECTOR], _ranked),
    "evaluation:scroll": Page(
        answers({OK: READERS}, rest=FORBIDDEN),
        answers({INVALID: [DIRECTOR]}, rest=FORBIDDEN),
        arguments=_ranked,
    ),
    "evaluation:refinance": _by_role(INVALID, [DIRECTOR], _ranked),
    "evaluation:ranking_paper": Page(
        SEEN, NEVER_SENT, arguments=lambda world: _ranked(world) | {"number": 0}
    ),
    "evaluation:published": Page(PUBLIC.get, PUBLIC.post, arguments=_ranked),
    "evaluation:published_act": Page(
        PUBLIC.get, PUBLIC.post, arguments=lambda world: _ranked(world) | {"number": 0}
    ),
}

EVALUATION = COMMITTEE | SHEETS | LISTS

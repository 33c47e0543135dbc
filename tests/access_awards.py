"""Who reaches the pages of a grant on its way to payment: its beneficiary, and nobody else."""

from typing import Any

from tests.access_words import (
    FORBIDDEN,
    INVALID,
    MISSING,
    MOVED,
    NO_METHOD,
    OFFICER,
    OK,
    POST_ONLY,
    PROCEDURE_OWNER,
    READERS,
    Page,
    all_get,
    answers,
    call_of,
    case_page,
    owner_gets,
)
from tests.access_world import World


def expense_of(world: World) -> dict[str, Any]:
    """Return a report that is being written, and its expense."""
    return {"pk": world.case("reporting"), "expense": world.expense("reporting")}


def aid_of(world: World, **more: Any) -> dict[str, Any]:
    """Return an application whose admission is proposed."""
    return {"pk": world.case("submitted")} | more


EXAMINERS = {OFFICER, PROCEDURE_OWNER}


def written(post: int, **more: Any) -> Page:
    """Describe a form of those who examine."""
    return Page(
        answers({OK: EXAMINERS}, rest=FORBIDDEN), answers({post: EXAMINERS}, rest=FORBIDDEN), **more
    )


AWARDS = {
    # Whoever reads the case reads its aid; it is written by those who examine.
    "grants:aid": Page(
        answers({OK: READERS}, rest=MISSING),
        all_get(NO_METHOD, anonymous="login"),
        arguments=aid_of,
    ),
    "grants:write_aid": written(INVALID, arguments=lambda world: aid_of(world, what="visura")),
    "grants:before_grant": Page(
        answers({OK: READERS}, rest=MISSING),
        all_get(NO_METHOD, anonymous="login"),
        arguments=aid_of,
    ),
    "grants:write_evidence": written(INVALID, arguments=lambda world: aid_of(world, what="durc")),
    "grants:end_aid_link": Page(
        answers({NO_METHOD: EXAMINERS}, rest=FORBIDDEN),
        answers({MISSING: EXAMINERS}, rest=FORBIDDEN),
        arguments=lambda world: aid_of(world, link=0),
    ),
    "grants:cup_table": written(INVALID, arguments=call_of),
    "grants:download_cup_table": Page(
        answers({OK: EXAMINERS}, rest=FORBIDDEN),
        answers({NO_METHOD: EXAMINERS}, rest=FORBIDDEN),
        arguments=call_of,
    ),
    "grants:aid_table": written(INVALID, arguments=call_of),
    "grants:download_aid_table": Page(
        answers({OK: EXAMINERS}, rest=FORBIDDEN),
        answers({NO_METHOD: EXAMINERS}, rest=FORBIDDEN),
        arguments=call_of,
    ),
    "grants:controls": Page(
        answers({OK: EXAMINERS}, rest=FORBIDDEN), answers({INVALID: EXAMINERS}, rest=FORBIDDEN)
    ),
    "grants:control": Page(
        answers({MISSING: EXAMINERS}, rest=FORBIDDEN),
        answers({MISSING: EXAMINERS}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": 0},
    ),
    "grants:control_sample": Page(
        answers({MISSING: EXAMINERS}, rest=FORBIDDEN),
        answers({NO_METHOD: EXAMINERS}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": 0},
    ),
    "grants:open_control": Page(
        answers({OK: EXAMINERS}, rest=FORBIDDEN),
        answers({INVALID: EXAMINERS}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": world.case("reporting")},
    ),
    "grants:answer_control": case_page("reporting", owner_gets(MOVED), owner_gets(MOVED)),
    "grants:changes": case_page("reporting", owner_gets(OK), POST_ONLY),
    "grants:ask_change": case_page(
        "reporting", owner_gets(OK), owner_gets(INVALID), kind="proroga"
    ),
    "grants:take_change_back": case_page("reporting", POST_ONLY, owner_gets(MOVED)),
    "grants:acceptance": case_page("granted", owner_gets(OK), owner_gets(INVALID)),
    "grants:report": case_page("reporting", owner_gets(OK), owner_gets(MOVED)),
    "grants:read_invoice": case_page("reporting", POST_ONLY, owner_gets(INVALID)),
    "grants:new_expense": case_page("reporting", owner_gets(OK), owner_gets(INVALID)),
    "grants:report_expense": Page(
        owner_gets(OK), owner_gets(INVALID), case="reporting", arguments=expense_of
    ),
    "grants:remove_expense": Page(
        POST_ONLY, owner_gets(MOVED), case="reporting", arguments=expense_of
    ),
}

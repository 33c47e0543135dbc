"""Who reaches the pages of a grant on its way to payment: its beneficiary, and nobody else."""

from typing import Any

from tests.access_words import INVALID, MOVED, OK, POST_ONLY, Page, case_page, owner_gets
from tests.access_world import World


def expense_of(world: World) -> dict[str, Any]:
    """Return a report that is being written, and its expense."""
    return {"pk": world.case("reporting"), "expense": world.expense("reporting")}


AWARDS = {
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

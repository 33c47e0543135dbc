"""Who may look at payments, propose them, recognise their debt, order and send them."""

from typing import Any

from tests.access_words import (
    ACCOUNTANT,
    DIRECTOR,
    FORBIDDEN,
    INVALID,
    MISSING,
    MONEY,
    NO_METHOD,
    OK,
    PROCEDURE_OWNER,
    Answers,
    Page,
    answers,
)
from tests.access_world import World

VIEWERS = MONEY | {PROCEDURE_OWNER}
PROPOSERS = {PROCEDURE_OWNER, ACCOUNTANT}


def of_payment(world: World, **more: Any) -> dict[str, Any]:
    """Return the number of the payment that is proposed."""
    return {"number": world.payment.number} | more


def of_order(world: World, **more: Any) -> dict[str, Any]:
    """Return the number of the order that is being put together."""
    return {"number": world.order.number} | more


def for_all(answer: int, people: set[str]) -> Answers:
    """Say what these people are answered; others who have signed in may not."""
    return answers({answer: people}, rest=FORBIDDEN)


def looked_at(people: set[str], **more: Any) -> Page:
    """Describe a page that is only read."""
    return Page(for_all(OK, people), for_all(NO_METHOD, people), **more)


def filled_in(people: set[str], **more: Any) -> Page:
    """Describe a page with a form, to which nothing is sent."""
    return Page(for_all(OK, people), for_all(INVALID, people), **more)


def pressed(**more: Any) -> Page:
    """Describe a button of the accountant's, pressed on a page that is out of date."""
    people = {ACCOUNTANT}
    return Page(for_all(NO_METHOD, people), for_all(INVALID, people), **more)


PAYMENTS = {
    "accounting:payments": looked_at(VIEWERS),
    "accounting:payable_cases": looked_at(PROPOSERS),
    # Nothing is owed for a draft.
    "accounting:propose_payment": Page(
        for_all(MISSING, PROPOSERS),
        for_all(MISSING, PROPOSERS),
        arguments=lambda world: {"case": world.case("draft")},
    ),
    "accounting:payment": looked_at(VIEWERS, arguments=of_payment),
    "accounting:payment_evidence": filled_in(
        PROPOSERS, arguments=lambda world: of_payment(world, kind="durc")
    ),
    "accounting:liquidate": filled_in({DIRECTOR}, arguments=of_payment),
    "accounting:set_free": filled_in({DIRECTOR}, arguments=of_payment),
    "accounting:withdraw_payment": filled_in(PROPOSERS, arguments=of_payment),
    "accounting:orders": looked_at(VIEWERS),
    "accounting:open_order": filled_in({ACCOUNTANT}),
    "accounting:order": looked_at(VIEWERS, arguments=of_order),
    "accounting:approve_order": pressed(arguments=of_order),
    "accounting:give_up_order": pressed(arguments=of_order),
    "accounting:make_order_file": pressed(arguments=of_order),
    "accounting:take_out": pressed(
        arguments=lambda world: of_order(world, payment=world.payment.number)
    ),
    # Its file has not been made.
    "accounting:download_order": Page(
        for_all(MISSING, {ACCOUNTANT}), for_all(NO_METHOD, {ACCOUNTANT}), arguments=of_order
    ),
    "accounting:answers": filled_in({ACCOUNTANT}),
}


def of_recovery(world: World) -> dict[str, Any]:
    """Return the number of what is asked back."""
    return {"number": world.recovery.number}


RECOVERIES = {
    "accounting:recoveries": looked_at(VIEWERS),
    "accounting:recovery": looked_at(VIEWERS, arguments=of_recovery),
    "accounting:recovery_receipt": filled_in({ACCOUNTANT}, arguments=of_recovery),
    "accounting:recovery_plan": filled_in({ACCOUNTANT}, arguments=of_recovery),
    "accounting:recovery_roll": filled_in({ACCOUNTANT}, arguments=of_recovery),
    # Nobody of that world was paid yet.
    "grants:yearly_papers": Page(
        answers({OK: MONEY}, rest=FORBIDDEN), answers({NO_METHOD: MONEY}, rest=FORBIDDEN)
    ),
    "grants:yearly_papers_of": Page(
        answers({MISSING: MONEY}, rest=FORBIDDEN),
        answers({NO_METHOD: MONEY}, rest=FORBIDDEN),
        arguments=lambda _world: {"year": 2020},
    ),
    "grants:draw_yearly_papers": Page(
        answers({NO_METHOD: [ACCOUNTANT]}, rest=FORBIDDEN),
        answers({MISSING: [ACCOUNTANT]}, rest=FORBIDDEN),
        arguments=lambda _world: {"year": 2020},
    ),
}

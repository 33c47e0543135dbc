"""Who may look at the money, and who sees to what is not as it should be."""

from tests.access_words import (
    ACCOUNTANT,
    ADMINISTRATOR,
    AUDITOR,
    DIRECTOR,
    FOR_READERS,
    FORBIDDEN,
    INVALID,
    MONEY,
    MOVED,
    NO_METHOD,
    OK,
    WORKERS,
    Page,
    answers,
    call_of,
)

ACCOUNTS = {
    "accounting:budgets": FOR_READERS,
    "accounting:budget": Page(FOR_READERS.get, FOR_READERS.post, arguments=call_of),
    "accounting:endowment": Page(
        answers({OK: [DIRECTOR]}, rest=FORBIDDEN),
        answers({INVALID: [DIRECTOR]}, rest=FORBIDDEN),
        arguments=call_of,
    ),
    "accounting:workbooks": Page(
        answers({OK: MONEY}, rest=FORBIDDEN), answers({NO_METHOD: MONEY}, rest=FORBIDDEN)
    ),
    "accounting:make_workbook": Page(
        answers({NO_METHOD: [ACCOUNTANT]}, rest=FORBIDDEN),
        answers({INVALID: [ACCOUNTANT]}, rest=FORBIDDEN),
    ),
    "accounting:columns": Page(
        answers({OK: [ACCOUNTANT]}, rest=FORBIDDEN),
        answers({INVALID: [ACCOUNTANT]}, rest=FORBIDDEN),
        arguments=lambda _world: {"kind": "liquidation"},
    ),
} | {
    name: Page(
        answers({OK: MONEY}, rest=FORBIDDEN),
        answers({NO_METHOD: MONEY}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": world.workbook.pk},
    )
    for name in ("accounting:workbook", "accounting:download_workbook")
}

WATCHERS = {ADMINISTRATOR, DIRECTOR, AUDITOR}
FOR_WATCHERS = Page(
    answers({OK: WATCHERS}, rest=FORBIDDEN), answers({NO_METHOD: WATCHERS}, rest=FORBIDDEN)
)
WATCH = {
    "workflows:watch": FOR_WATCHERS,
    "workflows:watch_round": Page(
        FOR_WATCHERS.get, FOR_WATCHERS.post, arguments=lambda world: {"pk": world.round.pk}
    ),
    "workflows:watch_run": Page(
        answers({NO_METHOD: [ADMINISTRATOR]}, rest=FORBIDDEN),
        answers({MOVED: [ADMINISTRATOR]}, rest=FORBIDDEN),
    ),
    # No such job has failed: the administrator reads so on the board.
    "workflows:mend": Page(
        answers({NO_METHOD: [ADMINISTRATOR]}, rest=FORBIDDEN),
        answers({MOVED: [ADMINISTRATOR]}, rest=FORBIDDEN),
        arguments=lambda world: {"code": "jobs", "key": 0, "act": "retry"},
    ),
    "workflows:digest": Page(
        answers({OK: WORKERS}, rest=FORBIDDEN), answers({MOVED: WORKERS}, rest=FORBIDDEN)
    ),
}

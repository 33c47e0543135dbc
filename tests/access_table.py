"""Who may open what: one row per address, in the words of the offices and of the applicants.

A row names the case that its arguments belong to and says, for GET and for an empty POST, what
each person is answered: a status code, LOGIN for the sign-in page, MOVED for any other redirect.
A new address needs a row; `test_permissions_matrix` fails until it has one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tests.access_world import ANONYMOUS, EVERYBODY, OUTSIDER, OWNER, World

LOGIN, MOVED = "login", "moved"
OK, SIGN_IN_FIRST, FORBIDDEN, MISSING, NO_METHOD = 200, 401, 403, 404, 405
CHANGED, GONE, INVALID = 409, 410, 422

OFFICER, PROCEDURE_OWNER, DIRECTOR = "officer", "procedure_owner", "director"
ACCOUNTANT, AUDITOR, ADMINISTRATOR = "accountant", "auditor", "administrator"
APPLICANTS = {OUTSIDER, OWNER}
WORKERS = {OFFICER, PROCEDURE_OWNER, DIRECTOR}
READERS = WORKERS | {ACCOUNTANT, AUDITOR}
OFFICE = READERS | {ADMINISTRATOR}
MONEY = {DIRECTOR, ACCOUNTANT, AUDITOR}

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


def call_of(world: World) -> dict[str, Any]:
    """Return the code of the open call."""
    return {"code": world.office.call.code}


PUBLIC = Page(all_get(OK), all_get(NO_METHOD))
ABOUT_CALL = Page(all_get(OK), all_get(NO_METHOD), arguments=call_of)
FOR_READERS = Page(
    answers({OK: READERS}, rest=FORBIDDEN), answers({NO_METHOD: READERS}, rest=FORBIDDEN)
)
POST_ONLY = all_get(NO_METHOD)

PORTAL = {
    "portal:home": PUBLIC,
    "portal:calls": PUBLIC,
    "portal:call": ABOUT_CALL,
    "portal:can_i_apply": ABOUT_CALL,
    "portal:privacy": PUBLIC,
    "portal:accessibility": PUBLIC,
    "portal:legal": PUBLIC,
    "portal:desk": Page(all_get(OK, anonymous=LOGIN), all_get(NO_METHOD, anonymous=LOGIN)),
    "portal:after_login": Page(
        all_get(MOVED, anonymous=LOGIN), all_get(NO_METHOD, anonymous=LOGIN)
    ),
}

REGISTER = {
    "coworking_registry:list": PUBLIC,
    "coworking_registry:space": Page(
        all_get(OK), all_get(NO_METHOD), arguments=lambda world: {"slug": world.office.space.slug}
    ),
}

APPLICATION = {
    "grants:start": Page(
        answers({OK: APPLICANTS}, rest=FORBIDDEN),
        answers({MOVED: APPLICANTS}, rest=FORBIDDEN),
        arguments=call_of,
    ),
    "grants:page": case_page("draft", owner_gets(OK), owner_gets(MOVED), slug="chi"),
    "grants:autosave": case_page("draft", POST_ONLY, owner_gets(GONE) | {ANONYMOUS: SIGN_IN_FIRST}),
    "grants:upload": case_page("draft", POST_ONLY, owner_gets(OK), requirement="quote"),
    "grants:remove_document": Page(
        POST_ONLY,
        owner_gets(MOVED),
        arguments=lambda world: {
            "pk": world.case("draft"),
            "document": world.document("draft", "applicant"),
        },
    ),
    "grants:review": case_page("draft", owner_gets(OK), POST_ONLY),
    "grants:submit": case_page("draft", POST_ONLY, owner_gets(INVALID)),
    "grants:sent": case_page("submitted", owner_gets(OK), POST_ONLY),
    "grants:integration": case_page("integration", owner_gets(OK), owner_gets(MOVED)),
    "grants:observations": case_page("notice", owner_gets(OK), owner_gets(MOVED)),
    "grants:offer": case_page("offered", owner_gets(OK), owner_gets(OK)),
    "grants:withdraw": case_page("submitted", owner_gets(OK), owner_gets(MOVED)),
}

CASES = {
    "workflows:case": case_page(
        "examined",
        answers({OK: [OWNER], MOVED: READERS}, rest=MISSING),
        all_get(NO_METHOD, anonymous=LOGIN),
    ),
    "workflows:document": Page(
        answers({OK: READERS | {OWNER}}, rest=MISSING),
        all_get(NO_METHOD, anonymous=LOGIN),
        "examined",
        lambda world: {"pk": world.document("examined", "applicant")},
    ),
    "workflows:office_case": case_page(
        "examined", answers({OK: READERS}, rest=FORBIDDEN), all_get(NO_METHOD, anonymous=LOGIN)
    ),
    # The procedure owner may do it too, and reads that the case is in the officer's hands.
    "workflows:act": case_page(
        "examined",
        answers({OK: [OFFICER], CHANGED: [PROCEDURE_OWNER]}, rest=FORBIDDEN),
        answers({INVALID: [OFFICER], CHANGED: [PROCEDURE_OWNER]}, rest=FORBIDDEN),
        name="propose_admission",
    ),
    "workflows:note": case_page(
        "examined",
        all_get(NO_METHOD, anonymous=LOGIN),
        answers({INVALID: WORKERS | {ACCOUNTANT}}, rest=FORBIDDEN),
    ),
}

QUEUE = {
    "workflows:queue": FOR_READERS,
    "workflows:queue_columns": Page(
        answers({NO_METHOD: READERS}, rest=FORBIDDEN), answers({MOVED: READERS}, rest=FORBIDDEN)
    ),
    # Whoever reads the queue may try; those who may not take the task read why, in the queue.
    "workflows:take": task_page(
        "submitted",
        answers({NO_METHOD: READERS}, rest=FORBIDDEN),
        answers({MOVED: READERS}, rest=FORBIDDEN),
    ),
    "workflows:take_many": Page(
        answers({NO_METHOD: WORKERS}, rest=FORBIDDEN), answers({MOVED: WORKERS}, rest=FORBIDDEN)
    ),
    "workflows:hand_over": task_page(
        "examined",
        answers({OK: WORKERS}, rest=FORBIDDEN),
        answers({OK: WORKERS}, rest=FORBIDDEN),
    ),
    "workflows:release": task_page(
        "examined",
        answers({NO_METHOD: WORKERS}, rest=FORBIDDEN),
        answers({MOVED: WORKERS}, rest=FORBIDDEN),
    ),
    "workflows:bulk": Page(
        answers({OK: WORKERS}, rest=FORBIDDEN), answers({NO_METHOD: WORKERS}, rest=FORBIDDEN)
    ),
    "workflows:bulk_confirm": Page(
        answers({MOVED: WORKERS}, rest=FORBIDDEN), answers({MOVED: WORKERS}, rest=FORBIDDEN)
    ),
    "workflows:jobs": Page(
        answers({OK: OFFICE}, rest=FORBIDDEN), answers({NO_METHOD: OFFICE}, rest=FORBIDDEN)
    ),
    # A job is its starter's own: here the accountant's.
    "workflows:job": Page(
        answers({OK: [ACCOUNTANT], FORBIDDEN: APPLICANTS}, rest=MISSING),
        answers({MOVED: [ACCOUNTANT], FORBIDDEN: APPLICANTS}, rest=MISSING),
        arguments=lambda world: {"pk": world.job.pk},
    ),
    "workflows:protocol": FOR_READERS,
}

ACCOUNTS = {
    "accounting:budgets": FOR_READERS,
    "accounting:budget": Page(FOR_READERS.get, FOR_READERS.post, arguments=call_of),
    "accounting:workbooks": Page(
        answers({OK: MONEY}, rest=FORBIDDEN), answers({NO_METHOD: MONEY}, rest=FORBIDDEN)
    ),
    "accounting:make_workbook": Page(
        answers({NO_METHOD: [ACCOUNTANT]}, rest=FORBIDDEN),
        answers({INVALID: [ACCOUNTANT]}, rest=FORBIDDEN),
    ),
} | {
    name: Page(
        answers({OK: MONEY}, rest=FORBIDDEN),
        answers({NO_METHOD: MONEY}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": world.workbook.pk},
    )
    for name in ("accounting:workbook", "accounting:download_workbook")
}

EXPECTED: dict[str, Page] = PORTAL | REGISTER | APPLICATION | CASES | QUEUE | ACCOUNTS


def document_page(case: str, origin: str, get: Answers) -> tuple[str, Page]:
    """Describe a document of a case, brought by the applicant or written by the office."""
    return "workflows:document", Page(
        get,
        all_get(NO_METHOD, anonymous=LOGIN),
        case,
        lambda world: {"pk": world.document(case, origin)},
    )


# The same addresses with other things in their place: nobody but its writer sees a draft.
ALSO: list[tuple[str, Page]] = [
    document_page("draft", "applicant", owner_gets(OK)),
    document_page("granted", "letter", answers({OK: READERS | {OWNER}}, rest=MISSING)),
    (
        "workflows:office_case",
        case_page(
            "draft",
            answers({MISSING: READERS}, rest=FORBIDDEN),
            all_get(NO_METHOD, anonymous=LOGIN),
        ),
    ),
    (
        "workflows:act",
        case_page(
            "proposed",
            answers({CHANGED: [DIRECTOR]}, rest=FORBIDDEN),
            answers({CHANGED: [DIRECTOR]}, rest=FORBIDDEN),
            name="refuse",
        ),
    ),
    (
        "workflows:act",
        case_page(
            "proposed",
            answers({OK: [DIRECTOR]}, rest=FORBIDDEN),
            answers({INVALID: [DIRECTOR]}, rest=FORBIDDEN),
            name="grant",
        ),
    ),
    # What the applicant alone may do is no act of the office.
    (
        "workflows:act",
        case_page(
            "offered",
            answers({MISSING: READERS}, rest=FORBIDDEN),
            answers({MISSING: READERS}, rest=FORBIDDEN),
            name="accept_partial",
        ),
    ),
]

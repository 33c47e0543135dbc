"""Who may open what: one row per address, in the words of the offices and of the applicants.

A row names the case that its arguments belong to and says, for GET and for an empty POST, what
each person is answered: a status code, LOGIN for the sign-in page, MOVED for any other redirect.
A new address needs a row; `test_permissions_matrix` fails until it has one.
"""

from tests.access_awards import AWARDS
from tests.access_calls import CALLS
from tests.access_delegations import DELEGATIONS
from tests.access_evaluation import EVALUATION
from tests.access_internships import INTERNSHIPS
from tests.access_letters import LETTERS
from tests.access_mail import MAIL
from tests.access_office import ACCOUNTS, WATCH
from tests.access_payments import PAYMENTS, RECOVERIES
from tests.access_portal import PORTAL
from tests.access_register import SPACES
from tests.access_words import (
    ACCOUNTANT,
    APPLICANTS,
    CHANGED,
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
    OFFICE,
    OFFICER,
    OK,
    POST_ONLY,
    PROCEDURE_OWNER,
    PUBLIC,
    READERS,
    SIGN_IN_FIRST,
    VERIFIERS,
    WORKERS,
    Answers,
    Page,
    all_get,
    answers,
    call_of,
    case_page,
    entry_of,
    job_step,
    owner_gets,
    task_page,
)
from tests.access_world import ANONYMOUS, OWNER

REGISTER = {
    "coworking_registry:list": PUBLIC,
    "coworking_registry:space": Page(
        all_get(OK), all_get(NO_METHOD), arguments=lambda world: {"slug": world.office.space.slug}
    ),
    "coworking_registry:embedded": PUBLIC,
    "coworking_registry:open_data": PUBLIC,
    "coworking_registry:photo": Page(
        all_get(MISSING), all_get(NO_METHOD), arguments=lambda world: {"pk": 0}
    ),
    "coworking_registry:photos": Page(
        answers({OK: WORKERS}, rest=FORBIDDEN),
        answers({INVALID: WORKERS}, rest=FORBIDDEN),
        arguments=lambda world: {"slug": world.office.space.slug},
    ),
    "coworking_registry:remove_photo": Page(
        answers({NO_METHOD: WORKERS}, rest=FORBIDDEN),
        answers({MISSING: WORKERS}, rest=FORBIDDEN),
        arguments=lambda world: {"slug": world.office.space.slug, "pk": 0},
    ),
    "coworking_registry:open_spaces": Page(
        all_get(OK), all_get(NO_METHOD), arguments=lambda world: {"ending": "json"}
    ),
    "coworking_registry:register": Page(
        answers({OK: OFFICE}, rest=FORBIDDEN), answers({NO_METHOD: OFFICE}, rest=FORBIDDEN)
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
    "grants:memories": case_page("annulment", owner_gets(OK), owner_gets(MOVED)),
    "grants:offer": case_page("offered", owner_gets(OK), owner_gets(OK)),
    "grants:waive": case_page("granted", owner_gets(OK), owner_gets(MOVED)),
    "grants:withdraw": case_page("submitted", owner_gets(OK), owner_gets(MOVED)),
    **AWARDS,
}

CASES = {
    "workflows:case": case_page(
        "examined",
        answers({OK: [OWNER], MOVED: READERS}, rest=MISSING),
        all_get(NO_METHOD, anonymous=LOGIN),
    ),
    # Before the office's term has passed the page says so, and asking changes nothing.
    "workflows:ask_substitute": case_page("examined", owner_gets(OK), owner_gets(CHANGED)),
    "workflows:document": Page(
        answers({OK: READERS | {OWNER}}, rest=MISSING),
        all_get(NO_METHOD, anonymous=LOGIN),
        "examined",
        lambda world: {"pk": world.document("examined", "applicant")},
    ),
    "letters:acts_to_sign": Page(
        answers({OK: [DIRECTOR]}, rest=FORBIDDEN), answers({INVALID: [DIRECTOR]}, rest=FORBIDDEN)
    ),
    "letters:signing_key": Page(
        answers({OK: [DIRECTOR]}, rest=FORBIDDEN), answers({INVALID: [DIRECTOR]}, rest=FORBIDDEN)
    ),
    # Nothing waits for a signature in this office.
    "letters:act_to_sign": Page(
        answers({MISSING: [DIRECTOR]}, rest=FORBIDDEN),
        answers({NO_METHOD: [DIRECTOR]}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": world.letter("granted")},
    ),
    "letters:letter_text": Page(
        answers({OK: READERS | {OWNER}}, rest=MISSING),
        all_get(NO_METHOD, anonymous=LOGIN),
        "granted",
        lambda world: {"pk": world.letter("granted")},
    ),
    "workflows:check_signature": Page(
        answers({NO_METHOD: WORKERS}, rest=FORBIDDEN),
        answers({MOVED: WORKERS}, rest=FORBIDDEN),
        "examined",
        lambda world: {"pk": world.document("examined", "applicant")},
    ),
    "workflows:office_case": case_page(
        "examined", answers({OK: READERS}, rest=FORBIDDEN), all_get(NO_METHOD, anonymous=LOGIN)
    ),
    "workflows:case_history": case_page(
        "examined", answers({OK: READERS}, rest=FORBIDDEN), all_get(NO_METHOD, anonymous=LOGIN)
    ),
    # The procedure owner may do it too, and reads that the case is in the officer's hands.
    "workflows:act": case_page(
        "examined",
        answers({OK: [OFFICER], CHANGED: [PROCEDURE_OWNER]}, rest=FORBIDDEN),
        answers({INVALID: [OFFICER], CHANGED: [PROCEDURE_OWNER]}, rest=FORBIDDEN),
        name="propose_admission",
    ),
    "workflows:presence": case_page(
        "examined",
        answers({NO_METHOD: READERS}, rest=FORBIDDEN),
        answers({OK: READERS}, rest=FORBIDDEN),
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
    "workflows:absences": Page(
        answers({OK: WORKERS}, rest=FORBIDDEN), answers({INVALID: WORKERS}, rest=FORBIDDEN)
    ),
    # The officer's own, and the procedure owner's to change.
    "workflows:absence": Page(
        answers({OK: [OFFICER, PROCEDURE_OWNER], MISSING: [DIRECTOR]}, rest=FORBIDDEN),
        answers({INVALID: [OFFICER, PROCEDURE_OWNER], MISSING: [DIRECTOR]}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": world.absence.pk},
    ),
    "workflows:absence_cancel": Page(
        answers({NO_METHOD: WORKERS}, rest=FORBIDDEN),
        answers({MOVED: [OFFICER, PROCEDURE_OWNER], MISSING: [DIRECTOR]}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": world.absence.pk},
    ),
    "workflows:workload": Page(
        answers({OK: [PROCEDURE_OWNER, DIRECTOR]}, rest=FORBIDDEN),
        answers({NO_METHOD: [PROCEDURE_OWNER, DIRECTOR]}, rest=FORBIDDEN),
    ),
    "workflows:workload_hand_over": Page(
        answers({OK: [PROCEDURE_OWNER]}, rest=FORBIDDEN),
        answers({INVALID: [PROCEDURE_OWNER]}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": world.office.officer.pk},
    ),
    "workflows:labels": Page(
        answers({OK: [PROCEDURE_OWNER]}, rest=FORBIDDEN),
        answers({INVALID: [PROCEDURE_OWNER]}, rest=FORBIDDEN),
    ),
    "workflows:label": Page(
        answers({OK: [PROCEDURE_OWNER]}, rest=FORBIDDEN),
        answers({INVALID: [PROCEDURE_OWNER]}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": world.label.pk},
    ),
    "workflows:label_retire": Page(
        answers({NO_METHOD: [PROCEDURE_OWNER]}, rest=FORBIDDEN),
        answers({MOVED: [PROCEDURE_OWNER]}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": world.label.pk},
    ),
    "workflows:case_labels": case_page(
        "examined",
        all_get(NO_METHOD, anonymous=LOGIN),
        answers({MISSING: WORKERS}, rest=FORBIDDEN),
    ),
    "workflows:views": Page(
        answers({OK: READERS}, rest=FORBIDDEN), answers({INVALID: READERS}, rest=FORBIDDEN)
    ),
    # A view of the officer's own, which nobody else sees.
    "workflows:view": Page(
        answers({OK: [OFFICER], MISSING: READERS - {OFFICER}}, rest=FORBIDDEN),
        answers({INVALID: [OFFICER], MISSING: READERS - {OFFICER}}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": world.view.pk},
    ),
    "workflows:view_delete": Page(
        answers({NO_METHOD: READERS}, rest=FORBIDDEN),
        answers({MOVED: [OFFICER], MISSING: READERS - {OFFICER}}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": world.view.pk},
    ),
    "workflows:bulk": Page(
        answers({OK: WORKERS}, rest=FORBIDDEN), answers({NO_METHOD: WORKERS}, rest=FORBIDDEN)
    ),
    "workflows:substitutes": FOR_READERS,
    "workflows:substitute_report": Page(
        FOR_READERS.get, FOR_READERS.post, arguments=lambda world: {"year": 2026}
    ),
    "workflows:bulk_confirm": Page(
        answers({MOVED: WORKERS}, rest=FORBIDDEN), answers({MOVED: WORKERS}, rest=FORBIDDEN)
    ),
    # Who has nothing in hand is led back to the list.
    "workflows:bulk_choose": Page(
        answers({OK: [OFFICER], MOVED: [PROCEDURE_OWNER, DIRECTOR]}, rest=FORBIDDEN),
        answers({MOVED: WORKERS}, rest=FORBIDDEN),
    ),
    # The job is the accountant's, and no dry run: nobody's to start or take back.
    "workflows:bulk_start": job_step(),
    "workflows:bulk_undo": job_step(),
    "workflows:job_file": Page(
        answers({OK: [ACCOUNTANT], FORBIDDEN: APPLICANTS | {EVALUATOR}}, rest=MISSING),
        answers({NO_METHOD: [ACCOUNTANT], FORBIDDEN: APPLICANTS | {EVALUATOR}}, rest=NO_METHOD),
        arguments=lambda world: {"pk": world.job.pk},
    ),
    "workflows:verify": Page(
        answers({OK: VERIFIERS}, rest=FORBIDDEN), answers({MOVED: VERIFIERS}, rest=FORBIDDEN)
    ),
    "workflows:jobs": Page(
        answers({OK: OFFICE}, rest=FORBIDDEN), answers({NO_METHOD: OFFICE}, rest=FORBIDDEN)
    ),
    # A job is its starter's own: here the accountant's.
    "workflows:job": Page(
        answers({OK: [ACCOUNTANT], FORBIDDEN: APPLICANTS | {EVALUATOR}}, rest=MISSING),
        answers({MOVED: [ACCOUNTANT], FORBIDDEN: APPLICANTS | {EVALUATOR}}, rest=MISSING),
        arguments=lambda world: {"pk": world.job.pk},
    ),
    "workflows:protocol": FOR_READERS,
    "workflows:protocol_entry": Page(
        FOR_READERS.get, FOR_READERS.post, arguments=entry_of("examined")
    ),
    "workflows:protocol_new": Page(
        answers({OK: WORKERS}, rest=FORBIDDEN), answers({INVALID: WORKERS}, rest=FORBIDDEN)
    ),
    "workflows:protocol_annul": Page(
        answers({OK: [PROCEDURE_OWNER, DIRECTOR]}, rest=FORBIDDEN),
        answers({INVALID: [PROCEDURE_OWNER, DIRECTOR]}, rest=FORBIDDEN),
        arguments=entry_of("examined"),
    ),
    "workflows:daily_registers": FOR_READERS,
    "workflows:daily_register": Page(
        FOR_READERS.get, FOR_READERS.post, arguments=lambda world: {"pk": world.register.pk}
    ),
    "workflows:daily_register_file": Page(
        FOR_READERS.get, FOR_READERS.post, arguments=lambda world: {"pk": world.register.pk}
    ),
}

EXPECTED: dict[str, Page] = (
    DELEGATIONS
    | PORTAL
    | REGISTER
    | SPACES
    | APPLICATION
    | CASES
    | MAIL
    | QUEUE
    | ACCOUNTS
    | PAYMENTS
    | RECOVERIES
    | WATCH
    | CALLS
    | LETTERS
    | EVALUATION
    | INTERNSHIPS
)


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

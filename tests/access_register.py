"""Who may open the pages of an application for the register: the manager's form, answers, renewal."""

from tests.access_words import (
    APPLICANTS,
    FORBIDDEN,
    GONE,
    INVALID,
    MISSING,
    MOVED,
    NO_METHOD,
    OFFICER,
    OK,
    POST_ONLY,
    PROCEDURE_OWNER,
    READERS,
    SIGN_IN_FIRST,
    Page,
    all_get,
    answers,
    case_page,
    owner_gets,
)
from tests.access_world import ANONYMOUS, OWNER

SPACES = {
    "coworking_registry:application_start": Page(
        answers({OK: APPLICANTS}, rest=FORBIDDEN),
        answers({MOVED: APPLICANTS}, rest=FORBIDDEN),
        arguments=lambda world: {"code": "ELENCO"},
    ),
    "coworking_registry:application_page": case_page(
        "space_draft", owner_gets(OK), owner_gets(MOVED), slug="chi"
    ),
    "coworking_registry:application_autosave": case_page(
        "space_draft", POST_ONLY, owner_gets(GONE) | {ANONYMOUS: SIGN_IN_FIRST}
    ),
    "coworking_registry:application_upload": case_page(
        "space_draft", POST_ONLY, owner_gets(OK), requirement="space_plan"
    ),
    "coworking_registry:application_remove_document": Page(
        POST_ONLY,
        owner_gets(MOVED),
        "space_draft",
        lambda world: {
            "pk": world.case("space_draft"),
            "document": world.document("space_draft", "applicant"),
        },
    ),
    "coworking_registry:application_review": case_page("space_draft", owner_gets(OK), POST_ONLY),
    "coworking_registry:application_submit": case_page(
        "space_draft", POST_ONLY, owner_gets(INVALID)
    ),
    "coworking_registry:application_sent": case_page("space_submitted", owner_gets(OK), POST_ONLY),
    "coworking_registry:application_integration": case_page(
        "space_asked", owner_gets(OK), owner_gets(MOVED)
    ),
    "coworking_registry:application_observations": case_page(
        "space_noticed", owner_gets(OK), owner_gets(MOVED)
    ),
    "coworking_registry:application_withdraw": case_page(
        "space_submitted", owner_gets(OK), owner_gets(MOVED)
    ),
    "coworking_registry:application_renewal": case_page(
        "space_listed", owner_gets(OK), owner_gets(INVALID)
    ),
    "coworking_registry:application_memories": case_page(
        "space_heard", owner_gets(OK), owner_gets(MOVED)
    ),
    "coworking_registry:interest": Page(
        answers({OK: APPLICANTS}, rest=FORBIDDEN), answers({INVALID: APPLICANTS}, rest=FORBIDDEN)
    ),
    "coworking_registry:interests": Page(
        answers({OK: {OFFICER, PROCEDURE_OWNER}}, rest=FORBIDDEN),
        answers({NO_METHOD: {OFFICER, PROCEDURE_OWNER}}, rest=FORBIDDEN),
    ),
    "coworking_registry:move_interest": Page(
        answers({NO_METHOD: {OFFICER, PROCEDURE_OWNER}}, rest=FORBIDDEN),
        answers({MISSING: {OFFICER, PROCEDURE_OWNER}}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": 0},
    ),
    "coworking_registry:application_change": case_page(
        "space_listed", owner_gets(OK), owner_gets(INVALID)
    ),
    "coworking_registry:visit": Page(
        answers({OK: {OFFICER, PROCEDURE_OWNER}}, rest=FORBIDDEN),
        answers({INVALID: {OFFICER, PROCEDURE_OWNER}}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": world.cases["space_planned"].inspections.get().pk},
    ),
    "coworking_registry:visit_calendar": case_page(
        "space_planned",
        answers({OK: {*READERS, OWNER}}, rest=MISSING),
        all_get(NO_METHOD),
    ),
}

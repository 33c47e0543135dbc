"""Who may open the pages of internships: the public list, the host's form and answers."""

from typing import Any

from tests.access_words import (
    APPLICANTS,
    DIRECTOR,
    FORBIDDEN,
    GONE,
    INVALID,
    LOGIN,
    MISSING,
    MOVED,
    NO_METHOD,
    OFFICER,
    OK,
    POST_ONLY,
    PROCEDURE_OWNER,
    PUBLIC,
    SIGN_IN_FIRST,
    WORKERS,
    Page,
    all_get,
    answers,
    case_page,
    owner_gets,
)
from tests.access_world import ANONYMOUS, OWNER, World

# Whoever follows an internship in the office, and the intern.
FOLLOWERS = {OFFICER, PROCEDURE_OWNER}
FOR_FOLLOWERS = Page(
    answers({OK: FOLLOWERS}, rest=FORBIDDEN), answers({NO_METHOD: FOLLOWERS}, rest=FORBIDDEN)
)


def _candidate_of_offer(world: World) -> dict[str, Any]:
    """Name the offer of the world and a candidate admitted for it."""
    return {
        "pk": world.case("offer_published"),
        "candidacy": world.case("candidacy_invited"),
    }


def brought() -> Page:
    """Describe a page on which something is brought before the first day."""
    people = {OWNER, *FOLLOWERS}
    return case_page(
        "internship",
        answers({OK: people}, rest=MISSING),
        answers({INVALID: people}, rest=MISSING),
    )


def not_of_the_intern(case: str = "internship", **arguments: Any) -> Page:
    """Describe a page of the office, or of the parties other than the intern."""
    return case_page(
        case,
        answers({FORBIDDEN: [OWNER], OK: FOLLOWERS}, rest=MISSING),
        answers({FORBIDDEN: [OWNER], INVALID: FOLLOWERS}, rest=MISSING),
        **arguments,
    )


def written_by_intern() -> Page:
    """Describe a page of the register that the intern alone writes on."""
    return case_page(
        "internship_running",
        answers({OK: [OWNER], FORBIDDEN: FOLLOWERS}, rest=MISSING),
        answers({INVALID: [OWNER], FORBIDDEN: FOLLOWERS}, rest=MISSING),
        number=1,
    )


INTERNSHIPS = {
    "internships:offers": PUBLIC,
    "internships:offer": Page(
        all_get(OK),
        all_get(NO_METHOD),
        arguments=lambda world: {"number": world.cases["offer_published"].number},
    ),
    "internships:offer_start": Page(
        answers({OK: APPLICANTS}, rest=FORBIDDEN),
        answers({MOVED: APPLICANTS}, rest=FORBIDDEN),
        arguments=lambda world: {"code": "TIR-COW"},
    ),
    "internships:candidacy_start": Page(
        answers({OK: APPLICANTS}, rest=FORBIDDEN),
        answers({MOVED: APPLICANTS}, rest=FORBIDDEN),
        arguments=lambda world: {"code": "TIR-COW"},
    ),
    "internships:candidacy_page": case_page(
        "candidacy_draft", owner_gets(OK), owner_gets(MOVED), slug="offerte"
    ),
    "internships:candidacy_autosave": case_page(
        "candidacy_draft", POST_ONLY, owner_gets(GONE) | {ANONYMOUS: SIGN_IN_FIRST}
    ),
    "internships:candidacy_upload": case_page(
        "candidacy_draft", POST_ONLY, owner_gets(OK), requirement="candidate_cv"
    ),
    "internships:candidacy_remove_document": Page(
        POST_ONLY,
        owner_gets(MOVED),
        "candidacy_draft",
        lambda world: {
            "pk": world.case("candidacy_draft"),
            "document": world.document("candidacy_draft", "applicant"),
        },
    ),
    "internships:candidacy_review": case_page("candidacy_draft", owner_gets(OK), POST_ONLY),
    "internships:candidacy_submit": case_page("candidacy_draft", POST_ONLY, owner_gets(INVALID)),
    "internships:candidacy_sent": case_page("candidacy_submitted", owner_gets(OK), POST_ONLY),
    "internships:candidacy_integration": case_page(
        "candidacy_asked", owner_gets(OK), owner_gets(MOVED)
    ),
    "internships:candidacy_observations": case_page(
        "candidacy_noticed", owner_gets(OK), owner_gets(MOVED)
    ),
    "internships:candidacy_withdraw": case_page(
        "candidacy_submitted", owner_gets(OK), owner_gets(MOVED)
    ),
    "internships:candidacy_interview": case_page(
        "candidacy_invited", owner_gets(OK), owner_gets(MISSING)
    ),
    "internships:candidacy_calendar": case_page("candidacy_invited", owner_gets(OK), POST_ONLY),
    "internships:candidacy_proposal": case_page(
        "candidacy_invited", owner_gets(MOVED), owner_gets(MOVED)
    ),
    "internships:selections": Page(answers({OK: WORKERS}, rest=FORBIDDEN), POST_ONLY),
    "internships:bans": Page(
        answers({OK: WORKERS}, rest=FORBIDDEN), answers({INVALID: {DIRECTOR}}, rest=FORBIDDEN)
    ),
    "internships:agreements": Page(answers({OK: WORKERS}, rest=FORBIDDEN), POST_ONLY),
    "internships:agreement": Page(
        answers({MISSING: WORKERS}, rest=FORBIDDEN),
        answers({MISSING: WORKERS}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": 0},
    ),
    "internships:raises": Page(answers({OK: WORKERS}, rest=FORBIDDEN), POST_ONLY),
    "internships:unit": Page(
        answers({MISSING: WORKERS}, rest=FORBIDDEN),
        answers({MISSING: WORKERS}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": 0},
    ),
    "internships:unit_drop": Page(
        POST_ONLY,
        answers({MISSING: WORKERS}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": 0, "number": 1},
    ),
    "internships:sample": Page(answers({OK: WORKERS}, rest=FORBIDDEN), POST_ONLY),
    "internships:interviews": Page(
        answers({OK: WORKERS}, rest=FORBIDDEN),
        answers({INVALID: WORKERS}, rest=FORBIDDEN),
        arguments=lambda world: {"code": "TIR-COW"},
    ),
    "internships:remove_slot": Page(
        POST_ONLY,
        answers({MOVED: WORKERS}, rest=FORBIDDEN),
        arguments=lambda world: {
            "code": "TIR-COW",
            "slot": world.cases["candidacy_invited"].interviews.get().slot_id,
        },
    ),
    "internships:pairings": Page(
        answers({OK: WORKERS}, rest=FORBIDDEN),
        POST_ONLY,
        arguments=lambda world: {"code": "TIR-COW"},
    ),
    "internships:make_pairing": Page(
        POST_ONLY,
        answers({MOVED: WORKERS}, rest=FORBIDDEN),
        arguments=lambda world: {"code": "TIR-COW"},
    ),
    "internships:pairing": Page(
        answers({MISSING: WORKERS}, rest=FORBIDDEN),
        answers({MISSING: WORKERS}, rest=FORBIDDEN),
        arguments=lambda world: {"code": "TIR-COW", "number": 1},
    ),
    "internships:offer_candidates": case_page("offer_published", owner_gets(OK), POST_ONLY),
    "internships:offer_name_list": case_page(
        "offer_published", owner_gets(MOVED), owner_gets(MOVED)
    ),
    "internships:offer_candidate": Page(
        owner_gets(OK), owner_gets(MISSING), "offer_published", _candidate_of_offer
    ),
    "internships:offer_candidate_cv": Page(
        owner_gets(OK), POST_ONLY, "offer_published", _candidate_of_offer
    ),
    "internships:offer_page": case_page(
        "offer_draft", owner_gets(OK), owner_gets(MOVED), slug="chi"
    ),
    "internships:offer_autosave": case_page(
        "offer_draft", POST_ONLY, owner_gets(GONE) | {ANONYMOUS: SIGN_IN_FIRST}
    ),
    "internships:offer_upload": case_page(
        "offer_draft", POST_ONLY, owner_gets(OK), requirement="host_identity"
    ),
    "internships:offer_remove_document": Page(
        POST_ONLY,
        owner_gets(MOVED),
        "offer_draft",
        lambda world: {
            "pk": world.case("offer_draft"),
            "document": world.document("offer_draft", "applicant"),
        },
    ),
    "internships:offer_review": case_page("offer_draft", owner_gets(OK), POST_ONLY),
    "internships:offer_submit": case_page("offer_draft", POST_ONLY, owner_gets(INVALID)),
    "internships:offer_sent": case_page("offer_submitted", owner_gets(OK), POST_ONLY),
    "internships:offer_integration": case_page("offer_asked", owner_gets(OK), owner_gets(MOVED)),
    "internships:offer_observations": case_page("offer_noticed", owner_gets(OK), owner_gets(MOVED)),
    "internships:offer_withdraw": case_page("offer_submitted", owner_gets(OK), owner_gets(MOVED)),
    "internships:internship_open": case_page(
        "offer_published",
        answers({OK: FOLLOWERS}, rest=FORBIDDEN),
        answers({INVALID: FOLLOWERS}, rest=FORBIDDEN),
    ),
    "internships:internships": Page(
        all_get(OK, anonymous=LOGIN), all_get(NO_METHOD, anonymous=NO_METHOD)
    ),
    "internships:internship": case_page(
        "internship", answers({OK: [OWNER], MOVED: FOLLOWERS}, rest=MISSING), POST_ONLY
    ),
    "internships:internship_sign": Page(
        answers({OK: FOLLOWERS, FORBIDDEN: [OWNER]}, rest=MISSING),
        answers({INVALID: FOLLOWERS, FORBIDDEN: [OWNER]}, rest=MISSING),
        "internship",
        lambda world: {
            "pk": world.case("internship"),
            "deed": world.deed.pk,
            "actor": "promoter",
        },
    ),
    "internships:internship_cover": brought(),
    "internships:internship_safety": brought(),
    "internships:internship_guardian": brought(),
    "internships:internship_stamp": brought(),
    "internships:internship_copies": brought(),
    "internships:internship_communication": brought(),
    "internships:internship_begin": case_page(
        "internship", POST_ONLY, answers({MOVED: {OWNER, *FOLLOWERS}}, rest=MISSING)
    ),
    "internships:internship_document": Page(
        answers({OK: {OWNER, *FOLLOWERS}}, rest=MISSING),
        POST_ONLY,
        "internship",
        lambda world: {
            "pk": world.case("internship"),
            "document": world.deed.signatures.get().document.pk,
        },
    ),
    "internships:internship_extension": brought(),
    "internships:internship_dossier": case_page(
        "internship",
        answers({OK: {OWNER, *FOLLOWERS}}, rest=MISSING),
        answers({FORBIDDEN: [OWNER], INVALID: FOLLOWERS}, rest=MISSING),
    ),
    "internships:internship_report": case_page(
        "internship",
        answers({OK: [OWNER], FORBIDDEN: FOLLOWERS}, rest=MISSING),
        answers({INVALID: [OWNER], FORBIDDEN: FOLLOWERS}, rest=MISSING),
    ),
    "internships:internship_outcome": case_page(
        "internship",
        answers({OK: {OWNER, *FOLLOWERS}}, rest=MISSING),
        answers({INVALID: {OWNER, *FOLLOWERS}}, rest=MISSING),
        when="end",
    ),
    "internships:internship_refund": case_page(
        "internship",
        answers({OK: {OWNER, *FOLLOWERS}}, rest=MISSING),
        answers({FORBIDDEN: [OWNER], INVALID: FOLLOWERS}, rest=MISSING),
    ),
    # There is nothing to communicate yet: nobody finds the page.
    "internships:internship_told": case_page(
        "internship", answers({}, rest=MISSING), answers({}, rest=MISSING), code="fine"
    ),
    "internships:internship_extension_refusal": brought(),
    "internships:internship_variation": brought(),
    "internships:internship_waiver": brought(),
    "internships:internship_interruption": brought(),
    "internships:internship_interim": case_page(
        "internship_running",
        answers({OK: {OWNER, *FOLLOWERS}}, rest=MISSING),
        answers({FORBIDDEN: [OWNER], INVALID: FOLLOWERS}, rest=MISSING),
        number=1,
    ),
    "internships:internship_accident_new": brought(),
    "internships:internship_trip": not_of_the_intern(),
    # Nothing has happened, nothing was seen: nobody finds these.
    "internships:internship_accident": case_page(
        "internship", answers({}, rest=MISSING), answers({}, rest=MISSING), accident=1
    ),
    "internships:internship_sign_seen": not_of_the_intern(),
    "internships:internship_sign_clear": case_page(
        "internship",
        answers({FORBIDDEN: [OWNER]}, rest=MISSING),
        answers({FORBIDDEN: [OWNER]}, rest=MISSING),
        sign=1,
    ),
    "internships:internship_band": not_of_the_intern(),
    "internships:signs": FOR_FOLLOWERS,
    "internships:figures": FOR_FOLLOWERS,
    "internships:exposure": FOR_FOLLOWERS,
    "internships:months": FOR_FOLLOWERS,
    "internships:month": case_page(
        "internship_running",
        answers({OK: {OWNER, *FOLLOWERS}}, rest=MISSING),
        POST_ONLY,
        number=1,
    ),
    "internships:month_act": case_page(
        "internship_running",
        POST_ONLY,
        answers({INVALID: [OWNER], FORBIDDEN: FOLLOWERS}, rest=MISSING),
        number=1,
        act="hand_in",
    ),
    "internships:month_absence": written_by_intern(),
    "internships:month_payment": case_page(
        "internship_running",
        answers({FORBIDDEN: [OWNER]}, rest=MISSING),
        answers({FORBIDDEN: [OWNER]}, rest=MISSING),
        number=1,
    ),
    "internships:day": Page(
        answers({OK: [OWNER], FORBIDDEN: FOLLOWERS}, rest=MISSING),
        answers({INVALID: [OWNER], FORBIDDEN: FOLLOWERS}, rest=MISSING),
        "internship_running",
        lambda world: {
            "pk": world.case("internship_running"),
            "number": 1,
            "day": world.cases["internship_running"].start.isoformat(),
        },
    ),
}

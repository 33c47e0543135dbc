"""Who may open the public pages and the applicant's home."""

from tests.access_words import (
    ABOUT_CALL,
    APPLICANTS,
    FOR_READERS,
    FORBIDDEN,
    INVALID,
    LOGIN,
    MISSING,
    MOVED,
    NO_METHOD,
    OK,
    PUBLIC,
    Page,
    all_get,
    answers,
    call_of,
)

PORTAL = {
    "portal:home": PUBLIC,
    "portal:calls": PUBLIC,
    "portal:call": ABOUT_CALL,
    "portal:can_i_apply": ABOUT_CALL,
    "portal:questions": Page(
        all_get(OK), answers({INVALID: APPLICANTS}, rest=FORBIDDEN), arguments=call_of
    ),
    "portal:question": Page(
        all_get(MISSING),
        all_get(NO_METHOD),
        arguments=lambda world: call_of(world) | {"number": 1},
    ),
    "portal:verify": PUBLIC,
    "portal:verify_letter": Page(
        all_get(MISSING), all_get(MISSING), arguments=lambda world: {"code": "ABCD-EFGH-JKLM"}
    ),
    "portal:statistics": PUBLIC,
    "portal:statistics_file": Page(
        all_get(OK), all_get(NO_METHOD), arguments=lambda world: {"code": "eta", "ending": "csv"}
    ),
    # No beneficiary of that world passes the threshold of the year.
    "portal:transparency": PUBLIC,
    "portal:transparency_year": Page(
        all_get(MISSING), all_get(NO_METHOD), arguments=lambda world: {"year": 2020}
    ),
    "portal:transparency_file": Page(
        all_get(MISSING),
        all_get(NO_METHOD),
        arguments=lambda world: {"year": 2020, "ending": "csv"},
    ),
    "portal:projects": PUBLIC,
    "portal:help": PUBLIC,
    "portal:help_topic": Page(
        all_get(OK), all_get(NO_METHOD), arguments=lambda world: {"slug": "fare-domanda"}
    ),
    "portal:board": FOR_READERS,
    "portal:board_file": Page(
        FOR_READERS.get,
        FOR_READERS.post,
        arguments=lambda world: {"code": "imbuto", "ending": "csv"},
    ),
    "portal:privacy": PUBLIC,
    "portal:accessibility": PUBLIC,
    "portal:legal": PUBLIC,
    "portal:desk": Page(all_get(OK, anonymous=LOGIN), all_get(NO_METHOD, anonymous=LOGIN)),
    "portal:after_login": Page(
        all_get(MOVED, anonymous=LOGIN), all_get(NO_METHOD, anonymous=LOGIN)
    ),
}

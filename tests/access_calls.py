"""Who may open the pages on which calls are set up: all of the office looks, two roles write."""

from calls.models import Call, Enquiry, Question
from tests.access_words import (
    ADMINISTRATOR,
    CHANGED,
    FORBIDDEN,
    GONE,
    INVALID,
    MISSING,
    MOVED,
    NO_METHOD,
    OFFICE,
    OK,
    POST_ONLY,
    PROCEDURE_OWNER,
    WORKERS,
    Page,
    all_get,
    answers,
    case_page,
    owner_gets,
)

DESIGNERS = {PROCEDURE_OWNER, ADMINISTRATOR}
LOOKED_AT = answers({OK: OFFICE}, rest=FORBIDDEN)
NEVER_SENT = all_get(NO_METHOD)


def _written(answer: int | str) -> dict[str, int | str]:
    return answers({answer: DESIGNERS}, rest=FORBIDDEN)


def _blank(**rest):
    """Name a call that is being set up."""
    return lambda world: {"code": "COW-GRAD"} | rest


def _open(world):
    """Name a call that is public, with no version being set up."""
    return {"code": world.office.call.code}


def _criterion(_world):
    version = Call.objects.get(code="COW-GRAD").version
    pk = version.criteria.order_by("position").first().pk
    return {"code": "COW-GRAD", "slug": "criteri", "name": "criteria", "pk": pk}


def _question(_world):
    version = Call.objects.get(code="COW-GRAD").version
    found, _new = Question.objects.get_or_create(
        version=version, code="settore", position=1, kind="text", title_it="Settore"
    )
    return {"code": "COW-GRAD", "pk": found.pk}


def _enquiry(world):
    """Name a question on the open call that waits for its answer."""
    asker = world.outsider
    found, _new = Enquiry.objects.get_or_create(
        call=world.office.call, asked_by=asker, text="Il corso di inglese è una spesa ammissibile?"
    )
    return {"pk": found.pk}


CALLS = {
    "calls:list": Page(LOOKED_AT, NEVER_SENT),
    "calls:new": Page(_written(OK), _written(INVALID)),
    "calls:import": Page(_written(OK), _written(INVALID)),
    "calls:setup": Page(LOOKED_AT, NEVER_SENT, arguments=_blank()),
    "calls:parameters": Page(LOOKED_AT, NEVER_SENT),
    "calls:enquiries": Page(
        answers({OK: WORKERS}, rest=FORBIDDEN), answers({NO_METHOD: WORKERS}, rest=FORBIDDEN)
    ),
    "calls:enquiry": Page(
        answers({OK: WORKERS}, rest=FORBIDDEN),
        answers({INVALID: WORKERS}, rest=FORBIDDEN),
        arguments=_enquiry,
    ),
    "calls:clone": Page(_written(OK), _written(INVALID), arguments=_blank()),
    "calls:export": Page(LOOKED_AT, NEVER_SENT, arguments=_blank()),
    # Without what was seen of the call, publishing is refused as from an old page.
    "calls:act": Page(
        answers({OK: [PROCEDURE_OWNER]}, rest=FORBIDDEN),
        answers({CHANGED: [PROCEDURE_OWNER]}, rest=FORBIDDEN),
        arguments=_blank(name="publish"),
    ),
    "calls:begin_version": Page(_written(OK), _written(INVALID), arguments=_open),
    "calls:publish_version": Page(
        answers({MISSING: [PROCEDURE_OWNER]}, rest=FORBIDDEN),
        answers({MISSING: [PROCEDURE_OWNER]}, rest=FORBIDDEN),
        arguments=_open,
    ),
    "calls:discard_version": Page(POST_ONLY, _written(MISSING), arguments=_open),
    "calls:block": Page(LOOKED_AT, _written(CHANGED), arguments=_blank(letter="a")),
    "calls:new_question": Page(_written(OK), _written(INVALID), arguments=_blank()),
    "calls:try_questions": Page(POST_ONLY, LOOKED_AT, arguments=_blank()),
    "calls:question": Page(LOOKED_AT, _written(INVALID), arguments=_question),
    "calls:preview_question": Page(POST_ONLY, LOOKED_AT, arguments=_question),
    "calls:subject": Page(LOOKED_AT, _written(CHANGED), arguments=_blank(slug="criteri")),
    "calls:add_usual": Page(POST_ONLY, _written(MOVED), arguments=_blank(slug="documenti")),
    "calls:new_row": Page(
        LOOKED_AT, _written(INVALID), arguments=_blank(slug="criteri", name="criteria")
    ),
    "calls:row": Page(LOOKED_AT, _written(INVALID), arguments=_criterion),
    "calls:move_row": Page(POST_ONLY, _written(MOVED), arguments=_criterion),
    "calls:remove_row": Page(POST_ONLY, _written(MOVED), arguments=_criterion),
    # A draft goes on to a later version of its call.
    "grants:move_on": case_page("draft", POST_ONLY, owner_gets(MOVED)),
    # The form of a call, tried by the office.
    "grants:try_start": Page(
        answers({MOVED: OFFICE}, rest=FORBIDDEN),
        answers({MOVED: OFFICE}, rest=FORBIDDEN),
        arguments=_blank(),
    ),
    "grants:try_page": Page(
        LOOKED_AT, answers({MOVED: OFFICE}, rest=FORBIDDEN), arguments=_blank(slug="chi")
    ),
    "grants:try_autosave": Page(
        POST_ONLY, answers({GONE: OFFICE}, rest=FORBIDDEN), arguments=_blank()
    ),
    "grants:try_upload": Page(POST_ONLY, LOOKED_AT, arguments=_blank(requirement="quote")),
    "grants:try_remove_document": Page(
        POST_ONLY, answers({MOVED: OFFICE}, rest=FORBIDDEN), arguments=_blank(document=0)
    ),
    "letters:call_text": Page(LOOKED_AT, NEVER_SENT, arguments=_blank()),
    "letters:call_text_file": Page(LOOKED_AT, NEVER_SENT, arguments=_blank()),
    "letters:public_call_text": Page(all_get(OK), NEVER_SENT, arguments=_open),
    "grants:trial": Page(LOOKED_AT, NEVER_SENT, arguments=_blank()),
    "grants:try_review": Page(LOOKED_AT, NEVER_SENT, arguments=_blank()),
    "grants:try_submit": Page(
        POST_ONLY, answers({INVALID: OFFICE}, rest=FORBIDDEN), arguments=_blank()
    ),
}

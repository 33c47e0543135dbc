"""Who may open the pages of the letters' words: everybody of the office reads, one role writes."""

from tests.access_words import (
    DIRECTOR,
    FOR_READERS,
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
    SIGN_IN_FIRST,
    WORKERS,
    Answers,
    Page,
    World,
    answers,
)
from tests.access_world import ANONYMOUS

WRITERS = {PROCEDURE_OWNER}
APPROVERS = {PROCEDURE_OWNER, DIRECTOR}
FOR_OFFICE = answers({OK: OFFICE}, rest=FORBIDDEN), answers({NO_METHOD: OFFICE}, rest=FORBIDDEN)


def writers(answer: int | str) -> Answers:
    """Say what whoever may write is answered; others may not open the page."""
    return answers({answer: WRITERS}, rest=FORBIDDEN)


def text_pages(shelf: str) -> dict[str, Page]:
    """Describe the pages that templates and clauses both have."""

    def one(world: World) -> dict[str, int]:
        return {"pk": world.text(shelf)}

    kept = answers({GONE: WRITERS}, rest=FORBIDDEN) | {ANONYMOUS: SIGN_IN_FIRST}
    restored = answers({INVALID: WRITERS}, rest=FORBIDDEN)
    return {
        f"letters:{shelf}_page": Page(*FOR_OFFICE, arguments=one),
        f"letters:{shelf}_edit": Page(writers(OK), writers(OK), arguments=one),
        f"letters:{shelf}_keep": Page(POST_ONLY, kept, arguments=one),
        f"letters:{shelf}_throw_away": Page(writers(NO_METHOD), writers(MOVED), arguments=one),
        f"letters:{shelf}_preview": Page(writers(NO_METHOD), writers(OK), arguments=one),
        f"letters:{shelf}_pdf": Page(*FOR_OFFICE, arguments=one),
        f"letters:{shelf}_version": Page(
            FOR_OFFICE[0], restored, arguments=lambda world: one(world) | {"number": 1}
        ),
    }


def style_page(get: int | str, post: int | str) -> Page:
    """Describe a page of the style of the agency's letters, which has no logo."""
    return Page(writers(get), writers(post), arguments=lambda world: {"pk": world.office.agency.pk})


def waiting(world: World) -> dict[str, int]:
    """Return the key of the letter that waits for approval."""
    return {"pk": world.waiting_letter.pk}


LETTERS: dict[str, Page] = {
    "letters:outbox": FOR_READERS,
    "letters:letter": Page(FOR_READERS.get, FOR_READERS.post, arguments=waiting),
    "letters:edit": Page(
        answers({OK: WORKERS}, rest=FORBIDDEN),
        answers({OK: WORKERS}, rest=FORBIDDEN),
        arguments=waiting,
    ),
    "letters:act": Page(
        answers({OK: APPROVERS}, rest=FORBIDDEN),
        answers({MOVED: APPROVERS}, rest=FORBIDDEN),
        arguments=lambda world: waiting(world) | {"word": "approva"},
    ),
    "letters:templates": Page(*FOR_OFFICE),
    "letters:clauses": Page(*FOR_OFFICE),
    **text_pages("template"),
    **text_pages("clause"),
    "letters:template_release": Page(
        writers(NO_METHOD),
        writers(INVALID),
        arguments=lambda world: {"pk": world.text("template")},
    ),
    "letters:clause_new": Page(writers(OK), writers(INVALID)),
    "letters:styles": Page(writers(OK), writers(NO_METHOD)),
    "letters:style": style_page(OK, INVALID),
    "letters:style_logo": style_page(MISSING, NO_METHOD),
    "letters:style_specimen": style_page(OK, NO_METHOD),
}

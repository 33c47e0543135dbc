"""Who may open what of the letters that have come, and of those that have not arrived."""

from tests.access_words import (
    ADMINISTRATOR,
    FORBIDDEN,
    INVALID,
    LOGIN,
    NO_METHOD,
    OFFICE,
    OK,
    WORKERS,
    Page,
    all_get,
    answers,
    owner_gets,
)

MAIL = {
    # The receipt of the office's first letter lies in the personal area of whoever filed.
    "letters:inbox": Page(all_get(OK, anonymous=LOGIN), all_get(NO_METHOD, anonymous=LOGIN)),
    **{
        name: Page(
            owner_gets(OK),
            all_get(NO_METHOD, anonymous=LOGIN),
            "arrived",
            lambda world: {"pk": world.letter("arrived")},
        )
        for name in ("letters:inbox_letter", "letters:inbox_file")
    },
    "letters:failures": Page(
        answers({OK: OFFICE}, rest=FORBIDDEN), answers({NO_METHOD: OFFICE}, rest=FORBIDDEN)
    ),
    # An empty form says nothing of what is to be done.
    "letters:failure": Page(
        answers({OK: OFFICE}, rest=FORBIDDEN),
        answers({INVALID: WORKERS | {ADMINISTRATOR}}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": world.failure.pk},
    ),
    "letters:message": Page(
        answers({OK: OFFICE}, rest=FORBIDDEN),
        answers({INVALID: WORKERS}, rest=FORBIDDEN),
        arguments=lambda world: {"pk": world.message.pk},
    ),
}

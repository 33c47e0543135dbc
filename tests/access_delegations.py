"""Who may open the pages of delegations, and of the emails one wants."""

from tests.access_words import INVALID, LOGIN, NO_METHOD, OK, Page, all_get, owner_gets

DELEGATIONS = {
    # Each sees their own; with nothing written in it the page says what is missing.
    "workflows:delegations": Page(
        all_get(OK, anonymous=LOGIN), all_get(NO_METHOD, anonymous=LOGIN)
    ),
    "workflows:new_delegation": Page(
        all_get(OK, anonymous=LOGIN), all_get(INVALID, anonymous=LOGIN)
    ),
    "workflows:delegation": Page(
        owner_gets(OK),
        owner_gets(INVALID),
        "draft",
        lambda world: {"pk": world.delegation.pk},
    ),
    # Of a draft the office knows nothing.
    "workflows:delegation_paper": Page(
        owner_gets(OK),
        all_get(NO_METHOD, anonymous=LOGIN),
        "draft",
        lambda world: {"pk": world.delegation.pk},
    ),
    "workflows:mail_choices": Page(all_get(OK, anonymous=LOGIN), all_get(INVALID, anonymous=LOGIN)),
}

"""Drawing what is to be signed, of the office's text."""

from django.utils.translation import gettext as _

from internships.letters import placements as letters
from internships.models import Deed
from parties.models import User
from workflows.engine import Refusal, TransitionRefused


def draw(deed: Deed, *, by: User | None) -> Deed:
    """Draw the paper of a deed, and keep it as what everybody signs.

    Raises `TransitionRefused` where it cannot be drawn: nothing is sent to be signed without it.
    """
    document = letters.draw_paper(deed, by=by)
    if document is None:
        raise TransitionRefused(
            Refusal.RULE,
            _("The paper could not be drawn: look at its text and at the seal of the office."),
        )
    deed.document = document
    deed.save(update_fields=["document"])
    return deed

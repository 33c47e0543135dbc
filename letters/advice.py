"""What an office can do about a letter that has not arrived, and about a message that waits (DIG-03)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from letters.models import Delivery, Receipt

Failure, Problem = Delivery.Failure, Receipt.Problem

# Keyed by `Delivery.Failure`.
OF_FAILURES: dict[str, Any] = {
    Failure.SERVER: _(
        "The mail server refuses it or was silent for a day. Ask whoever looks after the server or "
        "the account; then send the letter again."
    ),
    Failure.ADDRESS: _(
        "Look the address up in the public index (INI-PEC for firms, INAD for people, IPA for "
        "bodies) or ask the recipient, and correct it. Where there is no valid one, hand the letter "
        "over by other means and note the day."
    ),
    Failure.FULL: _(
        "Tell the recipient by telephone, then send the letter again. Where the mailbox stays full, "
        "hand it over by other means and note the day: this failure stays as evidence."
    ),
    Failure.VIRUS: _(
        "Have the letter's file checked by whoever maintains the site before it is sent again."
    ),
    Failure.TIMEOUT: _(
        "Look whether its receipt waits among the messages below. Otherwise send the letter again: "
        "a receipt that comes late after all is still counted."
    ),
    Failure.OTHER: _(
        "Read what the server says; correct the address, send again or hand the letter over by "
        "other means."
    ),
}

# Keyed by `Receipt.Problem`.
OF_PROBLEMS: dict[str, Any] = {
    Problem.UNKNOWN: _(
        "Find the letter by its protocol number and assign the message to it, or set it aside where "
        "it concerns another system that uses the same mailbox."
    ),
    Problem.ADDRESS: _(
        "Compare the addresses: where the provider has written the same one in another way, assign "
        "the message; otherwise set it aside."
    ),
    Problem.TIME: _(
        "Open the original and ask the provider; note the delivery by other means with the right "
        "day, or set the message aside."
    ),
    Problem.UNTRUSTED: _(
        "Anybody can write such a message to an ordinary mailbox: look for the true receipt in the "
        "certified one, and set this one aside."
    ),
    Problem.CONTRADICTS: _(
        "The delivery receipt counts. Open the original, ask the provider where in doubt, and set "
        "the message aside with what you found."
    ),
    Problem.NO_CERTIFICATE: _(
        "Open the original and ask the provider for a whole one; where it is plain what it says, "
        "assign it."
    ),
    Problem.CONTRADICTORY: _(
        "Do not rely on it: ask the provider, then assign it or set it aside with what you found."
    ),
    Problem.TOO_LARGE: _("Read the message in the mailbox itself, then assign it or set it aside."),
    Problem.UNREADABLE: _("Open the original, then assign it or set it aside."),
    Problem.CORRESPONDENCE: _(
        "Read the original. Register it in the protocol where it is something to be answered or "
        "kept (PRT-02), then set it aside with its number."
    ),
}

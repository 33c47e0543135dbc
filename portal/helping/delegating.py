"""Help with delegations: giving one, ending it, acting for somebody else."""

from django.utils.translation import gettext_lazy as _

from portal.helping.parts import Part, Topic

DELEGATING = Topic(
    "farsi-aiutare",
    _("Let somebody help you"),
    _("Delegations: who may read, fill in or send in your place, and how to end it."),
    (
        Part(
            _("Give a delegation"),
            (
                _("In your personal area open “Delegations”, then press “Give a delegation”."),
                _("Write the email address of whoever helps you, and choose until when."),
                _("Choose how far it goes: read only, read and fill in, or also send."),
                _("We write to them; it holds once they have accepted with their own account."),
            ),
            "delegation-new",
            _("The page on which a delegation is given."),
        ),
        Part(
            _("Have a draft filled in"),
            (
                _(
                    "On the summary of the draft choose “Let a consultant or a colleague fill it in”."
                ),
                _("While it is in their hands you can read it, and take it back at any time."),
                _("They hand it back when they have finished: look at it, then send it yourself."),
            ),
        ),
        Part(
            _("What stays with you"),
            (
                _("What is declared counts as declared by you, whoever writes it."),
                _("Letters of the office always come to you, and terms run from them."),
                _("Accepting an offer, withdrawing and giving up are up to you alone."),
            ),
        ),
        Part(
            _("End a delegation"),
            (
                _("Open it under “Delegations given” and press “End the delegation”."),
                _("From that moment they can open nothing of it any more; we tell them."),
                _("Without that it ends by itself on its last day."),
            ),
            "delegations",
            _("The delegations that somebody has given, with how each of them stands."),
        ),
        Part(
            _("Help somebody else"),
            (
                _(
                    "Sign in with the address to which we wrote: the request is in your personal area."
                ),
                _("Accept or decline it; what you do then stands in the history under your name."),
                _("You can give a delegation up at any time."),
            ),
        ),
    ),
)

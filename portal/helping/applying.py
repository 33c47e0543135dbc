"""Help before a case exists: finding a call, filling in, sending."""

from django.utils.translation import gettext_lazy as _

from portal.helping.parts import Part, Topic

FINDING = Topic(
    "trovare-un-bando",
    _("Find a call and see whether it is for you"),
    _("Which calls are open, what they give, whether you may apply."),
    (
        Part(
            _("Read the sheet of the call"),
            (
                _("Open “Calls”: those that are open come first, the soonest to close on top."),
                _("The sheet says who it is for, what you need, what you get and by when."),
                _("The time line shows when applications open and close; today is marked on it."),
                _("“Conditions of the service” holds the text of the call as a PDF."),
            ),
            "call",
            _("The sheet of a call, with its index at the left and the button to apply."),
        ),
        Part(
            _("Ask “Can I apply?”"),
            (
                _("Answer a few questions: no account is needed and nothing is kept."),
                _("For each rule you read whether you meet it, and what would change a no."),
                _("The contribution is estimated too, step by step."),
            ),
            "can-i-apply",
            _("The questions of “Can I apply?”."),
        ),
    ),
)
APPLYING = Topic(
    "fare-domanda",
    _("Fill in an application and send it"),
    _("Account, form, papers, sending, receipt."),
    (
        Part(
            _("Get an account"),
            (
                _("Press “Sign in”, then register with your email address and a password."),
                _("Open the link that you receive by email: it proves that the address is yours."),
            ),
        ),
        Part(
            _("Fill in"),
            (
                _("Every field is saved as you write; you can stop and go on another day."),
                _("Until you send it, it is a draft: nobody in the office reads it."),
                _("Photos from a phone are fine for papers, if everything can be read."),
                _("The summary lists what is missing or wrong; each line leads to its field."),
            ),
            "form",
            _("A page of the form, with its steps on top and the mark of the draft."),
        ),
        Part(
            _("Send"),
            (
                _("What you declare has legal value: read the summary again before you send."),
                _("You get at once a case number, a protocol number and a receipt by email."),
                _("What counts is the time of the protocol, not of the draft."),
            ),
        ),
    ),
)

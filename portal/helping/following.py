"""Help while a case is with the office: where it stands, and answering."""

from django.utils.translation import gettext_lazy as _

from portal.helping.parts import Part, Topic

FOLLOWING = Topic(
    "seguire-la-pratica",
    _("Follow your case"),
    _("Where it is, whose move it is, by when, what you can do."),
    (
        Part(
            _("The page of the case"),
            (
                _("Four answers stand on top: where it is, whose move, by when, what you can do."),
                _(
                    "“The way of your application” shows every step with “you are here”, and what is to come."
                ),
                _("Under each date “why this day?” says how the term is reckoned."),
                _("If the office lets its term pass, you may ask the substitute to decide."),
            ),
            "case",
            _("The page of a case: the four answers and the way so far."),
        ),
        Part(
            _("Letters"),
            (
                _("Every letter stays in your personal area, to be read as a page or a PDF."),
                _("At its foot stands a code: anybody can check there that the letter is ours."),
                _(
                    "Reading a letter here does not move its terms: the letter says when they begin."
                ),
            ),
            "inbox",
            _("The letters in the personal area, those not read yet marked."),
        ),
    ),
)
ANSWERING = Topic(
    "rispondere",
    _("Answer when we ask you something"),
    _("Missing papers, reasons against, an offer of a part."),
    (
        Part(
            _("We ask for an integration"),
            (
                _("You get an email and a letter: they say what is missing and by which day."),
                _("In your personal area press “Answer the request” and bring what is asked."),
                _("While we wait for you the term of the office stands still."),
            ),
            "integration",
            _("The page on which a missing paper is brought."),
        ),
        Part(
            _("We write why we cannot accept"),
            (
                _("Before a refusal you read the reasons and may answer with observations."),
                _("The decision says what we thought of each of them."),
            ),
        ),
        Part(
            _("We offer you a part"),
            (
                _(
                    "When the funds do not cover all, you may accept what is left or wait in the list."
                ),
                _("Say so by the day in the letter: silence counts as the letter says."),
            ),
        ),
    ),
)

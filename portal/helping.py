"""What the help pages say: a topic each, steps in the order in which people meet them, a picture.

The pictures are made by `make screenshots ARGS=--help-pages`.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Part:
    """A part of a topic: its title, its steps, and the picture that shows it, with its words."""

    title: Promise
    steps: tuple[Promise, ...]
    picture: str = ""
    shows: Promise | str = ""


@dataclass(frozen=True)
class Topic:
    """A question that people come with, and its answer."""

    slug: str
    title: Promise
    summary: Promise
    parts: tuple[Part, ...]


TOPICS = (
    Topic(
        "trovare-un-bando",
        _("Find a call and see whether it is for you"),
        _("Which calls are open, what they give, whether you may apply."),
        (
            Part(
                _("Read the sheet of the call"),
                (
                    _("Open “Calls”: those that are open come first, the soonest to close on top."),
                    _("The sheet says who it is for, what you need, what you get and by when."),
                    _(
                        "The time line shows when applications open and close; today is marked on it."
                    ),
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
    ),
    Topic(
        "fare-domanda",
        _("Fill in an application and send it"),
        _("Account, form, papers, sending, receipt."),
        (
            Part(
                _("Get an account"),
                (
                    _("Press “Sign in”, then register with your email address and a password."),
                    _(
                        "Open the link that you receive by email: it proves that the address is yours."
                    ),
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
    ),
    Topic(
        "seguire-la-pratica",
        _("Follow your case"),
        _("Where it is, whose move it is, by when, what you can do."),
        (
            Part(
                _("The page of the case"),
                (
                    _(
                        "Four answers stand on top: where it is, whose move, by when, what you can do."
                    ),
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
                    _(
                        "At its foot stands a code: anybody can check there that the letter is ours."
                    ),
                    _(
                        "Reading a letter here does not move its terms: the letter says when they begin."
                    ),
                ),
                "inbox",
                _("The letters in the personal area, those not read yet marked."),
            ),
        ),
    ),
    Topic(
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
    ),
    Topic(
        "trovare-uno-spazio",
        _("Find a coworking space"),
        _("Map, list, filters, prices and hours."),
        (
            Part(
                _("Search"),
                (
                    _(
                        "Look by name or place, kind, services, desks, price, accessibility, open now."
                    ),
                    _(
                        "The map and the list hold the same spaces; the list works without a map too."
                    ),
                    _(
                        "The chips above the list say which filters are on: press one to take it away."
                    ),
                ),
            ),
            Part(
                _("The page of a space"),
                (
                    _(
                        "It says since when the space is in the register, its hours, services and prices."
                    ),
                    _(
                        "Contributions are for spaces that are qualified on the day of the application."
                    ),
                ),
                "space",
                _("The page of a space, with its hours and its standing in the register."),
            ),
        ),
    ),
)
BY_SLUG = {topic.slug: topic for topic in TOPICS}
PICTURE_WIDTH, PICTURE_HEIGHT = 840, 591

"""What will follow from an act on an offer, said before it is done: letter, terms, publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from internships.checks import facts_of
from internships.parameters import OfferParameters
from internships.rules import counting
from letters.cases.consequences import Preview, letter_to, preview, starts
from workflows.examination import against
from workflows.examination.terms import integration_rule, observation_rule

if TYPE_CHECKING:
    from internships.models import HostOffer


def of_integration(case: HostOffer) -> Preview:
    """An integration request: the host's term starts, the procedure's stands still."""
    rule = integration_rule(
        OfferParameters.of(case.call_version).integration_days, "Bando, istruttoria"
    )
    return preview(
        letter=letter_to(case, _("Integration request")),
        terms=[
            starts(_("The host must answer by {day}."), rule),
            _("The term of the procedure stands still until the answer."),
        ],
        notes=[_("What is missing is asked for once (R-PUB-04).")],
    )


def of_refusal_notice(case: HostOffer) -> Preview:
    """A notice of reasons against: time for observations, the procedure's clock suspended."""
    rule = observation_rule(OfferParameters.of(case.call_version).observation_days)
    return preview(
        letter=letter_to(case, _("Notice of reasons against")),
        terms=[
            starts(_("The host may send observations by {day}."), rule),
            _("The term of the procedure stands still until the end of that term."),
        ],
    )


def of_admission(case: HostOffer) -> Preview:
    """A proposal to admit: nothing leaves the office; the places are set aside in the unit."""
    room = facts_of(case).room
    left = ngettext(
        "In the unit {left} place is free: {base} by its staff, {premium} as a premium, {present} taken.",
        "In the unit {left} places are free: {base} by its staff, {premium} as a premium, {present} taken.",
        room.left,
    ).format(left=room.left, base=room.base, premium=room.premium, present=room.present)
    return preview(notes=[_("The proposal goes to the director, who decides."), left])


def of_proposal(case: HostOffer) -> Preview:
    """A proposal to refuse: nothing leaves the office; whether a notice goes before (R-PUB-05)."""
    notice = counting.notice_due(competitive=not against.setting_of(case).position)
    return preview(
        notes=[
            _("The proposal goes to the director, who decides."),
            f"{notice.sentence} ({notice.rule})",
        ]
    )


def of_publication(case: HostOffer) -> Preview:
    """The admission: the letter goes out, the offer stands in the public list."""
    return preview(
        letter=letter_to(case, _("Admission of the offer")),
        terms=[_("The term of the procedure ends.")],
        notes=[_("The offer stands in the public list from the day of publication.")],
    )


def of_refusal(case: HostOffer) -> Preview:
    """The refusal: the letter goes out, every term over."""
    return preview(
        letter=letter_to(case, _("Refusal of the offer")),
        terms=[_("The term of the procedure ends.")],
    )


def of_sending_back(_case: HostOffer) -> Preview:
    """Sending back: the officer examines again, the clock goes on."""
    return preview(
        notes=[_("The proposal falls and the case returns to the officer. No letter goes out.")]
    )


def of_closing(_case: HostOffer) -> Preview:
    """Going on without the host's answer, once its term has passed."""
    return preview(
        notes=[_("The case returns to the officer, who goes on with what is in the file.")]
    )


def of_end(_case: HostOffer) -> Preview:
    """Closing a published offer."""
    return preview(
        notes=[_("The offer leaves the public list. Internships that have begun go on.")]
    )

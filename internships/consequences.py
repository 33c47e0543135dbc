"""What will follow from an act on an offer, said before it is done: letter, terms, publication."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from internships.checks import facts_of
from internships.parameters import OfferParameters
from internships.services.offers import terms as term_rules
from letters.recipients import address_of
from parties import moment
from ui.formats import long_date
from workflows.terms import compute_term

if TYPE_CHECKING:
    from internships.models import HostOffer
    from workflows.terms import Rule

Preview = dict[str, Any]


def of_integration(case: HostOffer) -> Preview:
    """An integration request: the host's term starts, the procedure's stands still."""
    rule = term_rules.integration_rule(OfferParameters.of(case.call_version))
    return _preview(
        letter=_letter(case, _("Integration request")),
        terms=[
            _starts(_("The host must answer by {day}."), rule),
            _("The term of the procedure stands still until the answer."),
        ],
        notes=[_("What is missing is asked for once (R-PUB-04).")],
    )


def of_refusal_notice(case: HostOffer) -> Preview:
    """A notice of reasons against: time for observations, the procedure's clock suspended."""
    rule = term_rules.observation_rule(OfferParameters.of(case.call_version))
    return _preview(
        letter=_letter(case, _("Notice of reasons against")),
        terms=[
            _starts(_("The host may send observations by {day}."), rule),
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
    return _preview(notes=[_("The proposal goes to the director, who decides."), left])


def of_proposal(_case: HostOffer) -> Preview:
    """A proposal to refuse: nothing leaves the office."""
    return _preview(notes=[_("The proposal goes to the director, who decides.")])


def of_publication(case: HostOffer) -> Preview:
    """The admission: the letter goes out, the offer stands in the public list."""
    return _preview(
        letter=_letter(case, _("Admission of the offer")),
        terms=[_("The term of the procedure ends.")],
        notes=[_("The offer stands in the public list from the day of publication.")],
    )


def of_refusal(case: HostOffer) -> Preview:
    """The refusal: the letter goes out, every term over."""
    return _preview(
        letter=_letter(case, _("Refusal of the offer")),
        terms=[_("The term of the procedure ends.")],
    )


def of_sending_back(_case: HostOffer) -> Preview:
    """Sending back: the officer examines again, the clock goes on."""
    return _preview(
        notes=[_("The proposal falls and the case returns to the officer. No letter goes out.")]
    )


def of_closing(_case: HostOffer) -> Preview:
    """Going on without the host's answer, once its term has passed."""
    return _preview(
        notes=[_("The case returns to the officer, who goes on with what is in the file.")]
    )


def of_end(_case: HostOffer) -> Preview:
    """Closing a published offer."""
    return _preview(
        notes=[_("The offer leaves the public list. Internships that have begun go on.")]
    )


def _preview(
    *,
    letter: dict[str, str] | None = None,
    terms: list[str] | None = None,
    notes: list[str] | None = None,
) -> Preview:
    return {"letter": letter, "ledger": [], "terms": terms or [], "notes": notes or []}


def _letter(case: HostOffer, title: str) -> dict[str, str]:
    return {"title": title, "addressee": case.applicant.name, "address": address_of(case)}


def _starts(sentence: str, rule: Rule) -> str:
    due = compute_term(moment.today(), rule).due
    return f"{sentence.format(day=long_date(due))} ({rule.rule_id})"

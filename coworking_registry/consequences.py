"""What will follow from an act on an application or an entry, said before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from calls.models import Parameter
from letters.cases.consequences import Preview, letter_to, preview, starts
from parties import moment
from workflows.examination.terms import ExaminationTerms, integration_rule, observation_rule
from workflows.terms import Rule

if TYPE_CHECKING:
    from coworking_registry.models import SpaceApplication


def of_integration(case: SpaceApplication) -> Preview:
    """An integration request: the manager's term starts, the procedure's stands still."""
    days = ExaminationTerms.of(case.call_version).integration_days
    return preview(
        letter=letter_to(case, _("Integration request")),
        terms=[
            starts(_("The manager must answer by {day}."), integration_rule(days, "")),
            _("The term of the procedure stands still until the answer."),
        ],
    )


def of_refusal_notice(case: SpaceApplication) -> Preview:
    """A notice of reasons against: time for observations, the procedure's clock suspended."""
    days = ExaminationTerms.of(case.call_version).observation_days
    return preview(
        letter=letter_to(case, _("Notice of reasons against")),
        terms=[
            starts(_("The manager may send observations by {day}."), observation_rule(days)),
            _("The term of the procedure stands still until the end of that term."),
        ],
    )


def of_visit(case: SpaceApplication) -> Preview:
    """The announcement of a visit."""
    return preview(
        letter=letter_to(case, _("Announcement of a visit")),
        notes=[_("The term of the procedure goes on.")],
    )


def of_report(case: SpaceApplication) -> Preview:
    """The minutes of a visit."""
    return preview(
        letter=letter_to(case, _("Minutes of a visit")),
        notes=[
            _("The case returns to the examination."),
            _("What is to be put right is asked of the manager, with a term that starts now."),
        ],
    )


def of_proposal(_case: SpaceApplication) -> Preview:
    """A proposal: nothing leaves the office."""
    return preview(notes=[_("The proposal goes to the director, who decides.")])


def of_entry(case: SpaceApplication) -> Preview:
    """The entry: number, public page, letter."""
    return preview(
        letter=letter_to(case, _("Entry in the register")),
        terms=[_("The term of the procedure ends.")],
        notes=[
            _("The space gets its number and its public page, with the photos that were filed."),
            _("From today it can be chosen in applications for contributions."),
        ],
    )


def of_refusal(case: SpaceApplication) -> Preview:
    """The refusal: the letter goes out, every term over."""
    return preview(
        letter=letter_to(case, _("Refusal of the entry")),
        terms=[_("The term of the procedure ends.")],
    )


def of_sending_back(_case: SpaceApplication) -> Preview:
    """Sending back: the officer examines again, the clock goes on."""
    return preview(
        notes=[_("The proposal falls and the case returns to the officer. No letter goes out.")]
    )


def of_closing(_case: SpaceApplication) -> Preview:
    """Going on without the manager's answer, once its term has passed."""
    return preview(
        notes=[_("The case returns to the officer, who goes on with what is in the file.")]
    )


def of_suspension(case: SpaceApplication) -> Preview:
    """A suspension: nothing new is granted for the space."""
    return preview(
        letter=letter_to(case, _("Suspension of the entry")),
        notes=[
            _("No new contribution can be asked for or granted in this space meanwhile."),
            _("What runs there holds until the day you choose; its history says so."),
        ],
    )


def of_cancellation(case: SpaceApplication) -> Preview:
    """A cancellation: the space leaves the register for good."""
    return preview(
        letter=letter_to(case, _("Removal from the register")),
        notes=[
            _("The space leaves the register: a new entry needs a new application."),
            _("What runs there holds until the day you choose; its history says so."),
        ],
    )


def of_removal_start(case: SpaceApplication) -> Preview:
    """The start of a removal: the manager is heard first, the entry stays."""
    days = Parameter.objects.value("memories_days", moment.today())
    rule = Rule("PRE-11", days, "days", source="L. 241/1990, artt. 7, 8 e 10")
    return preview(
        letter=letter_to(case, _("Start of the removal from the register")),
        terms=[starts(_("The manager may send memories by {day}."), rule)],
        notes=[_("The space stays in the register until the decision.")],
    )


def of_dropping_removal(case: SpaceApplication) -> Preview:
    """The end of a removal without removing."""
    return preview(
        letter=letter_to(case, _("The space stays in the register")),
        terms=[_("The term of the procedure ends.")],
        notes=[_("The entry holds to the same last day; a suspension is over with it.")],
    )


def of_change(case: SpaceApplication) -> Preview:
    """The answer to a major change."""
    return preview(
        letter=letter_to(case, _("Answer to a change of the entry")),
        notes=[_("Until the decision the public page says the values of before.")],
    )


def of_reinstatement(case: SpaceApplication) -> Preview:
    """The end of a suspension."""
    return preview(
        letter=letter_to(case, _("End of the suspension")),
        notes=[_("From today the space can be chosen again, to the same last day.")],
    )


def of_renewal(case: SpaceApplication) -> Preview:
    """A renewal."""
    return preview(
        letter=letter_to(case, _("Renewal of the entry")),
        notes=[_("The entry goes on from the day after its last one, without a gap.")],
    )

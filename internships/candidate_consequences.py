"""What will follow from an act on a candidacy, said before it is done: letter, terms, place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from internships.parameters import CandidacyParameters
from internships.rules import counting
from internships.services.candidates.interviews import justification_rule
from internships.services.candidates.placements import acceptance_rule
from letters.cases.consequences import letter_to, preview, starts
from workflows.examination import against
from workflows.examination.terms import integration_rule, observation_rule

if TYPE_CHECKING:
    from internships.models import Candidacy
    from letters.cases.consequences import Preview


def of_integration(case: Candidacy) -> Preview:
    """An integration request: the candidate's term starts, the procedure's stands still."""
    days = CandidacyParameters.of(case.call_version).integration_days
    return preview(
        letter=letter_to(case, _("Integration request")),
        terms=[
            starts(_("The candidate must answer by {day}."), integration_rule(days, "")),
            _("The term of the procedure stands still until the answer."),
        ],
        notes=[_("What is missing is asked for once (R-PUB-04).")],
    )


def of_refusal_notice(case: Candidacy) -> Preview:
    """A notice of reasons against: time for observations, the procedure's clock suspended."""
    days = CandidacyParameters.of(case.call_version).observation_days
    return preview(
        letter=letter_to(case, _("Notice of reasons against")),
        terms=[
            starts(_("The candidate may send observations by {day}."), observation_rule(days)),
            _("The term of the procedure stands still until the end of that term."),
        ],
    )


def of_admission(case: Candidacy) -> Preview:
    """An admission: the letter goes out, offers that a rule bars are dropped, the term ends."""
    return preview(
        letter=letter_to(case, _("Admission to the interview")),
        terms=[_("The term of the procedure ends.")],
        notes=[_("Offers for which a rule stands against the pair are dropped, and named.")],
    )


def of_proposal(case: Candidacy) -> Preview:
    """A proposal to exclude: nothing leaves the office; whether a notice goes before (R-PUB-05)."""
    notice = counting.notice_due(competitive=not against.setting_of(case).position)
    return preview(
        notes=[
            _("The proposal goes to the director, who decides."),
            f"{notice.sentence} ({notice.rule})",
        ]
    )


def of_exclusion(case: Candidacy) -> Preview:
    """The exclusion: the letter goes out, every term over."""
    return preview(
        letter=letter_to(case, _("Exclusion of the candidacy")),
        terms=[_("The term of the procedure ends.")],
    )


def of_sending_back(_case: Candidacy) -> Preview:
    """Sending back: the officer examines again, the clock goes on."""
    return preview(
        notes=[_("The proposal falls and the case returns to the officer. No letter goes out.")]
    )


def of_closing(_case: Candidacy) -> Preview:
    """Going on without an answer, once its term has passed."""
    return preview(
        notes=[_("The case returns to the officer, who goes on with what is in the file.")]
    )


def of_call(case: Candidacy) -> Preview:
    """A call to the interview."""
    return preview(letter=letter_to(case, _("Call to the interview")))


def of_absence(case: Candidacy) -> Preview:
    """An absence: the time to justify it begins."""
    rule = justification_rule(CandidacyParameters.of(case.call_version))
    return preview(terms=[starts(_("The candidate may justify it by {day}."), rule)])


def of_placement(case: Candidacy) -> Preview:
    """A proposal of a place: the candidate's term begins with the letter."""
    rule = acceptance_rule(CandidacyParameters.of(case.call_version))
    return preview(
        letter=letter_to(case, _("Proposal of a place")),
        terms=[starts(_("The candidate must answer by {day}."), rule)],
    )


def of_assignment(case: Candidacy) -> Preview:
    """An assignment: requirements are asked again, the letter goes out."""
    return preview(
        letter=letter_to(case, _("Assignment of the place")),
        notes=[_("No internship begins before agreement, plan, insurance and communication.")],
    )


def of_lapsed_assignment(case: Candidacy) -> Preview:
    """A revoked assignment: the internship is cancelled, the letter goes out to both."""
    return preview(
        letter=letter_to(case, _("Revocation of an assignment")),
        notes=[
            _(
                "The internship that was opened is cancelled; its place and its money are free again."
            )
        ],
    )

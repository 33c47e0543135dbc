"""Internships on the homes of those who take part in them: intern, host, tutor, promoter."""

from django.urls import reverse
from django.utils.translation import gettext as _

from internships import queries
from internships.models import Internship
from internships.placement_kind import TONES
from internships.placement_words import WORDS
from parties.models import User
from workflows.desk_parts import MOST, Part, Row, Section, register


def register_part() -> None:
    """Make internships known to people's homes."""
    register(Part(sections=sections_of))


def sections_of(user: User) -> list[Section]:
    """Return the latest internships that a person takes part in; all stand on their own page."""
    found = queries.internships_of(user).order_by("-pk")[:MOST]
    return [
        Section(
            "internships",
            _("Internships you take part in"),
            [_row(case) for case in found],
            reverse("internships:internships"),
            _("All your internships"),
        )
    ]


def _row(case: Internship) -> Row:
    words = WORDS[case.status]
    return Row(
        f"{case.trainee} – {case.offer.applicant}",
        reverse("internships:internship", args=[case.pk]),
        str(words.label),
        TONES.get(case.status, "neutral"),
        str(words.whose),
    )

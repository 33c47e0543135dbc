"""Internships on the homes of those who take part in them: intern, host, tutor, promoter."""

from django.urls import reverse
from django.utils.translation import gettext as _

from internships import queries
from internships.models import Candidacy, Internship
from internships.models import CandidacyStatus as Status
from internships.placement_kind import TONES
from internships.placement_words import WORDS
from parties.models import User
from workflows.desk_parts import MOST, Part, Row, Section, Task, is_mine, register


def register_part() -> None:
    """Make internships known to people's homes."""
    register(Part(tasks=tasks_of, sections=sections_of))


def tasks_of(user: User) -> list[Task]:
    """Return who waits for a host's word on the place they have accepted."""
    waiting = Candidacy.objects.filter(is_mine(user, "placement__"), status=Status.ACCEPTED)
    found = waiting.select_related("applicant", "placement").order_by("due_on", "pk").distinct()
    return [
        Task(
            title=_("Confirm who has accepted your place"),
            text=_("The place is assigned once you confirm; otherwise say why not."),
            about=f"{case.placement.title} · {case.applicant}",
            url=reverse("internships:offer_candidate", args=[case.placement_id, case.pk]),
            label=_("Confirm or decline"),
            due=case.due_on,
        )
        for case in found[:MOST]
        if case.placement
    ]


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

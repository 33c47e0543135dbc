"""Candidates and interns, counted by who they are and by what became of them (co-mantova 16.5)."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from internships.models import (
    Candidacy,
    CandidacyStatus,
    Internship,
    InternshipStatus,
    WorkOutcome,
)
from portal.statistics.ages import BANDS, AgeInYears, band
from portal.statistics.suppression import Group
from portal.statistics.tables import Head, Subject, Table, of_people

NOTHING = Decimal(0)
Status = CandidacyStatus
# Where a candidacy stands, as told to everybody.
OUTCOMES = (
    (
        gettext_lazy("Being examined"),
        (
            Status.SUBMITTED,
            Status.UNDER_EXAMINATION,
            Status.INTEGRATION_REQUESTED,
            Status.REFUSAL_NOTICE,
            Status.OBSERVATIONS_RECEIVED,
            Status.REFUSAL_PROPOSED,
            Status.ADMITTED,
            Status.INVITED,
            Status.MISSED,
            Status.INTERVIEWED,
        ),
    ),
    (gettext_lazy("In the ranking"), (Status.RANKED, Status.PROPOSED, Status.ACCEPTED)),
    (gettext_lazy("With a place"), (Status.ASSIGNED, Status.STARTED)),
    (gettext_lazy("Excluded or not fit"), (Status.REFUSED, Status.UNFIT)),
    (gettext_lazy("Given up or lapsed"), (Status.WITHDRAWN, Status.ABSENT, Status.LAPSED)),
)
SEXES = {"F": gettext_lazy("Women"), "M": gettext_lazy("Men"), "": gettext_lazy("Not said")}


def candidacies() -> QuerySet[Candidacy]:
    """Return the candidacies that were sent."""
    return Candidacy.objects.filter(submitted_at__isnull=False).order_by()


def internships() -> QuerySet[Internship]:
    """Return the internships that have begun."""
    return Internship.objects.filter(started_at__isnull=False).order_by()


def candidacies_by_outcome() -> Table:
    """Count candidacies by where they stand."""
    found = dict(candidacies().values_list("status").annotate(Count("pk")))
    groups = [
        Group(str(label), sum(found.get(status, 0) for status in statuses), NOTHING)
        for label, statuses in OUTCOMES
    ]
    says = _("Candidacies for internships that were sent, by where they stand.")
    about = Subject("candidature", _("Candidacies by outcome"), says, _("Outcome"))
    return _people(about, groups, _CANDIDACIES)


def candidacies_by_sex() -> Table:
    """Count candidacies by gender."""
    found = candidacies().values_list("representative__sex").annotate(Count("pk"))
    says = _("Candidacies for internships that were sent, by gender.")
    about = Subject("candidature-genere", _("Candidacies by gender"), says, _("Gender"))
    return _people(about, _sexes(dict(found)), _CANDIDACIES)


def candidacies_by_age() -> Table:
    """Count candidacies by the age on the day of filing."""
    age = AgeInYears("submitted_at", "representative__birth_date")
    found = candidacies().annotate(age=age).values_list("age").annotate(Count("pk"))
    says = _("Candidacies for internships that were sent, by the age on the day of filing.")
    about = Subject("candidature-eta", _("Candidacies by age"), says, _("Age"))
    return _people(about, _ages(dict(found)), _CANDIDACIES)


def internships_by_sex() -> Table:
    """Count internships by gender."""
    found = internships().values_list("trainee__sex").annotate(Count("pk"))
    says = _("Internships that have begun, by gender.")
    about = Subject("tirocinanti-genere", _("Interns by gender"), says, _("Gender"))
    return _people(about, _sexes(dict(found)), _INTERNSHIPS)


def internships_by_age() -> Table:
    """Count internships by the age on the first day."""
    age = AgeInYears("start", "trainee__birth_date")
    found = internships().annotate(age=age).values_list("age").annotate(Count("pk"))
    says = _("Internships that have begun, by the age on the first day.")
    about = Subject("tirocinanti-eta", _("Interns by age"), says, _("Age"))
    return _people(about, _ages(dict(found)), _INTERNSHIPS)


def internships_by_outcome() -> Table:
    """Count internships by how they went."""
    hired = Q(status=InternshipStatus.TRANSFORMED)
    early = Q(ended_on__lt=F("end")) & ~hired
    counted = internships().aggregate(
        running=Count("pk", filter=Q(ended_on__isnull=True)),
        hired=Count("pk", filter=hired),
        early=Count("pk", filter=early),
        whole=Count("pk", filter=Q(ended_on__isnull=False) & ~hired & ~early),
    )
    labels = (
        ("running", _("Under way")),
        ("whole", _("Concluded")),
        ("early", _("Ended early")),
        ("hired", _("Ended by a hire")),
    )
    groups = [Group(label, counted[name], NOTHING) for name, label in labels]
    says = _("Internships that have begun, by how they went.")
    about = Subject("tirocinanti-esito", _("Interns by outcome"), says, _("Outcome"))
    return _people(about, groups, _INTERNSHIPS)


def internships_afterwards() -> Table:
    """Count what interns do six months after the end."""
    later = WorkOutcome.objects.filter(when="later", answered_on__isnull=False).order_by()
    counted = later.aggregate(
        host=Count("pk", filter=Q(works=True, same_host=True)),
        elsewhere=Count("pk", filter=Q(works=True) & ~Q(same_host=True)),
        without=Count("pk", filter=~Q(works=True)),
    )
    labels = (
        ("host", _("At work with the host")),
        ("elsewhere", _("At work elsewhere")),
        ("without", _("Not at work")),
    )
    groups = [Group(label, counted[name], NOTHING) for name, label in labels]
    says = _("What interns who have answered do six months after the end.")
    about = Subject("tirocinanti-dopo", _("Interns after six months"), says, _("Outcome"))
    return _people(about, groups, _INTERNSHIPS)


_CANDIDACIES = ("candidature", gettext_lazy("Candidacies"))
_INTERNSHIPS = ("tirocini", gettext_lazy("Internships"))

TABLES: dict[str, Callable[[date], Table]] = {
    "candidature": lambda day: candidacies_by_outcome(),
    "candidature-genere": lambda day: candidacies_by_sex(),
    "candidature-eta": lambda day: candidacies_by_age(),
    "tirocinanti-genere": lambda day: internships_by_sex(),
    "tirocinanti-eta": lambda day: internships_by_age(),
    "tirocinanti-esito": lambda day: internships_by_outcome(),
    "tirocinanti-dopo": lambda day: internships_afterwards(),
}


def _people(about: Subject, groups: list[Group], counted: tuple[str, object]) -> Table:
    key, title = counted
    shown = [group for group in groups if group.people]
    return of_people(about, shown, settings.STATISTICS_LEAST, Head(key, str(title), "integer"))


def _sexes(found: Mapping[str, int]) -> list[Group]:
    return [Group(str(label), found.get(sex, 0), NOTHING) for sex, label in SEXES.items()]


def _ages(found: Mapping[int, int]) -> list[Group]:
    return [
        Group(
            band(least, most),
            sum(n for age, n in found.items() if least <= age and (most is None or age <= most)),
            NOTHING,
        )
        for least, most in BANDS
    ]

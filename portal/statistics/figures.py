"""What the register, the ledger and the cases say, counted in one question each."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from accounting.models import Budget
from calls.models import Call
from coworking_registry.queries import listed_on
from grants.models import RentContribution
from grants.models.statuses import HOLDING
from internships.models.choices import Area
from internships.queries import published_on
from portal.statistics import interns
from portal.statistics.ages import BANDS, AgeInYears, band
from portal.statistics.suppression import Group
from portal.statistics.tables import Head, Subject, Table, of_facts, of_people


def tables(day: date) -> list[Table]:
    """Return every table on a day, each made of the same number of questions whatever it counts."""
    return [count(day) for count in TABLES.values()]


def granted() -> QuerySet[RentContribution]:
    """Return the contributions that were granted and still hold."""
    return RentContribution.objects.filter(status__in=HOLDING, granted__isnull=False).order_by()


def by_call() -> Table:
    """Say of every published call what came in, what was granted and what is left of its money."""
    found = (
        Budget.objects.filter(call__in=Call.objects.published().order_by().values("pk"))
        .annotate(
            filed=Count("call__cases", filter=Q(call__cases__submitted_at__isnull=False)),
        )
        .select_related("call")
        .order_by("call__opens_at", "call__code")
    )
    heads = (
        Head("dotazione_euro", _("Endowment"), "money"),
        Head("concesso_euro", _("Granted so far"), "money"),
        Head("pagato_euro", _("Of which paid"), "money"),
        Head("disponibile_euro", _("Still to be granted"), "money"),
        Head("domande", _("Applications"), "integer"),
    )
    rows = (
        (
            f"{budget.call.code} – {budget.call.title}",
            (
                budget.endowment,
                budget.granted + budget.paid,
                budget.paid,
                budget.available + budget.reserved,
                budget.filed,
            ),
            reverse("portal:call", args=[budget.call.code]),
        )
        for budget in found
        if budget.endowment
    )
    says = _(
        "What each call has, what it has granted and paid, and how many have applied. The bar is the part granted."
    )
    return of_facts(
        Subject("fondi", _("Budget of the calls"), says, _("Call")), heads, rows, share_of_first=1
    )


def by_municipality() -> Table:
    """Count contributions by the municipality of the space where the desk is."""
    found = granted().values_list("space__municipality").annotate(Count("pk"), Sum("granted"))
    groups = [Group(place, people, amount) for place, people, amount in found]
    groups.sort(key=lambda group: (-group.people, group.label))
    says = _("Contributions granted, by the municipality of the space they are for.")
    return _people(Subject("comuni", _("Contributions by place"), says, _("Municipality")), groups)


def by_sex() -> Table:
    """Count contributions by the sex of whoever signs the application."""
    found = {
        sex: (people, amount)
        for sex, people, amount in granted()
        .values_list("representative__sex")
        .annotate(Count("pk"), Sum("granted"))
    }
    labels = {"F": _("Women"), "M": _("Men"), "": _("Not said")}
    groups = [Group(label, *found[sex]) for sex, label in labels.items() if sex in found]
    says = _(
        "Contributions granted, by the gender of whoever signs: for a firm, who represents it."
    )
    return _people(Subject("genere", _("Contributions by gender"), says, _("Gender")), groups)


def by_age() -> Table:
    """Count contributions by the age of whoever signs, on the day of filing."""
    age = AgeInYears("submitted_at", "representative__birth_date")
    found = list(
        granted().annotate(age=age).values_list("age").annotate(Count("pk"), Sum("granted"))
    )
    groups = []
    for least, most in BANDS:
        within = [row for row in found if least <= row[0] and (most is None or row[0] <= most)]
        if within:
            amount = sum((row[2] for row in within), Decimal(0))
            groups.append(Group(band(least, most), sum(row[1] for row in within), amount))
    says = _("Contributions granted, by the age of whoever signs on the day of filing.")
    return _people(Subject("eta", _("Contributions by age"), says, _("Age")), groups)


def spaces_by_municipality(day: date) -> Table:
    """Count the spaces of the register and their desks by municipality."""
    found = (
        listed_on(day)
        .order_by()
        .values_list("municipality")
        .annotate(Sum("desks"), Count("pk"), Sum("accessible_desks"))
    )
    heads = (
        Head("postazioni", _("Desks"), "integer"),
        Head("spazi", _("Spaces"), "integer"),
        Head("postazioni_accessibili", _("Accessible desks"), "integer"),
    )
    rows = sorted((place, tuple(figures), "") for place, *figures in found)
    says = _("Spaces in the register today, suspended ones included, and their desks.")
    return of_facts(Subject("spazi", _("Spaces and desks"), says, _("Municipality")), heads, rows)


def offers_by_area(day: date) -> Table:
    """Count the places that hosts offer to interns today, by area of work."""
    found = (
        published_on(day)
        .order_by()
        .values_list("area")
        .annotate(all_places=Sum(Coalesce("admitted_places", "places")), offers=Count("pk"))
    )
    labels = dict(Area.choices)
    heads = (Head("posti", _("Places"), "integer"), Head("offerte", _("Offers"), "integer"))
    rows = sorted((str(labels.get(area, area)), tuple(figures), "") for area, *figures in found)
    says = _("Places that firms and bodies offer to interns today, by area of work.")
    return of_facts(Subject("tirocini", _("Internships on offer"), says, _("Area")), heads, rows)


TABLES: dict[str, Callable[[date], Table]] = {
    "fondi": lambda day: by_call(),
    "comuni": lambda day: by_municipality(),
    "genere": lambda day: by_sex(),
    "eta": lambda day: by_age(),
    "spazi": spaces_by_municipality,
    "tirocini": offers_by_area,
    **interns.TABLES,
}


def _people(about: Subject, groups: list[Group]) -> Table:
    return of_people(about, groups, settings.STATISTICS_LEAST)

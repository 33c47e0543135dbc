"""What speaks against a genuine internship, for the office alone (R-BAN-07): read from papers, register, visits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from calls.models import Parameter
from internships.models import Condition, Deed, Internship, Month, SignSeen
from internships.models.statuses import AFTER_END, HOLDS_PLACE
from internships.plans import current_deed
from internships.rules import surveying
from parties import moment

if TYPE_CHECKING:
    from workflows.rules import Outcome

Kind = SignSeen.Kind


def excess_percent() -> int:
    """Return by how much the hours go above the plan before they are a sign, in percent."""
    return int(Parameter.objects.value("internship_practice", moment.today())["excess_percent"])


def watched() -> QuerySet[Internship]:
    """Return the internships that have begun with what the signs are read from, in a few queries."""
    return (
        Internship.objects.filter(started_at__isnull=False)
        .annotate(
            done=_minutes("done_minutes"),
            planned=_minutes("planned_minutes"),
            beside=Coalesce(Subquery(_in_unit()), 0),
        )
        .select_related("offer__applicant", "promoter__party", "trainee", "condition", "agreement")
        .prefetch_related("deeds", "signs", "interim_reports")
    )


def with_signs() -> QuerySet[Internship]:
    """Return the internships that have at least one sign."""
    return (
        watched()
        .filter(
            ~Exists(_signed(Deed.Kind.CONVENTION))
            | ~Exists(_signed(Deed.Kind.PLAN))
            | Q(promoter__party__tax_code=F("offer__applicant__tax_code"))
            | ~Exists(
                Condition.objects.filter(internship=OuterRef("pk"), evidence_on__isnull=False)
            )
            | Q(_over_quota(), status__in=HOLDS_PLACE)
            | Q(planned__gt=0, done__gte=F("planned") * (100 + excess_percent()) / 100.0)
            | Exists(SignSeen.objects.filter(internship=OuterRef("pk"), cleared_because=""))
            | Q(interim_reports__plan_holds=False)
        )
        .distinct()
    )


def signs_of(case: Internship, excess: int | None = None) -> list[Outcome]:
    """Return the signs of an internship that `watched` has read (R-BAN-07)."""
    seen = {one.kind for one in case.signs.all() if not one.cleared_because}
    reports = case.interim_reports.all()
    convention, plan = current_deed(case, "convention"), current_deed(case, "plan")
    condition = getattr(case, "condition", None)
    told = surveying.Signs(
        has_convention=convention is not None and convention.completed_at is not None,
        has_plan=plan is not None and plan.completed_at is not None,
        promoter_is_host=case.promoter is not None
        and case.promoter.party.tax_code == case.host.tax_code,
        category_proved=condition is not None and condition.evidence_on is not None,
        too_short=False,
        over_quota=case.status in HOLDS_PLACE and _takes_too_many(case),
        replaces_staff=Kind.REPLACES in seen,
        planned=case.planned,  # type: ignore[attr-defined]
        done=case.done,  # type: ignore[attr-defined]
        treated_as_staff=Kind.AS_STAFF in seen,
        other_activity=Kind.OTHER_ACTIVITY in seen
        or any(one.plan_holds is False for one in reports),
    )
    return surveying.indicators(told, excess_percent() if excess is None else excess)


def open_statuses() -> list[str]:
    """Return the statuses in which somebody still looks at an internship."""
    return [str(one) for one in (*HOLDS_PLACE, *AFTER_END)]


def _minutes(field: str) -> Coalesce:
    closed = Month.objects.filter(internship=OuterRef("pk")).order_by().values("internship")
    return Coalesce(Subquery(closed.annotate(sum=Sum(field)).values("sum")), 0)


def _in_unit() -> Any:
    """Count the internships that hold a place of the unit now."""
    held = Internship.objects.filter(
        unit=OuterRef("unit"), status__in=HOLDS_PLACE, started_at__isnull=False
    )
    return held.order_by().values("unit").annotate(count=Count("pk")).values("count")


def _over_quota() -> Q:
    return Q(beside__gt=F("offer__base_quota") + F("offer__premium_quota"))


def _takes_too_many(case: Internship) -> bool:
    base, premium = case.offer.base_quota, case.offer.premium_quota
    return base is not None and case.beside > base + (premium or 0)  # type: ignore[attr-defined]


def _signed(kind: str) -> QuerySet[Deed]:
    return Deed.objects.filter(
        internship=OuterRef("pk"), kind=kind, dropped_at__isnull=True, completed_at__isnull=False
    )

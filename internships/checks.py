"""What the rules say of an offer: gathers the facts, asks `rules`, returns the outcomes.

The state machine names these functions in its conditions; pages show the same outcomes.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone

from internships.banned import ban_outcomes
from internships.facts import Facts
from internships.parameters import limits_on
from internships.rules import bans, duration, green, hosts, indemnity, papers, procedure, quota
from internships.rules.dates import end_for
from internships.rules.recipients import Category, Kind
from internships.stored import content_of
from parties import moment
from workflows.rules.papers import declarations_made, documents_present

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from calls.models import Call, CallVersion
    from coworking_registry.models import Space
    from internships.models import HostOffer
    from workflows.rules import Outcome

HOST = "host"
MANAGES = "manages"
WANT_SPACE = {MANAGES, "networked"}
# Whoever is not yet known is judged as the most common recipient: plans are judged one by one.
ANYBODY = Category.UNEMPLOYED
IN_ORDER = {"in_order", "not_subject"}


def filing_day(case: HostOffer) -> date:
    """Return the day on which the offer counts as filed: today until it is."""
    return timezone.localtime(case.submitted_at).date() if case.submitted_at else moment.today()


def facts_of(case: HostOffer) -> Facts:
    """Return an offer that is filed, or is just being, with what its rules must know."""
    return Facts(
        content_of(case), case.call_version, filing_day(case), moment.today(), number=case.pk
    )


def filing_outcomes(case: HostOffer) -> list[Outcome]:
    """All that must hold to file: in time, the host, the place, the room in the unit, the papers."""
    here = case.documents.values_list("requirement", flat=True)
    return [
        window_outcome(case.call),
        *judged(facts_of(case)),
        *paper_outcomes_of(case.call_version, here, case.declarations),
    ]


def window_outcome(call: Call) -> Outcome:
    """Whether the call receives offers now (R-PUB-02)."""
    now = moment.now()
    received = f"{timezone.localtime(now):%d/%m/%Y %H:%M:%S}"
    return procedure.in_window(received=received, is_open=call.is_open_at(now))


def merit_outcomes(case: HostOffer) -> list[Outcome]:
    """The rules on host, place and plan of a filed offer."""
    return judged(facts_of(case))


def admission_outcomes(case: HostOffer) -> list[Outcome]:
    """All that must hold to propose admission: what held at filing, and one free place at least."""
    facts = facts_of(case)
    return [*judged(facts, places=1), *_papers_of(case)]


def publication_outcomes(case: HostOffer) -> list[Outcome]:
    """All that must hold to publish: the same again, with the places that were proposed."""
    return [*judged(facts_of(case), places=case.admitted_places or 1), *_papers_of(case)]


def first_integration_outcomes(case: HostOffer) -> list[Outcome]:
    """What is missing is asked for once (R-PUB-04)."""
    return [procedure.completed_once(case.integration_requests.count())]


def paper_outcomes(case: HostOffer) -> list[Outcome]:
    """The rules on documents and declarations of a filed offer."""
    return _papers_of(case)


def paper_outcomes_of(
    version: CallVersion, here: Iterable[str], declared: Iterable[str]
) -> list[Outcome]:
    """The rules on documents that are there and declarations that were made."""
    present, ticked = set(here), set(declared)
    wanted = [one for one in version.documents.all() if concerns_hosts(one.only_for)]
    return [
        *documents_present(
            [
                (one.title_it, one.is_essential)
                for one in wanted
                if one.is_required and one.code not in present
            ]
        ),
        declarations_made(
            [
                one.title_it
                for one in version.declarations.all()
                if concerns_hosts(one.only_for) and one.code not in ticked
            ]
        ),
    ]


def concerns_hosts(only_for: Iterable[str]) -> bool:
    """Tell whether a document or declaration of the call is asked of hosts."""
    named = list(only_for)
    return not named or HOST in named


def judged(facts: Facts, *, places: int | None = None) -> list[Outcome]:
    """Return what every rule on the content says; `places` where fewer are looked at than asked."""
    content = facts.content
    return [
        *_host(facts),
        *_plan(facts),
        places_outcome(facts, content.places if places is None else places),
        *facts.room.told,
        papers.host_tutor_free(
            facts.tutor_follows + (content.places if places is None else places) - 1, facts.limits
        ),
        papers.tutor_suitable(
            content.tutor_role,
            content.tutor_years,
            content.tutor_skills,
            facts.parameters.tutor_least_years,
        ),
        *(_green(facts) if facts.parameters.is_green else [_link(facts)]),
    ]


def host_outcomes(case: HostOffer) -> list[Outcome]:
    """The rules on the host of a filed offer, asked again whenever something is signed (R-PUB-21)."""
    return _host(facts_of(case))


def places_outcome(facts: Facts, places: int) -> Outcome:
    """Whether so many places are free in the unit (R-NUM-07)."""
    room = facts.room
    return quota.places_free(places, room.present, room.base, room.premium)


def _host(facts: Facts) -> list[Outcome]:
    content = facts.content
    return [
        hosts.safety_in_order(declared=content.safety_in_order, assessed_on=content.assessed_on),
        hosts.disabled_quota_in_order(in_order=content.disabled_quota in IN_ORDER),
        hosts.no_layoff(content.layoffs),
        hosts.no_dismissal(content.dismissals, content.start_from, facts.limits.bans),
        hosts.no_insolvency(
            running=content.is_insolvent, union_agreement=content.insolvency_agreement
        ),
        hosts.call_requirements(_missing(facts)),
        bans.replaces_nobody(declared=content.replaces_nobody),
        *ban_outcomes(content.host_tax_code, facts.today),
    ]


def _missing(facts: Facts) -> list[str]:
    """Return what the call asks of hosts and the offer does not have (R-HOS-09)."""
    content, set_ = facts.content, facts.parameters
    least, most = set_.months
    asked = {
        f"unità operativa in provincia di {set_.province}": content.unit.province == set_.province,
        "regolarità contributiva (DURC)": content.contributions_in_order,
        "diritto annuale in regola": content.annual_fee_paid,
        "assenza di cause antimafia": content.no_antimafia,
        f"durata da {least} a {most} mesi": least <= content.months <= most,
        f"al massimo {set_.max_per_host} posti per ospitante": (
            facts.places_elsewhere + content.places <= set_.max_per_host
        ),
    }
    return [what for what, holds in asked.items() if not holds]


def _plan(facts: Facts) -> list[Outcome]:
    content, limits = facts.content, facts.limits
    start, end = content.start_from, end_for(content.start_from, content.months)
    allowed = duration.months_allowed(
        content.levels, kind=Kind.ORDINARY, category=ANYBODY, limits=limits.duration
    )
    return [
        bans.not_elementary(content.levels, limits.duration),
        bans.not_serial(*facts.serial, limits.bans),
        duration.long_enough(
            start,
            end,
            kind=Kind.ORDINARY,
            category=ANYBODY,
            seasonal=content.is_seasonal,
            limits=limits.duration,
        ),
        duration.short_enough(start, end, allowed),
        duration.hours_within_contract(
            _hours(content.weekly_minutes), _hours(content.contract_minutes)
        ),
        duration.remote_described(content.remote_rules, remote_days=content.remote_days),
        allowance_of(
            content.allowance,
            is_public=content.is_public,
            meals=content.gives_meals,
            daily_hours=_hours(content.daily_minutes),
            day=start,
        ),
    ]


def allowance_of(
    amount: Decimal, *, is_public: bool, meals: bool, daily_hours: Decimal, day: date
) -> Outcome:
    """Whether an allowance, in EUR a month, reaches the least due on a day (R-IND-01..05)."""
    return indemnity.amount_enough(
        amount,
        is_public=is_public,
        meals=meals,
        max_daily_hours=daily_hours,
        limits=limits_on(day).indemnity,
    )


def _green(facts: Facts) -> list[Outcome]:
    set_ = facts.parameters
    return [
        green.placement_green(facts.score, set_.placement_least),
        green.green_enough(facts.score, set_.green_least),
    ]


def link_of(link: str, space: Space | None, *, is_listed: bool, host_tax_code: str) -> Outcome:
    """Whether a host is tied to coworking as it says; who manages a space is known by tax code."""
    return hosts.tied_to_coworking(
        link=link,
        wants_space=link in WANT_SPACE,
        space=space.name if space else "",
        is_listed=is_listed,
        is_managed=link != MANAGES or space is None or space.manager.tax_code == host_tax_code,
    )


def _link(facts: Facts) -> Outcome:
    content = facts.content
    return link_of(
        content.link,
        facts.space,
        is_listed=facts.is_listed,
        host_tax_code=content.host_tax_code,
    )


def _papers_of(case: HostOffer) -> list[Outcome]:
    here = [document.requirement for document in case.documents.all()]
    return paper_outcomes_of(case.call_version, here, case.declarations)


def _hours(minutes: int) -> Decimal:
    return Decimal(minutes) / 60

"""A few answers to "can I apply?", weighed with the rules and the frozen parameters of a call.

Nothing is stored. The rules are those that weigh the application itself (`grants.rules`).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from calls.models import Call, Parameter
from grants import rules as grant_rules
from grants.parameters import RentParameters
from portal import rules
from workflows.rules import Outcome, Verdict

UNDERTAKINGS = {"enterprise", "professional"}
ELSEWHERE = "elsewhere"


@dataclass(frozen=True)
class Answers:
    """What the person tells of themselves; amounts in EUR, without VAT where it is recovered."""

    applicant_kind: str
    commits_to_vat: bool
    birth_date: date
    municipality: str
    months: int
    monthly_spend: Decimal
    other_aid: bool
    already_applied: bool
    aid_received: Decimal = Decimal(0)


@dataclass(frozen=True)
class Finding:
    """The answer to "can I apply?": every rule, and the contribution these answers would give."""

    outcomes: list[Outcome]
    contribution: grant_rules.Contribution

    @property
    def may_apply(self) -> bool:
        """Whether no rule stands against it."""
        return not any(outcome.blocks for outcome in self.outcomes)

    @property
    def blocking(self) -> int:
        """How many rules stand against it."""
        return sum(outcome.blocks for outcome in self.outcomes)


def weigh(call: Call, answers: Answers, now: datetime) -> Finding:
    """Weigh the answers as an application filed at `now`, or on the opening day of a call to come."""
    set_ = RentParameters.of(call.version)
    on = timezone.localtime(max(now, call.opens_at)).date()
    amount = grant_rules.contribution(
        [grant_rules.Line("", "", Decimal(answers.months), answers.monthly_spend, Decimal(0))],
        rate_percent=set_.rate_percent,
        ceiling=set_.ceiling,
        minimum=set_.minimum_spend,
        with_vat=False,
    )
    outcomes = [
        _in_time(call, now),
        *_who(call, answers, set_, on),
        *_what(answers, set_, amount, on),
        *_money(call, answers, amount, on),
    ]
    return Finding(outcomes, amount)


def _in_time(call: Call, now: datetime) -> Outcome:
    received = f"{timezone.localtime(now):%d/%m/%Y %H:%M}"
    outcome = grant_rules.call_open(received=received, is_open=call.is_open_at(now))
    if outcome.verdict is Verdict.MET:
        return Outcome("RANK-05", Verdict.MET, "Il bando è aperto.", source=outcome.source)
    if now < call.opens_at:
        opens = timezone.localtime(call.opens_at)
        return rules.with_remedy(
            outcome, f"Il bando apre il {opens:%d/%m/%Y} alle {opens:%H:%M}: torna allora."
        )
    return rules.with_remedy(outcome, "Il bando è chiuso: guarda quelli aperti e quelli in arrivo.")


def _who(call: Call, answers: Answers, set_: RentParameters, on: date) -> list[Outcome]:
    closes_on = timezone.localtime(call.closes_at).date() if call.closes_at else None
    age = grant_rules.age_within(answers.birth_date, on, set_.age)
    if set_.age:
        remedy = rules.age_remedy(answers.birth_date, on, closes_on, set_.age)
        age = rules.with_remedy(age, remedy)
    province = "un'altra provincia" if answers.municipality == ELSEWHERE else set_.province
    vat = grant_rules.vat_commitment(
        answers.applicant_kind == "aspiring", answers.commits_to_vat, set_.vat_opening_days
    )
    return [
        age,
        rules.with_remedy(
            grant_rules.seat_in_province(province, set_.province),
            rules.province_remedy(set_.province),
        ),
        rules.with_remedy(vat, "Nella domanda ti sarà chiesto di prendere questo impegno."),
        rules.one_application(already=answers.already_applied, only_one=set_.one_per_applicant),
    ]


def _what(
    answers: Answers, set_: RentParameters, amount: grant_rules.Contribution, on: date
) -> list[Outcome]:
    start = on + timedelta(days=1)
    end = grant_rules.months_after(start, answers.months) - timedelta(days=1)
    *_starts_later, length = grant_rules.period_within(start, end, on, set_.period_months)
    return [
        rules.with_remedy(length, rules.period_remedy(answers.months, set_.period_months)),
        rules.with_remedy(
            grant_rules.minimum_reached(amount, set_.minimum_spend),
            rules.spend_remedy(answers.months, set_.minimum_spend),
        ),
        rules.with_remedy(
            grant_rules.no_other_aid(answers.other_aid, ""),
            "Chiedi il contributo per una spesa diversa, oppure rinuncia all'altro.",
        ),
    ]


def _money(
    call: Call, answers: Answers, amount: grant_rules.Contribution, on: date
) -> list[Outcome]:
    estimate = amount.amount or Decimal(0)
    found = []
    if answers.applicant_kind in UNDERTAKINGS:
        law: dict[str, Any] = Parameter.objects.value("de_minimis_general", on)
        ceiling = Decimal(law["ceiling"])
        room = max(ceiling - answers.aid_received, Decimal(0))
        found.append(
            rules.with_remedy(
                grant_rules.aid_room(estimate, room, ceiling, law["years"]),
                "Puoi chiedere un contributo più basso, o aspettare che l'aiuto più vecchio esca "
                "dal conto.",
            )
        )
    budget = getattr(call, "budget", None)
    if budget is not None and estimate:
        found.append(rules.funds_today(estimate, budget.available))
    return found

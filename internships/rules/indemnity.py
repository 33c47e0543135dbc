"""What an intern is paid (R-IND), in EUR before tax."""

from decimal import Decimal
from enum import StrEnum

from internships.rules.dates import hours
from internships.rules.limits import IndemnityLimits
from internships.rules.recipients import SOURCE, Category
from workflows.rules import Outcome, Verdict, advise, judge
from workflows.rules.words import cents, euro

# A month of pay has thirty days (R-IND-11).
MONTH_DAYS = 30


class Payer(StrEnum):
    """Who pays the indemnity (R-IND-13)."""

    HOST = "host"
    FUNDER = "funder"
    MIXED = "mixed"


def least_due(
    *, is_public: bool, meals: bool, max_daily_hours: Decimal, limits: IndemnityLimits
) -> Decimal:
    """R-IND-01..05: the lowest of the minimums that apply, in EUR a month."""
    if is_public:
        return limits.public_body
    amounts = [limits.full]
    if meals:
        amounts.append(limits.with_meals)
    if max_daily_hours <= limits.short_day_hours:
        amounts.append(limits.short_day)
    return min(amounts)


def amount_enough(
    agreed: Decimal,
    *,
    is_public: bool,
    meals: bool,
    max_daily_hours: Decimal,
    limits: IndemnityLimits,
) -> Outcome:
    """R-IND-01..05: not under the minimum; a public body also gives meals on long days."""
    least = least_due(
        is_public=is_public, meals=meals, max_daily_hours=max_daily_hours, limits=limits
    )
    rule, inputs = "R-IND-05", {"pattuita": agreed, "minimo": least, "ore": hours(max_daily_hours)}
    if is_public:
        rule = "R-IND-04"
        if max_daily_hours > limits.public_meal_over_hours and not meals:
            return Outcome(
                rule,
                Verdict.NOT_MET,
                f"Oltre {limits.public_meal_over_hours} ore al giorno l'ente pubblico riconosce "
                "anche il pasto.",
                inputs,
                SOURCE,
            )
    return judge(
        rule,
        agreed >= least,
        yes=f"L'indennità di {euro(agreed)} raggiunge il minimo di {euro(least)}.",
        no=f"L'indennità di {euro(agreed)} è sotto il minimo di {euro(least)}.",
        inputs=inputs,
        source=SOURCE,
    )


def due_at_all(
    agreed: Decimal,
    *,
    category: Category,
    has_income_support: bool,
    meals: bool,
    limits: IndemnityLimits,
) -> Outcome:
    """R-IND-09, R-IND-10: with income support the indemnity is not due, and adds up where given."""
    if not has_income_support and category is not Category.INCOME_SUPPORT:
        return Outcome("R-IND-09", Verdict.MET, "L'indennità è dovuta.", source=SOURCE)
    reference = limits.with_meals if meals else limits.full
    return advise(
        "R-IND-09",
        agreed == 0 or agreed >= reference,
        yes=(
            "Chi riceve un sostegno al reddito non ha diritto all'indennità; può avere un rimborso "
            "delle spese di viaggio."
            if agreed == 0
            else "L'indennità si cumula con il sostegno al reddito (INPS, circ. 174/2017)."
        ),
        no=f"Chi riceve un sostegno al reddito può avere un'indennità: se c'è, il riferimento è "
        f"{euro(reference)}.",
        inputs={"pattuita": agreed, "riferimento": reference},
        source=SOURCE,
    )


def agreed_for(agreed: Decimal, days: int, *, is_whole: bool) -> Decimal:
    """R-IND-11, R-DUR-15: the amount agreed for a month, or a thirtieth of it for each day that runs.

    A month is not whole where the internship ended or stood still in it.
    """
    return agreed if is_whole else min(agreed, cents(agreed * days / MONTH_DAYS))


def amount_due(
    agreed: Decimal, planned_minutes: int, done_minutes: int, limits: IndemnityLimits
) -> tuple[Decimal | None, Outcome]:
    """R-IND-06..08: what a month is worth: all of it, a share, the floor, or a person's decision.

    Shares are compared as they are, not rounded. None where nobody came and nothing was suspended:
    that is not paid by itself. A month wholly suspended is worth nothing (R-DUR-15).
    """
    inputs = {"ore previste": planned_minutes / 60, "ore svolte": done_minutes / 60}
    if planned_minutes == 0:
        sentence = "Nel mese non erano previste ore: nulla è dovuto."
        return Decimal(0), Outcome("R-DUR-15", Verdict.MET, sentence, inputs, SOURCE)
    if done_minutes == 0:
        sentence = "Nel mese non risultano ore svolte: l'importo va deciso da una persona."
        return None, Outcome("R-IND-08", Verdict.WARNING, sentence, inputs, SOURCE)
    if done_minutes * 100 >= limits.full_from_percent * planned_minutes:
        sentence = (
            f"La presenza raggiunge il {limits.full_from_percent}%: l'indennità di "
            f"{euro(agreed)} è dovuta per intero."
        )
        return agreed, Outcome("R-IND-06", Verdict.MET, sentence, inputs, SOURCE)
    share = cents(agreed * done_minutes / planned_minutes)
    due = min(agreed, max(limits.floor, share))
    sentence = (
        f"La presenza è sotto il {limits.full_from_percent}%: in proporzione spetterebbero "
        f"{euro(share)}, con un minimo di {euro(limits.floor)}. Sono dovuti {euro(due)}."
    )
    return due, Outcome("R-IND-07", Verdict.MET, sentence, inputs, SOURCE)

"""How long an internship lasts, stands still and goes on (R-DUR)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from internships.rules.dates import days_in, end_for, hours
from internships.rules.limits import DurationLimits
from internships.rules.recipients import FRAGILE, SOURCE, Category, Kind
from workflows.rules import Outcome, Verdict, advise, judge
from workflows.rules.words import day


class Pause(StrEnum):
    """Why an internship stands still (R-DUR-12, R-DUR-13)."""

    MATERNITY = "maternity"
    ILLNESS = "illness"
    INJURY = "injury"
    CLOSURE = "closure"


def long_enough(
    start: date,
    end: date,
    *,
    kind: Kind,
    category: Category,
    seasonal: bool,
    limits: DurationLimits,
) -> Outcome:
    """R-DUR-01..04: not under the least duration, which depends on host, kind and category."""
    if kind is Kind.SUMMER:
        rule, first = "R-DUR-03", start + timedelta(days=limits.summer_min_days - 1)
    elif category in FRAGILE:
        return Outcome("R-DUR-04", Verdict.MET, "La durata minima non si applica.", source=SOURCE)
    elif seasonal:
        rule, first = "R-DUR-02", end_for(start, limits.min_months_seasonal)
    else:
        rule, first = "R-DUR-01", end_for(start, limits.min_months)
    return judge(
        rule,
        end >= first,
        yes="Il tirocinio raggiunge la durata minima.",
        no=f"Il tirocinio è troppo breve: non può finire prima del {day(first)}.",
        inputs={"inizio": start, "fine": end, "minimo": first},
        source=SOURCE,
    )


def months_allowed(
    levels: Sequence[int],
    *,
    kind: Kind,
    category: Category,
    limits: DurationLimits,
    added_levels: Sequence[int] | None = None,
) -> tuple[str, int]:
    """Return the rule that sets the most months, extensions included, and how many they are.

    `added_levels` are those of an extension's new competences: one qualified is enough (R-DUR-07);
    in the first plan all must be (R-DUR-05, R-DUR-06).
    """
    if kind is Kind.SUMMER:
        return "R-DUR-03", limits.summer_max_months
    if category is Category.DISABLED:
        return "R-DUR-09", limits.max_months_disabled
    if category is Category.DISADVANTAGED:
        return "R-DUR-08", limits.max_months_disadvantaged
    least = limits.qualified_level
    if added_levels is not None:
        is_qualified = any(level >= least for level in added_levels)
        return "R-DUR-07", (
            limits.max_months_qualified if is_qualified else limits.max_months_basic
        )
    if levels and all(level >= least for level in levels):
        return "R-DUR-06", limits.max_months_qualified
    # Mixed levels fail the rule on longer plans; only basic ones never come near it.
    mixed = any(level >= least for level in levels)
    return ("R-DUR-06" if mixed else "R-DUR-05"), limits.max_months_basic


def short_enough(
    start: date, end: date, allowed: tuple[str, int], *, suspended_days: int = 0
) -> Outcome:
    """R-DUR-05..10, R-BAN-08: not over the most months, suspended days apart."""
    rule, months = allowed
    last = end_for(start, months) + timedelta(days=suspended_days)
    return judge(
        rule,
        end <= last,
        yes=f"Il tirocinio resta nel massimo di {months} mesi.",
        no=f"Il tirocinio supera il massimo di {months} mesi: non può finire dopo il {day(last)}.",
        inputs={"inizio": start, "fine": end, "massimo": last, "sospesi": suspended_days},
        source=SOURCE,
    )


def extension_in_time(
    asked_on: date, end: date, extended: int, limits: DurationLimits
) -> list[Outcome]:
    """R-DUR-11: an extension is asked before the end, in good time, and once."""
    before_end = judge(
        "R-DUR-11",
        asked_on <= end,
        yes="La proroga è chiesta prima della fine.",
        no=f"Il tirocinio è finito il {day(end)}: non può più essere prorogato.",
        inputs={"richiesta": asked_on, "fine": end},
        source=SOURCE,
    )
    latest = end - timedelta(days=limits.extension_notice_days)
    return [
        before_end,
        advise(
            "R-DUR-11",
            asked_on <= latest,
            yes="La proroga è chiesta con il preavviso in uso.",
            no=f"La proroga andava chiesta entro il {day(latest)}.",
            inputs={"richiesta": asked_on, "entro": latest},
            source="Prassi dei promotori",
        ),
        advise(
            "R-DUR-11",
            extended < limits.max_extensions,
            yes="È la prima proroga.",
            no="Il tirocinio è già stato prorogato.",
            inputs={"proroghe": extended},
            source="Prassi dei promotori",
        ),
    ]


def not_extendable_summer(kind: Kind) -> Outcome:
    """R-DUR-03: a summer internship is not extended."""
    return judge(
        "R-DUR-03",
        kind is not Kind.SUMMER,
        yes="Il tipo di tirocinio ammette la proroga.",
        no="Il tirocinio estivo non è prorogabile.",
        source=SOURCE,
    )


def pause_long_enough(reason: Pause, first: date, last: date, limits: DurationLimits) -> Outcome:
    """R-DUR-12, R-DUR-13: only a long absence stops the clock; a shorter one is an absence."""
    least = {
        Pause.MATERNITY: 0,
        Pause.ILLNESS: limits.illness_days,
        Pause.INJURY: limits.illness_days,
        Pause.CLOSURE: limits.closure_days,
    }[reason]
    count = days_in(first, last)
    return judge(
        "R-DUR-13" if reason is Pause.CLOSURE else "R-DUR-12",
        count >= max(least, 1),
        yes=f"La sospensione dura {count} giorni.",
        no=f"Una sospensione per questo motivo dura almeno {least} giorni, non {count}: va "
        "registrata come assenza.",
        inputs={"dal": first, "al": last, "giorni": count},
        source=SOURCE,
        remedy="Registra l'assenza nel registro del mese.",
    )


def pause_told_in_time(
    told_on: date, first: date, *, foreseeable: bool, limits: DurationLimits
) -> Outcome:
    """R-DUR-16: what can be foreseen is told in advance; practice, hence a warning."""
    latest = first - timedelta(days=limits.suspension_notice_days)
    return advise(
        "R-DUR-16",
        not foreseeable or told_on <= latest,
        yes="La sospensione è comunicata per tempo.",
        no=f"Una sospensione prevedibile andava comunicata entro il {day(latest)}.",
        inputs={"comunicata": told_on, "entro": latest},
        source="Prassi dei promotori",
    )


def end_after_pauses(end: date, suspended_days: int) -> date:
    """R-DUR-14: suspended days are recovered at the end."""
    return end + timedelta(days=suspended_days)


def reason_to_stop(reason: str, *, by_intern: bool) -> Outcome:
    """R-DUR-17, R-DUR-18: an early end has its reason in writing, whoever asks for it."""
    return judge(
        "R-DUR-17" if by_intern else "R-DUR-18",
        bool(reason.strip()),
        yes="L'interruzione è motivata.",
        no="L'interruzione va motivata per iscritto.",
        source=SOURCE,
    )


def never_begun(attended_days: int) -> Outcome:
    """R-DUR-19: only an internship without a day of attendance can be annulled."""
    return judge(
        "R-DUR-19",
        attended_days == 0,
        yes="Il tirocinio non è mai iniziato: può essere annullato.",
        no=f"Il registro ha {attended_days} giorni di presenza: il tirocinio si interrompe, non si "
        "annulla.",
        inputs={"presenze": attended_days},
        source=SOURCE,
    )


def hours_within_contract(weekly: Decimal, contract: Decimal) -> Outcome:
    """R-DUR-20: weekly hours within those of the host's collective agreement."""
    return judge(
        "R-DUR-20",
        Decimal(0) < weekly <= contract,
        yes=f"Le ore settimanali ({hours(weekly)}) rispettano il contratto collettivo "
        f"({hours(contract)}).",
        no=f"Le ore settimanali devono essere tra 1 e {hours(contract)}, quelle del contratto "
        f"collettivo: sono {hours(weekly)}.",
        inputs={"ore": hours(weekly), "contratto": hours(contract)},
        source=SOURCE,
    )


def odd_hours_explained(justification: str, *, at_night_or_holidays: bool) -> Outcome:
    """R-DUR-21: evenings and holidays only where the host's organisation needs them."""
    return advise(
        "R-DUR-21",
        not at_night_or_holidays or bool(justification.strip()),
        yes="Gli orari non chiedono una giustificazione, o la hanno.",
        no="Orari serali o festivi vanno giustificati dall'organizzazione dell'ospitante.",
        source=SOURCE,
    )


def remote_described(section: str, *, remote_days: int) -> Outcome:
    """R-DUR-22: an internship at a distance is described in the plan."""
    return judge(
        "R-DUR-22",
        remote_days == 0 or bool(section.strip()),
        yes="Il progetto descrive il tirocinio a distanza, o non lo prevede.",
        no="Il progetto prevede giorni a distanza: descrivi luogo, giorni, strumenti e tutoraggio.",
        inputs={"giorni a distanza": remote_days},
        source=SOURCE,
    )


def suspended_between(pauses: Iterable[tuple[date, date]]) -> int:
    """Return how many days stand still in all; each pause with both ends."""
    return sum(days_in(first, last) for first, last in pauses)

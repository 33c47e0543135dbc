"""What the rules say of an internship that runs, or has ended: conditions of its later moves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from internships.models.statuses import MonthStatus
from internships.parameters import limits_on
from internships.places import condition_of, place_in
from internships.plans import discreet, hours_outcome
from internships.quota import room_for
from internships.register import planned_on
from internships.rules import attendance, duration
from internships.rules.duration import Pause
from internships.rules.recipients import Category, Kind
from parties import moment
from workflows.rules import Outcome, Verdict, advise, judge
from workflows.rules.words import day

if TYPE_CHECKING:
    from datetime import date

    from internships.models import Extension, Internship, Suspension, Variation


def open_suspension(case: Internship) -> Suspension | None:
    """Return the suspension that has not ended by a return."""
    return next((one for one in case.suspensions.all() if one.returned_on is None), None)


def open_extension(case: Internship) -> Extension | None:
    """Return the extension that was asked for and not decided yet."""
    return next((one for one in case.extensions.all() if one.state == one.State.ASKED), None)


def open_variation(case: Internship) -> Variation | None:
    """Return the variation that was asked for and not applied yet."""
    return next((one for one in case.variations.all() if one.applied_at is None), None)


def variation_outcomes(case: Internship) -> list[Outcome]:
    """Whether a variation can be applied: its addendum is signed by all (R-DOC-09)."""
    asked = open_variation(case)
    if asked is None:
        return [_wanted("R-DOC-09", "Nessuna variazione è stata chiesta.")]
    return [
        judge(
            "R-DOC-09",
            asked.deed is not None and asked.deed.completed_at is not None,
            yes="L'addendum è firmato da tutte le parti.",
            no="L'addendum non è ancora firmato da tutte le parti.",
        )
    ]


def suspended_days(case: Internship) -> int:
    """Return how many days it has stood still, both ends of each pause counted."""
    return duration.suspended_between(one.period for one in case.suspensions.all())


def most_months(case: Internship, asked: Extension) -> int:
    """Return how many months the internship may last with what an extension adds."""
    return _allowed(case, asked)[1]


def suspension_outcomes(case: Internship) -> list[Outcome]:
    """Whether the suspension that was written down may stand (R-DUR-12, R-DUR-13, R-DUR-16)."""
    limits = limits_on(case.start).duration
    pause = open_suspension(case)
    if pause is None:
        return [_wanted("R-DUR-12", "Indica i giorni della sospensione e il motivo.")]
    reason = Pause(pause.why.kind)
    inside = judge(
        "R-DUR-14",
        case.start <= pause.first_day <= case.end,
        yes="La sospensione è dentro il tirocinio.",
        no=f"La sospensione deve iniziare tra il {day(case.start)} e il {day(case.end)}.",
    )
    return [
        inside,
        duration.pause_long_enough(reason, pause.first_day, pause.last_day, limits),
        duration.pause_told_in_time(
            pause.told_on,
            pause.first_day,
            foreseeable=reason in {Pause.CLOSURE, Pause.MATERNITY},
            limits=limits,
        ),
    ]


def extension_outcomes(case: Internship) -> list[Outcome]:
    """Whether the extension that was asked for may be authorised (R-DUR-07, R-DUR-10, R-DUR-11)."""
    limits = limits_on(case.start)
    asked = open_extension(case)
    if asked is None:
        return [_wanted("R-DUR-11", "Nessuna proroga è stata chiesta.")]
    allowed = _allowed(case, asked)
    granted = sum(one.state == one.State.GRANTED for one in case.extensions.all())
    place = place_in(case, room_for(case, limits, asked.new_end))
    if place.blocks:
        # R-NUM-11: fixed terms may end before the new last day; a person looks at it.
        place = Outcome(
            "R-NUM-11", Verdict.WARNING, place.sentence, place.inputs, place.source, place.remedy
        )
    return discreet(
        [
            *duration.extension_in_time(asked.asked_on, case.end, granted, limits.duration),
            duration.not_extendable_summer(Kind(case.type)),
            duration.short_enough(
                case.start, asked.new_end, allowed, suspended_days=suspended_days(case)
            ),
            place,
            hours_outcome(case),
            _covered(case, asked.new_end),
            judge(
                "R-DOC-09",
                asked.deed is not None and asked.deed.completed_at is not None,
                yes="L'addendum della proroga è firmato da tutti.",
                no="L'addendum della proroga non è ancora firmato da tutte le parti.",
            ),
        ]
    )


def over_outcomes(case: Internship) -> list[Outcome]:
    """Whether the last day has passed."""
    return [
        judge(
            "R-DUR-10",
            moment.today() > case.end,
            yes="L'ultimo giorno è passato.",
            no=f"L'ultimo giorno è il {day(case.end)}: il tirocinio si conclude dal giorno dopo.",
            inputs={"fine": case.end},
        )
    ]


def months_closed_outcomes(case: Internship) -> list[Outcome]:
    """Whether every month of the register is closed, up to the last day (R-ATT-01)."""
    months = list(case.months.all())
    still = [str(one.number) for one in months if one.status != MonthStatus.CLOSED]
    last = max((one.last_day for one in months), default=None)
    ended = case.ended_on or case.end
    whole = last is not None and last >= ended
    missing = f"Restano da chiudere i mesi: {', '.join(still)}." if still else ""
    return [
        judge(
            "R-ATT-01",
            whole and not still,
            yes="Tutti i mesi del registro sono chiusi.",
            no=missing or f"Il registro non arriva al {day(ended)}.",
            inputs={"mesi": len(months), "aperti": len(still)},
        )
    ]


def attestation_outcomes(case: Internship) -> list[Outcome]:
    """Whether attendance and dossier give the attestation (R-ATT-05, R-ATT-06)."""
    return [share_outcome(case), dossier_outcome(case)]


def share_outcome(case: Internship) -> Outcome:
    """Whether enough of the planned hours were done (R-ATT-06, R-ATT-09)."""
    done, planned = minutes_of(case)
    return attendance.attestation_earned(done, planned, limits_on(case.start))


def dossier_outcome(case: Internship) -> Outcome:
    """Whether the dossier shows every activity of the plan (R-ATT-05)."""
    activities = list(case.activities.prefetch_related("evidence"))
    return attendance.dossier_complete(
        [one.text for one in activities], [one.text for one in activities if one.evidence.all()]
    )


def statement_outcomes(case: Internship) -> list[Outcome]:
    """Whether the declaration of attendance is due instead: the share was not reached (R-ATT-07)."""
    earned = share_outcome(case)
    return [
        judge(
            "R-ATT-07",
            earned.blocks,
            yes="La frequenza non dà diritto all'attestazione: spetta la dichiarazione.",
            no=earned.sentence,
            inputs=earned.inputs,
            source=earned.source,
        )
    ]


def minutes_of(case: Internship) -> tuple[int, int]:
    """Return the minutes done in closed months, and those planned to the last planned day (R-ATT-09)."""
    months = list(case.months.all())
    done = sum(one.done_minutes or 0 for one in months)
    planned = sum(one.planned_minutes or 0 for one in months)
    ended = case.ended_on
    if ended is not None and ended < case.end:
        planned += planned_between(case, ended + timedelta(days=1))
    return done, planned


def planned_between(case: Internship, first: date) -> int:
    """Return the minutes that the plan foresees from a day to the last one, by the hours of its week."""
    days = (case.end - first).days + 1
    return sum(planned_on(case, first + timedelta(days=n)) for n in range(days))


def extension_askable(case: Internship, asked_on: date) -> list[Outcome]:
    """Whether an extension may still be asked for: not after the end, whatever its months (R-DUR-11)."""
    granted = sum(one.state == one.State.GRANTED for one in case.extensions.all())
    limits = limits_on(case.start).duration
    return [
        *duration.extension_in_time(asked_on, case.ended_on or case.end, granted, limits),
        duration.not_extendable_summer(Kind(case.type)),
    ]


def _allowed(case: Internship, asked: Extension) -> tuple[str, int]:
    condition = condition_of(case)
    return duration.months_allowed(
        [],
        kind=Kind(case.type),
        category=Category(condition.category) if condition else Category.UNEMPLOYED,
        limits=limits_on(case.start).duration,
        added_levels=[one.level for one in asked.competences.all()],
    )


def _covered(case: Internship, new_end: date) -> Outcome:
    """R-INS-03: whether the policy reaches the new last day; it can still be renewed until then."""
    until = case.liability_expiry
    return advise(
        "R-INS-03",
        case.liability_renews or (until is not None and until >= new_end),
        yes="La polizza copre anche la proroga.",
        no=f"La polizza scade prima del {day(new_end)}: va rinnovata per la proroga.",
        inputs={"scadenza": until or "", "fine": new_end},
        source="Indirizzi regionali in materia di tirocini",
    )


def _wanted(rule: str, sentence: str) -> Outcome:
    return judge(rule, False, yes="", no=sentence)

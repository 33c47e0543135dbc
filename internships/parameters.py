"""The frozen parameters of a call for internships, typed, and the ruleset in force on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from calls.models import CallVersion, Parameter
from internships.rules.green import Grid
from internships.rules.limits import Limits, limits_from

COWORKING, GREEN = "coworking", "green_jobs"


@dataclass(frozen=True)
class OfferParameters:
    """What a call sets for the offers of hosts; terms in days, durations in months."""

    track: str
    province: str
    months: tuple[int, int]
    max_per_host: int
    text_characters: tuple[int, int]
    tutor_least_years: int
    green_least: int
    placement_least: int
    conclusion_days: int
    integration_days: int
    observation_days: int
    observation_pause_days: int

    @property
    def is_green(self) -> bool:
        """Whether the call is for green jobs: an offer then has a green profile, not a space."""
        return self.track == GREEN

    @classmethod
    def of(cls, version: CallVersion) -> OfferParameters:
        """Read a version's parameters; `KeyError` names one that the call does not set."""
        stored: Mapping[str, Any] = version.parameters
        return cls(
            track=stored["track"],
            province=stored["province"],
            months=_pair(stored["months"]),
            max_per_host=int(stored["max_per_host"]),
            text_characters=_pair(stored["text_characters"]),
            tutor_least_years=int(stored["tutor_least_years"]),
            green_least=int(stored.get("green_score_min") or 0),
            placement_least=int(stored.get("placement_score_min") or 0),
            conclusion_days=int(stored["conclusion_days"]),
            integration_days=int(stored["integration_days"]),
            observation_days=int(stored["observation_days"]),
            observation_pause_days=int(stored["observation_pause_days"]),
        )


@dataclass(frozen=True)
class CandidacyParameters:
    """What a call sets for candidates; terms in days, working days where the name says so."""

    age: tuple[int, int]
    most_preferences: int
    neet_only: bool
    forbids_kinship: bool
    text_characters: tuple[int, int]
    notice_days: int
    absence_working_days: int
    panel_least: int
    host_list_per_place: int
    unlisted_follow: bool
    acceptance_working_days: int
    confirmation_working_days: int
    start_days: int
    conclusion_days: int
    integration_days: int
    observation_days: int
    observation_pause_days: int

    @classmethod
    def of(cls, version: CallVersion) -> CandidacyParameters:
        """Read a version's parameters; `KeyError` names one that the call does not set."""
        stored: Mapping[str, Any] = version.parameters
        return cls(
            age=_pair(stored["age"]),
            most_preferences=int(stored["most_preferences"]),
            neet_only=bool(stored.get("neet_only")),
            forbids_kinship=bool(stored.get("forbids_kinship")),
            text_characters=_pair(stored["motivation_characters"]),
            notice_days=int(stored["interview_notice_days"]),
            absence_working_days=int(stored["absence_working_days"]),
            panel_least=int(stored["panel_least"]),
            host_list_per_place=int(stored["host_list_per_place"]),
            unlisted_follow=bool(stored["unlisted_follow"]),
            acceptance_working_days=int(stored["acceptance_working_days"]),
            confirmation_working_days=int(stored["confirmation_working_days"]),
            start_days=int(stored["start_days"]),
            conclusion_days=int(stored["conclusion_days"]),
            integration_days=int(stored["integration_days"]),
            observation_days=int(stored["observation_days"]),
            observation_pause_days=int(stored["observation_pause_days"]),
        )


@dataclass(frozen=True)
class RefundParameters:
    """What a call refunds to hosts: most EUR a month, or one sum by days; least attendance in percent."""

    monthly: Decimal | None
    steps: tuple[tuple[int, Decimal], ...]
    least_percent: int
    claim_days: int

    @property
    def refunds(self) -> bool:
        """Whether the call refunds anything."""
        return self.monthly is not None or bool(self.steps)

    @classmethod
    def of(cls, version: CallVersion) -> RefundParameters:
        """Read a version's parameters; what it does not set is not refunded."""
        stored: Mapping[str, Any] = version.parameters
        monthly = stored.get("host_refund_monthly")
        return cls(
            monthly=Decimal(monthly) if monthly else None,
            steps=tuple((days, Decimal(sum_)) for days, sum_ in stored.get("refund_by_days") or ()),
            least_percent=int(Decimal(stored.get("refund_attendance_percent") or 0)),
            claim_days=int(stored.get("claim_days") or 0),
        )


def takes_candidates(version: CallVersion) -> bool:
    """Tell whether people apply to a call as interns."""
    return bool(version.parameters.get("most_preferences"))


def limits_on(day: date) -> Limits:
    """Return the regional ruleset in force on a day: the start's governs an internship to its end."""
    return limits_from(Parameter.objects.value("internships", day))


@dataclass(frozen=True)
class RegisterNumbers:
    """What the register counts with: longest day in minutes, days to pay, months to the follow-up.

    `reminder_days` are those that a reminder gives to pay.
    """

    day_minutes: int
    payment_days: int
    reminder_days: int
    outcome_months: int


def register_on(day: date) -> RegisterNumbers:
    """Return the numbers of the monthly register in force on a day."""
    return RegisterNumbers(**Parameter.objects.value("internship_register", day))


def month_reminder_days(day: date) -> int:
    """Return how many days after the end of a month of the register whoever has it is reminded."""
    return int(Parameter.objects.value("internship_month_reminder", day))


def grid_on(day: date) -> Grid:
    """Return the points of the green profile in force on a day (R-GRN-01)."""
    stored = Parameter.objects.value("internship_green_grid", day)
    return Grid(
        sectors=stored["sectors"],
        roles={
            role: tuple((int(a), int(b)) for a, b in steps)
            for role, steps in stored["roles"].items()
        },
        certificates=stored["certificates"],
        other_certificate=stored["other_certificate"],
        certificates_cap=stored["certificates_cap"],
        measure=stored["measure"],
        measures_counted=stored["measures_counted"],
        measure_months=stored["measure_months"],
        report=stored["report"],
        tutor_experience=_pair(stored["tutor_experience"]),
        structured_training=_pair(stored["structured_training"]),
        bands=tuple((int(least), str(name)) for least, name in stored["bands"]),
    )


def _pair(stored: Any) -> tuple[int, int]:
    first, second = stored
    return int(first), int(second)

"""How green an offer is, from 0 to 100, each point with its evidence (R-GRN)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from workflows.rules import Outcome, judge
from workflows.rules.words import months_after


@dataclass(frozen=True, slots=True)
class Grid:
    """The points of the call: what each thing is worth and where sums are capped."""

    sectors: Mapping[str, int]
    roles: Mapping[str, tuple[tuple[int, int], ...]]
    certificates: Mapping[str, int]
    other_certificate: int
    certificates_cap: int
    measure: int
    measures_counted: int
    measure_months: int
    report: int
    tutor_experience: tuple[int, int]
    structured_training: tuple[int, int]
    bands: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate of the host; it counts with a number and while it is valid."""

    kind: str
    number: str
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of circular economy or energy, done on a day and proved by a document."""

    kind: str
    done_on: date
    proved: bool


@dataclass(frozen=True, slots=True)
class GreenProfile:
    """What a host says of itself and of the placement."""

    sector: str
    role: str
    green_hours_percent: int
    hours_shown: bool
    certificates: tuple[Certificate, ...] = ()
    measures: tuple[Measure, ...] = ()
    has_report: bool = False
    tutor_green_years: int = 0
    training_hours: int = 0


@dataclass(frozen=True, slots=True)
class GreenScore:
    """Points by letter of the grid, and their sum."""

    parts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All points together."""
        return sum(self.parts.values())

    @property
    def placement(self) -> int:
        """Points of the placement itself (B)."""
        return self.parts["B"]


def green_score(profile: GreenProfile, offered_on: date, grid: Grid) -> GreenScore:
    """R-GRN-01, R-GRN-04, R-GRN-05: points with evidence; what is not proved is worth nothing."""
    years, experience = grid.tutor_experience
    hours, training = grid.structured_training
    return GreenScore(
        {
            "A": grid.sectors.get(profile.sector, 0),
            "B": _placement(profile, grid),
            "C": _certificates(profile.certificates, offered_on, grid),
            "D": _measures(profile.measures, offered_on, grid),
            "E": grid.report if profile.has_report else 0,
            "F": (experience if profile.tutor_green_years >= years else 0)
            + (training if profile.training_hours >= hours else 0),
        }
    )


def placement_green(score: GreenScore, least: int) -> Outcome:
    """R-GRN-02: the placement itself must be green, whatever the host is."""
    return judge(
        "R-GRN-02",
        score.placement >= least,
        yes=f"Il tirocinio ha contenuto verde ({score.placement} punti su almeno {least}).",
        no=f"Il tirocinio in sé non ha abbastanza contenuto verde: {score.placement} punti, ne "
        f"servono {least}.",
        inputs={"punti": score.placement},
        source="Bando, profilo green",
    )


def green_enough(score: GreenScore, least: int) -> Outcome:
    """R-GRN-03: admission from a least score on."""
    return judge(
        "R-GRN-03",
        score.total >= least,
        yes=f"Il punteggio green è {score.total}: la soglia è {least}.",
        no=f"Il punteggio green è {score.total}: ne servono almeno {least}.",
        inputs={**score.parts, "totale": score.total},
        source="Bando, profilo green",
    )


def band(total: int, grid: Grid) -> str:
    """R-GRN-03: the band of a score; empty below all."""
    return next((name for least, name in sorted(grid.bands, reverse=True) if total >= least), "")


def _placement(profile: GreenProfile, grid: Grid) -> int:
    """Points by the share of green hours, where the plan's table of hours shows it."""
    if not profile.hours_shown:
        return 0
    steps = sorted(grid.roles.get(profile.role, ()), reverse=True)
    return next((points for least, points in steps if profile.green_hours_percent >= least), 0)


def _certificates(rows: Iterable[Certificate], on: date, grid: Grid) -> int:
    valid = {
        row.kind
        for row in rows
        if row.number.strip() and row.valid_to is not None and row.valid_to >= on
    }
    points = sum(grid.certificates.get(kind, grid.other_certificate) for kind in valid)
    return min(points, grid.certificates_cap)


def _measures(rows: Iterable[Measure], on: date, grid: Grid) -> int:
    since = months_after(on, -grid.measure_months)
    kinds = {row.kind for row in rows if row.proved and since <= row.done_on <= on}
    return grid.measure * min(len(kinds), grid.measures_counted)

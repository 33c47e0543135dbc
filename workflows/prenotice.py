"""When the notice of reasons against is due before an act that says no (PRE).

Pure: no database, no clock. The call may set it; where it is silent the kind of procedure decides.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workflows.rules import Outcome, Verdict, judge

SOURCE = "L. 241/1990, art. 10-bis"
RANKING = "ranking"


class Basis(StrEnum):
    """On what a reason against rests."""

    REQUIREMENTS = "requirements"
    POSITION = "position"
    DURC = "durc"


class Cuts(StrEnum):
    """What a cut of the spend that is no mere arithmetic asks for (PRE-09)."""

    REQUIRE = "require"
    WARN = "warn"
    OFF = "off"


# Reasons that say where an application stands among the others; any other is about itself.
POSITION_RULES = frozenset({"RANK-02", "RANK-08", "RANK-09", "RANK-11"})
DURC_RULES = frozenset({"PRE-08"})


@dataclass(frozen=True, slots=True)
class Setting:
    """For which reasons a call gives notice first."""

    requirements: bool
    position: bool
    cuts: Cuts

    @classmethod
    def of(cls, procedure: str, stored: Mapping[str, Any] | None) -> "Setting":
        """Read a call's `prenotice`; what it does not say follows from its procedure (PRE-07).

        By default the notice is due everywhere, save for the position in a ranking. A cut asks
        for it too: a missing notice is not healed where the act weighs (PROC-14). Raises
        `ValueError` for a word that is none of `Cuts`.
        """
        said = stored or {}
        return cls(
            requirements=bool(said.get("requirements", True)),
            position=bool(said.get("position", procedure != RANKING)),
            cuts=Cuts(said.get("cuts", Cuts.REQUIRE)),
        )

    def asks_for(self, basis: Basis) -> bool:
        """Tell whether a reason on such a basis is told first; a negative DURC always is (PRE-08)."""
        if basis is Basis.DURC:
            return True
        return self.position if basis is Basis.POSITION else self.requirements

    @property
    def may_be_left_out(self) -> bool:
        """Whether any reason at all can lead to a refusal without notice."""
        return not (self.requirements and self.position)


def basis_of(rule: str) -> Basis:
    """Return on what a reason rests, by the id of its rule."""
    if rule in DURC_RULES:
        return Basis.DURC
    return Basis.POSITION if rule in POSITION_RULES else Basis.REQUIREMENTS


def notice_owed(setting: Setting, untold: Iterable[str]) -> Outcome:
    """Say whether a refusal may rest on reasons that were not told first, by their rules' ids."""
    owed = [rule for rule in untold if setting.asks_for(basis_of(rule))]
    rule = "PRE-01"
    why = "Prima del diniego va comunicato il preavviso con tutti i motivi."
    if any(basis_of(one) is Basis.DURC for one in owed):
        rule = "PRE-08"
        why = "Per il DURC irregolare il preavviso è sempre dovuto, in ogni procedura."
    return judge(
        rule,
        not owed,
        yes="Il preavviso è stato comunicato, o questi motivi non lo richiedono.",
        no=why,
        inputs={"motivi non comunicati": ", ".join(owed)},
        source="D.Lgs. 184/2025, art. 18" if rule == "PRE-08" else SOURCE,
        remedy="Comunica i motivi e attendi le osservazioni o la scadenza del termine.",
    )


def new_reasons_owed(added: Iterable[str], *, observed: bool) -> Outcome:
    """PRE-05: a reason that the notice did not tell must flow from the observations."""
    rules = list(added)
    return judge(
        "PRE-05",
        observed or not rules,
        yes="I motivi sono quelli comunicati o nascono dalle osservazioni.",
        no="Non ci sono osservazioni da cui possano nascere motivi nuovi: il diniego può poggiare "
        "soltanto sui motivi comunicati.",
        inputs={"motivi nuovi": ", ".join(rules)},
        source=SOURCE,
    )


def cut_notice(setting: Setting, weighed: Iterable[str], *, told: bool) -> Outcome:
    """PRE-09: a lower contribution that follows from a judgement is in part a refusal.

    `weighed` names the lines whose cut is no mere arithmetic and lowers the contribution; `told`
    whether a notice has told the cut.
    """
    lines = list(weighed)
    if not lines or setting.cuts is Cuts.OFF or told:
        sentence = (
            "Il taglio è stato comunicato con il preavviso."
            if lines and told
            else "Nessun taglio che il bando chieda di comunicare prima."
        )
        return Outcome("PRE-09", Verdict.MET, sentence, source=SOURCE)
    return Outcome(
        "PRE-09",
        Verdict.NOT_MET if setting.cuts is Cuts.REQUIRE else Verdict.WARNING,
        "Il contributo si riduce per una valutazione dell'ufficio: è in parte un diniego e va "
        "preceduto dal preavviso.",
        {"voci": ", ".join(lines)},
        SOURCE,
        "Comunica i motivi del taglio con la regola AMT-03, poi proponi l'ammissione.",
    )

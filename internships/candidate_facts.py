"""What the rules must know of a candidacy beside what it says: who, which offers, what came before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from internships.earlier import earlier_internships
from internships.parameters import CandidacyParameters, limits_on
from internships.rules.bans import Earlier, Relation
from internships.rules.dates import DAY, end_for

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from calls.models import CallVersion
    from internships.candidate_content import CandidacyContent
    from internships.models import HostOffer
    from internships.rules.limits import Limits


@dataclass
class CandidateFacts:
    """A candidacy with what its rules know. `number` is its own row, 0 for a draft."""

    content: CandidacyContent
    version: CallVersion
    day: date
    today: date
    born: date
    tax_code: str
    number: int = 0

    @cached_property
    def parameters(self) -> CandidacyParameters:
        """What the call sets for candidates."""
        return CandidacyParameters.of(self.version)

    @cached_property
    def offers(self) -> list[HostOffer]:
        """The offers chosen, in the candidate's order."""
        from internships.models import HostOffer  # noqa: PLC0415 (the models name the checks)

        found: Mapping[int, HostOffer] = HostOffer.objects.select_related(
            "applicant", "unit", "call"
        ).in_bulk(self.content.preferences)
        return [found[pk] for pk in self.content.preferences if pk in found]

    @cached_property
    def start(self) -> date:
        """The first day on which an internship chosen may begin; the day of filing without any."""
        return min((one.start_from for one in self.offers if one.start_from), default=self.day)

    @cached_property
    def end(self) -> date:
        """The last day of the longest internship chosen."""
        ends = [end_for(one.start_to, one.months) for one in self.offers if one.start_to]
        return max(ends, default=self.start)

    @cached_property
    def limits(self) -> Limits:
        """The regional ruleset of the first day."""
        return limits_on(self.start)

    def earlier(self, host: HostOffer) -> list[Earlier]:
        """Return earlier internships with the host of an offer: told, or known to the office (R-BAN-01)."""
        told = [
            Earlier(extracurricular=one.kind == "internship", began=True)
            for one in self._relations(host)
            if one.kind in {"internship", "learning"}
        ]
        code = host.applicant.tax_code if host.applicant else ""
        return [*told, *earlier_internships(self.tax_code, code)]

    def relations(self, offer: HostOffer) -> list[Relation]:
        """Return what the candidate has had with the host of an offer (R-BAN-02)."""
        return [
            Relation(
                one.ended_on,
                is_learning=one.kind in {"learning", "internship"},
                is_occasional=one.kind == "occasional",
            )
            for one in self._relations(offer)
        ]

    def occasional_days(self, offer: HostOffer) -> list[date]:
        """Return as many days before the start as were worked now and then for the host (R-BAN-03)."""
        count = sum(one.days for one in self._relations(offer) if one.kind == "occasional")
        first = offer.start_from or self.day
        return [first - DAY * n for n in range(1, count + 1)]

    def _relations(self, offer: HostOffer) -> list:
        return [one for one in self.content.relations if one.host == offer.applicant_id]

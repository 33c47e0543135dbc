"""A contribution with all that its letters quote, each read once."""

from functools import cached_property

from grants.checks import parameters_of
from grants.models import Annulment, RentContribution, SpendLine
from grants.parameters import RentParameters
from letters.cases.dossier import Dossier as CaseDossier


class Dossier(CaseDossier):
    """What letters about a contribution look at beside what every case has."""

    case: RentContribution

    @cached_property
    def parameters(self) -> RentParameters:
        """The frozen parameters of the call."""
        return parameters_of(self.case)

    @cached_property
    def lines(self) -> list[SpendLine]:
        """The spend, line by line."""
        return list(self.case.lines.all())

    @cached_property
    def annulment(self) -> Annulment | None:  # type: ignore[override]
        """The latest annulment that was begun."""
        return self.case.annulments.order_by("id").last()

"""An offer with all that its letters quote, each read once."""

from datetime import date
from functools import cached_property
from typing import Any

from grants.letters.dossier import Dossier
from internships.checks import facts_of
from internships.facts import Facts
from internships.models import HostOffer
from internships.parameters import OfferParameters


class OfferDossier(Dossier):
    """What letters about an offer look at: the same moves and terms, the offer's own numbers."""

    case: Any
    # An admission is not annulled: an offer is closed.
    annulment = None

    def __init__(self, case: HostOffer, day: date) -> None:
        super().__init__(case, day)  # type: ignore[arg-type]

    @cached_property
    def parameters(self) -> Any:
        """The frozen parameters of the call."""
        return OfferParameters.of(self.case.call_version)

    @cached_property
    def facts(self) -> Facts:
        """The offer with what its rules know; only of one that is filed."""
        return facts_of(self.case)

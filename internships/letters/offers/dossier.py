"""An offer with all that its letters quote, each read once."""

from functools import cached_property

from internships.checks import facts_of
from internships.facts import Facts
from internships.models import HostOffer
from letters.cases.dossier import Dossier


class OfferDossier(Dossier):
    """What letters about an offer look at: moves, terms, and the offer's own numbers."""

    case: HostOffer

    @cached_property
    def facts(self) -> Facts:
        """The offer with what its rules know; only of one that is filed."""
        return facts_of(self.case)

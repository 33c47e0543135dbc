"""A candidacy with all that its letters quote, each read once."""

from functools import cached_property

from internships.models import Candidacy, Interview
from internships.parameters import CandidacyParameters
from letters.cases.dossier import Dossier


class CandidacyDossier(Dossier):
    """What letters about a candidacy look at: the same moves and terms, the candidate's own numbers."""

    case: Candidacy

    @cached_property
    def parameters(self) -> CandidacyParameters:
        """The frozen parameters of the call."""
        return CandidacyParameters.of(self.case.call_version)

    @cached_property
    def interview(self) -> Interview | None:
        """The latest interview to which the candidate was called."""
        return self.case.interviews.select_related("slot__offer__applicant").order_by("id").last()

"""What the acts of an examination ask for of a contribution."""

from typing import Any

from django.utils.functional import cached_property

from grants import checks
from grants.fields import REOPENABLE
from workflows.examination.asking import RequestIntegrationForm
from workflows.examination.refusing import ProposeRefusalForm, RefusalNoticeForm
from workflows.rules import Outcome


class RequestRentIntegrationForm(RequestIntegrationForm):
    """What is asked of the applicant, item by item (SOC-01)."""

    reopenable = REOPENABLE

    def concerns(self, content: Any) -> bool:
        """Tell whether a document of the call is asked of this kind of applicant."""
        return checks.applies(content, self.case)


class _RentGrounds:
    """What reasons against a contribution may rest on."""

    case: Any

    @cached_property
    def now(self) -> list[Outcome]:
        """Return what the rules say of the case today."""
        return [*checks.admission_outcomes(self.case), *checks.paper_outcomes(self.case)]

    def concerns(self, content: Any) -> bool:
        """Tell whether a document of the call is asked of this kind of applicant."""
        return checks.applies(content, self.case)


class RentRefusalNoticeForm(_RentGrounds, RefusalNoticeForm):
    """The reasons against, each with its rule; what the rules say now stands there already."""


class ProposeRentRefusalForm(_RentGrounds, ProposeRefusalForm):
    """The answer to each observation, whether the reason still stands, and reasons that came up."""

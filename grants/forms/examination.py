"""What the acts of an examination ask for of a contribution."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from grants import changing, checks
from grants.fields import REOPENABLE
from workflows.examination.asking import RequestIntegrationForm
from workflows.examination.grounds import ALWAYS
from workflows.examination.refusing import ProposeRefusalForm, RefusalNoticeForm
from workflows.rules import Outcome

OF_CHANGES = ("REV-02", "REV-03")


class RequestRentIntegrationForm(RequestIntegrationForm):
    """What is asked of the applicant, item by item (SOC-01)."""

    reopenable = REOPENABLE

    def concerns(self, content: Any) -> bool:
        """Tell whether a document of the call is asked of this kind of applicant."""
        return checks.applies(content, self.case)


class _RentGrounds:
    """What reasons against a contribution, or a change of its grant, may rest on."""

    case: Any

    @property
    def always(self) -> tuple[str, ...]:
        """The rules that may be a reason whatever they say now; of a change its own."""
        return OF_CHANGES if self.case.change_at_hand else ALWAYS

    @cached_property
    def now(self) -> list[Outcome]:
        """Return what the rules say today, of the case or of the change that is asked for."""
        if self.case.change_at_hand:
            return changing.authorising_outcomes(self.case)
        return [*checks.admission_outcomes(self.case), *checks.paper_outcomes(self.case)]

    def concerns(self, content: Any) -> bool:
        """Tell whether a document of the call is asked of this kind of applicant, and in this procedure."""
        return not self.case.change_at_hand and checks.applies(content, self.case)


class RentRefusalNoticeForm(_RentGrounds, RefusalNoticeForm):
    """The reasons against, each with its rule; what the rules say now stands there already."""


class ProposeRentRefusalForm(_RentGrounds, ProposeRefusalForm):
    """The answer to each observation, whether the reason still stands, and reasons that came up."""


class RefuseChangeForm(ProposeRentRefusalForm):
    """The answer to each observation on a change, and whether the reason still stands (PRE-05)."""

    nothing_stands = _("No reason stands any more: authorise the change instead (PRE-01).")

    def add_fields(self) -> None:
        """Say where the words of the decision go."""
        super().add_fields()
        self.fields["reason"].label = _("Words of the decision, if any")
        self.fields["reason"].help_text = _("They stand in the letter after the reasons.")

"""What each act asks for. `inputs()` gives the service its keyword arguments."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class ActForm(forms.Form):
    """The form of an act: knows the case it is about and the version the page showed."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, case, **kwargs):
        self.case = case
        kwargs.setdefault("initial", {}).setdefault("seen_version", case.version)
        super().__init__(*args, **kwargs)

    def inputs(self) -> dict[str, Any]:
        """Return the service's keyword arguments, once the form is valid."""
        return {"seen_version": self.cleaned_data["seen_version"]}


class ConfirmForm(ActForm):
    """An act that only asks for a yes."""


class DecisionForm(ActForm):
    """A decision, with the reason where the decider departs from the proposal (PROC-10)."""

    reason = forms.CharField(
        label=_("Reason"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=4000
    )

    def inputs(self) -> dict[str, Any]:
        return super().inputs() | {"reason": self.cleaned_data["reason"]}


class SendBackForm(DecisionForm):
    """Sending back always says why."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = True


class WithdrawForm(DecisionForm):
    """The applicant takes the application back; a reason is welcome, not due."""


class ProposeAdmissionForm(ActForm):
    """The spend admitted, line by line."""


class RequestIntegrationForm(ActForm):
    """What is asked for, item by item."""


class RefusalNoticeForm(ActForm):
    """The reasons against."""


class ProposeRefusalForm(ActForm):
    """The answers to the observations."""


class ObservationsForm(ActForm):
    """The applicant's observations, reason by reason."""

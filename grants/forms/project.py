"""What for: the activity, the network, other money for the same spend."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from grants import rules
from grants.models import ApplicantKind, Employment
from ui.inputs import yes_or_no
from workflows.written.base import DraftForm


class ProjectForm(DraftForm):
    """Page “progetto”."""

    project = forms.CharField(
        label=_("Your activity and what the desk is for"), widget=forms.Textarea
    )
    network = forms.CharField(
        label=_("Network and collaborations you expect"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
    )
    employment = forms.ChoiceField(
        label=_("What you do today"), choices=Employment.choices, widget=forms.RadioSelect
    )
    commits_to_vat = forms.BooleanField()
    other_aid = yes_or_no(
        label=_("Do you receive, or have you asked for, other contributions on the same spend?")
    )
    other_aid_detail = forms.CharField(
        label=_("Which ones, from whom, how much"),
        help_text=_("Only if you answered yes."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )

    def build(self) -> None:
        """Write the call's numbers into the words; drop what only beginners are asked."""
        parameters = self.application.parameters
        least, most = parameters.project_characters
        project = self.fields["project"]
        project.help_text = _("From {least} to {most} characters.").format(least=least, most=most)
        project.widget.attrs |= {"rows": 10, "data-counter": "project-counter"}
        self.fields["commits_to_vat"].label = _(
            "I commit to open a VAT number within {days} days of the grant"
        ).format(days=parameters.vat_opening_days)
        refused = rules.vat_commitment(True, False, parameters.vat_opening_days)
        self.fields["commits_to_vat"].error_messages["required"] = refused.sentence
        if self.application.kind != ApplicantKind.ASPIRING:
            self.drop("employment", "commits_to_vat")

    @property
    def characters(self) -> int:
        """How many characters the project has now."""
        return len(self.typed("project").strip())

    def clean(self) -> dict[str, Any]:
        """Ask the rules on the project and on other aid (COW-10, CALL-19)."""
        data, parameters = self.cleaned_data, self.application.parameters
        if data.get("project"):
            self.refuse(
                "project", rules.project_told(data["project"], *parameters.project_characters)
            )
        if data.get("other_aid"):
            self.refuse("other_aid", rules.no_other_aid(True, data.get("other_aid_detail", "")))
            if not data.get("other_aid_detail"):
                message = _("Say which contributions, from whom and how much.")
                self.add_error("other_aid_detail", ValidationError(message, code="required"))
        return data

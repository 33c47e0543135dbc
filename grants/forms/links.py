"""The firms that are one undertaking with the applicant (AID-06, AID-15)."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounting.models import FirmLink
from grants.filing import LinkData
from parties.validators import validate_tax_code
from workflows.written.base import DraftForm

if TYPE_CHECKING:
    from grants.forms.application import Application

Relation = FirmLink.Relation
HOLDS, HELD = "holds", "held"


class LinkForm(DraftForm):
    """One firm tied to the applicant: who holds whom, and by what."""

    firm = forms.CharField(label=_("Name of the firm"), max_length=200)
    code = forms.CharField(
        label=_("Tax code of the firm"), max_length=16, validators=[validate_tax_code]
    )
    direction = forms.ChoiceField(
        label=_("Which firm holds the other"),
        choices=[
            ("", "—"),
            (HOLDS, _("This firm holds yours")),
            (HELD, _("Your firm holds this one")),
        ],
    )
    relation = forms.ChoiceField(label=_("By what"), choices=[("", "—"), *Relation.choices])

    def __init__(self, application: "Application", number: int) -> None:
        self.number = number
        super().__init__(application, prefix=f"firm-{number}")

    def clean_code(self) -> Any:
        """Want another firm than the one that applies."""
        code = self.cleaned_data["code"].replace(" ", "").upper()
        if code in {one.upper() for one in self.application.own_codes}:
            raise ValidationError(_("This is your own code: write that of the other firm."))
        return code

    def link(self) -> LinkData:
        """Return the link as it is filed."""
        return LinkData(
            firm=self.value("firm"),
            code=self.value("code"),
            holds_applicant=self.value("direction") == HOLDS,
            relation=self.value("relation"),
        )

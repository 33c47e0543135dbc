"""Who offers: the person who fills in the form, and the host they act for."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from internships.models import HostKind
from parties.models import Organisation
from workflows.written.people import OrganisationData
from workflows.written.who import NOT_FOR_ASSOCIATIONS, WhoForm

BODIES = {HostKind.ASSOCIATION, HostKind.PUBLIC_BODY}


class HostForm(WhoForm):
    """Page “chi”: as for contributions, but any host may offer, public bodies too (R-HOS-01)."""

    kinds = HostKind.choices

    def build(self) -> None:
        """Offer the kinds of host; a body has no entry in the register of enterprises."""
        super().build()
        self.fields["applicant_kind"].label = _("The host is")
        if self.application.kind == HostKind.PUBLIC_BODY:
            self.drop("org_legal_form", *NOT_FOR_ASSOCIATIONS)
            self.fields["org_vat_number"].required = False

    @property
    def asks_organisation(self) -> bool:
        """Whether the person acts for somebody else."""
        return self.application.kind in {HostKind.ENTERPRISE, *BODIES}

    def organisation(self) -> OrganisationData | None:
        """Return the organisation; a public body has its own legal form."""
        found = super().organisation()
        if found is None or self.application.kind != HostKind.PUBLIC_BODY:
            return found
        return OrganisationData(**vars(found) | {"legal_form": Organisation.LegalForm.PUBLIC_BODY})

    @property
    def host_tax_code(self) -> str:
        """The tax code by which the host is known, as far as it is valid."""
        name = "tax_code" if not self.asks_organisation or self.is_sole_trader else "org_tax_code"
        return str(self.cleaned_data.get(name, "")) if not self.errors.get(name) else ""

"""What the rules would say of a draft if it were sent now, without writing anything."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from grants import checks
from grants.filing import Filing
from grants.models import DeclaredAid, DeclaredLink, RentContribution, SpendLine
from parties.models import Party
from workflows.models import Document
from workflows.rules import Outcome
from workflows.written.people import OrganisationData, PersonData


class Rows(list[Any]):
    """Rows that are not in the database, asked for like those that are."""

    def all(self) -> Sequence[Any]:
        """Return the rows themselves."""
        return self


class Papers(Rows):
    """The files that are there; the rules ask only what each was brought for."""

    def values_list(self, _name: str, *, flat: bool) -> list[str]:
        """Return for what each file was brought."""
        return [file.requirement for file in self]


class Preview:
    """A case as it would stand once filed; the rules read it like the real one."""

    submitted_at = None
    proposed = None

    def __init__(
        self, case: RentContribution, filing: Filing, space: Any, files: Sequence[Document]
    ) -> None:
        self.pk, self.call, self.call_version = case.pk, case.call, case.call_version
        self.call_id = case.call_id
        self.documents = Papers(files)
        self.space, self.space_id = space, filing.space
        self.representative: PersonData = filing.person
        self.applicant: PersonData | OrganisationData = filing.organisation or filing.person
        known = Party.objects.filter(tax_code=self.applicant.tax_code)
        self.applicant_id = known.values_list("pk", flat=True).first()
        self.lines = Rows(
            SpendLine(
                kind=line.kind,
                description=line.description,
                unit=line.unit,
                quantity=line.quantity,
                unit_price=line.unit_price,
                vat_rate=line.vat_rate,
                list_price=line.list_price,
            )
            for line in filing.lines
        )
        self.declared_aids = Rows(
            DeclaredAid(granted_on=aid.granted_on, amount=aid.amount) for aid in filing.aids
        )
        self.declared_links = Rows(DeclaredLink(**asdict(link)) for link in filing.links)
        self._filing = filing

    def __getattr__(self, name: str) -> Any:
        return getattr(self._filing, name)


def outcomes(
    case: RentContribution, filing: Filing, space: Any, files: Sequence[Document]
) -> list[Outcome]:
    """Return what every rule of filing says of an application that is complete."""
    preview: Any = Preview(case, filing, space, files)
    return checks.filing_outcomes(preview)

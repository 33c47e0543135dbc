"""A grant as the table for the CUP tells of it: what the system of projects asks for (CUP-01)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grants.aid_table import written
from grants.checks import computed

if TYPE_CHECKING:
    from grants.models import RentContribution

COLUMNS = (
    "bando",
    "domanda",
    "beneficiario",
    "codice_fiscale",
    "partita_iva",
    "comune",
    "ateco",
    "titolo_progetto",
    "data_inizio",
    "data_fine",
    "costo_progetto",
    "finanziamento_pubblico",
    "cup",
)


def cup_row_of(case: RentContribution) -> dict[str, str]:
    """Return what is known of a case, by the columns of the table."""
    party = case.applicant
    firm = getattr(party, "organisation", None)
    return {
        "bando": case.call.code,
        "domanda": case.number,
        "beneficiario": party.name,
        "codice_fiscale": party.tax_code,
        "partita_iva": firm.vat_number if firm else "",
        "comune": party.municipality,
        "ateco": firm.ateco if firm else "",
        "titolo_progetto": f"Postazione presso {case.space.name}",
        "data_inizio": f"{case.period_from:%d/%m/%Y}",
        "data_fine": f"{case.period_to:%d/%m/%Y}",
        "costo_progetto": written(computed(case).eligible),
        "finanziamento_pubblico": written(case.offered or case.proposed or case.requested),
    }

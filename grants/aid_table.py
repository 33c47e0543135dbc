"""A grant as the table for the aid register tells of it (RNA, fields for the register)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grants import caps
from grants.checks import computed, parameters_of

if TYPE_CHECKING:
    from decimal import Decimal

    from grants.models import RentContribution


def row_of(case: RentContribution) -> dict[str, str]:
    """Return what is known of a case, by the columns of the table."""
    party = case.applicant
    firm = getattr(party, "organisation", None)
    return {
        "car": case.call.aid_code,
        "domanda": case.number,
        "beneficiario": party.name,
        "codice_fiscale": party.tax_code,
        "dimensione": firm.get_size_display() if firm else "micro",
        "comune": party.municipality,
        "ateco": firm.ateco if firm else "",
        "titolo_progetto": f"Postazione presso {case.space.name}",
        "data_inizio": f"{case.period_from:%d/%m/%Y}",
        "data_fine": f"{case.period_to:%d/%m/%Y}",
        "costo_ammesso": written(computed(case).eligible),
        "regolamento": parameters_of(case).aid_regime,
        "strumento": "sovvenzione",
        "elemento_di_aiuto": written(caps.most_for(case) if case.proposed else case.requested),
        "cup": case.cup,
        "cor_attuale": case.cor,
    }


def written(amount: Decimal) -> str:
    """Return an amount in EUR as tables have it: 1200,50."""
    return f"{amount:.2f}".replace(".", ",")

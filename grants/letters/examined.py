"""What the examination of a contribution found, with the cuts that were told first (PRE-09)."""

from typing import Any

from grants.cuts import CUT, weighed_cuts
from grants.letters.dossier import Dossier
from letters.cases import examined as shared

ADMISSIONS = ("propose_admission", "admit_to_ranking", "recall_from_waiting_list")
OFFERS = ("offer_partial", "offer_by_ranking")
GRANTS = ("grant", "grant_by_ranking", "raise_grant")
DECISIONS = (*GRANTS, *OFFERS, "put_on_waiting_list", "wait_by_ranking")


def examined(dossier: Dossier) -> dict[str, Any]:
    """Return proposal, outcomes and reasons with their answers (PRE-05)."""
    told = _told(dossier)
    found = shared.examined(dossier, admissions=ADMISSIONS, decisions=DECISIONS, told=told)
    return found | {"riduzione.comunicata": told is not None}


def _told(dossier: Dossier) -> list[Any] | None:
    """Return the cuts that were told first, where the grant makes some (PRE-09)."""
    if dossier.last(*GRANTS, *OFFERS) is None:
        return None
    told = [one for one in dossier.grounds if one.rule == CUT and one.told_at]
    return told if told and weighed_cuts(dossier.case) else None

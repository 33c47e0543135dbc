"""What letters say when a grant is revoked, in part or in full, and the letters themselves (CALL-16, REV-06)."""

from typing import Any

from grants.letters.dossier import Dossier
from grants.models import Annulment, RentContribution
from grants.rules import euro
from letters.cases.sending import DIRECTOR, OWNER, running_term, send, stated_reason
from letters.models import Letter
from letters.templating import Items
from parties import moment
from parties.models import User
from workflows.models import CaseTerm
from workflows.terms import Term
from workflows.terms.italian import length

START = "premium_revocation_start"


def revoked(dossier: Dossier) -> dict[str, Any]:
    """Return which premium was not due, why and by what it is known, and what it takes; EUR."""
    found = dossier.annulment
    if found is None or found.kind != Annulment.Kind.REVOCATION:
        return dict.fromkeys(FIELDS)
    before, after = found.amount_before, found.amount_after
    taken = before - after if before is not None and after is not None else None
    return {
        "revoca.premialita": found.premium.title_it if found.premium else None,
        "revoca.motivi": Items(tuple(one.text for one in found.grounds.all()), ordered=True),
        "revoca.prova": found.evidence,
        "revoca.totale": found.extent == Annulment.Extent.TOTAL,
        "revoca.prima": euro(before) if before else None,
        "revoca.dopo": euro(after) if after else None,
        "revoca.tolto": euro(taken) if taken else None,
        "revoca.aiuto": euro(found.aid_reversed) if found.aid_reversed else None,
    }


FIELDS = (
    "revoca.premialita",
    "revoca.motivi",
    "revoca.prova",
    "revoca.totale",
    "revoca.prima",
    "revoca.dopo",
    "revoca.tolto",
    "revoca.aiuto",
)


def send_revocation_start(case: RentContribution, *, by: User | None) -> Letter:
    """Tell which premium was not due, what would follow, and by when to answer (REV-06, PROC-07)."""
    term = running_term(case, CaseTerm.Kind.MEMORIES)
    is_owner = by is not None and by.pk == case.call.procedure_owner_id
    return send(
        case,
        START,
        by=by,
        role=OWNER if is_owner else DIRECTOR,
        given={"termine.durata": length(Term.from_dict(term.reckoning).rule.count)},
        starts=[term],
    )


def send_reduction(case: RentContribution, revocation: Annulment, *, by: User | None) -> Letter:
    """Send the act that takes the advantage alone, with both figures (CALL-16)."""
    return _decided(case, "premium_reduction", "reduce_grant", by, amount=revocation.amount_after)


def send_revocation(case: RentContribution, revocation: Annulment, *, by: User | None) -> Letter:
    """Send the act that revokes the whole grant (CALL-16)."""
    return _decided(case, "premium_revocation", "revoke_grant", by, amount=revocation.returned)


def send_revocation_dropped(case: RentContribution, *, by: User | None) -> Letter:
    """Say that the grant stays as it is, and why."""
    return _decided(case, "premium_revocation_dropped", "drop_revocation", by)


def _decided(
    case: RentContribution, code: str, move: str, by: User | None, **details: Any
) -> Letter:
    reason = stated_reason(Dossier(case, moment.today()).last(move))
    return send(case, code, by=by, role=DIRECTOR, given={"motivazione": reason}, **details)

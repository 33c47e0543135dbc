"""Revoking a grant for a premium that was not due: what may follow, and from what it is known (CALL-16)."""

from workflows.rules import Outcome, judge

SOURCE = "D.Lgs. 184/2025, art. 8 c. 4"
NOTHING_FOLLOWS = "Senza la premialità il contributo non cambia: non c'è nulla da togliere."


def premium_matters(consequence: str) -> Outcome:
    """CALL-16: a revocation starts only where something follows; `consequence` says what, if anything."""
    return judge("CALL-16", bool(consequence), yes=consequence, no=NOTHING_FOLLOWS, source=SOURCE)


def consequence_is(wanted: str, found: str, sentence: str) -> Outcome:
    """CALL-16: still admitted, only the advantage goes; not admitted any more, the whole grant."""
    return judge(
        "CALL-16",
        found == wanted,
        yes=sentence,
        no=sentence or NOTHING_FOLLOWS,
        inputs={"conseguenza": found or "—"},
        source=SOURCE,
    )

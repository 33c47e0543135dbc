"""One way for every letter of this kind of case to be put into the outbox."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from django.utils import timezone

from calls.models import Call
from grants.letters.premises import late_clause
from grants.models import RentContribution
from letters.compose import day_of, remedies
from letters.models import Letter, Template
from letters.pdf.content import Block
from letters.services import put
from letters.wording import Value, Wording
from parties import moment
from parties.models import User
from workflows.models import CaseTerm, ProtocolEntry

# What nobody decides: the office confirms that something has arrived.
RECEIPTS = frozenset({"receipt", "substitute_receipt"})


def send(
    case: RentContribution,
    *,
    kind: str,
    subject: str,
    blocks: Callable[[date], list[Block]],
    by: User | None,
    title: str = "",
    amount: Decimal | None = None,
    starts: Iterable[CaseTerm] = (),
) -> Letter:
    """Put a letter whose `blocks` are written today, save for what its number brings.

    `subject` says what the letter is; `title` names the document where it is more than that.
    """
    # One question for the call with everybody it names: receipts are written while others wait.
    case.call = Call.objects.select_related(
        "manager", "owner", "procedure_owner", "substitute"
    ).get(pk=case.call_id)
    wording = Wording(
        kind=kind,
        subject=subject,
        heading=f"{subject}. Domanda n. {case.number}, bando {case.call.code}",
        title=title,
        body=tuple(blocks(moment.today())),
        release=Template.Release.AT_ONCE if kind in RECEIPTS else Template.Release.APPROVAL,
    )
    return put(case, wording, by=by, amount=amount, starts=starts)


def late_values(letter: Letter, entry: ProtocolEntry) -> dict[str, Value]:
    """Return what depends on the day of the letter: the clause of a late act, the remedies."""
    case, day = RentContribution.objects.get(pk=letter.case_id), day_of(entry)
    written_on = timezone.localtime(letter.created_at).date()
    return {
        "ritardo": tuple(late_clause(case, day, decided_on=written_on)),
        "ricorso": tuple(remedies(day)),
    }

"""One way for every letter of this kind of case to be written, numbered and queued."""

from collections.abc import Callable
from datetime import date

from calls.models import Call
from grants.models import RentContribution
from letters import pdf
from letters.compose import compose, day_of
from letters.models import Letter
from letters.pdf.content import Block
from letters.services import issue
from parties.models import User
from workflows.models import ProtocolEntry


def send(
    case: RentContribution,
    *,
    kind: str,
    subject: str,
    blocks: Callable[[date], list[Block]],
    by: User | None,
    title: str = "",
) -> Letter:
    """Issue a letter whose `blocks` are written for the day that its protocol number bears.

    `subject` says what the letter is; `title` names the document where it is more than that.
    """
    # One question for the call with everybody it names: receipts are written while others wait.
    case.call = Call.objects.select_related(
        "manager", "owner", "procedure_owner", "substitute"
    ).get(pk=case.call_id)

    def write(entry: ProtocolEntry, code: str) -> pdf.Letter:
        return compose(
            case,
            entry,
            code,
            title=title or subject,
            subject=f"{subject}. Domanda n. {case.number}, bando {case.call.code}",
            blocks=blocks(day_of(entry)),
        )

    return issue(case, kind=kind, subject=subject, compose=write, by=by)

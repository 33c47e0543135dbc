"""A decision puts its letter into the outbox: text, amount and recipients are frozen with it."""

import secrets
from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.db import transaction

from calls.models import Call
from letters import outbox, recipients, standing
from letters.compose import addressee, addressee_among
from letters.models import BodyStyle, Delivery, Letter, Template
from letters.recipients import Recipient
from letters.services.releasing import release
from letters.wording import Wording
from parties import moment
from parties.models import User
from workflows import language as languages
from workflows.models import Case, CaseTerm
from workflows.printing import SealFailed

NOT_SEALED = "not_sealed"

# Signs that nobody takes for one another, on paper or over the telephone.
CODE_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


@transaction.atomic
def put(
    case: Case,
    wording: Wording,
    *,
    by: User | None,
    amount: Decimal | None = None,
    to: Sequence[Recipient] | None = None,
    starts: Iterable[CaseTerm] = (),
    language: str = "it",
    supersedes: Letter | None = None,
) -> Letter:
    """Put a letter about a case into the outbox, in the caller's transaction.

    `by` signs it; None where the system issues it. `amount` (EUR) is what it grants, pays or asks
    back. `to` replaces the recipients of the case. `starts` are the terms that begin when it
    arrives (TERM-12). It leaves at once where its wording or the office says so and nothing is
    missing; otherwise it waits for approval, or is held with what is missing as the reason. It also
    waits, with the reason, where the seal of the house cannot be put.
    """
    letter = Letter.objects.create(
        case_id=case.pk,
        kind=wording.kind,
        subject=wording.subject,
        addressee_id=recipients.addressed(case, to),
        language=language,
        amount=amount,
        template=wording.template,
        text=wording.text,
        original_text=wording.text,
        # What goes to nobody, as a paper that others will sign, is addressed to nobody.
        values={
            **wording.frozen(),
            "addressee": list(addressee(case) if to is None else addressee_among(case, to)),
        },
        supersedes=supersedes,
        needs_signature=wording.release == Template.Release.SIGNATURE,
        code=new_code(),
        signed_by=by,
        created_at=moment.now(),
    )
    letter.starts.set(starts)
    address(letter, recipients.of_case(case) if to is None else to)
    return _go_on(letter, wording, case.call, by)


@transaction.atomic
def put_on_record(call: Call, wording: Wording, *, by: User | None, counterpart: str) -> Letter:
    """Put an act about a whole call into the outbox, in the caller's transaction; it goes to nobody.

    With its number it is on record. `counterpart` is whose paper it is, for the protocol. It waits
    where a letter about a case would (`put`).
    """
    letter = Letter.objects.create(
        call=call,
        kind=wording.kind,
        subject=wording.subject,
        template=wording.template,
        text=wording.text,
        original_text=wording.text,
        values={**wording.frozen(), "addressee": [], "counterpart": counterpart},
        needs_signature=wording.release == Template.Release.SIGNATURE,
        code=new_code(),
        signed_by=by,
        created_at=moment.now(),
    )
    return _go_on(letter, wording, call, by)


def _go_on(letter: Letter, wording: Wording, call: Call, by: User | None) -> Letter:
    """Hold it, let it leave, or let it wait."""
    amount = letter.amount
    with languages.of_the_house():
        missing = [*wording.missing, *(standing.lacking(letter) if amount is not None else ())]
    if missing:
        return outbox.move(letter.pk, "hold_back", by=by, reason="\n".join(missing))
    if _leaves_at_once(call, wording):
        return _let_leave(letter, by)
    return letter


def new_code() -> str:
    """Return a new verification code: "AB2C-34DE-FG56"."""
    groups = ("".join(secrets.choice(CODE_SIGNS) for _sign in range(4)) for _group in range(3))
    return "-".join(groups)


def _let_leave(letter: Letter, by: User | None) -> Letter:
    """Release it with the act itself; where it cannot be sealed the act stands and the letter waits."""
    try:
        return release(letter.pk, by=by, step="leave_at_once")
    except SealFailed as failure:
        return outbox.note(letter.pk, NOT_SEALED, by=by, reason=str(failure))


def address(letter: Letter, to: Iterable[Recipient]) -> None:
    """Write down to whom a letter goes, as they stand now."""
    Delivery.objects.bulk_create(
        Delivery(
            letter=letter,
            party_id=one.party_id,
            name=one.name,
            channel=one.channel,
            address=one.address,
            address_source=one.source,
            is_copy=one.is_copy,
        )
        for one in to
    )


def _leaves_at_once(call: Call, wording: Wording) -> bool:
    """Receipts do; so does everything else in an office that wants no second look."""
    if wording.release == Template.Release.AT_ONCE:
        return True
    waits = BodyStyle.objects.filter(body_id=call.manager_id, leaves_at_once=False)
    return wording.release == Template.Release.APPROVAL and not waits.exists()

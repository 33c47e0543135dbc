"""To whom a letter goes, and where the address was found (DIG-02)."""

from collections.abc import Sequence
from dataclasses import dataclass

from letters.models import Delivery
from workflows.models import Case


@dataclass(frozen=True)
class Recipient:
    """Somebody a letter goes to, as they stand when it is put.

    `source` says where the address was found; `is_copy` is for those who receive it for
    information.
    """

    name: str
    channel: str
    address: str = ""
    source: str = ""
    party_id: int | None = None
    is_copy: bool = False


@dataclass(frozen=True)
class Source:
    """A channel, and where its address was found."""

    channel: str
    words: str


def of_case(case: Case) -> tuple[Recipient, ...]:
    """Return who receives the letters of a case, unless the act says otherwise."""
    source = address_source(case)
    return (
        Recipient(
            case.applicant.name,
            source.channel,
            address_of(case),
            source.words,
            party_id=case.applicant_id,
        ),
    )


def addressed(case: Case, to: Sequence[Recipient] | None) -> int | None:
    """Return to whom a letter is addressed, by the key of the party: the applicant, if among them."""
    parties = [one.party_id for one in to or () if one.party_id is not None]
    return parties[0] if parties and case.applicant_id not in parties else case.applicant_id


def address_of(case: Case) -> str:
    """Return where letters of a case go: the certified address first (DIG-02), else the account's."""
    return case.applicant.pec or case.applicant.email or case.opened_by.email


def address_source(case: Case) -> Source:
    """Return by which channel letters of a case go, and where the address was found (DIG-02)."""
    if case.applicant.pec:
        return Source(Delivery.Channel.PEC, "application")
    return Source(Delivery.Channel.EMAIL, "application" if case.applicant.email else "account")

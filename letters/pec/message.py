"""What a message says, as plain values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from letters.pec.causes import Cause


class Kind(StrEnum):
    """What a message is."""

    ACCEPTANCE = "acceptance"
    DELIVERY = "delivery"
    NON_ACCEPTANCE = "non_acceptance"
    NON_DELIVERY = "non_delivery"
    # The message is on its way still, and late: a notice of delay, or a bounce that goes on trying.
    DELAY = "delay"
    BOUNCE = "bounce"
    # Somebody's certified message to us.
    MAIL = "mail"
    # Ordinary mail to a certified address, which its provider wraps and vouches nothing for.
    ANOMALY = "anomaly"
    OTHER = "other"


# What only a provider of certified email may say, and only on the outside of a message.
CERTIFIED = frozenset(
    {Kind.ACCEPTANCE, Kind.DELIVERY, Kind.NON_ACCEPTANCE, Kind.NON_DELIVERY, Kind.DELAY}
)
FINAL = frozenset({Kind.NON_ACCEPTANCE, Kind.NON_DELIVERY, Kind.BOUNCE})


class Flaw(StrEnum):
    """Why a message cannot be taken at its word."""

    NONE = ""
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    # A receipt without its certificate, or with one that cannot be read.
    NO_CERTIFICATE = "no_certificate"
    # Its headers say one thing, its certificate another.
    CONTRADICTORY = "contradictory"


@dataclass(frozen=True)
class Notice:
    """One message: what it is, about which of ours, when and why.

    `identity` is its own Message-ID, or made from its bytes where it has none; `about` the one of
    the message it speaks of, both without angle brackets. `stated_at` is the time it states, aware;
    `recipient` the address it speaks of. `is_certified` says that the outside of the message bears
    the marks of certified email: they are worth something in a certified mailbox alone.
    An acceptance with the cause `ADDRESS` went to an address that is no certified one: nothing will
    ever prove its delivery.
    """

    kind: Kind
    identity: str
    about: str = ""
    stated_at: datetime | None = None
    recipient: str = ""
    cause: Cause = Cause.NONE
    explanation: str = ""
    subject: str = ""
    sender: str = ""
    is_certified: bool = False
    flaw: Flaw = Flaw.NONE

    @property
    def is_final(self) -> bool:
        """Whether the message it speaks of will not arrive."""
        return self.kind in FINAL

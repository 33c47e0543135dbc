"""Ordinary bounces: delivery status notifications (RFC 3464)."""

from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

from letters.pec.causes import status_in
from letters.pec.parts import content, enclosed, header, identity, parts_of

FAILED, DELAYED = "failed", "delayed"
RETURNED = ("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers")


@dataclass(frozen=True)
class Report:
    """What a bounce says: about which message, which recipient, what became of it and why."""

    about: str
    action: str
    status: str
    recipient: str
    explanation: str


def report_of(message: Message) -> Report | None:
    """Return what a message reports, or None where it is no report of a delivery."""
    if message.get_content_type() != "multipart/report":
        return None
    parts = list(parts_of(message))
    status = next((part for part in parts if _is_status(part)), None)
    if status is None:
        return None
    group = _worst(_groups(status))
    if group is None:
        return None
    explanation = header(group, "Diagnostic-Code")
    return Report(
        about=_about(message, parts),
        action=header(group, "Action").lower(),
        status=status_in(header(group, "Status")) or status_in(explanation),
        recipient=_address(header(group, "Original-Recipient") or header(group, "Final-Recipient")),
        explanation=explanation.partition(";")[2].strip() or explanation,
    )


def _is_status(part: Message) -> bool:
    return part.get_content_type() in {"message/delivery-status", "message/global-delivery-status"}


def _groups(part: Message) -> list[Message]:
    """Return the groups of fields, one for each recipient: those that name what was done."""
    inside = part.get_payload()
    if not isinstance(inside, list):
        text = content(part).replace(b"\r\n", b"\n")
        inside = [message_from_bytes(one) for one in text.split(b"\n\n")]
    return [one for one in inside if isinstance(one, Message) and one.get("Action")]


def _worst(groups: list[Message]) -> Message | None:
    weights = {FAILED: 0, DELAYED: 1}
    return min(groups, key=lambda one: weights.get(header(one, "Action").lower(), 2), default=None)


def _about(message: Message, parts: list[Message]) -> str:
    """Return the identity of the message that came back, from its own headers if they came too."""
    for part in parts:
        if part.get_content_type() in RETURNED:
            inside = enclosed(part) or message_from_bytes(content(part))
            if found := identity(header(inside, "Message-ID")):
                return found
    references = header(message, "References").split()
    return identity(header(message, "In-Reply-To") or (references[-1] if references else ""))


def _address(field: str) -> str:
    """Return the address of a field such as "rfc822; somebody@example.org"."""
    return (field.partition(";")[2] or field).strip().strip("<>")

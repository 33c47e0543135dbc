"""Why a message does not arrive, as far as status codes say (RFC 3463) and certificates."""

import re
from enum import StrEnum


class Cause(StrEnum):
    """The reasons that an office can act upon."""

    NONE = ""
    SERVER = "server"
    ADDRESS = "address"
    FULL = "full"
    VIRUS = "virus"
    OTHER = "other"


STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
# Bad address, no such system, mailbox disabled or moved; a null MX (RFC 7505).
NO_ADDRESS = frozenset({"1.0", "1.1", "1.2", "1.3", "1.4", "1.6", "1.10", "2.1", "4.4"})
FULL_MAILBOX = "2.2"
UNDEFINED = ".0.0"
# Errors as `daticert.xml` names them.
CERTIFIED_ERRORS = {
    "no-dest": Cause.ADDRESS,
    "no-dominio": Cause.ADDRESS,
    "virus": Cause.VIRUS,
    "altro": Cause.OTHER,
}


def status_in(text: str) -> str:
    """Return the first enhanced status code in a sentence, such as "5.1.1"; empty where none is."""
    found = STATUS.search(text)
    return found.group() if found else ""


def cause_of(status: str, text: str = "", *, reply: int = 0) -> Cause:
    """Return the cause that a status code names; where none is given, the text or the reply is read.

    `reply` is the three-digit reply of a server (RFC 5321): 550 is no mailbox, 552 a full one.
    """
    said = [status_in(status), status_in(text)]
    code = next((one for one in said if one and not one.endswith(UNDEFINED)), "")
    if code:
        detail = code.partition(".")[2]
        if detail == FULL_MAILBOX:
            return Cause.FULL
        if detail in NO_ADDRESS:
            return Cause.ADDRESS
        # Class 3: the server itself; 4: the way to it; 5: the protocol; 7: its policy.
        return Cause.SERVER if detail.partition(".")[0] in {"3", "4", "5", "7"} else Cause.OTHER
    if reply in {550, 551, 553}:
        return Cause.ADDRESS
    if reply in {452, 552}:
        return Cause.FULL
    return Cause.SERVER if reply else Cause.OTHER

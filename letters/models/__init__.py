from .deliveries import Delivery
from .letters import Letter, LetterEdit, LetterEvent
from .receipts import LetterReading, MailboxState, Receipt
from .signing import SigningKey, SigningSecret
from .templates import BodyStyle, Clause, ClauseVersion, Template, TemplateVersion, TextDraft

__all__ = [
    "BodyStyle",
    "Clause",
    "ClauseVersion",
    "Delivery",
    "Letter",
    "LetterEdit",
    "LetterEvent",
    "LetterReading",
    "MailboxState",
    "Receipt",
    "SigningKey",
    "SigningSecret",
    "Template",
    "TemplateVersion",
    "TextDraft",
]

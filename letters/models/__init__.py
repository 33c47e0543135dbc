from .deliveries import Delivery, Receipt
from .letters import Letter, LetterEdit, LetterEvent
from .templates import BodyStyle, Clause, ClauseVersion, Template, TemplateVersion, TextDraft

__all__ = [
    "BodyStyle",
    "Clause",
    "ClauseVersion",
    "Delivery",
    "Letter",
    "LetterEdit",
    "LetterEvent",
    "Receipt",
    "Template",
    "TemplateVersion",
    "TextDraft",
]

"""Everything a version of a call says, as plain values: what is copied, compared, sent and checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from calls.rules.blocks import Block
from calls.rules.faults import Fault
from calls.rules.parameters import as_decimal
from calls.rules.premiums import Premium, Reserve
from calls.rules.questions import Question
from calls.rules.ranking import Share
from calls.rules.scores import Criterion

DOCUMENTS, DECLARATIONS = "documenti", "dichiarazioni"
NOTICE, SWORN = "notice", "47"


@dataclass(frozen=True)
class Document:
    """A document the applicant attaches (SOC-03)."""

    code: str
    title_it: str
    accepted: tuple[str, ...]
    max_bytes: int
    title_en: str = ""
    help_it: str = ""
    help_en: str = ""
    is_required: bool = True
    is_essential: bool = False
    only_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class Declaration:
    """A statement the applicant makes (DOC-01)."""

    code: str
    kind: str
    title_it: str
    text_it: str
    title_en: str = ""
    text_en: str = ""
    only_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class Content:
    """What a version of a call says. `parameters` and `texts` are plain values by name."""

    parameters: Mapping[str, Any] = field(default_factory=dict)
    texts: Mapping[str, Any] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    documents: tuple[Document, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    questions: tuple[Question, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    premiums: tuple[Premium, ...] = ()
    reserves: tuple[Reserve, ...] = ()
    shares: tuple[Share, ...] = ()

    def amount(self, name: str) -> Decimal | None:
        """Return a parameter as a number; None where it is not set."""
        return as_decimal(self.parameters.get(name))


def paper_faults(documents: tuple[Document, ...]) -> list[Fault]:
    """Say what is wrong with the documents asked for, and warn of certificates (PROC-11)."""
    found = []
    for document in documents:
        name = f"“{document.title_it}”"
        if not document.accepted or document.max_bytes < 1:
            sentence = f"{name}: indica quali tipi di file si accettano e quanto possono pesare."
            found.append(Fault(DOCUMENTS, sentence, "CALL-06", document.code))
        if document.is_essential and not document.is_required:
            sentence = f"{name}: un documento essenziale deve essere anche obbligatorio."
            found.append(Fault(DOCUMENTS, sentence, "SOC-03", document.code))
        if "certificat" in document.title_it.casefold():
            sentence = (
                f"{name}: i certificati non si chiedono, si acquisiscono d'ufficio o si sostituiscono "
                "con una dichiarazione."
            )
            found.append(Fault(DOCUMENTS, sentence, "PROC-11", document.code, is_advice=True))
    return found


def declaration_faults(declarations: tuple[Declaration, ...]) -> list[Fault]:
    """Say which statements no form goes without: the privacy notice and the truth (DOC-02)."""
    kinds = {declaration.kind for declaration in declarations}
    wanted = (
        (NOTICE, "Manca l'informativa sul trattamento dei dati personali."),
        (SWORN, "Manca la dichiarazione di verità con il richiamo alle sanzioni penali."),
    )
    return [Fault(DECLARATIONS, text, "DOC-02") for kind, text in wanted if kind not in kinds]

"""What the signatures of a file that an applicant brought are worth (DIG-07, DIG-08, DIG-15).

Nothing here blocks: a person looks at what is not in order and decides.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Worth(StrEnum):
    """The answer about a file, or about one signature of it."""

    VALID = "valid"
    EXPIRED = "expired"
    ALTERED = "altered"
    UNTRUSTED = "untrusted"
    OTHER_PERSON = "other_person"
    NONE = "none"


@dataclass(frozen=True)
class Signature:
    """One signature as it was read: its own worth, whose it is, and when it was put.

    `at` is the time of an authority where `has_timestamp`, else the one that the signer claims.
    """

    worth: Worth
    signer: str = ""
    tax_code: str = ""
    at: datetime | None = None
    has_timestamp: bool = False


@dataclass(frozen=True)
class Judged:
    """What the signatures of a file are worth together, and why, in Italian."""

    worth: Worth
    sentence: str


# The worst first: one broken seal spoils the file, one good signature of the right person is enough.
_WORST = (Worth.EXPIRED, Worth.UNTRUSTED, Worth.OTHER_PERSON)
_SENTENCES = {
    Worth.ALTERED: "Il contenuto è cambiato dopo la firma, o la firma è danneggiata: non vale.",
    Worth.EXPIRED: (
        "Firma di {who}: il certificato non era valido il {day}, quando il file è arrivato, e nessuna "
        "marca temporale prova una firma anteriore. Equivale a mancata sottoscrizione (CAD, art. 24)."
    ),
    Worth.UNTRUSTED: (
        "Firma di {who}: il certificato è di un'autorità che non è tra quelle riconosciute."
    ),
    Worth.OTHER_PERSON: (
        "Firma valida di {who}, che non risulta richiedente, legale rappresentante né delegato."
    ),
    Worth.VALID: "Firma valida di {who}{stamp}.",
    Worth.NONE: "Il file non porta firme digitali.",
}


def judge_signatures(
    found: Sequence[Signature], expected: Mapping[str, str], received_on: date
) -> Judged:
    """Judge the signatures of a file (DIG-07, DIG-08).

    `expected` are the tax codes of those who may sign for the applicant, with their names (DIG-15).
    `received_on` is the day by which the file was there. Altered content spoils the whole file; one
    valid signature of somebody expected is enough; otherwise the worst of what is there counts.
    """
    if not found:
        return Judged(Worth.NONE, _SENTENCES[Worth.NONE])
    worths = [(_worth(one, expected), one) for one in found]
    for worth in (Worth.ALTERED, Worth.VALID, *_WORST):
        for own, one in worths:
            if own is worth:
                return Judged(worth, _sentence(worth, one, received_on))
    raise ValueError(f"signatures without a worth: {found!r}")


def _worth(one: Signature, expected: Mapping[str, str]) -> Worth:
    if one.worth is Worth.VALID and one.tax_code not in expected:
        return Worth.OTHER_PERSON
    return one.worth


def _sentence(worth: Worth, one: Signature, received_on: date) -> str:
    code = one.tax_code or "senza codice fiscale nel certificato"
    stamp = f", con marca temporale del {one.at:%d/%m/%Y}" if one.has_timestamp and one.at else ""
    return _SENTENCES[worth].format(
        who=f"{one.signer} ({code})", day=f"{received_on:%d/%m/%Y}", stamp=stamp
    )

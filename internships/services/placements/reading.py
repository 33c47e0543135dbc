"""What a file brought as a signature is worth: read by its content, judged for whoever should sign."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from django.utils.translation import gettext as _

from internships.models import Deed, Signature
from internships.rules.start import NAMES, Actor
from internships.signers import expected
from letters.signatures.uploads import read
from parties import moment
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Document
from workflows.rules.signatures import Worth, judge_signatures
from workflows.uploads.signed import NotSignedDataError, open_signed_document

DEEPEST = 5


@dataclass(frozen=True)
class Read:
    """A signature as it was read: whose, by which means, and what the reader says of it."""

    name: str
    means: str
    finding: str = ""


def read_signature(deed: Deed, actor: Actor, document: Document) -> Read:
    """Return what a file is worth as the signature of a party on a deed.

    Digital signatures must be whole, of the right person and on this very paper; whose authority
    is not recognised is kept with that finding, for people to look at. Anything else must be a
    scan. Raises `TransitionRefused` (DIG-07, DIG-15).
    """
    with document.file.open("rb") as file:
        data = file.read()
    _ask_touched(deed, data)
    people = expected(deed.internship, actor)
    found = read(data, moment.now())
    if not found:
        _ask_scan(document, data)
        return Read(next(iter(people.values()), _party(deed, actor)), Signature.Means.PAPER)
    if not people:
        # A guardian is known by name alone.
        people = {one.tax_code: one.signer for one in found}
    judged = judge_signatures(found, people, moment.today())
    signers = [one for one in found if one.tax_code in people]
    accepted = judged.worth is Worth.VALID or (judged.worth is Worth.UNTRUSTED and signers)
    if not accepted:
        raise TransitionRefused(Refusal.RULE, judged.sentence)
    _ask_content(deed, data)
    return Read(people[signers[-1].tax_code], Signature.Means.DIGITAL, judged.sentence)


def _party(deed: Deed, actor: Actor) -> str:
    """Return the name of a party of which nobody is known who may sign for it."""
    case = deed.internship
    if actor is Actor.PROMOTER and case.promoter:
        return case.promoter.party.name
    return NAMES[actor]


def _ask_content(deed: Deed, data: bytes) -> None:
    """Refuse what was signed instead of the paper: inside all envelopes it must begin with it."""
    if deed.document is None:
        return
    with deed.document.file.open("rb") as file:
        drawn = file.read()
    if not any(one.startswith(drawn) for one in _unwrapped(data)):
        raise TransitionRefused(
            Refusal.RULE,
            _("What was signed is not this paper: download it again, sign it, and upload that."),
        )


def _unwrapped(data: bytes) -> Iterator[bytes]:
    """Yield a file and what is inside its signed containers."""
    yield data
    for _depth in range(DEEPEST):
        try:
            with open_signed_document(io.BytesIO(data)) as inner:
                data = inner.read()
        except (NotSignedDataError, ValueError):
            return
        yield data


def _ask_touched(deed: Deed, data: bytes) -> None:
    """Refuse the paper itself, as it was drawn: nobody has signed it."""
    drawn = deed.document.sha256 if deed.document else ""
    if hashlib.sha256(data).hexdigest() == drawn:
        raise TransitionRefused(
            Refusal.RULE,
            _("This is the paper as we drew it: nobody has signed it yet (DIG-07)."),
        )


def _ask_scan(document: Document, data: bytes) -> None:
    """Refuse a file that bears no digital signature and is no scan of a signed paper either."""
    if document.content_type == "application/pdf" and not _is_scan(data):
        raise TransitionRefused(
            Refusal.RULE,
            _("The file bears no digital signature and is not a scan of a signed paper (DIG-07)."),
        )


def _is_scan(data: bytes) -> bool:
    """Tell whether every page of a PDF is a picture."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return all(bool(page.get_images()) for page in pdf.pages)

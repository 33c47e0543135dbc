"""The frame that every letter shares: head, address, signature, words that stay together.

Each letter has a language of its own: nothing here asks for that of the moment. Foreign text goes through `pdf.escape` where marks are read.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from textwrap import wrap
from typing import Any, Protocol

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from letters import pdf
from letters.logos import logo_of
from letters.messages import call_of
from letters.models import BodyStyle, Letter
from letters.pdf.content import Block
from letters.recipients import Recipient, address_of, addressed
from letters.vocabulary.english import text_in_english
from parties.models import Body, Party, User
from parties.roles import Role
from workflows.kinds import numbered
from workflows.models import Case
from workflows.terms.italian import MONTHS, italian_date

_ABBREVIATION = re.compile(
    r"\b((?:no?|artt?|arts|par|lett|L|D\.L|D\.Lgs|c|prot|rif)\.|DPR|comma|commi|paragraphs?"
    r"|\w+(?= no?\. [\w/-]*\d)) "
)
_COUNTED = re.compile(rf"(\d°?) (?=€|giorn[io]\b|(?:{'|'.join(MONTHS)})\b)")
_FOOT_CHARACTERS = 72
"""How much of a foot's line stands beside the page number."""
SIGNED_DIGITALLY = {
    "it": "Documento firmato digitalmente ai sensi dell'art. 24 del D.Lgs. 82/2005",
    "en": "Digitally signed document (art. 24 of D.Lgs. 82/2005)",
}

REFERENCES = {
    "it": ("Prot. n. {}", "Bando {}"),
    "en": ("Protocol no. {}", "Call {}"),
}
HEADINGS = {"it": "{subject}. {case}, bando {call}", "en": "{subject}. {case}, call {call}"}
FEET = {
    "it": ("{} – C.F. {}", "Misura promossa da {}"),
    "en": ("{} – tax code {}", "Measure promoted by {}"),
}


class Numbered(Protocol):
    """What a letter takes of its entry in the protocol: the mark that it bears, and the instant."""

    @property
    def mark(self) -> str:
        """Number and day."""

    @property
    def registered_at(self) -> datetime:
        """When the number was given."""


PRINTED_NAME = (
    "Firma autografa sostituita dall'indicazione a stampa del nominativo, "
    "art. 3, comma 2, D.Lgs. 39/1993"
)

SIGNS_AS = {
    Role.OFFICER: "L'istruttore",
    Role.PROCEDURE_OWNER: "Il responsabile del procedimento",
    Role.DIRECTOR: "Il direttore",
}


def written(letter: Letter, entry: Numbered, blocks: Iterable[Block]) -> pdf.Letter:
    """Put a letter of the outbox together from what was frozen with it and the given blocks.

    Everything that may change later is copied into it.
    """
    kept, call, language = letter.values, call_of(letter), letter.language
    body, of_case = call.manager, numbered(letter.case, language) if letter.case else ""
    return pdf.Letter(
        language=language,
        title=kept["title"],
        letterhead=letterhead(body, call.owner, language),
        reference_lines=references(
            entry.mark, language, of_case=of_case, call="" if letter.case else call.code
        ),
        place_and_date=f"{body.municipality}, {day_in(language, day_of(entry))}",
        addressee_lines=tuple(kept["addressee"]),
        subject=bound(kept["heading"]),
        blocks=bound_blocks(blocks),
        code=letter.code,
        verify_at=settings.SITE_URL + reverse("portal:verify_letter", args=[letter.code]),
        created=timezone.localtime(entry.registered_at).isoformat(),
    )


def heading(case: Any, subject: str, language: str) -> str:
    """Return the subject line of a letter about a case: what it says, which case, which call."""
    named = numbered(case, language)
    return HEADINGS[language].format(subject=subject, case=named, call=case.call.code)


def references(mark: str, language: str, *, of_case: str = "", call: str = "") -> tuple[str, ...]:
    """Return the lines that name a letter's protocol entry, and its case or call where it has one."""
    protocol, of_call = REFERENCES[language]
    shown = mark if language == "it" else text_in_english(mark, {})
    return (
        protocol.format(shown),
        *([of_case] if of_case else []),
        *([of_call.format(call)] if call else []),
    )


def day_in(language: str, day: date) -> str:
    """Write a day in words of the letter's language."""
    written = italian_date(day)
    return written if language == "it" else text_in_english(written, {})


def digitally_signed(letter: pdf.Letter) -> pdf.Letter:
    """Let the signature of a letter say that it is a digital one (DIG-06)."""
    note = SIGNED_DIGITALLY[letter.language]
    blocks = (
        replace(block, note=note) if isinstance(block, pdf.Signature) else block
        for block in letter.blocks
    )
    return replace(letter, blocks=tuple(blocks))


def bound(text: str) -> str:
    """Tie abbreviations and numbers to the word after them: no line ends with "art." or "2"."""
    return _COUNTED.sub("\\1\xa0", _ABBREVIATION.sub("\\1\xa0", text))


def bound_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Tie the same words in everything that a letter says."""
    return tuple(_bound_block(block) for block in blocks)


def _bound_block(block: Block) -> Block:
    match block:
        case pdf.Paragraph() | pdf.Callout():
            return replace(block, text=bound(block.text))
        case pdf.Bullets():
            return replace(block, items=tuple(bound(item) for item in block.items))
    return block


def day_of(entry: Numbered) -> date:
    """Return the day that a letter bears: that of its protocol number, in Rome."""
    return timezone.localtime(entry.registered_at).date()


def moment_words(instant: datetime) -> str:
    """Write an instant to the second: "23 novembre 2026, ore 12:00:07"."""
    local = timezone.localtime(instant)
    return f"{italian_date(local.date())}, ore {local:%H:%M:%S}"


def style_of(body: Body) -> BodyStyle:
    """Return how the letters of a body look; a plain style where the office has set none."""
    return BodyStyle.objects.filter(body_id=body.pk).first() or BodyStyle(body=body)


def letterhead(body: Body, owner: Body, language: str = "it") -> pdf.Letterhead:
    """Return the sender's head; the foot names the body whose measure it is (ORG-04)."""
    style = style_of(body)
    sender, promoter = FEET[language]
    contacts = (
        f"Tel. {body.phone}" if body.phone else "",
        body.email,
        f"PEC {body.pec}" if body.pec else "",
        *style.head_lines.splitlines(),
    )
    foot = (
        sender.format(body.name, body.tax_code),
        promoter.format(owner.name) if owner.pk != body.pk else "",
        *style.foot_lines.splitlines(),
    )
    return pdf.Letterhead(
        body.name,
        unit=style.head_unit or body.unit,
        address_lines=(body.street, f"{body.postcode} {body.municipality} ({body.province})"),
        contact_lines=tuple(filter(None, contacts)),
        logo=logo_of(style),
        footer_lines=tuple(line for text in foot for line in wrap(text, _FOOT_CHARACTERS)),
    )


def addressee(case: Case) -> tuple[str, ...]:
    """Return the address block: who applies, through whom, where, and the address of sending."""
    party = case.applicant
    lines = [party.name]
    if case.representative and case.representative.pk != party.pk:
        lines.append(f"c.a. {case.representative.name}")
    address = address_of(case)
    return (
        *lines,
        *party.address_lines,
        f"{'PEC' if address == party.pec else 'E-mail'}: {address}",
    )


def addressee_among(case: Case, to: Sequence[Recipient]) -> tuple[str, ...]:
    """Return the address block of a letter to these: the applicant's, if among them, else the first's."""
    if not to:
        return ()
    party = addressed(case, to)
    if party == case.applicant_id:
        return addressee(case)
    first = next(one for one in to if one.party_id == party)
    found = Party.objects.get(pk=party)
    how = "PEC" if first.address == found.pec else "E-mail"
    return (first.name, *found.address_lines, f"{how}: {first.address}")


def name_of(user: User | None) -> str:
    """Return a colleague's name as letters print it; empty where nobody is named."""
    return str(user) if user else ""


def signature(role: str, user: User | None) -> pdf.Signature:
    """Return the signature of an act kept as data: office held and printed name."""
    return pdf.Signature(role, name_of(user), PRINTED_NAME)


def signature_of(body: Body, role: Role, user: User | None) -> pdf.Signature:
    """Return the signature of an act in the words of the body's style.

    The name is that of who signs; the style's own stands only where the act names nobody.
    """
    said = style_of(body).signatures.get(role, {})
    return pdf.Signature(
        said.get("title") or SIGNS_AS[role],
        name_of(user) or said.get("name", ""),
        said.get("note") or PRINTED_NAME,
    )

"""Electronic invoices, FatturaPA 1.2 and 1.9, ordinary and simplified, read into plain values (CUP-05)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

from accounting.files.containers import unwrapped
from accounting.files.safe_xml import Unreadable, read, text

CREDIT_NOTES = frozenset({"TD04", "TD08"})
CUP = re.compile(r"\b[A-Z][0-9]{2}[A-Z][0-9]{11}\b")
REFERENCES = (
    "DatiOrdineAcquisto",
    "DatiContratto",
    "DatiConvenzione",
    "DatiRicezione",
    "DatiFattureCollegate",
)


@dataclass(frozen=True, slots=True)
class Party:
    """A supplier or customer as an invoice names it."""

    name: str
    vat_number: str
    tax_code: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is, EUR without VAT, the rate in percent."""

    description: str
    net: Decimal
    vat_rate: Decimal


@dataclass(frozen=True, slots=True)
class FoundCup:
    """A project's code and the element of the invoice in which it stood."""

    code: str
    where: str


@dataclass(frozen=True, slots=True)
class Invoice:
    """One invoice or credit note; `net` and `vat` are of the summary, in its currency."""

    kind: str
    number: str
    issued_on: date
    currency: str
    supplier: Party
    customer: Party
    net: Decimal
    vat: Decimal
    lines: tuple[Line, ...]
    cups: tuple[FoundCup, ...]
    linked: tuple[str, ...]

    @property
    def is_credit_note(self) -> bool:
        """Whether it takes back what another invoice asked."""
        return self.kind in CREDIT_NOTES


def read_invoices(data: bytes) -> list[Invoice]:
    """Return the invoices of a file, signed or not: a file may hold more than one of one supplier.

    Raises `Unreadable` for anything else, and for an invoice without number, day or amounts.
    """
    root = read(unwrapped(data))
    if root.tag not in {"FatturaElettronica", "FatturaElettronicaSemplificata"}:
        raise Unreadable("non è una fattura elettronica")
    header = root.find("FatturaElettronicaHeader")
    supplier = _party(header, "CedentePrestatore")
    customer = _party(header, "CessionarioCommittente")
    bodies = root.findall("FatturaElettronicaBody")
    if header is None or not bodies:
        raise Unreadable("alla fattura mancano delle parti")
    return [_invoice(body, supplier, customer) for body in bodies]


def _invoice(body: Element, supplier: Party, customer: Party) -> Invoice:
    general = body.find("DatiGenerali/DatiGeneraliDocumento")
    number = text(general, "Numero")
    if not number:
        raise Unreadable("alla fattura manca il numero")
    net, vat = _sums(body)
    return Invoice(
        kind=text(general, "TipoDocumento"),
        number=number,
        issued_on=_day(text(general, "Data")),
        currency=text(general, "Divisa") or "EUR",
        supplier=supplier,
        customer=customer,
        net=net,
        vat=vat,
        lines=tuple(_lines(body)),
        cups=tuple(_cups(body)),
        linked=tuple(
            found
            for link in body.iterfind("DatiGenerali/DatiFattureCollegate")
            if (found := text(link, "IdDocumento"))
        ),
    )


def _party(header: Element | None, role: str) -> Party:
    about = header.find(role) if header is not None else None
    base = about.find("DatiAnagrafici") if about is not None else None
    if base is None:
        # The simplified layout has no block of its own for these.
        base = about
    codes = base.find("IdentificativiFiscali") if base is not None else None
    holder = codes if codes is not None else base
    names = base.find("Anagrafica") if base is not None else None
    named = names if names is not None else base
    person = f"{text(named, 'Nome')} {text(named, 'Cognome')}".strip()
    return Party(
        name=text(named, "Denominazione") or person,
        vat_number=text(holder, "IdFiscaleIVA/IdCodice"),
        tax_code=text(holder, "CodiceFiscale"),
    )


def _sums(body: Element) -> tuple[Decimal, Decimal]:
    summary = body.findall("DatiBeniServizi/DatiRiepilogo")
    if summary:
        return (
            sum((_amount(each, "ImponibileImporto") for each in summary), Decimal(0)),
            sum((_amount(each, "Imposta") for each in summary), Decimal(0)),
        )
    simple = body.findall("DatiBeniServizi")
    if not simple:
        raise Unreadable("alla fattura mancano gli importi")
    gross = sum((_amount(each, "Importo") for each in simple), Decimal(0))
    vat = sum((_amount(each, "DatiIVA/Imposta", "0") for each in simple), Decimal(0))
    return gross - vat, vat


def _lines(body: Element) -> Iterator[Line]:
    """Yield the lines of an ordinary invoice, or the parts of a simplified one."""
    for line in body.iterfind("DatiBeniServizi/DettaglioLinee"):
        yield Line(
            " ".join(text(line, "Descrizione").split()),
            _amount(line, "PrezzoTotale"),
            _amount(line, "AliquotaIVA", "0"),
        )
    for part in body.findall("DatiBeniServizi"):
        if part.find("Importo") is not None:
            vat = _amount(part, "DatiIVA/Imposta", "0")
            described = " ".join(text(part, "Descrizione").split())
            rate = _amount(part, "DatiIVA/Aliquota", "0")
            yield Line(described, _amount(part, "Importo") - vat, rate)


def _cups(body: Element) -> Iterator[FoundCup]:
    """Yield the codes of the places meant for them, then of free text; each code once."""
    seen: set[str] = set()
    for where in REFERENCES:
        for reference in body.iterfind(f"DatiGenerali/{where}"):
            code = text(reference, "CodiceCUP").upper()
            if code and code not in seen:
                seen.add(code)
                yield FoundCup(code, where)
    written = [
        ("Causale", cause.text or "")
        for cause in body.iterfind("DatiGenerali/DatiGeneraliDocumento/Causale")
    ]
    written += [
        ("Descrizione", text(line, "Descrizione"))
        for line in body.iterfind("DatiBeniServizi/DettaglioLinee")
    ]
    for where, words in written:
        for code in CUP.findall(words.upper()):
            if code not in seen:
                seen.add(code)
                yield FoundCup(code, where)


def _amount(parent: Element, path: str, without: str = "") -> Decimal:
    written = text(parent, path) or without
    try:
        amount = Decimal(written)
    except InvalidOperation as error:
        raise Unreadable(f"{path} non è un importo") from error
    if not amount.is_finite():
        raise Unreadable(f"{path} non è un importo")
    return amount


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written[:10])
    except ValueError as error:
        raise Unreadable("alla fattura manca la data") from error

"""The file with which a bank is told to pay: SEPA credit transfers, pain.001.001.09 (SEPA).

sepaxml builds it and brings the schema; ids and the moment are put in here, so that the same order gives
the same bytes, and the file is held against the schema before anyone gets it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import sepaxml
from lxml import etree

from accounting.files.characters import is_identifier, plain
from workflows.rules.words import cents

SCHEMA = "pain.001.001.09"
NAMESPACE = f"{{urn:iso:std:iso:20022:tech:xsd:{SCHEMA}}}"
NAME_LENGTH, REMITTANCE_LENGTH = 70, 140
LEAST, MOST = Decimal("0.01"), Decimal("999999999.99")


class OrderError(ValueError):
    """An order cannot be written as a bank takes it; the message names the payment and the fault."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody is, each part on its own: lines alone are refused since 15/11/2026 (SEPA-01)."""

    street: str
    number: str
    postcode: str
    town: str
    country: str


@dataclass(frozen=True, slots=True)
class Account:
    """Whose account, at which IBAN; the BIC where it is known."""

    holder: str
    iban: str
    bic: str = ""
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class Transfer:
    """One payment: its id with which results come back, to whom, EUR, and what for (SEPA-05)."""

    id: str
    to: Account
    amount: Decimal
    purpose: str


@dataclass(frozen=True, slots=True)
class Order:
    """A file: its id, the moment it was made, who pays, on which day, and the transfers."""

    id: str
    made_at: datetime
    payer: Account
    on: date
    transfers: Sequence[Transfer]


def write_order(order: Order) -> bytes:
    """Return the file of an order; raises `OrderError`. The same order gives the same bytes."""
    _check(order)
    writer = sepaxml.SepaTransfer(
        {**_party(order.payer), "batch": True, "currency": "EUR"}, schema=SCHEMA, clean=False
    )
    writer.msg_id = order.id
    for transfer in order.transfers:
        writer.add_payment(
            {
                **_party(transfer.to),
                "amount": int(transfer.amount * 100),
                "execution_date": order.on,
                "description": plain(transfer.purpose, REMITTANCE_LENGTH),
                "endtoend_id": transfer.id,
            }
        )
    return _finished(writer.export(validate=False), order)


def faults(data: bytes) -> list[str]:
    """Return what a file has against the schema, none where it passes (SEPA-02)."""
    return _faults(_tree(data))


def _finished(data: bytes, order: Order) -> bytes:
    """Put the ids and the moment of the order where the writer had made some up, and check the file."""
    root = _tree(data)
    header = root.find(f"{NAMESPACE}CstmrCdtTrfInitn/{NAMESPACE}GrpHdr")
    header.find(f"{NAMESPACE}MsgId").text = order.id
    header.find(f"{NAMESPACE}CreDtTm").text = f"{order.made_at:%Y-%m-%dT%H:%M:%S}"
    for info in root.iter(f"{NAMESPACE}PmtInfId"):
        info.text = order.id
    if not order.payer.bic:
        for bank in root.iterfind(f".//{NAMESPACE}DbtrAgt/{NAMESPACE}FinInstnId"):
            other = etree.SubElement(bank, f"{NAMESPACE}Othr")
            etree.SubElement(other, f"{NAMESPACE}Id").text = "NOTPROVIDED"
    found = _faults(root)
    if found:
        raise OrderError(f"the file does not pass its schema: {found[0]}")
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


def _tree(data: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(data, parser)


def _faults(root: Any) -> list[str]:
    schema = _schema()
    schema.validate(root)
    return [f"{fault.line}: {fault.message}" for fault in schema.error_log]


def _party(account: Account) -> dict[str, object]:
    party: dict[str, object] = {
        "name": plain(account.holder, NAME_LENGTH),
        "IBAN": account.iban,
    }
    if account.bic:
        party["BIC"] = account.bic
    if account.address:
        address = account.address
        party["address"] = {
            "street_name": plain(address.street, NAME_LENGTH),
            "building_number": plain(address.number, 16),
            "postcode": plain(address.postcode, 16),
            "town": plain(address.town, 35),
            "country": address.country.upper(),
        }
    return party


def _check(order: Order) -> None:
    if not order.transfers:
        raise OrderError("an order without payments")
    if not is_identifier(order.id):
        raise OrderError(f"{order.id!r} cannot be the id of an order")
    ids = [transfer.id for transfer in order.transfers]
    if len(set(ids)) != len(ids):
        raise OrderError("two payments with one id")
    for transfer in order.transfers:
        _check_transfer(transfer)


def _check_transfer(transfer: Transfer) -> None:
    address = transfer.to.address
    wrong = (
        (not is_identifier(transfer.id), "its id"),
        (not LEAST <= transfer.amount <= MOST, "its amount"),
        (transfer.amount != cents(transfer.amount), "its amount"),
        (not plain(transfer.to.holder, NAME_LENGTH), "the holder's name"),
        (not plain(transfer.purpose, REMITTANCE_LENGTH), "what it is for"),
        (address is not None and not (address.town and address.country), "the town or country"),
    )
    for is_wrong, what in wrong:
        if is_wrong:
            raise OrderError(f"payment {transfer.id}: {what} is not as a bank takes it")


@cache
def _schema() -> Any:
    folder = Path(sepaxml.__file__).parent / "schemas"
    return etree.XMLSchema(etree.parse(folder / f"{SCHEMA}.xsd"))

"""What a bank or the cashier answers: which payments were done, refused or sent back (SEPA-06).

Read by the payment's own id (`EndToEndId`, `id_pagamento`) and nothing else: neither names nor amounts
alone say which payment is meant.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from xml.etree.ElementTree import Element

from accounting.files.safe_xml import Unreadable, read, text

MOST_ROWS = 100_000
NEEDED = ("id_pagamento", "esito", "data", "importo")
KNOWN = (*NEEDED, "motivo", "mandato_n", "quietanza_n")
NO_ID = frozenset({"", "NOTPROVIDED"})


class Happened(StrEnum):
    """What became of a payment."""

    PAID = "paid"
    REFUSED = "refused"
    RETURNED = "returned"


WORDS = {
    "pagato": Happened.PAID,
    "eseguito": Happened.PAID,
    "scartato": Happened.REFUSED,
    "rifiutato": Happened.REFUSED,
    "stornato": Happened.RETURNED,
    "restituito": Happened.RETURNED,
}
STATUSES = {"ACSC": Happened.PAID, "ACCC": Happened.PAID, "RJCT": Happened.REFUSED}


@dataclass(frozen=True, slots=True)
class Result:
    """One answer: which payment, what happened, when, how much in EUR where it is said, and why."""

    id: str
    happened: Happened
    on: date | None
    amount: Decimal | None
    reason: str = ""
    order_number: str = ""
    receipt_number: str = ""


def read_results(data: bytes) -> list[Result]:
    """Return the answers of a file: camt.054, pain.002, or a CSV with our columns; in its order.

    Raises `Unreadable` for anything else, and for a file in which an answer makes no sense: half a file is
    never taken.
    """
    head = data.lstrip(b"\xef\xbb\xbf \r\n\t")
    if not head.startswith(b"<"):
        return list(_of_csv(data))
    root = read(data)
    if root.find("BkToCstmrDbtCdtNtfctn") is not None:
        return list(_of_notification(root))
    if root.find("CstmrPmtStsRpt") is not None:
        return list(_of_status_report(root))
    raise Unreadable("non è un camt.054 né un pain.002")


def _of_notification(root: Element) -> Iterator[Result]:
    for entry in root.iterfind("BkToCstmrDbtCdtNtfctn/Ntfctn/Ntry"):
        if _status(entry) not in {"BOOK", ""}:
            continue
        on = _day(text(entry, "BookgDt/Dt") or text(entry, "BookgDt/DtTm")[:10])
        for details in entry.iterfind("NtryDtls/TxDtls"):
            identity = text(details, "Refs/EndToEndId")
            if identity in NO_ID:
                continue
            credit = text(details, "CdtDbtInd") or text(entry, "CdtDbtInd")
            reason = text(details, "RtrInf/Rsn/Cd") or text(details, "RtrInf/AddtlInf")
            is_back = credit == "CRDT" or details.find("RtrInf") is not None
            amount = details.find("Amt")
            if amount is None:
                amount = details.find("AmtDtls/TxAmt/Amt")
            yield Result(
                identity,
                Happened.RETURNED if is_back else Happened.PAID,
                on,
                _amount(amount, identity),
                reason,
            )


def _status(entry: Element) -> str:
    return text(entry, "Sts/Cd") or text(entry, "Sts")


def _of_status_report(root: Element) -> Iterator[Result]:
    made = text(root, "CstmrPmtStsRpt/GrpHdr/CreDtTm")[:10]
    for info in root.iterfind("CstmrPmtStsRpt/OrgnlPmtInfAndSts/TxInfAndSts"):
        status, identity = text(info, "TxSts"), text(info, "OrgnlEndToEndId")
        if status not in STATUSES or identity in NO_ID:
            continue
        amount = info.find("OrgnlTxRef/Amt/InstdAmt")
        reason = text(info, "StsRsnInf/Rsn/Cd") or text(info, "StsRsnInf/AddtlInf")
        yield Result(identity, STATUSES[status], _day(made), _amount(amount, identity), reason)


def _of_csv(data: bytes) -> Iterator[Result]:
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("il testo non è in UTF-8") from error
    rows = csv.DictReader(io.StringIO(words, newline=""), delimiter=";", strict=True)
    try:
        missing = [name for name in NEEDED if name not in (rows.fieldnames or [])]
        if missing:
            raise Unreadable(f"mancano le colonne: {', '.join(missing)}")
        for number, row in enumerate(rows, start=2):
            if number > MOST_ROWS:
                raise Unreadable("troppe righe")
            yield _of_row(row, number)
    except csv.Error as error:
        raise Unreadable("non è un CSV leggibile") from error


def _of_row(row: dict[str, str | None], number: int) -> Result:
    said = {name: (row[name] or "").strip() for name in KNOWN if name in row}
    happened = WORDS.get(said["esito"].lower())
    if not said["id_pagamento"] or happened is None:
        raise Unreadable(
            f"riga {number}: manca l'identificativo, o l'esito non è tra quelli previsti"
        )
    written = said["importo"].replace(".", "").replace(",", ".")
    try:
        amount = Decimal(written) if written else None
    except InvalidOperation as error:
        raise Unreadable(f"row {number}: {said['importo']!r} is no amount") from error
    return Result(
        said["id_pagamento"],
        happened,
        _day(said["data"]),
        amount,
        said.get("motivo", ""),
        said.get("mandato_n", ""),
        said.get("quietanza_n", ""),
    )


def _day(written: str) -> date | None:
    if not written:
        return None
    for shape in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(written, shape).date()  # noqa: DTZ007 (a day, not an instant)
        except ValueError:
            continue
    raise Unreadable(f"“{written}” non è una data")


def _amount(found: Element | None, identity: str) -> Decimal | None:
    if found is None:
        return None
    if found.get("Ccy", "EUR") != "EUR":
        raise Unreadable(f"{identity}: non è in euro")
    try:
        return Decimal((found.text or "").strip())
    except InvalidOperation as error:
        raise Unreadable(f"{identity}: manca l'importo") from error

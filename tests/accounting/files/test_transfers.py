"""The order to the bank, field by field and against its schema."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from accounting.files.transfers import (
    NAMESPACE,
    Account,
    Address,
    Order,
    OrderError,
    Transfer,
    faults,
    write_order,
)

HOME = Address("Via Portazzolo", "9", "46100", "Mantova", "it")
PAYER = Account("Camera di commercio", "IT60X0542811101000000123456", "BPPIITRRXXX", HOME)
TO = Account("Niccolò & C. S.n.c.", "IT12O0834011500CC0010000001", address=HOME)
TRANSFER = Transfer("P-2026-000001", TO, Decimal("4800.01"), "CUP J41B26000010005 BANDO 2026")
ORDER = Order(
    "D-2026-0007", datetime(2026, 11, 24, 9, 30, tzinfo=UTC), PAYER, date(2026, 11, 25), [TRANSFER]
)


def texts(data, name):
    return [each.text for each in ET.fromstring(data).iter(f"{NAMESPACE}{name}")]


def test_SEPA_02_writes_what_the_schema_asks():
    second = replace(TRANSFER, id="P-2026-000002", amount=Decimal("0.01"))
    data = write_order(replace(ORDER, transfers=[TRANSFER, second]))

    assert faults(data) == []
    assert {
        name: texts(data, name)
        for name in ("MsgId", "CreDtTm", "NbOfTxs", "CtrlSum", "PmtInfId", "EndToEndId", "ChrgBr")
    } == {
        "MsgId": ["D-2026-0007"],
        "CreDtTm": ["2026-11-24T09:30:00"],
        "NbOfTxs": ["2", "2"],
        "CtrlSum": ["4800.02", "4800.02"],
        "PmtInfId": ["D-2026-0007"],
        "EndToEndId": ["P-2026-000001", "P-2026-000002"],
        "ChrgBr": ["SLEV"],
    }
    assert texts(data, "InstdAmt") == ["4800.01", "0.01"]
    assert texts(data, "Dt") == ["2026-11-25"]
    assert texts(data, "BICFI") == ["BPPIITRRXXX"]


def test_SEPA_01_writes_each_part_of_an_address_on_its_own():
    data = write_order(ORDER)

    assert texts(data, "AdrLine") == []
    assert [texts(data, name)[-1] for name in ("StrtNm", "BldgNb", "PstCd", "TwnNm", "Ctry")] == [
        "Via Portazzolo",
        "9",
        "46100",
        "Mantova",
        "IT",
    ]


def test_SEPA_03_SEPA_05_writes_with_the_letters_of_a_bank():
    data = write_order(ORDER)

    assert texts(data, "Nm")[-1] == "Niccolo + C. S.n.c."
    assert texts(data, "Ustrd") == ["CUP J41B26000010005 BANDO 2026"]


def test_SEPA_02_says_that_a_bank_of_the_payer_is_not_given():
    data = write_order(replace(ORDER, payer=replace(PAYER, bic="")))

    assert faults(data) == []
    assert "NOTPROVIDED" in texts(data, "Id")


def test_the_same_order_gives_the_same_bytes():
    assert write_order(ORDER) == write_order(ORDER)


@pytest.mark.parametrize(
    "change",
    [
        {"id": "/P1"},
        {"id": "P//1"},
        {"id": "P" * 36},
        {"amount": Decimal("0.00")},
        {"amount": Decimal("1000000000.00")},
        {"amount": Decimal("0.015")},
        {"purpose": "<|>"},
        {"to": replace(TO, holder=" ")},
        {"to": replace(TO, address=replace(HOME, town=""))},
        {"to": replace(TO, iban="IT60")},
        {"to": replace(TO, address=replace(HOME, country="Italia"))},
    ],
    ids=str,
)
def test_SEPA_02_refuses_a_payment_that_a_bank_would_not_take(change):
    with pytest.raises(OrderError):
        write_order(replace(ORDER, transfers=[replace(TRANSFER, **change)]))


def test_SEPA_02_refuses_an_order_that_is_none():
    with pytest.raises(OrderError, match="without payments"):
        write_order(replace(ORDER, transfers=[]))
    with pytest.raises(OrderError, match="two payments with one id"):
        write_order(replace(ORDER, transfers=[TRANSFER, TRANSFER]))
    with pytest.raises(OrderError, match="id of an order"):
        write_order(replace(ORDER, id="D_1"))

"""What banks and cashiers answer, by the payment's id alone."""

from datetime import date
from decimal import Decimal

import pytest

from accounting.files.results import Happened, Result, read_results
from accounting.files.safe_xml import Unreadable
from tests.accounting.files.samples import BOMB, notification, table

DAY = date(2026, 11, 26)

STATUS_REPORT = b"""<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">
<CstmrPmtStsRpt><GrpHdr><MsgId>1</MsgId><CreDtTm>2026-11-26T08:00:00</CreDtTm></GrpHdr>
<OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>P-1</OrgnlEndToEndId><TxSts>RJCT</TxSts>
<StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf></TxInfAndSts>
<TxInfAndSts><OrgnlEndToEndId>P-2</OrgnlEndToEndId><TxSts>ACCP</TxSts></TxInfAndSts>
</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>"""


def test_SEPA_06_reads_what_was_paid_and_what_came_back():
    data = notification(
        ("P-1", "DBIT", "4800.01"), ("P-2", "CRDT", "10.00"), ("NOTPROVIDED", "DBIT", "1")
    )

    assert read_results(data) == [
        Result("P-1", Happened.PAID, DAY, Decimal("4800.01")),
        Result("P-2", Happened.RETURNED, DAY, Decimal("10.00"), "AC04"),
    ]


def test_SEPA_06_leaves_what_is_only_announced():
    assert read_results(notification(("P-1", "DBIT", "1.00"), status="PDNG")) == []


def test_SEPA_06_reads_a_refusal_and_leaves_what_is_under_way():
    assert read_results(STATUS_REPORT) == [Result("P-1", Happened.REFUSED, DAY, None, "AC01")]


def test_reads_the_cashiers_table():
    data = table(
        "P-1;pagato;26/11/2026;4.800,01;123;77;", "P-2;Stornato;2026-11-26;10,00;;;Conto chiuso"
    )

    assert read_results(data) == [
        Result("P-1", Happened.PAID, DAY, Decimal("4800.01"), "", "123", "77"),
        Result("P-2", Happened.RETURNED, DAY, Decimal("10.00"), "Conto chiuso"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a;b\n1;2\n",
        table("P-1;forse;26/11/2026;1,00;;;"),
        table(";pagato;26/11/2026;1,00;;;"),
        table("P-1;pagato;31/02/2026;1,00;;;"),
        table("P-1;pagato;26/11/2026;uno;;;"),
        "id_pagamento;esito;data;importo\nP-1;pagato;26/11/2026;1,00;è".encode("latin-1"),
        b"<Document/>",
        b"<Document>",
        BOMB,
        notification(("P-1", "DBIT", "1.00")).replace(b'"EUR"', b'"USD"'),
        notification(("P-1", "DBIT", "uno")),
        notification(("P-1", "DBIT", "1.00")).replace(b"2026-11-26", b"domani"),
    ],
)
def test_refuses_whole_what_it_cannot_read(data):
    with pytest.raises(Unreadable):
        read_results(data)

"""Electronic invoices of our own making, and files that are none."""

import base64
from datetime import date
from decimal import Decimal

import pytest
from asn1crypto import cms

from accounting.files.containers import unwrapped
from accounting.files.invoices import FoundCup, Invoice, Line, Party, read_invoices
from accounting.files.safe_xml import Unreadable, read
from tests.accounting.files.samples import (
    BOMB,
    CUP,
    FOREIGN_ENTITY,
    ORDER_REFERENCE,
    SIMPLIFIED,
    invoice,
)


def wrapped(data):
    """A signed container, without the signature: who signed is not read here."""
    return cms.ContentInfo(
        {
            "content_type": "signed_data",
            "content": {
                "version": "v1",
                "digest_algorithms": [],
                "encap_content_info": {"content_type": "data", "content": data},
                "signer_infos": [],
            },
        }
    ).dump()


def test_CUP_05_reads_an_invoice_to_its_lines():
    assert read_invoices(invoice()) == [
        Invoice(
            kind="TD01",
            number="12/A",
            issued_on=date(2026, 3, 10),
            currency="EUR",
            supplier=Party("Officina Nove S.r.l.", "01234560207", "01234560207"),
            customer=Party("Ada Rossi", "", "RSSDAA80A41E897Q"),
            net=Decimal("100.00"),
            vat=Decimal("22.00"),
            lines=(
                Line("Postazione di marzo", Decimal("80.00"), Decimal("22.00")),
                Line("Armadietto", Decimal("20.00"), Decimal("22.00")),
            ),
            cups=(FoundCup(CUP, "DatiOrdineAcquisto"),),
            linked=(),
        )
    ]


def test_reads_a_simplified_invoice_in_another_alphabet():
    (found,) = read_invoices(SIMPLIFIED)

    assert (found.supplier.name, found.supplier.vat_number, found.customer.tax_code) == (
        "Caffè Nove",
        "01234560207",
        "RSSDAA80A41E897Q",
    )
    assert (found.net, found.vat, found.lines) == (
        Decimal("10.00"),
        Decimal("2.20"),
        (Line("Sala riunioni", Decimal("10.00"), Decimal(0)),),
    )


def test_CUP_05_finds_the_code_in_free_text_and_says_where():
    (found,) = read_invoices(invoice(cause=f"Progetto CUP:{CUP.lower()}.", references=""))

    assert found.cups == (FoundCup(CUP, "Causale"),)


def test_EXP_04_knows_a_credit_note_and_the_invoice_it_lowers():
    link = "<DatiFattureCollegate><IdDocumento>11/A</IdDocumento></DatiFattureCollegate>"
    (found,) = read_invoices(invoice(kind="TD04", references=link))

    assert (found.is_credit_note, found.linked) == (True, ("11/A",))


def test_EXP_03_keeps_the_currency():
    (found,) = read_invoices(invoice(currency="CHF"))

    assert found.currency == "CHF"


def test_reads_every_invoice_of_a_file():
    body = (
        invoice()
        .decode()
        .split("<FatturaElettronicaBody>")[1]
        .split("</FatturaElettronicaBody>")[0]
    )
    two = (
        invoice()
        .decode()
        .replace(
            "</p:FatturaElettronica>",
            f"<FatturaElettronicaBody>{body.replace('12/A', '13/A')}</FatturaElettronicaBody>"
            "</p:FatturaElettronica>",
        )
    )

    assert [each.number for each in read_invoices(two.encode())] == ["12/A", "13/A"]


@pytest.mark.parametrize(
    "pack",
    [
        wrapped,
        lambda data: wrapped(wrapped(data)),
        lambda data: base64.encodebytes(wrapped(data)),
        lambda data: (
            b"-----BEGIN PKCS7-----\n"
            + base64.encodebytes(wrapped(data))
            + b"-----END PKCS7-----\n"
        ),
    ],
    ids=["bytes", "twice", "text", "armour"],
)
def test_reads_an_invoice_in_its_signed_container(pack):
    assert read_invoices(pack(invoice())) == read_invoices(invoice())


def test_refuses_containers_without_end_or_content():
    data = invoice()
    for _each in range(6):
        data = wrapped(data)

    with pytest.raises(Unreadable, match="troppi contenitori"):
        unwrapped(data)
    with pytest.raises(Unreadable, match="non il file firmato"):
        unwrapped(wrapped(None))
    with pytest.raises(Unreadable, match="danneggiato"):
        unwrapped(b"0\x82\xff\xffnothing")


@pytest.mark.parametrize("data", [BOMB, FOREIGN_ENTITY, BOMB.decode().encode("utf-16")])
def test_refuses_bombs_and_files_of_the_server(data):
    with pytest.raises(Unreadable, match="tipo di documento"):
        read_invoices(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"<html></html>",
        invoice()[:-30],
        b"<FatturaElettronica><FatturaElettronicaHeader/></FatturaElettronica>",
        invoice().replace(b"<Numero>12/A</Numero>", b""),
        invoice().replace(b"2026-03-10", b"2026-02-30"),
        invoice().replace(b">100.00<", b">NaN<"),
        invoice().replace(b">100.00<", b">cento<"),
        b"<a>" * 50 + b"</a>" * 50,
    ],
    ids=range(10),
)
def test_refuses_what_is_no_invoice(data):
    with pytest.raises(Unreadable):
        read_invoices(data)


def test_refuses_a_file_that_is_too_large():
    with pytest.raises(Unreadable, match="troppo grande"):
        read(invoice(), most_bytes=100)


def test_a_code_in_two_places_is_told_once():
    (found,) = read_invoices(invoice(cause=CUP, references=ORDER_REFERENCE))

    assert found.cups == (FoundCup(CUP, "DatiOrdineAcquisto"),)

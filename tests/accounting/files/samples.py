"""Invoices and answers of banks of our own making; every firm and account is invented."""

CUP = "J41B26000010005"

INVOICE = """<?xml version="1.0" encoding="UTF-8"?>
<p:FatturaElettronica versione="FPR12"
    xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">
  <FatturaElettronicaHeader>
    <CedentePrestatore>
      <DatiAnagrafici>
        <IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>01234560207</IdCodice></IdFiscaleIVA>
        <CodiceFiscale>01234560207</CodiceFiscale>
        <Anagrafica><Denominazione>Officina Nove S.r.l.</Denominazione></Anagrafica>
      </DatiAnagrafici>
    </CedentePrestatore>
    <CessionarioCommittente>
      <DatiAnagrafici>
        <CodiceFiscale>RSSDAA80A41E897Q</CodiceFiscale>
        <Anagrafica><Nome>Ada</Nome><Cognome>Rossi</Cognome></Anagrafica>
      </DatiAnagrafici>
    </CessionarioCommittente>
  </FatturaElettronicaHeader>
  <FatturaElettronicaBody>
    <DatiGenerali>
      <DatiGeneraliDocumento>
        <TipoDocumento>{kind}</TipoDocumento><Divisa>{currency}</Divisa>
        <Data>2026-03-10</Data><Numero>12/A</Numero><Causale>{cause}</Causale>
      </DatiGeneraliDocumento>
      {references}
    </DatiGenerali>
    <DatiBeniServizi>
      <DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>Postazione
        di marzo</Descrizione><PrezzoUnitario>80.00</PrezzoUnitario>
        <PrezzoTotale>80.00</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee>
      <DettaglioLinee><NumeroLinea>2</NumeroLinea><Descrizione>Armadietto</Descrizione>
        <PrezzoUnitario>20.00</PrezzoUnitario><PrezzoTotale>20.00</PrezzoTotale>
        <AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee>
      <DatiRiepilogo><AliquotaIVA>22.00</AliquotaIVA>
        <ImponibileImporto>100.00</ImponibileImporto><Imposta>22.00</Imposta></DatiRiepilogo>
    </DatiBeniServizi>
  </FatturaElettronicaBody>
</p:FatturaElettronica>
"""

ORDER_REFERENCE = (
    "<DatiOrdineAcquisto><IdDocumento>1</IdDocumento>"
    f"<CodiceCUP>{CUP}</CodiceCUP></DatiOrdineAcquisto>"
)

SIMPLIFIED = b"""<?xml version="1.0" encoding="windows-1252"?>
<p:FatturaElettronicaSemplificata versione="FSM10"
    xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.0">
  <FatturaElettronicaHeader>
    <CedentePrestatore>
      <IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>01234560207</IdCodice></IdFiscaleIVA>
      <Denominazione>Caff\xe8 Nove</Denominazione>
    </CedentePrestatore>
    <CessionarioCommittente>
      <IdentificativiFiscali><CodiceFiscale>RSSDAA80A41E897Q</CodiceFiscale></IdentificativiFiscali>
    </CessionarioCommittente>
  </FatturaElettronicaHeader>
  <FatturaElettronicaBody>
    <DatiGenerali><DatiGeneraliDocumento>
      <TipoDocumento>TD07</TipoDocumento><Divisa>EUR</Divisa>
      <Data>2026-03-11</Data><Numero>7</Numero>
    </DatiGeneraliDocumento></DatiGenerali>
    <DatiBeniServizi>
      <Descrizione>Sala riunioni</Descrizione><Importo>12.20</Importo>
      <DatiIVA><Imposta>2.20</Imposta></DatiIVA>
    </DatiBeniServizi>
  </FatturaElettronicaBody>
</p:FatturaElettronicaSemplificata>
"""

BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
<FatturaElettronica>&c;</FatturaElettronica>"""

FOREIGN_ENTITY = b"""<?xml version="1.0"?>
<!DOCTYPE r [<!ENTITY file SYSTEM "file:///etc/passwd">]>
<FatturaElettronica>&file;</FatturaElettronica>"""


def invoice(kind="TD01", currency="EUR", cause="", references=ORDER_REFERENCE) -> bytes:
    """Return an invoice of two lines, 100.00 and 22.00 of VAT."""
    return INVOICE.format(kind=kind, currency=currency, cause=cause, references=references).encode()


def notification(*answers: tuple[str, str, str], status: str = "BOOK") -> bytes:
    """Return a camt.054 with one entry for each (end-to-end id, DBIT or CRDT, amount)."""
    entries = "".join(_entry(*answer, status) for answer in answers)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>'
        f"<Ntfctn>{entries}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>"
    ).encode()


def _entry(identity: str, way: str, amount: str, status: str) -> str:
    back = "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>" if way == "CRDT" else ""
    return (
        f'<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{way}</CdtDbtInd>'
        f"<Sts><Cd>{status}</Cd></Sts><BookgDt><Dt>2026-11-26</Dt></BookgDt><NtryDtls><TxDtls>"
        f'<Refs><EndToEndId>{identity}</EndToEndId></Refs><Amt Ccy="EUR">{amount}</Amt>'
        f"<CdtDbtInd>{way}</CdtDbtInd>{back}</TxDtls></NtryDtls></Ntry>"
    )


def table(*rows: str) -> bytes:
    """Return a CSV of results with the rows given as text."""
    head = "id_pagamento;esito;data;importo;mandato_n;quietanza_n;motivo"
    return ("\ufeff" + "\r\n".join([head, *rows]) + "\r\n").encode()

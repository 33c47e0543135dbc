"""What the columns of the accountants' workbook are called, in the order of export 1."""

from accounting.sheets import Column

COLUMNS = (
    Column("year", "Esercizio", "integer"),
    Column("call", "Codice bando", "code"),
    Column("call_title", "Titolo del bando", "text", width=40),
    Column("granted_on", "Data atto di concessione", "date", width=14),
    Column("cup", "CUP", "code"),
    Column("protocol", "Protocollo domanda", "code"),
    Column("filed_on", "Data domanda", "date"),
    Column("case", "Pratica", "code", width=24),
    Column("name", "Beneficiario", "text", width=34),
    Column("nature", "Natura", "code", width=10, align="center"),
    Column("tax_code", "Codice fiscale", "code", width=20),
    Column("vat_number", "Partita IVA", "code", width=14),
    Column("pec", "PEC", "text"),
    Column("street", "Indirizzo", "text"),
    Column("street_number", "Civico", "code", width=10),
    Column("postcode", "CAP", "code", width=9),
    Column("municipality", "Comune", "text", width=20),
    Column("province", "Provincia", "code", width=13, align="center"),
    Column("space", "Spazio di coworking", "text"),
    Column("period_from", "Periodo dal", "date"),
    Column("period_to", "Periodo al", "date"),
    Column("spend", "Spesa ammessa", "money", total=True),
    Column("gross", "Contributo lordo", "money", total=True),
    Column("taxable", "Imponibile ritenuta", "money", total=True),
    Column("rate", "Aliquota ritenuta", "percent", width=11),
    Column("withheld", "Ritenuta", "money", total=True),
    Column("net", "Netto da pagare", "money", total=True),
    Column("note", "Note", "text", width=44),
)
BY_LINE_COLUMNS = (
    Column("programme", "Programma", "code"),
    Column("axis", "Linea", "text"),
    Column("call", "Bando", "code"),
    Column("cup", "CUP", "code"),
    Column("cases", "Contributi", "integer", width=13, total=True),
    Column("gross", "Contributo lordo", "money", total=True),
    Column("withheld", "Ritenuta", "money", total=True),
    Column("net", "Netto da pagare", "money", total=True),
)

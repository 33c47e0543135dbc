"""A small vocabulary with a field of every type."""

from letters.pdf import Facts, Paragraph, Signature
from letters.templating import Field, Items

FIELDS = {
    field.name: field
    for field in (
        Field("nome", "Nome", required=True),
        Field("luogo.comune", "Comune"),
        Field("premessa", "Premessa", "rich"),
        Field("motivi", "Motivi", "list", required=True, ordered=True),
        Field("dati", "Dati", "block"),
        Field("firma", "Firma", "block", required=True),
        Field("accolta", "Accolta", "flag"),
        Field("protocollo.numero", "Protocollo", late=True, required=True),
        Field("ritardo", "Ritardo", "block", late=True),
    )
}
SIGNED = (Signature("Il direttore", "Nome Cognome"),)
VALUES = {
    "nome": "Spazio Aperto S.r.l.",
    "luogo.comune": None,
    "motivi": Items(("primo motivo", "secondo motivo"), ordered=True),
    "dati": (Facts((("CUP", "B12C34"),)), Paragraph("nota")),
    "firma": SIGNED,
    "accolta": True,
}

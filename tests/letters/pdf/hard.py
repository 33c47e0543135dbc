"""Letters that are hard to set: long names, long lists, other scripts, wide tables, every block."""

import io
from collections.abc import Iterator
from dataclasses import replace

from PIL import Image

from letters.pdf import (
    Bullets,
    Callout,
    Facts,
    Heading,
    Letter,
    Logo,
    Paragraph,
    Signature,
    Table,
)
from tests.letters.pdf.examples import LETTERHEAD, letter

LONG = "Cooperativa" + "X" * 109
REASON = (
    "Il preventivo allegato non riporta la durata della postazione né l'importo al netto dell'IVA. "
)
SIGNED = Signature("Il dirigente", "Nome Cognome", "Documento firmato digitalmente")
CODE = {
    "code": "AB2C-34DE-FG56",
    "verify_at": "https://sportello.example.org/verifica/AB2C-34DE-FG56/",
}
LINK = 'Vedi la <a href="https://example.org/guida?a=1&amp;b=2"><b>guida</b> alla domanda</a>.'


def hard_letters() -> Iterator[tuple[str, Letter]]:
    """Yield each with a name for its file."""
    yield "breve", letter(Paragraph("Testo."), SIGNED)
    yield (
        "nome-di-120-lettere",
        letter(
            Paragraph(f"Gentile {LONG}, il contributo è <b>concesso</b>."),
            Facts((("Richiedente", LONG), (LONG, LONG))),
            Table(("Voce", "Importo"), ((LONG, "1.234.567,00 €"),), ("left", "right")),
            Signature(LONG, LONG, LONG),
            addressee_lines=(LONG, LONG),
            subject=LONG,
            **CODE,
        ),
    )
    yield (
        "quaranta-motivi",
        letter(
            Heading("Motivi"),
            Bullets(tuple(f"{number}. {REASON * 2}" for number in range(1, 41)), ordered=True),
            Heading("Come opporsi"),
            Paragraph(LINK * 12),
            SIGNED,
            **CODE,
        ),
    )
    yield (
        "altre-scritture",
        letter(
            Paragraph(
                "Γιώργος Παπαδόπουλος, Юлія Ґонтар, محمد الأمين (<b>عبد الله</b>), דוד, Արամ, გიორგი."
            ),
            Paragraph(
                "Emoji 👩‍💻 😀, cinese 王小明, combinanti x\u0303 q\u030a, controllo \x07\u202e."
            ),
            Signature("Il dirigente", "Юлія Ґонтар"),
            addressee_lines=("عبد الرحمن الخطيب", "Via Roma 1"),
            title="محمد الأمين",
            **CODE,
        ),
    )
    yield (
        "tabella-lunga",
        letter(
            Table(
                ("Voce", "Richiesta", "Ammessa", "Esito"),
                tuple((f"Voce {n}", "1.200,00 €", "1.000,00 €", REASON) for n in range(90)),
                ("left", "right", "right", "left"),
                caption="Spesa ammessa",
                row_headers=True,
            ),
            Table((), (("Totale", "90.000,00 €"),), ("left", "right"), total=True),
            SIGNED,
            **CODE,
        ),
    )
    yield (
        "riga-piu-alta-di-una-pagina",
        letter(Table(("Motivo",), ((REASON * 60,),)), Callout(REASON * 40), SIGNED),
    )
    yield (
        "registro",
        letter(
            Table(("Colonna",) * 16, ((LONG, *("12,00",) * 15),) * 30, small=True), landscape=True
        ),
    )
    yield (
        "english",
        letter(
            Paragraph("Dear applicant, this is a list."),
            Bullets((LINK, "two")),
            SIGNED,
            language="en",
            **CODE,
        ),
    )
    yield (
        "stemma",
        letter(
            Paragraph("Testo."),
            letterhead=replace(LETTERHEAD, logo=Logo(_picture(), "Stemma della Camera")),
        ),
    )
    yield (
        "vuota",
        letter(title="", subject="", reference_lines=(), addressee_lines=(), place_and_date=""),
    )


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGBA", (120, 60), (0, 80, 160, 128)).save(out, "PNG")
    return out.getvalue()

"""The register of one day as it is printed: a landscape table, its totals, the end of the chain (PRT-06)."""

from django.utils import timezone

from letters import pdf
from letters.compose import letterhead, moment_words
from letters.pdf.content import Block
from workflows.models import ProtocolEntry
from workflows.printing import RegisterDay
from workflows.terms.italian import italian_date

DIRECTIONS = {
    ProtocolEntry.Direction.IN: "Arrivo",
    ProtocolEntry.Direction.OUT: "Partenza",
    ProtocolEntry.Direction.INTERNAL: "Interno",
}
HEAD = (
    "N.",
    "Ora",
    "Tipo",
    "Mittente o destinatario",
    "Oggetto e annotazioni",
    "Documenti e impronte (SHA-256)",
    "Pratica",
    "Registrato da",
)
# Parts of the width: a digest fits on two lines.
WIDTHS = (6.0, 6.2, 7.0, 15.0, 27.0, 21.5, 9.8, 9.5)
BY_ITSELF = "procedura informatica"


def draw(day: RegisterDay) -> bytes:
    """Return the register of a day as PDF/A-2a and PDF/UA-1."""
    return pdf.render(compose(day))


def compose(day: RegisterDay) -> pdf.Letter:
    """Put the register of a day together: every entry, its annulments, count and anchor."""
    return pdf.Letter(
        language="it",
        title=f"Registro giornaliero di protocollo del {italian_date(day.day)}",
        letterhead=letterhead(day.body, day.body),
        blocks=(*_summary(day), *_entries(day), *_annulments(day), _closing(day)),
        created=timezone.localtime(day.made_at).isoformat(),
        landscape=True,
    )


def _summary(day: RegisterDay) -> list[Block]:
    numbers = "nessuna"
    if day.entries:
        numbers = f"{len(day.entries)}, dal n. {day.entries[0]} al n. {day.entries[-1]}"
    annulled = str(len(day.annulments)) if day.annulments else "nessuno"
    return [
        pdf.Facts(
            (
                ("Ente", ", ".join(filter(None, (day.body.name, day.body.unit)))),
                ("Giorno", italian_date(day.day)),
                ("Registrazioni", numbers),
                ("Annullamenti", annulled),
            )
        )
    ]


def _entries(day: RegisterDay) -> list[Block]:
    if not day.entries:
        return [pdf.Paragraph("In questo giorno non è stata effettuata alcuna registrazione.")]
    rows = tuple(_row(entry, day) for entry in day.entries)
    return [pdf.Heading("Registrazioni"), pdf.Table(HEAD, rows, widths=WIDTHS, small=True)]


def _row(entry: ProtocolEntry, day: RegisterDay) -> tuple[str, ...]:
    at = timezone.localtime(entry.registered_at)
    documents = (f"{digest['name']}\n{digest['sha256']}" for digest in entry.digests)
    return (
        f"{entry.number:07d}",
        f"{at:%H:%M:%S}",
        DIRECTIONS[ProtocolEntry.Direction(entry.direction)],
        entry.counterpart,
        "\n".join(filter(None, (_annulled(entry, day), entry.subject, _note(entry)))),
        "\n".join(documents) or "nessun documento",
        str(entry.case) if entry.case else "",
        str(entry.by) if entry.by else BY_ITSELF,
    )


def _annulled(entry: ProtocolEntry, day: RegisterDay) -> str:
    """The words of an annulment, where it was made before the day ended (PRT-04)."""
    annulment = entry.annulment
    if annulment is None or annulment.day != day.day:
        return ""
    return f"ANNULLATA dalla registrazione n. {annulment.mark}."


def _note(entry: ProtocolEntry) -> str:
    return "" if entry.annuls_id else entry.note


def _annulments(day: RegisterDay) -> list[Block]:
    if not day.annulments:
        return []
    rows = tuple(
        (
            entry.annuls.mark,
            entry.annuls.subject,
            entry.mark,
            f"{timezone.localtime(entry.registered_at):%H:%M:%S}",
            entry.note,
            str(entry.by) if entry.by else BY_ITSELF,
        )
        for entry in day.annulments
        if entry.annuls
    )
    head = (
        "Registrazione annullata",
        "Oggetto",
        "Annullata dalla n.",
        "Ora",
        "Motivo e provvedimento",
        "Operatore",
    )
    table = pdf.Table(head, rows, widths=(13, 25, 13, 6, 32, 10), small=True)
    return [pdf.Heading("Annullamenti del giorno"), table]


def _closing(day: RegisterDay) -> pdf.Paragraph:
    anchor = (
        f"Ultimo sigillo della catena delle registrazioni: {day.anchor}."
        if day.anchor
        else "La catena delle registrazioni non ha ancora alcun sigillo."
    )
    return pdf.Paragraph(
        f"Registro prodotto in automatico il {moment_words(day.made_at)}, ai sensi dell'art. 53, "
        f"comma 2, del DPR 445/2000. {anchor}"
    )

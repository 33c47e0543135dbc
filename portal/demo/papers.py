"""Small papers that invented people attach: real PDF files, each with its own words."""

import io
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from coworking_registry.models import Space
from grants.filing import Filing
from grants.rules import cents, day, euro
from workflows.written.people import PersonData

LEFT, TOP, LEADING = 64, 780, 18
FOOTNOTE = "Documento inventato per la dimostrazione di Sportello."


def quotation(space: Space, filing: Filing, on: date) -> SimpleUploadedFile:
    """Return the quotation of a space for the lines of an application."""
    total = sum(cents(line.quantity * line.unit_price) for line in filing.lines)
    lines = [
        f"{line.description}: {line.quantity:g} x {euro(line.unit_price)}, IVA {line.vat_rate:g}%"
        for line in filing.lines
    ]
    return _paper(
        "preventivo.pdf",
        f"{space.name} – {space.manager.name}",
        [
            space.address,
            f"{space.municipality}, {day(on)}",
            "",
            f"Preventivo per {filing.person.first_name} {filing.person.last_name}",
            f"Periodo: dal {day(filing.period_from)} al {day(filing.period_to)}",
            "",
            *lines,
            "",
            f"Totale senza IVA: {euro(total)}",
        ],
    )


def identity(filing: Filing, name: str = "documento-identita.pdf") -> SimpleUploadedFile:
    """Return what stands for the copy of an identity document."""
    return identity_of(filing.person, name)


def identity_of(person: PersonData, name: str = "documento-identita.pdf") -> SimpleUploadedFile:
    """Return what stands for the copy of somebody's identity document."""
    return _paper(
        name,
        "Copia del documento d'identità",
        [
            f"Cognome: {person.last_name}",
            f"Nome: {person.first_name}",
            f"Data di nascita: {day(person.birth_date)}",
            f"Luogo di nascita: {person.birthplace}",
            f"Residenza: {person.street} {person.street_number}, {person.municipality}",
        ],
    )


def curriculum(filing: Filing) -> SimpleUploadedFile:
    """Return a short curriculum of who applies."""
    return curriculum_of(filing.person)


def curriculum_of(person: PersonData) -> SimpleUploadedFile:
    """Return a short curriculum of somebody."""
    return _paper(
        "curriculum.pdf",
        f"Curriculum di {person.first_name} {person.last_name}",
        [
            f"Vive a {person.municipality}.",
            "Diploma di scuola superiore, corsi di formazione professionale.",
            "Esperienze di lavoro in imprese del territorio.",
        ],
    )


def deed(number: str, name: str) -> SimpleUploadedFile:
    """Return what stands for a deed of commitment signed by hand."""
    lines = [
        f"Domanda n. {number}",
        f"{name} accetta il contributo e ne assume gli impegni.",
        "Firma",
    ]
    return _paper("atto-di-impegno.pdf", "Atto unilaterale di impegno", lines)


def invoice(supplier: str, lines: list[str]) -> SimpleUploadedFile:
    """Return what stands for the print of an invoice."""
    return _paper("fattura.pdf", supplier, lines)


def transfer(name: str, lines: list[str]) -> SimpleUploadedFile:
    """Return what stands for the receipt of a bank transfer."""
    return _paper("bonifico.pdf", f"Ricevuta di bonifico – ordinante {name}", lines)


def of_space(name: str, title: str, lines: list[str]) -> SimpleUploadedFile:
    """Return what stands for a paper about a space."""
    return _paper(name, title, lines)


def _paper(name: str, title: str, lines: list[str]) -> SimpleUploadedFile:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setTitle(title)
    canvas.setFont("Helvetica-Bold", 15)
    canvas.drawString(LEFT, TOP, title)
    canvas.setFont("Helvetica", 11)
    for number, line in enumerate(lines, 2):
        canvas.drawString(LEFT, TOP - number * LEADING, line)
    canvas.setFont("Helvetica-Oblique", 8)
    canvas.drawString(LEFT, LEFT, FOOTNOTE)
    canvas.save()
    return SimpleUploadedFile(name, out.getvalue(), content_type="application/pdf")

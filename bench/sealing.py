"""Letters drawn and sealed per second, against pyHanko alone on a bare file; memory over many of them."""

import gc
import io
import time
from dataclasses import replace

import psutil
from django.test import override_settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from reportlab.pdfgen.canvas import Canvas

from bench.database import settle
from bench.office import BenchOffice
from bench.report import Figure
from letters import pdf, sealing
from letters.demo_seal import PASSWORD_FILE, SEAL_FILE, make_test_seal

LETTERS = 2000
BEGUN = 200
"""Letters after which caches are full: memory is compared from here on."""
BARE = 200
MB = 1024 * 1024


def measure_sealing(office: BenchOffice) -> list[Figure]:
    """Draw and seal a grant letter again and again, each time for another addressee."""
    folder = settle(".data/bench/seal")
    make_test_seal(folder)
    file, password = folder / SEAL_FILE, (folder / PASSWORD_FILE).read_text()
    letter = pdf.letter_from_dict(office.grant_letter_content())
    with override_settings(
        SEAL_PKCS12=str(file), SEAL_PASSWORD=password, SEAL_PKCS11_MODULE="", SEAL_TSA=""
    ):
        begun, memory = time.perf_counter(), {}
        for number in range(1, LETTERS + 1):
            content = replace(
                letter, addressee_lines=(f"Richiedente {number}", *letter.addressee_lines)
            )
            sealing.seal_letter(pdf.render(content), reason="Prova", location="Prova")
            if number in {BEGUN, LETTERS}:
                memory[number] = _megabytes()
        ours = LETTERS / (time.perf_counter() - begun)
    bare = _bare_per_second(file.read_bytes(), password)
    return [
        Figure("letters_sealed_per_s", ours, "letters/s", bare),
        Figure("memory_after_2000_sealed_letters", memory[LETTERS], "MB", memory[BEGUN]),
    ]


def _bare_per_second(file: bytes, password: str) -> float:
    signer = signers.SimpleSigner.load_pkcs12_data(file, [], password.encode())
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 720, "Testo")
    canvas.save()
    begun = time.perf_counter()
    for _one in range(BARE):
        metadata = signers.PdfSignatureMetadata(field_name="Sigillo")
        writer = IncrementalPdfFileWriter(io.BytesIO(out.getvalue()))
        signers.sign_pdf(writer, metadata, signer=signer)
    return BARE / (time.perf_counter() - begun)


def _megabytes() -> float:
    gc.collect()
    return psutil.Process().memory_info().rss / MB

"""Letters drawn and sealed per second, against pyHanko alone on a bare file; memory over many of them."""

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import fmean
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from reportlab.pdfgen.canvas import Canvas

from bench.database import settle
from bench.office import BenchOffice
from bench.report import Figure
from letters.demo_seal import PASSWORD_FILE, SEAL_FILE, make_test_seal

LETTERS = 2000
BARE = 200
GROWTH_LIMIT_MB = 4
"""How much more the last quarter of the letters may hold than the first, on average."""


def measure_sealing(office: BenchOffice) -> list[Figure]:
    """Draw and seal a grant letter again and again, each time for another addressee."""
    folder = settle(".data/bench/seal")
    make_test_seal(folder)
    file, password = folder / SEAL_FILE, (folder / PASSWORD_FILE).read_text()
    done = _sealed(office.grant_letter_content(), file, password)
    memory: list[float] = done["memory"]
    quarter = len(memory) // 4
    first, last = fmean(memory[:quarter]), fmean(memory[-quarter:])
    if last - first > GROWTH_LIMIT_MB:
        raise SystemExit(f"Sealing letters grows from {first:.1f} to {last:.1f} MB: {memory}")
    bare = _bare_per_second(file.read_bytes(), password)
    return [
        Figure("letters_sealed_per_s", LETTERS / done["seconds"], "letters/s", bare),
        Figure("sealing_memory_mb", last, "MB", first),
        Figure("sealing_growth_mb", last - first, "MB", GROWTH_LIMIT_MB),
    ]


def _sealed(letter: dict[str, Any], file: Path, password: str) -> dict[str, Any]:
    seal = {
        "SPORTELLO_SEAL_PKCS12": str(file),
        "SPORTELLO_SEAL_PASSWORD": password,
        "SPORTELLO_SEAL_PKCS11_MODULE": "",
        "SPORTELLO_SEAL_TSA": "",
    }
    done = subprocess.run(
        [sys.executable, "-m", "bench.sealing_job", str(LETTERS)],
        input=json.dumps(letter),
        env=os.environ | seal,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


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

"""Judge letters as strangers do: `python -m tools.check_letters [--gallery] [--out DIR]`.

Letters that are hard to set, and with `--gallery` every letter of it, are drawn and sealed with a
test seal.
veraPDF must pass each as PDF/A-2a and PDF/UA-1 before and after, and fail a plain ReportLab file;
pyHanko and Poppler must find every seal valid, and every changed byte.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from bench.database import fresh_database
from tools import verapdf

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / ".data" / "check-letters"
CONTROL = "plain-reportlab.pdf"
VALID = "Signature is Valid."
Answer = TypeVar("Answer")


def main() -> int:
    """Draw, seal and judge; the exit status is 1 where anything is not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="folder of the files")
    parser.add_argument("--gallery", action="store_true", help="every letter of the gallery too")
    options = parser.parse_args()
    out: Path = options.out.resolve()
    for name in ("drawn", "sealed", "seal"):
        shutil.rmtree(out / name, ignore_errors=True)
        (out / name).mkdir(parents=True)
    _set_up(out / "seal")
    count = _timed("drawn", lambda: _draw(out / "drawn", with_gallery=options.gallery))
    _timed("sealed", lambda: _seal(out))
    faults = [
        *_timed("veraPDF", lambda: list(_judged(out))),
        *_timed("seals", lambda: list(_looked_at(out))),
    ]
    print(
        "\n".join(faults) or f"All {count} letters are as they must be, before and after sealing."
    )
    return 1 if faults else 0


def _set_up(seal: Path) -> None:
    """Let the site have a test seal of its own."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "SPORTELLO_SEAL_PKCS12": str(seal / "sigillo-di-prova.p12"),
        "SPORTELLO_SEAL_PKCS11_MODULE": "",
        "SPORTELLO_SEAL_TSA": "",
    }
    import django  # noqa: PLC0415 (the environment comes first)

    from letters.demo_seal import PASSWORD_FILE, make_test_seal  # noqa: PLC0415 (the same)

    make_test_seal(seal)
    os.environ["SPORTELLO_SEAL_PASSWORD"] = (seal / PASSWORD_FILE).read_text()
    django.setup()


def _draw(folder: Path, *, with_gallery: bool) -> int:
    from letters.pdf import render  # noqa: PLC0415 (the site is set up first)
    from tests.letters.pdf.hard import hard_letters  # noqa: PLC0415 (the same)

    if with_gallery:
        os.environ["SPORTELLO_DATABASE_URL"] = fresh_database("sportello_letters")
        for command in (["migrate", "--verbosity=0"], ["letter_gallery", "--out", str(folder)]):
            subprocess.run([sys.executable, "manage.py", *command], check=True, cwd=ROOT)
    for name, letter in hard_letters():
        (folder / f"difficile-{name}.pdf").write_bytes(render(letter))
    return len(_files(folder))


def _seal(out: Path) -> None:
    from letters.sealing import seal_pdf  # noqa: PLC0415 (slow to import)

    for path in _files(out / "drawn"):
        data = seal_pdf(path.read_bytes(), reason="Verifica delle lettere", location="Prova")
        target = out / "sealed" / path.relative_to(out / "drawn")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _judged(out: Path) -> Iterator[str]:
    """Yield what veraPDF finds where it must find nothing, and where it finds nothing but must."""
    control = out / CONTROL
    _plain_reportlab(control)
    for verdict in verapdf.judge([*_files(out / "drawn"), *_files(out / "sealed"), control]):
        if verdict.path == str(control):
            if verdict.passes:
                yield f"veraPDF passes a plain ReportLab file as {verdict.profile}: it judges nothing."
        elif not verdict.passes:
            yield f"{verdict.profile} fails {verdict.path}: {verdict.rules}"


def _plain_reportlab(path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 (the site is set up first)

    canvas = Canvas(str(path))
    canvas.drawString(72, 720, "Testo")
    canvas.save()


def _looked_at(out: Path) -> Iterator[str]:
    """Yield seals that do not hold, and changes that are not found."""
    from letters.sealing import verify_seal  # noqa: PLC0415 (slow to import)

    changed = out / "changed.pdf"
    for path in _files(out / "sealed"):
        data = path.read_bytes()
        spoilt = bytearray(data)
        spoilt[len(data) // 3] ^= 1
        changed.write_bytes(spoilt)
        found = [verify_seal(data).outcome, verify_seal(bytes(spoilt)).outcome]
        if found != ["valid", "altered"]:
            yield f"pyHanko finds {found[0]} and, after a change, {found[1]}: {path}"
        if VALID not in (said := _pdfsig(path)):
            yield f"pdfsig does not find the seal valid: {path}\n{said}"
        if VALID in _pdfsig(changed):
            yield f"pdfsig does not find the change: {path}"


def _pdfsig(path: Path) -> str:
    done = subprocess.run(
        ["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.pdf"))


def _timed(name: str, work: Callable[[], Answer]) -> Answer:
    started = time.monotonic()
    answer = work()
    print(f"{name}: {time.monotonic() - started:.1f} s", flush=True)
    return answer


if __name__ == "__main__":
    sys.exit(main())

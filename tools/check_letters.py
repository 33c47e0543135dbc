"""Judge letters as strangers do: `python -m tools.check_letters [--hard] [--out DIR]`.

Every letter of the gallery, and letters that are hard to set, are drawn and sealed with a test
seal. veraPDF must pass each as PDF/A-2a and PDF/UA-1 before and after, and fail a plain ReportLab
file; pyHanko and Poppler must find every seal valid, and every changed byte. With `--hard` the
gallery is left out.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from tools import verapdf

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / ".data" / "check-letters"
DRAWN, SEALED, SEAL = "drawn", "sealed", "seal"
CONTROL = "plain-reportlab.pdf"
DATABASE = "sportello_letters"
VALID = "Signature is Valid."
TOGETHER = 8
"""Files that a process is handed at once."""
Answer = TypeVar("Answer")


def main() -> int:
    """Draw, seal and judge; the exit status is 1 where anything is not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="folder of the files")
    parser.add_argument("--hard", action="store_true", help="only the letters that are hard to set")
    options = parser.parse_args()
    out: Path = options.out.resolve()
    for name in (DRAWN, SEALED, SEAL):
        shutil.rmtree(out / name, ignore_errors=True)
        (out / name).mkdir(parents=True)
    _make_seal(out / SEAL)
    _timed("drawn", lambda: _draw(out / DRAWN, with_gallery=not options.hard))
    faults = [
        *_timed("sealed, and seals looked at", lambda: list(_seals(out))),
        *_timed("veraPDF", lambda: list(_judged(out))),
    ]
    count = len(_files(out / DRAWN))
    print(
        "\n".join(faults) or f"All {count} letters are as they must be, before and after sealing."
    )
    return 1 if faults else 0


def _make_seal(folder: Path) -> None:
    """Make a test seal, and let the site have it."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    from letters.demo_seal import make_test_seal  # noqa: PLC0415 (the environment comes first)

    make_test_seal(folder)
    _use_seal(folder)


def _use_seal(folder: Path) -> None:
    """Set the site up, in this process, with the test seal of a folder."""
    import django  # noqa: PLC0415 (the environment comes first)

    from letters.demo_seal import PASSWORD_FILE, SEAL_FILE  # noqa: PLC0415 (the same)

    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "SPORTELLO_SEAL_PKCS12": str(folder / SEAL_FILE),
        "SPORTELLO_SEAL_PASSWORD": (folder / PASSWORD_FILE).read_text(),
        "SPORTELLO_SEAL_PKCS11_MODULE": "",
        "SPORTELLO_SEAL_TSA": "",
    }
    django.setup()


def _draw(folder: Path, *, with_gallery: bool) -> None:
    from letters.pdf import render  # noqa: PLC0415 (the site is set up first)
    from tests import database  # noqa: PLC0415 (the same)
    from tests.letters.pdf.hard import hard_letters  # noqa: PLC0415 (the same)

    for name, letter in hard_letters():
        (folder / f"difficile-{name}.pdf").write_bytes(render(letter))
    if with_gallery:
        command = [sys.executable, "manage.py", "letter_gallery", "--out", str(folder)]
        where = {"SPORTELLO_DATABASE_URL": database.copy(DATABASE)}
        subprocess.run(command, check=True, cwd=ROOT, env=os.environ | where)


def _seals(out: Path) -> Iterator[str]:
    """Seal every file; yield seals that do not hold, and changes that are not found."""
    with ProcessPoolExecutor(
        max_workers=os.cpu_count(), initializer=_use_seal, initargs=(out / SEAL,)
    ) as workers:
        for faults in workers.map(
            partial(_seal_and_look, out), _files(out / DRAWN), chunksize=TOGETHER
        ):
            yield from faults


def _seal_and_look(out: Path, path: Path) -> list[str]:
    from letters.sealing import seal_pdf, verify_seal  # noqa: PLC0415 (slow to import)

    data = seal_pdf(path.read_bytes(), reason="Verifica delle lettere", location="Prova")
    target = out / SEALED / path.name
    target.write_bytes(data)
    spoilt = bytearray(data)
    spoilt[len(data) // 3] ^= 1
    changed = out / SEAL / f"changed-{path.name}"
    changed.write_bytes(spoilt)
    faults = []
    found = [verify_seal(data).outcome, verify_seal(bytes(spoilt)).outcome]
    if found != ["valid", "altered"]:
        faults.append(f"pyHanko finds {found[0]} and, after a change, {found[1]}: {target}")
    if VALID not in (said := _pdfsig(target)):
        faults.append(f"pdfsig does not find the seal valid: {target}\n{said}")
    if VALID in _pdfsig(changed):
        faults.append(f"pdfsig does not find the change: {target}")
    changed.unlink()
    return faults


def _judged(out: Path) -> Iterator[str]:
    """Yield what veraPDF finds where it must find nothing, and where it finds nothing but must."""
    control = out / CONTROL
    _plain_reportlab(control)
    files = [*_files(out / DRAWN), *_files(out / SEALED), control]
    verdicts = verapdf.judge(files)
    if len(verdicts) != len(files) * len(verapdf.PROFILES):
        yield f"veraPDF gave {len(verdicts)} verdicts on {len(files)} files."
    for verdict in verdicts:
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


def _pdfsig(path: Path) -> str:
    done = subprocess.run(
        ["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.pdf"))


def _timed(name: str, work: Callable[[], Answer]) -> Answer:
    started = time.monotonic()
    answer = work()
    print(f"{name}: {time.monotonic() - started:.1f} s", flush=True)
    return answer


if __name__ == "__main__":
    sys.exit(main())

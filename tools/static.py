"""Are the collected style sheets and scripts those of the sources?"""

import hashlib
from pathlib import Path

from ui import subset

ROOT = Path(__file__).resolve().parent.parent
COLLECTED = ROOT / "staticfiles"
STAMP = COLLECTED / "collected-from"


def are_static_files_collected() -> bool:
    """Tell whether nothing that is collected changed since it was collected."""
    return STAMP.exists() and STAMP.read_text() == _digest()


def note_collected_static_files() -> None:
    """Note what was collected just now."""
    STAMP.write_text(_digest())


def _digest() -> str:
    """Stand for the libraries (by their lock) and for every static file of the product."""
    digest = hashlib.sha256((ROOT / "requirements" / "runtime.txt").read_bytes())
    for name in ("config/settings.py", "ui/storage.py"):
        digest.update((ROOT / name).read_bytes())
    for folder in sorted(ROOT.glob("*/static")):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(f"{path.relative_to(ROOT)} {path.stat().st_size}".encode())
                digest.update(path.read_bytes())
    for name, text in subset.files().items():
        digest.update(f"{name} {text}".encode())
    return digest.hexdigest()

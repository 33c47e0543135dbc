"""Write the lock files: `python tools/lock.py [PACKAGE …]` (all pins stay but those named).

The tool that resolves is installed from its own lock into a folder that is thrown away: nothing of
it belongs to the product. The locks hold names, versions and digests: no registry, no path.
"""

import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
LOCKS = ("locking", "runtime", "development")
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    # One version for every Python, so that all run what was tested.
    "--fork-strategy=fewest",
    "--no-emit-index-url",
    "--no-header",
    "--no-config",
    "--quiet",
)
FOREIGN = re.compile(
    r"://|file:|(?:^|\s)/\w|--(?:index|extra-index|find-links|trusted)", re.MULTILINE
)
HEADER = "# Written by `make lock` from {name}.in: change that file, not this one.\n"


def main(upgrades: list[str]) -> int:
    """Resolve every lock anew; packages named in `upgrades` (or `all`) move to newer versions."""
    with tempfile.TemporaryDirectory() as folder:
        uv = _install_uv(Path(folder))
        for name in LOCKS:
            _compile(uv, name, upgrades)
    found = [name for name in LOCKS if FOREIGN.search((REQUIREMENTS / f"{name}.txt").read_text())]
    if found:
        print(f"A registry or a path of this machine is in: {', '.join(found)}", file=sys.stderr)
        return 1
    return 0


def _install_uv(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    locked = REQUIREMENTS / "locking.txt"
    source = ["--require-hashes", "-r", str(locked)] if locked.exists() else ["uv"]
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "--disable-pip-version-check", *source], check=True)
    return folder / "bin" / "uv"


def _compile(uv: Path, name: str, upgrades: list[str]) -> None:
    lock = REQUIREMENTS / f"{name}.txt"
    upgrade = ["--upgrade"] if upgrades == ["all"] else [f"--upgrade-package={p}" for p in upgrades]
    command = [str(uv), "pip", "compile", *OPTIONS, *upgrade, f"{name}.in", "-o", f"{name}.txt"]
    subprocess.run(command, cwd=REQUIREMENTS, check=True)
    lock.write_text(HEADER.format(name=name) + lock.read_text())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

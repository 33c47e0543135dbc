"""Make `.venv` and install the locked packages: `python3 tools/bootstrap.py [runtime|development]`.

Does nothing when the packages of the lock are already there. Standard library only, and written so
that an old Python can still read it and say which one is needed.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed"
OLDEST = (3, 11)
NEWEST = (3, 14)
CHOICES = ("runtime", "development")


class SetUpError(Exception):
    """The set-up cannot go on; the message says what the reader can do."""


def main(arguments):
    """Install what the chosen lock lists; return the exit status."""
    parser = argparse.ArgumentParser(description="Make .venv and install the locked packages.")
    parser.add_argument("lock", nargs="?", choices=CHOICES, default="development")
    lock = parser.parse_args(arguments).lock
    try:
        _use_a_python_that_fits()
        install(lock)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def install(lock):
    """Bring `.venv` to what `requirements/<lock>.txt` lists, unless it is there already."""
    wanted = {name: _digest(name) for name in CHOICES[: CHOICES.index(lock) + 1]}
    if wanted.items() <= _installed().items() and PYTHON.exists():
        return
    started = time.monotonic()
    if not PYTHON.exists():
        _make_venv()
    STAMP.unlink(missing_ok=True)
    print(f"Installing the packages of requirements/{lock}.txt …", flush=True)
    _pip("install", "--require-hashes", "-r", f"requirements/{lock}.txt")
    STAMP.write_text("".join(f"{name} {digest}\n" for name, digest in wanted.items()))
    print(f"Installed in {time.monotonic() - started:.0f} s.", flush=True)


def _use_a_python_that_fits():
    """Go on with another Python of this machine when this one is too old."""
    if sys.version_info[:2] >= OLDEST:
        return
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        # A name on the PATH may be the shim of a Python that is not installed.
        if found and subprocess.call([found, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            os.execv(found, [found, *sys.argv])
    have = ".".join(map(str, sys.version_info[:3]))
    need = ".".join(map(str, OLDEST))
    message = f"Python {need} or newer is needed, {sys.executable} is {have}: install one, or name it: make PYTHON=…"
    raise SetUpError(message)


def _digest(lock):
    """Return what identifies an installation: the lock and the Python it was made with."""
    content = (ROOT / "requirements" / f"{lock}.txt").read_bytes()
    return hashlib.sha256(content + str(VENV).encode()).hexdigest()


def _installed():
    if not STAMP.exists():
        return {}
    return dict(line.split() for line in STAMP.read_text().splitlines())


def _make_venv():
    print("Making .venv …", flush=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False
    )
    if made.returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    # Debian ships Python without ensurepip; a pip of the system can fill the environment as well.
    bare = [sys.executable, "-m", "venv", "--without-pip", str(VENV)]
    has_pip = subprocess.run(
        [sys.executable, "-m", "pip", "--version"], capture_output=True, check=False
    )
    if (
        has_pip.returncode == 0
        and subprocess.run(bare, capture_output=True, check=False).returncode == 0
    ):
        return
    shutil.rmtree(VENV, ignore_errors=True)
    message = f"{made.stdout}{made.stderr}\n.venv could not be made; on Debian and Ubuntu: apt install python3-venv"
    raise SetUpError(message)


def _pip(*arguments):
    inside = subprocess.run([str(PYTHON), "-c", "import pip"], capture_output=True, check=False)
    pip = [str(PYTHON), "-m", "pip"]
    if inside.returncode:
        pip = [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    command = [*pip, *arguments, "--quiet", "--disable-pip-version-check", "--no-input"]
    done = subprocess.run(command, cwd=str(ROOT), check=False)
    if done.returncode:
        message = "The packages could not be installed; the lines above say why. Run it again when that is settled."
        raise SetUpError(message)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

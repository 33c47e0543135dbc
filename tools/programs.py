"""Programs of the system that letters and workbooks are checked with: `python tools/programs.py [--install]`.

Java with its XML binding for veraPDF, SoftHSM for keys in tokens, Poppler as a second reader of
signatures, Dovecot as the mailbox that receipts are read from, LibreOffice Calc as a second reader of
workbooks. With `--install`, and as root on Debian, what is missing is installed.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

INSTALL_SECONDS = 900
JAXB = Path("/usr/share/java/jaxb-runtime.jar")
SOFTHSM = (
    Path("/usr/lib/softhsm/libsofthsm2.so"),
    Path("/usr/lib64/pkcs11/libsofthsm2.so"),
    Path("/opt/homebrew/lib/softhsm/libsofthsm2.so"),
)
# Programs for administrators are not on everybody's PATH.
SYSTEM = os.pathsep.join(["/usr/sbin", "/usr/local/sbin"])


def dovecot() -> Path | None:
    """Return the program of Dovecot, or None."""
    found = shutil.which("dovecot") or shutil.which("dovecot", path=SYSTEM)
    return Path(found) if found else None


# Debian's package, and how to see that what it brings is there.
WANTED = {
    "default-jdk-headless": lambda: shutil.which("javac"),
    "libjaxb-java": JAXB.exists,
    "softhsm2": lambda: softhsm() and shutil.which("softhsm2-util"),
    "poppler-utils": lambda: shutil.which("pdfsig") and shutil.which("pdftoppm"),
    "dovecot-imapd": dovecot,
    "libreoffice-calc": lambda: shutil.which("soffice"),
}


def softhsm() -> Path | None:
    """Return the library of SoftHSM, or None."""
    return next((path for path in SOFTHSM if path.exists()), None)


def missing() -> list[str]:
    """Return the packages whose programs are not there."""
    return [package for package, is_there in WANTED.items() if not is_there()]


def install(packages: list[str]) -> None:
    """Install packages of Debian; nothing where that cannot be done from here."""
    if not packages or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    get = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], get):
        subprocess.run(
            command,
            env=quiet,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            timeout=INSTALL_SECONDS,
            check=False,
        )


def main() -> int:
    """Say what is missing; the exit status is 1 where something is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true", help="install what is missing")
    if parser.parse_args().install:
        install(missing())
    left = missing()
    if left:
        print(f"Missing for the checks: {', '.join(left)} (packages of Debian).", file=sys.stderr)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())

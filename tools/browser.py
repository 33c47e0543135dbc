"""Find the Chromium that the browser journeys use: `python tools/browser.py [--install]` prints it.

Looked for in this order: `$CHROMIUM`, the PATH, Playwright's own. With `--install`, and where none
is found: Playwright's installer, then Debian's package when running as root.
"""

import argparse
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALL_SECONDS = 600
INSTALLERS = (
    [[sys.executable, "-m", "playwright", "install", "chromium"]],
    [
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ],
)


def find() -> Path | None:
    """Return the path of a Chromium, or None. A `$CHROMIUM` that is no program raises `OSError`."""
    named = os.environ.get("CHROMIUM")
    if named:
        found = shutil.which(named)
        if found is None:
            message = f"CHROMIUM names {named}, which is no program."
            raise OSError(message)
        return Path(found)
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return Path(on_path) if on_path else _playwrights_own()


def install() -> Path | None:
    """Try the installers one after the other until there is a Chromium; return its path."""
    for commands in INSTALLERS:
        if commands[0][0] == "apt-get" and (os.geteuid() != 0 or not shutil.which("apt-get")):
            continue
        print("No Chromium found: trying", " ".join(commands[-1][-3:]), "…", file=sys.stderr)
        _playwrights_own.cache_clear()
        if all(map(_succeeds, commands)) and (found := find()):
            return found
    return None


@cache
def _playwrights_own() -> Path | None:
    """Ask Playwright where its Chromium would be; the set-up for `make demo` has no Playwright."""
    question = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p: print(p.chromium.executable_path)"
    )
    asked = subprocess.run(
        [sys.executable, "-c", question], capture_output=True, text=True, check=False
    )
    path = Path(asked.stdout.strip())
    return path if asked.returncode == 0 and path.is_file() else None


def _succeeds(command: list[str]) -> bool:
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command,
            env=quiet,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=INSTALL_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def main() -> int:
    """Print the path; the exit status is 1 where there is no Chromium."""
    parser = argparse.ArgumentParser(description="Find the Chromium of the browser journeys.")
    parser.add_argument("--install", action="store_true", help="install one where none is found")
    wants_install = parser.parse_args().install
    try:
        found = find() or (install() if wants_install else None)
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    if found is None:
        print("No Chromium: set CHROMIUM, or install the package chromium.", file=sys.stderr)
        return 1
    print(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""A demonstration office to visit with a browser: one that runs already, or one started for the visit."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tools import browser

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS, STOP_SECONDS, PAUSE = 900, 60, 0.5
OPEN = "Sportello is open at "


class NoOffice(Exception):
    """There is nothing to visit; the message says why."""


@contextmanager
def office(address: str = "") -> Iterator[str]:
    """Yield the address of a demonstration office; without one, start it, and stop it afterwards."""
    if address:
        yield address.rstrip("/")
        return
    log = ROOT / ".data" / "log" / "visit.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as output:
        demo = subprocess.Popen(
            [sys.executable, "-m", "tools.demo"],
            cwd=ROOT,
            env=os.environ | {"PORT": str(free_port())},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield _address(demo, log)
    finally:
        demo.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            demo.wait(STOP_SECONDS)
        demo.kill()


def chromium() -> str:
    """Return the path of the Chromium to visit with."""
    found = browser.find()
    if found is None:
        raise NoOffice("No Chromium: set CHROMIUM, or install the package chromium.")
    return str(found)


def chromium_arguments() -> list[str]:
    """Return what Chromium is started with; root has no sandbox to put it in."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    return [*quiet, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def _address(demo: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + START_SECONDS
    while demo.poll() is None and time.monotonic() < deadline:
        _before, found, after = log.read_text().partition(OPEN)
        if found and "\n" in after:
            return after.splitlines()[0].rstrip("/")
        time.sleep(PAUSE)
    raise NoOffice(f"The demonstration did not start:\n{log.read_text()}")


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

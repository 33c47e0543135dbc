"""The processes that the demonstration starts, each with its log, and the note of who they are."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
STATE = ROOT / ".data" / "demo.json"
GRACE_SECONDS = 15
PAUSE = 0.2
TAIL = 20


class Child:
    """A program in a process group of its own: Ctrl-C reaches it through the demonstration only."""

    def __init__(
        self, name: str, command: Sequence[str], environment: dict[str, str], log: Path
    ) -> None:
        self.name = name
        self.command = command
        self.environment = environment
        self.log = log
        self.is_service = False
        self._process: subprocess.Popen[bytes] | None = None

    @classmethod
    def manage(
        cls, arguments: list[str], environment: dict[str, str], log: Path, service: str = ""
    ) -> Child:
        """Return a management command, or the service of that name which it runs."""
        command = [sys.executable, "manage.py", *arguments]
        child = cls(service or f"manage.py {arguments[0]}", command, environment, log)
        child.is_service = bool(service)
        return child

    @classmethod
    def web(cls, host: str, port: int, environment: dict[str, str], log: Path) -> Child:
        """Return the web server."""
        options = ["--bind", f"{host}:{port}", "--worker-class", "gthread", "--workers", "2"]
        options += ["--threads", "8", "--graceful-timeout", "10"]
        options += ["--access-logfile", "-", "--no-control-socket"]
        command = [sys.executable, "-m", "gunicorn", "config.wsgi", *options]
        child = cls("web server", command, environment, log)
        child.is_service = True
        return child

    @property
    def pid(self) -> int:
        """The process's number, 0 before it starts."""
        return self._process.pid if self._process else 0

    def start(self) -> None:
        """Start the program; what it prints goes to its log."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def is_running(self) -> bool:
        """Tell whether the program still runs."""
        return self._process is not None and self._process.poll() is None

    def status(self) -> int | None:
        """Return the exit status, None while it runs."""
        return self._process.poll() if self._process else None

    def ask_to_stop(self) -> None:
        """Let the program finish what it is doing and end."""
        if self.is_running():
            os.kill(self.pid, signal.SIGTERM)

    def make_sure_it_ended(self) -> None:
        """Wait for the program, then end it and whatever it started by force."""
        if self._process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(GRACE_SECONDS)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()

    def output(self) -> str:
        """Return all that the program printed."""
        return self.log.read_text(errors="replace")

    def last_lines(self) -> str:
        """Return the end of the log, with the log's name."""
        lines = self.output().splitlines()[-TAIL:]
        return "\n".join([f"--- {self.log.relative_to(ROOT)}", *lines])


def write_state(port: int, children: Sequence[Child]) -> None:
    """Note which processes serve a port, so that `make reset` can end them; none removes the note."""
    with _state() as state:
        state.pop(str(port), None)
        if children:
            numbers = [os.getpid(), *(child.pid for child in children)]
            state[str(port)] = {str(number): _born(number) for number in numbers}


@dataclass(frozen=True)
class Running:
    """What runs of one demonstration: its main process, None when that was killed, and the rest."""

    main: int | None
    services: list[int]

    @property
    def all(self) -> list[int]:
        """The numbers of all its processes."""
        return [*([self.main] if self.main else []), *self.services]


def running_demos() -> dict[int, Running]:
    """Return the demonstrations that run, by port."""
    running = {}
    with _state() as state:
        for port, noted in state.items():
            main, *services = map(int, noted)
            alive = {int(number) for number, born in noted.items() if _born(int(number)) == born}
            if alive:
                left = [number for number in services if number in alive]
                running[int(port)] = Running(main if main in alive else None, left)
    return running


def end_demos(demos: Callable[[], Collection[Running]]) -> None:
    """Ask demonstrations to stop: the main process, or the services it left when it was killed."""
    deadline = time.monotonic() + 2 * GRACE_SECONDS
    while (left := demos()) and time.monotonic() < deadline:
        for demo in left:
            for number in demo.all[:1] if demo.main else demo.services:
                _send(number, signal.SIGTERM)
        time.sleep(PAUSE)
    for demo in demos():
        for number in demo.all:
            _send(number, signal.SIGKILL)


def _send(number: int, what: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(number, what)


@contextmanager
def _state() -> Iterator[dict[str, dict[str, float]]]:
    STATE.parent.mkdir(parents=True, exist_ok=True)
    with STATE.open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        text = file.read()
        state = json.loads(text) if text else {}
        yield state
        file.seek(0)
        file.truncate()
        json.dump(state, file)


def _born(number: int) -> float:
    """Return when a process started: a number alone may have been given to another one since."""
    try:
        process = psutil.Process(number)
        return 0 if process.status() == psutil.STATUS_ZOMBIE else process.create_time()
    except psutil.Error:
        return 0

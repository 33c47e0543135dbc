"""Start the demonstration office: `python -m tools.demo` (what `make demo` runs; PORT moves it).

Database, web server and worker run until Ctrl-C, or until one of them dies; then all of them stop.
The demonstration always uses the embedded PostgreSQL, whatever database the environment names.
"""

import http.client
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from config import postgres
from tools.children import Child, end_demos, running_demos, write_state
from tools.static import are_static_files_collected, note_collected_static_files

ROOT = Path(__file__).resolve().parent.parent
LOGS = ROOT / ".data" / "log"
SEAL = ROOT / ".data" / "seal"
HOST = "127.0.0.1"
ANSWER_SECONDS = 60
PAUSE = 0.1
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LAST_PORT = 65535


class DemoError(Exception):
    """The demonstration cannot run; the message says why."""


class Interrupted(Exception):
    """Somebody asked the demonstration to stop."""


class Demo:
    """The processes of the demonstration and their common end."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.children: list[Child] = []
        self.asked_to_stop = False
        self.parent = os.getppid()

    def run(self) -> None:
        """Set up, serve, and return only through an exception; `stop` cleans up after it."""
        print("Starting the database …", flush=True)
        environment = self._environment()
        environment |= self._seal(environment)
        self._set_up("Bringing the tables up to date", ["migrate", "-v0"], environment)
        self._set_up("Loading the demonstration office", ["load_demo"], environment)
        if not are_static_files_collected():
            collect = ["collectstatic", "--no-input", "--clear", "-v0"]
            self._set_up("Collecting style sheets and scripts", collect, environment)
            note_collected_static_files()
        self._start(Child.web(HOST, self.port, environment, LOGS / "web.log"))
        self._start(
            Child.manage(["procrastinate", "worker"], environment, LOGS / "worker.log", "worker")
        )
        self._wait(self._answers, ANSWER_SECONDS, "The site did not answer in time.")
        accounts = Child.manage(["demo_accounts"], environment, LOGS / "accounts.log")
        self._finish(accounts)
        print(f"\nSportello is open at http://localhost:{self.port}/\n")
        print(accounts.output().rstrip())
        print("\nCtrl-C stops it.", flush=True)
        self._wait(lambda: False)

    def stop(self) -> None:
        """End every process that was started, then the database unless others use it."""
        for child in reversed(self.children):
            child.ask_to_stop()
        for child in self.children:
            child.make_sure_it_ended()
        postgres.close()
        write_state(self.port, [])

    def ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        """Note a signal; the loops of `run` look for it, so that no process is lost between."""
        self.asked_to_stop = True

    def _environment(self) -> dict[str, str]:
        for variable in postgres.VARIABLES:
            if os.environ.pop(variable, None):
                print(f"{variable} is left aside: the demonstration has a database of its own.")
        return os.environ | {
            "SPORTELLO_DATABASE_URL": postgres.database_url(),
            "SPORTELLO_DEMO": "true",
            "SPORTELLO_SITE_URL": f"http://localhost:{self.port}",
            "PYTHONUNBUFFERED": "1",
        }

    def _seal(self, environment: dict[str, str]) -> dict[str, str]:
        """Give the office a seal that says it is for show, unless it has one of its own."""
        if environment.get("SPORTELLO_SEAL_PKCS12"):
            return {}
        self._set_up("Looking for the seal", ["make_test_seal", "--out", str(SEAL)], environment)
        return {
            "SPORTELLO_SEAL_PKCS12": str(SEAL / "sigillo-di-prova.p12"),
            "SPORTELLO_SEAL_PASSWORD": (SEAL / "password").read_text(),
        }

    def _set_up(self, words: str, arguments: list[str], environment: dict[str, str]) -> None:
        print(words, "…", flush=True)
        self._finish(Child.manage(arguments, environment, LOGS / "setup.log"))

    def _start(self, child: Child) -> None:
        child.start()
        self.children.append(child)
        write_state(self.port, self.children)

    def _finish(self, child: Child) -> None:
        self._start(child)
        self._wait(lambda: not child.is_running())
        self.children.remove(child)
        if child.status():
            raise DemoError(f"{child.name} failed:\n{child.last_lines()}")

    def _wait(
        self, is_over: Callable[[], bool], seconds: float = float("inf"), late: str = ""
    ) -> None:
        """Wait until `is_over`; meanwhile look for signals, dead processes and the clock."""
        deadline = time.monotonic() + seconds
        while not is_over():
            # A killed make takes no leave: its end shows in a parent that has changed.
            if self.asked_to_stop or os.getppid() != self.parent:
                raise Interrupted
            for child in self.children:
                if child.is_service and not child.is_running():
                    raise DemoError(f"{child.name} has ended:\n{child.last_lines()}")
            if time.monotonic() > deadline:
                logs = "\n".join(child.last_lines() for child in self.children)
                raise DemoError(f"{late}\n{logs}")
            time.sleep(PAUSE)

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=ANSWER_SECONDS)
        try:
            connection.request("GET", "/", headers={"Host": f"localhost:{self.port}"})
            status = connection.getresponse().status
        except OSError:
            return False
        finally:
            connection.close()
        if status >= http.client.INTERNAL_SERVER_ERROR:
            raise DemoError(f"The home page answers {status}:\n{self.children[0].last_lines()}")
        return True


def chosen_port(text: str) -> int:
    """Return the port to listen on; raise `DemoError` where it is none, or taken."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= LAST_PORT:
        raise DemoError(f"PORT={text} is no port: choose a number from 1 to {LAST_PORT}.")
    port = int(text)
    if (found := running_demos().get(port)) and found.main:
        raise DemoError(f"The demonstration already runs at http://localhost:{port}/.")
    # Services whose main process was killed still hold the port.
    end_demos(lambda: [demo for number, demo in running_demos().items() if number == port])
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            message = (
                f"Port {port} cannot be used ({error.strerror}): try make demo PORT={port + 1}"
            )
            raise DemoError(message) from error
    return port


def main() -> int:
    """Run the demonstration; the exit status is 0 when it was asked to stop."""
    try:
        demo = Demo(chosen_port(os.environ.get("PORT") or "8000"))
    except DemoError as error:
        print(error, file=sys.stderr)
        return 1
    for number in SIGNALS:
        signal.signal(number, demo.ask_to_stop)
    try:
        demo.run()
    except Interrupted:
        print("\nStopping …", flush=True)
        return 0
    except (DemoError, postgres.PostgresUnavailableError) as error:
        print(f"\n{error}\nEverything is stopped.", file=sys.stderr, flush=True)
        return 1
    finally:
        demo.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())

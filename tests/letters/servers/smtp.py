"""An aiosmtpd that behaves as it is told: refuses, greylists, is full, dies in the middle."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.letters.servers.ports import free_port

TAKEN = "250 2.0.0 taken"


@dataclass(frozen=True)
class Taken:
    """A message that the server has answered for."""

    sender: str
    to: tuple[str, ...]
    data: bytes

    @property
    def message(self) -> EmailMessage:
        """It, read."""
        return message_from_bytes(self.data, policy=policy.default)


class PostOffice:
    """What the server answers, address by address, and what it took.

    `answers` gives the reply to a recipient: one for good, or one for each attempt, taken when they
    are used up. `after_data` the reply to the message itself. `dying` addresses close the line in
    the middle of the message.
    """

    def __init__(self) -> None:
        self.answers: dict[str, str | list[str]] = {}
        self.after_data: dict[str, str] = {}
        self.dying: set[str] = set()
        self.taken: list[Taken] = []
        self.attempts: Counter[str] = Counter()
        self.logins: list[str] = []
        self.password = ""
        self.on_taken: Callable[[Taken], None] = lambda taken: None

    def authenticate(self, _server, _session, _envelope, _mechanism, data) -> AuthResult:
        """Let in whoever knows the password."""
        known = isinstance(data, LoginPassword) and data.password.decode() == self.password
        if known:
            self.logins.append(data.login.decode())
        return AuthResult(success=known, handled=known)

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options
    ) -> str:
        """Answer to a recipient."""
        self.attempts[address] += 1
        answer = self.answers.get(address, "")
        if isinstance(answer, list):
            answer = answer.pop(0) if answer else ""
        if answer:
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        """Answer to a message; taken before the answer, as real servers do."""
        for address in envelope.rcpt_tos:
            if refusal := self.after_data.get(address):
                return refusal
        one = Taken(envelope.mail_from, tuple(envelope.rcpt_tos), envelope.original_content)
        self.taken.append(one)
        self.on_taken(one)
        return TAKEN


class _Talk(SMTP):
    """Closes the line in the middle of a message to somebody who is dying."""

    async def smtp_DATA(self, arg: str) -> None:
        if self.event_handler.dying.isdisjoint(self.envelope.rcpt_tos):
            await super().smtp_DATA(arg)
        else:
            await self.push("354 go on")
            self.transport.abort()


class _Listening(Controller):
    def factory(self) -> SMTP:
        return _Talk(self.handler, **self.SMTP_kwargs)


class Server:
    """A post office that listens on this machine."""

    def __init__(self, password: str = "") -> None:
        self.office = PostOffice()
        self.office.password = password
        more = {
            "authenticator": self.office.authenticate,
            "auth_require_tls": False,
        }
        self.port = free_port()
        self.controller = _Listening(
            self.office, hostname="127.0.0.1", port=self.port, **(more if password else {})
        )

    def start(self) -> "Server":
        """Begin to listen."""
        self.controller.start()
        return self

    def stop(self) -> None:
        """End it."""
        self.controller.stop()

"""A mail server that takes everything and remembers what it took: the outside world of a trial."""

import re
import socketserver
import threading
from collections import Counter

MESSAGE_ID = re.compile(rb"^Message-ID:\s*(<[^>]+>)", re.IGNORECASE | re.MULTILINE)
NO_IDENTITY = "without identity"
READY, GREETING, GO_ON, TAKEN, BYE = (
    b"220 sink",
    b"250 sink",
    b"354 go on",
    b"250 taken",
    b"221 bye",
)


class Sink(socketserver.ThreadingTCPServer):
    """Counts messages by their identity, once its answer that it took them has left."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.taken: Counter[str] = Counter()
        self.lock = threading.Lock()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return self.server_address[1]

    def take(self, message: bytes) -> None:
        """Remember a message."""
        found = MESSAGE_ID.search(message)
        with self.lock:
            self.taken[found[1].decode() if found else NO_IDENTITY] += 1

    def handle_error(self, request, client_address) -> None:
        """A sender that was killed in the middle of a message is no error of ours."""


class _Talk(socketserver.StreamRequestHandler):
    server: Sink

    def handle(self) -> None:
        self.say(READY)
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"DATA":
                self.say(GO_ON)
                if (message := self.message()) is None:
                    return
                # As real servers do: taken before the answer, whether the sender hears it or not.
                self.server.take(message)
                self.say(TAKEN)
            elif word == b"QUIT":
                self.say(BYE)
                return
            else:
                self.say(GREETING)

    def message(self) -> bytes | None:
        """Return the message up to its lone dot, or None where the sender is gone before it."""
        lines = []
        while line := self.rfile.readline():
            if line == b".\r\n":
                return b"".join(lines)
            lines.append(line)
        return None

    def say(self, words: bytes) -> None:
        self.wfile.write(words + b"\r\n")

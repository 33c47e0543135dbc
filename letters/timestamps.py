"""Asking a timestamping authority, with the standard library's client (RFC 3161, DIG-09)."""

import asyncio
from http import HTTPStatus
from urllib.error import URLError
from urllib.request import Request, urlopen

from asn1crypto import tsp
from pyhanko.sign.timestamps import TimeStamper, TimestampRequestError

SECONDS = 20
LARGEST_ANSWER = 1024 * 1024


class HttpTimeStamper(TimeStamper):
    """An authority under an http or https address."""

    def __init__(self, address: str) -> None:
        super().__init__()
        if not address.startswith(("http://", "https://")):
            raise ValueError(f"no address of a timestamping authority: {address!r}")
        self.address = address

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Send the request and return the answer; raises `TimestampRequestError`."""
        return await asyncio.to_thread(self._ask, req.dump())

    def _ask(self, question: bytes) -> tsp.TimeStampResp:
        request = Request(  # noqa: S310 (the scheme was looked at)
            self.address, question, {"Content-Type": "application/timestamp-query"}
        )
        try:
            with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 (the same)
                is_reply = answer.headers.get_content_type() == "application/timestamp-reply"
                if answer.status != HTTPStatus.OK or not is_reply:
                    raise TimestampRequestError(f"{self.address} gave no timestamp")
                return tsp.TimeStampResp.load(answer.read(LARGEST_ANSWER))
        except (URLError, OSError, ValueError) as error:
            raise TimestampRequestError(f"{self.address} does not answer: {error}") from error

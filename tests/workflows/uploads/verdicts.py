"""What the judgement of a file comes to, for tests."""

import io

import pytest
from django.utils.translation import override

from tests.workflows.uploads.files import ALL, DEFAULT_LIMIT
from workflows.uploads import Judged, Reason, Refused, judge


def verdict(data: bytes, name: str, accepted=ALL, max_bytes=DEFAULT_LIMIT) -> Judged | Reason:
    """The judgement, or the reason of the refusal."""
    try:
        return judge(io.BytesIO(data), name=name, accepted=accepted, max_bytes=max_bytes)
    except Refused as refused:
        return refused.reason


def sentence(data: bytes, name: str, accepted=ALL, max_bytes=DEFAULT_LIMIT) -> str:
    with pytest.raises(Refused) as refusal, override("en"):
        judge(io.BytesIO(data), name=name, accepted=accepted, max_bytes=max_bytes)
    with override("en"):
        return refusal.value.sentence

"""The password or PIN of a batch of signatures: kept only encrypted, only while the batch lasts.

The key comes from the site's secret key, a salt of its own and the number of the batch; neither the
database nor the secret key alone gives the password away.
"""

import base64
import os
from datetime import timedelta

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils import timezone

from letters.models import SigningSecret
from workflows.models import BackgroundJob

LIFE = timedelta(hours=1)
SALT_BYTES = 16


def keep(job: BackgroundJob, secret: str) -> None:
    """Keep a secret for a batch; call it in the transaction that starts the batch."""
    salt = os.urandom(SALT_BYTES)
    sealed = _box(job.pk, salt).encrypt(secret.encode())
    SigningSecret.objects.create(job=job, salt=salt, sealed=sealed, until=timezone.now() + LIFE)


def read(job: BackgroundJob) -> str | None:
    """Return the secret of a batch; None where it is gone, too old, or of another secret key."""
    kept = SigningSecret.objects.filter(job_id=job.pk, until__gt=timezone.now()).first()
    if kept is None:
        return None
    try:
        return _box(job.pk, bytes(kept.salt)).decrypt(bytes(kept.sealed)).decode()
    except InvalidToken:
        return None


def forget(job: BackgroundJob) -> None:
    """Delete the secret of a batch that is over."""
    SigningSecret.objects.filter(job_id=job.pk).delete()


def forget_old() -> None:
    """Delete secrets of batches that ended without saying so."""
    SigningSecret.objects.filter(until__lte=timezone.now()).delete()


def _box(job_id: int, salt: bytes) -> Fernet:
    info = f"sportello signing batch {job_id}".encode()
    key = HKDF(SHA256(), 32, salt, info).derive(settings.SECRET_KEY.encode())
    return Fernet(base64.urlsafe_b64encode(key))

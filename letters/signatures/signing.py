"""Putting a signature behind a PDF (PAdES, DIG-06): no byte of the file changes, no page shows it."""

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import pkcs11
from django.utils.translation import gettext as _
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.timestamps import TimestampRequestError

from letters.signatures.keys import Key, refuse_out_of_time
from letters.timestamps import HttpTimeStamper
from workflows.printing import SealFailed

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Field:
    """The field of the file that holds a signature, with the words that viewers show for it."""

    name: str
    words: str


SEAL = Field("Sigillo", "Sigillo elettronico")
SIGNATURE = Field("Firma", "Firma digitale")


def sign_pdf(
    data: bytes, key: Key, *, field: Field, reason: str, location: str, authority: str = ""
) -> bytes:
    """Return the PDF signed with `key`; `reason` and `location` stand in the signature.

    `authority` is the address of a timestamping authority: with it the level is B-T, otherwise
    B-B. Raises `SealFailed` with a sentence where the certificate is not valid today, the key does
    not sign, or the authority does not answer.
    """
    refuse_out_of_time(key.certificate)
    metadata = signers.PdfSignatureMetadata(
        field_name=field.name, reason=reason, location=location, subfilter=SigSeedSubFilter.PADES
    )
    signer = signers.PdfSigner(
        metadata,
        key.signer,
        timestamper=HttpTimeStamper(authority) if authority else None,
        new_field_spec=SigFieldSpec(field.name, readable_field_name=field.words),
    )
    try:
        signed = apart(partial(signer.sign_pdf, IncrementalPdfFileWriter(io.BytesIO(data))))
    except (TimestampRequestError, OSError) as error:
        raise SealFailed(
            _("The timestamping authority {address} does not answer.").format(address=authority)
        ) from error
    except (SigningError, PdfError, pkcs11.PKCS11Error) as error:
        raise SealFailed(
            _("The signature cannot be put: {error}").format(
                error=str(error) or type(error).__name__
            )
        ) from error
    return signed.getvalue()


def apart(work: Callable[[], Answer]) -> Answer:
    """Work in a thread of its own: the library starts an event loop, and ours may have one already."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()

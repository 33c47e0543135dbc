"""Keys that sign: a file (PKCS#12) or a token, card or module (PKCS#11).

A key is opened for as long as it is needed, and what is wrong with it is said in a sentence for
whoever holds it. A wrong PIN is tried once: tokens lock themselves after a few.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

import pkcs11
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, pkcs12
from cryptography.hazmat.primitives.serialization.pkcs12 import PKCS12KeyAndCertificates
from django.utils.translation import gettext as _
from pkcs11 import Attribute, ObjectClass
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
from pyhanko.sign.signers import Signer, SimpleSigner

from workflows.printing import SealFailed

# A token lets in one person at a time.
_one_at_a_time = Lock()


@dataclass(frozen=True)
class Key:
    """A key that is open: what signs with it, its certificate, and those that came along."""

    signer: Signer
    certificate: x509.Certificate
    authorities: tuple[x509.Certificate, ...]


def open_file(file: bytes, password: str) -> Key:
    """Open a key kept as PKCS#12.

    Raises `SealFailed` where the file is damaged, the password is wrong, or key and certificate do
    not belong together.
    """
    try:
        kept = pkcs12.load_pkcs12(file, password.encode())
    except ValueError as error:
        raise SealFailed(
            _("The file of the key cannot be opened: it is damaged, or the password is wrong.")
        ) from error
    certificate = _own_certificate(kept)
    signer = SimpleSigner.load_pkcs12_data(file, [], password.encode())
    return Key(signer, certificate, tuple(one.certificate for one in kept.additional_certs))


@contextmanager
def open_token(module: str, token: str, pin: str, label: str = "") -> Iterator[Key]:
    """Open the key of a token by the token's label; `label` is the key's, where there are several.

    `module` is the library of its maker. Raises `SealFailed` where module or token do not answer,
    the PIN is wrong or locked, or no key with its certificate bears the label.
    """
    with _one_at_a_time:
        session = _session(module, token, pin)
        try:
            yield _key_of(session, token, label)
        except pkcs11.PKCS11Error as error:
            raise SealFailed(_said(error, token)) from error
        finally:
            session.close()


def refuse_out_of_time(certificate: x509.Certificate, now: datetime | None = None) -> None:
    """Raise `SealFailed` where a certificate has expired or is not valid yet (DIG-08)."""
    now = now or datetime.now(UTC)
    if now > certificate.not_valid_after_utc:
        raise SealFailed(
            _("The certificate of the key expired on {day}.").format(
                day=f"{certificate.not_valid_after_utc:%d/%m/%Y}"
            )
        )
    if now < certificate.not_valid_before_utc:
        raise SealFailed(
            _("The certificate of the key is not valid before {day}.").format(
                day=f"{certificate.not_valid_before_utc:%d/%m/%Y}"
            )
        )


def as_asn1(certificate: x509.Certificate) -> asn1.Certificate:
    """Return a certificate as the library of signatures takes it."""
    return asn1.Certificate.load(certificate.public_bytes(Encoding.DER))


def _own_certificate(kept: PKCS12KeyAndCertificates) -> x509.Certificate:
    if kept.key is None or kept.cert is None or not _fit(kept.key, kept.cert.certificate):
        raise SealFailed(
            _("The file of the key must hold a key and the certificate that belongs to it.")
        )
    return kept.cert.certificate


def _fit(key: PrivateKeyTypes, certificate: x509.Certificate) -> bool:
    plain = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return key.public_key().public_bytes(*plain) == certificate.public_key().public_bytes(*plain)


def _session(module: str, token: str, pin: str) -> pkcs11.Session:
    try:
        return open_pkcs11_session(module, token_criteria=TokenCriteria(label=token), user_pin=pin)
    except pkcs11.PKCS11Error as error:
        raise SealFailed(_said(error, token)) from error
    except (OSError, RuntimeError) as error:
        raise SealFailed(
            _("The library of the token, {module}, cannot be used.").format(module=module)
        ) from error


def _said(error: pkcs11.PKCS11Error, token: str) -> str:
    """Say what a token answers, as far as its holder can do something about it."""
    match error:
        case pkcs11.PinIncorrect() | pkcs11.PinInvalid() | pkcs11.PinLenRange():
            return _("The PIN of the token “{token}” is wrong.").format(token=token)
        case pkcs11.PinLocked() | pkcs11.PinExpired():
            return _(
                "The PIN of the token “{token}” is locked: whoever issued it unlocks it."
            ).format(token=token)
    return _("The token “{token}” does not answer: {error}").format(
        token=token, error=str(error) or type(error).__name__
    )


def _key_of(session: pkcs11.Session, token: str, label: str) -> Key:
    keys = {
        one[Attribute.ID]: one
        for one in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})
    }
    found = {
        bytes(one[Attribute.ID]): (one[Attribute.LABEL], one[Attribute.VALUE])
        for one in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
    }
    own = [
        identity
        for identity, key in keys.items()
        if identity in found and label in {"", key[Attribute.LABEL], found[identity][0]}
    ]
    if len(own) != 1:
        raise SealFailed(_wrong_number(own, token, label))
    certificates = {
        name: x509.load_der_x509_certificate(der) for name, (_label, der) in found.items()
    }
    certificate = certificates.pop(own[0])
    authorities = tuple(certificates.values())
    signer = PKCS11Signer(
        session,
        signing_cert=as_asn1(certificate),
        ca_chain=[as_asn1(one) for one in authorities],
        key_id=own[0],
        other_certs_to_pull=(),
        # Many tokens sign with elliptic curves only what has been digested before.
        use_raw_mechanism=isinstance(certificate.public_key(), ec.EllipticCurvePublicKey),
    )
    return Key(signer, certificate, authorities)


def _wrong_number(own: list[bytes], token: str, label: str) -> str:
    if own:
        return _(
            "The token “{token}” holds several keys: say the label of the one that signs."
        ).format(token=token)
    return _(
        "The token “{token}” holds no key with its certificate under the label “{label}”."
    ).format(token=token, label=label)

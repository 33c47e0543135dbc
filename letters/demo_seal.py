"""A seal for demonstrations, of an authority that exists only beside it; worth nothing in law."""

import os
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

AUTHORITY = "AUTORITÀ DI PROVA, SENZA VALORE LEGALE"
SEAL = "SIGILLO DI PROVA, SENZA VALORE LEGALE"
SEAL_FILE, PASSWORD_FILE, AUTHORITY_FILE = "sigillo-di-prova.p12", "password", "autorita.pem"
VALIDITY = timedelta(days=3 * 365)


def make_test_seal(folder: Path) -> bool:
    """Write key, password and authority into `folder`; False, and nothing written, if they are there.

    The files can be read by their owner alone.
    """
    if (folder / SEAL_FILE).exists():
        return False
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    now = datetime.now(UTC)
    authority_key, key = (
        ec.generate_private_key(ec.SECP256R1()),
        ec.generate_private_key(ec.SECP256R1()),
    )
    authority = _authority(authority_key, now)
    certificate = _certificate(key, authority_key, now)
    password = secrets.token_urlsafe(24)
    archive = pkcs12.serialize_key_and_certificates(
        SEAL.encode(), key, certificate, [authority], BestAvailableEncryption(password.encode())
    )
    _write(folder / PASSWORD_FILE, password.encode())
    _write(folder / AUTHORITY_FILE, authority.public_bytes(Encoding.PEM))
    # The seal comes last: where it is, the rest is too.
    _write(folder / SEAL_FILE, archive)
    return True


def _authority(key: ec.EllipticCurvePrivateKey, now: datetime) -> x509.Certificate:
    builder = _builder(AUTHORITY, AUTHORITY, key, now)
    usage = _usage(key_cert_sign=True, crl_sign=True)
    return (
        builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, SHA256())
    )


def _certificate(
    key: ec.EllipticCurvePrivateKey,
    authority_key: ec.EllipticCurvePrivateKey,
    now: datetime,
) -> x509.Certificate:
    issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key())
    return (
        _builder(SEAL, AUTHORITY, key, now)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(digital_signature=True, content_commitment=True), critical=True)
        .add_extension(issuer, critical=False)
        .sign(authority_key, SHA256())
    )


def _builder(
    subject: str, issuer: str, key: ec.EllipticCurvePrivateKey, now: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + VALIDITY)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "IT"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Ente di prova"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _usage(**allowed: bool) -> x509.KeyUsage:
    nothing = dict.fromkeys(
        (
            "digital_signature",
            "content_commitment",
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    return x509.KeyUsage(**(nothing | allowed))


def _write(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)

"""An authority of the tests' own, what it gives out, and a timestamping service that listens."""

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from asn1crypto import tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.keys import load_private_key_from_pemder_data
from pyhanko.sign.timestamps import DummyTimeStamper

PASSWORD = "una-parola"
YEAR = timedelta(days=365)
NAMES = ("encipher_only", "decipher_only", "key_agreement", "data_encipherment")
NO_USE = dict.fromkeys((*NAMES, "key_encipherment", "key_cert_sign", "crl_sign"), False)


def new_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def name(common: str, tax_code: str = "") -> x509.Name:
    """A name as certificates bear it, with the tax code as qualified ones do."""
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, common)]
    if tax_code:
        parts.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, f"TINIT-{tax_code}"))
    return x509.Name(parts)


@dataclass
class Authority:
    """It signs certificates from a year ago to a year ahead, unless told otherwise."""

    common: str = "Autorità dei test"
    key: ec.EllipticCurvePrivateKey = field(default_factory=new_key)

    def __post_init__(self):
        usage = x509.KeyUsage(
            digital_signature=False,
            content_commitment=False,
            **(NO_USE | {"key_cert_sign": True, "crl_sign": True}),
        )
        self.certificate = (
            self._builder(self.common, self.key, -5 * YEAR, 5 * YEAR)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .add_extension(usage, critical=True)
            .sign(self.key, SHA256())
        )

    def certify(
        self,
        key,
        common: str,
        *,
        since=-YEAR,
        until=YEAR,
        stamps: bool = False,
        tax_code: str = "",
    ) -> x509.Certificate:
        """Return a certificate for a seal, for a person, or for a service of timestamps."""
        usage = x509.KeyUsage(digital_signature=True, content_commitment=True, **NO_USE)
        builder = (
            self._builder(common, key, since, until, tax_code)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(usage, critical=True)
        )
        if stamps:
            uses = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            builder = builder.add_extension(uses, critical=True)
        return builder.sign(self.key, SHA256())

    def key_file(self, common: str, password: str = PASSWORD, **certified) -> bytes:
        """Return a person's key with its certificate as PKCS#12."""
        key = new_key()
        certificate = self.certify(key, common, **certified)
        return pkcs12.serialize_key_and_certificates(
            b"chiave",
            key,
            certificate,
            [self.certificate],
            BestAvailableEncryption(password.encode()),
        )

    def seal(self, folder: Path, *, certified_key=None, **validity) -> Path:
        """Write a seal as PKCS#12 and return its path; the certificate of another key does not fit."""
        key = new_key()
        certificate = self.certify(certified_key or key, "Sigillo dei test", **validity)
        beside = [self.certificate, certificate] if certified_key else [self.certificate]
        path = folder / "sigillo.p12"
        path.write_bytes(
            pkcs12.serialize_key_and_certificates(
                b"sigillo",
                key,
                None if certified_key else certificate,
                beside,
                BestAvailableEncryption(PASSWORD.encode()),
            )
        )
        return path

    @contextmanager
    def timestamps(self, fixed: datetime | None = None):
        """Serve timestamps under the address that is given, of the instant `fixed` or of now."""
        key = rsa.generate_private_key(65537, 2048)
        plain = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        service = DummyTimeStamper(
            tsa_cert=as_asn1(self.certify(key, "Marche dei test", since=-4 * YEAR, stamps=True)),
            tsa_key=load_private_key_from_pemder_data(plain, passphrase=None),
            fixed_dt=fixed,
        )
        server = ThreadingHTTPServer(("127.0.0.1", 0), _answering(service))
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()

    def _builder(self, common, key, since, until, tax_code="") -> x509.CertificateBuilder:
        now = datetime.now(UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(name(common, tax_code))
            .issuer_name(name(self.common))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now + since)
            .not_valid_after(now + until)
        )


def as_asn1(certificate: x509.Certificate) -> asn1.Certificate:
    return asn1.Certificate.load(certificate.public_bytes(Encoding.DER))


def _answering(service: DummyTimeStamper) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            answer = service.request_tsa_response(tsp.TimeStampReq.load(asked)).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *args):
            """Keep the tests' output clean."""

    return Handler

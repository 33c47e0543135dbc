"""A token of the tests' own, in software: SoftHSM under PKCS#11."""

import os
import shutil
import subprocess
from pathlib import Path

import pkcs11
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pkcs11.util.x509 import decode_x509_certificate

from tests.letters.authority import Authority, new_key
from tools.programs import softhsm

PIN = "4711"


def module() -> str:
    """Return the library of SoftHSM, which CI installs."""
    found = softhsm()
    if found is None or not shutil.which("softhsm2-util"):
        pytest.fail("These tests need SoftHSM: python tools/programs.py --install")
    return str(found)


def prepare(folder: Path) -> None:
    """Make the folder of the tokens; the library reads where it is once in a process."""
    settings = folder / "softhsm2.conf"
    tokens = folder / "tokens"
    tokens.mkdir()
    settings.write_text(
        f"directories.tokendir = {tokens}\nobjectstore.backend = file\nlog.level = ERROR\n"
    )
    os.environ["SOFTHSM2_CONF"] = str(settings)


def make_token(
    label: str, folder: Path, authority: Authority, *people: str, make_key=new_key, **validity
) -> None:
    """Make a token with a key and certificate for each name, and the authority's certificate."""
    _run("--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", PIN)
    certificates = []
    for number, person in enumerate(people, 1):
        key = make_key()
        file = folder / f"{label}-{number}.pem"
        file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        named = ("--label", person, "--id", f"{number:02d}")
        _run("--import", str(file), "--token", label, "--pin", PIN, *named)
        certificate = authority.certify(key, person, **validity)
        certificates.append((person, bytes([number]), certificate))
    certificates.append(("autorita", b"\xff", authority.certificate))
    _put_certificates(label, certificates)


def _put_certificates(label: str, certificates: list) -> None:
    library = pkcs11.lib(module())
    library.reinitialize()
    with library.get_token(token_label=label).open(rw=True, user_pin=PIN) as session:
        for name, identity, certificate in certificates:
            values = decode_x509_certificate(certificate.public_bytes(Encoding.DER))
            values |= {
                pkcs11.Attribute.LABEL: name,
                pkcs11.Attribute.ID: identity,
                pkcs11.Attribute.TOKEN: True,
            }
            session.create_object(values)


def _run(*arguments: str) -> None:
    command = ["softhsm2-util", "--module", module(), *arguments]
    subprocess.run(command, check=True, capture_output=True)

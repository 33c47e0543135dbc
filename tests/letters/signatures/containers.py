"""Files that people sign: PAdES in a PDF, CAdES around any file."""

import asyncio

from asn1crypto import cms
from pyhanko.sign.signers import SimpleSigner

from letters.signatures.keys import open_file
from letters.signatures.signing import SIGNATURE, sign_pdf
from tests.letters.authority import PASSWORD, Authority


def signed_pdf(data: bytes, authority: Authority, common: str, **certified) -> bytes:
    """Return a PDF with a person's signature; expired keys sign it too, as in real life."""
    key = open_file(authority.key_file(common, **certified), PASSWORD)
    return sign_pdf(data, key, field=SIGNATURE, reason="Domanda", location="Mantova")


def signed_container(data: bytes, authority: Authority, *people: dict) -> bytes:
    """Return a .p7m around a file, signed by people side by side."""
    signed = [_alone(data, authority, **person) for person in people]
    first = signed[0]["content"]
    for other in signed[1:]:
        first["signer_infos"].append(other["content"]["signer_infos"][0])
        for choice in other["content"]["certificates"]:
            first["certificates"].append(choice)
    return cms.ContentInfo({"content_type": "signed_data", "content": first}).dump(force=True)


def _alone(data: bytes, authority: Authority, common: str, **certified) -> cms.ContentInfo:
    file = authority.key_file(common, **certified)
    signer = SimpleSigner.load_pkcs12_data(file, [], PASSWORD.encode())
    return asyncio.run(
        signer.async_sign_general_data(data, "sha256", detached=False, use_cades=True)
    )

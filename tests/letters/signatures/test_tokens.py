"""A key in a token seals like one in a file, and says what is wrong when it does not (DIG-06)."""

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from django.utils import translation

from letters import sealing
from letters.pdf import Paragraph, render
from letters.signatures.keys import open_token
from letters.signatures.signing import SEAL, sign_pdf
from tests.letters.authority import Authority
from tests.letters.pdf.examples import letter
from tests.letters.tokens import PIN, make_token, module, prepare
from workflows.printing import SealFailed, SealOutcome

PLAIN = render(letter(Paragraph("Registro di prova.")))


@pytest.fixture(scope="module")
def tokens(tmp_path_factory):
    """Tokens with a key of either kind, with two keys, and with one whose certificate has expired."""
    folder = tmp_path_factory.mktemp("tokens")
    prepare(folder)
    authority = Authority()
    make_token("casa", folder, authority, "Sigillo")
    make_token(
        "rsa", folder, authority, "Carta", make_key=lambda: generate_private_key(65537, 2048)
    )
    make_token("due", folder, authority, "Prima", "Seconda")
    make_token("scaduto", folder, authority, "Vecchio", until=-timedelta(days=1))
    return authority


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def signed(token: str, label: str = "", pin: str = PIN) -> bytes:
    with open_token(module(), token, pin, label) as key:
        return sign_pdf(PLAIN, key, field=SEAL, reason="Prova", location="Mantova")


def test_DIG_06_house_seals_with_a_token(tokens, settings):
    settings.SEAL_PKCS11_MODULE, settings.SEAL_PKCS11_TOKEN = module(), "casa"
    settings.SEAL_PASSWORD = PIN
    data, is_sealed = sealing.seal_letter(PLAIN, reason="Lettera", location="Mantova")
    check = sealing.verify_seal(data)

    assert is_sealed
    assert data.startswith(PLAIN)
    assert (check.outcome, check.signer) == (SealOutcome.VALID, "Sigillo")


def test_card_with_an_rsa_key_signs(tokens):
    check = sealing.verify_seal(signed("rsa"), trusted=[tokens.certificate])

    assert (check.outcome, check.signer) == (SealOutcome.VALID, "Carta")


def test_key_is_chosen_by_its_label_where_a_token_holds_several(tokens):
    check = sealing.verify_seal(signed("due", "Seconda"), trusted=[tokens.certificate])

    assert (check.outcome, check.signer) == (SealOutcome.VALID, "Seconda")


@pytest.mark.parametrize(
    ("token", "label", "pin", "sentence"),
    [
        ("casa", "", "0000", "The PIN of the token “casa” is wrong."),
        ("manca", "", PIN, "The token “manca” does not answer"),
        ("due", "", PIN, "The token “due” holds several keys"),
        (
            "casa",
            "Altra",
            PIN,
            "The token “casa” holds no key with its certificate under the label",
        ),
        ("scaduto", "", PIN, "The certificate of the key expired on"),
    ],
)
def test_sentence_says_what_is_wrong_with_the_token(tokens, token, label, pin, sentence):
    with pytest.raises(SealFailed, match=sentence):
        signed(token, label, pin)


def test_library_that_is_none_is_named():
    with pytest.raises(SealFailed, match=r"/manca\.so"), open_token("/manca.so", "casa", PIN):
        pass


def test_token_answers_again_after_a_wrong_pin(tokens):
    with pytest.raises(SealFailed):
        signed("casa", pin="0000")

    assert signed("casa").startswith(PLAIN)

"""DIG-07, DIG-08: what the signatures of a file are worth together."""

from datetime import UTC, date, datetime

import pytest

from workflows.rules.signatures import Judged, Signature, Worth, judge_signatures

DAY = date(2026, 3, 12)
EXPECTED = {"RSSMRA80A01E897X": "Maria Rossi"}
MARIA = ("Maria Rossi", "RSSMRA80A01E897X")
LUCA = ("Luca Verdi", "VRDLCU75C03E897Q")


def worth(*found: Signature) -> Worth:
    return judge_signatures(found, EXPECTED, DAY).worth


def test_DIG_07_valid_signature_of_whoever_may_sign():
    assert judge_signatures([Signature(Worth.VALID, *MARIA)], EXPECTED, DAY) == Judged(
        Worth.VALID, "Firma valida di Maria Rossi (RSSMRA80A01E897X)."
    )


def test_DIG_09_timestamp_is_named():
    stamped = Signature(Worth.VALID, *MARIA, datetime(2026, 1, 7, tzinfo=UTC), has_timestamp=True)

    assert judge_signatures([stamped], EXPECTED, DAY).sentence == (
        "Firma valida di Maria Rossi (RSSMRA80A01E897X), con marca temporale del 07/01/2026."
    )


def test_DIG_07_valid_signature_of_somebody_else_is_to_be_looked_at():
    assert judge_signatures([Signature(Worth.VALID, *LUCA)], EXPECTED, DAY) == Judged(
        Worth.OTHER_PERSON,
        "Firma valida di Luca Verdi (VRDLCU75C03E897Q), che non risulta richiedente, legale "
        "rappresentante né delegato.",
    )


def test_DIG_08_expired_certificate_says_on_which_day():
    assert "il certificato non era valido il 12/03/2026" in (
        judge_signatures([Signature(Worth.EXPIRED, *MARIA)], EXPECTED, DAY).sentence
    )


def test_DIG_07_no_signature_is_said():
    assert judge_signatures([], EXPECTED, DAY) == Judged(
        Worth.NONE, "Il file non porta firme digitali."
    )


@pytest.mark.parametrize(
    ("found", "together"),
    [
        ([(Worth.VALID, MARIA), (Worth.VALID, LUCA)], Worth.VALID),
        ([(Worth.VALID, LUCA), (Worth.UNTRUSTED, MARIA)], Worth.UNTRUSTED),
        ([(Worth.EXPIRED, MARIA), (Worth.UNTRUSTED, LUCA)], Worth.EXPIRED),
        ([(Worth.VALID, MARIA), (Worth.ALTERED, LUCA)], Worth.ALTERED),
        ([(Worth.VALID, MARIA), (Worth.EXPIRED, LUCA)], Worth.VALID),
    ],
)
def test_DIG_07_several_signatures_are_judged_together(found, together):
    assert worth(*(Signature(own, *person) for own, person in found)) == together


def test_certificate_without_tax_code_is_nobody_that_is_expected():
    assert worth(Signature(Worth.VALID, "Maria Rossi")) == Worth.OTHER_PERSON

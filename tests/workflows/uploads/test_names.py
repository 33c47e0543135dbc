import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.uploads.names import clean_name, split_name


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Lease contract.pdf", "Lease contract.pdf"),
        ("perché così.pdf", "perché così.pdf"),
        ("perche\u0301.pdf", "perché.pdf"),
        ("C:\\fakepath\\lease.pdf", "lease.pdf"),
        ("../../etc/passwd", "passwd"),
        ("folder/", "folder"),
        ("lease\x00\x1f.pdf", "lease.pdf"),
        ("lease\r\nSet-Cookie: a.pdf", "lease Set-Cookie_ a.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("\u2066a\u2069\u200b\ufeff.pdf", "a.pdf"),
        ("a\ud800b.pdf", "ab.pdf"),
        ("  many   spaces .pdf. ", "many spaces .pdf"),
        (".htaccess", "htaccess"),
        ('what? "this" <is>|*.pdf', "what_ _this_ _is___.pdf"),
        ("con.pdf", "_con.pdf"),
        ("contract.pdf", "contract.pdf"),
        ("...", "document"),
        ("", "document"),
    ],
)
def test_clean_name_keeps_what_a_person_reads(sent, kept):
    assert clean_name(sent) == kept


@given(st.text(st.characters(), max_size=60))
def test_clean_name_is_stable_and_printable_whatever_comes(sent):
    cleaned = clean_name(sent)
    assert (clean_name(cleaned), cleaned.isprintable(), "/" in cleaned, "\\" in cleaned) == (
        cleaned,
        True,
        False,
        False,
    )


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("lease.PDF", ("lease", "pdf")),
        ("lease.pdf.p7m", ("lease.pdf", "p7m")),
        ("Contract n.5", ("Contract n.5", "")),
        ("Lease 12.03.2026", ("Lease 12.03.2026", "")),
        ("lease", ("lease", "")),
        ("pdf", ("pdf", "")),
    ],
)
def test_split_name_finds_an_extension_only_where_there_is_one(name, parts):
    assert split_name(name) == parts

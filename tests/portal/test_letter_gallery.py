"""The gallery has a file for every letter of the lists, of real cases, and leaves nothing behind."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command

from calls.models import Call
from letters import pdf
from letters.gallery import LONG_NAME, OTHER_SCRIPTS, stressed
from letters.models import Letter
from letters.templating import Items
from portal.gallery import STANDS_FOR, call_texts, wanted
from tests.letters.pdf.examples import opened, words
from tests.letters.reading import file_of
from tests.letters.test_catalogue import rows

pytestmark = pytest.mark.django_db

IN_FORCE = "contribution"
# CALL-03.
BLOCKS_OF_LAW = 13


def _counts():
    """How many rows each table has."""
    return {model._meta.label: model.objects.count() for model in apps.get_models()}


def test_every_letter_of_the_catalogue_has_its_files():
    expected = []
    for code, _name, vocabulary, _rows, _to, _leaves, _act, english, _says in rows():
        stem = f"{vocabulary}-{code.strip('`')}"
        expected += [f"{stem}-it", f"{stem}-it-long"]
        expected += [f"{stem}-en"] if english else []
        expected += [f"{stem}-it-scripts"] if vocabulary == IN_FORCE else []

    assert sorted(one.name for one in wanted()) == sorted(expected)
    assert len(list(wanted(plain=True))) == len(rows())


def test_gallery_of_an_empty_office_is_of_real_cases_and_leaves_nothing(law, tmp_path, settings):
    settings.MEDIA_ROOT, out, said = tmp_path / "media", tmp_path / "out", StringIO()
    in_force = [code for one in wanted(plain=True) if (code := _code(one, IN_FORCE))]
    before = _counts()

    call_command("letter_gallery", out=out, only=in_force, plain=True, stdout=said)

    assert _counts() == before
    assert not settings.MEDIA_ROOT.exists()
    issued = [line.split("  ")[0] for line in said.getvalue().splitlines() if "as issued" in line]
    # Of these no case of the demonstration has a letter of its own.
    never_sent = set(STANDS_FOR) - {"refusal_short"}
    assert issued == [f"{IN_FORCE}-{one}-it.pdf" for one in in_force if one not in never_sent]
    assert sorted(path.stem for path in out.iterdir()) == [f"{IN_FORCE}-{c}-it" for c in in_force]


def test_letter_that_was_issued_is_drawn_as_it_is(office, tmp_path):
    case = office.file()
    letter = Letter.objects.get(case=case)

    call_command("letter_gallery", out=tmp_path, only=["receipt"], plain=True, stdout=StringIO())

    drawn = (tmp_path / "contribution-receipt-it.pdf").read_bytes()
    assert drawn == file_of(letter)


def test_hard_letters_of_a_case_have_long_names_and_forty_reasons_and_say_what_is_replaced(
    office, tmp_path
):
    office.file()
    said = StringIO()

    call_command("letter_gallery", out=tmp_path, only=["receipt"], stdout=said)

    lines = dict(line.split("  ", 1) for line in said.getvalue().splitlines())
    hard = [f"contribution-receipt-{one}.pdf" for one in ("it", "en", "it-long", "it-scripts")]
    assert list(lines) == hard
    assert [line.partition("replaced: ")[2] for line in lines.values()] == [
        *("", "", ""),
        "U+5B57 U+6F22 U+1F469 U+1F4BB",
    ]
    pages = opened((tmp_path / hard[2]).read_bytes()).pages
    text = " ".join(words(page) for page in pages)
    assert LONG_NAME in text
    assert "Motivo di prova n. 40:" in text


def test_values_are_made_hard():
    found = stressed(
        {
            "richiedente.nome": "Elena Rossi",
            "motivi": Items(("uno", "due"), ordered=True),
            "esiti": Items(()),
            "cup": "J41B26000010005",
            "firma": (pdf.Signature("Il direttore", "Marta Bianchi"),),
        },
        OTHER_SCRIPTS,
    )

    assert len(LONG_NAME) == 120
    assert found["richiedente.nome"] == OTHER_SCRIPTS
    assert len(found["motivi"].texts) == 40
    assert found["esiti"] == Items(())
    assert found["cup"] == "J41B26000010005"
    assert found["firma"] == (pdf.Signature("Il direttore", OTHER_SCRIPTS),)


def _code(one, vocabulary):
    return one.template.code if one.template.vocabulary == vocabulary else ""


def test_the_text_of_every_call_is_in_the_gallery_as_its_page_sends_it(office):
    found = {one.name: one.letter for one in call_texts()}

    calls = Call.objects.all()
    assert sorted(found) == sorted(f"bando-{call.code.lower()}" for call in calls)
    assert found["bando-cow-sport"].title == office.call.title_it
    assert (
        sum(isinstance(block, pdf.Heading) for block in found["bando-cow-sport"].blocks)
        == BLOCKS_OF_LAW
    )

"""The text of a call: thirteen articles with their numbers, as a tagged file and as a page."""

import pytest
from django.urls import reverse

from calls.models import Block, Call, Question
from calls.rules.blocks import BLOCKS
from calls.services import revise
from letters import pdf
from letters.call_text import call_text
from tests.calls.setting_up import shown
from tests.letters.pdf.examples import opened, words

pytestmark = pytest.mark.django_db
CODE = "COW-GRAD"


@pytest.fixture
def call(office):
    return Call.objects.get(code=CODE)


def file_of(call, version=None):
    return opened(pdf.render(call_text(call, version or call.current_version)))


def text_of(call, version=None):
    return " ".join(words(page) for page in file_of(call, version).pages)


def test_CALL_03_text_has_the_thirteen_articles_in_their_order(call):
    letter = call_text(call, call.current_version)

    headings = [block.text for block in letter.blocks if isinstance(block, pdf.Heading)]
    assert headings == [
        f"Art. {place} – {title[:1].upper()}{title[1:]}"
        for place, title in enumerate(BLOCKS.values(), 1)
    ]


def test_text_says_the_numbers_of_the_version(call):
    text = text_of(call)

    wanted = (
        "Dotazione 100.000,00 €",
        "Percentuale della spesa 40%",
        "Contributo massimo 2.000,00 €",
        "Spesa minima 1.500,00 €",
        "Soglia di punteggio 60 punti",
        "progetto d'attività",
        "rete e collaborazioni attese",
        "A parità di punteggio prevale, nell'ordine:",
    )
    assert [phrase for phrase in wanted if phrase not in text] == []


def test_text_follows_what_the_office_writes_and_its_marks_are_words(call):
    version = call.current_version
    block, _new = Block.objects.get_or_create(version=version, letter="h")
    block.text_it, block.left_out_because = "Prima riga <b>così</b>.\n\nSeconda & ultima.", ""
    block.save()
    other, _new = Block.objects.get_or_create(version=version, letter="i")
    other.text_it, other.left_out_because = "", "nulla si può *revocare*"
    other.save()
    Block.objects.filter(version=version, letter="l").update(text_it="", left_out_because="")

    text = text_of(call)

    wanted = (
        "Prima riga <b>così</b>.",
        "Seconda & ultima.",
        "Non compatibile con questo bando: nulla si può *revocare*",
        "Da scrivere: senza questo articolo il bando non può essere pubblicato.",
    )
    assert [phrase for phrase in wanted if phrase not in text] == []


def test_text_that_is_not_public_says_so_and_the_public_one_does_not(office, call):
    assert "BOZZA – non pubblicato" in text_of(call)

    assert "BOZZA" not in text_of(shown(office))


def test_file_is_tagged_and_says_its_language(call):
    root = file_of(call).trailer["/Root"]

    assert (bool(root["/MarkInfo"]["/Marked"]), str(root["/Lang"])[:2]) == (True, "it")
    assert "/StructTreeRoot" in root


def test_office_reads_page_and_file_while_the_call_is_set_up(office, call, as_user):
    client = as_user(office.officer)

    page = client.get(reverse("letters:call_text", args=[CODE]))
    file = client.get(reverse("letters:call_text_file", args=[CODE]))

    assert "Art. 1 – Finalità, ambito e base giuridica" in page.content.decode()
    assert (file.headers["Content-Type"], file.content[:5]) == ("application/pdf", b"%PDF-")
    assert "no-store" in file.headers["Cache-Control"]
    setup = client.get(reverse("calls:setup", args=[CODE])).content.decode()
    assert reverse("letters:call_text", args=[CODE]) in setup


def test_public_reads_the_version_that_is_public_and_no_other(office, client):
    version = revise(office.call, reason="Prova")
    Question.objects.create(
        version=version, position=1, code="segreta", kind="text", title_it="Domanda segreta"
    )
    address = reverse("letters:public_call_text", args=[office.call.code])

    public = opened(client.get(address).content)

    text = " ".join(words(page) for page in public.pages)
    assert ("versione 1" in text, "Domanda segreta" in text) == (True, False)
    assert address in client.get(reverse("portal:call", args=[office.call.code])).content.decode()


def test_call_that_is_not_public_has_no_public_text(call, client):
    assert client.get(reverse("letters:public_call_text", args=[CODE])).status_code == 404

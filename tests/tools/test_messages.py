"""The catalogue is gathered without gettext's programs, kept, checked and compiled."""

import gettext
import re

import pytest

from tools import messages

SOURCES = {
    "shop/views.py": """
from django.utils.translation import gettext as _, ngettext, pgettext

def sentences(count, name):
    # Translators: shown on the door
    a = _("Open")
    b = ngettext("%(count)s desk", "%(count)s desks", count)
    c = pgettext("verb", "Rent")
    d = _("Welcome, %(name)s") % {"name": name}
    return a, b, c, d
""",
    "templates/page.html": """
    {% load i18n %}
  <p>{% translate "Open" %} {% translate "Rent" context "noun" %}</p>
      <p>{% blocktranslate trimmed count n=desks %}
         One desk is free
      {% plural %}
         {{ n }} desks are free
      {% endblocktranslate %}</p>
  """,
    "tests/test_it.py": '_("never asked for")',
}
TRANSLATIONS = {
    'msgid "Open"\nmsgstr ""': 'msgid "Open"\nmsgstr "Aperto"',
    'msgctxt "noun"\nmsgid "Rent"\nmsgstr ""': 'msgctxt "noun"\nmsgid "Rent"\nmsgstr "Affitto"',
    'msgctxt "verb"\nmsgid "Rent"\nmsgstr ""': 'msgctxt "verb"\nmsgid "Rent"\nmsgstr "Affitta"',
    'msgid "Welcome, %(name)s"\nmsgstr ""': 'msgid "Welcome, %(name)s"\nmsgstr "Ciao %(name)s"',
    'desks"\nmsgstr[0] ""\nmsgstr[1] ""': 'desks"\nmsgstr[0] "una scrivania"\n'
    'msgstr[1] "%(count)s scrivanie"',
    'are free"\nmsgstr[0] ""\nmsgstr[1] ""': 'are free"\nmsgstr[0] "Una libera"\n'
    'msgstr[1] "%(n)s libere"',
}


@pytest.fixture
def tree(tmp_path):
    """A small product whose catalogue was gathered once."""
    for name, text in SOURCES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    messages.update(tmp_path)
    return tmp_path


def edit(tree, changes):
    path = messages.catalogue_path(tree)
    text = path.read_text()
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text)


def test_gather_finds_sentences_of_code_and_templates_and_leaves_tests_out(tree):
    found = {(message.id, message.context) for message in messages.gather(tree) if message.id}

    assert found == {
        ("Open", None),
        (("%(count)s desk", "%(count)s desks"), None),
        ("Rent", "verb"),
        ("Rent", "noun"),
        ("Welcome, %(name)s", None),
        (("One desk is free", "%(n)s desks are free"), None),
    }


def test_update_keeps_translations_drops_what_is_gone_and_changes_nothing_twice(tree):
    edit(tree, TRANSLATIONS)
    messages.update(tree)
    first = messages.catalogue_path(tree).read_text()
    messages.update(tree)
    assert messages.catalogue_path(tree).read_text() == first
    assert messages.problems(tree) == []

    (tree / "templates" / "page.html").unlink()
    messages.update(tree)
    text = messages.catalogue_path(tree).read_text()
    assert ("Affitto" in text, "Affitta" in text) == (False, True)


def test_catalogue_carries_no_date_no_line_and_is_sorted(tree):
    text = messages.catalogue_path(tree).read_text()

    assert re.findall(r"Date|Generator|\.py:\d", text) == []
    identities = re.findall(r'^msgid "(.+)"$', text, re.MULTILINE)
    assert identities == sorted(identities)


def test_check_names_what_is_missing_untranslated_fuzzy_and_obsolete(tree):
    edit(tree, TRANSLATIONS)
    edit(
        tree,
        {
            'msgid "Open"\nmsgstr "Aperto"': 'msgid "Shut"\nmsgstr "Chiuso"',
            'msgstr "Affitto"': 'msgstr ""',
            'msgctxt "verb"': '#, fuzzy\nmsgctxt "verb"',
        },
    )

    assert sorted(messages.problems(tree)) == [
        "fuzzy: “Rent” [verb] (shop/views.py)",
        "missing: “Open” (shop/views.py)",
        "obsolete: “Shut” (shop/views.py)",
        "untranslated: “Rent” [noun] (templates/page.html)",
    ]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Ciao %(name)s", "Ciao %(nome)s"),
        ("Ciao %(name)s", "Ciao"),
        ("Ciao %(name)s", "Ciao %(name)s %(name)s"),
        ("%(count)s scrivanie", "molte scrivanie"),
        ("una scrivania", "%(numero)s scrivania"),
    ],
)
def test_check_names_placeholders_that_disagree(tree, right, wrong):
    edit(tree, TRANSLATIONS)
    edit(tree, {f'"{right}"': f'"{wrong}"'})

    (problem,) = messages.problems(tree)
    assert problem.startswith("placeholders differ")
    assert problem.endswith(f"→ “{wrong}”")


def test_compiled_catalogue_speaks_italian(tree):
    edit(tree, TRANSLATIONS)
    messages.compile_catalogue(tree)

    spoken = gettext.translation("django", tree / "locale", ["it"])
    assert (
        spoken.gettext("Open"),
        spoken.pgettext("noun", "Rent"),
        spoken.ngettext("%(count)s desk", "%(count)s desks", 1),
        spoken.ngettext("%(count)s desk", "%(count)s desks", 2),
    ) == ("Aperto", "Affitto", "una scrivania", "%(count)s scrivanie")

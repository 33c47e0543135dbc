import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters import pdf
from letters.templating import (
    FieldType,
    Items,
    Rich,
    as_value,
    blocks,
    escape,
    example,
    fill,
    missing,
    names,
    pack,
    parse,
    problems,
    unpack,
    words,
)
from tests.letters.templating.sample import FIELDS, SIGNED, VALUES

# What the language's own signs are made of, and what people may bring besides.
PIECES = st.sampled_from(
    [
        *"{}*[]()<>#-+._\\`!|~&:/\"' 1\n\t",
        *("{{", "}}", "**", "{{ nome }}", "{{ firma }}", "{{#se accolta}}", "{{/se}}", "<script>"),
        *(
            "{{altrimenti}}",
            "{{> x }}",
            "](javascript:1)",
            "https://a.it",
            "1. ",
            "- ",
            "## ",
            "> ",
        ),
        *("\u202eeb", "شركة", "🏢", "é", "\xa0", "a", "b c"),
    ]
)
NASTY = st.lists(PIECES, max_size=12).map("".join)


def filled(text: str, values=None, clauses=None) -> str:
    return fill(parse(text), VALUES if values is None else values, clauses or {})


def test_words_lists_and_conditions_are_written_in_and_the_rest_stays():
    text = """\
Gentile **{{ nome }}**, la domanda è {{#se accolta}}accolta{{altrimenti}}respinta{{/se}} per:
{{ motivi }}
con prot. {{ protocollo.numero }}.

{{#se ritardo}}
{{ ritardo }}
{{/se}}

{{ dati }}

{{> saluti }}

{{ firma }}
"""
    assert (
        filled(text, clauses={"saluti": "Distinti saluti da {{ nome }}\n"})
        == """\
Gentile **Spazio Aperto S.r.l.**, la domanda è accolta per:

1. primo motivo
2. secondo motivo

con prot. {{ protocollo.numero }}.

{{#se ritardo}}
{{ ritardo }}
{{/se}}

{{ dati }}

Distinti saluti da Spazio Aperto S.r.l.

{{ firma }}
"""
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a {{#se accolta}}b {{/se}}c", "a b c"),
        ("a {{#se non accolta}}b {{/se}}c", "a c"),
        ("a {{#se non accolta}}b{{/se}} c", "a c"),
        ("a {{#se non accolta}}b{{/se}}, c", "a, c"),
        ("a **{{ luogo.comune }}** c", "a c"),
        (
            "a{{#se luogo.comune}}, in {{ luogo.comune }}{{altrimenti}}, altrove{{/se}}.",
            "a, altrove.",
        ),
        ("a\n\n{{#se accolta}}\nb\n{{/se}}\n\nc\n", "a\n\nb\n\nc\n"),
        ("a\n\n{{#se non accolta}}\nb\n{{/se}}\n\nc\n", "a\n\nc\n"),
        ("{{#se non accolta}}\nb\n{{/se}}\nc\n", "c\n"),
        ("c\n{{#se non accolta}}\nb\n{{/se}}\n", "c\n"),
        ("- a\n{{#se accolta}}\n- b\n{{/se}}\n- c\n", "- a\n- b\n- c\n"),
        ("- a\n{{#se non accolta}}\n- b\n{{/se}}\n- c\n", "- a\n- c\n"),
        ("a\n{{ motivi }}", "a\n\n1. primo motivo\n2. secondo motivo"),
        ("a\n{{> c }}\nb", "a\n\n- x\n\nb"),
        ("a {{> d }} b", "a y b"),
        ("[qui]({{ luogo.sito }})", "[qui](https://a.it/%28x%29%20%3Cb%3E)"),
    ],
)
def test_what_is_gone_leaves_no_gap(text, written):
    values = {**VALUES, "luogo.sito": "https://a.it/(x) <b>"}

    assert filled(text, values, {"c": "- x", "d": "y"}) == written


def test_clauses_that_lead_back_or_are_unknown_stay_tags():
    assert filled("{{> a }} {{> z }}", clauses={"a": "x {{> a }}"}) == "x {{> a }} {{> z }}"


@given(st.text(max_size=200).filter(lambda text: "{{" not in text))
def test_a_text_without_tags_stays_as_it_is(text):
    assert filled(text) == re.sub(r"\r\n?", "\n", text).replace("\x00", "")


@settings(max_examples=400)
@given(NASTY)
def test_nothing_that_is_typed_raises(text):
    parsed = parse(text)
    problems(parsed, FIELDS, {"x": text})
    written = fill(parsed, VALUES, {"x": text})
    blocks(written, {**VALUES, "protocollo.numero": "7/2026"})
    missing(parsed, VALUES, FIELDS, {"x": text})
    words(text, VALUES)


@settings(max_examples=200)
@given(NASTY, NASTY)
def test_filling_then_parsing_finds_only_tags_that_are_still_to_come(name, reason):
    text = "{{ nome }} {{#se nome}}{{ premessa }}{{/se}}\n\n{{ motivi }}\n\n{{ protocollo.numero }}"
    values = {"nome": name, "premessa": Rich(escape(name)), "motivi": Items((name, reason))}

    assert names(parse(fill(parse(text), values, {})), {}) == {"protocollo.numero"}


CONTEXTS = [
    "Gentile {{ nome }}, buongiorno",
    "{{ nome }} in principio",
    "{{ nome }}. E poi",
    "{{ nome }}) E poi",
    "1{{ nome }} E poi",
    "2026{{ nome }}",
    "#{{ nome }} E poi",
    "alla fine {{ nome }}",
    "molto **{{ nome }}** in nero",
    "molto**{{ nome }}**attaccato",
    "*{{ nome }}* in corsivo",
    "## Titolo {{ nome }}",
    "## {{ nome }}",
    "- {{ nome }}\n- due",
    "1. {{ nome }}\n2. {{ nome }}",
    "> {{ nome }}",
    "[{{ nome }}](https://example.org) qui",
    "({{ nome }}) [{{ nome }}] {{ nome }}{{ nome }}",
    "prima\n{{ nome }}\ndopo",
    "{{ nome }}\n===\n",
]


@settings(max_examples=500)
@given(st.one_of(NASTY, st.text(max_size=20)), st.sampled_from(CONTEXTS))
def test_foreign_words_are_printed_letter_by_letter_wherever_they_stand(value, context):
    shown = seen(value)
    if not shown:
        return
    drawn = blocks(fill(parse(context), {"nome": value}, {}), {})

    assert [said(block) for block in drawn] == [
        said(block, shown) for block in blocks(fill(parse(context), {"nome": "QXQ"}, {}), {})
    ]


def seen(value: str) -> str:
    """The value on one line, without what nobody sees."""
    unseen = r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff]"
    return re.sub(r"[^\S\xa0\u202f]+", " ", re.sub(unseen, "", value)).strip()


def said(block, value: str = "QXQ"):
    """A block's kind and words, with a value in the place of the sample's."""
    printed = pdf.escape(value)
    match block:
        case pdf.Heading():
            return "heading", block.level, block.text.replace("QXQ", value)
        case pdf.Bullets():
            return "bullets", block.ordered, [one.replace("QXQ", printed) for one in block.items]
        case pdf.Paragraph() | pdf.Callout():
            return type(block).__name__, block.text.replace("QXQ", printed)
    return block


@given(NASTY)
def test_foreign_items_are_one_item_each(value):
    if not seen(value):
        return
    drawn = blocks(filled("a\n{{ motivi }}\nb", {"motivi": Items((value, "due"))}), {})

    assert drawn == [
        pdf.Paragraph("a"),
        pdf.Bullets((pdf.escape(seen(value)), "due")),
        pdf.Paragraph("b"),
    ]


@given(NASTY)
def test_a_foreign_address_is_no_other_link(value):
    values = {"nome": value}
    drawn = blocks(filled("a [b]({{ nome }}) c", values), values)

    assert len(drawn) == 1
    assert re.fullmatch(
        r'a (<a href="(https?://|mailto:)[^"<>\s]+">b</a>|b|\[b\]\(\)) c',
        drawn[0].text,
        re.IGNORECASE,
    )


def test_a_party_with_a_hostile_name_is_printed_literally():
    name = "**x** {{ firma }} [a](javascript:1) <script>alert('ciao')</script>"

    assert blocks(filled("Gentile {{ nome }}", {"nome": name}), {"firma": SIGNED}) == [
        pdf.Paragraph(f"Gentile {pdf.escape(name)}")
    ]


def test_marks_of_rich_values_are_kept_but_open_nothing_else():
    value = Rich("**1.500,00 €** {{ firma }} \\")

    assert blocks(filled("- {{ premessa }}**no**", {"premessa": value}), {"firma": SIGNED}) == [
        pdf.Bullets(("<b>1.500,00 €</b> {{ firma }} \\<b>no</b>",))
    ]


def test_a_letter_becomes_blocks():
    text = """\
## Titolo **uno** & due

### Sotto

Riga
*seconda* <b> [sito](https://a.it/?b=1&c="d") [male](javascript:1)

> Attenzione
> *subito*

- uno
- due

1. tre

{{ dati }}

{{ ignoto }}

Ancora {{ ignoto }}
"""
    assert blocks(text, VALUES) == [
        pdf.Heading("Titolo uno & due"),
        pdf.Heading("Sotto", level=3),
        pdf.Paragraph(
            'Riga <i>seconda</i> &lt;b&gt; <a href="https://a.it/?b=1&amp;c=%22d%22">sito</a> male'
        ),
        pdf.Callout("Attenzione <i>subito</i>"),
        pdf.Bullets(("uno", "due")),
        pdf.Bullets(("tre",), ordered=True),
        *VALUES["dati"],
        pdf.Paragraph("{{ ignoto }}"),
        pdf.Paragraph("Ancora {{ ignoto }}"),
    ]


def test_late_values_and_questions_come_with_the_number():
    text = "Prot. {{ protocollo.numero }}{{#se ritardo}}, in ritardo{{/se}}.\n\n{{ ritardo }}\n"
    late = {"protocollo.numero": "7/2026", "ritardo": ()}

    assert blocks(filled(text, {}), late) == [pdf.Paragraph("Prot. 7/2026.")]
    late["ritardo"] = (pdf.Paragraph("Ci scusiamo."),)
    assert blocks(filled(text, {}), late) == [
        pdf.Paragraph("Prot. 7/2026, in ritardo."),
        pdf.Paragraph("Ci scusiamo."),
    ]


def test_a_subject_has_no_marks():
    assert words(
        "Esito *per* {{ nome }} & {{#se accolta}}così{{/se}}", {**VALUES, "nome": "**A**"}
    ) == ("Esito per **A** & così")


def test_required_fields_without_a_value_are_named_where_they_would_be_printed():
    text = "{{ nome }}{{#se accolta}}{{ motivi }}{{/se}} {{> c }} {{ protocollo.numero }} {{ luogo.comune }}"
    values = {"nome": "", "accolta": False, "firma": ()}

    def names_missing(**more):
        found = missing(parse(text), {**values, **more}, FIELDS, {"c": "{{ firma }}"})
        return [field.name for field in found]

    assert names_missing() == ["nome", "firma"]
    assert names_missing(accolta=True, nome="a") == ["motivi", "firma"]
    assert names_missing(nome="a", firma=SIGNED, **{"protocollo.numero": ""}) == [
        "protocollo.numero"
    ]


def test_values_are_of_the_type_of_their_field():
    assert as_value(["a"], FIELDS["motivi"]) == Items(("a",), ordered=True)
    assert as_value(None, FIELDS["accolta"]) is False
    assert as_value("a*", FIELDS["premessa"]) == "a\\*"
    assert as_value(SIGNED[0], FIELDS["firma"]) == SIGNED
    for name, value in [("nome", 3), ("motivi", "a"), ("firma", "a"), ("accolta", "sì")]:
        with pytest.raises(TypeError, match=name):
            as_value(value, FIELDS[name])


def test_values_are_kept_as_json_and_come_back():
    values = {**VALUES, "premessa": Rich("**a**"), "motivi": Items((Rich("*b*"), "c"))}
    back = unpack(pack(values))

    assert back == values
    assert type(back["premessa"]) is Rich
    assert type(back["motivi"].texts[0]) is Rich


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_has_something_to_show(name):
    shown = example(FIELDS[name])

    assert as_value(shown, FIELDS[name]) == shown
    assert bool(shown) is (FIELDS[name].type is not FieldType.FLAG)

import pytest

from letters.templating import Problem, parse, problems, subject_problems
from tests.letters.templating.sample import FIELDS

LATE = "“{}” cannot stand in the subject: only words known before the letter is numbered can."


def said(text: str, clauses=None, own_code="") -> list[tuple[int, int, str]]:
    found = problems(parse(text), FIELDS, clauses or {}, own_code=own_code)
    return [(one.line, one.column, one.words()) for one in found]


GOOD = """\
Gentile **{{ nome }}**, con *riserva* si veda il [sito](https://example.org/a?b=1), o \\{\\{ così \\}\\}.

> Il termine {{#se non accolta}}non {{/se}}decorre.

## Motivi

{{ motivi }}

### Dati

{{#se accolta}}
{{ dati }}
- una voce
- un'altra, [scrivici](mailto:a@example.org)
{{altrimenti}}
1. {{ premessa }}
2. 5 * 3 < 20 e a_b_c
{{/se}}

{{> saluti }}

{{ firma }}
"""


def test_a_sound_text_has_no_problems():
    assert said(GOOD, {"saluti": "Distinti saluti {{> firme }}", "firme": "{{ nome }}"}) == []


def test_an_empty_text_has_no_problems():
    assert said("") == []


@pytest.mark.parametrize(
    ("text", "line", "column", "sentence"),
    [
        ("Uno\ndue {{ boh }}", 2, 5, "There is no field “boh” for this kind of case."),
        (
            "{{ luogo.comuni }}",
            1,
            1,
            "There is no field “luogo.comuni” for this kind of case. Did you mean “luogo.comune”?",
        ),
        ("a {{ }} b", 1, 3, "There is nothing between the braces: choose a field."),
        ("a {{}} b", 1, 3, "There is nothing between the braces: choose a field."),
        (
            "a {{ Nome! }}",
            1,
            3,
            "“{{ Nome! }}” is neither a field nor a condition nor a clause.",
        ),
        ("a {{ nome", 1, 3, "The braces opened here are not closed on the same line."),
        ("a nome }}", 1, 8, "Braces are closed here that were not opened."),
        (
            "\n{{#se accolta}} a",
            2,
            1,
            "The condition on “accolta” is not closed: “{{/se}}” is missing.",
        ),
        ("a {{/se}}", 1, 3, "A condition is closed here, but none is open."),
        ("a {{altrimenti}} b", 1, 3, "“altrimenti” stands outside a condition."),
        (
            "{{#se accolta}}a{{altrimenti}}b{{altrimenti}}c{{/se}}",
            1,
            32,
            "This condition has “altrimenti” twice.",
        ),
        ("{{#se boh}}a{{/se}}", 1, 1, "There is no field “boh” for this kind of case."),
        ("{{> saluti }}", 1, 1, "There is no clause “saluti”."),
        (
            "a {{ accolta }}",
            1,
            3,
            "“accolta” is a yes or a no: it is for conditions, not for printing.",
        ),
        ("a {{ firma }}", 1, 3, "“firma” is more than words: it wants a line of its own."),
        ("- {{ firma }}", 1, 3, "“firma” is more than words: it wants a line of its own."),
        ("ecco {{ motivi }}", 1, 6, "“motivi” is a list: it wants a line of its own."),
        ("x\n\n  <script>a", 3, 3, "HTML cannot be used: “<script>”."),
        (
            "a <img src=x onerror=alert(1)>",
            1,
            3,
            "HTML cannot be used: “<img src=x onerror=alert(1)>”.",
        ),
        ("- uno\n- <b>due", 2, 3, "HTML cannot be used: “<b>”."),
        (
            "a [b](javascript:alert(1))",
            1,
            3,
            "A link begins with https://, http:// or mailto:, and “javascript:alert(1)” does not.",
        ),
        (
            "a [b](pagina.html)",
            1,
            3,
            "A link begins with https://, http:// or mailto:, and “pagina.html” does not.",
        ),
        ("a ![b](https://a.it)", 1, 4, "Images cannot be used."),
        (
            "a **b",
            1,
            3,
            "This asterisk opens or closes nothing. To print it, put a backslash before it.",
        ),
        ("# Titolo", 1, 1, "Headings are “##” and “###”: the subject is the letter's first."),
        ("#### Titolo", 1, 1, "Headings are “##” and “###”: the subject is the letter's first."),
        ("a\n\n### Titolo", 3, 1, "A heading “###” comes after a heading “##”."),
        (
            "- a\n  - b",
            2,
            3,
            "A list item or a callout holds words only: no list, callout or heading.",
        ),
        (
            "> ## a",
            1,
            1,
            "A list item or a callout holds words only: no list, callout or heading.",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text, line, column, sentence):
    assert said(text) == [(line, column, sentence)]


def test_marks_close_in_the_way_of_the_condition_that_opened_them():
    text = "{{#se accolta}}**sì{{altrimenti}}no**{{/se}} {{#se nome}}*a{{altrimenti}}*b{{/se}} c*"

    assert [place for *place, _sentence in said(text)] == [[1, 16], [1, 36]]


def test_every_problem_of_a_text_is_found_at_once():
    text = "{{ boh }}\n\n{{#se accolta}}\n# Uno\n\n<b>\n"

    assert [place[:2] for place in said(text)] == [(1, 1), (3, 1), (4, 1), (6, 1)]


def test_places_count_what_conditions_leave_out():
    text = "{{#se accolta}}ab{{/se}} {{#se nome}}c **d{{/se}}"

    assert said(text) == [
        (1, 40, "This asterisk opens or closes nothing. To print it, put a backslash before it.")
    ]


def test_a_clause_may_not_lead_back_to_itself():
    clauses = {"uno": "{{> due }}", "due": "x {{> uno }}"}

    assert said("a\n\n{{> uno }}", clauses) == [(3, 1, "The clause “uno” leads back to itself.")]
    assert said("{{> due }}", {"due": "x {{> uno }}"}, own_code="uno") == [
        (1, 1, "The clause “due” leads back to itself.")
    ]
    assert said("{{> uno }}", {}, own_code="uno") == [
        (1, 1, "The clause “uno” leads back to itself.")
    ]


def test_a_clause_used_twice_is_no_loop():
    clauses = {"uno": "{{> tre }}", "due": "{{> tre }}", "tre": "x"}

    assert said("{{> uno }}\n\n{{> due }}", clauses) == []


def test_a_clause_must_fit_the_kind_of_case_and_the_sentence():
    clauses = {"lunga": "Uno {{ ignoto }}\n\nDue"}

    assert said("ecco {{> lunga }}", clauses) == [
        (
            1,
            6,
            "The clause “lunga” is more than one paragraph: it wants a line of its own.",
        ),
        (
            1,
            6,
            "The clause “lunga” uses the field “ignoto”, which this kind of case does not have.",
        ),
    ]


def test_a_field_may_be_the_address_of_a_link():
    assert said("[qui]({{ nome }}), [là]({{nome}})") == []


def test_conditions_cannot_be_nested_without_end():
    text = "{{#se accolta}}" * 5000 + "x" + "{{/se}}" * 5000

    assert "Too many conditions inside one another." in {
        sentence for *_place, sentence in said(text)
    }


def test_a_subject_is_one_line_of_words_known_from_the_start():
    text = "Esito {{#se accolta}}{{ nome }}{{/se}}"
    assert subject_problems(parse(text), FIELDS) == []
    assert [
        (one.column, one.words())
        for one in subject_problems(
            parse("{{ protocollo.numero }} {{> x }} {{ firma }}\nb"), FIELDS
        )
    ] == [
        (
            1,
            LATE.format("protocollo.numero"),
        ),
        (25, "The subject has no clauses."),
        (
            34,
            LATE.format("firma"),
        ),
        (45, "The subject is a single line."),
    ]


def test_sentences_can_be_translated():
    problem = Problem(1, 1, "There is no clause “{code}”.", (("code", "x"),))

    assert problem.words({"There is no clause “{code}”.": "Manca «{code}»."}.get) == "Manca «x»."

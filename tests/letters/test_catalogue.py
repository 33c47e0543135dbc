"""Every letter of the three lists has its text, and every text says what its row wants."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from letters import defaults, templating, vocabulary
from letters.models import Template
from letters.templating import Rich, names, parse

CATALOGUE = Path(settings.BASE_DIR) / "docs/letters-catalogue.md"
LAW = {f"17.1/{number}" for number in range(1, 19)}
MEASURES = {f"11.1/{number}" for number in range(1, 27)}
INTERNSHIPS = {
    *("5.4/L01", "5.4/L03", "5.4/L04", "5.4/L05", "5.4/L06"),
    *("5.4/C01", "5.4/C02", "5.4/C04", "5.4/C05", "5.4/C09", "5.4/C10", "5.4/C14"),
    *("5.4/T05", "5.4/T06", "5.4/T08", "5.4/T09", "5.4/T10", "5.4/T10b", "5.4/T12"),
    *("5.4/T15", "5.4/T16", "5.4/T18", "5.4/T19", "5.4/T20", "5.4/M03"),
    # Named among the moves of an internship alone.
    *("5.3/T11", "5.3/T13", "5.3/T14", "5.3/T17"),
    # Named beside the months of the register alone.
    *("5.3/M01", "5.3/M02"),
    # Named among the moves of a candidacy alone.
    *("5.2/C03", "5.2/C07", "5.2/C08", "5.2/C11"),
}
OF_RULES = {
    *("DOC-04", "DOC-05", "PROC-02", "PROC-15", "CALL-16", "R-DOC-01", "R-DOC-03", "R-DOC-09"),
    *("R-PUB-11", "R-PUB-12", "R-PUB-13", "R-ATT-10", "R-INS-05", "R-INS-06", "R-PUB-17"),
}
# Acts that decide nothing about those who read them: papers of the office, and what it certifies.
WITHOUT_REMEDY = {
    *("attendance_statement", "final_attestation", "inspection_minutes"),
    *(
        "committee_minutes",
        "control_minutes",
        "liquidation_act",
        "report_check_sheet",
        "transparency_list",
    ),
}
TYPED_NUMBER = re.compile(r"\d+ (?:giorn|mes|ann|day|month|year)|\d ?%|\d ?€|EUR \d")


def rows():
    """The rows of the catalogue, cell by cell."""
    lines = CATALOGUE.read_text(encoding="utf-8").splitlines()
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in lines
        if line.startswith("| `")
    ]


def texts(text, language):
    """A template's text and those of all clauses, in one language."""
    clauses = {
        code: one.text_en if language == "en" else one.text_it
        for code, one in defaults.clauses().items()
    }
    return text.text_en if language == "en" else text.text_it, clauses


EVERY = [
    (code, language)
    for code, one in defaults.templates().items()
    for language in ("it", "en")
    if language == "it" or one.text_en
]


def test_the_catalogue_tells_of_every_template_as_it_is():
    assert [row[:3] + row[5:8] for row in rows()] == [
        [
            f"`{code}`",
            one.name,
            one.vocabulary,
            one.release,
            "yes" if one.is_act else "",
            "yes" if one.text_en else "",
        ]
        for code, one in sorted(
            defaults.templates().items(), key=lambda item: _order(f"`{item[0]}`")
        )
    ]


def test_every_row_of_the_three_lists_has_a_template():
    answered = {entry for row in rows() for entry in row[3].split(", ")}

    assert answered == LAW | MEASURES | INTERNSHIPS | OF_RULES


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0].strip("`"))
def test_a_text_says_what_its_row_wants(row):
    text = defaults.templates()[row[0].strip("`")]
    fields = vocabulary.get(text.vocabulary).fields
    written, clauses = texts(text, "it")
    used = names(parse(written), clauses) | names(parse(text.subject_it), {})
    everything = templating.fill(
        parse(written), {name: Rich(name) for name in fields}, clauses
    ) + templating.fill(parse(written), dict.fromkeys(fields), clauses)
    wanted = [one.strip("`") for one in re.findall(r"`[^`]+`", row[8])]

    assert wanted != []
    assert [
        one for one in wanted if (one not in used if one in fields else one not in everything)
    ] == []


def test_PROC_03_every_act_tells_the_remedy_its_term_and_the_authority():
    remedy = {"ricorso.giudice", "ricorso.termine", "ricorso.alternativo_termine"}
    acts = {code: one for code, one in defaults.templates().items() if one.is_act}
    silent = {
        (code, language)
        for code, language in EVERY
        if code in acts
        and not remedy
        <= names(parse(texts(acts[code], language)[0]), texts(acts[code], language)[1])
    }

    assert {code for code, _language in silent} == WITHOUT_REMEDY


@pytest.mark.parametrize(("code", "language"), EVERY)
def test_a_text_has_nothing_wrong_in_it(code, language):
    text = defaults.templates()[code]
    fields = vocabulary.get(text.vocabulary).fields
    written, clauses = texts(text, language)
    subject = text.subject_en if language == "en" else text.subject_it

    found = templating.problems(parse(written), fields, clauses)
    found += templating.subject_problems(parse(subject), fields)
    assert [one.words() for one in found] == []
    assert subject != ""


@pytest.mark.parametrize("language", ["it", "en"])
def test_clauses_are_complete_in_both_languages_and_all_in_use(language):
    put_in = {
        code
        for text in (*defaults.templates().values(), *defaults.clauses().values())
        for code in templating.clause_codes(parse(texts(text, language)[0]))
    }

    # In Italian nothing needs to be said of the language.
    assert put_in == set(defaults.clauses()) - ({"lingua"} if language == "it" else set())
    assert [code for code, one in defaults.clauses().items() if not one.text_en.strip()] == []


@pytest.mark.parametrize(("code", "language"), EVERY)
def test_no_number_of_the_law_is_typed_into_a_text(code, language):
    written, _clauses = texts(defaults.templates()[code], language)

    assert TYPED_NUMBER.findall(written) == []


def test_texts_use_every_field_of_their_vocabulary_or_share_it():
    used: dict[str, set[str]] = {}
    for text in defaults.templates().values():
        written, clauses = texts(text, "it")
        said = names(parse(written), clauses) | names(parse(text.subject_it), {})
        used.setdefault(text.vocabulary, set()).update(said)

    assert {
        code: sorted(vocabulary.own_fields(code) - used[code])
        for code in used
        if vocabulary.own_fields(code) - used[code]
    } == {}


def test_releases_are_known():
    assert {one.release for one in defaults.templates().values()} <= set(Template.Release.values)


def _order(code):
    return [row[0] for row in rows()].index(code)

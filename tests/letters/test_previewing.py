from dataclasses import replace

import pytest

from grants.models import RentContribution
from letters import pdf, previewing, vocabulary
from letters.faults import Words
from letters.models import BodyStyle
from letters.services.templates import words_of
from letters.uses import uses
from letters.vocabulary import resolving
from tests.letters.shelves import clause, template

pytestmark = pytest.mark.django_db


@pytest.fixture
def grant(office):
    clause(office)
    return template(office)


@pytest.fixture
def resolved(monkeypatch):
    """The vocabulary of contributions, resolved for this test's cases."""
    monkeypatch.setattr(resolving, "_resolvers", {})
    vocabulary.register(
        "contribution",
        resolve=lambda case, context: {
            "richiedente.nome": case.applicant.name,
            "domanda.numero": case.number,
        },
        gives={"richiedente.nome", "domanda.numero"},
        kinds={RentContribution.KIND},
    )


def preview(office, text, words=None, **more):
    words = words or words_of(text.current)
    return previewing.preview(
        text, words, uses(), **{"language": "it", "by": office.procedure_owner} | more
    )


def test_examples_fill_a_draft_that_has_no_number(office, grant):
    shown = preview(office, grant).letter
    example = vocabulary.get("contribution").fields["richiedente.nome"].example

    assert shown.subject == f"Concessione a {example}"
    assert shown.reference_lines == ("BOZZA – senza protocollo",)
    assert shown.code is None
    assert shown.blocks[1:3] == (pdf.Heading("Saluti"), pdf.Paragraph("Distinti saluti."))
    assert isinstance(shown.blocks[3], pdf.Signature)
    assert pdf.render(shown).startswith(b"%PDF")
    english = preview(office, grant, language="en").letter
    assert (english.language, english.subject) == ("en", "Grant")


def test_a_real_case_fills_what_it_has_and_names_what_is_missing(office, grant, resolved):
    case = office.file()
    number = f" {case.number.lower()} "
    found = previewing.case_for_preview(grant, uses(), number, office.procedure_owner)
    assert found == case
    words = Words(
        "{{ richiedente.nome }} {{ domanda.numero }} {{ protocollo.numero }}\n\n{{ firma }}",
        subject_it="x",
    )
    shown = preview(office, grant, words, case=found)

    label = vocabulary.get("contribution").fields["protocollo.numero"].label
    assert shown.letter.blocks[0].text == f"{case.applicant.name} {case.number} [{label}]"
    assert shown.missing == (vocabulary.get("contribution").fields["firma"].label,)
    assert shown.letter.addressee_lines[0] == case.applicant.name


def test_only_cases_that_the_person_sees_and_of_the_kind_are_found(office, grant, resolved):
    draft, filed = office.draft(), office.file()
    owner, applicant = office.procedure_owner, office.applicant()

    def found(number, user, text=grant):
        return previewing.case_for_preview(text, uses(), number, user)

    assert found(filed.number, owner) == filed
    assert found(filed.number, applicant) is None
    assert found(draft.number or "-", owner) is None
    assert found("", owner) is None
    shared = uses().clauses["saluti"]
    assert found(filed.number, owner, shared) == filed


def test_what_is_wrong_is_printed_as_it_stands(office, grant):
    words = replace(words_of(grant.current), text_it="{{ boh }} {{#se x}} **a\n\n{{> manca }}")

    assert [one.text for one in preview(office, grant, words).letter.blocks] == [
        "{{ boh }} {{#se x}} **a",
        "{{&gt; manca }}",
    ]


def test_the_style_of_the_body_frames_the_letter(office, grant):
    style, _made = BodyStyle.objects.get_or_create(body=office.agency)
    style.head_unit, style.head_lines, style.foot_lines = "Ufficio bandi", "Sportello 3", "Piè"
    style.save()
    head = preview(office, grant).letter.letterhead

    assert (head.unit, head.contact_lines[-1], head.footer_lines[-1]) == (
        "Ufficio bandi",
        "Sportello 3",
        "Piè",
    )

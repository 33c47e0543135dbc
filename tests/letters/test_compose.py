"""The parts that letters share."""

import datetime as dt

import pytest

from calls.models import Parameter
from letters import compose, pdf
from letters.common_values import remedies
from letters.vocabulary import get
from letters.vocabulary.english import text_in_english
from tests.letters.reading import pages_of, sent
from tests.office import build
from workflows import kinds
from workflows.terms.italian import italian_date


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("art. 75 DPR 445/2000", "art.\xa075 DPR\xa0445/2000"),
        (
            "prot. n. 12, comma 3, D.Lgs. 39/1993",
            "prot.\xa0n.\xa012, comma\xa03, D.Lgs.\xa039/1993",
        ),
        (
            "protocol no. 12, art. 2, paragraph 7",
            "protocol\xa0no.\xa012, art.\xa02, paragraph\xa07",
        ),
        ("ricevuta. Tirocinio n. TIR-26-1 ora", "ricevuta. Tirocinio\xa0n.\xa0TIR-26-1 ora"),
        ("ricevuta. Domanda n. CW-1 e la domanda", "ricevuta. Domanda\xa0n.\xa0CW-1 e la domanda"),
        ("entro 10 giorni, il 2 maggio", "entro 10\xa0giorni, il 2\xa0maggio"),
        ("vicino a casa. Poi 3 marziani", "vicino a casa. Poi 3 marziani"),
        ("un contributo di 1.500,00 € lordi", "un contributo di 1.500,00\xa0€ lordi"),
    ],
)
def test_abbreviations_stay_with_their_number(text, tied):
    assert compose.bound(text) == tied


def test_each_kind_of_case_names_itself_in_its_letters():
    found = {one.code: dict(one.numbered) for one in kinds.kinds()}
    kinds_of_case = {code: (words["it"], words["en"]) for code, words in found.items()}

    assert kinds_of_case == {
        "candidacy": ("Candidatura n. {}", "Candidacy no. {}"),
        "host_offer": ("Offerta n. {}", "Offer no. {}"),
        "internship": ("Tirocinio n. {}", "Internship no. {}"),
        "rent_contribution": ("Domanda n. {}", "Application no. {}"),
        "space_application": ("Qualificazione n. {}", "Qualification no. {}"),
    }


@pytest.mark.django_db
def test_PROC_04_remedies_are_those_in_force_on_the_day(law):
    Parameter.objects.create(
        code="remedies",
        value={"court": "TAR <B>", "court_days": 45, "appeal": "ricorso", "appeal_days": 90},
        valid_from=dt.date(2010, 1, 1),
        valid_to=dt.date(2010, 9, 15),
        source="prova",
        confidence="S",
    )

    assert remedies(dt.date(2010, 3, 1)) == {
        "ricorso.giudice": "TAR <B>",
        "ricorso.termine": "45 giorni",
        "ricorso.alternativo": "ricorso",
        "ricorso.alternativo_termine": "90 giorni",
        "ricorso.giudice_ordinario": "Tribunale ordinario di Mantova",
    }


@pytest.mark.django_db
def test_letterhead_names_the_sender_and_the_owner_of_the_measure(law):
    office = build()

    assert compose.letterhead(office.agency, office.chamber) == pdf.Letterhead(
        "Agenzia di prova",
        unit="Ufficio contributi",
        address_lines=("Via di Prova 1", "46100 Mantova (MN)"),
        contact_lines=("Tel. 0376 000000", "agenzia@example.org", "PEC agenzia@pec.example.org"),
        footer_lines=(
            "Agenzia di prova – C.F. 01234560207",
            "Misura promossa da Camera di commercio di prova",
        ),
    )
    office.chamber.name = "Camera di commercio, industria, artigianato e agricoltura di Prova"
    assert compose.letterhead(office.agency, office.chamber).footer_lines[1:] == (
        "Misura promossa da Camera di commercio, industria, artigianato e",
        "agricoltura di Prova",
    )
    assert compose.letterhead(office.agency, office.agency).footer_lines == (
        "Agenzia di prova – C.F. 01234560207",
    )


@pytest.mark.django_db
def test_letter_bears_protocol_day_and_code(office):
    letter = sent(office.file(), "receipt")

    first = pages_of(letter)[0]
    phrases = (
        f"Prot. n. {letter.protocol.mark}",
        f"Mantova, {italian_date(compose.day_of(letter.protocol))}",
        f"Codice di verifica: {letter.code}",
        "Agenzia di prova – C.F. 01234560207",
        "E-mail: persona1@example.org",
    )
    assert [phrase for phrase in phrases if phrase not in first] == []


@pytest.mark.django_db
def test_letter_in_english_names_protocol_day_and_sender_in_english(office):
    user = office.applicant()
    user.language = "en"
    user.save()
    case = office.file(user)
    letter = sent(case, "receipt")
    day = compose.day_of(letter.protocol)

    content = pdf.letter_from_dict(letter.content)
    assert content.reference_lines == (
        f"Protocol no. {letter.protocol} of {day:%d/%m/%Y}",
        f"Application no. {case.number}",
    )
    assert content.place_and_date == f"Mantova, {day:%-d %B %Y}"
    assert content.letterhead.footer_lines == (
        "Agenzia di prova – tax code 01234560207",
        "Measure promoted by Camera di commercio di prova",
    )
    assert "Incoming protocol no. " in " ".join(pages_of(letter)[0].split())


@pytest.mark.parametrize(
    ("italian", "english"),
    [
        ("0000007/2026 del 05/08/2026", "0000007/2026 of 05/08/2026"),
        ("dall'8 aprile 2026 all'11 maggio 2026", "from 8 April 2026 to 11 May 2026"),
        ("lunedì 1° giugno 2026, ore 9:30", "lunedì 1° giugno 2026, ore 9:30"),
        ("12 mesi", "12 months"),
        ("un giorno del 2026", "un giorno del 2026"),
    ],
)
def test_dates_lengths_and_marks_are_said_in_english(italian, english):
    assert text_in_english(italian, {}) == english


def test_period_of_an_application_is_said_in_english():
    words = get("contribution").english
    said = "Contributo per l'utilizzo di Officina Prova, Via Roma 1, dall'8 aprile 2026 al 30 settembre 2026"

    assert text_in_english(said, words) == (
        "Contribution for the use of Officina Prova, Via Roma 1, from 8 April 2026 to 30 September 2026"
    )

"""What the papers of an internship say: hours as people say them, parties and places, each case by its name."""

import pytest

from internships.letters.placements import deeds
from internships.letters.placements.spans import at_least, span, weekly
from internships.models import Internship
from letters import pdf
from letters.models import Letter
from parties.models import Representation
from tests.internships import offering, placing


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (432, "7 ore e 12 minuti"),
        (60, "1 ora"),
        (61, "1 ora e 1 minuto"),
        (45, "45 minuti"),
        (0, "nessuna ora"),
    ],
)
def test_a_span_is_said_in_hours_and_minutes(minutes, said):
    assert span(minutes) == said


@pytest.mark.parametrize(
    ("week", "said"),
    [
        ([432] * 5 + [0, 0], "36 ore settimanali: da lunedì a venerdì 7 ore e 12 minuti"),
        (
            [240, 240, 0, 300, 0, 60, 0],
            "14 ore settimanali: lunedì e martedì 4 ore, giovedì 5 ore, sabato 1 ora",
        ),
    ],
)
def test_days_with_the_same_hours_stand_together(week, said):
    assert weekly(week) == said


@pytest.mark.parametrize(("percent", "said"), [(80, "l'80%"), (70, "il 70%"), (11, "l'11%")])
def test_a_share_has_its_article(percent, said):
    assert at_least(percent) == said


@pytest.fixture
def case(office) -> Internship:
    """An internship whose agreement has been drawn."""
    offer = offering.published(office, offering.open_call(office))
    return placing.convention_sent(office, placing.opened(office, offer))


@pytest.mark.django_db
def test_R_DOC_01_an_agreement_names_every_party_and_no_premium_that_is_none(case):
    said = deeds.convention(case)

    assert "premialità" not in said["convenzione.limiti"]()
    assert "i tirocini presenti insieme sono al massimo" in said["convenzione.limiti"]()
    # Where no person is known who signs for a body, the body stands there.
    assert all(one.name for one in said["convenzione.firme"]())
    Representation.objects.filter(organisation=case.promoter.party).delete()
    assert said["convenzione.firme"]()[1].name == case.promoter.party.name


@pytest.mark.django_db
def test_a_letter_names_its_case_as_its_kind_is_called(case):
    about = {
        kind: pdf.letter_from_dict(
            Letter.objects.filter(kind=kind, content__isnull=False).latest("pk").content
        )
        for kind in ("offer_receipt", "internship_convention")
    }

    assert [one.reference_lines[1] for one in about.values()] == [
        f"Offerta n. {case.offer.number}",
        f"Tirocinio n. {case.number}",
    ]
    assert f"Offerta\xa0n.\xa0{case.offer.number}" in about["offer_receipt"].subject

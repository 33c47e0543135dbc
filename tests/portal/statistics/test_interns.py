"""Candidates and interns in the public figures: by gender, age, outcome, and six months later."""

from datetime import timedelta

import pytest

from internships.models import Internship, InternshipStatus, WorkOutcome
from parties import moment
from parties.models import Person
from portal.statistics import interns
from tests.internships import applying, offering, running

pytestmark = pytest.mark.django_db


def told(table) -> dict[str, object]:
    return {line.label: line.figures[0] for line in table.lines}


def test_candidacies_are_counted_by_outcome_gender_and_age(office, settings):
    settings.STATISTICS_LEAST = 1
    call = offering.open_call(office)
    place = offering.published(office, call)
    cases = [applying.file(office, call, place) for _one in range(3)]
    applying.draft(office, call)
    today = moment.today()
    for case, sex, years in zip(cases, ("F", "F", "M"), (24, 25, 40), strict=True):
        born = today.replace(year=today.year - years, day=1) - timedelta(days=1)
        Person.objects.filter(pk=case.representative_id).update(sex=sex, birth_date=born)

    assert told(interns.candidacies_by_outcome()) == {"In esame": 3}
    assert told(interns.candidacies_by_sex()) == {"Donne": 2, "Uomini": 1}
    ages = {"fino a 24 anni": 1, "25–29 anni": 1, "35–44 anni": 1}
    assert told(interns.candidacies_by_age()) == ages


def test_PRV_few_candidates_are_kept_back_with_their_total(office, settings):
    settings.STATISTICS_LEAST = 3
    call = offering.open_call(office)
    applying.file(office, call, offering.published(office, call))

    table = interns.candidacies_by_outcome()

    assert told(table) == {"In esame": None}
    assert table.total.figures == (None,)


def test_internships_are_counted_by_how_they_went_and_afterwards(office, settings):
    settings.STATISTICS_LEAST = 1
    case = running.begun(office, 45)
    assert told(interns.internships_by_outcome()) == {"In corso": 1}
    Internship.objects.filter(pk=case.pk).update(
        status=InternshipStatus.INTERRUPTED, ended_on=case.end - timedelta(days=9)
    )
    WorkOutcome.objects.create(
        internship=case,
        when="later",
        works=True,
        contract="permanent",
        same_host=False,
        answered_on=moment.today(),
    )

    assert told(interns.internships_by_outcome()) == {"Interrotto": 1}
    assert told(interns.internships_afterwards()) == {"Al lavoro altrove": 1}
    assert sum(told(interns.internships_by_sex()).values()) == 1
    assert sum(told(interns.internships_by_age()).values()) == 1

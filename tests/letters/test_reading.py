"""A letter read as a page, by those who may read its case."""

import pytest
from django.urls import reverse

from tests.access_world import knock

pytestmark = pytest.mark.django_db


def test_applicant_reads_the_words_of_the_letter(office):
    case = office.granted()
    letter = case.letters.latest("id")
    response = knock(case.opened_by).get(f"/lettere/{letter.pk}/testo/")
    html = response.content.decode()

    assert response.headers["Cache-Control"].count("no-store") == 1
    assert f"<h2>Oggetto: {letter.content['subject']}</h2>" in html
    assert f"documenti/{letter.document_id}/?scarica=1" in html


def test_page_of_a_case_gets_the_words_alone(office):
    case = office.granted()
    letter = case.letters.latest("id")
    response = knock(office.officer).get(
        f"/lettere/{letter.pk}/testo/", headers={"HX-Request": "true"}
    )
    html = response.content.decode()

    assert html.lstrip().startswith('<article class="let-twin" lang="it">')
    assert f"<h3>Oggetto: {letter.content['subject']}</h3>" in html


@pytest.mark.parametrize("name", ["workflows:case", "workflows:office_case"])
def test_pages_of_a_case_offer_each_letter(office, name):
    case = office.granted()
    person = case.opened_by if name == "workflows:case" else office.officer
    html = knock(person).get(reverse(name, args=[case.pk])).content.decode()
    offered = [f'hx-get="/lettere/{letter.pk}/testo/"' in html for letter in case.letters.all()]

    assert offered == [True] * case.letters.count()

"""A letter read where it lies: on the page of its case, by applicant and office."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db(transaction=True)


def test_letter_opens_on_the_page_of_its_case(walker, staffed):
    case = staffed.granted()
    for person, page in (
        (case.opened_by, "workflows:case"),
        (staffed.officer, "workflows:office_case"),
    ):
        reader = walker().sign_in(person).open(reverse(page, args=[case.pk]))
        reader.page.locator(".let-read summary").last.click()
        reader.page.locator(".let-twin").wait_for()
        reader.sees("Oggetto: Concessione del contributo.").look()
        reader.open(reverse("letters:letter_text", args=[case.letters.latest("id").pk]))

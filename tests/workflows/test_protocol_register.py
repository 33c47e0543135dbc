"""The register as a page: newest first, found by number and by words."""

import pytest
from django.urls import reverse
from django.utils import timezone

from workflows.queries import protocol

pytestmark = pytest.mark.django_db


def found(**filters):
    return [str(entry) for entry in protocol(**filters).order_by("number")]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("1", [1]), ("0000003", [3]), ("3/1999", []), ("doman contr", [1, 3]), ("assente", [])],
)
def test_entries_are_found_when_searched(office, words, numbers):
    office.file()
    office.file()
    year = timezone.localdate().year

    assert found(q=words, direction="in") == [f"{number:07d}/{year}" for number in numbers]


def test_search_bears_any_typing_when_it_holds_operators(office):
    office.file()

    assert found(q="zz' & | ! <-> :* ( \\ \x00") == []


@pytest.mark.parametrize("rows", [1, 3])
def test_register_has_constant_queries_when_rows_grow(
    office, as_user, rows, django_assert_num_queries
):
    made = [office.file().protocol_in for _ in range(rows)]
    client = as_user(office.staff["auditor"])
    client.get(reverse("workflows:protocol"))

    with django_assert_num_queries(5):
        response = client.get(reverse("workflows:protocol"), {"direction": "in"})

    assert response.context["page"].rows == made[::-1]
    digest = made[0].digests[0]["sha256"]
    assert digest in response.content.decode()

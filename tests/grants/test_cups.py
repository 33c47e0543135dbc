"""The CUP of many grants goes out and comes back by file, each refusal with its row and rule (CUP-01, CUP-04)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from grants.models import RentContribution
from grants.services import evidence as services
from tests.grants.acts.act_pages import fresh
from tests.grants.test_evidence import CUP, proposed

pytestmark = pytest.mark.django_db
OTHER = "B12C34000560002"


def table(client, office) -> list[str]:
    """Return the lines of the table that goes out."""
    page = client.get(reverse("grants:download_cup_table", args=[office.call.code]))
    return page.content.decode("utf-8-sig").splitlines()


def read(client, office, *rows: str):
    """Send a table with these rows back."""
    data = "\r\n".join(["domanda;cup", *rows]).encode()
    page = reverse("grants:cup_table", args=[office.call.code])
    return client.post(page, {"file": SimpleUploadedFile("cup.csv", data)})


def refusals(page) -> list[tuple[int, str]]:
    return [(row.line, row.refusal) for row in page.context["taken"]]


def test_CUP_01_the_table_goes_out_and_comes_back_with_its_codes(office, as_user):
    first, second = proposed(office), proposed(office, "Beta srl")
    client = as_user(office.officer)
    head, *rows = table(client, office)
    assert [row.split(";")[1] for row in rows] == [first.number, second.number]
    assert rows[0].startswith(f"{office.call.code};{first.number};Alfa srl;")
    assert rows[0].endswith(";1200,00;600,00;")

    data = f"{head}\r\n{rows[0]}{CUP}\r\n{rows[1]}".encode("utf-8-sig")
    page = client.post(
        reverse("grants:cup_table", args=[office.call.code]),
        {"file": SimpleUploadedFile("cup.csv", data)},
    )

    assert refusals(page) == [(2, "")]
    assert (fresh(first).cup, fresh(second).cup) == (CUP, "")
    assert fresh(first).history.get(name="assign_cup").reason == f"CUP {CUP}"
    assert len(table(client, office)) == 2


def test_CUP_04_each_refusal_names_its_row_and_its_rule(office, as_user):
    cases = [proposed(office, f"Alfa {number} srl") for number in range(5)]
    for case in cases:
        RentContribution.objects.filter(pk=case.pk).update(cup="")
    services.assign_cup(cases[0], by=office.officer, cup=CUP)
    numbers = [case.number for case in cases]

    page = read(
        as_user(office.officer),
        office,
        f"{numbers[0]};{OTHER}",
        f"{numbers[1]};{CUP}",
        f"{numbers[2]};=1+1",
        "COW-X-1;B12C34000560009",
        f"{numbers[3]};B12C34000560003",
        f"{numbers[3]};B12C34000560004",
        f"{numbers[4]};",
    )

    told = refusals(page)
    assert [line for line, _refusal in told] == [2, 3, 4, 5, 6, 7]
    for (_line, refusal), words in zip(
        told,
        ("ha già il CUP", numbers[0], "non è un CUP", "numero", "in più righe", "in più righe"),
        strict=True,
    ):
        assert (words in refusal, "CUP-04" in refusal) == (True, True)
    shown = page.content.decode()
    assert all(f"Riga {line}" in shown for line in range(2, 8))
    assert [fresh(case).cup for case in cases] == [CUP, "", "", "", ""]


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a;b\r\n1;2\r\n", b"", b"domanda;cup\r\n"])
def test_a_table_of_CUPs_that_cannot_be_read_changes_nothing(office, as_user, data):
    case = proposed(office)

    page = as_user(office.officer).post(
        reverse("grants:cup_table", args=[office.call.code]),
        {"file": SimpleUploadedFile("cup.csv", data)},
    )

    assert (page.status_code, fresh(case).cup) == (422, "")


def test_the_table_asks_as_much_for_one_row_as_for_three(office, as_user):
    client = as_user(office.officer)
    addresses = [
        reverse(f"grants:{name}", args=[office.call.code])
        for name in ("cup_table", "download_cup_table")
    ]
    asked = []
    for number in range(3):
        proposed(office, f"Alfa {number} srl")
        asked.append([_queries(client, address) for address in addresses])

    assert asked[0] == asked[2]


def _queries(client, address) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)

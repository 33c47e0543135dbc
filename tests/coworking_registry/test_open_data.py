"""The register as open data: complete, stable, licensed, and narrowed as the directory is."""

import csv
import io
import json
from datetime import time
from decimal import Decimal

import pytest
from django.urls import reverse

from coworking_registry import open_data
from coworking_registry.models import OpeningHours, Service
from tests.office import make_space

pytestmark = pytest.mark.django_db


def address(ending):
    return reverse("coworking_registry:open_spaces", args=[ending])


def text(response):
    return b"".join(response.streaming_content).decode()


def a_space():
    space = make_space("Mulino Prova", latitude=Decimal("45.15720"), longitude=Decimal("10.79660"))
    space.services.add(Service.objects.create(code="parking", name_it="Parcheggio", name_en="Park"))
    OpeningHours.objects.create(space=space, weekday=0, opens=time(9), closes=time(13))
    return space


def test_every_format_tells_the_same_of_a_space(client):
    space = a_space()

    as_json = json.loads(text(client.get(address("json"))))
    as_map = json.loads(text(client.get(address("geojson"))))
    (row,) = csv.DictReader(io.StringIO(text(client.get(address("csv")))))

    (told,) = as_json["spazi"]
    assert told["id"] == space.pk
    assert told["indirizzo_web"].endswith("/spazi/mulino-prova/")
    assert (told["stato"], told["stato_dal"]) == ("qualified", "2025-01-01")
    assert (told["servizi"], told["orari"]) == (["parking"], ["1 09:00-13:00"])
    assert told["postazione_mese_euro"] == 200.0
    assert as_map["features"] == [
        {
            "type": "Feature",
            "id": space.pk,
            "geometry": {"type": "Point", "coordinates": [10.7966, 45.1572]},
            "properties": told,
        }
    ]
    assert row["servizi"] == "parking"
    assert [row["latitudine"], row["postazione_mese_euro"]] == ["45.15720", "200.00"]
    assert list(row) == list(told) == list(open_data.NAMES)


def test_licence_and_day_stand_with_the_data(client):
    response = client.get(address("geojson"))

    told = json.loads(text(response))
    assert (told["type"], told["licenza"], told["features"]) == (
        "FeatureCollection",
        "CC-BY-4.0",
        [],
    )
    assert response["Link"] == f'<{open_data.LICENCE_URL}>; rel="license"'
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "public, max-age=300"


def test_a_space_without_a_point_has_no_geometry(client):
    make_space("Mulino Prova")

    (feature,) = json.loads(text(client.get(address("geojson"))))["features"]

    assert feature["geometry"] is None


def test_filters_of_the_directory_narrow_the_data(client):
    make_space("Mulino Prova")
    make_space("Corte Prova", "Suzzara", kind="fablab")

    told = json.loads(text(client.get(address("json"), {"kind": "fablab"})))

    assert [row["nome"] for row in told["spazi"]] == ["Corte Prova"]


def test_a_name_that_a_spreadsheet_would_run_is_text_in_the_table(client):
    make_space("=1+1", slug="uno")

    (row,) = csv.DictReader(io.StringIO(text(client.get(address("csv")))))

    assert row["nome"] == "'=1+1"


def test_an_unknown_format_is_not_found(client):
    assert client.get(address("xml")).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_data_take_the_same_queries_for_one_and_three_rows(client, rows, django_assert_num_queries):
    for number in range(rows):
        make_space(f"Prova {number}")

    with django_assert_num_queries(7):
        assert len(json.loads(text(client.get(address("json"))))["spazi"]) == rows


def test_catalogue_names_every_column(client):
    page = client.get(reverse("coworking_registry:open_data")).content.decode()

    assert all(name in page for name in open_data.NAMES)

from datetime import date

import pytest

from parties.codes import Municipality, municipalities
from parties.codes.places import codes_named


def test_IDC_10_municipalities_of_mantova_are_the_64_of_today():
    found = municipalities("mn")

    assert len(found) == len({place.belfiore for place in found}) == 64
    assert [place for place in found if place.name.startswith(("Borgo", "Castel"))] == [
        Municipality("Borgo Mantovano", "M396", "MN"),
        Municipality("Borgo Virgilio", "M340", "MN"),
        Municipality("Borgocarbonara", "M406", "MN"),
        Municipality("Castel d'Ario", "C076", "MN"),
        Municipality("Castel Goffredo", "C118", "MN"),
        Municipality("Castelbelforte", "C059", "MN"),
        Municipality("Castellucchio", "C195", "MN"),
    ]


def test_IDC_10_municipalities_leave_out_merged_ones():
    names = {place.name for place in municipalities("MN")}

    assert names & {"Virgilio", "Bigarello", "Revere", "Felonica"} == set()
    assert {"San Giorgio Bigarello", "Sermide e Felonica", "San Martino dall'Argine"} <= names


@pytest.mark.parametrize("sign", ["ZZ", "EE", ""])
def test_municipalities_are_none_when_the_sign_is_of_no_province(sign):
    assert municipalities(sign) == []


def test_IDC_10_name_of_two_places_gives_both_codes_unless_the_province_is_said():
    assert codes_named("Samone") == {"H753", "H754"}
    assert codes_named("Samone, TN") == {"H754"}


def test_IDC_10_place_that_existed_on_the_day_is_preferred():
    assert codes_named("Bellagio") == {"A744", "M335"}
    assert codes_named("Bellagio", on=date(2014, 2, 3)) == {"A744"}
    assert codes_named("Bellagio", on=date(2014, 2, 4)) == {"M335"}


def test_IDC_10_place_is_found_when_it_did_not_exist_on_the_day():
    assert codes_named("Borgo Virgilio", on=date(1980, 1, 1)) == {"M340"}


def test_IDC_10_place_that_vanished_before_codes_is_left_out():
    assert codes_named("Arizzano") == {"A409"}

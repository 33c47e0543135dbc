"""What the notice asks of a space, each at its boundary."""

from datetime import date

import pytest

from coworking_registry.rules import requirements as rules
from coworking_registry.rules.sheets import Desks, Machine, Tenure
from tests.coworking_registry.rules.sets import NOTICE, asked, verdicts

DAY = date(2026, 3, 10)


def test_a_set_that_leaves_a_requirement_out_is_named():
    with pytest.raises(KeyError, match="services_min"):
        rules.Requirements.of({k: v for k, v in NOTICE.items() if k != "services_min"})


@pytest.mark.parametrize(("desks", "verdict"), [(7, "not_met"), (8, "met"), (80, "met")])
def test_spa_01_wants_as_many_desks_as_the_notice(desks, verdict):
    outcome = rules.enough_desks(Desks(desks, 1), asked())

    assert verdicts([outcome]) == [("SPA-01", verdict)]


def test_spa_01_judges_the_same_space_by_the_set_it_is_given():
    desks = Desks(9, 1)

    judged = [rules.enough_desks(desks, asked(desks_min=number)).blocks for number in (8, 10)]

    assert judged == [False, True]


@pytest.mark.parametrize(("workshop", "verdict"), [(0, "not_met"), (2, "met"), (3, "not_met")])
def test_spa_02_wants_the_sorts_of_desk_to_add_up(workshop, verdict):
    desks = Desks(10, 1, open_space=4, reserved=3, offices=1, workshop=workshop)

    assert verdicts([rules.desks_add_up(desks)]) == [("SPA-02", verdict)]


@pytest.mark.parametrize(
    ("desks", "verdict"),
    [((8, 0), "not_met"), ((8, 1), "met"), ((8, 8), "met"), ((8, 9), "not_met")],
)
def test_spa_03_wants_accessible_desks_within_the_total(desks, verdict):
    outcome = rules.enough_accessible_desks(Desks(*desks), asked())

    assert verdicts([outcome]) == [("SPA-03", verdict)]


def test_spa_04_and_05_are_met_where_the_notice_does_not_ask():
    nothing = asked(connectivity=False, meeting_room=False)

    assert verdicts([rules.connected([], nothing), rules.meeting_room(None, nothing)]) == [
        ("SPA-04", "met"),
        ("SPA-05", "met"),
    ]
    assert verdicts([rules.connected([], asked()), rules.meeting_room(0, asked())]) == [
        ("SPA-04", "not_met"),
        ("SPA-05", "not_met"),
    ]


def test_spa_06_counts_a_service_once():
    twice = rules.enough_services(["printing", "printing", "lockers"], asked())
    three = rules.enough_services(["printing", "parking", "lockers"], asked())

    assert verdicts([twice, three]) == [("SPA-06", "not_met"), ("SPA-06", "met")]
    assert twice.sentence == "I servizi offerti sono 2: ne servono almeno 3."


def test_spa_10_wants_events_held_or_planned():
    assert verdicts([rules.enough_events(number, asked()) for number in (1, 2)]) == [
        ("SPA-10", "not_met"),
        ("SPA-10", "met"),
    ]


def test_spa_11_keeps_out_a_space_nobody_in_a_wheelchair_can_enter_save_where_the_notice_lets_it():
    answers = [
        rules.accessible("partial", asked()),
        rules.accessible("none", asked()),
        rules.accessible("none", asked(accessibility_none_allowed=True)),
    ]

    assert [answer.blocks for answer in answers] == [False, True, False]


def test_spa_13_wants_machines_of_a_fablab_and_warns_of_those_without_a_briefing():
    lathe = Machine("Tornio", 1, safety_briefing=False)

    assert verdicts(rules.machines_listed("coworking", [])) == [("SPA-13", "met")]
    assert verdicts(rules.machines_listed("fablab", [])) == [("SPA-13", "not_met")]
    assert verdicts(rules.machines_listed("fablab", [lathe])) == [
        ("SPA-13", "met"),
        ("SPA-13", "warning"),
    ]


def test_spa_14_warns_where_the_rooms_are_held_for_less_than_the_entry():
    answers = [
        rules.rooms_held(Tenure("property", None), DAY),
        rules.rooms_held(Tenure("rent", DAY), DAY),
        rules.rooms_held(Tenure("rent", date(2026, 3, 9)), DAY),
    ]

    assert verdicts(answers) == [("SPA-14", "met"), ("SPA-14", "met"), ("SPA-14", "warning")]


def test_spa_15_takes_an_insurance_to_its_last_day():
    answers = [rules.insured(until, DAY) for until in (None, DAY, date(2026, 3, 9))]

    assert [answer.blocks for answer in answers] == [False, False, True]


def test_spa_16_takes_statute_ateco_or_who_is_being_set_up():
    def answer(in_statute=False, ateco="", is_being_set_up=False):
        return rules.activity_stated(
            in_statute=in_statute, ateco=ateco, is_being_set_up=is_being_set_up
        ).blocks

    assert [answer(), answer(ateco="  "), answer(ateco="82.11.01")] == [True, True, False]
    assert [answer(in_statute=True), answer(is_being_set_up=True)] == [False, False]


@pytest.mark.parametrize(("surface", "blocks"), [(None, True), (0, True), (1, False)])
def test_spa_17_wants_a_surface(surface, blocks):
    assert rules.surface_given(surface).blocks is blocks


@pytest.mark.parametrize(
    ("photos", "plan", "blocks"),
    [(0, True, True), (1, True, False), (8, True, False), (9, True, True), (3, False, True)],
)
def test_spa_18_wants_some_photos_and_a_plan(photos, plan, blocks):
    assert rules.pictured(photos, has_plan=plan, asked=asked()).blocks is blocks


def test_spa_19_knows_a_name_however_it_is_written():
    assert rules.name_free("La  Filanda", "Mantova", ["la filanda"]).blocks
    assert not rules.name_free("La Filanda", "Mantova", ["La Corte"]).blocks


def test_spa_20_names_what_is_not_declared():
    outcome = rules.safe({"agibilità": True, "antincendio": False, "valutazione dei rischi": False})

    assert outcome.blocks
    assert outcome.sentence == (
        "Mancano dichiarazioni sulla sicurezza: antincendio, valutazione dei rischi."
    )

"""Which internships and hires count for the places of a unit, and acts that raise them (R-NUM)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from calls.models import Parameter
from internships.models import HostOffer, Internship, InternshipStatus, QuotaRaise
from internships.parameters import limits_on
from internships.places import place_outcomes
from internships.plans import plan_outcomes
from internships.quota import room_for
from internships.rules.quota import Hire
from internships.rules.recipients import Category
from internships.services.raises import add_raise, drop_raise
from parties import moment
from tests.internships import offering, placing
from workflows.engine import TransitionRefused
from workflows.models import HistoryEntry
from workflows.rules import Verdict
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(office):
    return offering.open_call(office)


@pytest.fixture
def offer(office, call):
    return offering.published(office, call)


@pytest.fixture
def case(office, offer):
    return placing.opened(office, offer)


def of(outcomes, rule: str):
    return next(one for one in outcomes if one.rule == rule)


def ids(refused, verdict=Verdict.NOT_MET) -> list[str]:
    return [one.rule for one in refused.value.outcomes if one.verdict is verdict]


def last_line(case: Internship) -> HistoryEntry:
    return case.history.order_by("position").last()


def place_of(case: Internship):
    """Return what R-NUM-07 says of the unit, not of the offer."""
    return [one for one in place_outcomes(case) if one.rule == "R-NUM-07"][1]


def test_R_NUM_04_curricular_internships_are_told_apart_and_take_no_place(office, call):
    start = moment.today() + timedelta(days=30)
    there = (start, start + timedelta(days=300))
    offer = offering.published(office, call, places=1, running=(there,), curricular=(there,) * 3)
    case = placing.opened(office, offer)

    told = of(place_outcomes(case), "R-NUM-04")

    assert told.inputs == {"extracurriculari": 1, "curriculari": 3}
    assert place_of(case).inputs == {"presenti": 1, "base": 2, "premio": 0}


def test_R_NUM_06_only_hires_that_last_and_fill_half_the_week_give_the_premium(office, call):
    hires = (Hire(None, 100), Hire(6, 50), Hire(5, 100), Hire(12, 49))
    said = {"permanent": 40, "activated": 10, "hires": hires}
    offer = offering.published(office, call, **said)

    told = of(plan_outcomes(placing.opened(office, offer)), "R-NUM-06")
    room = room_for(
        placing.opened(office, offer, placing.trainee(5)),
        limits_on(offer.start_from),
        offer.start_to,
    )

    assert told.inputs == {"dichiarate": 4, "valide": 2}
    # Two of ten: one more place.
    assert room.premium == 1


def test_R_NUM_09_whom_the_ruleset_leaves_out_takes_no_place_and_nobody_is_told(office, call):
    start = moment.today() + timedelta(days=30)
    there = (start, start + timedelta(days=300))
    # A unit of up to five people: one place.
    said = {"permanent": 1, "places": 1}
    offer = offering.published(office, call, **said)
    HostOffer.objects.get(pk=offer.pk).periods.create(
        kind="intern", first_day=there[0], last_day=there[1]
    )
    case = placing.opened(office, offer, category=Category.DISABLED)
    full = place_of(case)
    ruleset = Parameter.objects.get(code="internships")
    ruleset.value["quota"]["left_out"] = [Category.DISABLED.value]
    ruleset.save()

    left_out = place_of(case)

    assert (full.blocks, left_out.verdict, left_out.inputs) == (True, Verdict.MET, {})
    told = of(place_outcomes(case), "R-NUM-09").sentence
    assert told == "Alcune categorie di destinatari non occupano posti della quota."


def test_R_NUM_10_an_act_raises_the_quota_until_its_day_and_every_plan_says_why(office, call):
    start = moment.today() + timedelta(days=30)
    there = (start, start + timedelta(days=300))
    offer = offering.published(office, call, permanent=1, places=1)
    offer.periods.create(kind="intern", first_day=there[0], last_day=there[1])
    case = placing.convention_signed(office, placing.opened(office, offer))
    said = {"places": 1, "act_number": "D.G.R. 1420", "act_date": moment.today()}
    said |= {"until": case.start + timedelta(days=5), "reason": "Protocollo sperimentale."}

    with pytest.raises(TransitionRefused) as full:
        perform(case, "send_plan", by=office.officer, data=placing.plan(case))
    found = add_raise(offer.unit, by=office.officer, **said)
    with pytest.raises(TransitionRefused) as unsaid:
        perform(case, "send_plan", by=office.officer, data=placing.plan(case))
    drop_raise(found, by=office.officer, reason="Atto annullato.")
    with pytest.raises(TransitionRefused) as dropped:
        perform(case, "send_plan", by=office.officer, data=placing.plan(case))
    add_raise(offer.unit, by=office.officer, **said)
    case = perform(
        case, "send_plan", by=office.officer, data=placing.plan(case), reason="Atto verificato."
    )

    assert (ids(full), ids(dropped)) == (["R-NUM-07"], ["R-NUM-07"])
    assert ids(unsaid, Verdict.WARNING) == ["R-NUM-10"]
    assert (case.status, last_line(case).reason) == (
        InternshipStatus.PLAN_SIGNING,
        "Atto verificato.",
    )


def test_R_NUM_10_an_offer_that_an_act_made_room_for_is_proposed_with_a_reason_alone(
    office, call, as_user
):
    case = offering.examined(office, call)
    said = {"places": 1, "act_number": "D.G.R. 1420", "act_date": moment.today()}
    said |= {"until": moment.today() + timedelta(days=400), "reason": "Protocollo sperimentale."}
    add_raise(case.unit, by=office.officer, **said)
    page = reverse("workflows:act", args=[case.pk, "propose_admission"])
    client, typed = as_user(office.officer), {"seen_version": case.version, "places": case.places}

    with pytest.raises(TransitionRefused) as unsaid:
        perform(case, "propose_admission", by=office.officer)
    shown, bare = client.get(page).text, client.post(page, typed)
    good = client.post(page, typed | {"reason": "Atto verificato."})

    assert ids(unsaid, Verdict.WARNING) == ["R-NUM-10"]
    assert ("D.G.R. 1420" in shown, bare.status_code, good.status_code) == (True, 422, 302)
    line = last_line(HostOffer.objects.get(pk=case.pk))
    assert (line.name, line.reason) == ("propose_admission", "Atto verificato.")
    assert "R-NUM-10" in [one["rule"] for one in line.outcomes if one["verdict"] == "warning"]


def test_R_NUM_10_the_page_of_a_unit_keeps_acts_with_their_end(office, offer, as_user):
    client, page = as_user(office.officer), reverse("internships:unit", args=[offer.unit_id])
    today = moment.today()
    typed = {"places": "2", "act_number": "D.G.R. 7", "act_date": today.isoformat()}
    typed |= {"until": (today + timedelta(days=90)).isoformat(), "reason": "Protocollo."}

    past = client.post(page, typed | {"until": (today - timedelta(days=1)).isoformat()})
    kept = client.post(page, typed)
    again = client.post(page, typed)
    found = QuotaRaise.objects.get()
    unsaid = client.post(reverse("internships:unit_drop", args=[offer.unit_id, found.pk]), {})
    taken = client.post(
        reverse("internships:unit_drop", args=[offer.unit_id, found.pk]),
        {"drop_reason": "Atto annullato."},
    )
    shown = client.get(page).content.decode()
    listed = client.get(reverse("internships:raises")).content.decode()

    statuses = [one.status_code for one in (past, kept, again, unsaid, taken)]
    assert statuses == [422, 302, 422, 422, 302]
    assert "R-NUM-10" in past.content.decode()
    assert ("Atto annullato." in shown, "D.G.R. 7" in listed) == (True, True)

"""Who is barred from internships, and offers drawn to be checked: the office's pages, and what follows."""

from datetime import timedelta

import pytest
from django.urls import reverse

from internships.checks import host_outcomes
from internships.models import HostOffer, InternshipBan
from parties import moment
from tests.internships import applying, offering

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(office):
    return offering.open_call(office)


def typed(tax_code: str, **changes: str) -> dict[str, str]:
    today = moment.today()
    return {
        "tax_code": tax_code,
        "name": "Officine Verdi srl",
        "act_number": "Verbale n. 12/2026",
        "act_date": today.isoformat(),
        "until": (today + timedelta(days=365)).isoformat(),
        "reason": "Tirocini senza progetto formativo.",
    } | changes


def test_R_SAN_06_a_barred_host_is_refused_from_then_on_whatever_its_name(office, as_user, call):
    offer = offering.examined(office, call)
    page = reverse("internships:bans")
    director = as_user(office.director)
    code = offer.applicant.tax_code

    wrong = director.post(page, typed("12345678901"))
    before = director.post(page, typed(code, until=moment.today().isoformat()))
    assert [wrong.status_code, before.status_code] == [422, 422]
    assert InternshipBan.objects.count() == 0
    assert director.post(page, typed(code.lower(), name="Altro nome")).status_code == 302

    against = [one for one in host_outcomes(HostOffer.objects.get(pk=offer.pk)) if one.blocks]
    assert [one.rule for one in against] == ["R-SAN-06"]
    act = reverse("workflows:act", args=[offer.pk, "propose_admission"])
    refused = as_user(office.officer).get(act)
    assert "R-SAN-06" in refused.content.decode()


def test_R_GRN_06_a_tenth_of_the_published_offers_is_drawn_by_a_seed(office, as_user, call):
    offering.published(office, call)
    applying.elsewhere(office, call)
    client = as_user(office.officer)
    page = reverse("internships:sample")

    assert list(client.get(page).context["rows"]) == []
    drawn = client.get(page, {"bando": call.code, "seme": "30/06/2026"})

    first = [one.number for one in drawn.context["rows"]]
    assert (len(first), drawn.context["total"]) == (1, 2)
    again = client.get(page, {"bando": call.code, "seme": "30/06/2026"})
    assert [one.number for one in again.context["rows"]] == first


def test_R_IND_09_R_TAX_04_a_candidate_reads_what_the_allowance_means(office, as_user, call):
    place = offering.published(office, call)
    case = applying.interviewed(office, call, place, support="naspi")
    applying.ranked(office, call, {case: 90})
    applying.paired(office, call)

    answer = as_user(case.opened_by).get(reverse("internships:candidacy_proposal", args=[case.pk]))

    assert [one["rule_id"] for one in answer.context["checks"]] == ["R-IND-09", "R-TAX-04"]
    shown = answer.content.decode()
    assert "si cumula con il sostegno al reddito" in shown
    assert "R-SAN-03" in shown

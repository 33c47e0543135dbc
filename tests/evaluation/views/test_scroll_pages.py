"""Scrolling down on pages: whom the money reaches, the act, new money; and premiums of a file."""

from decimal import Decimal

import pytest
from django.urls import reverse

from accounting.models import Budget
from evaluation.models import PremiumCheck, ScrollDown
from evaluation.services import rankings
from grants import services
from tests.evaluation.views.pages import asked, page
from tests.evaluation.world import fresh
from workflows.tasks import perform

pytestmark = pytest.mark.django_db

ACT = {"act_number": "Determinazione n. 15/2026", "act_date": "02/11/2026"}


@pytest.fixture
def approved(contest):
    """Two financed, of whom one has waived; one offered a part, one not financed."""
    ranking, cases = contest.ranked(92, 88, 75, 70)
    contest.approve(ranking)
    services.waive(fresh(cases[0]), by=cases[0].opened_by)
    return cases


def test_RANK_13_the_page_shows_whom_the_money_reaches_and_the_act_sends_it(
    contest, approved, as_user
):
    client = as_user(contest.office.director)

    shown = client.get(page("scroll", contest))
    digest = shown.context["plan"].digest
    said = ACT | {"digest": digest, "source": "Rinuncia"}
    answer = client.post(page("scroll", contest), said)

    assert [
        (one.candidate.case.pk, one.before, one.after) for one in shown.context["plan"].raises
    ] == [
        (approved[2].pk, Decimal("80.00"), Decimal("960.00")),
        (approved[3].pk, Decimal("0.00"), Decimal("80.00")),
    ]
    assert ScrollDown.objects.get().source == "Rinuncia"
    assert "/lavori/" in answer["Location"] or answer.status_code == 302


def test_a_scroll_down_that_is_not_what_the_page_showed_shows_it_anew(contest, approved, as_user):
    client = as_user(contest.office.director)
    digest = client.get(page("scroll", contest)).context["plan"].digest
    services.waive(fresh(approved[1]), by=approved[1].opened_by)
    said = ACT | {"digest": digest, "source": "Rinuncia"}

    response = client.post(page("scroll", contest), said)

    text = response.content.decode()
    assert response.status_code == 422
    assert "Fondi o domande sono cambiati" in text
    assert 'value="Rinuncia"' in text
    assert not ScrollDown.objects.exists()
    again = said | {"digest": response.context["plan"].digest}
    assert client.post(page("scroll", contest), again).status_code == 302


def test_RANK_14_new_money_comes_by_an_act(contest, approved, as_user):
    client = as_user(contest.office.director)
    said = {f"refinance-{name}": value for name, value in ACT.items()}

    wrong = client.post(page("refinance", contest), said | {"refinance-amount": "-1"})
    client.post(page("refinance", contest), said | {"refinance-amount": "1.000,50"})

    assert wrong.status_code == 422
    assert Budget.objects.get(call=contest.call).endowment == Decimal("3000.50")


def test_CALL_13_a_premium_is_written_down_with_its_evidence(contest, as_user):
    case = contest.examined()
    premium = case.call_version.premiums.order_by("position").first()
    client = as_user(contest.office.officer)
    url = reverse("evaluation:premiums", args=[case.pk])
    said = {"premium": str(premium.pk), f"premium-{premium.pk}-is_held": "yes"}

    wrong = client.post(url, said | {f"premium-{premium.pk}-evidence": ""})
    client.post(url, said | {f"premium-{premium.pk}-evidence": "Elenco AGCM del 2 novembre"})

    assert wrong.status_code == 422
    assert list(PremiumCheck.objects.values_list("premium", "is_held", "evidence")) == [
        (premium.pk, True, "Elenco AGCM del 2 novembre")
    ]
    assert "Elenco AGCM del 2 novembre" in client.get(url).content.decode()


def test_CALL_16_the_page_says_what_follows_if_a_premium_was_false(contest, as_user):
    case, other = contest.examined(), contest.examined()
    contest.check_premiums(case, held=("legality_rating",))
    contest.check_premiums(other)
    for one in (case, other):
        perform(fresh(one), "admit_to_ranking", by=contest.office.officer)
    contest.appoint()
    contest.sit()
    contest.score_all(case, 90)
    contest.score_all(other, 80)
    contest.approve(rankings.make_ranking(contest.call, by=contest.office.procedure_owner))

    url = reverse("evaluation:premiums", args=[case.pk])
    text = as_user(contest.office.officer).get(url).content.decode()

    assert fresh(case).granted == Decimal("1060.00")
    assert "si perde soltanto il vantaggio, 100,00" in text
    assert "<form method" not in text.split("<main")[1]


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_do_not_grow_with_the_list(contest, as_user, rows):
    ranking, _cases = contest.ranked(*[90] * rows)
    contest.approve(ranking)
    client = as_user(contest.office.director)

    assert asked(client, page("scroll", contest)) == [36]

"""A committee sits and scores, an act approves its list, and the public reads it."""

import pytest
from django.urls import reverse

from evaluation.models import Sitting
from evaluation.services import sittings
from grants.models import RentContribution, Status
from parties.roles import Role
from tests.evaluation.views.pages import page, sheet_of, typed
from tests.evaluation.world import Contest, build
from tests.journeys.conftest import work_off_jobs

pytestmark = pytest.mark.django_db(transaction=True)

SCORES = (90, 70)


@pytest.fixture
def contest(staffed) -> Contest:
    """Two applications for one and a half contributions; the office's evaluator presides."""
    found = build(staffed, 1440)
    for _score in SCORES:
        found.admitted()
    found.appoint(presidente=staffed.staff[Role.EVALUATOR])
    found.close()
    return found


def test_a_committee_scores_and_the_ranking_is_published(contest, walker):
    office = contest.office
    cases = list(RentContribution.objects.filter(call=contest.call).order_by("pk"))
    president = walker().sign_in(office.staff[Role.EVALUATOR])

    president.open(page("call", contest)).fill({"place": "Sala Consiglio"})
    president.press("Apri una seduta").follow("Vai alle mie domande")
    president.follow("Rendi la dichiarazione").fill({"none": "on"}).press("Dichiaro")
    contest.sitting = Sitting.objects.get()
    for name in ("prima", "seconda"):
        person = contest.people[name]
        sittings.declare(contest.sitting, contest.member(name), by=person, conflicts={})
    for case, points in zip(cases, SCORES, strict=True):
        president.follow(case.number).fill(typed(case, points)).press("Chiudi la scheda")
        for name in ("prima", "seconda"):
            contest.score(case, name, points)
    president.open(page("spread", contest)).sees("Scarto")
    president.open(page("call", contest))
    president.page.get_by_text("Chiudi la seduta", exact=True).click()
    president.press("Chiudi la seduta e scrivi il verbale").sees("Verbale n. 1")

    owner = walker().sign_in(office.procedure_owner)
    owner.open(page("ranking", contest)).press("Forma la graduatoria").sees(cases[1].number)
    director = walker().sign_in(office.director)
    director.open(page("what_if", contest)).press("Guarda chi guadagna e chi perde")
    director.open(page("ranking", contest)).follow("Approva la graduatoria")
    director.fill({"act_number": "Determinazione n. 97/2026"}).press("Approva la graduatoria")
    work_off_jobs()
    director.open(page("ranking", contest)).press("Pubblica la graduatoria")
    director.open(page("scroll", contest)).sees("Chi raggiungono le risorse libere")
    visitor = walker().open(reverse("portal:call", args=[contest.call.code]))
    visitor.follow("Vedi la graduatoria").sees(cases[0].number)

    assert [RentContribution.objects.get(pk=case.pk).status for case in cases] == [
        Status.GRANTED,
        Status.PARTIAL_OFFERED,
    ]
    assert sheet_of(cases[0]) not in visitor.page.content()

"""COW-GRAD from a blank page to its scroll-down: one call, set up in the designer alone."""

import re
from collections import Counter

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from calls.models import Call
from evaluation.models import Ranking, ScoreSheet
from grants.models import RentContribution, Status
from tests.evaluation.views.pages import page, sheet_of
from tests.evaluation.world import Contest, fresh
from tests.grants.typed import answers
from tests.journeys import designing, sitting
from tests.journeys.conftest import work_off_jobs
from tests.journeys.designing import CODE
from tests.journeys.test_contribution import NEXT, add_line, attach_all

APPLICATIONS, WHOLE, PART, ASKED = 40, 25, 500, 960
ENDOWMENT = "24.500,00"
TOLD = {
    "come_ci_hai_conosciuto": "altro",
    "da_chi": "Da una vicina",
    "meta_della_spesa": 1200,
}
ACT = "Determinazione n. 97/2026"
CUP = "J41B26000010005"


# The office and the committee sit at desks; the pages are walked on phones elsewhere.
@pytest.mark.parametrize("size", ["desktop"], indirect=True)
def test_call_from_blank_is_applied_for_scored_ranked_and_scrolled_down(walker, staffed):
    # The one that tests load makes room for the one that is set up here.
    Call.objects.filter(code=CODE).update(code="COW-GRAD-OLD")
    owner = walker().sign_in(staffed.procedure_owner)
    designing.set_up(owner, staffed, ENDOWMENT)
    designing.look_at_it(owner)
    designing.publish(owner)

    contest, cases = forty_apply(staffed, owner, walker)
    director = walker().sign_in(staffed.director)
    score_them(contest, cases, director, walker)
    rank_them(contest, cases, owner, director, walker)
    money_goes_down_the_list(contest, cases, director, walker)


def forty_apply(office, owner, walker) -> tuple[Contest, list[RentContribution]]:
    """One applies as anybody does, the rest by services; all are admitted, the call closes."""
    apply(walker(), office)
    first = RentContribution.objects.get()
    assert (first.call.code, first.status) == (CODE, Status.SUBMITTED)
    assert first.given_answers == TOLD
    owner.open(f"/ufficio/pratiche/{first.pk}/").sees(TOLD["da_chi"])
    owner.open(reverse("grants:before_grant", args=[first.pk])).follow("Registra il CUP")
    owner.fill({"cup": CUP}).press("Registra").sees(f"CUP {CUP}")

    contest = Contest(office, office.call)
    told = {name: said for name, said in TOLD.items() if name != "meta_della_spesa"}
    more = (contest.admitted(given_answers=told) for _number in range(APPLICATIONS - 1))
    cases = [contest.admit(first), *more]
    contest.close()
    return contest, cases


def score_them(contest: Contest, cases: list[RentContribution], director, walker) -> None:
    """Three members score forty files; one of them, in conflict on one, gives way to a substitute."""
    conflicted = cases[6]
    sitting.appoint(contest, director, conflicted)
    president, member = (walker().sign_in(contest.people[name]) for name in sitting.SCORERS[:2])
    sitting.sit_down(contest, president, member)
    member.open(sheet_of(conflicted)).sees("Hai un conflitto di interesse su questa domanda")
    sitting.call_substitute(contest, president, conflicted)
    sitting.score(contest, president, cases, conflicted)
    assert not ScoreSheet.objects.filter(member=contest.member("prima"), case=conflicted).exists()


def rank_them(contest: Contest, cases: list[RentContribution], owner, director, walker) -> None:
    """The list is put together, approved by an act, done on every file, and read by the public."""
    owner.open(page("ranking", contest)).press("Forma la graduatoria")
    director.open(page("ranking", contest)).follow("Approva la graduatoria")
    director.fill({"act_number": ACT}).press("Approva la graduatoria")
    work_off_jobs()
    director.open(page("ranking", contest)).press("Pubblica la graduatoria")
    walker().open(page("published", contest)).sees(cases[0].number)
    places = Ranking.objects.get().rows.exclude(place=None).order_by("place")
    assert list(places.values_list("case", flat=True)) == [case.pk for case in cases[:-1]]
    assert statuses(cases) == {
        Status.GRANTED: WHOLE,
        Status.PARTIAL_OFFERED: 1,
        Status.WAITING_LIST: APPLICATIONS - WHOLE - 2,
        Status.REFUSED: 1,
    }


def money_goes_down_the_list(
    contest: Contest, cases: list[RentContribution], director, walker
) -> None:
    """The part offered is accepted, the first of the list gives up: the next two gain."""
    partly = walker().sign_in(cases[WHOLE].opened_by)
    partly.open(reverse("grants:offer", args=[cases[WHOLE].pk]))
    partly.submit(partly.page.locator("button[value=accept]"))
    waiver = walker().sign_in(cases[0].opened_by)
    waiver.open(reverse("grants:waive", args=[cases[0].pk])).press("Rinuncia al contributo")
    director.open(page("scroll", contest)).sees(cases[WHOLE].number)
    director.fill({"act_number": ACT, "source": "Rinuncia di un beneficiario"})
    director.press("Fai scorrere la graduatoria")
    work_off_jobs()

    raised, reached = (fresh(cases[WHOLE + more]) for more in (0, 1))
    assert (raised.status, raised.granted) == (Status.GRANTED, ASKED)
    assert (reached.status, reached.offered) == (Status.PARTIAL_OFFERED, PART)
    assert fresh(cases[0]).status == Status.WAIVED
    assert contest.funds() == ("0.00", f"{PART}.00", f"{WHOLE * ASKED}.00")


def statuses(cases: list[RentContribution]) -> Counter:
    """Count the applications by where they stand now."""
    keys = [case.pk for case in cases]
    return Counter(RentContribution.objects.filter(pk__in=keys).values_list("status", flat=True))


def apply(applicant, office):
    """Apply as anybody does, the extra questions among the pages."""
    office.call = Call.objects.get(code=CODE)
    typed = answers(office, 1) | {
        "line-1-quantity": "12",
        "requested": "960,00",
        "q_come_ci_hai_conosciuto": "altro",
    }
    applicant.open(f"/bandi/{CODE}/").sign_in(office.applicant())
    applicant.open(f"/bandi/{CODE}/domanda/").press("Inizia")
    for _page in ("chi", "spazio"):
        applicant.fill(typed).press(NEXT)
    add_line(applicant)
    applicant.fill(typed)
    applicant.page.locator("[name='requested']").fill(typed["requested"])
    applicant.press(NEXT)
    applicant.fill(typed).press(NEXT)
    applicant.fill(typed)
    applicant.page.locator("[name='q_da_chi']").fill("Da una vicina")
    applicant.press(NEXT)
    attach_all(applicant, office)
    applicant.press(NEXT)
    applicant.fill(typed).press(NEXT)
    expect(applicant.page).to_have_url(re.compile("riepilogo"))
    applicant.sees("Da una vicina").press("Invia")
    expect(applicant.page).to_have_url(re.compile("inviata"))

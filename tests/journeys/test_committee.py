"""A committee sits and scores, an act approves its list, the public reads it, money goes down it."""

from collections import Counter

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.urls import reverse

from evaluation.models import Committee, ScoreSheet, Sitting
from evaluation.services import sittings
from grants.models import RentContribution, Status
from parties.roles import Role
from tests.evaluation.views.pages import page, sheet_of, typed
from tests.evaluation.world import Contest, build, fresh, tax_code
from tests.journeys.conftest import SECRET, work_off_jobs
from tests.office import make_user

pytestmark = pytest.mark.django_db(transaction=True)

SCORES = (90, 70)
APPLICATIONS, WHOLE, PART, ASKED = 40, 25, 500, 960
SEATS = {
    "presidente": "president",
    "prima": "member",
    "seconda": "member",
    "supplente": "substitute",
}
SCORERS = ("presidente", "prima", "seconda")
ACT = "Determinazione n. 97/2026"


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
    president.press("Chiudi la seduta e scrivi il verbale").sees("verbale-cow-grad-1.pdf")

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


# The committee and the office sit at desks; the pages are walked on phones above.
@pytest.mark.parametrize("size", ["desktop"], indirect=True)
def test_forty_applications_are_scored_with_one_conflict_and_a_waiver_scrolls_the_list(
    staffed, walker
):
    contest = build(staffed, WHOLE * ASKED + PART)
    cases = [contest.admitted() for _number in range(APPLICATIONS)]
    conflicted = cases[6]
    contest.close()
    director = walker().sign_in(staffed.director)
    appoint(contest, director, conflicted)

    president, first = (walker().sign_in(contest.people[name]) for name in SCORERS[:2])
    sit_down(contest, president, first)
    first.open(sheet_of(conflicted)).sees("Hai un conflitto di interesse su questa domanda")
    call_substitute(contest, president, conflicted)
    score(contest, president, cases, conflicted)
    assert not ScoreSheet.objects.filter(member=contest.member("prima"), case=conflicted).exists()

    walker().sign_in(staffed.procedure_owner).open(page("ranking", contest)).press(
        "Forma la graduatoria"
    )
    director.open(page("ranking", contest)).follow("Approva la graduatoria")
    director.fill({"act_number": ACT}).press("Approva la graduatoria")
    work_off_jobs()
    director.open(page("ranking", contest)).press("Pubblica la graduatoria")
    walker().open(page("published", contest)).sees(cases[0].number)
    assert statuses(cases) == {
        Status.GRANTED: WHOLE,
        Status.PARTIAL_OFFERED: 1,
        Status.WAITING_LIST: APPLICATIONS - WHOLE - 2,
        Status.REFUSED: 1,
    }

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


def appoint(contest: Contest, director, conflicted: RentContribution) -> None:
    """Appoint four people by an act; one of them has filed one of the applications."""
    seats = {"act_number": "Determinazione n. 90/2026"}
    for number, (name, function) in enumerate(SEATS.items()):
        person = make_user(f"{name}@commissione.example.org", Role.EVALUATOR)
        TOTP.activate(person, SECRET)
        contest.people[name] = person
        own = conflicted.representative.tax_code if name == "prima" else tax_code(number)
        seats |= {
            f"person_{number}": str(person.pk),
            f"function_{number}": function,
            f"tax_code_{number}": own,
        }
    director.open(page("appoint", contest)).fill(seats).press("Nomina", exact=True)
    contest.committee = Committee.objects.get(call=contest.call)


def sit_down(contest: Contest, president, first) -> None:
    """Open the sitting; everybody states that they know of no conflict."""
    president.open(page("call", contest)).fill({"place": "Sala Consiglio"})
    president.press("Apri una seduta")
    contest.sitting = Sitting.objects.get()
    for person in (president, first):
        person.open(reverse("evaluation:my_files")).follow("Rendi la dichiarazione")
        person.fill({"none": "on"}).press("Dichiaro")
    for name in ("seconda", "supplente"):
        person = contest.people[name]
        sittings.declare(contest.sitting, contest.member(name), by=person, conflicts={})


def call_substitute(contest: Contest, president, conflicted: RentContribution) -> None:
    """Let the substitute score the file on which a member abstains."""
    president.open(page("call", contest))
    president.page.get_by_text("Chiama un supplente", exact=True).click()
    president.fill(
        {
            "member": str(contest.member("prima").pk),
            "substitute": str(contest.member("supplente").pk),
            "case": str(conflicted.pk),
            "reason": "È tra chi ha presentato la domanda.",
        }
    ).press("Chiama il supplente")


def score(contest: Contest, president, cases: list, conflicted: RentContribution) -> None:
    """Give each application a point less than the one before; the first sheet is typed by hand."""
    president.open(sheet_of(cases[0])).fill(typed(cases[0], 98)).press("Chiudi la scheda")
    for number, case in enumerate(cases):
        for name in SCORERS:
            if name == "presidente" and number == 0:
                continue
            is_away = name == "prima" and case == conflicted
            contest.score(case, "supplente" if is_away else name, 98 - number)


def statuses(cases: list[RentContribution]) -> Counter:
    """Count the applications by where they stand now."""
    keys = [case.pk for case in cases]
    return Counter(RentContribution.objects.filter(pk__in=keys).values_list("status", flat=True))

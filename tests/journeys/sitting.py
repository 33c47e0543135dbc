"""A committee at its browsers: appointed by an act, sitting, one of it in conflict, scoring."""

from allauth.mfa.totp.internal.auth import TOTP
from django.urls import reverse

from evaluation.models import Committee, Sitting
from evaluation.services import sittings
from grants.models import RentContribution
from parties.roles import Role
from tests.evaluation.views.pages import page, sheet_of, typed
from tests.evaluation.world import Contest, tax_code
from tests.journeys.conftest import SECRET
from tests.office import make_user

SEATS = {
    "presidente": "president",
    "prima": "member",
    "seconda": "member",
    "supplente": "substitute",
}
SCORERS = ("presidente", "prima", "seconda")


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

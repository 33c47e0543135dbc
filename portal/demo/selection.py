"""Who becomes an intern: two calls with their candidates, a panel's ranking, two pairings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from calls.models import Call, Criterion
from calls.services import clock, start_evaluation
from evaluation.models import Committee, Ranking
from evaluation.queries import scorers_by_case
from evaluation.services import committees, rankings, sheets, sittings
from internships.services import candidates
from letters import services as letters
from parties.models import User
from portal.demo import accounts, contest
from portal.demo.calendar import Calendar
from portal.demo.candidacies import Candidacies, Told, admitted
from portal.demo.contents import read
from portal.demo.hosting import Days, Hosts
from portal.demo.internships import CLOSED, Internships
from portal.demo.people import Inventor
from portal.demo.stories import Step
from workflows.services.jobs import run_job

OPEN_CODE, OPENED, CLOSES_IN = "TIR-COW", 48, 30
HANDED_OVER, APPOINTED, SITTING, RANKED, APPROVED = 90, 88, 84, 44, 40
FIRST_PAIRING, SECOND_PAIRING = 33, 3
HUNDRED = 100

Add = Callable[[datetime, Callable[[], object]], None]


def _typed(criteria: Iterable[Criterion], points: int) -> dict[str, Any]:
    """Return a sheet that gives a share of each criterion's points, in percent."""
    words: list[str] = read("words")["scores"]
    typed: dict[str, Any] = {}
    for criterion in criteria:
        typed[f"points-{criterion.code}"] = str(int(criterion.weight * points / HUNDRED))
        typed[f"reason-{criterion.code}"] = words[(points - 1) * len(words) // HUNDRED]
    return typed


def _met(number: int, *then: Step) -> tuple[Step, ...]:
    """Admitted, called and met by the panel in the weeks after the call has closed."""
    at = f"101 {9 + number} 0"
    call = Step(109, "invite", at)
    return admitted(114, call, Step(101, "hold_interview", hour=18), *then)


# Of the call that has closed: places are two with the first of these hosts, one with the second.
GREEN = (
    Told(127, (2,), _met(0, Step(30, "accept_placement"), Step(28, "assign")), 92),
    Told(126, (3,), _met(1, Step(29, "decline_placement")), 88),
    Told(126, (2, 3), _met(2), 84),
    Told(125, (3,), _met(3), 79, account=accounts.CANDIDATE),
    Told(124, (2, 3), _met(4, Step(1, "accept_placement")), 74),
    Told(123, (2, 3), _met(5), 69),
    Told(122, (3,), _met(6), 52),
    Told(
        121,
        (2,),
        admitted(114, Step(109, "invite", "101 17 0"), Step(101, "note_absence", hour=18)),
    ),
    Told(
        120,
        (3,),
        (
            Step(114, "start_examination"),
            Step(112, "give_refusal_notice"),
            Step(94, "propose_refusal"),
            Step(92, "refuse"),
        ),
    ),
)
COWORKING = (
    Told(30, (0, 1), admitted(26, Step(18, "invite", "3 9 0"), Step(3, "hold_interview", hour=17))),
    Told(
        29,
        (1, 0),
        admitted(26, Step(18, "invite", "-6 10 0")),
        account=accounts.INVITED,
    ),
    Told(
        27, (0,), admitted(24, Step(17, "invite", "-6 11 0"), Step(10, "ask_another_time", hour=20))
    ),
    Told(25, (1,), admitted(22, Step(12, "invite", "1 9 0"), Step(1, "note_absence", hour=17))),
    Told(20, (0,), admitted(16)),
    Told(9, (1, 0), (Step(6, "start_examination"), Step(2, "request_integration"))),
    Told(6, (0,), (Step(3, "start_examination"),)),
    Told(2, (0, 1)),
    Told(1, (1,), is_draft=True),
)
FREE_TIMES = ((-7, 9), (-7, 12), (-7, 15))


@dataclass
class Selection:
    """Candidates of both calls, what the panel said of them, and where they went."""

    staff: dict[str, User]
    calendar: Calendar
    inventor: Inventor
    add: Add

    def plan_open(self, call: Call) -> None:
        """Let a call on the coworking track receive offers and candidates."""
        today, words = self.calendar.today, read("candidacies")
        shared = (self.staff, self.calendar, self.inventor, self.add)
        hosts = Hosts(call, *shared)
        first, last = today + timedelta(days=40), today + timedelta(days=80)
        said = [
            one | {"content": {**words["coworking"], **one["content"]}}
            for one in words["coworking_offers"]
        ]
        for number, one in enumerate(said[:-1]):
            hosts.plan_offer(number, one, Days(OPENED - 2, first, last))
        late = Days(5, first, last)
        hosts.plan_offer(len(said) - 1, said[-1], late, is_examined=False)
        told = Candidacies(call, hosts, *shared)
        told.plan(COWORKING)
        for day, hour in FREE_TIMES:
            self._at(2, 12, told.add_free_time, day, hour)

    def plan_closed(self, planned: Internships) -> None:
        """Let candidates of the green call be scored, ranked, paired; places go on to who follows."""
        offers = read("candidacies")["green_offers"]
        own = {2: accounts.CONFIRMS}
        for number, words in enumerate(offers, len(read("internships")["offers"])):
            planned.hosts.plan_offer(number, words, planned.days, own.get(number))
        shared = (self.staff, self.calendar, self.inventor, self.add)
        self.told = Candidacies(planned.call, planned.hosts, *shared)
        self.told.plan(GREEN)
        self.call = planned.call
        self._at(CLOSED - 1, 9, self._settle)
        self._at(HANDED_OVER, 10, self._hand_over)
        self._at(APPOINTED, 11, self._appoint)
        self._at(SITTING, 10, self._sit)
        self._at(RANKED, 11, self._rank)
        self._at(APPROVED, 12, self._approve)
        for number, day in enumerate((FIRST_PAIRING, SECOND_PAIRING), 1):
            self._at(day, 9, self._pair, number)

    def _at(self, days_ago: int, hour: int, act: Callable[..., object], *given: object) -> None:
        self.add(self.calendar.instant(days_ago, hour, 40, office=True), partial(act, *given))

    def _settle(self) -> None:
        clock.settle(self.call)

    def _hand_over(self) -> None:
        start_evaluation(self._now(), by=self._owner)

    def _appoint(self) -> None:
        day = self.calendar.working_day(APPOINTED)
        committees.appoint(
            self._now(),
            contest.seats(self.staff),
            by=self._director,
            act_number=f"Determinazione n. 47/{day.year}",
            act_date=day,
        )

    def _sit(self) -> None:
        """Score at one sitting all who were met."""
        committee = Committee.objects.select_related("call").get(call=self.call)
        president = self.staff[accounts.SECOND_EVALUATOR.email]
        sitting = sittings.begin(committee, by=president, place="Sala riunioni, primo piano")
        for member in committee.members.select_related("user"):
            sittings.declare(sitting, member, by=member.user, conflicts={})
        files = {self.told.case(place): one.points for place, one in enumerate(GREEN) if one.points}
        scorers = scorers_by_case(committee, list(files))
        for case, points in files.items():
            for member in scorers[case.pk]:
                typed = _typed(case.call_version.criteria.order_by("position"), points)
                sheet = sheets.open_file(case, member, by=member.user)
                sheets.save_typed(sheet, typed, {}, by=member.user)
                sheets.close_sheet(sheet, by=member.user)
        sittings.close(sitting, by=president, notes=read("words")["sitting"])

    def _rank(self) -> None:
        rankings.make_ranking(self._now(), by=self._owner)

    def _approve(self) -> None:
        """Approve the ranking, let its act leave, tell everybody, publish it."""
        ranking, day = Ranking.objects.get(call=self.call), self.calendar.working_day(APPROVED)
        job = rankings.approve_ranking(
            ranking,
            by=self._director,
            act_number=f"Determinazione n. 96/{day.year}",
            act_date=day,
            seen_digest=ranking.digest,
        )
        run_job(job.pk)
        self.told.see_to_letters()
        ranking = Ranking.objects.select_related("letter").get(pk=ranking.pk)
        if ranking.letter is not None and ranking.letter.state == ranking.letter.State.TO_APPROVE:
            letters.approve(ranking.letter.pk, by=self._owner)
        rankings.publish_ranking(Ranking.objects.get(pk=ranking.pk), by=self._owner)

    def _pair(self, number: int) -> None:
        """Put a pairing together, approve it and let its letters leave."""
        officer = self.staff[accounts.FIRST_OFFICER.email]
        made = candidates.make_pairing(self._now(), by=officer)
        day = self.calendar.working_day((FIRST_PAIRING, SECOND_PAIRING)[number - 1])
        job = candidates.approve_pairing(
            made,
            by=self._director,
            act_number=f"Determinazione n. {100 + number}/{day.year}",
            act_date=day,
            seen_digest=made.digest,
        )
        run_job(job.pk)
        self.told.see_to_letters()

    @property
    def _owner(self) -> User:
        return self.staff[accounts.PROCEDURE_OWNER.email]

    @property
    def _director(self) -> User:
        return self.staff[accounts.DIRECTOR.email]

    def _now(self) -> Call:
        return Call.objects.get(pk=self.call.pk)

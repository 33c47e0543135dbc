"""The ranked call of the demonstration: applications admitted, a committee in the middle of its work."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any

from calls.models import Call
from calls.services import clock, start_evaluation
from evaluation.models import Committee, Member
from evaluation.queries import scorers_by_case
from evaluation.services import committees, sheets, sittings
from evaluation.services.committees import Seat
from parties.codes import encode_tax_code
from parties.models import User
from portal.demo import accounts
from portal.demo.calendar import Calendar
from portal.demo.contents import read
from portal.demo.stories import Step, Story, integrated, taken
from workflows.models import Case

CODE = "COW-GRAD"
OPENED, CLOSED = 96, 61
HANDED_OVER, APPOINTED, SITTING_BEGINS, SITTING_ENDS, SITTING_NOW = 36, 34, 27, 27, 1
ADMITTED = 40
# Who has scored all that could be scored at the first sitting; the others are for the second.
SCORED = 4
HUNDRED = 100
# EUR: enough for some of them, and a part of the next.
ENDOWMENT = Decimal("6000.00")

FUNCTIONS = (
    (accounts.SECOND_EVALUATOR, "president"),
    (accounts.EVALUATOR, "member"),
    (accounts.THIRD_EVALUATOR, "member"),
    (accounts.SECOND_OFFICER, "secretary"),
    (accounts.SUBSTITUTE_EVALUATOR, "substitute"),
)

Add = Callable[[datetime, Callable[[], object]], None]


def stories() -> list[Story]:
    """Return the applications of the ranked call in the order of filing, all admitted by now."""
    return [
        *(admitted(filed) for filed in (92, 88, 85, 81)),
        Story(78, taken(78, *integrated(68, "identity"), *_admission()), is_large=True),
        *(admitted(filed) for filed in (74, 70)),
    ]


def admitted(filed: int) -> Story:
    """Admitted to the ranking before the committee sits; large enough for the call's least spend."""
    return Story(filed, taken(filed, *_admission()), is_large=True)


def _admission() -> tuple[Step, Step]:
    return Step(ADMITTED, "check_premiums"), Step(ADMITTED - 1, "admit_to_ranking")


@dataclass
class Evaluation:
    """The committee of the call and what it has done so far; each act on its day."""

    call: Call
    staff: dict[str, User]
    calendar: Calendar
    add: Add

    def plan(self) -> None:
        """Put every act into the order of events."""
        self._at(CLOSED - 1, 9, partial(clock.settle, self.call))
        self._at(HANDED_OVER, 10, self._hand_over)
        self._at(APPOINTED, 11, self._appoint)
        self._at(SITTING_BEGINS, 10, self._sit, "Sala riunioni, primo piano")
        self._at(SITTING_BEGINS, 11, self._score_the_first)
        self._at(SITTING_ENDS, 13, self._close)
        self._at(SITTING_NOW, 9, self._sit, "online")

    def _at(self, days_ago: int, hour: int, act: Callable[..., object], *given: object) -> None:
        self.add(self.calendar.instant(days_ago, hour, 15, office=True), partial(act, *given))

    def _hand_over(self) -> None:
        start_evaluation(self._now(), by=self.staff[accounts.PROCEDURE_OWNER.email])

    def _appoint(self) -> None:
        day = self.calendar.working_day(APPOINTED)
        committees.appoint(
            self._now(),
            seats(self.staff),
            by=self.staff[accounts.DIRECTOR.email],
            act_number=f"Determinazione n. 88/{day.year}",
            act_date=day,
        )

    def _sit(self, place: str) -> None:
        committee = self._committee()
        sitting = sittings.begin(committee, by=self._president(), place=place)
        here = list(committee.members.select_related("user"))
        conflict = {self._files()[1].pk: read("words")["conflict"]}
        for member in here:
            email = member.user.email
            # The evaluator of the printed accounts still has to state their interests today.
            if place == "online" and email == accounts.EVALUATOR.email:
                continue
            stated = conflict if email == accounts.THIRD_EVALUATOR.email else {}
            sittings.declare(sitting, member, by=member.user, conflicts=stated)

    def _score_the_first(self) -> None:
        committee = self._committee()
        files = self._files()[:SCORED]
        scorers = scorers_by_case(committee, files)
        for place, case in enumerate(files):
            for member in scorers[case.pk]:
                if place or member.user.email != accounts.EVALUATOR.email:
                    self._score(case, member, place)

    def _score(self, case: Case, member: Member, place: int) -> None:
        sheet = sheets.open_file(case, member, by=member.user)
        words: list[str] = read("words")["scores"]
        typed: dict[str, Any] = {}
        for criterion in case.call_version.criteria.order_by("position"):
            percent = 55 + (place * 17 + member.pk * 7 + criterion.position * 11) % 41
            points = int(criterion.weight * percent / HUNDRED)
            typed[f"points-{criterion.code}"] = str(points)
            typed[f"reason-{criterion.code}"] = words[(percent - 55) * len(words) // 41]
        sheets.save_typed(sheet, typed, {}, by=member.user)
        sheets.close_sheet(sheet, by=member.user)

    def _close(self) -> None:
        sitting = self._committee().sittings.get(closed_at=None)
        sittings.close(sitting, by=self._president(), notes=read("words")["sitting"])

    def _files(self) -> list[Case]:
        files = Case.objects.filter(call=self.call, submitted_at__isnull=False)
        return list(files.select_related("call", "call_version").order_by("submitted_at"))

    def _president(self) -> User:
        return self.staff[accounts.SECOND_EVALUATOR.email]

    def _committee(self) -> Committee:
        return Committee.objects.select_related("call").get(call=self.call)

    def _now(self) -> Call:
        return Call.objects.get(pk=self.call.pk)


def seats(staff: dict[str, User]) -> list[Seat]:
    """Return who sits in a committee of the demonstration."""
    return [
        Seat(staff[account.email], function, _tax_code(account, number))
        for number, (account, function) in enumerate(FUNCTIONS)
    ]


def _tax_code(account: accounts.DemoAccount, number: int) -> str:
    return encode_tax_code(
        first_name=account.first_name,
        last_name=account.last_name,
        birth_date=date(1968 + 3 * number, 1 + number, 10 + number),
        birthplace="Mantova",
        sex="F" if account.first_name.endswith("a") else "M",
    )

"""Random walks over the cases of an office: anybody tries anything, and time passes.

The machine knows no kind of case: acts come from `Kind.acts` and from the transitions that the
model declares, what may be typed into each from the kind's own `Acts`.
"""

import logging
from collections import Counter
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from accounting.services import ledger
from parties import moment
from parties.models import User
from parties.roles import Role
from tests.office import Office, make_user
from tests.workflows.prints import Prints
from tests.workflows.soundness import findings_of_watch, flaws_of_case, flaws_of_office
from workflows import covers, tasks, timers
from workflows.engine import InputRefused, TransitionRefused
from workflows.flows import offers_of
from workflows.kinds import Kind, kind_of, outside_flow
from workflows.models import Case, CaseTask
from workflows.services.substitutes import ask_substitute

Draw = Callable[[Any], Any]
Inputs = Callable[[Case, Draw], dict[str, Any]]
MOST_CASES, MOST_OPEN = 8, 3
# How many days ago a walk begins: the call of `tests.office` opened shortly before.
FIRST_DAY = 240


@dataclass(frozen=True)
class Acts:
    """How a kind of case is walked: filing one, what may be typed, what money it should hold."""

    file: Callable[[Office, Draw], Case]
    money: Callable[[Case], dict[str, Decimal]]
    plausible: dict[str, Inputs]
    implausible: dict[str, tuple[Inputs, ...]] = field(default_factory=dict)


def names_of(kind: Kind) -> list[str]:
    """Return every act of a kind and every move its model declares, save what opens a case."""
    steps = kind.model(kind=kind.code).get_all_status_transitions()
    moves = {step.name for step in steps if step.source != "draft"}
    return sorted(moves | {act.name for act in kind.acts})


class Walk(RuleBasedStateMachine):
    """Some cases, everybody who may touch them, and a clock that only goes forward."""

    office: Office
    kind: Kind
    acts: Acts
    people: list[User]
    # How often each act was done, and how often something was refused, over all walks.
    done: Counter[str]

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        self.cases: list[int] = []
        self.touched: set[int] = set()
        self.versions: dict[int, int] = {}
        self.now = timezone.now() - timedelta(days=FIRST_DAY)
        self.broken = _Broken()
        self.prints = Prints()
        self.office.count = 0

    def teardown(self) -> None:
        """Leave the database as it was before the walk."""
        self.broken.close()
        transaction.set_rollback(True)
        self.savepoint.__exit__(None, None, None)

    # What may happen.

    @initialize(data=st.data())
    def first_case(self, data: Any) -> None:
        """Begin with one filed case."""
        self._file(data)

    @precondition(lambda self: len(self.cases) < MOST_CASES and self._open_cases() < MOST_OPEN)
    @rule(data=st.data())
    def another_case(self, data: Any) -> None:
        """Somebody else files."""
        self._file(data)

    @rule(data=st.data())
    def expected_act(self, data: Any) -> None:
        """Somebody who is asked does one of the things that are asked."""
        self._expected(data)

    @rule(data=st.data())
    def another_expected_act(self, data: Any) -> None:
        """The same again: walks must come far."""
        self._expected(data)

    @rule(data=st.data())
    def one_more_expected_act(self, data: Any) -> None:
        """And again."""
        self._expected(data)

    @rule(data=st.data())
    def any_act(self, data: Any) -> None:
        """Anybody tries anything, with sense or without."""
        case = self._case(data)
        name = data.draw(st.sampled_from(sorted(names_of(self.kind))), "act")
        by = data.draw(st.sampled_from([None, *self.people]), "by")
        seen = data.draw(st.sampled_from([None, case.version, case.version - 1, 0]), "seen")
        self._attempt(case, name, by, data, seen=seen, sense=data.draw(st.booleans(), "sense"))

    @rule(data=st.data())
    def hands_change(self, data: Any) -> None:
        """Anybody tries to take, give or give back any task, old ones too."""
        case = self._case(data)
        rows = tasks.open_tasks(case) if data.draw(st.booleans(), "open") else []
        rows = rows or list(CaseTask.objects.filter(case_id=case.pk).order_by("-pk"))
        task = data.draw(st.sampled_from(rows), "task")
        by = data.draw(st.sampled_from(self.people), "by")
        move = data.draw(st.sampled_from(["take", "release", "hand_over"]), "move")
        to = {"to": data.draw(st.sampled_from(self.people), "to")} if move == "hand_over" else {}
        self._refusable(case, move, lambda: getattr(tasks, move)(task, by=by, **to))

    @rule(data=st.data())
    def charge_changes(self, data: Any) -> None:
        """Anybody tries to give a whole case to anybody."""
        case = self._case(data)
        by, to = (data.draw(st.sampled_from(self.people), word) for word in ("by", "to"))
        self._refusable(case, "hand_over_case", lambda: tasks.hand_over_case(case, by=by, to=to))

    @rule(data=st.data())
    def substitute_is_asked(self, data: Any) -> None:
        """The applicant, or somebody else, asks for another to decide (PROC-T8)."""
        case = self._case(data)
        by = data.draw(st.sampled_from([case.opened_by, *self.people]), "by")
        self._refusable(case, "ask_substitute", lambda: ask_substitute(case, by=by))

    @rule(data=st.data(), starts=st.sampled_from([0, 1, 5]), lasts=st.sampled_from([0, 4, 20]))
    def somebody_is_away(self, data: Any, starts: int, lasts: int) -> None:
        """Somebody of the office says for themselves, or for another, who is away and who covers."""
        user, cover, by = (
            data.draw(st.sampled_from(self.people), word) for word in ("user", "cover", "by")
        )
        first = timezone.localdate(self.now) + timedelta(days=starts)
        said = {"user": user, "cover": cover, "by": data.draw(st.sampled_from([user, by]))}
        said |= {"starts_on": first, "ends_on": first + timedelta(days=lasts)}
        self.touched.update(self.cases)
        self._refusable(self._case(data), "absence", lambda: covers.record(**said))

    @rule(days=st.sampled_from([1, 3, 8, 11, 16, 31, 70]), awake=st.booleans())
    def time_passes(self, days: int, awake: bool) -> None:
        """Days go by; the worker looks at the terms, or is down."""
        self.now = min(self.now + timedelta(days=days), timezone.now() - timedelta(minutes=1))
        self.touched.update(self.cases)
        if awake:
            with self._then():
                self.done["covered"] += covers.run_due()
                self.done["fired"] += timers.fire_due()
                found = findings_of_watch()
                assert not found, found

    @rule(amount=st.sampled_from([Decimal("150.00"), Decimal("600.00")]))
    def money_comes(self, amount: Decimal) -> None:
        """The call is refinanced."""
        with self._then():
            ledger.endow(self.office.call, amount, by=None, description="Rifinanziamento")

    # What must hold.

    @invariant()
    def all_is_sound(self) -> None:
        """Ask the tables about every case that may have changed, and about the office."""
        with self._then():
            flaws = [flaw for pk in sorted(self.touched) for flaw in self._flaws(pk)]
            flaws += flaws_of_office()
        assert flaws + self.broken.sentences == []
        self.touched.clear()

    def _flaws(self, pk: int) -> list[str]:
        case = Case.objects.get(pk=pk).specific
        flaws = flaws_of_case(case, [*self.people, case.opened_by], self.acts.money(case))
        if case.version < self.versions.get(pk, 1):
            flaws.append(f"{case}: the version went back to {case.version}")
        self.versions[pk] = case.version
        return flaws

    def _open_cases(self) -> int:
        return Case.objects.filter(pk__in=self.cases, closed_at=None).count()

    # How it is done.

    def _file(self, data: Any) -> None:
        with self._then():
            case = self.acts.file(self.office, data.draw)
        self.cases.append(case.pk)
        self.touched.add(case.pk)

    def _case(self, data: Any) -> Case:
        return Case.objects.get(pk=data.draw(st.sampled_from(self.cases), "case")).specific

    def _expected(self, data: Any) -> None:
        going = Case.objects.filter(pk__in=self.cases, closed_at=None).order_by("pk")
        open_ = list(going.values_list("pk", flat=True))
        closed = [pk for pk in self.cases if pk not in open_]
        # A decision stands until somebody undoes it, so closed cases are asked after too.
        pks = data.draw(st.sampled_from([open_, open_, closed]), "among") or self.cases
        case = Case.objects.get(pk=data.draw(st.sampled_from(pks), "case")).specific
        with self._then():
            offers = self._offers(case)
        if offers:
            name = data.draw(st.sampled_from(sorted(offers)), "act")
            by = data.draw(st.sampled_from(offers[name]), "by")
            self._attempt(case, name, by, data, seen=case.version, sense=True)

    def _offers(self, case: Case) -> dict[str, list[User]]:
        """Return the acts that tasks ask for and rules allow now, each with who may do it."""
        found: dict[str, list[User]] = {}
        steps = {
            step.name: step
            for step in case.get_all_status_transitions()
            if step.source in ("*", case.status) and self._is_allowed(case, step)
        }
        everybody = [*self.people, case.opened_by]
        asked = [
            (offers_of(task.flow_task), [task.owner] if task.owner else everybody)
            for task in tasks.open_tasks(case)
        ]
        for names, people in [*asked, (outside_flow(case), everybody)]:
            for name in sorted(set(names) & set(steps)):
                may = [person for person in people if steps[name].has_perm(case, person)]
                found |= {name: may} if may else {}
        return found

    def _is_allowed(self, case: Case, step: Any) -> bool:
        act = self.kind.act(step.name)
        settled = act.settles if act else frozenset()
        outcomes = [one for condition in step.conditions for one in condition.explain(case)]
        return not any(one.blocks and one.rule not in settled for one in outcomes)

    def _attempt(
        self, case: Case, name: str, by: User | None, data: Any, *, seen: int | None, sense: bool
    ) -> None:
        senseless = self.acts.implausible.get(name, ())
        choose = self.acts.plausible[name]
        if not sense and senseless:
            choose = data.draw(st.sampled_from(senseless), "senseless")
        inputs = choose(case, data.draw)
        self._refusable(case, name, lambda: do(case, name, by=by, seen_version=seen, **inputs))

    def _refusable(self, case: Case, name: str, act: Callable[[], Any]) -> None:
        """Do something that may be refused; a refusal says why and leaves no trace."""
        self.now = min(self.now + timedelta(minutes=7), timezone.now())
        self.touched.add(case.pk)
        before = self.prints.take()
        with self._then():
            try:
                act()
                self.done[name] += 1
            except (TransitionRefused, InputRefused) as refusal:
                self.done["refused"] += 1
                sentence = getattr(refusal, "sentence", None) or " ".join(refusal.messages)
                assert sentence.strip(), "a refusal says why"
                after = self.prints.take()
                changed = [name for name in after if after[name] != before.get(name)]
                assert changed == [], f"refused ({sentence}), and yet these changed: {changed}"

    @contextmanager
    def _then(self) -> Any:
        with moment.going_back(self.now, by=BaseCommand()):
            yield


def do(case: Case, name: str, *, by: User | None, **inputs: Any) -> Any:
    """Do an act as pages do: through its task, or by its service where no task asks for it."""
    kind = kind_of(case)
    asked = {name for node in kind.flow.instance.nodes() for name in offers_of(node)}
    if name in asked | outside_flow(case):
        return tasks.perform(case, name, by=by, **inputs)
    return kind.act(name).service(case, by=by, **inputs)


def everybody() -> list[User]:
    """Return one person of every role, a second officer and director, two without any."""
    return [
        *(make_user(f"passo.{role.value}@example.org", role) for role in Role),
        make_user("passo.secondo@example.org", Role.OFFICER),
        make_user("passo.seconda@example.org", Role.DIRECTOR),
        make_user("passo.nessuno@example.org"),
        make_user("passo.altro@example.org"),
    ]


class _Broken(logging.Handler):
    """Hears of what broke in the worker's rounds: they only log it and go on."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.sentences: list[str] = []
        self.logger = logging.getLogger("workflows")
        self.logger.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what was logged."""
        self.sentences.append(f"{record.getMessage()}: {record.exc_info and record.exc_info[1]!r}")

    def close(self) -> None:
        """Hear no more."""
        self.logger.removeHandler(self)
        super().close()

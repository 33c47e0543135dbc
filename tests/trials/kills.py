"""A site that is used and killed, again and again: applications filed, examined, decided."""

import os
import random
import re
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html import unescape
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from bench.office import BenchOffice
from bench.server import ATTRIBUTE, Visitor
from grants.models import RentContribution
from letters.models import Delivery
from letters.services import send
from parties.models import User
from parties.roles import Role
from tests.office import days_ago, make_user
from tests.trials.count import flaws_after
from tests.trials.sink import Sink
from tests.trials.site import Site, ask, free_port
from workflows import bulk
from workflows.jobs import fire_timers, pick_up
from workflows.models import BackgroundJob, Case, CaseTask, HistoryEntry
from workflows.services.integrations import Asked
from workflows.tasks import perform

APPLICATIONS, WAITING, CLIENTS, OFFICE, BATCH = 48, 10, 6, 3, 6
SETTLE_SECONDS = 180
MOVES = ("submit", "start_examination", "propose_admission", "grant")
SILENT_MOVES = ("submit", "start_examination", "request_integration", "close_integration")
INPUT = re.compile(r"<input\b[^>]*>")


@dataclass
class Trial:
    """What is asked of the site, by whom, and what it answered."""

    site: Site
    drafts: list[RentContribution]
    waiting: list[RentContribution]
    officers: list[User]
    directors: list[User]
    # Act and case of every request whose first answer said that it was done.
    answered: list[tuple[str, int]] = field(default_factory=list)

    def run(self) -> None:
        """File every draft and bring it to the grant: one by one, as ticked rows, all that is left."""
        third = len(self.drafts) // 3
        _defer(fire_timers)
        self.all_of(self._file, self.drafts, [draft.opened_by for draft in self.drafts])
        self.all_of(self._examine, self.drafts, self.officers)
        self._decide_ticked(self.drafts[:third])
        self.all_of(self._grant, self.drafts[third : 2 * third], self.directors)
        self.settle()
        self._decide_all()

    def settle(self) -> None:
        """Let the worker finish what it was killed at, and wait until nothing is left to do."""
        end = time.monotonic() + SETTLE_SECONDS
        while self._unfinished() and time.monotonic() < end:
            _defer(pick_up)
            time.sleep(1)

    def _unfinished(self) -> bool:
        return (
            ProcrastinateJob.objects.filter(status__in=["todo", "doing"])
            .exclude(queue_name="upkeep")
            .exists()
            or BackgroundJob.objects.filter(finished_at=None).exists()
            or RentContribution.objects.filter(status="integration_requested").exists()
        )

    def all_of(self, act: Callable, things: list[Any], people: list[User]) -> None:
        """Let people do an act to many things at once, each in their turn."""
        turns = [people[number % len(people)] for number in range(len(things))]
        with ThreadPoolExecutor(CLIENTS) as pool:
            list(pool.map(_closing(act), things, turns))

    def _file(self, draft: RentContribution, by: User) -> None:
        action = reverse("grants:submit", args=[draft.pk])
        page = reverse("grants:review", args=[draft.pk])
        self._send(by, "submit", draft.pk, page, action)

    def _examine(self, case: RentContribution, by: User) -> None:
        task = CaseTask.objects.get(case_id=case.pk, flow_task__endswith="take_charge")
        action = reverse("workflows:take", args=[task.pk])
        page = reverse("workflows:office_case", args=[case.pk])
        self._send(by, "start_examination", case.pk, page, action)
        self._act(case, "propose_admission", by)

    def _grant(self, case: RentContribution, by: User) -> None:
        self._act(case, "grant", by)

    def _act(self, case: RentContribution, name: str, by: User) -> None:
        page = reverse("workflows:act", args=[case.pk, name])
        self._send(by, name, case.pk, page, page)

    def _send(self, by: User, act: str, pk: int, page: str, action: str) -> None:
        """Open a page and send its form until the site has answered, like a patient person."""
        status, text, lost = self.press(by, act, pk, page, action)
        if status == HTTPStatus.FOUND and not lost:
            self.answered.append((act, pk))
        elif status != HTTPStatus.FOUND and not (lost and status == HTTPStatus.CONFLICT):
            raise RuntimeError(f"{act} of {pk}: the form answers {status}\n{_words(text)}")

    def press(self, by: User, act: str, pk: int, page: str, action: str) -> tuple[int, str, bool]:
        """Send the form of a page as it stands; return what `ask` does."""
        visitor = Visitor(self.site.port, by)
        status, text, _lost = ask(visitor, "GET", page)
        if status != HTTPStatus.OK:
            raise RuntimeError(f"{act} of {pk}: the page answers {status}\n{_words(text)}")
        typed = _fields(text, action) | {"csrfmiddlewaretoken": visitor.cookies["csrftoken"]}
        answer = ask(visitor, "POST", action, urlencode(typed))
        visitor.connection.close()
        return answer

    def _decide_all(self) -> None:
        """Foresee everything that waits for a signature, and do it while the killer goes on."""
        selection, director = bulk.Selection.now("elenco=firma"), self.directors[0]
        count = selection.count(director)
        dry_run = bulk.start_dry_run(bulk.find("decide"), selection, by=director, count=count)
        self.settle()
        dry_run.refresh_from_db()
        bulk.start_execution(dry_run, by=director)
        self.settle()

    def _decide_ticked(self, cases: list[RentContribution]) -> None:
        for start in range(0, len(cases), BATCH):
            pks = [case.pk for case in cases[start : start + BATCH]]
            found = Case.objects.filter(pk__in=pks).order_by("submitted_at", "pk")
            rows = [bulk.Row(case.pk, "grant", case.version) for case in found]
            bulk.start_acts(rows, by=self.directors[0], key=uuid.uuid4())


def run(bench: BenchOffice, sink: Sink, folder: Path, seed: int) -> dict[str, Any]:
    """Run one trial; returns "flaws", none where nothing was lost or doubled, and figures."""
    trial = _prepare(bench, folder, seed)
    before, begun = HistoryEntry.objects.count(), time.monotonic()
    try:
        trial.site.wait()
        with trial.site.killer():
            trial.run()
        seconds = time.monotonic() - begun
        trial.settle()
    finally:
        trial.site.stop()
    flaws = flaws_after(
        {MOVES: trial.drafts, SILENT_MOVES: trial.waiting},
        trial.answered,
        sink.taken,
        trial.site.kills["kill_worker"],
    )
    return {
        "seed": seed,
        "flaws": flaws,
        "transitions": HistoryEntry.objects.count() - before,
        "kills": dict(trial.site.kills),
        "mails": sum(sink.taken.values()),
        "mails_twice": sum(number - 1 for number in sink.taken.values()),
        "attempts_cut_short": Delivery.objects.filter(attempts__gt=1).count(),
        "seconds": round(seconds),
        "seconds_to_settle": round(time.monotonic() - begun - seconds),
    }


def _prepare(bench: BenchOffice, folder: Path, seed: int) -> Trial:
    office = bench.office
    officers = [
        make_user(f"istruttore{number}@example.org", Role.OFFICER) for number in range(OFFICE)
    ]
    with days_ago(20):
        waiting = [_waiting(office) for _number in range(WAITING)]
    drafts = [bench.complete_draft() for _number in range(APPLICATIONS)]
    random.Random(seed).shuffle(drafts)
    site = Site(free_port(), dict(os.environ), folder / "logs", seed)
    return Trial(site, drafts, waiting, officers, bench.directors(OFFICE))


def _waiting(office: Any) -> RentContribution:
    """Return a case whose applicant was asked for something; the letter that begins the term is there."""
    items = [Asked("field", "project", "Progetto", "Racconti meglio le attività.")]
    case = perform(
        office.examined(), "request_integration", by=office.officer, items=items, reason="Manca."
    )
    send(case.letters.get(kind="integration_request").deliveries.get().pk)
    return case


def _fields(page: str, action: str) -> dict[str, str]:
    """Return what a browser would send unchanged of the form that goes to `action`, if there is one."""
    start = page.find(f'action="{action}"')
    start = page.find('id="act-form"') if start < 0 else start
    if start < 0:
        return {}
    fields = {}
    for tag in INPUT.finditer(page[start : page.index("</form>", start)]):
        attributes = dict(ATTRIBUTE.findall(tag.group()))
        if "name" in attributes and attributes.get("type") not in {"submit", "checkbox", "radio"}:
            fields[attributes["name"]] = unescape(attributes.get("value", ""))
    return fields


def _words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())[:1500]


def _closing(act: Callable) -> Callable:
    def run(*values: Any) -> None:
        try:
            act(*values)
        finally:
            connection.close()

    return run


def _defer(task: Any) -> None:
    try:
        task.defer(timestamp=0)
    except AlreadyEnqueued:
        return

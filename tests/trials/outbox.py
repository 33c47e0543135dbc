"""Letters approved one by one and many at once while the site is killed: each leaves, and once."""

import os
import time
from dataclasses import dataclass, field
from decimal import Decimal
from http import HTTPStatus
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse

from bench.office import BenchOffice
from letters.models import BodyStyle, Delivery, Letter, LetterEvent
from letters.pdf import Signature
from letters.services import put
from letters.wording import Wording
from parties.models import User
from tests.letters.authority import PASSWORD, Authority
from tests.trials.count_letters import flaws_of_letters
from tests.trials.kills import OFFICE, Trial
from tests.trials.sink import Sink
from tests.trials.site import Site, free_port
from workflows import bulk
from workflows.models import BackgroundJob

LETTERS, CASES = int(os.environ.get("OUTBOX_LETTERS", "18")), 3
WORDING = Wording(
    kind="notice",
    subject="Avviso di prova",
    text="Si concede un contributo di **600,00 €**.\n\n{{ firma }}\n",
    values={"firma": (Signature("Il direttore", "Dora Prova"),)},
)


class Office(Site):
    """The site, killed every few steps of its letters."""

    paced_by = "SELECT count(*) FROM letters_letterevent"
    between_kills = (1, 4)
    # A whole server takes its time to come back: what it was about is over by then.
    kinds = ("kill_web", *["kill_one_web_worker"] * 2, *["kill_worker"] * 3)


@dataclass
class OutboxTrial(Trial):
    """Letters that wait, approved in three ways."""

    letters: list[Letter] = field(default_factory=list)

    def run(self) -> None:
        """Approve a third one by one, a third in a batch, a third in both ways at the same time."""
        alone, together, raced = (self.letters[start::3] for start in range(3))
        self.all_of(self._approve, alone, self.directors)
        self._start_batch(together)
        self.settle()
        self._start_batch(raced)
        self.all_of(self._approve_first, raced, self.directors)
        self.settle()

    def _approve(self, letter: Letter, by: User) -> None:
        self._send(by, "approve", letter.pk, *_pages(letter))

    def _approve_first(self, letter: Letter, by: User) -> None:
        """Approve a letter that the batch may have approved already: then the page says so."""
        status, text, _lost = self.press(by, "approve", letter.pk, *_pages(letter))
        if status not in (HTTPStatus.FOUND, HTTPStatus.CONFLICT):
            raise RuntimeError(f"letter {letter.pk}: the form answers {status}\n{text[:1500]}")

    def _start_batch(self, letters: list[Letter]) -> None:
        ticks = "&".join(f"letter={letter.pk}" for letter in letters)
        selection, director = bulk.Selection.now(f"elenco=lettere&{ticks}"), self.directors[0]
        dry_run = bulk.start_dry_run(
            bulk.find("approve"), selection, by=director, count=selection.count(director)
        )
        self.settle()
        bulk.start_execution(BackgroundJob.objects.get(pk=dry_run.pk), by=director)


def run(bench: BenchOffice, sink: Sink, folder: Path, seed: int) -> dict[str, Any]:
    """Run one trial; returns "flaws", none where each letter left and left once, and figures."""
    begun = time.monotonic()
    trial = _prepare(bench, folder, seed)
    prepared = time.monotonic()
    try:
        with trial.site.killer():
            trial.site.wait()
            trial.run()
        trial.settle()
    finally:
        trial.site.stop()
    kills, ended = trial.site.kills, time.monotonic()
    return {
        "seed": seed,
        "flaws": flaws_of_letters(trial.letters, trial.answered, sink.taken, kills["kill_worker"]),
        "letters": Letter.objects.count(),
        "steps": LetterEvent.objects.count(),
        "kills": dict(kills),
        "mails": sum(sink.taken.values()),
        "mails_twice": sum(number - 1 for number in sink.taken.values()),
        "attempts_cut_short": Delivery.objects.filter(attempts__gt=1).count(),
        "seconds_to_prepare": round(prepared - begun),
        "seconds": round(ended - prepared),
    }


def _prepare(bench: BenchOffice, folder: Path, seed: int) -> OutboxTrial:
    """Write letters about a few cases in an office that reads them again and seals them."""
    os.environ["SPORTELLO_SEAL_PKCS12"] = str(Authority().seal(folder))
    os.environ["SPORTELLO_SEAL_PASSWORD"] = PASSWORD
    settings.SEAL_PKCS12, settings.SEAL_PASSWORD = os.environ["SPORTELLO_SEAL_PKCS12"], PASSWORD
    BodyStyle.objects.update(leaves_at_once=False)
    cases = [bench.office.file() for _number in range(CASES)]
    by, amount = bench.office.director, Decimal("600.00")
    letters = [
        put(cases[number % CASES], WORDING, by=by, amount=amount) for number in range(LETTERS)
    ]
    site = Office(free_port(), dict(os.environ), folder / "logs", seed)
    return OutboxTrial(site, [], [], [], bench.directors(OFFICE), letters=letters)


def _pages(letter: Letter) -> tuple[str, str]:
    """Return the page of a letter, and where its form for the approval goes."""
    page = reverse("letters:letter", args=[letter.pk])
    return page, reverse("letters:act", args=[letter.pk, "approva"])

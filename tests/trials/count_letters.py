"""What is counted when a trial of the outbox is over: one number, one file, one message a letter."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from letters.models import Letter, LetterEvent
from letters.sealing import verify_seal
from tests.trials.count import flaws_of_mails, flaws_of_queue
from tests.workflows.soundness import findings_of_watch, flaws_of_office
from workflows import bulk
from workflows.models import BackgroundJob, Document, JobRow, ProtocolEntry
from workflows.printing import SealOutcome

OUT = ProtocolEntry.Direction.OUT
STEPS = ("approve", "begin_sending", "note_sent")
# A row of a batch is done, or somebody was quicker.
ENDS = {JobRow.Outcome.DONE, JobRow.Outcome.CHANGED}


def flaws_of_letters(
    approved: Iterable[Letter],
    answered: Iterable[tuple[str, int]],
    taken: Counter[str],
    kills: int,
) -> list[str]:
    """Return what is wrong: letters lost, or numbered, kept, approved or sent more than once.

    `answered` are the approvals that the site said were done, `taken` counts the messages that
    left, by identity; the worker was killed `kills` times.
    """
    return [
        *_steps(approved),
        *_answers(answered),
        *_numbers(),
        *_files(),
        *_batches(),
        *flaws_of_queue(),
        *flaws_of_mails(taken, kills),
        *flaws_of_office(),
        *findings_of_watch(),
    ]


def _steps(approved: Iterable[Letter]) -> Iterator[str]:
    for letter in approved:
        made = tuple(letter.events.order_by("pk").values_list("name", flat=True))
        if made != STEPS:
            yield f"letter {letter.pk} made the steps {made}"


def _answers(answered: Iterable[tuple[str, int]]) -> Iterator[str]:
    for name, pk in answered:
        if not LetterEvent.objects.filter(letter_id=pk, name=name).exists():
            yield f"{name} of letter {pk} was answered as done, and is not there"


def _numbers() -> Iterator[str]:
    """Every number that left the house is of one letter, and every letter has one."""
    used = Counter(Letter.objects.values_list("protocol_id", flat=True))
    given = Counter(ProtocolEntry.objects.filter(direction=OUT).values_list("pk", flat=True))
    if used != given:
        yield f"letters bear the numbers {used}, the protocol gave {given}"


def _files() -> Iterator[str]:
    kept = Document.objects.filter(origin=Document.Origin.LETTER)
    if kept.count() != Letter.objects.count():
        yield f"{Letter.objects.count()} letters have {kept.count()} files"
    for letter in Letter.objects.select_related("document", "protocol").order_by("pk"):
        with letter.document.file.open("rb") as file:
            data = file.read()
        digest = hashlib.sha256(data).hexdigest()
        if {digest} != {letter.document.sha256, letter.protocol.digests[0]["sha256"]}:
            yield f"the file of letter {letter.pk} is not the registered one"
        if (seal := verify_seal(data)).outcome is not SealOutcome.VALID:
            yield f"the seal of letter {letter.pk}: {seal}"


def _batches() -> Iterator[str]:
    for job in BackgroundJob.objects.filter(kind=bulk.EXECUTION).order_by("pk"):
        outcomes = Counter(job.rows.values_list("outcome", flat=True))
        if job.state != "done" or outcomes.total() != job.total or outcomes.keys() - ENDS:
            yield f"batch {job.pk} is {job.state}: {outcomes} of {job.total}"

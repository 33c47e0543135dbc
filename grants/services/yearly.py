"""Drawing up the papers of a year, one for each beneficiary, in the background (TAX-07, TRA-11)."""

from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from grants import letters, permissions
from grants.models import RentContribution, YearlyPaper
from grants.yearly import AMOUNTS, Payee, payees, with_papers
from letters.models import Letter
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import BackgroundJob, JobRow
from workflows.services.jobs import note_row, register_runner, start_job

JOB_KIND = "yearly_papers"
Kind = YearlyPaper.Kind
Outcome = JobRow.Outcome
# An earlier paper that has no number yet: two of them must not leave.
WAITING = (Letter.State.TO_APPROVE, Letter.State.HELD)


@transaction.atomic
def start(kind: str, year: int, *, by: User, key: UUID | None = None) -> BackgroundJob:
    """Ask the worker for the papers of a kind that a year still lacks; the same form starts it once.

    Raises `TransitionRefused` where the person has not the right, the year has not begun, or nothing
    is lacking.
    """
    if not by.has_perm(permissions.DRAW_YEARLY_PAPERS):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    lacking = [one for one in _all(year) if one.lacks(kind)]
    if year > moment.today().year or not lacking:
        raise TransitionRefused(
            Refusal.STATUS, _("Every beneficiary of this year has this paper already.")
        )
    return start_job(
        kind=JOB_KIND,
        title=f"{Kind(kind).label} {year}",
        by=by,
        inputs={"kind": kind, "year": year},
        total=len(lacking),
        key=key,
    )


def run(job: BackgroundJob) -> None:
    """Draw up what is lacking, each paper in a transaction of its own; a row noted is not done again."""
    by = User.objects.get(pk=job.by_id)
    kind, year = job.inputs["kind"], job.inputs["year"]
    done = set(job.rows.values_list("key", flat=True))
    for payee in _all(year):
        if payee.key not in done and payee.lacks(kind):
            _draw(job, payee, kind, year, by)


def register() -> None:
    """Make the work known; called once when the site starts."""
    register_runner(JOB_KIND, run)


@transaction.atomic
def _draw(job: BackgroundJob, payee: Payee, kind: str, year: int, by: User) -> None:
    case = RentContribution.objects.select_related("applicant", "call__manager").get(pk=payee.case)
    _one_at_a_time()
    mine = payees(year).filter(tax_code=payee.tax_code, case__call__manager=payee.payer)
    (payee,) = with_papers(year, list(mine))
    if not payee.lacks(kind):
        return
    earlier = payee.papers.get(kind)
    if earlier and earlier.letter.state in WAITING:
        sentence = _("The earlier paper is still in the outbox: let it leave or withdraw it first.")
        note_row(job, payee.key, Outcome.REFUSED, label=payee.name, sentence=sentence, case=case)
        return
    mark = earlier.letter.protocol.mark if earlier and earlier.letter.protocol else ""
    letter = letters.send_yearly_paper(kind, case, year, by=by, replaces=mark)
    YearlyPaper.objects.create(
        kind=kind,
        year=year,
        payer_id=payee.payer,
        tax_code=payee.tax_code,
        letter=letter,
        by=by,
        **dict(zip(AMOUNTS, payee.amounts, strict=True)),
    )
    note_row(job, payee.key, Outcome.DONE, label=payee.name, case=case)


def _one_at_a_time() -> None:
    """Let two jobs about the same year draw no paper twice."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE grants_yearlypaper IN SHARE ROW EXCLUSIVE MODE")


def _all(year: int) -> list[Payee]:
    return with_papers(year, list(payees(year)))

"""The CUP of many grants at once: the table that goes out without them and comes back with them (CUP-01)."""

from collections import Counter
from functools import partial

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounting.files.safe_xml import Unreadable
from accounting.files.tables import read_rows
from calls.models import Call
from grants.models import RentContribution, Status
from grants.services.evidence import assign_cup
from grants.services.tables import Taken, take_row
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.rules import Outcome, Verdict

WANTED = ("domanda", "cup")
AWAITED = (
    Status.ADMISSION_PROPOSED,
    Status.ADMISSIBLE,
    Status.PARTIAL_OFFERED,
    Status.OFFER_ACCEPTED,
    Status.WAITING_LIST,
)


def awaiting_cup(call: Call) -> QuerySet[RentContribution]:
    """Return the cases of a call that want a CUP before their grant, in order of filing."""
    rows = RentContribution.objects.filter(call=call, status__in=AWAITED, cup="")
    related = rows.select_related("call", "call_version", "applicant__organisation", "space")
    return related.prefetch_related("lines").order_by("submitted_at", "pk")


def take_cups(call: Call, data: bytes, *, by: User) -> list[Taken]:
    """Write down the CUPs that a table brought back, row by row; each refusal names its rule.

    Raises `TransitionRefused` where the table cannot be read; then nothing is written.
    """
    try:
        rows = [(line, cell) for line, cell in read_rows(data, WANTED) if cell["cup"]]
    except Unreadable as error:
        raise TransitionRefused(
            Refusal.RULE, _("The file cannot be read: {reason}.").format(reason=error)
        ) from error
    if not rows:
        raise TransitionRefused(Refusal.RULE, _("No row of the file says anything."))
    times = Counter(cell["domanda"] for _line, cell in rows)

    return [
        take_row(
            call,
            line,
            cell["domanda"],
            partial(_write, cup=cell["cup"], times=times[cell["domanda"]], by=by),
            rule="CUP-04",
        )
        for line, cell in rows
    ]


def _write(case: RentContribution, *, cup: str, times: int, by: User) -> None:
    _refuse_second(case, cup, times)
    assign_cup(case, by=by, cup=cup)


def _refuse_second(case: RentContribution, cup: str, times: int) -> None:
    """One grant, one CUP: a file does not choose between two, nor replaces one that stands (CUP-04)."""
    if times > 1:
        sentence = f"La domanda {case.number} è in più righe: quale CUP vale non si può sapere."
    elif case.cup and case.cup != cup.upper():
        sentence = f"La domanda {case.number} ha già il CUP {case.cup}: si corregge a mano."
    else:
        return
    told = Outcome("CUP-04", Verdict.NOT_MET, sentence, {"CUP": cup})
    raise TransitionRefused(Refusal.RULE, sentence, [told])

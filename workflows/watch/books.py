"""Registers that must have no gap: protocol, daily register, history."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Count, F, Max, Min, OuterRef, Q, Subquery, Value, Window
from django.db.models.functions import Coalesce, Lag
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parties import moment
from parties.models import Body
from ui.formats import short_date
from workflows.models import Case, HistoryEntry, ProtocolCounter, ProtocolEntry
from workflows.services import daily_register
from workflows.watch.registry import Finding, Group, Severity, register_check
from workflows.watch.standing import BATCH, page_of

# By this hour of the next day the register of a day has been printed (PRT-06).
REGISTER_HOUR = 6


def protocol_gaps() -> Iterator[Finding]:
    """PRT-03: yield years whose numbers have a gap, or whose counter is not at the last entry."""
    series: dict[tuple[int, int], Any] = {
        (row["body_id"], row["year"]): row
        for row in ProtocolEntry.objects.order_by("body_id", "year")
        .values("body_id", "year")
        .annotate(rows=Count("pk"), first=Min("number"), last=Max("number"))
    }
    counters = {
        (counter.body_id, counter.year): counter
        for counter in ProtocolCounter.objects.select_related("body").order_by("pk")
    }
    seals = _last_seals()
    for key, row in series.items():
        if row["rows"] != row["last"] or row["first"] != 1:
            yield from _missing_numbers(row)
        counter = counters.get(key)
        if counter is None or counter.last_number != row["last"]:
            yield _protocol(
                _("the counter stands at {counter}, the last entry is {last}.").format(
                    counter=counter.last_number if counter else 0, last=row["last"]
                ),
                row["year"],
            )
        elif counter.last_seal != seals.get(key):
            yield _protocol(_("the last entry does not bear the seal of the counter."), row["year"])
    for key in counters.keys() - series.keys():
        if counters[key].last_number:
            yield _protocol(
                _("the counter stands at {counter}, but there is no entry.").format(
                    counter=counters[key].last_number
                ),
                counters[key].year,
            )


def daily_registers() -> Iterator[Finding]:
    """PRT-06: yield the days whose register was not printed by the next morning."""
    now = timezone.localtime(moment.now())
    until = now.date() - timedelta(days=1 if now.hour >= REGISTER_HOUR else 2)
    for body in Body.objects.filter(pk__in=ProtocolCounter.objects.values("body")).order_by("pk"):
        if days := daily_register.missing_days(body, until):
            yield Finding(
                _(
                    "{body}: {count} daily registers were not printed, from that of {day} on."
                ).format(body=body, count=len(days), day=short_date(days[0])),
                reverse("workflows:protocol"),
            )


def history_ends() -> Iterator[Finding]:
    """Yield cases whose history is shorter or longer than the case says, or ends otherwise.

    Only the end is looked at: `manage.py verify_history` reads every entry.
    """
    counted = (
        HistoryEntry.objects.filter(case=OuterRef("pk"))
        .order_by()
        .values("case")
        .annotate(n=Count("pk"))
        .values("n")
    )
    last = HistoryEntry.objects.filter(case=OuterRef("pk"), position=OuterRef("history_length"))
    cases = Case.objects.annotate(
        n=Coalesce(Subquery(counted), 0),
        seal=Coalesce(Subquery(last.values("seal")[:1]), Value("")),
    )
    odd = cases.filter(~Q(n=F("history_length")) | ~Q(seal=F("history_last"))).order_by("pk")
    rows = odd.values_list("pk", "number", "n", "history_length").iterator(BATCH)
    for pk, number, found, expected in rows:
        if found != expected:
            words = _("Case {number}: its history should have {expected} entries and has {found}.")
        else:
            words = _(
                "Case {number}: the last entry of its history is not the one that was written."
            )
        yield Finding(
            words.format(number=number or pk, expected=expected, found=found),
            page_of(pk),
            Severity.URGENT,
        )


def _missing_numbers(row: dict[str, Any]) -> Iterator[Finding]:
    entries = ProtocolEntry.objects.filter(body_id=row["body_id"], year=row["year"])
    before = Coalesce(Window(Lag("number"), order_by=F("number").asc()), 0)
    gaps = entries.annotate(before=before).filter(number__gt=F("before") + 1).order_by("number")
    for number, earlier in gaps.values_list("number", "before").iterator(BATCH):
        first, last = earlier + 1, number - 1
        words = (
            _("number {first} is missing.")
            if first == last
            else _("the numbers from {first} to {last} are missing.")
        )
        yield _protocol(words.format(first=first, last=last), row["year"])


def _last_seals() -> dict[tuple[int, int], str]:
    rows = (
        ProtocolEntry.objects.order_by("body_id", "year", "-number")
        .distinct("body_id", "year")
        .values_list("body_id", "year", "seal")
    )
    return {(body, year): seal for body, year, seal in rows}


def _protocol(words: str, year: int) -> Finding:
    return Finding(
        _("Protocol register {year}: {what}").format(year=year, what=words),
        f"{reverse('workflows:protocol')}?year={year}",
        Severity.URGENT,
    )


def register() -> None:
    """Make these checks known."""
    tampered = gettext_lazy(
        "Somebody may have written into the database by hand. Run “manage.py verify_history” on "
        "the server: it names every row that was touched. Change nothing before."
    )
    register_check(
        "protocol_gap",
        gettext_lazy("Gaps in the protocol register"),
        protocol_gaps,
        group=Group.BOOKS,
        advice=tampered,
    )
    register_check(
        "register_not_printed",
        gettext_lazy("Daily register that is missing"),
        daily_registers,
        group=Group.BOOKS,
        advice=gettext_lazy(
            "The worker prints it in the night. Look whether the worker runs and whether the job "
            "stands among the failed ones; the law wants it by the next working day."
        ),
    )
    register_check(
        "history_end",
        gettext_lazy("Histories that do not end where the case says"),
        history_ends,
        group=Group.BOOKS,
        advice=tampered,
    )

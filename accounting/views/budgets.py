"""Balances first, then the moves they are made of."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.contrib.auth.decorators import login_required, permission_required
from django.db.models import BigIntegerField, CharField, F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounting import charts, queries
from accounting.forms import EntryFilterForm, move_label
from accounting.models import Budget, Pot
from parties import moment
from ui.formats import short_date
from workflows.paging import Key, walk

KEYS = (Key("id", BigIntegerField()),)
# The code of a call is of one call alone.
CODES = (Key("code", CharField()),)
CHART_WIDTH, CHART_HEIGHT = 800, 200


@dataclass(frozen=True)
class Balance:
    """What one pot holds: the pot, EUR, and its share of the endowment in percent."""

    pot: Pot
    amount: Any
    percent: int


@login_required
@permission_required("accounting.view_ledger", raise_exception=True)
@require_GET
def budgets(request: HttpRequest) -> HttpResponse:
    """Show what every call has, and how much of it is left."""
    page = walk(
        queries.budgets().annotate(code=F("call__code")),
        CODES,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    rows = [
        {"budget": budget, "balances": balances_of(budget), "used": used_percent(budget)}
        for budget in page.rows
    ]
    context = {"rows": rows, "previous_cursor": page.previous, "next_cursor": page.next}
    return render(request, "accounting/budgets.html", context)


@login_required
@permission_required("accounting.view_ledger", raise_exception=True)
@require_GET
def budget(request: HttpRequest, code: str) -> HttpResponse:
    """Show where the money of a call is, how it got there, and every move."""
    found = get_object_or_404(queries.budgets(), call__code=code)
    form = EntryFilterForm(request.GET)
    form.is_valid()
    asked = form.asked()
    entries = queries.choose(queries.entries_of(found), asked)
    page = walk(
        entries,
        KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    balances = balances_of(found)
    days = queries.available_by_day(found)
    context = {
        "budget": found,
        "call": found.call,
        "balances": balances,
        "used": used_percent(found),
        "bar": charts.bar([(b.pot.value, b.amount) for b in balances]),
        "line": charts.steps(days, moment.today(), width=CHART_WIDTH, height=CHART_HEIGHT),
        "days": days,
        "flows": [(flow, move_label(flow.move)) for flow in queries.flows_of(found)],
        "entries": page.rows,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
        "form": form,
        "filters": asked.plain(),
        "active_filters": active_filters(form, asked),
        "clear_url": reverse("accounting:budget", args=[code]),
        "key": uuid4(),
        "may_make": request.user.has_perm("accounting.make_workbook"),
    }
    return render(request, "accounting/budget.html", context)


def balances_of(budget: Budget) -> list[Balance]:
    """Return what each pot of a budget holds, in the order in which money moves on."""
    whole = budget.endowment
    return [
        Balance(pot, amount, int(amount * 100 / whole) if whole else 0)
        for pot in queries.BALANCES
        for amount in [getattr(budget, pot.value)]
    ]


def used_percent(budget: Budget) -> int:
    """Return how much of the endowment is no longer available, in whole percent."""
    whole = budget.endowment
    return int((whole - budget.available) * 100 / whole) if whole else 0


def active_filters(form: EntryFilterForm, asked: queries.EntryFilter) -> list[dict[str, str]]:
    """Return the filters a list has on, as `partials/_filters.html` shows them."""
    shown = {"move": move_label, "case": str, "since": short_date, "until": short_date}
    return [
        {
            "name": name,
            "value": form.data[name],
            "label": f"{form.fields[name].label}: {shown[name](getattr(asked, name))}",
        }
        for name in asked.plain()
    ]

"""Payments: what waits for one, what each divides into, and what still stands against it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.db.models import BigIntegerField
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounting import queries, showing
from accounting.forms import (
    EvidenceForm,
    LiquidationForm,
    ProposalForm,
    SuspensionForm,
    WithdrawalForm,
)
from accounting.gates import evidence_of
from accounting.models import Evidence, Payment, PaymentState
from accounting.payables import payable_of
from accounting.permissions import LIQUIDATE, PROPOSE_PAYMENT, VIEW_PAYMENTS
from accounting.services import payments as services
from accounting.services import suspensions
from workflows.engine import TransitionRefused
from workflows.paging import Key, walk

KEYS = (Key("id", BigIntegerField()),)
UNPROCESSABLE = 422
# The collector's order comes with an act of its own.
NOTED = [kind for kind in Evidence.Kind.values if kind != Evidence.Kind.ATTACHMENT]
LINE_TONES = {
    "ordered": "info",
    "sent": "warning",
    "paid": "success",
    "refused": "danger",
    "returned": "danger",
}
TONES = {
    "proposed": "draft",
    "liquidated": "info",
    "batched": "info",
    "sent": "warning",
    "paid": "success",
    "refused": "danger",
    "returned": "danger",
    "withdrawn": "neutral",
}


@login_required
@permission_required(VIEW_PAYMENTS, raise_exception=True)
@require_GET
def payments(request: HttpRequest) -> HttpResponse:
    """Show payments, the newest first; `state` asks for those in one state."""
    state = request.GET.get("state", "")
    rows = queries.payments_in(state if state in PaymentState.values else "")
    page = _walk(request, rows, descending=True)
    context = {
        "payments": page.rows,
        "state": state,
        "states": PaymentState.choices,
        "tones": TONES,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "accounting/payments.html", context)


@login_required
@permission_required(PROPOSE_PAYMENT, raise_exception=True)
@require_GET
def payable_cases(request: HttpRequest) -> HttpResponse:
    """Show the grants for which no payment is on its way, the oldest first."""
    page = _walk(request, queries.payable_cases())
    context = {
        "cases": page.rows,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "accounting/payable_cases.html", context)


@login_required
@permission_required(PROPOSE_PAYMENT, raise_exception=True)
@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, case: int) -> HttpResponse:
    """Propose to pay what the approved accounts leave of a grant."""
    found = get_object_or_404(queries.payable_cases(), pk=case)
    payable = payable_of(found)
    if payable is None:
        raise Http404
    party = payable.payee
    initial = {
        "spend": payable.planned,
        "cup": payable.cup,
        "holder": party.name,
        "holder_code": party.tax_code,
    }
    form = ProposalForm(request.POST or None, initial=initial, payable=payable)
    payment = _done(request, form, lambda: services.propose(found, form.said(), by=request.user))
    if payment is not None:
        messages.success(request, _("The payment has been proposed: now its evidence is gathered."))
        return redirect("accounting:payment", payment.number)
    context = {"form": form, "case": found, "payable": payable}
    return _answer(request, "accounting/propose_payment.html", context)


@login_required
@permission_required(VIEW_PAYMENTS, raise_exception=True)
@require_GET
def payment(request: HttpRequest, number: str) -> HttpResponse:
    """Show a payment from gross to net, its evidence and what the rules say of it today."""
    found = _payment(number)
    user = request.user
    proposes = user.has_perm(PROPOSE_PAYMENT)
    is_waiting = found.state in {"proposed", "liquidated", "batched"}
    is_proposed = found.state == PaymentState.PROPOSED
    last = evidence_of(found)
    context = {
        "payment": found,
        "tones": TONES,
        "steps": showing.steps_of(found),
        "facts": showing.facts_of(found),
        "outcomes": services.outcomes_of(found) if is_waiting else [],
        "kinds": [
            (kind, label, last.get(kind), kind in NOTED)
            for kind, label in Evidence.Kind.choices
            if kind in NOTED or kind in last
        ],
        "lines": found.lines.all(),
        "line_tones": LINE_TONES,
        "moves": found.moves.all(),
        "may_note": proposes and is_waiting,
        "may_set_free": bool(found.suspended)
        and found.state in {"liquidated", "paid"}
        and user.has_perm(LIQUIDATE),
        "may_liquidate": is_proposed and user.has_perm(LIQUIDATE),
        "may_withdraw": proposes and found.state in {"proposed", "liquidated"},
    }
    return render(request, "accounting/payment.html", context)


@login_required
@permission_required(PROPOSE_PAYMENT, raise_exception=True)
@require_http_methods(["GET", "POST"])
def evidence(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """Keep what was found before paying."""
    if kind not in NOTED:
        raise Http404
    found = _payment(number)
    form = EvidenceForm(request.POST or None, kind=kind, initial={"seen": found.version})
    done = _done(
        request,
        form,
        lambda: services.note_evidence(
            found, kind, by=request.user, seen=form.cleaned_data["seen"], **form.found()
        ),
    )
    if done is not None:
        messages.success(request, _("The evidence has been kept."))
        return redirect("accounting:payment", number)
    return _act(request, found, form, Evidence.Kind(kind).label, _("Keep the evidence"))


@login_required
@permission_required(LIQUIDATE, raise_exception=True)
@require_http_methods(["GET", "POST"])
def liquidate(request: HttpRequest, number: str) -> HttpResponse:
    """Recognise the debt by an act."""
    found = _payment(number)
    form = LiquidationForm(request.POST or None, initial={"seen": found.version})
    done = _done(
        request, form, lambda: services.liquidate(found, by=request.user, **form.cleaned_data)
    )
    if done is not None:
        messages.success(request, _("The debt is recognised: the payment may be ordered."))
        return redirect("accounting:payment", number)
    return _act(request, found, form, _("Liquidation act"), _("Recognise the debt"))


@login_required
@permission_required(PROPOSE_PAYMENT, raise_exception=True)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, number: str) -> HttpResponse:
    """Take a payment back before it is in an order."""
    found = _payment(number)
    form = WithdrawalForm(request.POST or None, initial={"seen": found.version})
    done = _done(
        request, form, lambda: services.withdraw(found, by=request.user, **form.cleaned_data)
    )
    if done is not None:
        messages.success(request, _("The payment has been taken back."))
        return redirect("accounting:payment", number)
    return _act(request, found, form, _("Take the payment back"), _("Take the payment back"))


@login_required
@permission_required(LIQUIDATE, raise_exception=True)
@require_http_methods(["GET", "POST"])
def set_free(request: HttpRequest, number: str) -> HttpResponse:
    """Divide what was suspended: to the collector by its order, the rest to the beneficiary."""
    found = _payment(number)
    form = SuspensionForm(request.POST or None, initial={"seen": found.version})
    done = _done(
        request, form, lambda: suspensions.set_free(found, by=request.user, **form.cleaned_data)
    )
    if done is not None:
        messages.success(request, _("What was suspended is divided: it goes into the next order."))
        return redirect("accounting:payment", number)
    return _act(request, found, form, _("What was suspended"), _("Divide what was suspended"))


def _payment(number: str) -> Payment:
    rows = Payment.objects.for_pages().prefetch_related("evidence__by", "moves__by", "lines__order")
    return get_object_or_404(rows, number=number)


def _done(request: HttpRequest, form: BaseForm, act: Callable[[], Any]) -> Any:
    """Do what a valid form asks; None where nothing was sent, or it is wrong, or refused."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return act()
    except TransitionRefused as refused:
        form.add_error(None, refused.sentence)
        return None


def _act(
    request: HttpRequest, payment: Payment, form: BaseForm, title: str, button: str
) -> HttpResponse:
    context = {"payment": payment, "form": form, "title": title, "button": button}
    return _answer(request, "accounting/payment_act.html", context)


def _answer(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, template, context, status=status)


def _walk(request: HttpRequest, rows: Any, *, descending: bool = False) -> Any:
    return walk(
        rows,
        KEYS,
        descending=descending,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )

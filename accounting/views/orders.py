"""Payment orders: put together, approved as they are, sent as one file; and the bank's answers."""

from pathlib import Path

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.db.models import BigIntegerField
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounting import queries
from accounting.forms import OrderForm
from accounting.models import OrderState, Payment, PaymentOrder
from accounting.permissions import ORDER_PAYMENTS, VIEW_PAYMENTS
from accounting.services import orders as services
from accounting.services import sending
from accounting.views.payments import LINE_TONES
from workflows.engine import TransitionRefused
from workflows.paging import Key, walk
from workflows.uploads import safe_response

KEYS = (Key("id", BigIntegerField()),)
UNPROCESSABLE = 422
CONTENT_TYPES = {".xml": "application/xml", ".csv": "text/csv; charset=utf-8"}
TONES = {"open": "draft", "approved": "info", "sent": "success", "given_up": "neutral"}


@login_required
@permission_required(VIEW_PAYMENTS, raise_exception=True)
@require_GET
def orders(request: HttpRequest) -> HttpResponse:
    """Show payment orders, the newest first, with what each asks the bank to pay."""
    page = walk(
        queries.orders(),
        KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "orders": page.rows,
        "tones": TONES,
        "may_order": request.user.has_perm(ORDER_PAYMENTS),
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "accounting/orders.html", context)


@login_required
@permission_required(ORDER_PAYMENTS, raise_exception=True)
@require_http_methods(["GET", "POST"])
def open_order(request: HttpRequest) -> HttpResponse:
    """Put liquidated payments into a new order."""
    after = request.GET.get("after", "")
    form = OrderForm(
        request.POST or None,
        initial=queries.last_payer(),
        after=int(after[:12]) if after.isascii() and after.isdigit() else 0,
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = services.open_order(by=request.user, **form.cleaned_data)
        except TransitionRefused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("The order is there: look at it, then approve it."))
            return redirect("accounting:order", made.number)
    waiting = form.fields["payments"].queryset
    context = {"form": form, "waiting": waiting, "ticked": form["payments"].value() or []}
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "accounting/open_order.html", context, status=status)


@login_required
@permission_required(VIEW_PAYMENTS, raise_exception=True)
@require_GET
def order(request: HttpRequest, number: str) -> HttpResponse:
    """Show what an order holds, who has approved it, and what may be done with it."""
    return _page(request, _order(number))


@login_required
@permission_required(ORDER_PAYMENTS, raise_exception=True)
@require_POST
def approve_order(request: HttpRequest, number: str) -> HttpResponse:
    """Approve an order as the page showed it."""
    found = _order(number)
    try:
        found = services.approve(found, by=request.user, digest=request.POST.get("digest", ""))
    except TransitionRefused as refused:
        return _page(request, found, refused.sentence)
    messages.success(
        request,
        _("The order is approved: its file can be made.")
        if found.state == OrderState.APPROVED
        else _("Your approval is kept: somebody else must approve it too."),
    )
    return redirect("accounting:order", number)


@login_required
@permission_required(ORDER_PAYMENTS, raise_exception=True)
@require_POST
def give_up_order(request: HttpRequest, number: str) -> HttpResponse:
    """Let all payments of an order go."""
    found = _order(number)
    try:
        services.give_up(found, by=request.user, seen=_seen(request))
    except TransitionRefused as refused:
        return _page(request, found, refused.sentence)
    messages.success(request, _("The order is given up: its payments may be ordered again."))
    return redirect("accounting:order", number)


@login_required
@permission_required(ORDER_PAYMENTS, raise_exception=True)
@require_POST
def take_out(request: HttpRequest, number: str, payment: str) -> HttpResponse:
    """Take one payment out of an order."""
    found = _order(number)
    row = get_object_or_404(Payment, number=payment)
    try:
        services.take_out(found, row, by=request.user, seen=_seen(request))
    except TransitionRefused as refused:
        return _page(request, found, refused.sentence)
    messages.success(request, _("The payment is out of the order."))
    return redirect("accounting:order", number)


@login_required
@permission_required(ORDER_PAYMENTS, raise_exception=True)
@require_POST
def make_order_file(request: HttpRequest, number: str) -> HttpResponse:
    """Start the work on the file, and show how far it is."""
    found = _order(number)
    try:
        job = sending.request_file(found, by=request.user)
    except TransitionRefused as refused:
        return _page(request, found, refused.sentence)
    return redirect("workflows:job", pk=job.pk)


@login_required
@permission_required(ORDER_PAYMENTS, raise_exception=True)
@require_GET
def download_order(request: HttpRequest, number: str) -> HttpResponse | FileResponse:
    """Send the file of an order as it was made; a file that has changed since is not sent."""
    found = _order(number)
    if found.state != OrderState.SENT:
        raise Http404
    try:
        file = sending.open_file(found)
    except sending.Damaged:
        sentence = _(
            "The stored file is not the one that was made: tell whoever maintains the site."
        )
        return _page(request, found, sentence, status=409)
    name = Path(found.file.name)
    return safe_response(
        file, name=name.name, content_type=CONTENT_TYPES[name.suffix], inline=False
    )


def _order(number: str) -> PaymentOrder:
    rows = PaymentOrder.objects.select_related("body", "opened_by")
    return get_object_or_404(rows, number=number)


def _seen(request: HttpRequest) -> int:
    sent = request.POST.get("seen", "")
    return int(sent) if sent.isdecimal() else -1


def _page(
    request: HttpRequest, order: PaymentOrder, refusal: str = "", status: int = UNPROCESSABLE
) -> HttpResponse:
    order = _order(order.number)
    is_waiting = order.state in {OrderState.OPEN, OrderState.APPROVED}
    # Once it has left, what counts is what was approved.
    digest = services.digest_of(order) if is_waiting else order.digest
    page = walk(
        order.lines.select_related("payment"),
        KEYS,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    may_order = request.user.has_perm(ORDER_PAYMENTS)
    context = {
        "order": order,
        "lines": page.rows,
        "number_of_lines": order.lines.count(),
        "by_form": order.lines.filter(iban="").count(),
        "line_tones": LINE_TONES,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
        "total": services.total_of(order),
        "digest": digest,
        "approvals": order.approvals.select_related("by"),
        "enough": services.enough(order, digest) if is_waiting else None,
        "tones": TONES,
        "refusal": refusal,
        "may_approve": may_order and order.state == OrderState.OPEN,
        "may_change": may_order and is_waiting,
        "may_send": may_order and order.state == OrderState.APPROVED,
        "may_download": may_order and order.state == OrderState.SENT,
    }
    return render(request, "accounting/order.html", context, status=status if refusal else 200)

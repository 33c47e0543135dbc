"""The beneficiary's report of expenses: its lines one by one, what is said beside them, sending it."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from grants import reporting
from grants.accepting import is_accepted
from grants.forms.report import ExpenseForm, StatementForm
from grants.models import Expense, ExpenseReport, RentContribution, Status
from grants.services import invoices, reports
from grants.services.reports import INVOICE, PROOF
from grants.views import files
from grants.views.written import RENT
from workflows.engine import TransitionRefused
from workflows.services.integrations import current_request
from workflows.tasks import perform
from workflows.written.access import keeps_writing, signed_in, unpark
from workflows.written.acting import do, no_longer_asked, shell

UNPROCESSABLE, CONFLICT = 422, 409
ACCEPTED = {
    "invoice": (INVOICE, frozenset({"pdf", "xml", "p7m", "jpeg", "png"})),
    "proof": (PROOF, frozenset({"pdf", "jpeg", "png", "p7m"})),
}
METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@keeps_writing
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the report with what the rules say of each line; keep what is said, or send it all."""
    case = RENT.own(request, pk)
    if case.status == Status.REPORT_INTEGRATION:
        return _integration(request, case)
    if not reporting.is_open(case):
        return no_longer_asked(request, case)
    if request.method != "POST":
        return _page(request, case, unpark(request))
    form = StatementForm(request.POST, case=case)
    if not form.is_valid():
        return _page(request, case, request.POST, status=UNPROCESSABLE)
    return _state(request, case, form)


def _state(request: HttpRequest, case: RentContribution, form: StatementForm) -> HttpResponse:
    """Keep what is said beside the lines; send the report where that was asked."""
    sends = request.POST.get("act") == "send"
    seen = request.POST.get("seen_report", "")
    found = reports.begin(case)
    if sends and seen != str(found.version):
        words = _("The report has changed since you opened this page: look at it again.")
        return _page(request, case, request.POST, status=CONFLICT, sentence=words)
    reports.state(case, form.said(), by=request.user)
    if not sends:
        messages.success(request, _("The report has been kept: you can go on later."))
        return redirect("grants:report", case.pk)
    return do(
        request,
        case,
        lambda: perform(case, "file_report", by=request.user),
        lambda refused: _page(
            request, RENT.own(request, case.pk), request.POST, status=CONFLICT, refused=refused
        ),
        _("We have received your report: we look at each invoice and write to you."),
    )


@require_http_methods(METHODS)
@keeps_writing
def expense(request: HttpRequest, pk: int, expense: int | None = None) -> HttpResponse:
    """Write a line down, or change one; its two files come along."""
    case = RENT.own(request, pk)
    found = _line(case, expense)
    if not _may_write(case, found):
        return no_longer_asked(request, case)
    if request.method != "POST":
        typed = unpark(request)
        initial = ExpenseForm.values_of(found) if found else {"cup": case.cup}
        return _expense_page(request, case, found, ExpenseForm(typed, initial=initial))
    form, kept = ExpenseForm(request.POST), {}
    wrong: dict[str, str] = {}
    for name, (requirement, accepted) in ACCEPTED.items():
        kept[name], sentence = files.take(
            request,
            case,
            name,
            requirement=requirement,
            accepted=accepted,
            max_bytes=settings.UPLOAD_MAX_BYTES,
        )
        if sentence:
            wrong[name] = sentence
    if not form.is_valid() or wrong:
        return _expense_page(
            request, case, found, form, kept=kept, wrong=wrong, status=UNPROCESSABLE
        )
    try:
        reports.write_expense(case, form.said(), by=request.user, expense=found, **kept)
    except TransitionRefused as refused:
        form.add_error(None, refused.sentence)
        return _expense_page(request, case, found, form, kept=kept, wrong=wrong, status=CONFLICT)
    messages.success(request, _("The expense has been kept."))
    return redirect("grants:report", case.pk)


@require_POST
@signed_in
def remove_expense(request: HttpRequest, pk: int, expense: int) -> HttpResponse:
    """Take a line out of the report."""
    case = RENT.own(request, pk)
    found = _line(case, expense)
    if found is None or not reporting.is_open(case):
        return no_longer_asked(request, case)
    reports.remove_expense(case, found, by=request.user)
    messages.success(request, _("The expense has been removed."))
    return redirect("grants:report", case.pk)


@require_POST
@signed_in
def read_invoice(request: HttpRequest, pk: int) -> HttpResponse:
    """Fill lines from an electronic invoice (FatturaPA, signed or not)."""
    case = RENT.own(request, pk)
    if not reporting.is_open(case):
        return no_longer_asked(request, case)
    document, wrong = files.take(
        request,
        case,
        "file",
        requirement=INVOICE,
        accepted=frozenset({"xml", "p7m"}),
        max_bytes=settings.UPLOAD_MAX_BYTES,
    )
    if document is None:
        wrong = f"{wrong} (CUP-05)" if wrong else _("Choose a file first.")
        return _page(request, case, None, status=UNPROCESSABLE, wrong_file=wrong)
    try:
        lines = invoices.read_into(case, document, by=request.user)
    except TransitionRefused as refused:
        return _page(request, case, None, status=UNPROCESSABLE, wrong_file=refused.sentence)
    words = _("Read: {numbers}. Now add how and when it was paid, with the proof.")
    messages.success(request, words.format(numbers=", ".join(one.number for one in lines)))
    if len(lines) == 1:
        return redirect("grants:report_expense", case.pk, lines[0].pk)
    return redirect("grants:report", case.pk)


def _integration(request: HttpRequest, case: RentContribution) -> HttpResponse:
    if request.method == "POST" and request.POST.get("act") == "send":
        return do(
            request,
            case,
            lambda: perform(case, "answer_report_integration", by=request.user),
            lambda refused: _page(request, case, None, status=CONFLICT, refused=refused),
            _("We have received what you completed: the examination goes on."),
        )
    return _page(request, case, None)


def _page(
    request: HttpRequest,
    case: RentContribution,
    typed: Any,
    *,
    status: int = 200,
    refused: Any = None,
    **more: Any,
) -> HttpResponse:
    found = reporting.report_of(case) or ExpenseReport(contribution=case)
    accounts = reporting.Accounts(case, found, for_office=False) if found.pk else None
    vat = case.acceptance.vat_number if is_accepted(case) else ""
    asked = _asked(case)
    rows = accounts.rows if accounts else []
    for row in rows:
        row["asked"] = asked.get(f"expense-{row['expense'].pk}", "")
    context = shell(case) | {
        "report": found,
        "form": StatementForm(typed, case=case, initial=StatementForm.values_of(found, vat)),
        "rows": rows,
        "claimed": accounts.claimed if accounts else 0,
        "final": _foreseen(case, accounts),
        "due_on": reporting.due_on(case),
        "window": reporting.window_of(case),
        "is_integration": case.status == Status.REPORT_INTEGRATION,
        "refused": refused,
        "sentence": "",
        "wrong_file": "",
    }
    return render(request, "grants/applicant/report.html", context | more, status=status)


def _foreseen(case: RentContribution, accounts: reporting.Accounts | None) -> Any:
    """Return what the contribution would come to if all that nothing stands against were admitted."""
    return reporting.final_of(case, accounts.most) if accounts and accounts.expenses else None


def _asked(case: RentContribution) -> dict[str, str]:
    if case.status != Status.REPORT_INTEGRATION:
        return {}
    request = current_request(case)
    return {item.code: item.explanation for item in request.items.all()} if request else {}


def _may_write(case: RentContribution, found: Expense | None) -> bool:
    if case.status == Status.REPORT_INTEGRATION:
        return found is not None and reports.asked_for(case, found)
    return reporting.is_open(case)


def _line(case: RentContribution, pk: int | None) -> Expense | None:
    if pk is None:
        return None
    rows = Expense.objects.select_related("invoice", "proof", "report")
    return get_object_or_404(rows, pk=pk, report__contribution=case)


def _expense_page(
    request: HttpRequest,
    case: RentContribution,
    found: Expense | None,
    form: ExpenseForm,
    *,
    kept: dict[str, Any] | None = None,
    wrong: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    places = [
        {
            "name": name,
            "label": label,
            "kept": (kept or {}).get(name),
            "stored": getattr(found, name) if found else None,
            "wrong": (wrong or {}).get(name, ""),
        }
        for name, label in (
            ("invoice", _("The invoice (PDF, XML or p7m)")),
            ("proof", _("Proof of the payment (PDF or picture)")),
        )
    ]
    context = shell(case) | {"form": form, "expense": found, "places": places}
    return render(request, "grants/applicant/expense.html", context, status=status)

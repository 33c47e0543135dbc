"""Questions on calls, as the office answers them."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from calls import permissions, queries
from calls.engine import CallRefused, Refusal
from calls.forms.enquiries import AnswerForm
from calls.models import Enquiry
from calls.services import enquiries as services
from calls.views.shown import CONFLICT, UNPROCESSABLE

PAGE_SIZE = 30


@login_required
@permission_required(permissions.ANSWER, raise_exception=True)
@require_safe
def enquiries(request: HttpRequest) -> HttpResponse:
    """List the questions that wait for an answer, or those that have one."""
    is_answered = request.GET.get("state") == "answered"
    rows = queries.answered() if is_answered else queries.unanswered()
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("pagina"))
    context = {"page": page, "is_answered": is_answered}
    return render(request, "calls/enquiries.html", context)


@login_required
@permission_required(permissions.ANSWER, raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def enquiry(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a question with all its answers, and take the next one."""
    found = get_object_or_404(Enquiry.objects.select_related("call", "asked_by", "answer"), pk=pk)
    version = found.answer.version if found.answer else 0
    is_post = request.method == "POST"
    form = AnswerForm(
        request.POST if is_post else None, initial=_initial(found, version), version=version
    )
    status = UNPROCESSABLE if is_post else 200
    if is_post and form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            services.answer(found, by=request.user, seen=seen, said=form.said())
        except CallRefused as refused:
            form.add_error(None, refused.sentence)
            status = CONFLICT if refused.why == Refusal.STALE else UNPROCESSABLE
        else:
            messages.success(request, _("Answered: who asked is told by email."))
            return redirect("calls:enquiries")
    context = {
        "enquiry": found,
        "form": form,
        "answers": list(found.answers.select_related("by")),
        "is_changed": status == CONFLICT,
    }
    return render(request, "calls/enquiry.html", context, status=status)


def _initial(found: Enquiry, version: int) -> dict[str, Any]:
    """Return what the form begins with: the question as it came in, or the answer that holds."""
    if found.answer is None:
        return {"seen": 0, "question_it": found.text, "is_public": True}
    names = ("question_it", "answer_it", "question_en", "answer_en", "is_public")
    return {"seen": version} | {name: getattr(found.answer, name) for name in names}

"""Questions and answers on a call: read by everybody, asked by who has signed in."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import IntegerField
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from calls import enquiring
from calls.engine import CallRefused
from calls.forms.enquiries import AskForm, SearchForm
from calls.models import Call
from calls.permissions import may_ask
from calls.queries import asked_by, published_answers
from calls.services import enquiries as services
from workflows.paging import Key, walk

PAGE_SIZE = 20
KEYS = (Key("number", IntegerField()),)
OWN = 20
UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest, code: str) -> HttpResponseBase:
    """Show the published answers of a call, narrowed by words; take a question in."""
    call = get_object_or_404(Call.objects.published(), code=code)
    form, status = AskForm(), 200
    if request.method == "POST":
        if not request.user.is_authenticated:
            return redirect_to_login(request.path)
        if not may_ask(request.user):
            raise PermissionDenied
        form, status = AskForm(request.POST), UNPROCESSABLE
        if form.is_valid() and _is_asked(request, call, form):
            return redirect("portal:questions", call.code)
    search = SearchForm(request.GET)
    page = walk(
        published_answers(call, search.words()),
        KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        size=PAGE_SIZE,
    )
    context = {
        "call": call,
        "form": form,
        "search": search,
        "words": search.words(),
        "rows": page.rows,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
        "mine": list(asked_by(request.user, call)[:OWN]) if may_ask(request.user) else [],
        "may_ask": may_ask(request.user),
        "closed_because": enquiring.why_not_asked(call, timezone.now()),
        "last": enquiring.last_instant(call),
        "most": settings.QUESTIONS_A_DAY,
    }
    return render(request, "portal/questions.html", context, status=status)


def _is_asked(request: HttpRequest, call: Call, form: AskForm) -> bool:
    """Take the question in and say so; a refusal stands above the form, which keeps what was typed."""
    try:
        services.ask(call, by=request.user, text=form.cleaned_data["text"])
    except CallRefused as refused:
        form.add_error(None, refused.sentence)
        return False
    messages.success(request, _("We have your question: the answer comes by email."))
    return True


@require_safe
def question(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Show one published question with its answer, and the answers before it."""
    call = get_object_or_404(Call.objects.published(), code=code)
    row = get_object_or_404(published_answers(call), number=number)
    earlier = row.answers.filter(is_public=True, version__lt=row.answer.version)
    context = {"call": call, "row": row, "earlier": list(earlier.order_by("-version"))}
    return render(request, "portal/question.html", context)

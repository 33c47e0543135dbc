"""The bank's answers: read from a file, each shown with what was done with it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.db.models import BigIntegerField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounting.forms import AnswersForm
from accounting.models import AnswerFile, PaymentAnswer
from accounting.permissions import ORDER_PAYMENTS
from accounting.rules import Standing
from accounting.services import answers as services
from workflows.engine import TransitionRefused
from workflows.paging import Key, walk

KEYS = (Key("id", BigIntegerField()),)
UNPROCESSABLE = 422
TONES = {
    "taken": "success",
    "unknown": "danger",
    "repeated": "neutral",
    "differs": "danger",
    "out_of_place": "warning",
}


@login_required
@permission_required(ORDER_PAYMENTS, raise_exception=True)
@require_http_methods(["GET", "POST"])
def answers(request: HttpRequest) -> HttpResponse:
    """Read a file of answers, and show what was done with each answer."""
    form = AnswersForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            kept = services.take_answers(file.read(), name=file.name, by=request.user)
        except TransitionRefused as refused:
            form.add_error("file", refused.sentence)
        else:
            _tell_taken(request, kept)
            return redirect("accounting:answers")
    # The file itself may be large, and is not shown.
    rows = PaymentAnswer.objects.select_related("file", "payment").defer("file__content")
    page = walk(
        rows,
        KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "form": form,
        "answers": page.rows,
        "tones": TONES,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "accounting/answers.html", context, status=status)


def _tell_taken(request: HttpRequest, file: AnswerFile) -> None:
    """Say what was done with a file: whoever read it looks at what could not be taken."""
    left = file.answers.exclude(standing=Standing.TAKEN.value).count()
    if not left:
        messages.success(request, _("The file has been read: see below what was done with it."))
        return
    words = ngettext(
        "The file has been read. {number} answer could not be taken: it has moved no money, see below why (SEPA-06).",
        "The file has been read. {number} answers could not be taken: they have moved no money, see below why (SEPA-06).",
        left,
    )
    messages.warning(request, words.format(number=left))

"""More money for a call, or less, by an act."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounting import queries
from accounting.forms import EndowmentForm
from accounting.models import Budget
from accounting.permissions import CHANGE_ENDOWMENT
from accounting.services.endowments import change_endowment
from workflows.engine import Refusal, TransitionRefused

UNPROCESSABLE = 422


@login_required
@permission_required(CHANGE_ENDOWMENT, raise_exception=True)
@require_http_methods(["GET", "POST"])
def endowment(request: HttpRequest, code: str) -> HttpResponse:
    """Show what is bound, and change the endowment of a call by an act."""
    budget = get_object_or_404(queries.budgets(), call__code=code)
    form = EndowmentForm(request.POST or None, initial={"seen": budget.endowment})
    if request.method == "POST" and form.is_valid():
        try:
            change_endowment(budget.call, by=request.user, **form.cleaned_data)
        except TransitionRefused as refused:
            _say(form, refused, budget)
        else:
            messages.success(request, _("The endowment has been changed."))
            return redirect("accounting:budget", code)
    context = {"budget": budget, "call": budget.call, "form": form}
    context["least"] = budget.endowment - budget.available
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "accounting/endowment.html", context, status=status)


def _say(form: EndowmentForm, refused: TransitionRefused, budget: Budget) -> None:
    """Put the sentence where it belongs; who reads it sees the present figures, and may go on."""
    is_rule = refused.why is Refusal.RULE and bool(refused.outcomes)
    form.add_error("endowment" if is_rule else None, refused.sentence)
    if refused.why is Refusal.STALE:
        form.data = form.data.copy()
        form.data["seen"] = str(budget.endowment)

"""Trying a call with invented applicants: who would get what, and why. Nothing is kept."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required, permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from calls import queries
from calls.models import CallKind
from calls.permissions import VIEW
from calls.views.shown import shown_version
from evaluation.rules import Listed
from grants import trial
from grants.trying import NotReadyError
from grants.views.trying import not_ready

PAGE_SIZE = 50
MOST_APPLICANTS, MOST_MEMBERS = 300, 9
LISTS = {
    Listed.FINANCED: gettext_lazy("A – financed"),
    Listed.PARTLY: gettext_lazy("B – financed in part"),
    Listed.NOT_FINANCED: gettext_lazy("C – suitable, not financed"),
    Listed.NOT_ADMITTED: gettext_lazy("D – not admitted"),
}
TONES = {
    Listed.FINANCED: "success",
    Listed.PARTLY: "warning",
    Listed.NOT_FINANCED: "neutral",
    Listed.NOT_ADMITTED: "danger",
}


class TrialForm(forms.Form):
    """How many are invented, and from which seed: the same seed invents the same people."""

    use_required_attribute = False

    applicants = forms.IntegerField(
        label=gettext_lazy("Invented applicants"), min_value=1, max_value=MOST_APPLICANTS
    )
    members = forms.IntegerField(
        label=gettext_lazy("Members of the committee"), min_value=1, max_value=MOST_MEMBERS
    )
    seed = forms.CharField(
        label=gettext_lazy("Seed"),
        max_length=40,
        help_text=gettext_lazy("Any word: the same one invents the same people again."),
    )


FIRST = {"applicants": 40, "members": 3, "seed": "prova"}


@require_safe
@login_required
@permission_required(VIEW, raise_exception=True)
def trial_run(request: HttpRequest, code: str) -> HttpResponse:
    """Show the list that invented applicants would make under the version that the designer shows."""
    call = get_object_or_404(queries.with_everything(code), kind=CallKind.RENT_CONTRIBUTION)
    version = shown_version(call)
    form = TrialForm(request.GET if "applicants" in request.GET else FIRST)
    context: dict[str, Any] = {"call": call, "version": version, "form": form, "trial": None}
    if form.is_valid():
        asked = form.cleaned_data
        try:
            done = trial.run(
                call,
                version,
                count=asked["applicants"],
                members=asked["members"],
                seed=asked["seed"],
            )
        except NotReadyError:
            return not_ready(request, call, _("Try it with invented applicants"))
        context |= _shown(request, done)
    status = 200 if form.is_valid() else 422
    return render(request, "grants/trying/trial.html", context, status=status)


def _shown(request: HttpRequest, done: trial.Trial) -> dict[str, Any]:
    page = Paginator(done.rows, PAGE_SIZE).get_page(request.GET.get("pagina"))
    query = request.GET.copy()
    query.pop("pagina", None)
    return {
        "trial": done,
        "page": page,
        "query": query.urlencode(),
        "rows": [
            {"tried": one, "list": LISTS[one.row.listed], "tone": TONES[one.row.listed]}
            for one in page
        ],
        "counts": [
            {"label": LISTS[Listed(code)], "number": number, "tone": TONES[Listed(code)]}
            for code, number in done.counts.items()
        ],
    }

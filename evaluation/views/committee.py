"""Acts on a committee: appointing it, calling a substitute in, opening and closing its sittings."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from evaluation import queries
from evaluation.forms import AppointForm, CloseSittingForm, SittingForm, SubstituteForm
from evaluation.models import Committee
from evaluation.permissions import APPOINT, SCORE, may_preside
from evaluation.services import committees, sittings
from evaluation.views.overview import committee_context, shell
from evaluation.views.reaching import UNPROCESSABLE, done, ranked_call, seen, status_of
from workflows.models import Case
from workflows.tasks import colleagues_for


@login_required
@permission_required(APPOINT, raise_exception=True)
@require_http_methods(["GET", "POST"])
def appoint(request: HttpRequest, code: str) -> HttpResponse:
    """Appoint the committee of a call."""
    call = ranked_call(code)
    if Committee.objects.filter(call=call).exists():
        messages.info(request, _("This call has a committee already."))
        return redirect("evaluation:call", code)
    typed = request.POST if request.method == "POST" else None
    if typed is not None and "more" in typed:
        form = AppointForm.retyped(typed, people=colleagues_for(SCORE))
        return render(request, "evaluation/appoint.html", {"call": call, "form": form})
    form = AppointForm(typed, people=colleagues_for(SCORE))
    if typed is not None and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("act_number", "act_date", "is_blind")}
        if done(form, lambda: committees.appoint(call, form.seats(), by=request.user, **said)):
            messages.success(request, _("The committee has been appointed."))
            return redirect("evaluation:call", code)
    context = {"call": call, "form": form}
    return render(request, "evaluation/appoint.html", context, status=status_of(form))


@login_required
@require_POST
def substitute(request: HttpRequest, code: str) -> HttpResponse:
    """Call a substitute in, for one file or from now on."""
    committee = _own(request, code)
    files = queries.admissible(committee.call)
    form = SubstituteForm(
        request.POST,
        committee=committee,
        files=[(str(one.case.pk), str(one.case)) for one in files],
    )
    if form.is_valid():
        said = form.cleaned_data
        case = Case.objects.get(pk=said["case"]) if said["case"] else None
        if done(
            form,
            lambda: committees.substitute(
                said["member"],
                said["substitute"],
                by=request.user,
                reason=said["reason"],
                case=case,
            ),
        ):
            messages.success(request, _("The substitute has been called in."))
            return redirect("evaluation:call", code)
    return _again(request, committee, substitute_form=form)


@login_required
@require_POST
def begin_sitting(request: HttpRequest, code: str) -> HttpResponse:
    """Open the next sitting."""
    committee = _own(request, code)
    form = SittingForm(request.POST)
    if form.is_valid() and done(
        form,
        lambda: sittings.begin(committee, by=request.user, place=form.cleaned_data["place"]),
    ):
        messages.success(
            request, _("The sitting is open: everybody states their interests, then scores.")
        )
        return redirect("evaluation:call", code)
    return _again(request, committee, sitting_form=form)


@login_required
@require_POST
def close_sitting(request: HttpRequest, code: str) -> HttpResponse:
    """Close the sitting that is open; its minutes are written and entered in the protocol."""
    committee = _own(request, code)
    sitting = queries.open_sitting(committee)
    if sitting is None:
        messages.info(request, _("No sitting of the committee is open."))
        return redirect("evaluation:call", code)
    form = CloseSittingForm(request.POST)
    if form.is_valid() and done(
        form,
        lambda: sittings.close(sitting, by=request.user, notes=form.cleaned_data["notes"]),
    ):
        messages.success(request, _("The sitting is closed: its minutes are in the protocol."))
        return redirect("evaluation:call", code)
    return _again(request, committee, close_form=form)


def _own(request: HttpRequest, code: str) -> Committee:
    """Return the committee on which the person may act; else 403, or 404 where there is none."""
    _call, committee = seen(request, code)
    if committee is None:
        raise Http404
    if not (may_preside(committee, request.user) or request.user.has_perm(APPOINT)):
        raise PermissionDenied
    return committee


def _again(request: HttpRequest, committee: Committee, **forms: Form) -> HttpResponse:
    context = shell(request, committee.call, committee) | {
        "sitting_form": SittingForm(),
        "close_form": CloseSittingForm(),
    }
    context |= committee_context(request, committee) | forms
    return render(request, "evaluation/call.html", context, status=UNPROCESSABLE)

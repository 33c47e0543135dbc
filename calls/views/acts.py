"""Moving a call on: approval, publication, extension, suspension, the end; each seen before it is done."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from calls import checks, kinds, services
from calls.engine import CallRefused, Refusal, open_moves
from calls.forms import calls as forms
from calls.models import Call, State
from calls.rules.faults import Fault, blocking
from calls.rules.plain import digest
from calls.services import copies
from calls.services.moves import closing_after_suspension
from calls.views.shown import CONFLICT, UNPROCESSABLE, for_office, refuse, shell, told, with_call
from calls.words import Act, act_of

FORMS: dict[str, Any] = {
    "approve": forms.ApproveForm,
    "publish": forms.ConfirmForm,
    "take_back": forms.ReasonForm,
    "extend": forms.ExtendForm,
    "suspend": forms.ActForm,
    "resume": forms.ResumeForm,
    "close_early": forms.ActForm,
    "reopen": forms.ReopenForm,
    "start_evaluation": forms.ConfirmForm,
    "start_running": forms.ConfirmForm,
    "conclude": forms.ConfirmForm,
    "cancel": forms.ReasonForm,
}
SERVICES: dict[str, Callable[..., Call]] = {
    "approve": services.approve,
    "publish": services.show,
    "take_back": services.take_back,
    "extend": services.extend,
    "suspend": services.suspend,
    "resume": services.resume,
    "close_early": services.close_early,
    "reopen": services.reopen,
    "start_evaluation": services.start_evaluation,
    "start_running": services.start_running,
    "conclude": services.conclude,
    "cancel": services.cancel,
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_office
@with_call
def act(request: HttpRequest, call: Call, name: str) -> HttpResponse:
    """Show what an act will do and ask for what it needs, or do it."""
    found = act_of(name)
    if found is None:
        raise Http404
    if name not in open_moves(call, request.user):
        if not _may_ever(call, request, name):
            raise PermissionDenied
        return _no_longer(request, call)
    form = _form(name, request.POST if request.method == "POST" else None, call)
    return _do(request, call, found, form) if form.is_bound else _show(request, call, found, form)


def _do(request: HttpRequest, call: Call, found: Act, form: Any) -> HttpResponse:
    if request.POST.get("seen") != seen_of(call):
        form.add_error(None, _("Somebody else has changed this meanwhile."))
        return _show(request, call, found, form, status=CONFLICT)
    if not form.is_valid():
        return _show(request, call, found, form, status=UNPROCESSABLE)
    try:
        SERVICES[found.name](call, by=request.user, **form.cleaned_data)
    except CallRefused as refused:
        if refused.why is Refusal.STATE:
            return _no_longer(request, call)
        refuse(form, refused)
        status = UNPROCESSABLE if refused.why is Refusal.RULE else CONFLICT
        return _show(request, call, found, form, status=status, refused=refused.faults)
    messages.success(request, _("Done: {act}.").format(act=found.label))
    return redirect("calls:setup", call.code)


def seen_of(call: Call) -> str:
    """Return the digest of what an act was decided on: where the call stands and all it says."""
    instants = [str(call.opens_at), str(call.closes_at), call.criteria_act, call.state]
    return digest([instants, call.history.count(), copies.export(call)["digest"]])


def _form(name: str, data: Any, call: Call) -> Any:
    kind = forms.ActForm if name == "cancel" and call.is_published else FORMS[name]
    return kind(data, call=call)


def _may_ever(call: Call, request: HttpRequest, name: str) -> bool:
    """Tell whether the act is this person's in another state of the call."""
    steps: list[Any] = [
        step
        for step in call.get_all_state_transitions()
        if step.name == name  # type: ignore[attr-defined]
    ]
    return any(step.has_perm(call, request.user) for step in steps)


def _no_longer(request: HttpRequest, call: Call) -> HttpResponse:
    words = _("The call is now “{state}”: this can no longer be done.")
    messages.warning(request, words.format(state=State(call.state).label))
    return redirect("calls:setup", call.code)


def _show(
    request: HttpRequest,
    call: Call,
    found: Act,
    form: Any,
    *,
    status: int = 200,
    refused: list[Fault] | None = None,
) -> HttpResponse:
    context = shell(request, call)
    against = _against(found.name, call) if refused is None else refused
    context |= {
        "act": found,
        "form": form,
        "seen": seen_of(call),
        "against": told(blocking(against)),
        "advice": told([fault for fault in against if fault.is_advice]),
        "drafts": kinds.drafts(call),
        "filings": kinds.filings(call),
        "would_close_at": closing_after_suspension(call) if found.name == "resume" else None,
    }
    return render(request, "calls/act.html", context, status=status)


def _against(name: str, call: Call) -> list[Fault]:
    """Return what stands against an act now, before anything is typed."""
    if name == "publish":
        return checks.faults_of(call, call.current_version)
    if name == "approve":
        faults = checks.faults_of(call, call.current_version)
        return [fault for fault in faults if fault.item != "criteria_act"]
    return []

"""One page for every act of the office: what it asks, what follows from it, and doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workflows import showing, stale
from workflows.engine import Refusal, TransitionRefused
from workflows.kinds import Act, kind_of
from workflows.offers import Offer, has_right, office_offers
from workflows.permissions import is_own_case
from workflows.tasks import open_tasks, perform
from workflows.views.office import case_for, forbidden, own_case

if TYPE_CHECKING:
    from django import forms

    from workflows.models import Case

# Buttons of a form that only change what it shows: nothing is judged, nothing is done.
REDRAW = ("more", "recompute")
CONFLICT, UNPROCESSABLE = 409, 422


@login_required
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Ask for an act's inputs with its consequences in sight, or do it once."""
    case = case_for(request.user, pk, whole=False)
    found = kind_of(case).act(name)
    if found is None or found.audience == "applicant":
        raise Http404
    if is_own_case(case, request.user):
        return own_case(request, case)
    if not has_right(case, name, request.user):
        return forbidden(request, case, _("You do not have the right to do this."))
    if request.method == "POST":
        return _do(request, case, found)
    return _page(request, case, found, found.form(case=case))


def _do(request: HttpRequest, case: Case, found: Act) -> HttpResponse:
    typed = request.POST
    if any(button in typed for button in REDRAW):
        return _page(request, case, found, found.form.retyped(typed, case=case))
    if stale.is_stale(typed, case):
        return _changed(request, case, found)
    form = found.form(typed, case=case)
    if not form.is_valid():
        return _page(request, case, found, form, status=UNPROCESSABLE)
    try:
        perform(case, found.name, by=request.user, **form.inputs())
    except TransitionRefused as refusal:
        return _refused(request, case, found, form, refusal)
    except ValidationError as error:
        form.add_error(None, error)
        return _page(request, case, found, form, status=UNPROCESSABLE)
    done = found.confirmation or _("Done: {act}.").format(act=found.label)
    messages.success(request, done)
    return redirect("workflows:office_case", pk=case.pk)


def _refused(
    request: HttpRequest, case: Case, found: Act, form: forms.Form, refusal: TransitionRefused
) -> HttpResponse:
    """Show why the engine said no, with what was typed still there."""
    if refusal.why is Refusal.RIGHT:
        return forbidden(request, case, refusal.sentence)
    if refusal.why in (Refusal.STALE, Refusal.STATUS):
        # Somebody was faster between our look at the case and the engine's.
        return _changed(
            request, case_for(request.user, case.pk, whole=False), found, refusal.sentence
        )
    blocking = [outcome for outcome in refusal.outcomes if outcome.blocks]
    for outcome in blocking:
        form.add_error(None, f"{outcome.sentence} ({outcome.rule})")
    if not blocking:
        form.add_error(None, refusal.sentence)
    return _page(request, case, found, form, status=UNPROCESSABLE)


def _changed(request: HttpRequest, case: Case, found: Act, sentence: str = "") -> HttpResponse:
    """Show what happened since the form was opened; what was typed goes on with the fresh case."""
    both = stale.both_values(found.form(case=case), request.POST)
    changed = stale.changed_since(case, request.POST, sentence=sentence, both=both)
    typed = request.POST.copy()
    typed[stale.SEEN] = str(case.version)
    form = found.form.retyped(typed, case=case)
    return _page(request, case, found, form, changed=changed, status=CONFLICT)


def _page(
    request: HttpRequest,
    case: Case,
    found: Act,
    form: forms.Form,
    *,
    changed: stale.Changed | None = None,
    status: int = 200,
) -> HttpResponse:
    offer = _offer(request, case, found)
    if offer is None and changed is None:
        changed = stale.Changed(_not_asked(request, case))
        status = CONFLICT
    context = {
        "case": case,
        "act": found,
        "form": form,
        "offer": offer,
        "changed": changed,
        "status_tones": kind_of(case).tones,
        "typed": request.method == "POST",
        "checks": [
            showing.check(one) for one in (offer.outcomes if offer else []) if not one.blocks
        ],
        "blocking": [showing.check(one) for one in (offer.blocking if offer else [])],
        "preview": found.preview(case) if offer and found.preview else None,
    }
    return render(request, "workflows/act.html", context, status=status)


def _offer(request: HttpRequest, case: Case, found: Act) -> Offer | None:
    offers = office_offers(case, request.user, open_tasks(case))
    return next((offer for offer in offers if offer.act is found), None)


def _not_asked(request: HttpRequest, case: Case) -> str:
    """Say why an act is not open: in a colleague's hands, or its time has passed."""
    holder = next((task.owner for task in open_tasks(case) if task.owner), None)
    if holder not in (None, request.user):
        return _("{person} is working on this: ask them to hand it over.").format(person=holder)
    return _("The case is now “{status}”: this can no longer be done.").format(
        status=case.get_status_display()
    )

"""The host's answers to the office: an integration, observations, taking the offer back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from grants.views.access import keeps_writing, one_line_end, read_form, signed_in, unpark
from grants.views.acting import seen_version
from grants.views.clashes import show_clashes
from internships.forms.offer import OfferForms
from internships.models import HostOffer, OfferStatus
from internships.models.statuses import ALIVE
from internships.services import offers as services
from internships.views import reopened
from internships.views.access import do, no_longer_asked, own_offer, shell
from workflows.services.drafts import save_fields
from workflows.services.integrations import current_request
from workflows.tasks import perform

METHODS = ["GET", "HEAD", "POST"]
LONGEST = 4000


@require_http_methods(METHODS)
@keeps_writing
def integration(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer an integration request: only what was asked for is open."""
    case = own_offer(request, pk)
    if case.status != OfferStatus.INTEGRATION_REQUESTED:
        return no_longer_asked(request, case)
    offer = OfferForms(case, reopened.filed_values(case))
    form = request.POST if request.method == "POST" else unpark(request)
    if form is None:
        return _show_integration(request, offer)
    typed, seen = read_form(form, reopened.open_names(case, offer))
    _draft, clashes = save_fields(case, typed, seen)
    if clashes:
        return show_clashes(request, offer, clashes)  # type: ignore[arg-type]
    act = request.POST.get("act", "")
    if act not in {"send", "anyway"}:
        return redirect("internships:offer_integration", case.pk)
    offer = OfferForms(case, reopened.filed_values(case))
    return _send_integration(request, case, offer, anyway=act == "anyway")


def _send_integration(
    request: HttpRequest, case: HostOffer, offer: OfferForms, *, anyway: bool
) -> HttpResponse:
    asked = reopened.asked_items(case, offer)
    if any(one.wrong for one in asked):
        return _show_integration(request, offer, status=422, checked=True)
    if any(one.paper and not one.paper.files for one in asked) and not anyway:
        return _show_integration(request, offer, status=422, missing=True, checked=True)
    changes = {
        name: one.form.cleaned_data[name] for one in asked if one.form for name in one.fields
    }
    return do(
        request,
        case,
        lambda: perform(
            case,
            "answer_integration",
            by=request.user,
            seen_version=seen_version(request),
            changes=changes,
        ),
        lambda refused: _show_integration(request, offer, status=409, refused=refused),
        _("Sent. The office goes on with your offer."),
    )


def _show_integration(
    request: HttpRequest, offer: OfferForms, *, status: int = 200, **extra: Any
) -> HttpResponse:
    case = offer.case
    context = shell(case) | {
        "asked": reopened.asked_items(case, offer),
        "request_made": current_request(case),
        "application": offer,
        "missing": False,
        "checked": False,
        "autosave_url": reverse("internships:offer_autosave", args=[case.pk]),
    }
    template = "grants/applicant/integration.html"
    return render(request, template, context | extra, status=status)


@require_http_methods(METHODS)
@keeps_writing
def observations(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the reasons against, one by one (PRE-02)."""
    case = own_offer(request, pk)
    if case.status != OfferStatus.REFUSAL_NOTICE:
        return no_longer_asked(request, case)
    form = request.POST if request.method == "POST" else unpark(request)
    if form is None:
        return _show_observations(request, case)
    typed, seen = read_form(form, reopened.ground_names(case))
    draft, clashes = save_fields(case, typed, seen)
    if clashes:
        return show_clashes(request, OfferForms(case), clashes)  # type: ignore[arg-type]
    if request.POST.get("act") != "send":
        return redirect("internships:offer_observations", case.pk)
    texts = {ground.pk: str(draft.value(f"ground-{ground.pk}")).strip() for ground in case.grounds}
    if not any(texts.values()) and not reopened.observations_paper(case).files:
        return _show_observations(request, case, status=422, is_empty=True)
    return do(
        request,
        case,
        lambda: perform(
            case,
            "file_observations",
            by=request.user,
            seen_version=seen_version(request),
            observations={key: text[:LONGEST] for key, text in texts.items()},
        ),
        lambda refused: _show_observations(request, case, status=409, refused=refused),
        _("Sent. The office weighs your observations before it decides."),
    )


def _show_observations(
    request: HttpRequest, case: HostOffer, *, status: int = 200, **extra: Any
) -> HttpResponse:
    draft = OfferForms(case).draft
    grounds = [
        {
            "ground": ground,
            "name": f"ground-{ground.pk}",
            "typed": draft.value(f"ground-{ground.pk}"),
            "revision": str(draft.revision(f"ground-{ground.pk}")),
        }
        for ground in case.grounds
    ]
    context = shell(case) | {
        "grounds": grounds,
        "paper": reopened.observations_paper(case),
        "is_empty": False,
        "autosave_url": reverse("internships:offer_autosave", args=[case.pk]),
    }
    template = "grants/applicant/observations.html"
    return render(request, template, context | extra, status=status)


def show_answer_page(request: HttpRequest, case: HostOffer, **extra: Any) -> HttpResponse:
    """Draw the page on which files may be brought now, with what was wrong with one."""
    if case.status == OfferStatus.REFUSAL_NOTICE:
        return _show_observations(request, case, status=422, **extra)
    offer = OfferForms(case, reopened.filed_values(case))
    return _show_integration(request, offer, status=422, **extra)


@require_http_methods(METHODS)
@signed_in
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the offer back, after a confirmation."""
    case = own_offer(request, pk)
    if case.status not in ALIVE:
        return no_longer_asked(request, case)
    reason = one_line_end(request.POST.get("reason", ""))[:LONGEST]
    template = "internships/host/withdraw.html"
    if request.method != "POST":
        return render(request, template, shell(case) | {"reason": ""})

    def again(refused: Any) -> HttpResponse:
        context = shell(case) | {"reason": reason, "refused": refused}
        return render(request, template, context, status=409)

    return do(
        request,
        case,
        lambda: services.withdraw(
            case, by=request.user, reason=reason, seen_version=seen_version(request)
        ),
        again,
        _("Your offer has been withdrawn."),
    )

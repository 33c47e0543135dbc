"""Taking an offer back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from internships.models.statuses import ALIVE
from internships.services import offers as services
from internships.views.written import OFFER
from workflows.written.access import one_line_end, signed_in
from workflows.written.acting import again, do, no_longer_asked, seen_version, shell

LONGEST = 4000


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the offer back, after a confirmation."""
    case = OFFER.own(request, pk)
    if case.status not in ALIVE:
        return no_longer_asked(request, case)
    reason = one_line_end(request.POST.get("reason", ""))[:LONGEST]
    template = "internships/host/withdraw.html"
    if request.method != "POST":
        return render(request, template, shell(case) | {"reason": ""})
    return do(
        request,
        case,
        lambda: services.withdraw(
            case, by=request.user, reason=reason, seen_version=seen_version(request)
        ),
        again(request, case, template, reason=reason),
        _("Your offer has been withdrawn."),
    )

"""A manager tells of a change of an entry: what is published stands in the form already (SPA-25)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coworking_registry import changing
from coworking_registry.forms.change import ChangeForm
from coworking_registry.models import SpaceStatus
from coworking_registry.views.written import SPACE
from workflows.engine import TransitionRefused
from workflows.tasks import perform
from workflows.written.access import signed_in
from workflows.written.acting import no_longer_asked, seen_version, shell

UNPROCESSABLE = 422
TEMPLATE = "coworking_registry/manager/change.html"


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is published, and take a change in: minor ones hold at once."""
    case = SPACE.own(request, pk)
    if case.status != SpaceStatus.LISTED or changing.open_change(case) is not None:
        return no_longer_asked(request, case)
    if request.method != "POST":
        return render(request, TEMPLATE, shell(case) | {"form": ChangeForm(case=case)})
    form = ChangeForm(request.POST, case=case)
    if form.is_valid():
        try:
            case = perform(
                case,
                "report_change",
                by=request.user,
                said=form.content(),
                note=form.cleaned_data["note"],
                seen_version=seen_version(request),
            )
        except TransitionRefused as refusal:
            for one in [one for one in refusal.outcomes if one.blocks]:
                form.add_error(None, f"{one.sentence} ({one.rule})")
            if not any(one.blocks for one in refusal.outcomes):
                form.add_error(None, refusal.sentence)
        else:
            waits = changing.open_change(type(case).objects.get(pk=case.pk)) is not None
            messages.success(request, _waiting() if waits else _("The public page is up to date."))
            return redirect("workflows:case", case.pk)
    return render(request, TEMPLATE, shell(case) | {"form": form}, status=UNPROCESSABLE)


def _waiting() -> str:
    return _("Sent. The office looks at the change first; until then the page stays as it is.")

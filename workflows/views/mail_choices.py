"""Which courtesy emails somebody gets, and when."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workflows import mailing
from workflows.delegation_forms import MailChoicesForm
from workflows.models import MailChoice

UNPROCESSABLE = 422


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def choices(request: HttpRequest) -> HttpResponse:
    """Show what comes by email and keep what the person chooses; letters are not for choosing."""
    chosen = dict(MailChoice.objects.filter(user=request.user).values_list("group", "pace"))
    form = MailChoicesForm(
        request.POST if request.method == "POST" else None,
        groups=mailing.groups_of(request.user),
        chosen=chosen,
    )
    if form.is_bound and form.is_valid():
        mailing.choose(request.user, form.cleaned_data)
        messages.success(request, _("Saved. It holds from the next email on."))
        return redirect("workflows:mail_choices")
    status = UNPROCESSABLE if form.errors else 200
    context = {"form": form, "has_day": request.user.has_perm("workflows.take_task")}
    return render(request, "workflows/mail_choices.html", context, status=status)

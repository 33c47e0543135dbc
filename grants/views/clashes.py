"""Two windows have changed the same field: both writings are shown, and one is chosen."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from grants.forms.application import PAGES, Application
from workflows.services.drafts import Clash


def show_clashes(
    request: HttpRequest, application: Application, clashes: list[Clash]
) -> HttpResponse:
    """Ask which writing of each field stays; the answer goes to the page that was sent."""
    labels = labels_of(application)
    context = {
        "case": application.case,
        "clashes": [
            {
                "clash": clash,
                "label": labels.get(clash.field, _("What you answer")),
                "revision": str(clash.revision),
            }
            for clash in clashes
        ],
        "address": request.path,
        "back": request.POST.get("da", ""),
    }
    return render(request, "grants/applicant/clash.html", context, status=409)


def labels_of(application: Application) -> dict[str, str]:
    """Return the words of every field of the form by its name."""
    return {
        form.add_prefix(name): str(form[name].label)
        for page in PAGES
        for form in application.forms(page.slug)
        for name in form.fields
    }

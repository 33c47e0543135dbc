"""Answering the reasons to annul or to revoke a grant, one by one (PRE-11)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from grants.models import RentContribution
from grants.models.statuses import HEARING
from grants.undoing import open_annulment
from grants.views.written import RENT, memories_paper, memory_names
from workflows.services.drafts import save_fields
from workflows.tasks import perform
from workflows.written.access import keeps_writing, read_form, unpark
from workflows.written.acting import do, no_longer_asked, seen_version, shell
from workflows.written.clashes import show_clashes

LONG = 4000


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_writing
def memories(request: HttpRequest, pk: int) -> HttpResponse:
    """Write memories and bring documents while the annulment or revocation runs, or send them."""
    case = RENT.own(request, pk)
    if case.status not in HEARING:
        return no_longer_asked(request, case)
    form = request.POST if request.method == "POST" else unpark(request)
    if form is None:
        return show_memories(request, case)
    typed, seen = read_form(form, memory_names(case))
    draft, clashes = save_fields(case, typed, seen)
    if clashes:
        return show_clashes(request, RENT.forms(case), clashes)
    if request.POST.get("act") != "send":
        return redirect("grants:memories", case.pk)
    texts = {
        ground.pk: str(draft.value(f"memory-{ground.pk}")).strip()[:LONG]
        for ground in open_annulment(case).grounds.all()
    }
    if not any(texts.values()) and not memories_paper(case).files:
        return show_memories(request, case, status=422, is_empty=True)

    def answer() -> None:
        perform(
            case,
            "file_memories",
            by=request.user,
            seen_version=seen_version(request),
            memories=texts,
        )

    return do(
        request,
        case,
        answer,
        lambda refused: show_memories(request, case, status=409, refused=refused),
        _("Sent. The director weighs what you wrote before deciding."),
    )


def show_memories(
    request: HttpRequest, case: RentContribution, *, status: int = 200, **extra: Any
) -> HttpResponse:
    """Draw the page with the reasons, what was typed and the files brought so far."""
    annulment, draft = open_annulment(case), RENT.forms(case).draft
    grounds = [
        {
            "ground": ground,
            "name": f"memory-{ground.pk}",
            "typed": draft.value(f"memory-{ground.pk}"),
            "revision": str(draft.revision(f"memory-{ground.pk}")),
        }
        for ground in (annulment.grounds.all() if annulment else ())
    ]
    context = shell(case) | {
        "annulment": annulment,
        "grounds": grounds,
        "paper": memories_paper(case),
        "is_empty": False,
        "autosave_url": reverse("grants:autosave", args=[case.pk]),
    }
    return render(request, "grants/applicant/memories.html", context | extra, status=status)

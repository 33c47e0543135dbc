"""What a manager says to the reasons to take the space off the register, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coworking_registry.models.statuses import SpaceStatus
from coworking_registry.removing import open_removal
from coworking_registry.views.written import SPACE, memories_paper, memory_names
from workflows.services.drafts import save_fields
from workflows.tasks import perform
from workflows.written.access import keeps_writing, read_form, unpark
from workflows.written.acting import do, no_longer_asked, seen_version, shell
from workflows.written.clashes import show_clashes

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from coworking_registry.models import SpaceApplication

LONG = 4000
PAGE = "coworking_registry:application_memories"


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_writing
def memories(request: HttpRequest, pk: int) -> HttpResponse:
    """Write memories and bring documents while the procedure of removal runs, or send them."""
    case = SPACE.own(request, pk)
    running = open_removal(case)
    if case.status != SpaceStatus.REMOVAL_STARTED or running is None:
        return no_longer_asked(request, case)
    form = request.POST if request.method == "POST" else unpark(request)
    if form is None:
        return show_memories(request, case)
    typed, seen = read_form(form, memory_names(case))
    draft, clashes = save_fields(case, typed, seen)
    if clashes:
        return show_clashes(request, SPACE.forms(case), clashes)
    if request.POST.get("act") != "send":
        return redirect(PAGE, case.pk)
    texts = {
        ground.pk: str(draft.value(f"memory-{ground.pk}")).strip()[:LONG]
        for ground in running.grounds.all()
    }
    if not any(texts.values()) and not memories_paper(case).files:
        return show_memories(request, case, status=422, is_empty=True)
    return do(
        request,
        case,
        lambda: perform(
            case,
            "file_memories",
            by=request.user,
            seen_version=seen_version(request),
            memories=texts,
        ),
        lambda refused: show_memories(request, case, status=409, refused=refused),
        _("Sent. The director weighs what you wrote before deciding."),
    )


def show_memories(
    request: HttpRequest, case: SpaceApplication, *, status: int = 200, **extra: Any
) -> HttpResponse:
    """Draw the page with the reasons, what was typed and the files brought so far."""
    running, draft = open_removal(case), SPACE.forms(case).draft
    grounds = [
        {
            "ground": ground,
            "name": f"memory-{ground.pk}",
            "typed": draft.value(f"memory-{ground.pk}"),
            "revision": str(draft.revision(f"memory-{ground.pk}")),
        }
        for ground in (running.grounds.all() if running else ())
    ]
    context = shell(case) | {
        "grounds": grounds,
        "paper": memories_paper(case),
        "is_empty": False,
        "autosave_url": reverse("coworking_registry:application_autosave", args=[case.pk]),
    }
    template = "coworking_registry/manager/memories.html"
    return render(request, template, context | extra, status=status)

"""Taking work, handing it over, giving it back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from parties.models import User
from workflows import bulk, stale, tasks
from workflows.engine import TransitionRefused
from workflows.flows import title_of
from workflows.forms import HandOverForm
from workflows.models import Case, CaseTask

CONFLICT = 409
MOST_DIGITS = 18


@login_required
@permission_required("workflows.view_queue", raise_exception=True)
@require_POST
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a task into the person's hands; whoever comes second reads who has it."""
    task = _task(request, pk)
    try:
        tasks.take(task, by=request.user)
    except TransitionRefused as refusal:
        messages.error(request, f"{task.process.case}: {refusal.sentence}")
    else:
        messages.success(request, _("{case} is now in your hands.").format(case=task.process.case))
    return redirect(next_page(request))


@login_required
@permission_required("workflows.take_task", raise_exception=True)
@require_POST
def take_many(request: HttpRequest) -> HttpResponse:
    """Put every ticked task into the person's hands, as a job that says what became of each."""
    visible = CaseTask.objects.filter(case__in=Case.objects.visible_to(request.user))
    found = visible.filter(pk__in=ticked(request.POST.getlist("task")))
    ids = list(found.order_by("case__submitted_at", "pk").values_list("pk", flat=True))
    if not ids:
        messages.warning(request, _("Tick at least one row."))
        return redirect(next_page(request))
    return redirect("workflows:job", pk=bulk.start_takes(ids, by=request.user).pk)


@login_required
@permission_required("workflows.take_task", raise_exception=True)
@require_http_methods(["GET", "POST"])
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a task to a colleague who has the right to do it."""
    task = _task(request, pk)
    colleagues = tasks.colleagues_for(task.owner_permission or "")
    form = HandOverForm(request.POST or None, colleagues=colleagues.exclude(pk=task.owner_id or 0))
    status, changed = 200, None
    if request.method == "POST" and _is_stale(request, task):
        status, changed = CONFLICT, _changed(request, task)
    elif request.method == "POST" and form.is_valid():
        try:
            tasks.hand_over(task, by=request.user, to=form.cleaned_data["to"])
        except TransitionRefused as refusal:
            form.add_error(None, refusal.sentence)
            status = CONFLICT
        else:
            words = _("{case} is now in the hands of {person}.")
            person = form.cleaned_data["to"]
            messages.success(request, words.format(case=task.process.case, person=person))
            return redirect(next_page(request))
    context = {
        "task": task,
        "case": task.process.case,
        "title": title_of(task),
        "form": form,
        "changed": changed,
        "is_open": task.status in tasks.OPEN,
    }
    return render(
        request, "workflows/hand_over.html", context | {"next": next_page(request)}, status=status
    )


@login_required
@permission_required("workflows.take_task", raise_exception=True)
@require_POST
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a task back where every colleague can take it."""
    task = _task(request, pk)
    try:
        tasks.release(task, by=request.user)
    except TransitionRefused as refusal:
        messages.error(request, f"{task.process.case}: {refusal.sentence}")
    else:
        messages.success(
            request,
            _("{case} is free again: any colleague can take it.").format(case=task.process.case),
        )
    return redirect(next_page(request))


def _is_stale(request: HttpRequest, task: CaseTask) -> bool:
    """Tell whether the page showed another version of the case, or the task in other hands."""
    holder = request.POST.get("was_held_by")
    return stale.is_stale(request.POST, task.process.case) or (
        holder is not None and holder != str(task.owner_id or "")
    )


def _changed(request: HttpRequest, task: CaseTask) -> stale.Changed:
    wanted = ticked([request.POST.get("to", "")])
    people = User.objects.in_bulk([*wanted, *([task.owner_id] if task.owner_id else [])])
    both = stale.conflict(
        request.POST,
        "held_by",
        label=_("In the hands of"),
        now=str(task.owner_id or ""),
        mine=str(wanted[0]) if wanted else "",
        words=lambda key: str(people.get(int(key or 0)) or _("nobody")),
    )
    return stale.changed_since(task.process.case, request.POST, both=[both] if both else [])


def next_page(request: HttpRequest) -> str:
    """Return where the person came from, if it is a page of ours; else the queue."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        return wanted
    return reverse("workflows:queue")


def ticked(values: list[str]) -> list[int]:
    """Return the numbers among what was ticked, each once, no more than one go may hold."""
    numbers = [int(v) for v in values if v.isascii() and v.isdigit() and len(v) <= MOST_DIGITS]
    return list(dict.fromkeys(numbers))[: bulk.MOST_ROWS]


def _task(request: HttpRequest, pk: int) -> CaseTask:
    visible = Case.objects.visible_to(request.user).filter(submitted_at__isnull=False)
    found = CaseTask.objects.select_related("process__case", "owner")
    return get_object_or_404(found.filter(case__in=visible), pk=pk)

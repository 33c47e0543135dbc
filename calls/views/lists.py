"""The calls of the office, and beginning a new one: from blank, from another, from a file."""

import json

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from calls import permissions, queries
from calls.engine import CallRefused
from calls.forms.calls import CallFilterForm, CloneForm, ImportForm, NewCallForm
from calls.forms.rows import code_from
from calls.models import Call, Programme, State
from calls.services import copies, editing
from calls.views.shown import UNPROCESSABLE, for_designers, for_office, refuse, with_call
from calls.words import TONES

LEAD = 160


@require_safe
@for_office
def call_list(request: HttpRequest) -> HttpResponse:
    """List the calls with where they stand, narrowed by the filters in the address."""
    form = CallFilterForm(request.GET)
    form.is_valid()
    cursors = {name: request.GET.get(name, "").replace("\0", "") for name in ("after", "before")}
    page = queries.page_of(queries.for_office(form.cleaned_data), **cursors)
    rows = [
        {
            "call": call,
            "state": {"label": State(call.state).label, "tone": TONES[call.state]},
            "url": reverse("calls:setup", args=[call.code]),
        }
        for call in page.rows
    ]
    context = {
        "form": form,
        "rows": rows,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
        "is_filtered": any(form.cleaned_data.values()),
        "may_set_up": permissions.may_set_up(None, request.user),
    }
    return render(request, "calls/call_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_designers
def new_call(request: HttpRequest) -> HttpResponse:
    """Begin a call from blank."""
    form = NewCallForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            with transaction.atomic():
                name = data.pop("new_programme")
                data["programme"] = data["programme"] or _new_programme(name, data["manager"].name)
                call = editing.new_call(by=request.user, **data)
        except CallRefused as refused:
            refuse_code(form, refused)
        else:
            messages.success(request, _("The call has begun. The list says what it still needs."))
            return redirect("calls:setup", call.code)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "calls/new_call.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_designers
def import_call(request: HttpRequest) -> HttpResponse:
    """Begin a call from a file; a file that cannot be read keeps nothing."""
    is_post = request.method == "POST"
    form = ImportForm(request.POST if is_post else None, request.FILES if is_post else None)
    if is_post and form.is_valid():
        data = form.cleaned_data
        file = data.pop("file")
        content = file.read(copies.MOST_BYTES + 1)
        try:
            call = copies.import_call(content, by=request.user, **data)
        except CallRefused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("The call has been read from the file."))
            return redirect("calls:setup", call.code)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "calls/import_call.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_designers
@with_call
def clone_call(request: HttpRequest, call: Call) -> HttpResponse:
    """Begin a call as a copy of another one."""
    initial = {"title_it": call.title_it}
    form = CloneForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            copy = copies.clone(call, by=request.user, **form.cleaned_data)
        except CallRefused as refused:
            refuse_code(form, refused)
        else:
            messages.success(
                request, _("A copy has begun: instants, people and acts are still to be set.")
            )
            return redirect("calls:setup", copy.code)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "calls/clone_call.html", {"form": form, "call": call}, status=status)


@require_safe
@for_office
@with_call
def export_call(_request: HttpRequest, call: Call) -> HttpResponse:
    """Give the rules of a call as one file."""
    content = json.dumps(copies.export(call), ensure_ascii=False, indent=2) + "\n"
    response = HttpResponse(content, content_type="application/json")
    response.headers["Content-Disposition"] = f'attachment; filename="{call.code}.json"'
    return response


def refuse_code(form: CloneForm | NewCallForm, refused: CallRefused) -> None:
    """Say beside the code that another call bears it."""
    form.add_error("code" if "code" in form.fields else None, refused.sentence)


def _new_programme(name: str, lead: str) -> Programme:
    taken = set(Programme.objects.values_list("code", flat=True))
    code = code_from(name, {one.lower() for one in taken})[:20].upper().replace("_", "-")
    return Programme.objects.create(code=code, title=name, lead=lead[:LEAD])

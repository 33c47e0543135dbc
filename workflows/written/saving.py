"""Saving what was typed, field by field: the endpoint behind `ui/js/autosave.js`."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workflows.examination.permissions import may_read, may_write
from workflows.services.drafts import Clash, Kept
from workflows.written.access import one_line_end
from workflows.written.base import DraftForm
from workflows.written.kinds import Written, written_of
from workflows.written.pages import Page
from workflows.written.reopening import DRAFT
from workflows.written.writing import Writing


@require_POST
def autosave(request: HttpRequest, pk: int, *, kind: Written) -> JsonResponse:
    """Save one field as it is typed and answer as `ui/js/autosave.js` expects."""
    if not request.user.is_authenticated:
        return JsonResponse({"message": _("Your session has expired.")}, status=401)
    case = kind.own(request, pk, may_read)
    if not may_write(case, request.user):
        message = _("The draft is in other hands now: reload the page.")
        return JsonResponse({"message": message}, status=403)
    if case.status == DRAFT:
        return save_field(request, Writing(case))
    whole = kind.forms(case)
    if request.POST.get("field", "") not in kind.open_names(case, whole):
        return JsonResponse({"message": str(kind.closed)}, status=403)
    return _save(request, Writing(case), whole)


def save_field(request: HttpRequest, writing: Writing) -> JsonResponse:
    """Save one field of a form that is being written, if its forms ask for it now."""
    application = writing.application()
    _step, form = _home_of(application, request.POST.get("field", ""))
    if form is None:
        message = _("This field is no longer on the page: reload it.")
        return JsonResponse({"message": message}, status=410)
    return _save(request, writing, application)


def _save(request: HttpRequest, writing: Writing, application: Any) -> JsonResponse:
    name = request.POST.get("field", "")
    value: str | list[str] = one_line_end(request.POST.get("value", ""))
    if name in application.several:
        value = [one_line_end(one) for one in request.POST.getlist("value") if one]
    revision = request.POST.get("revision", "")
    known = revision.isascii() and revision.isdigit()
    draft, clashes = writing.keep_typed(
        application, {name: value}, {name: int(revision[:9])} if known else {}
    )
    if clashes:
        return JsonResponse(_clash(clashes[0]), status=409)
    step, _form = _home_of(application, name)
    return JsonResponse(_saved(request, writing, draft, name, step))


def _home_of(application: Any, name: str) -> tuple[Page | None, DraftForm | None]:
    """Return the page and the form that ask for a field."""
    for page in application.pages:
        for form in application.forms(page.slug):
            if name in form.names:
                return page, form
    return None, None


def _clash(clash: Clash) -> dict[str, Any]:
    return {
        "field": clash.field,
        "theirs": clash.theirs,
        "revision": clash.revision,
        "message": _("This field was changed in another window while you were writing."),
    }


def _saved(
    request: HttpRequest, writing: Writing, draft: Kept, name: str, step: Page | None
) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "field": name,
        "revision": draft.revision(name),
        "saved_at": draft.saved_at.isoformat(),
        "message": "",
        "fragments": {},
    }
    if step is None:
        return answer
    application = writing.application()
    _page, form = _home_of(application, name)
    if form is not None:
        answer["message"] = _about(form, name)
        answer["fragments"] = written_of(writing.case).fragments(request, application, step, name)
    return answer


def _about(form: DraftForm, name: str) -> str:
    """Say what is wrong with a field that has something in it, or what to look at."""
    field = next(field for field in form.fields if form.add_prefix(field) == name)
    errors = form.errors.get(field, []) if form.typed(field) else []
    return str((list(errors) or form.warnings.get(field) or [""])[0])

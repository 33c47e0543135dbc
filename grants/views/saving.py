"""Saving what was typed, field by field: the endpoint behind `ui/js/autosave.js`."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from grants.forms.application import Application, Page
from grants.forms.base import DraftForm
from grants.forms.spend import prices_after_choice
from grants.models import RentContribution, Status
from grants.views import reopened
from grants.views.access import one_line_end, own_case
from grants.views.drawing import fragments
from workflows.models import Draft
from workflows.services.drafts import Clash, save_fields


def save_typed(
    application: Application, typed: Mapping[str, str | list[str]], seen: Mapping[str, int]
) -> tuple[Draft, list[Clash]]:
    """Save typed fields; a newly chosen item of the price list brings its price along."""
    prices = prices_after_choice(application.values, typed, application.price_items)
    return save_fields(application.case, {**typed, **prices}, seen)


@require_POST
def autosave(request: HttpRequest, pk: int) -> JsonResponse:
    """Save one field as it is typed and answer as `ui/js/autosave.js` expects."""
    if not request.user.is_authenticated:
        return JsonResponse({"message": _("Your session has expired.")}, status=401)
    case = own_case(request, pk)
    name = request.POST.get("field", "")
    application = Application(case, reopened.filed_values(case))
    value: str | list[str] = one_line_end(request.POST.get("value", ""))
    if name in application.several:
        value = [one_line_end(one) for one in request.POST.getlist("value") if one]
    step, form = _home_of(application, name)
    if case.status != Status.DRAFT and name not in reopened.open_names(case, application):
        message = _("This application has been sent: it can no longer be changed here.")
        return JsonResponse({"message": message}, status=403)
    if case.status == Status.DRAFT and form is None:
        message = _("This field is no longer on the page: reload it.")
        return JsonResponse({"message": message}, status=410)
    revision = request.POST.get("revision", "")
    known = revision.isascii() and revision.isdigit()
    draft, clashes = save_typed(
        application, {name: value}, {name: int(revision[:9])} if known else {}
    )
    if clashes:
        return JsonResponse(_clash(clashes[0]), status=409)
    return JsonResponse(_saved(request, case, draft, name, step))


def _home_of(application: Application, name: str) -> tuple[Page | None, DraftForm | None]:
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
    request: HttpRequest, case: RentContribution, draft: Draft, name: str, step: Page | None
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
    application = Application(case, reopened.filed_values(case))
    _page, form = _home_of(application, name)
    if form is not None:
        answer["message"] = _about(form, name)
        answer["fragments"] = fragments(request, application, step, name)
    return answer


def _about(form: DraftForm, name: str) -> str:
    """Say what is wrong with a field that has something in it, or what to look at."""
    field = next(field for field in form.fields if form.add_prefix(field) == name)
    errors = form.errors.get(field, []) if form.typed(field) else []
    return str((list(errors) or form.warnings.get(field) or [""])[0])

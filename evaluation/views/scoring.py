"""A file in a member's hands: what there is to judge, the sheet, the documents."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from evaluation import queries, rules
from evaluation.kinds import ranked_kind
from evaluation.models import Member, ScoreSheet
from evaluation.permissions import SCORE
from evaluation.services import sheets
from evaluation.views.reaching import UNPROCESSABLE
from workflows.engine import InputRefused, TransitionRefused
from workflows.models import Case
from workflows.services.drafts import Clash
from workflows.uploads import safe_response

CONFLICT = 409


@login_required
@require_http_methods(["GET", "POST"])
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a file with its sheet; a POST keeps what was typed and, if asked, closes the sheet."""
    case, member = _file(request, pk)
    try:
        own = sheets.open_file(case, member, by=request.user)
    except TransitionRefused as refused:
        own = queries.own_sheet(case, member)
        if own is None or not own.is_closed:
            context = {"case": case, "refused": refused, "call": member.committee.call}
            return render(request, "evaluation/closed_file.html", context, status=403)
    errors: dict[str, list[str]] = {}
    clashes: list[Clash] = []
    if request.method == "POST" and not own.is_closed:
        typed, seen = _read(request, own)
        own, clashes = sheets.save_typed(own, typed, seen, by=request.user)
        if not clashes and request.POST.get("act") == "close":
            try:
                sheets.close_sheet(own, by=request.user)
            except InputRefused as refused:
                errors = refused.message_dict
            except TransitionRefused as refused:
                errors = {"": [refused.sentence]}
            else:
                messages.success(request, _("The sheet is closed."))
                return redirect("evaluation:my_files")
        elif not clashes:
            messages.success(request, _("What you wrote is saved."))
            return redirect("evaluation:sheet", case.pk)
    context = _sheet_context(case, member, own, errors, clashes)
    status = UNPROCESSABLE if errors else CONFLICT if clashes else 200
    return render(request, "evaluation/sheet.html", context, status=status)


@require_POST
def autosave(request: HttpRequest, pk: int) -> JsonResponse:
    """Save one field of a sheet as it is typed and answer as `ui/js/autosave.js` expects."""
    if not request.user.is_authenticated:
        return JsonResponse({"message": _("Your session has expired.")}, status=401)
    own = get_object_or_404(
        ScoreSheet.objects.select_related("member", "case__call_version"),
        pk=pk,
        member__user=request.user.pk,
    )
    name, value = request.POST.get("field", ""), _one_line_end(request.POST.get("value", ""))
    weights = _fields_of(own.case)
    if name not in weights:
        return JsonResponse(
            {"message": _("This field is no longer on the page: reload it.")}, status=410
        )
    revision = request.POST.get("revision", "")
    seen = {name: int(revision[:9])} if revision.isascii() and revision.isdigit() else {}
    try:
        own, clashes = sheets.save_typed(own, {name: value}, seen, by=request.user)
    except TransitionRefused as refused:
        return JsonResponse({"message": refused.sentence}, status=403)
    if clashes:
        return JsonResponse(_clash(clashes[0]), status=CONFLICT)
    return JsonResponse(
        {
            "field": name,
            "revision": own.revision(name),
            "saved_at": own.saved_at.isoformat(),
            "message": _about(weights, name, value),
            "fragments": {},
        }
    )


@login_required
@require_safe
def document(request: HttpRequest, pk: int, document: int) -> FileResponse:
    """Show a document of a file to the member who has it open."""
    case, member = _file(request, pk)
    if queries.own_sheet(case, member) is None or queries.abstaining([member], [case]):
        raise PermissionDenied
    found = get_object_or_404(case.documents.filter(filed_at__isnull=False), pk=document)
    try:
        file = found.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return safe_response(
        file,
        name=found.name,
        content_type=found.content_type,
        inline="scarica" not in request.GET,
    )


def _file(request: HttpRequest, pk: int) -> tuple[Case, Member]:
    if not request.user.has_perm(SCORE):
        raise PermissionDenied
    case = get_object_or_404(
        Case.objects.select_related("call", "call_version", "applicant", "representative"), pk=pk
    )
    member = queries.seats_of(request.user).filter(committee__call=case.call_id).first()
    if member is None:
        raise PermissionDenied
    return case, member


def _sheet_context(
    case: Case,
    member: Member,
    own: ScoreSheet,
    errors: dict[str, list[str]],
    clashes: list[Clash],
) -> dict[str, Any]:
    kind = ranked_kind(case.kind)
    criteria = list(case.call_version.criteria.order_by("position"))
    others = queries.sheets_shown(case, member, own)
    rows = [_criterion_row(criterion, own, errors, clashes) for criterion in criteria]
    return {
        "case": case,
        "call": member.committee.call,
        "member": member,
        "sheet": own,
        "rows": rows,
        "general_errors": errors.get("", []),
        "summary": [
            {"field": field, "sentence": sentence}
            for row in rows
            for field, sentence in row["faults"]
        ],
        "clashes": clashes,
        "others": others,
        "most": rules.points(sum(rules.hundredths(one.weight) for one in criteria)),
        "reading_template": kind.reading_template,
    } | kind.reading(case)


def _criterion_row(
    criterion: Any, own: ScoreSheet, errors: dict[str, list[str]], clashes: list[Clash]
) -> dict[str, Any]:
    points, reason = f"points-{criterion.code}", f"reason-{criterion.code}"
    theirs = {clash.field: clash.theirs for clash in clashes}
    faults = [(name, errors[name][0]) for name in (points, reason) if name in errors]
    return {
        "criterion": criterion,
        "most": rules.points(rules.hundredths(criterion.weight)),
        "least": rules.points(rules.hundredths(criterion.minimum)) if criterion.minimum else "",
        "guidance": getattr(criterion, "guidance_it", ""),
        "points_name": points,
        "points": own.value(points),
        "points_revision": str(own.revision(points)),
        "points_error": errors.get(points, [""])[0],
        "points_theirs": theirs.get(points, ""),
        "reason_name": reason,
        "reason": own.value(reason),
        "reason_revision": str(own.revision(reason)),
        "reason_error": errors.get(reason, [""])[0],
        "reason_theirs": theirs.get(reason, ""),
        "faults": faults,
    }


def _read(request: HttpRequest, own: ScoreSheet) -> tuple[dict[str, str], dict[str, int]]:
    """Return what was typed in the fields that the page showed, with the revisions it showed."""
    typed, seen = {}, {}
    for name in _fields_of(own.case):
        if name not in request.POST:
            continue
        typed[name] = _one_line_end(request.POST[name])
        revision = request.POST.get(f"rev-{name}", "")
        if revision.isascii() and revision.isdigit():
            seen[name] = int(revision[:9])
    return typed, seen


def _fields_of(case: Case) -> dict[str, Any]:
    criteria = case.call_version.criteria.order_by("position")
    return {
        f"{part}-{criterion.code}": criterion.weight
        for criterion in criteria
        for part in ("points", "reason")
    }


def _about(weights: dict[str, Any], name: str, value: str) -> str:
    """Say what is wrong with points that stand in a field; an empty one is not wrong yet."""
    if not name.startswith("points-") or not value.strip():
        return ""
    found = rules.read_points(value, weights[name])
    return found if isinstance(found, str) else ""


def _clash(clash: Clash) -> dict[str, Any]:
    return {
        "field": clash.field,
        "theirs": clash.theirs,
        "revision": clash.revision,
        "message": _("This field was changed in another window while you were writing."),
    }


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\x00", "")

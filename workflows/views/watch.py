"""The administrator's board: what the last round found, what failed, and seeing to it."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from workflows import digest, watch
from workflows.models import BackgroundJob, DigestPause, WatchRound
from workflows.paging import Key, walk
from workflows.repairs import MOST_SHOWN, repair_of, repairs
from workflows.services.jobs import start_job
from workflows.services.upkeep import NothingToDo
from workflows.watch.house import ROUNDS_EVERY
from workflows.watch.registry import GROUP_LABELS, SEVERITY_LABELS, Group, Severity
from workflows.watch.work import SILENCE, last_sign

ROUNDS_SHOWN = 20
ROUND_KEYS = (Key("id", models.BigIntegerField()),)
TONES = {Severity.URGENT: "danger", Severity.WRONG: "warning", Severity.NOTE: "info"}
State = BackgroundJob.State


@login_required
@permission_required("workflows.view_watch", raise_exception=True)
@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """Show the last round, what failed and waits to be seen to, and the rounds before."""
    page = walk(
        WatchRound.objects.defer("findings"),
        ROUND_KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        size=ROUNDS_SHOWN,
    )
    last = WatchRound.objects.order_by("-pk").first()
    running = BackgroundJob.objects.filter(
        kind=watch.JOB_KIND, state__in=[State.WAITING, State.RUNNING], by=request.user
    )
    context = {
        "page": page,
        "last": last,
        "is_late": last is not None and last.at < timezone.now() - ROUNDS_EVERY,
        "running": running.order_by("-pk").first(),
        "repairs": [_repair(repair) for repair in repairs()],
        "most": MOST_SHOWN,
    }
    return render(request, "workflows/watch.html", context | _worker() | _round(last, request.user))


@login_required
@permission_required("workflows.view_watch", raise_exception=True)
@require_GET
def round_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one round as it was."""
    found = get_object_or_404(WatchRound, pk=pk)
    return render(
        request, "workflows/watch_round.html", {"round": found} | _round(found, request.user)
    )


@login_required
@permission_required("workflows.mend", raise_exception=True)
@require_POST
def run_now(request: HttpRequest) -> HttpResponse:
    """Start a round; where one of the person's runs already, show that."""
    running = BackgroundJob.objects.filter(
        kind=watch.JOB_KIND, state__in=[State.WAITING, State.RUNNING], by=request.user
    ).first()
    job = running or start_job(
        kind=watch.JOB_KIND,
        title=_("Checks of the office"),
        by=request.user,
        inputs={},
        total=len(watch.checks()),
    )
    return redirect("workflows:job", pk=job.pk)


@login_required
@permission_required("workflows.mend", raise_exception=True)
@require_POST
def mend(request: HttpRequest, code: str, key: int, act: str) -> HttpResponse:
    """See to one failure: try again, send again, or note that it was settled otherwise."""
    repair = repair_of(code)
    chosen = repair.act(act) if repair else None
    if chosen is None:
        raise Http404
    try:
        chosen.service(key, by=request.user)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    except NothingToDo as nothing:
        messages.warning(request, str(nothing))
    else:
        messages.success(request, _("Done: {act}.").format(act=chosen.label))
    return redirect(f"{reverse('workflows:watch')}#{code}")


@login_required
@permission_required("workflows.take_task", raise_exception=True)
@require_http_methods(["GET", "POST"])
def my_day(request: HttpRequest) -> HttpResponse:
    """Show the email of the morning as it would read now; a POST switches it on or off."""
    pause = DigestPause.objects.filter(user=request.user)
    if request.method == "POST":
        if request.POST.get("send") == "yes":
            pause.delete()
            messages.success(request, _("You will get the email of the morning."))
        else:
            DigestPause.objects.get_or_create(user=request.user)
            messages.success(request, _("You will no longer get the email of the morning."))
        return redirect("workflows:digest")
    day = digest.day_of(request.user)
    context = {"day": day, "is_paused": pause.exists(), "summary": digest.summary(day)}
    return render(request, "workflows/digest.html", context)


def _round(found: WatchRound | None, user: Any) -> dict[str, Any]:
    """Return what `workflows/_findings.html` shows of a round: by weight, then check by check."""
    if found is None:
        return {"severities": [], "groups": []}
    by_code = {check["code"]: check for check in found.checks}
    severities = []
    for severity in Severity:
        findings = found.by_severity.get(severity.value, [])
        codes = dict.fromkeys(finding["check"] for finding in findings)
        severities.append(
            {
                "label": SEVERITY_LABELS[severity],
                "tone": TONES[severity],
                "number": len(findings),
                "checks": [
                    by_code[code] | {"findings": _openable(findings, code, user)} for code in codes
                ],
            }
        )
    groups = [
        {
            "label": GROUP_LABELS[group],
            "checks": [check for check in found.checks if check["group"] == group.value],
        }
        for group in Group
    ]
    return {"severities": [one for one in severities if one["number"]], "groups": groups}


def _openable(findings: list[dict[str, Any]], code: str, user: Any) -> list[dict[str, Any]]:
    """Return the findings of a check; who may not read cases gets no way to them."""
    may_open = user.has_perm("workflows.view_all_cases")
    own = reverse("workflows:watch")
    return [
        finding | {"url": finding["url"] if may_open and finding["url"] != own else ""}
        for finding in findings
        if finding["check"] == code
    ]


def _repair(repair: Any) -> dict[str, Any]:
    shown = repair.shown()
    return {
        "code": repair.code,
        "label": repair.label,
        "page": repair.page,
        "acts": repair.acts,
        "failures": shown[:MOST_SHOWN],
        "has_more": len(shown) > MOST_SHOWN,
    }


def _worker() -> dict[str, datetime | bool | None]:
    sign = last_sign()
    return {"sign": sign, "is_alive": sign is not None and sign > timezone.now() - SILENCE}

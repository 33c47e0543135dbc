"""What has changed in an internship since its plan, and what may be asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from internships import communications
from internships.during import open_extension
from internships.models import InternshipStatus
from internships.models.statuses import AFTER_END
from internships.permissions import (
    may_ask_refund,
    may_bring,
    may_communicate,
    may_prepare,
    may_see_condition,
)
from internships.services.placements import finishing
from internships.services.placements import refunding as waiving
from parties import moment
from ui.formats import long_date
from workflows.showing import check

if TYPE_CHECKING:
    from internships.models import Extension, Internship, Suspension, Variation, WorkOutcome
    from parties.models import User

ASKABLE = {InternshipStatus.ATTESTED, InternshipStatus.UNATTESTED}
RUNS = {InternshipStatus.RUNNING, InternshipStatus.SUSPENDED}


def changes_of(case: Internship, user: User) -> dict[str, Any]:
    """Return what `internships/placement/_changes.html` shows."""
    if case.started_at is None:
        return {"rows": [], "links": []}
    sees = may_see_condition(case, user)
    rows = [
        *(_pause(one, sees=sees) for one in case.suspensions.all()),
        *(_extension(one) for one in case.extensions.all()),
        *(_variation(one) for one in case.variations.all()),
    ]
    rows += [_outcome(one) for one in case.outcomes.all() if one.answered_on]
    rows += [_told(case, one, user) for one in communications.events_of(case)]
    if case.refund_waived_on:
        says = long_date(case.refund_waived_on)
        rows.append({"what": _("The host gave the refund up"), "says": says, "state": ""})
    if case.ended_on:
        rows.append(
            {
                "what": pgettext("internship", "Last day"),
                "says": long_date(case.ended_on),
                "state": "",
            }
        )
    return {"rows": rows, "links": _links(case, user)}


def _links(case: Internship, user: User) -> list[dict[str, str]]:
    if not may_bring(case, user):
        return []
    after = case.status in AFTER_END
    found = [(_("Individual dossier"), reverse("internships:internship_dossier", args=[case.pk]))]
    if finishing.report_of(case, user) and case.closed_at is None:
        page = reverse("internships:internship_report", args=[case.pk])
        found.append((_("Final report"), page))
    if after:
        later = moment.today() >= finishing.follow_up_on(case)
        page = reverse(
            "internships:internship_outcome", args=[case.pk, "later" if later else "end"]
        )
        found.append((_("What became of the intern"), page))
    if may_ask_refund(case, user) and waiving.may_be_waived(case):
        if case.status in ASKABLE:
            page = reverse("internships:internship_refund", args=[case.pk])
            found.append((_("Ask for the refund"), page))
        page = reverse("internships:internship_waiver", args=[case.pk])
        found.append((_("Give the refund up"), page))
    return [
        *({"label": label, "url": url} for label, url in found),
        *(_while_it_runs(case, user) if case.status in RUNS else []),
    ]


def _while_it_runs(case: Internship, user: User) -> list[dict[str, str]]:
    asked = open_extension(case)
    is_running = case.status == InternshipStatus.RUNNING
    wanted = {
        "extension": (_("Ask for an extension"), is_running and asked is None),
        "extension_refusal": (_("Refuse the extension"), asked and may_prepare(case, user)),
        "variation": (_("Ask for a variation"), is_running),
        "interruption": (_("End the internship early"), True),
    }
    return [
        {"label": label, "url": reverse(f"internships:internship_{name}", args=[case.pk])}
        for name, (label, shown) in wanted.items()
        if shown
    ]


def _pause(one: Suspension, *, sees: bool) -> dict[str, str]:
    says = f"{long_date(one.first_day)} – {long_date(one.last_day)}"
    if sees:
        says = f"{says} ({one.why.get_kind_display()})"
    state = _("Back on {day}").format(day=long_date(one.returned_on)) if one.returned_on else ""
    return {"what": _("Suspension"), "says": says, "state": state}


def _extension(one: Extension) -> dict[str, str]:
    says = _("to {day}").format(day=long_date(one.new_end))
    return {
        "what": _("Extension"),
        "says": f"{says}. {one.reason}",
        "state": one.get_state_display(),
    }


def _variation(one: Variation) -> dict[str, str]:
    state = _("Applied") if one.applied_at else _("Asked for")
    return {"what": _("Variation"), "says": one.reason, "state": state}


def _told(case: Internship, event: communications.Event, user: User) -> dict[str, Any]:
    says = _("{what}, to be sent by {day}").format(what=event.label, day=long_date(event.due_on))
    sent = ""
    if event.number and event.told_on:
        sent = _("no. {number}, sent on {day}").format(
            number=event.number, day=long_date(event.told_on)
        )
    asked = not event.number and case.closed_at is None and may_communicate(case, user)
    return {
        "what": _("Compulsory communication"),
        "says": says,
        "state": sent,
        "check": check(communications.outcome_of(case, event)),
        "url": reverse("internships:internship_told", args=[case.pk, event.code]) if asked else "",
    }


def _outcome(one: WorkOutcome) -> dict[str, str]:
    says = one.get_contract_display() if one.works else _("Does not work")
    where = _("at the same host") if one.same_host else ""
    return {"what": one.get_when_display(), "says": says, "state": where}

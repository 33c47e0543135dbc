"""What is missing before the first day, who has it, and what whoever looks may do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from internships.models import InternshipStatus
from internships.models.statuses import BEFORE_START
from internships.permissions import actors_of, may_follow
from internships.plans import signatures_of
from internships.readiness import readiness_of
from internships.rules.start import Actor, next_to_sign
from workflows.rules import Verdict
from workflows.showing import check

if TYPE_CHECKING:
    from collections.abc import Iterable

    from internships.models import Deed, Internship
    from internships.rules.start import Missing
    from parties.models import User

WHO = {
    Actor.FUNDER: gettext_lazy("The office"),
    Actor.PROMOTER: gettext_lazy("The promoter"),
    Actor.HOST: gettext_lazy("The host"),
    Actor.HOST_TUTOR: gettext_lazy("The tutor of the host"),
    Actor.TRAINEE: gettext_lazy("The intern"),
    Actor.GUARDIAN: gettext_lazy("The parent or guardian"),
}
# Where what a rule misses is brought, by the page of this room.
PAGES = {
    "R-INS-01": ("cover", gettext_lazy("Write the insurance down")),
    "R-INS-03": ("cover", gettext_lazy("Write the insurance down")),
    "R-INS-02": ("cover", gettext_lazy("Write the insurance down")),
    "R-DOC-06": ("copies", gettext_lazy("Write a copy down")),
    "R-DOC-08": ("stamp", gettext_lazy("Write the receipt down")),
    "R-SAF-02": ("safety", gettext_lazy("Write the training down")),
    "R-SAF-04": ("safety", gettext_lazy("Write the fitness down")),
    "R-DOC-04": ("guardian", gettext_lazy("Write the authorisation down")),
    "R-PRO-08": ("communication", gettext_lazy("Write the communication down")),
    "R-COB-06": ("communication", gettext_lazy("Write the communication down")),
    "R-COB-02": ("communication", gettext_lazy("Write the communication down")),
}
SIGNS = {"R-DOC-01": "convention", "R-DOC-03": "plan"}
COMMUNICABLE = {InternshipStatus.PLAN_SIGNED, InternshipStatus.COMMUNICATED}


def panel(case: Internship, user: User) -> dict[str, Any]:
    """Return what `internships/placement/_missing.html` shows to whoever looks."""
    if case.status not in BEFORE_START:
        return {"is_before": False, "rows": [], "noted": [], "may_start": False}
    ready = readiness_of(case)
    return {
        "is_before": True,
        "rows": _rows(case, user, ready.missing),
        "noted": _rows(case, user, ready.noted),
        "done": [check(one) for one in ready.outcomes if one.verdict is Verdict.MET],
        "may_start": ready.may_start and case.status == InternshipStatus.COMMUNICATED,
        "start": case.start,
    }


def _rows(case: Internship, user: User, found: Iterable[Missing]) -> list[dict[str, Any]]:
    """Return things to be seen to, with who has them and where whoever looks brings them."""
    mine, office = actors_of(case, user), may_follow(case, user)
    deeds = {one.kind: one for one in case.deeds.all() if one.is_open}
    rows: list[dict[str, Any]] = []
    for one in found:
        what = one.what[:1].upper() + one.what[1:]
        if rows and rows[-1]["what"] == what:
            rows[-1]["checks"].append(check(one.outcome))
            continue
        page, label = _way(case, one.outcome.rule, deeds)
        is_mine = one.who in mine or (one.who is Actor.GUARDIAN and Actor.TRAINEE in mine)
        rows.append(
            {
                "what": what,
                "who": _("You") if is_mine else WHO[one.who],
                "is_mine": is_mine,
                "checks": [check(one.outcome)],
                "url": page if is_mine or office else "",
                "label": label,
            }
        )
    return rows


def papers(case: Internship, user: User) -> list[dict[str, Any]]:
    """Return the papers to sign, each with who signs, in order, and what whoever looks may do."""
    mine, office = actors_of(case, user), may_follow(case, user)
    found = []
    shared = case.agreement.deed if case.agreement is not None else None
    named = [shared] if shared is not None and shared.internship_id != case.pk else []
    for deed in [*named, *case.deeds.all()]:
        if deed.dropped_at is not None:
            continue
        signed = {one.actor: one for one in deed.signatures.all()}
        turn = next_to_sign([Actor(one) for one in deed.signers], signatures_of(deed))
        signers = [
            {
                "who": WHO[Actor(actor)],
                "signature": signed.get(actor),
                "is_next": deed.is_open and turn is not None and actor == turn.value,
                "is_mine": Actor(actor) in mine,
                "url": _sign_url(deed, actor)
                if deed.is_open
                and turn is not None
                and actor == turn.value
                and (Actor(actor) in mine or office)
                else "",
            }
            for actor in deed.signers
        ]
        found.append({"deed": deed, "signers": signers})
    return found


def _way(case: Internship, rule: str, deeds: dict[str, Deed]) -> tuple[str, Any]:
    """Return where something missing is brought, and the words for the button; empty where nowhere yet."""
    if rule in SIGNS:
        deed = deeds.get(SIGNS[rule])
        turn = (
            next_to_sign([Actor(one) for one in deed.signers], signatures_of(deed))
            if deed is not None
            else None
        )
        return (_sign_url(deed, turn.value), _("Sign")) if deed and turn else ("", "")
    name, label = PAGES.get(rule, ("", ""))
    if not name or (name == "communication" and case.status not in COMMUNICABLE):
        return "", ""
    return reverse(f"internships:internship_{name}", args=[case.pk]), label


def _sign_url(deed: Deed, actor: str) -> str:
    return reverse("internships:internship_sign", args=[deed.internship_id, deed.pk, actor])

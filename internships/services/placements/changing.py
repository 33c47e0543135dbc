"""What parties ask for while an internship runs: more months, other hours, another tutor.

A request is written down together with the addendum that all sign; an act follows (`running`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from internships.during import extension_askable, open_extension
from internships.letters import placements as letters
from internships.models import (
    Deed,
    Extension,
    Internship,
    InternshipStatus,
    PlanCompetence,
    Variation,
)
from internships.permissions import may_bring, may_prepare
from internships.plans import is_minor
from internships.rules.start import signers_of_plan
from internships.services.placements.drawing import draw
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, amend, hold
from workflows.models import Case
from workflows.rules.words import months_after


@dataclass(frozen=True)
class ExtensionData:
    """How many months more, why, and what is learnt in them: (text, EQF level)."""

    months: int
    reason: str
    competences: Sequence[tuple[str, int]] = ()


@dataclass(frozen=True)
class VariationData:
    """Which hours, from Monday on in minutes, or which tutor of the host; and why."""

    reason: str
    week: Sequence[int] | None = None
    tutor_name: str = ""
    tutor_tax_code: str = ""
    tutor_email: str = ""


@transaction.atomic
def ask_extension(
    case: Internship, *, by: User, data: ExtensionData, seen_version: int | None = None
) -> Extension:
    """Ask for more months: the addendum is drawn, and all sign it (R-DUR-11).

    After the end it is refused with the rule's sentence, whatever the status; then nothing is kept.
    """
    case = _held(case, by, seen_version)
    against = [one for one in extension_askable(case, moment.today()) if one.blocks]
    if against:
        raise TransitionRefused(Refusal.RULE, " ".join(one.sentence for one in against), against)
    _ask_runs(case)
    if open_extension(case) is not None:
        raise TransitionRefused(Refusal.STATUS, _("An extension has been asked for already."))
    if not data.reason.strip() or data.months < 1:
        raise TransitionRefused(
            Refusal.RULE, _("Say how many months and why: the goals are not reached (R-DUR-11).")
        )
    asked = Extension.objects.create(
        internship=case,
        months=data.months,
        new_end=months_after(case.end, data.months),
        reason=data.reason.strip(),
    )
    PlanCompetence.objects.bulk_create(
        PlanCompetence(internship=case, extension=asked, text=text, level=level)
        for text, level in data.competences
    )
    asked.deed = _addendum(case, _("Addendum: extension"), by)
    asked.save(update_fields=["deed"])
    draw(asked.deed, by=by)
    return asked


@transaction.atomic
def refuse_extension(
    case: Internship, *, by: User, reason: str, seen_version: int | None = None
) -> Internship:
    """Refuse the extension that was asked for, saying why; the parties are told (T10b)."""
    case = _held(case, by, seen_version)
    if not may_prepare(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    asked = open_extension(case)
    if asked is None:
        raise TransitionRefused(Refusal.STATUS, _("No extension has been asked for."))
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the extension is not authorised."))
    asked.state, asked.decided_at = Extension.State.REFUSED, moment.now()
    asked.save(update_fields=["state", "decided_at"])
    Deed.objects.filter(extension=asked, dropped_at__isnull=True).update(dropped_at=moment.now())
    amend(case, "refuse_extension", by=by, reason=reason.strip())
    letters.send_extension_refusal(case, asked, reason, by=by)
    return Internship.objects.get(pk=case.pk)


@transaction.atomic
def ask_variation(
    case: Internship, *, by: User, data: VariationData, seen_version: int | None = None
) -> Variation:
    """Ask for other hours or another tutor: the addendum is drawn, and all sign it (R-DOC-09)."""
    case = _held(case, by, seen_version)
    _ask_runs(case)
    if case.variations.filter(applied_at__isnull=True).exists():
        raise TransitionRefused(Refusal.STATUS, _("A variation has been asked for already."))
    _ask_variation(case, data)
    asked = Variation.objects.create(
        internship=case,
        reason=data.reason.strip(),
        week=list(data.week) if data.week else None,
        tutor_name=data.tutor_name.strip(),
        tutor_tax_code=data.tutor_tax_code.upper(),
        tutor_email=data.tutor_email,
    )
    asked.deed = _addendum(case, _("Addendum: variation"), by)
    asked.save(update_fields=["deed"])
    draw(asked.deed, by=by)
    return asked


def _ask_variation(case: Internship, data: VariationData) -> None:
    if not data.reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the plan changes (R-DOC-09)."))
    if not data.week and not data.tutor_name.strip():
        raise TransitionRefused(Refusal.RULE, _("Say what changes: hours, or the tutor."))
    if data.week and not 0 < sum(data.week) <= case.contract_minutes:
        raise TransitionRefused(
            Refusal.RULE,
            _("The hours of a week stay within the {most} of the agreement (R-DUR-20).").format(
                most=case.contract_minutes // 60
            ),
        )
    if data.tutor_name.strip() and not (data.tutor_tax_code and data.tutor_email):
        raise TransitionRefused(
            Refusal.RULE, _("Write tax code and email address of the new tutor (R-TUT-04).")
        )


def _addendum(case: Internship, title: str, by: User) -> Deed:
    order = signers_of_plan(is_minor=is_minor(case))
    return Deed.objects.create(
        internship=case,
        kind=Deed.Kind.ADDENDUM,
        title=title,
        signers=[actor.value for actor in order],
        drawn_by=by,
    )


def _held(case: Internship, by: User, seen_version: int | None) -> Internship:
    hold(case)
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = Internship.objects.get(pk=case.pk)
    if not may_bring(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if seen_version is not None and seen_version != case.version:
        raise TransitionRefused(Refusal.STALE, _("This case has changed since you opened it."))
    return case


def _ask_runs(case: Internship) -> None:
    if case.status != InternshipStatus.RUNNING:
        raise TransitionRefused(Refusal.STATUS, _("Only an internship that runs can be changed."))

"""Who is away, from when to when, and who covers. Their work itself is moved by `workflows.covers`."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from viewflow.workflow.status import STATUS

from parties import moment
from parties.models import User
from ui.formats import short_date
from workflows.engine import InputRefused, Refusal, TransitionRefused
from workflows.models import Absence, Case, CaseTask
from workflows.permissions import may_record_absence
from workflows.queries import questions


@transaction.atomic
def record(
    *, user: User, cover: User, starts_on: date, ends_on: date, by: User, note: str = ""
) -> Absence:
    """Write down that somebody is away, both days included, and who covers.

    Raises `InputRefused` with a sentence per field, `TransitionRefused` where `by` may not.
    """
    _ask(user, by)
    absence = Absence(
        user=user,
        cover=cover,
        starts_on=starts_on,
        ends_on=ends_on,
        note=note,
        recorded_by=by,
        recorded_at=moment.now(),
    )
    _check(absence)
    absence.save()
    return absence


@transaction.atomic
def change(
    absence: Absence,
    *,
    cover: User,
    starts_on: date,
    ends_on: date,
    by: User,
    note: str = "",
) -> Absence:
    """Change an absence that is not over; the first day stays once it has begun.

    Raises as `record` does.
    """
    _ask(absence.user, by)
    absence = _lock(absence)
    if absence.begun_at is not None and starts_on != absence.starts_on:
        raise InputRefused({"starts_on": _("The absence has begun: its first day stays.")})
    absence.cover, absence.note = cover, note
    absence.starts_on, absence.ends_on = starts_on, ends_on
    _check(absence)
    absence.save(update_fields=["cover", "starts_on", "ends_on", "note"])
    return absence


@transaction.atomic
def cancel(absence: Absence, *, by: User) -> Absence | None:
    """Take an absence back: one to come disappears (None), one that runs ends with yesterday.

    Raises `TransitionRefused` where `by` may not, or the absence is over.
    """
    _ask(absence.user, by)
    absence = _lock(absence)
    today = moment.today()
    if absence.starts_on > today and not absence.tasks.exists():
        absence.delete()
        return None
    absence.ends_on = max(absence.starts_on, min(absence.ends_on, today - timedelta(days=1)))
    absence.save(update_fields=["ends_on"])
    return absence


def running(user: User) -> Absence | None:
    """Return the absence that keeps the person away today, with its cover."""
    today = moment.today()
    return (
        Absence.objects.filter(
            user=user, over_at__isnull=True, starts_on__lte=today, ends_on__gte=today
        )
        .select_related("user", "cover")
        .first()
    )


def _ask(person: User, by: User) -> None:
    if not may_record_absence(person, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))


def _lock(absence: Absence) -> Absence:
    found = (
        Absence.objects.select_for_update(of=("self",), no_key=True)
        .select_related("user", "cover")
        .get(pk=absence.pk)
    )
    if found.over_at is not None:
        raise TransitionRefused(Refusal.STATUS, _("This absence is over."))
    return found


def _check(absence: Absence) -> None:
    """Raise `InputRefused` with all that stands against an absence, field by field."""
    people = sorted({absence.user_id, absence.cover_id})
    # Two absences of the same people are recorded one after the other, so that each sees the other.
    list(User.objects.select_for_update(no_key=True).filter(pk__in=people).order_by("pk"))
    refused: dict[str, list[str]] = {}
    for field, sentence in (*_wrong_days(absence), *_wrong_cover(absence)):
        refused.setdefault(field, []).append(sentence)
    if refused:
        raise InputRefused(refused)


def _wrong_days(absence: Absence) -> Iterator[tuple[str, str]]:
    if absence.ends_on < absence.starts_on:
        yield "ends_on", _("The last day comes before the first.")
        return
    if absence.ends_on < moment.today():
        yield "ends_on", _("The last day has passed: there is nothing left to cover.")
    for other in _meanwhile(absence).filter(user=absence.user):
        yield (
            "starts_on",
            _("{person} is already away from {first} to {last}.").format(**_words(other)),
        )
    for other in _meanwhile(absence).filter(cover=absence.user):
        yield (
            "starts_on",
            _(
                "In that time {cover} covers for {person}, from {first} to {last}: find another cover first."
            ).format(**_words(other)),
        )


def _wrong_cover(absence: Absence) -> Iterator[tuple[str, str]]:
    user, cover = absence.user, absence.cover
    if cover.pk == user.pk:
        yield "cover", _("Nobody covers for themselves.")
        return
    for other in _meanwhile(absence).filter(user=cover):
        yield (
            "cover",
            _("{person} is away too, from {first} to {last}.").format(**_words(other)),
        )
    if not any(cover.has_perm(right) for right in _rights(user)):
        words = _("{cover} may do nothing of what {person} does.")
        yield "cover", words.format(cover=cover, person=user)
    elif missing := [title for right, title in _asked_of(user) if not cover.has_perm(right)]:
        words = _("{cover} does not have the right to do what is in the hands of {person}: {what}.")
        yield "cover", words.format(cover=cover, person=user, what=", ".join(sorted(missing)))


def _meanwhile(absence: Absence) -> QuerySet[Absence]:
    """Return the other absences not yet over that share a day with this one."""
    return (
        Absence.objects.filter(
            over_at__isnull=True, starts_on__lte=absence.ends_on, ends_on__gte=absence.starts_on
        )
        .exclude(pk=absence.pk)
        .select_related("user", "cover")
    )


def _rights(user: User) -> set[str]:
    """Return the rights the person holds among those that tasks ask for."""
    return {
        question.permission
        for question in questions().values()
        if question.permission and user.has_perm(question.permission)
    }


def _asked_of(user: User) -> set[tuple[str, str]]:
    """Return what the person has in hand, and what will come back to them: right and words."""
    in_hand = set(
        CaseTask.objects.filter(owner=user, status=STATUS.ASSIGNED)
        .values_list("flow_task", flat=True)
        .distinct()
    )
    kinds = set(
        Case.objects.filter(officer=user, closed_at__isnull=True).values_list("kind", flat=True)
    )
    return {
        (question.permission, question.title)
        for question in questions().values()
        if question.permission
        and (question.node in in_hand or (question.follows_officer and question.kind.code in kinds))
    }


def _words(absence: Absence) -> dict[str, object]:
    return {
        "person": absence.user,
        "cover": absence.cover,
        "first": short_date(absence.starts_on),
        "last": short_date(absence.ends_on),
    }

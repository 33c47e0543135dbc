"""Who is told what the clock has done: courtesy emails about terms, queued when a timer fires.

The letters are what counts in law; these messages remind of them. Each is one job for one person,
put into the queue in the transaction that fires: nothing is lost when a worker dies, and an email
that cannot leave is tried again with growing pauses, until the job stands as failed.
"""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy
from procrastinate.contrib.django import app

from parties import moment
from parties.models import User
from ui.formats import long_date
from workflows import mailing, tasks
from workflows.flows import title_of
from workflows.following import words_of
from workflows.kinds import Kind, kind_of
from workflows.models import Case, CaseTask, CaseTerm, MailGroup, TermEvent
from workflows.services import clock
from workflows.terms import Term

Kinds, Outcome = CaseTerm.Kind, TermEvent.Outcome
# Terms within which the applicant may do something; the others bind the office.
APPLICANTS = frozenset({Kinds.INTEGRATION, Kinds.OBSERVATIONS, Kinds.ACCEPTANCE, Kinds.MEMORIES})

# What each message is called in its subject; its text stands in the template of the same name.
SUBJECTS = {
    "reminder_integration": gettext_lazy("{number}: what we asked for is due by {due}"),
    "reminder_observations": gettext_lazy("{number}: you may answer the reasons against by {due}"),
    "reminder_acceptance": gettext_lazy("{number}: our offer waits for your answer until {due}"),
    "reminder_memories": gettext_lazy("{number}: you may send memories by {due}"),
    "over_for_applicant": gettext_lazy("{number}: the time to answer is over"),
    "reminder_for_office": gettext_lazy("{number}: “{term}” is due by {due}"),
    "over_for_office": gettext_lazy("{number}: “{term}” has passed"),
    "back_to_office": gettext_lazy("{number}: the case is back with the office"),
    "runs_again": gettext_lazy("{number}: the clock runs again, due by {due}"),
    "left_undone": gettext_lazy("{number}: what had to follow from a term was not possible"),
}


@dataclass(frozen=True)
class Notice:
    """One message to one person: `words` names it (`SUBJECTS`)."""

    to: User
    words: str


def queue(event: TermEvent, timer: CaseTask) -> None:
    """Queue the messages that tell of an event, in the caller's transaction."""
    act = timer.flow_task.act
    case = Case.objects.select_related(
        "call__procedure_owner", "officer", "opened_by", "substitute"
    ).get(pk=event.term.case_id)
    for notice in _notices(event, case, has_act=act is not None):
        # By name: the task itself (`workflows.jobs`) calls back into this module.
        app.configure_task("workflows.send_notice").defer(
            event_id=event.pk,
            user_id=notice.to.pk,
            words=notice.words,
            act=act.__name__ if act else "",
        )


def send(event_id: int, user_id: int, words: str, act: str) -> bool:
    """Send one message in its reader's language; return whether it was still worth sending.

    A reminder of a term that has ended, has passed or has moved since is not sent. Raises what the
    mail server answers.
    """
    event = TermEvent.objects.select_related(
        "term__case__call__manager", "term__case__opened_by", "term__case__applicant"
    ).get(pk=event_id)
    user = User.objects.get(pk=user_id)
    if not user.is_active or _is_stale(event):
        return False
    with translation.override(user.language):
        message = _message(event, user, words, act)
        if user.pk != event.term.case.opened_by_id:
            message.send()
            return True
        return mailing.send(message, user, MailGroup.TERMS)


def _notices(event: TermEvent, case: Case, *, has_act: bool) -> list[Notice]:
    owner = case.call.procedure_owner
    if event.outcome == Outcome.LATE or (event.outcome == Outcome.LEFT and case.closed_at):
        return []
    if event.outcome == Outcome.LEFT:
        return _to([owner], "left_undone")
    if event.name == clock.RESUMED:
        return _to([case.officer, owner], "runs_again")
    if event.term.kind in APPLICANTS:
        return _of_applicant(event, case, has_act=has_act)
    words = "over_for_office" if event.name == clock.EXPIRED else "reminder_for_office"
    return _to(_office(case, event.term.kind), words)


def _of_applicant(event: TermEvent, case: Case, *, has_act: bool) -> list[Notice]:
    if event.name != clock.EXPIRED:
        return _to([case.opened_by], f"reminder_{event.term.kind}")
    told = _to([case.opened_by], "over_for_applicant") if has_act else []
    return [*told, *_to([case.officer or case.call.procedure_owner], "back_to_office")]


def _office(case: Case, kind: str) -> list[User | None]:
    """Return whom a term of the office's own binds."""
    decides = case.substitute if kind == Kinds.SUBSTITUTE else None
    return [case.officer, case.call.procedure_owner, decides]


def _to(people: list[User | None], words: str) -> list[Notice]:
    return [Notice(user, words) for user in dict.fromkeys(people) if user is not None]


def _is_stale(event: TermEvent) -> bool:
    term = event.term
    if event.name in {clock.EXPIRED, clock.RESUMED}:
        return False
    has_moved = term.due_on != event.due_on or Term.from_dict(term.reckoning).is_provisional
    return has_moved or term.ended_at is not None or moment.today() > term.due_on


def _message(event: TermEvent, user: User, words: str, act: str) -> EmailMessage:
    case = event.term.case
    office = case.call.manager
    due = event.term.due_on if event.name == clock.RESUMED else event.due_on
    subject = SUBJECTS[words].format(
        number=case.number, due=long_date(due), term=event.term.get_kind_display()
    )
    text = render_to_string(f"workflows/mail/{words}.txt", _context(event, user, act))
    return EmailMessage(
        subject=subject,
        # Tags of the template leave empty lines behind.
        body=re.sub(r"\n{3,}", "\n\n", text).strip() + "\n",
        to=[user.email],
        reply_to=[office.email],
        # The same identity at every attempt: a mailbox that has the message already can tell.
        headers={"Message-ID": f"<term-{event.pk}-{user.pk}@{office.email.rpartition('@')[2]}>"},
    )


def _context(event: TermEvent, user: User, act: str) -> dict[str, Any]:
    """Return what every message may name; a template takes what it needs."""
    term, case = event.term, event.term.case
    kind = kind_of(case)
    conclusion = clock.running_term(case, Kinds.CONCLUSION)
    is_provisional = conclusion and Term.from_dict(conclusion.reckoning).is_provisional
    done = kind.act(act)
    return {
        "name": str(case.applicant) if user.pk == case.opened_by_id else str(user),
        "case": case,
        "call": case.call,
        "term": term.get_kind_display(),
        "starts_on": term.starts_on,
        "due_on": event.due_on,
        "now_due_on": term.due_on,
        "source": term.reckoning["rule"]["source"],
        "silence": kind.silence.get(term.kind, ""),
        "items": _items(case),
        "happened": kind.applicant_events.get(act, ""),
        "words": words_of(kind, case),
        "done": done.label if done else "",
        "sentence": event.sentence,
        "status": kind.statuses.get(case.status, case.status),
        "asked": [title_of(task) for task in tasks.open_tasks(case)],
        "decide_by": None if conclusion is None or is_provisional else conclusion.due_on,
        "page": settings.SITE_URL + _page(case, kind, user),
        "office": ", ".join(filter(None, (case.call.manager.unit, case.call.manager.name))),
        "office_email": case.call.manager.email,
    }


def _items(case: Case) -> list[Any]:
    request = case.integration_requests.filter(closed_at__isnull=True).first()
    return list(request.items.all()) if request else []


def _page(case: Case, kind: Kind, user: User) -> str:
    """Return where its reader answers or works on the case."""
    if user.pk != case.opened_by_id:
        return reverse("workflows:office_case", args=[case.pk])
    return reverse(words_of(kind, case).answer_page or "workflows:case", args=[case.pk])

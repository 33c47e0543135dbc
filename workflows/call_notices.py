"""Who is told that a call has moved: those who have begun an application and not sent it (CALL-21).

The public page of the call says the same; these messages are a courtesy. The move queues one job in
its own transaction; that job hands out one message a draft, each tried again with growing pauses.
"""

import re
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from calls.forms.answers import name_of
from calls.models import Call, CallHistoryEntry, CallVersion
from calls.words import EVENTS
from workflows import mailing
from workflows.models import Case, Draft, MailGroup

TOLD = frozenset(
    {"publish_version", "extend", "suspend", "resume", "reopen", "close_early", "cancel"}
)


def queue(call: Call, name: str, entry: CallHistoryEntry) -> None:
    """Queue the handing out of messages about a move, in the caller's transaction."""
    del call
    if name in TOLD:
        # By name: the task itself (`workflows.jobs`) calls back into this module.
        app.configure_task("workflows.tell_drafts").defer(entry_id=entry.pk)


def hand_out(entry_id: int) -> int:
    """Queue one message for each draft of the call; return how many."""
    entry = CallHistoryEntry.objects.get(pk=entry_id)
    drafts = Case.objects.filter(
        call_id=entry.call_id,
        submitted_at__isnull=True,
        closed_at__isnull=True,
        opened_by__is_active=True,
    )
    keys = list(drafts.order_by("pk").values_list("pk", flat=True))
    for key in keys:
        app.configure_task("workflows.tell_draft").defer(entry_id=entry_id, case_id=key)
    return len(keys)


def send(entry_id: int, case_id: int) -> bool:
    """Tell the owner of a draft what has happened; return whether it was still worth telling.

    Who has sent the application meanwhile, or given it up, is not told. Raises what the mail server
    answers.
    """
    entry = CallHistoryEntry.objects.select_related("call__manager").get(pk=entry_id)
    case = Case.objects.select_related("opened_by", "call_version").filter(pk=case_id).first()
    if case is None or case.submitted_at or case.closed_at:
        return False
    with translation.override(case.opened_by.language):
        return mailing.send(_message(entry, case), case.opened_by, MailGroup.CALLS)


def lost_answers(case: Case, version: CallVersion) -> list[str]:
    """Return the titles of questions that a draft has answered and a later version no longer asks."""
    draft = Draft.objects.filter(case_id=case.pk).first()
    if draft is None:
        return []
    kept = set(version.questions.values_list("code", flat=True))
    return [
        question.title
        for question in case.call_version.questions.all()
        if question.code not in kept and _is_answered(draft, name_of(question.code))
    ]


def _is_answered(draft: Draft, name: str) -> bool:
    return bool(draft.value(name)) or bool(draft.value(f"{name}-rows", []))


def _message(entry: CallHistoryEntry, case: Case) -> EmailMessage:
    call, office = entry.call, entry.call.manager
    text = render_to_string("workflows/mail/call_moved.txt", _context(entry, case))
    return EmailMessage(
        subject=_("{call}: {what}").format(call=call.code, what=str(EVENTS[entry.name]).lower()),
        body=re.sub(r"\n{3,}", "\n\n", text).strip() + "\n",
        to=[case.opened_by.email],
        reply_to=[office.email],
        # The same identity at every attempt: a mailbox that has the message already can tell.
        headers={"Message-ID": f"<call-{entry.pk}-{case.pk}@{office.email.rpartition('@')[2]}>"},
    )


def _context(entry: CallHistoryEntry, case: Case) -> dict[str, Any]:
    call, office = entry.call, entry.call.manager
    number = entry.details.get("version")
    version = call.versions.filter(number=number).first() if number else None
    return {
        "name": str(case.opened_by),
        "call": call,
        "entry": entry,
        "what": EVENTS[entry.name],
        "version": version,
        "lost": lost_answers(case, version) if version else [],
        "closes_at": entry.new_closing,
        "page": settings.SITE_URL + reverse("portal:call", args=[call.code]),
        "office": ", ".join(filter(None, (office.unit, office.name))),
        "office_email": office.email,
    }

"""Questions on calls: asked by whoever may apply, answered by the office, each answer a version."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from calls import kinds, permissions
from calls.engine import CallRefused, Refusal
from calls.enquiring import why_not_asked
from calls.models import Call, Enquiry, EnquiryAnswer
from parties import moment
from parties.models import User

DAY = timedelta(hours=24)


@transaction.atomic
def ask(call: Call, *, by: User, text: str) -> Enquiry:
    """Take a question in and tell who answers. The same one sent twice counts once.

    Raises `CallRefused` where questions are not taken, or where this person has asked too many
    within a day (`SPORTELLO_QUESTIONS_A_DAY`).
    """
    if not permissions.may_ask(by):
        raise CallRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    # Two windows of one person wait for one another here.
    User.objects.select_for_update().get(pk=by.pk)
    if Enquiry.objects.filter(call=call, asked_by=by, text=text, answer__isnull=True).exists():
        raise CallRefused(Refusal.STALE, _("You have sent this question already."))
    now = moment.now()
    lately = Enquiry.objects.filter(asked_by=by, asked_at__gt=now - DAY).count()
    sentence = why_not_asked(call, now, asked_today=lately, most=settings.QUESTIONS_A_DAY)
    if sentence:
        raise CallRefused(Refusal.RULE, sentence)
    enquiry = Enquiry.objects.create(call=call, asked_by=by, text=text)
    kinds.tell_question(enquiry)
    return enquiry


@transaction.atomic
def answer(enquiry: Enquiry, *, by: User, seen: int, said: dict[str, Any]) -> EnquiryAnswer:
    """Write an answer, the first or a later version; who asked is told by email.

    `seen` is the version that the page showed, 0 for none. Raises `CallRefused` for a page that is
    out of date, and for a later version without a reason.
    """
    if not permissions.may_answer(by):
        raise CallRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    # Numbers are given under the lock of the call, then of the question.
    call = Call.objects.select_for_update().get(pk=enquiry.call_id)
    enquiry = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    last = EnquiryAnswer.objects.filter(enquiry=enquiry).aggregate(Max("version"))["version__max"]
    if (last or 0) != seen:
        raise CallRefused(
            Refusal.STALE, _("Somebody has answered in the meantime: read the answer below.")
        )
    if last and not said["reason"]:
        raise CallRefused(Refusal.RULE, _("Say why the answer changes."))
    written = EnquiryAnswer.objects.create(enquiry=enquiry, version=seen + 1, by=by, **said)
    enquiry.answer = written
    if written.is_public and enquiry.number is None:
        numbers = Enquiry.objects.filter(call=call).aggregate(Max("number"))
        enquiry.number = (numbers["number__max"] or 0) + 1
    enquiry.save(update_fields=["answer", "number"])
    app.configure_task("calls.tell_answer").defer(answer_id=written.pk)
    return written

"""The service sheet of a call (the national pattern), made from its frozen version."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from accounting.models import Budget
from calls.enquiring import last_instant, why_not_asked
from calls.models import Call, CallHistoryEntry, CallKind, CallVersion
from calls.queries import published_answers
from calls.words import EVENTS
from evaluation.queries import has_public_ranking
from grants import rules
from grants.fields import SPEND_KINDS
from grants.models import ApplicantKind
from grants.parameters import RentParameters
from internships.parameters import takes_candidates
from portal.countdown import countdown

# The order of the national pattern; each section has a template of its own.
SECTIONS = (
    ("who", gettext_lazy("Who it is for")),
    ("description", gettext_lazy("Description")),
    ("how", gettext_lazy("How to do it")),
    ("needs", gettext_lazy("What you need")),
    ("gets", gettext_lazy("What you get")),
    ("times", gettext_lazy("Times and deadlines")),
    ("costs", gettext_lazy("Costs")),
    ("access", gettext_lazy("Access the service")),
    ("more", gettext_lazy("More information")),
    ("conditions", gettext_lazy("Conditions of the service")),
    ("questions", gettext_lazy("Questions and answers")),
    ("contacts", gettext_lazy("Contacts")),
    ("topics", gettext_lazy("Topics")),
)
# How many answers the sheet shows; all stand on their own page.
LATEST = 3
# Where the way in leads, by kind of call, and the words of its button.
STARTS = {
    CallKind.RENT_CONTRIBUTION: ("grants:start", gettext_lazy("Apply")),
    CallKind.INTERNSHIP: ("internships:offer_start", gettext_lazy("Offer an internship")),
    CallKind.REGISTER: (
        "coworking_registry:application_start",
        gettext_lazy("Enter a space in the register"),
    ),
}
# A second way in, for calls that two sorts of people answer.
ALSO = {
    CallKind.INTERNSHIP: (
        "internships:candidacy_start",
        gettext_lazy("Apply for an internship"),
        takes_candidates,
    ),
}
# What can be said of any call, whatever it is for.
OF_EVERY_CALL = frozenset({"description", "times", "access", "questions", "contacts", "topics"})


@dataclass(frozen=True)
class Section:
    """A part of the sheet: its place in the page, its title and the template that draws it."""

    anchor: str
    title: Any
    template: str


def sheet(call: Call, now: datetime) -> dict[str, Any]:
    """Return what `portal/call_page.html` and its sections show of a published call."""
    is_rent = call.kind == CallKind.RENT_CONTRIBUTION
    version = call.version
    return {
        "call": call,
        "version": version,
        "state": countdown(call, now),
        "can_start": call.kind in STARTS and call.is_open_at(now),
        "start_page": STARTS.get(call.kind, ("", ""))[0],
        "start_label": STARTS.get(call.kind, ("", ""))[1],
        "also": _also(call),
        "can_check": is_rent,
        "has_ranking": has_public_ranking(call),
        "sections": [
            Section(anchor, title, f"portal/call/_{anchor}.html")
            for anchor, title in SECTIONS
            if is_rent or anchor in OF_EVERY_CALL
        ],
        "purpose": text_of(version, "purpose"),
        "description": text_of(version, "description"),
        "funds": _funds(getattr(call, "budget", None)),
        "events": _events(call, now),
        "acts": [_act(call, entry) for entry in call.public_events],
        "documents": list(version.documents.all()),
        "declarations": list(version.declarations.all()),
        "answers": list(published_answers(call)[:LATEST]),
        "questions_closed": why_not_asked(call, now),
        "questions_last": last_instant(call),
        "fundings": list(call.programme.fundings.all()),
        "applicant_labels": dict(ApplicantKind.choices),
    } | (_parameters(version) if is_rent else {"parameters": None})


def _also(call: Call) -> dict[str, Any] | None:
    """Return the second way into a call, where its version knows it."""
    page, label, is_open = ALSO.get(call.kind, ("", "", None))
    return {"page": page, "label": label} if is_open and is_open(call.version) else None


def text_of(version: CallVersion, name: str) -> str:
    """Return a text of the version in the reader's language; Italian, or nothing, where it is missing."""
    text = version.texts.get(name, "")
    if isinstance(text, dict):
        return str(text.get(get_language() or "it") or text.get("it", ""))
    return str(text)


def _act(call: Call, entry: CallHistoryEntry) -> dict[str, Any]:
    """Return what was done to a call since it is public, why and under which act (CALL-21, CALL-22)."""
    number = entry.details.get("version")
    versions = [one for one in call.versions.all() if one.number == number]
    return {
        "title": EVENTS[entry.name],
        "at": entry.at,
        "reason": entry.reason,
        "act": entry.act,
        "closes_at": entry.new_closing,
        "changes": [sentence for version in versions for sentence in version.changes],
    }


def _parameters(version: CallVersion) -> dict[str, Any]:
    set_ = RentParameters.of(version)
    return {
        "parameters": set_,
        "rate": rules.percent(set_.rate_percent),
        "tolerance": rules.percent(set_.price_list_tolerance_percent),
        "spend_kinds": [SPEND_KINDS.get(code, code) for code in set_.kinds_of_spend],
        "examples": _examples(set_),
    }


def _examples(set_: RentParameters) -> list[dict[str, Decimal]]:
    """Return spends and what each gives, in EUR: the least, one between, the one that gives most."""
    full = rules.cents(set_.ceiling * 100 / set_.rate_percent)
    between = rules.cents((set_.minimum_spend + full) / 2)
    return [
        {"spend": spend, "gives": _gives(set_, spend)}
        for spend in (set_.minimum_spend, between, full)
    ]


def _gives(set_: RentParameters, spend: Decimal) -> Decimal:
    given = rules.contribution(
        [rules.Line("", "", Decimal(1), spend, Decimal(0))],
        rate_percent=set_.rate_percent,
        ceiling=set_.ceiling,
        minimum=set_.minimum_spend,
        with_vat=False,
    )
    return given.amount or Decimal(0)


def _funds(budget: Budget | None) -> dict[str, Any] | None:
    """Return what is left of the funds: a public fact (CALL-08)."""
    if budget is None or not budget.endowment:
        return None
    return {
        "endowment": budget.endowment,
        "available": budget.available,
        "percent": int(budget.available * 100 / budget.endowment),
    }


def _events(call: Call, now: datetime) -> list[dict[str, Any]]:
    events = [_event(call.published_at, _("The call is published"), now)]
    events.append(_event(call.opens_at, _("Applications open"), now))
    if call.closes_at is not None:
        last = last_instant(call)
        if last is not None and last < call.closes_at:
            events.append(_event(last, _("Last moment for questions"), now))
        events.append(_event(call.closes_at, _("Applications close"), now))
    here = {
        "day": timezone.localtime(now).date(),
        "title": _("Today"),
        "text": countdown(call, now).sentence,
        "url": "",
        "state": "here",
    }
    past = [event for event in events if event["state"] == "past"]
    return [*past, here, *events[len(past) :]]


def _event(instant: datetime, title: str, now: datetime) -> dict[str, Any]:
    local = timezone.localtime(instant)
    return {
        "day": local.date(),
        "title": title,
        "text": _("at %s, Rome time") % f"{local:%H:%M}",
        "url": "",
        "state": "past" if instant <= now else "future",
    }

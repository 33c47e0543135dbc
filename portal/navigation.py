"""The bar of the office: the lists and registers that this person may open, a few by themselves, most in menus."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from calls.permissions import ANSWER
from internships.permissions import may_select
from letters.outbox_search import count_to_approve
from letters.permissions import VIEW_OUTBOX
from parties.models import User
from parties.roles import Role
from workflows.queries import may_sign


def _holding(permission: str) -> Callable[[User], bool]:
    return lambda user: user.has_perm(permission)


def _only_scores(user: User) -> bool:
    """Tell whether somebody is here for a committee alone: the others reach it through its call."""
    return Role.EVALUATOR in user.roles and not user.has_perm("evaluation.view")


@dataclass(frozen=True)
class Entry:
    """A list or register: its address by name, its words, and who may open it.

    `leads_on` says that the address only leads to one below it, such as that of the latest year.
    """

    name: str
    label: Promise
    is_open: Callable[[User], bool]
    leads_on: bool = False


@dataclass(frozen=True)
class Group:
    """Entries under one word; a person who may open one of them alone finds it without the word."""

    label: Promise
    entries: tuple[Entry, ...]


# What is opened all day stands by itself, in front.
BAR: tuple[Entry | Group, ...] = (
    Entry("workflows:queue", _("Queue"), _holding("workflows.view_queue")),
    Entry("portal:board", _("Dashboard"), _holding("workflows.view_queue")),
    Entry("workflows:bulk", _("To sign"), may_sign),
    Entry("evaluation:my_files", _("To score"), _only_scores),
    Group(
        _("Calls"),
        (
            Entry("calls:list", _("All calls"), _holding("calls.view_unpublished")),
            Entry("calls:enquiries", _("Questions on calls"), _holding(ANSWER)),
            Entry("calls:parameters", _("Numbers of the law"), _holding("calls.view_unpublished")),
            Entry("evaluation:overview", _("Rankings"), _holding("evaluation.view")),
            Entry("accounting:budgets", _("Funds"), _holding("accounting.view_ledger")),
            Entry("accounting:workbooks", _("Workbooks"), _holding("accounting.download_workbook")),
            Entry(
                "grants:yearly_papers",
                _("Yearly papers"),
                _holding("grants.view_yearly_papers"),
                leads_on=True,
            ),
            Entry("grants:controls", _("Checks of grants"), _holding("grants.control")),
            Entry(
                "coworking_registry:register",
                _("Register of spaces"),
                _holding("coworking_registry.view_history"),
            ),
            Entry(
                "coworking_registry:interests",
                _("Expressions of interest"),
                _holding("coworking_registry.examine"),
            ),
            Entry("internships:selections", _("Interviews and pairings"), may_select),
            Entry(
                "internships:months",
                _("Registers of internships"),
                _holding("internships.examine"),
            ),
        ),
    ),
    Group(
        _("Letters"),
        (
            Entry("letters:outbox", _("Outbox"), _holding(VIEW_OUTBOX)),
            Entry("letters:acts_to_sign", _("Signatures"), _holding("letters.sign")),
            Entry("letters:failures", _("Failed deliveries"), _holding("letters.view_failures")),
            Entry("workflows:protocol", _("Protocol"), _holding("workflows.view_protocol")),
            Entry("letters:templates", _("Letter templates"), _holding("letters.view_templates")),
        ),
    ),
    Group(
        _("People"),
        (
            Entry("workflows:workload", _("Workload"), _holding("workflows.view_workload")),
            Entry("workflows:absences", _("Absences"), _holding("workflows.record_absence")),
            Entry("workflows:substitutes", _("Substitute"), _holding("workflows.view_workload")),
        ),
    ),
    Group(
        _("System"),
        (
            Entry("workflows:jobs", _("Jobs"), _holding("workflows.view_jobs")),
            Entry("workflows:watch", _("Checks"), _holding("workflows.view_watch")),
            Entry("workflows:verify", _("History check"), _holding("workflows.verify_history")),
        ),
    ),
)


# What waits for the person, counted only where the bar is drawn.
COUNTS: dict[str, Callable[[User], int | None]] = {"letters:outbox": count_to_approve}


def office_bar(request: HttpRequest) -> dict[str, Any]:
    """Return the office's bar: links and menus of links; none for whoever does not work there."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or not user.is_office:
        return {}
    return {"office_bar": list(_drawn(user, request.path))}


def _drawn(user: User, here: str) -> Iterator[dict[str, Any]]:
    for item in BAR:
        if isinstance(item, Entry):
            if item.is_open(user):
                yield _link(item, user, here)
            continue
        links = [_link(entry, user, here) for entry in item.entries if entry.is_open(user)]
        if len(links) == 1:
            yield links[0]
        elif links:
            counts = [link["count"] for link in links if link["count"]]
            yield {
                "label": item.label,
                "links": links,
                "count": counts[0] if counts else None,
                "current": any(link["current"] for link in links),
            }


def _link(entry: Entry, user: User, here: str) -> dict[str, Any]:
    url = reverse(entry.name)
    return {
        "url": url,
        "label": entry.label,
        "count": cache(partial(COUNTS[entry.name], user)) if entry.name in COUNTS else None,
        "current": here.startswith(url) if entry.leads_on else here == url,
    }

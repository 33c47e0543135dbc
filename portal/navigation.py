"""The bar of the office: the lists and registers that this person may open."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

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


LINKS = (
    ("workflows:queue", _("Queue"), _holding("workflows.view_queue")),
    ("workflows:bulk", _("To sign"), may_sign),
    ("letters:outbox", _("Outbox"), _holding(VIEW_OUTBOX)),
    ("letters:acts_to_sign", _("Signatures"), _holding("letters.sign")),
    ("workflows:substitutes", _("Substitute"), _holding("workflows.view_workload")),
    ("workflows:workload", _("Workload"), _holding("workflows.view_workload")),
    ("workflows:absences", _("Absences"), _holding("workflows.record_absence")),
    ("calls:list", _("Calls"), _holding("calls.view_unpublished")),
    ("evaluation:overview", _("Rankings"), _holding("evaluation.view")),
    ("evaluation:my_files", _("To score"), _only_scores),
    ("letters:templates", _("Letter templates"), _holding("letters.view_templates")),
    ("workflows:protocol", _("Protocol"), _holding("workflows.view_protocol")),
    ("letters:failures", _("Failed deliveries"), _holding("letters.view_failures")),
    ("accounting:budgets", _("Funds"), _holding("accounting.view_ledger")),
    ("accounting:workbooks", _("Workbooks"), _holding("accounting.download_workbook")),
    ("workflows:jobs", _("Jobs"), _holding("workflows.view_jobs")),
    ("workflows:watch", _("Checks"), _holding("workflows.view_watch")),
    ("workflows:verify", _("History check"), _holding("workflows.verify_history")),
)


# What waits for the person, counted only where the bar is drawn.
COUNTS: dict[str, Callable[[User], int | None]] = {"letters:outbox": count_to_approve}


def office_links(request: HttpRequest) -> dict[str, Any]:
    """Return the links of the office's bar; none for whoever does not work in the office."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or not user.is_office:
        return {}
    return {
        "office_links": [
            {
                "url": (url := reverse(name)),
                "label": label,
                "count": partial(COUNTS[name], user) if name in COUNTS else None,
                "current": request.path == url,
            }
            for name, label, is_open in LINKS
            if is_open(user)
        ]
    }

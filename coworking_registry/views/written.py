"""What an application for the register brings to the pages on which it is written and answered."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from coworking_registry.fields import REOPENABLE
from coworking_registry.forms.application import PAGES, SpaceForms
from coworking_registry.models import SpaceApplication, SpaceStatus
from coworking_registry.removing import open_removal
from coworking_registry.services import applications as services
from coworking_registry.stored import COLUMNS, PLAIN
from workflows.written import reasons
from workflows.written.addresses import address_of
from workflows.written.declarations import PREFIX
from workflows.written.kinds import RELATED, Written
from workflows.written.summary import card, declared, fact, facts, papers, row_facts

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest

    from parties.models import User
    from workflows.rules import Outcome
    from workflows.written.pages import Page
    from workflows.written.reasons import Reasons

MOST_ROWS = 40
TICKED = ("connections", "services")


class SpaceWritten(Written):
    """The application for the register: the week, the price list and the machines repeat."""

    model = SpaceApplication
    whole = SpaceForms
    pages = PAGES
    reopenable = REOPENABLE
    related = (*RELATED, "space")
    receipt = "register_receipt"

    def filed_values(self, case: Any) -> dict[str, Any]:
        """Return what was filed as the form would have it typed; nothing for a draft."""
        if case.status == SpaceStatus.DRAFT:
            return {}
        values = {name: _typed(getattr(case, COLUMNS.get(name, name))) for name in PLAIN}
        values |= {"applicant_kind": case.manager_kind, "space_email": case.space_email}
        return values

    def most_rows(self, whole: Any, step: Page, kind: str) -> int:
        """Return how many rows of a kind a page takes."""
        return MOST_ROWS if kind in step.rows else 0

    def page_context(self, whole: Any, step: Page) -> dict[str, Any]:
        """Return the rows and the fields of a page of the space."""
        alone = whole.forms(step.slug)[-1:] if step.slug in ("spazio", "dotazioni", "orari") else []
        return {
            "rows": [_rows(whole, kind) for kind in step.rows],
            "entries": [entry for form in alone for entry in form.entries()],
            "swap_url": address_of(whole.case, "page", step.slug),
        }

    def fragments(self, request: HttpRequest, whole: Any, step: Page, name: str) -> dict[str, str]:
        """Return what the kind of manager shows."""
        from workflows.written.fragments import who_fragments  # noqa: PLC0415 (drawn on demand)

        return who_fragments(request, whole, name) if step.slug == "chi" else {}

    def rows_fragment(
        self, request: HttpRequest, whole: Any, step: Page, kind: str, focus: str
    ) -> str:
        """Return the rows of a kind drawn anew."""
        for form in whole.forms(step.slug):
            form.hide_unwritten()
        context = {
            "rows": _rows(whole, kind),
            "focus": focus,
            "swap_url": address_of(whole.case, "page", step.slug),
        }
        return render_to_string("coworking_registry/manager/_rows.html", context, request)

    def foreseen(self, whole: Any) -> list[Outcome]:
        """Return what every rule of filing would say now, nothing written."""
        return whole.foreseen()

    def cards(self, whole: Any) -> list[dict[str, Any]]:
        """Return the whole application in words, card by card."""
        who = [name for name in whole.who.fields if not name.startswith(PREFIX)]
        plain = [name for name in whole.equipment.fields if name not in TICKED]
        return [
            card(_("Who manages it"), "chi", facts(whole.who, who)),
            card(_("The space"), "spazio", facts(whole.place)),
            card(
                _("Desks and services"),
                "dotazioni",
                facts(whole.equipment, plain),
                [_chosen(whole, name) for name in TICKED],
                row_facts(whole.rows["machine"]),
            ),
            card(_("Opening hours"), "orari", row_facts(whole.rows["stretch"]), facts(whole.week)),
            card(_("Price list"), "listino", row_facts(whole.rows["price"])),
            card(_("Documents"), "documenti", papers(whole)),
            card(_("Declarations"), "dichiarazioni", declared(whole)),
        ]

    def reasons(self, case: Any) -> Reasons | None:
        """Return the reasons that the manager may answer now: those to take it off the register too."""
        running = open_removal(case) if case.status == SpaceStatus.REMOVAL_STARTED else None
        if running is None:
            return super().reasons(case)
        return reasons.memories(case, running, "coworking_registry/manager/memories.html")

    def submit(self, case: Any, *, by: User, whole: Any, key: UUID) -> Any:
        """File the application."""
        return services.submit(case, by=by, filing=whole.filing(), submission_key=key)


SPACE = SpaceWritten()


def _chosen(whole: Any, name: str) -> dict[str, Any]:
    field = whole.equipment.fields[name]
    ticked = whole.values.get(name) or []
    words = [str(words) for code, words in field.choices if code in ticked]
    return fact(field.label, ", ".join(words))


def _rows(whole: Any, kind: str) -> dict[str, Any]:
    title, add, hint = {
        "stretch": (
            _("Opening hours of a week"),
            _("Add a stretch of opening"),
            _("One stretch for each time the door opens and closes again."),
        ),
        "price": (
            _("Price list"),
            _("Add a price"),
            _("Without VAT, as it will be published; at least the price of a desk."),
        ),
        "machine": (
            _("Machines"),
            _("Add a machine"),
            _("A fablab lists them; leave it empty if there are none."),
        ),
    }[kind]
    return {"kind": kind, "title": title, "add": add, "hint": hint, "forms": whole.rows[kind]}


def _typed(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        # With as many decimals as it was filed: degrees have five.
        return f"{value:f}".replace(".", ",")
    if isinstance(value, list):
        return value
    return "" if value is None else str(value)

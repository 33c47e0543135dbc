"""Names of what a form asks for: kinds of spend, and the fields that the office may reopen."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from workflows.written.pages import Reopened

SPEND_KINDS: dict[str, Any] = {
    "desk_rent": _("Rent of a desk"),
    "equipment_use": _("Use of equipment"),
    "connected_services": _("Connected services"),
    "network_membership": _("Membership of a network of spaces"),
    "insurance": _("Insurance"),
}

LINES = "lines"

REOPENABLE: dict[str, Reopened] = {
    "period": Reopened(_("Period of the desk"), "spazio", ("period_from", "period_to")),
    LINES: Reopened(_("Lines of spend"), "spese", ()),
    "vat_is_cost": Reopened(_("VAT that cannot be recovered"), "spese", ("vat_is_cost",)),
    "quote_date": Reopened(_("Date of the quotation"), "spese", ("quote_date",)),
    "project": Reopened(_("Activity and project"), "progetto", ("project",)),
    "network": Reopened(_("Network and collaborations"), "progetto", ("network",)),
    "employment": Reopened(_("Employment"), "progetto", ("employment",)),
    "other_aid": Reopened(_("Other contributions"), "progetto", ("other_aid", "other_aid_detail")),
}

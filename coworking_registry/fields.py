"""Fields of an application for the register that the office may reopen."""

from django.utils.translation import gettext_lazy as _

from workflows.written.pages import Reopened

REOPENABLE: dict[str, Reopened] = {
    "description": Reopened(_("Description of the space"), "spazio", ("description",)),
    "surface": Reopened(_("Surface"), "spazio", ("surface_m2",)),
    "tenure": Reopened(_("Title to the rooms"), "spazio", ("tenure", "tenure_until")),
    "desks": Reopened(
        _("Desks"),
        "dotazioni",
        ("desks", "open_space", "reserved", "offices", "workshop", "accessible_desks"),
    ),
    "meeting": Reopened(_("Meeting room"), "dotazioni", ("meeting_seats",)),
    "events": Reopened(_("Events in a year"), "dotazioni", ("events",)),
    "insurance": Reopened(_("Insurance"), "dotazioni", ("insured_until",)),
}

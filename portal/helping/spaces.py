"""Help with the register: finding a space."""

from django.utils.translation import gettext_lazy as _

from portal.helping.parts import Part, Topic

SPACES = Topic(
    "trovare-uno-spazio",
    _("Find a coworking space"),
    _("Map, list, filters, prices and hours."),
    (
        Part(
            _("Search"),
            (
                _("Look by name or place, kind, services, desks, price, accessibility, open now."),
                _("The map and the list hold the same spaces; the list works without a map too."),
                _("The chips above the list say which filters are on: press one to take it away."),
            ),
        ),
        Part(
            _("The page of a space"),
            (
                _(
                    "It says since when the space is in the register, its hours, services and prices."
                ),
                _("Contributions are for spaces that are qualified on the day of the application."),
            ),
            "space",
            _("The page of a space, with its hours and its standing in the register."),
        ),
    ),
)

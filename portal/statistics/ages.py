"""Ages as the figures tell them: in years, in bands."""

from django.db.models import IntegerField
from django.db.models.expressions import Func
from django.utils.translation import gettext as _

# Bands of age on the day that counts, in years; None has no end. A matter of display, not of law.
BANDS = ((0, 24), (25, 29), (30, 34), (35, 44), (45, None))


class AgeInYears(Func):
    """Years between two days, by the calendar."""

    template = "EXTRACT(YEAR FROM AGE(%(expressions)s))::int"
    output_field = IntegerField()


def band(least: int, most: int | None) -> str:
    """Say a band of age."""
    if most is None:
        return _("%d years and over") % least
    if not least:
        return _("up to %d years") % most
    return _("%(least)d to %(most)d years") % {"least": least, "most": most}

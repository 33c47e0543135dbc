"""What the parties ask for while an internship runs: more months, other hours, its end."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from internships.forms.changes import ExtensionForm, VariationForm
from internships.forms.placements import LastDayForm, WhyForm
from internships.services.placements import ask_extension, ask_variation, refuse_extension
from internships.views.placements import bringing
from workflows.tasks import perform

extension = bringing(
    ExtensionForm,
    ask_extension,
    _("Ask for an extension"),
    _("The addendum is drawn and signed by all before the last day; the office then authorises."),
)
refusal = bringing(
    WhyForm,
    refuse_extension,
    _("Refuse the extension"),
    _("The letter tells the parties why; the internship ends on its last day."),
)
variation = bringing(
    VariationForm,
    ask_variation,
    _("Ask for a variation"),
    _("Other hours or another tutor: the addendum is drawn and signed by all (R-DOC-09)."),
)


def _interrupt(case: Any, *, by: Any, **inputs: Any) -> Any:
    return perform(case, "interrupt", by=by, **inputs)


interruption = bringing(
    LastDayForm,
    _interrupt,
    _("End the internship early"),
    _("With the reason in writing, for both tutors (R-DUR-17, R-DUR-18)."),
)

"""Fields of an offer that the office may reopen with an integration request."""

from django.utils.translation import gettext_lazy as _

from workflows.written.pages import Reopened

REOPENABLE: dict[str, Reopened] = {
    "activities": Reopened(_("Activities"), "posizione", ("activities",)),
    "skills": Reopened(_("Skills"), "posizione", ("skills",)),
    "requirements": Reopened(
        _("Requirements of the candidate"), "posizione", ("requirements", "preferences")
    ),
    "equipment": Reopened(_("Protective equipment"), "posizione", ("equipment",)),
    "assessed_on": Reopened(_("Risk assessment"), "requisiti", ("assessed_on", "risk")),
    "tutor": Reopened(
        _("Tutor"),
        "tutor",
        (
            "tutor_name",
            "tutor_tax_code",
            "tutor_role",
            "tutor_years",
            "tutor_skills",
            "tutor_email",
        ),
    ),
    "initiative": Reopened(_("Initiative"), "profilo", ("initiative",)),
    "green_task": Reopened(_("Green task of the intern"), "profilo", ("green_task",)),
}

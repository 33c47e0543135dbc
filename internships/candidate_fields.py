"""Fields of a candidacy that the office may reopen with an integration request."""

from django.utils.translation import gettext_lazy as _

from workflows.written.pages import Reopened

REOPENABLE: dict[str, Reopened] = {
    "evidence": Reopened(
        _("Proof of the condition"),
        "condizione",
        ("evidence_number", "evidence_on", "job_centre"),
    ),
    "permit": Reopened(_("Permit of stay"), "condizione", ("permit_until", "is_renewing")),
    "study": Reopened(
        _("Title of study"), "studi", ("study_title", "institute", "graduated_on", "grade")
    ),
    "availability": Reopened(_("When you can begin"), "offerte", ("available_from",)),
}

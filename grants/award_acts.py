"""The acts on a grant on its way to payment: deed, codes, report of expenses."""

from django.utils.translation import gettext_lazy as _

from grants import award_consequences as consequences
from grants import services
from grants.forms import award, examination
from grants.forms.annulment import ReasonForm
from workflows import kinds
from workflows.examination import acts as forms

AWARDED = (
    kinds.Act(
        "approve_report",
        services.approve_report,
        _("Approve the report"),
        award.ApproveReportForm,
        tone="success",
        settles=frozenset(
            {
                "AMT-03",
                "AMT-04",
                "COW-03",
                "CUP-02",
                "EXP-01",
                "EXP-02",
                "EXP-03",
                "PRE-09",
                "REV-02",
            }
        ),
        hint=_("Expenses admitted line by line; the contribution is worked out anew."),
        preview=consequences.of_report_approval,
        confirmation=_("The report is approved: the contribution may be paid."),
    ),
    kinds.Act(
        "request_report_integration",
        services.request_report_integration,
        _("Ask to complete the report"),
        award.ReportIntegrationForm,
        tone="warning",
        hint=_("Letter to the beneficiary; only the expenses asked about open again."),
        preview=consequences.of_report_integration,
        confirmation=_("The request to complete the report has been sent."),
    ),
    kinds.Act(
        "close_report_integration",
        services.close_report_integration,
        _("Go on without the answer"),
        forms.ConfirmForm,
        hint=_("Open once the beneficiary's term has passed."),
        preview=consequences.of_silence,
    ),
    kinds.Act(
        "confirm_deed",
        services.confirm_deed,
        _("Find the deed in order"),
        forms.DecisionForm,
        tone="success",
        hint=_("From then on the beneficiary may report; say why where the signature is by hand."),
        preview=consequences.of_confirmation,
        confirmation=_("The deed of commitment is in order."),
    ),
    kinds.Act(
        "ask_deed_again",
        services.ask_deed_again,
        _("Ask for the deed again"),
        award.DeedAgainForm,
        tone="warning",
        settles=frozenset({"PROC-03"}),
        hint=_("Letter with what is to be mended; its term starts again."),
        preview=consequences.of_asking_again,
        confirmation=_("The deed has been asked for again."),
    ),
    kinds.Act(
        "lapse",
        services.lapse,
        _("Note that the grant has lapsed"),
        forms.ConfirmForm,
        tone="danger",
        hint=_("The deed has not come back in time: the money comes free."),
        preview=consequences.of_lapse,
        confirmation=_("The grant has lapsed and its money is free."),
    ),
    kinds.Act(
        "note_codes",
        services.note_codes,
        _("Note CUP and COR"),
        award.CodesForm,
        tone="secondary",
        hint=_("The codes that the registers gave to the grant; invoices must bear the CUP."),
        confirmation=_("The codes have been noted."),
    ),
    kinds.Act(
        "authorise_change",
        services.authorise_change,
        _("Authorise the change"),
        ReasonForm,
        tone="success",
        settles=frozenset({"AMT-01", "COW-03", "COW-04", "COW-05", "REV-02", "REV-03", "RNA-07"}),
        hint=_(
            "It holds from today; the contribution is never raised by it. Letter with the reason."
        ),
        preview=consequences.of_change,
        confirmation=_("The change is authorised."),
    ),
    kinds.Act(
        "refuse_change",
        services.refuse_change,
        _("Do not authorise the change"),
        examination.RefuseChangeForm,
        tone="danger",
        settles=frozenset({"PROC-03", "PRE-05"}),
        hint=_("The grant stays as it is. Letter with the reasons, what was said and the answers."),
        preview=consequences.of_change_refusal,
        confirmation=_("The change is not authorised."),
    ),
    kinds.Act(
        "ask_change",
        services.ask_change,
        _("Ask for a change"),
        forms.ConfirmForm,
        audience="applicant",
    ),
    kinds.Act(
        "take_change_back",
        services.take_change_back,
        _("Take the request back"),
        forms.ConfirmForm,
        audience="applicant",
    ),
    kinds.Act(
        "return_deed",
        services.return_deed,
        _("Return the deed of commitment"),
        forms.ConfirmForm,
        audience="applicant",
    ),
    kinds.Act(
        "file_report",
        services.file_report,
        _("Send the report"),
        forms.ConfirmForm,
        audience="applicant",
    ),
    kinds.Act(
        "answer_report_integration",
        services.answer_report_integration,
        _("Send the report completed"),
        forms.ConfirmForm,
        audience="applicant",
    ),
)

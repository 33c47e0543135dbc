"""What the shared pages need to know of an internship."""

from django.utils.translation import gettext_lazy as _

from internships.flows import InternshipFlow
from internships.forms import agreements, changes, refunds
from internships.forms import placements as forms
from internships.models import Internship, InternshipStatus
from internships.models.statuses import BEFORE_START, ENDED
from internships.placement_words import EVENTS, WORDS
from internships.services import placements as services
from internships.views import placement_office as office
from workflows import kinds
from workflows.examination.acts import ConfirmForm

# What the forms of agreement and plan themselves decide.
BY_AGREEMENT = frozenset(
    {
        "R-DOC-01",
        "R-DOC-02",
        "R-DOC-05",
        "R-PRO-01",
        "R-PRO-02",
        "R-PRO-03",
        "R-PRO-04",
        "R-PRO-05",
    }
)
BY_COMMUNICATION = frozenset({"R-COB-06"})
BY_PLAN = frozenset(
    {
        "R-BAN-04",
        "R-DUR-01",
        "R-DUR-02",
        "R-DUR-03",
        "R-DUR-05",
        "R-DUR-06",
        "R-DUR-10",
        "R-DUR-20",
        "R-DUR-22",
        "R-NUM-07",
        "R-REC-01",
        "R-REC-07",
        "R-TUT-01",
        "R-TUT-03",
        "R-TUT-05",
    }
)

BY_PAUSE = frozenset({"R-DUR-12", "R-DUR-13", "R-DUR-14", "R-DUR-16"})

PARTIES = "applicant"

# The pot of the ledger that holds the money of the refund: set aside, then bound by its act (R-PUB-19).
HOLDS = dict.fromkeys(
    [
        *BEFORE_START,
        InternshipStatus.RUNNING,
        InternshipStatus.SUSPENDED,
        *ENDED,
        InternshipStatus.EVALUATION,
        InternshipStatus.ATTESTED,
        InternshipStatus.UNATTESTED,
        InternshipStatus.REPORTING,
    ],
    "reserved",
) | dict.fromkeys([InternshipStatus.SETTLED, InternshipStatus.ARCHIVED], "granted")

ACTS = (
    kinds.Act(
        "send_convention",
        services.send_convention,
        _("Send the agreement to be signed"),
        agreements.ConventionForm,
        settles=BY_AGREEMENT,
        hint=_("Choose the promoter; the host signs first, then the promoter."),
        confirmation=_("The agreement waits for its signatures."),
    ),
    kinds.Act(
        "use_framework",
        services.use_framework,
        _("Go under a collective agreement"),
        agreements.FrameworkForm,
        settles=BY_AGREEMENT,
        tone="secondary",
        hint=_("Where host and promoter have signed one already: the plan comes next."),
        confirmation=_("The internship goes under the collective agreement."),
    ),
    kinds.Act(
        "complete_convention",
        services.complete_convention,
        _("Complete the agreement"),
        ConfirmForm,
        audience=PARTIES,
    ),
    kinds.Act(
        "redraw_convention",
        services.redraw_convention,
        _("Take the agreement back"),
        forms.WhyForm,
        tone="secondary",
        hint=_("It is written anew; whoever has signed it signs again."),
    ),
    kinds.Act(
        "send_plan",
        services.send_plan,
        _("Send the training plan to be signed"),
        forms.PlanForm,
        settles=BY_PLAN,
        hint=_("Host, tutor, intern and promoter sign in this order; every rule is asked."),
        confirmation=_("The training plan waits for its signatures."),
    ),
    kinds.Act(
        "complete_plan",
        services.complete_plan,
        _("Complete the plan"),
        ConfirmForm,
        audience=PARTIES,
    ),
    kinds.Act(
        "redraw_plan",
        services.redraw_plan,
        _("Take the plan back"),
        forms.WhyForm,
        tone="secondary",
        hint=_(
            "To change it or to move the first day; it is signed anew, its place is free again."
        ),
    ),
    kinds.Act(
        "record_communication",
        services.record_communication,
        _("Write down the compulsory communication"),
        forms.CommunicationForm,
        settles=BY_COMMUNICATION,
        hint=_("Number and instant of the receipt; a late one keeps the start locked."),
        confirmation=_("The communication has been written down."),
    ),
    kinds.Act(
        "begin",
        services.begin,
        _("Begin the internship"),
        ConfirmForm,
        tone="success",
        hint=_("On the first day, with nothing missing; the starting letter goes to the parties."),
        confirmation=_("The internship has begun."),
    ),
    kinds.Act(
        "cancel",
        services.cancel,
        _("Cancel the internship"),
        forms.WhyForm,
        tone="danger",
        hint=_("It never began; its place in the unit is free again."),
    ),
    kinds.Act(
        "suspend",
        services.suspend,
        _("Suspend"),
        changes.PauseForm,
        settles=BY_PAUSE,
        tone="warning",
        hint=_(
            "Long illness, injury, maternity, or a host that closes; shorter days are absences."
        ),
        confirmation=_("The internship stands still; the letter does not say why."),
    ),
    kinds.Act(
        "resume",
        services.resume,
        _("Take up again"),
        forms.ReturnForm,
        hint=_("The days it stood still are added at its end."),
    ),
    kinds.Act(
        "extend",
        services.extend,
        _("Authorise the extension"),
        ConfirmForm,
        hint=_("Once all have signed its addendum; the quota is asked again for the new last day."),
    ),
    kinds.Act(
        "vary",
        services.vary,
        _("Apply the variation"),
        ConfirmForm,
        tone="secondary",
        hint=_("Once all have signed its addendum; a letter tells them all."),
    ),
    kinds.Act(
        "interrupt",
        services.interrupt,
        _("End early"),
        forms.LastDayForm,
        tone="danger",
    ),
    kinds.Act(
        "transform",
        services.transform,
        _("End by a hire"),
        forms.LastDayForm,
        tone="success",
    ),
    kinds.Act("conclude", services.conclude, _("Conclude"), ConfirmForm),
    kinds.Act("evaluate", services.evaluate, _("Evaluate"), ConfirmForm),
    kinds.Act(
        "attest",
        services.attest,
        _("Give the attestation"),
        ConfirmForm,
        tone="success",
        hint=_("Where the call refunds, a letter asks the host for its papers too."),
    ),
    kinds.Act(
        "state_attendance",
        services.state_attendance,
        _("Give the declaration of attendance"),
        ConfirmForm,
        hint=_("Where the call refunds, a letter asks the host for its papers too."),
    ),
    kinds.Act(
        "ask_refund",
        services.ask_refund,
        _("Ask for the refund"),
        refunds.ClaimForm,
        audience=PARTIES,
    ),
    kinds.Act(
        "examine_refund",
        services.examine_refund,
        _("Examine the request of the refund"),
        refunds.ExaminationForm,
        hint=_("What was found in its papers, and the codes of the payment."),
        confirmation=_("What was found has been written down: the director decides."),
    ),
    kinds.Act(
        "settle",
        services.settle,
        _("Recognise the refund"),
        ConfirmForm,
        tone="success",
        hint=_("What the rules admit is bound in the call; the letter tells the host."),
        confirmation=_("The refund is recognised: its payment can be proposed."),
    ),
    kinds.Act(
        "refuse_settlement",
        services.refuse_settlement,
        _("Refuse the refund"),
        refunds.AgainstForm,
        tone="danger",
    ),
    kinds.Act("archive", services.archive, _("Put away"), ConfirmForm, tone="secondary"),
    kinds.Act("revoke", services.revoke, _("Revoke"), refunds.RevocationForm, tone="danger"),
)

TONES = {
    InternshipStatus.PREPARATION: "info",
    InternshipStatus.CONVENTION_SIGNING: "warning",
    InternshipStatus.CONVENTION_SIGNED: "info",
    InternshipStatus.PLAN_SIGNING: "warning",
    InternshipStatus.PLAN_SIGNED: "warning",
    InternshipStatus.COMMUNICATED: "info",
    InternshipStatus.RUNNING: "success",
    InternshipStatus.SUSPENDED: "warning",
    InternshipStatus.CONCLUDED: "info",
    InternshipStatus.INTERRUPTED: "warning",
    InternshipStatus.TRANSFORMED: "success",
    InternshipStatus.EVALUATION: "info",
    InternshipStatus.ATTESTED: "success",
    InternshipStatus.REPORTING: "info",
    InternshipStatus.SETTLED: "success",
    InternshipStatus.NOT_SETTLED: "danger",
    InternshipStatus.REVOKED: "danger",
}


def register() -> None:
    """Make the kind known; called once when the site starts."""
    kinds.register(
        kinds.Kind(
            code=Internship.KIND,
            goal=InternshipStatus.ARCHIVED,
            label=_("Internship"),
            numbered={"it": "Tirocinio n. {}", "en": "Internship no. {}"},
            model=Internship,
            flow=InternshipFlow,
            acts=ACTS,
            office_template="internships/office/_internship.html",
            applicant_template="internships/placement/_internship.html",
            tones={str(status): TONES.get(status, "neutral") for status in InternshipStatus},
            applicant_words={str(status): words for status, words in WORDS.items()},
            applicant_events=EVENTS,
            applicant_context=office.applicant_context,
            statuses=dict(InternshipStatus.choices),
            holds={str(status): pot for status, pot in HOLDS.items()},
            for_office=office.for_office,
            office_context=office.office_context,
        )
    )

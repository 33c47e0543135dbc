"""What the daily round asks of grants: what was owed in time and did not come, from either side."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from grants.models import RentContribution, Status
from grants.overdue import awaited, grace_days, overdue
from workflows.watch import Finding, Group, register_check

SENTENCES = {
    "report": gettext_lazy("Case {number}: the report of expenses has not come."),
    "vat_number": gettext_lazy("Case {number}: the VAT number has not been communicated."),
    "low_spend": gettext_lazy("Case {number}: the spend admitted is under the minimum."),
    "control": gettext_lazy("Case {number}: a control has found irregularities."),
}


def overdue_grants() -> Iterator[Finding]:
    """Yield grants whose beneficiary has not brought in time what the call wants (REV-04)."""
    grace = grace_days()
    for case in awaited():
        found = overdue(case, grace)
        if found is not None:
            yield Finding(
                str(SENTENCES[found.kind]).format(number=case.number),
                reverse("workflows:act", args=[case.pk, "start_recall"]),
            )


def accepted_offers() -> Iterator[Finding]:
    """Yield offers that were accepted in time and wait for a paper of the office's (RANK-12, G4)."""
    rows = RentContribution.objects.filter(status=Status.OFFER_ACCEPTED).order_by("submitted_at")
    sentence = gettext("Case {number}: the offer was accepted, and the grant waits for its papers.")
    for pk, number in rows.values_list("pk", "number").iterator():
        yield Finding(sentence.format(number=number), reverse("grants:before_grant", args=[pk]))


def register() -> None:
    """Make these checks known."""
    register_check(
        "accepted_offers",
        gettext_lazy("Accepted offers whose grant waits for the office"),
        accepted_offers,
        group=Group.TERMS,
        advice=gettext_lazy(
            "Write down CUP, DURC, antimafia and register codes, then complete the grant: whoever "
            "accepted in time does not pay for what is missing."
        ),
    )
    register_check(
        "overdue_grants",
        gettext_lazy("Grants whose report or VAT number has not come"),
        overdue_grants,
        group=Group.TERMS,
        advice=gettext_lazy(
            "Start the procedure to revoke, or write on the case why the office waits: nothing is taken "
            "by time alone."
        ),
    )

from django.db import models
from django_fsm import transition

from grants import accepting, permissions, reporting
from grants.models.statuses import Status
from workflows.engine import met
from workflows.examination import told

STAYS = {"ends_flow": True}


class Awarded(models.Model):
    """The moves of a grant on its way to payment: deed, report of expenses (co-mantova 15.3).

    A grant rests as granted; what it still owes stands with its acceptance and its report.
    """

    class Meta:
        abstract = True

    @transition(
        field="status",
        source=Status.GRANTED,
        target=Status.GRANTED,
        conditions=[met(accepting.return_outcomes)],
        permission=permissions.is_applicant,
        custom=STAYS,
    )
    def return_deed(self, by):
        """Take the grant on by the signed deed, and say where it is to be paid."""

    @transition(
        field="status",
        source=Status.GRANTED,
        target=Status.GRANTED,
        conditions=[met(accepting.confirmation_outcomes)],
        permission=permissions.may_examine,
        custom=STAYS | {"concerns": accepting.waits_for_office},
    )
    def confirm_deed(self, by):
        """Find the deed and the account in order."""

    @transition(
        field="status",
        source=Status.GRANTED,
        target=Status.GRANTED,
        conditions=[met(accepting.asking_outcomes)],
        permission=permissions.may_examine,
        custom=STAYS | {"concerns": accepting.waits_for_office},
    )
    def ask_deed_again(self, by):
        """Ask for the deed anew, saying what is to be mended: its term starts again."""

    @transition(
        field="status",
        source=Status.GRANTED,
        target=Status.LAPSED,
        conditions=[met(accepting.lapse_outcomes)],
        permission=permissions.is_clock_or_examiner,
        custom=STAYS | {"closes": True, "concerns": accepting.is_overdue},
    )
    def lapse(self, by):
        """Let a grant go that nobody has taken on in time: its money comes free."""
        self.granted = self.amount = None
        self.due_on = None
        self.single_key = None

    @transition(
        field="status",
        source=Status.GRANTED,
        target=Status.GRANTED,
        permission=permissions.may_examine,
        custom=STAYS,
    )
    def note_codes(self, by, *, cup, cor):
        """Write down the codes that the registers gave to the grant (CUP-01, RNA-02)."""
        self.cup, self.cor = cup, cor

    @transition(
        field="status",
        source=Status.GRANTED,
        target=Status.REPORT_FILED,
        conditions=[met(reporting.filing_outcomes)],
        permission=permissions.is_applicant,
        custom={"reopens": True, "starts_flow": "report_start"},
    )
    def file_report(self, by):
        """Report what was spent; from here on the invoices count for this grant alone (EXP-02)."""

    @transition(
        field="status",
        source=Status.REPORT_FILED,
        target=Status.REPORT_INTEGRATION,
        permission=permissions.may_examine,
    )
    def request_report_integration(self, by, *, due_on):
        """Ask for what is missing in the report."""
        self.due_on = due_on

    @transition(
        field="status",
        source=Status.REPORT_INTEGRATION,
        target=Status.REPORT_FILED,
        conditions=[met(told.integration_told), met(reporting.answer_outcomes)],
        permission=permissions.is_applicant,
    )
    def answer_report_integration(self, by):
        """Bring what was asked: no new invoice, those filed completed."""
        self.due_on = None

    @transition(
        field="status",
        source=Status.REPORT_INTEGRATION,
        target=Status.REPORT_FILED,
        conditions=[met(told.integration_term_outcomes)],
        permission=permissions.is_clock_or_examiner,
    )
    def close_report_integration(self, by):
        """Go on with what there is, once the term has passed."""
        self.due_on = None

    @transition(
        field="status",
        source=Status.REPORT_FILED,
        target=Status.GRANTED,
        conditions=[met(reporting.approval_outcomes)],
        permission=permissions.may_examine,
        custom={"closes": True},
    )
    def approve_report(self, by):
        """Admit the expenses, each or a part of it, and work the contribution out anew (AMT-05)."""
        self.due_on = None

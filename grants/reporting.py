"""What must hold for a report of expenses: line by line, and as a whole (AMT-02 to AMT-05, EXP, CUP-02)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils import timezone

from accounting.rules import FinalAmount, final_amount
from coworking_registry.models import Qualification
from grants import rules
from grants.accepting import ASPIRING, is_accepted
from grants.parameters import RentParameters
from grants.rules import expenses as of_expense
from parties import moment
from workflows.rules import Outcome, Verdict, judge
from workflows.terms import Rule, compute_term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coworking_registry.models import Space
    from grants.models import Expense, ExpenseReport, RentContribution

NOTHING = Decimal("0.00")
SOURCE = "Bando, rendicontazione"
# What stands against an expense itself: nothing of it may be admitted.
AGAINST = frozenset(
    {"AMT-03", "AMT-04", "COW-03", "CUP-02", "EXP-01", "EXP-02", "EXP-03", "REV-02", "SPA-27"}
)
# How a space stands whose running contributions go on until a day.
STOPPED = frozenset({Qualification.Standing.SUSPENDED, Qualification.Standing.CANCELLED})


def report_of(case: RentContribution) -> ExpenseReport | None:
    """Return the report of a grant, also while it is being written; None where none was begun."""
    return getattr(case, "report", None)


def is_open(case: RentContribution) -> bool:
    """Tell whether the beneficiary may write the report: the deed is in order, nothing was filed."""
    found = report_of(case)
    return (
        case.status == "granted" and is_accepted(case) and (found is None or found.filed_at is None)
    )


def due_on(case: RentContribution) -> date:
    """Return the last day to report: so many days after the end of the period (REV-01)."""
    found = report_of(case)
    if found is not None and found.due_on is not None:
        return found.due_on
    if case.report_until is not None:
        return case.report_until
    days = RentParameters.of(case.call_version).report_days
    return compute_term(case.period_to, Rule("REV-01", days, "days", source=SOURCE)).due


def window_of(case: RentContribution) -> of_expense.Window:
    """Return the days on which spend counts: from the filing to the last day to report (AMT-04)."""
    return of_expense.Window(min(filed_on(case), case.period_from), due_on(case))


def filed_on(case: RentContribution) -> date:
    """Return the day on which the application was filed; today until it is."""
    return timezone.localtime(case.submitted_at).date() if case.submitted_at else moment.today()


@dataclass
class Accounts:
    """A report with all that its rules look at, each read once."""

    case: RentContribution
    report: ExpenseReport
    # The applicant is not told which case of somebody else uses an invoice.
    for_office: bool = True

    @cached_property
    def expenses(self) -> list[Expense]:
        """The lines, in the order of their dates."""
        return list(self.report.expenses.select_related("invoice", "proof"))

    @cached_property
    def plain(self) -> list[of_expense.Expense]:
        """The lines as the rules take them."""
        return [one.plain for one in self.expenses]

    @cached_property
    def used(self) -> dict[tuple[str, str, int], str]:
        """Which of these invoices count for another report, with the number of its case (EXP-02)."""
        from grants.models import Expense  # noqa: PLC0415 (the models name us)

        wanted = Q(pk=None)
        for one in self.expenses:
            wanted |= Q(
                key_supplier=one.key_supplier, key_number=one.key_number, key_year=one.key_year
            )
        rows = Expense.objects.filter(wanted, counts=True).exclude(report=self.report)
        found = rows.values_list(
            "key_supplier",
            "key_number",
            "key_year",
            "report__contribution__number",
            "report__contribution__applicant",
        )
        return {
            (supplier, number, year): case
            if self.for_office or party == self.case.applicant_id
            else "di un altro beneficiario"
            for supplier, number, year, case, party in found
        }

    @cached_property
    def left(self) -> list[tuple[date, Space]]:
        """The spaces that were granted before a change, each with the day on which it was left (REV-02)."""
        changes = self.case.changes.filter(kind="space", state="authorised").order_by("decided_at")
        return [
            (timezone.localtime(one.decided_at).date(), one.space_before)
            for one in changes.select_related("space_before__manager")
        ]

    @cached_property
    def suspended(self) -> list[tuple[date, date]]:
        """The days on which the grant stood still, first and last of each suspension authorised."""
        rows = self.case.changes.filter(kind="suspension", state="authorised")
        return [
            (one.first_day, one.last_day)
            for one in rows
            if one.first_day is not None and one.last_day is not None
        ]

    def space_on(self, on: date) -> Space:
        """Return the space of the grant on a day."""
        return next((space for until, space in self.left if on < until), self.case.space)

    @cached_property
    def standing(self) -> dict[date, str]:
        """How the space of the day stood in the register on the day of each invoice; "" where it did not."""
        spaces = {self.case.space_id, *(space.pk for _until, space in self.left)}
        known = list(
            Qualification.objects.filter(space__in=spaces)
            .order_by("valid_from", "pk")
            .values_list("space", "valid_from", "valid_to", "standing")
        )
        return {
            one.issued_on: next(
                (
                    standing
                    for space, first, last, standing in reversed(known)
                    if space == self.space_on(one.issued_on).pk
                    and first <= one.issued_on
                    and (last is None or one.issued_on <= last)
                ),
                "",
            )
            for one in self.expenses
        }

    def space_outcome(self, on: date) -> Outcome:
        """COW-03: the space is in the register; once it was stopped, the day chosen counts (SPA-27)."""
        until, standing, name = self.case.spend_until, self.standing[on], self.space_on(on).name
        if standing in STOPPED and until is not None:
            return of_expense.before_stop(name, on, until)
        return rules.space_qualified(name, on, standing == Qualification.Standing.QUALIFIED)

    @cached_property
    def credited(self) -> dict[int, Decimal]:
        """What credit notes take off each invoice, by its place."""
        return of_expense.credited(self.plain, vat_is_cost=self.case.vat_is_cost)

    def outcomes(self, place: int) -> list[Outcome]:
        """Return what the rules say of one line."""
        case, plain, row = self.case, self.plain[place], self.expenses[place]
        space = self.space_on(row.issued_on)
        manager = space.manager
        decided = timezone.localtime(case.decided_at).date() if case.decided_at else moment.today()
        found = [
            of_expense.in_euro(plain),
            of_expense.supplier_admitted(plain, [manager.tax_code, manager.vat_number], space.name),
            *of_expense.within_window(plain, window_of(case)),
            self.space_outcome(row.issued_on),
            of_expense.never_twice(plain, self.used),
        ]
        still = of_expense.outside_suspension(plain, self.suspended)
        if still is not None:
            found.append(still)
        if plain.is_credit_note:
            return [*found, of_expense.credit_note_placed(plain, self.plain)]
        taken = self.credited.get(place, NOTHING)
        return [
            *found,
            of_expense.paid_traceably(plain),
            of_expense.cup_on_invoice(plain, case.cup, decided),
            of_expense.claim_within(plain, taken, vat_is_cost=case.vat_is_cost),
            _papers(row),
        ]

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The lines with what the rules say of each, for pages."""
        return [
            {"expense": one, "outcomes": found, "against": [each for each in found if each.blocks]}
            for place, one in enumerate(self.expenses)
            for found in [self.outcomes(place)]
        ]

    @cached_property
    def flagged(self) -> int:
        """How many lines something stands against."""
        return sum(1 for row in self.rows if row["against"])

    @property
    def claimed(self) -> Decimal:
        """What is claimed in all, in EUR."""
        return sum((one.claimed for one in self.expenses), NOTHING)

    @property
    def most(self) -> Decimal:
        """What may be admitted as the rules stand: what is claimed on lines that nothing stands against."""
        sound = (row["expense"].claimed for row in self.rows if not stands_against(row["outcomes"]))
        return sum(sound, NOTHING)

    @property
    def admitted(self) -> Decimal:
        """What the office has admitted in all, in EUR."""
        return sum((one.admitted or NOTHING for one in self.expenses), NOTHING)


def stands_against(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Return what forbids to admit anything of a line."""
    return [one for one in outcomes if one.blocks and one.rule in AGAINST]


def final_of(case: RentContribution, spend: Decimal) -> FinalAmount:
    """Return what a grant comes to on the spend admitted in the end, in EUR (AMT-05)."""
    from grants.checks import computed  # noqa: PLC0415 (checks read the models that name us)

    set_ = RentParameters.of(case.call_version)
    return final_amount(
        granted=case.granted or NOTHING,
        planned=computed(case).eligible,
        actual=spend,
        floor_percent=set_.minimum_realised_percent,
        rate_percent=set_.rate_percent,
    )


def filing_outcomes(case: RentContribution) -> list[Outcome]:
    """What must hold to file a report; what is wrong with a line is told, and judged by the office."""
    report = report_of(case)
    if report is None:
        return [_none()]
    accounts = Accounts(case, report, for_office=False)
    return [
        judge(
            "REV-01",
            is_accepted(case),
            yes="L'atto di impegno è in regola.",
            no="Prima del rendiconto va restituito l'atto di impegno, e trovato in regola.",
            source=SOURCE,
        ),
        _in_time(case),
        *stated_outcomes(case, report, accounts),
        *line_outcomes(accounts),
    ]


def stated_outcomes(
    case: RentContribution, report: ExpenseReport, accounts: Accounts
) -> list[Outcome]:
    """What is said beside the lines: what was done, the tax regime, other aid."""
    return [
        judge(
            "REV-22",
            bool(accounts.expenses),
            yes=f"Spese presentate: {len(accounts.expenses)}.",
            no="Serve almeno una spesa.",
            source=SOURCE,
        ),
        judge(
            "REV-22",
            bool(report.activity.strip()),
            yes="La relazione sull'attività è scritta.",
            no="Scrivi che cosa è stato fatto nel periodo.",
            source=SOURCE,
        ),
        judge(
            "TAX-09",
            report.is_commercial is not None,
            yes="Il regime per la ritenuta è dichiarato.",
            no="Dichiara se il contributo va a un'attività commerciale.",
            source="DPR 600/1973, art. 28",
        ),
        judge(
            "COW-09",
            case.applicant_kind != ASPIRING or bool(_vat_number(case)),
            yes="La partita IVA è indicata, o non è dovuta.",
            no="Indica la partita IVA che hai aperto.",
            source="Bando, soggetti beneficiari",
        ),
        rules.no_other_aid(report.other_aid, report.other_aid_detail),
    ]


def line_outcomes(accounts: Accounts) -> list[Outcome]:
    """What keeps a report from being filed, of its lines; everything else is a warning there."""
    found: list[Outcome] = []
    for row in accounts.rows:
        for one in row["outcomes"]:
            if not one.blocks:
                continue
            hinders = one.rule in {"EXP-02", "EXP-03", "EXP-04", "AMT-02", "REV-22"}
            verdict = Verdict.NOT_MET if hinders else Verdict.WARNING
            words = f"{row['expense'].number}: {one.sentence}"
            found.append(Outcome(one.rule, verdict, words, one.inputs, one.source))
    return found


def answer_outcomes(case: RentContribution) -> list[Outcome]:
    """What must hold to send the lines that were completed."""
    report = report_of(case)
    if report is None:
        return [_none()]
    return line_outcomes(Accounts(case, report, for_office=False))


def approval_outcomes(case: RentContribution) -> list[Outcome]:
    """Each line is judged, nothing is admitted that a rule stands against, cuts say why (PRE-09)."""
    report = report_of(case)
    if report is None or report.filed_at is None:
        return [_none()]
    accounts, found = Accounts(case, report), []
    for row in accounts.rows:
        expense = row["expense"]
        admitted = NOTHING if expense.admitted is None else expense.admitted
        found.append(of_expense.admitted_within(expense.plain, admitted, expense.cut_reason))
        against = stands_against(row["outcomes"])
        found += [
            Outcome(one.rule, Verdict.NOT_MET, f"{expense.number}: {one.sentence}", one.inputs)
            for one in against
            if admitted > 0
        ]
    final = final_of(case, accounts.admitted)
    # A spend under the floor is told here, and taken by an act of its own (REV-06).
    if final.outcome.blocks:
        words = final.outcome.sentence
        found.append(Outcome("AMT-05", Verdict.WARNING, words, final.outcome.inputs))
    else:
        found.append(final.outcome)
    return found


def _papers(row: Expense) -> Outcome:
    return judge(
        "REV-22",
        row.invoice_id is not None and row.proof_id is not None,
        yes="La fattura e la prova del pagamento sono allegate.",
        no="Vanno allegate la fattura e la prova del pagamento.",
        source="D.Lgs. 184/2025, art. 15 c. 2",
    )


def _in_time(case: RentContribution) -> Outcome:
    last, today = due_on(case), moment.today()
    if today <= last:
        words = f"Il rendiconto va presentato entro il {rules.day(last)}."
        return Outcome("REV-01", Verdict.MET, words, {"termine": last}, SOURCE)
    late = (
        f"Il rendiconto andava presentato entro il {rules.day(last)}: l'ufficio valuta il ritardo."
    )
    return Outcome("REV-01", Verdict.WARNING, late, {"termine": last, "oggi": today}, SOURCE)


def _vat_number(case: RentContribution) -> str:
    return case.applicant.vat_number or (case.acceptance.vat_number if is_accepted(case) else "")


def _none() -> Outcome:
    return Outcome("REV-22", Verdict.NOT_MET, "Non c'è un rendiconto.")

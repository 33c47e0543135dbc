"""The workbook of internships: months with allowances due and paid, refunds, outcomes.

Titles and notes are Italian in every language of the site: the file is an annex of Italian acts.
Nothing in it tells of health or hardship: an absence stands in no row.
"""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import Count, F, Prefetch, Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from accounting import reconciliation
from accounting.models import LedgerEntry, LineState, Payment, PaymentLine, Pot
from accounting.reconciliation import Check
from accounting.sheets import Column, Sheet
from accounting.workbooks import IDENTITY, RECONCILED, Book, Request, WorkbookKind
from calls.models import CallKind
from internships.models import AllowanceDue, Internship, Month, WorkOutcome
from internships.models.statuses import AFTER_END, InternshipStatus
from internships.rules.attendance import share

BATCH = 2000
NOTHING = Decimal("0.00")
HUNDRED, HOUR = 100, 60
# A refund is bound of what was set aside for it, or of what the call still has.
BOUND = Q(target=Pot.GRANTED, source__in=(Pot.AVAILABLE, Pot.RESERVED))

MONTH_COLUMNS = (
    Column("call", "bando", "code"),
    Column("number", "tirocinio", "code", width=26),
    Column("trainee", "tirocinante", "text", width=30),
    Column("host", "soggetto_ospitante", "text", width=34),
    Column("host_code", "cf_ospitante", "code"),
    Column("month", "mese", "integer"),
    Column("first", "dal", "date"),
    Column("last", "al", "date"),
    Column("status", "stato", "text", width=22),
    Column("planned", "ore_previste", "number"),
    Column("done", "ore_svolte", "number"),
    Column("percent", "presenza", "percent"),
    Column("rule", "regola", "code"),
    Column("due", "indennita_dovuta", "money", total=True),
    Column("due_on", "da_pagare_entro", "date"),
    Column("paid", "indennita_pagata", "money", total=True),
    Column("paid_on", "pagata_il", "date"),
    Column("reference", "estremi_pagamento", "text", width=24),
    Column("reminded_on", "sollecitata_il", "date"),
)
REFUND_COLUMNS = (
    Column("call", "bando", "code"),
    Column("number", "tirocinio", "code", width=26),
    Column("host", "soggetto_ospitante", "text", width=34),
    Column("host_code", "cf_ospitante", "code"),
    Column("asked_on", "chiesto_il", "date"),
    Column("allowances", "indennita_pagata", "money", total=True),
    Column("asked", "rimborso_chiesto", "money", total=True),
    Column("recognised", "rimborso_riconosciuto", "money", total=True),
    Column("status", "stato", "text", width=22),
    Column("cup", "cup", "code"),
    Column("cor", "cor", "code"),
    Column("payment", "pagamento", "code", width=16),
    Column("net", "netto", "money", total=True),
    Column("refunded", "rimborso_pagato", "money", total=True),
    Column("refunded_on", "rimborso_pagato_il", "date"),
)
OUTCOME_COLUMNS = (
    Column("call", "bando", "code"),
    Column("number", "tirocinio", "code", width=26),
    Column("host", "soggetto_ospitante", "text", width=34),
    Column("ended", "terminato_il", "date"),
    Column("how", "come", "text", width=22),
    Column("when", "rilevazione", "text", width=18),
    Column("works", "lavora", "text"),
    Column("contract", "contratto", "text", width=20),
    Column("same_host", "stesso_ospitante", "text"),
    Column("answered", "risposta_del", "date"),
)


def build(asked: Request) -> Book:
    """Make the workbook: every month that has begun, what it was worth, what became of the interns."""
    months = _months(asked)
    allowances = AllowanceDue.objects.filter(month__in=months.values("pk"))
    sums = allowances.aggregate(
        due=Sum("amount", default=NOTHING), paid=Sum("paid_amount", default=NOTHING)
    )
    refunds, outcomes = _refunds(asked), _outcomes(asked)
    checks = _checks(asked, months, allowances)
    return Book(
        sheets=(
            Sheet("Mesi e indennità", MONTH_COLUMNS, _month_rows(months)),
            Sheet("Rimborsi", REFUND_COLUMNS, _refund_rows(refunds)),
            Sheet("Esiti", OUTCOME_COLUMNS, _outcome_rows(outcomes)),
            reconciliation.sheet((*checks, *_refund_checks(asked, refunds))),
        ),
        row_count=months.count(),
        total="due",
        ledger_total=sums["due"],
    )


def _months(asked: Request) -> QuerySet[Month]:
    months = Month.objects.filter(first_day__lte=asked.as_of.date())
    if asked.call is not None:
        months = months.filter(internship__call=asked.call)
    return months.select_related(
        "internship__call", "internship__trainee", "internship__offer__applicant", "allowance"
    ).order_by("internship__call__code", "internship_id", "number")


def _refunds(asked: Request) -> QuerySet[Internship]:
    found = Internship.objects.filter(refund__isnull=False)
    if asked.call is not None:
        found = found.filter(call=asked.call)
    return (
        found.select_related("call", "offer__applicant", "refund")
        .annotate(allowances=Sum("months__allowance__paid_amount", default=NOTHING))
        .prefetch_related(Prefetch("payments", Payment.objects.alive().prefetch_related("lines")))
        .order_by("call__code", "pk")
    )


def _outcomes(asked: Request) -> QuerySet[WorkOutcome]:
    found = WorkOutcome.objects.filter(
        internship__status__in=[*AFTER_END, InternshipStatus.ARCHIVED]
    )
    if asked.call is not None:
        found = found.filter(internship__call=asked.call)
    return found.select_related("internship__call", "internship__offer__applicant").order_by("pk")


def _month_rows(months: QuerySet[Month]) -> Iterator[tuple[object, ...]]:
    for month in months.iterator(BATCH):
        case, due = month.internship, getattr(month, "allowance", None)
        planned, done = month.planned_minutes, month.done_minutes
        yield (
            case.call.code,
            case.number,
            case.trainee.name,
            case.host.name,
            case.host.tax_code,
            month.number,
            month.first_day,
            month.last_day,
            str(month.get_status_display()),
            None if planned is None else _hours(planned),
            None if done is None else _hours(done),
            None if planned is None or done is None else share(done, planned) * HUNDRED,
            due.rule if due else None,
            due.amount if due else None,
            due.due_on if due else None,
            due.paid_amount if due else None,
            due.paid_on if due else None,
            due.reference if due else None,
            due.reminded_on if due else None,
        )


def _refund_rows(refunds: QuerySet[Internship]) -> Iterator[tuple[object, ...]]:
    for case in refunds.iterator(BATCH):
        asked, payment = case.refund, next(iter(case.payments.all()), None)
        yield (
            case.call.code,
            case.number,
            case.host.name,
            case.host.tax_code,
            asked.asked_on,
            case.allowances,  # type: ignore[attr-defined]
            asked.asked_amount,
            case.refunded,
            case.get_status_display(),
            asked.cup or None,
            asked.cor or None,
            payment.number if payment else None,
            payment.net if payment else None,
            payment.counted or None if payment else None,
            payment.paid_on if payment else None,
        )


def _outcome_rows(outcomes: QuerySet[WorkOutcome]) -> Iterator[tuple[object, ...]]:
    for one in outcomes.iterator(BATCH):
        case = one.internship
        yield (
            case.call.code,
            case.number,
            case.host.name,
            case.ended_on,
            case.get_status_display(),
            str(one.get_when_display()),
            None if one.works is None else "sì" if one.works else "no",
            str(one.get_contract_display()) or None,
            ("sì" if one.same_host else "no") if one.works else None,
            one.answered_on,
        )


def _checks(
    asked: Request, months: QuerySet[Month], allowances: QuerySet[AllowanceDue]
) -> Iterator[Check]:
    """Compare the sum of the rows with the allowances, and the months closed with their allowances."""
    code = asked.call.code if asked.call else "tutti"
    rows = months.aggregate(
        due=Sum("allowance__amount", default=NOTHING),
        paid=Sum("allowance__paid_amount", default=NOTHING),
    )
    sums = allowances.aggregate(
        due=Sum("amount", default=NOTHING),
        paid=Sum("paid_amount", default=NOTHING),
        proven=Sum("paid_amount", default=NOTHING, filter=Q(proof__isnull=False)),
        count=Count("pk"),
    )
    closed = months.filter(closed_at__isnull=False).count()
    yield Check(code, "Indennità dovute", "Righe", rows["due"], "Indennità", sums["due"])
    yield Check(code, "Indennità pagate", "Righe", rows["paid"], "Pagamenti", sums["paid"])
    yield Check(code, "Prove", "Pagato", sums["paid"], "Pagato con prova", sums["proven"])
    yield Check(
        code,
        "Mesi chiusi (numero)",
        "Mesi",
        Decimal(closed),
        "Indennità calcolate",
        Decimal(sums["count"]),
    )


def _refund_checks(asked: Request, refunds: QuerySet[Internship]) -> Iterator[Check]:
    """Compare what was recognised and paid with what the ledger holds for these cases."""
    code = asked.call.code if asked.call else "tutti"
    standing = refunds.filter(refunded__isnull=False).exclude(status=InternshipStatus.REVOKED)
    recognised = standing.order_by().aggregate(sum=Sum("refunded", default=NOTHING))["sum"]
    held = LedgerEntry.objects.filter(case__in=standing.order_by().values("pk")).aggregate(
        bound=Sum("amount", filter=BOUND, default=NOTHING),
        paid=Sum("amount", filter=Q(target=Pot.PAID), default=NOTHING),
        back=Sum("amount", filter=Q(source=Pot.PAID), default=NOTHING),
    )
    lines = PaymentLine.objects.filter(
        payment__case__in=standing.order_by().values("pk"), state=LineState.PAID
    )
    paid = lines.aggregate(sum=Sum(F("amount") + F("tax"), default=NOTHING))["sum"]
    yield Check(
        code, "Rimborsi riconosciuti", "Righe", recognised, "Registro contabile", held["bound"]
    )
    yield Check(
        code,
        "Rimborsi pagati",
        "Pagamenti",
        paid,
        "Registro contabile",
        held["paid"] - held["back"],
    )


def _hours(minutes: int) -> Decimal:
    return (Decimal(minutes) / HOUR).quantize(Decimal("0.01"))


INTERNSHIPS = WorkbookKind(
    code="internships",
    title=_("Internships"),
    purpose=_(
        "Every month of the registers with hours, allowance due and paid; refunds to hosts; what "
        "became of the interns."
    ),
    build=build,
    columns=MONTH_COLUMNS,
    needed={
        **dict.fromkeys(("call", "number", "month"), IDENTITY),
        **dict.fromkeys(("due", "paid"), RECONCILED),
    },
    call_kind=CallKind.INTERNSHIP,
)

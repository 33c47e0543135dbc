"""A payment order of 10,000: divided, put together, approved, written for the bank, and as a workbook."""

from decimal import Decimal
from typing import Any

from bench.children import child
from bench.office import BenchOffice
from bench.report import Figure

PAYMENTS = 10_000
LIMIT_MB = 400
IBAN = "IT60X0542811101000000123456"


def measure_payments(bench: BenchOffice) -> list[Figure]:
    """Pay 10,000 grants in a process of its own; beside it, as many rows with bare openpyxl."""
    order = _ready(bench.office)
    made = child("bench.payments_job", *map(str, order))
    bare = child("bench.export_bare", str(PAYMENTS), str(made["columns"]))
    return [
        Figure("payments_batch_per_s", made["payments_per_s"], "payments/s", bare["rows_per_s"]),
        Figure("payments_peak_mb", made["peak_mb"], "MB", LIMIT_MB),
    ]


def _ready(office: Any) -> list[int]:
    """Write liquidated payments with their evidence; return the keys of those who order and approve."""
    from accounting.models import Evidence, Payment  # noqa: PLC0415 (Django must be set up)
    from bench.seeds import fill_grants  # noqa: PLC0415
    from calls.models import Parameter  # noqa: PLC0415
    from grants.models import RentContribution  # noqa: PLC0415
    from parties import moment  # noqa: PLC0415
    from tests.accounting.payments.paying import second_accountant  # noqa: PLC0415

    fill_grants(office)
    today = moment.today()
    rate = Decimal(Parameter.objects.value("withholding_rate_percent", today))
    cases = RentContribution.objects.select_related("applicant").order_by("pk")[:PAYMENTS]
    payments = Payment.objects.bulk_create(
        (_liquidated(case, number, today, rate) for number, case in enumerate(cases, 1)),
        batch_size=1000,
    )
    kinds = Evidence.Kind
    found = {
        kinds.DURC: {"reference": "INPS_1"},
        kinds.PUBLICATION: {"reference": "Amministrazione trasparente"},
        kinds.PAYEE: {"answer": "match"},
        kinds.RECOVERY: {"reference": "RNA"},
    }
    Evidence.objects.bulk_create(
        (
            Evidence(payment=payment, kind=kind, on=today, by=office.procedure_owner, **values)
            for payment in payments
            for kind, values in found.items()
        ),
        batch_size=1000,
    )
    return [office.accountant.pk, second_accountant().pk]


def _liquidated(case: Any, number: int, today: Any, rate: Decimal) -> Any:
    from accounting.models import Payment, PaymentState  # noqa: PLC0415 (Django must be set up)
    from accounting.rules import withholding  # noqa: PLC0415

    tax = withholding(case.granted, rate)
    return Payment(
        number=f"P-2000-{number:06d}",
        case_id=case.pk,
        state=PaymentState.LIQUIDATED,
        report_act="Determinazione n. 1",
        report_on=today,
        spend=case.granted * 2,
        gross=case.granted,
        not_taxable=tax.not_taxable,
        taxable=tax.taxable,
        rate_percent=rate,
        withheld=tax.withheld,
        net=tax.net,
        payee_id=case.applicant_id,
        beneficiary=case.applicant.name,
        nature="PG",
        tax_code=case.applicant.tax_code,
        iban=IBAN,
        holder=case.applicant.name,
        holder_code=case.applicant.tax_code,
        street="Via dei Mulini",
        street_number="3",
        postcode="46100",
        municipality="Mantova",
        province="MN",
        cup="J41B26000010005",
        purpose=f"CUP J41B26000010005 {case.number}",
        act_number="Determinazione n. 2",
        act_date=today,
    )

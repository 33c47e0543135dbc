"""Takes an order of payments from the division of each amount to the workbook, and says how fast."""

import json
import sys
import time
from datetime import timedelta
from decimal import Decimal

import django

django.setup()

from accounting import rules  # noqa: E402 (Django must be set up)
from accounting.gates import collector_threshold  # noqa: E402
from accounting.models import FrozenWorkbook, OrderState, Payment, PaymentState  # noqa: E402
from accounting.payment_books import COLUMNS  # noqa: E402
from accounting.services import orders, sending  # noqa: E402
from accounting.services.workbooks import request_workbook  # noqa: E402
from bench.children import peak_mb  # noqa: E402
from parties import moment  # noqa: E402
from parties.models import User  # noqa: E402
from tests.accounting.payments.paying import CHAMBER_IBAN  # noqa: E402
from workflows.services.jobs import run_job  # noqa: E402


def divided(payment: Payment) -> Decimal:
    """Return the net of a payment, divided anew."""
    tax = rules.withholding(payment.gross, payment.rate_percent)
    return rules.cascade(
        payment.gross,
        tax,
        debts={},
        collector_debt=Decimal("0.00"),
        collector_threshold=THRESHOLD,
    ).net


THRESHOLD = collector_threshold(moment.today())
first, second = (User.objects.get(pk=int(key)) for key in sys.argv[1:3])
begun = time.perf_counter()
rows = Payment.objects.filter(state=PaymentState.LIQUIDATED).order_by("pk")
if any(divided(payment) != payment.net for payment in rows.iterator()):
    raise SystemExit("a payment is divided otherwise")
order = orders.open_order(
    rows.only("pk").iterator(),
    by=first,
    payer_iban=CHAMBER_IBAN,
    payer_bic="BPPIITRRXXX",
    execute_on=moment.today() + timedelta(days=1),
)
for person in (first, second):
    orders.approve(order, by=person, digest=orders.digest_of(order))
order = sending.send(order, by=first)
call = order.payments.select_related("case__call").first().case.call
job = request_workbook("liquidation", call, by=first)
run_job(job.pk)
seconds = time.perf_counter() - begun
book = FrozenWorkbook.objects.get(job=job)
if order.state != OrderState.SENT or book.rows != order.payments.count():
    raise SystemExit(f"order {order.state}, {book.rows} rows")
answer = {
    "payments_per_s": book.rows / seconds,
    "columns": len(COLUMNS),
    "peak_mb": peak_mb(),
}
print(json.dumps(answer))

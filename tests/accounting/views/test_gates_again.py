"""Every gate of G5 is asked again for the day of payment: what was approved and does not pass makes no file."""

from datetime import timedelta

import pytest

from accounting.models import Evidence, Payment, PaymentOrder
from accounting.services import ledger
from calls.models import Parameter
from parties import moment
from tests.accounting.payments.paying import approved, note, proposed, with_evidence
from tests.accounting.payments.test_lines import recognised
from tests.accounting.views.test_payments import url
from tests.jobs import forget_jobs, run_jobs
from workflows.models import BackgroundJob

Kind = Evidence.Kind


def newer(kind, **found):
    """Return what notes a newer piece of evidence, which then is the one that counts."""
    return lambda office: note(office, Payment.objects.get(), kind, **found)


def above(code):
    """Return what lowers a threshold of the law under the payment."""
    return lambda _office: Parameter.objects.filter(code=code).update(value="1.00")


def taken_back(office):
    ledger.take_back(Payment.objects.get().case, by=office.director, description="Annullamento")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("happens", "says"),
    [
        (
            newer(Kind.DURC, reference="INPS_0", on=moment.today() - timedelta(days=121)),
            "DURC è scaduto",
        ),
        (newer(Kind.PAYEE, answer="no_match", on=moment.today()), "di qualcun altro"),
        (above("threshold_48bis"), "manca la verifica art. 48-bis"),
        (above("transparency_threshold"), "non è pubblicata"),
        (lambda _office: Payment.objects.update(is_de_minimis=False), "visura Deggendorf"),
        (taken_back, "supera il dovuto"),
    ],
    ids=["durc", "payee", "enquiry", "publication", "recovery", "bound"],
)
def test_G5_an_approved_order_that_does_not_pass_any_more_makes_no_file(
    office, as_user, happens, says
):
    payment = with_evidence(office, proposed(office), but=(Kind.PUBLICATION,))
    order = approved(office, recognised(office, payment))
    happens(office)
    forget_jobs()

    as_user(office.accountant).post(url("make_order_file", order.number))
    run_jobs()

    job = BackgroundJob.objects.get()
    assert (job.state, PaymentOrder.objects.get().state) == ("failed", "approved")
    assert says in job.error

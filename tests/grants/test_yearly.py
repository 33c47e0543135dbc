"""The papers of a year: certificates of the tax withheld and statements of the sums received."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounting.models import Payment
from accounting.services.answers import take_answers
from grants import yearly
from grants.models import RentContribution, YearlyPaper
from grants.services import yearly as services
from letters.models import Letter
from parties import moment
from parties.roles import Role
from tests.accounting.books import firm, granted_to
from tests.accounting.files.samples import notification
from tests.accounting.payments.paying import CUP, granted_firm, liquidated, proposed, sent
from tests.grants.awarding import approved as approved_report
from tests.grants.test_recalls import paid
from tests.jobs import forget_jobs, run_jobs
from workflows.engine import Refusal, TransitionRefused

pytestmark = pytest.mark.django_db(transaction=True)
Kind = YearlyPaper.Kind


def year():
    return moment.today().year


def drawn(office, kind=Kind.CERTIFICATE):
    """Return the papers of a kind after the worker has drawn up what lacked."""
    forget_jobs()
    job = services.start(kind, year(), by=office.accountant)
    run_jobs()
    job.refresh_from_db()
    assert (job.state, job.error, job.done) == ("done", "", job.total)
    return list(YearlyPaper.objects.filter(kind=kind).order_by("pk"))


def answered(office, payment):
    """Let the bank say that it has paid."""
    data = notification((payment.number, "DBIT", str(payment.net)))
    take_answers(data, name=f"{payment.number}.xml", by=office.accountant)


def test_TAX_07_the_certificate_says_what_the_register_says(office):
    case = paid(office)

    (paper,) = drawn(office)

    payment = Payment.objects.get()
    letter = Letter.objects.get(kind="withholding_certificate")
    assert (paper.gross, paper.withheld) == (Decimal("600.00"), Decimal("24.00"))
    assert (paper.withheld, paper.net) == (payment.withheld, payment.net)
    assert (paper.letter, letter.case_id, letter.state != "held") == (letter, case.pk, True)
    assert f"corrisposto nell'anno **{year()}** a **Alfa srl**" in letter.text
    assert "ritenuta operata **24,00 €**" in letter.text.replace("\xa0", " ")
    assert yearly.totals(year())["withheld"] == paper.withheld


def test_TAX_07_who_has_a_certificate_that_still_holds_gets_no_other(office):
    paid(office)
    drawn(office)

    with pytest.raises(TransitionRefused) as refused:
        services.start(Kind.CERTIFICATE, year(), by=office.accountant)

    assert refused.value.why == Refusal.STATUS
    assert YearlyPaper.objects.count() == 1


def test_TAX_07_a_certificate_that_says_less_than_was_paid_is_replaced(office):
    paid(office)
    (first,) = drawn(office)
    # As it was before a second payment of the year.
    YearlyPaper.objects.update(gross="400.00", taxable="400.00", withheld="16.00", net="384.00")

    first, second = drawn(office)

    assert (first.gross, second.gross) == (Decimal("400.00"), Decimal("600.00"))
    assert f"Sostituisce il documento prot. n. {first.letter.protocol.mark}" in second.letter.text


def test_TAX_07_who_had_nothing_withheld_gets_a_statement_alone(office):
    case = granted_to(office, firm("Studio Gamma", "professional"), "professional")
    approved_report(office, case, number=f"12/{case.pk}")
    RentContribution.objects.filter(pk=case.pk).update(cup=CUP)
    sent(office, liquidated(office, proposed(office, RentContribution.objects.get(pk=case.pk))))
    answered(office, Payment.objects.get())

    with pytest.raises(TransitionRefused):
        services.start(Kind.CERTIFICATE, year(), by=office.accountant)


def test_TRA_11_the_statement_names_the_sums_and_the_duty_to_publish(office):
    paid(office)

    (paper,) = drawn(office, Kind.STATEMENT)

    text = paper.letter.text.replace("\xa0", " ")
    assert "Totale pagato nell'anno: **600,00 €**" in text
    assert "10.000,00 €" in text
    assert f"30 giugno {year() + 1}" in text


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.AUDITOR, Role.OFFICER])
def test_ORG_09_only_the_accountant_draws_them_up(office, as_user, role):
    paid(office)

    answer = as_user(office.staff[role]).post(
        reverse("grants:draw_yearly_papers", args=[year()]), {"kind": Kind.CERTIFICATE}
    )

    assert answer.status_code == 403
    assert not YearlyPaper.objects.exists()


def test_the_page_shows_who_was_paid_and_starts_the_work_once(office, as_user):
    paid(office)
    client = as_user(office.accountant)
    page = client.get(reverse("grants:yearly_papers"), follow=True)
    sent_twice = {"kind": Kind.CERTIFICATE, "key": page.context["form_key"]}

    url = reverse("grants:draw_yearly_papers", args=[year()])
    first, second = client.post(url, sent_twice), client.post(url, sent_twice)
    run_jobs()

    assert [payee.name for payee in page.context["payees"]] == ["Alfa srl"]
    assert first.url == second.url
    assert YearlyPaper.objects.count() == 1
    shown = client.get(reverse("grants:yearly_papers_of", args=[year()]), {"q": "nessuno"})
    assert "Nessuno con questo nome" in shown.content.decode()
    assert client.get(reverse("grants:yearly_papers_of", args=[1999])).status_code == 404


def test_queries_are_as_many_for_one_row_as_for_three(office, as_user):
    paid(office)
    client = as_user(office.accountant)
    url = reverse("grants:yearly_papers_of", args=[year()])
    drawn(office)

    def questions():
        with CaptureQueriesContext(connection) as captured:
            client.get(url)
        return len(captured)

    client.get(url)
    one = questions()
    for name in ("Beta srl", "Gamma srl"):
        case = granted_firm(office, name)
        sent(office, liquidated(office, proposed(office, case)))
        answered(office, Payment.objects.get(case=case.pk))
    drawn(office)
    assert questions() == one

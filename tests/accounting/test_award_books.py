"""The position of endowments, the recoveries, and the table of transparency: typed and reconciled."""

from decimal import Decimal

import pytest

from accounting.models import Budget, Recovery
from accounting.services import recoveries
from calls.models import Funder, Funding, Parameter
from parties import moment
from tests.accounting.books import cents, firm, granted_to, made, sheets, table
from tests.grants.test_recalls import decided, paid, receipt

pytestmark = pytest.mark.django_db(transaction=True)


def agrees(workbook):
    """Tell whether every line of the reconciliation agrees."""
    rows = table(sheets(workbook, values=True)["Quadratura"])
    return {row["Differenza"] for row in rows} == {0}


def test_export_3_the_position_sums_to_the_ledger(law, office):
    paid(office)
    office.granted()

    workbook = made(office, "endowments")

    (row,) = table(sheets(workbook, values=True)["Posizione"])[-1:]
    rows = table(sheets(workbook, values=True)["Posizione"])
    budget = Budget.objects.get()
    assert cents(one["residuo"] for one in rows) == budget.available
    assert cents(one["pagato"] for one in rows) == budget.paid == Decimal("600.00")
    assert cents(one["concesso"] for one in rows) == Decimal("1200.00")
    assert cents(one["liquidato"] for one in rows) == Decimal("600.00")
    assert row["provincia"] == "MN"
    assert agrees(workbook)


def test_export_4_recoveries_show_what_came_back_and_what_is_owed(law, office):
    decided(office, paid(office))
    receipt(office, Recovery.objects.get(), "100.00", "77")

    workbook = made(office, "recoveries")

    (row,) = table(sheets(workbook, values=True)["Recuperi"])
    owed = recoveries.owed(Recovery.objects.get(), moment.today())
    assert (row["debitore"], row["reversale"]) == ("Alfa srl", "77")
    assert cents([row["capitale"], row["incassato"], row["ancora_dovuto"]]) == (
        Decimal("700.00") + owed.total
    )
    assert agrees(workbook)


def test_TRA_02_what_stays_under_the_threshold_of_the_year_is_not_published(law, office):
    granted_to(office, firm("Alfa srl"), "enterprise")

    workbook = made(office, "transparency")

    assert table(sheets(workbook, values=True)["Atti di concessione"]) == []


def test_TRA_05_nobody_in_hardship_is_named_and_no_private_code_is_shown(law, office):
    Parameter.objects.filter(code="transparency_threshold").update(value="500.00")
    granted_to(office, firm("Alfa srl"), "enterprise")
    person = office.granted()

    workbook = made(office, "transparency")

    rows = table(sheets(workbook, values=True)["Atti di concessione"])
    year = moment.today().year
    assert [(row["beneficiario"], row["codice_fiscale_o_piva"]) for row in rows] == [
        ("Alfa srl", firm("Alfa srl").vat_number),
        (f"BEN-{year}-{person.pk:04d}", None),
    ]
    assert person.applicant.tax_code not in str(rows)
    assert {row["pubblicazione"] for row in rows} == {"dovuta"}
    assert agrees(workbook)


def test_AMT_06_what_was_paid_falls_on_the_funders_to_the_cent(law, office):
    paid(office)
    programme = office.call.programme
    programme.fundings.all().delete()
    for name, amount in (("Alfa", "100.00"), ("Beta", "100.00"), ("Gamma", "100.01")):
        funder = Funder.objects.create(name=f"Fondazione {name}")
        Funding.objects.create(programme=programme, funder=funder, amount=Decimal(amount))

    workbook = made(office, "funders")

    (action,) = table(sheets(workbook, values=True)["Azioni"])
    funders = table(sheets(workbook, values=True)["Finanziatori"])
    budget = Budget.objects.get()
    assert (action["bando_codice"], action["azione"]) == ("COW-SPORT", office.call.axis)
    assert cents([action["dotazione"]]) == budget.endowment
    assert cents([action["pagato"]]) == budget.paid == Decimal("600.00")
    assert [cents([row["pagato_a_suo_carico"]]) for row in funders] == [
        Decimal("200.00"),
        Decimal("199.99"),
        Decimal("200.01"),
    ]
    assert agrees(workbook)


def test_AMT_06_an_amount_that_nobody_knows_divides_nothing(law, office):
    paid(office)
    programme = office.call.programme
    programme.fundings.update(amount=None)

    workbook = made(office, "funders")

    funders = table(sheets(workbook, values=True)["Finanziatori"])
    assert {row["pagato_a_suo_carico"] for row in funders} <= {None}
    assert agrees(workbook)

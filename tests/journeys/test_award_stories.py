"""Grants that went another way: less spent, forfeited, revoked and recovered, a debt with the institutes.

Each to the last cent. Whatever decides is done by the person whose act it is: the beneficiary on a phone,
the office at a desk.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from accounting.models import Payment, Recovery
from accounting.services.answers import take_answers
from calls.models import Parameter
from grants.models import Ban, RentContribution
from grants.rules import months_after
from parties import moment
from tests.accounting.books import cents, firm, granted_to, pots
from tests.accounting.files.samples import table
from tests.accounting.payments.paying import CHAMBER_IBAN, sent
from tests.grants import typed
from tests.grants.awarding import accepted, reported
from tests.journeys import awarded
from tests.journeys.conftest import work_off_jobs
from tests.office import Office, days_ago

pytestmark = pytest.mark.parametrize("size", ["desktop"])
NOT_QUOTED = ("not_quoted", "La sala riunioni non è nel preventivo.")


def taken_on(office: Office) -> RentContribution:
    """Return the grant of 600,00 on a spend of 1.200,00 of a firm that has taken it on."""
    return accepted(office, granted_to(office, firm("Alfa srl"), "enterprise"))


def sums(row: dict, *names: str) -> list[str]:
    """Return what stands under some titles of a row of a workbook, to the cent."""
    return [f"{cents([row[name]]):.2f}" for name in names]


def test_AMT_05_a_lower_spend_pays_less_and_the_rest_goes_to_the_economies(walker, staffed):
    case = taken_on(staffed)
    invoices = [
        awarded.invoice(case, "12", "900,00"),
        awarded.invoice(case, "13", "300,00"),
    ]
    beneficiary = walker("phone").let_in(case.opened_by)
    awarded.report(beneficiary, case, *invoices, comes_to="conferma il contributo di 600,00 €")

    officer = walker().let_in(staffed.officer)
    case = awarded.examine(officer, case, {"13": ("0,00", *NOT_QUOTED)})
    assert (case.report.result, case.report.final) == ("lowered", Decimal("450.00"))
    assert pots() == {"available": "59400.00", "granted": "600.00"}
    beneficiary.open(f"/pratiche/{case.pk}/").sees(NOT_QUOTED[1])

    owner = walker().let_in(staffed.procedure_owner)
    payment = awarded.find(owner, awarded.propose(owner, case))
    awarded.recognise(walker().let_in(staffed.director), payment)
    assert pots() == {"available": "59400.00", "granted": "450.00", "economies": "150.00"}
    accountant = walker().let_in(staffed.accountant)
    awarded.to_the_bank(accountant, payment)
    assert pots() == {"available": "59400.00", "paid": "450.00", "economies": "150.00"}

    (row,) = awarded.taken_out(accountant, case, "liquidation")["Liquidazione"]
    names = ("spesa_ammessa", "contributo_lordo", "ritenuta", "netto_da_pagare", "pagato_registro")
    assert sums(row, *names) == ["900.00", "450.00", "18.00", "432.00", "450.00"]
    rows = awarded.taken_out(accountant, case, "endowments")["Posizione"]
    assert {name: f"{cents(one[name] for one in rows):.2f}" for name in ("pagato", "economie")} == {
        "pagato": "450.00",
        "economie": "150.00",
    }
    awarded.reads(beneficiary, case, "redetermination", "450,00")


def test_AMT_05_a_spend_under_the_floor_forfeits_the_grant_by_an_act_and_frees_all(walker, staffed):
    case = taken_on(staffed)
    beneficiary = walker("phone").let_in(case.opened_by)
    invoice = awarded.invoice(case, "12", "1.200,00")
    awarded.report(beneficiary, case, invoice, comes_to="conferma il contributo di 600,00 €")

    officer = walker().let_in(staffed.officer)
    case = awarded.examine(officer, case, {"12": ("839,99", *NOT_QUOTED)})
    assert (case.report.result, case.report.final) == ("forfeited", Decimal("0.00"))
    # Nothing has moved yet: time and sums alone take nothing away, and nothing can be paid.
    assert pots() == {"available": "59400.00", "granted": "600.00"}
    owner = walker().let_in(staffed.procedure_owner).open("/ufficio/pagamenti/da-proporre/")
    assert case.number not in owner.page.content()

    told = {
        "cause": "low_spend",
        "facts": "Verifica del rendiconto agli atti del fascicolo.",
        "ground_0": "La spesa ammessa non raggiunge la quota minima.",
        "left": "0,00",
    }
    case = awarded.revoke(walker, staffed, case, told=told, answer="Non è dipeso da noi.")
    assert (case.status, case.granted) == ("revoked", None)
    assert pots() == {"available": "60000.00"}
    assert (Recovery.objects.count(), Payment.objects.count()) == (0, 0)

    accountant = walker().let_in(staffed.accountant)
    rows = awarded.taken_out(accountant, case, "endowments")["Posizione"]
    names = ("concesso", "revocato", "pagato", "residuo")
    assert [f"{cents(one[name] for one in rows):.2f}" for name in names] == [
        "600.00",
        "600.00",
        "0.00",
        "60000.00",
    ]
    awarded.reads(beneficiary, case, "revocation_act", "decade")


def test_DOC_08_a_false_word_found_by_a_control_forfeits_the_grant_and_bars_for_two_years(
    walker, staffed
):
    case = accepted(staffed, staffed.granted())
    officer = walker().let_in(staffed.officer)
    officer.open(f"/ufficio/pratiche/{case.pk}/controllo/")
    officer.fill({"why": "Segnalazione del 3 settembre."}).press("Apri un controllo")
    found = "La persona lavora come dipendente da un anno."
    officer.fill({"findings": found, "in_order": "no"}).press("Invia il verbale")
    beneficiary = walker("phone").let_in(case.opened_by)
    beneficiary.open(f"/pratiche/{case.pk}/").follow("Leggi e rispondi").sees(found)
    beneficiary.fill({"text": "Era un lavoro di poche ore."}).press("Invia la risposta")
    concluded = {"result": "irregular", "conclusion": "La risposta conferma l'impiego."}
    control = reverse("grants:control", args=[case.controls.get().pk])
    officer.open(control).sees("Era un lavoro di poche ore.").fill(concluded)
    officer.press("Chiudi il controllo")
    # A control takes nothing away: a person decides, once the beneficiary was heard.
    assert pots() == {"available": "59400.00", "granted": "600.00"}

    told = {
        "cause": "untrue",
        "facts": found,
        "declaration": "Di essere in stato di disoccupazione.",
        "ground_0": "Lo stato dichiarato non era vero.",
        "left": "0,00",
    }
    case = awarded.revoke(walker, staffed, case, told=told, answer="Erano poche ore.")
    assert (case.status, case.granted) == ("revoked", None)
    assert pots() == {"available": "60000.00"}
    work_off_jobs()
    until = months_after(moment.today(), 24)
    assert Ban.objects.get().until == until
    awarded.reads(beneficiary, case, "forfeiture_act", f"{until.day}", "decade")
    draft = typed.draft(staffed, case.opened_by)
    beneficiary.open(reverse("grants:review", args=[draft.pk]))
    refused = "non può ottenere contributi fino al"
    expect(beneficiary.page.locator("main")).to_contain_text(refused)


def ago(days: int) -> date:
    """Return the day so many days ago."""
    return moment.today() - timedelta(days=days)


def paid(office: Office, days: int) -> RentContribution:
    """Return a grant of 600,00 that the bank paid so many days ago."""
    with days_ago(days):
        sent(office)
        payment = Payment.objects.get()
        done = table(f"{payment.number};pagato;{moment.today():%d/%m/%Y};576,00;123;77;")
        take_answers(done, name="esiti.csv", by=office.accountant)
    return awarded.fresh(payment.case)


def lowered_legal_rate(last: date) -> None:
    """Let the legal rate be 2,50 per cent up to a day, and 1,60 from the next on (REV-11)."""
    Parameter.objects.filter(code="legal_interest").delete()
    common = {"code": "legal_interest", "source": "c.c. art. 1284", "confidence": "M"}
    until = last + timedelta(days=1)
    Parameter.objects.create(value="2.50", valid_from=ago(400), valid_to=last, **common)
    Parameter.objects.create(value="1.60", valid_from=until, **common)


def test_REV_14_what_was_paid_is_revoked_and_comes_back_in_instalments_and_from_the_roll(
    walker, staffed, on_pages
):
    lowered_legal_rate(ago(60))
    case = paid(staffed, 190)
    assert pots() == {"available": "59400.00", "paid": "600.00"}

    on_pages(ago(120))
    told = {
        "cause": "duties",
        "facts": "Controllo a campione presso lo spazio.",
        "ground_0": "La postazione non è stata utilizzata.",
        "left": "0,00",
    }
    case = awarded.revoke(walker, staffed, case, told=told, answer="Ero in trasferta.")
    recovery = Recovery.objects.get()
    assert (case.status, recovery.principal, recovery.since) == (
        "revoked",
        Decimal("600.00"),
        ago(190),
    )

    # 80 days at 2,15 per cent: 2,83. Three parts of 200,94 with the legal rate from here on.
    on_pages(ago(110))
    page = f"/ufficio/recuperi/{recovery.number}/"
    accountant = walker().let_in(staffed.accountant)
    accountant.open(page).sees("602,83 €").follow("Concedi la rateizzazione")
    accountant.fill(
        {
            "number": "3",
            "every_months": "1",
            "first_due": f"{ago(80):%d/%m/%Y}",
            "reason": "Difficoltà temporanea, domanda del debitore agli atti.",
        }
    )
    accountant.press("Concedi la rateizzazione").sees("200,94 €")
    # 30 days at 2,50 per cent of 602,83: 1,24. The first part comes on its day.
    on_pages(ago(80))
    received(accountant, page, "202,18", "Reversale 1")
    accountant.sees("Il termine per restituire non è ancora passato")
    # The second never comes: the roll. Then 20 days at 2,50 and 60 at 1,60 of what is left, 401,89.
    on_pages(ago(40))
    accountant.open(page).follow("Iscrivi a ruolo").fill({"reference": "Minuta n. 7"})
    accountant.press("Iscrivi a ruolo").sees("Minuta n. 7")
    on_pages(moment.today())
    accountant.open(page).sees("403,50 €")
    received(accountant, page, "403,50", "Reversale 2")
    accountant.sees("Restituito")
    assert pots() == {"available": "60000.00"}

    receipts = Recovery.objects.get().receipts.values_list("interest", "capital")
    assert [[str(part) for part in row] for row in receipts] == [
        ["4.07", "198.11"],
        ["1.61", "401.89"],
    ]
    (row,) = awarded.taken_out(accountant, case, "recoveries")["Recuperi"]
    names = ("capitale", "interessi", "incassato", "incassato_capitale", "ancora_dovuto")
    assert sums(row, *names) == ["600.00", "5.68", "605.68", "600.00", "0.00"]
    assert (row["rate"], row["a_ruolo_data"].date()) == (3, ago(40))


def received(accountant, page: str, amount: str, reference: str) -> None:
    """Count what has come back on the day on which the pages stand."""
    accountant.open(page).follow("Registra un incasso")
    accountant.fill({"amount": amount, "reference": reference})
    accountant.press("Registra un incasso").sees(reference)


def test_PAY_03_a_debt_with_the_institutes_is_paid_in_the_beneficiarys_stead(walker, staffed):
    case = reported(staffed, granted_to(staffed, firm("Alfa srl"), "enterprise"))
    case = awarded.examine(walker().let_in(staffed.officer), case, {})
    owner = walker().let_in(staffed.procedure_owner)
    payment = awarded.propose(owner, case)

    # A certificate that is not in order stops the payment until the institutes say how much.
    owner.open(f"/ufficio/pagamenti/{payment.number}/prove/durc/")
    owner.fill({"reference": "INPS_2", "on": f"{moment.today():%d/%m/%Y}"})
    box = owner.page.locator("input[name=is_regular]")
    if box.is_checked():
        owner.page.locator(f"label[for='{box.get_attribute('id')}']").click()
    owner.press("Conserva la verifica").sees("manca l'importo confermato dagli istituti")
    # INPS names an account, INAIL is paid with F24.
    debts = {"inps": "200,00", "inps_iban": CHAMBER_IBAN, "inail": "76,00"}
    payment = awarded.find(owner, payment, **debts)
    owner.open(f"/ufficio/pagamenti/{payment.number}/").sees("-200,00 €").sees("-76,00 €")
    parts = ("gross", "withheld", "inps", "inail", "net")
    assert [str(getattr(payment, name)) for name in parts] == [
        "600.00",
        "24.00",
        "200.00",
        "76.00",
        "300.00",
    ]

    awarded.recognise(walker().let_in(staffed.director), payment)
    accountant = walker().let_in(staffed.accountant)
    awarded.to_the_bank(accountant, payment)
    # The institutes and the tax office are paid for the beneficiary: the whole gross has left.
    assert pots() == {"available": "59400.00", "paid": "600.00"}
    found = awarded.taken_out(accountant, case, "liquidation")
    (row,) = found["Liquidazione"]
    names = ("ritenuta", "intervento_sostitutivo_inps", "intervento_sostitutivo_inail")
    assert sums(row, *names, "netto_da_pagare") == ["24.00", "200.00", "76.00", "300.00"]
    # Each institute is a row of its own (ACC-07).
    assert [
        (one["a_favore_di"], one["modalita"], one["stato"]) for one in found["Disposizioni"]
    ] == [
        (payment.holder, "bonifico", "Pagata"),
        ("INPS", "bonifico", "Pagata"),
        ("INAIL", "F24", "Pagata"),
    ]
    beneficiary = walker("phone").let_in(case.opened_by)
    awarded.reads(beneficiary, case, "payment_notice", "200,00", "300,00")

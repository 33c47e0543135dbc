"""A grant that runs is changed on request and never raised; given up, it is returned (REV-02, REV-03, REV-17)."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from accounting.models import Budget, Recovery
from accounting.watch import grants as ledger_faults
from grants import changing, reporting, services
from grants.models import Change
from grants.services import aid
from parties import moment
from tests.accounting.books import firm, granted_to
from tests.grants.acts.act_pages import fresh
from tests.grants.awarding import accepted, reported, with_expense
from tests.grants.judged import send
from tests.grants.test_recalls import paid
from tests.office import make_space
from workflows.tasks import open_tasks, perform

pytestmark = pytest.mark.django_db
WHY = {"reason": "Lo spazio chiude per lavori."}


@pytest.fixture
def case(office):
    """A firm's grant of 600,00, accepted."""
    return accepted(office, granted_to(office, firm("Alfa srl"), "enterprise"))


def day(days: int) -> str:
    return f"{moment.today() + timedelta(days=days):%d/%m/%Y}"


def ask(as_user, case, kind: str, **typed):
    """Ask for a change by its page."""
    page = reverse("grants:ask_change", args=[case.pk, kind])
    sent = {"seen_version": str(fresh(case).version)} | WHY | typed
    return as_user(case.opened_by).post(page, sent)


def decide(as_user, person, case, act: str = "authorise_change", reason: str = "Motivi fondati."):
    return send(as_user(person), fresh(case), act, reason=reason)


def pots() -> tuple[str, str]:
    assert list(ledger_faults()) == []
    budget = Budget.objects.get()
    return str(budget.available), str(budget.granted)


def test_REV_02_a_change_is_asked_looked_at_and_authorised_with_its_letter(office, as_user, case):
    space = make_space("Altra Officina")
    shown = as_user(case.opened_by).get(reverse("grants:changes", args=[case.pk]))
    assert reverse("grants:ask_change", args=[case.pk, "spazio"]) in shown.content.decode()

    assert ask(as_user, case, "spazio", space=space.pk).status_code == 302
    case = fresh(case)
    assert (case.status, case.closed_at) == ("change_asked", None)
    assert [task.flow_task.name for task in open_tasks(case)] == ["decide_change"]
    asked = Change.objects.get()
    assert asked.protocol.subject.startswith("Richiesta: cambio di spazio")
    office_page = as_user(office.procedure_owner).get(
        reverse("workflows:office_case", args=[case.pk])
    )
    assert "Altra Officina" in office_page.content.decode()

    assert decide(as_user, office.procedure_owner, case).status_code == 302
    case = fresh(case)
    assert (case.status, case.space, case.granted) == ("granted", space, Decimal("600.00"))
    assert open_tasks(case) == []
    letter = case.letters.get(kind="variation_authorised")
    assert letter.state != "held"
    assert "Motivi fondati." in letter.text
    assert "Altra Officina" in str(letter.values)
    assert pots() == ("59400.00", "600.00")


def test_EXP_01_after_another_space_each_invoice_is_held_against_the_space_of_its_day(
    office, as_user, case
):
    old, new = case.space.manager, make_space("Altra Officina")
    ask(as_user, case, "spazio", space=new.pk)
    decide(as_user, office.procedure_owner, case)
    yesterday = moment.today() - timedelta(days=1)
    Change.objects.update(decided_at=moment.now())
    case = fresh(case)
    case.period_from = yesterday - timedelta(days=9)
    case.save(update_fields=["period_from"])
    for number, manager, on in (
        ("1", old, yesterday),
        ("2", new.manager, moment.today()),
        ("3", old, moment.today()),
    ):
        with_expense(
            case, number=number, supplier=manager.vat_number, issued_on=on, paid_on=moment.today()
        )

    accounts = reporting.Accounts(fresh(case), fresh(case).report)
    against = {
        row["expense"].number: [one.rule for one in row["against"] if one.rule == "EXP-01"]
        for row in accounts.rows
    }
    assert against == {"1": [], "2": [], "3": ["EXP-01"]}


def test_REV_02_the_period_is_changed_within_the_months_of_the_call(office, as_user, case):
    first, last = case.period_from + timedelta(days=5), case.period_to + timedelta(days=5)
    page = ask(as_user, case, "periodo", first_day=f"{first:%d/%m/%Y}", last_day=day(4000))
    assert (page.status_code, fresh(case).status) == (409, "granted")
    assert not Change.objects.exists()

    ask(as_user, case, "periodo", first_day=f"{first:%d/%m/%Y}", last_day=f"{last:%d/%m/%Y}")
    decide(as_user, office.director, case)
    case = fresh(case)
    assert (case.period_from, case.period_to) == (first, last)


def test_REV_02_a_suspension_adds_its_days_at_the_end(office, as_user, case):
    before, due = case.period_to, reporting.due_on(case)
    first = case.period_from + timedelta(days=10)
    typed = {
        "first_day": f"{first:%d/%m/%Y}",
        "last_day": f"{first + timedelta(days=13):%d/%m/%Y}",
    }
    ask(as_user, case, "sospensione", **typed)
    decide(as_user, office.procedure_owner, case)

    case = fresh(case)
    assert (case.period_to - before).days == 14
    assert reporting.due_on(case) > due
    assert "Sospensione" in str(case.letters.get(kind="variation_authorised").values)


def test_REV_03_one_extension_in_time_moves_the_term_of_the_report(office, as_user, case):
    due = reporting.due_on(case)
    late = {"report_until": f"{due + timedelta(days=91):%d/%m/%Y}"}
    assert ask(as_user, case, "proroga", **late).status_code == 409

    until = due + timedelta(days=30)
    ask(as_user, case, "proroga", report_until=f"{until:%d/%m/%Y}")
    decide(as_user, office.procedure_owner, case)
    case = fresh(case)
    assert reporting.due_on(case) == until
    assert case.letters.get(kind="extension_authorised").state != "held"

    again = ask(as_user, case, "proroga", report_until=f"{until + timedelta(days=1):%d/%m/%Y}")
    assert again.status_code == 409
    assert "Una proroga è già stata concessa" in again.content.decode()


def test_REV_02_a_lower_spend_lowers_the_grant_and_frees_the_rest(office, as_user, case):
    line = case.lines.get()
    raised = ask(as_user, case, "spesa", **{f"line_{line.pk}": "1.200,01"})
    assert (raised.status_code, fresh(case).status) == (409, "granted")

    assert ask(as_user, case, "spesa", **{f"line_{line.pk}": "1.000,00"}).status_code == 302
    assert pots() == ("59400.00", "600.00")
    decide(as_user, office.procedure_owner, case)

    case = fresh(case)
    assert (case.granted, case.lines.get().admitted) == (Decimal("500.00"), Decimal("1000.00"))
    assert case.aid_entries.get().amount == Decimal("500.00")
    assert pots() == ("59500.00", "500.00")
    letter = case.letters.get(kind="variation_authorised")
    assert "500,00" in letter.text
    # What is reported then rests on the spend that was authorised (AMT-05).
    assert reporting.final_of(case, Decimal("1000.00")).amount == Decimal("500.00")


def test_RNA_07_a_change_of_the_amount_wants_its_COVAR_before_the_act(office, as_user, case):
    type(office.call).objects.update(aid_code="CAR-1")
    case = fresh(case)
    today = moment.today()
    aid.register_aid(
        case, by=office.officer, kind="cor", code="7", on=today, amount=Decimal("600.00")
    )
    line = case.lines.get()
    ask(as_user, case, "spesa", **{f"line_{line.pk}": "1.000,00"})

    page = decide(as_user, office.procedure_owner, case)
    assert (page.status_code, fresh(case).granted) == (422, Decimal("600.00"))
    assert "Manca il COVAR" in page.content.decode()
    aid.register_aid(
        fresh(case), by=office.officer, kind="covar", code="8", on=today, amount=Decimal("500.00")
    )
    assert decide(as_user, office.procedure_owner, case).status_code == 302
    assert "COVAR 8" in fresh(case).letters.get(kind="variation_authorised").text


def test_REV_02_a_request_is_taken_back_and_another_may_follow(office, as_user, case):
    typed = {"report_until": f"{reporting.due_on(case) + timedelta(days=3):%d/%m/%Y}"}
    ask(as_user, case, "proroga", **typed)
    assert ask(as_user, case, "proroga", **typed).status_code in {302, 409}
    assert Change.objects.count() == 1

    as_user(case.opened_by).post(reverse("grants:take_change_back", args=[case.pk]))
    case = fresh(case)
    assert (case.status, open_tasks(case)) == ("granted", [])
    assert Change.objects.get().state == "taken_back"
    assert ask(as_user, case, "proroga", **typed).status_code == 302


def test_REV_02_who_only_examines_or_asks_does_not_decide(office, as_user, case):
    ask(
        as_user,
        case,
        "proroga",
        report_until=f"{reporting.due_on(case) + timedelta(days=3):%d/%m/%Y}",
    )

    for person in (office.officer, office.accountant, case.opened_by):
        page = decide(as_user, person, case)
        assert page.status_code in {403, 404, 409, 422}
    assert fresh(case).status == "change_asked"


def test_REV_02_nothing_is_changed_before_the_deed_or_after_the_report(office, as_user):
    early = granted_to(office, firm("Alfa srl"), "enterprise")
    late = reported(office, granted_to(office, firm("Beta srl"), "enterprise"))

    for one in (early, late):
        assert not changing.may_ask(fresh(one))
        before = fresh(one).status
        ask(as_user, one, "proroga", report_until=day(30))
        assert fresh(one).status == before
    assert not Change.objects.exists()


def test_REV_17_a_grant_that_is_given_up_frees_its_money_with_a_letter(office, case):
    case = services.waive(fresh(case), by=case.opened_by, reason="Cambio attività.")

    assert case.status == "waived"
    assert pots() == ("60000.00", "0.00")
    letter = case.letters.get(kind="waiver_acknowledgement")
    assert (letter.state != "held", "600,00" in letter.text) == (True, True)
    assert "Restituzione" not in letter.text


def test_REV_09_what_was_paid_comes_back_at_the_reference_rate_alone(office):
    case = paid(office)

    case = services.waive(fresh(case), by=case.opened_by)

    recovery = Recovery.objects.get()
    assert (recovery.principal, recovery.surcharge, recovery.rate_percent) == (
        Decimal("600.00"),
        Decimal("0.00"),
        Decimal("2.15"),
    )
    letter = case.letters.get(kind="waiver_acknowledgement")
    assert (letter.state != "held", "## Restituzione" in letter.text) == (True, True)
    assert list(ledger_faults()) == []


def test_REV_02_a_payment_on_its_way_and_a_report_wait_for_the_answer(office, as_user, case):
    typed = {"report_until": f"{reporting.due_on(case) + timedelta(days=3):%d/%m/%Y}"}
    ask(as_user, case, "proroga", **typed)

    answer = as_user(case.opened_by).get(reverse("grants:report", args=[case.pk]))
    assert answer.url == reverse("workflows:case", args=[case.pk])
    answered = perform(fresh(case), "authorise_change", by=office.director, reason="Va bene.")
    assert answered.status == "granted"


def test_REV_02_an_invoice_of_a_day_on_which_the_grant_stood_still_is_not_admitted(
    office, as_user, case
):
    today = moment.today()
    Change.objects.create(
        contribution=case,
        kind="suspension",
        reason="Lavori nello spazio.",
        first_day=today - timedelta(days=3),
        last_day=today - timedelta(days=1),
        state="authorised",
        decided_at=moment.now(),
    )
    for number, days in (("1", 4), ("2", 3), ("3", 1), ("4", 0)):
        with_expense(case, number=number, issued_on=today - timedelta(days=days), paid_on=today)

    accounts = reporting.Accounts(fresh(case), fresh(case).report)
    against = {
        row["expense"].number: [
            one.rule for one in reporting.stands_against(row["outcomes"]) if one.rule == "REV-02"
        ]
        for row in accounts.rows
    }
    assert against == {"1": [], "2": ["REV-02"], "3": ["REV-02"], "4": []}

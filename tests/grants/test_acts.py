"""Every act of the office through its page: done, refused, stale, and by those who may not."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from accounting.models import Budget
from accounting.services import ledger
from grants.filing import LineData
from grants.models import Status
from parties import moment
from parties.models import RoleAssignment
from parties.roles import Role
from workflows.models import Case, CaseTerm, HistoryEntry, IntegrationItem
from workflows.services.integrations import Asked
from workflows.tasks import hand_over, open_tasks, perform

pytestmark = pytest.mark.django_db


def address(case, name):
    return reverse("workflows:act", args=[case.pk, name])


def fresh(case):
    return Case.objects.get(pk=case.pk).specific


def words(response):
    return " ".join(response.content.decode().split())


def fields_of(response):
    """Return what a browser would send back unchanged."""
    form = response.context["form"]
    return {
        bound.html_name: bound.value() for bound in form if bound.value() not in (None, "", False)
    }


def submit(client, case, name, **typed):
    page = client.get(address(case, name))
    return client.post(address(case, name), fields_of(page) | typed)


def two_lines():
    line = LineData("desk_rent", "Postazione", "month", Decimal(6), Decimal(200), Decimal(22))
    return [replace(line, list_price=Decimal(200)), replace(line, description="Sala riunioni")]


def noticed(office, **changes):
    """Return a case whose applicant has answered one of two reasons against."""
    case = perform(
        office.examined(**changes),
        "give_refusal_notice",
        by=office.officer,
        grounds=[("COW-08", "Preventivo illeggibile."), ("COW-10", "Progetto generico.")],
    )
    first = case.refusal_grounds.first()
    return perform(
        case, "file_observations", by=case.opened_by, observations={first.pk: "Eccolo leggibile."}
    )


def integration(**changes):
    """Return what an officer types to ask for two things."""
    return {
        "reason": "Il preventivo non si legge.",
        "item_0": "document:quote",
        "explanation_0": "Manca la seconda pagina.",
        "item_1": "field:period",
        "explanation_1": "Le date non coincidono con il preventivo.",
    } | changes


# Asking for an integration


def test_integration_asks_for_items_and_starts_the_term(office, as_user):
    case = office.examined()

    response = submit(as_user(office.officer), case, "request_integration", **integration())

    assert response.status_code == 302
    case = fresh(case)
    assert case.status == Status.INTEGRATION_REQUESTED
    assert list(IntegrationItem.objects.values_list("target", "code", "explanation")) == [
        ("document", "quote", "Manca la seconda pagina."),
        ("field", "period", "Le date non coincidono con il preventivo."),
    ]
    assert CaseTerm.objects.filter(case=case, kind="integration", ended_at=None).count() == 1


def test_integration_asks_for_a_document_that_the_call_does_not_know(office, as_user):
    case = office.examined()
    typed = integration(item_1="free", title_1="Permesso di soggiorno")

    submit(as_user(office.officer), case, "request_integration", **typed)

    item = IntegrationItem.objects.get(label="Permesso di soggiorno")
    assert (item.target, item.code) == ("document", "other-permesso-di-soggiorno")


def test_integration_page_shows_letter_term_and_due_date_before(office, as_user):
    case = office.examined()

    response = as_user(office.officer).get(address(case, "request_integration"))

    preview = response.context["preview"]
    assert preview["letter"]["addressee"] == case.applicant.name
    assert preview["ledger"] == []
    assert len(preview["terms"]) == 2
    assert "SOC-01" in preview["terms"][0]
    assert Case.objects.get(pk=case.pk).version == case.version


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (integration(item_0="", explanation_0="", item_1="", explanation_1=""), ["__all__"]),
        (integration(explanation_0=""), ["explanation_0"]),
        (integration(item_0=""), ["item_0"]),
        (integration(item_1="document:quote"), ["item_1"]),
        (integration(item_1="free"), ["title_1"]),
        (integration(item_1="field:status"), ["item_1"]),
        (integration(reason=" "), ["reason"]),
        (integration(explanation_0="x" * 1001), ["explanation_0"]),
    ],
    ids=["nothing", "no words", "no item", "twice", "no title", "stranger", "no reason", "long"],
)
def test_integration_is_refused_beside_the_field_and_keeps_what_was_typed(
    office, as_user, typed, wrong
):
    case = office.examined()

    response = submit(as_user(office.officer), case, "request_integration", **typed)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == wrong
    if typed["explanation_1"]:
        assert typed["explanation_1"] in words(response)
    assert fresh(case).status == Status.UNDER_EXAMINATION


def test_integration_gets_one_more_row_without_script_and_keeps_the_typing(office, as_user):
    case = office.examined()
    client = as_user(office.officer)

    response = client.post(
        address(case, "request_integration"),
        integration(seen_version=case.version, number_of_rows=3, more="1"),
    )

    form = response.context["form"]
    assert (response.status_code, form.row_count, form.errors) == (200, 4, {})
    assert form["explanation_0"].value() == "Manca la seconda pagina."
    assert fresh(case).status == Status.UNDER_EXAMINATION


# Proposing admission


def test_admission_proposes_what_the_admitted_lines_give(office, as_user):
    case = office.examined(lines=two_lines(), requested=Decimal("1200.00"))
    first, second = case.lines.all()
    typed = {
        f"admitted_{second.pk}": "600.00",
        f"cut_{second.pk}": "not_quoted",
        f"cut_text_{second.pk}": "solo tre mesi",
    }

    response = submit(as_user(office.officer), case, "propose_admission", **typed)

    assert response.status_code == 302
    case = fresh(case)
    assert (case.status, case.proposed) == (Status.ADMISSION_PROPOSED, Decimal("900.00"))
    assert list(case.lines.values_list("admitted", "cut_reason")) == [
        (Decimal("1200.00"), ""),
        (
            Decimal("600.00"),
            "AMT-03: spesa non documentata dal preventivo – solo tre mesi",
        ),
    ]
    assert first.admitted is None


def test_admission_never_proposes_more_than_was_asked_for(office, as_user):
    case = office.examined(requested=Decimal("250.00"))

    submit(as_user(office.officer), case, "propose_admission")

    assert fresh(case).proposed == Decimal("250.00")


@pytest.mark.parametrize(
    ("amount", "cut", "wrong"),
    [
        ("1200.01", "", "admitted"),
        ("-1", "", "admitted"),
        ("", "", "admitted"),
        ("100.001", "vat", "admitted"),
        ("1100", "", "cut"),
        ("1100", "other", "cut_text"),
        ("1100", "invented", "cut"),
    ],
)
def test_AMT_03_admission_holds_each_line_and_its_cut(office, as_user, amount, cut, wrong):
    case = office.examined()
    line = case.lines.get()
    typed = {f"admitted_{line.pk}": amount, f"cut_{line.pk}": cut}

    response = submit(as_user(office.officer), case, "propose_admission", **typed)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [f"{wrong}_{line.pk}"]
    assert fresh(case).status == Status.UNDER_EXAMINATION
    assert case.lines.get().admitted is None


def test_AMT_01_admission_under_the_minimum_is_refused_by_its_rule(office, as_user):
    case = office.examined()
    line = case.lines.get()
    typed = {f"admitted_{line.pk}": "399.99", f"cut_{line.pk}": "window"}

    response = submit(as_user(office.officer), case, "propose_admission", **typed)

    assert response.status_code == 422
    assert "(AMT-01)" in words(response)
    assert case.lines.get().admitted is None


def test_admission_amount_is_worked_out_again_and_nothing_is_done(office, as_user):
    case = office.examined()
    line = case.lines.get()
    client = as_user(office.officer)

    response = client.post(
        address(case, "propose_admission"),
        {"seen_version": case.version, f"admitted_{line.pk}": "1000", "recompute": "1"},
    )

    assert response.context["form"].outcome()["amount"] == Decimal("500.00")
    assert "500,00 €" in words(response)
    assert fresh(case).status == Status.UNDER_EXAMINATION


def test_admission_is_offered_as_closed_while_a_rule_stands_against_it(office, as_user):
    case = office.examined()
    office.space.qualifications.update(standing="suspended")
    client = as_user(office.officer)

    page = client.get(address(case, "propose_admission"))
    assert "COW-03" in {check["rule_id"] for check in page.context["blocking"]}
    response = submit(client, case, "propose_admission")

    assert response.status_code == 422
    assert "(COW-03)" in words(response)


# Reasons against


def test_notice_starts_from_what_the_rules_say(office, as_user):
    line = LineData("desk_rent", "Postazione", "month", Decimal(6), Decimal(300), Decimal(22))
    case = office.examined(lines=[replace(line, list_price=Decimal(200))])

    page = as_user(office.officer).get(address(case, "give_refusal_notice"))

    form = page.context["form"]
    assert form.row_count == 2
    assert form["rule_0"].value() == "COW-07"
    assert "supera il listino" in form["text_0"].value()


def test_notice_tells_every_reason(office, as_user):
    case = office.examined()
    typed = {"rule_0": "COW-10", "text_0": "Il progetto non dice che cosa si farà."}

    response = submit(as_user(office.officer), case, "give_refusal_notice", **typed)

    assert response.status_code == 302
    case = fresh(case)
    assert case.status == Status.REFUSAL_NOTICE
    assert list(case.refusal_grounds.values_list("rule", "text")) == [
        ("COW-10", "Il progetto non dice che cosa si farà.")
    ]


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, "__all__"),
        ({"text_0": "Senza regola."}, "rule_0"),
        ({"rule_0": "PROC-T2", "text_0": "L'istruttoria ha richiesto troppo tempo."}, "rule_0"),
    ],
)
def test_PRE_01_and_PRE_10_notice_wants_reasons_that_are_not_the_offices(
    office, as_user, typed, wrong
):
    case = office.examined()

    response = submit(as_user(office.officer), case, "give_refusal_notice", **typed)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [wrong]
    assert fresh(case).refusal_grounds.count() == 0


def test_PRE_05_refusal_proposal_answers_observations_and_lets_reasons_fall(office, as_user):
    case = noticed(office)
    first, second = case.refusal_grounds.all()
    typed = {f"answer_{first.pk}": "Ora si legge.", f"stands_{first.pk}": "no"}

    response = submit(as_user(office.officer), case, "propose_refusal", **typed)

    assert response.status_code == 302
    case = fresh(case)
    assert case.status == Status.REFUSAL_PROPOSED
    assert list(case.refusal_grounds.values_list("answer", "upheld")) == [
        ("Ora si legge.", False),
        ("", True),
    ]
    assert second.observation == ""


def test_PRE_05_refusal_proposal_without_an_answer_is_refused(office, as_user):
    case = noticed(office)
    first = case.refusal_grounds.first()

    response = submit(as_user(office.officer), case, "propose_refusal")

    assert list(response.context["form"].errors) == [f"answer_{first.pk}"]
    assert fresh(case).status == Status.OBSERVATIONS_RECEIVED


def test_PRE_01_refusal_proposal_without_a_standing_reason_is_refused(office, as_user):
    case = noticed(office)
    first, second = case.refusal_grounds.all()
    typed = {
        f"answer_{first.pk}": "Ora si legge.",
        f"stands_{first.pk}": "no",
        f"stands_{second.pk}": "no",
    }

    response = submit(as_user(office.officer), case, "propose_refusal", **typed)

    assert list(response.context["form"].errors) == ["__all__"]
    assert fresh(case).status == Status.OBSERVATIONS_RECEIVED


# Deciding


def test_grant_shows_the_ledger_before_and_after_and_binds_the_money(office, as_user):
    case = office.proposed()
    client = as_user(office.director)

    page = client.get(address(case, "grant"))
    assert [(row["before"], row["after"]) for row in page.context["preview"]["ledger"]] == [
        (Decimal("60000.00"), Decimal("59400.00")),
        (Decimal("0.00"), Decimal("0.00")),
        (Decimal("0.00"), Decimal("600.00")),
    ]
    response = client.post(address(case, "grant"), fields_of(page), follow=True)

    assert fresh(case).status == Status.GRANTED
    budget = Budget.objects.get()
    assert (budget.available, budget.granted) == (Decimal("59400.00"), Decimal("600.00"))
    assert response.status_code == 200


def test_refuse_ends_the_case(office, as_user):
    case = noticed(office)
    answers = {ground.pk: "Resta." for ground in case.refusal_grounds.all()}
    case = perform(case, "propose_refusal", by=office.officer, answers=answers)

    response = submit(as_user(office.director), case, "refuse")

    assert response.status_code == 302
    assert fresh(case).status == Status.REFUSED


def test_PROC_10_sending_back_says_why(office, as_user):
    case = office.proposed()
    client = as_user(office.director)

    response = submit(client, case, "send_back", reason="  ")
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["reason"])
    response = submit(client, case, "send_back", reason="Manca il confronto con il listino.")

    assert response.status_code == 302
    assert fresh(case).status == Status.UNDER_EXAMINATION
    assert HistoryEntry.objects.last().reason == "Manca il confronto con il listino."


def short_of_money(office, left):
    case = office.proposed()
    other = office.file()
    ledger.reserve(other, Decimal("60000.00") - left, by=None, description="Impegno di prova")
    return case


def test_RANK_12_partial_offer_reserves_what_is_left(office, as_user):
    case = short_of_money(office, Decimal("250.00"))

    response = submit(as_user(office.director), case, "offer_partial")

    assert response.status_code == 302
    case = fresh(case)
    assert (case.status, case.offered) == (Status.PARTIAL_OFFERED, Decimal("250.00"))


def test_CALL_08_grant_without_funds_is_refused_by_its_rule(office, as_user):
    case = short_of_money(office, Decimal("250.00"))

    response = submit(as_user(office.director), case, "grant")

    assert response.status_code == 422
    assert "(CALL-08)" in words(response)
    assert fresh(case).status == Status.ADMISSION_PROPOSED


def test_RANK_17_waiting_list_and_RANK_13_recall(office, as_user):
    case = short_of_money(office, Decimal("0.00"))

    assert submit(as_user(office.director), case, "put_on_waiting_list").status_code == 302
    case = fresh(case)
    assert case.status == Status.WAITING_LIST

    response = submit(as_user(office.officer), case, "recall_from_waiting_list")
    assert "(RANK-13)" in words(response)
    ledger.endow(office.call, Decimal("5000.00"), by=None, description="Rifinanziamento")
    response = submit(as_user(office.officer), case, "recall_from_waiting_list")

    assert response.status_code == 302
    assert fresh(case).status == Status.ADMISSION_PROPOSED


def asked_and_silent(office):
    return perform(
        office.examined(),
        "request_integration",
        by=office.officer,
        items=[Asked("document", "quote", "Preventivo", "Illeggibile.")],
        reason="Serve.",
    )


@pytest.mark.parametrize(
    ("name", "kind", "status"),
    [
        ("close_integration", "integration", Status.UNDER_EXAMINATION),
        ("close_observations", "observations", Status.OBSERVATIONS_RECEIVED),
        ("close_offer", "acceptance", Status.WAITING_LIST),
    ],
)
def test_going_on_without_the_applicant_waits_for_the_term(office, as_user, name, kind, status):
    case = waiting_for_applicant(office, name)
    client = as_user(office.officer)

    refused = submit(client, case, name)
    assert refused.status_code == 422
    assert fresh(case).status == case.status
    past = moment.today() - timedelta(days=1)
    CaseTerm.objects.filter(case=case, kind=kind).update(
        starts_on=past - timedelta(days=10), due_on=past
    )
    response = submit(client, case, name)

    assert response.status_code == 302
    assert fresh(case).status == status


def waiting_for_applicant(office, name):
    if name == "close_integration":
        return asked_and_silent(office)
    if name == "close_observations":
        return perform(
            office.examined(),
            "give_refusal_notice",
            by=office.officer,
            grounds=[("COW-08", "Preventivo illeggibile.")],
        )
    case = short_of_money(office, Decimal("250.00"))
    return perform(case, "offer_partial", by=office.director)


# Who may not


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ACCOUNTANT, Role.DIRECTOR])
def test_examination_by_the_wrong_role_is_forbidden_with_words(office, as_user, role):
    case = office.examined()
    client = as_user(office.staff[role])

    page = client.get(address(case, "propose_admission"))
    response = client.post(address(case, "propose_admission"), {"seen_version": case.version})

    assert (page.status_code, response.status_code) == (403, 403)
    assert page.context["sentence"] in words(page)
    assert fresh(case).version == case.version


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ACCOUNTANT, Role.OFFICER])
def test_decision_by_the_wrong_role_is_forbidden_and_changes_nothing(office, as_user, role):
    case = office.proposed()

    response = as_user(office.staff[role]).post(
        address(case, "grant"), {"seen_version": case.version}
    )

    assert response.status_code == 403
    assert (fresh(case).version, Budget.objects.get().granted) == (case.version, Decimal("0.00"))


def test_ORG_09_whoever_examined_does_not_decide(office, as_user):
    RoleAssignment.objects.create(user=office.officer, role=Role.DIRECTOR)
    case = office.proposed()

    response = as_user(office.officer).post(address(case, "grant"), {"seen_version": case.version})

    assert response.status_code == 403
    assert fresh(case).status == Status.ADMISSION_PROPOSED


def test_applicants_acts_and_unknown_ones_are_not_found(office, as_user):
    case = office.examined()
    client = as_user(office.officer)

    for name in ("withdraw", "accept_partial", "submit", "delete"):
        assert client.post(address(case, name), {"seen_version": 1}).status_code == 404
    assert as_user(case.opened_by).post(address(case, "grant")).status_code == 403
    assert fresh(case).version == case.version


# Old pages


def test_stale_form_shows_what_changed_keeps_the_typing_and_goes_on(office, as_user):
    case = office.examined()
    client = as_user(office.officer)
    page = client.get(address(case, "request_integration"))
    case = perform(case, "propose_admission", by=office.officer, reason="Tutto in ordine.")
    case = perform(case, "send_back", by=office.director, reason="Rivedi il preventivo.")

    typed = fields_of(page) | integration()
    response = client.post(address(case, "request_integration"), typed)

    assert response.status_code == 409
    assert [row["name"] for row in response.context["changed"]["rows"]] == [
        "propose_admission",
        "send_back",
    ]
    assert "Rivedi il preventivo." in words(response)
    assert "Manca la seconda pagina." in words(response)
    assert fresh(case).status == Status.UNDER_EXAMINATION

    response = client.post(address(case, "request_integration"), fields_of(response))
    assert response.status_code == 302
    assert fresh(case).status == Status.INTEGRATION_REQUESTED


def test_stale_form_whose_act_is_no_longer_open_leads_back_to_the_case(office, as_user):
    case = office.examined()
    client = as_user(office.officer)
    typed = fields_of(client.get(address(case, "request_integration"))) | integration()
    perform(case, "propose_admission", by=office.officer)

    response = client.post(address(case, "request_integration"), typed)

    assert (response.status_code, response.context["offer"]) == (409, None)
    assert "Manca la seconda pagina." in words(response)
    assert fresh(case).status == Status.ADMISSION_PROPOSED


def test_act_in_a_colleagues_hands_says_whose(office, as_user):
    case = office.examined()
    [task] = open_tasks(case)
    hand_over(task, by=office.officer, to=office.procedure_owner)
    client = as_user(office.officer)

    page = client.get(address(case, "propose_admission"))
    response = client.post(
        address(case, "propose_admission"),
        {"seen_version": fresh(case).version, f"admitted_{case.lines.get().pk}": "1200"},
    )

    assert (page.status_code, response.status_code) == (409, 409)
    assert str(office.procedure_owner) in page.context["changed"]["sentence"]
    assert fresh(case).status == Status.UNDER_EXAMINATION


def test_form_without_its_version_is_refused(office, as_user):
    case = office.proposed()

    response = as_user(office.director).post(address(case, "grant"), {})

    assert response.status_code == 422
    assert fresh(case).status == Status.ADMISSION_PROPOSED

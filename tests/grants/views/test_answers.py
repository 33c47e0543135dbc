"""What the applicant does after filing, through the client."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from accounting.models import Budget
from grants import services
from grants.models import Status
from tests.grants import typed
from tests.office import build, pdf_file
from workflows.models import Draft
from workflows.services.integrations import Asked
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


def asked(office, *items):
    return perform(
        office.examined(),
        "request_integration",
        by=office.officer,
        reason="Manca qualcosa.",
        items=items,
    )


PROJECT = Asked("field", "project", "Progetto", "Scrivi quando inizi.")
PERIOD = Asked("field", "period", "Periodo", "Correggi le date.")
LINES = Asked("field", "lines", "Voci di spesa", "Correggi la quantità.")
QUOTE = Asked("document", "quote", "Preventivo", "Serve una copia leggibile.")


def integration_of(case):
    return reverse("grants:integration", args=[case.pk])


def answer(client, case, act="send", **fields):
    data = {"act": act, "seen_version": str(case.version)}
    for name, text in fields.items():
        data |= {name: text, f"rev-{name}": "0"}
    return client.post(integration_of(case), data)


def test_only_what_was_asked_for_is_open(office, as_user):
    case = asked(office, PROJECT, QUOTE)

    page = as_user(case.opened_by).get(integration_of(case)).content.decode()

    names = ("project", "network", "period_from")
    assert [f'name="{name}"' in page for name in names] == [True, False, False]
    assert "Scrivi quando inizi." in page
    assert ['id="doc-quote"' in page, 'id="doc-identity"' in page] == [True, False]


def test_answer_changes_the_case_and_returns_it_to_the_office(office, as_user):
    case = asked(office, PROJECT, PERIOD)
    start = case.period_from + timedelta(days=30)
    text = "L'attività comincia a marzo. " * 30

    response = answer(
        as_user(case.opened_by),
        case,
        project=text,
        period_from=f"{start:%d/%m/%Y}",
        period_to=case.period_to.isoformat(),
        network="Questo non era chiesto.",
    )

    case = typed.again(case)
    assert response.url == reverse("workflows:case", args=[case.pk])
    assert (case.status, case.project, case.period_from) == (
        Status.UNDER_EXAMINATION,
        text.strip(),
        start,
    )
    assert case.network == "Collaborazioni con gli altri professionisti dello spazio."


def test_wrong_answer_is_refused_beside_its_field_and_kept(office, as_user):
    case = asked(office, PROJECT)

    response = answer(as_user(case.opened_by), case, project="Breve.")

    case = typed.again(case)
    assert (response.status_code, case.status) == (422, Status.INTEGRATION_REQUESTED)
    assert 'id="id_project_error"' in response.content.decode()
    assert Draft.objects.get(case_id=case.pk).value("project") == "Breve."


def test_missing_document_is_pointed_at_and_may_be_left_out(office, as_user):
    case = asked(office, QUOTE)
    client = as_user(case.opened_by)

    first = answer(client, case)
    case = typed.again(case)
    assert (first.status_code, case.status) == (422, Status.INTEGRATION_REQUESTED)
    answer(client, case, act="anyway")

    case = typed.again(case)
    assert case.status == Status.UNDER_EXAMINATION


def test_asked_document_is_brought_and_filed(office, as_user):
    case = asked(office, QUOTE)
    client = as_user(case.opened_by)
    before = case.documents.filter(requirement="quote").count()

    client.post(
        reverse("grants:upload", args=[case.pk, "quote"]), {"file": pdf_file("leggibile.pdf")}
    )
    other = client.post(reverse("grants:upload", args=[case.pk, "identity"]), {"file": pdf_file()})
    answer(client, case)

    case = typed.again(case)
    quotes = case.documents.filter(requirement="quote", filed_at__isnull=False)
    assert (case.status, quotes.count(), other.status_code) == (
        Status.UNDER_EXAMINATION,
        before + 1,
        404,
    )


def test_lines_of_spend_are_reopened_and_replaced(office, as_user):
    case = asked(office, LINES)
    client = as_user(case.opened_by)
    page = client.get(integration_of(case))
    assert 'value="200"' in page.content.decode()
    line = {"item": str(office.desk.pk), "quantity": "8", "unit_price": "200"}
    data = {f"line-1-{name}": text for name, text in line.items()}
    data |= {f"rev-line-1-{name}": "1" for name in line}

    client.post(integration_of(case), data | {"act": "send", "seen_version": str(case.version)})

    case = typed.again(case)
    assert case.status == Status.UNDER_EXAMINATION
    assert list(case.lines.values_list("quantity", "unit_price")) == [
        (Decimal("8.00"), Decimal("200.00"))
    ]


def test_line_is_added_without_script(office, as_user):
    case = asked(office, LINES)
    client = as_user(case.opened_by)

    client.post(integration_of(case), {"act": "add:line"})

    assert 'id="line-2"' in client.get(integration_of(case)).content.decode()


def test_answer_written_in_two_windows_is_not_sent_before_a_choice(office, as_user):
    case = asked(office, PROJECT)
    client = as_user(case.opened_by)
    answer(client, case, act="save", project="Dalla prima finestra.")

    response = answer(client, case, project="Dalla seconda finestra. " * 30)

    assert (response.status_code, typed.again(case).status) == (409, Status.INTEGRATION_REQUESTED)
    assert Draft.objects.get(case_id=case.pk).value("project") == "Dalla prima finestra."


def test_stale_page_is_refused_and_nothing_is_lost(office, as_user):
    case = asked(office, PROJECT)
    text = "L'attività comincia a marzo. " * 30
    data = {"act": "send", "seen_version": "1", "project": text, "rev-project": "0"}

    response = as_user(case.opened_by).post(integration_of(case), data)

    case = typed.again(case)
    assert (response.status_code, case.status) == (409, Status.INTEGRATION_REQUESTED)
    assert Draft.objects.get(case_id=case.pk).value("project") == text


def test_integration_page_is_closed_when_nothing_is_asked(office, as_user):
    case = office.file()

    response = as_user(case.opened_by).get(integration_of(case))

    assert response.url == reverse("workflows:case", args=[case.pk])


def notified(office):
    return perform(
        office.examined(),
        "give_refusal_notice",
        by=office.officer,
        grounds=[("COW-08", "Preventivo illeggibile."), ("COW-02", "Sede fuori provincia.")],
    )


def test_observations_answer_each_reason(office, as_user):
    case = notified(office)
    first, second = case.refusal_grounds.all()
    client = as_user(case.opened_by)
    address = reverse("grants:observations", args=[case.pk])
    page = client.get(address)
    upload = reverse("grants:upload", args=[case.pk, "observations"])
    client.post(upload, {"file": pdf_file("prova.pdf")})

    client.post(
        address,
        {
            f"ground-{first.pk}": "Eccolo di nuovo.",
            f"rev-ground-{first.pk}": "0",
            f"ground-{second.pk}": "",
            f"rev-ground-{second.pk}": "0",
            "seen_version": str(case.version),
            "act": "send",
        },
    )

    case = typed.again(case)
    assert page.status_code == 200
    assert case.status == Status.OBSERVATIONS_RECEIVED
    assert list(case.refusal_grounds.values_list("observation", flat=True)) == [
        "Eccolo di nuovo.",
        "",
    ]
    assert case.documents.filter(requirement="observations", filed_at__isnull=False).exists()


def test_empty_observations_are_not_sent(office, as_user):
    case = notified(office)

    response = as_user(case.opened_by).post(
        reverse("grants:observations", args=[case.pk]), {"act": "send"}
    )

    case = typed.again(case)
    assert (response.status_code, case.status) == (422, Status.REFUSAL_NOTICE)


def test_observation_is_saved_as_it_is_typed(office, as_user):
    case = notified(office)
    ground = case.refusal_grounds.first()
    field = {"field": f"ground-{ground.pk}", "value": "Penso che", "revision": "0"}

    response = as_user(case.opened_by).post(reverse("grants:autosave", args=[case.pk]), field)

    assert (response.status_code, response.json()["revision"]) == (200, 1)


@pytest.fixture
def poor_office(law):
    """An office whose funds cover a part of one application."""
    return build(Decimal("100.00"))


def offered(office):
    return perform(office.proposed(), "offer_partial", by=office.director)


@pytest.mark.parametrize(
    ("act", "status", "granted"),
    [("accept", Status.GRANTED, Decimal("100.00")), ("decline", Status.WAITING_LIST, None)],
)
def test_offer_is_accepted_or_left(poor_office, as_user, act, status, granted):
    case = offered(poor_office)
    client = as_user(case.opened_by)
    address = reverse("grants:offer", args=[case.pk])
    assert "100,00 €" in client.get(address).content.decode()

    client.post(address, {"act": act, "seen_version": str(case.version)})

    case = typed.again(case)
    assert (case.status, case.granted) == (status, granted)


def test_stale_offer_is_refused_with_a_way_out(poor_office, as_user):
    case = offered(poor_office)

    response = as_user(case.opened_by).post(
        reverse("grants:offer", args=[case.pk]), {"act": "accept", "seen_version": "1"}
    )

    case = typed.again(case)
    assert (response.status_code, case.status) == (409, Status.PARTIAL_OFFERED)
    assert reverse("workflows:case", args=[case.pk]) in response.content.decode()


def test_withdrawal_asks_first_and_then_ends_the_case(office, as_user):
    case = office.examined()
    client = as_user(case.opened_by)
    address = reverse("grants:withdraw", args=[case.pk])

    client.get(address)
    case = typed.again(case)
    assert case.status == Status.UNDER_EXAMINATION
    client.post(address, {"reason": "Ho cambiato idea.", "seen_version": str(case.version)})

    case = typed.again(case)
    assert case.status == Status.WITHDRAWN
    assert case.history.last().reason == "Ho cambiato idea."


def test_REV_17_a_waiver_asks_first_and_then_frees_the_money(office, as_user):
    case = office.granted()
    client = as_user(case.opened_by)
    address = reverse("grants:waive", args=[case.pk])

    assert address in client.get(reverse("workflows:case", args=[case.pk])).content.decode()
    assert "600,00" in client.get(address).content.decode()
    client.post(address, {"reason": "Ho cambiato città.", "seen_version": str(case.version)})

    case = typed.again(case)
    assert (case.status, case.history.last().reason) == (Status.WAIVED, "Ho cambiato città.")
    assert Budget.objects.get().granted == 0


def test_REV_17_nothing_is_waived_twice_or_before_it_is_granted(office, as_user):
    case = office.proposed()
    client = as_user(case.opened_by)

    answers = [client.get(reverse("grants:waive", args=[case.pk]))]
    answers.append(client.post(reverse("grants:waive", args=[case.pk]), {"seen_version": "1"}))

    assert typed.again(case).status == Status.ADMISSION_PROPOSED
    assert answers[0].url == reverse("workflows:case", args=[case.pk])
    assert answers[1].status_code in {302, 409}


def test_decided_case_cannot_be_withdrawn(office, as_user):
    case = office.granted()

    response = as_user(case.opened_by).get(reverse("grants:withdraw", args=[case.pk]))

    assert response.url == reverse("workflows:case", args=[case.pk])


def test_draft_is_led_to_its_summary(office, as_user):
    case = services.open_draft(office.call, by=office.applicant())

    response = as_user(case.opened_by).get(reverse("grants:withdraw", args=[case.pk]))

    assert response.url == reverse("grants:review", args=[case.pk])


def test_text_of_an_ended_session_comes_back_to_the_integration(office, client, as_user):
    case = asked(office, PROJECT)
    client.post(integration_of(case), {"act": "save", "project": "Da capo.", "rev-project": "0"})

    as_user(case.opened_by).get(integration_of(case))

    assert Draft.objects.get(case_id=case.pk).value("project") == "Da capo."

"""The summary and the sending, through the client."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from grants import preview
from grants.forms.application import Application
from grants.models import RentContribution, Status
from tests.grants import typed
from workflows.models import HistoryEntry, ProtocolEntry

pytestmark = pytest.mark.django_db


def test_every_page_opens_for_its_owner(office, as_user):
    case = typed.draft(office)
    client = as_user(case.opened_by)
    pages = [reverse("grants:page", args=[case.pk, page.slug]) for page in Application(case).pages]
    addresses = [*pages, reverse("grants:review", args=[case.pk])]

    assert [client.get(address).status_code for address in addresses] == [200] * 7


def test_whole_application_is_sent_once_for_one_key(office, as_user):
    case = typed.draft(office)
    client = as_user(case.opened_by)
    review = client.get(reverse("grants:review", args=[case.pk]))
    key = {"submission_key": review.context["submission_key"]}
    address = reverse("grants:submit", args=[case.pk])

    answers = [client.post(address, key, follow=True) for _time in range(2)]

    assert review.context["problems"] == []
    sent = RentContribution.objects.get()
    assert sent.status == Status.SUBMITTED
    assert [answer.redirect_chain[-1][0] for answer in answers] == [
        reverse("grants:sent", args=[case.pk])
    ] * 2
    assert sent.number in answers[0].content.decode()


def submit(client, case, key=None):
    data = {"submission_key": key or str(uuid4())}
    return client.post(reverse("grants:submit", args=[case.pk]), data)


def test_summary_leads_every_problem_to_its_field(office, as_user):
    case = typed.draft(office, tax_code="RSSMRA80A01H501A", **{"line-1-quantity": ""})

    response = as_user(case.opened_by).get(reverse("grants:review", args=[case.pk]))

    pages = [reverse("grants:page", args=[case.pk, slug]) for slug in ("chi", "spese")]
    assert [problem["url"] for problem in response.context["problems"]] == [
        f"{pages[0]}?controlla=1&da=riepilogo#id_tax_code",
        f"{pages[1]}?controlla=1&da=riepilogo#id_line-1-quantity",
    ]


def test_incomplete_application_is_not_sent(office, as_user):
    case = typed.draft(office, project="")

    response = submit(as_user(case.opened_by), case)

    case = typed.again(case)
    assert (response.status_code, case.status) == (422, Status.DRAFT)
    assert ProtocolEntry.objects.count() == 0


def test_every_rule_is_shown_red_before_amber_before_green(office, as_user):
    case = typed.draft(office, **{"line-1-unit_price": "250,00"})

    response = as_user(case.opened_by).get(reverse("grants:review", args=[case.pk]))

    shown = [(one["verdict"], one["why"]["rule_id"]) for one in response.context["outcomes"]]
    assert shown[0] == ("warning", "COW-07")
    assert {verdict for verdict, _rule in shown[1:]} == {"met"}


def test_preview_says_what_the_filed_case_will_say(office, as_user):
    case = typed.draft(office, **typed.ENTERPRISE)
    application = Application(case)
    assert application.problems() == []
    before = preview.outcomes(
        case, application.filing(), application.space, application.loose_files
    )
    submit(as_user(case.opened_by), case)

    entry = HistoryEntry.objects.get(case=case, name="submit")

    assert [(o.rule, o.verdict.value, o.sentence) for o in before] == [
        (o["rule"], o["verdict"], o["sentence"]) for o in entry.outcomes
    ]


def test_RANK_05_call_closed_by_one_second_keeps_the_draft(office, as_user):
    case = typed.draft(office)
    client = as_user(case.opened_by)
    office.call.closes_at = timezone.now() - timedelta(seconds=1)
    office.call.save()

    response = submit(client, case)

    case = typed.again(case)
    assert (response.status_code, case.status) == (409, Status.DRAFT)
    sentence = "Il bando non è aperto: la domanda non può essere ricevuta."
    assert response.context["refused"].sentence == sentence
    assert response.context["is_blocked"] is True
    assert Application(case).problems() == []


def test_RANK_07_second_application_for_the_call_is_refused(office, as_user):
    first = typed.draft(office)
    client = as_user(first.opened_by)
    submit(client, first)
    second = typed.draft(office, first.opened_by)

    response = submit(client, second)

    assert (response.status_code, RentContribution.objects.get(pk=second.pk).status) == (
        409,
        Status.DRAFT,
    )


def test_tax_code_of_another_account_is_refused_on_its_field(office, as_user):
    case = typed.draft(office)
    other = office.file(number=office.count)
    assert other.opened_by != case.opened_by

    response = submit(as_user(case.opened_by), case)

    assert response.status_code == 422
    assert [problem["url"].partition("#")[2] for problem in response.context["problems"]] == [
        "id_tax_code"
    ]
    assert RentContribution.objects.get(pk=case.pk).status == Status.DRAFT


def test_bad_key_sends_nothing(office, as_user):
    case = typed.draft(office)

    response = submit(as_user(case.opened_by), case, "non-una-chiave")

    case = typed.again(case)
    assert (response.status_code, case.status) == (422, Status.DRAFT)


def test_confirmation_shows_number_protocol_receipt_and_digests(office, as_user):
    case = typed.draft(office)
    client = as_user(case.opened_by)
    submit(client, case)
    case = typed.again(case)

    page = client.get(reverse("grants:sent", args=[case.pk])).content.decode()

    files = case.documents.filter(origin="applicant")
    wanted = [case.number, case.protocol_in.mark, *(file.sha256 for file in files)]
    assert [text in page for text in wanted] == [True] * len(wanted)


def test_draft_has_no_confirmation(office, as_user):
    case = typed.draft(office)

    response = as_user(case.opened_by).get(reverse("grants:sent", args=[case.pk]))

    assert response.url == reverse("grants:review", args=[case.pk])


def test_sent_application_has_no_form_any_more(office, as_user):
    case = office.file()

    response = as_user(case.opened_by).get(reverse("grants:page", args=[case.pk, "chi"]))

    assert response.url == reverse("grants:sent", args=[case.pk])

"""The applicant's page of a case: where is it, whose move, by when, what now."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from accounting.models import Budget, LedgerEntry, Pot
from tests.grants.procedures import republish
from tests.office import make_user, pdf_file
from workflows.kinds import kind_of
from workflows.models import CaseTerm, Document
from workflows.services import documents
from workflows.services.integrations import Asked
from workflows.tasks import perform
from workflows.terms import Term, compute_term

pytestmark = pytest.mark.django_db

ASKED = [
    Asked("document", "quote", "Preventivo", "Manca la data."),
    Asked("field", "project", "Attività", "Di' che cosa farai."),
]


def page_of(case):
    return reverse("workflows:case", args=[case.pk])


def file_of(document, **query):
    return reverse("workflows:document", args=[document.pk], query=query or None)


def asked_for_more(office, items=ASKED):
    return perform(
        office.examined(),
        "request_integration",
        by=office.officer,
        items=items,
        reason="Il preventivo non è datato.",
    )


def with_notice(office):
    return perform(
        office.examined(),
        "give_refusal_notice",
        by=office.officer,
        grounds=[("COW-08", "Preventivo illeggibile.")],
    )


def offered(office):
    case = office.proposed()
    left = Budget.objects.get().available - case.proposed / 2
    use_up(left)
    return perform(case, "offer_partial", by=office.director)


def use_up(amount):
    """Take so much away from the funds."""
    LedgerEntry.objects.create(
        budget=Budget.objects.get(),
        source=Pot.AVAILABLE,
        target=Pot.OUTSIDE,
        amount=amount,
        description="Definanziamento",
    )


def begin_earlier(term, start):
    """Let the term have begun earlier, reckoned by the engine itself."""
    moved = compute_term(start, Term.from_dict(term.reckoning).rule)
    term.starts_on, term.due_on, term.reckoning = start, moved.due, moved.to_dict()
    term.save()


def test_page_answers_where_whose_move_and_by_when_while_the_office_examines(as_user, office):
    case = office.examined()

    context = as_user(case.opened_by).get(page_of(case)).context

    assert context["words"].moves == "office"
    assert context["deadline"]["due"] == case.due_on
    assert (context["can_withdraw"], context["office_is_late"]) == (True, False)


@pytest.mark.parametrize(
    ("situation", "answer"),
    [
        (asked_for_more, "grants:integration"),
        (with_notice, "grants:observations"),
        (offered, "grants:offer"),
    ],
)
def test_page_leads_to_the_answer_when_the_move_is_the_applicants(
    as_user, office, situation, answer
):
    case = situation(office)

    page = as_user(case.opened_by).get(page_of(case))

    assert page.context["words"].moves == "you"
    assert page.context["deadline"]["kind"] != CaseTerm.Kind.CONCLUSION
    assert f'href="{reverse(answer, args=[case.pk])}"' in page.content.decode()


@pytest.mark.parametrize("situation", ["file", "examined", "proposed"])
def test_page_leads_to_withdrawal_before_the_decision(as_user, office, situation):
    case = getattr(office, situation)()

    page = as_user(case.opened_by).get(page_of(case))

    assert f'href="{reverse("grants:withdraw", args=[case.pk])}"' in page.content.decode()


def test_page_of_a_granted_case_asks_nothing_and_shows_the_amount(as_user, office):
    case = office.granted()

    page = as_user(case.opened_by).get(page_of(case))

    assert (page.context["deadline"], page.context["can_withdraw"]) == (None, False)
    assert [fact["value"] for fact in page.context["amounts"]] == ["600,00 €", "600,00 €"]
    assert reverse("grants:withdraw", args=[case.pk]) not in page.content.decode()


def test_timeline_says_what_happened_where_we_are_and_what_comes(as_user, office):
    case = asked_for_more(office)

    events = as_user(case.opened_by).get(page_of(case)).context["events"]

    # Then the way that the model declares: back under examination, decided, granted.
    assert [event["state"] for event in events] == ["past", "past", "here", *["future"] * 5]
    assert [event["day"] for event in events[3:]] == [
        *sorted(term.due_on for term in case.terms.filter(ended_at__isnull=True)),
        *[None] * 3,
    ]
    words = kind_of(case).applicant_words
    assert [event["title"] for event in events[5:]] == [
        words[status].label for status in ("under_examination", "admission_proposed", "granted")
    ]


def test_page_does_not_tell_the_proposal_before_the_decision(as_user, office):
    republish(office, prenotice={"cuts": "off"})
    case = office.examined(requested=Decimal("450.00"))
    line = case.lines.get()
    case = perform(
        case,
        "propose_admission",
        by=office.officer,
        admitted={line.pk: (Decimal("1000.00"), "Voce ridotta dal controllo.")},
    )

    text = as_user(case.opened_by).get(page_of(case)).content.decode()

    assert "Voce ridotta dal controllo." not in text
    case = perform(case, "grant", by=office.director)
    text = as_user(case.opened_by).get(page_of(case)).content.decode()
    assert "Voce ridotta dal controllo." in text


def test_page_shows_requests_item_by_item(as_user, office):
    case = asked_for_more(office)

    text = as_user(case.opened_by).get(page_of(case)).content.decode()

    assert "Manca la data." in text
    assert "Il preventivo non è datato." in text


def test_page_shows_the_reasons_against_once_they_are_told(as_user, office):
    case = with_notice(office)

    assert "Preventivo illeggibile." in as_user(case.opened_by).get(page_of(case)).content.decode()


def test_page_tells_the_applicant_what_to_do_when_the_office_is_late(as_user, office):
    case = office.examined()
    begin_earlier(case.terms.get(), timezone.localdate() - timedelta(days=200))

    context = as_user(case.opened_by).get(page_of(case)).context

    assert context["office_is_late"] is True


def test_page_of_a_draft_leads_back_to_the_form(as_user, office):
    draft = office.draft()

    answer = as_user(draft.opened_by).get(page_of(draft))

    assert answer.status_code == 302
    assert answer["Location"].startswith(f"/domande/{draft.pk}/")


def test_page_sends_the_office_to_its_own_page(as_user, office):
    case = office.file()

    answer = as_user(office.officer).get(page_of(case))

    assert answer["Location"] == reverse("workflows:office_case", args=[case.pk])


def test_page_and_files_of_somebody_else_are_not_found(as_user, office):
    case, draft = office.file(), office.draft()
    client = as_user(make_user("curioso@example.org"))

    addresses = [page_of(case), page_of(draft)]
    addresses += [file_of(document) for document in Document.objects.all()]
    assert len(addresses) > 2
    assert [client.get(address).status_code for address in addresses] == [404] * len(addresses)


def test_page_and_files_ask_a_stranger_to_sign_in(client, office):
    case = office.file()
    document = case.documents.first()

    for address in (page_of(case), file_of(document)):
        assert client.get(address)["Location"].startswith(reverse("account_login"))


def test_drafts_are_not_found_by_the_office(as_user, office):
    draft = office.draft()
    client = as_user(office.officer)

    assert client.get(page_of(draft)).status_code == 404
    assert client.get(file_of(draft.documents.first())).status_code == 404


def test_file_is_shown_or_downloaded_by_its_owner_and_the_office(as_user, office):
    case = office.file()
    document = case.documents.get(requirement="quote")
    with document.file.open() as file:
        whole = file.read()

    for user in (case.opened_by, office.officer, office.accountant):
        client = as_user(user)
        shown, sent = client.get(file_of(document)), client.get(file_of(document, scarica=1))
        assert b"".join(shown) == b"".join(sent) == whole
        assert shown["Content-Disposition"] == 'inline; filename="quote.pdf"'
        assert sent["Content-Disposition"] == 'attachment; filename="quote.pdf"'
        assert shown["X-Content-Type-Options"] == "nosniff"


def test_file_not_handed_in_yet_is_seen_by_its_owner_alone(as_user, office):
    case = asked_for_more(office)
    loose = documents.attach(
        case,
        pdf_file("nuovo.pdf"),
        by=case.opened_by,
        requirement="quote",
        accepted=frozenset({"pdf"}),
        max_bytes=1_000_000,
    )

    assert as_user(office.officer).get(file_of(loose)).status_code == 404
    assert b"".join(as_user(case.opened_by).get(file_of(loose))).startswith(b"%PDF")
    perform(case, "answer_integration", by=case.opened_by)
    assert b"".join(as_user(office.officer).get(file_of(loose))).startswith(b"%PDF")


def test_file_that_the_store_has_lost_is_not_found(as_user, office, caplog):
    case = office.file()
    document = case.documents.first()
    document.file.storage.delete(document.file.name)

    assert as_user(case.opened_by).get(file_of(document)).status_code == 404
    assert "has lost its file" in caplog.text


@pytest.mark.parametrize("items", [ASKED[:1], ASKED])
def test_page_takes_the_same_queries_however_much_was_asked(
    as_user, office, items, django_assert_num_queries
):
    case = asked_for_more(office, items)
    client = as_user(case.opened_by)

    with django_assert_num_queries(27):
        assert client.get(page_of(case)).status_code == 200

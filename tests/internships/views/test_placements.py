"""Pages of an internship: each party sees its own version, and nothing passes by another way."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from internships.models import Deed, Internship, InternshipStatus, Signature
from internships.readiness import first_instant
from internships.rules.recipients import Category
from internships.rules.start import Actor
from internships.services.placements.signing import MOST_TRIES
from letters.models import Letter
from tests.internships import offering, placing
from tests.office import days_ago, pdf_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer(office):
    return offering.published(office, offering.open_call(office))


@pytest.fixture
def case(office, offer):
    return placing.opened(office, offer)


def url(name: str, case: Internship, *args) -> str:
    return reverse(f"internships:{name}", args=[case.pk, *args])


def rows(response) -> list[tuple[str, bool, bool]]:
    return [
        (one["checks"][0]["rule_id"], one["is_mine"], bool(one["url"]))
        for one in response.context["panel"]["rows"]
    ]


def test_each_party_sees_what_is_missing_with_its_own_buttons(office, case, as_user):
    case = placing.plan_sent(office, case)
    host, trainee = case.offer.opened_by, case.trainee.user
    page = url("internship", case)

    of_host, of_trainee = rows(as_user(host).get(page)), rows(as_user(trainee).get(page))
    assert "Registra la formazione" in as_user(host).get(page).content.decode()

    assert of_host == [
        ("R-DOC-03", True, True),
        ("R-INS-01", False, False),
        ("R-SAF-02", True, True),
        ("R-COB-06", True, False),
        ("R-PRO-08", True, False),
        ("R-COB-02", True, False),
    ]
    assert of_trainee == [(rule, False, False) for rule, _mine, _way in of_host]


def test_every_party_opens_the_papers_and_nobody_else(office, case, as_user):
    case = placing.convention_sent(office, case)
    page = url("internship_document", case, Deed.objects.get().document.pk)
    parties = (case.offer.opened_by, case.trainee.user, placing.account_of(case.promoter))

    answers = [as_user(user).get(page) for user in (*parties, office.applicant())]
    for answer in answers[:3]:
        answer.close()

    assert [answer.status_code for answer in answers] == [200, 200, 200, 404]


def test_a_stranger_finds_nothing(office, case, as_user):
    assert as_user(office.applicant()).get(url("internship", case)).status_code == 404


def test_the_list_asks_as_much_for_one_as_for_three(office, offer, as_user):
    client = as_user(offer.opened_by)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("internships:internships")).status_code == 200
        return len(queries)

    placing.opened(office, offer, placing.trainee(1))
    one = asked()
    for number in (2, 3):
        placing.opened(office, offer, placing.trainee(number))
    assert asked() == one


def test_the_intern_signs_with_the_code_that_came_by_mail(
    office, case, as_user, django_capture_on_commit_callbacks
):
    case = placing.plan_sent(office, case)
    placing.sign(office, case, "plan", Actor.HOST, Actor.HOST_TUTOR)
    deed = Deed.objects.get(kind="plan")
    page = url("internship_sign", case, deed.pk, "trainee")
    client = as_user(case.trainee.user)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(page, {"act": "send"})
    [message] = [one for one in mail.outbox if "codice" in one.subject]
    code = next(word for word in message.body.split() if word.isdigit() and len(word) == 6)

    wrong = client.post(page, {"act": "code", "code": "abcdef"})
    right = client.post(page, {"act": "code", "code": code})

    assert (wrong.status_code, "non è quello" in wrong.content.decode()) == (422, True)
    assert (right.status_code, deed.signatures.filter(actor="trainee").get().means) == (302, "code")


def test_a_code_is_good_for_so_many_tries(
    office, case, as_user, django_capture_on_commit_callbacks
):
    case = placing.convention_sent(office, case)
    deed = Deed.objects.get()
    client = as_user(case.offer.opened_by)
    page = url("internship_sign", case, deed.pk, "host")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(page, {"act": "send"})
    code = next(word for word in mail.outbox[-1].body.split() if word.isdigit() and len(word) == 6)

    for _try in range(MOST_TRIES):
        client.post(page, {"act": "code", "code": "000000" if code != "000000" else "111111"})
    answer = client.post(page, {"act": "code", "code": code})

    assert (answer.status_code, Signature.objects.count()) == (422, 0)


def test_DIG_07_the_paper_as_it_was_drawn_is_no_signature(office, case, as_user):
    case = placing.convention_sent(office, case)
    deed = Deed.objects.get()
    with deed.document.file.open("rb") as drawn:
        unsigned = pdf_file("convenzione.pdf")
        unsigned.file.seek(0)
        unsigned.file.truncate()
        unsigned.file.write(drawn.read())
        unsigned.size = unsigned.file.tell()
        unsigned.seek(0)
    page = url("internship_sign", case, deed.pk, "host")

    answer = as_user(case.offer.opened_by).post(page, {"act": "file", "file": unsigned})

    assert (answer.status_code, Signature.objects.count()) == (422, 0)
    assert "nessuno l&#x27;ha ancora firmato" in answer.content.decode()


def test_R_COB_02_a_late_communication_locks_the_start_by_direct_post_too(office, as_user):
    with days_ago(50):
        offer = offering.published(office, offering.open_call(office))
        case = placing.prepared(office, placing.opened(office, offer))
    late = first_instant(case.start) + timedelta(minutes=3)
    case = placing.communicated(office, case, sent_at=late)
    client = as_user(case.offer.opened_by)

    answer = client.post(url("internship_begin", case), follow=True)

    assert "(R-COB-02)" in answer.content.decode()
    assert Internship.objects.get().status == InternshipStatus.COMMUNICATED


def test_the_start_is_told_to_intern_host_and_promoter(office, as_user):
    with days_ago(50):
        offer = offering.published(office, offering.open_call(office))
        case = placing.communicated(office, placing.prepared(office, placing.opened(office, offer)))
    as_user(case.offer.opened_by).post(url("internship_begin", case))

    letter = Letter.objects.get(kind="internship_start")
    assert sorted(one.name for one in letter.deliveries.all()) == sorted(
        [case.trainee.name, case.host.name, case.promoter.party.name]
    )
    assert letter.document is not None


def test_no_letter_and_no_list_tells_of_the_condition(office, offer, as_user):
    case = placing.opened(
        office, offer, category=Category.DISABLED, evidence="Iscrizione riservata"
    )
    placing.plan_signed(office, case)
    client = as_user(offer.opened_by)

    told = "".join(str(one.text) + str(one.values) for one in Letter.objects.filter(case=case))
    told += client.get(reverse("internships:internships")).content.decode()
    told += client.get(url("internship", case)).content.decode()
    assert [word for word in ("E1", "Iscrizione riservata") if word in told] == []


def test_the_office_opens_an_internship_by_tax_code(office, offer, as_user):
    client = as_user(office.officer)
    page = reverse("internships:internship_open", args=[offer.pk])
    said = {
        "tax_code": placing.trainee(5).tax_code.lower(),
        "start": offer.start_from.isoformat(),
        "months": "6",
        "category": "A",
        "evidence": "DID n. 3",
        "evidence_on": "2026-01-10",
    }

    unknown = client.post(page, said | {"tax_code": "XXXXXX00X00X000X"})
    done = client.post(page, said)

    assert (unknown.status_code, done.status_code) == (422, 302)
    assert Internship.objects.get().trainee == placing.trainee(5)

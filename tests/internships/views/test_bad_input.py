"""What must not pass: each through its own page, with the rule's sentence and id, nothing saved half."""

import uuid
from dataclasses import asdict

import pytest
from django.urls import reverse

from internships import register
from internships.models import (
    Candidacy,
    CandidacyStatus,
    Day,
    Deed,
    Extension,
    HostOffer,
    Internship,
    OfferStatus,
    Signature,
)
from parties.services import record_person
from tests.internships import applying, offering, placing, running
from tests.internships.running import trainee_of
from tests.internships.typed import typed
from tests.internships.views.test_candidacy_form import filled as written_out
from tests.internships.views.test_offer_form import filled, send
from tests.office import pdf_file, person
from workflows.models import Document
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(office):
    return offering.open_call(office)


@pytest.fixture
def offer(office, call):
    return offering.published(office, call)


def page(name: str, *args) -> str:
    return reverse(f"internships:{name}", args=args)


def opening(offer: HostOffer, number: int) -> dict[str, str]:
    return {
        "tax_code": placing.trainee(number).tax_code,
        "start": offer.start_from.isoformat(),
        "months": "6",
        "category": "A",
        "evidence": "DID n. 3",
        "evidence_on": "2026-01-10",
    }


def test_R_ATT_02_an_absence_over_another_is_refused_whole(office, as_user):
    case = running.begun(office, 45)
    client = as_user(trainee_of(case))
    days = register.planned_days(case, case.months.get(number=1))
    absence = page("month_absence", case.pk, 1)
    first = {"first": days[0].isoformat(), "last": days[2].isoformat(), "absence": "MAL"}
    over = {"first": days[2].isoformat(), "last": days[4].isoformat(), "absence": "PER"}
    assert client.post(absence, first).status_code == 302

    answer = client.post(absence, over)

    assert (answer.status_code, Day.objects.count()) == (422, 3)
    assert "(R-ATT-02)" in answer.text


def test_R_DUR_11_an_extension_after_the_end_is_refused(office, as_user):
    case = running.begun(office, 200)

    answer = as_user(trainee_of(case)).post(
        page("internship_extension", case.pk),
        {
            "seen_version": case.version,
            "months": "2",
            "reason": "Altri obiettivi.",
            "competence_0": "Gestire",
            "level_0": "4",
        },
    )

    assert (Extension.objects.count(), Deed.objects.filter(kind="addendum").count()) == (0, 0)
    assert "(R-DUR-11)" in answer.text


def test_R_DOC_07_a_signature_out_of_order_is_refused_and_leaves_no_file(office, offer, as_user):
    case = placing.convention_sent(office, placing.opened(office, offer))
    deed = Deed.objects.get()
    client = as_user(placing.account_of(case.promoter))

    answer = client.post(
        page("internship_sign", case.pk, deed.pk, "promoter"),
        {"act": "file", "file": placing.scan()},
    )

    assert (answer.status_code, Signature.objects.count()) == (422, 0)
    assert "(R-DOC-07)" in answer.text
    assert not Document.objects.filter(case=case, requirement__startswith="firma").exists()


def test_DIG_07_a_file_in_the_place_of_a_signature_is_refused(office, offer, as_user):
    case = placing.convention_sent(office, placing.opened(office, offer))
    deed = Deed.objects.get()

    answer = as_user(offer.opened_by).post(
        page("internship_sign", case.pk, deed.pk, "host"), {"act": "file", "file": pdf_file()}
    )

    assert (answer.status_code, Signature.objects.count()) == (422, 0)
    assert "DIG-07" in answer.text


def test_R_TUT_01_an_offer_whose_tutor_is_at_the_limit_is_not_sent(office, call, as_user):
    case, client = filled(office, call, as_user)
    tutor = typed(office, office.count)["tutor"] | {"tutor_follows": "3"}
    send(client, case, "tutor", tutor)

    answer = client.post(page("offer_submit", case.pk), follow=True)

    assert HostOffer.objects.get(pk=case.pk).status == OfferStatus.DRAFT
    assert "R-TUT-01" in answer.text


def test_R_BAN_01_the_same_person_under_another_name_is_known_by_tax_code(
    office, call, offer, as_user
):
    placing.plan_signed(office, placing.opened(office, offer, placing.trainee(1)))
    twice = placing.trainee(1)
    twice.first_name, twice.last_name = "  MARIA  pia ", twice.last_name.upper()
    twice.save()
    client = as_user(office.officer)

    answer = client.post(page("internship_open", offer.pk), opening(offer, 1))

    assert (answer.status_code, Internship.objects.count()) == (422, 1)
    assert "(R-BAN-01)" in answer.text


def test_R_REC_07_a_second_host_does_not_get_the_same_person(office, call, offer, as_user):
    other = applying.elsewhere(office, call)
    client = as_user(office.officer)
    assert client.post(page("internship_open", offer.pk), opening(offer, 1)).status_code == 302

    answer = client.post(page("internship_open", other.pk), opening(other, 1))

    assert (answer.status_code, Internship.objects.count()) == (422, 1)
    assert "(R-REC-07)" in answer.text


def test_R_PUB_11_two_hosts_cannot_both_be_proposed_to_one_candidate(office, call, offer, as_user):
    other = applying.elsewhere(office, call)
    case = applying.interviewed(office, call, offer, other)
    applying.ranked(office, call, {case: 90})
    case = perform(
        Candidacy.objects.get(pk=case.pk),
        "propose_placement",
        by=office.director,
        offer=offer.pk,
        reason="Prova.",
    )
    act = reverse("workflows:act", args=[case.pk, "propose_placement"])

    answer = as_user(office.director).post(
        act, {"offer": other.pk, "reason": "Prova.", "seen_version": case.version}, follow=True
    )

    assert answer.status_code == 409
    assert "Questo passaggio non è più richiesto." in answer.text
    found = Candidacy.objects.get(pk=case.pk)
    assert (found.status, found.placement_id) == (CandidacyStatus.PROPOSED, offer.pk)


def test_R_BAN_01_a_candidacy_for_the_host_of_an_earlier_internship_is_not_sent(
    office, call, offer, as_user
):
    case, client = written_out(office, call, [offer], as_user)
    same = record_person(case.opened_by, **asdict(person(office.count)))
    placing.plan_signed(office, placing.opened(office, offer, same))
    host = offer.applicant
    host.name = "OFFICINE  VERDI  S.R.L."
    host.save()
    key = {"submission_key": str(uuid.uuid4())}

    answer = client.post(page("candidacy_submit", case.pk), key, follow=True)

    found = Candidacy.objects.get(pk=case.pk)
    assert (found.status, found.number) == (CandidacyStatus.DRAFT, None)
    assert "R-PUB-06" in answer.text

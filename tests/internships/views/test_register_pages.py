"""The pages of the register: written by the intern on a phone, confirmed, checked, paid."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from internships import register
from internships.forms.register import AbsenceForm
from internships.models import AllowanceDue, Day, Month, MonthStatus
from internships.services.register import hand_in
from parties import moment
from tests.internships import running
from tests.internships.running import host_of, trainee_of

pytestmark = pytest.mark.django_db

TYPED = {
    "in_1": "08:00",
    "out_1": "12:00",
    "in_2": "13:00",
    "out_2": "16:12",
    "mode": "presence",
    "note": "Rilievo degli scarti",
}


@pytest.fixture
def case(office):
    return running.begun(office, 45)


def day_url(case, day, number=1):
    return reverse("internships:day", args=[case.pk, number, day.isoformat()])


def act(client, case, name, number=1, **said):
    return client.post(reverse("internships:month_act", args=[case.pk, number, name]), said)


def test_the_intern_writes_a_day_and_is_led_to_the_next(client, as_user, case):
    as_user(trainee_of(case))
    first, second = register.planned_days(case, case.months.get(number=1))[:2]

    answer = client.post(day_url(case, first), TYPED)

    assert (answer.status_code, answer["Location"]) == (302, day_url(case, second))
    assert list(Day.objects.values_list("day", "done_minutes", "note")) == [
        (first, 432, "Rilievo degli scarti")
    ]
    assert 'value="16:12"' in client.get(day_url(case, second)).text


def test_what_a_rule_refuses_keeps_what_was_typed_and_says_its_id(client, as_user, case):
    as_user(trainee_of(case))
    day = register.planned_days(case, case.months.get(number=1))[0]

    answer = client.post(day_url(case, day), TYPED | {"out_2": "18:00"})

    assert (answer.status_code, Day.objects.count()) == (422, 0)
    assert "(R-ATT-04)" in answer.text
    assert 'value="18:00"' in answer.text


def test_a_future_day_is_refused_on_its_page(client, as_user, case):
    as_user(trainee_of(case))
    later = case.months.get(number=3)
    day = register.planned_days(case, later)[-1]

    answer = client.post(day_url(case, day, 3), TYPED)

    assert day > moment.today()
    assert (answer.status_code, Day.objects.count()) == (422, 0)
    assert "(R-ATT-01)" in answer.text


def test_each_party_finds_its_own_button(client, as_user, office, case):
    month = running.written(case)
    as_user(trainee_of(case))
    assert act(client, case, "hand_in").status_code == 302
    as_user(host_of(case))
    assert act(client, case, "validate").status_code == 302
    as_user(office.officer)
    assert act(client, case, "check").status_code == 302
    assert act(client, case, "close").status_code == 302

    month = Month.objects.get(pk=month.pk)
    assert month.status == MonthStatus.CLOSED
    page = client.get(reverse("internships:month", args=[case.pk, 1])).text
    assert ("600,00" in page, "R-IND-06" in page) == (True, True)


def test_sending_back_without_a_reason_changes_nothing(client, as_user, case):
    month = hand_in(running.written(case), by=trainee_of(case))
    as_user(host_of(case))

    answer = act(client, case, "send_back")

    month = Month.objects.get(pk=month.pk)
    assert (answer.status_code, month.status) == (422, MonthStatus.FILLED)


def test_a_file_that_is_no_proof_is_refused_and_the_payment_stays_open(
    client, as_user, office, case
):
    running.closed(office, case)
    as_user(host_of(case))
    url = reverse("internships:month_payment", args=[case.pk, 1])
    said = {
        "amount": "600,00",
        "paid_on": (moment.today() - timedelta(days=3)).strftime("%d/%m/%Y"),
        "reference": "CRO 12345",
    }

    answer = client.post(url, said | {"file": SimpleUploadedFile("bonifico.pdf", b"solo parole")})
    assert (answer.status_code, AllowanceDue.objects.get().paid_on) == (422, None)

    assert client.post(url, said | {"file": running.proof()}).status_code == 302
    due = AllowanceDue.objects.get()
    assert (due.paid_amount, due.reference, due.proof.filed_at is None) == (600, "CRO 12345", False)
    proof = reverse("internships:internship_document", args=[case.pk, due.proof_id])
    answer = client.get(proof)
    assert answer.status_code == 200
    answer.close()


def test_a_stranger_finds_no_month(client, as_user, office, case):
    as_user(office.applicant())

    assert client.get(reverse("internships:month", args=[case.pk, 1])).status_code == 404


def test_the_reason_of_an_absence_is_chosen_by_whoever_writes_it(client, as_user, case):
    as_user(trainee_of(case))
    url = reverse("internships:month_absence", args=[case.pk, 1])
    day = register.planned_days(case, case.months.get(number=1))[0].isoformat()

    first = next(iter(AbsenceForm.base_fields["absence"].choices))
    answer = client.post(url, {"first": day, "last": day, "absence": ""})

    assert first[0] == ""
    assert (answer.status_code, Day.objects.count()) == (422, 0)


def test_the_month_leads_to_the_first_day_that_waits(client, as_user, case):
    running.written(case, but=3)
    as_user(trainee_of(case))
    left = register.planned_days(case, case.months.get(number=1))[-3:]
    month = reverse("internships:month", args=[case.pk, 1])

    assert client.get(month).context["next_day"]["day"] == left[0]
    as_user(host_of(case))
    assert client.get(month).context["next_day"] is None

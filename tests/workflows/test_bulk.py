"""Deciding on many cases: foreseen against the running balance, in order of filing."""

from decimal import Decimal

import pytest
from django.urls import reverse

from accounting.models import Budget
from tests.office import build
from workflows import bulk
from workflows.models import BackgroundJob, Case
from workflows.tasks import open_tasks, perform

pytestmark = pytest.mark.django_db


def plain(foreseen):
    return [
        (row.case.pk, row.act.name if row.act else None, row.amount, row.left) for row in foreseen
    ]


def refusal_proposed(office):
    case = perform(
        office.examined(),
        "give_refusal_notice",
        by=office.officer,
        grounds=[("COW-08", "Preventivo illeggibile.")],
    )
    ground = case.refusal_grounds.get()
    case = perform(
        case, "file_observations", by=case.opened_by, observations={ground.pk: "Eccolo."}
    )
    return perform(case, "propose_refusal", by=office.officer, answers={ground.pk: "Non basta."})


def test_forecast_spends_the_funds_in_order_of_filing_when_they_do_not_cover_all(law):
    office = build(endowment=Decimal("1300.00"))
    first, second, third = office.proposed(), office.proposed(), office.proposed()

    foreseen = bulk.foresee(Case.objects.order_by("-pk"), office.director)

    assert plain(foreseen) == [
        (first.pk, "grant", Decimal("600.00"), Decimal("700.00")),
        (second.pk, "grant", Decimal("600.00"), Decimal("100.00")),
        (third.pk, None, None, Decimal("100.00")),
    ]
    assert "100,00" in foreseen[2].sentence


def test_forecast_keeps_money_for_those_ahead_when_they_are_not_ticked(law):
    office = build(endowment=Decimal("1000.00"))
    office.proposed()
    second = office.proposed()

    (row,) = bulk.foresee([second], office.director)

    assert (row.act, "presentate prima" in row.sentence) == (None, True)


def test_forecast_frees_the_turn_when_those_ahead_are_refused_in_the_same_go(law):
    office = build(endowment=Decimal("600.00"))
    refused, granted = refusal_proposed(office), office.proposed()

    foreseen = bulk.foresee([granted, refused], office.director)

    assert plain(foreseen) == [
        (refused.pk, "refuse", None, Decimal("600.00")),
        (granted.pk, "grant", Decimal("600.00"), Decimal("0.00")),
    ]


def test_forecast_changes_nothing_when_shown(office, as_user):
    case = office.proposed()
    (task,) = open_tasks(case)

    response = as_user(office.director).get(reverse("workflows:bulk_confirm"), {"task": task.pk})

    assert (response.status_code, response.context["doable"]) == (200, 1)
    assert f'value="{case.pk}:grant:{case.version}"' in response.content.decode()
    assert Budget.objects.get().granted == 0
    assert BackgroundJob.objects.count() == 0


def test_decision_becomes_a_job_once_when_button_is_pressed_twice(office, as_user):
    case = office.proposed()
    client = as_user(office.director)
    typed = {
        "start": "1",
        "key": "0b1a5e7e-6f0e-4c53-9a3c-5f4f8f8c9a11",
        "row": [f"{case.pk}:grant:{case.version}", "x", "1:submit:1", f"{case.pk}:grant:x"],
    }

    first, second = (client.post(reverse("workflows:bulk_confirm"), typed) for _ in range(2))

    job = BackgroundJob.objects.get()
    assert first.url == second.url == reverse("workflows:job", args=[job.pk])
    assert job.inputs == {"rows": [{"case": case.pk, "act": "grant", "version": case.version}]}
    page = client.get(first.url)
    assert 'hx-trigger="every 1s"' in page.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_list_to_sign_has_constant_queries_when_rows_grow(
    office, as_user, rows, django_assert_num_queries
):
    made = [office.proposed().number for _ in range(rows)]
    refusal_proposed(office)
    client = as_user(office.director)
    client.get(reverse("workflows:bulk"))

    with django_assert_num_queries(7):
        response = client.get(reverse("workflows:bulk"))

    assert [row.number for row in response.context["rows"]][:rows] == made


def test_officer_finds_nothing_to_sign_when_only_the_director_may(office, as_user):
    office.proposed()

    assert as_user(office.officer).get(reverse("workflows:bulk")).context["rows"] == []


def test_job_of_somebody_else_is_not_found_when_asked_for(office, as_user):
    case = office.proposed()
    job = bulk.start_acts([bulk.Row(case.pk, "grant", case.version)], by=office.director)

    response = as_user(office.officer).get(reverse("workflows:job", args=[job.pk]))

    assert response.status_code == 404

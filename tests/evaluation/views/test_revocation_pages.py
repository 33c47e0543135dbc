"""A revocation for a lost premium through the pages of office and beneficiary (CALL-16)."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.html import escape

from grants.models import Status
from tests.evaluation.premium_lost import EVIDENCE, RATING, WHY, heard, raised, started
from tests.evaluation.world import fresh
from tests.grants.acts.act_pages import address, submit, words

pytestmark = pytest.mark.django_db


def test_the_start_shows_what_would_follow_and_takes_reason_and_evidence(contest, as_user):
    case = raised(contest)
    client = as_user(contest.office.procedure_owner)
    premium = case.call_version.premiums.get(code=RATING)

    page = client.get(address(case, "start_revocation"))
    typed = {"premium": str(premium.pk), "ground": WHY, "evidence": EVIDENCE}
    response = submit(client, case, "start_revocation", **typed)

    assert "si perde soltanto il vantaggio, 100,00" in words(page)
    assert len(page.context["preview"]["terms"]) == 2
    assert (response.status_code, fresh(case).status) == (302, Status.REVOCATION_STARTED)


@pytest.mark.parametrize("missing", ["ground", "evidence"])
def test_a_start_without_reason_or_evidence_is_sent_back_with_what_was_typed(
    contest, as_user, missing
):
    case = raised(contest)
    typed = {"ground": WHY, "evidence": EVIDENCE} | {missing: ""}

    response = submit(as_user(contest.office.director), case, "start_revocation", **typed)

    assert (response.status_code, list(response.context["form"].errors)) == (422, [missing])
    assert fresh(case).status == Status.GRANTED


def test_only_who_may_and_only_where_a_premium_is_held_starts_a_revocation(contest, as_user):
    case = raised(contest)
    other = contest.call.cases.exclude(pk=case.pk).get()

    def offered(user, one):
        page = as_user(user).get(reverse("workflows:office_case", args=[one.pk]))
        return address(one, "start_revocation") in page.content.decode()

    staff = contest.office
    assert [
        offered(user, case) for user in (staff.procedure_owner, staff.director, staff.officer)
    ] == [True, True, False]
    assert not offered(staff.director, other)


def test_lowering_shows_both_amounts_and_the_money_that_comes_back(contest, as_user):
    case = heard(contest, raised(contest))
    client = as_user(contest.office.director)
    ground = case.annulments.get().grounds.get()

    page = client.get(address(case, "reduce_grant"))
    typed = {f"answer_{ground.pk}": "Resta.", "reason": "Non spettava."}
    response = submit(client, case, "reduce_grant", **typed)

    ledger = page.context["preview"]["ledger"]
    assert [row["after"] - row["before"] for row in ledger] == [
        Decimal("100.00"),
        Decimal("0.00"),
        Decimal("-100.00"),
    ]
    assert (response.status_code, fresh(case).granted) == (302, Decimal("960.00"))
    told = words(client.get(reverse("workflows:office_case", args=[case.pk])))
    assert "Senza la premialità il contributo passa da 1.060,00" in told
    assert (escape(WHY) in told, EVIDENCE in told) == (True, True)


def test_the_beneficiary_reads_the_reason_and_answers(contest, as_user):
    case = started(contest, raised(contest))
    client = as_user(case.opened_by)
    address_ = reverse("grants:memories", args=[case.pk])
    ground = case.annulments.get().grounds.get()

    page = client.get(address_)
    case_page = client.get(reverse("workflows:case", args=[case.pk]))
    (field,) = page.context["grounds"]
    said = {field["name"]: "Il rating c'era.", f"rev-{field['name']}": field["revision"]}
    seen = {"seen_version": page.context["seen_version"], "act": "send"}
    response = client.post(address_, said | seen)

    assert (escape(WHY) in words(page), EVIDENCE in words(page), address_ in words(case_page)) == (
        True,
        True,
        True,
    )
    assert (response.status_code, fresh(case).status) == (302, Status.MEMORIES_RECEIVED)
    ground.refresh_from_db()
    assert ground.memory == "Il rating c'era."


def test_the_page_of_premiums_leads_to_the_revocation(contest, as_user):
    case = raised(contest)

    url = reverse("evaluation:premiums", args=[case.pk])

    start = address(case, "start_revocation")
    pages = [
        as_user(user).get(url).content.decode()
        for user in (contest.office.procedure_owner, contest.office.officer)
    ]
    assert [start in page for page in pages] == [True, False]

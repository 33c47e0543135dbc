"""Ranking, pairing and places: who goes where, why, and who follows."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from accounting.models import Budget
from accounting.services.ledger import endow
from evaluation.queries import approved_ranking
from internships import pairing
from internships.models import (
    Candidacy,
    CandidacyStatus,
    Internship,
    InternshipStatus,
    PairingRound,
)
from internships.readiness import start_outcomes
from internships.rules.matching import unstable_pairs
from internships.services import candidates
from parties import moment
from parties.models import Person
from tests.internships import applying, offering
from workflows.engine import Refusal, TransitionRefused
from workflows.models import CaseTerm
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(office):
    return offering.open_call(office)


@pytest.fixture
def place(office, call):
    return offering.published(office, call, places=1)


def fresh(case) -> Candidacy:
    return Candidacy.objects.get(pk=case.pk)


def two_ranked(office, call, place) -> list[Candidacy]:
    first = applying.interviewed(office, call, place)
    second = applying.interviewed(office, call, place)
    return applying.ranked(office, call, {first: 90, second: 80})


def test_R_PUB_07_below_the_points_of_the_call_a_candidate_is_not_fit(office, call, place):
    fit = applying.interviewed(office, call, place)
    unfit = applying.interviewed(office, call, place)
    cases = applying.ranked(office, call, {fit: 70, unfit: 40})

    assert [one.status for one in cases] == [CandidacyStatus.RANKED, CandidacyStatus.UNFIT]
    assert [one.letters.order_by("pk").last().kind for one in cases] == ["candidacy_outcome"] * 2
    assert [one.closed_at is not None for one in cases] == [False, True]


def test_R_PUB_08_of_equal_points_and_interviews_the_younger_comes_first(office, call, place):
    older = applying.interviewed(office, call, place)
    younger = applying.interviewed(office, call, place)
    for case, born in ((older, date(1999, 4, 2)), (younger, date(2004, 4, 2))):
        Person.objects.filter(pk=case.representative_id).update(birth_date=born)

    applying.ranked(office, call, {older: 80, younger: 80})

    rows = {row.case_id: row for row in approved_ranking(call).rows.all()}
    assert [rows[one.pk].place for one in (younger, older)] == [1, 2]
    assert rows[older.pk].tie == {
        "step": "younger",
        "ahead": younger.number,
        "theirs": None,
        "ours": None,
    }


def test_R_PUB_11_the_place_is_declined_by_the_first_and_accepted_by_the_second(
    office, call, place
):
    first, second = two_ranked(office, call, place)
    made = applying.paired(office, call)

    first, second = fresh(first), fresh(second)
    assert (first.status, first.placement_id) == (CandidacyStatus.PROPOSED, place.pk)
    assert (second.status, second.placement_id) == (CandidacyStatus.RANKED, None)
    assert [letter.kind for letter in second.letters.order_by("pk")][-1] == "assignment_reserve"
    why = [row.why for row in made.rows.all()]
    title = "Tecnico per il recupero degli scarti, Officine Verdi srl"
    assert why == [
        [
            f"Preferenza n. 1, «{title}»: c'era un posto libero.",
            (
                f"Abbinato a «{title}», preferenza n. 1, alla posizione 1 della graduatoria: "
                "è la prima scelta."
            ),
        ],
        [
            (
                f"Preferenza n. 1, «{title}»: i posti (1) erano di candidati che precedono in "
                "graduatoria."
            ),
            "Resta in riserva: tutte le offerte scelte sono di chi precede in graduatoria.",
        ],
    ]

    perform(first, "decline_placement", by=first.opened_by, reason="Ho trovato lavoro.")
    again = applying.paired(office, call)
    second = perform(fresh(second), "accept_placement", by=second.opened_by)
    second = perform(second, "assign", by=place.opened_by)

    assert (again.number, fresh(first).status) == (2, CandidacyStatus.RANKED)
    assert second.status == CandidacyStatus.ASSIGNED
    assert second.letters.order_by("pk").last().kind == "assignment_letter"
    opened = Internship.objects.get()
    assert (opened.trainee_id, opened.offer_id) == (second.representative.pk, place.pk)
    assert opened.status == InternshipStatus.PREPARATION


def test_a_pairing_gives_the_same_when_it_is_repeated_and_is_stable(office, call, place):
    two_ranked(office, call, place)
    made = applying.paired(office, call)

    assert pairing.replay(made.inputs, made.answer)
    assert pairing.digest(made.inputs, made.answer) == made.digest
    inputs = pairing.Inputs(**made.inputs)
    matching = pairing.paired(inputs)
    assert not list(unstable_pairs(matching, inputs.preferences, inputs.orders, inputs.places))


def test_an_approved_pairing_is_never_changed(office, call, place):
    two_ranked(office, call, place)
    made = applying.paired(office, call)

    for change in (
        lambda: PairingRound.objects.filter(pk=made.pk).update(digest="0" * 64),
        lambda: made.rows.update(place=7),
        lambda: made.rows.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_pairing_that_is_out_of_date_is_not_approved(office, call, place):
    first, _second = two_ranked(office, call, place)
    made = candidates.make_pairing(call, by=office.officer)
    candidates.withdraw(first, by=first.opened_by)

    with pytest.raises(TransitionRefused) as refused:
        candidates.approve_pairing(
            made,
            by=office.director,
            act_number="Determinazione n. 31/2026",
            act_date=moment.today(),
            seen_digest=made.digest,
        )

    assert refused.value.why is Refusal.STALE
    assert PairingRound.objects.get(pk=made.pk).approved_at is None


def test_R_PUB_12_silence_lapses_and_the_place_goes_on(office, call, place):
    first, second = two_ranked(office, call, place)
    applying.paired(office, call)
    with pytest.raises(TransitionRefused):
        perform(fresh(first), "lapse", by=None)
    CaseTerm.objects.filter(case_id=first.pk, kind="acceptance").update(
        starts_on=moment.today() - timedelta(days=12), due_on=moment.today() - timedelta(days=2)
    )
    first = perform(fresh(first), "lapse", by=None)
    applying.paired(office, call)

    assert (first.status, fresh(second).status) == (
        CandidacyStatus.LAPSED,
        CandidacyStatus.PROPOSED,
    )


def test_R_PUB_11_a_place_is_not_proposed_twice_nor_two_places_to_one(office, call, place):
    other = applying.elsewhere(office, call, places=1)
    first = applying.interviewed(office, call, place, other)
    second = applying.interviewed(office, call, place)
    first, second = applying.ranked(office, call, {first: 90, second: 80})
    first = perform(first, "propose_placement", by=office.director, offer=place.pk, reason="Prova.")

    with pytest.raises(TransitionRefused) as refused:
        perform(second, "propose_placement", by=office.director, offer=place.pk, reason="Prova.")
    assert refused.value.outcomes[0].rule == "R-PUB-11"
    with pytest.raises(TransitionRefused) as refused:
        perform(first, "propose_placement", by=office.director, offer=other.pk, reason="Prova.")
    assert refused.value.why is Refusal.STATUS


def test_a_host_that_does_not_confirm_says_why(office, call, place):
    first, _second = two_ranked(office, call, place)
    applying.paired(office, call)
    first = perform(fresh(first), "accept_placement", by=first.opened_by)
    with pytest.raises(TransitionRefused):
        perform(first, "decline_by_host", by=place.opened_by, reason=" ")

    first = perform(first, "decline_by_host", by=place.opened_by, reason="Il tutor manca.")

    assert (first.status, first.placement_id) == (CandidacyStatus.RANKED, None)
    assert "Il tutor manca." in first.preferences.get().dropped


def test_R_PUB_21_requirements_are_asked_again_before_the_place_is_assigned(office, call, place):
    first, _second = two_ranked(office, call, place)
    applying.paired(office, call)
    first = perform(fresh(first), "accept_placement", by=first.opened_by)
    Candidacy.objects.filter(pk=first.pk).update(
        needs_permit=True, permit_until=moment.today() + timedelta(days=1)
    )

    with pytest.raises(TransitionRefused) as refused:
        perform(fresh(first), "assign", by=office.officer)

    assert [one.rule for one in refused.value.outcomes if one.blocks] == ["R-REC-04"]


def assigned(office, call, place) -> Candidacy:
    case = applying.interviewed(office, call, place)
    applying.ranked(office, call, {case: 90})
    applying.paired(office, call)
    case = perform(fresh(case), "accept_placement", by=case.opened_by)
    return perform(case, "assign", by=place.opened_by)


def test_R_PUB_13_an_assignment_lapses_once_its_last_day_has_passed_and_frees_the_place(
    office, call, place
):
    case = assigned(office, call, place)
    assert case.due_on == min(moment.today() + timedelta(days=60), place.start_to)
    with pytest.raises(TransitionRefused) as refused:
        perform(case, "lapse_assignment", by=office.officer, reason="Non si è presentato.")
    assert [one.rule for one in refused.value.outcomes if one.blocks] == ["R-PUB-13"]
    Candidacy.objects.filter(pk=case.pk).update(due_on=moment.today() - timedelta(days=1))
    with pytest.raises(TransitionRefused):
        perform(fresh(case), "lapse_assignment", by=office.officer, reason=" ")

    case = perform(
        fresh(case), "lapse_assignment", by=office.officer, reason="Sentito, ha rinunciato."
    )

    assert (case.status, case.placement_id) == (CandidacyStatus.LAPSED, None)
    assert Internship.objects.get().status == InternshipStatus.CANCELLED
    letter = case.letters.order_by("pk").last()
    assert letter.kind == "assignment_lapse"
    assert {one.party_id for one in letter.deliveries.all()} == {
        case.applicant_id,
        place.applicant_id,
    }
    assert pairing.gathered(call).places == {str(place.number): 1}


def test_R_PUB_13_the_first_day_ends_the_candidacy(office, call, place):
    case = assigned(office, call, place)
    with pytest.raises(TransitionRefused) as refused:
        perform(case, "note_start", by=office.officer)
    assert refused.value.outcomes[0].rule == "R-PUB-13"
    Internship.objects.update(
        cob_number="000001", started_at=moment.now(), status=InternshipStatus.RUNNING
    )

    case = perform(fresh(case), "note_start", by=None)

    assert (case.status, case.closed_at is not None) == (CandidacyStatus.STARTED, True)


def test_R_PUB_13_a_first_day_too_long_after_the_assignment_is_refused(office, call, place):
    assigned(office, call, place)
    internship = Internship.objects.get()
    late = [one for one in start_outcomes(internship) if one.rule == "R-PUB-13"]
    assert [one.blocks for one in late] == [False]
    Candidacy.objects.update(assigned_on=internship.start - timedelta(days=61))

    late = [one for one in start_outcomes(internship) if one.rule == "R-PUB-13"]

    assert [one.blocks for one in late] == [True]


def test_R_PUB_19_a_place_is_assigned_only_within_the_money_of_the_call(office, call, place):
    endow(call, Decimal("1799.99"), by=None, description="Dotazione")
    case = applying.interviewed(office, call, place)
    applying.ranked(office, call, {case: 90})
    applying.paired(office, call)
    case = perform(fresh(case), "accept_placement", by=case.opened_by)
    with pytest.raises(TransitionRefused) as refused:
        perform(case, "assign", by=place.opened_by)
    assert refused.value.outcomes[0].rule == "R-PUB-19"
    assert (fresh(case).status, Internship.objects.count()) == (CandidacyStatus.ACCEPTED, 0)
    endow(call, Decimal("0.01"), by=None, description="Rifinanziamento")

    case = perform(fresh(case), "assign", by=place.opened_by)

    # Six months at EUR 300.
    assert Budget.objects.get(call=call).reserved == Decimal("1800.00")
    Candidacy.objects.filter(pk=case.pk).update(due_on=moment.today() - timedelta(days=1))
    perform(fresh(case), "lapse_assignment", by=office.officer, reason="Sentito.")
    assert Budget.objects.get(call=call).reserved == 0

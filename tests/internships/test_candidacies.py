"""A candidacy from the form to the interview, with what bars it, what is kept apart, and refusals."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest

from internships.candidate_checks import facts_of, pair_outcomes
from internships.candidate_content import RestrictedContent, ToldRelation, content_of
from internships.models import Candidacy, CandidacyStatus, Restricted
from internships.permissions import may_read_restricted
from internships.rules.dates import months_before
from internships.services import candidates
from internships.services.placements.opening import Opening, open_internship
from parties import moment
from parties.roles import Role
from tests.internships import applying, offering
from tests.office import make_user
from workflows.engine import Refusal, TransitionRefused
from workflows.models import CaseTerm, Draft
from workflows.rules import Verdict
from workflows.services.drafts import save_fields
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(office):
    return offering.open_call(office)


@pytest.fixture
def place(office, call):
    return offering.published(office, call)


def blocked(refused) -> list[str]:
    return [one.rule for one in refused.value.outcomes if one.verdict is Verdict.NOT_MET]


def fresh(case) -> Candidacy:
    return Candidacy.objects.get(pk=case.pk)


def test_R_PUB_03_a_filed_candidacy_has_number_code_protocol_receipt_and_term(office, call, place):
    case = applying.file(office, call, place)

    assert (case.status, len(case.code)) == (CandidacyStatus.SUBMITTED, 6)
    assert case.number.startswith("TIR-COW-CAN-")
    assert case.protocol_in.subject.startswith("Candidatura di tirocinio TIR-COW-CAN-")
    assert [letter.kind for letter in case.letters.all()] == ["candidacy_receipt"]
    term = CaseTerm.objects.get(case_id=case.pk, ended_at__isnull=True)
    assert (term.kind, term.due_on) == ("conclusion", moment.today() + timedelta(days=60))
    assert content_of(fresh(case)) == applying.content(place)


def test_the_same_key_files_once_and_a_second_candidacy_is_refused(office, call, place):
    case, key = applying.draft(office, call), uuid.uuid4()
    filing = applying.filing(call, office.count, applying.content(place))
    first = candidates.submit(case, by=case.opened_by, filing=filing, submission_key=key)
    again = candidates.submit(case, by=case.opened_by, filing=filing, submission_key=key)
    assert again.pk == first.pk
    second = applying.draft(office, call, user=case.opened_by)

    with pytest.raises(TransitionRefused) as refused:
        candidates.submit(second, by=case.opened_by, filing=filing, submission_key=uuid.uuid4())

    assert first.number in refused.value.sentence
    assert fresh(second).status == CandidacyStatus.DRAFT


@pytest.mark.parametrize(
    ("changes", "rules"),
    [
        ({"condition": ""}, ["R-REC-02"]),
        ({"evidence_on": None}, ["R-REC-03"]),
        ({"schooling_done": False}, ["R-REC-01"]),
        ({"needs_permit": True, "permit_until": date(2026, 1, 1)}, ["R-REC-04"]),
        ({"has_kinship": True}, ["R-PUB-06"]),
        ({"preferences": ()}, ["R-PUB-06", "R-PUB-06"]),
    ],
)
def test_R_REC_what_is_missing_is_refused_whole(office, call, place, changes, rules):
    case = applying.draft(office, call)
    said = applying.content(place, **changes)
    filing = applying.filing(call, office.count, said)

    with pytest.raises(TransitionRefused) as refused:
        candidates.submit(case, by=case.opened_by, filing=filing, submission_key=uuid.uuid4())

    assert (refused.value.why, blocked(refused)) == (Refusal.RULE, rules)
    assert fresh(case).preferences.count() == 0


def test_R_PUB_01_an_offer_that_is_not_published_takes_no_candidates(office, call):
    waiting = offering.proposed(office, call)

    with pytest.raises(TransitionRefused) as refused:
        applying.file(office, call, waiting)

    assert blocked(refused) == ["R-PUB-01"]


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        (("employment", lambda start: months_before(start, 17), 0), "R-BAN-02"),
        (("employment", lambda start: months_before(start, 25), 0), ""),
        (("learning", lambda start: months_before(start, 9), 0), ""),
        (("occasional", lambda start: months_before(start, 1), 25), ""),
        (("occasional", lambda start: months_before(start, 1), 31), "R-BAN-03"),
        (("employment", lambda start: months_before(start, 24), 0), "R-BAN-02"),
    ],
)
def test_AT_16_relations_with_the_host(office, call, place, given, rule):
    kind, ended, days = given
    relation = ToldRelation(place.applicant_id, kind, ended(place.start_from), days)
    filed = applying.file(office, call, place)
    facts = facts_of(filed)
    facts.content = replace(facts.content, relations=(relation,))

    found = [one.rule for one in pair_outcomes(facts, place) if one.blocks]
    assert found == ([rule] if rule else [])


@pytest.mark.parametrize(("kind", "rule"), [("internship", "R-BAN-01"), ("learning", "")])
def test_AT_17_an_earlier_internship_with_the_host(office, call, place, kind, rule):
    other = applying.elsewhere(office, call)
    relation = ToldRelation(place.applicant_id, kind, date(2021, 6, 30))
    case = applying.admitted(office, call, place, other, relations=(relation,))

    dropped = [one.dropped for one in case.preferences.all()]
    assert [bool(text) for text in dropped] == [bool(rule), False]
    assert not rule or rule in dropped[0]
    letter = case.letters.order_by("pk").last()
    assert letter.kind == "candidacy_admission"


def test_R_BAN_01_the_tax_code_decides_not_the_spelling_of_the_host(office, call, place):
    case = applying.file(office, call, place)
    opening = Opening(start=place.start_from, evidence_on=date(2026, 1, 12))
    open_internship(place, case.representative, by=office.officer, opening=opening)
    party = place.applicant
    party.name = "OFFICINE  VERDI S.R.L."
    party.save()

    found = [one.rule for one in pair_outcomes(facts_of(fresh(case)), place) if one.blocks]
    assert found == ["R-BAN-01"]


def test_health_and_hardship_are_kept_apart(office, call, place):
    case = applying.draft(office, call)
    save_fields(
        case,
        {"restricted_condition": "E1", "restricted_details": "Collocamento mirato"},
        {"restricted_condition": 0, "restricted_details": 0},
    )
    said = applying.content(
        place,
        condition="",
        restricted=RestrictedContent("E1", "Collocamento mirato", "Sala accessibile"),
    )
    filing = applying.filing(call, office.count, said)
    case = candidates.submit(case, by=case.opened_by, filing=filing, submission_key=uuid.uuid4())

    kept = Restricted.objects.get(case_id=case.pk)
    assert (kept.condition, kept.adjustments) == ("E1", "Sala accessibile")
    assert fresh(case).condition == ""
    assert Draft.objects.get(case_id=case.pk).answers == {}
    written = " ".join(str(letter.text) + str(letter.values) for letter in case.letters.all())
    assert not [word for word in ("E1", "mirato", "accessibile") if word in written]
    assert not [line for line in case.history.all() if "mirato" in str(line.changes)]


def test_who_reads_what_is_kept_apart(office, call, place):
    case = applying.examined(office, call, place)
    other = make_user("altra@example.org", Role.OFFICER)

    readers = [case.opened_by, office.officer, office.procedure_owner]
    assert [may_read_restricted(case, one) for one in readers] == [True, True, True]
    assert [may_read_restricted(case, one) for one in (other, office.director, None)] == [False] * 3


def test_PRE_05_an_exclusion_is_signed_by_the_director_with_its_reasons(office, call, place):
    case = applying.examined(office, call, place)
    case = perform(
        case,
        "give_refusal_notice",
        by=office.officer,
        grounds=[("R-REC-03", "La DID non risulta resa.")],
    )
    ground = case.grounds[0]
    case = perform(
        case, "file_observations", by=case.opened_by, observations={ground.pk: "La cerco."}
    )
    case = perform(
        case, "propose_refusal", by=office.officer, answers={ground.pk: "Non è stata trovata."}
    )
    with pytest.raises(TransitionRefused) as refused:
        perform(case, "refuse", by=office.officer)
    assert refused.value.why is Refusal.RIGHT

    case = perform(case, "refuse", by=office.director)

    assert (case.status, case.closed_at is not None) == (CandidacyStatus.REFUSED, True)
    letter = case.letters.order_by("pk").last()
    assert letter.kind == "candidacy_exclusion"
    assert "Motivi" in letter.text


def test_PRE_01_reasons_told_first_are_observed_and_weighed(office, call, place):
    case = applying.examined(office, call, place)
    case = perform(
        case,
        "give_refusal_notice",
        by=office.officer,
        grounds=[("R-REC-03", "La DID non risulta resa.")],
    )
    ground = case.grounds[0]
    case = perform(
        case, "file_observations", by=case.opened_by, observations={ground.pk: "È del 12 gennaio."}
    )
    case = perform(
        case, "admit_candidate", by=office.officer, answers={ground.pk: "È stata trovata."}
    )

    assert case.status == CandidacyStatus.ADMITTED
    kinds = [letter.kind for letter in case.letters.order_by("pk")]
    assert kinds == ["candidacy_receipt", "candidacy_refusal_notice", "candidacy_admission"]


def test_R_PUB_09_a_call_comes_some_days_before_and_another_time_is_asked_once(office, call, place):
    case = applying.admitted(office, call, place)
    soon = applying.slot(office, call, days=3)
    with pytest.raises(TransitionRefused) as refused:
        perform(case, "invite", by=office.officer, slot=soon.pk)
    assert blocked(refused) == ["R-PUB-09"]

    case = perform(case, "invite", by=office.officer, slot=applying.slot(office, call).pk)
    candidates.ask_another_time(case, by=case.opened_by, reason="Ho un esame.")
    case = perform(
        fresh(case),
        "move_interview",
        by=office.officer,
        slot=applying.slot(office, call, days=12).pk,
        reason="Come chiesto.",
    )
    with pytest.raises(TransitionRefused) as refused:
        candidates.ask_another_time(case, by=case.opened_by, reason="Ancora.")

    assert refused.value.why is Refusal.RULE
    assert [one.state for one in case.interviews.order_by("pk")] == ["moved", "called"]
    assert [letter.kind for letter in case.letters.all()].count("interview_call") == 2


def test_R_PUB_10_silence_after_an_absence_is_a_renunciation(office, call, place):
    case = applying.invited(office, call, place)
    with pytest.raises(TransitionRefused):
        perform(case, "note_absence", by=office.officer)
    Candidacy.objects.filter(pk=case.pk).update(interview_at=moment.now() - timedelta(hours=1))
    case = perform(fresh(case), "note_absence", by=office.officer)
    with pytest.raises(TransitionRefused) as refused:
        perform(case, "close_absence", by=None)
    assert blocked(refused) == ["R-PUB-10"]

    CaseTerm.objects.filter(case_id=case.pk, kind="justification").update(
        starts_on=moment.today() - timedelta(days=9), due_on=moment.today() - timedelta(days=2)
    )
    case = perform(case, "close_absence", by=None)

    assert (case.status, case.closed_at is not None) == (CandidacyStatus.ABSENT, True)


def test_R_PUB_10_a_reason_given_in_time_is_weighed_by_a_person(office, call, place):
    case = applying.invited(office, call, place)
    Candidacy.objects.filter(pk=case.pk).update(interview_at=moment.now() - timedelta(hours=1))
    case = perform(fresh(case), "note_absence", by=office.officer)
    case = candidates.justify_absence(case, by=case.opened_by, reason="Ero in ospedale.")

    case = perform(
        case, "move_interview", by=office.officer, slot=applying.slot(office, call, days=20).pk
    )

    assert case.status == CandidacyStatus.INVITED


def test_two_candidates_are_not_called_to_one_time(office, call, place):
    first = applying.admitted(office, call, place)
    second = applying.admitted(office, call, place)
    time = applying.slot(office, call)
    perform(first, "invite", by=office.officer, slot=time.pk)

    with pytest.raises(TransitionRefused) as refused:
        perform(second, "invite", by=office.officer, slot=time.pk)

    assert refused.value.why is Refusal.STATUS

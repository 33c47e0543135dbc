"""An internship from its opening to its first day: acts in order, rules asked, nothing half done."""

from datetime import timedelta

import pytest

from internships.models import Deed, Internship, InternshipStatus, Signature
from internships.plans import plan_outcomes
from internships.readiness import first_instant, readiness_of
from internships.rules.recipients import Category
from internships.rules.start import Actor
from internships.services.placements import open_internship
from internships.services.placements.signing import sign_with_file
from parties import moment
from tests.internships import offering, placing
from tests.office import days_ago, pdf_file
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Document, HistoryEntry
from workflows.rules import Verdict
from workflows.tasks import open_tasks, perform

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(office):
    return offering.open_call(office)


@pytest.fixture
def offer(office, call):
    return offering.published(office, call)


@pytest.fixture
def case(office, offer):
    return placing.opened(office, offer)


def blocked(refused) -> list[str]:
    return [one.rule for one in refused.value.outcomes if one.verdict is Verdict.NOT_MET]


def test_opening_makes_a_case_with_number_protocol_and_a_task(case, offer):
    assert (case.status, case.number, case.host, case.title) == (
        InternshipStatus.PREPARATION,
        f"TIR-COW-TIR-{case.protocol_in.year}-{case.protocol_in.number:05d}",
        offer.applicant,
        offer.title,
    )
    assert [task.flow_task.name for task in open_tasks(case)] == ["prepare"]


def test_an_internship_goes_from_its_opening_to_its_first_day(office, call):
    with days_ago(50):
        case = placing.communicated(
            office,
            placing.prepared(office, placing.opened(office, offering.published(office, call))),
        )
    ready = readiness_of(case)

    assert (ready.may_start, [one.what for one in ready.missing]) == (True, [])
    with days_ago(8):
        case = perform(case, "begin", by=office.officer)
    assert (case.status, case.started_at is not None) == (InternshipStatus.RUNNING, True)
    assert [entry.name for entry in case.history.order_by("position")] == [
        "open_internship",
        "send_convention",
        "complete_convention",
        "send_plan",
        "complete_plan",
        "note_cover",
        "note_safety",
        "record_communication",
        "begin",
    ]
    assert [task.flow_task.name for task in open_tasks(case)] == ["follow"]


def test_R_COB_02_the_start_stays_locked_when_the_communication_came_after_midnight(office, call):
    with days_ago(50):
        case = placing.prepared(office, placing.opened(office, offering.published(office, call)))
    midnight = first_instant(case.start)
    late = placing.communicated(office, case, sent_at=midnight + timedelta(minutes=1))

    with pytest.raises(TransitionRefused) as refused:
        perform(late, "begin", by=office.officer)

    assert blocked(refused) == ["R-COB-02"]
    assert Internship.objects.get(pk=case.pk).status == InternshipStatus.COMMUNICATED


def test_R_DOC_07_nobody_begins_before_the_first_day(office, offer):
    case = placing.communicated(office, placing.prepared(office, placing.opened(office, offer)))

    with pytest.raises(TransitionRefused) as refused:
        perform(case, "begin", by=office.officer)

    assert blocked(refused) == ["R-DOC-07"]


def test_R_DOC_07_a_signature_out_of_order_is_refused_and_leaves_no_file(office, case):
    case = placing.convention_sent(office, case)
    deed = Deed.objects.get(internship=case)

    with pytest.raises(TransitionRefused) as refused:
        sign_with_file(deed, Actor.PROMOTER, by=office.officer, upload=placing.scan())

    assert (blocked(refused), refused.value.sentence) == (
        ["R-DOC-07"],
        "Ora tocca a ospitante: promotore firma dopo.",
    )
    assert Document.objects.filter(case=case, requirement__startswith="firma").count() == 0


def test_R_DOC_07_nobody_signs_twice(office, case):
    case = placing.convention_sent(office, case)
    placing.sign(office, case, "convention", Actor.HOST)
    deed = Deed.objects.get(internship=case)

    with pytest.raises(TransitionRefused) as refused:
        sign_with_file(deed, Actor.HOST, by=office.officer, upload=placing.scan())

    assert refused.value.sentence == "La firma di ospitante c'è già."
    assert Signature.objects.filter(deed=deed).count() == 1


def test_DIG_07_a_file_in_the_place_of_a_signature_is_refused(office, case):
    case = placing.convention_sent(office, case)
    deed = Deed.objects.get(internship=case)

    with pytest.raises(TransitionRefused) as refused:
        sign_with_file(deed, Actor.HOST, by=office.officer, upload=pdf_file())

    assert (refused.value.why, "DIG-07" in refused.value.sentence) == (Refusal.RULE, True)
    assert Signature.objects.count() == 0


def test_nobody_signs_for_another_party(office, case):
    case = placing.convention_sent(office, case)
    deed = Deed.objects.get(internship=case)

    with pytest.raises(TransitionRefused) as refused:
        sign_with_file(deed, Actor.HOST, by=case.trainee.user, upload=placing.scan())

    assert refused.value.why is Refusal.RIGHT


def test_R_BAN_01_the_tax_code_decides_whatever_the_spelling_of_the_name(office, call):
    first = offering.published(office, call, places=1)
    placing.plan_signed(office, placing.opened(office, first, placing.trainee(1)))
    other = offering.published(office, call, places=1)
    twice = placing.trainee(1)
    twice.first_name = f"{twice.first_name} Maria".upper()
    twice.save()

    with pytest.raises(TransitionRefused) as refused:
        placing.opened(office, other, twice)

    assert "R-BAN-01" in blocked(refused)
    assert Internship.objects.filter(offer=other).count() == 0


def test_R_REC_07_two_hosts_that_propose_the_same_person_are_not_both_heard(office, call, offer):
    placing.opened(office, offer, placing.trainee(1))
    other = offering.published(
        office, call, "Tessitura Prova srl", tutor_tax_code=placing.trainee(9).tax_code
    )

    with pytest.raises(TransitionRefused) as refused:
        placing.opened(office, other, placing.trainee(1))

    assert blocked(refused) == ["R-REC-07"]


def test_R_PUB_01_only_a_published_offer_takes_people(office, call):
    offer = offering.examined(office, call)

    with pytest.raises(TransitionRefused) as refused:
        placing.opened(office, offer)

    assert blocked(refused) == ["R-PUB-01"]


def test_R_PRO_01_a_promoter_whose_title_has_expired_promotes_nothing(office, case):
    promoter = placing.promoter(valid_to=moment.today() - timedelta(days=1))

    with pytest.raises(TransitionRefused) as refused:
        placing.convention_sent(office, case, promoter=promoter)

    assert blocked(refused) == ["R-PRO-01"]
    assert Internship.objects.get(pk=case.pk).promoter is None


def test_R_TUT_01_a_tutor_at_the_limit_follows_nobody_else(office, call, offer):
    for number in (1, 2):
        placing.plan_signed(office, placing.opened(office, offer, placing.trainee(number)))
    tutor = placing.tutor_of_host(offer)
    third, fourth = (
        offering.published(
            office, call, host, places=1, tutor_tax_code=placing.trainee(number).tax_code
        )
        for host, number in (("Tessitura Prova srl", 8), ("Falegnameria Prova srl", 9))
    )
    placing.plan_signed(office, placing.opened(office, third, placing.trainee(3)), host_tutor=tutor)
    case = placing.convention_signed(office, placing.opened(office, fourth, placing.trainee(4)))

    with pytest.raises(TransitionRefused) as refused:
        perform(case, "send_plan", by=office.officer, data=placing.plan(case, host_tutor=tutor))

    assert blocked(refused) == ["R-TUT-01"]
    assert "segue già 3 tirocinanti" in refused.value.sentence


def test_R_NUM_07_the_offer_gives_no_more_internships_than_its_places(office, offer):
    for number in (1, 2):
        placing.plan_signed(office, placing.opened(office, offer, placing.trainee(number)))
    case = placing.convention_signed(office, placing.opened(office, offer, placing.trainee(3)))

    with pytest.raises(TransitionRefused) as refused:
        perform(case, "send_plan", by=office.officer, data=placing.plan(case))

    assert set(blocked(refused)) == {"R-NUM-07"}


def test_a_plan_taken_back_frees_its_place_and_is_signed_anew(office, case):
    case = placing.plan_signed(office, case)
    case = perform(case, "redraw_plan", by=office.officer, reason="Cambia il primo giorno.")
    later = placing.plan(case, start=case.start + timedelta(days=7))
    case = perform(case, "send_plan", by=office.officer, data=later)

    assert (case.status, case.start) == (InternshipStatus.PLAN_SIGNING, later.start)
    assert [one.signatures.count() for one in case.deeds.filter(kind="plan")] == [4, 0]


def test_history_tells_nothing_of_the_condition_of_the_intern(office, offer):
    case = placing.opened(
        office, offer, category=Category.DISABLED, evidence="Iscrizione L. 68/1999"
    )
    case = placing.plan_signed(office, case)

    told = str([entry.outcomes for entry in HistoryEntry.objects.filter(case=case)])
    assert [word for word in ("E1", "R-DUR-09", "categoria'", "Iscrizione") if word in told] == []
    assert any(one.rule == "R-DUR-10" for one in plan_outcomes(case))


def test_cancelling_frees_the_place_and_ends_the_flow(office, case):
    case = placing.plan_signed(office, case)
    case = perform(case, "cancel", by=office.officer, reason="La persona ha trovato lavoro.")

    assert (case.status, case.closed_at is not None, open_tasks(case)) == (
        InternshipStatus.CANCELLED,
        True,
        [],
    )


def test_whoever_opens_twice_finds_the_first(office, offer, case):
    with pytest.raises(TransitionRefused) as refused:
        open_internship(
            offer, case.trainee, by=office.officer, opening=placing.opening(offer.start_from)
        )

    assert set(blocked(refused)) == {"R-BAN-01", "R-REC-07"}

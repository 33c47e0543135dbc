"""An offer from the form to the public list and off it, with letters, terms and refusals."""

import uuid
from datetime import timedelta

import pytest

from internships import checks
from internships.models import HostOffer, OfferStatus, Unit
from internships.services import offers
from parties import moment
from tests.internships import offering
from tests.office import days_ago
from workflows.engine import Refusal, TransitionRefused
from workflows.models import CaseTerm
from workflows.rules import Verdict
from workflows.services.integrations import Asked
from workflows.services.substitutes import ask_substitute
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(office):
    return offering.open_call(office)


@pytest.fixture
def green(office):
    return offering.open_call(office, "TIR-GREEN")


def blocked(refused) -> list[str]:
    return [one.rule for one in refused.value.outcomes if one.verdict is Verdict.NOT_MET]


def test_R_PUB_03_a_filed_offer_has_number_protocol_receipt_and_term(office, call):
    case = offering.file(office, call)

    assert (case.status, case.number) == (OfferStatus.SUBMITTED, case.number)
    assert case.number.startswith("TIR-COW-OFF-")
    assert case.protocol_in.subject.startswith("Offerta di tirocinio TIR-COW-OFF-")
    assert [letter.kind for letter in case.letters.all()] == ["offer_receipt"]
    term = CaseTerm.objects.get(case_id=case.pk, ended_at__isnull=True)
    assert (term.kind, term.due_on) == ("conclusion", moment.today() + timedelta(days=60))
    assert str(case.unit) == "Mantova, Via del Lavoro 4"
    assert all(one.filed_at for one in case.documents.all() if one.origin == "applicant")


def test_the_stored_offer_says_what_was_filed(office, green):
    said = offering.content(office, **offering.GREEN)
    case = offering.file(office, green, **offering.GREEN)

    assert checks.content_of(HostOffer.objects.get(pk=case.pk)) == said


def test_the_same_key_files_once(office, call):
    case, key = offering.draft(office, call), uuid.uuid4()
    said = offering.content(office)
    filing = offering.filing(office, call, 1, said, "Officine Verdi srl")
    first = offers.submit(case, by=case.opened_by, filing=filing, submission_key=key)
    again = offers.submit(case, by=case.opened_by, filing=filing, submission_key=key)

    assert (first.number, HostOffer.objects.count()) == (again.number, 1)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"places": 3}, "R-NUM-07"),
        ({"allowance": 450}, "R-IND-05"),
        ({"months": 1}, "R-DUR-01"),
        ({"competences": (offering.Learnt("Imballare", 1),)}, "R-BAN-04"),
        ({"weekly_minutes": 41 * 60}, "R-DUR-20"),
        ({"remote_days": 2}, "R-DUR-22"),
        ({"disabled_quota": "not_in_order"}, "R-HOS-03"),
        ({"safety_in_order": False}, "R-HOS-02"),
        ({"replaces_nobody": False}, "R-BAN-05"),
        ({"tutor_follows": 3}, "R-TUT-01"),
        ({"tutor_years": 0}, "R-TUT-03"),
        ({"link": "manages"}, "R-HOS-09"),
        ({"space": None}, "R-HOS-09"),
        ({"contributions_in_order": False}, "R-HOS-09"),
    ],
)
def test_what_breaks_a_rule_is_not_filed_and_leaves_nothing(office, call, changes, rule):
    case = offering.draft(office, call)
    said = offering.content(office, **changes)
    filing = offering.filing(office, call, office.count, said, "Officine Verdi srl")

    with pytest.raises(TransitionRefused) as refused:
        offers.submit(case, by=case.opened_by, filing=filing, submission_key=uuid.uuid4())

    assert rule in blocked(refused)
    case = HostOffer.objects.get(pk=case.pk)
    assert (case.status, case.unit_id, case.number) == (OfferStatus.DRAFT, None, None)
    assert Unit.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"green_percent": 20}, "R-GRN-02"),
        ({"green_task": ""}, "R-GRN-02"),
        ({"green_sector": "other", "certificates": (), "measures": ()}, "R-GRN-03"),
    ],
)
def test_R_GRN_an_offer_that_is_not_green_enough_is_not_filed(office, green, changes, rule):
    with pytest.raises(TransitionRefused) as refused:
        offering.file(office, green, **offering.GREEN | changes)

    assert rule in blocked(refused)


def test_R_PUB_02_a_closed_call_receives_no_offer(office, call):
    case = offering.draft(office, call)
    call.closes_at = moment.now() - timedelta(minutes=1)
    call.save(update_fields=["closes_at"])
    filing = offering.filing(office, call, 1, offering.content(office), "Officine Verdi srl")

    with pytest.raises(TransitionRefused) as refused:
        offers.submit(case, by=case.opened_by, filing=filing, submission_key=uuid.uuid4())

    assert blocked(refused) == ["R-PUB-02"]


def test_an_admitted_offer_keeps_what_was_counted_and_is_written_to_its_host(office, green):
    case = offering.published(office, green, **offering.GREEN)

    assert (case.status, case.admitted_places, case.published_on) == (
        OfferStatus.PUBLISHED,
        2,
        moment.today(),
    )
    assert (case.counted_staff, case.base_quota, case.premium_quota) == (10, 2, 0)
    assert case.green_score == 15 + 25 + 8 + 5
    assert [letter.kind for letter in case.letters.order_by("id")] == [
        "offer_receipt",
        "offer_admission",
    ]
    assert not CaseTerm.objects.filter(case_id=case.pk, ended_at__isnull=True).exists()


def test_fewer_places_than_asked_are_admitted_with_the_reason_in_the_letter(office, call):
    case = offering.proposed(office, call, admit=1)
    case = perform(case, "admit", by=office.director)

    letter = case.letters.get(kind="offer_admission")
    assert (case.places, case.admitted_places) == (2, 1)
    assert "perché il tutor può seguire una persona per volta." in letter.text
    with pytest.raises(TransitionRefused) as refused:
        offering.file(office, call, places=2)
    assert blocked(refused) == ["R-HOS-09", "R-NUM-07"]


def test_R_NUM_07_places_promised_to_another_offer_of_the_unit_are_taken(office, call):
    begun = (moment.today(), moment.today() + timedelta(days=400))
    first, second = (offering.examined(office, call, places=1, running=(begun,)) for _ in range(2))
    perform(first, "propose_admission", by=office.officer)

    with pytest.raises(TransitionRefused) as refused:
        perform(second, "propose_admission", by=office.officer)

    assert blocked(refused) == ["R-NUM-07"]
    assert HostOffer.objects.get(pk=second.pk).status == OfferStatus.UNDER_EXAMINATION


def test_PROC_03_fewer_places_than_the_unit_can_hold_want_a_reason(office, call):
    case = offering.examined(office, call)

    with pytest.raises(TransitionRefused) as refused:
        perform(case, "propose_admission", by=office.officer, places=1)

    assert blocked(refused) == ["PROC-03"]


def test_ORG_09_who_examined_does_not_decide(office, call):
    case = offering.proposed(office, call)

    with pytest.raises(TransitionRefused) as refused:
        perform(case, "admit", by=office.officer)

    assert refused.value.why == Refusal.RIGHT


def test_R_PUB_04_an_integration_is_asked_for_once(office, call):
    case = offering.examined(office, call)
    items = [Asked("field", "activities", "Attività", "Vanno descritte meglio.")]
    case = perform(
        case, "request_integration", by=office.officer, items=items, reason="Serve chiarezza."
    )
    assert case.status == OfferStatus.INTEGRATION_REQUESTED
    better = "Attività descritte meglio, giorno per giorno, con chi le segue. " * 8
    case = perform(case, "answer_integration", by=case.opened_by, changes={"activities": better})
    assert (case.status, case.activities) == (OfferStatus.UNDER_EXAMINATION, better)

    with pytest.raises(TransitionRefused) as refused:
        perform(case, "request_integration", by=office.officer, items=items, reason="Ancora.")

    assert blocked(refused) == ["R-PUB-04"]


def test_PRE_01_an_offer_is_refused_with_the_reasons_it_was_told(office, call):
    case = offering.examined(office, call)
    told = ("R-HOS-05", "Nei dodici mesi precedenti è stata licenziata una persona.")
    case = perform(case, "give_refusal_notice", by=office.officer, grounds=[told])
    ground = case.grounds[0]
    case = perform(
        case,
        "file_observations",
        by=case.opened_by,
        observations={ground.pk: "Si è dimessa."},
    )
    case = perform(
        case,
        "propose_refusal",
        by=office.officer,
        answers={ground.pk: "Dagli atti risulta il licenziamento."},
        standing={ground.pk: True},
    )
    case = perform(case, "refuse", by=office.director)

    assert (case.status, bool(case.closed_at)) == (OfferStatus.REFUSED, True)
    assert [letter.kind for letter in case.letters.order_by("id")] == [
        "offer_receipt",
        "offer_refusal_notice",
        "offer_refusal",
    ]


def test_an_offer_is_closed_by_the_office_with_a_reason(office, call):
    case = offering.published(office, call)
    with pytest.raises(TransitionRefused):
        perform(case, "close_offer", by=office.officer, reason=" ")

    case = perform(case, "close_offer", by=office.officer, reason="Posti coperti.")

    assert (case.status, bool(case.closed_at)) == (OfferStatus.CLOSED, True)


def test_a_host_takes_a_published_offer_back(office, call):
    case = offering.published(office, call)
    case = offers.withdraw(case, by=case.opened_by, reason="Cambio di programma.")

    assert (case.status, bool(case.closed_at)) == (OfferStatus.WITHDRAWN, True)
    assert case.processes.filter(status="NEW").count() == 0


def test_PROC_T8_a_host_whose_term_has_passed_asks_the_substitute(office, call):
    with days_ago(90):
        case = offering.file(office, call)
        case = perform(case, "start_examination", by=office.officer)

    ask_substitute(case, by=case.opened_by)

    case = HostOffer.objects.get(pk=case.pk)
    assert case.substitute == office.director
    assert [letter.kind for letter in case.letters.order_by("id")] == [
        "offer_receipt",
        "offer_substitute_receipt",
    ]

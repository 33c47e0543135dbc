"""No grant and no revocation without what the law wants first: G4 and G6 (law 17.2) by direct POST."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from accounting.models import Budget, Recovery
from coworking_registry.models import Qualification
from grants.models import Annulment, Ban
from parties import moment
from tests.accounting.payments.paying import granted_firm, proposed
from tests.grants.acts.act_pages import fresh
from tests.grants.judged import send
from tests.grants.test_recalls import heard, started
from tests.office import build

pytestmark = pytest.mark.django_db
WORDS = {"reason": "I fatti sono confermati."}
CAUSE = {
    "facts": "Verifica del rendiconto agli atti del fascicolo.",
    "ground_0": "La spesa ammessa non raggiunge la quota minima.",
    "left": "0,00",
}


def stays(client, case, act: str, status: int, words: str = "", **typed) -> None:
    """Send the form of an act outright: it is refused, and the case stays where it was."""
    before = fresh(case)
    page = send(client, before, act, **typed)
    assert page.status_code == status
    assert words in page.content.decode()
    after = fresh(case)
    assert (after.status, after.granted, after.version) == (
        before.status,
        before.granted,
        before.version,
    )


def test_G4_DOC_08_cannot_grant_to_who_is_banned(office, as_user):
    case = office.proposed()
    other = office.granted()
    today = moment.today()
    Ban.objects.create(
        contribution=other,
        tax_code=case.applicant.tax_code,
        act_on=today,
        until=today + timezone.timedelta(days=1),
    )

    stays(as_user(office.director), case, "grant", 422, "art. 75")


def test_G4_COW_03_RANK_01_cannot_grant_without_a_space_or_before_its_turn(law, as_user):
    office = build(Decimal("1000.00"))
    office.file()
    later = office.proposed()
    stays(as_user(office.director), later, "grant", 422, "presentate prima")

    Qualification.objects.update(valid_to=moment.today() - timezone.timedelta(days=1))
    stays(as_user(office.director), later, "grant", 422, office.space.name)


def test_G4_ORG_09_cannot_grant_what_one_examined(office, as_user):
    case = office.proposed()
    office.officer.role_assignments.create(role="director")
    person = type(office.officer).objects.get(pk=office.officer.pk)

    page = send(as_user(person), case, "grant")

    assert page.status_code in {403, 409, 422}
    assert fresh(case).status == "admission_proposed"


def test_G6_REV_04_cannot_start_without_cause_facts_reason_and_measure(office, as_user):
    case, told = office.granted(), CAUSE | {"cause": "duties"}
    client = as_user(office.procedure_owner)

    for wrong in (
        {"cause": ""},
        {"cause": "premium_lost"},
        {"facts": ""},
        {"ground_0": ""},
        {"left": "600,00"},
        {"cause": "untrue"},
    ):
        stays(client, case, "start_recall", 422, **told | wrong)
    assert not Annulment.objects.exists()


def test_G6_REV_06_cannot_start_by_who_only_examines_or_is_a_party(office, as_user):
    case, told = office.granted(), CAUSE | {"cause": "duties"}

    for person in (office.officer, office.accountant, case.opened_by):
        page = send(as_user(person), fresh(case), "start_recall", **told)
        assert page.status_code in {403, 404, 409, 422}
    assert (fresh(case).status, Annulment.objects.count()) == ("granted", 0)


def test_G6_REV_06_cannot_go_on_before_the_notice_was_told_and_its_term_has_passed(office, as_user):
    case = started(office, office.granted())

    stays(as_user(office.officer), case, "close_memories", 422)
    for act in ("recall_whole", "recall_part", "revoke_grant"):
        stays(as_user(office.director), case, act, 409, **WORDS)
    assert Budget.objects.get().granted == Decimal("600.00")


def test_G6_PRE_11_cannot_revoke_without_reason_or_an_answer_to_each_memory(office, as_user):
    case = heard(office, office.granted())
    ground = case.annulments.get().grounds.get()
    client = as_user(office.director)

    stays(client, case, "recall_whole", 422, **WORDS)
    stays(client, case, "recall_whole", 422, reason="", **{f"answer_{ground.pk}": "Risulta."})
    assert Budget.objects.get().granted == Decimal("600.00")


def test_G6_REV_05_cannot_take_another_measure_than_was_told(office, as_user):
    case = heard(office, office.granted(), left=Decimal("400.00"))
    ground = case.annulments.get().grounds.get()
    answers = {f"answer_{ground.pk}": "Risulta."}

    page = send(as_user(office.director), case, "recall_whole", **WORDS, **answers)

    assert page.status_code in {409, 422}
    assert fresh(case).granted == Decimal("600.00")


def test_G6_cannot_revoke_while_a_payment_is_on_its_way(office, as_user):
    case = granted_firm(office)
    payment = proposed(office, case)
    case = heard(office, fresh(case))
    ground = case.annulments.get().grounds.get()
    answers = {f"answer_{ground.pk}": "Risulta."}

    stays(as_user(office.director), case, "recall_whole", 422, payment.number, **WORDS, **answers)
    assert not Recovery.objects.exists()


def test_G6_the_beneficiary_cannot_decide_on_the_own_revocation(office, as_user):
    case = heard(office, office.granted())
    address = reverse("workflows:act", args=[case.pk, "drop_revocation"])

    page = as_user(case.opened_by).post(address, {"seen_version": case.version, **WORDS})

    assert page.status_code in {403, 404}
    assert fresh(case).status == "memories_received"

"""No money is granted before CUP, DURC and antimafia stand written (G4: CUP-01, PAY-01, PAY-02, PAY-09)."""

import html
from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from accounting.models import Budget
from calls.models import Parameter
from grants import watch
from grants.candidates import checks_anew
from grants.models import GrantEvidence, RentContribution
from grants.services import evidence as services
from parties import moment
from tests.accounting.books import firm
from tests.grants.acts.act_pages import fresh
from tests.grants.judged import send
from tests.grants.test_aid import CAR, asked, registered
from tests.office import build
from workflows.engine import Refusal, TransitionRefused
from workflows.kinds import kind_of
from workflows.tasks import open_tasks, perform

pytestmark = pytest.mark.django_db
CUP = "B12C34000560001"


def proposed(office, name: str = "Alfa srl"):
    """Return a firm's application before its grant, with nothing written down."""
    case = office.proposed(
        organisation=firm(name), applicant_kind="enterprise", commits_to_vat=False, employment=""
    )
    bare()
    return fresh(case)


def bare() -> None:
    """Forget what the office of the tests writes down by itself."""
    GrantEvidence.objects.all().delete()
    RentContribution.objects.update(cup="")


def write(client, case, what: str, **typed) -> int:
    """Send the form of one kind of evidence; return how the page answered."""
    address = reverse("grants:write_evidence", args=[case.pk, what])
    return client.post(address, typed).status_code


def grants(office, as_user, case) -> str:
    """Grant by direct POST; return the refusal, or nothing where it was granted."""
    page = send(as_user(office.director), fresh(case), "grant")
    if page.status_code == 302:
        return ""
    assert (page.status_code, fresh(case).status) == (422, "admission_proposed")
    assert Budget.objects.get(call=case.call).granted == 0
    return page.content.decode()


def day(days: int = 0) -> str:
    return f"{moment.today() - timedelta(days=days):%d/%m/%Y}"


def test_G4_CUP_01_cannot_grant_without_the_cup_nor_with_that_of_another(office, as_user):
    other = office.draft()
    case = proposed(office)
    services.note_evidence(
        case, by=office.officer, kind="durc", reference="INPS_9", on=moment.today()
    )
    assert "Manca il CUP" in grants(office, as_user, case)

    RentContribution.objects.filter(pk=other.pk).update(cup=CUP, number="COW-1")
    client = as_user(office.officer)
    assert [write(client, case, "cup", cup=typed) for typed in ("", "B12", CUP)] == [422] * 3
    assert fresh(case).cup == ""
    # Taken by another meanwhile: the act looks again.
    RentContribution.objects.filter(pk=case.pk).update(cup=CUP)
    assert "già della pratica COW-1" in grants(office, as_user, case)

    assert write(as_user(office.officer), case, "cup", cup="b12c34000560002") == 302
    assert grants(office, as_user, case) == ""
    assert fresh(case).history.filter(name="assign_cup", by=office.officer).count() == 1
    with pytest.raises(TransitionRefused) as refused:
        services.assign_cup(fresh(case), by=office.officer, cup="B12C34000560003")
    assert refused.value.why is Refusal.STATUS


def test_G4_PAY_01_cannot_grant_without_a_regular_certificate_of_the_last_days(office, as_user):
    case = proposed(office)
    services.assign_cup(case, by=office.officer, cup=CUP)
    assert "Manca il DURC" in grants(office, as_user, case)

    def written(**typed) -> str:
        assert write(as_user(office.officer), case, "durc", reference="INPS_1", **typed) == 302
        return grants(office, as_user, case)

    assert "va acquisito di nuovo" in written(on=day(121), is_regular="on")
    assert "va comunicato il preavviso" in written(on=day(1))
    assert write(as_user(office.officer), case, "durc", reference="INPS_1", on=day(-1)) == 422
    assert write(as_user(office.officer), case, "durc", on=day()) == 422
    # The last valid day is a day of it (PAY-01).
    assert written(on=day(120), is_regular="on") == ""
    told = {one["rule"]: one["verdict"] for one in fresh(case).history.get(name="grant").outcomes}
    assert {rule: told[rule] for rule in ("CUP-04", "PAY-01", "PAY-09")} == {
        "CUP-04": "met",
        "PAY-01": "met",
        "PAY-09": "met",
    }


@pytest.mark.parametrize(
    ("what", "lead"), [("durc", "numero e giorno"), ("antimafia", "numero, giorno ed esito")]
)
def test_PAY_01_the_form_says_what_is_needed_and_calls_no_field_optional(
    office, as_user, what, lead
):
    case = proposed(office)
    client, page = as_user(office.officer), reverse("grants:write_evidence", args=[case.pk, what])

    shown = client.get(page).content.decode()
    both = client.post(page, {"reference": "INPS_1", "on": day(1), "exemption": "Non dovuto"})

    assert (lead in shown, "facoltativo" in shown) == (True, False)
    assert both.status_code == 422
    assert not GrantEvidence.objects.exists()


def test_PAY_02_who_has_no_position_says_why_and_an_aspiring_person_needs_not(office, as_user):
    person = office.proposed()
    assert send(as_user(office.director), fresh(person), "grant").status_code == 302

    other = office.proposed(
        organisation=firm("Beta srl"),
        applicant_kind="enterprise",
        commits_to_vat=False,
        employment="",
    )
    GrantEvidence.objects.all().delete()
    client = as_user(office.officer)
    assert write(client, other, "durc", exemption="Nessuna posizione INPS e INAIL") == 302
    assert send(as_user(office.director), fresh(other), "grant").status_code == 302


def test_G4_PAY_09_cannot_grant_above_the_threshold_without_the_antimafia_information(
    office, as_user
):
    case = office.proposed()
    law = Parameter.objects.get(code="antimafia")
    law.value |= {"threshold": "600.00"}
    law.save()
    # Exactly the threshold is not above it.
    assert "basta la dichiarazione" in page_of(office, as_user, case)
    law.value |= {"threshold": "599.99"}
    law.save()
    assert "manca l&#x27;informazione antimafia" in grants(office, as_user, case)

    def written(answer: str, days: int) -> str:
        typed = {"reference": "BDNA_1", "on": day(days), "answer": answer}
        assert write(as_user(office.officer), case, "antimafia", **typed) == 302
        return grants(office, as_user, case)

    assert write(as_user(office.officer), case, "antimafia", reference="1", on=day()) == 422
    assert "interdittiva" in written("barred", 0)
    assert "attesa fino al" in written("pending", 30)
    assert "va chiesta di nuovo" in written("clear", 400)
    assert "liberatoria" in page_after(office, as_user, case, "clear", 10)
    assert written("pending", 31) == ""


def page_of(office, as_user, case) -> str:
    page = as_user(office.officer).get(reverse("grants:before_grant", args=[case.pk]))
    assert page.status_code == 200
    return page.content.decode()


def page_after(office, as_user, case, answer: str, days: int) -> str:
    services.note_evidence(
        case,
        by=office.officer,
        kind="antimafia",
        reference="BDNA_2",
        on=moment.today() - timedelta(days=days),
        answer=answer,
    )
    return page_of(office, as_user, case)


def test_G4_evidence_is_written_by_those_who_examine_and_stays_in_the_history(office, as_user):
    case = proposed(office)
    typed = {"reference": "INPS_1", "on": moment.today()}

    for person in (office.director, office.accountant, case.opened_by):
        with pytest.raises(TransitionRefused) as refused:
            services.note_evidence(case, by=person, kind="durc", **typed)
        assert refused.value.why is Refusal.RIGHT
        with pytest.raises(TransitionRefused):
            services.assign_cup(case, by=person, cup=CUP)
    assert not GrantEvidence.objects.exists()

    services.note_evidence(case, by=office.officer, kind="durc", **typed)
    line = fresh(case).history.get(name="note_evidence")
    assert (line.by, line.reason) == (office.officer, str(GrantEvidence.objects.get()))


def test_RNA_05_an_aid_that_is_not_registered_yet_is_said_to_be_missing(office, as_user):
    case = proposed(office)
    type(office.call).objects.filter(pk=office.call.pk).update(aid_code=CAR)
    page, client = reverse("grants:before_grant", args=[case.pk]), as_user(office.officer)

    before = client.get(page).text
    registered(office, fresh(case))
    after = client.get(page).text

    assert ("Nel registro manca l'aiuto di 600,00" in html.unescape(before)) is True
    assert "registrato per" not in before
    assert "L'aiuto è registrato per 600,00" in html.unescape(after)


@pytest.fixture
def offered(law):
    """Return the office and a firm's application to which 300,00 of 600,00 were offered."""
    office = build(Decimal("300.00"))
    case = proposed(office)
    type(office.call).objects.filter(pk=office.call.pk).update(aid_code=CAR)
    asked(office, fresh(case))
    registered(office, fresh(case), amount="300.00")
    services.assign_cup(case, by=office.officer, cup=CUP)
    services.note_evidence(
        case, by=office.officer, kind="durc", reference="INPS_1", on=moment.today()
    )
    return office, perform(fresh(case), "offer_partial", by=office.director)


WORDS = {
    "cup": "Manca il CUP",
    "durc": "non è regolare",
    "cor": "serve una nuova registrazione",
    "room": "supera il de minimis",
}


@pytest.mark.parametrize("lacks", WORDS)
def test_G4_RNA_03_an_acceptance_stands_in_time_and_the_grant_waits_for_what_it_wants(
    offered, as_user, lacks
):
    office, case = offered
    if lacks == "cup":
        RentContribution.objects.update(cup="")
    elif lacks == "durc":
        GrantEvidence.objects.update(is_regular=False)
    elif lacks == "cor":
        case.aid_registrations.update(on=moment.today() - timedelta(days=21))
    else:
        Parameter.objects.filter(code="de_minimis_general").update(
            value=Parameter.objects.get(code="de_minimis_general").value | {"ceiling": "299.99"}
        )
    client = as_user(case.opened_by)
    page = client.post(
        reverse("grants:offer", args=[case.pk]), {"act": "accept", "seen_version": case.version}
    )

    assert page.status_code == 302
    case = fresh(case)
    assert (case.status, case.granted, case.offered) == ("offer_accepted", None, Decimal("300.00"))
    budget = Budget.objects.get(call=case.call)
    assert (budget.granted, budget.reserved) == (0, Decimal("300.00"))
    assert case.protocol_entries.filter(subject__startswith="Accettazione").count() == 1
    assert [task.flow_task.name for task in open_tasks(case)] == ["complete_acceptance"]
    assert not case.terms.filter(kind="acceptance", ended_at__isnull=True).exists()
    assert case.number in " ".join(one.sentence for one in watch.accepted_offers())
    refused = send(as_user(office.officer), case, "complete_acceptance")
    assert (refused.status_code, WORDS[lacks] in refused.content.decode()) == (422, True)
    assert Budget.objects.get(call=case.call).granted == 0


def test_RANK_12_a_grant_that_was_accepted_is_completed_once_its_papers_are_there(offered, as_user):
    office, case = offered
    RentContribution.objects.update(cup="")
    accept = {"act": "accept", "seen_version": case.version}
    as_user(case.opened_by).post(reverse("grants:offer", args=[case.pk]), accept)
    case = fresh(case)
    page = as_user(case.opened_by).get(reverse("workflows:case", args=[case.pk]))
    assert "Hai accettato" in page.content.decode()
    services.assign_cup(case, by=office.officer, cup=CUP)

    assert send(as_user(office.officer), fresh(case), "complete_acceptance").status_code == 302

    case = fresh(case)
    assert (case.status, case.granted) == ("granted", Decimal("300.00"))
    assert Budget.objects.get(call=case.call).reserved == 0
    assert case.letters.get(kind="grant").state != "held"
    assert list(watch.accepted_offers()) == []


def test_PRE_08_what_stands_against_whoever_accepted_is_examined_anew_and_told_first(
    offered, as_user
):
    office, case = offered
    GrantEvidence.objects.update(is_regular=False)
    accept = {"act": "accept", "seen_version": case.version}
    as_user(case.opened_by).post(reverse("grants:offer", args=[case.pk]), accept)

    assert send(as_user(office.officer), fresh(case), "examine_accepted").status_code == 422
    why = {"reason": "DURC irregolare."}
    assert send(as_user(office.officer), fresh(case), "examine_accepted", **why).status_code == 302

    case = fresh(case)
    assert (case.status, case.offered) == ("under_examination", None)
    assert Budget.objects.get(call=case.call).reserved == 0
    assert [task.flow_task.name for task in open_tasks(case)] == ["examine"]


def test_G4_an_offer_with_all_evidence_is_accepted(offered):
    office, case = offered
    assert perform(fresh(case), "accept_partial", by=case.opened_by).granted == Decimal("300.00")
    assert Budget.objects.get(call=office.call).granted == Decimal("300.00")


def test_RANK_13_a_scroll_passes_over_whom_something_stands_against_not_whose_papers_are_awaited(
    office,
):
    case = proposed(office)

    def blocking() -> list[str]:
        return [one.rule for one in checks_anew(fresh(case), case.proposed) if one.blocks]

    assert blocking() == []
    services.note_evidence(
        case,
        by=office.officer,
        kind="durc",
        reference="INPS_1",
        on=moment.today(),
        is_regular=False,
    )
    assert blocking() == ["PRE-08"]


def test_G4_many_decisions_are_foreseen_with_what_each_lacks(office):
    cases = [proposed(office, f"Alfa {number} srl") for number in range(2)]
    type(office.call).objects.filter(pk=office.call.pk).update(aid_code=CAR)
    services.assign_cup(cases[0], by=office.officer, cup=CUP)
    services.note_evidence(
        cases[0], by=office.officer, kind="durc", reference="INPS_1", on=moment.today()
    )
    asked(office, cases[0])
    registered(office, cases[0])

    first, second = kind_of(cases[0]).forecast(cases, office.director)

    assert (first.act.name, first.amount) == ("grant", Decimal("600.00"))
    assert second.act is None
    for words in ("Manca il CUP", "Manca il DURC", "manca la visura", "Manca il COR"):
        assert words in second.sentence

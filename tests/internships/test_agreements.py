"""Agreements for one internship or for many, the papers around them, and quotas that an act raises."""

from datetime import timedelta

import pytest
from django.urls import reverse

from internships.models import (
    Agreement,
    CopyGiven,
    Deed,
    HostOffer,
    Internship,
    InternshipStatus,
)
from internships.plans import promoter_outcomes
from internships.readiness import readiness_of, wanted_covers
from internships.rules.start import Actor
from internships.services.agreements import end_agreement
from internships.services.placements.preparing import FrameworkData
from internships.services.placements.starting import note_copy, note_cover, note_stamp
from parties import moment
from tests.internships import offering, placing
from tests.office import days_ago, person
from workflows.engine import TransitionRefused
from workflows.models import HistoryEntry
from workflows.rules import Verdict
from workflows.tasks import perform

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


def of(outcomes, rule: str):
    return next(one for one in outcomes if one.rule == rule)


def ids(refused, verdict=Verdict.NOT_MET) -> list[str]:
    return [one.rule for one in refused.value.outcomes if one.verdict is verdict]


def last_line(case: Internship) -> HistoryEntry:
    return case.history.order_by("position").last()


def framework(office, offer: HostOffer, **changes) -> Agreement:
    """Return a collective agreement that both have signed for a first internship."""
    until = moment.today() + timedelta(days=400)
    said = {"kind": Agreement.Kind.COLLECTIVE, "valid_to": until} | changes
    placing.convention_signed(office, placing.opened(office, offer, placing.trainee(1)), **said)
    return Agreement.objects.get()


def named(office, case: Internship, found: Agreement) -> Internship:
    data = FrameworkData(found, placing.tutor_of_promoter())
    return perform(case, "use_framework", by=office.officer, data=data)


def test_R_DOC_02_a_collective_agreement_is_signed_once_and_named_by_later_internships(
    office, offer
):
    found = framework(office, offer)
    later = named(office, placing.opened(office, offer, placing.trainee(2)), found)

    later = placing.plan_signed(office, later)

    assert (later.status, later.promoter, later.agreement) == (
        InternshipStatus.PLAN_SIGNED,
        found.promoter,
        found,
    )
    assert [one.kind for one in Deed.objects.filter(internship=later)] == ["plan"]
    assert "R-DOC-01" not in {one.outcome.rule for one in readiness_of(later).missing}
    assert found.internships.count() == 2


def test_R_DOC_02_an_ended_or_foreign_or_individual_agreement_is_named_by_nobody(
    office, call, offer
):
    found = framework(office, offer)
    case = placing.opened(office, offer, placing.trainee(2))
    other = person(950).tax_code
    elsewhere = offering.published(office, call, "Altra ditta srl", tutor_tax_code=other)
    stranger = placing.opened(office, elsewhere, placing.trainee(3))

    with pytest.raises(TransitionRefused) as foreign:
        named(office, stranger, found)
    Agreement.objects.update(kind=Agreement.Kind.INDIVIDUAL)
    with pytest.raises(TransitionRefused) as individual:
        named(office, case, found)
    Agreement.objects.update(kind=Agreement.Kind.COLLECTIVE)
    with days_ago(1):
        end_agreement(found, by=office.officer, reason="Recesso dell'ospitante.")
    with pytest.raises(TransitionRefused) as ended:
        named(office, case, found)

    assert (ids(foreign), ids(individual), ids(ended)) == (
        ["R-DOC-02"],
        ["R-DOC-01", "R-DOC-02"],
        ["R-DOC-02"],
    )
    assert Internship.objects.filter(status=InternshipStatus.PREPARATION).count() == 2


def test_R_DOC_05_an_agreement_without_the_joint_declaration_is_not_sent(office, case):
    with pytest.raises(TransitionRefused) as refused:
        placing.convention_sent(office, case, jointly_declared=False)

    assert (ids(refused), Deed.objects.count()) == (["R-DOC-05"], 0)


def test_R_DOC_08_stamp_duty_without_a_receipt_wants_a_reason_and_is_shown_until_it_comes(
    office, case
):
    data = placing.ConventionData(
        placing.promoter(),
        placing.tutor_of_promoter(),
        jointly_declared=True,
        stamp_asked=True,
    )
    with pytest.raises(TransitionRefused) as refused:
        perform(case, "send_convention", by=office.officer, data=data)
    case = perform(
        case, "send_convention", by=office.officer, data=data, reason="Bollo entro venerdì."
    )
    line = last_line(case)
    noted = [one.outcome.rule for one in readiness_of(case).noted]
    case = note_stamp(case, by=office.officer, receipt="Marca 01230004567")

    assert ids(refused, Verdict.WARNING) == ["R-DOC-08"]
    assert "Scrivi perché si procede comunque." in refused.value.sentence
    assert (line.reason, [o["rule"] for o in line.outcomes if o["verdict"] == "warning"]) == (
        "Bollo entro venerdì.",
        ["R-DOC-08"],
    )
    assert ("R-DOC-08" in noted, [one.outcome.rule for one in readiness_of(case).noted]) == (
        True,
        [],
    )


def test_R_DOC_10_a_first_day_too_close_wants_a_reason(office, offer):
    case = placing.opened(office, offer, start=offer.start_from)
    Internship.objects.filter(pk=case.pk).update(start=moment.today() + timedelta(days=9))
    data = placing.ConventionData(
        placing.promoter(), placing.tutor_of_promoter(), jointly_declared=True
    )

    with pytest.raises(TransitionRefused) as refused:
        perform(case, "send_convention", by=office.officer, data=data)
    case = perform(case, "send_convention", by=office.officer, data=data, reason="Concordato.")

    assert ids(refused, Verdict.WARNING) == ["R-DOC-10"]
    assert case.status == InternshipStatus.CONVENTION_SIGNING


def test_R_DOC_06_the_copies_are_asked_for_until_each_party_has_its_own(office, case):
    case = placing.plan_signed(office, case)
    before = [one.outcome.sentence for one in readiness_of(case).noted]
    for deed in Deed.objects.filter(internship=case):
        for actor in ("promoter", "host", "trainee"):
            said = {"deed": deed.pk, "actor": actor, "given_on": moment.today(), "means": "here"}
            case = note_copy(case, by=office.officer, **said)

    with pytest.raises(TransitionRefused) as twice:
        note_copy(case, by=office.officer, **said)

    assert before == [
        "Senza copia: ospitante (convenzione), promotore (convenzione), tirocinante (convenzione).",
        (
            "Senza copia: ospitante (progetto formativo individuale), promotore (progetto formativo "
            "individuale), tirocinante (progetto formativo individuale)."
        ),
    ]
    assert [one.outcome.rule for one in readiness_of(case).noted] == []
    assert (CopyGiven.objects.count(), "R-DOC-06" in twice.value.sentence) == (6, True)


def test_R_INS_02_what_the_policies_leave_out_keeps_the_communication_back(office, case):
    case = placing.prepared(office, case, trips="Visite ai clienti.")
    said = placing.cover(case, covered=tuple(wanted_covers(case)[:-1]))
    case = note_cover(case, by=office.officer, data=said)

    with pytest.raises(TransitionRefused) as refused:
        placing.communicated(office, case)

    assert (ids(refused), refused.value.sentence) == (
        ["R-INS-02"],
        "Le assicurazioni non coprono: trasferte e attività fuori sede.",
    )


def test_R_INS_04_the_premium_is_told_by_the_days_of_the_plan(office, case):
    case = placing.plan_sent(office, case)
    told = of(readiness_of(case).outcomes, "R-INS-04")
    days = told.inputs["giornate"]
    first, last = case.start, case.end
    working = sum((first + timedelta(n)).weekday() < 5 for n in range((last - first).days + 1))

    assert days == working
    # 20206.20 / 300 a day, 9 in a thousand.
    assert f"{days} giornate" in told.sentence
    assert f"{round(20206.20 / 300 * days * 9 / 1000, 2):.2f}".replace(".", ",") in told.sentence


def test_R_COB_06_a_communication_without_its_codes_is_refused_and_keeps_nothing(office, case):
    case = placing.prepared(office, case)

    with pytest.raises(TransitionRefused) as refused:
        perform(
            case,
            "record_communication",
            by=office.officer,
            number="1202026",
            sent_at=moment.now(),
            codes=placing.Codes("02", "", "A"),
        )

    assert (ids(refused), refused.value.sentence) == (
        ["R-COB-06"],
        "Per la comunicazione obbligatoria mancano: codice della categoria di tirocinante.",
    )
    kept = Internship.objects.get(pk=case.pk)
    assert (kept.cob_number, kept.cob_promoter_code) == ("", "")


def test_R_HOS_07_the_region_of_the_registered_office_is_chosen_in_the_agreement(office, case):
    host = case.host
    type(host).objects.filter(pk=host.pk).update(province="VR")
    said = {"several_regions": True, "ruled_by": Agreement.Rules.SEAT, "jointly_declared": True}
    data = placing.ConventionData(placing.promoter(), placing.tutor_of_promoter(), **said)

    with pytest.raises(TransitionRefused) as refused:
        perform(case, "send_convention", by=office.officer, data=data)
    case = perform(
        case, "send_convention", by=office.officer, data=data, reason="Regole venete verificate."
    )

    assert ids(refused, Verdict.WARNING) == ["R-HOS-07"]
    assert "Regione Veneto" in refused.value.sentence
    assert last_line(case).reason == "Regole venete verificate."


def test_R_PRO_03_only_some_promoters_act_in_another_region(office, case):
    type(case.unit).objects.filter(pk=case.unit_id).update(province="VR")
    accredited = placing.promoter("Ente accreditato di prova", kind="accredited")

    with pytest.raises(TransitionRefused) as refused:
        placing.convention_sent(office, case, promoter=accredited)

    assert "R-PRO-03" in ids(refused)
    case.promoter, case.unit.province = placing.promoter(), "VR"
    assert of(promoter_outcomes(case), "R-PRO-03").verdict is Verdict.MET


def test_R_DOC_02_the_office_reads_a_collective_agreement_and_ends_it(office, offer, as_user):
    found = framework(office, offer)
    client = as_user(office.officer)
    page = reverse("internships:agreement", args=[found.pk])

    listed = client.get(reverse("internships:agreements")).content.decode()
    shown = client.get(page).content.decode()
    unsaid = client.post(page, {})
    ended = client.post(page, {"end_reason": "Recesso."})

    assert (found.host.name in listed, Internship.objects.get().number in shown) == (True, True)
    assert (unsaid.status_code, ended.status_code) == (422, 302)
    assert Agreement.objects.get().ended_on == moment.today()


def test_the_paper_of_a_collective_agreement_names_no_intern(office, offer):
    from letters.models import Letter  # noqa: PLC0415 (one test reads it)

    found = framework(office, offer)
    letter = Letter.objects.get(document=found.deed.document)
    written = f"{letter.text} {letter.values}"
    intern = found.deed.internship.trainee

    assert "Convenzione collettiva" in written
    assert (intern.tax_code in letter.text, intern.name in letter.text) == (False, False)
    assert Actor.HOST.value in found.deed.signers


def test_each_party_reads_its_own_letters_on_the_page_of_the_internship(office, case, as_user):
    from letters.models import Letter  # noqa: PLC0415 (one test reads it)

    case = placing.plan_signed(office, case)
    reminder = Letter.objects.get(kind="cob_reminder")
    page = reverse("internships:internship", args=[case.pk])
    paper = reverse("internships:internship_document", args=[case.pk, reminder.document_id])
    host, trainee = case.offer.opened_by, case.trainee.user

    seen = [reminder.subject in as_user(one).get(page).content.decode() for one in (host, trainee)]
    answers = [as_user(one).get(paper) for one in (trainee, host)]
    answers[1].close()

    assert seen == [True, False]
    assert [one.status_code for one in answers] == [404, 200]

"""What is followed while an internship runs: interim reports, accidents, trips, signs for inspections."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from internships import fees, following, signs, watch
from internships.models import Accident, InterimReport, Internship, Month, SignSeen, Trip
from internships.rules.reporting import Cadence, Stretch, stretches
from internships.services.placements import inspecting, reporting, telling
from internships.services.placements.reporting import InterimData
from internships.services.placements.telling import AccidentData, ReportedData, TripData
from internships.views.placement_office import office_context
from letters.models import Letter
from parties import moment
from tests.internships import offering, placing, running
from tests.internships.running import host_of, on, trainee_of
from tests.office import pdf_file
from workflows.engine import Refusal, TransitionRefused
from workflows.tasks import perform

pytestmark = pytest.mark.django_db

SAID = InterimData(4, 5, plan_holds=True, contacts="12 maggio, visita del tutor.")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def case(office) -> Internship:
    """An internship of six months that began a hundred days ago."""
    return running.begun(office, 100)


def refused(call, *args, **kwargs):
    with pytest.raises(TransitionRefused) as found:
        call(*args, **kwargs)
    return found.value.why, [one.rule for one in found.value.outcomes]


def accident(case, days, *, by=None, ago=HOUR) -> Accident:
    data = AccidentData(moment.now() - ago, "Reparto tintoria", "È scivolata.", days)
    return telling.tell_accident(case, by=by or host_of(case), data=data)


def test_R_ATT_10_a_short_internship_reports_half_way_a_longer_one_each_quarter():
    cadence, day = Cadence(3, 3, 30), timezone.datetime(2026, 1, 12).date()

    def lasts(end):
        return [
            (one.number, one.first.isoformat(), one.last.isoformat())
            for one in stretches(day, day.replace(**end), cadence)
        ]

    assert lasts({"month": 4, "day": 11}) == [(1, "2026-01-12", "2026-02-25")]
    assert lasts({"month": 4, "day": 12}) == [(1, "2026-01-12", "2026-04-11")]
    assert lasts({"month": 7, "day": 11}) == [(1, "2026-01-12", "2026-04-11")]
    assert lasts({"month": 10, "day": 11}) == [
        (1, "2026-01-12", "2026-04-11"),
        (2, "2026-04-12", "2026-07-11"),
    ]
    assert stretches(day, day, cadence) == []
    assert isinstance(stretches(day, day + 40 * DAY, cadence)[0], Stretch)


def test_R_ATT_10_tutors_are_asked_once_and_write_it_once_its_days_are_over(
    as_user, office, case, mailoutbox, django_capture_on_commit_callbacks
):
    (report,) = following.reports_of(case)
    page = reverse("internships:internship_interim", args=[case.pk, 1])
    with on(report.stretch.last - DAY):
        assert reporting.ask_reports() == 0
        early = refused(reporting.write_interim, case, 1, by=host_of(case), data=SAID)
    assert early == (Refusal.RULE, ["R-ATT-10"])

    with django_capture_on_commit_callbacks(execute=True):
        assert (reporting.ask_reports(), reporting.ask_reports()) == (1, 0)
    (mail,) = [one for one in mailoutbox if page in one.body]
    assert mail.to == [case.tutor("host").email, case.tutor("promoter").email]

    said = {"seen_version": case.version, "progress": 4, "satisfaction": 5, "plan_holds": "no"}
    said |= {"contacts": "Visita del 12 maggio.", "problems": "Poco affiancamento."}
    assert as_user(trainee_of(case)).post(page, said).status_code == 403
    bare = as_user(office.officer).post(page, said)
    said |= {"remedies": "Il supplente affianca due giorni.", "file": pdf_file("relazione.pdf")}
    good = as_user(office.officer).post(page, said)
    assert [bare.status_code, good.status_code] == [422, 302]
    again = refused(reporting.write_interim, case, 1, by=office.officer, data=SAID)

    row = InterimReport.objects.get()
    assert (again[0], row.progress, row.plan_holds, row.document is not None) == (
        Refusal.STATUS,
        4,
        False,
        True,
    )
    shown = as_user(trainee_of(case)).get(page).text
    assert ("Il supplente affianca due giorni." in shown, "R-ATT-10" in shown) == (True, True)


def test_R_ATT_10_a_late_report_and_late_final_reports_are_flagged(office):
    case = running.begun(office, 120)
    (report,) = following.reports_of(case)
    with on(report.stretch.last + timedelta(days=15)):
        assert following.reports_of(case)[0].outcome.verdict == "met"
    assert following.reports_of(case)[0].outcome.verdict == "warning"
    with on(case.start + timedelta(days=40)):
        case = perform(
            case,
            "interrupt",
            by=office.officer,
            last_day=case.start + timedelta(days=40),
            reason="Nuovo lavoro.",
        )
    # The stretch ended after the internship did: no interim report, the final ones are late.
    final = following.final_outcome(case)
    assert (following.reports_of(case), final.verdict) == ([], "warning")
    assert "dell'ospitante e del tirocinante" in final.sentence


def test_R_INS_05_a_long_absence_is_reported_within_the_hours_and_the_promoter_is_told(
    office, case, mailoutbox, django_capture_on_commit_callbacks
):
    assert refused(accident, case, 5, ago=-HOUR)[0] == Refusal.RULE
    told = accident(case, 5)

    letter = Letter.objects.get(kind="internship_accident")
    names = {one.name for one in letter.deliveries.all()}
    assert names == {case.host.name, case.promoter.party.name}
    said = f"{letter.text} {letter.values}"
    assert ("Reparto tintoria" in said, "scivolata" in said) == (True, False)
    outcome = following.accident_outcome(case, told)
    assert (outcome.rule, outcome.verdict, "entro le ore" in outcome.sentence) == (
        "R-INS-05",
        "warning",
        True,
    )
    assert (telling.chase_accidents(), list(watch.unreported())) == (0, [])

    Accident.objects.update(
        due_from=moment.now() - timedelta(hours=30), happened_at=moment.now() - timedelta(hours=31)
    )
    with django_capture_on_commit_callbacks(execute=True):
        assert (telling.chase_accidents(), telling.chase_accidents()) == (1, 0)
    assert [one.to[0] for one in mailoutbox if "infortunio" in one.subject] == [
        case.tutor("promoter").email
    ]
    Accident.objects.update(
        due_from=moment.now() - timedelta(hours=49), happened_at=moment.now() - timedelta(hours=50)
    )
    assert len(list(watch.unreported())) == 1

    half = ReportedData(5, reported_at=moment.now())
    assert refused(telling.follow_accident, told, by=host_of(case), data=half)[0] == Refusal.RULE
    whole = ReportedData(5, moment.now(), "INAIL 77")
    assert refused(telling.follow_accident, told, by=trainee_of(case), data=whole)[0] == (
        Refusal.RIGHT
    )
    told = telling.follow_accident(told, by=host_of(case), data=whole)
    late = following.accident_outcome(case, told)
    assert (late.verdict, "va denunciato" in late.sentence) == ("warning", True)
    assert list(watch.unreported()) == []


def test_R_INS_05_a_short_absence_is_told_only_until_it_grows(office, case):
    told = accident(case, 3, by=trainee_of(case))
    assert (told.due_from, following.accident_outcome(case, told).verdict) == (None, "met")

    told = telling.follow_accident(told, by=host_of(case), data=ReportedData(4))

    assert (
        told.due_from is not None,
        Letter.objects.filter(kind="internship_accident").count(),
    ) == (
        True,
        2,
    )


def test_R_INS_06_whoever_bears_inail_by_the_agreement_is_the_one_who_reports(as_user, case):
    accident(case, 10)
    Internship.objects.filter(pk=case.pk).update(cover_bearer="host")
    case = Internship.objects.get(pk=case.pk)

    page = as_user(host_of(case)).get(reverse("internships:internship", args=[case.pk])).text

    assert (following.reporter_of(case), "ospitante (R-INS-06)" in page) == ("host", True)
    accident(case, 10, ago=2 * HOUR)
    assert "al soggetto ospitante (" in Letter.objects.latest("pk").text


def test_R_DUR_23_a_trip_told_late_wants_a_reason_and_the_promoter_reads_of_it(
    as_user, office, case, mailoutbox, django_capture_on_commit_callbacks
):
    today = moment.today()
    late = TripData(moment.now() + HOUR, today + DAY, "Fiera di Milano", "Visita", "Il tutor")
    assert refused(telling.tell_trip, case, by=host_of(case), data=late) == (
        Refusal.RULE,
        ["R-DUR-23"],
    )
    page = reverse("internships:internship_trip", args=[case.pk])
    said = {"seen_version": case.version, "day": today + 3 * DAY, "hour": "8:30"}
    said |= {"last_day": today + 3 * DAY, "place": "Fiera di Milano", "purpose": "Visita"}
    said |= {"companion": "Il tutor", "why_late": ""}
    assert as_user(trainee_of(case)).get(page).status_code == 403
    with django_capture_on_commit_callbacks(execute=True):
        assert as_user(host_of(case)).post(page, said).status_code == 302
    assert [one.to[0] for one in mailoutbox if "Fiera di Milano" in one.subject] == [
        case.tutor("promoter").email
    ]
    explained = TripData(
        *[getattr(late, name) for name in list(TripData.__dataclass_fields__)[:5]], "Urgenza"
    )
    telling.tell_trip(case, by=host_of(case), data=explained)
    assert Trip.objects.count() == 2

    running.written(case, 1, mode="trip")
    shown = as_user(office.officer).get(reverse("workflows:office_case", args=[case.pk])).text
    assert "mai comunicata al promotore" in shown


def test_R_SAF_03_the_agreement_says_who_trains_on_safety_and_is_not_sent_without(as_user, office):
    case = placing.opened(office, offering.published(office, offering.open_call(office)))
    act = reverse("workflows:act", args=[case.pk, "send_convention"])
    tutor = placing.tutor_of_promoter()
    said = {"seen_version": case.version, "promoter": placing.promoter().pk}
    said |= {"tutor_name": tutor.name, "tutor_tax_code": tutor.tax_code}
    said |= {"tutor_email": tutor.email, "cover_bearer": "promoter"}
    said |= {"kind": "individual", "ruled_by": "unit", "jointly_declared": "on"}
    blank = as_user(office.officer).post(act, said)
    assert (blank.status_code, Internship.objects.get().status) == (422, "preparation")

    good = as_user(office.officer).post(act, said | {"safety_bearer": "promoter"})

    letter = Letter.objects.get(kind="internship_convention")
    words = "sulla sicurezza è a carico del soggetto promotore"
    assert (good.status_code, words in f"{letter.text}{letter.values}") == (302, True)


def test_R_PUB_20_the_promoter_gets_half_from_half_way_on_by_the_band_of_the_call(as_user, office):
    case = running.begun(office, 100)
    assert fees.fee_of(case) is None  # The call pays no promoter.
    stored = case.call_version.parameters | {"promoter_fees": [[1, "200.00"], [3, "400.00"]]}
    case.call_version.parameters = stored
    assert fees.fee_of(case) is None  # Nobody has written the band down.
    case.condition.profile = 3

    assert fees.fee_of(case) == fees.Fee(Decimal("400.00"), Decimal("200.00"))
    with on(case.start + timedelta(days=80)):
        assert fees.fee_of(case) == fees.Fee(Decimal("400.00"), Decimal(0))
    shown = render_to_string(
        "internships/office/_internship.html",
        office_context(case, office.officer) | {"case": case},
    )
    # The payments of a case go to one payee: the page says what the office does with the fee.
    assert "pagato altrove" in shown
    page = reverse("internships:internship_band", args=[case.pk])
    assert as_user(trainee_of(case)).get(page).status_code == 403
    assert as_user(office.officer).post(page, {"band": 9, "seen_version": 1}).status_code == 422


def test_R_BAN_07_signs_are_shown_to_the_office_and_listed_until_they_are_cleared(
    as_user, office, case, django_assert_num_queries
):
    listed = reverse("internships:signs")
    assert (list(signs.with_signs()), signs.signs_of(signs.watched().get())) == ([], [])
    page = reverse("internships:internship_sign_seen", args=[case.pk])
    said = {"seen_version": case.version, "kind": "as_staff", "seen_on": moment.today()}
    said |= {"facts": "Timbra con i dipendenti."}
    assert as_user(host_of(case)).post(page, said).status_code == 403
    assert as_user(office.officer).post(page, said).status_code == 302
    Month.objects.filter(internship=case, number=1).update(planned_minutes=600, done_minutes=900)
    reporting.write_interim(case, 1, by=office.officer, data=InterimData(3, 3, False, "Visita."))

    found = signs.with_signs().get()
    assert [one.sentence for one in signs.signs_of(found)] == [
        "Indicatore per i controlli: le ore superano il progetto di oltre il 50%.",
        "Indicatore per i controlli: presenze e ferie sono trattate come quelle del personale.",
        "Indicatore per i controlli: l'attività è diversa dal progetto.",
    ]
    shown = as_user(office.officer).get(reverse("workflows:office_case", args=[case.pk])).text
    party = as_user(host_of(case)).get(reverse("internships:internship", args=[case.pk])).text
    assert ("R-BAN-07" in shown, "R-BAN-07" in party, "Timbra" in party) == (True, False, False)
    assert str(case.number) in as_user(office.officer).get(listed).text

    Month.objects.filter(internship=case, number=1).update(planned_minutes=600, done_minutes=890)
    InterimReport.objects.update(plan_holds=True)
    sign = SignSeen.objects.get()
    inspecting.clear_sign(sign, by=office.officer, reason="Il badge apre soltanto il cancello.")
    assert (list(signs.with_signs()), SignSeen.objects.count()) == ([], 1)


def test_R_BAN_07_the_list_asks_the_same_questions_for_one_and_for_three(
    as_user, office, case, django_assert_num_queries
):
    def sign(one):
        data = inspecting.SignData("replaces", moment.today(), "Sola al banco.")
        inspecting.note_sign(one, by=office.officer, data=data)

    others = [running.begun(office, days, firm=firm) for firm, days in ((1, 59), (2, 18))]
    sign(case)
    client, address = as_user(office.officer), reverse("internships:signs")
    client.get(address)
    with django_assert_num_queries(9) as one:
        client.get(address)
    for other in others:
        sign(other)
    with django_assert_num_queries(len(one)):
        text = client.get(address).text
    assert [str(one.number) in text for one in (case, *others)] == [True] * 3

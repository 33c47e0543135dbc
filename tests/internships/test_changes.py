"""An internship that stands still, goes on longer, changes or ends early: what follows for its days."""

from datetime import timedelta

import pytest

from internships.during import extension_outcomes
from internships.models import (
    Deed,
    Extension,
    HostOffer,
    Internship,
    InternshipStatus,
    MonthStatus,
    StaffPeriod,
    Suspension,
)
from internships.rules.duration import Pause
from internships.rules.start import Actor
from internships.services.placements import ask_extension, ask_variation
from internships.services.placements.changing import ExtensionData, VariationData
from internships.services.placements.running import PauseData
from internships.services.register import reminders
from letters.models import Letter
from parties import moment
from tests.internships import placing, running
from tests.internships.running import on, trainee_of
from workflows.engine import Refusal, TransitionRefused
from workflows.tasks import perform

pytestmark = pytest.mark.django_db

ALL = (Actor.HOST, Actor.HOST_TUTOR, Actor.TRAINEE, Actor.PROMOTER)


@pytest.fixture
def case(office):
    return running.begun(office, 45)


def pause(case, first, days, kind=Pause.ILLNESS):
    """Return a suspension that begins so many days after the start."""
    day = case.start + timedelta(days=first)
    return PauseData(kind.value, day, day + timedelta(days=days - 1), told_on=day)


def refused(call, *args, **kwargs):
    """Return why, and the rules that do not hold."""
    with pytest.raises(TransitionRefused) as found:
        call(*args, **kwargs)
    return found.value.why, [one.rule for one in found.value.outcomes if one.blocks]


def test_R_DUR_12_AT_09_twelve_days_of_illness_are_an_absence_and_leave_nothing(office, case):
    found = refused(perform, case, "suspend", by=office.officer, data=pause(case, 3, 12))

    assert (found, Suspension.objects.count()) == ((Refusal.RULE, ["R-DUR-12"]), 0)


def test_R_DUR_14_AT_09_thirty_four_days_move_the_end_and_add_to_the_months(office, case):
    before = case.end
    case = perform(case, "suspend", by=office.officer, data=pause(case, 3, 34))
    assert case.status == InternshipStatus.SUSPENDED

    case = perform(case, "resume", by=office.officer, returned_on=case.start + timedelta(days=37))

    assert (case.status, case.end) == (InternshipStatus.RUNNING, before + timedelta(days=34))
    assert case.months.order_by("number").last().last_day == case.end
    assert list(Letter.objects.filter(case=case).order_by("pk").values_list("kind", flat=True))[
        -2:
    ] == ["internship_suspension", "internship_resumption"]


def test_no_letter_says_why_an_intern_stands_still(office, case):
    perform(case, "suspend", by=office.officer, data=pause(case, 3, 34, Pause.INJURY))

    letter = Letter.objects.get(kind="internship_suspension")
    assert "infortunio" not in f"{letter.text}{letter.values}".lower().replace("infortunio.", "")


def test_R_IND_11_R_DUR_15_a_month_that_stood_still_in_part_is_paid_by_its_days(office, case):
    case = perform(case, "suspend", by=office.officer, data=pause(case, 10, 32))
    case = perform(case, "resume", by=office.officer, returned_on=case.start + timedelta(days=42))

    month = running.closed(office, case)

    due = month.allowance
    assert (due.amount, due.rule) == (200, "R-IND-06")


def asked(case, **changes):
    """Ask for three months more, with a competence that is qualified."""
    said = {
        "months": 3,
        "reason": "Gli obiettivi chiedono altri tre mesi.",
        "competences": [("Pianificare il recupero", 4)],
    }
    return ask_extension(case, by=trainee_of(case), data=ExtensionData(**(said | changes)))


def test_R_DUR_11_an_extension_after_the_end_is_refused_with_the_rule(office):
    case = running.begun(office, 200)

    found = refused(asked, case)

    assert (found, Extension.objects.count(), Deed.objects.filter(kind="addendum").count()) == (
        (Refusal.RULE, ["R-DUR-11"]),
        0,
        0,
    )


def test_R_DOC_09_an_extension_waits_for_every_signature_then_adds_its_months(office, case):
    before = case.end
    asked(case)
    assert refused(perform, case, "extend", by=office.officer) == (Refusal.RULE, ["R-DOC-09"])

    placing.sign(office, case, "addendum", *ALL)
    case = perform(case, "extend", by=office.officer)

    extension = Extension.objects.get()
    assert (case.end, extension.state) == (extension.new_end, Extension.State.GRANTED)
    assert case.end > before
    assert case.months.count() == 9
    letter = Letter.objects.get(kind="internship_extension")
    assert "Pianificare il recupero" in f"{letter.text}{letter.values}"


def test_R_DUR_07_an_extension_beyond_six_months_needs_a_qualified_competence(office, case):
    asked(case, competences=[("Riordino", 3)])
    placing.sign(office, case, "addendum", *ALL)

    found = refused(perform, case, "extend", by=office.officer)

    assert found == (Refusal.RULE, ["R-DUR-07"])


def test_R_DOC_09_other_hours_hold_once_all_have_signed(office, case):
    data = VariationData("Nuovo turno.", week=[360, 360, 360, 360, 360, 0, 0])
    ask_variation(case, by=trainee_of(case), data=data)
    assert refused(perform, case, "vary", by=office.officer) == (Refusal.RULE, ["R-DOC-09"])

    placing.sign(office, case, "addendum", *ALL)

    case = perform(case, "vary", by=office.officer)

    letter = Letter.objects.get(kind="internship_variation")
    assert (case.weekly_minutes, {one.name for one in letter.deliveries.all()}) == (
        1800,
        {case.trainee.name, case.host.name, case.promoter.party.name},
    )
    said = f"{letter.text}{letter.values}"
    shown = ("30 ore settimanali", "Nuovo turno.", "segue il nuovo orario", "Il nuovo tutor")
    assert [words in said for words in shown] == [True, True, True, False]


def test_R_DUR_18_an_early_end_says_why_and_cuts_the_months(office, case):
    day = case.start + timedelta(days=35)
    found = refused(perform, case, "interrupt", by=office.officer, last_day=day)
    assert found == (Refusal.RULE, ["R-DUR-18"])

    case = perform(
        case, "interrupt", by=office.officer, last_day=day, reason="Obiettivi irraggiungibili."
    )

    assert (case.status, case.ended_on) == (InternshipStatus.INTERRUPTED, day)
    assert [one.last_day for one in case.months.order_by("number")][-1] == day
    assert Letter.objects.filter(kind="internship_interruption").count() == 1


def test_an_early_end_before_hours_of_the_register_is_refused(office, case):
    running.written(case)
    day = case.start + timedelta(days=10)

    why, _rules = refused(
        perform, case, "interrupt", by=office.officer, last_day=day, reason="Rinuncia."
    )

    case = Internship.objects.get(pk=case.pk)
    assert (why, case.status) == (Refusal.RULE, InternshipStatus.RUNNING)


def test_R_SAN_01_a_month_unpaid_after_its_term_is_reminded_once(office):
    case = running.begun(office, 75)
    month = running.closed(office, case)
    assert month.status == MonthStatus.CLOSED
    with on(month.last_day + timedelta(days=30)):
        assert reminders.remind_all() == 0

    assert (reminders.remind_all(), reminders.remind_all()) == (1, 0)

    letter = Letter.objects.get(kind="indemnity_reminder")
    said = f"{letter.text}{letter.values}"
    assert ("600,00" in said, "1.000,00" in said) == (True, True)
    month.allowance.refresh_from_db()
    assert month.allowance.reminded_on == moment.today()


def test_R_NUM_11_the_quota_is_asked_again_for_the_new_last_day_and_a_person_decides(office, case):
    asked(case)
    placing.sign(office, case, "addendum", *ALL)
    # Two fixed terms outlast the first plan and not the longer one: six people become four.
    HostOffer.objects.filter(pk=case.offer_id).update(owners=0, permanent=4)
    for kind, last in (("fixed_term", 10), ("fixed_term", 20), ("intern", 400)):
        StaffPeriod.objects.create(
            offer=case.offer,
            kind=kind,
            first_day=case.start - timedelta(days=30),
            last_day=case.end + timedelta(days=last),
        )
    case = Internship.objects.get(pk=case.pk)

    (told,) = [one for one in extension_outcomes(case) if one.rule.startswith("R-NUM")]
    assert (told.rule, told.verdict.value) == ("R-NUM-11", "warning")

    case = perform(case, "extend", by=office.officer)
    assert case.end == Extension.objects.get().new_end
    assert "R-NUM-11" in str(case.history.latest("pk").outcomes)

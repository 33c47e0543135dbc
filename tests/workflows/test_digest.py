"""The emails of the morning: to each their own day, once, and nothing where nothing waits."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from parties.roles import Role
from tests.jobs import run_jobs
from tests.office import days_ago, make_user
from workflows import digest, jobs, watch
from workflows.models import Case, DigestPause, WatchRound
from workflows.terms import is_working_day
from workflows.watch import registry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _mailbox(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []


@pytest.fixture
def broken_things(monkeypatch):
    """An office in which one check finds something."""

    def check():
        yield watch.Finding("La pratica 7 è ferma.", severity=watch.Severity.URGENT)

    found = registry.Check("trial", "Prova", check, watch.Group.CASES, "Chiamare l'ufficio.")
    monkeypatch.setattr(registry, "_checks", {"trial": found})


def due(case, day):
    Case.objects.filter(pk=case.pk).update(due_on=day)


def sent_to(user):
    return [message for message in mail.outbox if message.to == [user.email]]


def today():
    return timezone.localdate()


def test_day_of_an_officer_counts_what_is_late_due_and_free(office):
    late, now, later = office.examined(), office.examined(), office.examined()
    due(late, today() - timedelta(days=2))
    due(now, today())
    due(later, today() + timedelta(days=20))
    office.file()

    day = digest.day_of(office.officer)

    assert [case.pk for case in day.overdue.cases] == [late.pk]
    assert [case.pk for case in day.today.cases] == [now.pk]
    assert (day.to_take, day.to_sign, day.office_overdue) == (1, 0, 0)


def test_day_of_the_procedure_owner_tells_of_the_whole_office(office):
    due(office.examined(), today() - timedelta(days=2))

    assert digest.day_of(office.procedure_owner).office_overdue == 1


def test_day_of_the_director_counts_what_is_to_sign_once(office):
    office.proposed()

    day = digest.day_of(office.director)

    assert (day.to_sign, day.to_take) == (1, 0)


def test_long_list_is_cut_and_the_rest_counted(office):
    with days_ago(30):
        for _number in range(12):
            due(office.examined(), today() - timedelta(days=1))

    portion = digest.day_of(office.officer).overdue

    assert (portion.number, len(portion.cases), portion.more) == (12, 10, 2)


def test_email_of_the_day_says_what_waits_in_the_readers_language(office):
    case = office.examined()
    due(case, today() - timedelta(days=2))
    office.officer.language = "en"
    office.officer.save()

    assert digest.send_day(office.officer.pk, today())

    [message] = sent_to(office.officer)
    assert ("1 overdue" in message.subject, "OVERDUE (1)" in message.body) == (True, True)
    assert case.number in message.body
    assert reverse("workflows:office_case", args=[case.pk]) in message.body
    assert reverse("workflows:digest") in message.body
    assert "{" not in message.body


def test_nothing_is_sent_where_nothing_waits(office):
    assert not digest.send_day(office.officer.pk, today())
    assert mail.outbox == []


def test_nothing_is_sent_to_whoever_switched_it_off_nor_about_a_day_that_is_over(office):
    due(office.examined(), today())

    assert not digest.send_day(office.officer.pk, today() - timedelta(days=1))
    DigestPause.objects.create(user=office.officer)
    assert not digest.send_day(office.officer.pk, today())
    assert mail.outbox == []


def test_readers_are_those_who_work_on_cases_today(office):
    gone = make_user("uscito@example.org", Role.OFFICER)
    gone.is_active = False
    gone.save()
    DigestPause.objects.create(user=office.procedure_owner)

    assert digest.readers_of_days() == [office.officer, office.director]
    assert digest.administrators() == [office.staff[Role.ADMINISTRATOR]]


def test_findings_go_to_the_administrator(office, broken_things):
    round_ = watch.watch()

    assert digest.send_findings(round_.pk, office.staff[Role.ADMINISTRATOR].pk)

    [message] = mail.outbox
    assert "La pratica 7 è ferma." in message.body
    assert reverse("workflows:watch") in message.body


@pytest.mark.django_db(transaction=True)
def test_daily_round_is_made_once_and_its_emails_leave(office, settings, broken_things):
    case = office.examined()
    due(case, today())
    settings.WATCH_HOUR = 0

    first = watch.run_daily(digest.hand_over)
    second = watch.run_daily(digest.hand_over)
    run_jobs()

    assert (first.day, second) == (today(), None)
    assert WatchRound.objects.filter(day__isnull=False).count() == 1
    assert len(sent_to(office.staff[Role.ADMINISTRATOR])) == 1
    assert len(sent_to(office.officer)) == int(is_working_day(today()))


def test_daily_round_waits_for_its_hour(office, settings):
    settings.WATCH_HOUR = 24

    assert watch.run_daily(digest.hand_over) is None
    assert WatchRound.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_email_that_cannot_leave_is_a_finding_of_the_next_round(office, settings, monkeypatch):
    due(office.examined(), today())
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    monkeypatch.setattr(jobs.send_day, "retry_strategy", None)
    jobs.send_day.defer(user_id=office.officer.pk, day=today().isoformat())

    run_jobs()

    [finding] = watch.look(["job_failed"]).findings
    assert "workflows.send_day" in finding["sentence"]


def test_page_of_the_day_shows_it_and_switches_the_email(office, as_user):
    case = office.examined()
    due(case, today())
    client = as_user(office.officer)
    page = reverse("workflows:digest")

    assert case.number in client.get(page).content.decode()
    client.post(page, {"send": "no"})
    assert DigestPause.objects.filter(user=office.officer).exists()
    assert 'value="yes"' in client.get(page).content.decode()
    client.post(page, {"send": "yes"})
    assert not DigestPause.objects.exists()


def test_page_of_an_empty_day_says_so(office, as_user):
    response = as_user(office.officer).get(reverse("workflows:digest"))

    assert (response.status_code, response.context["day"].is_empty) == (200, True)


@pytest.mark.parametrize("cases", [1, 3])
def test_day_asks_as_much_for_many_cases_as_for_one(office, cases, django_assert_num_queries):
    for _number in range(cases):
        due(office.examined(), today())
    officer = office.officer
    assert officer.roles

    with django_assert_num_queries(5):
        digest.day_of(officer)


def test_working_days_alone_bring_a_day(office):
    assert [is_working_day(day) for day in (date(2026, 11, 23), date(2026, 11, 22))] == [
        True,
        False,
    ]

"""The demonstration office as it stands once loaded."""

from decimal import Decimal
from io import StringIO
from itertools import groupby
from operator import itemgetter

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.db.models import Count, F, Q, Sum
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from accounting import watch
from accounting.models import AidEntry, Budget, LedgerEntry, Pot, Recovery
from calls.models import Call, Enquiry, EnquiryAnswer
from coworking_registry.models import Inspection, Space, SpaceApplication, SpaceInterest
from grants.models import RentContribution, Status
from grants.models.contributions import is_granted
from internships.models import Candidacy, Internship, Interview, PairingRound, Slot
from parties import codes
from parties.models import Organisation, Party, Person, RoleAssignment, User
from parties.roles import Role
from portal.demo import accounts
from workflows import timers
from workflows.models import (
    Case,
    CaseTask,
    CaseTerm,
    Delegation,
    HistoryEntry,
    ProtocolEntry,
    TermEvent,
)
from workflows.services import clock
from workflows.terms.public_holidays import is_working_day

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """Load once for the whole file; everything is rolled back afterwards."""
    folder = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), transaction.atomic():
        began = timezone.now()
        with override_settings(DEMO=True, MEDIA_ROOT=folder):
            call_command("load_demo", verbosity=0, stdout=StringIO())
        with override_settings(DEMO=True):
            yield began
        transaction.set_rollback(True)


@pytest.fixture
def demo(_loaded, db):
    """The demonstration loaded today: the instant before the load."""
    return _loaded


def rows() -> dict[str, int]:
    return {
        model._meta.label: model.objects.count()
        for model in apps.get_models()
        if model._meta.app_label in {"parties", "calls", "workflows", "accounting", "letters"}
        or model._meta.app_label in {"coworking_registry", "grants", "account", "mfa"}
    }


def test_second_load_changes_nothing(demo):
    before = rows()

    call_command("load_demo", stdout=StringIO())

    assert rows() == before


def test_every_status_is_there_in_which_a_case_stays(demo):
    # Nobody is being heard on a revocation or on a change, and no acceptance waits for a paper.
    heard = {Status.REVOCATION_STARTED, Status.CHANGE_NOTICE, Status.CHANGE_HEARD}
    found = set(RentContribution.objects.values_list("status", flat=True))

    assert found == set(Status.values) - heard - {Status.OFFER_ACCEPTED}


def test_protocol_has_no_gap_and_follows_time(demo):
    entries = list(
        ProtocolEntry.objects.order_by("year", "number").values_list(
            "year", "number", "registered_at"
        )
    )
    numbers = {
        year: [number for _year, number, _at in of_year]
        for year, of_year in groupby(entries, key=lambda entry: entry[0])
    }

    assert numbers == {year: list(range(1, len(found) + 1)) for year, found in numbers.items()}
    instants = [at for _year, _number, at in entries]
    assert instants == sorted(instants)
    assert {timezone.localtime(at).year - year for year, _number, at in entries} == {0}


def test_ledger_says_what_the_grants_say(demo):
    budget = Budget.objects.get(call__code="COW-SPORT")
    granted = RentContribution.objects.filter(is_granted())
    offered = RentContribution.objects.filter(status=Status.PARTIAL_OFFERED)
    bound = LedgerEntry.objects.filter(target=Pot.GRANTED).aggregate(total=Sum("amount"))

    returned = LedgerEntry.objects.filter(source=Pot.GRANTED).aggregate(total=Sum("amount"))

    paid = granted.filter(payments__state="paid").aggregate(total=Sum("granted"))["total"]
    assert budget.granted == granted.aggregate(total=Sum("granted"))["total"] - paid
    assert [*watch.pots(), *watch.grants()] == []
    assert budget.granted == bound["total"] - returned["total"]
    assert budget.reserved == offered.aggregate(total=Sum("offered"))["total"]
    assert budget.endowment == Decimal("60000.00")
    assert budget.available > 0


def test_aid_is_written_down_for_every_granted_undertaking(demo):
    granted = RentContribution.objects.filter(
        is_granted(), applicant_kind__in=["enterprise", "professional"]
    )

    assert set(AidEntry.objects.values_list("case_id", "amount")) == set(
        granted.values_list("pk", "granted")
    )


def test_codes_are_valid_save_for_the_comparison_that_warns(demo):
    for party in Party.objects.all():
        codes.parse_tax_code(party.tax_code)
        if party.vat_number:
            codes.parse_vat_number(party.vat_number)
    for organisation in Organisation.objects.all():
        organisation.clean_fields()
    people = Person.objects.all()
    read = {person: codes.parse_person_tax_code(person.tax_code) for person in people}
    mismatched = [
        mismatch.field
        for person, code in read.items()
        for mismatch in codes.tax_code_mismatches(
            code,
            first_name=person.first_name,
            last_name=person.last_name,
            birth_date=person.birth_date,
            birthplace=person.birthplace,
            sex=person.sex,
        )
    ]

    assert sorted(mismatched) == ["birth_date", "last_name"]
    assert sum(code.normalised != code.base for code in read.values()) == 2


def test_queue_shows_late_soon_and_far_terms(demo):
    today = timezone.localdate()
    due = [
        (day - today).days
        for day in Case.objects.filter(closed_at=None, due_on__isnull=False).values_list(
            "due_on", flat=True
        )
    ]

    assert sum(days < 0 for days in due) >= 4
    assert sum(0 <= days <= 7 for days in due) >= 5
    assert sum(days > 30 for days in due) >= 10


def test_work_waits_for_everybody(demo):
    open_tasks = CaseTask.objects.filter(status__in=["NEW", "ASSIGNED"])
    nobodys = open_tasks.filter(owner=None, owner_permission="grants.examine").count()
    directors = open_tasks.filter(owner=None, owner_permission="grants.decide").count()
    officers = User.objects.filter(role_assignments__role=Role.OFFICER).annotate(
        in_hand=Count("case_tasks", filter=Q(case_tasks__status="ASSIGNED"))
    )

    assert (nobodys, directors) == (9, 17)
    assert all(officer.in_hand >= 5 for officer in officers)


def test_everything_bears_the_day_on_which_it_happened(demo):
    """Nothing that belongs to a case is dated on the moment of loading."""
    for model, field in (
        (Case, "created_at"),
        (HistoryEntry, "at"),
        (CaseTask, "created"),
        (LedgerEntry, "at"),
        (ProtocolEntry, "registered_at"),
    ):
        assert not model.objects.filter(**{f"{field}__gt": demo}).exists(), model
    assert not CaseTerm.objects.filter(ended_at__gt=demo).exists()


def test_clock_has_nothing_left_to_do_after_the_load(demo):
    """What fell due fired at its own instant, and the worker's first minute brings nothing."""
    fired = TermEvent.objects.values_list("term__kind", "name", "outcome").distinct()

    assert timers.fire_due() == 0
    assert not TermEvent.objects.exclude(fired_at=F("due_at")).exists()
    assert {("integration", "expired", "done"), ("observations", "expired", "done")} <= set(fired)
    assert HistoryEntry.objects.filter(name="close_integration", by=None).exists()
    for timer in CaseTask.objects.filter(status="SCHEDULED").select_related("term"):
        alarm = clock.next_alarm(timer.term)
        assert timer.scheduled == (alarm[1] if alarm else None)


def test_office_acts_fall_on_working_days(demo):
    days = HistoryEntry.objects.filter(by__role_assignments__isnull=False).values_list(
        "at", flat=True
    )

    assert all(is_working_day(timezone.localdate(at)) for at in days)


def test_register_has_every_standing(demo):
    today = timezone.localdate()
    standing = {
        space.name: space.qualifications.order_by("valid_from").last()
        for space in Space.objects.all()
    }

    # Nine that were there before the notice, six that entered by it.
    assert len(standing) == 15
    assert Space.objects.qualified_on(today).count() == 9
    assert standing["Fucina dell'Oglio"].standing == "suspended"
    assert standing["Spazio Quadrivio"].standing == "cancelled"
    assert standing["Sala Polesine"].valid_to < today
    assert set(
        Space.objects.annotate(n=Count("qualifications"))
        .filter(n__gt=1)
        .values_list("name", flat=True)
    ) >= {"Officina Virgilio", "Telaio Comune"}


def test_applications_for_the_register_stand_in_every_part_of_their_way(demo):
    found = dict(SpaceApplication.objects.values_list("name", "status"))

    assert found == {
        "Casa del Po": "renewal_requested",
        "Officine Serali": "expired",
        "Sala Macchine": "suspended",
        "Portico Uno": "removal_started",
        "Cantiere Mincio": "listed",
        "Laboratorio Sud": "cancelled",
        "Torre dei Mestieri": "admission_proposed",
        "Stazione Lavoro": "inspection_planned",
        "Filanda Nuova": "integration_requested",
        "Bottega Digitale": "submitted",
    }
    assert Inspection.objects.filter(ended_at=None, starts_at__gt=timezone.now()).count() == 1
    assert {one.step for one in SpaceInterest.objects.all()} == {"sent", "noted", "followed"}


def test_questions_were_answered_one_twice_and_one_waits(demo):
    answered = EnquiryAnswer.objects.order_by("enquiry_id", "version")

    assert Enquiry.objects.filter(answer=None).count() == 1
    assert [(one.version, one.is_public) for one in answered] == [
        (1, True),
        (1, True),
        (2, True),
        (1, True),
        (1, False),
    ]


def test_consultant_has_a_delegation_running_one_ended_and_one_to_answer(demo):
    found = Delegation.objects.filter(email=accounts.CONSULTANT.email).order_by("given_at")

    assert [one.state_on(timezone.localdate()) for one in found] == [
        "revoked",
        "in_force",
        "waiting",
    ]


def test_three_internships_run_wait_for_a_signature_and_ended_in_a_hire(demo):
    cases = Internship.objects.order_by("pk").prefetch_related("months__days")
    found = {
        case.status: [(month.status, len(month.days.all())) for month in case.months.all()][:2]
        for case in cases
    }
    # The fourth follows from the place that a candidate got.
    assert sorted(found) == ["plan_signing", "preparation", "running", "transformed"]
    assert [found[one][0][0] for one in ("running", "transformed")] == ["closed", "closed"]
    assert found["running"][1][1] > 0
    waiting = cases.get(status="plan_signing").deeds.get(kind="plan")
    assert waiting.signatures.count() == 2


def test_candidacies_of_both_tracks_stand_in_every_part_of_their_way(demo):
    found = Candidacy.objects.order_by("call__code", "status").values_list("call__code", "status")
    of_calls = groupby(found, itemgetter(0))

    assert {code: [status for _code, status in rows] for code, rows in of_calls} == {
        "TIR-COW": [
            *("admitted", "draft", "integration_requested", "interviewed", "invited", "invited"),
            *("missed", "submitted", "under_examination"),
        ],
        "TIR-GREEN": [
            *("absent", "accepted", "assigned", "lapsed", "proposed", "ranked", "ranked"),
            *("refused", "unfit"),
        ],
    }
    states = set(Interview.objects.values_list("state", flat=True))
    assert states == {"called", "change_asked", "held", "missed"}
    assert Slot.objects.filter(interviews=None, starts_at__gt=timezone.now()).count() == 3


def test_places_went_to_who_followed_and_the_log_says_why(demo):
    first, second = PairingRound.objects.order_by("number")
    rows = [made.rows.order_by("place") for made in (first, second)]
    paired = [[row.offer.title.split()[0] if row.offer else "" for row in one] for one in rows]

    # The second place of one offer and the only one of the other came free again.
    assert paired == [
        ["Addetto", "Meccanico", "Addetto", "", "", ""],
        ["", "Meccanico", "Addetto", ""],
    ]
    assert all(row.why for one in rows for row in one)
    scrolled = Candidacy.objects.get(opened_by__email=accounts.CANDIDATE.email)
    assert (scrolled.status, scrolled.due_on > timezone.localdate()) == ("proposed", True)
    assert Candidacy.objects.get(status="accepted").placement.opened_by.first_name == "Marta"


def test_calls_are_published_and_one_receives_applications(demo):
    now = timezone.now()

    assert set(Call.objects.open_at(now).values_list("code", flat=True)) == {
        "COW-SPORT",
        "ELENCO",
        "TIR-COW",
    }
    assert Call.objects.count() == 5


def test_every_role_has_an_account_with_a_second_factor(demo):
    held = RoleAssignment.objects.filter(user__email__in=[a.email for a in accounts.STAFF])

    assert set(held.values_list("role", flat=True)) == set(Role.values)
    assert Authenticator.objects.filter(user__in=held.values("user")).count() == len(accounts.STAFF)
    assert all(
        User.objects.get(email=a.email).check_password(accounts.PASSWORD)
        for a in accounts.APPLICANTS
    )


def test_director_signs_in_with_the_code_on_the_page(demo, client):
    client.post(
        reverse("account_login"), {"login": accounts.DIRECTOR.email, "password": accounts.PASSWORD}
    )
    director = User.objects.get(email=accounts.DIRECTOR.email)
    code = accounts.code_to_show(director)
    page = client.get(reverse("mfa_authenticate"))
    answer = client.post(reverse("mfa_authenticate"), {"code": code})

    assert code in page.content.decode()
    assert answer.status_code == 302
    assert client.session["_auth_user_id"] == str(director.pk)


def test_code_is_shown_neither_outside_the_demonstration_nor_to_others(demo, settings):
    director = User.objects.get(email=accounts.DIRECTOR.email)
    own = User.objects.create_user("vera@example.org", "una-frase-lunga-7")
    Authenticator.objects.create(
        user=own, type=Authenticator.Type.TOTP, data={"secret": "JBSWY3DPEHPK3PXP"}
    )

    assert accounts.code_to_show(own) == ""
    settings.DEMO = False
    assert accounts.code_to_show(director) == ""


def test_accounts_are_printed(demo):
    out = StringIO()

    call_command("demo_accounts", stdout=out)

    lines = out.getvalue().splitlines()
    assert len(lines) == 1 + len(accounts.APPLICANTS) + len(accounts.STAFF)
    assert all(accounts.PASSWORD in line for line in lines[1:])


def test_no_letter_leaves_while_loading(demo):
    assert mail.outbox == []


def test_one_contribution_is_paid_and_one_is_on_its_way_back(demo):
    paid = RentContribution.objects.get(status=Status.GRANTED, payments__state="paid")
    recovery = Recovery.objects.get()

    assert paid.payments.get().gross == paid.report.final
    assert (recovery.state, recovery.case.specific.status) == ("instalments", Status.REVOKED)
    assert recovery.receipts.count() == 1
    assert Budget.objects.get(call__code="COW-SPORT").paid > 0

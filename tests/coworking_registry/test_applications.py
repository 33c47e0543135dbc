"""An application for the register from the form to the entry, its renewal, its suspension and its end."""

import uuid
from datetime import time, timedelta
from decimal import Decimal

import pytest
from PIL import Image

from coworking_registry.dependants import dependants_of, digest_of
from coworking_registry.models import Qualification, Space, SpaceApplication, SpaceStatus
from coworking_registry.rules.sheets import Stretch
from coworking_registry.services import applications
from parties import moment
from tests.coworking_registry import applying
from tests.office import days_ago
from workflows.engine import Refusal, TransitionRefused
from workflows.models import CaseTerm
from workflows.rules import Verdict
from workflows.services.integrations import Asked
from workflows.tasks import perform
from workflows.terms.italian import with_weekday
from workflows.written.kinds import written_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(office):
    return applying.open_call(office)


def blocked(refused) -> list[str]:
    return [one.rule for one in refused.value.outcomes if one.verdict is Verdict.NOT_MET]


def periods(case) -> list[tuple]:
    rows = Qualification.objects.filter(space_id=case.space_id).order_by("valid_from", "pk")
    return list(rows.values_list("standing", "valid_from", "valid_to"))


def test_what_was_filed_is_shown_again_to_the_last_decimal(office, call):
    case = applying.file(office, call)

    values = written_of(case).filed_values(case)

    assert (case.latitude, values["latitude"]) == (Decimal("44.99100"), "44,99100")


def test_a_filed_application_has_number_protocol_receipt_and_term(office, call):
    case = applying.file(office, call)

    assert case.status == SpaceStatus.SUBMITTED
    assert case.number.startswith("ELENCO-")
    assert [letter.kind for letter in case.letters.all()] == ["register_receipt"]
    term = CaseTerm.objects.get(case_id=case.pk, ended_at__isnull=True)
    assert (term.kind, term.due_on) == ("conclusion", moment.today() + timedelta(days=30))
    assert case.call_version == call.current_version


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("SPA-01", {"desks": 6, "open_space": 6, "reserved": 0}),
        ("SPA-02", {"open_space": 9}),
        ("SPA-03", {"accessible_desks": 0}),
        ("SPA-06", {"services": ("reception",)}),
        ("SPA-07", {"hours": (Stretch(0, time(8), time(12)),)}),
        (
            "SPA-08",
            {
                "hours": (
                    *(Stretch(day, time(8), time(18)) for day in range(5)),
                    Stretch(0, time(17), time(19)),
                )
            },
        ),
        ("SPA-09", {"prices": ()}),
        ("SPA-11", {"accessibility": "none"}),
        ("SPA-12", {"latitude": Decimal("10.74600"), "longitude": Decimal("44.99100")}),
        ("SPA-20", {"is_fire_safe": False}),
    ],
)
def test_what_does_not_meet_the_notice_is_not_filed(office, call, rule, changes):
    with pytest.raises(TransitionRefused) as refused:
        applying.file(office, call, **changes)

    assert blocked(refused) == [rule]
    assert not SpaceApplication.objects.exclude(status=SpaceStatus.DRAFT).exists()


def test_SPA_19_a_name_is_free_once_in_a_municipality(office, call):
    applying.listed(office, call)

    with pytest.raises(TransitionRefused) as refused:
        applying.file(office, call, "fabbrica  aperta")

    assert blocked(refused) == ["SPA-19"]


def test_the_same_key_files_once(office, call):
    case, key = applying.draft(office, call), uuid.uuid4()
    said = applying.filing(call, office.count, applying.content(), "Gestione Prova srl")
    first = applications.submit(case, by=case.opened_by, filing=said, submission_key=key)
    again = applications.submit(case, by=case.opened_by, filing=said, submission_key=key)

    assert (first.pk, again.number) == (again.pk, first.number)


def test_what_is_missing_is_asked_for_and_comes_back(office, call):
    case = applying.examined(office, call)
    case = perform(
        case,
        "request_integration",
        by=office.officer,
        items=[Asked("field", "surface", "Superficie", "Non torna con la planimetria.")],
        reason="Serve la superficie utile.",
    )
    case = perform(case, "answer_integration", by=case.opened_by, changes={"surface_m2": 250})

    assert (case.status, case.surface_m2) == (SpaceStatus.UNDER_EXAMINATION, 250)
    assert [letter.kind for letter in case.letters.order_by("pk")] == [
        "register_receipt",
        "register_integration",
    ]


def test_a_visit_is_announced_reported_and_recalled_in_the_entry(office, call):
    case = applying.visited(office, call)

    visit = case.inspections.get()
    assert (case.status, visit.present) == (SpaceStatus.UNDER_EXAMINATION, "Elena Prova")
    assert {one["result"] for one in visit.findings} == {"met"}
    assert [letter.kind for letter in case.letters.order_by("pk")] == [
        "register_receipt",
        "inspection_call",
        "inspection_minutes",
    ]


def test_a_visit_is_announced_for_a_time_to_come(office, call):
    case = applying.examined(office, call)

    with pytest.raises(TransitionRefused):
        perform(
            case,
            "plan_inspection",
            by=office.officer,
            starts_at=moment.now() - timedelta(hours=1),
            officials="Davide Prova",
        )

    assert not case.inspections.exists()


def test_SPA_21_an_entry_has_number_days_page_and_letter(office, call):
    case = applying.listed(office, call)

    space = Space.objects.get(name="Fabbrica Aperta")
    today = moment.today()
    assert (case.status, case.space) == (SpaceStatus.LISTED, space)
    assert periods(case) == [("qualified", today, case.entry_ends)]
    assert space.is_qualified_on(today)
    assert [str(one) for one in space.price_items.all()] == ["Postazione"]
    assert space.hours.count() == 5
    assert [letter.kind for letter in case.letters.order_by("pk")][-1] == "register_entry"
    with space.photos.get().file.open("rb") as kept, Image.open(kept) as image:
        assert dict(image.getexif()) == {}


def test_a_refusal_comes_after_its_notice(office, call):
    case = perform(
        applying.visited(office, call),
        "give_refusal_notice",
        by=office.officer,
        grounds=[("SPA-11", "L'accesso ha un gradino.")],
    )
    ground = case.grounds[0]
    case = perform(
        case, "file_observations", by=case.opened_by, observations={ground.pk: "C'è una rampa."}
    )
    case = perform(
        case, "propose_refusal", by=office.officer, answers={ground.pk: "La rampa è provvisoria."}
    )
    case = perform(case, "refuse", by=office.director)

    assert case.status == SpaceStatus.REFUSED
    assert [letter.kind for letter in case.letters.order_by("pk")][-2:] == [
        "register_refusal_notice",
        "register_refusal",
    ]
    assert not Space.objects.filter(name="Fabbrica Aperta").exists()


def test_SPA_23_a_renewal_is_asked_in_its_time_and_once(office, call):
    with days_ago(700):
        case = applying.listed(office, call)
    case = SpaceApplication.objects.get(pk=case.pk)
    before = case.entry_ends
    case = perform(case, "ask_renewal", by=case.opened_by)

    with pytest.raises((TransitionRefused, LookupError)):
        perform(case, "ask_renewal", by=case.opened_by)
    # Whatever the day: as long as it is not decided the entry stands (SPA-24).
    assert case.space.is_qualified_on(before + timedelta(days=30))

    case = perform(case, "renew", by=office.director)
    assert [row[1:] for row in periods(case)] == [
        (case.entered_on, before),
        (before + timedelta(days=1), case.entry_ends),
    ]
    assert case.letters.order_by("pk").last().kind == "register_renewal"


def test_SPA_23_a_renewal_comes_too_early(office, call):
    case = applying.listed(office, call)

    with pytest.raises(TransitionRefused) as refused:
        perform(case, "ask_renewal", by=case.opened_by)

    assert blocked(refused) == ["SPA-23"]


def test_SPA_27_nobody_suspends_without_looking_at_what_runs(office, call):
    case = applying.listed(office, call)
    running = office.granted(space=case.space_id)
    until = moment.today() + timedelta(days=30)

    with pytest.raises(TransitionRefused) as refused:
        perform(case, "suspend", by=office.director, reason="Estintori scaduti.", until=until)

    assert (refused.value.why, blocked(refused)) == (Refusal.RULE, ["SPA-27", "SPA-27"])
    found = dependants_of(case.space, moment.today(), None)
    assert [one.pk for one in found] == [running.pk]

    case = perform(
        case,
        "suspend",
        by=office.director,
        reason="Estintori scaduti.",
        until=until,
        grants_until=until,
        seen=digest_of(found),
    )
    today = moment.today()
    assert periods(case) == [("suspended", today, None)]
    assert not case.space.is_qualified_on(today)
    assert case.letters.order_by("pk").last().kind == "register_suspension"
    running = type(running).objects.get(pk=running.pk)
    assert running.spend_until == until
    last = running.history.order_by("pk").last()
    assert (last.name, last.by) == ("space_stopped", office.director)
    letter = running.letters.get(kind="space_stopped")
    assert (letter.state, with_weekday(until) in letter.text) == ("ready", True)

    case = perform(case, "reinstate", by=office.director, reason="Revisione fatta.")
    assert periods(case) == [("qualified", today, case.entry_ends)]


def test_SPA_26_a_suspension_has_a_reason_and_an_end(office, call):
    case = applying.listed(office, call)

    with pytest.raises(TransitionRefused) as refused:
        perform(
            case,
            "suspend",
            by=office.director,
            reason=" ",
            until=moment.today() - timedelta(days=1),
        )

    assert blocked(refused) == ["SPA-26", "SPA-26"]


def test_a_manager_who_asks_leaves_the_register(office, call):
    case = applying.listed(office, call)
    case = perform(
        case,
        "cancel",
        by=office.director,
        asked_on=moment.today(),
        mark="0000233/2026",
    )

    assert (case.status, periods(case)) == (
        SpaceStatus.CANCELLED,
        [("cancelled", moment.today(), None)],
    )
    assert case.letters.order_by("pk").last().kind == "register_cancellation"

"""A space that lacks something is told so, heard, and taken off the register or left in it."""

import pytest
from django.urls import reverse

from coworking_registry.dependants import dependants_of, digest_of
from coworking_registry.models import Qualification, Removal, SpaceApplication, SpaceStatus
from parties import moment
from tests.coworking_registry import applying
from workflows.engine import Refusal, TransitionRefused
from workflows.models import CaseTerm
from workflows.tasks import perform

pytestmark = pytest.mark.django_db
WHY = "Nel sopralluogo lo spazio era chiuso in orario di apertura."


@pytest.fixture
def entry(office):
    return applying.listed(office, applying.open_call(office))


@pytest.fixture
def started(office, entry):
    return perform(entry, "start_removal", by=office.director, grounds=[WHY, " "])


def terms(case) -> list[str]:
    running = CaseTerm.objects.filter(case_id=case.pk, ended_at__isnull=True)
    return sorted(running.values_list("kind", flat=True))


def memories(case, client, text):
    page = reverse("coworking_registry:application_memories", args=[case.pk])
    shown = client.get(page).context["grounds"]
    fields = {one["name"]: text for one in shown}
    fields |= {f"rev-{one['name']}": one["revision"] for one in shown}
    return client.post(page, fields | {"act": "send", "seen_version": str(case.version)})


def test_a_removal_is_told_with_its_reasons_and_the_entry_stays(started):
    assert (started.status, terms(started)) == (
        SpaceStatus.REMOVAL_STARTED,
        ["conclusion", "memories"],
    )
    letter = started.letters.get(kind="register_cancellation_start")
    assert (letter.state, [one.text for one in Removal.objects.get().grounds.all()]) == (
        "ready",
        [WHY],
    )
    assert started.space.is_qualified_on(moment.today())


def test_a_removal_without_a_reason_is_refused(office, entry):
    with pytest.raises(TransitionRefused) as refused:
        perform(entry, "start_removal", by=office.director, grounds=["  "])

    assert refused.value.why is Refusal.RULE
    assert not Removal.objects.exists()


def test_PRE_11_a_heard_manager_loses_the_entry_with_an_answer_to_each_memory(
    office, started, client, as_user
):
    running = office.granted(space=started.space_id)
    as_user(started.opened_by)
    assert memories(started, client, "  ").status_code == 422
    assert memories(started, client, "Eravamo chiusi per lavori.").status_code == 302
    case = SpaceApplication.objects.get()
    ground = Removal.objects.get().grounds.get()
    assert (case.status, ground.memory) == (
        SpaceStatus.MEMORIES_RECEIVED,
        "Eravamo chiusi per lavori.",
    )

    as_user(office.director)
    page = reverse("workflows:act", args=[case.pk, "remove"])
    found = dependants_of(case.space, moment.today(), None)
    assert running.number in client.get(page).content.decode()
    form = {
        "seen_version": str(case.version),
        "reason": "Il requisito manca.",
        "seen": digest_of(found),
        "grants_until": moment.today().isoformat(),
        "looked": "on",
    }
    assert client.post(page, form).status_code == 422
    client.post(page, form | {f"answer_{ground.pk}": "La chiusura non era stata comunicata."})

    case = SpaceApplication.objects.get()
    letter = case.letters.get(kind="register_cancellation")
    assert (case.status, case.closed_at is not None, terms(case)) == ("cancelled", True, [])
    assert letter.state == "ready"
    assert "La chiusura non era stata comunicata." in str(letter.content)
    standing = Qualification.objects.filter(space=case.space_id).order_by("-pk").first().standing
    assert (standing, Removal.objects.get().outcome) == ("cancelled", "removed")
    assert type(running).objects.get(pk=running.pk).spend_until == moment.today()


def test_a_dropped_removal_leaves_the_space_and_ends_its_suspension(office, entry):
    today = moment.today()
    case = perform(entry, "suspend", by=office.director, reason="Estintori.", until=today, seen="")
    case = perform(case, "start_removal", by=office.director, grounds=[WHY])
    case = perform(case, "drop_removal", by=office.director, reason="Tutto ripristinato.")

    assert (case.status, case.suspended_until, terms(case)) == (SpaceStatus.LISTED, None, [])
    assert case.space.is_qualified_on(today)
    letter = case.letters.get(kind="register_removal_dropped")
    assert (letter.state, "Tutto ripristinato." in letter.text) == ("ready", True)

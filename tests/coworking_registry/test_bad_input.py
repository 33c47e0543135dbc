"""What the register does with bad input, line by line, through its pages: a sentence, and nothing changes."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from calls.models import Call, CallVersion
from coworking_registry.models import SpaceApplication, SpacePhoto, SpaceStatus
from parties import moment
from tests.coworking_registry import applying
from tests.coworking_registry.form_pages import address, send, send_page, write
from tests.coworking_registry.pictures import GPS, uploaded
from tests.coworking_registry.typed import typed
from workflows.models import Document, ProtocolEntry
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(office):
    return applying.open_call(office)


@pytest.fixture
def written(office, call, client, as_user):
    """An application that is whole: one thing is then made wrong."""
    user = office.applicant()
    as_user(user)
    return write(client, call, user, office.count)


def row(kind, number, **fields):
    return {f"{kind}-{number}-{name}": text for name, text in fields.items()}


WRONG = {
    "hours that end before they start": (
        "orari",
        row("stretch", 2, opens="18:00", closes="09:00"),
        "deve seguire l",
    ),
    "hours that overlap": (
        "orari",
        row("stretch", 2, weekday="0", opens="17:00", closes="19:00"),
        "si sovrappongono",
    ),
    "a price of zero": ("listino", row("price", 1, price="0"), "maggiore di zero"),
    "a price with four decimals": (
        "listino",
        row("price", 1, price="10,1234"),
        "al massimo due decimali",
    ),
    "a point in another province": (
        "spazio",
        {"latitude": "45,43840", "longitude": "10,99170"},
        "fuori dalla provincia",
    ),
    "latitude and longitude the wrong way round": (
        "spazio",
        {"latitude": "10,74600", "longitude": "44,99100"},
        "fuori dalla provincia",
    ),
    "half a point": ("spazio", {"latitude": "", "longitude": "10,74600"}, "entrambi i numeri"),
}


def test_what_cannot_be_is_kept_as_typed_told_and_not_sent(office, call, client, as_user):
    user = office.applicant()
    as_user(user)
    case, right = write(client, call, user, office.count), typed(office.count)
    entries = ProtocolEntry.objects.count()

    for name, (slug, fields, words) in WRONG.items():
        assert send_page(client, case, slug, right[slug] | fields, act="save").status_code == 302, (
            name
        )
        review, answer = send(client, case)
        assert words in review.content.decode(), name
        assert answer.status_code in {409, 422}, name
        kept = client.get(address("page", case, slug)).content.decode()
        assert all(f'value="{text}"' in kept for text in fields.values() if "," in text), name
        send_page(client, case, slug, right[slug], act="save")

    assert SpaceApplication.objects.get().status == SpaceStatus.DRAFT
    assert ProtocolEntry.objects.count() == entries
    # Put right, it is taken.
    assert send(client, case)[1].status_code == 302


def test_a_photo_of_40_mb_is_refused_and_those_before_stay(written, client):
    before = set(Document.objects.values_list("pk", flat=True))
    heavy = SimpleUploadedFile("sala.jpg", b"\xff\xd8" + bytes(40 * 1024 * 1024), "image/jpeg")

    page = client.post(address("upload", written, "space_photos"), {"file": heavy})

    assert "supera" in page.content.decode() or "troppo grande" in page.content.decode()
    assert set(Document.objects.values_list("pk", flat=True)) == before


def test_a_photo_says_nothing_of_its_place_once_it_is_public(
    office, call, written, client, as_user
):
    _review, answer = send(client, written)
    assert answer.status_code == 302
    case = perform(written, "start_examination", by=office.officer)
    visit = {"starts_at": moment.now() + timedelta(days=2), "officials": "Davide Prova"}
    case = perform(case, "plan_inspection", by=office.officer, **visit)
    said = {"present": "Elena Prova", "conclusion": "In regola."}
    case = perform(
        case, "report_inspection", by=office.officer, findings=applying.all_met(), **said
    )
    case = perform(case, "propose_admission", by=office.officer)
    perform(case, "enter", by=office.director)
    client.logout()

    shown = client.get(reverse("coworking_registry:photo", args=[SpacePhoto.objects.get().pk]))

    with Image.open(BytesIO(b"".join(shown.streaming_content))) as image:
        assert dict(image.getexif()) == {}
        assert image.getexif().get_ifd(GPS) == {}


def test_a_set_changed_under_an_open_application_leaves_the_old_one_to_it(
    office, call, written, client, as_user
):
    filed = applying.visited(office, call, "Officina Aperta")
    version = CallVersion.objects.create(
        call=call,
        number=2,
        parameters=call.current_version.parameters | {"desks_min": 20},
        reason="Più postazioni",
        frozen_at=moment.now(),
    )
    Call.objects.filter(pk=call.pk).update(version=version)

    as_user(office.officer)
    page = reverse("workflows:act", args=[filed.pk, "propose_admission"])
    client.post(page, {"seen_version": str(filed.version), "reason": "In regola."})
    as_user(office.director)
    filed = SpaceApplication.objects.get(pk=filed.pk)
    page = reverse("workflows:act", args=[filed.pk, "enter"])
    client.post(page, {"seen_version": str(filed.version)})
    assert SpaceApplication.objects.get(pk=filed.pk).status == SpaceStatus.LISTED

    # Whoever has not sent yet is judged by the set in force, and reads so.
    as_user(written.opened_by)
    review, answer = send(client, written)
    assert (review.context["is_blocked"], answer.status_code) == (True, 409)
    assert "meno delle 20 richieste" in review.content.decode()


def test_a_renewal_sent_from_two_windows_is_one(office, client, as_user):
    case = applying.listed(office, applying.open_call(office, validity_months=1))
    as_user(case.opened_by)
    page, form = address("renewal", case), {"still": "on", "seen_version": str(case.version)}

    assert client.post(page, form).status_code == 302
    entries = ProtocolEntry.objects.count()
    again = client.post(page, form, follow=True)

    assert "non è più richiesto" in again.content.decode()
    assert ProtocolEntry.objects.count() == entries


def test_a_space_with_running_contributions_is_not_cancelled_without_looking(
    office, call, client, as_user
):
    case = applying.listed(office, call)
    running = office.granted(space=case.space_id)
    as_user(office.director)
    page = reverse("workflows:act", args=[case.pk, "cancel"])
    form = {
        "seen_version": str(case.version),
        "seen": client.get(page).context["form"].present,
        "asked_on": moment.today().isoformat(),
        "mark": "2026/1",
        "reason": "Chiusura dell'attività.",
        "grants_until": (moment.today() + timedelta(days=30)).isoformat(),
    }

    unseen = client.post(page, form)
    assert (unseen.status_code, "looked" in unseen.context["form"].errors) == (422, True)
    assert running.number in unseen.content.decode()

    # Another contribution is granted while the page stands open: what it showed is not so any more.
    later = office.granted(space=case.space_id)
    stale = client.post(page, form | {"looked": "on"})
    assert stale.status_code in {409, 422}
    assert later.number in stale.content.decode()
    assert "Chiusura dell&#x27;attività." in stale.content.decode()
    assert SpaceApplication.objects.get().status == SpaceStatus.LISTED
    assert case.space.is_qualified_on(moment.today())


LONG = "mulino " * 714 + "ab"
SEARCHES = [
    ("coworking_registry:list", "q"),
    ("coworking_registry:embedded", "q"),
    ("coworking_registry:register", "q"),
    ("portal:calls", "q"),
    ("portal:verify", "code"),
    ("internships:offers", "q"),
]


def test_a_search_of_5000_characters_is_answered(office, as_user):
    client = as_user(office.officer)

    for name, field in SEARCHES:
        for text in (LONG, "x" * 5000, "\0" * 5000, "%_'\";--" * 715):
            page = client.get(reverse(name), {field: text})
            assert (page.status_code, "<h1" in page.content.decode()) == (200, True), (name, text)


def test_the_photo_of_a_phone_has_a_place_to_begin_with():
    with Image.open(uploaded()) as image:
        assert image.getexif().get_ifd(GPS) != {}

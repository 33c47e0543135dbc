"""PRT-04: an entry is annulled by another that says who, why and by which act; both stay readable."""

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation

from tests.office import make_user
from tests.races import at_once
from tests.workflows.registers import write
from workflows.engine import Refusal, TransitionRefused
from workflows.models import ProtocolEntry
from workflows.services.annulment import annul_entry

pytestmark = pytest.mark.django_db
REASON, ACT = "Registrata due volte.", "Determinazione n. 12 del 03/11/2026"


@pytest.fixture(autouse=True)
def _in_english(client):
    """Sentences and pages are compared as they stand in the sources."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    with translation.override("en"):
        yield


def annul(entry, by, reason=REASON, act=ACT):
    return annul_entry(entry, by=by, reason=reason, act=act)


def address(entry, name="workflows:protocol_annul"):
    return f"{reverse(name, args=[entry.year, entry.number])}?ente={entry.body_id}"


def test_PRT_04_annulment_is_an_internal_entry_with_reason_and_act(office):
    case = office.file()
    entry = case.protocol_in

    made = ProtocolEntry.objects.get(pk=annul(entry, office.director).pk)

    values = {
        name: getattr(made, name) for name in ("direction", "case_id", "by", "annuls", "note")
    }
    assert values == {
        "direction": "internal",
        "case_id": case.pk,
        "by": office.director,
        "annuls": entry,
        "note": f"Motivo: {REASON}\nProvvedimento: {ACT}",
    }
    assert made.number > entry.number
    assert made.subject.startswith(f"Annullamento della registrazione n. {entry.mark}: ")


def test_PRT_04_annulled_entry_stays_as_it_was(office):
    entry = write(office.agency)
    before = ProtocolEntry.objects.values().get(pk=entry.pk)

    annul(entry, office.director)

    assert ProtocolEntry.objects.values().get(pk=entry.pk) == before
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        ProtocolEntry.objects.filter(pk=entry.pk).update(note="altro")


@pytest.mark.parametrize(
    ("reason", "act", "sentence"),
    [
        ("  ", ACT, "An entry is annulled for a reason: write why, for whoever reads it."),
        (REASON, "\n", "Name the act that authorises the annulment, with its number and date."),
    ],
)
def test_PRT_04_annulment_without_reason_or_act_is_refused(office, reason, act, sentence):
    entry = write(office.agency)

    with pytest.raises(TransitionRefused) as refused:
        annul(entry, office.director, reason, act)

    assert (refused.value.why, refused.value.sentence) == (Refusal.RULE, sentence)
    assert ProtocolEntry.objects.count() == 1


def test_PRT_04_entry_is_annulled_once_and_an_annulment_never(office):
    entry = write(office.agency)
    made = annul(entry, office.director)

    with pytest.raises(TransitionRefused, match=f"annulled already, by no. {made.mark}"):
        annul(entry, office.procedure_owner)
    with pytest.raises(TransitionRefused, match="itself an annulment"):
        annul(made, office.procedure_owner)
    assert ProtocolEntry.objects.count() == 2


@pytest.mark.parametrize("role", ["officer", "accountant", "auditor", "administrator"])
def test_PRT_04_annulment_without_the_right_is_refused(office, role):
    with pytest.raises(TransitionRefused) as refused:
        annul(write(office.agency), office.staff[role])

    assert refused.value.why is Refusal.RIGHT


def test_ORG_08_nobody_annuls_an_entry_of_their_own_case(office):
    director = make_user("altra.direttrice@example.org", "director")
    case = office.file(user=director)

    with pytest.raises(TransitionRefused, match="party to this case"):
        annul(case.protocol_in, director)


@pytest.mark.django_db(transaction=True)
def test_PRT_04_of_two_who_annul_at_once_one_is_told(office):
    entry = write_committed(office)

    answers = at_once(
        [
            lambda: annul(entry, office.director),
            lambda: annul(entry, office.procedure_owner),
        ]
    )

    assert sorted(type(answer).__name__ for answer in answers) == [
        "ProtocolEntry",
        "TransitionRefused",
    ]
    assert ProtocolEntry.objects.filter(annuls=entry).count() == 1


def write_committed(office):
    with transaction.atomic():
        return write(office.agency)


def test_page_annuls_once_and_shows_both_ways(office, as_user):
    entry = office.file().protocol_in
    client = as_user(office.director)

    response = client.post(address(entry), {"reason": REASON, "act": ACT})

    made = ProtocolEntry.objects.get(annuls=entry)
    assert response.headers["Location"] == entry.get_absolute_url()
    told = client.get(entry.get_absolute_url()).content.decode()
    assert f"<del>{entry.mark}</del>" in told
    assert made.get_absolute_url() in told
    assert REASON in told
    other = client.get(made.get_absolute_url()).content.decode()
    assert entry.get_absolute_url() in other


def test_page_keeps_what_was_typed_when_something_is_missing(office, as_user):
    entry = write(office.agency)

    response = as_user(office.director).post(address(entry), {"reason": REASON, "act": ""})

    assert response.status_code == 422
    assert REASON in response.content.decode()
    assert ProtocolEntry.objects.count() == 1


def test_page_says_so_when_a_colleague_was_faster(office, as_user):
    entry = write(office.agency)
    made = annul(entry, office.procedure_owner)
    client = as_user(office.director)

    response = client.post(address(entry), {"reason": REASON, "act": ACT})

    assert response.status_code == 409
    assert made.mark in response.content.decode()
    assert client.get(address(entry)).status_code == 200


def test_register_and_case_pages_strike_through_what_is_annulled(office, as_user):
    case = office.granted()
    letter = case.letters.get(kind="grant")
    annul(case.protocol_in, office.director)
    annul(letter.protocol, office.director)
    client = as_user(office.staff["auditor"])

    for page in (
        reverse("workflows:protocol"),
        reverse("workflows:office_case", args=[case.pk]),
    ):
        told = client.get(page).content.decode()
        assert told.count("ui-annulled-note") >= 2
        assert f"<del>{case.protocol_in}" in told

    told = as_user(case.opened_by).get(reverse("workflows:case", args=[case.pk])).content.decode()
    assert told.count(str(case.protocol_in.annulment)) == 1
    assert told.count(str(letter.protocol.annulment)) == 1

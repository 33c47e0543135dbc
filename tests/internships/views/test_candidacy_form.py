"""The form of a candidacy: pages, preferences in an order that buttons change, sending once."""

import re

import pytest
from django.urls import reverse

from internships.candidate_content import RestrictedContent
from internships.models import Candidacy, CandidacyStatus
from tests.internships import applying, offering
from tests.internships.typed_candidate import typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(office):
    return offering.open_call(office)


@pytest.fixture
def places(office, call):
    return [offering.published(office, call), applying.elsewhere(office, call)]


def page(case, slug: str) -> str:
    return reverse("internships:candidacy_page", args=[case.pk, slug])


def send(client, case, slug: str, fields: dict, act: str = "save"):
    """Post a page as a browser does: every field with the revision that it was shown with."""
    draft = Candidacy.objects.get(pk=case.pk).draft
    revisions = {f"rev-{name}": str(draft.revision(name)) for name in fields}
    return client.post(page(case, slug), fields | revisions | {"act": act})


def filled(office, call, places, client_of) -> tuple:
    """Return a draft whose pages are all written, and its owner's browser."""
    case = applying.draft(office, call)
    client = client_of(case.opened_by)
    for _place in places:
        client.post(page(case, "offerte"), {"act": "add:preference"})
    for slug, fields in typed(office.count, *places).items():
        assert send(client, case, slug, fields).status_code == 302
    return case, client


def test_an_offer_leads_to_a_draft_that_chooses_it(office, call, places, as_user):
    user = office.applicant()
    client = as_user(user)
    html = client.get(reverse("internships:offer", args=[places[1].number])).content.decode()
    address = reverse("internships:candidacy_start", args=[call.code])
    assert f"{address}?offerta={places[1].number}" in html
    assert places[1].title in client.get(f"{address}?offerta={places[1].number}").content.decode()

    first = client.post(address, {"offerta": places[1].number})

    assert client.post(address).url == first.url
    case = Candidacy.objects.get(opened_by=user)
    assert case.draft.values()["preference-1-offer"] == str(places[1].pk)


def test_every_page_is_drawn_and_keeps_what_was_typed(office, call, places, as_user):
    case, client = filled(office, call, places, as_user)

    for slug, fields in typed(office.count, *places).items():
        html = client.get(page(case, slug) + "?controlla=1").content.decode()
        assert 'aria-invalid="true"' not in html, slug
        for value in fields.values():
            if len(value) > 3 and "-" not in value:
                assert value.splitlines()[0][:40].strip() in html, (slug, value)
    assert client.get(page(case, "documenti")).status_code == 200


def test_buttons_move_a_preference_one_place(office, call, places, as_user):
    case, client = filled(office, call, places, as_user)
    said = typed(office.count, *places)["offerte"]

    send(client, case, "offerte", said, act="up-preference-2")
    send(client, case, "offerte", said, act="up-preference-2")

    draft = Candidacy.objects.get(pk=case.pk).draft
    assert draft.value("preference-rows") == ["2", "1"]


def test_the_summary_sends_a_complete_candidacy_once(office, call, places, as_user):
    case, client = filled(office, call, places, as_user)
    html = client.get(reverse("internships:candidacy_review", args=[case.pk])).content.decode()
    key = re.search(r'name="submission_key" value="([^"]+)"', html)[1]
    address = reverse("internships:candidacy_submit", args=[case.pk])

    sent = [client.post(address, {"submission_key": key}) for _time in range(2)]

    assert [one.url for one in sent] == [reverse("internships:candidacy_sent", args=[case.pk])] * 2
    case = Candidacy.objects.get(pk=case.pk)
    chosen = [one.offer_id for one in case.preferences.all()]
    assert (case.status, chosen) == (CandidacyStatus.SUBMITTED, [one.pk for one in places])
    assert client.get(sent[0].url).status_code == 200
    own = client.get(reverse("workflows:case", args=[case.pk])).content.decode()
    assert case.code in own


BAD = (
    ("condizione", "evidence_number", "", "Scrivi il numero della dichiarazione (DID)."),
    ("condizione", "evidence_on", "2099-01-01", "Scrivi un giorno già passato."),
    ("motivazione", "motivation", "Breve.", "Scrivi da 300 a 2000 caratteri: sono 6."),
    ("studi", "graduated_on", "2099-01-01", "Scrivi un giorno già passato."),
)


def test_bad_input_gets_a_sentence_and_is_kept(office, call, places, as_user):
    case, client = filled(office, call, places, as_user)
    said = typed(office.count, *places)
    for slug, field, value, sentence in BAD:
        send(client, case, slug, said[slug] | {field: value})
        html = client.get(page(case, slug) + "?controlla=1").content.decode()
        assert sentence in html, field
        send(client, case, slug, said[slug])
    twice = said["offerte"] | {"preference-2-offer": str(places[0].pk)}
    send(client, case, "offerte", twice)
    html = client.get(page(case, "offerte") + "?controlla=1").content.decode()
    assert "Questa offerta è scelta due volte." in html


def test_the_office_reads_a_candidacy_and_what_is_kept_apart_only_by_right(
    office, call, places, as_user
):
    kept = RestrictedContent("E2", "Servizio di prova", "")
    case = applying.examined(office, call, *places, condition="", restricted=kept)
    address = reverse("workflows:office_case", args=[case.pk])

    own = as_user(office.officer).get(address).content.decode()
    assert "Servizio di prova" in own
    other = as_user(office.director).get(address).content.decode()
    assert ("Servizio di prova" in other, "svantaggiata" in other) == (False, False)

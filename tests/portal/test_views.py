"""The public pages: who sees which call, how it stands, what its sheet says."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.staticfiles.finders import find
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from accounting.services import ledger
from calls.models import Call, Programme, State
from calls.services import publish
from portal import helping
from tests.office import make_space

pytestmark = pytest.mark.django_db

HOME, CALLS = reverse("portal:home"), reverse("portal:calls")
PROJECTS = reverse("portal:projects")


def codes(response):
    return [row["call"].code for row in response.context["rows"]]


def put_up(office, code, opens, closes):
    """Publish another call of the file, opening and closing so many days from now."""
    now = timezone.now()
    return publish(
        Call.objects.get(code=code),
        by=office.procedure_owner,
        opens_at=now + timedelta(days=opens),
        closes_at=None if closes is None else now + timedelta(days=closes),
        procedure_owner=office.procedure_owner,
        substitute=office.director,
        criteria_act="Determinazione n. 3/2026",
        published_at=now - timedelta(days=40),
    )


def test_home_shows_open_calls_coming_calls_and_spaces(client, office):
    put_up(office, "COW-GRAD", 3, 30)

    context = client.get(HOME).context

    assert [row["call"].code for row in context["calls"]] == ["COW-SPORT"]
    assert [row["call"].code for row in context["coming"]] == ["COW-GRAD"]
    assert [entry.space.name for entry in context["spaces"]] == ["Officina Prova"]


def test_home_says_so_when_nothing_is_there(client):
    page = client.get(HOME)

    assert page.status_code == 200
    assert "ui-empty" in page.content.decode()


def test_list_puts_open_calls_first_then_those_to_come_then_closed_ones(client, office):
    put_up(office, "COW-GRAD", 3, 30)
    put_up(office, "TIR-COW", -30, -1)
    put_up(office, "TIR-GREEN", -30, 5)
    put_up(office, "ELENCO", -30, None)

    assert codes(client.get(CALLS)) == ["TIR-GREEN", "COW-SPORT", "ELENCO", "COW-GRAD", "TIR-COW"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("phase=open", ["COW-SPORT"]),
        ("phase=future", ["COW-GRAD"]),
        ("phase=closed", ["TIR-COW"]),
        ("phase=never", ["COW-SPORT", "COW-GRAD", "TIR-COW"]),
        ("kind=internship", ["TIR-COW"]),
        ("q=graduatoria", ["COW-GRAD"]),
        ("q=graduatoria&phase=open", []),
    ],
)
def test_list_keeps_what_the_address_asks_for(client, office, query, found):
    put_up(office, "COW-GRAD", 3, 30)
    put_up(office, "TIR-COW", -30, -1)

    assert codes(client.get(f"{CALLS}?{query}")) == found


def test_list_does_not_show_calls_that_are_not_published(client, office):
    assert Call.objects.count() > 1
    assert codes(client.get(CALLS)) == ["COW-SPORT"]


@pytest.mark.parametrize("rows", [1, 3])
def test_list_takes_the_same_queries_for_one_and_three_rows(
    client, office, rows, django_assert_num_queries
):
    for code in ("COW-GRAD", "TIR-COW")[: rows - 1]:
        ledger.endow(put_up(office, code, -2, 9), Decimal(1000), by=None, description="Dotazione")

    with django_assert_num_queries(1):
        assert len(codes(client.get(CALLS))) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_home_takes_the_same_queries_for_one_and_three_rows(
    client, office, rows, django_assert_num_queries
):
    for code in ("COW-GRAD", "TIR-COW")[: rows - 1]:
        put_up(office, code, -2, 9)
        make_space(f"Spazio {code}")

    with django_assert_num_queries(8):
        assert len(client.get(HOME).context["calls"]) == rows


def test_sheet_has_the_sections_of_the_pattern_in_order(client, office):
    page = client.get(reverse("portal:call", args=["COW-SPORT"]))

    assert [section.anchor for section in page.context["sections"]] == [
        "who",
        "description",
        "how",
        "needs",
        "gets",
        "times",
        "costs",
        "access",
        "more",
        "conditions",
        "questions",
        "contacts",
        "topics",
    ]
    text = page.content.decode()
    places = [text.index(f'<section id="{s.anchor}"') for s in page.context["sections"]]
    assert places == sorted(places)


def test_sheet_says_what_the_version_sets(client, office):
    context = client.get(reverse("portal:call", args=["COW-SPORT"])).context

    assert context["rate"] == "50%"
    assert [(row["spend"], row["gives"]) for row in context["examples"]] == [
        (Decimal("400.00"), Decimal("200.00")),
        (Decimal("1700.00"), Decimal("850.00")),
        (Decimal("3000.00"), Decimal("1500.00")),
    ]
    assert [document.code for document in context["documents"]] == [
        "quote",
        "identity",
        "curriculum",
    ]


def test_sheet_shows_the_funds_left(client, office):
    office.granted()

    assert client.get(reverse("portal:call", args=["COW-SPORT"])).context["funds"] == {
        "endowment": Decimal("60000.00"),
        "available": Decimal("59400.00"),
        "percent": 99,
    }


def test_sheet_of_an_open_call_leads_to_the_application(client, office):
    text = client.get(reverse("portal:call", args=["COW-SPORT"])).content.decode()

    assert text.count(f'href="{reverse("grants:start", args=["COW-SPORT"])}"') == 2


@pytest.mark.parametrize(("opens", "closes"), [(3, 30), (-30, -1)])
def test_sheet_of_a_call_not_open_does_not_lead_to_the_application(client, office, opens, closes):
    put_up(office, "COW-GRAD", opens, closes)

    text = client.get(reverse("portal:call", args=["COW-GRAD"])).content.decode()

    assert reverse("grants:start", args=["COW-GRAD"]) not in text


def test_sheet_of_a_call_of_another_kind_says_what_is_known(client, office):
    put_up(office, "TIR-COW", -2, 9)

    page = client.get(reverse("portal:call", args=["TIR-COW"]))

    assert [section.anchor for section in page.context["sections"]] == [
        "description",
        "times",
        "access",
        "questions",
        "contacts",
        "topics",
    ]


def test_sheet_draws_today_between_opening_and_closing(client, office):
    events = client.get(reverse("portal:call", args=["COW-SPORT"])).context["events"]

    assert [event["state"] for event in events] == ["past", "past", "here", "future"]


@pytest.mark.parametrize("code", ["COW-GRAD", "NESSUNO"])
def test_calls_not_published_or_unknown_are_not_found(client, office, code):
    assert client.get(reverse("portal:call", args=[code])).status_code == 404
    assert client.get(reverse("portal:can_i_apply", args=[code])).status_code == 404


@pytest.mark.parametrize("name", ["privacy", "accessibility", "legal"])
@pytest.mark.parametrize("language", ["it", "en"])
def test_texts_of_legal_value_open_in_italian_for_everybody(client, name, language):
    client.cookies["django_language"] = language

    page = client.get(reverse(f"portal:{name}"))

    assert page.status_code == 200
    assert page.content.decode().count("<h1>") == 1
    assert 'lang="it">' in page.content.decode()


def test_english_sheet_opens_where_no_english_title_exists(client, office):
    client.cookies["django_language"] = "en"

    page = client.get(reverse("portal:call", args=["COW-SPORT"]))

    assert escape(office.call.title_it) in page.content.decode()


def test_office_is_not_offered_an_application_it_may_not_make(office, as_user):
    address = reverse("grants:start", args=[office.call.code])
    page = reverse("portal:call", args=[office.call.code])

    assert address in as_user(office.applicant()).get(page).content.decode()
    assert address not in as_user(office.officer).get(page).content.decode()


def test_projects_that_go_on_stand_before_those_that_are_over(client, office):
    call = put_up(office, "COW-GRAD", -30, -1)
    other = Programme.objects.exclude(pk=call.programme_id).order_by("pk").first()
    Call.objects.filter(pk=call.pk).update(programme=other, state=State.CONCLUDED)

    context = client.get(PROJECTS).context

    assert [row["call"].code for one in context["going_on"] for row in one.calls] == ["COW-SPORT"]
    assert [one.programme for one in context["over"]] == [other]
    assert context["going_on"][0].endowment == Decimal("60000.00")


@pytest.mark.parametrize("calls", [1, 3])
def test_projects_take_the_same_queries_for_one_and_three(
    client, office, calls, django_assert_num_queries
):
    for code in ("COW-GRAD", "TIR-COW")[: calls - 1]:
        put_up(office, code, -30, -1)

    with django_assert_num_queries(4):
        client.get(PROJECTS)


def test_projects_say_so_when_nothing_is_published(client):
    page = client.get(PROJECTS)

    assert "ui-empty" in page.content.decode()


def test_every_topic_of_the_help_opens_and_its_pictures_are_there(client):
    assert client.get(reverse("portal:help")).status_code == 200
    for topic in helping.TOPICS:
        page = client.get(reverse("portal:help_topic", args=[topic.slug])).content.decode()
        assert escape(str(topic.title)) in page
        for part in topic.parts:
            assert not part.picture or find(f"ui/help/{part.picture}.webp")


def test_help_knows_no_other_topic(client):
    assert client.get(reverse("portal:help_topic", args=["x" * 5000])).status_code == 404


@pytest.mark.parametrize(
    "address", ["portal:calls", "coworking_registry:list", "internships:offers"]
)
def test_a_search_of_five_thousand_characters_is_answered(client, office, address):
    assert client.get(reverse(address), {"q": "parola " * 715}).status_code == 200

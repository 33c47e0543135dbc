"""The pages of the form through the client: starting, saving, rows, clashes, ended sessions."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from grants import services
from grants.forms.application import Application
from grants.models import RentContribution
from grants.services.lines import LINE
from parties.models import Representation
from parties.services import record_organisation, record_person
from tests.grants import typed
from tests.office import make_user, person
from workflows.models import Draft
from workflows.services.drafts import save_fields
from workflows.written.rows import add_row, remove_row, row_numbers

pytestmark = pytest.mark.django_db


def page_of(case, slug="chi", query=""):
    return reverse("grants:page", args=[case.pk, slug]) + query


def start_of(office):
    return reverse("grants:start", args=[office.call.code])


def value(case, field):
    return Draft.objects.get(case_id=case.pk).value(field)


def shown(response, *, changes=None):
    """What a browser would send back from a page: each field as shown, but for the changes."""
    data = {}
    application = response.context["application"]
    for form in application.forms(response.context["page"].slug):
        for entry in form.entries():
            name = entry.field.html_name
            data[name] = application.values.get(name, "")
            data[f"rev-{name}"] = entry.revision
    return data | (changes or {})


def test_start_opens_one_draft_with_what_is_known(office, as_user):
    user = office.applicant()
    client = as_user(user)

    answers = [client.post(start_of(office)) for _time in range(2)]

    draft = RentContribution.objects.get()
    assert [answer.url for answer in answers] == [page_of(draft)] * 2
    assert value(draft, "email") == user.email


def test_start_changes_nothing_when_it_is_only_looked_at(office, as_user):
    response = as_user(office.applicant()).get(start_of(office))

    assert (response.status_code, RentContribution.objects.count()) == (200, 0)


def test_start_sends_strangers_to_sign_in_and_back(office, client):
    response = client.post(start_of(office))

    assert response.url == f"{reverse(settings.LOGIN_URL)}?next={start_of(office)}"


@pytest.mark.parametrize("seconds", [1, -3600])
def test_start_refuses_a_call_that_is_not_open(office, as_user, seconds):
    now = timezone.now()
    office.call.opens_at = now + timedelta(days=1) if seconds < 0 else now - timedelta(days=9)
    office.call.closes_at = office.call.opens_at + timedelta(days=9) - timedelta(seconds=seconds)
    office.call.save()

    response = as_user(office.applicant()).post(start_of(office))

    assert (response.status_code, RentContribution.objects.count()) == (200, 0)


def test_saving_keeps_what_is_wrong_and_says_so_beside_the_field(office, as_user):
    case = typed.draft(office)
    client = as_user(case.opened_by)
    data = shown(client.get(page_of(case)), changes={"tax_code": "RSSMRA80A01H501A"})

    response = client.post(page_of(case), data | {"act": "save"}, follow=True)

    assert response.redirect_chain == [(page_of(case, query="?controlla=1"), 302)]
    assert value(case, "tax_code") == "RSSMRA80A01H501A"
    assert 'id="id_tax_code_error"' in response.content.decode()


def test_next_only_warns_and_goes_on(office, as_user):
    case = services.open_draft(office.call, by=office.applicant())
    client = as_user(case.opened_by)
    data = shown(client.get(page_of(case)))

    response = client.post(page_of(case), data | {"act": "next"}, follow=True)

    assert response.redirect_chain == [(page_of(case, "spazio"), 302)]
    assert [message.level_tag for message in response.context["messages"]] == ["warning"]


def test_page_opened_from_the_summary_returns_to_it(office, as_user):
    case = typed.draft(office)
    client = as_user(case.opened_by)
    page = client.get(page_of(case, "spazio", "?controlla=1&da=riepilogo"))

    assert page.context["return_to_review"] is True
    response = client.post(
        page_of(case, "spazio"), shown(page) | {"act": "next", "da": "riepilogo"}
    )
    assert response.url == reverse("grants:review", args=[case.pk])


def test_empty_page_blames_nobody_at_first_sight(office, as_user):
    case = services.open_draft(office.call, by=office.applicant())

    pages = [
        as_user(case.opened_by).get(page_of(case, page.slug)) for page in Application(case).pages
    ]

    assert ["ui-error-summary" in page.content.decode() for page in pages] == [False] * len(pages)


def test_untouched_tick_is_saved_as_no_tick(office, as_user):
    case = typed.draft(office)
    client = as_user(case.opened_by)
    data = shown(client.get(page_of(case, "progetto")))
    del data["commits_to_vat"]

    client.post(page_of(case, "progetto"), data | {"act": "save"})

    assert value(case, "commits_to_vat") == ""


def test_lines_come_and_go_without_script(office, as_user):
    case = typed.draft(office)
    client = as_user(case.opened_by)
    spend = page_of(case, "spese")

    added = client.post(spend, shown(client.get(spend)) | {"act": "add:line"})
    chosen = {"line-2-item": str(office.desk.pk), "line-2-quantity": "2", "act": "show"}
    client.post(spend, shown(client.get(spend), changes=chosen))

    assert added.url == f"{spend}#line-2"
    assert value(case, "line-2-unit_price") == "200,00"
    client.post(spend, shown(client.get(spend)) | {"act": "remove:line-1"})
    draft = Draft.objects.get(case_id=case.pk)
    assert row_numbers(draft, LINE) == [2]
    assert not [name for name in draft.answers if name.startswith("line-1-")]


def test_removed_line_number_is_not_given_again(office):
    case = typed.draft(office)
    numbers = []
    for _time in range(2):
        number = add_row(case, LINE)
        remove_row(case, LINE, number)
        numbers.append(number)

    assert len(set(numbers)) == 2


def test_new_line_comes_alone_where_the_page_swaps_it_in(office, as_user):
    case = typed.draft(office)
    client = as_user(case.opened_by)
    spend = page_of(case, "spese")
    data = shown(client.get(spend)) | {"act": "add:line"}

    response = client.post(spend, data, headers={"HX-Request": "true"})

    html = response.content.decode()
    assert ("<html" in html, 'id="line-2"' in html) == (False, True)


def test_price_typed_by_hand_survives_a_new_item(office, as_user):
    case = typed.draft(office, **{"line-1-item": "", "line-1-unit_price": ""})
    client = as_user(case.opened_by)
    changes = {"line-1-item": str(office.desk.pk), "line-1-unit_price": "180,00", "act": "save"}

    client.post(page_of(case, "spese"), shown(client.get(page_of(case, "spese")), changes=changes))

    assert value(case, "line-1-unit_price") == "180,00"


def test_whole_contribution_is_asked_for_with_one_button(office, as_user):
    case = typed.draft(office, requested="", **{"line-1-quantity": "5"})
    client = as_user(case.opened_by)
    spend = page_of(case, "spese")

    client.post(spend, shown(client.get(spend)) | {"act": "whole"})

    assert value(case, "requested") == "500,00"


def test_two_windows_are_asked_which_writing_stays(office, as_user):
    case = typed.draft(office)
    client = as_user(case.opened_by)
    stale = shown(client.get(page_of(case)), changes={"phone": "0376 111111"})
    save_fields(case, {"phone": "0376 222222"}, {"phone": 1})

    clash = client.post(page_of(case), stale | {"act": "next"})

    assert (clash.status_code, value(case, "phone")) == (409, "0376 222222")
    (one,) = clash.context["clashes"]
    assert (one["clash"].mine, one["clash"].theirs) == ("0376 111111", "0376 222222")
    choice = {"phone": "0376 111111", "rev-phone": one["revision"], "act": "save"}
    client.post(page_of(case), choice)
    assert value(case, "phone") == "0376 111111"


def test_page_belongs_to_its_owner_alone(office, as_user):
    case = typed.draft(office)
    addresses = [
        page_of(case),
        *(
            reverse(f"grants:{name}", args=[case.pk])
            for name in ("review", "sent", "integration", "observations", "offer", "withdraw")
        ),
    ]
    others = [office.applicant(), *office.staff.values()]

    seen = {as_user(user).get(address).status_code for user in others for address in addresses}

    assert seen == {404}


def test_writing_of_an_ended_session_comes_back_after_sign_in(office, client, as_user):
    case = typed.draft(office)
    data = shown(
        as_user(case.opened_by).get(page_of(case)),
        changes={"phone": "0376 333333", "act": "next"},
    )
    client.logout()

    turned_away = client.post(page_of(case), data)
    client.force_login(case.opened_by, backend=settings.AUTHENTICATION_BACKENDS[-1])
    back = client.get(page_of(case))

    assert turned_away.url == f"{reverse(settings.LOGIN_URL)}?next={page_of(case)}"
    assert value(case, "phone") == "0376 333333"
    assert [message.level_tag for message in back.context["messages"]] == ["success"]
    assert list(client.get(page_of(case)).context["messages"]) == []


def test_writing_of_an_ended_session_is_dropped_for_somebody_else(office, client):
    case, other = typed.draft(office), office.applicant()
    client.post(page_of(case), {"phone": "0376 333333", "rev-phone": "1", "act": "next"})
    client.force_login(other, backend=settings.AUTHENTICATION_BACKENDS[-1])

    assert client.get(page_of(case)).status_code == 404
    client.force_login(case.opened_by, backend=settings.AUTHENTICATION_BACKENDS[-1])
    client.get(page_of(case))
    assert value(case, "phone") == "333 0000000"


def test_known_organisation_is_offered_and_copied(office, as_user):
    user = office.applicant()
    me = record_person(user, **vars(person(90)))
    firm = {
        name.removeprefix("org_"): text
        for name, text in typed.ENTERPRISE.items()
        if name.startswith("org_")
    }
    organisation = record_organisation(me, **firm)
    case = services.open_draft(office.call, by=user)
    client = as_user(user)

    page = client.get(page_of(case))
    client.post(page_of(case), shown(page) | {"act": f"organisation:{organisation.pk}"})

    assert list(page.context["organisations"]) == [organisation]
    assert value(case, "org_name") == "Prova Grafica srl"


def test_organisation_told_by_others_too_is_not_shown_until_verified(office, as_user):
    first, second = (
        record_person(make_user(f"{n}@example.org"), **vars(person(n))) for n in (1, 2)
    )
    firm = {
        name.removeprefix("org_"): text
        for name, text in typed.ENTERPRISE.items()
        if name.startswith("org_")
    }
    organisation = record_organisation(first, **firm)
    record_organisation(second, **firm)
    case = services.open_draft(office.call, by=second.user)
    client = as_user(second.user)

    before = list(client.get(page_of(case)).context["organisations"])
    Representation.objects.filter(person=second).update(verified_at=timezone.now())
    after = list(client.get(page_of(case)).context["organisations"])

    assert (before, after) == ([], [organisation])


@pytest.mark.parametrize("lines", [1, 3])
def test_spend_page_asks_the_database_as_often_for_one_line_as_for_three(office, as_user, lines):
    case = typed.draft(office)
    for _more in range(lines - 1):
        number = add_row(case, LINE)
        row = {"item": str(office.desk.pk), "quantity": "1", "unit_price": "200"}
        save_fields(case, {f"line-{number}-{k}": v for k, v in row.items()}, {})
    client = as_user(case.opened_by)
    counts = []
    for address in (page_of(case, "spese"), reverse("grants:review", args=[case.pk])):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counts.append(len(queries))

    assert counts == [13, 18]

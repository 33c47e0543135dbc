"""The form of a call tried by the office: the pages of applicants, and nothing is left behind."""

import pytest
from django.urls import reverse

from calls.models import Call, Question
from calls.services import revise
from calls.services.contents import question_fields
from tests.grants import typed
from tests.grants.asking import QUESTIONS
from tests.office import pdf_file
from tests.test_permissions_matrix import rows

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}
CODE = "COW-GRAD"


def address(name, *args):
    return reverse(f"grants:try_{name}", args=[CODE, *args])


@pytest.fixture
def tried(office, as_user):
    """A call that is not published, with one question of each kind, and who sets it up."""
    version = Call.objects.get(code=CODE).version
    Question.objects.bulk_create(
        Question(version=version, position=place, **question_fields(one))
        for place, one in enumerate(QUESTIONS, 1)
    )
    return as_user(office.procedure_owner)


def shown(client, slug):
    response = client.get(address("page", slug))
    application = response.context["application"]
    data = {}
    for form in application.forms(slug):
        for entry in form.entries():
            name = entry.field.html_name
            data[name] = application.values.get(name, "")
            data[f"rev-{name}"] = entry.revision
    return data


def fill(client, office, slug, act="next", **changes):
    words = typed.answers(office, 1) | {
        "line-1-quantity": "12",
        "q_motto": "Piano",
        "q_settore": "bosco",
        "q_vero": "on",
        "q_canali": ["web"],
    }
    data = shown(client, slug)
    data |= {name: words[name] for name in data if name in words} | changes | {"act": act}
    return client.post(address("page", slug), data)


def walk(client, office):
    """Fill every page in as an applicant does; return where the last one leads."""
    fill(client, office, "chi", "save")
    for slug in ("chi", "spazio"):
        fill(client, office, slug)
    client.post(address("page", "spese"), {"act": "add:line"})
    fill(client, office, "spese", "show")
    fill(client, office, "spese", requested="100,00")
    fill(client, office, "progetto")
    fill(client, office, "domande")
    version = Call.objects.get(code=CODE).version
    wanted = [one.code for one in version.documents.filter(is_required=True)]
    for code in [*wanted, "q_piano"]:
        client.post(address("upload", code), {"file": pdf_file(f"{code}.pdf")})
    fill(client, office, "dichiarazioni", "save")
    return fill(client, office, "dichiarazioni")


def test_whole_form_is_tried_up_to_the_summary_and_nothing_is_left(tried, office):
    before = rows()

    last = walk(tried, office)
    review = tried.get(address("review"))
    sent = tried.post(address("submit"), follow=True)

    assert last.url == address("review")
    assert review.context["problems"] == []
    assert [
        one["why"]["rule_id"] for one in review.context["outcomes"] if one["verdict"] == "not_met"
    ] == []
    assert "RANK-05" not in {one["why"]["rule_id"] for one in review.context["outcomes"]}
    assert "CALL-07" in {one["why"]["rule_id"] for one in review.context["outcomes"]}
    assert [message.level_tag for message in sent.context["messages"]][-1] == "success"
    assert rows() == before


def test_summary_of_a_trial_names_what_is_missing(tried):
    response = tried.post(address("submit"))

    assert response.status_code == 422
    assert response.context["problems"][0]["url"].startswith(address("page", "chi"))


def test_trial_keeps_what_is_typed_and_begins_again_from_blank(tried, office):
    fill(tried, office, "chi", "save", first_name="Prova")
    assert shown(tried, "chi")["first_name"] == "Prova"

    tried.post(address("start"))

    assert shown(tried, "chi")["first_name"] == ""


def test_trial_of_one_version_does_not_fill_another_in(office, as_user):
    client = as_user(office.procedure_owner)
    own = reverse("grants:try_page", args=[office.call.code, "chi"])
    page = client.get(own)
    client.post(own, {"first_name": "Prova", "rev-first_name": "0", "act": "save"})
    assert client.get(own).context["application"].values["first_name"] == "Prova"

    revise(office.call, reason="Altra")

    assert page.status_code == 200
    assert client.get(own).context["application"].values == {}


def test_saving_field_by_field_answers_as_the_real_form_does(tried, office):
    fill(tried, office, "domande", "save")
    before = rows()

    answer = tried.post(
        address("autosave"), {"field": "q_settore", "value": "altro", "revision": "1"}
    )
    gone = tried.post(address("autosave"), {"field": "q_nulla", "value": "x", "revision": "0"})

    assert (answer.status_code, gone.status_code) == (200, 410)
    assert "Quale altro settore?" in answer.json()["fragments"]["box-quale"]
    assert rows() == before


def test_lines_come_and_go(tried, office):
    fill(tried, office, "domande", "save", q_settore="arte")

    added = tried.post(address("page", "domande"), {"act": "add:q_beni"})

    assert added.url == f"{address('page', 'domande')}#q_beni-1"
    assert 'id="q_beni-1"' in tried.get(address("page", "domande")).content.decode()
    tried.post(address("page", "domande"), {"act": "remove:q_beni-1"})
    assert 'id="q_beni-1"' not in tried.get(address("page", "domande")).content.decode()


def test_file_of_a_trial_is_judged_named_and_forgotten(tried, tmp_path):
    wrong = tried.post(address("upload", "q_piano"), {"file": pdf_file("piano.exe")}, headers=JSON)
    right = tried.post(address("upload", "q_piano"), {"file": pdf_file("piano.pdf")}, headers=JSON)
    page = tried.get(address("page", "documenti")).content.decode()

    assert (right.status_code, "piano.pdf" in page) == (200, True)
    assert wrong.status_code in {200, 422}
    assert not (tmp_path / "documents").exists()
    kept = len(tried.session["grants_tried"]["files"])
    tried.post(address("remove_document", kept - 1))
    assert len(tried.session["grants_tried"]["files"]) == kept - 1


def test_missing_file_is_said(tried):
    answer = tried.post(address("upload", "q_piano"), {}, headers=JSON)

    assert (answer.status_code, answer.json()["message"]) == (422, "Scegli prima un file.")


def test_call_that_lacks_its_numbers_says_which(office, as_user):
    version = Call.objects.get(code=CODE).version
    version.parameters = {**version.parameters, "ceiling": None}
    version.save()

    response = as_user(office.procedure_owner).get(address("start"))

    told = [one["sentence"] for one in response.context["told"]]
    assert (response.status_code, "Manca: contributo massimo." in told) == (409, True)


def test_page_of_the_call_leads_to_its_form(tried):
    page = tried.get(reverse("calls:setup", args=[CODE]))

    assert address("start") in page.content.decode()


def test_applicants_do_not_see_what_is_not_public(office, as_user):
    assert as_user(office.applicant()).get(address("page", "chi")).status_code == 403

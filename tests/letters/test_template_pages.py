"""The pages where the office writes its letters' words."""

import json

import pytest
from django.urls import reverse

from letters import vocabulary
from letters.models import Clause, Template
from letters.services import templates
from letters.vocabulary import resolving
from tests.letters.shelves import ENGLISH, TEXT, clause, template

pytestmark = pytest.mark.django_db

SUBJECTS = {"subject_it": "Concessione", "subject_en": "Grant"}


@pytest.fixture
def grant(office):
    clause(office)
    return template(office)


@pytest.fixture
def owner(office, as_user):
    return as_user(office.procedure_owner)


def saluti() -> Clause:
    return Clause.objects.get(code="saluti")


def url(name: str, *args) -> str:
    return reverse(f"letters:{name}", args=args)


def typed(**changes) -> dict[str, str]:
    """What the editor sends."""
    return {
        "text_it": TEXT,
        "text_en": ENGLISH,
        **SUBJECTS,
        "reason": "Più chiaro",
        "seen": "1",
        "do": "save",
    } | changes


def test_templates_stand_by_kind_of_case_and_are_found_by_their_words(office, owner, grant):
    template(office, "Un testo zzz\n\n{{ firma }}", "", code="refusal", name="Diniego di prova")

    page = owner.get(url("templates"))
    groups = {group["label"]: group["templates"] for group in page.context["groups"]}
    assert grant in groups[vocabulary.get("contribution").label]
    assert list(groups) == sorted(groups)
    assert page.context["count"] == Template.objects.count()
    for query, names in (
        ("di PROVA", ["Concessione di prova", "Diniego di prova"]),
        ("testo zzz", ["Diniego di prova"]),
        ("boh", []),
    ):
        page = owner.get(url("templates"), {"q": query})
        found = [one.name for group in page.context["groups"] for one in group["templates"]]
        assert found == names
    page = owner.get(url("templates"), {"kind": "contribution"})
    assert {one.vocabulary for group in page.context["groups"] for one in group["templates"]} == {
        "contribution"
    }
    assert owner.get(url("templates"), {"kind": "nessuno"}).context["count"] > 2


def test_a_kind_of_case_without_a_procedure_is_marked(office, owner, grant, monkeypatch):
    monkeypatch.setattr(resolving, "_resolvers", {})
    asked = {"kind": "contribution"}
    assert "non ancora in uso" in owner.get(url("templates"), asked).content.decode()
    monkeypatch.setattr(resolving, "_resolvers", {"contribution": None})
    assert "non ancora in uso" not in owner.get(url("templates"), asked).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_lists_take_the_same_queries_whatever_their_length(
    office, owner, grant, count, django_assert_num_queries
):
    for number in range(1, count):
        clause(office, f"c{number}")
        template(office, f"{{{{> c{number} }}}}\n\n{{{{ firma }}}}", "", code=f"t{number}")
    owner.get(url("templates"))
    with django_assert_num_queries(5):
        owner.get(url("templates"))
    with django_assert_num_queries(6):
        owner.get(url("clauses"))


def test_a_template_shows_how_it_reads_its_versions_and_its_clauses(office, owner, grant):
    templates.save(
        grant,
        templates.Words(TEXT + "\nAltro", subject_it="Concessione"),
        reason="Aggiunta",
        seen=1,
        by=office.procedure_owner,
    )
    page = owner.get(url("template_page", grant.pk))
    words = page.content.decode()

    assert page.context["twin"].heading == "<h3>Oggetto: Concessione</h3>"
    assert [row["version"].number for row in page.context["versions"]] == [2, 1]
    assert [one.code for one in page.context["clauses"]] == ["saluti"]
    assert "Aggiunta" in words
    english = owner.get(url("template_page", grant.pk), {"language": "en"})
    assert english.context["twin"].language == "en"
    wrong = owner.get(url("template_page", grant.pk), {"language": "xx", "case": "CW-0"})
    assert "CW-0" in wrong.context["case_sentence"]


def test_a_clause_shows_what_puts_it_in(office, owner, grant):
    page = owner.get(url("clause_page", saluti().pk))

    assert [one.code for one in page.context["templates"]] == ["prova-grant"]
    assert page.context["tag"] == "{{> saluti }}"


def test_a_new_wording_is_put_in_use(office, owner, grant):
    answer = owner.post(url("template_edit", grant.pk), typed(text_it=TEXT + "\nNuovo."))

    grant.refresh_from_db()
    assert answer.url == url("template_page", grant.pk)
    assert (grant.current.number, grant.current.text_it[-6:]) == (2, "Nuovo.")
    # A button pressed twice puts it in use once.
    again = owner.post(url("template_edit", grant.pk), typed(text_it=TEXT + "\nNuovo."))
    assert again.status_code == 302
    assert grant.versions.count() == 2


def test_what_is_wrong_is_shown_with_its_place_and_nothing_is_lost(office, owner, grant):
    sent = typed(text_it="Gentile\r\n{{ boh }}", text_en="", reason="perché sì")
    page = owner.post(url("template_edit", grant.pk), sent)
    words = page.content.decode()

    assert page.status_code == 422
    assert [(one.name, one.line, one.column, one.source) for one in page.context["places"]] == [
        ("text_it", 2, 1, "{{ boh }}"),
        ("text_en", 0, 0, ""),
    ]
    assert 'data-go-line="2"' in words
    assert "Gentile\n{{ boh }}</textarea>" in words
    assert 'value="perché sì"' in words
    # Coming back another day, everything is there.
    again = owner.get(url("template_edit", grant.pk))
    assert again.context["areas"][0]["text"]["value"] == "Gentile\n{{ boh }}"
    assert again.context["reason"]["value"] == "perché sì"
    grant.refresh_from_db()
    assert grant.current.number == 1


def test_a_reason_is_asked_for(office, owner, grant):
    page = owner.post(url("template_edit", grant.pk), typed(text_it=TEXT + "x", reason=""))

    assert page.status_code == 422
    assert page.context["reason"]["error"].startswith("Scrivi perché")
    same = owner.post(url("template_edit", grant.pk), typed(subject_it=grant.current.subject_it))
    assert same.context["whole"] == ["Non è cambiato nulla: queste sono le parole già in uso."]


def test_a_colleagues_version_is_shown_and_not_overwritten(office, owner, grant):
    templates.save(
        grant,
        templates.Words(TEXT + "\nDel collega.", ENGLISH, **SUBJECTS),
        reason="Collega",
        seen=1,
        by=office.procedure_owner,
    )
    page = owner.post(url("template_edit", grant.pk), typed(text_it=TEXT + "\nMio."))
    assert page.status_code == 409
    assert [part["label"] for part in page.context["changed"]["parts"]] == [
        "Oggetto in italiano",
        "Testo in italiano",
    ]
    assert page.context["areas"][0]["text"]["value"].endswith("Mio.")
    assert page.context["seen"] == 2

    answer = owner.post(url("template_edit", grant.pk), typed(text_it=TEXT + "\nMio.", seen="2"))
    assert answer.status_code == 302
    grant.refresh_from_db()
    assert (grant.current.number, grant.current.text_it[-4:]) == (3, "Mio.")


def test_without_script_the_preview_is_asked_for_and_keeps_what_was_typed(owner, grant):
    page = owner.post(
        url("template_edit", grant.pk), typed(do="preview", text_it="Caro {{ domanda.numero }}")
    )
    assert page.status_code == 200
    assert "Caro COW-" in str(page.context["twin"].blocks[0].html)
    assert owner.get(url("template_edit", grant.pk)).context["draft"].value("text_it") == (
        "Caro {{ domanda.numero }}"
    )


def test_the_preview_follows_what_is_typed(owner, grant):
    page = owner.post(url("template_preview", grant.pk), typed(text_it="**{{ domanda.numero }"))

    assert page.templates[0].name == "letters/_preview.html"
    assert page.context["twin"].blocks[0].html == "**{{ domanda.numero }"
    assert len(page.context["places"]) == 2


def test_a_pdf_is_drawn_of_what_is_typed_or_in_use_and_kept_nowhere(office, owner, grant, as_user):
    templates.keep_typed(grant, {"text_it": "Bozza"}, {}, seen=1, by=office.procedure_owner)
    address = url("template_pdf", grant.pk)
    in_use, typed_ = owner.get(address).content, owner.get(address, {"bozza": "1"}).content

    assert in_use.startswith(b"%PDF")
    assert in_use != typed_
    other = as_user(office.officer).get(address, {"bozza": "1"})
    assert other["Content-Disposition"] == 'inline; filename="bozza-prova-grant.pdf"'
    assert len(other.content) == pytest.approx(len(in_use), abs=200)


def keep(client, text, name, value, revision=""):
    answer = client.post(
        url("template_keep", text.pk), {"field": name, "value": value, "revision": revision}
    )
    return answer.status_code, json.loads(answer.content)


def test_what_is_typed_is_kept_field_by_field(office, owner, grant):
    status, answer = keep(owner, grant, "text_it", "uno\r\ndue")
    assert (status, answer["revision"]) == (200, 1)
    status, answer = keep(owner, grant, "text_it", "tre", "0")
    assert (status, answer["theirs"]) == (409, "uno\ndue")
    assert keep(owner, grant, "boh", "x")[0] == 410
    assert keep(owner, grant, "reason", "x" * 251)[0] == 422
    assert keep(owner, grant, "text_it", "quattro", "1")[0] == 200

    page = owner.get(url("template_edit", grant.pk))
    assert page.context["areas"][0]["text"] == {
        "name": "text_it",
        "label": "Testo in italiano",
        "value": "quattro",
        "revision": 2,
        "error": "",
    }
    owner.post(url("template_throw_away", grant.pk))
    assert owner.get(url("template_edit", grant.pk)).context["draft"] is None


def test_keeping_answers_strangers_and_colleagues_in_words(client, office, grant, as_user):
    assert keep(client, grant, "text_it", "x")[0] == 401
    assert keep(as_user(office.director), grant, "text_it", "x")[0] == 403


def test_versions_are_compared_and_put_in_use_again(office, owner, grant):
    owner.post(url("template_edit", grant.pk), typed(text_it=TEXT + "\nNuovo."))
    page = owner.get(url("template_version", grant.pk, 2))
    added = [line for part in page.context["parts"] for line in part["lines"] if line.before == 0]
    assert [line.pieces[0].text for line in added] == ["", "Nuovo."]
    since = owner.get(url("template_version", grant.pk, 1), {"con": "attuale"})
    assert since.context["other"].number == 2

    refused = owner.post(url("template_version", grant.pk, 1), {"reason": "", "seen": "2"})
    assert refused.status_code == 422
    stale = owner.post(url("template_version", grant.pk, 1), {"reason": "x", "seen": "1"})
    assert (stale.status_code, stale.context["form"]["seen"].value()) == (409, 2)
    answer = owner.post(url("template_version", grant.pk, 1), {"reason": "Meglio", "seen": "2"})
    assert answer.url == url("template_page", grant.pk)
    grant.refresh_from_db()
    assert (grant.current.number, grant.current.reason) == (3, "Meglio")
    assert owner.get(url("template_version", grant.pk, 9)).status_code == 404


def test_an_old_version_that_is_no_longer_sound_says_why(office, owner, grant):
    shared = saluti()
    bare = template(office, "{{> saluti }}\n\n{{ firma }}", "", code="bare", name="Solo clausola")
    owner.post(
        url("template_edit", bare.pk),
        typed(text_it="Con {{> saluti }}\n\n{{ firma }}", text_en="", subject_en=""),
    )
    owner.post(
        url("template_edit", bare.pk),
        typed(text_it="x\n\n{{ firma }}", text_en="", subject_en="", seen="2"),
    )
    owner.post(url("template_edit", grant.pk), typed(text_it="x\n\n{{ firma }}"))
    templates.save(
        shared, templates.Words("Uno\n\nDue"), reason="Due", seen=1, by=office.procedure_owner
    )
    page = owner.post(url("template_version", bare.pk, 2), {"reason": "x", "seen": "3"})

    assert page.status_code == 422
    assert [place.line for place in page.context["places"]] == [1]


def test_a_new_clause_is_made_or_says_what_is_wrong(owner, grant):
    sent = {"name": "Rimedi", "code": "ricorsi", "text_it": "{{ boh }}", "text_en": ""}
    page = owner.post(url("clause_new"), sent)
    assert (page.status_code, page.context["places"][0].line) == (422, 1)
    assert owner.post(url("clause_new"), sent | {"code": "Con spazi"}).status_code == 422
    assert owner.post(url("clause_new"), sent | {"code": "saluti"}).status_code == 422
    owner.post(url("clause_new"), sent | {"text_it": "Ricorso\r\n"})

    assert Clause.objects.get(code="ricorsi").current.text_it == "Ricorso"


def test_a_clause_that_would_spoil_a_template_is_refused_by_name(office, owner, grant):
    shared = saluti()
    template(office, "Con {{> saluti }}\n\n{{ firma }}", "", code="inline", name="In riga")
    page = owner.post(
        url("clause_edit", shared.pk),
        {"text_it": "a\n\nb", "text_en": "", "reason": "x", "seen": "1", "do": "save"},
    )
    assert page.status_code == 422
    assert "In riga" in page.context["whole"][0]


def test_how_letters_leave_is_set_on_the_page(owner, grant):
    address = url("template_release", grant.pk)
    owner.post(address, {"release": "signature", "was": "approval"})
    assert Template.objects.get(pk=grant.pk).release == "signature"
    stale = owner.post(address, {"release": "at_once", "was": "approval"})
    assert stale.status_code == 409
    assert stale.context["release_form"]["was"].value() == "signature"
    assert owner.post(address, {"release": "mai", "was": "approval"}).status_code == 422

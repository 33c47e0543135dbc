from dataclasses import replace

import pytest
from django.db import DatabaseError, transaction

from letters.faults import Words
from letters.models import Clause, Template, TextDraft
from letters.services import templates
from letters.services.templates import TextRefused
from letters.uses import uses
from tests.letters.shelves import TEXT, clause, template
from workflows.engine import InputRefused, Refusal, TransitionRefused

UNSOUND = "Il modello «{}» non sarebbe più valido, riga 1: {}"
pytestmark = pytest.mark.django_db


@pytest.fixture
def saluti(office):
    return clause(office)


@pytest.fixture
def grant(office, saluti):
    return template(office)


def save(text, office, words=None, *, reason="Corretto un refuso", seen=None, **changes):
    words = words or replace(templates.words_of(text.current), **changes)
    seen = text.current.number if seen is None else seen
    return templates.save(text, words, reason=reason, seen=seen, by=office.procedure_owner)


def problems_of(refused) -> dict[str, list[tuple[int, int, str]]]:
    return {
        name: [(one.line, one.column, one.words()) for one in found]
        for name, found in refused.value.faults.places.items()
    }


def test_a_new_version_is_put_in_use_and_the_old_one_stays(office, grant):
    first = grant.current
    second = save(grant, office, text_it=TEXT.replace("accolta", "concessa") + "  \r\n\r\n")

    grant.refresh_from_db()
    assert grant.current == second
    assert [
        (one.number, one.reason, one.by, one.text_it.count("concessa"))
        for one in grant.versions.all()
    ] == [
        (1, "", office.procedure_owner, 0),
        (2, "Corretto un refuso", office.procedure_owner, 1),
    ]
    assert second.text_it.endswith("{{ firma }}")
    assert "\r" not in second.text_it
    assert first.text_en == second.text_en


def test_a_version_is_never_changed(office, grant):
    grant.current.text_it = "altro"
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        grant.current.save()


def test_everything_that_is_wrong_is_said_at_once_and_nothing_is_kept(office, grant):
    words = Words(
        "{{ boh }}\n\n{{#se domanda.numero}}\n\n<script>x</script>",
        "{{> saluti }}",
        "{{ firma }}",
        "",
    )
    with pytest.raises(TextRefused) as refused:
        save(grant, office, words)

    assert problems_of(refused) == {
        "text_it": [
            (1, 1, "There is no field “boh” for this kind of case."),
            (3, 1, "The condition on “domanda.numero” is not closed: “{{/se}}” is missing."),
            (5, 1, "HTML cannot be used: “<script>”."),
            (5, 10, "HTML cannot be used: “</script>”."),
        ],
        "text_en": [(1, 1, "The clause “saluti” has no English text.")],
        "subject_it": [
            (
                1,
                1,
                (
                    "“firma” cannot stand in the subject: only words known before the letter is "
                    "numbered can."
                ),
            )
        ],
    }
    assert refused.value.faults.fields == {
        "subject_en": "Per la lettera in inglese serve anche questo: testo e oggetto, oppure nessuno dei due."
    }
    assert grant.versions.count() == 1


def test_a_text_and_its_subject_are_there_and_not_too_long(office, grant):
    with pytest.raises(TextRefused) as refused:
        save(grant, office, Words("x" * 20_001, "", " ", ""))

    assert refused.value.faults.fields == {
        "text_it": "È troppo lungo: 20001 caratteri, al massimo 20000.",
        "subject_it": "Questo manca.",
    }


def test_a_later_version_says_why_and_says_something_new(office, grant):
    with pytest.raises(InputRefused) as refused:
        save(grant, office, reason=" ", text_it="Altro\n\n{{ firma }}")
    assert refused.value.message_dict.keys() == {"reason"}
    with pytest.raises(InputRefused, match="Non è cambiato nulla"):
        save(grant, office, text_it=TEXT.replace("\n", "\r\n") + "\n\n")


def test_an_old_page_does_not_overwrite_what_a_colleague_saved(office, grant):
    save(grant, office, text_it="Uno\n\n{{ firma }}")
    with pytest.raises(TransitionRefused) as refused:
        save(grant, office, text_it="Due\n\n{{ firma }}", seen=1)

    assert refused.value.why == Refusal.STALE
    assert grant.versions.count() == 2


def test_only_the_procedure_owner_changes_texts(office, grant):
    with pytest.raises(TransitionRefused) as refused:
        templates.save(grant, Words("x"), reason="x", seen=1, by=office.officer)
    assert refused.value.why == Refusal.RIGHT
    for act in (
        lambda: templates.create_clause(code="x", name="x", words=Words("x"), by=office.director),
        lambda: templates.keep_typed(grant, {}, {}, seen=1, by=office.director),
        lambda: templates.set_release(grant, release="at_once", was="approval", by=office.director),
    ):
        with pytest.raises(TransitionRefused):
            act()


def test_an_old_version_comes_back_as_a_new_one_and_is_judged_like_any(office, grant, saluti):
    save(grant, office, text_it="Senza clausola\n\n{{ firma }}")
    grant.refresh_from_db()
    again = templates.restore(grant, 1, reason="Era meglio", seen=2, by=office.procedure_owner)
    assert (again.number, again.text_it) == (3, templates.clean(Words(TEXT)).text_it)

    bare = template(office, text="Uno\n\n{{ firma }}", code="bare", text_en="")
    with pytest.raises(LookupError):
        templates.restore(bare, 7, reason="x", seen=1, by=office.procedure_owner)


def test_a_clause_may_not_spoil_the_templates_that_put_it_in(office, grant, saluti):
    with pytest.raises(TextRefused) as refused:
        save(saluti, office, text_it="Saluti {{ ignoto }}")
    assert problems_of(refused) == {
        "text_it": [(1, 8, "There is no field “ignoto” for this kind of case.")]
    }
    inline = template(office, "Con {{> saluti }}\n\n{{ firma }}", "", code="inline", name="In riga")
    with pytest.raises(TextRefused) as refused:
        save(saluti, office, text_it="Uno\n\nDue")
    assert refused.value.faults.elsewhere == (
        UNSOUND.format(
            "In riga", "La clausola «saluti» ha più di un paragrafo: va da sola su una riga."
        ),
    )
    assert inline.current.number == 1


def test_a_clause_that_is_needed_in_english_keeps_its_english(office):
    both = clause(office, "firme", "Saluti", "Regards")
    template(office, "{{ firma }}", "{{> firme }}")
    with pytest.raises(TextRefused) as refused:
        save(both, office, text_en="")
    assert refused.value.faults.elsewhere == (
        UNSOUND.format("Concessione di prova", "La clausola «firme» non ha il testo inglese."),
    )


def test_a_clause_may_not_lead_back_to_itself(office, saluti):
    clause(office, "altra", "{{> saluti }}")
    with pytest.raises(TextRefused) as refused:
        save(saluti, office, text_it="{{> altra }}")
    assert problems_of(refused) == {"text_it": [(1, 1, "The clause “altra” leads back to itself.")]}


def test_a_clause_has_a_code_of_its_own_and_a_name(office, saluti):
    for code, name, wrong in (("saluti", "Altra", "code"), ("altra", "  ", "name")):
        with pytest.raises(InputRefused) as refused:
            templates.create_clause(
                code=code, name=name, words=Words("x"), by=office.procedure_owner
            )
        assert refused.value.message_dict.keys() == {wrong}
    assert not Clause.objects.filter(code="altra").exists()


def test_uses_lead_through_clauses(office):
    clause(office, "uno", "uno")
    clause(office, "due", "{{> uno }}")
    template(office, "{{> due }}\n\n{{ firma }}", "", code="t")
    found = uses()

    assert [one.code for one in found.templates_with("uno")] == ["prova-t"]
    assert [one.code for one in found.clauses_with("uno")] == ["due"]
    assert found.clauses_with("due") == []


def test_what_is_typed_is_kept_for_its_writer_until_it_is_saved(office, grant):
    me = office.procedure_owner
    draft, clashes = templates.keep_typed(grant, {"text_it": "a"}, {}, seen=1, by=me)
    assert (draft.value("text_it"), draft.seen, clashes) == ("a", 1, [])
    _draft, clashes = templates.keep_typed(grant, {"text_it": "b"}, {"text_it": 0}, seen=1, by=me)
    assert [(one.mine, one.theirs) for one in clashes] == [("b", "a")]
    assert templates.draft_of(grant, me).value("text_it") == "a"
    assert templates.draft_of(grant, office.director) is None

    save(grant, office, text_it="Nuovo\n\n{{ firma }}")
    assert not TextDraft.objects.exists()


def test_how_letters_leave_is_changed_where_nobody_else_has(office, grant):
    release = Template.Release
    templates.set_release(
        grant, release=release.SIGNATURE, was=release.APPROVAL, by=office.procedure_owner
    )
    with pytest.raises(TransitionRefused) as refused:
        templates.set_release(
            grant, release=release.AT_ONCE, was=release.APPROVAL, by=office.procedure_owner
        )
    assert refused.value.why == Refusal.STALE
    grant.refresh_from_db()
    assert grant.release == release.SIGNATURE

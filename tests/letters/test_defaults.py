"""The texts of the software stand in every database, and those of the office stay the office's."""

from dataclasses import replace

import pytest
from django.core.management import call_command

from letters import defaults
from letters.models import Clause, Template, TemplateVersion
from letters.services.defaults import REASON, load_defaults
from parties import moment
from tests.office import make_user

pytestmark = pytest.mark.django_db


def test_a_fresh_database_has_every_text():
    assert {
        one.code: (one.vocabulary, one.name, one.current.number, one.current.text_it)
        for one in Template.objects.select_related("current")
    } == {
        code: (one.vocabulary, one.name, 1, one.text_it)
        for code, one in defaults.templates().items()
    }
    assert {one.code: one.current.text_en for one in Clause.objects.select_related("current")} == {
        code: one.text_en for code, one in defaults.clauses().items()
    }


def test_loading_again_changes_nothing(django_assert_num_queries):
    with django_assert_num_queries(4):
        assert load_defaults() == 0


def test_a_version_of_the_office_is_never_overwritten():
    grant = Template.objects.get(code="grant")
    own = TemplateVersion.objects.create(
        template=grant,
        number=2,
        text_it="Nostro testo.",
        subject_it="Nostro",
        reason="Nuovo regolamento",
        by=make_user("direttore@example.org"),
        at=moment.now(),
    )
    Template.objects.filter(code="grant").update(current=own, release="signature")

    assert load_defaults() == 0
    grant.refresh_from_db()
    assert (grant.current, grant.release) == (own, "signature")
    assert TemplateVersion.objects.filter(template=grant).count() == 2


def test_a_newer_release_of_the_software_brings_a_newer_text(monkeypatch):
    newer = replace(defaults.clauses()["rimedi"], text_it="Testo nuovo.")
    monkeypatch.setattr(defaults, "clauses", lambda: {"rimedi": newer})

    assert load_defaults() == 1
    kept = Clause.objects.get(code="rimedi").current
    assert (kept.number, kept.reason, kept.text_it) == (2, REASON, "Testo nuovo.")


@pytest.mark.django_db(transaction=True)
def test_a_flushed_database_has_them_again():
    call_command("flush", interactive=False, verbosity=0)

    assert Template.objects.count() == len(defaults.templates())

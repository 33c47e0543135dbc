"""A published call gets a later version: a copy at first, then in the place of the present one."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from calls import contents
from calls.engine import CallRefused, Refusal
from calls.models import Block, Call, Question
from calls.services import publish_version, revise
from tests.calls.setting_up import shown

pytestmark = pytest.mark.django_db


def test_later_version_is_a_copy_that_takes_the_place_of_the_present(office):
    first = office.call.version

    second = revise(office.call, reason="Nuovo massimale", parameters={"ceiling": "2000.00"})
    assert office.draft().call_version == first
    publish_version(second, closes_at=office.call.closes_at + timedelta(days=30))

    assert (second.number, second.reason) == (2, "Nuovo massimale")
    assert second.parameters == first.parameters | {"ceiling": "2000.00"}
    assert contents.read(second) == replace(
        contents.read(first), parameters=first.parameters | {"ceiling": "2000.00"}
    )
    assert Call.objects.get(pk=office.call.pk).version == second
    office.call.refresh_from_db()
    assert office.draft().call_version == second


def test_version_that_is_not_published_can_still_be_edited(office):
    version = revise(office.call, reason="Prova")

    version.declarations.first().delete()

    assert office.call.version.declarations.count() == version.declarations.count() + 1


def test_published_version_is_frozen(office):
    version = revise(office.call, reason="Prova")
    publish_version(version)

    with pytest.raises(IntegrityError), transaction.atomic():
        version.declarations.first().delete()


@pytest.mark.parametrize("reason", ["", "  "])
def test_later_version_without_a_reason_is_refused(office, reason):
    with pytest.raises(ValueError, match="why"):
        revise(office.call, reason=reason)


def test_version_is_published_once(office):
    version = revise(office.call, reason="Prova")
    publish_version(version)

    with pytest.raises(ValueError, match="later"):
        publish_version(version)


def test_version_of_a_call_that_is_not_published_is_refused(office):
    call = Call.objects.filter(published_at=None).first()
    version = revise(call, reason="Prova")

    with pytest.raises(ValueError, match="published"):
        publish_version(version)


def test_CALL_21_criteria_stay_once_somebody_has_applied(office):
    office.file()
    version = revise(office.call, reason="Prova", parameters={"allocation": "draw"})

    with pytest.raises(CallRefused) as refused, transaction.atomic():
        publish_version(version, by=office.procedure_owner)

    assert [fault.rule for fault in refused.value.faults] == ["CALL-21"]
    version.refresh_from_db()
    assert version.frozen_at is None


def test_CALL_21_criteria_may_change_before_anybody_has_applied(office):
    call = shown(office)
    version = revise(call, reason="Prova", parameters={"threshold_total": "55"})

    publish_version(version, by=office.procedure_owner)

    version.refresh_from_db()
    assert version.changes == ["Soglia di punteggio: da “60” a “55”."]


def test_CALL_21_change_of_requirements_wants_a_later_closing(office):
    call = office.call
    version = revise(call, reason="Una domanda in più")
    Question.objects.create(
        version=version, position=1, code="altro", kind="text", title_it="Che altro?"
    )

    with pytest.raises(CallRefused) as refused, transaction.atomic():
        publish_version(version, by=office.procedure_owner)
    assert [fault.item for fault in refused.value.faults] == ["closes_at"]

    later = call.closes_at + timedelta(days=7)
    call = publish_version(version, by=office.procedure_owner, closes_at=later, binds_drafts=True)

    entry = call.history.last()
    assert (call.closes_at, call.version) == (later, version)
    assert (entry.name, entry.reason, entry.details["version"]) == (
        "publish_version",
        "Una domanda in più",
        2,
    )
    version.refresh_from_db()
    assert (version.binds_drafts, version.changes) == (True, ["In più: domanda “Che altro?”."])


def test_CALL_21_call_that_is_always_open_needs_no_later_closing(office):
    call = shown(office, "ELENCO", closes=None)
    version = revise(call, reason="Requisiti")
    Block.objects.filter(version=version, letter="d").update(text_it="Altri requisiti.")

    assert publish_version(version, by=office.procedure_owner).version == version


def test_later_version_is_brought_out_by_who_may_publish(office):
    version = revise(office.call, reason="Prova")

    with pytest.raises(CallRefused) as refused, transaction.atomic():
        publish_version(version, by=office.officer)

    assert refused.value.why is Refusal.RIGHT


@pytest.mark.parametrize("name", ["questions", "blocks", "reserves", "shares", "criteria"])
def test_CALL_03_no_part_of_a_frozen_version_can_be_changed_added_or_deleted(office, name):
    call = Call.objects.get(code="COW-GRAD")
    rows = {
        "questions": {"position": 1, "code": "a", "kind": "text", "title_it": "A"},
        "shares": {"position": 1, "province": "MN", "amount": 100000},
    }
    if name in rows:
        getattr(call.version, name).create(**rows[name])
    call = shown(office)
    row = getattr(call.version, name).first()

    def tries():
        yield row.delete
        yield row.save
        yield lambda: type(row).objects.filter(pk=row.pk).update(version=row.version)

    for change in tries():
        with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
            change()
    row.pk = None
    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        row.save(force_insert=True)

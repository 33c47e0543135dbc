"""From draft to filed application, in one transaction."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from calls.models import Call
from coworking_registry import letters, permissions
from coworking_registry.content import SpaceContent, SpaceFiling
from coworking_registry.models import (
    DeclaredHours,
    DeclaredMachine,
    DeclaredPrice,
    SpaceApplication,
    SpaceStatus,
)
from coworking_registry.stored import COLUMNS, LISTS, PLAIN
from parties import moment
from parties.models import User
from parties.services import record_organisation, record_person
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.examination.terms import ExaminationTerms, conclusion_rule
from workflows.models import Case, CaseTerm, Draft, ProtocolEntry
from workflows.models.cases import search_words
from workflows.services import clock, documents, substitutes
from workflows.services.protocol import next_entry, register
from workflows.terms import compute_term


@transaction.atomic
def open_draft(call: Call, *, by: User) -> SpaceApplication:
    """Start an application for a notice, or return the person's draft if there is one already."""
    mine = SpaceApplication.objects.filter(call=call, opened_by=by, status=SpaceStatus.DRAFT)
    draft = mine.first()
    if draft is None:
        draft = SpaceApplication.objects.create(
            call=call, call_version=call.current_version, opened_by=by
        )
        Draft.objects.create(case=draft)
    return draft


@transaction.atomic
def submit(
    case: SpaceApplication, *, by: User | None, filing: SpaceFiling, submission_key: UUID
) -> SpaceApplication:
    """File the application: manager, content, protocol, term, receipt, flow, all or nothing.

    From here on it is judged by the requirements of the version that is in force now, whatever
    the notice asks later. A second submission with the same key returns the filed application and
    changes nothing. Raises `TransitionRefused` with the rules that do not hold.
    """
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = SpaceApplication.objects.select_related("call__manager").get(pk=case.pk)
    if case.submission_key == submission_key:
        return case
    if case.status != SpaceStatus.DRAFT:
        raise TransitionRefused(Refusal.STATUS, _("This application has already been sent."))
    # Before the content is written: it makes whoever files the person it names.
    if by is None or not permissions.may_send(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    person = record_person(permissions.account_of(case, by), **asdict(filing.person))
    case.representative = person
    case.applicant = record_organisation(person, **asdict(filing.organisation))
    case.manager_kind = filing.applicant_kind
    case.call_version = case.call.current_version
    case.declarations = list(filing.declarations)
    write_content(case, filing.content)
    entry = next_entry(case.call.manager)
    rule = conclusion_rule(ExaminationTerms.of(case.call_version).conclusion_days, case.call)
    case.number = f"{case.call.code}-{entry.year}-{entry.number:05d}"
    case = apply_transition(
        case,
        "submit",
        by=by,
        number=case.number,
        protocol=_register(entry, case),
        search=_search(case, entry),
        submission_key=submission_key,
        due_on=compute_term(moment.today(), rule).due,
    )
    clock.start_term(case, CaseTerm.Kind.CONCLUSION, rule)
    documents.file_all(case, case.submitted_at)
    letters.send_receipt(case)
    return case


@transaction.atomic
def withdraw(
    case: SpaceApplication, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> SpaceApplication:
    """Take the application back before a decision."""
    case = apply_transition(case, "withdraw", by=by, reason=reason, seen_version=seen_version)
    clock.end_all(case)
    substitutes.conclude(case)
    return case


def write_content(case: SpaceApplication, said: SpaceContent) -> None:
    """Write what an application says into its row and the rows beside it."""
    for name in PLAIN:
        value = getattr(said, name)
        setattr(case, COLUMNS.get(name, name), list(value) if name in LISTS else value)
    case.save()
    case.hours.all().delete()
    DeclaredHours.objects.bulk_create(
        DeclaredHours(application=case, weekday=one.weekday, opens=one.opens, closes=one.closes)
        for one in said.hours
        # A stretch that cannot be is refused by its rule, in a sentence; no row can hold it.
        if one.closes > one.opens
    )
    case.prices.all().delete()
    DeclaredPrice.objects.bulk_create(
        DeclaredPrice(application=case, **asdict(one)) for one in said.prices if one.price > 0
    )
    case.machines.all().delete()
    DeclaredMachine.objects.bulk_create(
        DeclaredMachine(
            application=case,
            name=one.name,
            quantity=one.quantity,
            safety_briefing=one.safety_briefing,
        )
        for one in said.machines
    )


def _register(entry: ProtocolEntry, case: Any) -> ProtocolEntry:
    loose = case.documents.filter(filed_at__isnull=True)
    return register(
        entry,
        direction=ProtocolEntry.Direction.IN,
        subject=f"Domanda di iscrizione all'elenco {case.number} – {case.name}",
        counterpart=case.applicant.name,
        case=case,
        digests=documents.digests_of(loose),
    )


def _search(case: Any, entry: ProtocolEntry) -> str:
    party = case.applicant
    return search_words(
        f"{case.number} {entry} {entry.number} {party.name} {party.tax_code} {party.vat_number} "
        f"{case.representative.name} {case.name} {case.municipality}"
    )

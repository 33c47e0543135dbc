"""From draft to filed application, in one transaction (PROC-06)."""

from dataclasses import asdict
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounting.services import ledger
from calls.models import Call
from grants import letters, permissions
from grants.answers import plain_questions, sheet_of
from grants.checks import computed, parameters_of
from grants.filing import Filing
from grants.models import DeclaredAid, DeclaredLink, RentContribution, Status
from grants.parameters import RentParameters
from grants.services.lines import write_lines
from parties import moment
from parties.models import User
from parties.services import record_organisation, record_person
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.examination.terms import conclusion_rule
from workflows.models import Case, CaseTerm, Draft, ProtocolEntry
from workflows.models.cases import search_words
from workflows.services import answers, clock, documents, substitutes
from workflows.services.protocol import next_entry, register


@transaction.atomic
def open_draft(call: Call, *, by: User | None) -> RentContribution:
    """Start an application for a call, or return the person's draft if there is one already."""
    draft = RentContribution.objects.filter(call=call, opened_by=by, status=Status.DRAFT).first()
    if draft is None:
        draft = RentContribution.objects.create(call=call, call_version=call.version, opened_by=by)
        Draft.objects.create(case=draft)
    return draft


@transaction.atomic
def submit(
    case: RentContribution, *, by: User | None, filing: Filing, submission_key: UUID
) -> RentContribution:
    """File the application: parties, content, protocol, term, receipt, flow, all or nothing.

    A second submission with the same key returns the filed case and changes nothing. Raises
    `TransitionRefused` with the rules that do not hold.
    """
    case = _locked(case)
    if case.submission_key == submission_key:
        return case
    if case.status != Status.DRAFT:
        raise TransitionRefused(Refusal.STATUS, _("This application has already been sent."))
    # Before the content is written: it makes whoever files the person it names.
    if not permissions.may_send(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    _write_content(case, filing, by)
    _keep_answers(case, filing)
    entry = next_entry(case.call.manager)
    set_ = parameters_of(case)
    case.number = f"{case.call.code}-{entry.year}-{entry.number:05d}"
    try:
        with transaction.atomic():
            case = apply_transition(
                case,
                "submit",
                by=by,
                number=case.number,
                protocol=_register(entry, case),
                search=_search(case, entry),
                single_key=single_key(case, set_),
                submission_key=submission_key,
                due_on=clock.compute_term(
                    moment.today(), conclusion_rule(set_.conclusion_days, case.call)
                ).due,
            )
    except IntegrityError as error:
        if "single_key" not in str(error):
            raise
        raise TransitionRefused(
            Refusal.RULE, _("There is already an application of this applicant for this call.")
        ) from error
    clock.start_term(
        case, CaseTerm.Kind.CONCLUSION, conclusion_rule(set_.conclusion_days, case.call)
    )
    documents.file_all(case, case.submitted_at)
    letters.send_receipt(case)
    return case


@transaction.atomic
def withdraw(
    case: RentContribution, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> RentContribution:
    """Take the application back; what was reserved for it comes free."""
    case = apply_transition(case, "withdraw", by=by, reason=reason, seen_version=seen_version)
    freed = ledger.release(case, by=by, description=f"Ritiro della domanda {case.number}")
    clock.end_all(case)
    substitutes.conclude(case)
    letters.send_withdrawal(case, freed=freed.amount if freed else None)
    return case


def _locked(case: RentContribution) -> RentContribution:
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    return RentContribution.objects.select_related("call__manager", "call_version").get(pk=case.pk)


def _write_content(case: RentContribution, filing: Filing, by: User | None) -> None:
    person = record_person(
        permissions.account_of(case, by), **asdict(filing.person), vat_number=filing.vat_number
    )
    organisation = (
        record_organisation(person, **asdict(filing.organisation)) if filing.organisation else None
    )
    case.representative, case.applicant = person, organisation or person
    for name in (
        "applicant_kind",
        "employment",
        "commits_to_vat",
        "period_from",
        "period_to",
        "project",
        "network",
        "quote_date",
        "vat_is_cost",
        "other_aid",
        "other_aid_detail",
        "requested",
        "declarations",
    ):
        setattr(case, name, getattr(filing, name))
    case.space_id = filing.space
    case.save()
    case.lines.all().delete()
    write_lines(case, filing.lines)
    case.declared_aids.all().delete()
    DeclaredAid.objects.bulk_create(
        DeclaredAid(contribution=case, **asdict(aid)) for aid in filing.aids
    )
    case.declared_links.all().delete()
    DeclaredLink.objects.bulk_create(
        DeclaredLink(contribution=case, **asdict(link)) for link in filing.links
    )


def _keep_answers(case: RentContribution, filing: Filing) -> None:
    """Keep the answers to the extra questions, worked out anew from what was given (CALL-07)."""
    questions = plain_questions(case.call_version)
    if questions:
        answers.keep(case, sheet_of(case, questions, filing.given_answers, computed(case)))


def _register(entry: ProtocolEntry, case: RentContribution) -> ProtocolEntry:
    loose = case.documents.filter(filed_at__isnull=True)
    return register(
        entry,
        direction=ProtocolEntry.Direction.IN,
        subject=f"Domanda di contributo {case.number} – {case.call.title_it}",
        counterpart=case.applicant.name,
        case=case,
        digests=documents.digests_of(loose),
    )


def _search(case: RentContribution, entry: ProtocolEntry) -> str:
    party = case.applicant
    return search_words(
        f"{case.number} {entry} {entry.number} {party.name} {party.tax_code} {party.vat_number} "
        f"{case.representative.name} {case.space.name}"
    )


def single_key(case: RentContribution, set_: RentParameters) -> str | None:
    """Return what only one live application of an applicant may hold, where the call says so (RANK-07)."""
    return f"{case.call_id}:{case.applicant.tax_code}" if set_.one_per_applicant else None

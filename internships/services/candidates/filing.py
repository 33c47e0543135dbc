"""From draft to filed candidacy, in one transaction (R-PUB-02, R-PUB-03)."""

import secrets
from dataclasses import asdict, fields
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from calls.models import Call
from internships import permissions
from internships.candidate_content import (
    PLAIN,
    CandidacyContent,
    CandidacyFiling,
    RestrictedContent,
)
from internships.letters import candidates as letters
from internships.models import (
    Candidacy,
    CandidacyStatus,
    Experience,
    Preference,
    PriorRelation,
    Restricted,
    RunningInternship,
)
from internships.parameters import CandidacyParameters
from parties import moment
from parties.models import User
from parties.services import record_person
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.examination.terms import conclusion_rule
from workflows.models import Case, CaseTerm, Draft, ProtocolEntry
from workflows.models.cases import search_words
from workflows.services import clock, documents, substitutes
from workflows.services.protocol import next_entry, register

# Letters and digits that nobody takes for one another: lists name candidates by them (R-PUB-14).
ALPHABET = "ACDEFGHJKLMNPQRTUVWXYZ234679"
CODE_LENGTH = 6
# What is kept apart is typed under this name, and taken out of the draft once it is filed.
APART = "restricted_"


@transaction.atomic
def open_draft(call: Call, *, by: User) -> Candidacy:
    """Start a candidacy for a call, or return the person's draft if there is one already."""
    draft = Candidacy.objects.filter(call=call, opened_by=by, status=CandidacyStatus.DRAFT).first()
    if draft is None:
        draft = Candidacy.objects.create(call=call, call_version=call.version, opened_by=by)
        Draft.objects.create(case=draft)
    return draft


@transaction.atomic
def submit(
    case: Candidacy, *, by: User | None, filing: CandidacyFiling, submission_key: UUID
) -> Candidacy:
    """File the candidacy: person, content, protocol, term, receipt, flow, all or nothing.

    One person has one live candidacy a call, by tax code. A second submission with the same key
    returns the filed candidacy and changes nothing. Raises `TransitionRefused` with the rules that
    do not hold.
    """
    case = _locked(case)
    if case.submission_key == submission_key:
        return case
    if case.status != CandidacyStatus.DRAFT:
        raise TransitionRefused(Refusal.STATUS, _("This candidacy has already been sent."))
    # Before the content is written: it makes whoever files the person it names.
    if by is None or not permissions.may_send(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    person = record_person(permissions.account_of(case, by), **asdict(filing.person))
    case.representative = case.applicant = person
    _refuse_second(case)
    write_content(case, filing.content)
    case.declarations = list(filing.declarations)
    case.save()
    entry = next_entry(case.call.manager)
    rule = conclusion_rule(CandidacyParameters.of(case.call_version).conclusion_days, case.call)
    case.number = f"{case.call.code}-CAN-{entry.year}-{entry.number:05d}"
    case = apply_transition(
        case,
        "submit",
        by=by,
        number=case.number,
        code=new_code(),
        protocol=_register(entry, case),
        search=_search(case, entry),
        submission_key=submission_key,
        due_on=clock.compute_term(moment.today(), rule).due,
    )
    clock.start_term(case, CaseTerm.Kind.CONCLUSION, rule)
    documents.file_all(case, case.submitted_at)
    _empty_draft(case)
    letters.send_receipt(case)
    return case


@transaction.atomic
def withdraw(
    case: Candidacy, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> Candidacy:
    """Take the candidacy back; a place that was proposed is free again."""
    case = apply_transition(case, "withdraw", by=by, reason=reason, seen_version=seen_version)
    clock.end_all(case)
    substitutes.conclude(case)
    return case


def write_content(case: Candidacy, content: CandidacyContent) -> None:
    """Write what a candidacy says into its row and the rows beside it; the caller saves the case."""
    for name in PLAIN:
        setattr(case, name, getattr(content, name))
    case.save()
    case.preferences.all().delete()
    Preference.objects.bulk_create(
        Preference(candidacy=case, offer_id=offer, rank=rank)
        for rank, offer in enumerate(content.preferences, 1)
    )
    case.prior_relations.all().delete()
    PriorRelation.objects.bulk_create(
        PriorRelation(
            candidacy=case,
            host_id=one.host,
            kind=one.kind,
            ended_on=one.ended_on,
            days=one.days,
        )
        for one in content.relations
    )
    _replace(case, "experiences", Experience, content.experiences)
    _replace(case, "running_internships", RunningInternship, content.running)
    Restricted.objects.filter(case_id=case.pk).delete()
    if content.restricted != RestrictedContent():
        Restricted.objects.create(case_id=case.pk, **asdict(content.restricted))


def new_code() -> str:
    """Return a code that no candidacy has: lists and rankings show it instead of the name (R-PUB-14)."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _place in range(CODE_LENGTH))
        if not Candidacy.objects.filter(code=code).exists():
            return code


def _replace(case: Candidacy, rows: str, model: type, given: tuple) -> None:
    getattr(case, rows).all().delete()
    model.objects.bulk_create(  # type: ignore[attr-defined]
        model(candidacy=case, **{field.name: getattr(one, field.name) for field in fields(one)})
        for one in given
    )


def _refuse_second(case: Candidacy) -> None:
    """Refuse a second live candidacy of a person in a call, whatever the account or the spelling."""
    others = Candidacy.objects.filter(
        call_id=case.call_id,
        applicant__tax_code=case.applicant.tax_code,
        submitted_at__isnull=False,
        closed_at__isnull=True,
    )
    if other := others.exclude(pk=case.pk).first():
        raise TransitionRefused(
            Refusal.RULE,
            _(
                "You have applied to this call already, with candidacy {number} (R-PUB-06): "
                "withdraw it to apply again."
            ).format(number=other.number),
        )


def _empty_draft(case: Candidacy) -> None:
    """Take what is kept apart out of what was typed: its table is the only place it stands in."""
    draft = Draft.objects.select_for_update().filter(case_id=case.pk).first()
    if draft is not None:
        draft.answers = {
            name: kept for name, kept in draft.answers.items() if not name.startswith(APART)
        }
        draft.save(update_fields=["answers"])


def _locked(case: Candidacy) -> Candidacy:
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    return Candidacy.objects.select_related("call__manager", "call_version").get(pk=case.pk)


def _register(entry: ProtocolEntry, case: Candidacy) -> ProtocolEntry:
    loose = case.documents.filter(filed_at__isnull=True)
    return register(
        entry,
        direction=ProtocolEntry.Direction.IN,
        subject=f"Candidatura di tirocinio {case.number} – {case.call.title_it}",
        counterpart=case.applicant.name,
        case=case,
        digests=documents.digests_of(loose),
    )


def _search(case: Candidacy, entry: ProtocolEntry) -> str:
    party = case.applicant
    return search_words(f"{case.number} {entry} {entry.number} {party.name} {party.tax_code}")

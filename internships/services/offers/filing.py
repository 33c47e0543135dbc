"""From draft to filed offer, in one transaction (R-PUB-02, R-PUB-03)."""

from dataclasses import asdict, fields
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from calls.models import Call
from internships import permissions
from internships.content import OfferContent, OfferFiling
from internships.letters import offers as letters
from internships.models import (
    Certificate,
    Competence,
    Dismissal,
    Hire,
    HostOffer,
    Layoff,
    Measure,
    OfferStatus,
    StaffPeriod,
    Unit,
)
from internships.parameters import OfferParameters
from internships.stored import PLAIN
from parties import moment
from parties.models import Party, User
from parties.services import record_organisation, record_person
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.examination.terms import conclusion_rule
from workflows.models import Case, CaseTerm, Draft, ProtocolEntry
from workflows.models.cases import search_words
from workflows.services import clock, documents, substitutes
from workflows.services.protocol import next_entry, register


@transaction.atomic
def open_draft(call: Call, *, by: User) -> HostOffer:
    """Start an offer for a call, or return the person's draft if there is one already."""
    draft = HostOffer.objects.filter(call=call, opened_by=by, status=OfferStatus.DRAFT).first()
    if draft is None:
        draft = HostOffer.objects.create(call=call, call_version=call.version, opened_by=by)
        Draft.objects.create(case=draft)
    return draft


@transaction.atomic
def submit(
    case: HostOffer, *, by: User | None, filing: OfferFiling, submission_key: UUID
) -> HostOffer:
    """File the offer: host, unit, content, protocol, term, receipt, flow, all or nothing.

    The unit's row is locked: two offers of a unit filed together are counted one after the other.
    A second submission with the same key returns the filed offer and changes nothing. Raises
    `TransitionRefused` with the rules that do not hold.
    """
    case = _locked(case)
    if case.submission_key == submission_key:
        return case
    if case.status != OfferStatus.DRAFT:
        raise TransitionRefused(Refusal.STATUS, _("This offer has already been sent."))
    # Before the content is written: it makes whoever files the person it names.
    if by is None or not permissions.may_send(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    _write_parties(case, filing, by)
    write_content(case, filing.content)
    case.declarations = list(filing.declarations)
    case.save()
    entry = next_entry(case.call.manager)
    rule = conclusion_rule(OfferParameters.of(case.call_version).conclusion_days, case.call)
    case.number = f"{case.call.code}-OFF-{entry.year}-{entry.number:05d}"
    case = apply_transition(
        case,
        "submit",
        by=by,
        number=case.number,
        protocol=_register(entry, case),
        search=_search(case, entry),
        submission_key=submission_key,
        due_on=clock.compute_term(moment.today(), rule).due,
    )
    clock.start_term(case, CaseTerm.Kind.CONCLUSION, rule)
    documents.file_all(case, case.submitted_at)
    letters.send_receipt(case)
    return case


@transaction.atomic
def withdraw(
    case: HostOffer, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> HostOffer:
    """Take the offer back; it leaves the public list at once."""
    case = apply_transition(case, "withdraw", by=by, reason=reason, seen_version=seen_version)
    clock.end_all(case)
    substitutes.conclude(case)
    return case


def write_content(case: HostOffer, content: OfferContent) -> None:
    """Write what an offer says into its row and the rows beside it; the caller saves the case."""
    for name in PLAIN:
        setattr(case, name, getattr(content, name))
    case.unit = locked_unit(case.applicant, content)
    case.space_id = content.space
    case.save()
    case.periods.all().delete()
    periods = [(StaffPeriod.Kind.FIXED_TERM, one) for one in content.fixed_term]
    periods += [(StaffPeriod.Kind.INTERN, one) for one in content.running]
    periods += [(StaffPeriod.Kind.CURRICULAR, one) for one in content.curricular]
    StaffPeriod.objects.bulk_create(
        StaffPeriod(offer=case, kind=kind, first_day=first, last_day=last)
        for kind, (first, last) in periods
    )
    case.layoffs.all().delete()
    Layoff.objects.bulk_create(
        Layoff(
            offer=case,
            kind=row.kind.value,
            same_unit=row.same_unit,
            same_tasks=row.same_tasks,
            union_agreement=row.union_agreement,
        )
        for row in content.layoffs
    )
    case.dismissals.all().delete()
    Dismissal.objects.bulk_create(
        Dismissal(
            offer=case,
            dismissed_on=row.on,
            cause=row.cause.value,
            same_unit=row.same_unit,
            similar_tasks=row.similar_tasks,
            agreement=row.agreement,
        )
        for row in content.dismissals
    )
    _replace(case, "hires", Hire, content.hires)
    _replace(case, "competences", Competence, content.competences)
    _replace(case, "certificates", Certificate, content.certificates)
    _replace(case, "measures", Measure, content.measures)


def locked_unit(host: Party, content: OfferContent) -> Unit:
    """Return the unit of an offer, locked until the transaction ends (R-NUM-01)."""
    place = asdict(content.unit)
    key = Unit.key_of(place["street"], place["street_number"], place["municipality"])
    unit, _created = Unit.objects.get_or_create(host_id=host.pk, key=key, defaults=place)
    return Unit.objects.select_for_update().get(pk=unit.pk)


def _replace(case: HostOffer, rows: str, model: type, given: tuple) -> None:
    getattr(case, rows).all().delete()
    model.objects.bulk_create(  # type: ignore[attr-defined]
        model(offer=case, **{field.name: getattr(one, field.name) for field in fields(one)})
        for one in given
    )


def _locked(case: HostOffer) -> HostOffer:
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    return HostOffer.objects.select_related("call__manager", "call_version").get(pk=case.pk)


def _write_parties(case: HostOffer, filing: OfferFiling, by: User) -> None:
    person = record_person(
        permissions.account_of(case, by), **asdict(filing.person), vat_number=filing.vat_number
    )
    organisation = (
        record_organisation(person, **asdict(filing.organisation)) if filing.organisation else None
    )
    case.representative, case.applicant = person, organisation or person


def _register(entry: ProtocolEntry, case: HostOffer) -> ProtocolEntry:
    loose = case.documents.filter(filed_at__isnull=True)
    return register(
        entry,
        direction=ProtocolEntry.Direction.IN,
        subject=f"Offerta di tirocinio {case.number} – {case.call.title_it}",
        counterpart=case.applicant.name,
        case=case,
        digests=documents.digests_of(loose),
    )


def _search(case: HostOffer, entry: ProtocolEntry) -> str:
    party = case.applicant
    return search_words(
        f"{case.number} {entry} {entry.number} {party.name} {party.tax_code} {party.vat_number} "
        f"{case.representative.name} {case.title} {case.unit.municipality}"
    )

"""Conflicts of interest: what members state, and what codes and representations tell (ORG-08)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from evaluation.kinds import ranked_kind
from evaluation.models import Abstention, Member
from parties.models import Organisation, Person, Representation
from workflows.models import Case

Source = Abstention.Source


@dataclass(frozen=True)
class Match:
    """A conflict found by itself: whose, on which file, how."""

    member: Member
    case_id: int
    source: str
    reason: str


@dataclass
class _Known:
    """Everything by which somebody, or a file, can be recognised: codes, keys of people and bodies."""

    tax_codes: set[str] = field(default_factory=set)
    vat_numbers: set[str] = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    bodies: set[int] = field(default_factory=set)


def matches(members: Iterable[Member], cases: Iterable[Case]) -> list[Match]:
    """Return every conflict between members and files that the data tell, one a pair.

    Looked at: tax codes, VAT numbers, the accounts, who acts or acted for whom, and who else gains
    by the file, such as the manager of a space. The number of queries does not depend on rows.
    """
    seats, files = list(members), list(cases)
    if not seats or not files:
        return []
    known_members = _of_members(seats)
    known_files = _of_files(files)
    gaining = _gaining(files)
    found = []
    for case in files:
        for member in seats:
            told = _conflict(
                known_members[member.pk], known_files[case.pk], gaining.get(case.pk, set())
            )
            if told is None and case.opened_by_id == member.user_id:
                told = Source.REPRESENTATION, "ha presentato la domanda"
            if told is not None:
                found.append(Match(member, case.pk, *told))
    return found


def _conflict(member: _Known, file: _Known, gaining: set[str]) -> tuple[str, str] | None:
    if member.tax_codes & file.tax_codes:
        return Source.TAX_CODE, "è parte della domanda o la rappresenta"
    if member.bodies & file.bodies:
        return Source.REPRESENTATION, "agisce, o ha agito, per chi presenta la domanda"
    if member.vat_numbers & file.vat_numbers:
        return Source.VAT_NUMBER, "ha la stessa partita IVA di chi presenta la domanda"
    if (member.tax_codes | member.vat_numbers) & gaining:
        return Source.SPACE, "ha un interesse nello spazio a cui va la spesa"
    return None


def _of_members(members: list[Member]) -> dict[int, _Known]:
    known = {
        member.pk: _Known(tax_codes={member.tax_code}, vat_numbers={member.vat_number} - {""})
        for member in members
    }
    by_code = {member.tax_code: member.pk for member in members}
    by_user = {member.user_id: member.pk for member in members}
    people = Person.objects.filter(tax_code__in=by_code) | Person.objects.filter(user__in=by_user)
    whose: dict[int, int] = {}
    for person in people.order_by("pk"):
        whose[person.pk] = by_user.get(person.user_id or 0) or by_code[person.tax_code]
        one = known[whose[person.pk]]
        one.tax_codes.add(person.tax_code)
        one.vat_numbers |= {person.vat_number} - {""}
        one.people.add(person.pk)
    for person_id, organisation in _bodies_of(whose):
        one = known[whose[person_id]]
        one.bodies.add(organisation.pk)
        one.vat_numbers |= {organisation.vat_number, organisation.tax_code} - {""}
    return known


def _of_files(cases: list[Case]) -> dict[int, _Known]:
    known = {case.pk: _Known() for case in cases}
    acting: dict[int, list[int]] = defaultdict(list)
    for case in cases:
        one = known[case.pk]
        for party in (case.applicant, case.representative):
            if party is None:
                continue
            one.tax_codes.add(party.tax_code)
            one.vat_numbers |= {party.vat_number} - {""}
            if party.is_person:
                one.people.add(party.pk)
                acting[party.pk].append(case.pk)
            else:
                one.bodies.add(party.pk)
                one.vat_numbers.add(party.tax_code)
    for person_id, organisation in _bodies_of(acting):
        for case_id in acting[person_id]:
            known[case_id].bodies.add(organisation.pk)
    return known


def _bodies_of(people: Iterable[int]) -> list[tuple[int, Organisation]]:
    """Return whom people act for, or acted for once."""
    rows = Representation.objects.filter(person__in=list(people)).select_related("organisation")
    return [(row.person_id, row.organisation) for row in rows.order_by("pk")]


def _gaining(cases: list[Case]) -> dict[int, set[str]]:
    by_kind: dict[str, list[int]] = defaultdict(list)
    for case in cases:
        by_kind[case.kind].append(case.pk)
    found: dict[int, set[str]] = {}
    for kind, keys in by_kind.items():
        found |= ranked_kind(kind).interests(keys)
    return found

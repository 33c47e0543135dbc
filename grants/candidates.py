"""Contributions as the committee and the ranking see them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Any

from calls.models import Call, Premium
from evaluation import kinds
from evaluation.kinds import ADMISSIBLE, AGAINST, PENDING, Candidate
from evaluation.models import RankingRow
from grants import caps, checks, rules
from grants.models import RentContribution, Status
from grants.models.statuses import BOUND, CHANGING, HEARING
from grants.ranking import with_premiums
from parties.models import Representation
from workflows.models import Case, HistoryEntry
from workflows.rules import Outcome

STAGES = {
    Status.SUBMITTED: PENDING,
    Status.UNDER_EXAMINATION: PENDING,
    Status.INTEGRATION_REQUESTED: PENDING,
    Status.REFUSAL_NOTICE: PENDING,
    Status.OBSERVATIONS_RECEIVED: PENDING,
    Status.REFUSAL_PROPOSED: PENDING,
    Status.ADMISSIBLE: ADMISSIBLE,
    Status.PARTIAL_OFFERED: ADMISSIBLE,
    Status.OFFER_ACCEPTED: ADMISSIBLE,
    Status.WAITING_LIST: ADMISSIBLE,
    Status.GRANTED: ADMISSIBLE,
    Status.REPORT_FILED: ADMISSIBLE,
    Status.REPORT_INTEGRATION: ADMISSIBLE,
    Status.CHANGE_ASKED: ADMISSIBLE,
    Status.CHANGE_NOTICE: ADMISSIBLE,
    Status.CHANGE_HEARD: ADMISSIBLE,
    Status.ANNULMENT_STARTED: ADMISSIBLE,
    Status.REVOCATION_STARTED: ADMISSIBLE,
    Status.MEMORIES_RECEIVED: ADMISSIBLE,
    Status.REFUSED: AGAINST,
}
# Accepted for less already, being undone, or reported on: nothing more comes to them now.
CLOSED_TO_RAISES = {
    Status.OFFER_ACCEPTED,
    *HEARING,
    Status.MEMORIES_RECEIVED,
    Status.REPORT_FILED,
    Status.REPORT_INTEGRATION,
    *CHANGING,
}
# The kinds of enterprise that reserves are for (CALL-17), by the size of the applicant.
SMALLEST, MEDIUM = frozenset({"micro_small", "sme"}), frozenset({"sme"})
GROUPS = {"micro": SMALLEST, "small": SMALLEST, "medium": MEDIUM}
NOTHING = Decimal("0.00")
LEFT_A_PART = ("decline_partial", "close_offer")
NOT_TOLD = "Domanda non ammessa all'esito dell'istruttoria."


def candidates(call: Call, only: Collection[int] | None = None) -> list[Candidate]:
    """Return the applications of a call in order of filing; those withdrawn or waived are gone."""
    rows = (
        RentContribution.objects.filter(call=call, status__in=STAGES)
        .select_related("applicant__organisation", "representative", "protocol_in", "call")
        .prefetch_related("refusal_grounds")
        .order_by("submitted_at", "protocol_in__number")
    )
    if only is not None:
        rows = rows.filter(pk__in=only)
    found = list(rows)
    left_a_part = set(
        HistoryEntry.objects.filter(case__in=found, name__in=LEFT_A_PART)
        .order_by()
        .values_list("case_id", flat=True)
    )
    reasons, rooms = _reasons(found), caps.rooms_of(found)
    return [
        _candidate(case, left_a_part, reasons.get(case.pk, (NOT_TOLD,)), rooms.get(case.pk))
        for case in found
    ]


def interests(cases: Collection[int]) -> dict[int, set[str]]:
    """Return the codes of whoever manages the space that is paid for, and of those who act for it."""
    rows = RentContribution.objects.filter(pk__in=cases).values_list(
        "pk", "space__manager_id", "space__manager__tax_code", "space__manager__vat_number"
    )
    managers = {pk: (manager, {tax, vat} - {"", None}) for pk, manager, tax, vat in rows}
    acting: dict[int, set[str]] = {}
    for organisation, code in Representation.objects.filter(
        organisation__in={manager for manager, _codes in managers.values()}
    ).values_list("organisation_id", "person__tax_code"):
        acting.setdefault(organisation, set()).add(code)
    return {pk: codes | acting.get(manager, set()) for pk, (manager, codes) in managers.items()}


def reading(case: Case) -> dict[str, Any]:
    """Return what a member of the committee reads of an application."""
    contribution = (
        RentContribution.objects.select_related("applicant__organisation", "space", "call_version")
        .prefetch_related("lines", "documents")
        .get(pk=case.pk)
    )
    return {
        "contribution": contribution,
        "documents": [one for one in contribution.documents.all() if one.filed_at is not None],
    }


def act_for(case: Case, after: Decimal) -> str:
    """Name the act that brings an application to `after` EUR, or none where it is there already."""
    contribution = _specific(case)
    status, room = case.status, caps.room_of(contribution)
    most = rules.within_cap(contribution.proposed or NOTHING, room)
    # Another call may have granted to the same enterprise since the act was taken (COW-11).
    capped = min(after, most)
    if status == Status.GRANTED:
        return "raise_grant" if capped > (contribution.granted or NOTHING) else ""
    if status == Status.PARTIAL_OFFERED:
        return "grant_by_ranking" if capped == most else ""
    if status not in {Status.ADMISSIBLE, Status.WAITING_LIST}:
        return ""
    if after and capped == most:
        return "grant_by_ranking"
    if capped:
        return "offer_by_ranking"
    return "wait_by_ranking" if status == Status.ADMISSIBLE else ""


def excluding_act(case: Case) -> str:
    """Name the act that ends an application below a threshold."""
    return "exclude_by_ranking" if case.status == Status.ADMISSIBLE else ""


def asked_without(case: Case, premium: Premium) -> Decimal:
    """Return what an application would ask for without a premium, in EUR (CALL-16, COW-11)."""
    contribution = _specific(case)
    return rules.within_cap(proposed_without(contribution, premium), caps.room_of(contribution))


def proposed_without(contribution: RentContribution, premium: Premium | None) -> Decimal:
    """Return what would have been admitted without a premium, in EUR."""
    base = min(checks.computed(contribution).amount or NOTHING, contribution.requested or NOTHING)
    return with_premiums(contribution, base, without=premium)


def checks_anew(case: Case, after: Decimal) -> Iterable[Outcome]:
    """Make every check again, with today's facts: whom something stands against is passed over (RANK-13)."""
    return checks.list_outcomes(_specific(case), after)


def register() -> None:
    """Make contributions known to the ranking; called once when the site starts."""
    kinds.register(
        kinds.RankedKind(
            code=RentContribution.KIND,
            candidates=candidates,
            reading_template="grants/office/_for_committee.html",
            reading=reading,
            interests=interests,
            act_for=act_for,
            checks=checks_anew,
            excluding_act=excluding_act,
            asked_without=asked_without,
            losing_act="start_revocation",
        )
    )


def _candidate(
    case: RentContribution,
    left_a_part: Collection[int],
    reasons: tuple[str, ...],
    room: rules.Room | None,
) -> Candidate:
    stage = STAGES[Status(case.status)]
    organisation = getattr(case.applicant, "organisation", None)
    return Candidate(
        case=case,
        stage=stage,
        asked=_asked(case, room),
        filed_at=case.submitted_at,
        sequence=case.protocol_in.number,
        territory=case.applicant.province,
        groups=GROUPS.get(organisation.size if organisation else "", frozenset()),
        against=reasons if stage == AGAINST else (),
        is_open=case.status not in CLOSED_TO_RAISES,
        whole_only=case.pk in left_a_part,
    )


def _asked(case: RentContribution, room: rules.Room | None) -> Decimal:
    """Return what an application may get at most, in EUR: what it holds already stays its own."""
    held = case.amount if case.status in BOUND else NOTHING
    return max(rules.within_cap(case.proposed or case.requested, room), held or NOTHING)


def _reasons(cases: Collection[RentContribution]) -> dict[int, tuple[str, ...]]:
    """Return why applications were refused: what their letters told, or the approved list."""
    refused = [case for case in cases if case.status == Status.REFUSED]
    listed = RankingRow.objects.filter(case__in=refused, ranking__approved_at__isnull=False)
    found = {case: tuple(told) for case, told in listed.order_by().values_list("case", "reasons")}
    for case in refused:
        if told := tuple(ground.text for ground in case.grounds if ground.upheld):
            found[case.pk] = told
    return found


def _specific(case: Case) -> RentContribution:
    return case if isinstance(case, RentContribution) else RentContribution.objects.get(pk=case.pk)

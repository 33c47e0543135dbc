"""Candidacies as the committee and the ranking see them: points and a place, no money."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from calls.models import CallKind
from evaluation import kinds
from evaluation.kinds import ADMISSIBLE, AGAINST, PENDING, Candidate
from internships.models import Candidacy, CandidacyStatus, Preference
from workflows.models import Document

if TYPE_CHECKING:
    from calls.models import Call, Premium
    from workflows.models import Case
    from workflows.rules import Outcome

Status = CandidacyStatus
STAGES = {
    Status.SUBMITTED: PENDING,
    Status.UNDER_EXAMINATION: PENDING,
    Status.INTEGRATION_REQUESTED: PENDING,
    Status.REFUSAL_NOTICE: PENDING,
    Status.OBSERVATIONS_RECEIVED: PENDING,
    Status.REFUSAL_PROPOSED: PENDING,
    Status.ADMITTED: PENDING,
    Status.INVITED: PENDING,
    Status.MISSED: PENDING,
    Status.INTERVIEWED: ADMISSIBLE,
    Status.RANKED: ADMISSIBLE,
    Status.PROPOSED: ADMISSIBLE,
    Status.ACCEPTED: ADMISSIBLE,
    Status.ASSIGNED: ADMISSIBLE,
    Status.STARTED: ADMISSIBLE,
    Status.UNFIT: ADMISSIBLE,
    Status.REFUSED: AGAINST,
}
NOTHING = Decimal("0.00")
# What the panel reads: papers on a protected condition are not among it.
FOR_THE_PANEL = ("candidate_cv",)


def candidates(call: Call, only: Collection[int] | None = None) -> list[Candidate]:
    """Return the candidacies of a call in order of filing; who withdrew or did not come has gone."""
    rows = (
        Candidacy.objects.filter(call=call, status__in=STAGES)
        .select_related("applicant", "representative", "protocol_in", "call")
        .prefetch_related("refusal_grounds")
        .order_by("submitted_at", "protocol_in__number")
    )
    if only is not None:
        rows = rows.filter(pk__in=only)
    return [_candidate(case) for case in rows]


def interests(cases: Collection[int]) -> dict[int, set[str]]:
    """Return the codes of the hosts whose offers were chosen: they gain by a candidacy."""
    found: dict[int, set[str]] = {pk: set() for pk in cases}
    hosts = (
        Preference.objects.filter(candidacy__in=cases)
        .order_by()
        .values_list("candidacy", "offer__applicant__tax_code", "offer__applicant__vat_number")
    )
    for pk, tax_code, vat_number in hosts:
        found[pk] |= {tax_code, vat_number} - {"", None}
    return found


def reading(case: Case) -> dict[str, Any]:
    """Return what a member of the panel reads of a candidacy: nothing that is kept apart."""
    candidacy = (
        Candidacy.objects.select_related("representative", "call_version")
        .prefetch_related("preferences__offer__applicant", "experiences")
        .get(pk=case.pk)
    )
    documents = Document.objects.filter(
        case_id=case.pk, requirement__in=FOR_THE_PANEL, filed_at__isnull=False
    )
    return {
        "candidacy": candidacy,
        "preferences": list(candidacy.preferences.all()),
        "experiences": list(candidacy.experiences.all()),
        "documents": list(documents),
    }


def act_for(case: Case, _after: Decimal) -> str:
    """Name the act that gives a candidacy its place, or none where it has it."""
    return "enter_ranking" if case.status == Status.INTERVIEWED else ""


def excluding_act(case: Case) -> str:
    """Name the act that ends a candidacy below a threshold."""
    return "exclude_by_ranking" if case.status == Status.INTERVIEWED else ""


def checks_anew(_case: Case, _after: Decimal) -> Iterable[Outcome]:
    """Return no rule: places are checked anew when they are proposed (R-PUB-21)."""
    return []


def asked_without(_case: Case, _premium: Premium) -> Decimal:
    """Return what a candidacy asks for in EUR: nothing."""
    return NOTHING


def codes(numbers: Collection[str]) -> dict[str, str]:
    """Return the codes by which lists name candidacies, by the numbers of their files (R-PUB-14)."""
    found = Candidacy.objects.filter(number__in=numbers).values_list("number", "code")
    return {str(number): str(code) for number, code in found}


def register() -> None:
    """Make candidacies known to the ranking; called once when the site starts."""
    kinds.register(
        kinds.RankedKind(
            code=Candidacy.KIND,
            candidates=candidates,
            reading_template="internships/office/_for_panel.html",
            reading=reading,
            interests=interests,
            act_for=act_for,
            checks=checks_anew,
            excluding_act=excluding_act,
            asked_without=asked_without,
            gives_money=False,
            published_as=codes,
        ),
        calls=CallKind.INTERNSHIP,
    )


def _candidate(case: Candidacy) -> Candidate:
    stage = STAGES[Status(case.status)]
    return Candidate(
        case=case,
        stage=stage,
        asked=NOTHING,
        filed_at=case.submitted_at,
        sequence=case.protocol_in.number,
        born=case.representative.birth_date if case.representative else None,
        territory=case.applicant.province if case.applicant else "",
        against=tuple(one.text for one in case.grounds if one.upheld) if stage == AGAINST else (),
    )

"""Candidates to test with: invented people, offers in the public list, real services."""

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from calls.models import Call
from evaluation.services import rankings
from internships.candidate_content import CandidacyContent, CandidacyFiling
from internships.models import Candidacy, HostOffer, PairingRound, Slot
from internships.services import candidates
from parties import moment
from parties.models import User
from tests.evaluation.world import Contest
from tests.internships import offering
from tests.kept import kept
from tests.office import Office, pdf_file, person
from workflows.services import documents
from workflows.services.jobs import run_job
from workflows.tasks import perform

WHY = "Vorrei imparare a progettare il recupero dei materiali accanto a chi lo fa ogni giorno. " * 6


def content(*offers: HostOffer, **changes: Any) -> CandidacyContent:
    """Return a complete candidacy for offers, best first; `changes` replace single values."""
    said = CandidacyContent(
        condition="A",
        evidence_number="DID-2026-4471",
        evidence_on=date(2026, 1, 12),
        job_centre="Mantova",
        support="none",
        support_until=None,
        schooling_done=True,
        is_neet=True,
        needs_permit=False,
        permit_until=None,
        is_renewing=False,
        guardian="",
        guardian_tax_code="",
        education="diploma",
        study_title="Perito meccanico",
        institute="Istituto tecnico di prova",
        graduated_on=date(2022, 7, 5),
        grade="84/100",
        languages="Inglese B2",
        digital="independent",
        has_licence=True,
        motivation=WHY,
        available_from=moment.today() + timedelta(days=20),
        weekly_minutes=40 * 60,
        mobility_km=30,
        has_kinship=False,
        preferences=tuple(one.pk for one in offers),
    )
    return replace(said, **changes)


def filing(call: Call, number: int, said: CandidacyContent) -> CandidacyFiling:
    """Return a candidacy ready to be filed, by an invented young person."""
    return CandidacyFiling(
        person=person(number),
        content=said,
        declarations=tuple(
            one.code
            for one in call.version.declarations.all()
            if not one.only_for or "candidate" in one.only_for
        ),
    )


@kept
def draft(office: Office, call: Call, user: User | None = None) -> Candidacy:
    """Return a draft with the documents attached that candidates must bring."""
    user = user or office.applicant()
    case = candidates.open_draft(call, by=user)
    for wanted in call.version.documents.filter(is_required=True):
        if "candidate" not in wanted.only_for:
            continue
        documents.attach(
            case,
            pdf_file(f"{wanted.code}.pdf"),
            by=user,
            requirement=wanted.code,
            accepted=frozenset(wanted.accepted),
            max_bytes=wanted.max_bytes,
        )
    return case


@kept
def file(office: Office, call: Call, *offers: HostOffer, **changes: Any) -> Candidacy:
    """Return a filed candidacy."""
    case = draft(office, call)
    return candidates.submit(
        case,
        by=case.opened_by,
        filing=filing(call, office.count, content(*offers, **changes)),
        submission_key=uuid.uuid4(),
    )


@kept
def examined(office: Office, call: Call, *offers: HostOffer, **changes: Any) -> Candidacy:
    """Return a candidacy that the officer has taken charge of."""
    return perform(file(office, call, *offers, **changes), "start_examination", by=office.officer)


@kept
def admitted(office: Office, call: Call, *offers: HostOffer, **changes: Any) -> Candidacy:
    """Return a candidacy admitted to the interview."""
    return perform(examined(office, call, *offers, **changes), "admit_candidate", by=office.officer)


@kept
def slot(office: Office, call: Call, *, days: int = 10, hour: int = 10) -> Slot:
    """Return a time for an interview, some days ahead."""
    day = timezone.localtime(moment.now()) + timedelta(days=days)
    return candidates.add_slot(
        call,
        by=office.officer,
        starts_at=day.replace(hour=hour, minute=0, second=0, microsecond=0),
        minutes=30,
        place="Sede dell'ufficio, sala B",
        link="",
        for_host="Paolo Righi",
        for_programme="Sara Conti",
    )


@kept
def invited(office: Office, call: Call, *offers: HostOffer, **changes: Any) -> Candidacy:
    """Return a candidacy called to an interview."""
    case = admitted(office, call, *offers, **changes)
    time = slot(office, call, days=10 + office.count)
    return perform(case, "invite", by=office.officer, slot=time.pk)


@kept
def interviewed(office: Office, call: Call, *offers: HostOffer, **changes: Any) -> Candidacy:
    """Return a candidacy whose interview was held: its time is moved into the past."""
    return hold(office, invited(office, call, *offers, **changes))


@kept
def hold(office: Office, case: Candidacy) -> Candidacy:
    """Let the time of an interview come, and write it down as held."""
    Candidacy.objects.filter(pk=case.pk).update(interview_at=moment.now() - timedelta(hours=1))
    return perform(case, "hold_interview", by=office.officer, declared=True)


@kept
def elsewhere(office: Office, call: Call, **changes: Any) -> HostOffer:
    """Return another host's offer in the public list, with a tutor of its own."""
    unit = offering.UnitData("Via dei Mulini", "1", "46100", "Mantova", "MN")
    tutor = person(office.count + 700).tax_code
    return offering.published(
        office, call, "Mulini srl", unit=unit, tutor_tax_code=tutor, **changes
    )


def contest(office: Office, call: Call) -> Contest:
    """Return the call as a contest whose panel scores, closed to candidates when it sits."""
    return Contest(office, call)


@kept
def ranked(office: Office, call: Call, scores: dict[Candidacy, int]) -> list[Candidacy]:
    """Score interviewed candidacies, approve the ranking, and return them as they now stand."""
    panel = contest(office, call)
    panel.appoint()
    panel.sit()
    for case, points in scores.items():
        panel.score_all(case, points)
    panel.adjourn()
    panel.approve(rankings.make_ranking(panel.call, by=office.procedure_owner))
    return [Candidacy.objects.get(pk=case.pk) for case in scores]


@kept
def paired(office: Office, call: Call) -> PairingRound:
    """Put a pairing together, approve it and do what it says."""
    made = candidates.make_pairing(call, by=office.officer)
    job = candidates.approve_pairing(
        made,
        by=office.director,
        act_number="Determinazione n. 31/2026",
        act_date=moment.today(),
        seen_digest=made.digest,
    )
    run_job(job.pk)
    return PairingRound.objects.get(pk=made.pk)

"""Calls with other words on the procedure, and cases in the states that the procedure leads to."""

from typing import Any

from django.utils import timezone

from calls.models import CallVersion, RequiredDocument
from grants.models import RentContribution
from tests.kept import kept
from tests.office import Office
from workflows.tasks import perform

GROUNDS = [("COW-08", "Il preventivo è scaduto."), ("COW-03", "Lo spazio non è iscritto.")]
INTEREST = "Le risorse sono limitate e altre domande attendono."
ANNULLED_FOR = ["Il preventivo era di un altro fornitore."]


@kept
def republish(office: Office, *, procedure: str = "", documents: Any = (), **parameters: Any):
    """Publish the call anew with other parameters, documents or procedure, before anybody files."""
    first = office.call.version
    version = CallVersion.objects.create(
        call=office.call,
        number=first.number + 1,
        parameters=first.parameters | parameters,
        reason="Prova",
    )
    for kind in ("documents", "declarations"):
        for one in getattr(first, kind).all():
            one.pk, one.version = None, version
            one.save(force_insert=True)
    for position, wanted in enumerate(documents, 50):
        RequiredDocument.objects.create(
            version=version, position=position, max_bytes=10**6, accepted=["pdf"], **wanted
        )
    version.frozen_at = timezone.now()
    version.save()
    office.call.version = version
    office.call.procedure = procedure or office.call.procedure
    office.call.save()


@kept
def noticed(office: Office, grounds=GROUNDS, **changes) -> RentContribution:
    """Return a case whose applicant has been told reasons against."""
    return perform(
        office.examined(**changes), "give_refusal_notice", by=office.officer, grounds=grounds
    )


@kept
def observed(office: Office, text: str = "È stato rinnovato.", grounds=GROUNDS) -> RentContribution:
    """Return a case whose applicant has answered the first reason."""
    case = noticed(office, grounds)
    first = case.grounds[0]
    return perform(case, "file_observations", by=case.opened_by, observations={first.pk: text})


@kept
def refused(office: Office) -> RentContribution:
    """Return a case that the director has refused."""
    case = observed(office)
    answers = {case.grounds[0].pk: "Il rinnovo non risulta."}
    case = perform(case, "propose_refusal", by=office.officer, answers=answers)
    return perform(case, "refuse", by=office.director)


@kept
def annulment_started(office: Office, case: RentContribution | None = None, **inputs):
    """Return a granted case of which the annulment has started."""
    return perform(
        case or office.granted(),
        "start_annulment",
        by=office.procedure_owner,
        **{"grounds": ANNULLED_FOR, "public_interest": INTEREST} | inputs,
    )


@kept
def memories_filed(office: Office, text: str = "Era quello giusto.", **inputs):
    """Return a case whose beneficiary has answered the reason to annul."""
    case = annulment_started(office, **inputs)
    ground = case.annulments.get().grounds.get()
    return perform(case, "file_memories", by=case.opened_by, memories={ground.pk: text})


@kept
def annulled(office: Office, **inputs) -> RentContribution:
    """Return a case whose grant has been annulled."""
    case = memories_filed(office, **inputs)
    ground = case.annulments.get().grounds.get()
    return perform(
        case,
        "annul",
        by=office.director,
        answers={ground.pk: "Il fornitore è diverso."},
        reason="Il preventivo non riguarda lo spazio.",
    )

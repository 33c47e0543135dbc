"""Doing what a story tells, through the services that people use."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile

from calls.models import Call
from evaluation.services import premiums
from grants import services
from grants.models import RentContribution
from grants.services import award_clock
from parties.models import User
from portal.demo import awards, papers, paying
from portal.demo.applications import Application
from portal.demo.contents import read
from portal.demo.stories import Step
from workflows.services import documents, drafts, integrations, substitutes
from workflows.services.notes import add_note
from workflows.tasks import perform

DIRECTORS = {
    "grant",
    "offer_partial",
    "put_on_waiting_list",
    "refuse",
    "send_back",
    "start_annulment",
    "annul",
    "drop_annulment",
    "annul_refusal",
    "start_recall",
    "recall_whole",
}
APPLICANTS = {
    "answer_integration",
    "file_observations",
    "accept_partial",
    "decline_partial",
    "withdraw",
    "file_memories",
    "ask_substitute",
    "waive",
    "return_deed",
    "file_report",
    "ask_change",
}


@dataclass
class Actors:
    """One case with the people around it."""

    call: Call
    applicant: User
    officer: User
    director: User
    application: Application
    key: UUID
    case_id: int = 0

    @property
    def case(self) -> RentContribution:
        """The case as it now stands."""
        return RentContribution.objects.get(pk=self.case_id)

    def who(self, act: str) -> User:
        """Return the person whose act this is."""
        if act in APPLICANTS:
            return self.applicant
        return self.director if act in DIRECTORS else self.officer


def open_draft(actors: Actors) -> None:
    """Start the application, type its first fields and attach the papers."""
    case = services.open_draft(actors.call, by=actors.applicant)
    actors.case_id = case.pk
    filing, space = actors.application.filing, actors.application.space
    drafts.save_fields(case, _typed(actors.application), {})
    if actors.application.story.is_draft:
        return
    quotation = papers.quotation(space, filing, _quoted(actors.application))
    _attach(actors, "quote", quotation)
    _attach(actors, "identity", papers.identity(filing))
    if len(filing.project) % 2:
        _attach(actors, "curriculum", papers.curriculum(filing))


def submit(actors: Actors) -> None:
    """File the application."""
    services.submit(
        actors.case,
        by=actors.applicant,
        filing=actors.application.filing,
        submission_key=actors.key,
    )


def do(actors: Actors, step: Step) -> None:
    """Do one act of the story."""
    by, case = actors.who(step.act), actors.case
    if step.act in {"grant", "offer_partial"}:
        awards.register_aid(case, by=actors.officer)
        case = actors.case
    inputs = getattr(Inputs(actors, case, step.detail), step.act, dict)()
    if step.act == "ask_substitute":
        substitutes.ask_substitute(case, by=by)
    elif step.act == "check_premiums":
        _check_premiums(case, by)
    elif step.act == "lapse":
        award_clock.move_due()
    elif step.act == "pay":
        paying.pay(case, actors.director)
    elif step.act == "take_instalment":
        paying.take_instalment(case)
    elif step.act == "withdraw":
        services.withdraw(case, by=by, **inputs)
    else:
        perform(case, step.act, by=by, **inputs)
    if step.act in {"propose_admission", "admit_to_ranking"}:
        awards.note_evidence(actors.case, by=actors.officer)


def write_note(actors: Actors, text: str) -> None:
    """Leave a note of the officer on the case."""
    add_note(actors.case, by=actors.officer, text=text)


@dataclass(frozen=True)
class Inputs:
    """What each act is given besides the case; methods bear the names of the acts."""

    actors: Actors
    case: RentContribution
    detail: str

    def request_integration(self) -> dict[str, Any]:
        """Ask for one thing."""
        words = read("words")["integrations"][self.detail]
        item = integrations.Asked(
            words["target"], words["code"], words["label"], words["explanation"]
        )
        return {"items": [item], "reason": words["reason"]}

    def answer_integration(self) -> dict[str, Any]:
        """Bring it: a field anew, or a paper."""
        application = self.actors.application
        filing = application.filing
        if self.detail == "network":
            return {"changes": {"network": f"{filing.network} Incontri ogni due settimane."}}
        if self.detail == "identity":
            paper = papers.identity(filing, "documento-fronte-retro.pdf")
        else:
            paper = papers.quotation(application.space, filing, _quoted(application))
        _attach(self.actors, self.detail, paper)
        return {}

    def propose_admission(self) -> dict[str, Any]:
        """Cut what is above the list."""
        cuts, reason = self.actors.application.cuts, read("words")["cut"]
        lines = self.case.lines.filter(description__in=cuts)
        return {"admitted": {line.pk: (cuts[line.description], reason) for line in lines}}

    admit_to_ranking = propose_admission

    def give_refusal_notice(self) -> dict[str, Any]:
        """Tell one reason against."""
        words = read("words")["grounds"][self.detail]
        return {"grounds": [(words["rule"], words["text"])]}

    def file_observations(self) -> dict[str, Any]:
        """Say something against it."""
        said = read("words")["grounds"][self.detail]["observation"]
        return {"observations": {ground.pk: said for ground in self.case.refusal_grounds.all()}}

    def propose_refusal(self) -> dict[str, Any]:
        """Answer what was said."""
        answer = read("words")["grounds"][self.detail]["answer"]
        observed = self.case.refusal_grounds.exclude(observation="")
        return {"answers": {ground.pk: answer for ground in observed}}

    def start_annulment(self) -> dict[str, Any]:
        """Tell the reason to annul, and the public interest."""
        words = read("words")["annulments"]
        return {
            "grounds": [words[self.detail]["text"]],
            "public_interest": words["public_interest"],
        }

    def file_memories(self) -> dict[str, Any]:
        """Say something against it."""
        words = read("words")
        said = (words["annulments"] | words["recalls"])[self.detail]["memory"]
        grounds = self.case.annulments.get().grounds.all()
        return {"memories": {ground.pk: said for ground in grounds}}

    def annul(self) -> dict[str, Any]:
        """Answer it and say why all the same."""
        words = read("words")["annulments"][self.detail]
        grounds = self.case.annulments.get().grounds.all()
        return {
            "answers": {ground.pk: words["answer"] for ground in grounds},
            "reason": words["reason"],
        }

    def start_recall(self) -> dict[str, Any]:
        """Tell the cause, the facts and the reason to revoke."""
        words = read("words")["recalls"][self.detail]
        return {"cause": words["cause"], "facts": words["facts"], "grounds": [words["text"]]}

    def recall_whole(self) -> dict[str, Any]:
        """Answer what was said to it."""
        words = read("words")["recalls"][self.detail]
        grounds = self.case.annulments.get().grounds.all()
        return {
            "answers": {ground.pk: words["answer"] for ground in grounds},
            "reason": words["reason"],
        }

    def ask_change(self) -> dict[str, Any]:
        """Ask to stand still for two weeks."""
        return {"said": awards.suspension(self.case)}

    def drop_annulment(self) -> dict[str, Any]:
        """Say why the grant stays."""
        return {"reason": read("words")["annulments"][self.detail]["dropped"]}

    def annul_refusal(self) -> dict[str, Any]:
        """Say why the refusal falls."""
        return {"reason": read("words")["grounds"][self.detail]["annulled"]}

    def return_deed(self) -> dict[str, Any]:
        """Bring the signed deed, and say where to pay."""
        return awards.deed(self.case, self.actors.applicant)

    def confirm_deed(self) -> dict[str, Any]:
        """Say why a deed signed by hand is in order."""
        return {"reason": "Firma autografa con copia del documento di identità."}

    def note_codes(self) -> dict[str, Any]:
        """Note the code of the project."""
        return awards.codes(self.case)

    def file_report(self) -> dict[str, Any]:
        """Write what was spent, all of it or a lower part."""
        awards.write_report(self.case, self.actors.applicant, self.detail)
        return {}

    def request_report_integration(self) -> dict[str, Any]:
        """Ask about one expense."""
        return awards.asked(self.case)

    def withdraw(self) -> dict[str, Any]:
        """Give one of the reasons people give."""
        reasons = read("words")["withdrawals"]
        return {"reason": reasons[self.case.protocol_in.number % len(reasons)]}

    def send_back(self) -> dict[str, Any]:
        """Say what is still to be looked at."""
        return {"reason": read("words")["send_back"]}


def _check_premiums(case: RentContribution, by: User) -> None:
    """Look at every premium: one in three holds the first of them."""
    words = read("words")["premiums"]
    for premium in case.call_version.premiums.order_by("position"):
        is_held = premium.position == 1 and case.protocol_in.number % 3 == 0
        evidence = words["held" if is_held else "not_held"]
        premiums.check_premium(case, premium, by=by, is_held=is_held, evidence=evidence)


def _quoted(application: Application) -> date:
    return application.filing.quote_date or application.filing.period_from


def _attach(actors: Actors, requirement: str, paper: UploadedFile) -> None:
    wanted = actors.call.version.documents.get(code=requirement)
    documents.attach(
        actors.case,
        paper,
        by=actors.applicant,
        requirement=requirement,
        accepted=frozenset(wanted.accepted),
        max_bytes=wanted.max_bytes,
    )


def _typed(application: Application) -> dict[str, str]:
    """What has been typed so far, word for word; a draft stops halfway."""
    filing, person = application.filing, application.filing.person
    typed = {
        "applicant_kind": filing.applicant_kind,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "tax_code": person.tax_code,
        "birth_date": person.birth_date.strftime("%d/%m/%Y"),
        "birthplace": person.birthplace,
        "sex": person.sex,
        "citizenship": person.citizenship,
        "street": person.street,
        "street_number": person.street_number,
        "postcode": person.postcode,
        "municipality": person.municipality,
        "province": person.province,
        "phone": person.phone,
    }
    if application.story.is_draft:
        return typed | {"space": str(filing.space), "project": filing.project[:180]}
    return typed | {"project": filing.project, "network": filing.network}

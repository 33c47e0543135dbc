"""An office with one case of somebody in every place that an address can name, and those who knock."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from accounting.models import FrozenWorkbook, Payment, PaymentOrder, Recovery
from accounting.services.payments import Proposal, propose
from accounting.services.recoveries import open_recovery
from evaluation.services.rankings import make_ranking, publish_ranking
from grants.models import RentContribution
from grants.services import withdraw
from internships.models import Deed
from letters.models import BodyStyle, Clause, Delivery, Letter, Receipt, Template
from letters.pec import read
from letters.services import put
from letters.services.failing import fail
from letters.services.receipts import Source, take
from letters.services.sending import send
from letters.wording import Wording
from parties import moment
from parties.models import User
from parties.roles import Role
from tests import access_places as places
from tests import office as office_module
from tests.coworking_registry import applying as listing
from tests.evaluation.world import Contest, build
from tests.grants.awarding import accepted, approved, with_expense
from tests.internships import applying, offering, running
from tests.office import Office, pdf_file
from tests.strictness import StrictClient
from tests.workflows.registers import write
from workflows.models import (
    Absence,
    BackgroundJob,
    DailyRegister,
    Delegation,
    Label,
    SavedView,
    WatchRound,
)
from workflows.services import absences, delegations, labels, saved_views
from workflows.services.daily_register import make_registers
from workflows.services.integrations import Asked
from workflows.tasks import open_tasks, perform

ANONYMOUS, OUTSIDER, OWNER = "anonymous", "outsider", "owner"
ROLES = tuple(str(role) for role in Role)
EVERYBODY = (ANONYMOUS, OUTSIDER, OWNER, *ROLES)

# Enough for one grant and a part of the next.
FUNDS = Decimal("2200.00")


@dataclass
class World:
    """Cases by what they wait for, each of another applicant, and what hangs on them."""

    office: Office
    outsider: User
    cases: dict[str, Any]
    job: BackgroundJob
    workbook: FrozenWorkbook
    # Ranked calls: without a committee, in the committee's hands, with a list that is public.
    planned: Contest
    scored: Contest
    ranked: Contest

    @property
    def register(self) -> DailyRegister:
        """Return the printed register of yesterday, the last of them."""
        return DailyRegister.objects.latest("day")

    @property
    def payment(self) -> Payment:
        """Return the payment that is proposed."""
        return Payment.objects.get()

    @property
    def recovery(self) -> Recovery:
        """Return what is asked back."""
        return Recovery.objects.get()

    @property
    def order(self) -> PaymentOrder:
        """Return the payment order that is being put together."""
        return PaymentOrder.objects.get()

    @property
    def round(self) -> WatchRound:
        """Return the one round of checks."""
        return WatchRound.objects.get()

    def case(self, name: str) -> int:
        """Return the key of a case."""
        return self.cases[name].pk

    def task(self, name: str) -> int:
        """Return the key of the task that is open on a case."""
        (task,) = open_tasks(self.cases[name])
        return task.pk

    def document(self, name: str, origin: str) -> int:
        """Return the key of a document of a case, brought by `origin`."""
        return self.cases[name].documents.filter(origin=origin).first().pk

    def expense(self, name: str) -> int:
        """Return the key of the first expense of a report."""
        return self.cases[name].report.expenses.get().pk

    def letter(self, name: str) -> int:
        """Return the key of the first letter of a case."""
        return self.cases[name].letters.first().pk

    @property
    def deed(self) -> Deed:
        """Return the agreement that waits for its second signature."""
        return self.cases["internship"].deeds.get(dropped_at=None)

    @property
    def waiting_letter(self) -> Letter:
        """Return the letter that waits for approval."""
        return Letter.objects.get(state=Letter.State.TO_APPROVE)

    def text(self, shelf: str) -> int:
        """Return the key of a template or clause of the letters."""
        return {"template": Template, "clause": Clause}[shelf].objects.order_by("pk").first().pk

    @property
    def failure(self) -> Delivery:
        """The delivery that has failed."""
        return Delivery.objects.get(state=Delivery.State.FAILED)

    @property
    def message(self) -> Receipt:
        """A message that waits."""
        return Receipt.objects.get()

    @property
    def absence(self) -> Absence:
        """The officer's, still to come."""
        return Absence.objects.get(user=self.office.officer)

    @property
    def label(self) -> Label:
        """One that no case bears."""
        return Label.objects.get(name="Da rivedere")

    @property
    def delegation(self) -> Delegation:
        """The one that the owner of the draft has given; nobody has answered it."""
        return Delegation.objects.get()

    @property
    def view(self) -> SavedView:
        """The officer's own."""
        return SavedView.objects.get(owner=self.office.officer)

    def person(self, subject: str, case: str) -> User | None:
        """Return who knocks; the owner is the one of the case at hand."""
        if subject == ANONYMOUS:
            return None
        if subject == OUTSIDER:
            return self.outsider
        return self.cases[case].opened_by if subject == OWNER else self.office.staff[Role(subject)]


def build_world() -> World:
    """Make the office, its cases in order of filing, a job and a workbook of the accountant."""
    office = office_module.build(FUNDS)
    # The past comes first: the protocol does not go back.
    cases = {"internship_running": running.begun(office, 45)}
    write(office.agency, ago=1)
    cases |= {"granted": office.granted(), "annulment": _annulment(office)}
    cases |= {"reported": approved(office), "reporting": accepted(office, office.granted())}
    with_expense(cases["reporting"], number="99")
    cases["offered"] = office.proposed()
    perform(cases["offered"], "offer_partial", by=office.director)
    cases |= {
        "draft": office.draft(),
        "submitted": office.file(),
        "examined": office.examined(),
        "proposed": office.proposed(),
        "integration": _asked(office),
        "notice": _noticed(office),
        "withdrawn": _withdrawn(office),
        "arrived": _arrived(office),
    }
    cases |= places.offers(office)
    cases["internship"] = places.internship(office, cases["offer_published"])
    cases |= places.candidacies(office, cases["offer_published"])
    cases |= places.spaces(office)
    delegations.give(
        by=cases["draft"].opened_by,
        email="consulente@example.org",
        level=Delegation.Level.FILL,
        valid_to=moment.today(),
        about=cases["draft"],
        statement="Delego.",
        paper=pdf_file("procura.pdf"),
    )
    _letter_to_approve(office, cases["examined"])
    _payment(office, cases["reported"])
    WatchRound.objects.create(at=timezone.now(), seconds=1)
    outsider = office.applicant()
    office.draft(outsider)
    offering.draft(office, offering.open_call(office), outsider)
    applying.draft(office, offering.open_call(office), outsider)
    listing.draft(office, listing.open_call(office), outsider)
    _desk(office)
    _mail(office)
    make_registers()
    job, workbook = _job(office), _workbook(office)
    planned = build(office, code="GRAD-ATTESA")
    scored = _scored(build(planned.office, code="GRAD-ESAME"), cases)
    ranked = _ranked(build(scored.office, code="GRAD-LISTA"))
    return World(office, outsider, cases, job, workbook, planned, scored, ranked)


def knock(user: User | None) -> Client:
    """Return a browser in which the person has signed in, with the second factor shown."""
    client = StrictClient(raise_request_exception=False)
    if user is not None:
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
        session = client.session
        session["second_factor_known"] = True
        session.save()
    return client


def _payment(office: Office, case: RentContribution) -> None:
    """Propose to pay a grant, and begin an order that is still empty."""
    said = Proposal(
        report_act="Determinazione n. 40/2026",
        report_on=moment.today(),
        spend=Decimal("1200.00"),
        iban="IT60X0542811101000000123456",
        holder=case.applicant.name,
        holder_code=case.applicant.tax_code,
        cup="J41B26000010005",
    )
    propose(case, said, by=office.procedure_owner)
    open_recovery(
        case,
        principal=Decimal("10.00"),
        cause="Prova",
        paid_on=moment.today(),
        with_surcharge=False,
    )
    PaymentOrder.objects.create(
        number="D-2026-000001",
        body=office.agency,
        payer_iban="IT12O0834011500CC0010000001",
        execute_on=moment.today(),
        opened_by=office.accountant,
    )


def _letter_to_approve(office: Office, case: RentContribution) -> None:
    """Put a letter that somebody has to look at again, as in an office that wants it."""
    BodyStyle.objects.update(leaves_at_once=False)
    put(case, Wording(kind="notice", subject="Avviso", text="Un avviso.\n"), by=office.officer)
    BodyStyle.objects.update(leaves_at_once=True)


def _asked(office: Office) -> RentContribution:
    item = Asked("document", "quote", "Preventivo", "Il preventivo non si legge.")
    return perform(
        office.examined(),
        "request_integration",
        by=office.officer,
        items=[item],
        reason="Manca il preventivo.",
    )


def _noticed(office: Office) -> RentContribution:
    grounds = [("COW-08", "Preventivo illeggibile.")]
    return perform(office.examined(), "give_refusal_notice", by=office.officer, grounds=grounds)


def _arrived(office: Office) -> RentContribution:
    case = office.file()
    send(case.letters.get().deliveries.get().pk)
    return case


def _mail(office: Office) -> None:
    """Let a letter come back, and somebody write to the mailbox."""
    fail(office.file().letters.get().deliveries.get(), "address", "550 5.1.1")
    data = b"Message-ID: <domanda@example.com>\nSubject: La mia domanda\n\nQuando?\n"
    take(data, read(data), Source("bounces", is_certified=False))


def _annulment(office: Office) -> RentContribution:
    return perform(
        office.granted(requested=Decimal("100.00")),
        "start_annulment",
        by=office.director,
        grounds=["Il preventivo era di altri."],
        public_interest="Altre domande attendono.",
    )


def _withdrawn(office: Office) -> RentContribution:
    case = office.file()
    return withdraw(case, by=case.opened_by)


def _scored(contest: Contest, cases: dict[str, RentContribution]) -> Contest:
    """Let the evaluator preside: one sheet of theirs is open, another member's is closed."""
    cases["scored"] = contest.admitted()
    contest.appoint(presidente=contest.office.staff[Role.EVALUATOR])
    contest.sit()
    contest.open(cases["scored"], "presidente")
    contest.score(cases["scored"], "prima", 80)
    return contest


def _ranked(contest: Contest) -> Contest:
    """Approve a list of one and publish it; the minutes of its sitting are there."""
    case = contest.admitted()
    contest.appoint(presidente=contest.office.staff[Role.EVALUATOR])
    contest.sit()
    contest.score_all(case, 80)
    contest.adjourn()
    ranking = make_ranking(contest.call, by=contest.office.procedure_owner)
    contest.approve(ranking)
    publish_ranking(ranking, by=contest.office.director)
    return contest


def _desk(office: Office) -> None:
    """Record an absence to come, a label and a view."""
    first = moment.today() + timedelta(days=30)
    absences.record(
        user=office.officer,
        cover=office.procedure_owner,
        starts_on=first,
        ends_on=first + timedelta(days=4),
        by=office.officer,
    )
    labels.create(name="Da rivedere", tone="warning", by=office.procedure_owner)
    saved_views.save_view(name="Mie", query="tab=mine", is_shared=False, by=office.officer)


def _job(office: Office) -> BackgroundJob:
    return BackgroundJob.objects.create(
        kind="workbook", title="Estrazione", by=office.accountant, state="waiting"
    )


def _workbook(office: Office) -> FrozenWorkbook:
    data = b"numeri"
    workbook = FrozenWorkbook(
        kind="granted",
        title="Contributi concessi",
        call=office.call,
        by=office.accountant,
        made_at=timezone.now(),
        sha256=hashlib.sha256(data).hexdigest(),
        rows=1,
        total=Decimal("600.00"),
        ledger_total=Decimal("600.00"),
    )
    workbook.file.save("concessi.xlsx", ContentFile(data))
    return workbook

"""A call that goes by ranking, with applications admitted, a committee and its sheets: real services."""

import uuid
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from accounting.models import Budget
from calls.models import Call, State
from calls.services import clock, close_early, start_evaluation
from calls.services.copies import clone
from evaluation.models import Committee, Member, Ranking, ScoreSheet, Sitting
from evaluation.services import committees, rankings, scrolls, sheets, sittings
from evaluation.services.committees import Seat
from evaluation.services.premiums import check_premium
from grants.filing import Filing
from grants.models import RentContribution
from grants.services import submit
from parties import moment
from parties.codes import encode_tax_code
from parties.models import User
from parties.roles import Role
from tests.kept import kept
from tests.office import Office, make_call, make_user
from workflows.models import BackgroundJob
from workflows.services.jobs import run_job
from workflows.tasks import perform

ENDOWMENT = Decimal("2000.00")
REASON = "Risponde a quanto chiede il criterio."
ACT = {"act_number": "Determinazione n. 12/2026", "act_date": date(2026, 11, 2)}


@dataclass
class Contest:
    """The office of a ranked call, its committee and the applications by name."""

    office: Office
    call: Call
    people: dict[str, User] = field(default_factory=dict)
    committee: Committee | None = None
    sitting: Sitting | None = None

    @kept
    def file(self, **changes) -> RentContribution:
        """Return a filed application that asks for 960 EUR."""
        case = self.office.draft()
        return submit(
            case,
            by=case.opened_by,
            filing=self.filing(**changes),
            submission_key=uuid.uuid4(),
        )

    def filing(self, **changes) -> Filing:
        filing = self.office.filing(**{"requested": Decimal("960.00")} | changes)
        filing.lines[0] = replace(filing.lines[0], quantity=Decimal(12))
        return filing

    @kept
    def examined(self, **changes) -> RentContribution:
        case = perform(self.file(**changes), "start_examination", by=self.office.officer)
        return self.office.with_durc(case)

    @kept
    def admitted(self, **changes) -> RentContribution:
        """Return an application in the hands of the committee."""
        return self.admit(self.file(**changes))

    @kept
    def admit(self, case: RentContribution) -> RentContribution:
        """Let an application that was filed come into the hands of the committee."""
        case = perform(case, "start_examination", by=self.office.officer)
        self.office.with_durc(case)
        self.check_premiums(case)
        return perform(case, "admit_to_ranking", by=self.office.officer)

    @kept
    def check_premiums(self, case: RentContribution, held: tuple[str, ...] = ()) -> None:
        """Write down which premiums of the call a file holds."""
        for premium in case.call_version.premiums.order_by("position"):
            check_premium(
                case,
                premium,
                by=self.office.officer,
                is_held=premium.code in held,
                evidence="Elenco consultato alla data della domanda.",
            )

    @kept
    def close(self) -> None:
        """Close the call and hand its applications to the committee, once."""
        call = Call.objects.get(pk=self.call.pk)
        if call.state == State.OPEN:
            close_early(call, by=self.office.director, reason="Prova", act=ACT["act_number"])
            call = start_evaluation(Call.objects.get(pk=call.pk), by=self.office.procedure_owner)
        self.call = call

    @kept
    def appoint(self, *, is_blind: bool = True, **people: User) -> Committee:
        """Appoint a president, two members, a secretary and a substitute; `people` names some."""
        functions = {
            "presidente": "president",
            "prima": "member",
            "seconda": "member",
            "segretaria": "secretary",
            "supplente": "substitute",
        }
        seats = []
        for number, (name, function) in enumerate(functions.items()):
            email = f"{name}@{self.call.code.lower()}.example.org"
            self.people[name] = people.get(name) or make_user(email, Role.EVALUATOR)
            seats.append(Seat(self.people[name], function, tax_code(number)))
        act = ACT | {"act_date": min(ACT["act_date"], moment.today())}
        self.committee = committees.appoint(
            self.call, seats, by=self.office.director, is_blind=is_blind, **act
        )
        return self.committee

    @property
    def committee_now(self) -> Committee:
        """The committee with its call as it now stands."""
        return Committee.objects.get(pk=self.committee.pk)

    def member(self, name: str) -> Member:
        return self.committee.members.get(user=self.people[name])

    @kept
    def sit(self, *absent: str, conflicts: dict[str, dict[int, str]] | None = None) -> Sitting:
        """Open a sitting at which everybody but the absent states their interests."""
        self.close()
        self.sitting = sittings.begin(
            self.committee_now,
            by=self.people["presidente"],
            place="Sede di prova",
        )
        for name in self.people:
            if name not in absent:
                sittings.declare(
                    self.sitting,
                    self.member(name),
                    by=self.people[name],
                    conflicts=(conflicts or {}).get(name, {}),
                )
        return self.sitting

    @kept
    def adjourn(self, notes: str = "") -> Sitting:
        """Close the sitting; its minutes are drawn."""
        return sittings.close(self.sitting, by=self.people["presidente"], notes=notes)

    def open(self, case: RentContribution, name: str) -> ScoreSheet:
        """Let a member open a file: their sheet begins."""
        return sheets.open_file(case, self.member(name), by=self.people[name])

    def score(self, case: RentContribution, name: str, *points) -> ScoreSheet:
        """Close a member's sheet on a file; one number is shared out over the criteria."""
        sheet = self.open(case, name)
        typed = {}
        criteria = list(case.call_version.criteria.order_by("position"))
        for criterion, given in zip(criteria, self._points(points, criteria), strict=True):
            typed[f"points-{criterion.code}"] = str(given)
            typed[f"reason-{criterion.code}"] = REASON
        sheet, _clashes = sheets.save_typed(sheet, typed, {}, by=self.people[name])
        return sheets.close_sheet(sheet, by=self.people[name])

    @kept
    def score_all(self, case: RentContribution, *points) -> None:
        """Let the three who score give the same points."""
        for name in ("presidente", "prima", "seconda"):
            self.score(case, name, *points)

    def funds(self) -> tuple[str, str, str]:
        """Return what is available, reserved and granted."""
        budget = Budget.objects.get(call=self.call)
        return str(budget.available), str(budget.reserved), str(budget.granted)

    @kept
    def ranked(self, *scores: int) -> tuple[Ranking, list[RentContribution]]:
        """Return the draft list of applications scored so, in order of filing."""
        cases = [self.admitted() for _score in scores]
        self.appoint()
        self.sit()
        for case, score in zip(cases, scores, strict=True):
            self.score_all(case, score)
        return rankings.make_ranking(self.call, by=self.office.procedure_owner), cases

    @kept
    def approve(self, ranking: Ranking) -> BackgroundJob:
        """Approve a list and do what it says."""
        job = rankings.approve_ranking(
            ranking, by=self.office.director, seen_digest=ranking.digest, **ACT
        )
        run_job(job.pk)
        return job

    @kept
    def scroll(self, source: str = "Rinuncia di un beneficiario") -> BackgroundJob:
        """Scroll the approved list down and do what the act says."""
        ranking = Ranking.objects.get(call=self.call, approved_at__isnull=False)
        planned = scrolls.plan(ranking)
        job = scrolls.scroll_down(
            ranking,
            by=self.office.director,
            source=source,
            seen_digest=planned.digest,
            **ACT,
        )
        run_job(job.pk)
        return job

    def _points(self, points, criteria):
        if len(points) != 1:
            return points
        whole = Decimal(points[0])
        return [
            (criterion.weight * whole / 100).quantize(Decimal("0.01")) for criterion in criteria
        ]


def fresh(case: RentContribution) -> RentContribution:
    """Return a case as it now stands."""
    return RentContribution.objects.get(pk=case.pk)


def tax_code(number: int) -> str:
    """Return the code of an invented member, another for each number."""
    return encode_tax_code(
        first_name="Commissario",
        last_name="Prova",
        birth_date=date(1970, 1, 1 + number),
        birthplace="Mantova",
        sex="M",
    )


@kept
def build(
    office: Office, endowment: Decimal = ENDOWMENT, code: str = "COW-GRAD", **parameters
) -> Contest:
    """Open the ranked call in an office; under another code, a copy of it; `parameters` replace some."""
    if code != "COW-GRAD":
        model = Call.objects.get(code="COW-GRAD")
        copy = clone(model, by=office.procedure_owner, code=code, title_it="Copia di prova")
        copy.budget_line, copy.aid_code = model.budget_line, model.aid_code
        copy.save()
    call = make_call(
        office.chamber, office.agency, office.staff, endowment, code=code, **parameters
    )
    clock.settle(call)
    call = Call.objects.get(pk=call.pk)
    return Contest(replace(office, call=call), call)

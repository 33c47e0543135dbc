"""What is still missing before the first day of an internship, and who has it (R-DOC-07, section 3.19)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from internships.rules import covering, formalities, papers, promoters
from internships.rules.limits import Limits
from internships.rules.recipients import SOURCE
from workflows.rules import Outcome, Verdict, judge
from workflows.rules.words import day


class Actor(StrEnum):
    """Who must bring something: four parties, and the tutor of the host."""

    FUNDER = "funder"
    PROMOTER = "promoter"
    HOST = "host"
    HOST_TUTOR = "host_tutor"
    TRAINEE = "trainee"
    GUARDIAN = "guardian"


# Who signs what, in this order (R-DOC-07): the signature of the promoter closes.
CONVENTION = (Actor.HOST, Actor.PROMOTER)
PLAN = (Actor.HOST, Actor.HOST_TUTOR, Actor.TRAINEE, Actor.PROMOTER)
PLAN_OF_MINOR = (Actor.HOST, Actor.HOST_TUTOR, Actor.TRAINEE, Actor.GUARDIAN, Actor.PROMOTER)

Signatures = Mapping[Actor, datetime]


@dataclass(frozen=True, slots=True)
class Cover:
    """Insurance as the plan names it; `bearer` is who must take it out."""

    bearer: Actor = Actor.PROMOTER
    accident_reference: str = ""
    liability_policy: str = ""
    expiry: date | None = None
    renews: bool = False
    left_out: tuple[str, ...] = ()
    opened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Safety:
    """Training done, in hours, and fitness where the risk assessment asks for it."""

    risk: papers.Risk
    general: Decimal = Decimal(0)
    specific: Decimal = Decimal(0)
    bearer: Actor = Actor.HOST
    needs_surveillance: bool = False
    fit_on: date | None = None


@dataclass(frozen=True, slots=True)
class Communication:
    """The compulsory communication of the start: number, and when it was sent."""

    number: str = ""
    sent_at: datetime | None = None
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preparation:
    """An internship before it begins; `first_instant` is the midnight its first day begins with."""

    start: date
    end: date
    first_instant: datetime
    convention: Signatures
    plan: Signatures
    cover: Cover
    safety: Safety
    communication: Communication
    is_minor: bool = False
    minor_authorised: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that keeps an internship from beginning: what, who has it, and the rule that says so."""

    what: str
    who: Actor
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Readiness:
    """Every rule on the start, and what is missing with who has it, in the order of the acts.

    `noted` is what does not keep it from beginning, but is to be seen to.
    """

    outcomes: tuple[Outcome, ...]
    missing: tuple[Missing, ...] = field(default=())
    noted: tuple[Missing, ...] = field(default=())

    @property
    def may_start(self) -> bool:
        """Whether nothing stands against the first day."""
        return not any(outcome.blocks for outcome in self.outcomes)


def next_to_sign(order: Iterable[Actor], signed: Signatures) -> Actor | None:
    """R-DOC-07: who signs next; None where all have signed."""
    return next((actor for actor in order if actor not in signed), None)


def turn_of(order: Iterable[Actor], signed: Signatures, actor: Actor) -> Outcome:
    """R-DOC-07: everybody signs in their turn, once."""
    turn = next_to_sign(order, signed)
    if actor in signed:
        no = f"La firma di {NAMES[actor]} c'è già."
    elif turn is None:
        no = "L'atto è già firmato da tutti."
    else:
        no = f"Ora tocca a {NAMES[turn]}: {NAMES[actor]} firma dopo."
        if actor not in tuple(order):
            no = f"Questo atto non chiede la firma di {NAMES[actor]}."
    return judge(
        "R-DOC-07",
        turn is actor,
        yes=f"Tocca a {NAMES[actor]} firmare.",
        no=no,
        inputs={"firma": NAMES[actor], "turno": NAMES[turn] if turn else ""},
        source=SOURCE,
    )


def first_day_come(start: date, today: date) -> Outcome:
    """R-DOC-07: an internship begins on its first day, not before."""
    return judge(
        "R-DOC-07",
        today >= start,
        yes="Il primo giorno è arrivato.",
        no=f"Il primo giorno è il {day(start)}: il tirocinio non può iniziare prima.",
        inputs={"primo giorno": start, "oggi": today},
        source=SOURCE,
    )


def signers_of_plan(*, is_minor: bool) -> tuple[Actor, ...]:
    """R-DOC-03, R-DOC-04: who signs a plan, in order; for a minor the guardian too."""
    return PLAN_OF_MINOR if is_minor else PLAN


def readiness(
    ready: Preparation,
    limits: Limits,
    hours: Mapping[str, Decimal],
    beside: Iterable[Missing] = (),
) -> Readiness:
    """Return what stands against the start (R-DOC, R-INS, R-SAF, R-COB, R-PRO-08) and who has it.

    `hours` holds the table of safety training in force; `beside` what else is to be seen to.
    """
    signers = signers_of_plan(is_minor=ready.is_minor)
    convention, plan = _last(CONVENTION, ready.convention), _last(signers, ready.plan)
    order = papers.acts_in_order(
        [
            ("convenzione", convention),
            ("progetto formativo", plan),
            ("comunicazione obbligatoria", ready.communication.sent_at),
        ]
    )
    found = [
        *_signatures(ready, signers),
        *_cover(ready),
        *_safety(ready, hours),
        *_communication(ready, limits),
        Missing("ordine degli atti", Actor.PROMOTER, order),
        *beside,
    ]
    return Readiness(
        tuple(one.outcome for one in found),
        tuple(one for one in found if one.outcome.blocks),
        tuple(one for one in found if one.outcome.verdict is Verdict.WARNING),
    )


def _signatures(ready: Preparation, signers: tuple[Actor, ...]) -> list[Missing]:
    first = next_to_sign(CONVENTION, ready.convention)
    next_one = next_to_sign(signers, ready.plan)
    return [
        Missing(
            "firma della convenzione",
            first or Actor.PROMOTER,
            papers.convention_signed(
                by_host=ready.convention.get(Actor.HOST),
                by_promoter=ready.convention.get(Actor.PROMOTER),
            ),
        ),
        Missing(
            "autorizzazione di chi ha la responsabilità del minorenne",
            Actor.GUARDIAN,
            papers.minor_authorised(is_minor=ready.is_minor, authorised=ready.minor_authorised),
        ),
        Missing(
            "firma del progetto formativo",
            next_one or Actor.PROMOTER,
            papers.plan_signed({NAMES[actor]: ready.plan.get(actor) for actor in signers}),
        ),
    ]


NAMES = {
    Actor.FUNDER: "ente gestore",
    Actor.PROMOTER: "promotore",
    Actor.HOST: "ospitante",
    Actor.HOST_TUTOR: "tutor aziendale",
    Actor.TRAINEE: "tirocinante",
    Actor.GUARDIAN: "esercente la responsabilità genitoriale",
}


def _cover(ready: Preparation) -> list[Missing]:
    cover = ready.cover
    outcomes = papers.insured(
        accident_reference=cover.accident_reference,
        liability_policy=cover.liability_policy,
        expiry=cover.expiry,
        end=ready.end,
        renews=cover.renews,
    )
    outcomes.append(covering.covers_everything(cover.left_out))
    return [Missing("assicurazioni", cover.bearer, outcome) for outcome in outcomes]


def _safety(ready: Preparation, hours: Mapping[str, Decimal]) -> list[Missing]:
    safety = ready.safety
    return [
        Missing(
            "formazione sulla sicurezza",
            safety.bearer,
            papers.trained(safety.general, safety.specific, safety.risk, hours),
        ),
        Missing(
            "idoneità sanitaria",
            Actor.HOST,
            papers.fit_for_work(
                needs_surveillance=safety.needs_surveillance,
                fit_on=safety.fit_on,
                start=ready.start,
            ),
        ),
    ]


def _communication(ready: Preparation, limits: Limits) -> list[Missing]:
    told = ready.communication
    return [
        Missing(
            "dati della comunicazione obbligatoria",
            Actor.HOST,
            formalities.communication_complete(told.data),
        ),
        Missing(
            "numero della comunicazione obbligatoria",
            Actor.HOST,
            promoters.cob_recorded(told.number, ready.start),
        ),
        Missing(
            "comunicazione obbligatoria entro le 24 del giorno precedente",
            Actor.HOST,
            papers.cob_in_time(told.sent_at, ready.first_instant, limits),
        ),
    ]


def _last(order: Iterable[Actor], signed: Signatures) -> datetime | None:
    """Return when the last of them signed; None while somebody has not."""
    instants = [signed.get(actor) for actor in order]
    known = [instant for instant in instants if instant is not None]
    return max(known) if len(known) == len(instants) else None

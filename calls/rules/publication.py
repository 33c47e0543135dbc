"""What must be there before a call is published: gate G1 (CALL-03, CALL-06, ORG-07)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from calls.rules import ranking
from calls.rules.blocks import block_faults
from calls.rules.contents import Content, declaration_faults, paper_faults
from calls.rules.faults import Fault
from calls.rules.instants import window_faults
from calls.rules.parameters import Parameter, parameter_faults
from calls.rules.premiums import SmeReserve, premium_faults, reserve_faults
from calls.rules.questions import Known, question_faults
from calls.rules.scores import criteria_faults
from calls.rules.terms import TermLimits, term_faults

GENERAL, LETTERS = "generale", "lettere"
RANKING, CHRONOLOGICAL = "ranking", "chronological"
CODE_OF_INCENTIVES = "code"
POINTS_TOTAL = Decimal(100)


@dataclass(frozen=True)
class Facts:
    """What a call says of itself, outside its versions; instants in local time without zone."""

    procedure: str
    procedure_owner: int | None = None
    substitute: int | None = None
    criteria_act: str = ""
    budget_line: str = ""
    aid_code: str = ""
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    incentives_id: str = ""

    @property
    def is_ranking(self) -> bool:
        """Whether applications are put in order by a committee."""
        return self.procedure == RANKING


@dataclass(frozen=True)
class Ground:
    """What calls of a kind are measured against: the law of the day, and what the kind asks."""

    terms: TermLimits
    sme: SmeReserve | None = None
    parameters: tuple[Parameter, ...] = ()
    known: tuple[Known, ...] = ()
    has_form: bool = False


def publication_faults(facts: Facts, content: Content, ground: Ground) -> list[Fault]:
    """Return everything that is missing or wrong, in the order of the designer's subjects (G1)."""
    return [
        *_general(facts, content),
        *window_faults(facts.opens_at, facts.closes_at),
        *_terms(content, ground),
        *parameter_faults(ground.parameters, content.parameters),
        *ranking.share_faults(content.shares, content.amount("endowment")),
        *question_faults(content.questions, ground.known),
        *paper_faults(content.documents),
        *(declaration_faults(content.declarations) if ground.has_form else ()),
        *_criteria(facts, content),
        *_premiums(content, ground),
        *_ranking(facts, content),
        *block_faults(content.blocks),
    ]


def _general(facts: Facts, content: Content) -> list[Fault]:
    gives_money = bool(content.amount("endowment"))
    missing = [
        (facts.procedure_owner is None, "ORG-07", "procedure_owner", _NO_OWNER),
        (facts.substitute is None, "ORG-07", "substitute", _NO_SUBSTITUTE),
        (not facts.criteria_act.strip(), "PROC-12", "criteria_act", _NO_ACT),
        (gives_money and not facts.budget_line.strip(), "G1", "budget_line", _NO_LINE),
        (_is_aid(content) and not facts.aid_code.strip(), "RNA-01", "aid_code", _NO_CAR),
    ]
    found = [
        Fault(GENERAL, sentence, rule, item) for is_so, rule, item, sentence in missing if is_so
    ]
    if facts.substitute is not None and facts.substitute == facts.procedure_owner:
        sentence = "Il sostituto deve essere una persona diversa dal responsabile del procedimento."
        found.append(Fault(GENERAL, sentence, "ORG-07", "substitute"))
    if _is_under_code(content) and not facts.incentives_id.strip():
        sentence = "Manca il codice di Incentivi.gov.it: indicalo prima dell'apertura."
        found.append(Fault(GENERAL, sentence, "CALL-05", "incentives_id", is_advice=True))
    return found


_NO_OWNER = "Indica il responsabile del procedimento."
_NO_SUBSTITUTE = "Indica chi si sostituisce in caso di inerzia."
_NO_ACT = "Indica l'atto che approva il bando e i suoi criteri."
_NO_LINE = "Indica il capitolo di bilancio che copre le risorse."
_NO_CAR = "Il contributo è un aiuto di Stato: indica il codice CAR del Registro nazionale aiuti."


def _is_aid(content: Content) -> bool:
    return bool(content.parameters.get("aid_regime"))


def _is_under_code(content: Content) -> bool:
    return content.parameters.get("regime") == CODE_OF_INCENTIVES


def _terms(content: Content, ground: Ground) -> list[Fault]:
    reason = str(content.parameters.get("conclusion_reason") or "")
    return term_faults(content.parameters.get("conclusion_days"), reason, ground.terms)


def _criteria(facts: Facts, content: Content) -> list[Fault]:
    return criteria_faults(
        content.criteria,
        total=content.amount("score_total") or POINTS_TOTAL,
        threshold=content.amount("threshold_total"),
        is_ranking=facts.is_ranking,
    )


def _premiums(content: Content, ground: Ground) -> list[Fault]:
    if not _is_under_code(content):
        return reserve_faults(content.reserves, None, only_small=False)
    only_small = bool(content.parameters.get("only_small"))
    left_out = str(content.parameters.get("premiums_left_out_because") or "")
    return [
        *premium_faults(content.premiums, left_out),
        *reserve_faults(content.reserves, ground.sme, only_small=only_small),
    ]


def _ranking(facts: Facts, content: Content) -> list[Fault]:
    titles = [criterion.title_it for criterion in content.criteria]
    chain: Sequence[str] = content.parameters.get("tie_chain") or []
    found = ranking.tie_faults(chain, titles, is_needed=facts.is_ranking)
    found += ranking.waiting_list_faults(
        content.parameters.get("waiting_list_percent"), is_ranking=facts.is_ranking
    )
    if content.amount("endowment"):
        found += ranking.policy_faults(
            str(content.parameters.get("allocation") or ""),
            is_ranking=facts.is_ranking,
            has_criteria=bool(content.criteria),
        )
    return found

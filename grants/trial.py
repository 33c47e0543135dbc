"""A call tried out: invented applicants go through its form, its points, its list and its money.

Everything happens on plain values: no case, no number of the protocol, no line of the ledger, no
letter. Trying again with the same seed gives the same list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from calls import contents
from calls.models import Call, CallVersion
from calls.rules.contents import Content
from calls.rules.instants import OFFICE_ZONE
from calls.rules.premiums import HIGHER_AID, POINTS
from calls.rules.ranking import step_in_words
from calls.rules.sheets import Sheet, fill
from evaluation import rules as ranking
from evaluation.gathering import scheme_of
from grants import caps, rules
from grants.answers import known_values
from grants.forms.questions import answer_in_words
from grants.models import ApplicantKind
from grants.parameters import RentParameters
from grants.rules.inventing import Invented, Setting, invent
from grants.trying import parameters_of
from parties import moment
from ui.formats import euro

NOTHING = Decimal("0.00")
# A call without dates yet is tried as if it opened today, for a month.
WINDOW_DAYS = 30


@dataclass(frozen=True)
class Tried:
    """One invented applicant with what came of it; amounts in EUR."""

    who: Invented
    row: ranking.Row
    kind: str
    steps: tuple[tuple[str, Decimal], ...]
    answers: tuple[tuple[str, str], ...]
    why: str

    @property
    def points(self) -> str:
        """The points in all, as acts write them; empty where nothing is scored."""
        return "" if self.row.total is None else ranking.points(self.row.total)

    @property
    def sheets(self) -> list[str]:
        """What each member gave in all."""
        return [ranking.points(sum(sheet)) for sheet in self.who.sheets]


@dataclass(frozen=True)
class Trial:
    """A whole trial: the list in its order, and what is left; or the sentence that refuses one."""

    rows: tuple[Tried, ...] = ()
    endowment: Decimal = NOTHING
    left: Decimal = NOTHING
    refused: str = ""

    @property
    def counts(self) -> dict[str, int]:
        """How many stand in each of the four lists."""
        listed = [one.row.listed for one in self.rows]
        return {name.value: listed.count(name) for name in ranking.Listed}

    @property
    def granted(self) -> Decimal:
        """What was given in all, in EUR."""
        return self.endowment - self.left


def run(call: Call, version: CallVersion, *, count: int, members: int, seed: str) -> Trial:
    """Try a version with so many applicants and members of a committee.

    Raises `NotReadyError` where the version lacks what its rules need.
    """
    content, set_ = contents.read(version), parameters_of(version)
    people = invent(_setting(call, content, set_, members), count, seed)
    examined = [_examine(who, content, set_) for who in people]
    try:
        scheme = scheme_of(version, content.amount("endowment") or NOTHING, seed=seed)
        found = ranking.rank(scheme, [one.application for one in examined])
    except ranking.RankingRefused as refused:
        return Trial(refused=str(refused))
    by_number = {one.who.number: one for one in examined}
    titles = [criterion.title_it for criterion in content.criteria]
    rows = tuple(_tried(by_number[row.id], row, titles) for row in found.rows)
    return Trial(rows, found.endowment, found.left)


@dataclass(frozen=True)
class _Examined:
    who: Invented
    application: ranking.Application
    steps: tuple[tuple[str, Decimal], ...]
    answers: tuple[tuple[str, str], ...]


def _setting(call: Call, content: Content, set_: RentParameters, members: int) -> Setting:
    today = datetime.combine(moment.today(), time(9), OFFICE_ZONE)
    opens_at = timezone.localtime(call.opens_at or today)
    closes_at = call.closes_at or opens_at + timedelta(days=WINDOW_DAYS)
    full = rules.cents(set_.ceiling * 100 / set_.rate_percent) if set_.rate_percent else NOTHING
    return Setting(
        kinds=tuple(ApplicantKind.values),
        provinces=tuple(share.province for share in content.shares) or (set_.province,),
        age=set_.age,
        minimum_spend=set_.minimum_spend,
        full_spend=full,
        opens_at=opens_at,
        closes_at=timezone.localtime(closes_at),
        weights=tuple(ranking.hundredths(one.weight) for one in content.criteria),
        premiums=tuple(premium.code for premium in content.premiums),
        questions=content.questions,
        members=members,
    )


def _examine(who: Invented, content: Content, set_: RentParameters) -> _Examined:
    """Put somebody through the rules that need no register: age, province, spend, answers."""
    amount = _amount(who, set_)
    sheet = _sheet(who, content, amount)
    outcomes = [
        rules.age_within(who.born, who.filed_at.date(), set_.age),
        _at_home(who, content, set_),
        rules.minimum_reached(amount, set_.minimum_spend),
        *rules.answered(content.questions, sheet),
    ]
    held = [premium for premium in content.premiums if premium.code in who.premiums]
    asked, steps = _with_premiums(amount, held, content, set_)
    if who.kind in caps.UNDERTAKINGS and (cap := set_.cap_per_enterprise_across_calls) is not None:
        asked = rules.within_cap(asked, rules.Room(cap, NOTHING))
    application = ranking.Application(
        id=who.number,
        asked=asked,
        filed_at=who.filed_at,
        sequence=who.sequence,
        sheets=who.sheets,
        premium_points=sum((one.points for one in held if one.system == POINTS), Decimal(0)),
        holds_premium=bool(held),
        territory=who.province if content.shares else "",
        classes=frozenset(
            one.code
            for one in content.reserves
            if (who.groups | set(who.premiums)) & set(one.groups)
        ),
        against=tuple(outcome.sentence for outcome in outcomes if outcome.blocks),
    )
    return _Examined(who, application, steps, tuple(_answers(content, sheet)))


def _amount(who: Invented, set_: RentParameters) -> rules.Contribution:
    line = rules.Line("", "", Decimal(1), who.spend, Decimal(0))
    return rules.contribution(
        [line],
        rate_percent=set_.rate_percent,
        ceiling=set_.ceiling,
        minimum=set_.minimum_spend,
        with_vat=False,
    )


def _at_home(who: Invented, content: Content, set_: RentParameters) -> Any:
    wanted = {share.province for share in content.shares} or {set_.province}
    place = who.province if who.province in wanted else set_.province
    return rules.seat_in_province(who.province, place)


def _with_premiums(
    amount: rules.Contribution, held: list[Any], content: Content, set_: RentParameters
) -> tuple[Decimal, tuple[tuple[str, Decimal], ...]]:
    """Return what is asked for and how it comes about, with what premiums add (CALL-15)."""
    base = amount.amount or NOTHING
    more = sum((one.amount for one in held if one.system == HIGHER_AID), NOTHING)
    if not base or not more:
        return base, amount.steps
    raised = ranking.with_premium(
        base,
        more,
        ceiling=set_.ceiling,
        ceiling_includes_premium=bool(content.parameters.get("premium_within_ceiling")),
    )
    return raised.amount, (*amount.steps, *raised.steps)


def _sheet(who: Invented, content: Content, amount: rules.Contribution) -> Sheet:
    starts = who.filed_at.date() + timedelta(days=10)
    period = (starts, starts + timedelta(days=182))
    return fill(content.questions, who.given, known_values(who.kind, amount, period))


def _answers(content: Content, sheet: Sheet) -> Iterator[tuple[str, str]]:
    for question in content.questions:
        if sheet.shows(question.code) and question.kind != "heading":
            value = sheet.values[question.code]
            words = _("a file") if value is True and question.kind == "file" else ""
            yield question.title_it, words or answer_in_words(question, value) or "—"


def _tried(one: _Examined, row: ranking.Row, titles: list[str]) -> Tried:
    kind = str(ApplicantKind(one.who.kind).label)
    return Tried(one.who, row, kind, one.steps, one.answers, _why(row, titles))


def _why(row: ranking.Row, titles: list[str]) -> str:
    """Say why a row stands where it stands, in the words of the office."""
    if row.listed is ranking.Listed.NOT_ADMITTED:
        return " ".join(row.reasons)
    told = {
        ranking.Listed.FINANCED: "Le risorse coprono tutto il contributo.",
        ranking.Listed.PARTLY: f"Le risorse rimaste coprono solo una parte: {euro(row.granted)} "
        f"su {euro(row.asked)}.",
        ranking.Listed.NOT_FINANCED: "Le risorse sono finite prima.",
    }[row.listed]
    if row.tie is None:
        return told
    step, theirs, ours = row.tie.step, _value(row.tie.theirs), _value(row.tie.ours)
    words = step_in_words(step, titles) if step != "earlier_protocol" else "numero di protocollo"
    return f"{told} A parità con {row.tie.ahead} decide: {words} ({theirs} contro {ours})."


def _value(value: Any) -> str:
    """Write what a step of the chain compared: points, an instant, a premium, a ticket."""
    if isinstance(value, bool):
        return "sì" if value else "no"
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%d/%m/%Y %H:%M:%S}"
    return ranking.points(value) if isinstance(value, int) else str(value)[:12]

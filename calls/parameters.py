"""The values that a call of any kind may set, each with its sort, its bounds and its words."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from calls.rules.parameters import Parameter

ONE = Decimal(1)
CENT = Decimal("0.01")

REGIMES = (
    ("code", _("Aid to enterprises (D.Lgs. 184/2025)")),
    ("l241", _("Benefit outside the code of incentives (L. 241/1990, art. 12)")),
)
AID_REGIMES = (
    ("2023/2831", _("De minimis, Reg. (EU) 2023/2831")),
    ("2024/3118", _("De minimis in farming, Reg. (EU) 2024/3118")),
)
ALLOCATIONS = (
    ("filing_order", _("In order of filing")),
    ("score", _("In order of score")),
    ("pro_rata", _("Shared in proportion")),
    ("draw", _("By public draw")),
)
LAST_PLACES = (
    ("partial", _("Partial grant, if accepted")),
    ("skip", _("Go on to the next that fits whole")),
    ("stop", _("Stop there")),
)
COMPENSATIONS = (
    ("none", _("Shares do not help one another")),
    ("proportional", _("In proportion to the need not met")),
    ("order", _("In the order of the shares")),
)

REGIME = Parameter(
    "regime",
    "choice",
    "generale",
    "regime del bando",
    _("Legal regime"),
    _("Aid to enterprises follows the code of incentives; the rest the general law."),
    choices=REGIMES,
)
ENDOWMENT = Parameter(
    "endowment",
    "money",
    "risorse",
    "dotazione",
    _("Endowment"),
    _("Leave it empty where the call gives no money."),
    is_required=False,
    least=CENT,
)
AID_REGIME = Parameter(
    "aid_regime",
    "choice",
    "risorse",
    "regime di aiuto",
    _("State aid"),
    _("Leave it empty where the benefit is no State aid."),
    is_required=False,
    choices=AID_REGIMES,
)
COMPENSATION = Parameter(
    "compensation",
    "choice",
    "risorse",
    "compensazione fra le quote territoriali",
    _("Where a territorial share is not used up"),
    is_required=False,
    choices=COMPENSATIONS,
)
CONCLUSION_DAYS = Parameter(
    "conclusion_days",
    "days",
    "termini",
    "giorni per concludere",
    _("Days to conclude the procedure"),
    _("Up to 90 freely, up to 180 with a reason."),
    is_required=False,
)
CONCLUSION_REASON = Parameter(
    "conclusion_reason",
    "text",
    "termini",
    "motivo del termine più lungo",
    _("Why the procedure takes longer"),
    _("Only beyond 90 days: sustainability and nature of the interests."),
    is_required=False,
)
CLICK_DAY_NOTE = Parameter(
    "click_day_note",
    "text",
    "termini",
    "accorgimenti contro la corsa alle domande",
    _("How a rush at the opening is avoided"),
    _("Wide window, drafts before the opening, draw, shares, waiting list: what this call does."),
    is_required=False,
)
QUESTIONS_UNTIL = Parameter(
    "questions_until_days",
    "days",
    "termini",
    "giorni prima della chiusura per i quesiti",
    _("Questions are taken until so many days before the closing"),
    _("At the hour of the closing. Leave it empty to take them until the closing."),
    is_required=False,
    least=Decimal(0),
    most=Decimal(60),
)
THRESHOLD_TOTAL = Parameter(
    "threshold_total",
    "points",
    "criteri",
    "soglia di punteggio",
    _("Least points in all"),
    _("Below, an application is not suitable. Leave it empty for no threshold."),
    is_required=False,
    least=Decimal(0),
)
SCORE_TOTAL = Parameter(
    "score_total",
    "points",
    "criteri",
    "punteggio massimo",
    _("Most points in all"),
    _("What the criteria add up to; 100 where you leave it empty."),
    is_required=False,
    least=ONE,
)
ONLY_SMALL = Parameter(
    "only_small",
    "yes_no",
    "premialita",
    "bando per sole PMI",
    _("Only micro, small and medium enterprises may apply"),
    is_required=False,
)
PREMIUM_WITHIN_CEILING = Parameter(
    "premium_within_ceiling",
    "yes_no",
    "premialita",
    "premialità entro il massimo",
    _("A higher contribution stays within the most that is granted"),
    is_required=False,
)
PREMIUMS_LEFT_OUT = Parameter(
    "premiums_left_out_because",
    "text",
    "premialita",
    "motivo delle premialità mancanti",
    _("Why some premiums of the law are left out"),
    _("Say which do not suit this call, and why."),
    is_required=False,
)
ALLOCATION = Parameter(
    "allocation",
    "choice",
    "graduatoria",
    "distribuzione delle risorse",
    _("How the money is shared out"),
    is_required=False,
    choices=ALLOCATIONS,
)
LAST_PLACE = Parameter(
    "last_place",
    "choice",
    "graduatoria",
    "ultima domanda finanziabile",
    _("When the money covers the last one only in part"),
    is_required=False,
    choices=LAST_PLACES,
)
RANKING_VALIDITY = Parameter(
    "ranking_validity_months",
    "count",
    "graduatoria",
    "mesi di validità della graduatoria",
    _("Months for which the list stays good"),
    is_required=False,
    least=ONE,
)
WAITING_LIST = Parameter(
    "waiting_list_percent",
    "percent",
    "graduatoria",
    "quota della lista d'attesa",
    _("Applications taken beyond the funds"),
    _(
        "Only in order of filing: once the funds are asked for, in percent of the endowment and "
        "without any right to it. Leave it empty for no limit."
    ),
    is_required=False,
    least=Decimal(0),
    most=Decimal(100),
)

COMMON: tuple[Parameter, ...] = (
    REGIME,
    ENDOWMENT,
    AID_REGIME,
    COMPENSATION,
    CONCLUSION_DAYS,
    CONCLUSION_REASON,
    CLICK_DAY_NOTE,
    QUESTIONS_UNTIL,
    THRESHOLD_TOTAL,
    SCORE_TOTAL,
    ONLY_SMALL,
    PREMIUM_WITHIN_CEILING,
    PREMIUMS_LEFT_OUT,
    ALLOCATION,
    LAST_PLACE,
    RANKING_VALIDITY,
    WAITING_LIST,
)
# Steps of the chain are chosen in an order, not typed: they have a form of their own.
TIE_CHAIN = "tie_chain"
NAMES = {TIE_CHAIN: "ordine di preferenza a parità di punteggio"}


def agree(parameters: dict[str, Any]) -> dict[str, Any]:
    """Return the values with those that follow from others.

    Whether the last application may be granted in part is asked once, as `last_place`.
    """
    if "last_place" in parameters:
        return parameters | {"partial_last": parameters["last_place"] == "partial"}
    if "partial_last" in parameters:
        return parameters | {"last_place": "partial" if parameters["partial_last"] else "stop"}
    return parameters

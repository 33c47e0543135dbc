"""Rules of the committee, the ranking and the giving of money: no database, no clock.

Every number comes in as an argument: it is a parameter of the call. Amounts are Decimals in EUR
outside and whole cents inside, points are whole hundredths: nothing is rounded but what must be.
"""

from .chain import DRAW, drawn
from .premiums import Consequence, Lost, Raised, premium_lost, with_premium
from .ranking import allocate, digest, rank
from .reserves import reserved_amounts
from .scheme import (
    Application,
    Compensation,
    Criterion,
    LastPlace,
    Listed,
    Policy,
    Ranking,
    RankingRefused,
    Reserve,
    Row,
    Scheme,
    Tie,
)
from .scores import Scores, below_thresholds, hundredths, points, score, spread
from .scrolling import Raise, Scrolled, Standing, scroll
from .sharing import pro_rata
from .territories import compensated
from .whatif import Change, compare

__all__ = [
    "DRAW",
    "Application",
    "Change",
    "Compensation",
    "Consequence",
    "Criterion",
    "LastPlace",
    "Listed",
    "Lost",
    "Policy",
    "Raise",
    "Raised",
    "Ranking",
    "RankingRefused",
    "Reserve",
    "Row",
    "Scheme",
    "Scores",
    "Scrolled",
    "Standing",
    "Tie",
    "allocate",
    "below_thresholds",
    "compare",
    "compensated",
    "digest",
    "drawn",
    "hundredths",
    "points",
    "premium_lost",
    "pro_rata",
    "rank",
    "reserved_amounts",
    "score",
    "scroll",
    "spread",
    "with_premium",
]

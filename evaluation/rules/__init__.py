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
from .seats import Called, all_scored, committee_complete, scorers
from .sharing import cents_of, euros_of, pro_rata
from .sheets import Given, Typed, read_points, read_sheet
from .territories import compensated, scaled
from .whatif import Change, compare

__all__ = [
    "DRAW",
    "Application",
    "Called",
    "Change",
    "Compensation",
    "Consequence",
    "Criterion",
    "Given",
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
    "Typed",
    "all_scored",
    "allocate",
    "below_thresholds",
    "cents_of",
    "committee_complete",
    "compare",
    "compensated",
    "digest",
    "drawn",
    "euros_of",
    "hundredths",
    "points",
    "premium_lost",
    "pro_rata",
    "rank",
    "read_points",
    "read_sheet",
    "reserved_amounts",
    "scaled",
    "score",
    "scorers",
    "scroll",
    "spread",
    "with_premium",
]

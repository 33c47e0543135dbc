from .committees import (
    SCORING,
    Abstention,
    Committee,
    ConflictDeclaration,
    Member,
    MemberFunction,
    Sitting,
    Substitution,
)
from .premiums import PremiumCheck
from .rankings import RankedList, Ranking, RankingRow, ScrollDown, ScrollRow
from .sheets import Score, ScoreSheet

__all__ = [
    "SCORING",
    "Abstention",
    "Committee",
    "ConflictDeclaration",
    "Member",
    "MemberFunction",
    "PremiumCheck",
    "RankedList",
    "Ranking",
    "RankingRow",
    "Score",
    "ScoreSheet",
    "ScrollDown",
    "ScrollRow",
    "Sitting",
    "Substitution",
]

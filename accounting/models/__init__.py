from .aid import AidEntry
from .ledger import Budget, LedgerEntry, Pot
from .workbooks import FrozenWorkbook

__all__ = ["AidEntry", "Budget", "FrozenWorkbook", "LedgerEntry", "Pot"]

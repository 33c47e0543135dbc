from .aid import AidCheck, AidEntry, AidRegistration, FirmLink
from .evidence import Evidence
from .ledger import Budget, LedgerEntry, Pot
from .lines import LineState, PaymentLine
from .orders import AnswerFile, OrderApproval, OrderState, PaymentAnswer, PaymentOrder
from .payments import NumberSeries, Payment, PaymentMove, PaymentState
from .recoveries import Recovery, RecoveryInstalment, RecoveryReceipt, RecoveryState
from .workbooks import ColumnChoice, FrozenWorkbook

__all__ = [
    "AidCheck",
    "AidEntry",
    "AidRegistration",
    "AnswerFile",
    "Budget",
    "ColumnChoice",
    "Evidence",
    "FirmLink",
    "FrozenWorkbook",
    "LedgerEntry",
    "LineState",
    "NumberSeries",
    "OrderApproval",
    "OrderState",
    "Payment",
    "PaymentAnswer",
    "PaymentLine",
    "PaymentMove",
    "PaymentOrder",
    "PaymentState",
    "Pot",
    "Recovery",
    "RecoveryInstalment",
    "RecoveryReceipt",
    "RecoveryState",
]

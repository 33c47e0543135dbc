"""What the accountants' pages ask; each module is one subject."""

from .columns import ColumnsForm
from .funds import (
    EndowmentForm,
    EntryFilterForm,
    WorkbookForm,
    move_label,
    read_entry_filter,
)
from .orders import AnswersForm, OrderForm
from .payments import (
    EvidenceForm,
    LiquidationForm,
    ProposalForm,
    SuspensionForm,
    WithdrawalForm,
)

__all__ = [
    "AnswersForm",
    "ColumnsForm",
    "EndowmentForm",
    "EntryFilterForm",
    "EvidenceForm",
    "LiquidationForm",
    "OrderForm",
    "ProposalForm",
    "SuspensionForm",
    "WithdrawalForm",
    "WorkbookForm",
    "move_label",
    "read_entry_filter",
]

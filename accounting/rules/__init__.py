"""Arithmetic of aid, tax and payments as pure functions: no database, no clock.

Every number of the law comes in as an argument. Amounts are Decimals in EUR, dates are days. Rules
that judge answer with an Outcome whose sentence is Italian: it goes to the screen, into the
history and into the letter.
"""

from .approvals import Level, approvals_needed, approved_by_enough, order_unchanged
from .before_grant import (
    AGAINST,
    Antimafia,
    antimafia_before_grant,
    durc_before_grant,
)
from .before_grant import Answer as AntimafiaAnswer
from .cascade import Cascade, Step, cascade, shared_debts
from .cumulation import OtherAid, cumulation_allowed
from .de_minimis import (
    Aid,
    Ceiling,
    Merger,
    Split,
    after_changes,
    aid_fits,
    aid_in_window,
    most_that_fits,
    room_left,
    single_undertaking,
    window_start,
)
from .endowments import endowment_covers
from .final_amounts import FinalAmount, Result, final_amount
from .gates import (
    Durc,
    Payee,
    account_of_payee,
    clear_of_recovery,
    durc_covers,
    durc_until,
    enquiry_done,
    enquiry_due,
    paid_by_another,
    payee_verified,
    published_or_discharged,
    within_due,
)
from .interest import (
    Instalment,
    Interest,
    NoRate,
    Rate,
    Segment,
    instalments,
    rate_on,
    recovery_rate,
    simple_interest,
)
from .lines import (
    BENEFICIARY,
    ENDINGS,
    Share,
    line_number,
    shares_due,
    suspension_ends,
)
from .matching import Answer, Ordered, Standing, match
from .recoveries import Owed, Plan, Receipt, Taken, owed_on, received_within, roll_due
from .registers import aid_answer, cor_given, cor_in_window, cor_until, cup_given
from .sampling import Checked, Drawn, Stratum, draw_sample, sample_size, ticket
from .shares import shared
from .transparency import Beneficiary, Shown, discharged, must_publish, published_until, shown
from .withholding import Withholding, no_withholding, withholding, withholding_due

__all__ = [
    "AGAINST",
    "BENEFICIARY",
    "ENDINGS",
    "Aid",
    "Answer",
    "Antimafia",
    "AntimafiaAnswer",
    "Beneficiary",
    "Cascade",
    "Ceiling",
    "Checked",
    "Drawn",
    "Durc",
    "FinalAmount",
    "Instalment",
    "Interest",
    "Level",
    "Merger",
    "NoRate",
    "Ordered",
    "OtherAid",
    "Owed",
    "Payee",
    "Plan",
    "Rate",
    "Receipt",
    "Result",
    "Segment",
    "Share",
    "Shown",
    "Split",
    "Standing",
    "Step",
    "Stratum",
    "Taken",
    "Withholding",
    "account_of_payee",
    "after_changes",
    "aid_answer",
    "aid_fits",
    "aid_in_window",
    "antimafia_before_grant",
    "approvals_needed",
    "approved_by_enough",
    "cascade",
    "clear_of_recovery",
    "cor_given",
    "cor_in_window",
    "cor_until",
    "cumulation_allowed",
    "cup_given",
    "discharged",
    "draw_sample",
    "durc_before_grant",
    "durc_covers",
    "durc_until",
    "endowment_covers",
    "enquiry_done",
    "enquiry_due",
    "final_amount",
    "instalments",
    "line_number",
    "match",
    "most_that_fits",
    "must_publish",
    "no_withholding",
    "order_unchanged",
    "owed_on",
    "paid_by_another",
    "payee_verified",
    "published_or_discharged",
    "published_until",
    "rate_on",
    "received_within",
    "recovery_rate",
    "roll_due",
    "room_left",
    "sample_size",
    "shared",
    "shared_debts",
    "shares_due",
    "shown",
    "simple_interest",
    "single_undertaking",
    "suspension_ends",
    "ticket",
    "window_start",
    "withholding",
    "withholding_due",
    "within_due",
]

"""Rules of the coworking contribution as plain arithmetic: no database, no clock.

Every number comes in as an argument: it is a parameter of the call or of the law. Amounts are
Decimals in EUR, dates are days. Each rule answers with an Outcome whose sentence is Italian: it
goes to the screen, into the history and into the letter.
"""

from workflows.rules.papers import declarations_made, documents_present, ground_not_own_fault
from workflows.rules.words import CENT, age_on, cents, day, euro, months_after, percent

from .acceptance import (
    account_dedicated,
    deed_in_time,
    deed_overdue,
    deed_signed,
    vat_number_opened,
)
from .admission import (
    age_within,
    aid_room,
    call_open,
    no_other_aid,
    period_within,
    seat_in_province,
    space_not_own,
    space_qualified,
    vat_commitment,
    whole_months,
)
from .amounts import (
    Contribution,
    Line,
    contribution,
    kinds_allowed,
    minimum_reached,
    price_within_list,
    reckoned_spend,
    request_within,
)
from .answers import answered, version_in_use
from .caps import Received, Room, cap_across_calls, received_by, within_cap
from .funds import (
    funds_cover,
    funds_exhausted,
    funds_partly_cover,
    turn_to_be_served,
    waiting_room,
)
from .lists import (
    by_ranking,
    in_order,
    more_allotted,
    not_ranked,
    not_suitable,
    nothing_allotted,
    part_allotted,
    premiums_checked,
    whole_allotted,
)
from .papers import project_told, quote_fresh
from .recalling import (
    cause_named,
    extent_is,
    no_payment_on_its_way,
    not_banned,
    takes_part_or_all,
)
from .revoking import consequence_is, premium_matters

__all__ = [
    "CENT",
    "Contribution",
    "Line",
    "Received",
    "Room",
    "account_dedicated",
    "age_on",
    "age_within",
    "aid_room",
    "answered",
    "by_ranking",
    "call_open",
    "cap_across_calls",
    "cause_named",
    "cents",
    "consequence_is",
    "contribution",
    "day",
    "declarations_made",
    "deed_in_time",
    "deed_overdue",
    "deed_signed",
    "documents_present",
    "euro",
    "extent_is",
    "funds_cover",
    "funds_exhausted",
    "funds_partly_cover",
    "ground_not_own_fault",
    "in_order",
    "kinds_allowed",
    "minimum_reached",
    "months_after",
    "more_allotted",
    "no_other_aid",
    "no_payment_on_its_way",
    "not_banned",
    "not_ranked",
    "not_suitable",
    "nothing_allotted",
    "part_allotted",
    "percent",
    "period_within",
    "premium_matters",
    "premiums_checked",
    "price_within_list",
    "project_told",
    "quote_fresh",
    "received_by",
    "reckoned_spend",
    "request_within",
    "seat_in_province",
    "space_not_own",
    "space_qualified",
    "takes_part_or_all",
    "turn_to_be_served",
    "vat_commitment",
    "vat_number_opened",
    "version_in_use",
    "waiting_room",
    "whole_allotted",
    "whole_months",
    "within_cap",
]

"""One undertaking at a time: what it receives is counted while nobody adds to it (COW-11, AID-01, AID-06)."""

from django.db.models import Q

from grants import aiding, caps
from grants.models import RentContribution
from parties.models import Party


def hold_enterprise(case: RentContribution) -> None:
    """Lock whoever bears a code of the single undertaking, where the call caps or gives State aid.

    Two calls that grant at once to the same enterprise, or to two that are linked, wait for one
    another here. Held before the budget, until the transaction ends.
    """
    if caps.cap_of(case) is None and not aiding.is_aid(case):
        return
    codes = aiding.firms_of(case) | caps.codes_of(case)
    bearers = Party.objects.filter(Q(tax_code__in=codes) | Q(vat_number__in=codes))
    list(bearers.select_for_update(of=("self",), no_key=True).order_by("pk").values_list("pk"))

"""One enterprise at a time: what it receives across calls is counted while nobody adds to it (COW-11)."""

from django.db.models import Q

from grants import caps
from grants.models import RentContribution
from parties.models import Party


def hold_enterprise(case: RentContribution) -> None:
    """Lock whoever bears the tax code or the VAT number of the applicant, where the call caps.

    Two calls that grant to the same enterprise at once wait for one another here. Held before
    the budget, until the transaction ends.
    """
    if caps.cap_of(case) is None:
        return
    codes = caps.codes_of(case)
    bearers = Party.objects.filter(Q(tax_code__in=codes) | Q(vat_number__in=codes))
    list(bearers.select_for_update(of=("self",), no_key=True).order_by("pk").values_list("pk"))

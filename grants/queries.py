"""Questions about contributions that services, checks and pages share."""

from collections.abc import Collection, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from calls.models import Call, Question
from grants import rules
from grants.models import RentContribution, SpendLine, Status
from grants.models.contributions import is_granted
from grants.models.statuses import BOUND, UNDECIDED
from parties.models import Party


def ahead_of(
    case: RentContribution, *, since: RentContribution | None = None
) -> tuple[Decimal, int]:
    """Return what applications filed before `case` may still get in EUR, and how many they are.

    These are the undecided ones, and those on the waiting list whom the funds would reach again
    in full (RANK-13). The order is that of the protocol, the server's own (RANK-01, RANK-06).
    With `since` only those count that were filed from that application on, itself included.
    """
    before = _filed_before(case)
    if since is not None:
        # The bound on the instant alone lets an index begin there.
        before &= Q(submitted_at__gte=since.submitted_at) & ~_filed_before(since)
    within_reach = Q(status=Status.WAITING_LIST, proposed__lte=F("call__budget__available"))
    found = RentContribution.objects.filter(
        before, Q(status__in=UNDECIDED) | within_reach, call_id=case.call_id
    ).aggregate(
        total=Coalesce(Sum(Coalesce("proposed", "requested")), Decimal(0)), number=Count("pk")
    )
    return found["total"], found["number"]


def _filed_before(case: RentContribution) -> Q:
    return Q(submitted_at__lt=case.submitted_at) | Q(
        submitted_at=case.submitted_at, protocol_in__number__lt=case.protocol_in.number
    )


def claimed(call: Call, *, but: int | None) -> Decimal:
    """Return what the applications of a call, save one, were granted or may still get, in EUR."""
    standing = [*UNDECIDED, Status.WAITING_LIST, *BOUND]
    rows = RentContribution.objects.filter(call=call, status__in=standing).exclude(pk=but)
    return rows.aggregate(total=Sum("amount", default=Decimal(0)))["total"]


def given_to(call: Call, codes: Collection[str] | None = None) -> list[rules.Received]:
    """Return what is granted or offered in the calls of the programme and kind of `call` (COW-11).

    With `codes` only what went to those who bear one of them, as tax code or VAT number.
    """
    rows = RentContribution.objects.filter(
        call__programme_id=call.programme_id, call__kind=call.kind, status__in=BOUND
    ).order_by()
    if codes is not None:
        parties = Party.objects.filter(Q(tax_code__in=codes) | Q(vat_number__in=codes))
        rows = rows.filter(applicant__in=parties)
    found = rows.values_list("pk", "applicant__tax_code", "applicant__vat_number", "amount")
    return [
        rules.Received(pk, frozenset({tax, vat} - {""}), amount or Decimal(0))
        for pk, tax, vat, amount in found
    ]


# What a row of the accountants' sheet is made of: plain values, a hundred thousand of them.
WORKBOOK_FIELDS = (
    "pk",
    "number",
    "applicant_kind",
    "call__code",
    "call__title_it",
    "call__axis",
    "call__programme__code",
    "call_version_id",
    "cup",
    "decided_at",
    "protocol_in__number",
    "protocol_in__year",
    "protocol_in__registered_at",
    "applicant__name",
    "applicant__tax_code",
    "applicant__vat_number",
    "applicant__pec",
    "applicant__street",
    "applicant__street_number",
    "applicant__postcode",
    "applicant__municipality",
    "applicant__province",
    "applicant__organisation__legal_form",
    "applicant__organisation__rea",
    "space__name",
    "period_from",
    "period_to",
    "vat_is_cost",
    "proposed",
    "granted",
)
Batch = list[Any]


def granted_for_workbook(call: Call | None) -> QuerySet:
    """Return a call's grants in the order of their acts, as named rows of `WORKBOOK_FIELDS`.

    Without a call, those of every call, one call after the other.
    """
    found = RentContribution.objects.filter(is_granted())
    if call is not None:
        found = found.filter(call=call)
    return found.order_by("call__code", "decided_at", "pk").values_list(
        *WORKBOOK_FIELDS, named=True
    )


def questions_of_grants(call: Call | None) -> QuerySet[Question]:
    """Return what was asked beyond the form in the versions under which something was granted.

    Call by call, the latest version first; headings are answered by nobody.
    """
    versions = RentContribution.objects.filter(is_granted()).values("call_version")
    found = Question.objects.filter(version__in=versions).exclude(kind=Question.Kind.HEADING)
    if call is not None:
        found = found.filter(version__call=call)
    return found.select_related("version__call").order_by(
        "version__call__code", "-version__number", "position"
    )


def in_batches(rows: QuerySet, size: int) -> Iterator[Batch]:
    """Read rows through a cursor of the database, `size` at a time."""
    found = rows.iterator(chunk_size=size)
    while batch := list(islice(found, size)):
        yield batch


def spend_of(batch: Batch) -> dict[int, Decimal]:
    """Return the spend admitted of each row of a batch, in EUR, by the contribution's key."""
    with_vat = {row.pk: row.vat_is_cost for row in batch}
    spend = dict.fromkeys(with_vat, Decimal("0.00"))
    lines = (
        SpendLine.objects.filter(contribution__in=list(with_vat))
        .order_by()
        .values_list(
            "contribution_id",
            "kind",
            "description",
            "quantity",
            "unit_price",
            "vat_rate",
            "list_price",
            "admitted",
        )
    )
    for contribution, *plain in lines:
        spend[contribution] += rules.Line(*plain).cost(with_vat=with_vat[contribution])
    return spend

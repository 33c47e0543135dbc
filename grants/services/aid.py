"""What an officer writes down of the aid register for a case, by hand or from a file (RNA-02 to RNA-07)."""

from datetime import date
from decimal import Decimal
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounting.files.aid_register import Filled, read_table
from accounting.files.safe_xml import Unreadable
from accounting.models import AidCheck, AidEntry, AidRegistration
from accounting.services import aid
from accounting.services.aid import FoundAid
from calls.models import Call
from grants import aiding, caps
from grants.models import RentContribution
from grants.permissions import may_examine
from grants.services.tables import Taken, take_row
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, amend
from workflows.models import Case

Kind = AidRegistration.Kind


@transaction.atomic
def note_check(
    case: RentContribution, *, by: User, kind: str, vercor: str, on: date, note: str = ""
) -> AidCheck:
    """Keep that the register was asked for a case; each question has a line in its history."""
    case = _held(case, by)
    found = aid.note_check(case, by=by, kind=kind, vercor=vercor, on=on, note=note)
    amend(
        case, "note_aid_check", by=by, reason=f"{found.get_kind_display()}: VERCOR {found.vercor}"
    )
    return found


@transaction.atomic
def register_aid(
    case: RentContribution,
    *,
    by: User,
    kind: str,
    code: str,
    on: date,
    amount: Decimal,
    source: str = AidRegistration.Source.HAND,
) -> AidRegistration:
    """Keep under which code the grant, or its change, stands in the register; letters quote the COR."""
    case = _held(case, by)
    if not aiding.is_registered(case):
        raise TransitionRefused(
            Refusal.RULE, _("This contribution is no aid of a measure that the register knows.")
        )
    if kind == Kind.CHANGE and not case.aid_registrations.filter(kind=Kind.AID).exists():
        raise TransitionRefused(Refusal.RULE, _("There is no COR yet whose aid could change."))
    found = aid.register_aid(case, by=by, kind=kind, code=code, on=on, amount=amount, source=source)
    fields = {"cor": found.code} if kind == Kind.AID else {}
    amend(case, "register_aid", by=by, reason=str(found), **fields)
    return found


@transaction.atomic
def note_aid(case: RentContribution, said: FoundAid, *, by: User) -> AidEntry:
    """Keep an aid that the register tells of, of a firm of the undertaking (AID-15)."""
    case = _held(case, by)
    if said.firm_code.strip().upper() not in aiding.firms_of(case):
        raise TransitionRefused(
            Refusal.RULE,
            _(
                "This firm is no part of the undertaking: write the link between them first (AID-06)."
            ),
        )
    return aid.note_aid(case, said)


def awaiting(call: Call) -> QuerySet[RentContribution]:
    """Return the cases of a call whose aid is to be registered before the decision, in their order."""
    rows = RentContribution.objects.filter(
        call=call,
        status__in=("admission_proposed", "admissible", "waiting_list", "offer_accepted"),
        applicant_kind__in=caps.UNDERTAKINGS,
    ).select_related("call", "call_version", "applicant__organisation", "space")
    rows = rows.prefetch_related("lines")
    return rows.order_by("submitted_at", "pk")


def take_file(call: Call, data: bytes, *, by: User) -> list[Taken]:
    """Write down what a table brought back, row by row: a row that is refused changes nothing.

    Raises `TransitionRefused` where the table cannot be read; then nothing is written.
    """
    try:
        rows = read_table(data)
    except Unreadable as error:
        raise TransitionRefused(
            Refusal.RULE, _("The file cannot be read: {reason}.").format(reason=error)
        ) from error
    if not rows:
        raise TransitionRefused(Refusal.RULE, _("No row of the file says anything."))
    return [
        take_row(call, row.line, row.case, partial(_write, row=row, by=by), rule="RNA-02")
        for row in rows
    ]


def _write(case: RentContribution, row: Filled, by: User) -> None:
    for kind, vercor in (
        (AidCheck.Kind.AID, row.aid_check),
        (AidCheck.Kind.DE_MINIMIS, row.de_minimis_check),
    ):
        if vercor:
            note_check(case, by=by, kind=kind, vercor=vercor, on=_wanted(row.checked_on))
    amount = row.amount if row.amount is not None else case.proposed or Decimal(0)
    for kind, code, on in (
        (Kind.AID, row.cor, row.cor_on),
        (Kind.CHANGE, row.covar, row.covar_on),
    ):
        if code:
            register_aid(
                case,
                by=by,
                kind=kind,
                code=code,
                on=_wanted(on),
                amount=amount,
                source=AidRegistration.Source.FILE,
            )


def _wanted(on: date | None) -> date:
    if on is None:
        raise TransitionRefused(Refusal.RULE, _("The day beside the code is missing."))
    return on


def _held(case: RentContribution, by: User) -> RentContribution:
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    found = RentContribution.objects.get(pk=case.pk)
    if not may_examine(found, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    return found

"""Writing down what the aid register says, what it is told, and which firms are one undertaking (AID, RNA)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounting.models import AidCheck, AidEntry, AidRegistration, FirmLink
from accounting.rules import aid_answer, cor_given
from accounting.services.moving import refuse_blocked
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Case

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class FoundAid:
    """An aid of the undertaking that the register tells of; `amount` gross, in EUR."""

    firm_code: str
    regulation: str
    authority: str
    granted_on: date
    amount: Decimal
    measure: str = ""
    reference: str = ""
    same_costs: bool = False
    intensity_percent: Decimal | None = None


@transaction.atomic
def note_check(
    case: Case, *, by: User, kind: str, vercor: str, on: date, note: str = ""
) -> AidCheck:
    """Keep that the register was asked before a grant (RNA-04)."""
    _refuse_to_come(on)
    refuse_blocked([aid_answer(vercor.strip(), str(AidCheck.Kind(kind).label))])
    with _once(_("This VERCOR has been written down already.")):
        return AidCheck.objects.create(
            case=case, kind=kind, vercor=vercor.strip(), on=on, note=note.strip(), by=by
        )


@transaction.atomic
def register_aid(
    case: Case,
    *,
    by: User,
    kind: str,
    code: str,
    on: date,
    amount: Decimal,
    source: str = AidRegistration.Source.HAND,
) -> AidRegistration:
    """Keep the code under which an aid, or its change, stands in the register (RNA-02, RNA-07)."""
    _refuse_to_come(on)
    code = code.strip()
    same = AidRegistration.objects.filter(kind=kind, code=code).select_related("case").first()
    refuse_blocked([cor_given(code, same.case.number if same else "")])
    if amount < 0 or (kind == AidRegistration.Kind.AID and amount == NOTHING):
        raise TransitionRefused(Refusal.RULE, _("Write which aid was registered, in euros."))
    with _once(_("This code has been written down already.")):
        return AidRegistration.objects.create(
            case=case, kind=kind, code=code, on=on, amount=amount, source=source, by=by
        )


@transaction.atomic
def note_aid(case: Case, said: FoundAid) -> AidEntry:
    """Keep an aid of the undertaking as the register tells of it (AID-15)."""
    _refuse_to_come(said.granted_on)
    if said.amount <= 0:
        raise TransitionRefused(Refusal.RULE, _("Write the amount of the aid, above zero."))
    with _once(_("This aid has been written down already.")):
        return AidEntry.objects.create(
            case=case,
            source=AidEntry.Source.REGISTER,
            firm_code=said.firm_code.strip().upper(),
            regulation=said.regulation,
            authority=said.authority.strip(),
            measure=said.measure.strip(),
            granted_on=said.granted_on,
            amount=said.amount,
            reference=said.reference.strip(),
            same_costs=said.same_costs,
            intensity_percent=said.intensity_percent,
        )


@transaction.atomic
def link(*, by: User, **said: Any) -> FirmLink:
    """Keep that one firm holds another: what either receives counts for both (AID-06)."""
    if said["holder_code"] == said["held_code"]:
        raise TransitionRefused(Refusal.RULE, _("A link ties two different firms."))
    _refuse_to_come(said["since"])
    with _once(_("This link has been written down already.")):
        return FirmLink.objects.create(by=by, **said)


@transaction.atomic
def end_link(found: FirmLink, *, until: date) -> FirmLink:
    """Keep that a firm holds another no more, from a day on."""
    found = FirmLink.objects.select_for_update().get(pk=found.pk)
    if found.until is not None or until < found.since:
        raise TransitionRefused(Refusal.RULE, _("A link ends once, and not before it began."))
    found.until = until
    found.save(update_fields=["until"])
    return found


@contextmanager
def _once(sentence: str) -> Iterator[None]:
    """Refuse with a sentence what the database knows already."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise TransitionRefused(Refusal.RULE, sentence) from error


def _refuse_to_come(on: date) -> None:
    if on > moment.today():
        raise TransitionRefused(Refusal.RULE, _("This day has not come yet."))

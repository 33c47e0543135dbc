"""The refund to the host: asked for with its papers, examined, recognised or not (R-PUB-17, R-PUB-18)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from accounting.models import AidEntry
from accounting.services import ledger
from calls.models import Parameter
from internships import funds, refunding
from internships.letters import placements as letters
from internships.models import Internship, RefundRequest
from internships.models.statuses import BEFORE_START, InternshipStatus
from internships.permissions import may_ask_refund
from internships.rules import counting
from internships.services.placements.registering import RegisterData, note_register
from parties import moment
from parties.codes import parse_iban
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, amend, apply_transition, hold
from workflows.examination import against
from workflows.models import Case, Document
from workflows.services import documents

# A refund is given up until it is asked for.
WAIVABLE = frozenset(
    {
        *BEFORE_START,
        InternshipStatus.RUNNING,
        InternshipStatus.SUSPENDED,
        InternshipStatus.CONCLUDED,
        InternshipStatus.INTERRUPTED,
        InternshipStatus.TRANSFORMED,
        InternshipStatus.EVALUATION,
        InternshipStatus.ATTESTED,
        InternshipStatus.UNATTESTED,
    }
)
ACCEPTED = frozenset({"pdf", "p7m", "jpeg", "png"})
MOST_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True)
class ClaimData:
    """Where the refund goes, and what other de minimis aid the host had, in EUR."""

    iban: str
    holder: str
    other_aid: Decimal = Decimal(0)


@transaction.atomic
def ask_refund(
    case: Internship,
    *,
    by: User,
    data: ClaimData | None = None,
    upload: UploadedFile | None = None,
    seen_version: int | None = None,
) -> Internship:
    """Ask for the refund of what was paid, with the signed request (R-PUB-17).

    Raises `TransitionRefused` with all that is missing, and `workflows.uploads.Refused` where the
    file is not acceptable; then nothing is kept.
    """
    case = apply_transition(case, "ask_refund", by=by, seen_version=seen_version)
    if data is None or upload is None or not data.holder.strip():
        raise TransitionRefused(
            Refusal.RULE, _("Bring the signed request, and say to which account (R-PUB-17).")
        )
    document = documents.attach(
        case,
        upload,
        by=by,
        requirement="domanda-rimborso",
        accepted=ACCEPTED,
        max_bytes=MOST_BYTES,
    )
    Document.objects.filter(pk=document.pk).update(filed_at=moment.now())
    RefundRequest.objects.create(
        internship=case,
        iban=parse_iban(data.iban).normalised,
        holder=data.holder.strip(),
        other_aid=data.other_aid,
        paper=document,
        asked_amount=refunding.amount_of(case),
        asked_by=by,
    )
    return case


def may_claim(case: Internship, user: User) -> bool:
    """Tell whether somebody may ask for the refund of an internship."""
    return may_ask_refund(case, user)


@transaction.atomic
def examine_refund(
    case: Internship,
    *,
    by: User,
    cup: str = "",
    finding: str = "",
    register: RegisterData | None = None,
    seen_version: int | None = None,
) -> Internship:
    """Look at the request and its papers: what was found, the codes of the payment and the register.

    It may be done again until the refund is recognised: a registration that has lapsed needs a new
    code (RNA-03). Raises `TransitionRefused` for a code that is no code, or is another case's.
    """
    if not finding.strip():
        raise TransitionRefused(Refusal.RULE, _("Say what the examination found (R-PUB-17)."))
    case = apply_transition(
        case, "examine_refund", by=by, reason=finding.strip(), seen_version=seen_version
    )
    asked = RefundRequest.objects.get(internship=case)
    if register is not None:
        note_register(case, register, by=by)
        asked.cor = register.cor.strip()
    asked.cup = cup.strip().upper()
    asked.finding, asked.examined_at, asked.examined_by = finding.strip(), moment.now(), by
    asked.save()
    return case


@transaction.atomic
def settle(case: Internship, *, by: User, seen_version: int | None = None) -> Internship:
    """Recognise the refund that the rules admit, bind its money and tell the host (R-PUB-18, T18).

    What was set aside is used first; what is left of it is free again (R-PUB-19). The call's budget stays locked until the transaction ends: no two refunds share the last money.
    """
    funds.hold(case.call)
    case = Internship.objects.get(pk=case.pk)
    amount = refunding.amount_of(case)
    case = apply_transition(case, "settle", by=by, seen_version=seen_version, refunded=amount)
    ledger.grant(case, amount, by=by, description=f"Rimborso per il tirocinio {case.number}")
    funds.note_held(case, amount)
    _note_aid(case, amount)
    letter = letters.send_settlement(case, by=by)
    RefundRequest.objects.filter(internship=case).update(act=letter)
    return case


@transaction.atomic
def refuse_settlement(
    case: Internship,
    *,
    by: User,
    reason: str = "",
    heard: letters.Heard | None = None,
    seen_version: int | None = None,
) -> Internship:
    """Refuse the refund, saying why and what the host said to it; the host is told (T19).

    The money set aside for it is free again (R-PUB-19).
    """
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the refund is not due."))
    _ask_notice(case, heard)
    funds.hold(case.call)
    case = apply_transition(
        case, "refuse_settlement", by=by, reason=reason.strip(), seen_version=seen_version
    )
    funds.free(case, by=by, why=funds.REFUSED)
    letters.send_no_settlement(case, reason.strip(), heard or letters.Heard(), by=by)
    return case


@transaction.atomic
def waive_refund(
    case: Internship, *, by: User, reason: str, seen_version: int | None = None
) -> Internship:
    """Let the host give the refund up, saying why: its money is free for others (R-PUB-19).

    Until it is asked for; then nothing is asked any more.
    """
    hold(case)
    funds.hold(case.call)
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = Internship.objects.get(pk=case.pk)
    if not may_ask_refund(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if seen_version is not None and seen_version != case.version:
        raise TransitionRefused(Refusal.STALE, _("This case has changed since you opened it."))
    if not may_be_waived(case):
        raise TransitionRefused(Refusal.STATUS, _("There is no refund to give up."))
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the refund is given up (R-PUB-19)."))
    waived: Any = amend(
        case, "waive_refund", by=by, reason=reason.strip(), refund_waived_on=moment.today()
    )
    funds.free(waived, by=by, why=funds.WAIVED)
    return waived


def may_be_waived(case: Internship) -> bool:
    """Tell whether there is a refund that the host has neither asked for nor given up."""
    return (
        case.status in WAIVABLE
        and case.refund_waived_on is None
        and refunding.terms_of(case).refunds
    )


def free_unclaimed() -> int:
    """Give back what is set aside for refunds that were not asked for in time; return for how many."""
    found = Internship.objects.filter(
        status__in=[InternshipStatus.ATTESTED, InternshipStatus.UNATTESTED], amount__gt=0
    ).select_related("call", "call_version")
    late = [one for one in found.order_by("pk") if refunding.claim_by(one) < moment.today()]
    return sum(_free_unclaimed(one) for one in late)


@transaction.atomic
def _free_unclaimed(case: Internship) -> bool:
    hold(case)
    funds.hold(case.call)
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = Internship.objects.get(pk=case.pk)
    if case.status not in {InternshipStatus.ATTESTED, InternshipStatus.UNATTESTED}:
        return False
    return bool(funds.free(case, by=None, why=funds.UNCLAIMED))


def _ask_notice(case: Internship, heard: letters.Heard | None) -> None:
    """Refuse a refusal that the host was not told of before, where a notice is due (R-PUB-05)."""
    due = counting.notice_due(competitive=not against.setting_of(case).position)
    if against.setting_of(case).position and not (heard and heard.notice.strip()):
        words = _("Write the protocol number of the notice that went before (R-PUB-05).")
        raise TransitionRefused(Refusal.RULE, f"{due.sentence} {words}")


def _note_aid(case: Internship, amount: Decimal) -> None:
    """Write the aid down for the host, where it is an undertaking (R-PUB-15)."""
    if case.offer.host_kind not in refunding.ENTERPRISES:
        return
    law = Parameter.objects.value("de_minimis_general", moment.today())
    AidEntry.objects.create(
        party_id=case.host.pk,
        case=case,
        source=AidEntry.Source.GRANTED_HERE,
        regulation=law["regulation"],
        authority=case.call.owner.name,
        measure=case.call.title_it[:160],
        granted_on=moment.today(),
        amount=amount,
    )

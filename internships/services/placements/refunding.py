"""The refund to the host: asked for with its papers, examined, recognised or not (R-PUB-17, R-PUB-18)."""

from dataclasses import dataclass
from decimal import Decimal

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from accounting.models import AidEntry
from accounting.services import ledger
from calls.models import Parameter
from internships import refunding
from internships.letters import placements as letters
from internships.models import Internship, RefundRequest
from internships.permissions import may_ask_refund
from parties import moment
from parties.codes import parse_iban
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.models import Document
from workflows.services import documents

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
    cor: str = "",
    finding: str = "",
    seen_version: int | None = None,
) -> Internship:
    """Look at the request and its papers: what was found, and the codes of the payment."""
    if not finding.strip():
        raise TransitionRefused(Refusal.RULE, _("Say what the examination found (R-PUB-17)."))
    case = apply_transition(
        case, "examine_refund", by=by, reason=finding.strip(), seen_version=seen_version
    )
    asked = RefundRequest.objects.get(internship=case)
    asked.cup, asked.cor = cup.strip().upper(), cor.strip()
    asked.finding, asked.examined_at, asked.examined_by = finding.strip(), moment.now(), by
    asked.save()
    return case


@transaction.atomic
def settle(case: Internship, *, by: User, seen_version: int | None = None) -> Internship:
    """Recognise the refund that the rules admit, bind its money and tell the host (R-PUB-18, T18).

    The call's budget stays locked until the transaction ends: no two refunds share the last money.
    """
    if refunding.funds_known(case):
        ledger.locked_budget(case.call)
    case = Internship.objects.get(pk=case.pk)
    amount = refunding.amount_of(case)
    case = apply_transition(case, "settle", by=by, seen_version=seen_version, refunded=amount)
    ledger.grant(case, amount, by=by, description=f"Rimborso per il tirocinio {case.number}")
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
    """Refuse the refund, saying why and what the host said to it; the host is told (T19)."""
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the refund is not due."))
    case = apply_transition(
        case, "refuse_settlement", by=by, reason=reason.strip(), seen_version=seen_version
    )
    letters.send_no_settlement(case, reason.strip(), heard or letters.Heard(), by=by)
    return case


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

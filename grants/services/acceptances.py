"""Taking a grant on: the signed deed and the account come back in time, or the grant lapses (REV-01)."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounting.services import ledger
from grants import accepting, letters
from grants.checks import parameters_of
from grants.models import Acceptance, RentContribution
from grants.services.terms import deed_rule
from letters.services.arrivals import arrived_at
from parties import moment
from parties.codes import parse_iban
from parties.models import User
from workflows import signatures
from workflows.engine import Refusal, TransitionRefused, apply_transition, hold
from workflows.models import Case, Document
from workflows.rules import Verdict
from workflows.services.handed_in import register_answer
from workflows.terms import compute_term

DEED = "commitment_deed"
ARRIVED = "ricevimento della concessione"


@dataclass(frozen=True)
class Account:
    """Where a contribution is to be paid, as its beneficiary says; `vat_number` of who has just opened one."""

    iban: str
    holder: str
    holder_code: str
    is_dedicated: bool
    vat_number: str = ""


def open_acceptance(case: RentContribution) -> Acceptance:
    """Ask for the deed of a grant; its term is reckoned from the act until the letter has arrived."""
    today = moment.today()
    reckoned = compute_term(today, deed_rule(parameters_of(case)), event="concessione")
    found, _created = Acceptance.objects.get_or_create(
        contribution=case,
        defaults={
            "starts_on": today,
            "due_on": reckoned.due,
            "reckoning": reckoned.to_dict(),
        },
    )
    return found


@transaction.atomic
def return_deed(
    case: RentContribution,
    *,
    by: User | None,
    deed: Document | None,
    account: Account,
    seen_version: int | None = None,
) -> RentContribution:
    """Return the signed deed with the account; where nothing is left to look at it is in order at once.

    `deed` is a file of the case that was attached and not filed yet. What is not in order (another
    signer, an account of somebody else) is kept as it is and waits for an officer.
    """
    found = _locked(case)
    if not found.is_awaited:
        raise TransitionRefused(Refusal.STATUS, _("The deed is not asked for any more."))
    now = moment.now()
    if deed is not None:
        deed.filed_at = now
        deed.save(update_fields=["filed_at"])
        if deed.is_signable:
            signatures.check(deed, by=None)
    found.deed = deed
    found.iban = parse_iban(account.iban).normalised
    found.holder = account.holder.strip()
    found.holder_code = account.holder_code.strip().upper()
    found.is_dedicated, found.vat_number = account.is_dedicated, account.vat_number
    found.save()
    # The rules read what has just been written.
    case = apply_transition(case, "return_deed", by=by, seen_version=seen_version)
    found.returned_at, found.returned_by, found.asked_again = now, by, ""
    if all(outcome.verdict is Verdict.MET for outcome in accepting.found_outcomes(case)):
        found.confirmed_at = now
    found.save()
    case.acceptance = found
    register_answer(case, subject="Atto di impegno")
    return case


@transaction.atomic
def confirm_deed(
    case: RentContribution, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> RentContribution:
    """Find the deed in order; one signed by hand or under an unknown authority wants a reason (DIG-15)."""
    found = _locked(case)
    looked_at = accepting.found_outcomes(RentContribution.objects.get(pk=case.pk))
    doubtful = [one for one in looked_at if one.verdict is Verdict.WARNING]
    if doubtful and not reason.strip():
        words = " ".join(one.sentence for one in doubtful)
        raise TransitionRefused(
            Refusal.RULE, _("{words} Write why the deed is in order.").format(words=words)
        )
    case = apply_transition(case, "confirm_deed", by=by, reason=reason, seen_version=seen_version)
    found.confirmed_at, found.confirmed_by = moment.now(), by
    found.save(update_fields=["confirmed_at", "confirmed_by"])
    case.acceptance = found
    return case


@transaction.atomic
def ask_deed_again(
    case: RentContribution, *, by: User | None, reason: str, seen_version: int | None = None
) -> RentContribution:
    """Ask for the deed anew, with what is to be mended: the term starts again with this letter."""
    found = _locked(case)
    if not found.waits_for_office:
        raise TransitionRefused(Refusal.STATUS, _("There is no deed to look at."))
    found.returned_at = found.returned_by = None
    found.asked_again, found.deed = reason.strip(), None
    _reckon(found, moment.today(), event="nuova richiesta dell'atto di impegno")
    found.save()
    case = apply_transition(case, "ask_deed_again", by=by, reason=reason, seen_version=seen_version)
    case.acceptance = found
    letters.send_deed_again(case, by=by)
    return case


@transaction.atomic
def lapse(
    case: RentContribution, *, by: User | None, seen_version: int | None = None
) -> RentContribution:
    """Let a grant go that was not taken on in time: the money comes free and may go to those who wait."""
    hold(case)
    ledger.locked_budget(case.call)
    found, amount = _locked(case), case.granted
    case = apply_transition(case, "lapse", by=by, seen_version=seen_version)
    found.lapsed_at = moment.now()
    found.save(update_fields=["lapsed_at"])
    ledger.take_back(
        case, by=by, description=f"Mancata accettazione della concessione, domanda {case.number}"
    )
    case.aid_entries.filter(source="granted_here").delete()
    letters.send_lapse(case, amount=amount, by=by)
    return case


@transaction.atomic
def note_codes(
    case: RentContribution,
    *,
    by: User | None,
    cup: str,
    cor: str = "",
    reason: str = "",
    seen_version: int | None = None,
) -> RentContribution:
    """Write down the CUP, and the COR of the aid register where there is one (CUP-01, RNA-02).

    What was registered for the case stands, whatever is typed here.
    """
    registered = case.aid_registrations.filter(kind="cor").order_by("-pk").first()
    cor = registered.code if registered is not None else cor
    return apply_transition(
        case,
        "note_codes",
        by=by,
        reason=reason,
        seen_version=seen_version,
        cup=cup.strip().upper(),
        cor=cor.strip(),
    )


def follow_arrival(found: Acceptance) -> bool:
    """Let the term of a deed begin on the day on which the grant arrived; return whether it has."""
    letter = found.contribution.letters.filter(kind="grant").order_by("-pk").first()
    deliveries = list(letter.deliveries.filter(is_copy=False)) if letter else []
    days = [arrived_at(one) for one in deliveries]
    arrived = [one for one in days if one is not None]
    if not arrived:
        return False
    _reckon(found, timezone.localdate(max(arrived)), event=ARRIVED)
    found.save(update_fields=["starts_on", "due_on", "reckoning", "has_arrived"])
    return True


def _reckon(found: Acceptance, start: date, *, event: str) -> None:
    rule = deed_rule(parameters_of(found.contribution))
    reckoned = compute_term(start, rule, event=event)
    found.starts_on, found.due_on = start, reckoned.due
    found.reckoning, found.has_arrived = reckoned.to_dict(), True


def _locked(case: RentContribution) -> Acceptance:
    """Return the acceptance with its case locked until the transaction ends."""
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    found = Acceptance.objects.filter(contribution=case).first()
    if found is None:
        raise TransitionRefused(
            Refusal.STATUS, _("Nothing has been granted that could be taken on.")
        )
    return found

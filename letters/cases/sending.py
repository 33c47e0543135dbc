"""One way for every letter about an examined case to be written and put into the outbox."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.utils import timezone

from calls.models import Call
from letters import pdf
from letters.cases.dossier import Dossier
from letters.common_values import remedies
from letters.compose import Numbered, day_of, heading, signature, signature_of
from letters.models import Letter
from letters.recipients import Recipient
from letters.services import put
from letters.templating import Value, escape
from letters.vocabulary import Context
from letters.wording import Wording
from letters.writing import Written, write
from parties import moment
from parties.models import User
from parties.roles import Role
from workflows.models import CaseTerm, HistoryEntry
from workflows.terms import delay_statement

OWNER, OFFICER = "Il responsabile del procedimento", "L'incaricato dell'istruttoria"
DIRECTOR, SUBSTITUTE = "Il direttore", "Il titolare del potere sostitutivo"
# Whose words at the foot of a letter a body may set (`BodyStyle.signatures`).
SIGNS_FOR = {OWNER: Role.PROCEDURE_OWNER, DIRECTOR: Role.DIRECTOR}
FOOT = "{{ firma }}"


def send(
    case: Any,
    code: str,
    *,
    by: User | None,
    role: str,
    signer: User | None = None,
    given: dict[str, Any] | None = None,
    amount: Decimal | None = None,
    starts: Iterable[CaseTerm] = (),
    to: Sequence[Recipient] | None = None,
) -> Letter:
    """Put the letter of a template: written today, save for what its number brings.

    `by` is who wrote it, in the capacity `role`; where nobody did, `signer` stands at its foot.
    `given` are values that the act brings itself. `to` replaces the recipients of the case: an act
    that is the office's own goes to nobody.
    """
    # One question for the call with everybody it names: receipts are written while others wait.
    case.call = Call.objects.select_related(
        "manager", "owner", "procedure_owner", "substitute"
    ).get(pk=case.call_id)
    signed = _signature(case, role, by or signer)
    context = Context(
        by=by,
        day=moment.today(),
        language=case.opened_by.language,
        given={"firma": signed, **(given or {})},
    )
    written = write(code, case, context)
    return put(
        case,
        _wording(case, written),
        by=by,
        amount=amount,
        to=to,
        starts=starts,
        language=written.language,
    )


def stated_reason(move: HistoryEntry | None) -> str | None:
    """Return what the person who acted added in their own words (PROC-03, PROC-10)."""
    return (move.reason.strip() or None) if move else None


def running_term(case: Any, kind: str) -> CaseTerm:
    """Return the running term of a kind; a letter that names it is written after it has begun."""
    return CaseTerm.objects.get(case_id=case.pk, kind=kind, ended_at__isnull=True)


def role_of(case: Any, by: User | None) -> str:
    """Return in which capacity somebody writes in the course of the examination (ORG-07)."""
    return OWNER if by is None or by.pk == case.call.procedure_owner_id else OFFICER


def decider_role(case: Any, by: User | None) -> str:
    """Return in which capacity somebody decides: the director's, or in their place (PROC-T8)."""
    return SUBSTITUTE if by is not None and case.substitute_id == by.pk else DIRECTOR


def late_values(letter: Letter, entry: Numbered) -> dict[str, Value]:
    """Return what depends on the day of the letter: how late the act is, the remedies."""
    case, day = letter.case.specific, day_of(entry)
    return {"ritardo": _delay(letter, Dossier(case, day)), **remedies(day)}


def _signature(case: Any, role: str, user: User | None) -> pdf.Signature:
    if held := SIGNS_FOR.get(role):
        return signature_of(case.call.manager, held, user)
    return signature(role, user)


def _delay(letter: Letter, dossier: Dossier) -> str | None:
    """Return the statement that a late act owes, nothing where the act is in time (PROC-T7).

    The act bears the day of its number. A procedure that an act before this one has ended, as the
    waiting list does, is not late by this one.
    """
    written_on = timezone.localtime(letter.created_at).date()
    if dossier.conclusion is None or (
        dossier.concluded_on is not None and dossier.concluded_on < written_on
    ):
        return None
    return delay_statement(dossier.conclusion, dossier.day) or None


def with_note(text: str, note: str) -> str:
    """Put the sentence of the call before the signature of a letter, or at its end."""
    if not note.strip():
        return text
    before, foot, after = text.partition(FOOT)
    return f"{before.rstrip()}\n\n{escape(note)}\n\n{foot}{after}".rstrip() + "\n"


def _wording(case: Any, written: Written) -> Wording:
    notes = case.call_version.parameters.get("letter_notes") or {}
    return Wording(
        kind=written.template.code,
        subject=written.subject,
        heading=heading(case, written.subject, written.language),
        title=written.title,
        text=with_note(written.text, notes.get(written.template.code, "")),
        values=written.values,
        template=written.version,
        release=written.template.release,
        missing=written.lacking,
    )

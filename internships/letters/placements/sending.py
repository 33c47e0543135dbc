"""Papers to sign, reminder of the communication, and the letter with which an internship begins."""

from collections.abc import Sequence
from typing import Any

from calls.models import Call
from internships.letters.placements.addenda import addendum
from internships.models import Deed, Internship
from letters.cases.sending import OWNER, decider_role, role_of
from letters.compose import heading, signature
from letters.models import Delivery, Letter
from letters.recipients import Recipient
from letters.services import put
from letters.vocabulary import Context
from letters.wording import Wording
from letters.writing import write
from parties import moment
from parties.models import Party, User
from workflows.models import Document

CODES = {
    Deed.Kind.CONVENTION: "internship_convention",
    Deed.Kind.PLAN: "internship_plan",
    Deed.Kind.ADDENDUM: "internship_addendum",
}


def draw_paper(deed: Deed, *, by: User | None) -> Document | None:
    """Draw a paper of the office's text, numbered and on record; it goes to nobody by itself.

    None where there is no text for it, or where it could not be drawn and waits.
    """
    code = CODES.get(Deed.Kind(deed.kind))
    if code is None:
        return None
    given = addendum(deed) if deed.kind == Deed.Kind.ADDENDUM else None
    letter = send(deed.internship, code, by=by, to=(), given=given)
    return letter.document


def send_cob_reminder(case: Internship, *, by: User | None) -> Letter:
    """Remind the host of the communication that comes before the start (T05)."""
    return send(case, "cob_reminder", by=by, to=[recipient(case.host, case.offer.opened_by)])


def send_start(case: Internship, *, by: User | None) -> Letter:
    """Send the letter with which an internship begins to intern, host and promoter (T06)."""
    return send(case, "internship_start", by=by, to=all_parties(case))


def all_parties(case: Internship) -> list[Recipient]:
    """Return intern, host and promoter as recipients."""
    found = [
        recipient(case.trainee, case.trainee.user),
        recipient(case.host, case.offer.opened_by),
    ]
    if case.promoter is not None:
        tutor = case.tutor("promoter")
        found.append(recipient(case.promoter.party, None, email=tutor.email if tutor else ""))
    return [one for one in found if one.address]


def recipient(party: Party | Any, user: User | None, *, email: str = "") -> Recipient:
    """Return a party as a recipient: the certified address first, else the ordinary one (DIG-02)."""
    if party.pec:
        return Recipient(
            party.name, Delivery.Channel.PEC, party.pec, "application", party_id=party.pk
        )
    address = party.email or email or (user.email if user else "")
    source = "application" if party.email else "account"
    return Recipient(party.name, Delivery.Channel.EMAIL, address, source, party_id=party.pk)


def send(
    case: Internship,
    code: str,
    *,
    by: User | None,
    to: Sequence[Recipient],
    given: dict[str, Any] | None = None,
    decides: bool = False,
) -> Letter:
    """Put a letter of an internship; `given` are the values that its act brings.

    Whoever `decides` signs as the director, or in their place.
    """
    case = Internship.objects.select_related(
        "offer__applicant", "offer__opened_by", "trainee__user", "promoter__party", "opened_by"
    ).get(pk=case.pk)
    case.call = Call.objects.select_related(
        "manager", "owner", "procedure_owner", "substitute"
    ).get(pk=case.call_id)
    # A party may have done the act: the letter is the office's all the same.
    writer = by if by is not None and by.is_office else None
    role = (decider_role if decides else role_of)(case, writer) if writer else OWNER
    signed = signature(role, writer or case.call.procedure_owner)
    written = write(
        code,
        case,
        Context(
            by=writer,
            day=moment.today(),
            language=case.opened_by.language,
            given={"firma": signed, **(given or {})},
        ),
    )
    wording = Wording(
        kind=written.template.code,
        subject=written.subject,
        heading=heading(case, written.subject, written.language),
        title=written.title,
        text=written.text,
        values=written.values,
        template=written.version,
        release=written.template.release,
        missing=written.lacking,
    )
    return put(case, wording, by=writer, to=to, language=written.language)

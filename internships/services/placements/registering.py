"""What an officer writes down of the aid register for the refund of a host (RNA-02, RNA-04)."""

from dataclasses import dataclass
from datetime import date

from accounting import registered
from accounting.models import AidCheck, AidRegistration
from accounting.services import aid
from internships import refunding
from internships.models import Internship
from parties import moment
from parties.models import User


@dataclass(frozen=True)
class RegisterData:
    """What the aid register answered, and under which code the aid was written there (RNA-02, RNA-04)."""

    aid_check: str = ""
    de_minimis_check: str = ""
    checked_on: date | None = None
    cor: str = ""
    cor_on: date | None = None


def note_register(case: Internship, said: RegisterData, *, by: User) -> None:
    """Keep what is new of the register's answers, and the aid as it was written there."""
    answers = {
        AidCheck.Kind.AID: said.aid_check.strip(),
        AidCheck.Kind.DE_MINIMIS: said.de_minimis_check.strip(),
    }
    for kind, vercor in answers.items():
        last = registered.last_check(case, kind)
        if vercor and (last is None or last.vercor != vercor):
            on = said.checked_on or moment.today()
            aid.note_check(case, by=by, kind=kind, vercor=vercor, on=on)
    known, code = registered.last_registration(case), said.cor.strip()
    if code and (known is None or known.code != code):
        aid.register_aid(
            case,
            by=by,
            kind=AidRegistration.Kind.AID,
            code=code,
            on=said.cor_on or moment.today(),
            amount=refunding.amount_of(case),
        )

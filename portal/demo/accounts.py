"""Who may sign in to the demonstration: one account per role, and some applicants."""

import base64
import hashlib
import hmac
import struct
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt, encrypt
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from parties.models import RoleAssignment, User
from parties.roles import Role

PASSWORD = "prova-di-sportello"  # noqa: S105 (printed on the screen: it opens invented files only)
CODE_SECONDS = 30


@dataclass(frozen=True)
class DemoAccount:
    """An account to try the demonstration with; staff hold a role, applicants none."""

    email: str
    first_name: str
    last_name: str
    role: Role | None = None


FIRST_OFFICER = DemoAccount("istruttoria1@example.org", "Chiara", "Bonatti", Role.OFFICER)
SECOND_OFFICER = DemoAccount("istruttoria2@example.org", "Davide", "Carnevali", Role.OFFICER)
PROCEDURE_OWNER = DemoAccount(
    "responsabile@example.org", "Lucia", "Ferrarini", Role.PROCEDURE_OWNER
)
DIRECTOR = DemoAccount("direzione@example.org", "Paolo", "Guernieri", Role.DIRECTOR)
ACCOUNTANT = DemoAccount("ragioneria@example.org", "Silvia", "Malagutti", Role.ACCOUNTANT)
AUDITOR = DemoAccount("revisione@example.org", "Enrico", "Soldati", Role.AUDITOR)
ADMINISTRATOR = DemoAccount("amministrazione@example.org", "Irene", "Tosi", Role.ADMINISTRATOR)
EVALUATOR = DemoAccount("commissione@example.org", "Teresa", "Bianchera", Role.EVALUATOR)
SECOND_EVALUATOR = DemoAccount("commissione2@example.org", "Giulio", "Savazzi", Role.EVALUATOR)
THIRD_EVALUATOR = DemoAccount("commissione3@example.org", "Monica", "Ferrabò", Role.EVALUATOR)
SUBSTITUTE_EVALUATOR = DemoAccount("commissione4@example.org", "Renato", "Aldrighi", Role.EVALUATOR)
STAFF = (
    FIRST_OFFICER,
    SECOND_OFFICER,
    PROCEDURE_OWNER,
    DIRECTOR,
    ACCOUNTANT,
    AUDITOR,
    ADMINISTRATOR,
    EVALUATOR,
)
# The others of the committee: nobody needs to sign in as them.
COMMITTEE = (SECOND_EVALUATOR, THIRD_EVALUATOR, SUBSTITUTE_EVALUATOR)

HALF_WRITTEN = DemoAccount("elisa@example.org", "Elisa", "Zanini")
ASKED_TO_INTEGRATE = DemoAccount("anna@example.org", "Anna", "Bertoli")
OFFERED_A_PART = DemoAccount("marco@example.org", "Marco", "Pedrazzoli")
HOST = DemoAccount("fabio@example.org", "Fabio", "Rossetti")
INTERN = DemoAccount("sara@example.org", "Sara", "Melegari")
CONFIRMS = DemoAccount("marta@example.org", "Marta", "Gandolfi")
CANDIDATE = DemoAccount("luca@example.org", "Luca", "Bassani")
INVITED = DemoAccount("giulia@example.org", "Giulia", "Negri")
MANAGER = DemoAccount("gestore@example.org", "Bruno", "Lanzoni")
CONSULTANT = DemoAccount("consulente@example.org", "Laura", "Bottoli")
APPLICANTS = (
    HALF_WRITTEN,
    ASKED_TO_INTEGRATE,
    OFFERED_A_PART,
    HOST,
    INTERN,
    CONFIRMS,
    CANDIDATE,
    INVITED,
    MANAGER,
    CONSULTANT,
)


def create_staff(since: date) -> dict[str, User]:
    """Create the staff accounts, in office since a day, each with a second factor set."""
    return {account.email: _create_member(account, since) for account in (*STAFF, *COMMITTEE)}


def create_applicant(email: str, first_name: str, last_name: str, joined: datetime) -> User:
    """Create an applicant's account; only the named ones of `APPLICANTS` have a password."""
    user = User(email=email, first_name=first_name, last_name=last_name, date_joined=joined)
    if any(account.email == email for account in APPLICANTS):
        user.password = _hashed_password()
    else:
        user.set_unusable_password()
    return _save(user)


def is_loaded() -> bool:
    """Tell whether this database holds the demonstration office."""
    director = User.objects.filter(email=DIRECTOR.email).first()
    return director is not None and is_demo_account(director)


def is_demo_account(user: User) -> bool:
    """Tell whether an account's second factor is the one that the demonstration gave it."""
    factor = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    return factor is not None and decrypt(factor.data["secret"]) == secret_of(user.email)


def code_to_show(user: User) -> str:
    """Return the code that a demonstration account is asked for now; nothing for anybody else."""
    if not settings.DEMO or not is_demo_account(user):
        return ""
    return one_time_code(secret_of(user.email), timezone.now())


def secret_of(email: str) -> str:
    """Return the fixed secret of a demonstration account, as authenticator apps take it."""
    digest = hashlib.sha256(f"sportello demonstration {email}".encode()).digest()
    return base64.b32encode(digest[:20]).decode()


def one_time_code(secret: str, at: datetime) -> str:
    """Return the six digits that a secret gives at an instant (RFC 6238)."""
    counter = struct.pack(">Q", int(at.timestamp()) // CODE_SECONDS)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 0x0F
    number = int.from_bytes(digest[start : start + 4]) & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def _create_member(account: DemoAccount, since: date) -> User:
    user = User(
        email=account.email,
        first_name=account.first_name,
        last_name=account.last_name,
        password=_hashed_password(),
        date_joined=datetime.combine(since, time(8), timezone.get_default_timezone()),
    )
    _save(user)
    RoleAssignment.objects.create(user=user, role=account.role, valid_from=since)
    Authenticator.objects.create(
        user=user,
        type=Authenticator.Type.TOTP,
        data={"secret": encrypt(secret_of(account.email))},
    )
    return user


@cache
def _hashed_password() -> str:
    """Hash once: the accounts share a password that everybody may read."""
    return make_password(PASSWORD)


def _save(user: User) -> User:
    user.save()
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user

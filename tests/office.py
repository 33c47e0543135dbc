"""An office to test in: invented people, a real call, real services. No row goes round them."""

import io
import json
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from zlib import crc32

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management.base import BaseCommand
from django.utils import timezone
from reportlab.pdfgen.canvas import Canvas
from stdnum.luhn import calc_check_digit

from calls.models import Call, CallVersion
from calls.services import DATA, load_calls, publish, publish_version
from coworking_registry.models import PriceItem, Qualification, Space
from grants import services
from grants.evidence import WITHOUT_POSITION
from grants.filing import Filing, LineData
from grants.models import GrantEvidence, RentContribution
from letters.models import BodyStyle
from parties import moment
from parties.codes import encode_tax_code
from parties.models import Body, Organisation, RoleAssignment, User
from parties.roles import Role
from tests.kept import kept
from workflows.services import documents
from workflows.tasks import perform
from workflows.written.people import PersonData

PASSWORD = "una-frase-lunga-7"
CAR = "CAR-1001"
ENDOWMENT = Decimal("60000.00")


@dataclass
class Office:
    """Everybody and everything a test may need."""

    chamber: Body
    agency: Body
    staff: dict[Role, User]
    call: Call
    space: Space
    desk: PriceItem
    count: int = 0
    applicants: list[User] = field(default_factory=list)

    @property
    def officer(self) -> User:
        return self.staff[Role.OFFICER]

    @property
    def procedure_owner(self) -> User:
        return self.staff[Role.PROCEDURE_OWNER]

    @property
    def director(self) -> User:
        return self.staff[Role.DIRECTOR]

    @property
    def accountant(self) -> User:
        return self.staff[Role.ACCOUNTANT]

    def applicant(self) -> User:
        """Return a new account of somebody who may apply."""
        self.count += 1
        user = make_user(f"richiedente{self.count}@example.org")
        self.applicants.append(user)
        return user

    @kept
    def draft(self, user: User | None = None) -> RentContribution:
        """Return a draft with the documents attached."""
        user = user or self.applicant()
        case = services.open_draft(self.call, by=user)
        for requirement in self.call.version.documents.filter(is_required=True):
            documents.attach(
                case,
                pdf_file(f"{requirement.code}.pdf"),
                by=user,
                requirement=requirement.code,
                accepted=frozenset(requirement.accepted),
                max_bytes=requirement.max_bytes,
            )
        # The act of any grant bears its CUP (CUP-01); `tests.grants.test_evidence` writes it as officers do.
        case.cup = f"J41B{case.pk:011d}"
        RentContribution.objects.filter(pk=case.pk).update(cup=case.cup)
        return case

    def filing(self, number: int | None = None, **changes) -> Filing:
        """Return a complete application; `changes` replace single values."""
        today = moment.today()
        number = self.count if number is None else number
        filing = Filing(
            applicant_kind="aspiring",
            person=person(number),
            organisation=None,
            employment="unemployed",
            commits_to_vat=True,
            space=self.space.pk,
            period_from=today + timedelta(days=10),
            period_to=today + timedelta(days=10 + 200),
            project="Un laboratorio di grafica per le imprese del territorio. " * 12,
            network="Collaborazioni con gli altri professionisti dello spazio.",
            quote_date=today - timedelta(days=5),
            vat_is_cost=False,
            other_aid=False,
            other_aid_detail="",
            requested=Decimal("600.00"),
            lines=[
                LineData(
                    kind="desk_rent",
                    description=self.desk.description,
                    unit=self.desk.unit,
                    quantity=Decimal(6),
                    unit_price=self.desk.price,
                    vat_rate=self.desk.vat_rate,
                    price_item=self.desk.pk,
                    list_price=self.desk.price,
                )
            ],
            declarations=[d.code for d in self.call.version.declarations.all()],
        )
        return replace(filing, **changes)

    @kept
    def file(self, user: User | None = None, **changes) -> RentContribution:
        """Return a filed application."""
        case = self.draft(user)
        return services.submit(
            case,
            by=case.opened_by,
            filing=self.filing(**changes),
            submission_key=uuid.uuid4(),
        )

    @kept
    def examined(self, **changes) -> RentContribution:
        """Return a case that the officer has taken charge of."""
        return self.with_durc(perform(self.file(**changes), "start_examination", by=self.officer))

    def with_durc(self, case: RentContribution) -> RentContribution:
        """Return a case whose certificate of contributions is there, where one is due (PAY-01)."""
        if case.applicant_kind not in WITHOUT_POSITION:
            GrantEvidence.objects.create(
                contribution=case,
                kind="durc",
                reference=f"INPS_{case.pk}",
                on=moment.today(),
                by=self.officer,
            )
        return case

    @kept
    def proposed(self, **changes) -> RentContribution:
        """Return a case whose admission is proposed."""
        return perform(self.examined(**changes), "propose_admission", by=self.officer)

    @kept
    def granted(self, **changes) -> RentContribution:
        """Return a case that the director has granted."""
        return perform(self.proposed(**changes), "grant", by=self.director)


@contextmanager
def days_ago(days: float):
    """Let the office stand so many days back: what is done inside bears that day."""
    with moment.going_back(timezone.now() - timedelta(days=days), by=BaseCommand()):
        yield


@kept
def build(endowment: Decimal = ENDOWMENT) -> Office:
    """Set the office up: bodies, staff, an open call with money, one qualified space."""
    chamber, agency = (
        make_body("camera", "Camera di commercio di prova"),
        make_body("agenzia", "Agenzia di prova"),
    )
    staff = {role: make_user(f"{role.value}@example.org", role) for role in Role}
    call = make_call(chamber, agency, staff, endowment)
    space = make_space("Officina Prova")
    return Office(chamber, agency, staff, call, space, space.price_items.get(unit="month"))


def make_user(email: str, *roles: Role) -> User:
    """Return an account with a verified address and the given roles."""
    user = User.objects.create_user(
        email, PASSWORD, first_name=email.split("@", maxsplit=1)[0].capitalize(), last_name="Prova"
    )
    user.emailaddress_set.create(email=email, verified=True, primary=True)
    for role in roles:
        RoleAssignment.objects.create(user=user, role=role, valid_from=date(2025, 1, 1))
    return user


def make_body(code: str, name: str) -> Body:
    """Return an invented public body, whose letters leave with the act that writes them."""
    body = Body.objects.create(
        code=code,
        name=name,
        unit="Ufficio contributi",
        tax_code="01234560207",
        street="Via di Prova 1",
        postcode="46100",
        municipality="Mantova",
        province="MN",
        email=f"{code}@example.org",
        pec=f"{code}@pec.example.org",
        phone="0376 000000",
    )
    BodyStyle.objects.create(body=body, leaves_at_once=True)
    return body


def make_call(
    chamber, agency, staff, endowment: Decimal, code: str = "COW-SPORT", **parameters
) -> Call:
    """Return the chronological contribution call, open for eight months; `parameters` replace its own."""
    load_calls(json.loads((DATA / "calls.json").read_text()), owner=chamber, manager=agency)
    call = Call.objects.get(code=code)
    call.version.parameters |= {"endowment": str(endowment), **parameters}
    call.version.save()
    # A copy of a call of these tests is in no aid register yet (RNA-01).
    call.aid_code = call.aid_code or CAR
    call.save(update_fields=["aid_code"])
    now = timezone.now()
    publish(
        call,
        by=staff[Role.PROCEDURE_OWNER],
        opens_at=now - timedelta(days=250),
        closes_at=now + timedelta(days=60),
        procedure_owner=staff[Role.PROCEDURE_OWNER],
        substitute=staff[Role.DIRECTOR],
        criteria_act="Determinazione n. 1/2026",
        published_at=now - timedelta(days=260),
    )
    # Grants are written into the aid register in the tests about it alone (`tests.grants.test_aid`).
    call.aid_code = ""
    call.save(update_fields=["aid_code"])
    return call


def publish_later(version: CallVersion, **settings) -> None:
    """Publish a later version of a call, which bears its code of the aid register meanwhile (RNA-01)."""
    call = version.call
    call.aid_code = CAR
    call.save(update_fields=["aid_code"])
    publish_version(version, **settings)
    Call.objects.filter(pk=call.pk).update(aid_code="")


def make_space(name: str, municipality: str = "Mantova", **changes) -> Space:
    """Return a qualified space with a desk at 200 EUR a month in its list."""
    manager = Organisation.objects.create(
        name=f"{name} srl", tax_code=_vat(name), vat_number=_vat(name), legal_form="company"
    )
    space = Space.objects.create(
        **{
            "name": name,
            "slug": name.lower().replace(" ", "-"),
            "kind": "coworking",
            "manager": manager,
            "street": "Via dei Mulini",
            "street_number": "3",
            "postcode": "46100",
            "municipality": municipality,
            "desks": 12,
            "accessible_desks": 2,
            "accessibility": "total",
        }
        | changes
    )
    PriceItem.objects.create(
        space=space,
        spend_kind="desk_rent",
        description="Postazione in open space",
        unit="month",
        price=Decimal("200.00"),
        vat_rate=Decimal(22),
        valid_from=date(2025, 1, 1),
    )
    Qualification.objects.create(
        space=space,
        standing="qualified",
        list_number=1,
        act="Determinazione n. 2/2025",
        valid_from=date(2025, 1, 1),
    )
    return space


def person(number: int) -> PersonData:
    """Return an invented person, another for each number, with a valid tax code."""
    letters = "BCDFGLMNPRSTVZ"
    first = letters[number % 14] + "a" + letters[number // 14 % 14].lower() + "io"
    last = letters[number // 196 % 14] + "e" + letters[number // 2744 % 14].lower() + "oni"
    born = date(timezone.localdate().year - 25, 1 + number % 12, 1 + number % 28)
    sex = "MF"[number % 2]
    return PersonData(
        first_name=first,
        last_name=last,
        tax_code=encode_tax_code(
            first_name=first, last_name=last, birth_date=born, birthplace="Mantova", sex=sex
        ),
        birth_date=born,
        birthplace="Mantova",
        sex=sex,
        citizenship="italiana",
        street="Via di Prova",
        street_number=str(number),
        postcode="46100",
        municipality="Mantova",
        province="MN",
        phone="333 0000000",
        email=f"persona{number}@example.org",
    )


def pdf_file(name: str = "documento.pdf", text: str = "documento") -> SimpleUploadedFile:
    """Return a small real PDF."""
    return SimpleUploadedFile(name, _pdf(text), content_type="application/pdf")


def _pdf(text: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.drawString(72, 720, text)
    canvas.save()
    return out.getvalue()


def _vat(name: str) -> str:
    head = f"{crc32(name.encode()) % 9_000_000 + 1_000_000}020"
    return head + calc_check_digit(head)

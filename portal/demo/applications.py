"""What each invented applicant asks for: a whole application, made from the story's few words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle
from random import Random

from calls.models import CallVersion
from coworking_registry.models import PriceItem, Space
from grants import rules
from grants.filing import AidData, Filing, LineData
from grants.models import ApplicantKind, Employment
from grants.parameters import RentParameters
from portal.demo.calendar import Calendar
from portal.demo.contents import read
from portal.demo.people import Inventor
from portal.demo.stories import FIRST_SPACES, Story
from workflows.written.people import OrganisationData, PersonData

OTHER_SPACES = ("Telaio Comune", "Approdo Po")
KINDS = ("aspiring", "professional", "enterprise", "aspiring", "enterprise", "professional")
KINDS_IN_TURN = (*KINDS, *KINDS, "association")
ABOVE_LIST = Decimal("1.18")
UNDERTAKINGS = {ApplicantKind.ENTERPRISE, ApplicantKind.PROFESSIONAL}


@dataclass(frozen=True)
class Application:
    """A story with the application it tells of."""

    story: Story
    filing: Filing
    space: Space

    @property
    def cuts(self) -> dict[str, Decimal]:
        """The spend an officer admits for lines above the list, by description, in EUR."""
        return {
            line.description: rules.cents(line.list_price * line.quantity)
            for line in self.filing.lines
            if line.list_price is not None and line.unit_price > line.list_price
        }

    def amount(self, parameters: RentParameters) -> Decimal:
        """Return what will be proposed once the officer has made the cuts, in EUR."""
        lines = [_plain(line, self.cuts.get(line.description)) for line in self.filing.lines]
        return min(_computed(lines, parameters) or Decimal(0), self.filing.requested)


class Writer:
    """Writes applications, one story after the other, from one random source."""

    def __init__(
        self,
        rng: Random,
        calendar: Calendar,
        inventor: Inventor,
        spaces: Mapping[str, Space],
        version: CallVersion,
    ) -> None:
        self.rng, self.calendar, self.inventor, self.spaces = rng, calendar, inventor, spaces
        self.parameters = RentParameters.of(version)
        self.declarations = list(version.declarations.all())
        self.kinds = cycle(KINDS_IN_TURN)
        self.projects = {
            kind: cycle([project for project in read("projects") if kind in project["kinds"]])
            for kind in ApplicantKind.values
        }

    def write(self, story: Story) -> Application:
        """Return the application of a story; every rule of filing holds on its day."""
        filed = self.calendar.day(story.filed)
        kind = story.kind or next(self.kinds)
        name = (story.account.first_name, story.account.last_name) if story.account else None
        person = self.inventor.person(filed, name=name, quirk=story.quirk)
        project, space = next(self.projects[kind]), self._space(story)
        organisation = self._organisation(kind, person, project["ateco"], filed)
        months = 12 if story.is_large else self.rng.randint(4, 11)
        start = filed + timedelta(days=self.rng.randint(8, 40))
        lines = self._lines(story, space, months)
        most = _computed([_plain(line) for line in lines], self.parameters)
        filing = Filing(
            applicant_kind=kind,
            person=person,
            organisation=organisation,
            employment=self._employment(kind),
            commits_to_vat=kind == ApplicantKind.ASPIRING,
            space=space.pk,
            period_from=start,
            period_to=rules.months_after(start, months) - timedelta(days=1),
            project=self._told(project["text"], person.municipality, space.name, months),
            network=project["network"],
            quote_date=filed - timedelta(days=self.rng.randint(1, 25)),
            vat_is_cost=False,
            other_aid=False,
            other_aid_detail="",
            requested=most or Decimal(0),
            lines=lines,
            aids=self._aids(kind, filed),
            declarations=[
                declaration.code
                for declaration in self.declarations
                if not declaration.only_for or kind in declaration.only_for
            ],
            vat_number=self.inventor.vat_number() if kind == ApplicantKind.PROFESSIONAL else "",
        )
        return Application(story, filing, space)

    def _space(self, story: Story) -> Space:
        names = FIRST_SPACES if story.is_large else (*FIRST_SPACES, *FIRST_SPACES, *OTHER_SPACES)
        return self.spaces[story.space or self.rng.choice(names)]

    def _organisation(
        self, kind: str, person: PersonData, ateco: str, filed: date
    ) -> OrganisationData | None:
        if kind == ApplicantKind.ENTERPRISE:
            return self.inventor.firm(person, ateco, filed)
        if kind == ApplicantKind.ASSOCIATION:
            return self.inventor.association(person)
        return None

    def _employment(self, kind: str) -> str:
        if kind != ApplicantKind.ASPIRING:
            return Employment.SELF_EMPLOYED
        return self.rng.choice([Employment.UNEMPLOYED, Employment.UNEMPLOYED, Employment.STUDENT])

    def _told(self, text: str, municipality: str, space: str, months: int) -> str:
        years = self.rng.choice(["due", "tre", "quattro", "cinque", "sei", "sette"])
        return text.format(comune=municipality, spazio=space, mesi=months, anni=years)

    def _lines(self, story: Story, space: Space, months: int) -> list[LineData]:
        items = list(space.price_items.all())
        desks = [item for item in items if (item.spend_kind, item.unit) == ("desk_rent", "month")]
        dearest = max(desks, key=lambda item: item.price)
        desk = dearest if story.is_large else self.rng.choice(desks[:2])
        others = [item for item in items if item.spend_kind != "desk_rent"]
        extra = others if story.is_large else self.rng.sample(others, k=self.rng.randint(0, 2))
        lines = [self._line(desk, months, above=story.above_list)]
        return lines + [self._line(item, months, above=False) for item in extra]

    def _line(self, item: PriceItem, months: int, *, above: bool) -> LineData:
        quantity = {"month": months, "hour": self.rng.randint(4, 12), "day": 10}.get(item.unit, 1)
        return LineData(
            kind=item.spend_kind,
            description=item.description,
            unit=item.unit,
            quantity=Decimal(quantity),
            unit_price=rules.cents(item.price * ABOVE_LIST) if above else item.price,
            vat_rate=item.vat_rate,
            price_item=item.pk,
            list_price=item.price,
        )

    def _aids(self, kind: str, filed: date) -> list[AidData]:
        if kind not in UNDERTAKINGS:
            return []
        known = (
            ("Regione Lombardia", "Voucher digitali"),
            ("Comune di Mantova", "Nuove attività in centro"),
            ("Unioncamere Lombardia", "Innovazione delle microimprese"),
        )
        return [
            AidData(
                authority=authority,
                measure=measure,
                granted_on=filed - timedelta(days=self.rng.randint(60, 900)),
                amount=Decimal(self.rng.randrange(1500, 12000, 250)),
            )
            for authority, measure in self.rng.sample(known, k=self.rng.randint(0, 2))
        ]


def _plain(line: LineData, admitted: Decimal | None = None) -> rules.Line:
    return rules.Line(
        line.kind,
        line.description,
        line.quantity,
        line.unit_price,
        line.vat_rate,
        line.list_price,
        admitted,
    )


def _computed(lines: list[rules.Line], parameters: RentParameters) -> Decimal | None:
    return rules.contribution(
        lines,
        rate_percent=parameters.rate_percent,
        ceiling=parameters.ceiling,
        minimum=parameters.minimum_spend,
        with_vat=False,
    ).amount

"""The office that is measured: invented people and cases, made by the services or in bulk."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import django
from django.core.management import call_command

ENDOWMENT = Decimal("900000000.00")


@dataclass
class BenchOffice:
    """A test office with the few things that measurements ask of it."""

    office: Any
    labels: list[Any] = field(default_factory=list)
    colleagues: list[Any] = field(default_factory=list)
    _directors: list[Any] = field(default_factory=list)

    @property
    def officer(self):
        """The officer who opens the pages."""
        return self.office.officer

    def complete_draft(self):
        """Return a draft whose every page is filled in, ready for its review."""
        from tests.grants.typed import draft  # noqa: PLC0415 (Django must be set up)

        return draft(self.office)

    def proposed(self):
        """Return a case that waits for the director."""
        return self.office.proposed()

    def examined(self):
        """Return a case with one line, in the officer's hands."""
        return self.office.examined()

    def rich_case(self):
        """Return a case in the officer's hands with twelve lines of spend."""
        line = self.office.filing().lines[0]
        lines = [replace(line, quantity=Decimal("0.5")) for _number in range(12)]
        return self.office.examined(lines=lines)

    def directors(self, number: int) -> list[Any]:
        """Return as many directors as there are clients."""
        from parties.roles import Role  # noqa: PLC0415
        from tests.office import make_user  # noqa: PLC0415

        while len(self._directors) < number:
            email = f"direttore{len(self._directors)}@example.org"
            self._directors.append(make_user(email, Role.DIRECTOR))
        return self._directors[:number]

    def grant_letter_content(self) -> dict[str, Any]:
        """Return the frozen content of a grant letter."""
        case = self.office.granted()
        return case.letters.get(kind="grant").content

    def fill_queue(self) -> None:
        """Add the 100,000 cases of a large office with eight officers, unless they are there."""
        from bench.seeds import fill_queue  # noqa: PLC0415
        from parties.roles import Role  # noqa: PLC0415
        from tests.office import make_user  # noqa: PLC0415
        from workflows.models import Label  # noqa: PLC0415

        if self.labels:
            return
        self.labels = [Label.objects.create(name=f"Etichetta {number}") for number in range(5)]
        self.colleagues = [
            make_user(f"istruttrice{number}@example.org", Role.OFFICER) for number in range(7)
        ]
        fill_queue(self.office, [self.officer, *self.colleagues], self.labels)

    def fill_grants(self) -> None:
        """Add the 100,000 grants of a large workbook."""
        from bench.seeds import fill_grants  # noqa: PLC0415

        fill_grants(self.office)

    def single_number(self) -> str:
        """Return the number of one open case, for a search that finds it alone."""
        from workflows.models import Case  # noqa: PLC0415

        return Case.objects.filter(closed_at=None, officer=self.officer).latest("pk").number


def prepare() -> BenchOffice:
    """Migrate the fresh database and set the office up."""
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    from django.conf import settings  # noqa: PLC0415

    from calls.services import load_parameters  # noqa: PLC0415
    from tests import office  # noqa: PLC0415

    settings.ALLOWED_HOSTS.append("testserver")
    load_parameters()
    return BenchOffice(office.build(ENDOWMENT))

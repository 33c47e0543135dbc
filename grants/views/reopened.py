"""What is open to the applicant after filing: the fields and documents the office asked for."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from grants.against import OBSERVATIONS
from grants.fields import LINES, REOPENABLE
from grants.forms.application import Application
from grants.forms.base import DraftForm, Entry
from grants.forms.papers import ANY_KIND, Paper, loose_files, paper_for
from grants.models import RentContribution, Status
from grants.models.statuses import HEARING
from grants.undoing import open_annulment
from ui.inputs import write_number
from workflows.models import IntegrationItem
from workflows.services.integrations import current_request

MEMORIES = "memories"
PLAIN = ("applicant_kind", "employment", "project", "network", "other_aid_detail")
DAYS = ("period_from", "period_to", "quote_date")
TICKS = ("vat_is_cost", "commits_to_vat")


@dataclass(frozen=True)
class Asked:
    """One thing the office asks for: a document, fields of the form, or the lines of spend."""

    item: IntegrationItem
    paper: Paper | None = None
    form: DraftForm | None = None
    fields: tuple[str, ...] = ()
    is_lines: bool = False

    @property
    def entries(self) -> list[Entry]:
        """The fields that are open."""
        return self.form.entries(self.fields) if self.form else []

    @property
    def wrong(self) -> list[str]:
        """The names of fields that do not hold."""
        return [name for name in self.fields if self.form and name in self.form.errors]


def filed_values(case: RentContribution) -> dict[str, Any]:
    """Return what was filed as the form would have it typed; nothing for a draft."""
    if case.status == Status.DRAFT:
        return {}
    values = {name: getattr(case, name) for name in PLAIN}
    values |= {name: _day(getattr(case, name)) for name in DAYS}
    values |= {name: "on" if getattr(case, name) else "" for name in TICKS}
    values["other_aid"] = "yes" if case.other_aid else "no"
    values["space"] = str(case.space_id or "")
    values["requested"] = _number(case.requested)
    if case.representative is not None:
        values["tax_code"] = case.representative.tax_code
    if case.applicant is not None and case.applicant_id != case.representative_id:
        values["org_tax_code"] = case.applicant.tax_code
    return values


def asked_items(case: RentContribution, application: Application) -> list[Asked]:
    """Return what the open integration request asks for, ready to be answered."""
    request = current_request(case)
    if request is None or case.status != Status.INTEGRATION_REQUESTED:
        return []
    files = loose_files(case.pk)
    requirements = {d.code: d for d in case.call_version.documents.all()}
    found = []
    for item in request.items.all():
        reopened = REOPENABLE.get(item.code) if item.target == item.Target.FIELD else None
        if item.code == LINES:
            found.append(Asked(item, form=application.spend, is_lines=True))
        elif reopened is not None:
            form = application.forms(reopened.page)[-1]
            fields = tuple(name for name in reopened.fields if name in form.fields)
            found.append(Asked(item, form=form, fields=fields))
        else:
            known = requirements.get(item.code)
            paper = paper_for(known, files) if known else free_paper(item.code, item.label, files)
            found.append(Asked(item, paper=paper))
    return found


def open_names(case: RentContribution, application: Application) -> list[str]:
    """Return the fields that the applicant may write in after filing."""
    if case.status == Status.REFUSAL_NOTICE:
        return ground_names(case)
    if case.status in HEARING:
        return memory_names(case)
    names = []
    for asked in asked_items(case, application):
        names += asked.fields
        if asked.is_lines:
            names += [name for line in application.lines for name in line.names]
    return names


def ground_names(case: RentContribution) -> list[str]:
    """Return the fields of the observations, one for each reason against."""
    return [f"ground-{ground.pk}" for ground in case.grounds]


def memory_names(case: RentContribution) -> list[str]:
    """Return the fields of the memories, one for each reason to annul."""
    annulment = open_annulment(case)
    return [f"memory-{one.pk}" for one in annulment.grounds.all()] if annulment else []


def open_papers(case: RentContribution) -> list[Paper]:
    """Return the places for files that are open now: all of a draft, else what was asked for."""
    if case.status == Status.DRAFT:
        return Application(case).papers
    if case.status == Status.REFUSAL_NOTICE:
        return [observations_paper(case)]
    if case.status in HEARING:
        return [memories_paper(case)]
    application = Application(case, filed_values(case))
    return [asked.paper for asked in asked_items(case, application) if asked.paper]


def observations_paper(case: RentContribution) -> Paper:
    """Return the place for documents that go with the observations (PRE-02)."""
    title = _("Documents with your observations")
    return free_paper(OBSERVATIONS, title, loose_files(case.pk))


def memories_paper(case: RentContribution) -> Paper:
    """Return the place for documents that go with the memories (PROC-08)."""
    return free_paper(MEMORIES, _("Documents with your memories"), loose_files(case.pk))


def page_with_papers(case: RentContribution) -> str:
    """Return the address of the page where files are brought now."""
    if case.status == Status.DRAFT:
        return reverse("grants:page", args=[case.pk, "documenti"])
    if case.status == Status.REFUSAL_NOTICE:
        return reverse("grants:observations", args=[case.pk])
    if case.status in HEARING:
        return reverse("grants:memories", args=[case.pk])
    return reverse("grants:integration", args=[case.pk])


def free_paper(code: str, title: str, files: list[Any]) -> Paper:
    """Return a place for any file, which no document of the call describes."""
    code = code[:40]
    return Paper(
        code=code,
        title=title,
        accepted=ANY_KIND,
        max_bytes=settings.UPLOAD_MAX_BYTES,
        files=[file for file in files if file.requirement == code],
    )


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _number(value: Decimal | None) -> str:
    return write_number(value) if value is not None else ""

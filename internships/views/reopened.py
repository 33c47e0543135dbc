"""What is open to the host after filing: the fields and documents the office asked for."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from grants.against import OBSERVATIONS
from grants.forms.base import DraftForm, Entry
from grants.forms.papers import Paper, loose_files, paper_for
from grants.views.reopened import free_paper
from internships.fields import REOPENABLE
from internships.forms.offer import OfferForms
from internships.models import HostOffer, OfferStatus
from internships.stored import PLAIN
from ui.inputs import write_number
from workflows.models import IntegrationItem
from workflows.services.integrations import current_request

HOURS = {"contract_minutes", "weekly_minutes", "daily_minutes"}


@dataclass(frozen=True)
class Asked:
    """One thing the office asks for: a document, or fields of the form."""

    item: IntegrationItem
    paper: Paper | None = None
    form: DraftForm | None = None
    fields: tuple[str, ...] = ()
    is_lines = False

    @property
    def entries(self) -> list[Entry]:
        """The fields that are open."""
        return self.form.entries(self.fields) if self.form else []

    @property
    def wrong(self) -> list[str]:
        """The names of fields that do not hold."""
        return [name for name in self.fields if self.form and name in self.form.errors]


def filed_values(case: HostOffer) -> dict[str, Any]:
    """Return what was filed as the form would have it typed; nothing for a draft."""
    if case.status == OfferStatus.DRAFT:
        return {}
    values = {name: _typed(getattr(case, name)) for name in PLAIN if name not in HOURS}
    values |= {
        f"{name.removesuffix('_minutes')}_hours": write_number(Decimal(getattr(case, name)) / 60)
        for name in HOURS
    }
    values["applicant_kind"] = case.host_kind
    values["space"] = str(case.space_id or "")
    values["tax_code"] = case.representative.tax_code
    values["org_tax_code"] = case.applicant.tax_code
    return values


def asked_items(case: HostOffer, offer: OfferForms) -> list[Asked]:
    """Return what the open integration request asks for, ready to be answered."""
    request = current_request(case)
    if request is None or case.status != OfferStatus.INTEGRATION_REQUESTED:
        return []
    files = loose_files(case.pk)
    requirements = {one.code: one for one in case.call_version.documents.all()}
    found = []
    for item in request.items.all():
        opened = REOPENABLE.get(item.code) if item.target == item.Target.FIELD else None
        if opened is not None:
            form = offer.forms(opened.page)[-1]
            fields = tuple(name for name in opened.fields if name in form.fields)
            found.append(Asked(item, form=form, fields=fields))
        else:
            known = requirements.get(item.code)
            paper = paper_for(known, files) if known else free_paper(item.code, item.label, files)
            found.append(Asked(item, paper=paper))
    return found


def open_names(case: HostOffer, offer: OfferForms) -> list[str]:
    """Return the fields that the host may write in after filing."""
    if case.status == OfferStatus.REFUSAL_NOTICE:
        return ground_names(case)
    return [name for asked in asked_items(case, offer) for name in asked.fields]


def ground_names(case: HostOffer) -> list[str]:
    """Return the fields of the observations, one for each reason against."""
    return [f"ground-{ground.pk}" for ground in case.grounds]


def open_papers(case: HostOffer) -> list[Paper]:
    """Return the places for files that are open now: all of a draft, else what was asked for."""
    if case.status == OfferStatus.DRAFT:
        return OfferForms(case).papers
    if case.status == OfferStatus.REFUSAL_NOTICE:
        return [observations_paper(case)]
    offer = OfferForms(case, filed_values(case))
    return [asked.paper for asked in asked_items(case, offer) if asked.paper]


def observations_paper(case: HostOffer) -> Paper:
    """Return the place for documents that go with the observations (PRE-02)."""
    title = _("Documents with your observations")
    return free_paper(OBSERVATIONS, title, loose_files(case.pk))


def page_with_papers(case: HostOffer) -> str:
    """Return the address of the page where files are brought now."""
    if case.status == OfferStatus.DRAFT:
        return reverse("internships:offer_page", args=[case.pk, "documenti"])
    if case.status == OfferStatus.REFUSAL_NOTICE:
        return reverse("internships:offer_observations", args=[case.pk])
    return reverse("internships:offer_integration", args=[case.pk])


def _typed(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return write_number(value)
    return "" if value is None else str(value)

"""What is open to the applicant after filing: the fields and documents the office asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workflows.models import IntegrationItem
from workflows.services.integrations import current_request
from workflows.written.base import DraftForm, Entry
from workflows.written.pages import Reopened
from workflows.written.papers import Paper, free_paper, loose_files, paper_for
from workflows.written.rows import MOST_ROWS

__all__ = ["MOST_ROWS", "Asked", "asked_items"]

DRAFT, INTEGRATION_REQUESTED = "draft", "integration_requested"


@dataclass(frozen=True)
class Asked:
    """One thing the office asks for: a document, fields of the form, or rows of it (`is_lines`)."""

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


def asked_items(case: Any, whole: Any, reopenable: Mapping[str, Reopened]) -> list[Asked]:
    """Return what the open integration request asks for, ready to be answered.

    What reopens no fields reopens rows: the last form of its page then judges them.
    """
    request = current_request(case)
    if request is None or case.status != INTEGRATION_REQUESTED:
        return []
    files = loose_files(case.pk)
    requirements = {one.code: one for one in case.call_version.documents.all()}
    found = []
    for item in request.items.all():
        opened = reopenable.get(item.code) if item.target == item.Target.FIELD else None
        if opened is not None:
            form = whole.forms(opened.page)[-1]
            fields = tuple(name for name in opened.fields if name in form.fields)
            found.append(Asked(item, form=form, fields=fields, is_lines=not opened.fields))
        else:
            known = requirements.get(item.code)
            paper = paper_for(known, files) if known else free_paper(item.code, item.label, files)
            found.append(Asked(item, paper=paper))
    return found

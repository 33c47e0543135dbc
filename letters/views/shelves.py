"""Templates and clauses are written in the same way; each stands on a shelf of its own."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from letters.models import Clause, Template

Text = Template | Clause


@dataclass(frozen=True)
class Shelf:
    """The texts of one model, and how their pages are called: `letters:<code>_<page>`."""

    code: str
    model: type[Template] | type[Clause]
    label: str | Promise

    @property
    def is_templates(self) -> bool:
        """Whether these are whole letters, with a subject."""
        return self.model is Template

    def texts(self) -> QuerySet[Any]:
        """Return the texts with the version in use and who wrote it."""
        return self.model.objects.select_related("current__by")

    def url(self, page: str, text: Text, **more: Any) -> str:
        """Return the address of a page of a text."""
        return reverse(f"letters:{self.code}_{page}", kwargs={"pk": text.pk, **more})

    def versions(self, text: Text) -> QuerySet[Any]:
        """Return the versions of a text, the latest first, with how many letters keep each."""
        versions = text.versions.select_related("by").order_by("-number")
        return versions.annotate(letter_count=Count("letters")) if self.is_templates else versions


TEMPLATES = Shelf("template", Template, _("Templates"))
CLAUSES = Shelf("clause", Clause, _("Clauses"))

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class FrozenWorkbook(models.Model):
    """A spreadsheet as it left the office: the file, its digest and what it was made of.

    `columns` and `left_out` hold the titles of the columns of its rows, as the file has them.
    """

    kind = models.SlugField(max_length=40)
    title = models.CharField(_("title"), max_length=200)
    call = models.ForeignKey("calls.Call", models.PROTECT, related_name="+", null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    job = models.OneToOneField(
        "workflows.BackgroundJob", models.PROTECT, related_name="workbook", null=True
    )
    made_at = models.DateTimeField(_("made at"))
    file = models.FileField(upload_to="workbooks/%Y/", max_length=200)
    sha256 = models.CharField(_("digest (SHA-256)"), max_length=64)
    rows = models.PositiveIntegerField(_("rows"))
    columns = models.JSONField(_("columns"), default=list)
    left_out = models.JSONField(_("columns left out"), default=list)
    total = models.DecimalField(_("total"), max_digits=14, decimal_places=2)
    ledger_total = models.DecimalField(_("total of the ledger"), max_digits=14, decimal_places=2)

    class Meta:
        verbose_name = _("workbook")
        verbose_name_plural = _("workbooks")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.title

    @property
    def agrees(self) -> bool:
        """Whether the rows and the ledger say the same, to the cent."""
        return self.total == self.ledger_total

    @property
    def format(self) -> str:
        """The format of the file as people call it: XLSX or CSV."""
        return self.file.name.rpartition(".")[2].upper()


class ColumnChoice(models.Model):
    """Which columns of a kind of workbook somebody wants, in which order; keys of the kind."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.SlugField(max_length=40)
    columns = models.JSONField(default=list)

    class Meta:
        verbose_name = _("choice of columns")
        verbose_name_plural = _("choices of columns")
        constraints = [
            models.UniqueConstraint(fields=["user", "kind"], name="columns_chosen_once_per_kind")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.kind}"

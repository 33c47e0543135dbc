from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from calls.models.contents import VersionedContent
from calls.rules.plain import from_plain
from calls.rules.questions import Question as PlainQuestion


class Question(VersionedContent):
    """A question that a call adds to the form of its kind (CALL-07).

    `settings` holds what only some kinds have, as `calls.rules.questions.Question` writes it:
    options, columns, shown_if, formula, limits. The title of a declaration is its name; what is
    declared stands in the help.
    """

    class Kind(models.TextChoices):
        """What sort of answer is wanted."""

        TEXT = "text", _("Text")
        NUMBER = "number", _("Number")
        MONEY = "money", _("Amount")
        DATE = "date", _("Date")
        CHOICE = "choice", _("Choice")
        CHOICES = "choices", _("Multiple choice")
        FILE = "file", _("File")
        LINES = "lines", _("Repeating lines")
        DECLARATION = "declaration", _("Declaration")
        HEADING = "heading", _("Heading")
        COMPUTED = "computed", _("Calculated field")

    version = models.ForeignKey("calls.CallVersion", models.CASCADE, related_name="questions")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    help_it = models.TextField(_("help in Italian"), blank=True)
    help_en = models.TextField(_("help in English"), blank=True)
    is_required = models.BooleanField(_("required"), default=False)
    settings = models.JSONField(default=dict, blank=True)

    class Meta(VersionedContent.Meta):
        verbose_name = _("extra question")
        verbose_name_plural = _("extra questions")
        constraints = [
            models.UniqueConstraint(fields=["version", "code"], name="question_once_per_version"),
            models.CheckConstraint(
                condition=~models.Q(kind__in=["heading", "computed"], is_required=True),
                name="question_that_is_not_answered_is_not_required",
            ),
        ]

    @property
    def help(self) -> str:
        """The help in the reader's language."""
        if translation.get_language() == "en" and self.help_en:
            return self.help_en
        return self.help_it

    @property
    def plain(self) -> PlainQuestion:
        """The question as the rules take it."""
        own = ("code", "kind", "title_it", "title_en", "help_it", "help_en", "is_required")
        return from_plain(
            PlainQuestion, self.settings | {name: getattr(self, name) for name in own}
        )

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from parties import moment

MOST_CHARACTERS = 2000


class Enquiry(models.Model):
    """A question that somebody asked about a call, as it was asked; `answer` is the one that holds.

    It gets its number among the published ones of the call with its first public answer.
    """

    call = models.ForeignKey("calls.Call", models.PROTECT, related_name="enquiries")
    text = models.TextField(_("question"), max_length=MOST_CHARACTERS)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("asked at"), default=moment.now, editable=False)
    number = models.PositiveSmallIntegerField(_("number"), null=True, editable=False)
    answer = models.OneToOneField(
        "calls.EnquiryAnswer", models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta:
        verbose_name = _("question on a call")
        verbose_name_plural = _("questions on calls")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["call", "number"], name="enquiry_number_once"),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | Q(answer__isnull=False),
                name="numbered_enquiry_was_answered",
            ),
        ]
        indexes = [
            models.Index(
                fields=["call", "id"], condition=Q(answer__isnull=True), name="enquiry_unanswered"
            ),
            models.Index(fields=["asked_by", "asked_at"], name="enquiry_of_person"),
        ]

    def __str__(self):
        return f"{self.call_id}: {self.text[:60]}"


class EnquiryAnswer(models.Model):
    """One version of an answer. Never changed, never deleted (trigger): a later one takes its place.

    The question is written anew for the public, without what tells who asked.
    """

    enquiry = models.ForeignKey(Enquiry, models.PROTECT, related_name="answers")
    version = models.PositiveSmallIntegerField(_("version"))
    question_it = models.TextField(_("question in Italian"), max_length=MOST_CHARACTERS)
    answer_it = models.TextField(_("answer in Italian"), max_length=6000)
    question_en = models.TextField(_("question in English"), max_length=MOST_CHARACTERS, blank=True)
    answer_en = models.TextField(_("answer in English"), max_length=6000, blank=True)
    is_public = models.BooleanField(_("published"), default=True)
    reason = models.CharField(_("reason of the change"), max_length=250, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"), default=moment.now, editable=False)

    class Meta:
        verbose_name = _("answer to a question on a call")
        verbose_name_plural = _("answers to questions on calls")
        ordering = ["enquiry", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["enquiry", "version"], name="answer_version_once_per_enquiry"
            ),
            models.CheckConstraint(
                condition=Q(version=1) | ~Q(reason=""), name="later_answer_has_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(question_en="", answer_en="") | (~Q(question_en="") & ~Q(answer_en="")),
                name="answer_in_english_is_whole",
            ),
        ]

    def __str__(self):
        return f"{self.enquiry_id} v{self.version}"

    @property
    def language(self) -> str:
        """The language in which the reader gets it: their own where it was written in it."""
        return "en" if translation.get_language() == "en" and self.answer_en else "it"

    @property
    def question(self) -> str:
        """The question in the reader's language; Italian where no English one exists."""
        return self.question_en if self.language == "en" else self.question_it

    @property
    def answer(self) -> str:
        """The answer in the reader's language; Italian where no English one exists."""
        return self.answer_en if self.language == "en" else self.answer_it

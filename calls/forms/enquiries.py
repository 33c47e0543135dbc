"""Asking about a call, looking among the answers, and answering."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from calls.models.enquiries import MOST_CHARACTERS

AREA = {"rows": 5}


class AskForm(forms.Form):
    """A question on a call."""

    text = forms.CharField(
        label=_("Your question"),
        help_text=_(
            "About the rules of the call, in general: write nothing about your health or about other "
            "people. Question and answer may be published, without your name."
        ),
        min_length=15,
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs=AREA),
    )


class SearchForm(forms.Form):
    """Words to look for among questions and answers; they live in the address of the page."""

    q = forms.CharField(
        label=_("Words of the question or of the answer"),
        required=False,
        max_length=100,
        widget=forms.SearchInput,
    )

    def words(self) -> str:
        """Return the words, if they make sense; wrong ones are as if there were none."""
        return self.cleaned_data["q"] if self.is_valid() else ""


class AnswerForm(forms.Form):
    """An answer, with the question as everybody reads it."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    question_it = forms.CharField(
        label=_("The question, as it is published"),
        help_text=_("Take out what tells who asked; keep the meaning."),
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs=AREA),
    )
    answer_it = forms.CharField(
        label=_("The answer"), max_length=6000, widget=forms.Textarea(attrs={"rows": 8})
    )
    question_en = forms.CharField(
        label=_("The question in English"),
        max_length=MOST_CHARACTERS,
        required=False,
        widget=forms.Textarea(attrs=AREA),
    )
    answer_en = forms.CharField(
        label=_("The answer in English"),
        max_length=6000,
        required=False,
        widget=forms.Textarea(attrs=AREA),
    )
    is_public = forms.BooleanField(
        label=_("Publish question and answer on the page of the call"),
        help_text=_("Otherwise only the person who asked reads the answer."),
        required=False,
    )
    reason = forms.CharField(
        label=_("Why the answer changes"),
        help_text=_("Published with the new answer; those before stay readable."),
        max_length=250,
    )

    def __init__(self, *args: Any, version: int, **kwargs: Any) -> None:
        """Ask for a reason where `version`, the last one, is not 0."""
        super().__init__(*args, **kwargs)
        if not version:
            del self.fields["reason"]

    def clean(self) -> dict[str, Any]:
        """Want question and answer in English both, or neither."""
        data = super().clean() or {}
        pair = ("question_en", "answer_en")
        given = [name for name in pair if data.get(name)]
        if len(given) == 1 and not any(self.has_error(name) for name in pair):
            missing = next(name for name in pair if name not in given)
            self.add_error(missing, ValidationError(_("In English write both, or neither.")))
        return data

    def said(self) -> dict[str, Any]:
        """Return what was written, once it is valid."""
        return {"reason": ""} | {k: v for k, v in self.cleaned_data.items() if k != "seen"}

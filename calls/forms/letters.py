"""The sentence that a call adds to each letter of its kind."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from calls.kinds import kind_of
from calls.models import Call, CallVersion

NOTES = "letter_notes"


class LettersForm(forms.Form):
    """One field for each letter that cases of this kind lead to."""

    def __init__(self, data: Any, *, call: Call, version: CallVersion) -> None:
        self.call, self.version = call, version
        super().__init__(data)
        stored = version.parameters.get(NOTES) or {}
        for letter in kind_of(call.kind).letters:
            self.fields[letter.code] = forms.CharField(
                label=letter.label,
                help_text=_("A sentence that this call adds to the letter; empty for none."),
                max_length=1000,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            self.initial[letter.code] = stored.get(letter.code, "")

    @property
    def names(self) -> dict[str, list[str]]:
        """The names of what is asked here, as `services.editing` compares them."""
        return {"fields": [], "parameters": [NOTES], "texts": []}

    @property
    def cards(self) -> list[dict[str, Any]]:
        """All letters in one card."""
        return [{"title": "", "fields": [self[name] for name in self.fields]}]

    def changes(self) -> dict[str, dict[str, Any]]:
        """Return the sentences that were written, by letter."""
        notes = {code: text.strip() for code, text in self.cleaned_data.items() if text.strip()}
        return {"fields": {}, "parameters": {NOTES: notes or None}, "texts": {}}

"""Forms around the wordings of the office; the wording itself is judged by `letters.faults`."""

from django import forms
from django.utils.translation import gettext_lazy as _

from letters import vocabulary
from letters.faults import LONGEST, LONGEST_SUBJECT
from letters.models import Clause, Template
from letters.services.templates import LONGEST_REASON
from ui.inputs import ItalianSelect

ANY = ("", _("Any"))


class ShelfForm(forms.Form):
    """What a list of texts is narrowed to; whatever is not among the choices counts as nothing."""

    q = forms.CharField(label=_("Search"), required=False, max_length=100, widget=forms.TextInput)
    kind = forms.ChoiceField(label=_("Kind of case"), required=False, widget=ItalianSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["q"].widget.input_type = "search"
        kinds = [(one.code, one.label) for one in vocabulary.all_vocabularies()]
        self.fields["kind"].choices = [ANY, *kinds]


class PreviewForm(forms.Form):
    """With what a preview is drawn: in which language, and of which case."""

    language = forms.ChoiceField(
        label=_("Language"), choices=[("it", _("Italian")), ("en", _("English"))], required=False
    )
    case = forms.CharField(label=_("Number of a case"), required=False, max_length=40)


class ReleaseForm(forms.Form):
    """What the letters of a template need before they leave."""

    release = forms.ChoiceField(
        label=_("How its letters leave"),
        choices=Template.Release.choices,
        help_text=_("Receipts leave at once; decisions and requests usually wait for approval."),
    )
    was = forms.ChoiceField(choices=Template.Release.choices, widget=forms.HiddenInput)


class RestoreForm(forms.Form):
    """Why the words of an earlier version are put in use again."""

    reason = forms.CharField(label=_("Reason of the change"), max_length=LONGEST_REASON)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class NewClauseForm(forms.Form):
    """A clause that there is not yet."""

    name = forms.CharField(
        label=_("Name"),
        max_length=Clause._meta.get_field("name").max_length,
        help_text=_("As colleagues find it in the list."),
    )
    code = forms.RegexField(
        r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",
        label=_("Code"),
        max_length=40,
        help_text=_("Texts put the clause in by this word: small letters, digits, “_”."),
        error_messages={"invalid": _("Small letters, digits and “_” only, without spaces.")},
    )
    text_it = forms.CharField(
        label=_("Text in Italian"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        strip=False,
    )
    text_en = forms.CharField(
        label=_("Text in English"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        strip=False,
        help_text=_("Letters in English need it."),
    )


LONGEST_TYPED = {"text": LONGEST, "subject": LONGEST_SUBJECT, "reason": LONGEST_REASON}

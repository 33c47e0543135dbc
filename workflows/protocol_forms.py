"""What the pages of the protocol ask."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parties import moment
from parties.models import Body, User
from workflows.models import Case, ProtocolEntry
from workflows.permissions import is_own_case
from workflows.protocol_search import ProtocolFilters
from workflows.services.registering import Arrival

# Written into the register, in Italian.
MEANS = {
    "a mano": gettext_lazy("by hand"),
    "per posta": gettext_lazy("by post"),
    "via PEC": gettext_lazy("by PEC"),
    "per email": gettext_lazy("by email"),
}


class ProtocolForm(forms.Form):
    """What the register is narrowed to."""

    q = forms.CharField(
        label=gettext_lazy("Number, subject or counterpart"), required=False, max_length=100
    )
    year = forms.TypedChoiceField(
        label=gettext_lazy("Year"), required=False, coerce=int, empty_value=None
    )
    direction = forms.ChoiceField(
        label=gettext_lazy("Direction"),
        required=False,
        choices=[("", gettext_lazy("Any")), *ProtocolEntry.Direction.choices],
    )
    since = forms.DateField(label=gettext_lazy("From day"), required=False, widget=forms.DateInput)
    until = forms.DateField(label=gettext_lazy("To day"), required=False, widget=forms.DateInput)
    case = forms.CharField(
        label=gettext_lazy("Case number"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    body = forms.TypedChoiceField(
        label=gettext_lazy("Body"), required=False, coerce=int, empty_value=None
    )

    def __init__(
        self, *args: Any, years: Iterable[int], bodies: Sequence[Body], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        any_of_them = ("", _("Any"))
        self.fields["year"].choices = [any_of_them, *((year, str(year)) for year in years)]
        self.fields["body"].choices = [any_of_them, *((body.pk, body.name) for body in bodies)]
        if len(bodies) < 2:  # noqa: PLR2004 (one body has nothing to choose from)
            del self.fields["body"]

    def clean(self) -> None:
        """Refuse days in the wrong order."""
        super().clean()
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and since > until:
            self.add_error("until", _("This day comes before the first one."))

    def asked(self) -> ProtocolFilters:
        """Return the filters; where something is wrong, that part asks for nothing."""
        return ProtocolFilters(
            **{name: self.cleaned_data[name] for name in self.fields if name in self.cleaned_data}
        )


class AnnulmentForm(forms.Form):
    """Why an entry is annulled, and by which act."""

    reason = forms.CharField(
        label=gettext_lazy("Reason of the annulment"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Anybody who reads the register reads it: no personal details."),
    )
    act = forms.CharField(
        label=gettext_lazy("Authorising act"),
        max_length=200,
        help_text=gettext_lazy(
            "With number and date, such as “Determinazione n. 12 del 03/11/2026”."
        ),
    )


class FilesInput(forms.ClearableFileInput):
    """A place for one file or several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Files, at least one."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Return every file; empty ones are judged later, with a better sentence."""
        files = data if isinstance(data, list) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files] if files else []


class RegistrationForm(forms.Form):
    """A document that came by another way than the site, or one of the office's own."""

    direction = forms.ChoiceField(label=gettext_lazy("Direction"), widget=forms.RadioSelect)
    subject = forms.CharField(
        label=gettext_lazy("Subject"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("What the document is about, without particular personal data."),
    )
    counterpart = forms.CharField(
        label=gettext_lazy("Sender or addressee"),
        max_length=250,
        help_text=gettext_lazy(
            "Of a document received, who sent it; of an internal one, the office it is for."
        ),
    )
    files = FilesField(
        label=gettext_lazy("Documents"),
        allow_empty_file=True,
        help_text=gettext_lazy(
            "One file or several: PDF, images, XML or signed files. Paper is scanned first."
        ),
    )
    case = forms.CharField(
        label=gettext_lazy("Case number"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"class": "ui-short", "autocomplete": "off"}),
        help_text=gettext_lazy("Where the document belongs to a case; otherwise leave it empty."),
    )
    body = forms.ModelChoiceField(label=gettext_lazy("Register of"), queryset=None)
    means = forms.ChoiceField(
        label=gettext_lazy("How it came"),
        required=False,
        choices=[("", gettext_lazy("Not noted")), *MEANS.items()],
    )
    sender_number = forms.CharField(
        label=gettext_lazy("Number the sender gave it"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"class": "ui-short", "autocomplete": "off"}),
    )
    dated = forms.DateField(
        label=gettext_lazy("Date of the document"), required=False, widget=forms.DateInput
    )

    def __init__(
        self,
        *args: Any,
        by: User,
        directions: Sequence[str],
        bodies: QuerySet[Body],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        labels = dict(ProtocolEntry.Direction.choices)
        self.fields["direction"].choices = [(value, labels[value]) for value in directions]
        self.fields["direction"].initial = directions[0]
        self.fields["body"].queryset = bodies
        self.only_body = bodies[0] if len(bodies) == 1 else None
        if self.only_body:
            del self.fields["body"]

    def clean_case(self) -> Case | None:
        """Return the filed case of this number, one in which the person has no part."""
        number = self.cleaned_data["case"].strip()
        if not number:
            return None
        cases = Case.objects.visible_to(self.by).filter(submitted_at__isnull=False)
        case = cases.select_related("call__manager").filter(number__iexact=number).first()
        if case is None:
            raise forms.ValidationError(_("No filed case has this number."))
        if is_own_case(case, self.by):
            raise forms.ValidationError(
                _("You are a party to this case: a colleague registers its documents.")
            )
        return case

    def clean_dated(self) -> Any:
        """Refuse a document from the future."""
        dated = self.cleaned_data["dated"]
        if dated and dated > moment.today():
            raise forms.ValidationError(_("This day has not come yet."))
        return dated

    def inputs(self) -> dict[str, Any]:
        """Return what `services.registering.register_by_hand` takes."""
        typed = self.cleaned_data
        is_incoming = typed["direction"] == ProtocolEntry.Direction.IN
        arrival = Arrival(typed["means"], typed["sender_number"].strip(), typed["dated"])
        return {
            "direction": typed["direction"],
            "subject": typed["subject"],
            "counterpart": typed["counterpart"],
            "case": typed["case"],
            "body": self.only_body or typed["body"],
            "arrival": arrival if is_incoming else None,
        }

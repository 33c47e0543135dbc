"""Forms about a call as a whole: beginning one, copying it, reading it from a file, moving it on."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from calls.forms.fields import InstantField
from calls.models import Call, CallKind, Procedure, Programme
from parties.models import Body

CODE = RegexValidator(
    r"^[A-Z][A-Z0-9-]{1,29}\Z",
    _("Write 2 to 30 capital letters, digits and hyphens, beginning with a letter."),
    code="code",
)
AREA = {"rows": 3}


class CodeField(forms.CharField):
    """The code of a call: short, in capitals, for ever its own."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=30, strip=True, **kwargs)
        self.widget.attrs |= {"autocapitalize": "characters", "spellcheck": "false"}
        self.validators.append(CODE)

    def to_python(self, value: Any) -> str:
        """Return the code in capitals."""
        return super().to_python(value).upper()


def _bodies(label: Any) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(label=label, queryset=Body.objects.order_by("name", "pk"))


class NewCallForm(forms.Form):
    """What a call is called, and what it is for; all the rest comes subject by subject."""

    code = CodeField(
        label=_("Code"),
        help_text=_("Short and in capitals, such as COW-2027: it stands in addresses and numbers."),
    )
    title_it = forms.CharField(label=_("Title"), max_length=250)
    kind = forms.ChoiceField(label=_("What it is for"), choices=CallKind.choices)
    procedure = forms.ChoiceField(label=_("Procedure"), choices=Procedure.choices)
    programme = forms.ModelChoiceField(
        label=_("Programme"),
        queryset=Programme.objects.order_by("title", "pk"),
        required=False,
        empty_label=_("A new one, named below"),
    )
    new_programme = forms.CharField(
        label=_("Name of the new programme"), max_length=250, required=False
    )
    owner = _bodies(_("Body that owns the call"))
    manager = _bodies(_("Body that manages it"))

    def clean(self) -> dict[str, Any]:
        """Demand a programme, known or new."""
        data = self.cleaned_data
        if not data.get("programme") and not data.get("new_programme"):
            message = _("Choose a programme or name a new one.")
            self.add_error("programme", ValidationError(message, code="required"))
        return data


class CloneForm(forms.Form):
    """What the copy is called."""

    code = CodeField(label=_("Code of the new call"))
    title_it = forms.CharField(label=_("Title of the new call"), max_length=250)


class ImportForm(forms.Form):
    """A file, the bodies here, and another code if need be."""

    file = forms.FileField(label=_("File"), help_text=_("A call exported by Sportello, in JSON."))
    owner = _bodies(_("Body that owns the call"))
    manager = _bodies(_("Body that manages it"))
    code = CodeField(
        label=_("Another code"),
        help_text=_("Only where the file's own is taken already."),
        required=False,
    )


class VersionForm(forms.Form):
    """Why a later version is made."""

    reason = forms.CharField(
        label=_("Reason of the new version"),
        help_text=_("It is published with the version."),
        max_length=250,
        widget=forms.Textarea(attrs=AREA),
    )


class ReasonForm(forms.Form):
    """Why something is done to a call; act and instants where the act wants them."""

    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs=AREA))

    def __init__(self, data: Any, *, call: Call) -> None:
        self.call = call
        super().__init__(data)


class ConfirmForm(forms.Form):
    """Nothing is asked but to go on."""

    def __init__(self, data: Any, *, call: Call) -> None:
        self.call = call
        super().__init__(data)


class ActForm(ReasonForm):
    """A reason and an act."""

    act = forms.CharField(
        label=_("Act"), help_text=_("Such as “Determinazione n. 41/2026”."), max_length=200
    )


class ApproveForm(ConfirmForm):
    """The act that approves."""

    act = ActForm.base_fields["act"]

    def __init__(self, data: Any, *, call: Call) -> None:
        super().__init__(data, call=call)
        self.initial["act"] = call.criteria_act


class ResumeForm(ActForm):
    """When the call closes, now that it goes on."""

    closes_at = InstantField(
        label=_("New closing"),
        help_text=_("Left empty, the closing moves by the time that was lost."),
        required=False,
    )

    def __init__(self, data: Any, *, call: Call) -> None:
        super().__init__(data, call=call)
        if call.closes_at is None:
            del self.fields["closes_at"]

    def clean(self) -> dict[str, Any]:
        """Leave out a closing that was not typed."""
        if not self.cleaned_data.get("closes_at"):
            self.cleaned_data.pop("closes_at", None)
        return self.cleaned_data


class ExtendForm(ActForm):
    """A later closing, and the outage that it makes up for, if any (CALL-22)."""

    closes_at = InstantField(label=_("New closing"), help_text=_("Day and hour of Rome."))
    outage_from = InstantField(
        label=_("The service did not work from"),
        help_text=_("Only for an outage; the extension gives back at least as much time."),
        required=False,
    )
    outage_to = InstantField(label=_("to"), required=False)

    def clean(self) -> dict[str, Any]:
        """Read both ends of the outage as one, or none."""
        data = self.cleaned_data
        began, ended = data.pop("outage_from", None), data.pop("outage_to", None)
        if (began is None) != (ended is None) and not self.errors:
            message = _("Write when the outage began and when it ended.")
            self.add_error("outage_to", ValidationError(message, code="required"))
        data["outage"] = (began, ended) if began and ended else None
        return data


class ReopenForm(ExtendForm):
    """A later closing after an outage at the closing (CALL-22)."""

    def __init__(self, data: Any, *, call: Call) -> None:
        super().__init__(data, call=call)
        for name in ("outage_from", "outage_to"):
            self.fields[name].required = True


class PublishVersionForm(forms.Form):
    """What a later version brings along: more time, and what becomes of the drafts."""

    act = forms.CharField(label=_("Act"), max_length=200, required=False)
    closes_at = InstantField(
        label=_("New closing"),
        help_text=_("Needed where requirements, documents or questions change."),
        required=False,
    )
    binds_drafts = forms.BooleanField(
        label=_("Drafts must move to the new version before they are sent"),
        help_text=_(
            "Otherwise those who have begun may still send their application under the version "
            "they began with."
        ),
        required=False,
        initial=True,
    )

    def __init__(self, data: Any, *, call: Call) -> None:
        self.call = call
        super().__init__(data)
        if call.closes_at is None:
            del self.fields["closes_at"]


class CallFilterForm(forms.Form):
    """What the list of calls is narrowed to."""

    q = forms.CharField(label=_("Search"), required=False, max_length=80)
    group = forms.ChoiceField(
        label=_("Where it stands"),
        required=False,
        choices=[
            ("", _("All")),
            ("setup", _("Being set up")),
            ("public", _("Public")),
            ("later", _("After the closing")),
            ("ended", _("Ended")),
        ],
    )

"""The form in which a body says how its letters look."""

from django import forms
from django.utils.translation import gettext_lazy as _

from letters.compose import PRINTED_NAME, SIGNS_AS
from letters.models import BodyStyle
from letters.services.styles import SAID, SIGNING
from parties.roles import Role

MOST_LINES, LONGEST_LINE = 4, 72
LABELS = {
    "title": _("Office held"),
    "name": _("Name, where the act does not say who signs"),
    "note": _("How it is signed"),
}


class StyleForm(forms.Form):
    """Letterhead, foot, signatures and release; `signing` gives the fields of each role."""

    head_unit = forms.CharField(
        label=_("Office in the letterhead"),
        required=False,
        max_length=BodyStyle._meta.get_field("head_unit").max_length,
        help_text=_("Empty: the unit that the body's own data name."),
    )
    head_lines = forms.CharField(
        label=_("Further lines of the letterhead"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Below telephone, email and certified email; four lines at most."),
    )
    foot_lines = forms.CharField(
        label=_("Lines at the foot"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("On every page, below the body's name; four lines at most."),
    )
    logo = forms.FileField(
        label=_("Logo"), required=False, help_text=_("A PNG or JPEG image, 1 MB at most.")
    )
    drops_logo = forms.BooleanField(label=_("Remove the logo"), required=False)
    leaves_at_once = forms.BooleanField(
        label=_("Letters leave without approval"),
        required=False,
        help_text=_(
            "Ticked: letters leave as soon as the decision is taken. Not ticked: decisions and "
            "requests wait in the outbox until somebody has read and approved them. Receipts always "
            "leave at once; acts that want a digital signature always wait for it."
        ),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args, style: BodyStyle, **kwargs):
        super().__init__(*args, **kwargs)
        for role in SIGNING:
            for name in SAID:
                self.fields[f"{role}_{name}"] = forms.CharField(
                    label=LABELS[name],
                    required=False,
                    max_length=160,
                    initial=style.signatures.get(role, {}).get(name, ""),
                    widget=forms.TextInput(attrs={"placeholder": _usual(role, name)}),
                )
        if not style.logo:
            del self.fields["drops_logo"]

    def clean_head_lines(self):
        """Take no more lines than the letterhead has room for."""
        return _lines(self.cleaned_data["head_lines"])

    def clean_foot_lines(self):
        """Take no more lines than the foot has room for."""
        return _lines(self.cleaned_data["foot_lines"])

    def signing(self):
        """Return the fields of every role that signs, under the role's name."""
        return [
            {"label": Role(role).label, "fields": [self[f"{role}_{name}"] for name in SAID]}
            for role in SIGNING
        ]

    def plain(self):
        """Return the fields that are of no role and no logo."""
        return [self[name] for name in ("head_unit", "head_lines", "foot_lines")]

    def typed(self):
        """Return what `letters.services.styles.save` takes."""
        said = dict(self.cleaned_data)
        signatures = {
            str(role): {name: said.pop(f"{role}_{name}") for name in SAID} for role in SIGNING
        }
        return {**said, "signatures": signatures}


def _usual(role: Role, name: str) -> str:
    return {"title": SIGNS_AS[role], "note": PRINTED_NAME}.get(name, "")


def _lines(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        raise forms.ValidationError(_("Four lines at most: the letter needs the room."))
    if any(len(line.strip()) > LONGEST_LINE for line in lines):
        raise forms.ValidationError(_("A line has 72 characters at most."))
    return text

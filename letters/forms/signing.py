"""Forms for signing acts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from letters.models import SigningKey
from parties.validators import validate_person_tax_code

LARGEST_KEY = 100 * 1024


class TickedField(forms.Field):
    """Ticked letters, each as "number-version" of what was seen."""

    widget = forms.SelectMultiple

    def clean(self, value: Any) -> dict[int, int]:
        """Return the versions by letter; whatever else was sent counts as nothing ticked."""
        pairs = [str(one).partition("-") for one in value or []]
        found = {
            int(number): int(version)
            for number, _dash, version in pairs
            if number.isdecimal() and version.isdecimal()
        }
        if not found:
            raise forms.ValidationError(_("Tick the acts that you have looked at."))
        return found


class SignForm(forms.Form):
    """The password or PIN for the ticked acts; it is never shown again."""

    letter = TickedField()
    secret = forms.CharField(
        label=_("Password of the key, or PIN of the token"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )


class KeyForm(forms.Form):
    """A key: a file, or a token by its label."""

    kind = forms.ChoiceField(
        label=_("Where is your key?"), choices=SigningKey.Kind.choices, widget=forms.RadioSelect
    )
    file = forms.FileField(label=_("File of the key (.p12 or .pfx)"), required=False)
    token = forms.CharField(label=_("Label of the token"), max_length=64, required=False)
    label = forms.CharField(
        label=_("Label of the key"),
        max_length=64,
        required=False,
        help_text=_("Only where the token holds several keys."),
    )
    tax_code = forms.CharField(
        label=_("Your tax code"), max_length=16, validators=[validate_person_tax_code]
    )
    secret = forms.CharField(
        label=_("Password of the key, or PIN of the token"),
        max_length=200,
        strip=False,
        help_text=_("It opens the key now, to read the certificate. It is not kept."),
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, tax_code_known: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if tax_code_known:
            del self.fields["tax_code"]

    def clean(self) -> dict[str, Any]:
        """Want the file or the label, as was chosen."""
        values = super().clean() or {}
        is_file = values.get("kind") == SigningKey.Kind.FILE
        if is_file and not values.get("file"):
            self.add_error("file", _("Choose the file of the key."))
        elif is_file and values["file"].size > LARGEST_KEY:
            self.add_error("file", _("This file is too large to be a key."))
        if values.get("kind") == SigningKey.Kind.TOKEN and not values.get("token"):
            self.add_error("token", _("Say the label of the token."))
        return values

    def key(self) -> dict[str, Any]:
        """Return what `signing.add_key` takes."""
        values = self.cleaned_data
        given = {"secret": values["secret"], "tax_code": values.get("tax_code", "")}
        if values["kind"] == SigningKey.Kind.FILE:
            return given | {"file": values["file"].read()}
        return given | {"token": values["token"], "label": values["label"]}

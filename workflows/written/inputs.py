"""Fields of the form that only people and places have; the others stand in `ui.inputs`."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from parties.codes import municipalities

_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ '’.-])*", re.UNICODE)


class NameField(forms.CharField):
    """A person's name: letters, spaces, apostrophes, hyphens."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=80, **kwargs)
        self.validators.append(
            RegexValidator(
                re.compile(rf"^{_NAME.pattern}$"),
                _("Write the name with letters, apostrophes and hyphens only."),
                code="name",
            )
        )


class ProvinceField(forms.CharField):
    """The two-letter sign of a province that exists."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=2, min_length=2, **kwargs)
        self.widget.attrs |= {"size": 2, "class": "ui-short", "autocapitalize": "characters"}

    def clean(self, value: Any) -> str:
        """Return the sign in capitals."""
        sign = super().clean(value).upper()
        if sign and not municipalities(sign):
            raise ValidationError(
                _("Write the two letters of the province, such as MN."), code="province"
            )
        return sign


class CodeField(forms.CharField):
    """An identity code: refused by its validator, stored as `parse` writes it."""

    def __init__(self, *, check: Any, parse: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.validators.append(check)
        self.parse = parse
        self.widget.attrs |= {"autocapitalize": "characters", "spellcheck": "false"}

    def clean(self, value: Any) -> str:
        """Return the code in its one stored form."""
        typed = super().clean(value)
        return str(self.parse(typed)) if typed else ""

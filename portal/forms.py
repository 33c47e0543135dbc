"""Forms of the public pages: none of them writes anything."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from calls.models import Call, CallKind
from grants.models import ApplicantKind
from parties.codes import municipalities
from parties.models import User
from portal.board import Asked
from portal.eligibility import ELSEWHERE, Answers

YES_NO = [("yes", _("Yes")), ("no", _("No"))]


class CallFilterForm(forms.Form):
    """Words and choices that narrow the list of calls; they live in the address of the page."""

    q = forms.CharField(
        label=_("Words of the title"), required=False, max_length=100, widget=forms.SearchInput
    )
    phase = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            ("", _("All")),
            ("open", _("Open now")),
            ("future", _("To come")),
            ("closed", _("Closed ones")),
        ],
    )
    kind = forms.ChoiceField(
        label=_("What for"), required=False, choices=[("", _("All")), *CallKind.choices]
    )

    def kept(self) -> dict[str, str]:
        """Return the filters that are on and make sense; a wrong one is as if it were off."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def chips(self) -> list[dict[str, str]]:
        """Return the filters that are on, in words, for `partials/_filters.html`."""
        chips = []
        for name, value in self.kept().items():
            choices = dict(getattr(self.fields[name], "choices", []))
            label = f"{self.fields[name].label}: {choices.get(value, value)}"
            chips.append({"name": name, "value": value, "label": label})
        return chips


class BoardForm(forms.Form):
    """What the office's board is narrowed to; it lives in the address of the page."""

    call = forms.ChoiceField(label=_("Call"), required=False)
    officer = forms.ChoiceField(label=_("Officer in charge"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        calls = Call.objects.published().order_by("code").values_list("code", "code")
        officers = User.objects.filter(cases_in_charge__isnull=False).distinct()
        people = officers.order_by("last_name", "first_name", "pk")
        self.fields["call"].choices = [("", _("All")), *calls]
        self.fields["officer"].choices = [
            ("", _("All")),
            *((str(user.pk), str(user)) for user in people),
        ]

    def asked(self) -> Asked:
        """Return the filters that make sense; a wrong one is as if it were off."""
        self.is_valid()
        return Asked(**{name: self.cleaned_data.get(name, "") for name in self.fields})

    def chips(self) -> list[dict[str, str]]:
        """Return the filters that are on, in words, for `partials/_filters.html`."""
        self.is_valid()
        return [
            {
                "name": name,
                "value": value,
                "label": f"{self.fields[name].label}: {dict(self.fields[name].choices)[value]}",
            }
            for name, value in self.cleaned_data.items()
            if value
        ]


class YesNoField(forms.TypedChoiceField):
    """A question with two cards to tap; cleans to True or False."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=YES_NO,
            coerce=lambda value: value == "yes",
            empty_value=False,
            widget=forms.RadioSelect,
            **kwargs,
        )


class CanIApplyForm(forms.Form):
    """The few questions that decide whether an application makes sense."""

    applicant_kind = forms.ChoiceField(
        label=_("Who asks?"), choices=ApplicantKind.choices, widget=forms.RadioSelect
    )
    commits_to_vat = YesNoField(
        label=_("Will you open a VAT number if you get the contribution?"),
        required=False,
        help_text=_("Only if you have none yet."),
    )
    birth_date = forms.DateField(
        label=_("Date of birth"), help_text=_("Of the person who signs the application.")
    )
    municipality = forms.ChoiceField(
        label=_("Where do you live, or where is the seat of your firm or association?")
    )
    months = forms.IntegerField(
        label=_("For how many months do you need the desk?"),
        min_value=1,
        max_value=60,
        widget=forms.TextInput(attrs={"class": "ui-short", "inputmode": "numeric"}),
    )
    monthly_spend = forms.DecimalField(
        label=_("How much do you spend a month?"),
        help_text=_("Desk and services, without VAT; with VAT if you cannot recover it."),
        min_value=0,
        max_digits=8,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "data-unit": "€"}),
    )
    other_aid = YesNoField(
        label=_("Do you have, or have you asked for, another public contribution on this spend?")
    )
    already_applied = YesNoField(label=_("Have you already applied to this call?"))
    aid_received = forms.DecimalField(
        label=_("De minimis aid received in the last three years"),
        help_text=_("Firms and professionals only: leave it empty if there was none."),
        required=False,
        min_value=0,
        max_digits=10,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "data-unit": "€"}),
    )

    def __init__(self, *args: Any, province: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = [(place.belfiore, place.name) for place in municipalities(province)]
        elsewhere = (ELSEWHERE, _("In another province"))
        self.fields["municipality"].choices = [("", _("Choose…")), *places, elsewhere]
        latest = timezone.localdate().isoformat()
        self.fields["birth_date"].widget.attrs |= {"autocomplete": "bday", "max": latest}

    def clean_birth_date(self) -> Any:
        """Refuse a day that has not come yet."""
        born = self.cleaned_data["birth_date"]
        if born > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return born

    def answers(self) -> Answers:
        """Return what was answered, once the form is valid."""
        cleaned = dict(self.cleaned_data)
        cleaned["aid_received"] = cleaned["aid_received"] or Decimal(0)
        return Answers(**cleaned)


class CodeForm(forms.Form):
    """The verification code at the foot of a letter."""

    code = forms.CharField(
        label=_("Verification code"),
        max_length=40,
        help_text=_(
            "Twelve signs in three groups, at the foot of every letter. Case does not matter."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class LetterFileForm(forms.Form):
    """A copy of a letter, to be compared with what the office keeps."""

    copy = forms.FileField(
        label=_("Your copy of the document"),
        help_text=_("The file is compared and not kept."),
    )

"""One short form for each subject of a call, over the call itself and the version being set up."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from calls.forms.fields import InstantField, ParametersMixin
from calls.kinds import kind_of
from calls.models import Call, CallVersion, Procedure, Programme
from calls.parameters import COMMON, REGIME
from calls.rules.parameters import Parameter
from parties.models import Body, User
from parties.roles import Role

LINES = 3
TEXTS = ("purpose", "description")


def parameters_at(place: str, kind: str) -> tuple[Parameter, ...]:
    """Return what is asked at a place of the designer for calls of a kind."""
    known = (*COMMON, *kind_of(kind).parameters)
    return tuple(parameter for parameter in known if parameter.place == place)


class SubjectForm(ParametersMixin, forms.Form):
    """A subject: some fields of the call, some parameters and texts of the version."""

    place = ""
    # Fields of the call itself: once it is public they stay as they are.
    call_fields: tuple[str, ...] = ()

    def __init__(self, data: Any, *, call: Call, version: CallVersion) -> None:
        self.call, self.version = call, version
        initial = {name: getattr(call, name) for name in self.call_fields}
        super().__init__(data, initial=initial)
        self.add_parameters(parameters_at(self.place, call.kind), version.parameters)
        self.build()

    def build(self) -> None:
        """Adapt the fields to the call."""
        if self.call.is_published:
            for name in self.call_fields:
                self.fields.pop(name, None)

    def clean(self) -> dict[str, Any]:
        """Judge the parameters, each beside its field."""
        self.judge_parameters()
        return self.cleaned_data

    @property
    def names(self) -> dict[str, list[str]]:
        """The names of what is asked here: fields of the call, parameters, texts."""
        return {
            "fields": [name for name in self.call_fields if name in self.fields],
            "parameters": [parameter.code for parameter in self.parameters],
            "texts": [],
        }

    def changes(self) -> dict[str, dict[str, Any]]:
        """Return what was typed, once the form is valid."""
        return {
            "fields": {name: self.cleaned_data[name] for name in self.names["fields"]},
            "parameters": self.read_parameters(),
            "texts": {},
        }

    @property
    def cards(self) -> list[dict[str, Any]]:
        """The fields in the cards in which they stand."""
        return [{"title": "", "fields": [self[name] for name in self.fields]}]


class GeneralForm(SubjectForm):
    """What the call is, and who answers for it."""

    place = "generale"
    call_fields = (
        "title_it",
        "title_en",
        "programme",
        "axis",
        "procedure",
        "owner",
        "manager",
        "procedure_owner",
        "substitute",
        "criteria_act",
        "budget_line",
        "aid_code",
        "incentives_id",
    )
    WHAT = ("title_it", "title_en", "programme", "axis", "procedure", REGIME.code)
    WORDS = ("purpose_it", "purpose_en", "description_it", "description_en")
    WHO = ("owner", "manager", "procedure_owner", "substitute")
    ACTS = ("criteria_act", "budget_line", "aid_code", "incentives_id")

    title_it = forms.CharField(label=_("Title"), max_length=250)
    title_en = forms.CharField(label=_("Title in English"), max_length=250, required=False)
    programme = forms.ModelChoiceField(
        label=_("Programme"), queryset=Programme.objects.order_by("title"), required=False
    )
    axis = forms.CharField(label=_("Axis of the programme"), max_length=120, required=False)
    procedure = forms.ChoiceField(label=_("Procedure"), choices=Procedure.choices)
    purpose_it = forms.CharField(
        label=_("Aim in one sentence"),
        help_text=_("It stands under the title of the public page."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    purpose_en = forms.CharField(
        label=_("Aim in one sentence, in English"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    description_it = forms.CharField(
        label=_("Description"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": LINES}),
    )
    description_en = forms.CharField(
        label=_("Description in English"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": LINES}),
    )
    owner = forms.ModelChoiceField(
        label=_("Body that owns the call"), queryset=Body.objects.order_by("name")
    )
    manager = forms.ModelChoiceField(
        label=_("Body that manages it"), queryset=Body.objects.order_by("name")
    )
    procedure_owner = forms.ModelChoiceField(
        label=_("Procedure owner"), queryset=User.objects.none(), required=False
    )
    substitute = forms.ModelChoiceField(
        label=_("Substitute in case of inertia"), queryset=User.objects.none(), required=False
    )
    criteria_act = forms.CharField(
        label=_("Act that approves the call and its criteria"),
        help_text=_("Such as “Determinazione n. 41/2026”; the director's approval writes it too."),
        max_length=200,
        required=False,
    )
    budget_line = forms.CharField(label=_("Budget line"), max_length=120, required=False)
    aid_code = forms.CharField(
        label=_("CAR of the aid register"),
        help_text=_("Only for State aid."),
        max_length=30,
        required=False,
    )
    incentives_id = forms.CharField(
        label=_("Code at Incentivi.gov.it"), max_length=60, required=False
    )

    def build(self) -> None:
        """Offer colleagues; show the texts in their languages."""
        super().build()
        colleagues = {
            "procedure_owner": [Role.PROCEDURE_OWNER],
            "substitute": [Role.DIRECTOR, Role.PROCEDURE_OWNER],
        }
        for name, roles in colleagues.items():
            if name in self.fields:
                self.fields[name].queryset = _holding(roles)
        for text in TEXTS:
            stored = self.version.texts.get(text) or {}
            languages = stored if isinstance(stored, dict) else {"it": stored}
            for language in ("it", "en"):
                self.initial[f"{text}_{language}"] = languages.get(language, "")

    @property
    def names(self) -> dict[str, list[str]]:
        """The names of what is asked here, the texts of the public page among them."""
        return super().names | {"texts": list(TEXTS)}

    def changes(self) -> dict[str, dict[str, Any]]:
        """Return what was typed; a programme that was not chosen stays as it is."""
        changes = super().changes()
        if not changes["fields"].get("programme"):
            changes["fields"].pop("programme", None)
        return changes | {"texts": {text: self._text(text) for text in TEXTS}}

    def _text(self, text: str) -> dict[str, str]:
        written = {language: self.cleaned_data[f"{text}_{language}"] for language in ("it", "en")}
        return {language: words for language, words in written.items() if words}

    @property
    def cards(self) -> list[dict[str, Any]]:
        """The call, its words, who answers for it, its acts."""
        cards = (
            (_("The call"), self.WHAT),
            (_("On the public page"), self.WORDS),
            (_("Who answers for it"), self.WHO),
            (_("Acts and registers"), self.ACTS),
        )
        shown = [
            {"title": title, "fields": [self[name] for name in names if name in self.fields]}
            for title, names in cards
        ]
        return [card for card in shown if card["fields"]]


class TermsForm(SubjectForm):
    """When applications come in, and how long everybody has."""

    place = "termini"
    call_fields = ("opens_at", "closes_at")

    opens_at = InstantField(
        label=_("Applications open"), help_text=_("Day and hour of Rome."), required=False
    )
    closes_at = InstantField(
        label=_("Applications close"),
        help_text=_("Leave it empty for a call that is always open."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a closing that does not come after the opening (CALL-06)."""
        data = super().clean()
        opens, closes = data.get("opens_at"), data.get("closes_at")
        if opens and closes and closes <= opens:
            message = _("The closing must come after the opening.")
            self.add_error("closes_at", ValidationError(message, code="CALL-06"))
        return data


class ResourcesForm(SubjectForm):
    """How much money there is, and of which sort."""

    place = "risorse"


class RequirementsForm(SubjectForm):
    """Who may ask."""

    place = "requisiti"


class SpendForm(SubjectForm):
    """For what, and how much is given."""

    place = "spesa"


class ScoresForm(SubjectForm):
    """What the points add up to, and how many are needed."""

    place = "criteri"


class PremiumsForm(SubjectForm):
    """What holds for premiums and reserves as a whole."""

    place = "premialita"


class RankingForm(SubjectForm):
    """How applications are put in order and the money is shared out."""

    place = "graduatoria"


def _holding(roles: list[Role]) -> Any:
    held = User.objects.filter(
        is_active=True,
        role_assignments__role__in=roles,
        role_assignments__valid_to__isnull=True,
    )
    return held.order_by("last_name", "first_name", "pk").distinct()

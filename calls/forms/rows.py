"""One row of a version: a document, a declaration, a criterion, a premium, a reserve, a share."""

import re
import unicodedata
from collections.abc import Collection
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from calls.kinds import kind_of
from calls.models import Call, Declaration, Premium
from calls.rules.contents import Declaration as PlainDeclaration
from calls.rules.contents import Document
from calls.rules.premiums import Premium as PlainPremium
from calls.rules.premiums import Reserve
from calls.rules.ranking import Share
from calls.rules.scores import Criterion
from parties.codes import municipalities
from ui.inputs import MoneyField, NumberField, write_number

LINES = 3
MEGABYTE = 1024 * 1024
MOST_MEGABYTES = 25
FILE_KINDS = (
    ("pdf", "PDF"),
    ("jpeg", _("JPEG photo")),
    ("png", _("PNG image")),
    ("p7m", _("Signed file (P7M)")),
)
GROUPS = (
    ("sme", _("Micro, small and medium enterprises")),
    ("micro_small", _("Micro and small enterprises, self-employed people")),
    ("young", _("Young people")),
    ("women", _("Women")),
    ("other", _("Others, as the title says")),
)


def code_from(title: str, taken: Collection[str]) -> str:
    """Return a code made of a title: lower-case letters, digits and underscores, not taken yet."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    code = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:24].strip("_")
    if not code or not code[0].isalpha():
        code = f"voce_{code}".rstrip("_")
    number, found = 2, code
    while found in taken:
        found, number = f"{code}_{number}", number + 1
    return found


class RowForm(forms.Form):
    """A row being written; `code` is given once, from its title, and stays."""

    title_it = forms.CharField(label=_("Title"), max_length=200)
    title_en = forms.CharField(label=_("Title in English"), max_length=200, required=False)

    def __init__(self, data: Any, *, call: Call, plain: Any, others: tuple[Any, ...]) -> None:
        self.call, self.plain, self.others = call, plain, others
        super().__init__(data, initial=self.shown(plain) if plain is not None else None)
        self.build()

    def build(self) -> None:
        """Adapt the fields to the call and to the other rows."""

    def shown(self, plain: Any) -> dict[str, Any]:
        """Return what the fields show of a row."""
        return {name: getattr(plain, name) for name in self.base_fields if hasattr(plain, name)}

    @property
    def code(self) -> str:
        """The code of the row: its own, or a new one made of its title."""
        if self.plain is not None:
            return str(self.plain.code)
        return code_from(self.cleaned_data["title_it"], {one.code for one in self.others})

    def row(self) -> Any:
        """Return the row as plain values, once the form is valid."""
        raise NotImplementedError


def _only_for() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("Only for"),
        help_text=_("Nothing ticked: for everybody."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class DocumentForm(RowForm):
    """A document that applicants attach."""

    help_it = forms.CharField(
        label=_("Help"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    help_en = forms.CharField(
        label=_("Help in English"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    accepted = forms.MultipleChoiceField(
        label=_("Accepted files"), choices=FILE_KINDS, widget=forms.CheckboxSelectMultiple
    )
    megabytes = forms.IntegerField(
        label=_("Most megabytes"), min_value=1, max_value=MOST_MEGABYTES, initial=10
    )
    is_required = forms.BooleanField(label=_("It must be attached"), required=False)
    is_essential = forms.BooleanField(
        label=_("Without it the application cannot be admitted"),
        help_text=_(
            "Only an essential document makes inadmissible; the others can be asked for later."
        ),
        required=False,
    )
    only_for = _only_for()

    def build(self) -> None:
        """Offer the kinds of applicant."""
        _offer_applicants(self, self.call)

    def shown(self, plain: Any) -> dict[str, Any]:
        """Show the size in megabytes."""
        return super().shown(plain) | {"megabytes": max(plain.max_bytes // MEGABYTE, 1)}

    def clean(self) -> dict[str, Any]:
        """Refuse an essential document that may be left out (SOC-03)."""
        if self.cleaned_data.get("is_essential") and not self.cleaned_data.get("is_required"):
            self.add_error("is_essential", _("An essential document must be attached: tick both."))
        return self.cleaned_data

    def row(self) -> Document:
        """Return the document."""
        data = self.cleaned_data
        return Document(
            code=self.code,
            title_it=data["title_it"],
            title_en=data["title_en"],
            help_it=data["help_it"],
            help_en=data["help_en"],
            accepted=tuple(data["accepted"]),
            max_bytes=data["megabytes"] * MEGABYTE,
            is_required=data["is_required"],
            is_essential=data["is_essential"],
            only_for=tuple(data.get("only_for", ())),
        )


class DeclarationForm(RowForm):
    """A statement that applicants make."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Declaration.Kind.choices)
    text_it = forms.CharField(
        label=_("What is declared"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5})
    )
    text_en = forms.CharField(
        label=_("What is declared, in English"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": LINES}),
    )
    only_for = _only_for()

    def build(self) -> None:
        """Offer the kinds of applicant."""
        _offer_applicants(self, self.call)

    def row(self) -> PlainDeclaration:
        """Return the statement."""
        data = self.cleaned_data
        return PlainDeclaration(
            code=self.code,
            kind=data["kind"],
            title_it=data["title_it"],
            title_en=data["title_en"],
            text_it=data["text_it"],
            text_en=data["text_en"],
            only_for=tuple(data.get("only_for", ())),
        )


class CriterionForm(RowForm):
    """What a committee scores."""

    weight = NumberField(label=_("Most points"), max_digits=6)
    minimum = NumberField(
        label=_("Least points"),
        help_text=_("Below, the application is not suitable; 0 for no minimum."),
        max_digits=6,
        may_be_zero=True,
        required=False,
    )
    guidance_it = forms.CharField(
        label=_("Guidance for the committee"),
        help_text=_("What earns few, some and all of the points. It is published with the call."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    guidance_en = forms.CharField(
        label=_("Guidance in English"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": LINES}),
    )

    def shown(self, plain: Any) -> dict[str, Any]:
        """Show the points as people write them."""
        points = {name: _written(getattr(plain, name)) for name in ("weight", "minimum")}
        return super().shown(plain) | points

    def clean(self) -> dict[str, Any]:
        """Refuse a minimum above the maximum (RANK-09)."""
        most, least = self.cleaned_data.get("weight"), self.cleaned_data.get("minimum")
        if most is not None and least is not None and least > most:
            self.add_error("minimum", _("The least points are more than the most."))
        return self.cleaned_data

    def row(self) -> Criterion:
        """Return the criterion."""
        data = self.cleaned_data
        return Criterion(
            code=self.code,
            title_it=data["title_it"],
            title_en=data["title_en"],
            weight=data["weight"],
            minimum=data["minimum"] or Decimal(0),
            guidance_it=data["guidance_it"],
            guidance_en=data["guidance_en"],
        )


class PremiumForm(RowForm):
    """An advantage for those who hold a title on the day they apply."""

    kind = forms.ChoiceField(label=_("Which premium"), choices=Premium.Kind.choices)
    system = forms.ChoiceField(label=_("What holders get"), choices=Premium.System.choices)
    points = NumberField(label=_("Points"), max_digits=6, may_be_zero=True, required=False)
    amount = MoneyField(label=_("Amount"), may_be_zero=True, max_digits=10, required=False)
    evidence_it = forms.CharField(
        label=_("How it is proved"),
        help_text=_("Such as “iscrizione nell'elenco AGCM alla data della domanda”."),
        max_length=400,
        required=False,
    )

    def shown(self, plain: Any) -> dict[str, Any]:
        """Show what holders get as people write it."""
        points, amount = _written(plain.points), write_number(plain.amount)
        return super().shown(plain) | {"points": points, "amount": amount}

    def clean(self) -> dict[str, Any]:
        """Demand what the chosen system gives (CALL-13)."""
        data = self.cleaned_data
        wanted = {"points": "points", "higher_aid": "amount"}.get(data.get("system", ""))
        if wanted and not data.get(wanted) and wanted not in self.errors:
            self.add_error(wanted, _("Say how much holders get."))
        return data

    def row(self) -> PlainPremium:
        """Return the premium."""
        data = self.cleaned_data
        return PlainPremium(
            code=self.code,
            title_it=data["title_it"],
            title_en=data["title_en"],
            kind=data["kind"],
            system=data["system"],
            points=data["points"] or Decimal(0) if data["system"] == "points" else Decimal(0),
            amount=data["amount"] or Decimal(0) if data["system"] == "higher_aid" else Decimal(0),
            evidence_it=data["evidence_it"],
        )


class ReserveForm(RowForm):
    """A share of the funds kept for some."""

    percent = NumberField(label=_("Share in percent"), unit="%", max_digits=5)
    groups = forms.MultipleChoiceField(
        label=_("For whom"), choices=GROUPS, widget=forms.CheckboxSelectMultiple
    )
    within = forms.ChoiceField(
        label=_("Part of"),
        help_text=_("The share is then one of that reserve, not of all resources."),
        required=False,
    )
    release_it = forms.CharField(
        label=_("When unused money comes free"), max_length=400, required=False
    )

    def build(self) -> None:
        """Offer the other reserves."""
        others = [(one.code, one.title_it) for one in self.others if one is not self.plain]
        self.fields["within"].choices = [("", _("All resources")), *others]

    def shown(self, plain: Any) -> dict[str, Any]:
        """Show the share as people write it."""
        return super().shown(plain) | {"percent": _written(plain.percent)}

    def clean_percent(self) -> Decimal:
        """Refuse more than all."""
        percent = self.cleaned_data["percent"]
        if percent > 100:  # noqa: PLR2004 (percent)
            raise forms.ValidationError(_("A share is at most 100."))
        return percent

    def row(self) -> Reserve:
        """Return the reserve."""
        data = self.cleaned_data
        return Reserve(
            code=self.code,
            title_it=data["title_it"],
            title_en=data["title_en"],
            percent=data["percent"],
            groups=tuple(data["groups"]),
            within=data["within"],
            release_it=data["release_it"],
        )


class ShareForm(RowForm):
    """What a province has of the endowment."""

    title_it = None
    title_en = None
    province = forms.CharField(
        label=_("Province"), help_text=_("Two letters, such as MN."), max_length=2, min_length=2
    )
    amount = MoneyField(label=_("Amount"))

    def shown(self, plain: Any) -> dict[str, Any]:
        """Show the amount as people write it."""
        return {"province": plain.province, "amount": write_number(plain.amount)}

    def clean_province(self) -> str:
        """Return the sign in capitals; refuse one that does not exist, or has its share already."""
        sign = self.cleaned_data["province"].upper()
        if not municipalities(sign):
            raise forms.ValidationError(_("Write the two letters of the province, such as MN."))
        if any(one.province == sign for one in self.others if one is not self.plain):
            raise forms.ValidationError(_("This province has its share already."))
        return sign

    def row(self) -> Share:
        """Return the share."""
        return Share(self.cleaned_data["province"], self.cleaned_data["amount"])


class BlockForm(forms.Form):
    """One of the thirteen blocks: its text, or why it is left out (CALL-03)."""

    text_it = forms.CharField(
        label=_("Text"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    text_en = forms.CharField(
        label=_("Text in English"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    left_out_because = forms.CharField(
        label=_("Not compatible with this call because"),
        help_text=_("Only where the block has no place here; then leave the text empty."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": LINES}),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a text and a reason at once."""
        data = self.cleaned_data
        if data.get("text_it", "").strip() and data.get("left_out_because", "").strip():
            message = _("Write the text or the reason why it is left out, not both.")
            self.add_error("left_out_because", message)
        return data


def _offer_applicants(form: forms.Form, call: Call) -> None:
    choices = kind_of(call.kind).applicants
    if choices:
        form.fields["only_for"].choices = choices
    else:
        del form.fields["only_for"]


def _written(value: Decimal) -> str:
    plain = f"{value:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return plain.replace(".", ",")

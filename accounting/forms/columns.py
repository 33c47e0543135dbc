"""Which columns of a workbook somebody wants, and in which order: a tick and a place for each."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from accounting.workbooks import WorkbookKind


class ColumnsForm(forms.Form):
    """A tick and a place for each column; those that cannot be left out are ticked for good."""

    def __init__(
        self, data: Any = None, *, kind: WorkbookKind, chosen: Sequence[str] = (), **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.kind = kind
        titles = {column.key: column.title for column in kind.columns}
        shown = list(chosen) or list(titles)
        self.order = [*shown, *(key for key in titles if key not in shown)]
        for place, key in enumerate(self.order, 1):
            reason = kind.needed.get(key, "")
            self.fields[f"show_{key}"] = forms.BooleanField(
                label=titles[key],
                required=False,
                initial=key in shown or bool(reason),
                disabled=bool(reason),
                widget=_tick(key, has_reason=bool(reason)),
            )
            self.fields[f"place_{key}"] = forms.IntegerField(
                label=_("Place of {column}").format(column=titles[key]),
                min_value=1,
                max_value=len(titles),
                initial=place,
                widget=forms.NumberInput(
                    attrs={
                        "class": "form-control acc-place",
                        "aria-label": _("Place of {column}").format(column=titles[key]),
                    }
                ),
            )

    def lines(self) -> Iterator[dict[str, Any]]:
        """Yield what the page shows of each column: tick, place, and why it cannot be left out."""
        for key in self.order:
            yield {
                "key": key,
                "show": self[f"show_{key}"],
                "place": self[f"place_{key}"],
                "reason": self.kind.needed.get(key, ""),
            }

    def chosen(self) -> list[str]:
        """Return the ticked columns in the order of their places.

        A column that moves up comes before the one whose place it takes, one that moves down after it.
        """
        said = self.cleaned_data

        def rank(key: str) -> tuple[int, int]:
            now, before = said[f"place_{key}"], self.fields[f"place_{key}"].initial
            return now, (now > before) - (now < before)

        return [key for key in sorted(self.order, key=rank) if said[f"show_{key}"]]


def _tick(key: str, *, has_reason: bool) -> forms.CheckboxInput:
    return forms.CheckboxInput(attrs={"aria-describedby": f"why-{key}"} if has_reason else {})

"""Template filters and tags that know how to draw, and nothing about grants, cases or people."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.forms import BaseForm
from django.http import QueryDict
from django.template.context import RequestContext
from django.templatetags.static import static
from django.utils.formats import get_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ui import formats

register = template.Library()

register.filter("term_words", formats.term_words)
register.filter("term_tone", formats.term_tone)


@register.filter
def euro(amount: Decimal | float | str | None) -> str:
    """The amount (EUR) as "1.500,00 €"; empty where there is none."""
    return "" if amount in (None, "") else formats.euro(amount)


@register.filter
def longdate(moment: date | datetime | None) -> str:
    """The day in full, with the hour for an instant; empty where there is none."""
    return formats.long_date(moment) if moment else ""


@register.filter
def shortdate(moment: date | datetime | None) -> str:
    """The day as 23/11/2026, with the hour for an instant; empty where there is none."""
    return formats.short_date(moment) if moment else ""


@register.filter
def filesize_it(size: int | None) -> str:
    """The size (bytes) with its unit and a decimal comma; empty where there is none."""
    return "" if size is None else formats.file_size(size)


@register.filter
def lookup(mapping: Mapping[Any, Any] | None, key: Any) -> Any:
    """The value under `key`, or None: templates cannot write `mapping[key]`."""
    return mapping.get(key) if mapping else None


@register.filter
def tone(status: str, tones: Mapping[str, formats.Tone]) -> str:
    """The tone a status is shown in: the map belongs to the kind of case; unknown is neutral."""
    return tones.get(status, "neutral")


@register.filter
def input_date(value: str | date | None) -> str:
    """A date as `<input type="date">` wants it (ISO); what is no date stays as it was typed."""
    return _as_iso(value, get_format("DATE_INPUT_FORMATS"), "%Y-%m-%d")


@register.filter
def input_datetime(value: str | datetime | None) -> str:
    """An instant as `<input type="datetime-local">` wants it (ISO, minutes)."""
    return _as_iso(value, get_format("DATETIME_INPUT_FORMATS"), "%Y-%m-%dT%H:%M")


def _as_iso(value: Any, known_formats: Iterable[str], iso: str) -> str:
    if isinstance(value, date):
        return value.strftime(iso)
    text = str(value or "")
    for known in known_formats:
        try:
            return datetime.strptime(text, known).strftime(iso)  # noqa: DTZ007 (as it was typed)
        except ValueError:
            continue
    return text


@register.simple_tag
def icon(name: str, css: str = "icon-sm", label: str = "") -> SafeString:
    """A symbol of the Bootstrap Italia sprite: decorative, or named when it stands alone."""
    href = f"{static('ui/icons.svg')}#it-{name}"
    if label:
        return format_html(
            '<svg class="icon {}" role="img" aria-label="{}"><use href="{}"></use></svg>',
            css,
            label,
            href,
        )
    return format_html(
        '<svg class="icon {}" aria-hidden="true" focusable="false"><use href="{}"></use></svg>',
        css,
        href,
    )


@register.simple_tag(takes_context=True)
def query_without(context: RequestContext, name: str, value: Any = None) -> str:
    """The current query string without one filter (or one value of it), back on the first page."""
    query: QueryDict = context["request"].GET.copy()
    kept = [] if value is None else [v for v in query.getlist(name) if v != str(value)]
    query.setlist(name, kept)
    for cursor in ("after", "before"):
        query.pop(cursor, None)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def query_sorted(context: RequestContext, column: str) -> str:
    """The current query string sorted by `column`; a second click turns the order round."""
    query: QueryDict = context["request"].GET.copy()
    query["sort"] = f"-{column}" if query.get("sort") == column else column
    for cursor in ("after", "before"):
        query.pop(cursor, None)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def sort_order(context: RequestContext, column: str) -> str:
    """How the table is sorted by `column` now, in the words of `aria-sort`."""
    current = context["request"].GET.get("sort", "")
    return {column: "ascending", f"-{column}": "descending"}.get(current, "none")


@register.filter
def any_errors(forms: Iterable[BaseForm] | None) -> bool:
    """Whether one of the forms of a page was sent with something wrong."""
    return any(form.errors for form in forms or ())

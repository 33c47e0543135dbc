"""From a template of the office to what one letter says: the text filled with a case's values."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from letters import templating, vocabulary
from letters.models import Clause, Template, TemplateVersion
from letters.templating import Value, parse
from letters.vocabulary import Context


@dataclass(frozen=True)
class Written:
    """What a template says of a case: what only its number brings is still open in `text`."""

    template: Template
    version: TemplateVersion
    language: str
    subject: str
    text: str
    values: Mapping[str, Value]
    lacking: tuple[str, ...] = ()

    @cached_property
    def open_names(self) -> set[str]:
        """What the text leaves open, and blocks it puts in."""
        return templating.names(parse(self.text), {})

    @property
    def title(self) -> str:
        """What names the document."""
        return self.template.name if self.language == "it" else self.subject


def write(code: str, case: Any, context: Context) -> Written:
    """Fill the office's template with what is known of a case today.

    A template that the office has not written in English is filled in Italian. Raises `LookupError`
    for a template without a text or a vocabulary that nobody resolves.
    """
    template = Template.objects.select_related("current").get(code=code)
    return fill(template, case, context)


def fill(template: Template, case: Any, context: Context) -> Written:
    """Fill a template as `write` does, its version at hand."""
    version = template.current
    if version is None:
        raise LookupError(f"{template.code!r} has no text")
    language = context.language if context.language == "it" or version.text_en else "it"
    context = Context(by=context.by, day=context.day, language=language, given=context.given)
    clauses = _clauses(language)
    names = templating.names(parse(_text(version, language)), clauses)
    names |= templating.names(parse(_subject(version, language)), {})
    values = vocabulary.resolve(template.vocabulary, case, context, names=names)
    return _of_values(template, version, language, values, clauses)


def of_values(
    template: Template, version: TemplateVersion, language: str, values: Mapping[str, Value]
) -> Written:
    """Fill a version with given values."""
    return _of_values(template, version, language, values, _clauses(language))


def _of_values(
    template: Template,
    version: TemplateVersion,
    language: str,
    values: Mapping[str, Value],
    clauses: Mapping[str, str],
) -> Written:
    parsed = parse(_text(version, language))
    fields = vocabulary.get(template.vocabulary).fields
    text = templating.fill(parsed, values, clauses)
    lacking = templating.missing(parsed, values, fields, clauses)
    kept = templating.names(parse(text), {})
    return Written(
        template=template,
        version=version,
        language=language,
        subject=templating.words(_subject(version, language), values),
        text=text,
        values={name: value for name, value in values.items() if name in kept},
        lacking=tuple(field.label for field in lacking),
    )


def _text(version: TemplateVersion, language: str) -> str:
    return version.text_en if language == "en" else version.text_it


def _subject(version: TemplateVersion, language: str) -> str:
    return version.subject_en if language == "en" else version.subject_it


def _clauses(language: str) -> dict[str, str]:
    clauses = Clause.objects.select_related("current")
    texts = {one.code: one.current for one in clauses if one.current}
    return {
        code: version.text_en if language == "en" else version.text_it
        for code, version in texts.items()
    }

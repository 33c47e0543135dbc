"""Who puts in which clause, and which fields a text of the office may therefore name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from letters import vocabulary
from letters.models import Clause, Template
from letters.models.templates import Written
from letters.templating import clause_codes, parse
from letters.vocabulary import Vocabulary

LANGUAGES = ("it", "en")


@dataclass(frozen=True)
class Uses:
    """Every template and clause of the office as they now stand, and who puts in whom."""

    templates: tuple[Template, ...]
    clauses: Mapping[str, Clause]
    _codes: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def texts(self) -> dict[str, dict[str, str]]:
        """The texts of the clauses by language and code; a clause without English is not in it."""
        return {
            language: {
                code: text
                for code, clause in self.clauses.items()
                if clause.current and (text := text_of(clause.current, language))
            }
            for language in LANGUAGES
        }

    @cached_property
    def _puts_in(self) -> dict[str, frozenset[str]]:
        """The codes that each clause puts in, itself or through others."""
        direct = {code: _codes_of(clause.current) for code, clause in self.clauses.items()}
        return {code: _reached(code, direct) for code in direct}

    def templates_with(self, code: str) -> list[Template]:
        """Return the templates that put a clause in, themselves or through another clause."""
        return [one for one in self.templates if code in self.codes_of(one.current)]

    def clauses_with(self, code: str) -> list[Clause]:
        """Return the clauses that put a clause in."""
        return [
            clause
            for other, clause in self.clauses.items()
            if other != code and code in self._puts_in[other]
        ]

    def codes_of(self, version: Written | None) -> frozenset[str]:
        """Return the codes of the clauses that a version puts in, itself or through others."""
        direct = _codes_of(version)
        return direct.union(*(self._puts_in.get(code, frozenset()) for code in direct))

    def vocabulary_of(self, text: Template | Clause) -> Vocabulary:
        """Return the fields that a text may name.

        A clause may name what every kind of case has whose templates put it in; all there is where
        none does.
        """
        if isinstance(text, Template):
            return vocabulary.get(text.vocabulary)
        codes = {one.vocabulary for one in self.templates_with(text.code)}
        every = [one for one in vocabulary.all_vocabularies() if one.code in codes or not codes]
        fields = {name: field for one in every for name, field in one.fields.items()}
        if codes:
            shared = set.intersection(*(set(one.fields) for one in every))
            fields = {name: field for name, field in fields.items() if name in shared}
        groups = {prefix: label for one in every for prefix, label in one.groups.items()}
        return Vocabulary("", ", ".join(one.label for one in every if codes), fields, groups)


def uses() -> Uses:
    """Read every template and clause with its current version: two queries."""
    clauses = Clause.objects.select_related("current")
    templates = Template.objects.select_related("current")
    return Uses(tuple(templates), {clause.code: clause for clause in clauses})


def text_of(version: Written, language: str) -> str:
    """Return a version's text in a language, empty where it has none."""
    return version.text_en if language == "en" else version.text_it


def _codes_of(version: Written | None) -> frozenset[str]:
    if version is None:
        return frozenset()
    return frozenset(
        code for language in LANGUAGES for code in clause_codes(parse(text_of(version, language)))
    )


def _reached(start: str, direct: Mapping[str, Iterable[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(direct[start])
    while waiting:
        code = waiting.pop()
        if code not in found:
            found.add(code)
            waiting += direct.get(code, ())
    return frozenset(found)

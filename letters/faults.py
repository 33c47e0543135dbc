"""What is wrong with a wording of the office before it is kept, field by field, with its places."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from letters import vocabulary
from letters.models import Clause, Template
from letters.templating import Problem, parse, problems, subject_problems
from letters.templating.problems import CLAUSE_UNKNOWN
from letters.uses import LANGUAGES, Uses

CLAUSE_NOT_ENGLISH = gettext_noop("The clause “{code}” has no English text.")
LONGEST = 20_000
LONGEST_SUBJECT = 300


@dataclass(frozen=True)
class Words:
    """A wording as it was typed: in Italian and, where there is one, in English.

    A clause has no subject.
    """

    text_it: str
    text_en: str = ""
    subject_it: str = ""
    subject_en: str = ""

    def text(self, language: str) -> str:
        """Return the text in a language."""
        return self.text_en if language == "en" else self.text_it

    def subject(self, language: str) -> str:
        """Return the subject in a language."""
        return self.subject_en if language == "en" else self.subject_it


@dataclass(frozen=True)
class Faults:
    """What stands against keeping a wording.

    `places` are problems of the texts by field of the form, `fields` sentences for whole fields,
    `elsewhere` sentences about other texts that would no longer be sound.
    """

    places: Mapping[str, list[Problem]]
    fields: Mapping[str, str]
    elsewhere: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.places or self.fields or self.elsewhere)


def faults(text: Template | Clause, words: Words, uses: Uses) -> Faults:
    """Return everything that is wrong with a wording, so that it can be mended in one go."""
    is_template = isinstance(text, Template)
    fields = uses.vocabulary_of(text).fields
    places: dict[str, list[Problem]] = {}
    for language in LANGUAGES:
        clauses = uses.texts[language]
        own = "" if is_template else text.code
        found = problems(parse(words.text(language)), fields, clauses, own_code=own)
        places[f"text_{language}"] = [_in_english(one, language, uses) for one in found]
        places[f"subject_{language}"] = subject_problems(parse(words.subject(language)), fields)
    return Faults(
        {name: found for name, found in places.items() if found},
        dict(_missing(words, has_subject=is_template)),
        () if isinstance(text, Template) else tuple(_elsewhere(text, words, uses)),
    )


def _missing(words: Words, *, has_subject: bool) -> list[tuple[str, str]]:
    """Return what must be there and is not, or is too long; English is whole or absent."""
    has_english = bool(words.text_en or words.subject_en)
    wanted = [
        ("text_it", words.text_it, LONGEST, True),
        ("text_en", words.text_en, LONGEST, has_english),
    ]
    if has_subject:
        wanted += [
            ("subject_it", words.subject_it, LONGEST_SUBJECT, True),
            ("subject_en", words.subject_en, LONGEST_SUBJECT, has_english),
        ]
    found = []
    for name, typed, longest, is_wanted in wanted:
        if is_wanted and not typed:
            in_english = _("The English letter needs this too: text and subject, or neither.")
            found.append((name, in_english if name.endswith("en") else _("This is missing.")))
        elif len(typed) > longest:
            sentence = _("This is too long: {found} characters of {most} at most.")
            found.append((name, sentence.format(found=len(typed), most=longest)))
    return found


def _in_english(problem: Problem, language: str, uses: Uses) -> Problem:
    """A clause that exists in Italian alone is not unknown: it wants translating."""
    code = dict(problem.values).get("code", "")
    if language == "en" and problem.sentence == CLAUSE_UNKNOWN and code in uses.clauses:
        return Problem(problem.line, problem.column, CLAUSE_NOT_ENGLISH, problem.values)
    return problem


def _elsewhere(clause: Clause, words: Words, uses: Uses) -> list[str]:
    """Return which templates would no longer be sound with a clause's new words."""
    found = []
    for template in uses.templates_with(clause.code):
        fields = vocabulary.get(template.vocabulary).fields
        for language in LANGUAGES:
            before = uses.texts[language]
            after = {**before, clause.code: words.text(language)}
            if not words.text(language):
                after.pop(clause.code, None)
            current = template.current
            typed = "" if current is None else getattr(current, f"text_{language}")
            known = set(problems(parse(typed), fields, before))
            found += [
                _in_template(template, _in_english(one, language, uses))
                for one in problems(parse(typed), fields, after)
                if one not in known
            ]
    return found


def _in_template(template: Template, problem: Problem) -> str:
    sentence = _("The template “{template}” would no longer be sound, line {line}: {problem}")
    return sentence.format(template=template, line=problem.line, problem=problem.words(_))

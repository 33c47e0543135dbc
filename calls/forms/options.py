"""Answers to choose from, written one a line, each with its English after a bar."""

from collections.abc import Sequence

from calls.forms.rows import code_from
from calls.rules.questions import Option


def read_options(typed: str, before: Sequence[Option] = ()) -> tuple[Option, ...]:
    """Read answers to choose from, one a line; those that were there keep their codes."""
    codes = {option.title_it.strip().casefold(): option.code for option in before}
    found: list[Option] = []
    taken = set(codes.values())
    for line in typed.splitlines():
        title, english = parted(line)
        if title:
            code = codes.pop(title.casefold(), "") or code_from(title, taken)
            taken.add(code)
            found.append(Option(code, title, english))
    return tuple(found)


def parted(line: str) -> tuple[str, str]:
    """Part the Italian from the English of a line: Sì | Yes."""
    italian, _bar, english = line.partition("|")
    return italian.strip(), english.strip()


def with_english(italian: str, english: str) -> str:
    """Write both languages as `parted` reads them."""
    return f"{italian} | {english}" if english else italian


def option_lines(options: Sequence[Option]) -> str:
    """Write answers to choose from as `read_options` reads them."""
    return "\n".join(with_english(option.title_it, option.title_en) for option in options)

"""Comparing a tax code with the data of the person who gave it: it warns, it never refuses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from parties.codes.errors import CodeError
from parties.codes.places import FOREIGN_PREFIX, codes_named, could_name, place_name
from parties.codes.tax_codes import (
    PersonTaxCode,
    Sex,
    first_name_letters,
    last_name_letters,
)

ComparedField: TypeAlias = Literal["last_name", "first_name", "birth_date", "birthplace", "sex"]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A difference between the tax code and the data of its holder.

    `expected` is what the code says, `given` what the data say, in the same notation: three
    letters for names, `dd/mm/yy` for dates, the name (or code) for places, M or F for the sex.
    """

    field: ComparedField
    expected: str
    given: str


def tax_code_mismatches(
    code: PersonTaxCode,
    *,
    first_name: str,
    last_name: str,
    birth_date: date,
    birthplace: str,
    sex: Sex | None = None,
) -> list[Mismatch]:
    """Return where the code and the data of its holder disagree; empty when all agrees.

    The answer is a warning: second names, transliterations and renamed places make honest
    differences. `birthplace` is a name or a Belfiore code; `sex` is left out when it is not
    asked. The century of the birth date is not compared (IDC-03).
    """
    compared: list[tuple[ComparedField, str, str]] = [
        ("last_name", code.last_name_letters, _letters(last_name_letters, last_name)),
        ("first_name", code.first_name_letters, _letters(first_name_letters, first_name)),
        ("birth_date", _date_in(code), birth_date.strftime("%d/%m/%y")),
        ("sex", code.sex, sex or code.sex),
    ]
    found = [Mismatch(*values) for values in compared if values[1] != values[2]]
    if not _same_place(birthplace, code.birthplace_code):
        expected = place_name(code.birthplace_code) or code.birthplace_code
        found.append(Mismatch("birthplace", expected, birthplace.strip()))
    return found


def _same_place(text: str, code: str) -> bool:
    known = codes_named(text)
    if known:
        return code in known
    # People born abroad are asked for a place and often give the city, which no list has here.
    return code.startswith(FOREIGN_PREFIX) or could_name(text, code)


def _date_in(code: PersonTaxCode) -> str:
    return f"{code.birth_day:02d}/{code.birth_month:02d}/{code.birth_year_two_digits:02d}"


def _letters(rule: Callable[[str], str], name: str) -> str:
    try:
        return rule(name)
    except CodeError:
        return name.strip()

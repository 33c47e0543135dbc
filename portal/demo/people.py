"""Invented people, firms and associations with codes that pass every check."""

import unicodedata
from datetime import date, timedelta
from random import Random
from typing import Any, Literal

from stdnum.luhn import calc_check_digit

from parties.codes import encode_tax_code, omocodia_variants
from portal.demo.contents import read
from workflows.written.people import OrganisationData, PersonData

OFFICE_OF_MANTOVA = "020"
SEXES: tuple[Literal["F"], Literal["M"]] = ("F", "M")
Quirk = Literal["", "omocodia", "birth_date", "last_name"]


class Inventor:
    """Makes up people and organisations, each once, from one random source."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.names: set[tuple[str, str]] = set()
        self.numbers: set[int] = set()
        self.firms = self._shuffled("firms")
        self.associations = self._shuffled("associations")

    def person(
        self,
        on: date,
        *,
        name: tuple[str, str] | None = None,
        quirk: Quirk = "",
        oldest: int = 33,
    ) -> PersonData:
        """Invent a person who is between 19 and `oldest` years old on a day, or some months more.

        `quirk` is what an officer may meet: a code with letters for digits (omocodia), or one
        that does not agree with the birth date or the last name as they were typed.
        """
        sex, first, last = self._name(name)
        years, days = self.rng.randint(19, oldest), self.rng.randint(10, 350)
        born = date(on.year - years, on.month, 1) - timedelta(days=days)
        places = read("people")
        birthplace = self.rng.choice(places["birthplaces"])
        home, postcode = self.rng.choice(places["homes"])
        return PersonData(
            first_name=first,
            last_name=last,
            tax_code=self._tax_code(
                quirk,
                first_name=first,
                last_name=last,
                birth_date=born,
                birthplace=birthplace,
                sex=sex,
            ),
            birth_date=born,
            birthplace=birthplace,
            sex=sex,
            citizenship={"Romania": "rumena", "India": "indiana"}.get(birthplace, "italiana"),
            street=self.rng.choice(places["streets"]),
            street_number=str(self.rng.randint(1, 120)),
            postcode=postcode,
            municipality=home,
            province="MN",
            phone=f"333 {self.rng.randint(0, 9999999):07d}",
            email=email_of(first, last),
        )

    def firm(self, person: PersonData, ateco: str, on: date, name: str = "") -> OrganisationData:
        """Invent a small firm that a person represents, of a name of its own where none is given."""
        form, suffix = self.rng.choice(
            [("company", "srl"), ("partnership", "snc"), ("cooperative", "società cooperativa")]
        )
        number = self.vat_number()
        return self._organisation(
            person,
            name=name or f"{self.firms.pop()} {suffix}",
            legal_form=form,
            tax_code=number,
            vat_number=number,
            rea=f"MN-{self.rng.randint(210000, 289999)}",
            ateco=ateco,
            size=self.rng.choice(["micro", "micro", "micro", "small"]),
            vat_opened_on=on - timedelta(days=self.rng.randint(200, 2400)),
        )

    def association(self, person: PersonData) -> OrganisationData:
        """Invent an association that a person represents; it has no VAT number."""
        return self._organisation(
            person,
            name=f"Associazione {self.associations.pop()}",
            legal_form="association",
            tax_code=self._eleven_digits(first="9"),
            vat_number="",
            rea="",
            ateco="",
            size="",
            vat_opened_on=None,
        )

    def vat_number(self) -> str:
        """Return a valid VAT number of the Mantova office, never the same twice."""
        return self._eleven_digits(first="0")

    def _organisation(self, person: PersonData, *, name: str, **own: Any) -> OrganisationData:
        slug = _plain(name.replace(" ", "-"))
        return OrganisationData(
            name=name,
            street=person.street,
            street_number=person.street_number,
            postcode=person.postcode,
            municipality=person.municipality,
            province=person.province,
            pec=f"{slug}@pec.example.org",
            email=f"{slug}@example.org",
            capacity="legal_representative",
            **own,
        )

    def _name(self, name: tuple[str, str] | None) -> tuple[Literal["F", "M"], str, str]:
        names = read("people")
        if name:
            return ("F" if name[0].endswith("a") else "M"), *name
        while True:
            sex = self.rng.choice(SEXES)
            first = self.rng.choice(names["women" if sex == "F" else "men"])
            last = self.rng.choice(names["last_names"])
            if (first, last) not in self.names:
                self.names.add((first, last))
                return sex, first, last

    def _tax_code(self, quirk: Quirk, **holder: Any) -> str:
        if quirk == "last_name":
            holder["last_name"] = "Fortunati"
        if quirk == "birth_date":
            holder["birth_date"] += timedelta(days=1)
        code = encode_tax_code(**holder)
        return omocodia_variants(code)[self.rng.randrange(7)] if quirk == "omocodia" else code

    def _eleven_digits(self, first: str) -> str:
        while (number := self.rng.randint(1_000_000, 2_999_999)) in self.numbers:
            pass
        self.numbers.add(number)
        head = first + f"{number:07d}"[1:] + OFFICE_OF_MANTOVA
        return head + calc_check_digit(head)

    def _shuffled(self, name: str) -> list[str]:
        names = list(read("people")[name])
        self.rng.shuffle(names)
        return names


def email_of(first: str, last: str) -> str:
    """Return the address of an invented person, in a domain that belongs to nobody."""
    return f"{_plain(first)}.{_plain(last)}@example.org"


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.lower())
    kept = (char for char in letters if (char.isascii() and char.isalnum()) or char == "-")
    return "".join(kept)

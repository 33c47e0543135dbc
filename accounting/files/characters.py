"""The few characters that banks let through (SEPA-03)."""

import re

from text_unidecode import unidecode

INSTEAD = str.maketrans({"&": "+", "@": "(a)", "_": "-", "€": "EUR"})
FOREIGN = re.compile(r"[^A-Za-z0-9/\-?:().,'+ ]")
IDENTIFIER = re.compile(r"[A-Za-z0-9\-?:().,'+ ](?:/?[A-Za-z0-9\-?:().,'+ ])*")


def plain(words: str, longest: int) -> str:
    """Return words as a bank takes them: accents off, other signs as blanks, cut to a length.

    Slashes neither begin, end nor double it.
    """
    known = FOREIGN.sub(" ", unidecode(words.translate(INSTEAD)))
    single = re.sub(r"/{2,}", "/", " ".join(known.split()))
    return single.strip("/ ")[:longest].strip("/ ")


def is_identifier(words: str, longest: int = 35) -> bool:
    """Tell whether an id may go to a bank as it is."""
    return len(words) <= longest and IDENTIFIER.fullmatch(words) is not None

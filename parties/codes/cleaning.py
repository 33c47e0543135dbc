"""Tidying of codes as people type or paste them."""

import re
import unicodedata

# White space of any kind, invisible joiners that come with copied text, dots, and every dash
# between the hyphen and the minus sign.
_SEPARATORS = re.compile(r"[\s.\-\u00ad\u200b-\u200d\u2010-\u2015\u2060\u2212\ufeff]+")


def clean(raw: str, *prefixes: str) -> str:
    """Return `raw` in upper case without separators and without the first prefix that fits.

    Longer prefixes go first: `clean(raw, "TINIT", "IT")`.
    """
    text = _SEPARATORS.sub("", unicodedata.normalize("NFKC", raw)).upper()
    for prefix in prefixes:
        if text.startswith(prefix):
            return text.removeprefix(prefix)
    return text

"""File names as people and browsers send them, made safe to store, show and send back."""

import re
import unicodedata

MAX_NAME_LENGTH = 150
FALLBACK_NAME = "document"

_PATH_SEPARATORS = re.compile(r"[/\\]")
_FORBIDDEN_IN_WINDOWS = re.compile(r'[<>:"|?*]')
_DEVICE_NAME = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_EXTENSION = re.compile(r"(?=.*[a-z])[a-z0-9]{1,8}")


def clean_name(name: str) -> str:
    """Returns the last path part of `name`, free of what could mislead a person or a system.

    Control, format and bidirectional characters go (they can make `cod.exe` read as `exe.doc`),
    white space becomes single spaces, characters that Windows refuses become `_`, dots and spaces
    at both ends go. Returns "document" where nothing is left. The length stays as it comes:
    `judge` refuses names longer than MAX_NAME_LENGTH characters.
    """
    visible = "".join(_visible(char) for char in unicodedata.normalize("NFC", name))
    parts = [part.strip(" .") for part in _PATH_SEPARATORS.split(visible)]
    last = next((part for part in reversed(parts) if part), FALLBACK_NAME)
    plain = _FORBIDDEN_IN_WINDOWS.sub("_", " ".join(last.split()))
    return f"_{plain}" if _DEVICE_NAME.match(plain) else plain


def split_name(name: str) -> tuple[str, str]:
    """Returns (stem, extension) of a cleaned name, the extension in lower case without its dot.

    What follows the last dot counts as an extension only if it looks like one: `Contract n.5`
    and `Lease 12.03.2026` have none, and keep their full name as stem.
    """
    stem, _dot, ending = name.rpartition(".")
    if stem and _EXTENSION.fullmatch(ending.lower()):
        return stem, ending.lower()
    return name, ""


def _visible(char: str) -> str:
    """The character itself, a space for white space, nothing for what cannot be seen."""
    category = unicodedata.category(char)
    if char in "\t\n\r" or category.startswith("Z"):
        return " "
    return "" if category.startswith("C") else char

"""The texts that every office begins with: `VOCABULARY/CODE.md` and `clauses/CODE.md`, as data.

    ---
    name: Ricevuta della domanda e avvio del procedimento
    subject: Ricevuta della domanda e avvio del procedimento
    subject_en: Receipt of the application and start of the procedure
    release: at_once
    is_act: yes
    ---
    The Italian text.

    --- en
    The English text, where an addressee may have chosen that language.

`release` is approval and `is_act` no where they are left out. The office's own versions come after
these and are never overwritten (`letters.services.defaults`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

FOLDER = Path(__file__).parent
CLAUSES = "clauses"
_RULE, _ENGLISH = "---\n", "\n--- en\n"
_KEYS = frozenset({"name", "subject", "subject_en", "release", "is_act"})


@dataclass(frozen=True, kw_only=True)
class DefaultText:
    """A text as its file says; a clause has neither vocabulary nor subject."""

    code: str
    name: str
    text_it: str
    text_en: str = ""
    vocabulary: str = ""
    subject_it: str = ""
    subject_en: str = ""
    release: str = "approval"
    is_act: bool = False


@cache
def clauses() -> Mapping[str, DefaultText]:
    """Return the clauses by code."""
    return MappingProxyType(_folder(FOLDER / CLAUSES))


@cache
def templates() -> Mapping[str, DefaultText]:
    """Return the templates by code, in the order of vocabulary and code."""
    found: dict[str, DefaultText] = {}
    for folder in sorted(path.parent for path in FOLDER.glob("*/*.md")):
        if folder.name != CLAUSES:
            found |= _folder(folder)
    return MappingProxyType(found)


def _folder(folder: Path) -> dict[str, DefaultText]:
    return {path.stem: _read(path) for path in sorted(folder.glob("*.md"))}


def _read(path: Path) -> DefaultText:
    written = path.read_text(encoding="utf-8")
    _before, head, body = written.split(_RULE, 2)
    said = dict(line.split(": ", 1) for line in head.splitlines())
    if unknown := said.keys() - _KEYS:
        raise ValueError(f"{path.name}: {', '.join(sorted(unknown))} is nothing that a text says")
    italian, _rule, english = body.partition(_ENGLISH)
    is_clause = path.parent.name == CLAUSES
    return DefaultText(
        code=path.stem,
        vocabulary="" if is_clause else path.parent.name,
        name=said["name"],
        subject_it=said.get("subject", ""),
        subject_en=said.get("subject_en", ""),
        release=said.get("release", "approval"),
        is_act=said.get("is_act") == "yes",
        text_it=italian.strip() + "\n",
        text_en=english.strip() + "\n" if english.strip() else "",
    )

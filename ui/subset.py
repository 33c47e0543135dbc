"""What the pages use of Bootstrap Italia, and no more: made when style sheets are collected.

The whole library is 1.7 MB; on a phone its style sheet alone takes half a second. Kept are the
rules whose classes, and the icons whose names, stand as a word in a template or in our code.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise LookupError(package)
    return Path(spec.origin).parent


ROOT = Path(__file__).resolve().parent.parent
OURS = ROOT / "ui" / "static" / "ui"
STYLES, ICONS = "static/css/bootstrap-italia.min.css", "static/svg/sprites.svg"
WRITTEN = (
    (ROOT, "templates/**/*.html"),
    (ROOT, "*/**/*.py"),
    (OURS, "js/*.js"),
    (_folder("allauth"), "templates/**/*.html"),
    (_folder("django.forms"), "templates/**/*.html"),
)
# Not written on any page: tests, tools and what they use.
ELSEWHERE = {"tests", "tools", "bench", ".venv", "staticfiles", ".data"}
WORD = re.compile(r"[\w-]+")
# Buttons take their colour from the act they offer: the class stands nowhere as one word.
TONE = re.compile(r"""\btone=["']([a-z]+)["']""")
BUTTONS = ("btn-", "btn-outline-")
CLASS = re.compile(r"\.((?:\\.|[\w-])+)")
NEGATED = re.compile(r":not\([^)]*\)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SYMBOL = re.compile(r'<symbol[^>]* id="it-([^"]+)".*?</symbol>', re.DOTALL)
GROUPS = ("@media", "@supports", "@layer", "@container")
ANIMATED = re.compile(r"animation(?:-name)?:([^;}]+)")


@cache
def files() -> dict[str, str]:
    """Return what is kept, by the name under which pages ask for it."""
    said = words()
    return {"ui/css/bootstrap-italia.css": styles(said), "ui/icons.svg": icons(said)}


def words() -> frozenset[str]:
    """Return every word that stands in a template, in our code or in a script, and buttons' colours."""
    texts = [
        path.read_text(encoding="utf-8")
        for folder, pattern in WRITTEN
        for path in folder.glob(pattern)
        if path.relative_to(folder).parts[0] not in ELSEWHERE
    ]
    tones = {tone for text in texts for tone in TONE.findall(text)}
    return frozenset(word for text in texts for word in WORD.findall(text)) | {
        f"{button}{tone}" for button in BUTTONS for tone in tones
    }


def styles(said: frozenset[str]) -> str:
    """Return the rules that may concern a page on which these words stand."""
    text = COMMENT.sub(
        "", (_folder("bootstrap_italia_template") / STYLES).read_text(encoding="utf-8")
    )
    kept = "".join(_kept(text, said)).replace("url(../", "url(../../")
    named = {name for one in ANIMATED.findall(kept) for name in WORD.findall(one)}
    moving = (
        f"{head}{{{body}}}"
        for head, body in _rules(text)
        if head.startswith("@keyframes") and head.split()[-1] in named
    )
    return "/* Bootstrap Italia (BSD-3-Clause), as far as it is used: ui/subset.py */\n" + (
        kept + "".join(moving)
    ).replace("}", "}\n")


def icons(said: frozenset[str]) -> str:
    """Return the icons whose names stand among these words."""
    text = (_folder("bootstrap_italia_template") / ICONS).read_text(encoding="utf-8")
    kept = (found.group(0) for found in SYMBOL.finditer(text) if found.group(1) in said)
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(kept) + "\n</svg>\n"


def _kept(text: str, said: frozenset[str]) -> Iterator[str]:
    for head, body in _rules(text):
        if head.startswith(GROUPS):
            if inner := "".join(_kept(body, said)):
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            continue
        elif selectors := [one for one in _split(head) if _concerns(one, said)]:
            yield f"{','.join(selectors)}{{{body}}}"


def _concerns(selector: str, said: frozenset[str]) -> bool:
    found = CLASS.findall(NEGATED.sub("", selector))
    return all(one.replace("\\", "") in said for one in found)


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Yield each rule of a level: what stands before its braces, and between them."""
    start = depth = opened = 0
    for place in (found.start() for found in re.finditer(r"[{};]", text)):
        sign = text[place]
        if sign == "{":
            opened, depth = (place, 1) if depth == 0 else (opened, depth + 1)
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield text[start:opened].strip(), text[opened + 1 : place]
                start = place + 1
        elif depth == 0:
            start = place + 1


def _split(head: str) -> list[str]:
    """Split a list of selectors at the commas that stand outside brackets."""
    return [one.strip() for one in re.split(r",(?![^()\[\]]*[)\]])", head)]

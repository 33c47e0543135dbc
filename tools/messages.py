"""Keep the Italian catalogue true to the sources: `python -m tools.messages update|check|compile`.

Source sentences are English and stand in Python code and templates. Works with Babel alone, where
the programs of GNU gettext are missing. The catalogue carries no dates and no line numbers, so that
a change in it is always a change of words.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LANGUAGE = "it"
DOMAIN = "django"
NOT_THE_PRODUCT = {"tests", "tools", "bench", "docs", "staticfiles", "locale", "requirements"}
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[#0 +-]*[\d.]*[a-zA-Z]|%[sdrf]|\{\w*\}")
HEADER = """\
# Italian sentences of Sportello. Written by `make messages`; translations are edited here.
msgid ""
msgstr ""
"Language: it\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def catalogue_path(root: Path = ROOT) -> Path:
    """Return where the catalogue of a tree is."""
    return root / "locale" / LANGUAGE / "LC_MESSAGES" / f"{DOMAIN}.po"


def sources(root: Path) -> Iterator[Path]:
    """Return every Python file and template of the product, in a stable order."""
    for top in sorted(root.iterdir()):
        if top.name.startswith(".") or top.name in NOT_THE_PRODUCT or not top.is_dir():
            continue
        for path in sorted(top.rglob("*")):
            is_template = "templates" in path.parts and path.suffix in {".html", ".txt"}
            if path.suffix == ".py" or is_template:
                yield path


def gather(root: Path = ROOT) -> Catalog:
    """Return a catalogue of all sentences of the sources, untranslated."""
    found = Catalog(locale=LANGUAGE, domain=DOMAIN)
    for path in sources(root):
        name = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            # What is left of the markup is indented like markup, which is no Python.
            text = re.sub(r"(?m)^[ \t]+", "", templatize(text, origin=name))
        code = BytesIO(text.encode())
        options = {"encoding": "utf-8"}
        for line, words, comments, context in extract(
            "python", code, KEYWORDS, ["Translators"], options
        ):
            found.add(words, None, [(name, line)], auto_comments=comments, context=context)
    return found


def read(root: Path = ROOT) -> Catalog:
    """Return the catalogue as it is written, empty where there is none yet."""
    path = catalogue_path(root)
    if not path.exists():
        return Catalog(locale=LANGUAGE, domain=DOMAIN)
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE, domain=DOMAIN)


def update(root: Path = ROOT) -> None:
    """Write the catalogue anew: every sentence of the sources, with the translation it has."""
    old, new = read(root), gather(root)
    for message in new:
        kept = old.get(message.id, message.context) if message.id else None
        # A sentence that gains a plural form starts over.
        if kept and isinstance(kept.string, str) == isinstance(message.id, str):
            message.string = kept.string
            message.flags |= kept.flags & {"fuzzy"}
            message.user_comments = kept.user_comments
        message.locations = sorted({(name, 0) for name, _ in message.locations})
    output = BytesIO()
    write_po(output, new, width=100, omit_header=True, sort_output=True, include_lineno=False)
    path = catalogue_path(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + output.getvalue().decode().strip() + "\n", encoding="utf-8")


def problems(root: Path = ROOT) -> list[str]:
    """Return one sentence for everything that is wrong with the catalogue."""
    written, wanted = read(root), gather(root)
    found = [f"obsolete: {_show(message)}" for message in written.obsolete.values()]
    found += [
        f"obsolete: {_show(message)}"
        for message in written
        if message.id and not wanted.get(message.id, message.context)
    ]
    for message in wanted:
        if message.id:
            there = written.get(message.id, message.context)
            found += _faults(there) if there else [f"missing: {_show(message)}"]
    return found


def compile_catalogue(root: Path = ROOT) -> None:
    """Write the compiled catalogue beside its source, unless it is newer already."""
    path = catalogue_path(root)
    compiled = path.with_suffix(".mo")
    if not path.exists():
        return
    if compiled.exists() and compiled.stat().st_mtime_ns > path.stat().st_mtime_ns:
        return
    output = BytesIO()
    write_mo(output, read(root))
    compiled.write_bytes(output.getvalue())


def _faults(message: Message) -> Iterator[str]:
    if message.fuzzy:
        yield f"fuzzy: {_show(message)}"
    forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
    if not all(forms):
        yield f"untranslated: {_show(message)}"
        return
    originals = [message.id] if isinstance(message.id, str) else list(message.id)
    for number, form in enumerate(forms):
        original = originals[min(number, len(originals) - 1)]
        if not _agree(original, originals[-1], form, is_one=number == 0 and len(originals) > 1):
            yield f"placeholders differ: {_show(message)} → “{form}”"
        if original.endswith("\n") != form.endswith("\n"):
            yield f"line end differs: {_show(message)}"


def _agree(original: str, plural: str, form: str, *, is_one: bool) -> bool:
    """Compare placeholders; the form for one may leave the count out or spell it as the plural."""
    wanted, given = (Counter(PLACEHOLDER.findall(text)) for text in (original, form))
    if not is_one:
        return wanted == given
    most = wanted | Counter(PLACEHOLDER.findall(plural))
    return given <= most and wanted <= most


def _show(message: Message) -> str:
    words = message.id if isinstance(message.id, str) else message.id[0]
    context = f" [{message.context}]" if message.context else ""
    place = message.locations[0][0] if message.locations else "catalogue"
    return f"“{words}”{context} ({place})"


def main(arguments: list[str]) -> int:
    """Carry out the action named on the command line; return the exit status."""
    match arguments:
        case ["update"]:
            update()
        case ["compile"]:
            compile_catalogue()
        case ["check"]:
            found = problems()
            print(
                "\n".join([*found, f"{len(found)} problems: run `make messages`, then translate."])
                if found
                else "The catalogue is complete."
            )
            return 1 if found else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

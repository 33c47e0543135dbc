"""Templates are all used, say nothing inline, and load nothing for nothing."""

import ast
import re
from functools import cache
from pathlib import Path

import django
import pytest
from django.template import engines
from django.template.loader import get_template
from django.template.utils import get_app_template_dirs

from tests.architecture.tree import ROOT, sources

# Django shows these by their names when something goes wrong.
ASKED_BY_DJANGO = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}
FOLDERS = [ROOT / "templates", *sorted(ROOT.glob("*/templates"))]
TEMPLATES = {
    str(path.relative_to(folder)): path.read_text()
    for folder in FOLDERS
    for path in sorted(folder.rglob("*"))
    if path.is_file()
}
LIBRARY_FOLDERS = [
    *(
        Path(folder)
        for folder in get_app_template_dirs("templates")
        if ROOT not in Path(folder).parents or ".venv" in Path(folder).parts
    ),
    Path(django.__file__).parent / "forms" / "templates",
]
each_template = pytest.mark.parametrize("name", TEMPLATES)
BUILTINS = ("i18n", "static")


@cache
def names_in_code() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Return the strings of the code that may name a template, and patterns for f-strings."""
    plain, patterns = set(), []
    for tree in sources().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                plain.add(node.value)
            elif isinstance(node, ast.JoinedStr) and (text := _pattern(node)).endswith(
                (r"\.html", r"\.txt", r"\.svg")
            ):
                patterns.append(re.compile(text))
    return frozenset(plain), tuple(patterns)


@cache
def names_in_templates() -> frozenset[str]:
    """Return the templates that others extend or include, or that tags of the code name."""
    tag = re.compile(r"""{%-?\s*(?:extends|include|element|partial)\s+["']([^"']+)["']""")
    return frozenset(name for text in TEMPLATES.values() for name in tag.findall(_bare(text)))


@each_template
def test_template_is_used(name):
    assert is_named(name), f"no view, include or extends names {name}"


def is_named(name: str) -> bool:
    plain, patterns = names_in_code()
    return (
        name in ASKED_BY_DJANGO | plain | names_in_templates()
        or any(pattern.fullmatch(name) for pattern in patterns)
        or any((folder / name).is_file() for folder in LIBRARY_FOLDERS)
    )


@each_template
def test_template_can_be_read(name):
    get_template(name)


@each_template
def test_template_has_no_inline_script_style_or_handler(name):
    text = _bare(TEMPLATES[name])
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>|<style\b|\sstyle\s*=|\s(?:hx-)?on[a-z:-]+\s*=\s*[\"']|javascript:",
        re.IGNORECASE,
    )

    assert inline.findall(text) == []


@each_template
def test_template_loads_only_what_it_uses(name):
    text = _bare(TEMPLATES[name])
    loads = re.findall(r"{%-?\s*load\s+([^%]+?)\s*-?%}", text)
    unused = [one for load in loads for one in _loaded(load) if not _uses(text, one)]

    assert unused == []


@each_template
def test_translated_blocks_are_trimmed(name):
    blocks = re.findall(r"{%-?\s*(blocktrans(?:late)?\b[^%]*)%}", _bare(TEMPLATES[name]))

    assert [
        block
        for block in blocks
        if not re.match(r"blocktranslate\b.*\btrimmed\b", block, re.DOTALL)
    ] == []


def _pattern(node: ast.JoinedStr) -> str:
    return "".join(
        re.escape(part.value) if isinstance(part, ast.Constant) else "[^/]+" for part in node.values
    )


def _bare(text: str) -> str:
    """Return a template without its comments."""
    text = re.sub(r"{%\s*comment\b.*?{%\s*endcomment\s*%}", "", text, flags=re.DOTALL)
    return re.sub(r"{#.*?#}", "", text)


def _loaded(load: str) -> list[str]:
    names, _from, library = load.partition(" from ")
    return names.split() if not library else [f"{library}:{name}" for name in names.split()]


def _uses(text: str, loaded: str) -> bool:
    engine = engines["django"].engine
    library, _colon, single = loaded.partition(":")
    if library in BUILTINS:
        return False
    parts = engine.template_libraries[library]
    tags = [single] if single else parts.tags
    filters = [single] if single else parts.filters
    return any(re.search(r"{%-?\s*" + re.escape(tag) + r"\b", text) for tag in tags) or any(
        re.search(r"\|\s*" + re.escape(name) + r"\b", text) for name in filters
    )

"""docs/environment.md names every variable that is read, with its default, and no other."""

import ast
import re

import pytest

from config.postgres import VARIABLES
from tests.architecture.tree import ROOT

PAGE = ROOT / "docs" / "environment.md"
PREFIX = "SPORTELLO_"
READERS = {"get", "pop", "getenv"}
# Which program is started says its name itself; nobody sets it.
SET_BY_US = {"DJANGO_SETTINGS_MODULE"}
SETTINGS = ROOT / "config" / "settings.py"
EVERYWHERE = [
    *(ROOT / "config").rglob("*.py"),
    *(ROOT / "tools").rglob("*.py"),
    *(ROOT / "bench").rglob("*.py"),
]


def settings_read() -> dict[str, ast.expr | None]:
    """Return the variables of the settings with the expression of their default."""
    calls = [
        node
        for node in ast.walk(ast.parse(SETTINGS.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "env"
    ]
    return {
        PREFIX + node.args[0].value: node.args[1] if len(node.args) > 1 else None for node in calls
    }


def programs_read() -> set[str]:
    """Return the variables that are read from the process's environment itself."""
    return {
        name
        for path in EVERYWHERE
        for node in ast.walk(ast.parse(path.read_text()))
        for name in _read(node)
    } - SET_BY_US


def documented() -> dict[str, str]:
    """Return the variables of the page with what the page gives as their default."""
    rows = re.findall(r"^\| `([A-Z0-9_]+)` \| [^|]+ \| ([^|]*) \|$", PAGE.read_text(), re.MULTILINE)
    return {name: default.strip() for name, default in rows}


def test_every_variable_that_is_read_stands_on_the_page_and_no_other():
    assert sorted(documented()) == sorted(settings_read().keys() | programs_read() | {*VARIABLES})


LITERALS = {
    name: default.value
    for name, default in settings_read().items()
    if isinstance(default, ast.Constant)
}


@pytest.mark.parametrize("name", LITERALS)
def test_the_page_gives_the_default_that_the_settings_give(name):
    assert documented().get(name) == _as_typed(LITERALS[name])


def test_a_variable_stands_on_the_page_once():
    names = re.findall(r"^\| `([A-Z0-9_]+)` \|", PAGE.read_text(), re.MULTILINE)

    assert len(names) == len(set(names))


def _as_typed(value) -> str:
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value}`" if value != "" else "empty"


def _read(node: ast.AST):
    """Yield the name in os.environ["X"], os.environ.get("X"), os.environ.pop("X"), os.getenv("X")."""
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
        if ast.unparse(node.value) == "os.environ" and isinstance(node.slice, ast.Constant):
            yield node.slice.value
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        named = node.func.attr in READERS and ast.unparse(node.func.value) in {"os.environ", "os"}
        if named and node.args and isinstance(node.args[0], ast.Constant):
            yield node.args[0].value

"""The repository as its tests read it: packages, sources, imports."""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def packages() -> tuple[str, ...]:
    """The product's packages, as the contracts of imports name them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return tuple(project["tool"]["importlinter"]["root_packages"])


@cache
def sources() -> dict[str, ast.Module]:
    """Every module of the product by its path, migrations aside, as a syntax tree."""
    return {
        str(path.relative_to(ROOT)): ast.parse(path.read_text(), str(path))
        for package in packages()
        for path in sorted((ROOT / package).rglob("*.py"))
        if "migrations" not in path.parts
    }


@cache
def handwritten() -> dict[str, str]:
    """Every Python file of the repository with its text: product, tests, tools."""
    folders = [*packages(), "tests", "tools", "bench"]
    return {
        str(path.relative_to(ROOT)): path.read_text()
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in path.parts
    }


def drawer_of(path: str) -> str:
    """The drawer of a room that a module stands in: `services` for grants/services/filing.py."""
    parts = Path(path).with_suffix("").parts
    return parts[1] if len(parts) > 1 else ""


def imported_names(tree: ast.Module) -> Iterator[str]:
    """Every name a module imports, in full."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def public_functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """Functions and methods whose names, and those of their classes, have no leading underscore."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from _public(node.body)
    yield from _public(tree.body)


def _public(body: list[ast.stmt]) -> Iterator[ast.FunctionDef]:
    for node in body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node

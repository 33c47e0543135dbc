"""Drawers hold what their names say, in files and functions that can be read in one sitting."""

import ast
from pathlib import Path

from tests.architecture.tree import drawer_of, handwritten, public_functions, sources

SPOKEN = {"rules", "services", "permissions", "queries"}
FILE_LINES = 400
FUNCTION_LINES = 60
AIMED_LINES = 25


def spoken_functions():
    """Every public function of the drawers whose functions others call by name."""
    for path, tree in sources().items():
        if drawer_of(path) in SPOKEN:
            for function in public_functions(tree):
                yield f"{path}:{function.lineno} {function.name}", function


def test_public_functions_say_what_they_do():
    assert [
        where for where, function in spoken_functions() if not ast.get_docstring(function)
    ] == []


def test_public_functions_name_their_types():
    assert [
        f"{where}: {', '.join(missing)}"
        for where, function in spoken_functions()
        if (missing := _untyped(function))
    ] == []


def test_services_take_the_person_by_keyword_only():
    assert [
        where
        for where, function in spoken_functions()
        if "/services" in where and "by" in [a.arg for a in function.args.args]
    ] == []


def test_files_can_be_read_in_one_sitting():
    sizes = {path: text.count("\n") for path, text in handwritten().items()}

    assert {path: size for path, size in sizes.items() if size > FILE_LINES} == {}


def test_functions_fit_on_a_screen():
    sizes = {
        f"{path}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for path, tree in sources().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    long = sorted(
        ((size, where) for where, size in sizes.items() if size > AIMED_LINES), reverse=True
    )
    # A report, shown with -rP: nobody is held up by it.
    print(f"{len(long)} of {len(sizes)} functions are longer than {AIMED_LINES} lines")  # noqa: T201
    print("\n".join(f"{size:4} {where}" for size, where in long))  # noqa: T201

    assert [where for size, where in long if size > FUNCTION_LINES] == []


def test_no_module_is_called_after_nothing():
    vague = {"utils", "util", "helpers", "misc", "common"}

    assert [path for path in handwritten() if Path(path).stem in vague] == []


def _untyped(function: ast.FunctionDef) -> list[str]:
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    starred = [one for one in (arguments.vararg, arguments.kwarg) if one is not None]
    missing = [
        one.arg
        for one in [*named, *starred]
        if one.annotation is None and one.arg not in {"self", "cls"}
    ]
    return missing if function.returns is not None else [*missing, "what it returns"]

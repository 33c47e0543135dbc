"""The model declares transitions, the flow only offers them, and nothing goes round the engine."""

import ast
from importlib import import_module

import pytest
from django.urls import get_resolver
from viewflow.workflow.nodes import StartHandle

from tests.architecture.tree import drawer_of, imported_names, sources
from workflows.flows import offers_of
from workflows.kinds import kinds

ENGINE = "workflows/engine.py"
WRITERS = {"update", "create", "get_or_create", "update_or_create", "bulk_create"}
SIDE_DOORS = {"undo", "cancel", "revive", "unassign", "deassign", "process_cancel", "execute"}

each_kind = pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)


def declared(kind) -> dict:
    """Return the transitions of a kind by name."""
    return {step.name: step for step in kind.model().get_all_status_transitions()}


def names_with(kind, mark: str) -> set[str]:
    return {name for name, step in declared(kind).items() if step.custom.get(mark)}


def offered(kind) -> set[str]:
    return {name for node in kind.flow.instance.nodes() for name in offers_of(node)}


@each_kind
def test_flow_offers_every_transition_that_keeps_it_running_and_no_other(kind):
    outside = names_with(kind, "starts_flow") | names_with(kind, "ends_flow")

    assert offered(kind) == declared(kind).keys() - outside


def services_of(kind):
    """Return the drawer of a kind's services: a room with several kinds has a folder for each.

    What every examination shares stands below the rooms, and in each drawer by its name.
    """
    modules = (act.service.__module__ for act in kind.acts)
    own = next(name for name in modules if not name.startswith("workflows."))
    return import_module(own.rpartition(".")[0])


@each_kind
def test_every_transition_has_a_service_of_its_name(kind):
    assert declared(kind).keys() - vars(services_of(kind)).keys() == set()


@each_kind
def test_every_transition_but_the_first_has_an_act_with_the_service_of_its_name(kind):
    services = services_of(kind)
    acts = {act.name: act.service for act in kind.acts}
    first = names_with(kind, "starts_flow") - names_with(kind, "reopens")

    assert acts == {name: getattr(services, name) for name in declared(kind).keys() - first}


@each_kind
def test_every_start_of_a_flow_is_named_by_one_transition_and_leads_somewhere(kind):
    named = sorted(
        step.custom["starts_flow"]
        for step in declared(kind).values()
        if "starts_flow" in step.custom
    )
    starts = [node for node in kind.flow.instance.nodes() if isinstance(node, StartHandle)]

    assert named == sorted(node.name for node in starts)
    assert all(list(node._outgoing()) for node in starts)


@each_kind
def test_what_opens_a_closed_case_again_also_starts_its_flow(kind):
    assert names_with(kind, "reopens") <= names_with(kind, "starts_flow")


@each_kind
def test_an_act_is_named_once(kind):
    names = [act.name for act in kind.acts]

    assert len(names) == len(set(names))


def test_only_services_use_the_engine():
    users = {
        path
        for path, tree in sources().items()
        if "workflows.engine.apply_transition" in imported_names(tree)
    }

    assert users != set()
    assert {path for path in users if drawer_of(path) != "services"} == set()


def test_nobody_uses_the_state_machine_of_viewflow():
    users = [
        path
        for path, tree in sources().items()
        if any(name.startswith("viewflow.fsm") for name in imported_names(tree))
    ]

    assert users == []


def test_nobody_writes_a_status_but_the_engine():
    written = [
        f"{path}:{node.lineno}"
        for path, tree in sources().items()
        if path != ENGINE
        for node in ast.walk(tree)
        if _writes_status(node)
    ]

    assert written == []


def test_pages_of_viewflow_are_not_among_the_addresses():
    patterns = list(_patterns(get_resolver().url_patterns))

    assert {name for name, _view in patterns} & SIDE_DOORS == set()
    assert [view for _name, view in patterns if view.startswith("viewflow")] == []


def _patterns(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from _patterns(pattern.url_patterns)
        else:
            yield pattern.name, pattern.lookup_str


def _writes_status(node: ast.AST) -> bool:
    """Tell `case.status = …`, `setattr(case, "status", …)` and `.update(status=…)`."""
    if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return any(isinstance(one, ast.Attribute) and one.attr == "status" for one in targets)
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Name):
        return node.func.id == "setattr" and _names_status(node.args[1])
    return isinstance(node.func, ast.Attribute) and (
        (node.func.attr in WRITERS and any(map(_gives_status, node.keywords)))
        or (node.func.attr == "bulk_update" and any(map(_lists_status, node.args)))
    )


def _gives_status(keyword: ast.keyword) -> bool:
    """A task's own status, in viewflow's words, is not that of a case."""
    of_a_task = (
        isinstance(keyword.value, ast.Attribute) and ast.unparse(keyword.value.value) == "STATUS"
    )
    return keyword.arg == "status" and not of_a_task


def _names_status(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value == "status"


def _lists_status(node: ast.expr) -> bool:
    return isinstance(node, ast.List | ast.Tuple) and any(map(_names_status, node.elts))

"""Import contracts hold for every package of the tree, and the one of our own bites."""

import tomllib
from pathlib import Path

import grimp
import pytest

from tools.contracts import StandardLibraryOnlyContract

ROOT = Path(__file__).parents[2]
OUTSIDE = {"tests", "tools", "bench"}


def test_every_package_of_the_product_is_under_contract():
    with (ROOT / "pyproject.toml").open("rb") as file:
        settings = tomllib.load(file)["tool"]["importlinter"]
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - OUTSIDE

    assert packages == set(settings["root_packages"])


@pytest.mark.parametrize(
    ("imports", "broken"),
    [
        ({"shop.rules": "decimal"}, []),
        ({"shop.rules.ranks": "shop.rules.scores"}, []),
        ({"shop.rules": "calls.rules"}, []),
        ({"shop.views": "django"}, []),
        ({"shop.rules": "django"}, [("shop.rules", "django")]),
        ({"shop.rules.ranks": "shop.models"}, [("shop.rules.ranks", "shop.models")]),
    ],
)
def test_rules_contract_names_what_is_not_plain(imports, broken):
    graph = grimp.ImportGraph()
    for importer, imported in imports.items():
        graph.add_module(importer)
        graph.add_module(imported)
        graph.add_import(importer=importer, imported=imported)
    contract = StandardLibraryOnlyContract(
        name="rules", session_options={}, contract_options={"module_name": "rules"}
    )

    check = contract.check(graph, verbose=False)
    assert (check.kept, check.metadata) == (not broken, {"broken": broken})

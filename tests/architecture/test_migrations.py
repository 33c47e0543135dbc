"""Migrations follow one another in one line and say all that the models say."""

from collections import Counter
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from tests.architecture.tree import ROOT

OURS = sorted(
    app.label
    for app in apps.get_app_configs()
    if Path(app.path).parent == ROOT and (Path(app.path) / "migrations").is_dir()
)


@pytest.mark.parametrize("label", OURS)
def test_migrations_of_an_app_stand_in_one_line(label):
    graph = MigrationLoader(None).graph
    parents = Counter(
        parent
        for key in graph.nodes
        if key[0] == label
        for parent in graph.node_map[key].parents
        if parent.key[0] == label
    )

    assert len(graph.leaf_nodes(label)) == 1
    assert [str(parent) for parent, children in parents.items() if children > 1] == []


@pytest.mark.django_db
def test_models_have_no_change_without_a_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)

"""No node vanishes under a running case: pinned, compared, resolved, rewritten."""

import json
from io import StringIO

import pytest
from django.core import checks
from django.core.management import CommandError, call_command
from viewflow.workflow.fields import get_task_ref, import_task_by_ref

from grants.flows import ContributionFlow
from tests.workflows.flow_changes import under_version
from workflows import pins
from workflows.kinds import kinds
from workflows.models import CaseTask
from workflows.tasks import open_tasks, perform

OLD = "grants/flows.ContributionFlow.look_over"


def said(*tags):
    return [(message.id, message.msg) for message in checks.run_checks(tags=list(tags))]


# The version in which the flow stands, as the pins below name it.
NOW = f"v{ContributionFlow.version}"


@pytest.fixture
def pinned(tmp_path, monkeypatch):
    """A file of pins of one's own; gives the function that writes it."""
    path, real = tmp_path / pins.FILE, pins.file_of
    monkeypatch.setattr(
        pins, "file_of", lambda flow: path if flow is ContributionFlow else real(flow)
    )

    def write(**versions):
        path.write_text(
            json.dumps({"ContributionFlow": {name[1:]: nodes for name, nodes in versions.items()}})
        )
        return path

    return write


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_every_flow_is_pinned_as_it_runs(kind):
    """Stale? Raise the flow's version and run `manage.py pin_flows`."""
    assert list(pins.faults(kind.flow)) == []


def test_site_refuses_a_flow_that_is_not_pinned(pinned):
    assert [code for code, _sentence in said("flows")] == ["sportello.E010"]


def test_site_refuses_nodes_that_changed_without_a_version(pinned):
    nodes = pins.nodes_of(ContributionFlow)
    pinned(**{NOW: [name for name in nodes if name != "wait"]})

    [(code, sentence)] = said("flows")

    assert (code, "wait" in sentence) == ("sportello.E011", True)


def test_site_refuses_a_node_that_is_gone_without_a_successor(pinned):
    pinned(v0=["look_over"], **{NOW: pins.nodes_of(ContributionFlow)})

    [(code, sentence)] = said("flows")

    assert (code, "look_over" in sentence) == ("sportello.E013", True)


def test_site_accepts_a_node_that_is_gone_with_its_successor(pinned):
    with under_version(ContributionFlow, 2, look_over="examine"):
        pinned(v1=["look_over"], v2=pins.nodes_of(ContributionFlow))

        assert said("flows") == []


@pytest.mark.parametrize("renamed", [{"look_over": "nowhere"}, {"wait": "examine"}])
def test_site_refuses_a_successor_that_makes_no_sense(pinned, renamed):
    with under_version(ContributionFlow, 1, **renamed):
        pinned(v1=pins.nodes_of(ContributionFlow))

        assert [code for code, _sentence in said("flows")] == ["sportello.E012"]


def test_command_pins_once_and_refuses_a_change_without_a_version(pinned):
    path = pinned(**{NOW: ["look_over"]})

    with pytest.raises(CommandError, match="new version"):
        call_command("pin_flows", stdout=StringIO())
    call_command("pin_flows", "--again", stdout=StringIO())
    call_command("pin_flows", stdout=StringIO())

    assert pins.read(path) == {"ContributionFlow": {NOW[1:]: pins.nodes_of(ContributionFlow)}}


def test_node_that_is_unknown_stays_unknown():
    assert ContributionFlow.instance.node("look_over", no_obsolete=True) is None


@pytest.mark.django_db
def test_task_under_an_old_name_can_be_done_as_ever(office):
    case = office.examined()
    (task,) = open_tasks(case)
    with under_version(ContributionFlow, 2, look_over="examine"):
        CaseTask.objects.filter(pk=task.pk).update(flow_task=OLD)

        (found,) = open_tasks(case)
        assert found.flow_task is ContributionFlow.instance.node("examine")
        assert import_task_by_ref(OLD) is found.flow_task
        done = perform(case, "propose_admission", by=office.officer)

    assert done.status == "admission_proposed"
    stored = CaseTask.objects.get(pk=task.pk)
    assert (stored.status, get_task_ref(stored.flow_task)) == (
        "DONE",
        OLD.replace("look_over", "examine"),
    )


@pytest.mark.django_db
def test_check_of_the_database_names_the_node_that_open_tasks_miss(office):
    office.examined()
    (task,) = open_tasks(office.examined())

    assert checks.run_checks(tags=["database"], databases=["default"]) == []

    CaseTask.objects.filter(pk=task.pk).update(flow_task=OLD)
    [message] = checks.run_checks(tags=["database"], databases=["default"])

    assert (message.id, OLD in message.msg) == ("sportello.E014", True)

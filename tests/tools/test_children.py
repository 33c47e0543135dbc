"""The processes of the demonstration end together, and a killed one leaves a trace to follow."""

import os
import subprocess
import sys

import pytest

from tools import children
from tools.children import Child, Running
from tools.demo import DemoError, chosen_port

PATIENT = "import time; print('ready', flush=True); time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
PARENT = f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', '{STUBBORN}'])"


@pytest.fixture
def noted(monkeypatch, tmp_path):
    """A place of its own for the note of what runs."""
    monkeypatch.setattr(children, "STATE", tmp_path / "demo.json")
    monkeypatch.setattr(children, "ROOT", tmp_path)
    monkeypatch.setattr(children, "GRACE_SECONDS", 1)
    return tmp_path


def child(folder, code):
    return Child("child", [sys.executable, "-c", code], dict(os.environ), folder / "child.log")


def test_child_ends_when_asked(noted):
    patient = child(noted, PATIENT)
    patient.start()
    assert (patient.is_running(), patient.status()) == (True, None)

    patient.ask_to_stop()
    patient.make_sure_it_ended()
    assert not patient.is_running()


@pytest.mark.parametrize("code", [STUBBORN, PARENT])
def test_child_that_does_not_listen_ends_by_force_with_what_it_started(noted, code):
    stubborn = child(noted, code)
    stubborn.start()
    stubborn.ask_to_stop()
    stubborn.make_sure_it_ended()

    with pytest.raises(ProcessLookupError):
        os.killpg(stubborn.pid, 0)


def test_last_lines_show_the_end_of_the_log(noted):
    loud = child(noted, "print(*range(100), sep='\\n'); raise SystemExit(3)")
    loud.start()
    loud.make_sure_it_ended()

    assert loud.status() == 3
    assert loud.last_lines().splitlines() == ["--- child.log", *map(str, range(80, 100))]


def test_note_of_what_runs_forgets_the_dead(noted):
    patient = child(noted, PATIENT)
    patient.start()
    children.write_state(8123, [patient])
    assert children.running_demos() == {8123: Running(os.getpid(), [patient.pid])}

    patient.ask_to_stop()
    patient.make_sure_it_ended()
    assert children.running_demos() == {8123: Running(os.getpid(), [])}
    children.write_state(8123, [])
    assert children.running_demos() == {}


def test_services_of_a_killed_demonstration_are_ended(noted):
    orphan = subprocess.Popen([sys.executable, "-c", PATIENT], stdout=subprocess.DEVNULL)
    left = Running(None, [orphan.pid])
    children.end_demos(lambda: [left] if orphan.poll() is None else [])

    assert orphan.wait() != 0


@pytest.mark.parametrize("text", ["", "0", "65536", "-1", "eighty", "8000.5", "٨٠٠٠"])
def test_port_that_is_none_is_refused(noted, text):
    with pytest.raises(DemoError, match="is no port"):
        chosen_port(text)


def test_port_of_a_running_demonstration_is_refused(noted):
    patient = child(noted, PATIENT)
    patient.start()
    children.write_state(8123, [patient])
    with pytest.raises(DemoError, match="already runs at http://localhost:8123/"):
        chosen_port("8123")
    patient.ask_to_stop()
    patient.make_sure_it_ended()

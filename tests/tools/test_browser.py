"""Where the Chromium of the journeys is looked for, and what happens where there is none."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools import browser

ROOT = Path(__file__).parents[2]

JOURNEYS = """
def test_walk(page): raise AssertionError("no journey may start")
def test_arithmetic(): assert 1 + 1 == 2
"""


@pytest.fixture
def program(tmp_path):
    """A program that stands for Chromium."""
    path = tmp_path / "bin" / "chromium"
    path.parent.mkdir()
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_named_program_wins(monkeypatch, program):
    monkeypatch.setenv("CHROMIUM", str(program))

    assert browser.find() == program


def test_program_on_the_path_is_found(monkeypatch, program):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(program.parent))

    assert browser.find() == program


def test_named_program_that_does_not_exist_is_an_error(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/no/such/chromium")

    with pytest.raises(OSError, match="CHROMIUM names /no/such/chromium, which is no program"):
        browser.find()


@pytest.mark.parametrize("processes", [[], ["-n", "1"]])
@pytest.mark.parametrize("ci", [False, True])
def test_journeys_without_chromium_are_named_and_fail_only_on_ci(tmp_path, processes, ci):
    (tmp_path / "test_journeys.py").write_text(JOURNEYS)
    bare = {key: value for key, value in os.environ.items() if key not in {"CHROMIUM", "CI"}}
    bare |= {"PATH": "", "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "pytest", "-c", "/dev/null", "--rootdir", str(tmp_path)]
    command += ["-p", "no:django", "-p", "tools.journeys", *processes, str(tmp_path)]
    done = subprocess.run(
        command,
        env=bare | ({"CI": "true"} if ci else {}),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    if ci:
        assert done.returncode != 0
        assert "No Chromium for the browser journeys" in done.stdout
    else:
        assert done.returncode == 0
        named = r"1 journeys not run: no Chromium on this machine =+\ntest_journeys.py::test_walk\[chromium]\n"
        assert re.search(named, done.stdout)
        assert "1 passed" in done.stdout.splitlines()[-1]

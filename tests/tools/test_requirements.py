"""The locks install the same on every machine and say nothing about the one that wrote them."""

import re
from pathlib import Path

import pytest

from tools import bootstrap, lock

REQUIREMENTS = Path(__file__).parents[2] / "requirements"


def pins(name):
    text = (REQUIREMENTS / f"{name}.txt").read_text()
    return dict(re.findall(r"^([\w.-]+)(?:\[[^\]]*\])?==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", lock.LOCKS)
def test_lock_names_no_registry_and_no_path(name):
    assert lock.FOREIGN.findall((REQUIREMENTS / f"{name}.txt").read_text()) == []


@pytest.mark.parametrize("name", lock.LOCKS)
def test_every_pin_has_digests(name):
    entries = re.split(r"\n(?=[a-z0-9])", (REQUIREMENTS / f"{name}.txt").read_text())[1:]

    assert entries
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_development_installs_what_runs():
    assert pins("runtime").items() <= pins("development").items()


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://registry.example/simple",
        "package @ file:///home/someone/package.whl",
        "--find-links wheels",
        "    # via -r /home/someone/runtime.in",
    ],
)
def test_foreign_words_in_a_lock_are_seen(line):
    assert lock.FOREIGN.search(line)


def test_set_up_does_nothing_when_lock_is_installed(monkeypatch, tmp_path, capsys):
    stamp = tmp_path / "installed"
    digests = {name: bootstrap._digest(name) for name in bootstrap.CHOICES}
    stamp.write_text("".join(f"{name} {digest}\n" for name, digest in digests.items()))
    monkeypatch.setattr(bootstrap, "STAMP", stamp)

    bootstrap.install("development")
    assert capsys.readouterr().out == ""

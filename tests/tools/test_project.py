"""The files that present the project to people and catalogues."""

import hashlib
import re
import subprocess
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
AGPL_3 = "0d96a4ff68ad6d4b6f1f30f713b18d5184912ba8dd389f86aa7710db079abcb0"


def test_licence_is_the_exact_text():
    assert hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest() == AGPL_3


def test_publiccode_OSS_04_has_what_the_standard_asks_for():
    described = yaml.safe_load((ROOT / "publiccode.yml").read_text())

    assert described.keys() >= {
        "publiccodeYmlVersion",
        "name",
        "url",
        "releaseDate",
        "platforms",
        "categories",
        "developmentStatus",
        "softwareType",
        "description",
        "legal",
        "maintenance",
        "localisation",
        "it",
    }
    assert described["legal"]["license"] == "AGPL-3.0-or-later"
    for language in ("it", "en"):
        words = described["description"][language]
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert all(len(feature) <= 100 for feature in words["features"])


def test_publiccode_OSS_05_declares_no_conformity_that_is_not_tested():
    italian = yaml.safe_load((ROOT / "publiccode.yml").read_text())["it"]

    assert not any((italian["conforme"] | italian["piattaforme"]).values())


def test_help_lists_every_target_meant_for_people():
    makefile = (ROOT / "Makefile").read_text()
    said = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))

    listed = {line.split()[1] for line in said.stdout.splitlines()}
    assert listed == targets - {"runtime", "development", "compiled"}

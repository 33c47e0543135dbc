"""Run every check that needs no test, and name those that fail: `python -m tools.check [NAME …]`."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PYTHON = sys.executable
LINES_SHOWN = 200

# What a real installation sets: the deployment check must find nothing to say about it.
PRODUCTION = {
    "SPORTELLO_DEBUG": "false",
    "SPORTELLO_DEMO": "false",
    "SPORTELLO_SECRET_KEY": "".join(map(chr, range(48, 123))),
    "SPORTELLO_ALLOWED_HOSTS": "sportello.example",
    "SPORTELLO_SITE_URL": "https://sportello.example",
    "SPORTELLO_HTTPS": "true",
}
# Checks that read the code alone must not start a server.
NO_DATABASE = {"SPORTELLO_DATABASE_URL": "postgresql://nobody@localhost:1/none"}

Step = tuple[list[str], dict[str, str]]
STEPS: dict[str, Step] = {
    "format": ([f"{BIN}/ruff", "format", "--check", "--output-format=concise", "."], {}),
    "lint": ([f"{BIN}/ruff", "check", "--output-format=concise", "."], {}),
    "templates-format": ([f"{BIN}/djlint", "templates", "--check"], {}),
    "templates-lint": ([f"{BIN}/djlint", "templates", "--lint"], {}),
    "imports": ([f"{BIN}/lint-imports", "--no-logo"], {}),
    "types": ([f"{BIN}/mypy"], NO_DATABASE),
    "translations": ([PYTHON, "-m", "tools.messages", "check"], NO_DATABASE),
    "deploy": (
        [PYTHON, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        NO_DATABASE | PRODUCTION,
    ),
    "migrations": ([PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"], {}),
}


def run(name: str) -> bool:
    """Run one check, show what it says when it fails; tell whether it passed."""
    command, environment = STEPS[name]
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    passed = done.returncode == 0
    seconds = time.monotonic() - started
    print(f"{'ok' if passed else 'FAILED':7} {name:17} {seconds:5.1f} s", flush=True)
    if not passed:
        lines = done.stdout.rstrip().splitlines()
        print("\n".join(lines[:LINES_SHOWN]), flush=True)
        if len(lines) > LINES_SHOWN:
            print(f"… and {len(lines) - LINES_SHOWN} more lines: {' '.join(command)}", flush=True)
    return passed


def main(names: list[str]) -> int:
    """Run the named checks, or all; the exit status is 1 when any of them fails."""
    unknown = set(names) - STEPS.keys()
    if unknown:
        print(f"No such check: {', '.join(sorted(unknown))}. There are: {', '.join(STEPS)}.")
        return 1
    failed = [name for name in names or STEPS if not run(name)]
    print(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

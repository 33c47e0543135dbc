"""Measurements in processes of their own, so that their memory is theirs alone."""

import json
import resource
import subprocess
import sys
from pathlib import Path


def child(module: str, *arguments: str) -> dict[str, float]:
    """Run a module and return the figures that its last line says; its memory is its own."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


def peak_mb() -> float:
    """Return the most memory this program held; Linux's other count includes who started it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024

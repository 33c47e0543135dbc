"""Draws and seals a letter again and again, each time for another addressee; says how fast, and the memory.

Reads the letter as JSON and writes seconds and megabytes, in a process of its own so that no memory
that something else has given back hides what this one keeps.
"""

import gc
import json
import sys
import time
from dataclasses import replace

import django
import psutil

django.setup()

from letters import pdf, sealing  # noqa: E402 (Django must be set up)

SAMPLED = 25
"""Memory is read whenever so many more letters are sealed."""
MB = 1024 * 1024


def megabytes() -> float:
    """Return what the process holds once it has let go of all that it can."""
    gc.collect()
    return psutil.Process().memory_info().rss / MB


letter = pdf.letter_from_dict(json.load(sys.stdin))
seconds, memory = 0.0, []
for number in range(1, int(sys.argv[1]) + 1):
    begun = time.perf_counter()
    lines = (f"Richiedente {number}", *letter.addressee_lines)
    data = pdf.render(replace(letter, addressee_lines=lines))
    sealing.seal_letter(data, reason="Prova", location="Prova")
    seconds += time.perf_counter() - begun
    if number % SAMPLED == 0:
        memory.append(megabytes())
print(json.dumps({"seconds": seconds, "memory": memory}))

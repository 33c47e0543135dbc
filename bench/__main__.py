"""Run every measurement and print one line per figure."""

import os
import sys
import time

from bench.database import fresh_database, settle
from bench.report import Figure, show


def main() -> int:
    """Prepare a database of its own, measure, and leave nothing running."""
    begun = time.monotonic()
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    os.environ["SPORTELLO_DATABASE_URL"] = fresh_database("sportello_bench")
    for variable in ("MEDIA_ROOT", "EMAIL_FILE_PATH", "STATIC_ROOT"):
        os.environ[f"SPORTELLO_{variable}"] = str(settle(f".data/bench/{variable.lower()}"))
    # Measurements import models: the settings above must be in place first.
    from bench.measurements import MEASUREMENTS  # noqa: PLC0415
    from bench.office import prepare  # noqa: PLC0415

    wanted = set(sys.argv[1:])
    if unknown := sorted(wanted - set(MEASUREMENTS)):
        print(f"Not measured: {', '.join(unknown)}. Choose of {', '.join(MEASUREMENTS)}.")
        return 2
    office = prepare()
    for name, measure in MEASUREMENTS.items():
        if wanted and name not in wanted:
            continue
        started = time.monotonic()
        figures: list[Figure] = measure(office)
        show(figures)
        print(f"# {name}: {time.monotonic() - started:.0f} s", file=sys.stderr)
    print(f"# all: {time.monotonic() - begun:.0f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Use and kill a site, then count: `python -m tests.trials TRIAL SEED`, on the environment's database.

Prints one JSON object: what was found wrong ("flaws"), and figures.
"""

import json
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from tests.trials.sink import Sink


def main(name: str, seed: int) -> int:
    """Run the trial of a module of this package, in folders of its own."""
    sink = Sink()
    with tempfile.TemporaryDirectory(prefix="sportello-trial-") as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "SPORTELLO_ALLOWED_HOSTS": "127.0.0.1",
            "SPORTELLO_EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "SPORTELLO_EMAIL_HOST": "127.0.0.1",
            "SPORTELLO_EMAIL_PORT": str(sink.port),
            "SPORTELLO_MEDIA_ROOT": f"{folder}/documents",
            "SPORTELLO_STATIC_ROOT": f"{folder}/static",
        }
        from bench.office import prepare  # noqa: PLC0415 (reads the settings above)

        bench = prepare()
        trial = import_module(f"tests.trials.{name}")

        print(json.dumps(trial.run(bench, sink, Path(folder), seed)))  # noqa: T201 (its answer)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))

"""Use and kill a site, then count: `python -m tests.trials SEED`, on the database of the environment.

Prints one JSON object: what was found wrong ("flaws"), and figures.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

from tests.trials.sink import Sink


def main(seed: int) -> int:
    """Run one trial in folders of its own."""
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
        from tests.trials.kills import run  # noqa: PLC0415 (imports models)

        print(json.dumps(run(bench, sink, Path(folder), seed)))  # noqa: T201 (its answer)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))

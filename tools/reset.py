"""Stop all that runs from this folder and remove its data (what `make reset` runs)."""

import shutil
from pathlib import Path

from config.postgres import embedded
from tools.children import end_demos, running_demos

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Stop demonstrations and database, then remove `.data` and the collected static files."""
    end_demos(lambda: running_demos().values())
    embedded().stop()
    for folder in (ROOT / ".data", ROOT / "staticfiles"):
        shutil.rmtree(folder, ignore_errors=True)
    print("Everything is stopped and the data is removed.")


if __name__ == "__main__":
    main()

"""Which style sheets and scripts leave the house."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import AppDirectoriesFinder, BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

from ui import subset

# Viewflow brings 49 MB of a look that no page of ours uses, with links to files it does not ship.
UNUSED = {"viewflow", "viewflow.workflow"}


class UsedAppsFinder(AppDirectoriesFinder):
    """Finds the static files of every app but those whose look is not used."""

    def __init__(self, app_names: list[str] | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(app_names, *args, **kwargs)
        for name in UNUSED & set(self.storages):
            del self.storages[name]
            self.apps.remove(name)


class UsedStylesFinder(BaseFinder):
    """Makes the style sheet and the icons of Bootstrap Italia, as far as pages use them, and finds them."""

    def check(self, **_kwargs: Any) -> list[Any]:
        """Nothing is to be set."""
        return []

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """Yield what was made."""
        folder = Path(settings.DATA_DIR) / "static"
        for name in subset.files():
            _write(folder / name, subset.files()[name])
            yield name, FileSystemStorage(location=str(folder))

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:  # noqa: FBT002 (Django's)
        """Return where a file was made; nothing for any other."""
        if path not in subset.files():
            return []
        place = Path(settings.DATA_DIR) / "static" / path
        _write(place, subset.files()[path])
        return [str(place)] if find_all or kwargs.get("all") else str(place)


def _write(place: Path, text: str) -> None:
    """Write a file whole: others may read it meanwhile."""
    if place.exists() and place.read_text(encoding="utf-8") == text:
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(dir=place.parent)
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(text)
    Path(name).chmod(0o644)
    Path(name).replace(place)

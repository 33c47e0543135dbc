"""Which style sheets and scripts leave the house."""

from typing import Any

from django.contrib.staticfiles.finders import AppDirectoriesFinder

# Viewflow brings 49 MB of a look that no page of ours uses, with links to files it does not ship.
UNUSED = {"viewflow", "viewflow.workflow"}


class UsedAppsFinder(AppDirectoriesFinder):
    """Finds the static files of every app but those whose look is not used."""

    def __init__(self, app_names: list[str] | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(app_names, *args, **kwargs)
        for name in UNUSED & set(self.storages):
            del self.storages[name]
            self.apps.remove(name)

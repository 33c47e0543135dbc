"""Collected scripts: one that imports another names it by its content too."""

import re
import shutil
from pathlib import Path

from ui.storage import HashedFiles

SOURCES = Path(__file__).resolve().parents[2] / "ui" / "static" / "ui" / "js"
IMPORT = re.compile(r'^import .* from "(.+)";$', re.MULTILINE)
PARTS = ["copy", "fields", "notices", "parts", "saving"]


def collected(place, change=""):
    """The scripts of the house as `collectstatic` leaves them in a folder, with a part changed."""
    shutil.copytree(SOURCES, place / "ui" / "js")
    with (place / "ui" / "js" / "autosave" / "copy.js").open("a") as part:
        part.write(change)
    storage = HashedFiles(location=str(place), base_url="/static/")
    names = [str(path.relative_to(place)) for path in place.rglob("*.js")]
    for _name, _hashed, processed in storage.post_process(
        {name: (storage, name) for name in names}
    ):
        assert not isinstance(processed, Exception), processed
    return storage.hashed_files


def test_imports_of_a_collected_script_lead_to_collected_scripts(tmp_path):
    hashed = collected(tmp_path)
    script = tmp_path / hashed["ui/js/autosave.js"]

    imported = [(script.parent / name).resolve() for name in IMPORT.findall(script.read_text())]
    assert imported == [tmp_path / hashed[f"ui/js/autosave/{part}.js"] for part in PARTS]
    assert all(path.exists() for path in imported)


def test_changed_part_renames_the_script_that_imports_it(tmp_path):
    before, after = collected(tmp_path / "before"), collected(tmp_path / "after", "// changed\n")

    renamed = {name for name in before if before[name] != after[name]}
    assert renamed == {"ui/js/autosave.js", "ui/js/autosave/copy.js"}

"""The drawings in the documentation show the machines and flows as they are."""

from django.conf import settings

from workflows.management.commands.draw_flows import drawings

FOLDER = settings.BASE_DIR / "docs" / "flows"


def test_drawings_show_what_runs():
    """Stale? `manage.py draw_flows` writes them anew."""
    assert {path.name: path.read_text() for path in FOLDER.iterdir()} == drawings()

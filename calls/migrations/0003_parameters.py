"""Load the numbers that law sets, with the days on which they hold."""

import json
from pathlib import Path

from django.db import migrations

FILE = Path(__file__).parent.parent / "data" / "parameters.json"


def load(apps, schema_editor):
    parameter = apps.get_model("calls", "Parameter")
    for row in json.loads(FILE.read_text()):
        key = {"code": row.pop("code"), "valid_from": row.pop("valid_from")}
        parameter.objects.get_or_create(**key, defaults=row)


class Migration(migrations.Migration):
    dependencies = [("calls", "0002_guards")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]

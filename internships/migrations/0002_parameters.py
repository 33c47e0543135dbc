"""Load the regional ruleset of internships and the points of the green profile."""

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
    dependencies = [("internships", "0001_initial"), ("calls", "0003_parameters")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]

"""Load the numbers added since: how many sit in a committee, how long a list is good."""

import json
from pathlib import Path

from django.db import migrations

FILE = Path(__file__).parents[2] / "calls" / "data" / "parameters.json"


def load(apps, schema_editor):
    parameter = apps.get_model("calls", "Parameter")
    for row in json.loads(FILE.read_text()):
        key = {"code": row.pop("code"), "valid_from": row.pop("valid_from")}
        parameter.objects.get_or_create(**key, defaults=row)


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0002_guards"), ("calls", "0014_ordinary_court")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]

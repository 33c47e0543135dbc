"""Say where the calls stand that are there already, and load the numbers added since."""

import json
from pathlib import Path

from django.db import migrations
from django.db.models import Q
from django.db.models.functions import Now

FILE = Path(__file__).parent.parent / "data" / "parameters.json"


def load(apps, schema_editor):
    parameter = apps.get_model("calls", "Parameter")
    for row in json.loads(FILE.read_text()):
        key = {"code": row.pop("code"), "valid_from": row.pop("valid_from")}
        parameter.objects.get_or_create(**key, defaults=row)


def stand(apps, schema_editor):
    calls = apps.get_model("calls", "Call").objects.filter(published_at__isnull=False)
    calls.filter(opens_at__gt=Now()).update(state="published")
    has_opened = calls.filter(opens_at__lte=Now())
    has_opened.filter(Q(closes_at__isnull=True) | Q(closes_at__gt=Now())).update(state="open")
    has_opened.filter(closes_at__lte=Now()).update(state="closed")


class Migration(migrations.Migration):
    dependencies = [("calls", "0010_designer")]
    operations = [
        migrations.RunPython(load, migrations.RunPython.noop),
        migrations.RunPython(stand, migrations.RunPython.noop),
    ]

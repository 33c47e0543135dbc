"""Deliveries that failed before it was noted when failed when their letter was written, at the earliest."""

from django.db import migrations
from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, NullIf


def say_when(apps, schema_editor):
    Letter = apps.get_model("letters", "Letter")
    Delivery = apps.get_model("letters", "Delivery")
    written = Letter.objects.filter(pk=OuterRef("letter_id")).values("created_at")[:1]
    Delivery.objects.filter(state="failed", failed_at=None).update(
        failed_at=Subquery(written),
        failure_kind=Coalesce(NullIf(F("failure_kind"), Value("")), Value("other")),
    )


class Migration(migrations.Migration):
    dependencies = [("letters", "0010_deliveries_mended")]
    operations = [migrations.RunPython(say_when, migrations.RunPython.noop, elidable=False)]

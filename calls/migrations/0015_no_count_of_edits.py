"""Windows compare what they saw: nobody counts edits."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("calls", "0014_ordinary_court"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="callversion",
            name="edits",
        ),
    ]

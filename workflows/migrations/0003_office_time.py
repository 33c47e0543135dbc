from django.db import migrations, models

import parties.moment

FIELDS = (
    ("case", "created_at"),
    ("document", "uploaded_at"),
    ("draft", "saved_at"),
    ("note", "at"),
)


class Migration(migrations.Migration):
    dependencies = [("workflows", "0002_append_only")]
    operations = [
        migrations.AlterField(
            model,
            field,
            models.DateTimeField(default=parties.moment.now, editable=False),
        )
        for model, field in FIELDS
    ]

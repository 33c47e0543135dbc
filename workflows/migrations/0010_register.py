"""Documents that belong to no case, and the register by day."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("workflows", "0009_field_history"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="document",
            name="case",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="documents",
                to="workflows.case",
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("case__isnull", True)),
                fields=["sha256"],
                name="document_outside_cases",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("case__isnull", False),
                    models.Q(("filed_at__isnull", False), ("origin", "office")),
                    _connector="OR",
                ),
                name="document_without_case_is_registered_by_the_office",
            ),
        ),
        migrations.AddIndex(
            model_name="protocolentry",
            index=models.Index(fields=["registered_at", "id"], name="protocol_by_time"),
        ),
    ]

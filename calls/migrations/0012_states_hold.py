"""A published call was published at an instant, and a suspended one has been so since one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("calls", "0011_states")]

    operations = [
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("published_at__isnull", True), ("state__in", ["draft", "approved"])),
                    ("state", "cancelled"),
                    models.Q(
                        models.Q(("state__in", ["draft", "approved", "cancelled"]), _negated=True),
                        ("published_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="call_published_from_publication_on",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "suspended"), ("suspended_at__isnull", False)),
                    models.Q(
                        models.Q(("state", "suspended"), _negated=True),
                        ("suspended_at__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="call_suspended_since_an_instant",
            ),
        ),
    ]

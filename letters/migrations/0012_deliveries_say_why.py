"""What a failure, a delivery made by somebody and a receipt that was seen to must say."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("letters", "0011_when_deliveries_failed")]

    operations = [
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("channel__in", ("area", "hand")),
                    models.Q(("address", ""), _negated=True),
                    _connector="OR",
                ),
                name="delivery_by_mail_has_an_address",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("replaces__isnull", True), models.Q(("channel", "hand"), _negated=True)
                    ),
                    models.Q(models.Q(("reason", ""), _negated=True), ("by__isnull", False)),
                    _connector="OR",
                ),
                name="delivery_made_by_somebody_has_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "failed"),
                        models.Q(("failure_kind", ""), _negated=True),
                        ("failed_at__isnull", False),
                    ),
                    models.Q(
                        models.Q(("state", "failed"), _negated=True), ("failed_at__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="delivery_that_failed_says_why_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", ""), ("seen_at__isnull", True), ("seen_by__isnull", True)),
                    models.Q(
                        ("seen_at__isnull", False),
                        ("seen_by__isnull", False),
                        models.Q(("problem", ""), _negated=True),
                        models.Q(("reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="receipt_seen_to_says_by_whom_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(fields=("sha256",), name="receipt_is_kept_once"),
        ),
    ]

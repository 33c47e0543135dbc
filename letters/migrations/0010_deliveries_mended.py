"""What a delivery that failed says, what takes its place, what was read where, and by whom."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0009_template_history"),
        ("parties", "0002_field_history"),
        ("workflows", "0012_fingerprints"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LetterReading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("read_at", models.DateTimeField(verbose_name="read at")),
            ],
            options={
                "verbose_name": "reading of a letter",
                "verbose_name_plural": "readings of letters",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="MailboxState",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=10, unique=True)),
                ("tried_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                ("error", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "state of a mailbox",
                "verbose_name_plural": "states of mailboxes",
                "ordering": ["name"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="delivery",
            name="delivery_by_mail_has_an_address",
        ),
        migrations.AddField(
            model_name="delivery",
            name="by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="delivery",
            name="failed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="failed at"),
        ),
        migrations.AddField(
            model_name="delivery",
            name="reason",
            field=models.TextField(blank=True, verbose_name="reason"),
        ),
        migrations.AddField(
            model_name="delivery",
            name="replaces",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaced_by",
                to="letters.delivery",
            ),
        ),
        migrations.AddField(
            model_name="receipt",
            name="cause",
            field=models.CharField(blank=True, max_length=8),
        ),
        migrations.AddField(
            model_name="receipt",
            name="mailbox",
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name="receipt",
            name="problem",
            field=models.CharField(
                blank=True,
                choices=[
                    ("unknown", "It speaks of a message that is none of ours"),
                    ("address", "It speaks of another address than the one written to"),
                    ("time", "The time it states cannot be right"),
                    ("untrusted", "It did not come from the certified mailbox"),
                    ("contradicts", "It contradicts what is known of the delivery"),
                    ("no_certificate", "Its certificate is missing or cannot be read"),
                    ("contradictory", "Its headers and its certificate say different things"),
                    ("too_large", "It is too large: only its head was kept"),
                    ("unreadable", "It cannot be read"),
                    ("correspondence", "Somebody writes to the office"),
                ],
                max_length=14,
            ),
        ),
        migrations.AddField(
            model_name="receipt",
            name="reason",
            field=models.TextField(blank=True, verbose_name="reason"),
        ),
        migrations.AddField(
            model_name="receipt",
            name="recipient",
            field=models.CharField(blank=True, max_length=254, verbose_name="about address"),
        ),
        migrations.AddField(
            model_name="receipt",
            name="seen_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="receipt",
            name="sender",
            field=models.CharField(blank=True, max_length=254, verbose_name="sender"),
        ),
        migrations.AddField(
            model_name="receipt",
            name="subject",
            field=models.CharField(blank=True, max_length=300, verbose_name="subject"),
        ),
        migrations.AlterField(
            model_name="delivery",
            name="channel",
            field=models.CharField(
                choices=[
                    ("pec", "Certified email (PEC)"),
                    ("email", "Email"),
                    ("area", "Personal area"),
                    ("hand", "By post or by hand"),
                ],
                max_length=5,
                verbose_name="channel",
            ),
        ),
        migrations.AlterField(
            model_name="delivery",
            name="failure_kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("server", "The mail server does not answer or refuses"),
                    ("address", "The address does not exist"),
                    ("full", "The mailbox is full"),
                    ("virus", "The message was taken for a virus"),
                    ("timeout", "No delivery receipt came in time"),
                    ("other", "Another reason"),
                ],
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="receipt",
            name="kind",
            field=models.CharField(
                choices=[
                    ("acceptance", "Acceptance receipt"),
                    ("delivery", "Delivery receipt"),
                    ("non_acceptance", "Notice of non-acceptance"),
                    ("non_delivery", "Notice of non-delivery"),
                    ("delay", "Notice of delay"),
                    ("bounce", "Bounce"),
                    ("mail", "Certified message"),
                    ("anomaly", "Ordinary message in a certified mailbox"),
                    ("other", "Another message"),
                ],
                max_length=14,
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("channel", "pec"), ("state", "accepted")),
                fields=["accepted_at"],
                name="delivery_awaiting_receipt",
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("state", "failed")),
                fields=["-failed_at", "-id"],
                name="delivery_that_failed",
            ),
        ),
        migrations.AddIndex(
            model_name="receipt",
            index=models.Index(
                condition=models.Q(
                    ("seen_at__isnull", True), models.Q(("problem", ""), _negated=True)
                ),
                fields=["id"],
                name="receipt_that_waits",
            ),
        ),
        migrations.AddField(
            model_name="letterreading",
            name="letter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="readings",
                to="letters.letter",
            ),
        ),
        migrations.AddField(
            model_name="letterreading",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="letterreading",
            constraint=models.UniqueConstraint(
                fields=("letter", "user"), name="letter_is_read_once"
            ),
        ),
    ]

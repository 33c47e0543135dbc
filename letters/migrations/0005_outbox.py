import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("calls", "0009_undoing_parameters"),
        ("letters", "0004_sending"),
        ("parties", "0002_field_history"),
        ("workflows", "0012_fingerprints"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BodyStyle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "head_unit",
                    models.CharField(
                        blank=True, max_length=160, verbose_name="office in the letterhead"
                    ),
                ),
                (
                    "head_lines",
                    models.TextField(blank=True, verbose_name="further lines of the letterhead"),
                ),
                ("foot_lines", models.TextField(blank=True, verbose_name="lines at the foot")),
                (
                    "signatures",
                    models.JSONField(blank=True, default=dict, verbose_name="signature blocks"),
                ),
                (
                    "leaves_at_once",
                    models.BooleanField(
                        default=False, verbose_name="letters leave without approval"
                    ),
                ),
            ],
            options={
                "verbose_name": "letter style of a body",
                "verbose_name_plural": "letter styles of bodies",
            },
        ),
        migrations.CreateModel(
            name="Clause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=160, verbose_name="name")),
            ],
            options={
                "verbose_name": "clause",
                "verbose_name_plural": "clauses",
                "ordering": ["code"],
            },
        ),
        migrations.CreateModel(
            name="ClauseVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("text_it", models.TextField(verbose_name="text in Italian")),
                ("text_en", models.TextField(blank=True, verbose_name="text in English")),
                (
                    "reason",
                    models.CharField(
                        blank=True, max_length=250, verbose_name="reason of the change"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="at")),
            ],
            options={
                "verbose_name": "version of a clause",
                "verbose_name_plural": "versions of a clause",
                "ordering": ["clause", "number"],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("pec", "Certified email (PEC)"),
                            ("email", "Email"),
                            ("area", "Personal area"),
                        ],
                        max_length=5,
                        verbose_name="channel",
                    ),
                ),
                ("address", models.EmailField(blank=True, max_length=254, verbose_name="address")),
                ("address_source", models.CharField(blank=True, max_length=60)),
                ("is_copy", models.BooleanField(default=False, verbose_name="for information")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("sending", "Being sent"),
                            ("accepted", "Sent"),
                            ("delivered", "Delivered"),
                            ("failed", "Not delivered"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                (
                    "message_id",
                    models.CharField(blank=True, max_length=200, null=True, unique=True),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                (
                    "accepted_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="sent at"),
                ),
                (
                    "delivered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="delivered at"),
                ),
                (
                    "failure_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("server", "The mail server does not answer or refuses"),
                            ("address", "The address does not exist"),
                            ("full", "The mailbox is full"),
                            ("timeout", "No delivery receipt came in time"),
                            ("other", "Another reason"),
                        ],
                        max_length=8,
                    ),
                ),
                ("failure", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "delivery",
                "verbose_name_plural": "deliveries",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="LetterEdit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text_before", models.TextField()),
                ("text_after", models.TextField()),
                ("reason", models.TextField(verbose_name="reason")),
                ("at", models.DateTimeField(verbose_name="at")),
            ],
            options={
                "verbose_name": "edit of a letter",
                "verbose_name_plural": "edits of a letter",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="LetterEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=30, verbose_name="step")),
                ("source", models.CharField(max_length=12, verbose_name="from")),
                ("target", models.CharField(max_length=12, verbose_name="to")),
                ("at", models.DateTimeField(verbose_name="at")),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
            ],
            options={
                "verbose_name": "step of a letter",
                "verbose_name_plural": "steps of a letter",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("acceptance", "Acceptance receipt"),
                            ("delivery", "Delivery receipt"),
                            ("non_acceptance", "Notice of non-acceptance"),
                            ("non_delivery", "Notice of non-delivery"),
                            ("bounce", "Bounce"),
                            ("other", "Another message"),
                        ],
                        max_length=14,
                    ),
                ),
                ("message_id", models.CharField(max_length=300, unique=True)),
                (
                    "about",
                    models.CharField(blank=True, max_length=300, verbose_name="about message"),
                ),
                (
                    "stated_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="time it states"),
                ),
                ("fetched_at", models.DateTimeField(verbose_name="fetched at")),
                ("sha256", models.CharField(max_length=64)),
                ("explanation", models.TextField(blank=True)),
                ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="seen at")),
            ],
            options={
                "verbose_name": "receipt",
                "verbose_name_plural": "receipts",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Template",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="code")),
                ("vocabulary", models.SlugField(max_length=40)),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                ("is_act", models.BooleanField(default=False, verbose_name="act of the body")),
                (
                    "release",
                    models.CharField(
                        choices=[
                            ("at_once", "Leaves at once"),
                            ("approval", "Waits for approval"),
                            ("signature", "Waits for a digital signature"),
                        ],
                        default="approval",
                        max_length=10,
                    ),
                ),
            ],
            options={
                "verbose_name": "letter template",
                "verbose_name_plural": "letter templates",
                "ordering": ["vocabulary", "code"],
            },
        ),
        migrations.CreateModel(
            name="TemplateVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("text_it", models.TextField(verbose_name="text in Italian")),
                ("text_en", models.TextField(blank=True, verbose_name="text in English")),
                (
                    "reason",
                    models.CharField(
                        blank=True, max_length=250, verbose_name="reason of the change"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="at")),
                ("subject_it", models.CharField(max_length=300, verbose_name="subject in Italian")),
                (
                    "subject_en",
                    models.CharField(blank=True, max_length=300, verbose_name="subject in English"),
                ),
            ],
            options={
                "verbose_name": "version of a letter template",
                "verbose_name_plural": "versions of a letter template",
                "ordering": ["template", "number"],
            },
        ),
        migrations.AddField(
            model_name="letter",
            name="amount",
            field=models.DecimalField(
                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="amount"
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="approved_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="call",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="calls.call",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="is_sealed",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="letter",
            name="language",
            field=models.CharField(default="it", max_length=2),
        ),
        migrations.AddField(
            model_name="letter",
            name="numbered_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="numbered at"),
        ),
        migrations.AddField(
            model_name="letter",
            name="original_text",
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.AddField(
            model_name="letter",
            name="starts",
            field=models.ManyToManyField(
                blank=True, related_name="letters", to="workflows.caseterm"
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="supersedes",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="superseded_by",
                to="letters.letter",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="text",
            field=models.TextField(blank=True, verbose_name="text"),
        ),
        migrations.AddField(
            model_name="letter",
            name="values",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="letter",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name="letter",
            name="addressee",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="parties.party",
            ),
        ),
        migrations.AlterField(
            model_name="letter",
            name="case",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="workflows.case",
            ),
        ),
        migrations.AlterField(
            model_name="letter",
            name="content",
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="letter",
            name="document",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letter",
                to="workflows.document",
            ),
        ),
        migrations.AlterField(
            model_name="letter",
            name="protocol",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letter",
                to="workflows.protocolentry",
            ),
        ),
        migrations.AlterField(
            model_name="letter",
            name="state",
            field=django_fsm.FSMField(
                choices=[
                    ("to_approve", "To be approved"),
                    ("held", "Held"),
                    ("ready", "To be sent"),
                    ("sending", "Being sent"),
                    ("sent", "Sent"),
                    ("delivered", "Delivered"),
                    ("failed", "Not delivered"),
                    ("withdrawn", "Withdrawn"),
                    ("superseded", "Superseded"),
                ],
                default="to_approve",
                max_length=12,
                protected=True,
            ),
        ),
        migrations.AddField(
            model_name="bodystyle",
            name="body",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letter_style",
                to="parties.body",
            ),
        ),
        migrations.AddField(
            model_name="clauseversion",
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
            model_name="clauseversion",
            name="clause",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="letters.clause",
            ),
        ),
        migrations.AddField(
            model_name="clause",
            name="current",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="letters.clauseversion",
            ),
        ),
        migrations.AddField(
            model_name="delivery",
            name="letter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deliveries",
                to="letters.letter",
            ),
        ),
        migrations.AddField(
            model_name="delivery",
            name="party",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="parties.party",
            ),
        ),
        migrations.AddField(
            model_name="letteredit",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="letteredit",
            name="letter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="edits",
                to="letters.letter",
            ),
        ),
        migrations.AddField(
            model_name="letterevent",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="letterevent",
            name="letter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="events",
                to="letters.letter",
            ),
        ),
        migrations.AddField(
            model_name="receipt",
            name="delivery",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="receipts",
                to="letters.delivery",
            ),
        ),
        migrations.AddField(
            model_name="receipt",
            name="document",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="receipt",
                to="workflows.document",
            ),
        ),
        migrations.AddField(
            model_name="templateversion",
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
            model_name="templateversion",
            name="template",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="letters.template",
            ),
        ),
        migrations.AddField(
            model_name="template",
            name="current",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="letters.templateversion",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="template",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="letters.templateversion",
            ),
        ),
    ]

import datetime as dt

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django_fsm
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import parties.moment
import parties.validators


class Migration(migrations.Migration):
    dependencies = [
        ("internships", "0002_parameters"),
        ("parties", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("workflows", "0002_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Condition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("A", "Unemployed"),
                            ("B", "On income support"),
                            ("C", "Worker at risk of unemployment"),
                            ("D", "Employed, looking for another job"),
                            ("E1", "Person with a disability (L. 68/1999)"),
                            ("E2", "Disadvantaged person (L. 381/1991)"),
                            ("F", "Student in the summer holidays"),
                        ],
                        max_length=2,
                        verbose_name="category",
                    ),
                ),
                (
                    "evidence",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="document that proves it"
                    ),
                ),
                ("evidence_on", models.DateField(blank=True, null=True, verbose_name="dated")),
                (
                    "in_charge",
                    models.BooleanField(
                        default=False, verbose_name="followed already by the promoter"
                    ),
                ),
                (
                    "income_support",
                    models.BooleanField(default=False, verbose_name="receives income support"),
                ),
                (
                    "needs_permit",
                    models.BooleanField(default=False, verbose_name="needs a permit of stay"),
                ),
                (
                    "permit_to",
                    models.DateField(blank=True, null=True, verbose_name="permit valid to"),
                ),
                (
                    "permit_renewing",
                    models.BooleanField(default=False, verbose_name="renewal asked for"),
                ),
                ("detail", models.TextField(blank=True, verbose_name="what else there is to know")),
            ],
            options={
                "verbose_name": "condition of an intern",
                "verbose_name_plural": "conditions of interns",
            },
        ),
        migrations.CreateModel(
            name="PauseReason",
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
                            ("maternity", "Maternity"),
                            ("illness", "Long illness"),
                            ("injury", "Injury"),
                            ("closure", "The host is closed"),
                        ],
                        max_length=9,
                        verbose_name="reason",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "reason of a suspension",
                "verbose_name_plural": "reasons of suspensions",
            },
        ),
        migrations.CreateModel(
            name="AllowanceDue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="amount due",
                    ),
                ),
                ("rule", models.CharField(max_length=20, verbose_name="rule")),
                ("outcome", models.JSONField(default=dict, verbose_name="what the rule said")),
                ("decided_because", models.TextField(blank=True, verbose_name="why so much")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="to be paid by")),
                (
                    "paid_amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="amount paid",
                    ),
                ),
                ("paid_on", models.DateField(blank=True, null=True, verbose_name="paid on")),
                (
                    "reference",
                    models.CharField(blank=True, max_length=140, verbose_name="payment reference"),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proof",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="workflows.document",
                    ),
                ),
            ],
            options={
                "verbose_name": "allowance of a month",
                "verbose_name_plural": "allowances of months",
                "ordering": ["month_id"],
            },
        ),
        migrations.CreateModel(
            name="Deed",
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
                            ("convention", "Agreement"),
                            ("plan", "Individual training plan"),
                            ("addendum", "Addendum to the plan"),
                        ],
                        max_length=10,
                        verbose_name="paper",
                    ),
                ),
                ("title", models.CharField(max_length=160, verbose_name="title")),
                (
                    "signers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("host", "Host"),
                                ("host_tutor", "Tutor of the host"),
                                ("trainee", "Intern"),
                                ("guardian", "Parent or guardian"),
                                ("promoter", "Promoter"),
                            ],
                            max_length=10,
                        ),
                        size=None,
                        verbose_name="who signs",
                    ),
                ),
                (
                    "drawn_at",
                    models.DateTimeField(default=parties.moment.now, verbose_name="drawn at"),
                ),
                ("completed_at", models.DateTimeField(null=True, verbose_name="signed by all at")),
                ("dropped_at", models.DateTimeField(null=True, verbose_name="dropped at")),
                (
                    "document",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deed",
                        to="workflows.document",
                    ),
                ),
                (
                    "drawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "paper to sign",
                "verbose_name_plural": "papers to sign",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "cob_number",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="number of the communication"
                    ),
                ),
                ("cob_on", models.DateField(blank=True, null=True, verbose_name="communicated on")),
                ("months", models.PositiveSmallIntegerField(verbose_name="further months")),
                ("new_end", models.DateField(verbose_name="new last day")),
                ("reason", models.TextField(verbose_name="reason")),
                (
                    "asked_on",
                    models.DateField(default=parties.moment.today, verbose_name="asked on"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Asked for"),
                            ("granted", "Authorised"),
                            ("refused", "Not authorised"),
                        ],
                        default="asked",
                        max_length=7,
                        verbose_name="state",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
                ),
                (
                    "deed",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extension",
                        to="internships.deed",
                    ),
                ),
            ],
            options={
                "verbose_name": "extension",
                "verbose_name_plural": "extensions",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Internship",
            fields=[
                (
                    "case_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="workflows.case",
                    ),
                ),
                (
                    "ruleset",
                    models.CharField(
                        blank=True, editable=False, max_length=40, verbose_name="ruleset"
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("ordinary", "Extracurricular internship"),
                            ("summer", "Summer internship of a student"),
                        ],
                        default="ordinary",
                        max_length=8,
                        verbose_name="type",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title of the position")),
                ("start", models.DateField(verbose_name="first day")),
                ("end", models.DateField(verbose_name="last day")),
                (
                    "planned_end",
                    models.DateField(null=True, verbose_name="last day of the first plan"),
                ),
                (
                    "week",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        default=list,
                        size=7,
                        verbose_name="hours of a week",
                    ),
                ),
                (
                    "arrives_at",
                    models.TimeField(
                        default=dt.time(9, 0), verbose_name="presents at, on the first day"
                    ),
                ),
                (
                    "contract",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="collective agreement"
                    ),
                ),
                (
                    "contract_minutes",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="weekly minutes of the collective agreement"
                    ),
                ),
                (
                    "odd_hours",
                    models.TextField(blank=True, verbose_name="why evenings or holidays"),
                ),
                (
                    "remote_days",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="days a week at a distance"
                    ),
                ),
                (
                    "remote_rules",
                    models.TextField(blank=True, verbose_name="how the distance is arranged"),
                ),
                (
                    "allowance",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=8, verbose_name="allowance a month"
                    ),
                ),
                (
                    "gives_meals",
                    models.BooleanField(default=False, verbose_name="canteen or meal vouchers"),
                ),
                (
                    "payer",
                    models.CharField(
                        choices=[("host", "Host"), ("funder", "Funder"), ("mixed", "Both in part")],
                        default="host",
                        max_length=6,
                        verbose_name="who pays it",
                    ),
                ),
                ("objectives", models.TextField(blank=True, verbose_name="objectives")),
                ("methods", models.TextField(blank=True, verbose_name="methods and monitoring")),
                ("trips", models.TextField(blank=True, verbose_name="trips foreseen")),
                ("equipment", models.TextField(blank=True, verbose_name="protective equipment")),
                (
                    "cover_bearer",
                    models.CharField(
                        choices=[("promoter", "Promoter"), ("host", "Host")],
                        default="promoter",
                        max_length=8,
                        verbose_name="who insures",
                    ),
                ),
                (
                    "safety_bearer",
                    models.CharField(
                        choices=[("promoter", "Promoter"), ("host", "Host")],
                        default="host",
                        max_length=8,
                        verbose_name="who trains on safety",
                    ),
                ),
                (
                    "accident_reference",
                    models.CharField(blank=True, max_length=60, verbose_name="INAIL position"),
                ),
                ("insurer", models.CharField(blank=True, max_length=120, verbose_name="insurer")),
                (
                    "liability_policy",
                    models.CharField(blank=True, max_length=60, verbose_name="liability policy"),
                ),
                (
                    "liability_expiry",
                    models.DateField(blank=True, null=True, verbose_name="policy valid to"),
                ),
                (
                    "liability_renews",
                    models.BooleanField(default=False, verbose_name="will be renewed"),
                ),
                (
                    "covered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="insured at"),
                ),
                (
                    "risk",
                    models.CharField(
                        choices=[("low", "Low"), ("medium", "Medium"), ("high", "High")],
                        max_length=6,
                        verbose_name="class of risk",
                    ),
                ),
                (
                    "general_hours",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=5,
                        verbose_name="hours of general training",
                    ),
                ),
                (
                    "specific_hours",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=5,
                        verbose_name="hours of specific training",
                    ),
                ),
                ("trained_on", models.DateField(blank=True, null=True, verbose_name="trained on")),
                (
                    "needs_surveillance",
                    models.BooleanField(default=False, verbose_name="health surveillance due"),
                ),
                (
                    "fit_on",
                    models.DateField(blank=True, null=True, verbose_name="fitness certified on"),
                ),
                (
                    "guardian_name",
                    models.CharField(blank=True, max_length=120, verbose_name="parent or guardian"),
                ),
                (
                    "minor_authorised",
                    models.BooleanField(default=False, verbose_name="authorised by the guardian"),
                ),
                (
                    "cob_number",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="number of the communication"
                    ),
                ),
                (
                    "cob_sent_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="communication sent at"
                    ),
                ),
                (
                    "started_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="started at"),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                ("end_reason", models.TextField(blank=True, verbose_name="why it ended early")),
                (
                    "end_cob_number",
                    models.CharField(
                        blank=True,
                        max_length=40,
                        verbose_name="number of the communication of the end",
                    ),
                ),
                (
                    "end_cob_on",
                    models.DateField(blank=True, null=True, verbose_name="end communicated on"),
                ),
                (
                    "refunded",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=9,
                        null=True,
                        verbose_name="refunded to the host",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="internships",
                        to="internships.hostoffer",
                    ),
                ),
                (
                    "trainee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="internships",
                        to="parties.person",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="internships",
                        to="internships.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "internship",
                "verbose_name_plural": "internships",
            },
            bases=("workflows.case", models.Model),
        ),
        migrations.CreateModel(
            name="ExtensionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "cob_number",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="number of the communication"
                    ),
                ),
                ("cob_on", models.DateField(blank=True, null=True, verbose_name="communicated on")),
                ("months", models.PositiveSmallIntegerField(verbose_name="further months")),
                ("new_end", models.DateField(verbose_name="new last day")),
                ("reason", models.TextField(verbose_name="reason")),
                (
                    "asked_on",
                    models.DateField(default=parties.moment.today, verbose_name="asked on"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Asked for"),
                            ("granted", "Authorised"),
                            ("refused", "Not authorised"),
                        ],
                        default="asked",
                        max_length=7,
                        verbose_name="state",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
                ),
                (
                    "deed",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.deed",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.extension",
                    ),
                ),
                (
                    "internship",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.internship",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="extension",
            name="internship",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="extensions",
                to="internships.internship",
            ),
        ),
        migrations.CreateModel(
            name="DeedEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("convention", "Agreement"),
                            ("plan", "Individual training plan"),
                            ("addendum", "Addendum to the plan"),
                        ],
                        max_length=10,
                        verbose_name="paper",
                    ),
                ),
                ("title", models.CharField(max_length=160, verbose_name="title")),
                (
                    "signers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("host", "Host"),
                                ("host_tutor", "Tutor of the host"),
                                ("trainee", "Intern"),
                                ("guardian", "Parent or guardian"),
                                ("promoter", "Promoter"),
                            ],
                            max_length=10,
                        ),
                        size=None,
                        verbose_name="who signs",
                    ),
                ),
                (
                    "drawn_at",
                    models.DateTimeField(default=parties.moment.now, verbose_name="drawn at"),
                ),
                ("completed_at", models.DateTimeField(null=True, verbose_name="signed by all at")),
                ("dropped_at", models.DateTimeField(null=True, verbose_name="dropped at")),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="workflows.document",
                    ),
                ),
                (
                    "drawn_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.deed",
                    ),
                ),
                (
                    "internship",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.internship",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="deed",
            name="internship",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deeds",
                to="internships.internship",
            ),
        ),
        migrations.CreateModel(
            name="ConditionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("A", "Unemployed"),
                            ("B", "On income support"),
                            ("C", "Worker at risk of unemployment"),
                            ("D", "Employed, looking for another job"),
                            ("E1", "Person with a disability (L. 68/1999)"),
                            ("E2", "Disadvantaged person (L. 381/1991)"),
                            ("F", "Student in the summer holidays"),
                        ],
                        max_length=2,
                        verbose_name="category",
                    ),
                ),
                (
                    "evidence",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="document that proves it"
                    ),
                ),
                ("evidence_on", models.DateField(blank=True, null=True, verbose_name="dated")),
                (
                    "in_charge",
                    models.BooleanField(
                        default=False, verbose_name="followed already by the promoter"
                    ),
                ),
                (
                    "income_support",
                    models.BooleanField(default=False, verbose_name="receives income support"),
                ),
                (
                    "needs_permit",
                    models.BooleanField(default=False, verbose_name="needs a permit of stay"),
                ),
                (
                    "permit_to",
                    models.DateField(blank=True, null=True, verbose_name="permit valid to"),
                ),
                (
                    "permit_renewing",
                    models.BooleanField(default=False, verbose_name="renewal asked for"),
                ),
                ("detail", models.TextField(blank=True, verbose_name="what else there is to know")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.condition",
                    ),
                ),
                (
                    "internship",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.internship",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="condition",
            name="internship",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="condition",
                to="internships.internship",
            ),
        ),
        migrations.CreateModel(
            name="Month",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="month")),
                ("first_day", models.DateField(verbose_name="first day")),
                ("last_day", models.DateField(verbose_name="last day")),
                (
                    "status",
                    django_fsm.FSMField(
                        choices=[
                            ("open", "To be filled in"),
                            ("filled", "Filled in"),
                            ("validated", "Validated by the tutor"),
                            ("verified", "Checked by the promoter"),
                            ("closed", "Closed"),
                            ("rejected", "Sent back"),
                        ],
                        default="open",
                        max_length=9,
                        protected=True,
                        verbose_name="status",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "filled_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="filled in at"),
                ),
                (
                    "validated_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="validated at"),
                ),
                (
                    "verified_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="checked at"),
                ),
                (
                    "closed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="closed at"),
                ),
                (
                    "planned_minutes",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="planned minutes"
                    ),
                ),
                (
                    "done_minutes",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="minutes done"),
                ),
                (
                    "internship",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="months",
                        to="internships.internship",
                    ),
                ),
            ],
            options={
                "verbose_name": "month of the register",
                "verbose_name_plural": "months of the register",
                "ordering": ["internship_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="Day",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="day")),
                (
                    "planned_minutes",
                    models.PositiveSmallIntegerField(default=0, verbose_name="planned minutes"),
                ),
                (
                    "done_minutes",
                    models.PositiveSmallIntegerField(default=0, verbose_name="minutes done"),
                ),
                ("in_1", models.TimeField(blank=True, null=True, verbose_name="in")),
                ("out_1", models.TimeField(blank=True, null=True, verbose_name="out")),
                ("in_2", models.TimeField(blank=True, null=True, verbose_name="in again")),
                ("out_2", models.TimeField(blank=True, null=True, verbose_name="out again")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("presence", "At the host"),
                            ("remote", "At a distance"),
                            ("trip", "On a trip"),
                        ],
                        default="presence",
                        max_length=8,
                        verbose_name="where",
                    ),
                ),
                (
                    "absence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("MAL", "Illness"),
                            ("PER", "Leave"),
                            ("VIS", "Medical visit"),
                            ("INF", "Injury"),
                            ("FER", "Public holiday"),
                            ("CHI", "Host closed"),
                            ("SOS", "Suspension"),
                            ("ING", "Without a reason"),
                        ],
                        max_length=3,
                        verbose_name="absence",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="what was done")),
                ("explained", models.TextField(blank=True, verbose_name="why more than planned")),
                (
                    "trainee_signed_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="signed by the intern at"
                    ),
                ),
                (
                    "tutor_signed_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="signed by the tutor at"
                    ),
                ),
                (
                    "tutor_signed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "month",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="days",
                        to="internships.month",
                    ),
                ),
            ],
            options={
                "verbose_name": "day of the register",
                "verbose_name_plural": "days of the register",
                "ordering": ["day", "id"],
            },
        ),
        migrations.CreateModel(
            name="AllowanceDueEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="amount due",
                    ),
                ),
                ("rule", models.CharField(max_length=20, verbose_name="rule")),
                ("outcome", models.JSONField(default=dict, verbose_name="what the rule said")),
                ("decided_because", models.TextField(blank=True, verbose_name="why so much")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="to be paid by")),
                (
                    "paid_amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="amount paid",
                    ),
                ),
                ("paid_on", models.DateField(blank=True, null=True, verbose_name="paid on")),
                (
                    "reference",
                    models.CharField(blank=True, max_length=140, verbose_name="payment reference"),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.allowancedue",
                    ),
                ),
                (
                    "proof",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="workflows.document",
                    ),
                ),
                (
                    "month",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.month",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="allowancedue",
            name="month",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="allowance",
                to="internships.month",
            ),
        ),
        migrations.CreateModel(
            name="MonthEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveSmallIntegerField(verbose_name="month")),
                ("first_day", models.DateField(verbose_name="first day")),
                ("last_day", models.DateField(verbose_name="last day")),
                (
                    "status",
                    django_fsm.FSMField(
                        choices=[
                            ("open", "To be filled in"),
                            ("filled", "Filled in"),
                            ("validated", "Validated by the tutor"),
                            ("verified", "Checked by the promoter"),
                            ("closed", "Closed"),
                            ("rejected", "Sent back"),
                        ],
                        default="open",
                        max_length=9,
                        protected=True,
                        verbose_name="status",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "filled_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="filled in at"),
                ),
                (
                    "validated_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="validated at"),
                ),
                (
                    "verified_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="checked at"),
                ),
                (
                    "closed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="closed at"),
                ),
                (
                    "planned_minutes",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="planned minutes"
                    ),
                ),
                (
                    "done_minutes",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="minutes done"),
                ),
                (
                    "internship",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.internship",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.month",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanActivity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="activity")),
                ("minutes", models.PositiveIntegerField(default=0, verbose_name="minutes")),
                ("is_green", models.BooleanField(default=False, verbose_name="green")),
                (
                    "internship",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="activities",
                        to="internships.internship",
                    ),
                ),
            ],
            options={
                "verbose_name": "activity of the plan",
                "verbose_name_plural": "activities of the plan",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="DayEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("day", models.DateField(verbose_name="day")),
                (
                    "planned_minutes",
                    models.PositiveSmallIntegerField(default=0, verbose_name="planned minutes"),
                ),
                (
                    "done_minutes",
                    models.PositiveSmallIntegerField(default=0, verbose_name="minutes done"),
                ),
                ("in_1", models.TimeField(blank=True, null=True, verbose_name="in")),
                ("out_1", models.TimeField(blank=True, null=True, verbose_name="out")),
                ("in_2", models.TimeField(blank=True, null=True, verbose_name="in again")),
                ("out_2", models.TimeField(blank=True, null=True, verbose_name="out again")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("presence", "At the host"),
                            ("remote", "At a distance"),
                            ("trip", "On a trip"),
                        ],
                        default="presence",
                        max_length=8,
                        verbose_name="where",
                    ),
                ),
                (
                    "absence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("MAL", "Illness"),
                            ("PER", "Leave"),
                            ("VIS", "Medical visit"),
                            ("INF", "Injury"),
                            ("FER", "Public holiday"),
                            ("CHI", "Host closed"),
                            ("SOS", "Suspension"),
                            ("ING", "Without a reason"),
                        ],
                        max_length=3,
                        verbose_name="absence",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="what was done")),
                ("explained", models.TextField(blank=True, verbose_name="why more than planned")),
                (
                    "trainee_signed_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="signed by the intern at"
                    ),
                ),
                (
                    "tutor_signed_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="signed by the tutor at"
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.day",
                    ),
                ),
                (
                    "tutor_signed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "month",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.month",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.planactivity",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="day",
            name="activity",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="days",
                to="internships.planactivity",
            ),
        ),
        migrations.CreateModel(
            name="PlanActivityEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("text", models.CharField(max_length=300, verbose_name="activity")),
                ("minutes", models.PositiveIntegerField(default=0, verbose_name="minutes")),
                ("is_green", models.BooleanField(default=False, verbose_name="green")),
                (
                    "internship",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.internship",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.planactivity",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanCompetence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="competence")),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(8),
                        ],
                        verbose_name="EQF level",
                    ),
                ),
                (
                    "extension",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="competences",
                        to="internships.extension",
                    ),
                ),
                (
                    "internship",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="competences",
                        to="internships.internship",
                    ),
                ),
            ],
            options={
                "verbose_name": "competence of the plan",
                "verbose_name_plural": "competences of the plan",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="PlanCompetenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("text", models.CharField(max_length=200, verbose_name="competence")),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(8),
                        ],
                        verbose_name="EQF level",
                    ),
                ),
                (
                    "extension",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.extension",
                    ),
                ),
                (
                    "internship",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.internship",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.plancompetence",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Promoter",
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
                            ("school", "School or higher technical institute"),
                            ("university", "University"),
                            ("training", "Body accredited for vocational training"),
                            ("job_centre", "Job centre"),
                            ("accredited", "Body accredited for employment services"),
                            ("authorised", "Body authorised for employment services"),
                            ("social", "Therapeutic community or social co-operative"),
                        ],
                        max_length=10,
                        verbose_name="title",
                    ),
                ),
                (
                    "registration",
                    models.CharField(blank=True, max_length=80, verbose_name="registration"),
                ),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
                (
                    "party",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="promoter",
                        to="parties.organisation",
                        verbose_name="body",
                    ),
                ),
            ],
            options={
                "verbose_name": "promoter",
                "verbose_name_plural": "promoters",
                "ordering": ["party__name", "id"],
            },
        ),
        migrations.CreateModel(
            name="InternshipEvent",
            fields=[
                (
                    "case_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="workflows.case",
                    ),
                ),
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "ruleset",
                    models.CharField(
                        blank=True, editable=False, max_length=40, verbose_name="ruleset"
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("ordinary", "Extracurricular internship"),
                            ("summer", "Summer internship of a student"),
                        ],
                        default="ordinary",
                        max_length=8,
                        verbose_name="type",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title of the position")),
                ("start", models.DateField(verbose_name="first day")),
                ("end", models.DateField(verbose_name="last day")),
                (
                    "planned_end",
                    models.DateField(null=True, verbose_name="last day of the first plan"),
                ),
                (
                    "week",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        default=list,
                        size=7,
                        verbose_name="hours of a week",
                    ),
                ),
                (
                    "arrives_at",
                    models.TimeField(
                        default=dt.time(9, 0), verbose_name="presents at, on the first day"
                    ),
                ),
                (
                    "contract",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="collective agreement"
                    ),
                ),
                (
                    "contract_minutes",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="weekly minutes of the collective agreement"
                    ),
                ),
                (
                    "odd_hours",
                    models.TextField(blank=True, verbose_name="why evenings or holidays"),
                ),
                (
                    "remote_days",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="days a week at a distance"
                    ),
                ),
                (
                    "remote_rules",
                    models.TextField(blank=True, verbose_name="how the distance is arranged"),
                ),
                (
                    "allowance",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=8, verbose_name="allowance a month"
                    ),
                ),
                (
                    "gives_meals",
                    models.BooleanField(default=False, verbose_name="canteen or meal vouchers"),
                ),
                (
                    "payer",
                    models.CharField(
                        choices=[("host", "Host"), ("funder", "Funder"), ("mixed", "Both in part")],
                        default="host",
                        max_length=6,
                        verbose_name="who pays it",
                    ),
                ),
                ("objectives", models.TextField(blank=True, verbose_name="objectives")),
                ("methods", models.TextField(blank=True, verbose_name="methods and monitoring")),
                ("trips", models.TextField(blank=True, verbose_name="trips foreseen")),
                ("equipment", models.TextField(blank=True, verbose_name="protective equipment")),
                (
                    "cover_bearer",
                    models.CharField(
                        choices=[("promoter", "Promoter"), ("host", "Host")],
                        default="promoter",
                        max_length=8,
                        verbose_name="who insures",
                    ),
                ),
                (
                    "safety_bearer",
                    models.CharField(
                        choices=[("promoter", "Promoter"), ("host", "Host")],
                        default="host",
                        max_length=8,
                        verbose_name="who trains on safety",
                    ),
                ),
                (
                    "accident_reference",
                    models.CharField(blank=True, max_length=60, verbose_name="INAIL position"),
                ),
                ("insurer", models.CharField(blank=True, max_length=120, verbose_name="insurer")),
                (
                    "liability_policy",
                    models.CharField(blank=True, max_length=60, verbose_name="liability policy"),
                ),
                (
                    "liability_expiry",
                    models.DateField(blank=True, null=True, verbose_name="policy valid to"),
                ),
                (
                    "liability_renews",
                    models.BooleanField(default=False, verbose_name="will be renewed"),
                ),
                (
                    "covered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="insured at"),
                ),
                (
                    "risk",
                    models.CharField(
                        choices=[("low", "Low"), ("medium", "Medium"), ("high", "High")],
                        max_length=6,
                        verbose_name="class of risk",
                    ),
                ),
                (
                    "general_hours",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=5,
                        verbose_name="hours of general training",
                    ),
                ),
                (
                    "specific_hours",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=5,
                        verbose_name="hours of specific training",
                    ),
                ),
                ("trained_on", models.DateField(blank=True, null=True, verbose_name="trained on")),
                (
                    "needs_surveillance",
                    models.BooleanField(default=False, verbose_name="health surveillance due"),
                ),
                (
                    "fit_on",
                    models.DateField(blank=True, null=True, verbose_name="fitness certified on"),
                ),
                (
                    "guardian_name",
                    models.CharField(blank=True, max_length=120, verbose_name="parent or guardian"),
                ),
                (
                    "minor_authorised",
                    models.BooleanField(default=False, verbose_name="authorised by the guardian"),
                ),
                (
                    "cob_number",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="number of the communication"
                    ),
                ),
                (
                    "cob_sent_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="communication sent at"
                    ),
                ),
                (
                    "started_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="started at"),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                ("end_reason", models.TextField(blank=True, verbose_name="why it ended early")),
                (
                    "end_cob_number",
                    models.CharField(
                        blank=True,
                        max_length=40,
                        verbose_name="number of the communication of the end",
                    ),
                ),
                (
                    "end_cob_on",
                    models.DateField(blank=True, null=True, verbose_name="end communicated on"),
                ),
                (
                    "refunded",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=9,
                        null=True,
                        verbose_name="refunded to the host",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.hostoffer",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.internship",
                    ),
                ),
                (
                    "trainee",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="parties.person",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.unit",
                    ),
                ),
                (
                    "promoter",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.promoter",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="internship",
            name="promoter",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="internships",
                to="internships.promoter",
            ),
        ),
        migrations.CreateModel(
            name="PromoterEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("school", "School or higher technical institute"),
                            ("university", "University"),
                            ("training", "Body accredited for vocational training"),
                            ("job_centre", "Job centre"),
                            ("accredited", "Body accredited for employment services"),
                            ("authorised", "Body authorised for employment services"),
                            ("social", "Therapeutic community or social co-operative"),
                        ],
                        max_length=10,
                        verbose_name="title",
                    ),
                ),
                (
                    "registration",
                    models.CharField(blank=True, max_length=80, verbose_name="registration"),
                ),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
                (
                    "party",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="parties.organisation",
                        verbose_name="body",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.promoter",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "actor",
                    models.CharField(
                        choices=[
                            ("host", "Host"),
                            ("host_tutor", "Tutor of the host"),
                            ("trainee", "Intern"),
                            ("guardian", "Parent or guardian"),
                            ("promoter", "Promoter"),
                        ],
                        max_length=10,
                        verbose_name="who",
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("digital", "Digital signature"),
                            ("paper", "Signed on paper and scanned"),
                            ("code", "Accepted here with a one-time code"),
                        ],
                        max_length=7,
                        verbose_name="how",
                    ),
                ),
                (
                    "signed_at",
                    models.DateTimeField(default=parties.moment.now, verbose_name="signed at"),
                ),
                (
                    "finding",
                    models.CharField(blank=True, max_length=300, verbose_name="what was found"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "deed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="internships.deed",
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deed_signature",
                        to="workflows.document",
                    ),
                ),
            ],
            options={
                "verbose_name": "signature",
                "verbose_name_plural": "signatures",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="SignatureEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "actor",
                    models.CharField(
                        choices=[
                            ("host", "Host"),
                            ("host_tutor", "Tutor of the host"),
                            ("trainee", "Intern"),
                            ("guardian", "Parent or guardian"),
                            ("promoter", "Promoter"),
                        ],
                        max_length=10,
                        verbose_name="who",
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("digital", "Digital signature"),
                            ("paper", "Signed on paper and scanned"),
                            ("code", "Accepted here with a one-time code"),
                        ],
                        max_length=7,
                        verbose_name="how",
                    ),
                ),
                (
                    "signed_at",
                    models.DateTimeField(default=parties.moment.now, verbose_name="signed at"),
                ),
                (
                    "finding",
                    models.CharField(blank=True, max_length=300, verbose_name="what was found"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "deed",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.deed",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="workflows.document",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.signature",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SigningCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "actor",
                    models.CharField(
                        choices=[
                            ("host", "Host"),
                            ("host_tutor", "Tutor of the host"),
                            ("trainee", "Intern"),
                            ("guardian", "Parent or guardian"),
                            ("promoter", "Promoter"),
                        ],
                        max_length=10,
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("sent_at", models.DateTimeField(default=parties.moment.now)),
                ("expires_at", models.DateTimeField()),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "deed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="codes",
                        to="internships.deed",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "one-time code",
                "verbose_name_plural": "one-time codes",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Suspension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "cob_number",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="number of the communication"
                    ),
                ),
                ("cob_on", models.DateField(blank=True, null=True, verbose_name="communicated on")),
                ("first_day", models.DateField(verbose_name="first day")),
                ("last_day", models.DateField(verbose_name="last day")),
                ("told_on", models.DateField(default=parties.moment.today, verbose_name="told on")),
                (
                    "returned_on",
                    models.DateField(blank=True, null=True, verbose_name="returned on"),
                ),
                (
                    "internship",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suspensions",
                        to="internships.internship",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "suspension",
                "verbose_name_plural": "suspensions",
                "ordering": ["first_day", "id"],
            },
        ),
        migrations.CreateModel(
            name="PauseReasonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("maternity", "Maternity"),
                            ("illness", "Long illness"),
                            ("injury", "Injury"),
                            ("closure", "The host is closed"),
                        ],
                        max_length=9,
                        verbose_name="reason",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.pausereason",
                    ),
                ),
                (
                    "suspension",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.suspension",
                        verbose_name="suspension",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="pausereason",
            name="suspension",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="why",
                to="internships.suspension",
                verbose_name="suspension",
            ),
        ),
        migrations.CreateModel(
            name="SuspensionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "cob_number",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="number of the communication"
                    ),
                ),
                ("cob_on", models.DateField(blank=True, null=True, verbose_name="communicated on")),
                ("first_day", models.DateField(verbose_name="first day")),
                ("last_day", models.DateField(verbose_name="last day")),
                ("told_on", models.DateField(default=parties.moment.today, verbose_name="told on")),
                (
                    "returned_on",
                    models.DateField(blank=True, null=True, verbose_name="returned on"),
                ),
                (
                    "internship",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.internship",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.suspension",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Tutor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("host", "Host"), ("promoter", "Promoter")],
                        max_length=8,
                        verbose_name="for",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "tax_code",
                    models.CharField(
                        db_index=True,
                        max_length=16,
                        validators=[parties.validators.validate_person_tax_code],
                        verbose_name="tax code",
                    ),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="email address")),
                ("role", models.CharField(blank=True, max_length=120, verbose_name="role")),
                (
                    "years",
                    models.PositiveSmallIntegerField(default=0, verbose_name="years of experience"),
                ),
                ("skills", models.TextField(blank=True, verbose_name="skills")),
                (
                    "substitute",
                    models.CharField(blank=True, max_length=120, verbose_name="substitute tutor"),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "internship",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tutors",
                        to="internships.internship",
                    ),
                ),
            ],
            options={
                "verbose_name": "tutor",
                "verbose_name_plural": "tutors",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="TutorEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "side",
                    models.CharField(
                        choices=[("host", "Host"), ("promoter", "Promoter")],
                        max_length=8,
                        verbose_name="for",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "tax_code",
                    models.CharField(
                        max_length=16,
                        validators=[parties.validators.validate_person_tax_code],
                        verbose_name="tax code",
                    ),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="email address")),
                ("role", models.CharField(blank=True, max_length=120, verbose_name="role")),
                (
                    "years",
                    models.PositiveSmallIntegerField(default=0, verbose_name="years of experience"),
                ),
                ("skills", models.TextField(blank=True, verbose_name="skills")),
                (
                    "substitute",
                    models.CharField(blank=True, max_length=120, verbose_name="substitute tutor"),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "internship",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.internship",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="internships.tutor",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extensionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8c7dabc740cef576d4e140a585e8353e48f333af",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6184c",
                    table="internships_extensionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="extension",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("state", "asked")),
                    models.Q(("decided_at__isnull", False), ("state__in", ["granted", "refused"])),
                    _connector="OR",
                ),
                name="extension_decided_has_its_instant",
            ),
        ),
        migrations.AddConstraint(
            model_name="extension",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "asked")),
                fields=("internship",),
                name="extension_one_request_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extension",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_extensionevent" ("asked_on", "cob_number", "cob_on", "decided_at", "deed_id", "id", "internship_id", "months", "new_end", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state") VALUES (NEW."asked_on", NEW."cob_number", NEW."cob_on", NEW."decided_at", NEW."deed_id", NEW."id", NEW."internship_id", NEW."months", NEW."new_end", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."state"); RETURN NULL;',
                    hash="61406bc82d6723ee6b90de8f5b63446e259c2955",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8c5e8",
                    table="internships_extension",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extension",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "internships_extensionevent" ("asked_on", "cob_number", "cob_on", "decided_at", "deed_id", "id", "internship_id", "months", "new_end", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state") VALUES (NEW."asked_on", NEW."cob_number", NEW."cob_on", NEW."decided_at", NEW."deed_id", NEW."id", NEW."internship_id", NEW."months", NEW."new_end", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."state"); RETURN NULL;',
                    hash="48c5c1de63a8939d7ccbce4695de6d9294e53353",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2f729",
                    table="internships_extension",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extension",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_extensionevent" ("asked_on", "cob_number", "cob_on", "decided_at", "deed_id", "id", "internship_id", "months", "new_end", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state") VALUES (OLD."asked_on", OLD."cob_number", OLD."cob_on", OLD."decided_at", OLD."deed_id", OLD."id", OLD."internship_id", OLD."months", OLD."new_end", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."state"); RETURN NULL;',
                    hash="b81ce6dbca9cbf40dcd6dd6830faa6be161fc63b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a1db5",
                    table="internships_extension",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deedevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6aab2c796e774684e16a8f86a8a07d3ceb47dd8d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c5b8f",
                    table="internships_deedevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="deed",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("dropped_at__isnull", True), ("kind__in", ["convention", "plan"])
                ),
                fields=("internship", "kind"),
                name="deed_one_agreement_and_one_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="deed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("completed_at__isnull", True),
                    ("dropped_at__isnull", True),
                    ("dropped_at__gte", models.F("completed_at")),
                    _connector="OR",
                ),
                name="deed_dropped_after_it_was_signed",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deed",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_deedevent" ("completed_at", "document_id", "drawn_at", "drawn_by_id", "dropped_at", "id", "internship_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signers", "title") VALUES (NEW."completed_at", NEW."document_id", NEW."drawn_at", NEW."drawn_by_id", NEW."dropped_at", NEW."id", NEW."internship_id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."signers", NEW."title"); RETURN NULL;',
                    hash="b3c3acc9924c8da557db36c8112dc5544dfe9335",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_95cd4",
                    table="internships_deed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deed",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "internships_deedevent" ("completed_at", "document_id", "drawn_at", "drawn_by_id", "dropped_at", "id", "internship_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signers", "title") VALUES (NEW."completed_at", NEW."document_id", NEW."drawn_at", NEW."drawn_by_id", NEW."dropped_at", NEW."id", NEW."internship_id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."signers", NEW."title"); RETURN NULL;',
                    hash="cdd5fcc680dc8f5039fb9247e8f674aa72912db3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6ec18",
                    table="internships_deed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deed",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_deedevent" ("completed_at", "document_id", "drawn_at", "drawn_by_id", "dropped_at", "id", "internship_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signers", "title") VALUES (OLD."completed_at", OLD."document_id", OLD."drawn_at", OLD."drawn_by_id", OLD."dropped_at", OLD."id", OLD."internship_id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."signers", OLD."title"); RETURN NULL;',
                    hash="bde99be5f4291ae220de008d3f194099a4bebe60",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_293c3",
                    table="internships_deed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conditionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="93a773f074a19d2a2178a965d7a0612f916e0c3d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_af900",
                    table="internships_conditionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="condition",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_conditionevent" ("category", "detail", "evidence", "evidence_on", "id", "in_charge", "income_support", "internship_id", "needs_permit", "permit_renewing", "permit_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."category", NEW."detail", NEW."evidence", NEW."evidence_on", NEW."id", NEW."in_charge", NEW."income_support", NEW."internship_id", NEW."needs_permit", NEW."permit_renewing", NEW."permit_to", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="7a38790dd5480f30111b25692b14c7c840caf104",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7d1b4",
                    table="internships_condition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="condition",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "internships_conditionevent" ("category", "detail", "evidence", "evidence_on", "id", "in_charge", "income_support", "internship_id", "needs_permit", "permit_renewing", "permit_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."category", NEW."detail", NEW."evidence", NEW."evidence_on", NEW."id", NEW."in_charge", NEW."income_support", NEW."internship_id", NEW."needs_permit", NEW."permit_renewing", NEW."permit_to", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="21ea02170d182986a1fcb8bf9e4a2b81c52e0ec7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_894e2",
                    table="internships_condition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="condition",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_conditionevent" ("category", "detail", "evidence", "evidence_on", "id", "in_charge", "income_support", "internship_id", "needs_permit", "permit_renewing", "permit_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."category", OLD."detail", OLD."evidence", OLD."evidence_on", OLD."id", OLD."in_charge", OLD."income_support", OLD."internship_id", OLD."needs_permit", OLD."permit_renewing", OLD."permit_to", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="283c390bd5cc8f7cb125f4be5ba093dabb1ec1ec",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a79bf",
                    table="internships_condition",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="month",
            constraint=models.UniqueConstraint(fields=("internship", "number"), name="month_once"),
        ),
        migrations.AddConstraint(
            model_name="month",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))),
                name="month_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="month",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "closed"), _negated=True),
                    models.Q(
                        ("closed_at__isnull", False),
                        ("done_minutes__isnull", False),
                        ("planned_minutes__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="month_closed_says_what_was_done",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="month",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_monthevent" ("closed_at", "done_minutes", "filled_at", "first_day", "id", "internship_id", "last_day", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_minutes", "status", "validated_at", "verified_at") VALUES (NEW."closed_at", NEW."done_minutes", NEW."filled_at", NEW."first_day", NEW."id", NEW."internship_id", NEW."last_day", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_minutes", NEW."status", NEW."validated_at", NEW."verified_at"); RETURN NULL;',
                    hash="1c79d94a656990b13705f8161c657a959bdef80a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a0b74",
                    table="internships_month",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="month",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "internships_monthevent" ("closed_at", "done_minutes", "filled_at", "first_day", "id", "internship_id", "last_day", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_minutes", "status", "validated_at", "verified_at") VALUES (NEW."closed_at", NEW."done_minutes", NEW."filled_at", NEW."first_day", NEW."id", NEW."internship_id", NEW."last_day", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_minutes", NEW."status", NEW."validated_at", NEW."verified_at"); RETURN NULL;',
                    hash="ad6d81e2993b9a648225458eaad98fa2c155cd48",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2c304",
                    table="internships_month",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="month",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_monthevent" ("closed_at", "done_minutes", "filled_at", "first_day", "id", "internship_id", "last_day", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_minutes", "status", "validated_at", "verified_at") VALUES (OLD."closed_at", OLD."done_minutes", OLD."filled_at", OLD."first_day", OLD."id", OLD."internship_id", OLD."last_day", OLD."note", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."planned_minutes", OLD."status", OLD."validated_at", OLD."verified_at"); RETURN NULL;',
                    hash="11d98867cf625c0a96de80303b36362bfabc44ae",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a22c4",
                    table="internships_month",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="allowancedueevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="08dc06d95888f4d907e8bf4bfe0d56144244451e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d9402",
                    table="internships_allowancedueevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="allowancedue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("paid_amount__isnull", True), ("paid_on__isnull", True)),
                    models.Q(("paid_amount__isnull", False), ("paid_on__isnull", False)),
                    _connector="OR",
                ),
                name="allowance_paid_has_day_and_amount",
            ),
        ),
        migrations.AddConstraint(
            model_name="allowancedue",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__isnull", True), ("amount__gte", 0), _connector="OR"),
                name="allowance_is_not_negative",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="allowancedue",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_allowancedueevent" ("amount", "decided_because", "decided_by_id", "due_on", "id", "month_id", "outcome", "paid_amount", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "reference", "rule") VALUES (NEW."amount", NEW."decided_because", NEW."decided_by_id", NEW."due_on", NEW."id", NEW."month_id", NEW."outcome", NEW."paid_amount", NEW."paid_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proof_id", NEW."reference", NEW."rule"); RETURN NULL;',
                    hash="6b7bb81d2eb0d65eb22a2dcf67be1bd46ae600ff",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_62a75",
                    table="internships_allowancedue",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="allowancedue",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "internships_allowancedueevent" ("amount", "decided_because", "decided_by_id", "due_on", "id", "month_id", "outcome", "paid_amount", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "reference", "rule") VALUES (NEW."amount", NEW."decided_because", NEW."decided_by_id", NEW."due_on", NEW."id", NEW."month_id", NEW."outcome", NEW."paid_amount", NEW."paid_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proof_id", NEW."reference", NEW."rule"); RETURN NULL;',
                    hash="72b9d9a0fdfc19c60cbc0c254a44c7f368f97b01",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_66e6e",
                    table="internships_allowancedue",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="allowancedue",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_allowancedueevent" ("amount", "decided_because", "decided_by_id", "due_on", "id", "month_id", "outcome", "paid_amount", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "reference", "rule") VALUES (OLD."amount", OLD."decided_because", OLD."decided_by_id", OLD."due_on", OLD."id", OLD."month_id", OLD."outcome", OLD."paid_amount", OLD."paid_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proof_id", OLD."reference", OLD."rule"); RETURN NULL;',
                    hash="8fac1b58bc61041f8e7fff99db293c0c512ab3c9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_980f9",
                    table="internships_allowancedue",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="monthevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="99277b125d9cec91fa308507057bb324e49ceda1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_23119",
                    table="internships_monthevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planactivity",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_planactivityevent" ("id", "internship_id", "is_green", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."id", NEW."internship_id", NEW."is_green", NEW."minutes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;',
                    hash="2cea63d0d512cac937359753b68954dffe403e66",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e00fa",
                    table="internships_planactivity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planactivity",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "internships_planactivityevent" ("id", "internship_id", "is_green", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."id", NEW."internship_id", NEW."is_green", NEW."minutes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;',
                    hash="22b07bfbe5e344630969176cc7469236b508f25a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1dd31",
                    table="internships_planactivity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planactivity",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_planactivityevent" ("id", "internship_id", "is_green", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."id", OLD."internship_id", OLD."is_green", OLD."minutes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="da59002403d6c17f39ed7b9e2f750a2e06bab4b0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_53945",
                    table="internships_planactivity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dayevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="acec7c5201272645d2e5184f8037c276480ce159",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a2528",
                    table="internships_dayevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="day",
            constraint=models.UniqueConstraint(fields=("month", "day"), name="day_once_in_month"),
        ),
        migrations.AddConstraint(
            model_name="day",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tutor_signed_at__isnull", True),
                    ("tutor_signed_at__gte", models.F("trainee_signed_at")),
                    _connector="OR",
                ),
                name="day_tutor_signs_after_intern",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="day",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_dayevent" ("absence", "activity_id", "day", "done_minutes", "explained", "id", "in_1", "in_2", "mode", "month_id", "note", "out_1", "out_2", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_minutes", "trainee_signed_at", "tutor_signed_at", "tutor_signed_by_id") VALUES (NEW."absence", NEW."activity_id", NEW."day", NEW."done_minutes", NEW."explained", NEW."id", NEW."in_1", NEW."in_2", NEW."mode", NEW."month_id", NEW."note", NEW."out_1", NEW."out_2", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_minutes", NEW."trainee_signed_at", NEW."tutor_signed_at", NEW."tutor_signed_by_id"); RETURN NULL;',
                    hash="2a3c4f9c21a773ccce986d83fd07dbfe21def356",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4d85d",
                    table="internships_day",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="day",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "internships_dayevent" ("absence", "activity_id", "day", "done_minutes", "explained", "id", "in_1", "in_2", "mode", "month_id", "note", "out_1", "out_2", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_minutes", "trainee_signed_at", "tutor_signed_at", "tutor_signed_by_id") VALUES (NEW."absence", NEW."activity_id", NEW."day", NEW."done_minutes", NEW."explained", NEW."id", NEW."in_1", NEW."in_2", NEW."mode", NEW."month_id", NEW."note", NEW."out_1", NEW."out_2", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_minutes", NEW."trainee_signed_at", NEW."tutor_signed_at", NEW."tutor_signed_by_id"); RETURN NULL;',
                    hash="1e3aa859a274774b9189c74e2d916f058b218a59",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9218d",
                    table="internships_day",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="day",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_dayevent" ("absence", "activity_id", "day", "done_minutes", "explained", "id", "in_1", "in_2", "mode", "month_id", "note", "out_1", "out_2", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_minutes", "trainee_signed_at", "tutor_signed_at", "tutor_signed_by_id") VALUES (OLD."absence", OLD."activity_id", OLD."day", OLD."done_minutes", OLD."explained", OLD."id", OLD."in_1", OLD."in_2", OLD."mode", OLD."month_id", OLD."note", OLD."out_1", OLD."out_2", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."planned_minutes", OLD."trainee_signed_at", OLD."tutor_signed_at", OLD."tutor_signed_by_id"); RETURN NULL;',
                    hash="b3523ecd942ccc43aa2bf99b047fd322fb7f0276",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_59eb6",
                    table="internships_day",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planactivityevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="93c1ad13bded13951416fe19878ba12c63f0e62b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a2997",
                    table="internships_planactivityevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="plancompetence",
            constraint=models.CheckConstraint(
                condition=models.Q(("level__gte", 1), ("level__lte", 8)),
                name="plan_competence_level_one_to_eight",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plancompetence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_plancompetenceevent" ("extension_id", "id", "internship_id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."extension_id", NEW."id", NEW."internship_id", NEW."level", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;',
                    hash="edcb5b36fbdc4a42d7aa356be9ec9a0c90c9b0e8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dc416",
                    table="internships_plancompetence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plancompetence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "internships_plancompetenceevent" ("extension_id", "id", "internship_id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."extension_id", NEW."id", NEW."internship_id", NEW."level", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;',
                    hash="76de0cf46afcfc594466cc3b0432c050dae63d60",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c2c44",
                    table="internships_plancompetence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plancompetence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_plancompetenceevent" ("extension_id", "id", "internship_id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."extension_id", OLD."id", OLD."internship_id", OLD."level", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="f113443879505b6a315b9c5bbe5e9fbbc6f3d960",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b7db4",
                    table="internships_plancompetence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plancompetenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3794a09a4bf8a137fd61799c9d0ac4fbe54abe04",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ab1a0",
                    table="internships_plancompetenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="promoter",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_promoterevent" ("id", "kind", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration", "valid_to") VALUES (NEW."id", NEW."kind", NEW."party_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."registration", NEW."valid_to"); RETURN NULL;',
                    hash="98d0364fda69bb73f8453a00075f428a73979baf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f4266",
                    table="internships_promoter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="promoter",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "internships_promoterevent" ("id", "kind", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration", "valid_to") VALUES (NEW."id", NEW."kind", NEW."party_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."registration", NEW."valid_to"); RETURN NULL;',
                    hash="810bb22ab68e10a56dd43667829ca3b03b1deb75",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d3803",
                    table="internships_promoter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="promoter",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_promoterevent" ("id", "kind", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration", "valid_to") VALUES (OLD."id", OLD."kind", OLD."party_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."registration", OLD."valid_to"); RETURN NULL;',
                    hash="faeb6faee902d6fd660f4bacc9eca0b6c15f0daf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fe476",
                    table="internships_promoter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="internshipevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="73844f71a9a958c7fe0751a5dfe32c5c033de37b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f5a70",
                    table="internships_internshipevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="internship",
            index=models.Index(fields=["trainee", "start"], name="internship_trainee"),
        ),
        migrations.AddIndex(
            model_name="internship",
            index=models.Index(fields=["unit", "start"], name="internship_unit"),
        ),
        migrations.AddConstraint(
            model_name="internship",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("start__isnull", True), ("end__gte", models.F("start")), _connector="OR"
                ),
                name="internship_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="internship",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("started_at__isnull", True),
                    models.Q(("cob_number", ""), _negated=True),
                    _connector="OR",
                ),
                name="internship_started_was_communicated",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="internship",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_internshipevent" ("accident_reference", "allowance", "arrives_at", "case_ptr_id", "cob_number", "cob_sent_at", "contract", "contract_minutes", "cover_bearer", "covered_at", "end", "end_cob_number", "end_cob_on", "end_reason", "ended_on", "equipment", "fit_on", "general_hours", "gives_meals", "guardian_name", "insurer", "liability_expiry", "liability_policy", "liability_renews", "methods", "minor_authorised", "needs_surveillance", "objectives", "odd_hours", "offer_id", "payer", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end", "promoter_id", "refunded", "remote_days", "remote_rules", "risk", "ruleset", "safety_bearer", "specific_hours", "start", "started_at", "title", "trained_on", "trainee_id", "trips", "type", "unit_id", "week") VALUES (NEW."accident_reference", NEW."allowance", NEW."arrives_at", NEW."case_ptr_id", NEW."cob_number", NEW."cob_sent_at", NEW."contract", NEW."contract_minutes", NEW."cover_bearer", NEW."covered_at", NEW."end", NEW."end_cob_number", NEW."end_cob_on", NEW."end_reason", NEW."ended_on", NEW."equipment", NEW."fit_on", NEW."general_hours", NEW."gives_meals", NEW."guardian_name", NEW."insurer", NEW."liability_expiry", NEW."liability_policy", NEW."liability_renews", NEW."methods", NEW."minor_authorised", NEW."needs_surveillance", NEW."objectives", NEW."odd_hours", NEW."offer_id", NEW."payer", _pgh_attach_context(), NOW(), \'insert\', NEW."case_ptr_id", NEW."planned_end", NEW."promoter_id", NEW."refunded", NEW."remote_days", NEW."remote_rules", NEW."risk", NEW."ruleset", NEW."safety_bearer", NEW."specific_hours", NEW."start", NEW."started_at", NEW."title", NEW."trained_on", NEW."trainee_id", NEW."trips", NEW."type", NEW."unit_id", NEW."week"); RETURN NULL;',
                    hash="84c28945e319f56ab6803076afab15574f7bc410",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4aa3e",
                    table="internships_internship",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="internship",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."accident_reference" IS DISTINCT FROM (NEW."accident_reference") OR OLD."allowance" IS DISTINCT FROM (NEW."allowance") OR OLD."arrives_at" IS DISTINCT FROM (NEW."arrives_at") OR OLD."case_ptr_id" IS DISTINCT FROM (NEW."case_ptr_id") OR OLD."cob_number" IS DISTINCT FROM (NEW."cob_number") OR OLD."cob_sent_at" IS DISTINCT FROM (NEW."cob_sent_at") OR OLD."contract" IS DISTINCT FROM (NEW."contract") OR OLD."contract_minutes" IS DISTINCT FROM (NEW."contract_minutes") OR OLD."cover_bearer" IS DISTINCT FROM (NEW."cover_bearer") OR OLD."covered_at" IS DISTINCT FROM (NEW."covered_at") OR OLD."end" IS DISTINCT FROM (NEW."end") OR OLD."end_cob_number" IS DISTINCT FROM (NEW."end_cob_number") OR OLD."end_cob_on" IS DISTINCT FROM (NEW."end_cob_on") OR OLD."end_reason" IS DISTINCT FROM (NEW."end_reason") OR OLD."ended_on" IS DISTINCT FROM (NEW."ended_on") OR OLD."equipment" IS DISTINCT FROM (NEW."equipment") OR OLD."fit_on" IS DISTINCT FROM (NEW."fit_on") OR OLD."general_hours" IS DISTINCT FROM (NEW."general_hours") OR OLD."gives_meals" IS DISTINCT FROM (NEW."gives_meals") OR OLD."guardian_name" IS DISTINCT FROM (NEW."guardian_name") OR OLD."insurer" IS DISTINCT FROM (NEW."insurer") OR OLD."liability_expiry" IS DISTINCT FROM (NEW."liability_expiry") OR OLD."liability_policy" IS DISTINCT FROM (NEW."liability_policy") OR OLD."liability_renews" IS DISTINCT FROM (NEW."liability_renews") OR OLD."methods" IS DISTINCT FROM (NEW."methods") OR OLD."minor_authorised" IS DISTINCT FROM (NEW."minor_authorised") OR OLD."needs_surveillance" IS DISTINCT FROM (NEW."needs_surveillance") OR OLD."objectives" IS DISTINCT FROM (NEW."objectives") OR OLD."odd_hours" IS DISTINCT FROM (NEW."odd_hours") OR OLD."offer_id" IS DISTINCT FROM (NEW."offer_id") OR OLD."payer" IS DISTINCT FROM (NEW."payer") OR OLD."planned_end" IS DISTINCT FROM (NEW."planned_end") OR OLD."promoter_id" IS DISTINCT FROM (NEW."promoter_id") OR OLD."refunded" IS DISTINCT FROM (NEW."refunded") OR OLD."remote_days" IS DISTINCT FROM (NEW."remote_days") OR OLD."remote_rules" IS DISTINCT FROM (NEW."remote_rules") OR OLD."risk" IS DISTINCT FROM (NEW."risk") OR OLD."ruleset" IS DISTINCT FROM (NEW."ruleset") OR OLD."safety_bearer" IS DISTINCT FROM (NEW."safety_bearer") OR OLD."specific_hours" IS DISTINCT FROM (NEW."specific_hours") OR OLD."start" IS DISTINCT FROM (NEW."start") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."trained_on" IS DISTINCT FROM (NEW."trained_on") OR OLD."trainee_id" IS DISTINCT FROM (NEW."trainee_id") OR OLD."trips" IS DISTINCT FROM (NEW."trips") OR OLD."type" IS DISTINCT FROM (NEW."type") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."week" IS DISTINCT FROM (NEW."week"))',
                    func='INSERT INTO "internships_internshipevent" ("accident_reference", "allowance", "arrives_at", "case_ptr_id", "cob_number", "cob_sent_at", "contract", "contract_minutes", "cover_bearer", "covered_at", "end", "end_cob_number", "end_cob_on", "end_reason", "ended_on", "equipment", "fit_on", "general_hours", "gives_meals", "guardian_name", "insurer", "liability_expiry", "liability_policy", "liability_renews", "methods", "minor_authorised", "needs_surveillance", "objectives", "odd_hours", "offer_id", "payer", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end", "promoter_id", "refunded", "remote_days", "remote_rules", "risk", "ruleset", "safety_bearer", "specific_hours", "start", "started_at", "title", "trained_on", "trainee_id", "trips", "type", "unit_id", "week") VALUES (NEW."accident_reference", NEW."allowance", NEW."arrives_at", NEW."case_ptr_id", NEW."cob_number", NEW."cob_sent_at", NEW."contract", NEW."contract_minutes", NEW."cover_bearer", NEW."covered_at", NEW."end", NEW."end_cob_number", NEW."end_cob_on", NEW."end_reason", NEW."ended_on", NEW."equipment", NEW."fit_on", NEW."general_hours", NEW."gives_meals", NEW."guardian_name", NEW."insurer", NEW."liability_expiry", NEW."liability_policy", NEW."liability_renews", NEW."methods", NEW."minor_authorised", NEW."needs_surveillance", NEW."objectives", NEW."odd_hours", NEW."offer_id", NEW."payer", _pgh_attach_context(), NOW(), \'update\', NEW."case_ptr_id", NEW."planned_end", NEW."promoter_id", NEW."refunded", NEW."remote_days", NEW."remote_rules", NEW."risk", NEW."ruleset", NEW."safety_bearer", NEW."specific_hours", NEW."start", NEW."started_at", NEW."title", NEW."trained_on", NEW."trainee_id", NEW."trips", NEW."type", NEW."unit_id", NEW."week"); RETURN NULL;',
                    hash="8e247b46844134bb7068ae6ccd190416c59f653f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8c203",
                    table="internships_internship",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="internship",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_internshipevent" ("accident_reference", "allowance", "arrives_at", "case_ptr_id", "cob_number", "cob_sent_at", "contract", "contract_minutes", "cover_bearer", "covered_at", "end", "end_cob_number", "end_cob_on", "end_reason", "ended_on", "equipment", "fit_on", "general_hours", "gives_meals", "guardian_name", "insurer", "liability_expiry", "liability_policy", "liability_renews", "methods", "minor_authorised", "needs_surveillance", "objectives", "odd_hours", "offer_id", "payer", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end", "promoter_id", "refunded", "remote_days", "remote_rules", "risk", "ruleset", "safety_bearer", "specific_hours", "start", "started_at", "title", "trained_on", "trainee_id", "trips", "type", "unit_id", "week") VALUES (OLD."accident_reference", OLD."allowance", OLD."arrives_at", OLD."case_ptr_id", OLD."cob_number", OLD."cob_sent_at", OLD."contract", OLD."contract_minutes", OLD."cover_bearer", OLD."covered_at", OLD."end", OLD."end_cob_number", OLD."end_cob_on", OLD."end_reason", OLD."ended_on", OLD."equipment", OLD."fit_on", OLD."general_hours", OLD."gives_meals", OLD."guardian_name", OLD."insurer", OLD."liability_expiry", OLD."liability_policy", OLD."liability_renews", OLD."methods", OLD."minor_authorised", OLD."needs_surveillance", OLD."objectives", OLD."odd_hours", OLD."offer_id", OLD."payer", _pgh_attach_context(), NOW(), \'delete\', OLD."case_ptr_id", OLD."planned_end", OLD."promoter_id", OLD."refunded", OLD."remote_days", OLD."remote_rules", OLD."risk", OLD."ruleset", OLD."safety_bearer", OLD."specific_hours", OLD."start", OLD."started_at", OLD."title", OLD."trained_on", OLD."trainee_id", OLD."trips", OLD."type", OLD."unit_id", OLD."week"); RETURN NULL;',
                    hash="2c39e5f9486f1a1cfa1fd2cd57a2a3bf3f71e99f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a7243",
                    table="internships_internship",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="promoterevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6d28943f484ce055a4704c282f8c0020479d981e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_58c23",
                    table="internships_promoterevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.UniqueConstraint(
                fields=("deed", "actor"), name="signature_once_per_actor"
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("document__isnull", True), ("means", "code")),
                    models.Q(("document__isnull", False), ("means__in", ["digital", "paper"])),
                    _connector="OR",
                ),
                name="signature_has_its_file_or_a_code",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signature",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_signatureevent" ("actor", "by_id", "deed_id", "document_id", "finding", "id", "means", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at") VALUES (NEW."actor", NEW."by_id", NEW."deed_id", NEW."document_id", NEW."finding", NEW."id", NEW."means", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."signed_at"); RETURN NULL;',
                    hash="1372758710cbe6f4fb97e98fd90d6e4cee18013c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_74bd6",
                    table="internships_signature",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signature",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "internships_signatureevent" ("actor", "by_id", "deed_id", "document_id", "finding", "id", "means", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at") VALUES (NEW."actor", NEW."by_id", NEW."deed_id", NEW."document_id", NEW."finding", NEW."id", NEW."means", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."signed_at"); RETURN NULL;',
                    hash="0c5034338a758e1614add83d41ee69f74caf236d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_124bd",
                    table="internships_signature",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signature",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_signatureevent" ("actor", "by_id", "deed_id", "document_id", "finding", "id", "means", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at") VALUES (OLD."actor", OLD."by_id", OLD."deed_id", OLD."document_id", OLD."finding", OLD."id", OLD."means", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."signed_at"); RETURN NULL;',
                    hash="0ace68d7181aced1be9d3514b28c7dccbd8a3fc4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ee87b",
                    table="internships_signature",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signatureevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4d9f994a200a89a4199a35fc5aca44edd85fad97",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f660a",
                    table="internships_signatureevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="suspension",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))),
                name="suspension_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="suspension",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("returned_on__isnull", True),
                    ("returned_on__gt", models.F("first_day")),
                    _connector="OR",
                ),
                name="suspension_return_after_first_day",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suspension",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_suspensionevent" ("cob_number", "cob_on", "first_day", "id", "internship_id", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "returned_on", "told_on") VALUES (NEW."cob_number", NEW."cob_on", NEW."first_day", NEW."id", NEW."internship_id", NEW."last_day", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."returned_on", NEW."told_on"); RETURN NULL;',
                    hash="1328b91c1bd8cd45140abcef8fec57f129593a21",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3b3da",
                    table="internships_suspension",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suspension",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "internships_suspensionevent" ("cob_number", "cob_on", "first_day", "id", "internship_id", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "returned_on", "told_on") VALUES (NEW."cob_number", NEW."cob_on", NEW."first_day", NEW."id", NEW."internship_id", NEW."last_day", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_by_id", NEW."returned_on", NEW."told_on"); RETURN NULL;',
                    hash="16c3068503ac37e859f446aee8804b594cddbc44",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_33be5",
                    table="internships_suspension",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suspension",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_suspensionevent" ("cob_number", "cob_on", "first_day", "id", "internship_id", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "returned_on", "told_on") VALUES (OLD."cob_number", OLD."cob_on", OLD."first_day", OLD."id", OLD."internship_id", OLD."last_day", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recorded_by_id", OLD."returned_on", OLD."told_on"); RETURN NULL;',
                    hash="8bfc7a472094388c774cbdab80ed9217aa27408f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_959fe",
                    table="internships_suspension",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pausereasonevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="47d619290c8570f3ad83b4217c8f83eb4e5ad23c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_54a50",
                    table="internships_pausereasonevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="pausereason",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["maternity", "illness", "injury", "closure"])),
                name="pause_reason_is_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pausereason",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_pausereasonevent" ("id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "suspension_id") VALUES (NEW."id", NEW."kind", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."suspension_id"); RETURN NULL;',
                    hash="5d5b8437e02d9f70033264c9a5bc02e5b043e6b3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b750f",
                    table="internships_pausereason",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pausereason",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "internships_pausereasonevent" ("id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "suspension_id") VALUES (NEW."id", NEW."kind", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."suspension_id"); RETURN NULL;',
                    hash="c6295a62202a9db5769806da1c5b5bd71c67af2e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_24ad9",
                    table="internships_pausereason",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pausereason",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_pausereasonevent" ("id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "suspension_id") VALUES (OLD."id", OLD."kind", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."suspension_id"); RETURN NULL;',
                    hash="e2d934b740effcadb085f3bcd676fb94f994f7d2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_15315",
                    table="internships_pausereason",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suspensionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f18930feca737ac729369641b499234a6f63b1b4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3a1e7",
                    table="internships_suspensionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="tutor",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on__isnull", True)),
                fields=("internship", "side"),
                name="tutor_one_a_side_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tutor",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_tutorevent" ("email", "ended_on", "id", "internship_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "side", "skills", "substitute", "tax_code", "years") VALUES (NEW."email", NEW."ended_on", NEW."id", NEW."internship_id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."side", NEW."skills", NEW."substitute", NEW."tax_code", NEW."years"); RETURN NULL;',
                    hash="3176708d45d174f4d47cc7814dabf0ea99392893",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b646a",
                    table="internships_tutor",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tutor",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "internships_tutorevent" ("email", "ended_on", "id", "internship_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "side", "skills", "substitute", "tax_code", "years") VALUES (NEW."email", NEW."ended_on", NEW."id", NEW."internship_id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."side", NEW."skills", NEW."substitute", NEW."tax_code", NEW."years"); RETURN NULL;',
                    hash="f57848bef9fa5f1ff29fd7cc956d3bf08eb0e2fc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a65a0",
                    table="internships_tutor",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tutor",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "internships_tutorevent" ("email", "ended_on", "id", "internship_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "side", "skills", "substitute", "tax_code", "years") VALUES (OLD."email", OLD."ended_on", OLD."id", OLD."internship_id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."side", OLD."skills", OLD."substitute", OLD."tax_code", OLD."years"); RETURN NULL;',
                    hash="ad1723bdaa671da0f0fba93a5ee3792c9ff71ebc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_50bda",
                    table="internships_tutor",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tutorevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a915c288d4f1eaebee4ad70de67a1c8767caca53",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_148cc",
                    table="internships_tutorevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]

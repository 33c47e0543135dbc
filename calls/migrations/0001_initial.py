import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import parties.moment
import parties.tables
import parties.triggers


class Migration(migrations.Migration):
    initial = True

    # Other people's tables first: their many small changes would draw all of ours each time.
    dependencies = [
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("parties", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("viewflow", "0015_task_scheduled"),
    ]

    operations = [
        parties.tables.Together(
            operations=[
                migrations.CreateModel(
                    name="Funder",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(max_length=160, unique=True, verbose_name="name"),
                        ),
                    ],
                    options={
                        "verbose_name": "funder",
                        "verbose_name_plural": "funders",
                    },
                ),
                migrations.CreateModel(
                    name="Parameter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("code", models.SlugField(max_length=60, verbose_name="code")),
                        ("value", models.JSONField(verbose_name="value")),
                        ("valid_from", models.DateField(verbose_name="valid from")),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="valid to"),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="source")),
                        ("confidence", models.CharField(max_length=8, verbose_name="confidence")),
                    ],
                    options={
                        "verbose_name": "parameter",
                        "verbose_name_plural": "parameters",
                        "ordering": ["code", "valid_from"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("code", "valid_from"), name="parameter_once_per_start"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="parameter_ends_after_it_starts",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ParameterEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "code",
                            models.SlugField(db_index=False, max_length=60, verbose_name="code"),
                        ),
                        ("value", models.JSONField(verbose_name="value")),
                        ("valid_from", models.DateField(verbose_name="valid from")),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="valid to"),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="source")),
                        ("confidence", models.CharField(max_length=8, verbose_name="confidence")),
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
                                to="calls.parameter",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Block",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("letter", models.CharField(max_length=1, verbose_name="letter")),
                        ("text_it", models.TextField(blank=True, verbose_name="text in Italian")),
                        ("text_en", models.TextField(blank=True, verbose_name="text in English")),
                        (
                            "left_out_because",
                            models.TextField(blank=True, verbose_name="why it is left out"),
                        ),
                    ],
                    options={
                        "verbose_name": "block of the call's text",
                        "verbose_name_plural": "blocks of the call's text",
                        "ordering": ["letter"],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="CallHistoryEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("position", models.PositiveIntegerField(verbose_name="position")),
                        ("name", models.CharField(max_length=30, verbose_name="what")),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("draft", "Being set up"),
                                    ("approved", "Approved"),
                                    ("published", "Published, not open yet"),
                                    ("open", "Open"),
                                    ("suspended", "Suspended"),
                                    ("closed", "Closed"),
                                    ("under_evaluation", "Under evaluation"),
                                    ("ranked", "Ranking approved"),
                                    ("running", "Grants running"),
                                    ("concluded", "Concluded"),
                                    ("cancelled", "Cancelled"),
                                ],
                                max_length=20,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "target",
                            models.CharField(
                                choices=[
                                    ("draft", "Being set up"),
                                    ("approved", "Approved"),
                                    ("published", "Published, not open yet"),
                                    ("open", "Open"),
                                    ("suspended", "Suspended"),
                                    ("closed", "Closed"),
                                    ("under_evaluation", "Under evaluation"),
                                    ("ranked", "Ranking approved"),
                                    ("running", "Grants running"),
                                    ("concluded", "Concluded"),
                                    ("cancelled", "Cancelled"),
                                ],
                                max_length=20,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "at",
                            models.DateTimeField(
                                default=parties.moment.now, editable=False, verbose_name="at"
                            ),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
                        ("act", models.CharField(blank=True, max_length=200, verbose_name="act")),
                        ("details", models.JSONField(default=dict)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "line of a call's history",
                        "verbose_name_plural": "history of calls",
                        "ordering": ["call", "position"],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="CallVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                        ("parameters", models.JSONField(verbose_name="parameters")),
                        ("texts", models.JSONField(blank=True, default=dict, verbose_name="texts")),
                        (
                            "reason",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="reason of the change"
                            ),
                        ),
                        (
                            "frozen_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="frozen at"),
                        ),
                        (
                            "changes",
                            models.JSONField(blank=True, default=list, verbose_name="changes"),
                        ),
                        (
                            "binds_drafts",
                            models.BooleanField(default=False, verbose_name="binds drafts"),
                        ),
                    ],
                    options={
                        "verbose_name": "call version",
                        "verbose_name_plural": "call versions",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("number", 1),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="later_call_version_has_a_reason",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Criterion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                        ("code", models.SlugField(max_length=40, verbose_name="code")),
                        (
                            "title_it",
                            models.CharField(max_length=200, verbose_name="title in Italian"),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="title in English"
                            ),
                        ),
                        (
                            "weight",
                            models.DecimalField(
                                decimal_places=2, max_digits=6, verbose_name="most points"
                            ),
                        ),
                        (
                            "minimum",
                            models.DecimalField(
                                decimal_places=2, max_digits=6, verbose_name="least points"
                            ),
                        ),
                        (
                            "guidance_it",
                            models.TextField(blank=True, verbose_name="guidance in Italian"),
                        ),
                        (
                            "guidance_en",
                            models.TextField(blank=True, verbose_name="guidance in English"),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="criteria",
                                to="calls.callversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "criterion",
                        "verbose_name_plural": "criteria",
                        "ordering": ["position"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "code"), name="criterion_once_per_version"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("minimum__gte", 0), ("minimum__lte", models.F("weight"))
                                ),
                                name="criterion_minimum_within_weight",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Declaration",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                        ("code", models.SlugField(max_length=40, verbose_name="code")),
                        (
                            "title_it",
                            models.CharField(max_length=200, verbose_name="title in Italian"),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="title in English"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("46", "Self-certification (DPR 445/2000, art. 46)"),
                                    (
                                        "47",
                                        "Declaration in lieu of affidavit (DPR 445/2000, art. 47)",
                                    ),
                                    ("commitment", "Commitment"),
                                    ("notice", "Acknowledgement"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("text_it", models.TextField(verbose_name="text in Italian")),
                        ("text_en", models.TextField(blank=True, verbose_name="text in English")),
                        (
                            "only_for",
                            models.JSONField(
                                blank=True,
                                default=list,
                                verbose_name="only for these kinds of applicant",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="declarations",
                                to="calls.callversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "declaration",
                        "verbose_name_plural": "declarations",
                        "ordering": ["position"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "code"), name="declaration_once_per_version"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Premium",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                        ("code", models.SlugField(max_length=40, verbose_name="code")),
                        (
                            "title_it",
                            models.CharField(max_length=200, verbose_name="title in Italian"),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="title in English"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("legality_rating", "Legality rating"),
                                    ("gender_certificate", "Gender equality certificate"),
                                    (
                                        "disability_hiring",
                                        "Hiring of disabled people beyond the quota",
                                    ),
                                    ("youth_women_work", "Work of young people and women"),
                                    ("birth_care_support", "Support of birth and care"),
                                    ("other", "Of this call alone"),
                                ],
                                default="other",
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "system",
                            models.CharField(
                                choices=[
                                    ("points", "Extra points"),
                                    ("reserve", "Reserve of funds"),
                                    ("higher_aid", "Higher contribution"),
                                ],
                                default="higher_aid",
                                max_length=12,
                                verbose_name="what holders get",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2, default=0, max_digits=10, verbose_name="amount"
                            ),
                        ),
                        (
                            "points",
                            models.DecimalField(
                                decimal_places=2, default=0, max_digits=6, verbose_name="points"
                            ),
                        ),
                        (
                            "evidence_it",
                            models.CharField(blank=True, max_length=400, verbose_name="evidence"),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="premiums",
                                to="calls.callversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "premium",
                        "verbose_name_plural": "premiums",
                        "ordering": ["position"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "code"), name="premium_once_per_version"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("amount__gte", 0), ("points__gte", 0)),
                                name="premium_not_negative",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Question",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                        ("code", models.SlugField(max_length=40, verbose_name="code")),
                        (
                            "title_it",
                            models.CharField(max_length=200, verbose_name="title in Italian"),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="title in English"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("text", "Text"),
                                    ("number", "Number"),
                                    ("money", "Amount"),
                                    ("date", "Date"),
                                    ("choice", "Choice"),
                                    ("choices", "Multiple choice"),
                                    ("file", "File"),
                                    ("lines", "Repeating lines"),
                                    ("declaration", "Declaration"),
                                    ("heading", "Heading"),
                                    ("computed", "Calculated field"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("help_it", models.TextField(blank=True, verbose_name="help in Italian")),
                        ("help_en", models.TextField(blank=True, verbose_name="help in English")),
                        (
                            "is_required",
                            models.BooleanField(default=False, verbose_name="required"),
                        ),
                        ("settings", models.JSONField(blank=True, default=dict)),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="questions",
                                to="calls.callversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "extra question",
                        "verbose_name_plural": "extra questions",
                        "ordering": ["position"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "code"), name="question_once_per_version"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_required", True),
                                    ("kind__in", ["heading", "computed"]),
                                    _negated=True,
                                ),
                                name="question_that_is_not_answered_is_not_required",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RequiredDocument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                        ("code", models.SlugField(max_length=40, verbose_name="code")),
                        (
                            "title_it",
                            models.CharField(max_length=200, verbose_name="title in Italian"),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="title in English"
                            ),
                        ),
                        (
                            "help_it",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="help in Italian"
                            ),
                        ),
                        (
                            "help_en",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="help in English"
                            ),
                        ),
                        ("accepted", models.JSONField(default=list, verbose_name="accepted kinds")),
                        (
                            "max_bytes",
                            models.PositiveIntegerField(verbose_name="size limit in bytes"),
                        ),
                        ("is_required", models.BooleanField(default=True, verbose_name="required")),
                        (
                            "is_essential",
                            models.BooleanField(default=False, verbose_name="essential"),
                        ),
                        (
                            "only_for",
                            models.JSONField(
                                blank=True,
                                default=list,
                                verbose_name="only for these kinds of applicant",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="documents",
                                to="calls.callversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "required document",
                        "verbose_name_plural": "required documents",
                        "ordering": ["position"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "code"),
                                name="required_document_once_per_version",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reserve",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                        ("code", models.SlugField(max_length=40, verbose_name="code")),
                        (
                            "title_it",
                            models.CharField(max_length=200, verbose_name="title in Italian"),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="title in English"
                            ),
                        ),
                        (
                            "percent",
                            models.DecimalField(
                                decimal_places=2, max_digits=5, verbose_name="share in percent"
                            ),
                        ),
                        ("groups", models.JSONField(default=list, verbose_name="for whom")),
                        (
                            "within",
                            models.SlugField(
                                blank=True, max_length=40, verbose_name="part of the reserve"
                            ),
                        ),
                        (
                            "release_it",
                            models.CharField(
                                blank=True,
                                max_length=400,
                                verbose_name="release of what is not used",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reserves",
                                to="calls.callversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reserve",
                        "verbose_name_plural": "reserves",
                        "ordering": ["position"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "code"), name="reserve_once_per_version"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("percent__gt", 0), ("percent__lte", 100)),
                                name="reserve_is_a_share",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TerritorialShare",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                        ("province", models.CharField(max_length=2, verbose_name="province")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="amount"
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="shares",
                                to="calls.callversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "territorial share",
                        "verbose_name_plural": "territorial shares",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "province"),
                                name="share_once_per_province_and_version",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("amount__gt", 0)), name="share_positive"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Call",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("code", models.SlugField(max_length=30, unique=True, verbose_name="code")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("register", "Register of qualified spaces"),
                                    ("rent_contribution", "Coworking contribution"),
                                    ("internship", "Internship"),
                                ],
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        ("axis", models.CharField(blank=True, max_length=120, verbose_name="axis")),
                        (
                            "title_it",
                            models.CharField(max_length=250, verbose_name="title in Italian"),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="title in English"
                            ),
                        ),
                        (
                            "procedure",
                            models.CharField(
                                choices=[
                                    ("chronological", "In order of presentation"),
                                    ("ranking", "By ranking"),
                                    ("always_open", "Always open"),
                                ],
                                max_length=20,
                                verbose_name="procedure",
                            ),
                        ),
                        (
                            "criteria_act",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="act that sets the criteria",
                            ),
                        ),
                        (
                            "budget_line",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="budget line"
                            ),
                        ),
                        (
                            "aid_code",
                            models.CharField(
                                blank=True, max_length=30, verbose_name="CAR of the aid register"
                            ),
                        ),
                        (
                            "incentives_id",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="code at Incentivi.gov.it"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Being set up"),
                                    ("approved", "Approved"),
                                    ("published", "Published, not open yet"),
                                    ("open", "Open"),
                                    ("suspended", "Suspended"),
                                    ("closed", "Closed"),
                                    ("under_evaluation", "Under evaluation"),
                                    ("ranked", "Ranking approved"),
                                    ("running", "Grants running"),
                                    ("concluded", "Concluded"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=20,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "suspended_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="suspended at"
                            ),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="published at"
                            ),
                        ),
                        (
                            "opens_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="opens at"),
                        ),
                        (
                            "closes_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="closes at"),
                        ),
                        (
                            "manager",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="managed_calls",
                                to="parties.body",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="owned_calls",
                                to="parties.body",
                            ),
                        ),
                        (
                            "procedure_owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "substitute",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="calls.callversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "call",
                        "verbose_name_plural": "calls",
                        "ordering": ["code"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closes_at__isnull", True),
                                    ("closes_at__gt", models.F("opens_at")),
                                    _connector="OR",
                                ),
                                name="call_closes_after_it_opens",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("published_at__isnull", True),
                                    models.Q(
                                        ("opens_at__isnull", False),
                                        ("procedure_owner__isnull", False),
                                        ("version__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="published_call_has_opening_version_and_procedure_owner",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("published_at__isnull", True),
                                        ("state__in", ["draft", "approved"]),
                                    ),
                                    ("state", "cancelled"),
                                    models.Q(
                                        models.Q(
                                            ("state__in", ["draft", "approved", "cancelled"]),
                                            _negated=True,
                                        ),
                                        ("published_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="call_published_from_publication_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "suspended"), ("suspended_at__isnull", False)
                                    ),
                                    models.Q(
                                        models.Q(("state", "suspended"), _negated=True),
                                        ("suspended_at__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="call_suspended_since_an_instant",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CallEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "code",
                            models.SlugField(db_index=False, max_length=30, verbose_name="code"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("register", "Register of qualified spaces"),
                                    ("rent_contribution", "Coworking contribution"),
                                    ("internship", "Internship"),
                                ],
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        ("axis", models.CharField(blank=True, max_length=120, verbose_name="axis")),
                        (
                            "title_it",
                            models.CharField(max_length=250, verbose_name="title in Italian"),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="title in English"
                            ),
                        ),
                        (
                            "procedure",
                            models.CharField(
                                choices=[
                                    ("chronological", "In order of presentation"),
                                    ("ranking", "By ranking"),
                                    ("always_open", "Always open"),
                                ],
                                max_length=20,
                                verbose_name="procedure",
                            ),
                        ),
                        (
                            "criteria_act",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="act that sets the criteria",
                            ),
                        ),
                        (
                            "budget_line",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="budget line"
                            ),
                        ),
                        (
                            "aid_code",
                            models.CharField(
                                blank=True, max_length=30, verbose_name="CAR of the aid register"
                            ),
                        ),
                        (
                            "incentives_id",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="code at Incentivi.gov.it"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Being set up"),
                                    ("approved", "Approved"),
                                    ("published", "Published, not open yet"),
                                    ("open", "Open"),
                                    ("suspended", "Suspended"),
                                    ("closed", "Closed"),
                                    ("under_evaluation", "Under evaluation"),
                                    ("ranked", "Ranking approved"),
                                    ("running", "Grants running"),
                                    ("concluded", "Concluded"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=20,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "suspended_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="suspended at"
                            ),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="published at"
                            ),
                        ),
                        (
                            "opens_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="opens at"),
                        ),
                        (
                            "closes_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="closes at"),
                        ),
                        (
                            "manager",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parties.body",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parties.body",
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
                                to="calls.call",
                            ),
                        ),
                        (
                            "procedure_owner",
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
                            "published_by",
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
                            "substitute",
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
                            "version",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="calls.callversion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Funding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, null=True, verbose_name="amount"
                            ),
                        ),
                        (
                            "funder",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="fundings",
                                to="calls.funder",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Programme",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("code", models.SlugField(max_length=20, unique=True, verbose_name="code")),
                        ("title", models.CharField(max_length=250, verbose_name="title")),
                        ("lead", models.CharField(max_length=160, verbose_name="lead partner")),
                        (
                            "partners",
                            models.JSONField(blank=True, default=list, verbose_name="partners"),
                        ),
                        ("axes", models.JSONField(blank=True, default=list, verbose_name="axes")),
                        (
                            "funders",
                            models.ManyToManyField(
                                related_name="programmes",
                                through="calls.Funding",
                                to="calls.funder",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "programme",
                        "verbose_name_plural": "programmes",
                    },
                ),
            ]
        ),
        migrations.AddField(
            model_name="funding",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="fundings",
                to="calls.programme",
            ),
        ),
        migrations.AddField(
            model_name="callevent",
            name="programme",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="calls.programme",
            ),
        ),
        migrations.AddField(
            model_name="call",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="calls",
                to="calls.programme",
            ),
        ),
        migrations.AddField(
            model_name="callversion",
            name="call",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="calls.call",
            ),
        ),
        migrations.AddField(
            model_name="callhistoryentry",
            name="call",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="history", to="calls.call"
            ),
        ),
        migrations.AddField(
            model_name="block",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="blocks",
                to="calls.callversion",
            ),
        ),
        migrations.AddConstraint(
            model_name="block",
            constraint=models.UniqueConstraint(
                fields=("version", "letter"), name="block_once_per_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="callhistoryentry",
            constraint=models.UniqueConstraint(
                fields=("call", "position"), name="call_history_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="callversion",
            constraint=models.UniqueConstraint(
                fields=("call", "number"), name="call_version_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="funding",
            constraint=models.UniqueConstraint(
                fields=("programme", "funder"), name="funding_once_per_funder_and_programme"
            ),
        ),
        parties.triggers.AddTriggers(
            triggers=[
                (
                    "parameter",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "calls_parameterevent" ("code", "confidence", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "valid_from", "valid_to", "value") VALUES (NEW."code", NEW."confidence", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."valid_from", NEW."valid_to", NEW."value"); RETURN NULL;',
                            hash="5603996d662004533732ab2f807bb62b91c0b39d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ba435",
                            table="calls_parameter",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "parameter",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "calls_parameterevent" ("code", "confidence", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "valid_from", "valid_to", "value") VALUES (NEW."code", NEW."confidence", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."valid_from", NEW."valid_to", NEW."value"); RETURN NULL;',
                            hash="b82ff9fd36bcb4789aa6a882d00e206f4c3376be",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e709d",
                            table="calls_parameter",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "parameter",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "calls_parameterevent" ("code", "confidence", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "valid_from", "valid_to", "value") VALUES (OLD."code", OLD."confidence", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."valid_from", OLD."valid_to", OLD."value"); RETURN NULL;',
                            hash="1768fabfe687f083268ea5107bb55d492c8498bd",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_24504",
                            table="calls_parameter",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "parameterevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8608e0811b812db66296f0598f15e11e62d78d33",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a7403",
                            table="calls_parameterevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "callevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="97e55cd57798e273c902aa3011cdda4ceadcb815",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7177b",
                            table="calls_callevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "call",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "calls_callevent" ("aid_code", "axis", "budget_line", "closes_at", "code", "criteria_act", "id", "incentives_id", "kind", "manager_id", "opens_at", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure", "procedure_owner_id", "programme_id", "published_at", "published_by_id", "state", "substitute_id", "suspended_at", "title_en", "title_it", "version_id") VALUES (NEW."aid_code", NEW."axis", NEW."budget_line", NEW."closes_at", NEW."code", NEW."criteria_act", NEW."id", NEW."incentives_id", NEW."kind", NEW."manager_id", NEW."opens_at", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."procedure", NEW."procedure_owner_id", NEW."programme_id", NEW."published_at", NEW."published_by_id", NEW."state", NEW."substitute_id", NEW."suspended_at", NEW."title_en", NEW."title_it", NEW."version_id"); RETURN NULL;',
                            hash="d021763271da37d3d1278d818c46dcb658fd9b57",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ffd03",
                            table="calls_call",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "call",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "calls_callevent" ("aid_code", "axis", "budget_line", "closes_at", "code", "criteria_act", "id", "incentives_id", "kind", "manager_id", "opens_at", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure", "procedure_owner_id", "programme_id", "published_at", "published_by_id", "state", "substitute_id", "suspended_at", "title_en", "title_it", "version_id") VALUES (NEW."aid_code", NEW."axis", NEW."budget_line", NEW."closes_at", NEW."code", NEW."criteria_act", NEW."id", NEW."incentives_id", NEW."kind", NEW."manager_id", NEW."opens_at", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."procedure", NEW."procedure_owner_id", NEW."programme_id", NEW."published_at", NEW."published_by_id", NEW."state", NEW."substitute_id", NEW."suspended_at", NEW."title_en", NEW."title_it", NEW."version_id"); RETURN NULL;',
                            hash="ad36875a1d30da04dcfdd10062869efbce6ddb5f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_56a02",
                            table="calls_call",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "call",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "calls_callevent" ("aid_code", "axis", "budget_line", "closes_at", "code", "criteria_act", "id", "incentives_id", "kind", "manager_id", "opens_at", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure", "procedure_owner_id", "programme_id", "published_at", "published_by_id", "state", "substitute_id", "suspended_at", "title_en", "title_it", "version_id") VALUES (OLD."aid_code", OLD."axis", OLD."budget_line", OLD."closes_at", OLD."code", OLD."criteria_act", OLD."id", OLD."incentives_id", OLD."kind", OLD."manager_id", OLD."opens_at", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."procedure", OLD."procedure_owner_id", OLD."programme_id", OLD."published_at", OLD."published_by_id", OLD."state", OLD."substitute_id", OLD."suspended_at", OLD."title_en", OLD."title_it", OLD."version_id"); RETURN NULL;',
                            hash="58e3c64fea5226e6bc7bf4109813000763fc0172",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_246cd",
                            table="calls_call",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]

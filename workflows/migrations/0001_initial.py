import datetime as dt
from decimal import Decimal

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
import pgtrigger.compiler
import viewflow.workflow.fields
import viewflow.workflow.token
from django.conf import settings
from django.db import migrations, models

import parties.moment
import parties.tables
import parties.triggers
import workflows.models.documents
import workflows.models.drafts


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("calls", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("parties", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        parties.tables.Together(
            operations=[
                migrations.CreateModel(
                    name="ChainEnd",
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
                        ("name", models.CharField(max_length=63, unique=True)),
                        ("length", models.PositiveIntegerField(default=0)),
                        ("last", models.CharField(blank=True, max_length=64)),
                        ("head", models.CharField(blank=True, max_length=64)),
                    ],
                ),
                migrations.CreateModel(
                    name="WatchRound",
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
                        ("at", models.DateTimeField(verbose_name="at")),
                        ("seconds", models.FloatField(verbose_name="duration in seconds")),
                        ("findings", models.JSONField(default=list)),
                        ("checks", models.JSONField(default=list)),
                        (
                            "day",
                            models.DateField(
                                editable=False, null=True, unique=True, verbose_name="day"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "round of checks",
                        "verbose_name_plural": "rounds of checks",
                        "ordering": ["-id"],
                    },
                ),
                migrations.CreateModel(
                    name="Absence",
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
                        ("starts_on", models.DateField(verbose_name="first day")),
                        ("ends_on", models.DateField(verbose_name="last day")),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                        (
                            "recorded_at",
                            models.DateTimeField(default=parties.moment.now, editable=False),
                        ),
                        ("begun_at", models.DateTimeField(editable=False, null=True)),
                        ("over_at", models.DateTimeField(editable=False, null=True)),
                        (
                            "cover",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="covers",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="cover",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="absences",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who is away",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "absence",
                        "verbose_name_plural": "absences",
                        "ordering": ["starts_on", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="absence_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("user", models.F("cover")), _negated=True),
                                name="absence_is_covered_by_another",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BackgroundJob",
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
                        ("kind", models.SlugField(max_length=40)),
                        ("title", models.CharField(max_length=200)),
                        ("inputs", models.JSONField(default=dict)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting"),
                                    ("running", "Running"),
                                    ("done", "Done"),
                                    ("failed", "Failed"),
                                ],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        ("total", models.PositiveIntegerField(default=0)),
                        ("done", models.PositiveIntegerField(default=0)),
                        ("results", models.JSONField(default=list)),
                        ("key", models.UUIDField(editable=False, null=True, unique=True)),
                        ("error", models.TextField(blank=True)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("started_at", models.DateTimeField(blank=True, null=True)),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("undo_until", models.DateTimeField(blank=True, null=True)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="jobs",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "follows",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="followers",
                                to="workflows.backgroundjob",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "job",
                        "verbose_name_plural": "jobs",
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("finished_at__isnull", True),
                                        ("state__in", ["waiting", "running"]),
                                    ),
                                    models.Q(
                                        ("finished_at__isnull", False),
                                        ("state__in", ["done", "failed"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="job_finished_at_matches_state",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("total", 0), ("done__lte", models.F("total")), _connector="OR"
                                ),
                                name="job_done_within_total",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DailyRegister",
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
                        ("day", models.DateField(verbose_name="day")),
                        ("entries", models.PositiveIntegerField(verbose_name="entries")),
                        ("first_number", models.PositiveIntegerField(null=True)),
                        ("last_number", models.PositiveIntegerField(null=True)),
                        ("anchor", models.CharField(blank=True, max_length=64)),
                        ("file", models.FileField(max_length=200, upload_to="protocol/")),
                        ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
                        (
                            "sha256",
                            models.CharField(max_length=64, verbose_name="digest (SHA-256)"),
                        ),
                        (
                            "is_sealed",
                            models.BooleanField(
                                default=False, verbose_name="electronically sealed"
                            ),
                        ),
                        ("made_at", models.DateTimeField(verbose_name="made at")),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="parties.body",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "daily register",
                        "verbose_name_plural": "daily registers",
                        "ordering": ["-day"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("body", "day"), name="daily_register_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DigestPause",
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
                        ("since", models.DateTimeField(default=parties.moment.now, editable=False)),
                        (
                            "user",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="digest_pause",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "digest switched off",
                        "verbose_name_plural": "digests switched off",
                    },
                ),
                migrations.CreateModel(
                    name="FieldHistoryBlock",
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
                        ("table", models.CharField(max_length=63)),
                        ("position", models.PositiveIntegerField()),
                        ("from_key", models.BigIntegerField(default=0)),
                        ("until_key", models.BigIntegerField(default=0)),
                        ("columns", models.JSONField(default=list)),
                        ("digests", models.JSONField(default=dict)),
                        ("sealed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("seal", models.CharField(max_length=64)),
                    ],
                    options={
                        "ordering": ["table", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("table", "position"), name="history_block_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProtocolCounter",
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
                        ("year", models.PositiveSmallIntegerField()),
                        ("last_number", models.PositiveIntegerField(default=0)),
                        ("last_seal", models.CharField(blank=True, max_length=64)),
                        ("head", models.CharField(blank=True, max_length=64)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="parties.body",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("body", "year"), name="protocol_counter_once_per_year"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SavedView",
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
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        ("query", models.CharField(max_length=1000)),
                        (
                            "is_shared",
                            models.BooleanField(
                                default=False, verbose_name="shared with the office"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="saved_views",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "saved view",
                        "verbose_name_plural": "saved views",
                        "ordering": ["name", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("owner", "name"), name="view_name_once_per_owner"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SettledFailure",
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
                        ("what", models.CharField(max_length=80, unique=True)),
                        ("label", models.CharField(max_length=200, verbose_name="what failed")),
                        ("at", models.DateTimeField(default=parties.moment.now, editable=False)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "settled failure",
                        "verbose_name_plural": "settled failures",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="Case",
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
                        ("kind", models.CharField(editable=False, max_length=30)),
                        (
                            "number",
                            models.CharField(
                                blank=True,
                                max_length=40,
                                null=True,
                                unique=True,
                                verbose_name="case number",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(default="draft", max_length=40, verbose_name="status"),
                        ),
                        ("submission_key", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "submitted_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="submitted at"
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="amount",
                            ),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="closed at"),
                        ),
                        (
                            "single_key",
                            models.CharField(blank=True, max_length=80, null=True, unique=True),
                        ),
                        ("search", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=parties.moment.now, editable=False),
                        ),
                        ("history_length", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "history_last",
                            models.CharField(blank=True, editable=False, max_length=64),
                        ),
                        (
                            "history_head",
                            models.CharField(blank=True, editable=False, max_length=64),
                        ),
                        (
                            "applicant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cases",
                                to="parties.party",
                            ),
                        ),
                        (
                            "call",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cases",
                                to="calls.call",
                            ),
                        ),
                        (
                            "call_version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cases",
                                to="calls.callversion",
                            ),
                        ),
                        (
                            "officer",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cases_in_charge",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="opened_cases",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "representative",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="represented_cases",
                                to="parties.person",
                            ),
                        ),
                        (
                            "substitute",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "case",
                        "verbose_name_plural": "cases",
                        "indexes": [
                            models.Index(
                                django.db.models.functions.comparison.Coalesce(
                                    "due_on", models.Value(dt.date(9999, 12, 31))
                                ),
                                models.F("id"),
                                condition=models.Q(
                                    ("closed_at__isnull", True), ("submitted_at__isnull", False)
                                ),
                                name="case_open_due",
                            ),
                            models.Index(
                                condition=models.Q(
                                    ("closed_at__isnull", True), ("submitted_at__isnull", False)
                                ),
                                fields=["submitted_at", "id"],
                                name="case_open_submitted",
                            ),
                            models.Index(
                                condition=models.Q(
                                    ("closed_at__isnull", True), ("submitted_at__isnull", False)
                                ),
                                fields=["number", "id"],
                                name="case_open_number",
                            ),
                            models.Index(
                                django.db.models.functions.comparison.Coalesce(
                                    "amount", models.Value(Decimal(0))
                                ),
                                models.F("id"),
                                condition=models.Q(
                                    ("closed_at__isnull", True), ("submitted_at__isnull", False)
                                ),
                                name="case_open_amount",
                            ),
                            models.Index(
                                models.F("status"),
                                django.db.models.functions.comparison.Coalesce(
                                    "due_on", models.Value(dt.date(9999, 12, 31))
                                ),
                                models.F("id"),
                                condition=models.Q(
                                    ("closed_at__isnull", True), ("submitted_at__isnull", False)
                                ),
                                name="case_open_status",
                            ),
                            models.Index(
                                condition=models.Q(
                                    ("closed_at__isnull", False), ("submitted_at__isnull", False)
                                ),
                                fields=["closed_at", "id"],
                                name="case_closed",
                            ),
                            models.Index(
                                condition=models.Q(
                                    ("closed_at__isnull", False), ("submitted_at__isnull", False)
                                ),
                                fields=["submitted_at", "id"],
                                name="case_closed_submitted",
                            ),
                            models.Index(
                                django.db.models.functions.comparison.Coalesce(
                                    "amount", models.Value(Decimal(0))
                                ),
                                models.F("id"),
                                condition=models.Q(
                                    ("closed_at__isnull", False), ("submitted_at__isnull", False)
                                ),
                                name="case_closed_amount",
                            ),
                            models.Index(
                                fields=["call", "submitted_at"], name="case_call_submitted"
                            ),
                            models.Index(fields=["opened_by", "created_at"], name="case_opened_by"),
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.search.SearchVector(
                                    "search", config="simple"
                                ),
                                name="case_search",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("submitted_at__isnull", True),
                                    models.Q(("status", "draft"), _negated=True),
                                    _connector="OR",
                                ),
                                name="draft_case_is_not_submitted",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_at__isnull", True),
                                    ("closed_at__gte", models.F("created_at")),
                                    _connector="OR",
                                ),
                                name="case_closes_after_it_opens",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
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
                        ("kind", models.CharField(max_length=12, verbose_name="kind")),
                        ("text", models.TextField(blank=True, verbose_name="text")),
                        (
                            "number",
                            models.DecimalField(
                                decimal_places=6, max_digits=24, null=True, verbose_name="number"
                            ),
                        ),
                        ("day", models.DateField(null=True, verbose_name="day")),
                        ("chosen", models.JSONField(default=list, verbose_name="chosen")),
                        ("rows", models.JSONField(default=list, verbose_name="lines")),
                        (
                            "question",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="calls.question",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="workflows.case",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "answer to an extra question",
                        "verbose_name_plural": "answers to extra questions",
                        "ordering": ["case", "question__position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "question"), name="answer_once_per_question"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("kind__in", ["text", "choice", "declaration"]),
                                        models.Q(("text", ""), _negated=True),
                                    ),
                                    models.Q(
                                        ("kind__in", ("number", "money", "computed")),
                                        ("number__isnull", False),
                                    ),
                                    models.Q(("day__isnull", False), ("kind", "date")),
                                    models.Q(
                                        ("kind", "choices"), models.Q(("chosen", []), _negated=True)
                                    ),
                                    models.Q(
                                        ("kind", "lines"), models.Q(("rows", []), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="answer_stands_in_its_column",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseProcess",
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
                            "flow_class",
                            viewflow.workflow.fields.FlowReferenceField(
                                max_length=250, verbose_name="Flow"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("CANCELED", "Canceled"),
                                    ("DONE", "Done"),
                                    ("NEW", "New"),
                                ],
                                default="NEW",
                                max_length=50,
                                verbose_name="Status",
                            ),
                        ),
                        (
                            "created",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="Created"
                            ),
                        ),
                        (
                            "finished",
                            models.DateTimeField(blank=True, null=True, verbose_name="Finished"),
                        ),
                        ("flow_version", models.PositiveSmallIntegerField(default=1)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="processes",
                                to="workflows.case",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("finished__isnull", True)),
                                fields=("case",),
                                name="case_has_one_open_process",
                            ),
                            models.UniqueConstraint(
                                fields=("id", "case"), name="process_with_its_case"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseTerm",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("conclusion", "End of the procedure"),
                                    ("integration", "Answer to the integration request"),
                                    ("observations", "Observations on the reasons against"),
                                    ("acceptance", "Acceptance"),
                                    ("memories", "Memories against the undoing of an act"),
                                    ("substitute", "Decision of the substitute"),
                                    ("justification", "Justification of an absence"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("rule", models.CharField(max_length=20, verbose_name="rule")),
                        ("starts_on", models.DateField(verbose_name="starts on")),
                        ("due_on", models.DateField(verbose_name="due on")),
                        ("reckoning", models.JSONField(verbose_name="reckoning")),
                        (
                            "awaits",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Nothing: it has begun"),
                                    ("letter", "That the letter leaves"),
                                    ("delivery", "That the letter arrives"),
                                ],
                                default="",
                                max_length=8,
                                verbose_name="waits for",
                            ),
                        ),
                        ("stops", models.JSONField(blank=True, default=dict)),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="ended at"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="terms",
                                to="workflows.case",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "term",
                        "verbose_name_plural": "terms",
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=["due_on"],
                                name="term_running_due",
                            ),
                            models.Index(
                                condition=models.Q(
                                    ("ended_at__isnull", True),
                                    models.Q(("awaits", ""), _negated=True),
                                ),
                                fields=["id"],
                                name="term_waiting_for_letter",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("case", "kind"),
                                name="one_running_term_of_a_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("due_on__gte", models.F("starts_on"))),
                                name="term_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("awaits__in", ["", "letter", "delivery"])),
                                name="term_awaits_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseTask",
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
                            "flow_task",
                            viewflow.workflow.fields.TaskReferenceField(
                                max_length=255, verbose_name="Task"
                            ),
                        ),
                        ("flow_task_type", models.CharField(max_length=50, verbose_name="Type")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("ASSIGNED", "Assigned"),
                                    ("CANCELED", "Canceled"),
                                    ("DONE", "Done"),
                                    ("ERROR", "Error"),
                                    ("NEW", "New"),
                                    ("REVIVED", "Revived"),
                                    ("SCHEDULED", "Scheduled"),
                                    ("STARTED", "Started"),
                                ],
                                db_index=True,
                                default="NEW",
                                max_length=50,
                                verbose_name="Status",
                            ),
                        ),
                        (
                            "created",
                            models.DateTimeField(
                                db_index=True,
                                default=django.utils.timezone.now,
                                verbose_name="Created",
                            ),
                        ),
                        (
                            "assigned",
                            models.DateTimeField(blank=True, null=True, verbose_name="Assigned"),
                        ),
                        (
                            "started",
                            models.DateTimeField(blank=True, null=True, verbose_name="Started"),
                        ),
                        (
                            "finished",
                            models.DateTimeField(blank=True, null=True, verbose_name="Finished"),
                        ),
                        (
                            "scheduled",
                            models.DateTimeField(
                                blank=True, db_index=True, null=True, verbose_name="Scheduled"
                            ),
                        ),
                        (
                            "token",
                            viewflow.workflow.fields.TokenField(
                                default=viewflow.workflow.token.Token("start"),
                                max_length=150,
                                verbose_name="Token",
                            ),
                        ),
                        (
                            "external_task_id",
                            models.CharField(
                                blank=True,
                                db_index=True,
                                max_length=50,
                                null=True,
                                verbose_name="External Task ID",
                            ),
                        ),
                        (
                            "owner_permission",
                            models.CharField(
                                blank=True, max_length=255, null=True, verbose_name="Permission"
                            ),
                        ),
                        (
                            "owner_permission_obj_pk",
                            models.CharField(blank=True, max_length=255, null=True),
                        ),
                        ("data", models.JSONField(blank=True, default=dict)),
                        (
                            "case",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tasks",
                                to="workflows.case",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="case_tasks",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "owner_permission_content_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                to="contenttypes.contenttype",
                            ),
                        ),
                        (
                            "previous",
                            models.ManyToManyField(
                                related_name="leading",
                                to="workflows.casetask",
                                verbose_name="Previous",
                            ),
                        ),
                        (
                            "process",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="task_set",
                                to="workflows.caseprocess",
                            ),
                        ),
                        (
                            "term",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="timer",
                                to="workflows.caseterm",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("status", "NEW")),
                                fields=["owner_permission", "case"],
                                name="task_waiting_for_a_taker",
                            ),
                            models.Index(
                                condition=models.Q(("status", "ASSIGNED")),
                                fields=["owner", "case"],
                                name="task_in_hand",
                            ),
                            models.Index(
                                condition=models.Q(("status__in", ["NEW", "ASSIGNED"])),
                                fields=["case"],
                                name="task_open_of_case",
                            ),
                            models.Index(
                                condition=models.Q(("status__in", ["NEW", "ASSIGNED"])),
                                fields=["flow_task", "status", "case"],
                                name="task_asked",
                            ),
                            models.Index(
                                condition=models.Q(("status", "SCHEDULED")),
                                fields=["scheduled", "id"],
                                name="task_scheduled",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseTermEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("conclusion", "End of the procedure"),
                                    ("integration", "Answer to the integration request"),
                                    ("observations", "Observations on the reasons against"),
                                    ("acceptance", "Acceptance"),
                                    ("memories", "Memories against the undoing of an act"),
                                    ("substitute", "Decision of the substitute"),
                                    ("justification", "Justification of an absence"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("rule", models.CharField(max_length=20, verbose_name="rule")),
                        ("starts_on", models.DateField(verbose_name="starts on")),
                        ("due_on", models.DateField(verbose_name="due on")),
                        ("reckoning", models.JSONField(verbose_name="reckoning")),
                        (
                            "awaits",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Nothing: it has begun"),
                                    ("letter", "That the letter leaves"),
                                    ("delivery", "That the letter arrives"),
                                ],
                                default="",
                                max_length=8,
                                verbose_name="waits for",
                            ),
                        ),
                        ("stops", models.JSONField(blank=True, default=dict)),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="ended at"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="workflows.case",
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
                                to="workflows.caseterm",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CoveredTask",
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
                            "moved_at",
                            models.DateTimeField(default=parties.moment.now, editable=False),
                        ),
                        ("returned_at", models.DateTimeField(null=True)),
                        (
                            "absence",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tasks",
                                to="workflows.absence",
                            ),
                        ),
                        (
                            "task",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="workflows.casetask",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "covered task",
                        "verbose_name_plural": "covered tasks",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("absence", "task"), name="task_covered_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Document",
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
                            "origin",
                            models.CharField(
                                choices=[
                                    ("applicant", "Applicant"),
                                    ("office", "Office"),
                                    ("letter", "Letter of the office"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("requirement", models.SlugField(blank=True, max_length=40)),
                        ("name", models.CharField(max_length=200, verbose_name="file name")),
                        (
                            "file",
                            models.FileField(
                                max_length=200, upload_to=workflows.models.documents.storage_name
                            ),
                        ),
                        ("content_type", models.CharField(max_length=80)),
                        ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
                        (
                            "sha256",
                            models.CharField(max_length=64, verbose_name="digest (SHA-256)"),
                        ),
                        (
                            "uploaded_at",
                            models.DateTimeField(default=parties.moment.now, editable=False),
                        ),
                        (
                            "filed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="filed at"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="documents",
                                to="workflows.case",
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "document",
                        "verbose_name_plural": "documents",
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("case__isnull", True)),
                                fields=["sha256"],
                                name="document_outside_cases",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("case__isnull", False),
                                    models.Q(("filed_at__isnull", False), ("origin", "office")),
                                    _connector="OR",
                                ),
                                name="document_without_case_is_registered_by_the_office",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("size__gt", 0)), name="document_is_not_empty"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                                name="document_digest_is_sha256",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Draft",
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
                        ("answers", models.JSONField(default=dict)),
                        (
                            "saved_at",
                            models.DateTimeField(default=parties.moment.now, editable=False),
                        ),
                        (
                            "case",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="draft",
                                to="workflows.case",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "draft",
                        "verbose_name_plural": "drafts",
                    },
                    bases=(workflows.models.drafts.Words, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoryEntry",
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
                        ("position", models.PositiveIntegerField(editable=False)),
                        ("name", models.CharField(max_length=50, verbose_name="move")),
                        ("source", models.CharField(max_length=40, verbose_name="from")),
                        ("target", models.CharField(max_length=40, verbose_name="to")),
                        ("at", models.DateTimeField(verbose_name="at")),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
                        (
                            "outcomes",
                            models.JSONField(default=list, verbose_name="outcomes of the rules"),
                        ),
                        (
                            "changes",
                            models.JSONField(default=dict, verbose_name="fields before and after"),
                        ),
                        ("seal", models.CharField(editable=False, max_length=64)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="by",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="history",
                                to="workflows.case",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "history entry",
                        "verbose_name_plural": "history entries",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "position"), name="history_position_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IntegrationRequest",
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
                        ("asked_at", models.DateTimeField(verbose_name="asked at")),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("due_on", models.DateField(verbose_name="due on")),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="closed at"),
                        ),
                        ("answered", models.BooleanField(default=False, verbose_name="answered")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="integration_requests",
                                to="workflows.case",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "integration request",
                        "verbose_name_plural": "integration requests",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at__isnull", True)),
                                fields=("case",),
                                name="one_open_integration",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answered", False),
                                    ("closed_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="answered_integration_is_closed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IntegrationItem",
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
                            "target",
                            models.CharField(
                                choices=[("field", "Field of the form"), ("document", "Document")],
                                max_length=10,
                            ),
                        ),
                        ("code", models.CharField(max_length=80)),
                        ("label", models.CharField(max_length=200)),
                        (
                            "explanation",
                            models.TextField(max_length=1000, verbose_name="what is asked"),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="items",
                                to="workflows.integrationrequest",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "item asked for",
                        "verbose_name_plural": "items asked for",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("request", "target", "code"), name="integration_item_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="JobRow",
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
                        ("key", models.CharField(max_length=64)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("done", "Done"),
                                    ("refused", "Not possible"),
                                    ("changed", "Changed meanwhile"),
                                    ("failed", "Not done, because of an error"),
                                    ("foreseen", "Possible"),
                                    ("undone", "Taken back"),
                                    ("found", "Found"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("label", models.CharField(max_length=200)),
                        ("sentence", models.TextField(blank=True)),
                        ("data", models.JSONField(default=dict)),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="workflows.case",
                            ),
                        ),
                        (
                            "job",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="workflows.backgroundjob",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "row of a job",
                        "verbose_name_plural": "rows of a job",
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(fields=["job", "outcome", "id"], name="job_row_outcome")
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("job", "key"), name="job_row_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Note",
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
                        ("at", models.DateTimeField(default=parties.moment.now, editable=False)),
                        ("text", models.TextField(max_length=4000, verbose_name="text")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notes",
                                to="workflows.case",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "note",
                        "verbose_name_plural": "notes",
                        "ordering": ["-id"],
                    },
                ),
                migrations.CreateModel(
                    name="Presence",
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
                        ("since", models.DateTimeField()),
                        ("seen_at", models.DateTimeField()),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="workflows.case",
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
                        "indexes": [models.Index(fields=["seen_at"], name="presence_seen_at")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "user"), name="presence_once_per_case"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProtocolEntry",
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
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        ("number", models.PositiveIntegerField(verbose_name="number")),
                        ("registered_at", models.DateTimeField(verbose_name="registered at")),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("in", "Incoming"),
                                    ("out", "Outgoing"),
                                    ("internal", "Internal"),
                                ],
                                max_length=8,
                                verbose_name="direction",
                            ),
                        ),
                        ("subject", models.CharField(max_length=300, verbose_name="subject")),
                        (
                            "counterpart",
                            models.CharField(max_length=250, verbose_name="sender or addressee"),
                        ),
                        (
                            "digests",
                            models.JSONField(default=list, verbose_name="digests of the documents"),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("seal", models.CharField(editable=False, max_length=64)),
                        (
                            "annuls",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="annulled_by",
                                to="workflows.protocolentry",
                                verbose_name="annuls",
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="parties.body",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="registered by",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="protocol_entries",
                                to="workflows.case",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "protocol entry",
                        "verbose_name_plural": "protocol entries",
                        "ordering": ["-year", "-number"],
                        "indexes": [
                            models.Index(
                                fields=["-year", "-number", "-id"], name="protocol_newest_first"
                            ),
                            models.Index(fields=["registered_at", "id"], name="protocol_by_time"),
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.search.SearchVector(
                                    "subject", "counterpart", config="simple"
                                ),
                                name="protocol_search",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("body", "year", "number"),
                                name="protocol_number_once_per_year",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("number__gte", 1)),
                                name="protocol_number_from_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("annuls__isnull", True),
                                    models.Q(
                                        ("direction", "internal"),
                                        models.Q(("note", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="protocol_annulment_is_internal_and_reasoned",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("kind", models.CharField(editable=False, max_length=30)),
                        (
                            "number",
                            models.CharField(
                                blank=True, max_length=40, null=True, verbose_name="case number"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(default="draft", max_length=40, verbose_name="status"),
                        ),
                        ("submission_key", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "submitted_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="submitted at"
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="amount",
                            ),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="closed at"),
                        ),
                        ("single_key", models.CharField(blank=True, max_length=80, null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=parties.moment.now, editable=False),
                        ),
                        (
                            "applicant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parties.party",
                            ),
                        ),
                        (
                            "call",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="calls.call",
                            ),
                        ),
                        (
                            "call_version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="calls.callversion",
                            ),
                        ),
                        (
                            "officer",
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
                            "opened_by",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="workflows.case",
                            ),
                        ),
                        (
                            "representative",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parties.person",
                            ),
                        ),
                        (
                            "substitute",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "protocol_in",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="workflows.protocolentry",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SignatureCheck",
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
                            "result",
                            models.CharField(
                                choices=[
                                    ("valid", "Valid signature"),
                                    ("expired", "Certificate expired"),
                                    ("altered", "Altered after signing"),
                                    ("untrusted", "Unknown authority"),
                                    ("other_person", "Signed by somebody else"),
                                    ("none", "No digital signature"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("sentence", models.TextField()),
                        ("found", models.JSONField(default=list)),
                        ("at", models.DateTimeField(default=parties.moment.now, editable=False)),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="signature_checks",
                                to="workflows.document",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "check of signatures",
                        "verbose_name_plural": "checks of signatures",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "result__in",
                                        [
                                            "valid",
                                            "expired",
                                            "altered",
                                            "untrusted",
                                            "other_person",
                                            "none",
                                        ],
                                    )
                                ),
                                name="signature_check_has_a_result",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SubstituteRequest",
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
                        ("asked_at", models.DateTimeField(verbose_name="asked at")),
                        ("term_days", models.PositiveSmallIntegerField(verbose_name="days given")),
                        ("due_on", models.DateField(verbose_name="due on")),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="closed at"),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="substitute_requests",
                                to="workflows.case",
                            ),
                        ),
                        (
                            "holder",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "request to the substitute",
                        "verbose_name_plural": "requests to the substitute",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at__isnull", True)),
                                fields=("case",),
                                name="one_open_substitute_request",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TermEvent",
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
                        ("name", models.SlugField(max_length=30)),
                        ("due_on", models.DateField(verbose_name="due on")),
                        ("due_at", models.DateTimeField(verbose_name="due at")),
                        ("fired_at", models.DateTimeField(verbose_name="fired at")),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("done", "Done"),
                                    ("late", "Too late to be of use"),
                                    ("left", "Not possible"),
                                ],
                                max_length=4,
                            ),
                        ),
                        ("sentence", models.TextField(blank=True)),
                        (
                            "term",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="events",
                                to="workflows.caseterm",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "event of a term",
                        "verbose_name_plural": "events of a term",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("term", "name", "due_on"), name="term_event_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseLabel",
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
                        ("at", models.DateTimeField(default=parties.moment.now, editable=False)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="label_uses",
                                to="workflows.case",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Label",
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
                        ("name", models.CharField(max_length=40, unique=True, verbose_name="name")),
                        (
                            "tone",
                            models.CharField(
                                choices=[
                                    ("neutral", "Grey"),
                                    ("info", "Blue"),
                                    ("success", "Green"),
                                    ("warning", "Amber"),
                                    ("danger", "Red"),
                                ],
                                default="neutral",
                                max_length=8,
                                verbose_name="colour",
                            ),
                        ),
                        (
                            "is_retired",
                            models.BooleanField(default=False, verbose_name="no longer in use"),
                        ),
                        (
                            "cases",
                            models.ManyToManyField(
                                related_name="labels",
                                through="workflows.CaseLabel",
                                to="workflows.case",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "label",
                        "verbose_name_plural": "labels",
                        "ordering": ["name"],
                    },
                ),
            ]
        ),
        migrations.AddField(
            model_name="caselabel",
            name="label",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="uses",
                to="workflows.label",
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="protocol_in",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="workflows.protocolentry",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("submitted_at__isnull", True),
                    models.Q(
                        ("applicant__isnull", False),
                        ("number__isnull", False),
                        ("protocol_in__isnull", False),
                        ("representative__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="submitted_case_has_number_protocol_and_parties",
            ),
        ),
        migrations.AddConstraint(
            model_name="caselabel",
            constraint=models.UniqueConstraint(
                fields=("label", "case"), name="label_once_on_a_case"
            ),
        ),
        parties.triggers.AddTriggers(
            triggers=[
                (
                    "caseterm",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "workflows_casetermevent" ("awaits", "case_id", "due_on", "ended_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckoning", "rule", "starts_on", "stops") VALUES (NEW."awaits", NEW."case_id", NEW."due_on", NEW."ended_at", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reckoning", NEW."rule", NEW."starts_on", NEW."stops"); RETURN NULL;',
                            hash="0aff7a7b5bd7f56d9320438886eb614b0f8de7e6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b5314",
                            table="workflows_caseterm",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "caseterm",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "workflows_casetermevent" ("awaits", "case_id", "due_on", "ended_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckoning", "rule", "starts_on", "stops") VALUES (NEW."awaits", NEW."case_id", NEW."due_on", NEW."ended_at", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reckoning", NEW."rule", NEW."starts_on", NEW."stops"); RETURN NULL;',
                            hash="0b425dece71174035cf8fc6e5417854b09eb0dc6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fa715",
                            table="workflows_caseterm",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "caseterm",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "workflows_casetermevent" ("awaits", "case_id", "due_on", "ended_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckoning", "rule", "starts_on", "stops") VALUES (OLD."awaits", OLD."case_id", OLD."due_on", OLD."ended_at", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reckoning", OLD."rule", OLD."starts_on", OLD."stops"); RETURN NULL;',
                            hash="46eb7c1bfb267d5f0854053f8b16834da32840ed",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_87036",
                            table="workflows_caseterm",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "casetermevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a237d76ad8808d5093d4062e31b3cc3f28f365cb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_74d8f",
                            table="workflows_casetermevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "caseevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4935afbeeb3a8530554b324e6977032dab1585ad",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_45aad",
                            table="workflows_caseevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "case",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "workflows_caseevent" ("amount", "applicant_id", "call_id", "call_version_id", "closed_at", "created_at", "due_on", "id", "kind", "number", "officer_id", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_in_id", "representative_id", "single_key", "status", "submission_key", "submitted_at", "substitute_id", "version") VALUES (NEW."amount", NEW."applicant_id", NEW."call_id", NEW."call_version_id", NEW."closed_at", NEW."created_at", NEW."due_on", NEW."id", NEW."kind", NEW."number", NEW."officer_id", NEW."opened_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."protocol_in_id", NEW."representative_id", NEW."single_key", NEW."status", NEW."submission_key", NEW."submitted_at", NEW."substitute_id", NEW."version"); RETURN NULL;',
                            hash="332d83ca4b15625e3c1a8817fdb33f3c11a62126",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_01f8f",
                            table="workflows_case",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "case",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."applicant_id" IS DISTINCT FROM (NEW."applicant_id") OR OLD."call_id" IS DISTINCT FROM (NEW."call_id") OR OLD."call_version_id" IS DISTINCT FROM (NEW."call_version_id") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."officer_id" IS DISTINCT FROM (NEW."officer_id") OR OLD."opened_by_id" IS DISTINCT FROM (NEW."opened_by_id") OR OLD."protocol_in_id" IS DISTINCT FROM (NEW."protocol_in_id") OR OLD."representative_id" IS DISTINCT FROM (NEW."representative_id") OR OLD."single_key" IS DISTINCT FROM (NEW."single_key") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."submission_key" IS DISTINCT FROM (NEW."submission_key") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."substitute_id" IS DISTINCT FROM (NEW."substitute_id") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "workflows_caseevent" ("amount", "applicant_id", "call_id", "call_version_id", "closed_at", "created_at", "due_on", "id", "kind", "number", "officer_id", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_in_id", "representative_id", "single_key", "status", "submission_key", "submitted_at", "substitute_id", "version") VALUES (NEW."amount", NEW."applicant_id", NEW."call_id", NEW."call_version_id", NEW."closed_at", NEW."created_at", NEW."due_on", NEW."id", NEW."kind", NEW."number", NEW."officer_id", NEW."opened_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."protocol_in_id", NEW."representative_id", NEW."single_key", NEW."status", NEW."submission_key", NEW."submitted_at", NEW."substitute_id", NEW."version"); RETURN NULL;',
                            hash="c9f0adc1fb72f113a4f16607f4fb65fb4810545c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6244b",
                            table="workflows_case",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "case",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "workflows_caseevent" ("amount", "applicant_id", "call_id", "call_version_id", "closed_at", "created_at", "due_on", "id", "kind", "number", "officer_id", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_in_id", "representative_id", "single_key", "status", "submission_key", "submitted_at", "substitute_id", "version") VALUES (OLD."amount", OLD."applicant_id", OLD."call_id", OLD."call_version_id", OLD."closed_at", OLD."created_at", OLD."due_on", OLD."id", OLD."kind", OLD."number", OLD."officer_id", OLD."opened_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."protocol_in_id", OLD."representative_id", OLD."single_key", OLD."status", OLD."submission_key", OLD."submitted_at", OLD."substitute_id", OLD."version"); RETURN NULL;',
                            hash="3ac009bfb199ba552c08f509dc938a645145efc6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_18500",
                            table="workflows_case",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]

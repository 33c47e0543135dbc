from decimal import Decimal

import django.db.models.deletion
import django.db.models.expressions
import django_fsm
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import parties.moment
import parties.tables
import parties.triggers
import parties.validators


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("calls", "0001_initial"),
        ("parties", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("workflows", "0001_initial"),
    ]

    operations = [
        parties.tables.Together(
            operations=[
                migrations.CreateModel(
                    name="AidCheck",
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
                                    ("aid", "Check of aid (visura aiuti)"),
                                    ("de_minimis", "Check of de minimis aid (visura de minimis)"),
                                    ("recovery", "Deggendorf check"),
                                ],
                                max_length=10,
                                verbose_name="check",
                            ),
                        ),
                        ("vercor", models.CharField(max_length=12, verbose_name="VERCOR")),
                        ("on", models.DateField(verbose_name="asked on")),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="what it says"
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="aid_checks",
                                to="workflows.case",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "check in the aid register",
                        "verbose_name_plural": "checks in the aid register",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("kind", "vercor"), name="vercor_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AidCheckEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("aid", "Check of aid (visura aiuti)"),
                                    ("de_minimis", "Check of de minimis aid (visura de minimis)"),
                                    ("recovery", "Deggendorf check"),
                                ],
                                max_length=10,
                                verbose_name="check",
                            ),
                        ),
                        ("vercor", models.CharField(max_length=12, verbose_name="VERCOR")),
                        ("on", models.DateField(verbose_name="asked on")),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="what it says"
                            ),
                        ),
                        ("at", models.DateTimeField(default=parties.moment.now, editable=False)),
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
                                to="accounting.aidcheck",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AidEntry",
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
                            "firm_code",
                            models.CharField(
                                blank=True, max_length=16, verbose_name="tax code of the firm"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("declared", "Declared by the applicant"),
                                    ("granted_here", "Granted by this office"),
                                    ("register", "National aid register"),
                                ],
                                max_length=12,
                                verbose_name="source",
                            ),
                        ),
                        ("regulation", models.CharField(max_length=20, verbose_name="regulation")),
                        (
                            "authority",
                            models.CharField(max_length=160, verbose_name="granting authority"),
                        ),
                        (
                            "measure",
                            models.CharField(blank=True, max_length=160, verbose_name="measure"),
                        ),
                        ("granted_on", models.DateField(verbose_name="granted on")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="amount"
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(blank=True, max_length=12, verbose_name="COR"),
                        ),
                        (
                            "same_costs",
                            models.BooleanField(default=False, verbose_name="on the same costs"),
                        ),
                        (
                            "intensity_percent",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="most allowed on the costs, in percent",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="aid_entries",
                                to="workflows.case",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="aid_entries",
                                to="parties.party",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "aid entry",
                        "verbose_name_plural": "aid entries",
                        "ordering": ["granted_on", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount__gt", 0)), name="aid_amount_positive"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("party__isnull", False),
                                    models.Q(("firm_code", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="aid_is_somebodys",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("source", "granted_here")),
                                fields=("case",),
                                name="aid_granted_here_once_per_case",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("source", "register"),
                                    models.Q(("reference", ""), _negated=True),
                                ),
                                fields=("case", "reference"),
                                name="aid_of_the_register_once_per_case",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AidRegistration",
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
                                    ("cor", "Aid (COR)"),
                                    ("covar", "Change of an aid (COVAR)"),
                                ],
                                max_length=5,
                                verbose_name="kind",
                            ),
                        ),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("on", models.DateField(verbose_name="registered on")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="aid registered"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[("hand", "By hand"), ("file", "From a file")],
                                default="hand",
                                max_length=4,
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="aid_registrations",
                                to="workflows.case",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "registration of an aid",
                        "verbose_name_plural": "registrations of aid",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("kind", "code"), name="aid_code_once"),
                            models.CheckConstraint(
                                condition=models.Q(("amount__gte", 0)),
                                name="aid_registered_not_negative",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AidRegistrationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("cor", "Aid (COR)"),
                                    ("covar", "Change of an aid (COVAR)"),
                                ],
                                max_length=5,
                                verbose_name="kind",
                            ),
                        ),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("on", models.DateField(verbose_name="registered on")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="aid registered"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[("hand", "By hand"), ("file", "From a file")],
                                default="hand",
                                max_length=4,
                            ),
                        ),
                        ("at", models.DateTimeField(default=parties.moment.now, editable=False)),
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
                                to="accounting.aidregistration",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AnswerFile",
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
                        ("name", models.CharField(max_length=200, verbose_name="file name")),
                        (
                            "sha256",
                            models.CharField(
                                max_length=64, unique=True, verbose_name="digest (SHA-256)"
                            ),
                        ),
                        ("content", models.BinaryField()),
                        (
                            "at",
                            models.DateTimeField(
                                default=parties.moment.now, editable=False, verbose_name="read at"
                            ),
                        ),
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
                        "verbose_name": "file of answers",
                        "verbose_name_plural": "files of answers",
                        "ordering": ["-id"],
                    },
                ),
                migrations.CreateModel(
                    name="Budget",
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
                            "available",
                            models.DecimalField(decimal_places=2, default=0, max_digits=14),
                        ),
                        (
                            "reserved",
                            models.DecimalField(decimal_places=2, default=0, max_digits=14),
                        ),
                        (
                            "granted",
                            models.DecimalField(decimal_places=2, default=0, max_digits=14),
                        ),
                        ("paid", models.DecimalField(decimal_places=2, default=0, max_digits=14)),
                        (
                            "economies",
                            models.DecimalField(decimal_places=2, default=0, max_digits=14),
                        ),
                        (
                            "call",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="budget",
                                to="calls.call",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "budget",
                        "verbose_name_plural": "budgets",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("available__gte", 0)),
                                name="budget_available_not_negative",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reserved__gte", 0)),
                                name="budget_reserved_not_negative",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("granted__gte", 0)),
                                name="budget_granted_not_negative",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("paid__gte", 0)),
                                name="budget_paid_not_negative",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("economies__gte", 0)),
                                name="budget_economies_not_negative",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FirmLink",
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
                            "holder_code",
                            models.CharField(
                                max_length=16, verbose_name="tax code of the firm that holds"
                            ),
                        ),
                        (
                            "holder",
                            models.CharField(max_length=200, verbose_name="firm that holds"),
                        ),
                        (
                            "held_code",
                            models.CharField(
                                max_length=16, verbose_name="tax code of the firm that is held"
                            ),
                        ),
                        (
                            "held",
                            models.CharField(max_length=200, verbose_name="firm that is held"),
                        ),
                        (
                            "relation",
                            models.CharField(
                                choices=[
                                    ("votes", "Majority of the votes (a)"),
                                    ("board", "Right to appoint most of the board (b)"),
                                    ("contract", "Dominant influence by contract or statute (c)"),
                                    ("agreement", "Majority by agreement with other members (d)"),
                                ],
                                max_length=9,
                                verbose_name="relation",
                            ),
                        ),
                        ("since", models.DateField(verbose_name="since")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                        ("evidence", models.CharField(max_length=200, verbose_name="known from")),
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
                        "verbose_name": "link between firms",
                        "verbose_name_plural": "links between firms",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("holder_code", models.F("held_code")), _negated=True
                                ),
                                name="link_of_two_firms",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until__isnull", True),
                                    ("until__gte", models.F("since")),
                                    _connector="OR",
                                ),
                                name="link_ends_after_it_starts",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("until__isnull", True)),
                                fields=("holder_code", "held_code", "relation"),
                                name="link_once_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FirmLinkEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "holder_code",
                            models.CharField(
                                max_length=16, verbose_name="tax code of the firm that holds"
                            ),
                        ),
                        (
                            "holder",
                            models.CharField(max_length=200, verbose_name="firm that holds"),
                        ),
                        (
                            "held_code",
                            models.CharField(
                                max_length=16, verbose_name="tax code of the firm that is held"
                            ),
                        ),
                        (
                            "held",
                            models.CharField(max_length=200, verbose_name="firm that is held"),
                        ),
                        (
                            "relation",
                            models.CharField(
                                choices=[
                                    ("votes", "Majority of the votes (a)"),
                                    ("board", "Right to appoint most of the board (b)"),
                                    ("contract", "Dominant influence by contract or statute (c)"),
                                    ("agreement", "Majority by agreement with other members (d)"),
                                ],
                                max_length=9,
                                verbose_name="relation",
                            ),
                        ),
                        ("since", models.DateField(verbose_name="since")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                        ("evidence", models.CharField(max_length=200, verbose_name="known from")),
                        ("at", models.DateTimeField(default=parties.moment.now, editable=False)),
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
                                to="accounting.firmlink",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FrozenWorkbook",
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
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        ("made_at", models.DateTimeField(verbose_name="made at")),
                        ("file", models.FileField(max_length=200, upload_to="workbooks/%Y/")),
                        (
                            "sha256",
                            models.CharField(max_length=64, verbose_name="digest (SHA-256)"),
                        ),
                        ("rows", models.PositiveIntegerField(verbose_name="rows")),
                        (
                            "total",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="total"
                            ),
                        ),
                        (
                            "ledger_total",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="total of the ledger"
                            ),
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
                            "call",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="calls.call",
                            ),
                        ),
                        (
                            "job",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="workbook",
                                to="workflows.backgroundjob",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "workbook",
                        "verbose_name_plural": "workbooks",
                        "ordering": ["-id"],
                    },
                ),
                migrations.CreateModel(
                    name="LedgerEntry",
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
                            "source",
                            models.CharField(
                                choices=[
                                    ("outside", "Outside the call"),
                                    ("available", "Available"),
                                    ("reserved", "Reserved"),
                                    ("granted", "Granted"),
                                    ("paid", "Paid"),
                                    ("economies", "Economies"),
                                ],
                                max_length=10,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "target",
                            models.CharField(
                                choices=[
                                    ("outside", "Outside the call"),
                                    ("available", "Available"),
                                    ("reserved", "Reserved"),
                                    ("granted", "Granted"),
                                    ("paid", "Paid"),
                                    ("economies", "Economies"),
                                ],
                                max_length=10,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="amount"
                            ),
                        ),
                        ("at", models.DateTimeField(default=parties.moment.now, editable=False)),
                        (
                            "description",
                            models.CharField(max_length=250, verbose_name="description"),
                        ),
                        (
                            "budget",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="entries",
                                to="accounting.budget",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ledger_entries",
                                to="workflows.case",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ledger entry",
                        "verbose_name_plural": "ledger entries",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount__gt", 0)), name="ledger_amount_positive"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source", models.F("target")), _negated=True),
                                name="ledger_pots_differ",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "source__in",
                                        [
                                            "outside",
                                            "available",
                                            "reserved",
                                            "granted",
                                            "paid",
                                            "economies",
                                        ],
                                    ),
                                    (
                                        "target__in",
                                        [
                                            "outside",
                                            "available",
                                            "reserved",
                                            "granted",
                                            "paid",
                                            "economies",
                                        ],
                                    ),
                                ),
                                name="ledger_pots_are_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NumberSeries",
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
                        ("code", models.CharField(max_length=2)),
                        ("year", models.PositiveSmallIntegerField()),
                        ("last", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "series of numbers",
                        "verbose_name_plural": "series of numbers",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("code", "year"), name="number_series_once_a_year"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaymentOrder",
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
                            "number",
                            models.CharField(
                                max_length=20, unique=True, verbose_name="order number"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Being put together"),
                                    ("approved", "Approved"),
                                    ("sent", "Sent to the bank"),
                                    ("given_up", "Given up"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "payer_iban",
                            models.CharField(max_length=34, verbose_name="account that pays"),
                        ),
                        (
                            "payer_bic",
                            models.CharField(blank=True, max_length=11, verbose_name="BIC"),
                        ),
                        ("execute_on", models.DateField(verbose_name="day of payment")),
                        (
                            "opened_at",
                            models.DateTimeField(default=parties.moment.now, editable=False),
                        ),
                        (
                            "digest",
                            models.CharField(
                                blank=True,
                                max_length=64,
                                verbose_name="digest of what was approved",
                            ),
                        ),
                        (
                            "file",
                            models.FileField(blank=True, max_length=200, upload_to="orders/%Y/"),
                        ),
                        (
                            "sha256",
                            models.CharField(
                                blank=True, max_length=64, verbose_name="digest (SHA-256)"
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="file made at"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="parties.body",
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "payment order",
                        "verbose_name_plural": "payment orders",
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["open", "approved", "sent", "given_up"])
                                ),
                                name="order_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ("approved", "sent")), _negated=True),
                                    models.Q(("digest", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="order_approved_has_its_digest",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("sent_at__isnull", False),
                                        ("state", "sent"),
                                        models.Q(("file", ""), _negated=True),
                                        models.Q(("sha256", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "sent"), _negated=True),
                                        ("file", ""),
                                        ("sent_at__isnull", True),
                                        ("sha256", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="order_has_its_file_once_sent",
                            ),
                        ],
                    },
                    bases=(django_fsm.FSMModelMixin, models.Model),
                ),
                migrations.CreateModel(
                    name="OrderApproval",
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
                        ("digest", models.CharField(max_length=64)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "order",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="approvals",
                                to="accounting.paymentorder",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "approval of a payment order",
                        "verbose_name_plural": "approvals of payment orders",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("order", "by", "digest"), name="order_approved_once_by_each"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Payment",
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
                            "number",
                            models.CharField(
                                max_length=20, unique=True, verbose_name="payment number"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("liquidated", "Liquidated"),
                                    ("batched", "In a payment order"),
                                    ("sent", "Sent to the bank"),
                                    ("paid", "Paid"),
                                    ("refused", "Refused by the bank"),
                                    ("returned", "Returned by the bank"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="proposed",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "report_act",
                            models.CharField(
                                max_length=120, verbose_name="act that approves the accounts"
                            ),
                        ),
                        ("report_on", models.DateField(verbose_name="accounts approved on")),
                        (
                            "spend",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                verbose_name="spend admitted in the end",
                            ),
                        ),
                        (
                            "freed",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=12,
                                verbose_name="what the final amount frees",
                            ),
                        ),
                        (
                            "gross",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="gross contribution"
                            ),
                        ),
                        (
                            "not_taxable",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                verbose_name="part for capital goods, or not taxable",
                            ),
                        ),
                        (
                            "taxable",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="taxable"
                            ),
                        ),
                        (
                            "rate_percent",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=5,
                                verbose_name="rate of the withholding",
                            ),
                        ),
                        (
                            "withheld",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="withheld tax"
                            ),
                        ),
                        (
                            "why_no_tax",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="why nothing is withheld"
                            ),
                        ),
                        (
                            "inps",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=12,
                                verbose_name="INPS",
                            ),
                        ),
                        (
                            "inail",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=12,
                                verbose_name="INAIL",
                            ),
                        ),
                        (
                            "building_fund",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=12,
                                verbose_name="building workers' fund",
                            ),
                        ),
                        (
                            "suspended",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=12,
                                verbose_name="suspended under art. 48-bis",
                            ),
                        ),
                        (
                            "net",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="net to pay"
                            ),
                        ),
                        (
                            "beneficiary",
                            models.CharField(
                                max_length=200, verbose_name="name of the beneficiary"
                            ),
                        ),
                        (
                            "nature",
                            models.CharField(
                                max_length=4, verbose_name="nature of the beneficiary"
                            ),
                        ),
                        ("tax_code", models.CharField(max_length=16, verbose_name="tax code")),
                        (
                            "vat_number",
                            models.CharField(blank=True, max_length=11, verbose_name="VAT number"),
                        ),
                        (
                            "iban",
                            models.CharField(
                                max_length=34,
                                validators=[parties.validators.validate_iban],
                                verbose_name="IBAN",
                            ),
                        ),
                        ("holder", models.CharField(max_length=140, verbose_name="account holder")),
                        (
                            "holder_code",
                            models.CharField(
                                max_length=16, verbose_name="tax code of the account holder"
                            ),
                        ),
                        (
                            "street",
                            models.CharField(blank=True, max_length=120, verbose_name="street"),
                        ),
                        (
                            "street_number",
                            models.CharField(
                                blank=True, max_length=12, verbose_name="street number"
                            ),
                        ),
                        (
                            "postcode",
                            models.CharField(blank=True, max_length=5, verbose_name="postcode"),
                        ),
                        (
                            "municipality",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="municipality"
                            ),
                        ),
                        (
                            "province",
                            models.CharField(blank=True, max_length=2, verbose_name="province"),
                        ),
                        ("cup", models.CharField(max_length=15, verbose_name="CUP")),
                        ("cor", models.CharField(blank=True, max_length=12, verbose_name="COR")),
                        (
                            "is_de_minimis",
                            models.BooleanField(
                                default=True, verbose_name="de minimis aid, or no aid"
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(max_length=140, verbose_name="what it is for"),
                        ),
                        (
                            "act_number",
                            models.CharField(
                                blank=True,
                                max_length=60,
                                verbose_name="number of the liquidation act",
                            ),
                        ),
                        (
                            "act_date",
                            models.DateField(
                                blank=True, null=True, verbose_name="date of the liquidation act"
                            ),
                        ),
                        (
                            "paid_on",
                            models.DateField(blank=True, null=True, verbose_name="paid on"),
                        ),
                        (
                            "mandate_number",
                            models.CharField(
                                blank=True, max_length=30, verbose_name="payment mandate"
                            ),
                        ),
                        (
                            "receipt_number",
                            models.CharField(blank=True, max_length=30, verbose_name="receipt"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="payments",
                                to="workflows.case",
                            ),
                        ),
                        (
                            "payee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="payments",
                                to="parties.party",
                                verbose_name="beneficiary",
                            ),
                        ),
                        (
                            "order",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="payments",
                                to="accounting.paymentorder",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "payment",
                        "verbose_name_plural": "payments",
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "gross",
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    django.db.models.expressions.CombinedExpression(
                                                        django.db.models.expressions.CombinedExpression(
                                                            models.F("withheld"),
                                                            "+",
                                                            models.F("inps"),
                                                        ),
                                                        "+",
                                                        models.F("inail"),
                                                    ),
                                                    "+",
                                                    models.F("building_fund"),
                                                ),
                                                "+",
                                                models.F("suspended"),
                                            ),
                                            "+",
                                            models.F("net"),
                                        ),
                                    )
                                ),
                                name="payment_parts_are_the_gross",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "gross",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("not_taxable"), "+", models.F("taxable")
                                        ),
                                    )
                                ),
                                name="payment_tax_base_is_gross",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("freed__gte", 0),
                                    ("gross__gt", 0),
                                    ("building_fund__gte", 0),
                                    ("inail__gte", 0),
                                    ("inps__gte", 0),
                                    ("suspended__gte", 0),
                                    ("withheld__gte", 0),
                                    ("net__gte", 0),
                                ),
                                name="payment_parts_not_negative",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "proposed",
                                            "liquidated",
                                            "batched",
                                            "sent",
                                            "paid",
                                            "refused",
                                            "returned",
                                            "withdrawn",
                                        ],
                                    )
                                ),
                                name="payment_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "state__in",
                                            (
                                                "liquidated",
                                                "batched",
                                                "sent",
                                                "paid",
                                                "refused",
                                                "returned",
                                            ),
                                        ),
                                        _negated=True,
                                    ),
                                    models.Q(
                                        models.Q(("act_number", ""), _negated=True),
                                        ("act_date__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="payment_liquidated_by_an_act",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("order__isnull", True),
                                        ("state__in", ("proposed", "liquidated", "withdrawn")),
                                    ),
                                    models.Q(
                                        ("order__isnull", False),
                                        (
                                            "state__in",
                                            ("batched", "sent", "paid", "refused", "returned"),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="payment_in_an_order_from_then_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "paid"), _negated=True),
                                    ("paid_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="payment_paid_on_a_day",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        ("proposed", "liquidated", "batched", "sent", "paid"),
                                    )
                                ),
                                fields=("case",),
                                name="payment_one_alive_per_case",
                            ),
                        ],
                    },
                    bases=(django_fsm.FSMModelMixin, models.Model),
                ),
                migrations.CreateModel(
                    name="Evidence",
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
                                    ("durc", "Certificate of contributions (DURC)"),
                                    ("enquiry", "Enquiry of the collector (art. 48-bis)"),
                                    ("publication", "Publication of the grant"),
                                    ("payee", "Verification of the payee"),
                                    ("recovery", "Deggendorf check"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="number or place"
                            ),
                        ),
                        ("on", models.DateField(blank=True, null=True, verbose_name="day")),
                        ("is_regular", models.BooleanField(default=True, verbose_name="regular")),
                        (
                            "exemption",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="why it is not due"
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("match", "The name matches"),
                                    ("close", "The name matches in part"),
                                    ("no_match", "The account is somebody else's"),
                                    ("not_possible", "It cannot be verified"),
                                ],
                                max_length=12,
                                verbose_name="answer of the bank",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it is paid all the same",
                            ),
                        ),
                        (
                            "inps",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=12,
                                verbose_name="owed to INPS",
                            ),
                        ),
                        (
                            "inail",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=12,
                                verbose_name="owed to INAIL",
                            ),
                        ),
                        (
                            "building_fund",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=12,
                                verbose_name="owed to the building workers' fund",
                            ),
                        ),
                        (
                            "collector",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=12,
                                verbose_name="owed to the collector",
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
                            "payment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="accounting.payment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evidence",
                        "verbose_name_plural": "evidence",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("building_fund__gte", 0),
                                    ("collector__gte", 0),
                                    ("inail__gte", 0),
                                    ("inps__gte", 0),
                                ),
                                name="evidence_debts_not_negative",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaymentAnswer",
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
                            "end_to_end_id",
                            models.CharField(max_length=80, verbose_name="payment number"),
                        ),
                        (
                            "happened",
                            models.CharField(
                                choices=[
                                    ("paid", "Paid"),
                                    ("refused", "Refused"),
                                    ("returned", "Returned"),
                                ],
                                max_length=10,
                                verbose_name="what happened",
                            ),
                        ),
                        ("on", models.DateField(null=True, verbose_name="day")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, null=True, verbose_name="amount"
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=200, verbose_name="reason"),
                        ),
                        (
                            "standing",
                            models.CharField(
                                choices=[
                                    ("taken", "Taken"),
                                    ("unknown", "No payment has this number"),
                                    ("repeated", "Said before"),
                                    ("differs", "Another amount"),
                                    ("out_of_place", "The payment was not with the bank"),
                                ],
                                max_length=14,
                                verbose_name="what was done with it",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="accounting.answerfile",
                            ),
                        ),
                        (
                            "payment",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="accounting.payment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "answer of the bank",
                        "verbose_name_plural": "answers of the bank",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("standing", "taken"), _negated=True),
                                    ("payment__isnull", False),
                                    _connector="OR",
                                ),
                                name="answer_taken_has_its_payment",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("standing", "taken")),
                                fields=("payment", "happened"),
                                name="answer_taken_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaymentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("number", models.CharField(max_length=20, verbose_name="payment number")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("liquidated", "Liquidated"),
                                    ("batched", "In a payment order"),
                                    ("sent", "Sent to the bank"),
                                    ("paid", "Paid"),
                                    ("refused", "Refused by the bank"),
                                    ("returned", "Returned by the bank"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="proposed",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "report_act",
                            models.CharField(
                                max_length=120, verbose_name="act that approves the accounts"
                            ),
                        ),
                        ("report_on", models.DateField(verbose_name="accounts approved on")),
                        (
                            "spend",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                verbose_name="spend admitted in the end",
                            ),
                        ),
                        (
                            "freed",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=12,
                                verbose_name="what the final amount frees",
                            ),
                        ),
                        (
                            "gross",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="gross contribution"
                            ),
                        ),
                        (
                            "not_taxable",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                verbose_name="part for capital goods, or not taxable",
                            ),
                        ),
                        (
                            "taxable",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="taxable"
                            ),
                        ),
                        (
                            "rate_percent",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=5,
                                verbose_name="rate of the withholding",
                            ),
                        ),
                        (
                            "withheld",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="withheld tax"
                            ),
                        ),
                        (
                            "why_no_tax",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="why nothing is withheld"
                            ),
                        ),
                        (
                            "inps",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=12,
                                verbose_name="INPS",
                            ),
                        ),
                        (
                            "inail",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=12,
                                verbose_name="INAIL",
                            ),
                        ),
                        (
                            "building_fund",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=12,
                                verbose_name="building workers' fund",
                            ),
                        ),
                        (
                            "suspended",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=12,
                                verbose_name="suspended under art. 48-bis",
                            ),
                        ),
                        (
                            "net",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="net to pay"
                            ),
                        ),
                        (
                            "beneficiary",
                            models.CharField(
                                max_length=200, verbose_name="name of the beneficiary"
                            ),
                        ),
                        (
                            "nature",
                            models.CharField(
                                max_length=4, verbose_name="nature of the beneficiary"
                            ),
                        ),
                        ("tax_code", models.CharField(max_length=16, verbose_name="tax code")),
                        (
                            "vat_number",
                            models.CharField(blank=True, max_length=11, verbose_name="VAT number"),
                        ),
                        (
                            "iban",
                            models.CharField(
                                max_length=34,
                                validators=[parties.validators.validate_iban],
                                verbose_name="IBAN",
                            ),
                        ),
                        ("holder", models.CharField(max_length=140, verbose_name="account holder")),
                        (
                            "holder_code",
                            models.CharField(
                                max_length=16, verbose_name="tax code of the account holder"
                            ),
                        ),
                        (
                            "street",
                            models.CharField(blank=True, max_length=120, verbose_name="street"),
                        ),
                        (
                            "street_number",
                            models.CharField(
                                blank=True, max_length=12, verbose_name="street number"
                            ),
                        ),
                        (
                            "postcode",
                            models.CharField(blank=True, max_length=5, verbose_name="postcode"),
                        ),
                        (
                            "municipality",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="municipality"
                            ),
                        ),
                        (
                            "province",
                            models.CharField(blank=True, max_length=2, verbose_name="province"),
                        ),
                        ("cup", models.CharField(max_length=15, verbose_name="CUP")),
                        ("cor", models.CharField(blank=True, max_length=12, verbose_name="COR")),
                        (
                            "is_de_minimis",
                            models.BooleanField(
                                default=True, verbose_name="de minimis aid, or no aid"
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(max_length=140, verbose_name="what it is for"),
                        ),
                        (
                            "act_number",
                            models.CharField(
                                blank=True,
                                max_length=60,
                                verbose_name="number of the liquidation act",
                            ),
                        ),
                        (
                            "act_date",
                            models.DateField(
                                blank=True, null=True, verbose_name="date of the liquidation act"
                            ),
                        ),
                        (
                            "paid_on",
                            models.DateField(blank=True, null=True, verbose_name="paid on"),
                        ),
                        (
                            "mandate_number",
                            models.CharField(
                                blank=True, max_length=30, verbose_name="payment mandate"
                            ),
                        ),
                        (
                            "receipt_number",
                            models.CharField(blank=True, max_length=30, verbose_name="receipt"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
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
                            "payee",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parties.party",
                                verbose_name="beneficiary",
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
                                to="accounting.payment",
                            ),
                        ),
                        (
                            "order",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounting.paymentorder",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PaymentMove",
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
                        ("name", models.CharField(max_length=20)),
                        ("source", models.CharField(blank=True, max_length=12)),
                        (
                            "target",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("liquidated", "Liquidated"),
                                    ("batched", "In a payment order"),
                                    ("sent", "Sent to the bank"),
                                    ("paid", "Paid"),
                                    ("refused", "Refused by the bank"),
                                    ("returned", "Returned by the bank"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("at", models.DateTimeField(default=parties.moment.now, editable=False)),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        ("outcomes", models.JSONField(default=list)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "payment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moves",
                                to="accounting.payment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "move of a payment",
                        "verbose_name_plural": "moves of payments",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="PaymentOrderEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("number", models.CharField(max_length=20, verbose_name="order number")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Being put together"),
                                    ("approved", "Approved"),
                                    ("sent", "Sent to the bank"),
                                    ("given_up", "Given up"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "payer_iban",
                            models.CharField(max_length=34, verbose_name="account that pays"),
                        ),
                        (
                            "payer_bic",
                            models.CharField(blank=True, max_length=11, verbose_name="BIC"),
                        ),
                        ("execute_on", models.DateField(verbose_name="day of payment")),
                        (
                            "opened_at",
                            models.DateTimeField(default=parties.moment.now, editable=False),
                        ),
                        (
                            "digest",
                            models.CharField(
                                blank=True,
                                max_length=64,
                                verbose_name="digest of what was approved",
                            ),
                        ),
                        (
                            "file",
                            models.FileField(blank=True, max_length=200, upload_to="orders/%Y/"),
                        ),
                        (
                            "sha256",
                            models.CharField(
                                blank=True, max_length=64, verbose_name="digest (SHA-256)"
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="file made at"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "body",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parties.body",
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
                                to="accounting.paymentorder",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Recovery",
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
                            "number",
                            models.CharField(
                                max_length=20, unique=True, verbose_name="recovery number"
                            ),
                        ),
                        (
                            "state",
                            django_fsm.FSMField(
                                choices=[
                                    ("open", "Asked back"),
                                    ("instalments", "In instalments"),
                                    ("settled", "Returned"),
                                    ("roll", "On the roll"),
                                ],
                                default="open",
                                max_length=11,
                                protected=True,
                                verbose_name="state",
                            ),
                        ),
                        ("debtor", models.CharField(max_length=200, verbose_name="debtor")),
                        ("tax_code", models.CharField(max_length=16, verbose_name="tax code")),
                        ("cause", models.CharField(max_length=300, verbose_name="cause")),
                        ("act_on", models.DateField(verbose_name="date of the act")),
                        (
                            "principal",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="sum to be returned"
                            ),
                        ),
                        (
                            "rate_percent",
                            models.DecimalField(
                                decimal_places=2, max_digits=5, verbose_name="rate in percent"
                            ),
                        ),
                        (
                            "surcharge",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=5,
                                verbose_name="of which surcharge",
                            ),
                        ),
                        ("since", models.DateField(verbose_name="interest from")),
                        ("due_on", models.DateField(verbose_name="to be returned by")),
                        (
                            "planned_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="instalments from"
                            ),
                        ),
                        (
                            "plan_reason",
                            models.CharField(
                                blank=True, max_length=1000, verbose_name="why in instalments"
                            ),
                        ),
                        (
                            "roll_on",
                            models.DateField(blank=True, null=True, verbose_name="enrolled on"),
                        ),
                        (
                            "roll_reference",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="list of the roll"
                            ),
                        ),
                        (
                            "settled_on",
                            models.DateField(blank=True, null=True, verbose_name="returned on"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recoveries",
                                to="workflows.case",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "recovery",
                        "verbose_name_plural": "recoveries",
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("principal__gt", 0),
                                    ("rate_percent__gte", models.F("surcharge")),
                                    ("surcharge__gte", 0),
                                ),
                                name="recovery_of_something_at_a_rate",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("act_on__gte", models.F("since")),
                                    ("due_on__gte", models.F("act_on")),
                                ),
                                name="recovery_days_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["open", "instalments", "settled", "roll"])
                                ),
                                name="recovery_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "roll"), _negated=True),
                                    models.Q(
                                        ("roll_on__isnull", False),
                                        models.Q(("roll_reference", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="recovery_on_the_roll_says_where",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "instalments"), _negated=True),
                                    models.Q(
                                        ("planned_on__isnull", False),
                                        models.Q(("plan_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="recovery_in_instalments_says_why",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "settled"), _negated=True),
                                fields=("case",),
                                name="recovery_one_open_per_case",
                            ),
                        ],
                    },
                    bases=(django_fsm.FSMModelMixin, models.Model),
                ),
                migrations.CreateModel(
                    name="RecoveryEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("number", models.CharField(max_length=20, verbose_name="recovery number")),
                        (
                            "state",
                            django_fsm.FSMField(
                                choices=[
                                    ("open", "Asked back"),
                                    ("instalments", "In instalments"),
                                    ("settled", "Returned"),
                                    ("roll", "On the roll"),
                                ],
                                default="open",
                                max_length=11,
                                protected=True,
                                verbose_name="state",
                            ),
                        ),
                        ("debtor", models.CharField(max_length=200, verbose_name="debtor")),
                        ("tax_code", models.CharField(max_length=16, verbose_name="tax code")),
                        ("cause", models.CharField(max_length=300, verbose_name="cause")),
                        ("act_on", models.DateField(verbose_name="date of the act")),
                        (
                            "principal",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="sum to be returned"
                            ),
                        ),
                        (
                            "rate_percent",
                            models.DecimalField(
                                decimal_places=2, max_digits=5, verbose_name="rate in percent"
                            ),
                        ),
                        (
                            "surcharge",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=5,
                                verbose_name="of which surcharge",
                            ),
                        ),
                        ("since", models.DateField(verbose_name="interest from")),
                        ("due_on", models.DateField(verbose_name="to be returned by")),
                        (
                            "planned_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="instalments from"
                            ),
                        ),
                        (
                            "plan_reason",
                            models.CharField(
                                blank=True, max_length=1000, verbose_name="why in instalments"
                            ),
                        ),
                        (
                            "roll_on",
                            models.DateField(blank=True, null=True, verbose_name="enrolled on"),
                        ),
                        (
                            "roll_reference",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="list of the roll"
                            ),
                        ),
                        (
                            "settled_on",
                            models.DateField(blank=True, null=True, verbose_name="returned on"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
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
                                to="accounting.recovery",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RecoveryInstalment",
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
                        ("due_on", models.DateField(verbose_name="due on")),
                        (
                            "capital",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="capital"
                            ),
                        ),
                        (
                            "interest",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="interest"
                            ),
                        ),
                        (
                            "recovery",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="instalments",
                                to="accounting.recovery",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "instalment",
                        "verbose_name_plural": "instalments",
                        "ordering": ["recovery", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("recovery", "number"), name="instalment_number_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("capital__gt", 0), ("interest__gte", 0)),
                                name="instalment_of_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecoveryReceipt",
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
                        ("on", models.DateField(verbose_name="received on")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="amount"
                            ),
                        ),
                        (
                            "interest",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="of which interest"
                            ),
                        ),
                        (
                            "capital",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="of which capital"
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(max_length=60, verbose_name="collection order"),
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
                            "recovery",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="receipts",
                                to="accounting.recovery",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "receipt of a recovery",
                        "verbose_name_plural": "receipts of recoveries",
                        "ordering": ["on", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "amount",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("interest"), "+", models.F("capital")
                                        ),
                                    ),
                                    ("amount__gt", 0),
                                ),
                                name="receipt_parts_are_the_amount",
                            ),
                            models.UniqueConstraint(
                                fields=("recovery", "reference"), name="receipt_reference_once"
                            ),
                        ],
                    },
                ),
            ]
        ),
        parties.triggers.AddTriggers(
            triggers=[
                (
                    "aidcheck",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounting_aidcheckevent" ("at", "by_id", "case_id", "id", "kind", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "vercor") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."id", NEW."kind", NEW."note", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."vercor"); RETURN NULL;',
                            hash="6e5f6c921ad55a393be847058ed4a5588a98b5d4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_372cb",
                            table="accounting_aidcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "aidcheck",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accounting_aidcheckevent" ("at", "by_id", "case_id", "id", "kind", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "vercor") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."id", NEW."kind", NEW."note", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."vercor"); RETURN NULL;',
                            hash="e9931c9dd229b3af0f196a868994b8ccb2795b92",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_56362",
                            table="accounting_aidcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "aidcheck",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounting_aidcheckevent" ("at", "by_id", "case_id", "id", "kind", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "vercor") VALUES (OLD."at", OLD."by_id", OLD."case_id", OLD."id", OLD."kind", OLD."note", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."vercor"); RETURN NULL;',
                            hash="cef687c6492e21e3117c46836a117346fcab9394",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_21a05",
                            table="accounting_aidcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "aidcheckevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d2e8f50613cd4371bd104fe7d3093d1b406c45e3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_419ef",
                            table="accounting_aidcheckevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "aidregistration",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounting_aidregistrationevent" ("amount", "at", "by_id", "case_id", "code", "id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."amount", NEW."at", NEW."by_id", NEW."case_id", NEW."code", NEW."id", NEW."kind", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source"); RETURN NULL;',
                            hash="bdb6b12f963ca94078077e66ffa350b94d03e8e2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3fbc5",
                            table="accounting_aidregistration",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "aidregistration",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accounting_aidregistrationevent" ("amount", "at", "by_id", "case_id", "code", "id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."amount", NEW."at", NEW."by_id", NEW."case_id", NEW."code", NEW."id", NEW."kind", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source"); RETURN NULL;',
                            hash="380f9aa7e0b62fb03cb6c43cbd7d59d9a84b2a9b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b32c4",
                            table="accounting_aidregistration",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "aidregistration",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounting_aidregistrationevent" ("amount", "at", "by_id", "case_id", "code", "id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (OLD."amount", OLD."at", OLD."by_id", OLD."case_id", OLD."code", OLD."id", OLD."kind", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source"); RETURN NULL;',
                            hash="8de4f43f52098f79e092b6857ea6f0e88de35380",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4dbf3",
                            table="accounting_aidregistration",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "aidregistrationevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="46ec2a3717c09d2277dd1e3738edcbe850d16544",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_eb7ca",
                            table="accounting_aidregistrationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "firmlink",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounting_firmlinkevent" ("at", "by_id", "evidence", "held", "held_code", "holder", "holder_code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "since", "until") VALUES (NEW."at", NEW."by_id", NEW."evidence", NEW."held", NEW."held_code", NEW."holder", NEW."holder_code", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."relation", NEW."since", NEW."until"); RETURN NULL;',
                            hash="ab953e8a1ce46d75d575f46c5053b12296ab53af",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_62296",
                            table="accounting_firmlink",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "firmlink",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accounting_firmlinkevent" ("at", "by_id", "evidence", "held", "held_code", "holder", "holder_code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "since", "until") VALUES (NEW."at", NEW."by_id", NEW."evidence", NEW."held", NEW."held_code", NEW."holder", NEW."holder_code", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."relation", NEW."since", NEW."until"); RETURN NULL;',
                            hash="b3ee0710c9605277d264ebf3d21d874c369a6533",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_84083",
                            table="accounting_firmlink",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "firmlink",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounting_firmlinkevent" ("at", "by_id", "evidence", "held", "held_code", "holder", "holder_code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "since", "until") VALUES (OLD."at", OLD."by_id", OLD."evidence", OLD."held", OLD."held_code", OLD."holder", OLD."holder_code", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."relation", OLD."since", OLD."until"); RETURN NULL;',
                            hash="b438c71da8e4144900c52e8a3d8bc49421140781",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f92a5",
                            table="accounting_firmlink",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "firmlinkevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0699e154ba918953f204fb3a99f98df2db96fe19",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_51a94",
                            table="accounting_firmlinkevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "paymentorder",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounting_paymentorderevent" ("body_id", "digest", "execute_on", "file", "id", "number", "opened_at", "opened_by_id", "payer_bic", "payer_iban", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sha256", "state", "version") VALUES (NEW."body_id", NEW."digest", NEW."execute_on", NEW."file", NEW."id", NEW."number", NEW."opened_at", NEW."opened_by_id", NEW."payer_bic", NEW."payer_iban", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sent_at", NEW."sha256", NEW."state", NEW."version"); RETURN NULL;',
                            hash="a08183f1dfd2d64ab0c4ba8c8653cfbca0418b33",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_321de",
                            table="accounting_paymentorder",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "paymentorder",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accounting_paymentorderevent" ("body_id", "digest", "execute_on", "file", "id", "number", "opened_at", "opened_by_id", "payer_bic", "payer_iban", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sha256", "state", "version") VALUES (NEW."body_id", NEW."digest", NEW."execute_on", NEW."file", NEW."id", NEW."number", NEW."opened_at", NEW."opened_by_id", NEW."payer_bic", NEW."payer_iban", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sent_at", NEW."sha256", NEW."state", NEW."version"); RETURN NULL;',
                            hash="ce34953e4d1cfebdf6b99cb9f9afc9d44fdabf34",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bdbb8",
                            table="accounting_paymentorder",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "paymentorder",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounting_paymentorderevent" ("body_id", "digest", "execute_on", "file", "id", "number", "opened_at", "opened_by_id", "payer_bic", "payer_iban", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sha256", "state", "version") VALUES (OLD."body_id", OLD."digest", OLD."execute_on", OLD."file", OLD."id", OLD."number", OLD."opened_at", OLD."opened_by_id", OLD."payer_bic", OLD."payer_iban", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sent_at", OLD."sha256", OLD."state", OLD."version"); RETURN NULL;',
                            hash="0d2b1086d8c76e08ef91650062287756ec53e509",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_764ee",
                            table="accounting_paymentorder",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "paymentevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a0ccd0481ba418027afea9aae5d43f137da720a5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e1e41",
                            table="accounting_paymentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "payment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounting_paymentevent" ("act_date", "act_number", "beneficiary", "building_fund", "case_id", "cor", "cup", "freed", "gross", "holder", "holder_code", "iban", "id", "inail", "inps", "is_de_minimis", "mandate_number", "municipality", "nature", "net", "not_taxable", "number", "order_id", "paid_on", "payee_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "province", "purpose", "rate_percent", "receipt_number", "report_act", "report_on", "spend", "state", "street", "street_number", "suspended", "tax_code", "taxable", "vat_number", "version", "why_no_tax", "withheld") VALUES (NEW."act_date", NEW."act_number", NEW."beneficiary", NEW."building_fund", NEW."case_id", NEW."cor", NEW."cup", NEW."freed", NEW."gross", NEW."holder", NEW."holder_code", NEW."iban", NEW."id", NEW."inail", NEW."inps", NEW."is_de_minimis", NEW."mandate_number", NEW."municipality", NEW."nature", NEW."net", NEW."not_taxable", NEW."number", NEW."order_id", NEW."paid_on", NEW."payee_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."postcode", NEW."province", NEW."purpose", NEW."rate_percent", NEW."receipt_number", NEW."report_act", NEW."report_on", NEW."spend", NEW."state", NEW."street", NEW."street_number", NEW."suspended", NEW."tax_code", NEW."taxable", NEW."vat_number", NEW."version", NEW."why_no_tax", NEW."withheld"); RETURN NULL;',
                            hash="a8c7bfe5200222e90fc299e4643ec09256459541",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5bb00",
                            table="accounting_payment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "payment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accounting_paymentevent" ("act_date", "act_number", "beneficiary", "building_fund", "case_id", "cor", "cup", "freed", "gross", "holder", "holder_code", "iban", "id", "inail", "inps", "is_de_minimis", "mandate_number", "municipality", "nature", "net", "not_taxable", "number", "order_id", "paid_on", "payee_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "province", "purpose", "rate_percent", "receipt_number", "report_act", "report_on", "spend", "state", "street", "street_number", "suspended", "tax_code", "taxable", "vat_number", "version", "why_no_tax", "withheld") VALUES (NEW."act_date", NEW."act_number", NEW."beneficiary", NEW."building_fund", NEW."case_id", NEW."cor", NEW."cup", NEW."freed", NEW."gross", NEW."holder", NEW."holder_code", NEW."iban", NEW."id", NEW."inail", NEW."inps", NEW."is_de_minimis", NEW."mandate_number", NEW."municipality", NEW."nature", NEW."net", NEW."not_taxable", NEW."number", NEW."order_id", NEW."paid_on", NEW."payee_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."postcode", NEW."province", NEW."purpose", NEW."rate_percent", NEW."receipt_number", NEW."report_act", NEW."report_on", NEW."spend", NEW."state", NEW."street", NEW."street_number", NEW."suspended", NEW."tax_code", NEW."taxable", NEW."vat_number", NEW."version", NEW."why_no_tax", NEW."withheld"); RETURN NULL;',
                            hash="ec8886697ea127fa1e7b430f2c5a1917ecf0f6fd",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9e679",
                            table="accounting_payment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "payment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounting_paymentevent" ("act_date", "act_number", "beneficiary", "building_fund", "case_id", "cor", "cup", "freed", "gross", "holder", "holder_code", "iban", "id", "inail", "inps", "is_de_minimis", "mandate_number", "municipality", "nature", "net", "not_taxable", "number", "order_id", "paid_on", "payee_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "province", "purpose", "rate_percent", "receipt_number", "report_act", "report_on", "spend", "state", "street", "street_number", "suspended", "tax_code", "taxable", "vat_number", "version", "why_no_tax", "withheld") VALUES (OLD."act_date", OLD."act_number", OLD."beneficiary", OLD."building_fund", OLD."case_id", OLD."cor", OLD."cup", OLD."freed", OLD."gross", OLD."holder", OLD."holder_code", OLD."iban", OLD."id", OLD."inail", OLD."inps", OLD."is_de_minimis", OLD."mandate_number", OLD."municipality", OLD."nature", OLD."net", OLD."not_taxable", OLD."number", OLD."order_id", OLD."paid_on", OLD."payee_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."postcode", OLD."province", OLD."purpose", OLD."rate_percent", OLD."receipt_number", OLD."report_act", OLD."report_on", OLD."spend", OLD."state", OLD."street", OLD."street_number", OLD."suspended", OLD."tax_code", OLD."taxable", OLD."vat_number", OLD."version", OLD."why_no_tax", OLD."withheld"); RETURN NULL;',
                            hash="ec196a36b8a461da71e8c49fea7bae70a287b599",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b33c0",
                            table="accounting_payment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "paymentorderevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b35f4911417156d5d100a61701c9d10b4eac9b8f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6e50b",
                            table="accounting_paymentorderevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "recovery",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounting_recoveryevent" ("act_on", "case_id", "cause", "debtor", "due_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_reason", "planned_on", "principal", "rate_percent", "roll_on", "roll_reference", "settled_on", "since", "state", "surcharge", "tax_code", "version") VALUES (NEW."act_on", NEW."case_id", NEW."cause", NEW."debtor", NEW."due_on", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_reason", NEW."planned_on", NEW."principal", NEW."rate_percent", NEW."roll_on", NEW."roll_reference", NEW."settled_on", NEW."since", NEW."state", NEW."surcharge", NEW."tax_code", NEW."version"); RETURN NULL;',
                            hash="77f44100bd3ffbcb2078487abae4f10e55ee3a6d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c2160",
                            table="accounting_recovery",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "recovery",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accounting_recoveryevent" ("act_on", "case_id", "cause", "debtor", "due_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_reason", "planned_on", "principal", "rate_percent", "roll_on", "roll_reference", "settled_on", "since", "state", "surcharge", "tax_code", "version") VALUES (NEW."act_on", NEW."case_id", NEW."cause", NEW."debtor", NEW."due_on", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_reason", NEW."planned_on", NEW."principal", NEW."rate_percent", NEW."roll_on", NEW."roll_reference", NEW."settled_on", NEW."since", NEW."state", NEW."surcharge", NEW."tax_code", NEW."version"); RETURN NULL;',
                            hash="c25beb97eee643b5487ecf60b42ad0bd92545cd1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_14d42",
                            table="accounting_recovery",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "recovery",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounting_recoveryevent" ("act_on", "case_id", "cause", "debtor", "due_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_reason", "planned_on", "principal", "rate_percent", "roll_on", "roll_reference", "settled_on", "since", "state", "surcharge", "tax_code", "version") VALUES (OLD."act_on", OLD."case_id", OLD."cause", OLD."debtor", OLD."due_on", OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan_reason", OLD."planned_on", OLD."principal", OLD."rate_percent", OLD."roll_on", OLD."roll_reference", OLD."settled_on", OLD."since", OLD."state", OLD."surcharge", OLD."tax_code", OLD."version"); RETURN NULL;',
                            hash="55e4c1e2b887c1841400e39b82645bf63979d321",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9c100",
                            table="accounting_recovery",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "recoveryevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ec3f9b18a20395f2347256f94b44992054109237",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_726b8",
                            table="accounting_recoveryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]

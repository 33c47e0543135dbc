import django.db.models.deletion
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
        ("coworking_registry", "0001_initial"),
        ("letters", "0001_initial"),
        ("parties", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("workflows", "0001_initial"),
    ]

    operations = [
        parties.tables.Together(
            operations=[
                migrations.CreateModel(
                    name="ControlSample",
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
                        ("seed", models.CharField(max_length=120, verbose_name="seed")),
                        ("strata", models.JSONField(verbose_name="classes of risk")),
                        ("population", models.JSONField(verbose_name="grants that could be drawn")),
                        ("drawn", models.JSONField(verbose_name="sample")),
                        (
                            "drawn_at",
                            models.DateTimeField(default=parties.moment.now, editable=False),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="control_samples",
                                to="calls.call",
                            ),
                        ),
                        (
                            "minutes",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="letters.letter",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sample of controls",
                        "verbose_name_plural": "samples of controls",
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("seed", ""), _negated=True),
                                name="sample_has_a_seed",
                            ),
                            models.UniqueConstraint(
                                fields=("call", "seed"), name="sample_seed_once_in_a_call"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RentContribution",
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
                            "applicant_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("aspiring", "Person about to start an activity"),
                                    ("professional", "Self-employed professional"),
                                    ("enterprise", "Enterprise"),
                                    ("association", "Association or third-sector body"),
                                ],
                                max_length=14,
                                verbose_name="kind of applicant",
                            ),
                        ),
                        (
                            "employment",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("unemployed", "Unemployed"),
                                    ("employed", "Employed"),
                                    ("self_employed", "Self-employed"),
                                    ("student", "Student"),
                                ],
                                max_length=14,
                                verbose_name="employment",
                            ),
                        ),
                        (
                            "commits_to_vat",
                            models.BooleanField(
                                default=False, verbose_name="commits to open a VAT number"
                            ),
                        ),
                        (
                            "period_from",
                            models.DateField(blank=True, null=True, verbose_name="period from"),
                        ),
                        (
                            "period_to",
                            models.DateField(blank=True, null=True, verbose_name="period to"),
                        ),
                        ("project", models.TextField(blank=True, verbose_name="project")),
                        (
                            "network",
                            models.TextField(
                                blank=True, verbose_name="expected network and collaborations"
                            ),
                        ),
                        (
                            "quote_date",
                            models.DateField(
                                blank=True, null=True, verbose_name="date of the quotation"
                            ),
                        ),
                        (
                            "vat_is_cost",
                            models.BooleanField(
                                default=False, verbose_name="VAT cannot be recovered"
                            ),
                        ),
                        (
                            "other_aid",
                            models.BooleanField(
                                default=False, verbose_name="other contributions on the same spend"
                            ),
                        ),
                        (
                            "other_aid_detail",
                            models.TextField(blank=True, verbose_name="which contributions"),
                        ),
                        (
                            "declarations",
                            models.JSONField(default=list, verbose_name="declarations made"),
                        ),
                        (
                            "requested",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution requested",
                            ),
                        ),
                        (
                            "proposed",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution proposed",
                            ),
                        ),
                        (
                            "offered",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="partial contribution offered",
                            ),
                        ),
                        (
                            "granted",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution granted",
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
                        ),
                        (
                            "spend_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="expenses admitted until"
                            ),
                        ),
                        (
                            "report_until",
                            models.DateField(blank=True, null=True, verbose_name="report by"),
                        ),
                        ("cup", models.CharField(blank=True, max_length=15, verbose_name="CUP")),
                        ("cor", models.CharField(blank=True, max_length=12, verbose_name="COR")),
                        (
                            "space",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contributions",
                                to="coworking_registry.space",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "coworking contribution",
                        "verbose_name_plural": "coworking contributions",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("requested__isnull", True),
                                    ("requested__gt", 0),
                                    _connector="OR",
                                ),
                                name="contribution_requested_positive",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("granted__isnull", True),
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("granted__gt", 0),
                                        ("granted__lte", models.F("proposed")),
                                    ),
                                    _connector="OR",
                                ),
                                name="contribution_granted_is_positive_decided_and_within_proposed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("proposed__isnull", True), ("proposed__gt", 0), _connector="OR"
                                ),
                                name="contribution_proposed_positive",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("offered__isnull", True),
                                    models.Q(
                                        ("offered__gt", 0), ("offered__lt", models.F("proposed"))
                                    ),
                                    _connector="OR",
                                ),
                                name="contribution_offered_in_part",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("period_to__isnull", True),
                                    ("period_to__gte", models.F("period_from")),
                                    _connector="OR",
                                ),
                                name="contribution_period_ends_after_it_starts",
                            ),
                        ],
                    },
                    bases=("workflows.case", models.Model),
                ),
                migrations.CreateModel(
                    name="Acceptance",
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
                        ("starts_on", models.DateField(verbose_name="starts on")),
                        ("due_on", models.DateField(verbose_name="due on")),
                        ("reckoning", models.JSONField(verbose_name="reckoning")),
                        (
                            "has_arrived",
                            models.BooleanField(
                                default=False, verbose_name="the grant has arrived"
                            ),
                        ),
                        (
                            "returned_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="returned at"),
                        ),
                        (
                            "iban",
                            models.CharField(
                                blank=True,
                                max_length=34,
                                validators=[parties.validators.validate_iban],
                                verbose_name="IBAN",
                            ),
                        ),
                        (
                            "holder",
                            models.CharField(
                                blank=True, max_length=140, verbose_name="account holder"
                            ),
                        ),
                        (
                            "holder_code",
                            models.CharField(
                                blank=True,
                                max_length=16,
                                verbose_name="tax code of the account holder",
                            ),
                        ),
                        (
                            "is_dedicated",
                            models.BooleanField(
                                default=False, verbose_name="account dedicated to the contribution"
                            ),
                        ),
                        (
                            "vat_number",
                            models.CharField(
                                blank=True,
                                max_length=11,
                                validators=[parties.validators.validate_vat_number],
                                verbose_name="VAT number opened",
                            ),
                        ),
                        (
                            "asked_again",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="what is to be mended"
                            ),
                        ),
                        (
                            "confirmed_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="confirmed at"
                            ),
                        ),
                        (
                            "lapsed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="lapsed at"),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "deed",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="workflows.document",
                            ),
                        ),
                        (
                            "returned_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "contribution",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acceptance",
                                to="grants.rentcontribution",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "acceptance of a grant",
                        "verbose_name_plural": "acceptances of grants",
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(
                                    ("lapsed_at__isnull", True), ("returned_at__isnull", True)
                                ),
                                fields=["due_on"],
                                name="acceptance_awaited",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("due_on__gte", models.F("starts_on"))),
                                name="acceptance_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("returned_at__isnull", True),
                                    models.Q(
                                        ("deed__isnull", False),
                                        ("is_dedicated", True),
                                        ("lapsed_at__isnull", True),
                                        models.Q(("iban", ""), _negated=True),
                                        models.Q(("holder", ""), _negated=True),
                                        models.Q(("holder_code", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="acceptance_returned_has_deed_and_account",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("confirmed_at__isnull", True),
                                    ("returned_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="acceptance_confirmed_was_returned",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AcceptanceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("starts_on", models.DateField(verbose_name="starts on")),
                        ("due_on", models.DateField(verbose_name="due on")),
                        ("reckoning", models.JSONField(verbose_name="reckoning")),
                        (
                            "has_arrived",
                            models.BooleanField(
                                default=False, verbose_name="the grant has arrived"
                            ),
                        ),
                        (
                            "returned_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="returned at"),
                        ),
                        (
                            "iban",
                            models.CharField(
                                blank=True,
                                max_length=34,
                                validators=[parties.validators.validate_iban],
                                verbose_name="IBAN",
                            ),
                        ),
                        (
                            "holder",
                            models.CharField(
                                blank=True, max_length=140, verbose_name="account holder"
                            ),
                        ),
                        (
                            "holder_code",
                            models.CharField(
                                blank=True,
                                max_length=16,
                                verbose_name="tax code of the account holder",
                            ),
                        ),
                        (
                            "is_dedicated",
                            models.BooleanField(
                                default=False, verbose_name="account dedicated to the contribution"
                            ),
                        ),
                        (
                            "vat_number",
                            models.CharField(
                                blank=True,
                                max_length=11,
                                validators=[parties.validators.validate_vat_number],
                                verbose_name="VAT number opened",
                            ),
                        ),
                        (
                            "asked_again",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="what is to be mended"
                            ),
                        ),
                        (
                            "confirmed_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="confirmed at"
                            ),
                        ),
                        (
                            "lapsed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="lapsed at"),
                        ),
                        (
                            "confirmed_by",
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
                            "deed",
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
                                to="grants.acceptance",
                            ),
                        ),
                        (
                            "returned_by",
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
                            "contribution",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="grants.rentcontribution",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Annulment",
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
                                choices=[("annulment", "Annulment"), ("revocation", "Revocation")],
                                default="annulment",
                                editable=False,
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "public_interest",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="public interest"
                            ),
                        ),
                        (
                            "judgment",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="final judgment that established the crime",
                            ),
                        ),
                        (
                            "cause",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("premium_lost", "Premium stated falsely"),
                                    ("requirements", "Requirements that were lacking"),
                                    ("untrue", "Untrue declaration"),
                                    ("not_realised", "Not carried out, or not reported, in time"),
                                    ("low_spend", "Spend under the minimum"),
                                    ("variation", "Substantial change without authorisation"),
                                    ("cumulation", "Other contributions beyond what is allowed"),
                                    ("duties", "Duties of the call not met"),
                                ],
                                max_length=20,
                                verbose_name="cause",
                            ),
                        ),
                        (
                            "evidence",
                            models.TextField(blank=True, max_length=2000, verbose_name="evidence"),
                        ),
                        (
                            "declaration",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="untrue declaration"
                            ),
                        ),
                        (
                            "extent",
                            models.CharField(
                                blank=True,
                                choices=[("partial", "In part"), ("total", "In full")],
                                max_length=7,
                                verbose_name="extent",
                            ),
                        ),
                        (
                            "amount_before",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution before",
                            ),
                        ),
                        (
                            "amount_after",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution after",
                            ),
                        ),
                        ("granted_on", models.DateField(verbose_name="granted on")),
                        ("started_at", models.DateTimeField(verbose_name="started at")),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="ended at"),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("annulled", "Annulled"),
                                    ("revoked", "Revoked"),
                                    ("dropped", "Dropped"),
                                ],
                                max_length=8,
                                verbose_name="outcome",
                            ),
                        ),
                        (
                            "returned",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="money that came back",
                            ),
                        ),
                        (
                            "aid_reversed",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="aid reversed",
                            ),
                        ),
                        (
                            "premium",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="calls.premium",
                            ),
                        ),
                        (
                            "started_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "contribution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="annulments",
                                to="grants.rentcontribution",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "annulment",
                        "verbose_name_plural": "annulments",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("contribution",),
                                name="one_open_annulment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind", "revocation"),
                                    models.Q(("public_interest", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="annulment_names_the_public_interest",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("amount_before__isnull", True),
                                        ("cause", ""),
                                        ("extent", ""),
                                        ("kind", "annulment"),
                                    ),
                                    models.Q(
                                        ("kind", "revocation"),
                                        models.Q(("cause", ""), _negated=True),
                                        models.Q(("evidence", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="revocation_has_cause_and_evidence",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cause", "premium_lost"), ("premium__isnull", False)),
                                    models.Q(
                                        models.Q(("cause", "premium_lost"), _negated=True),
                                        ("premium__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="lost_premium_is_named",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("amount_after__isnull", True), ("extent", "")),
                                    models.Q(
                                        ("amount_after", 0),
                                        ("amount_before__gt", 0),
                                        ("extent", "total"),
                                    ),
                                    models.Q(
                                        ("amount_after__gt", 0),
                                        ("amount_before__gt", models.F("amount_after")),
                                        ("extent", "partial"),
                                    ),
                                    _connector="OR",
                                ),
                                name="revocation_takes_part_or_all",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("outcome", "")),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        models.Q(("outcome", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="ended_annulment_has_an_outcome",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnnulmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("annulment", "Annulment"), ("revocation", "Revocation")],
                                default="annulment",
                                editable=False,
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "public_interest",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="public interest"
                            ),
                        ),
                        (
                            "judgment",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="final judgment that established the crime",
                            ),
                        ),
                        (
                            "cause",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("premium_lost", "Premium stated falsely"),
                                    ("requirements", "Requirements that were lacking"),
                                    ("untrue", "Untrue declaration"),
                                    ("not_realised", "Not carried out, or not reported, in time"),
                                    ("low_spend", "Spend under the minimum"),
                                    ("variation", "Substantial change without authorisation"),
                                    ("cumulation", "Other contributions beyond what is allowed"),
                                    ("duties", "Duties of the call not met"),
                                ],
                                max_length=20,
                                verbose_name="cause",
                            ),
                        ),
                        (
                            "evidence",
                            models.TextField(blank=True, max_length=2000, verbose_name="evidence"),
                        ),
                        (
                            "declaration",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="untrue declaration"
                            ),
                        ),
                        (
                            "extent",
                            models.CharField(
                                blank=True,
                                choices=[("partial", "In part"), ("total", "In full")],
                                max_length=7,
                                verbose_name="extent",
                            ),
                        ),
                        (
                            "amount_before",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution before",
                            ),
                        ),
                        (
                            "amount_after",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution after",
                            ),
                        ),
                        ("granted_on", models.DateField(verbose_name="granted on")),
                        ("started_at", models.DateTimeField(verbose_name="started at")),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="ended at"),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("annulled", "Annulled"),
                                    ("revoked", "Revoked"),
                                    ("dropped", "Dropped"),
                                ],
                                max_length=8,
                                verbose_name="outcome",
                            ),
                        ),
                        (
                            "returned",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="money that came back",
                            ),
                        ),
                        (
                            "aid_reversed",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="aid reversed",
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
                                to="grants.annulment",
                            ),
                        ),
                        (
                            "premium",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="calls.premium",
                            ),
                        ),
                        (
                            "started_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "contribution",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="grants.rentcontribution",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AnnulmentGround",
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
                        ("text", models.TextField(max_length=2000, verbose_name="reason")),
                        (
                            "memory",
                            models.TextField(blank=True, max_length=4000, verbose_name="memory"),
                        ),
                        (
                            "answer",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="answer to the memory"
                            ),
                        ),
                        (
                            "annulment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="grounds",
                                to="grants.annulment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reason to annul",
                        "verbose_name_plural": "reasons to annul",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="annulment_ground_says_why",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnnulmentGroundEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("text", models.TextField(max_length=2000, verbose_name="reason")),
                        (
                            "memory",
                            models.TextField(blank=True, max_length=4000, verbose_name="memory"),
                        ),
                        (
                            "answer",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="answer to the memory"
                            ),
                        ),
                        (
                            "annulment",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="grants.annulment",
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
                                to="grants.annulmentground",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Ban",
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
                            "tax_code",
                            models.CharField(db_index=True, max_length=16, verbose_name="tax code"),
                        ),
                        (
                            "vat_number",
                            models.CharField(
                                blank=True, db_index=True, max_length=11, verbose_name="VAT number"
                            ),
                        ),
                        ("act_on", models.DateField(verbose_name="date of the act")),
                        ("until", models.DateField(verbose_name="until")),
                        (
                            "contribution",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ban",
                                to="grants.rentcontribution",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ban",
                        "verbose_name_plural": "bans",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("until__gt", models.F("act_on"))),
                                name="ban_ends_after_act",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Change",
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
                                    ("space", "Another space"),
                                    ("period", "Another period"),
                                    ("budget", "Another division of the spend"),
                                    ("extension", "More time for the report"),
                                    ("suspension", "Standing still for some days"),
                                ],
                                max_length=10,
                                verbose_name="what changes",
                            ),
                        ),
                        ("reason", models.TextField(max_length=4000, verbose_name="why")),
                        (
                            "first_day",
                            models.DateField(blank=True, null=True, verbose_name="first day"),
                        ),
                        (
                            "last_day",
                            models.DateField(blank=True, null=True, verbose_name="last day"),
                        ),
                        (
                            "report_until",
                            models.DateField(blank=True, null=True, verbose_name="report by"),
                        ),
                        ("rows", models.JSONField(default=list)),
                        (
                            "asked_on",
                            models.DateField(default=parties.moment.today, verbose_name="asked on"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked for"),
                                    ("authorised", "Authorised"),
                                    ("refused", "Not authorised"),
                                    ("taken_back", "Taken back"),
                                ],
                                default="asked",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "amount_before",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution before",
                            ),
                        ),
                        (
                            "amount_after",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution after",
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
                        ),
                        (
                            "words",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="reasons of the decision"
                            ),
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
                            "protocol",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="workflows.protocolentry",
                            ),
                        ),
                        (
                            "space",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="coworking_registry.space",
                            ),
                        ),
                        (
                            "space_before",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="coworking_registry.space",
                            ),
                        ),
                        (
                            "contribution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="changes",
                                to="grants.rentcontribution",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "change of a grant",
                        "verbose_name_plural": "changes of grants",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="change_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("last_day__isnull", True),
                                    ("last_day__gte", models.F("first_day")),
                                    _connector="OR",
                                ),
                                name="change_days_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("amount_after__isnull", True),
                                    models.Q(
                                        ("amount_after__gt", 0),
                                        ("amount_after__lte", models.F("amount_before")),
                                    ),
                                    _connector="OR",
                                ),
                                name="change_never_raises",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at__isnull", True), ("state", "asked")),
                                    models.Q(
                                        models.Q(("state", "asked"), _negated=True),
                                        ("decided_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="change_decided_has_its_instant",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "refused"), _negated=True),
                                    models.Q(("words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="change_refused_says_why",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "asked")),
                                fields=("contribution",),
                                name="change_one_request_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChangeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("space", "Another space"),
                                    ("period", "Another period"),
                                    ("budget", "Another division of the spend"),
                                    ("extension", "More time for the report"),
                                    ("suspension", "Standing still for some days"),
                                ],
                                max_length=10,
                                verbose_name="what changes",
                            ),
                        ),
                        ("reason", models.TextField(max_length=4000, verbose_name="why")),
                        (
                            "first_day",
                            models.DateField(blank=True, null=True, verbose_name="first day"),
                        ),
                        (
                            "last_day",
                            models.DateField(blank=True, null=True, verbose_name="last day"),
                        ),
                        (
                            "report_until",
                            models.DateField(blank=True, null=True, verbose_name="report by"),
                        ),
                        ("rows", models.JSONField(default=list)),
                        (
                            "asked_on",
                            models.DateField(default=parties.moment.today, verbose_name="asked on"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked for"),
                                    ("authorised", "Authorised"),
                                    ("refused", "Not authorised"),
                                    ("taken_back", "Taken back"),
                                ],
                                default="asked",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "amount_before",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution before",
                            ),
                        ),
                        (
                            "amount_after",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution after",
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
                        ),
                        (
                            "words",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="reasons of the decision"
                            ),
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
                                to="grants.change",
                            ),
                        ),
                        (
                            "protocol",
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
                        (
                            "space",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="coworking_registry.space",
                            ),
                        ),
                        (
                            "space_before",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="coworking_registry.space",
                            ),
                        ),
                        (
                            "contribution",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="grants.rentcontribution",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Control",
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
                        ("why", models.CharField(max_length=300, verbose_name="why it is checked")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "To be done"),
                                    ("told", "Report sent, answer awaited"),
                                    ("closed", "Closed"),
                                ],
                                default="open",
                                max_length=6,
                                verbose_name="state",
                            ),
                        ),
                        ("on", models.DateField(blank=True, null=True, verbose_name="checked on")),
                        (
                            "place",
                            models.CharField(blank=True, max_length=200, verbose_name="place"),
                        ),
                        (
                            "present",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="who was present"
                            ),
                        ),
                        (
                            "findings",
                            models.TextField(
                                blank=True, max_length=6000, verbose_name="what was found"
                            ),
                        ),
                        (
                            "in_order",
                            models.BooleanField(blank=True, null=True, verbose_name="all in order"),
                        ),
                        (
                            "answer_until",
                            models.DateField(blank=True, null=True, verbose_name="answer until"),
                        ),
                        (
                            "answer",
                            models.TextField(
                                blank=True,
                                max_length=6000,
                                verbose_name="what the beneficiary says",
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="answered at"),
                        ),
                        (
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[("regular", "In order"), ("irregular", "Not in order")],
                                max_length=9,
                                verbose_name="result",
                            ),
                        ),
                        (
                            "conclusion",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="conclusion"
                            ),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="closed at"),
                        ),
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
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "protocol",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="workflows.protocolentry",
                            ),
                        ),
                        (
                            "sample",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="controls",
                                to="grants.controlsample",
                            ),
                        ),
                        (
                            "contribution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="controls",
                                to="grants.rentcontribution",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "control",
                        "verbose_name_plural": "controls",
                        "ordering": ["-id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "closed"), _negated=True),
                                fields=("contribution",),
                                name="control_one_open_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "open"),
                                    models.Q(
                                        ("on__isnull", False),
                                        models.Q(("findings", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="control_told_has_findings",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "closed"), _negated=True),
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        models.Q(("result", ""), _negated=True),
                                        models.Q(("conclusion", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="control_closed_has_a_result",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ControlEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("why", models.CharField(max_length=300, verbose_name="why it is checked")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "To be done"),
                                    ("told", "Report sent, answer awaited"),
                                    ("closed", "Closed"),
                                ],
                                default="open",
                                max_length=6,
                                verbose_name="state",
                            ),
                        ),
                        ("on", models.DateField(blank=True, null=True, verbose_name="checked on")),
                        (
                            "place",
                            models.CharField(blank=True, max_length=200, verbose_name="place"),
                        ),
                        (
                            "present",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="who was present"
                            ),
                        ),
                        (
                            "findings",
                            models.TextField(
                                blank=True, max_length=6000, verbose_name="what was found"
                            ),
                        ),
                        (
                            "in_order",
                            models.BooleanField(blank=True, null=True, verbose_name="all in order"),
                        ),
                        (
                            "answer_until",
                            models.DateField(blank=True, null=True, verbose_name="answer until"),
                        ),
                        (
                            "answer",
                            models.TextField(
                                blank=True,
                                max_length=6000,
                                verbose_name="what the beneficiary says",
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="answered at"),
                        ),
                        (
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[("regular", "In order"), ("irregular", "Not in order")],
                                max_length=9,
                                verbose_name="result",
                            ),
                        ),
                        (
                            "conclusion",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="conclusion"
                            ),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="closed at"),
                        ),
                        (
                            "by",
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
                            "closed_by",
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
                                to="grants.control",
                            ),
                        ),
                        (
                            "protocol",
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
                        (
                            "sample",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="grants.controlsample",
                            ),
                        ),
                        (
                            "contribution",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="grants.rentcontribution",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DeclaredAid",
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
                            "contribution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="declared_aids",
                                to="grants.rentcontribution",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "declared aid",
                        "verbose_name_plural": "declared aids",
                        "ordering": ["granted_on", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount__gt", 0)), name="declared_aid_positive"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeclaredAidEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
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
                                to="grants.declaredaid",
                            ),
                        ),
                        (
                            "contribution",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="grants.rentcontribution",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ExpenseReport",
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
                            "activity",
                            models.TextField(
                                blank=True, max_length=6000, verbose_name="what was done"
                            ),
                        ),
                        (
                            "is_commercial",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="commercial activity"
                            ),
                        ),
                        (
                            "capital_spend",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=12,
                                verbose_name="of which capital goods",
                            ),
                        ),
                        (
                            "other_aid",
                            models.BooleanField(
                                default=False, verbose_name="other contributions on the same spend"
                            ),
                        ),
                        (
                            "other_aid_detail",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="which contributions"
                            ),
                        ),
                        (
                            "filed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="filed at"),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
                        ),
                        (
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("whole", "Confirmed"),
                                    ("lowered", "Lowered"),
                                    ("forfeited", "Under the least spend"),
                                ],
                                max_length=9,
                                verbose_name="result",
                            ),
                        ),
                        (
                            "granted",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution granted",
                            ),
                        ),
                        (
                            "planned",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="spend admitted by the grant",
                            ),
                        ),
                        (
                            "spend",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="spend admitted in the end",
                            ),
                        ),
                        (
                            "final",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution due in the end",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
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
                            "protocol",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="workflows.protocolentry",
                            ),
                        ),
                        (
                            "contribution",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="report",
                                to="grants.rentcontribution",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "report of expenses",
                        "verbose_name_plural": "reports of expenses",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("filed_at__isnull", True), ("protocol__isnull", True)
                                    ),
                                    models.Q(
                                        ("filed_at__isnull", False), ("protocol__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="report_filed_has_a_protocol",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", True),
                                        ("final__isnull", True),
                                        ("result", ""),
                                    ),
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("filed_at__isnull", False),
                                        ("final__gte", 0),
                                        ("granted__gte", models.F("final")),
                                        ("planned__gt", 0),
                                        ("spend__gte", 0),
                                        models.Q(("result", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="report_decided_has_amounts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("result", "whole"), _negated=True),
                                    ("final", models.F("granted")),
                                    _connector="OR",
                                ),
                                name="report_whole_is_the_grant",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("result", "forfeited"), _negated=True),
                                    ("final", 0),
                                    _connector="OR",
                                ),
                                name="report_forfeited_is_nothing",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("capital_spend__gte", 0)),
                                name="report_capital_not_negative",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Expense",
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
                            "supplier_name",
                            models.CharField(max_length=200, verbose_name="supplier"),
                        ),
                        (
                            "supplier",
                            models.CharField(
                                max_length=28, verbose_name="VAT number or tax code of the supplier"
                            ),
                        ),
                        (
                            "number",
                            models.CharField(max_length=40, verbose_name="number of the invoice"),
                        ),
                        ("issued_on", models.DateField(verbose_name="date of the invoice")),
                        (
                            "net",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="net amount"
                            ),
                        ),
                        (
                            "vat",
                            models.DecimalField(
                                decimal_places=2, default=0, max_digits=12, verbose_name="VAT"
                            ),
                        ),
                        (
                            "claimed",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="amount claimed"
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(default="EUR", max_length=3, verbose_name="currency"),
                        ),
                        (
                            "credits",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="invoice that it lowers"
                            ),
                        ),
                        (
                            "paid_on",
                            models.DateField(blank=True, null=True, verbose_name="paid on"),
                        ),
                        (
                            "means",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("transfer", "Bank transfer"),
                                    ("direct_debit", "Direct debit"),
                                    ("card", "Payment card"),
                                    ("receipt_order", "Bank receipt order (Ri.Ba.)"),
                                    ("cheque", "Cheque"),
                                    ("cash", "Cash"),
                                    ("compensation", "Compensation between invoices"),
                                ],
                                max_length=13,
                                verbose_name="how it was paid",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="reference of the payment"
                            ),
                        ),
                        (
                            "cup",
                            models.CharField(
                                blank=True, max_length=15, verbose_name="CUP on the invoice"
                            ),
                        ),
                        (
                            "cup_explained",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why it bears no CUP"
                            ),
                        ),
                        ("key_supplier", models.CharField(editable=False, max_length=28)),
                        ("key_number", models.CharField(editable=False, max_length=80)),
                        ("key_year", models.PositiveSmallIntegerField(editable=False)),
                        ("counts", models.BooleanField(default=False, editable=False)),
                        (
                            "admitted",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="amount admitted",
                            ),
                        ),
                        (
                            "cut_reason",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="reason of the cut"
                            ),
                        ),
                        (
                            "invoice",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="workflows.document",
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
                        (
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="expenses",
                                to="grants.expensereport",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "expense",
                        "verbose_name_plural": "expenses",
                        "ordering": ["issued_on", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("counts", True)),
                                fields=("key_supplier", "key_number", "key_year"),
                                name="expense_counts_once",
                            ),
                            models.UniqueConstraint(
                                fields=("report", "key_supplier", "key_number", "key_year"),
                                name="expense_once_in_a_report",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("claimed__gte", 0), ("net__gte", 0), ("vat__gte", 0)
                                ),
                                name="expense_amounts_not_negative",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("credits", ""), ("claimed", 0), _connector="OR"
                                ),
                                name="expense_credit_note_claims_nothing",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("admitted__isnull", True),
                                    models.Q(
                                        ("admitted", models.F("claimed")), ("admitted__gte", 0)
                                    ),
                                    models.Q(
                                        ("admitted__gte", 0),
                                        ("admitted__lt", models.F("claimed")),
                                        models.Q(("cut_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="expense_cut_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExpenseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "supplier_name",
                            models.CharField(max_length=200, verbose_name="supplier"),
                        ),
                        (
                            "supplier",
                            models.CharField(
                                max_length=28, verbose_name="VAT number or tax code of the supplier"
                            ),
                        ),
                        (
                            "number",
                            models.CharField(max_length=40, verbose_name="number of the invoice"),
                        ),
                        ("issued_on", models.DateField(verbose_name="date of the invoice")),
                        (
                            "net",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="net amount"
                            ),
                        ),
                        (
                            "vat",
                            models.DecimalField(
                                decimal_places=2, default=0, max_digits=12, verbose_name="VAT"
                            ),
                        ),
                        (
                            "claimed",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="amount claimed"
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(default="EUR", max_length=3, verbose_name="currency"),
                        ),
                        (
                            "credits",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="invoice that it lowers"
                            ),
                        ),
                        (
                            "paid_on",
                            models.DateField(blank=True, null=True, verbose_name="paid on"),
                        ),
                        (
                            "means",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("transfer", "Bank transfer"),
                                    ("direct_debit", "Direct debit"),
                                    ("card", "Payment card"),
                                    ("receipt_order", "Bank receipt order (Ri.Ba.)"),
                                    ("cheque", "Cheque"),
                                    ("cash", "Cash"),
                                    ("compensation", "Compensation between invoices"),
                                ],
                                max_length=13,
                                verbose_name="how it was paid",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="reference of the payment"
                            ),
                        ),
                        (
                            "cup",
                            models.CharField(
                                blank=True, max_length=15, verbose_name="CUP on the invoice"
                            ),
                        ),
                        (
                            "cup_explained",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why it bears no CUP"
                            ),
                        ),
                        ("key_supplier", models.CharField(editable=False, max_length=28)),
                        ("key_number", models.CharField(editable=False, max_length=80)),
                        ("key_year", models.PositiveSmallIntegerField(editable=False)),
                        ("counts", models.BooleanField(default=False, editable=False)),
                        (
                            "admitted",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="amount admitted",
                            ),
                        ),
                        (
                            "cut_reason",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="reason of the cut"
                            ),
                        ),
                        (
                            "invoice",
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
                                to="grants.expense",
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
                            "report",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="grants.expensereport",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ExpenseReportEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "activity",
                            models.TextField(
                                blank=True, max_length=6000, verbose_name="what was done"
                            ),
                        ),
                        (
                            "is_commercial",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="commercial activity"
                            ),
                        ),
                        (
                            "capital_spend",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=12,
                                verbose_name="of which capital goods",
                            ),
                        ),
                        (
                            "other_aid",
                            models.BooleanField(
                                default=False, verbose_name="other contributions on the same spend"
                            ),
                        ),
                        (
                            "other_aid_detail",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="which contributions"
                            ),
                        ),
                        (
                            "filed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="filed at"),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
                        ),
                        (
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("whole", "Confirmed"),
                                    ("lowered", "Lowered"),
                                    ("forfeited", "Under the least spend"),
                                ],
                                max_length=9,
                                verbose_name="result",
                            ),
                        ),
                        (
                            "granted",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution granted",
                            ),
                        ),
                        (
                            "planned",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="spend admitted by the grant",
                            ),
                        ),
                        (
                            "spend",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="spend admitted in the end",
                            ),
                        ),
                        (
                            "final",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution due in the end",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
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
                                to="grants.expensereport",
                            ),
                        ),
                        (
                            "protocol",
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
                        (
                            "contribution",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="grants.rentcontribution",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RefusalGround",
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
                        ("rule", models.CharField(max_length=20, verbose_name="rule")),
                        ("text", models.TextField(max_length=2000, verbose_name="reason")),
                        (
                            "observation",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="observation"
                            ),
                        ),
                        (
                            "answer",
                            models.TextField(
                                blank=True,
                                max_length=4000,
                                verbose_name="answer to the observation",
                            ),
                        ),
                        ("upheld", models.BooleanField(default=True, verbose_name="still stands")),
                        (
                            "document",
                            models.SlugField(
                                blank=True, max_length=40, verbose_name="missing document"
                            ),
                        ),
                        (
                            "told_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="told at"),
                        ),
                        (
                            "from_observations",
                            models.BooleanField(
                                default=False, verbose_name="from the observations"
                            ),
                        ),
                        ("is_past", models.BooleanField(default=False, editable=False)),
                        (
                            "contribution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="refusal_grounds",
                                to="grants.rentcontribution",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reason against",
                        "verbose_name_plural": "reasons against",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="refusal_ground_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_observations", False),
                                    ("told_at__isnull", True),
                                    _connector="OR",
                                ),
                                name="refusal_ground_from_observations_was_not_told",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RefusalGroundEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("rule", models.CharField(max_length=20, verbose_name="rule")),
                        ("text", models.TextField(max_length=2000, verbose_name="reason")),
                        (
                            "observation",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="observation"
                            ),
                        ),
                        (
                            "answer",
                            models.TextField(
                                blank=True,
                                max_length=4000,
                                verbose_name="answer to the observation",
                            ),
                        ),
                        ("upheld", models.BooleanField(default=True, verbose_name="still stands")),
                        (
                            "document",
                            models.SlugField(
                                blank=True,
                                db_index=False,
                                max_length=40,
                                verbose_name="missing document",
                            ),
                        ),
                        (
                            "told_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="told at"),
                        ),
                        (
                            "from_observations",
                            models.BooleanField(
                                default=False, verbose_name="from the observations"
                            ),
                        ),
                        ("is_past", models.BooleanField(default=False, editable=False)),
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
                                to="grants.refusalground",
                            ),
                        ),
                        (
                            "contribution",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="grants.rentcontribution",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Revocation",
                    fields=[],
                    options={
                        "verbose_name": "revocation",
                        "verbose_name_plural": "revocations",
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("grants.annulment",),
                ),
                migrations.CreateModel(
                    name="RentContributionEvent",
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
                            "applicant_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("aspiring", "Person about to start an activity"),
                                    ("professional", "Self-employed professional"),
                                    ("enterprise", "Enterprise"),
                                    ("association", "Association or third-sector body"),
                                ],
                                max_length=14,
                                verbose_name="kind of applicant",
                            ),
                        ),
                        (
                            "employment",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("unemployed", "Unemployed"),
                                    ("employed", "Employed"),
                                    ("self_employed", "Self-employed"),
                                    ("student", "Student"),
                                ],
                                max_length=14,
                                verbose_name="employment",
                            ),
                        ),
                        (
                            "commits_to_vat",
                            models.BooleanField(
                                default=False, verbose_name="commits to open a VAT number"
                            ),
                        ),
                        (
                            "period_from",
                            models.DateField(blank=True, null=True, verbose_name="period from"),
                        ),
                        (
                            "period_to",
                            models.DateField(blank=True, null=True, verbose_name="period to"),
                        ),
                        ("project", models.TextField(blank=True, verbose_name="project")),
                        (
                            "network",
                            models.TextField(
                                blank=True, verbose_name="expected network and collaborations"
                            ),
                        ),
                        (
                            "quote_date",
                            models.DateField(
                                blank=True, null=True, verbose_name="date of the quotation"
                            ),
                        ),
                        (
                            "vat_is_cost",
                            models.BooleanField(
                                default=False, verbose_name="VAT cannot be recovered"
                            ),
                        ),
                        (
                            "other_aid",
                            models.BooleanField(
                                default=False, verbose_name="other contributions on the same spend"
                            ),
                        ),
                        (
                            "other_aid_detail",
                            models.TextField(blank=True, verbose_name="which contributions"),
                        ),
                        (
                            "declarations",
                            models.JSONField(default=list, verbose_name="declarations made"),
                        ),
                        (
                            "requested",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution requested",
                            ),
                        ),
                        (
                            "proposed",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution proposed",
                            ),
                        ),
                        (
                            "offered",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="partial contribution offered",
                            ),
                        ),
                        (
                            "granted",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="contribution granted",
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
                        ),
                        (
                            "spend_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="expenses admitted until"
                            ),
                        ),
                        (
                            "report_until",
                            models.DateField(blank=True, null=True, verbose_name="report by"),
                        ),
                        ("cup", models.CharField(blank=True, max_length=15, verbose_name="CUP")),
                        ("cor", models.CharField(blank=True, max_length=12, verbose_name="COR")),
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
                                to="grants.rentcontribution",
                            ),
                        ),
                        (
                            "space",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="coworking_registry.space",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SpendLine",
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
                        ("kind", models.CharField(max_length=24, verbose_name="kind of spend")),
                        (
                            "description",
                            models.CharField(max_length=160, verbose_name="description"),
                        ),
                        ("unit", models.CharField(max_length=12, verbose_name="unit")),
                        (
                            "quantity",
                            models.DecimalField(
                                decimal_places=2, max_digits=8, verbose_name="quantity"
                            ),
                        ),
                        (
                            "unit_price",
                            models.DecimalField(
                                decimal_places=2, max_digits=10, verbose_name="unit price"
                            ),
                        ),
                        (
                            "vat_rate",
                            models.DecimalField(
                                decimal_places=2, max_digits=5, verbose_name="VAT rate in percent"
                            ),
                        ),
                        (
                            "list_price",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=10,
                                null=True,
                                verbose_name="price of the list",
                            ),
                        ),
                        (
                            "admitted",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="spend admitted",
                            ),
                        ),
                        (
                            "cut_reason",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="reason of the cut"
                            ),
                        ),
                        (
                            "contribution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="grants.rentcontribution",
                            ),
                        ),
                        (
                            "price_item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="coworking_registry.priceitem",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "line of spend",
                        "verbose_name_plural": "lines of spend",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("quantity__gt", 0)),
                                name="line_quantity_positive",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("unit_price__gte", 0)),
                                name="line_price_not_negative",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("admitted__isnull", True),
                                    ("admitted__gte", 0),
                                    _connector="OR",
                                ),
                                name="line_admitted_not_negative",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChangedLine",
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
                                decimal_places=2, max_digits=12, verbose_name="spend admitted"
                            ),
                        ),
                        (
                            "change",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="grants.change",
                            ),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="grants.spendline",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "changed line of spend",
                        "verbose_name_plural": "changed lines of spend",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount__gte", 0)),
                                name="changed_line_not_negative",
                            ),
                            models.UniqueConstraint(
                                fields=("change", "line"), name="changed_line_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SpendLineEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("kind", models.CharField(max_length=24, verbose_name="kind of spend")),
                        (
                            "description",
                            models.CharField(max_length=160, verbose_name="description"),
                        ),
                        ("unit", models.CharField(max_length=12, verbose_name="unit")),
                        (
                            "quantity",
                            models.DecimalField(
                                decimal_places=2, max_digits=8, verbose_name="quantity"
                            ),
                        ),
                        (
                            "unit_price",
                            models.DecimalField(
                                decimal_places=2, max_digits=10, verbose_name="unit price"
                            ),
                        ),
                        (
                            "vat_rate",
                            models.DecimalField(
                                decimal_places=2, max_digits=5, verbose_name="VAT rate in percent"
                            ),
                        ),
                        (
                            "list_price",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=10,
                                null=True,
                                verbose_name="price of the list",
                            ),
                        ),
                        (
                            "admitted",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="spend admitted",
                            ),
                        ),
                        (
                            "cut_reason",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="reason of the cut"
                            ),
                        ),
                        (
                            "contribution",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="grants.rentcontribution",
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
                                to="grants.spendline",
                            ),
                        ),
                        (
                            "price_item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="coworking_registry.priceitem",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="YearlyPaper",
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
                                    ("certificate", "Certificate of the tax withheld"),
                                    ("statement", "Statement of the sums received"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        (
                            "tax_code",
                            models.CharField(
                                max_length=16, verbose_name="tax code of the beneficiary"
                            ),
                        ),
                        (
                            "gross",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="gross contribution"
                            ),
                        ),
                        (
                            "taxable",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="taxable"
                            ),
                        ),
                        (
                            "withheld",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="withheld tax"
                            ),
                        ),
                        (
                            "net",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="net paid"
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
                            "letter",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="yearly_paper",
                                to="letters.letter",
                            ),
                        ),
                        (
                            "payer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="yearly_papers",
                                to="parties.body",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "yearly paper",
                        "verbose_name_plural": "yearly papers",
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(
                                fields=["year", "kind", "payer", "tax_code"],
                                name="grants_year_year_fa7363_idx",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="YearlyPaperEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("certificate", "Certificate of the tax withheld"),
                                    ("statement", "Statement of the sums received"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        (
                            "tax_code",
                            models.CharField(
                                max_length=16, verbose_name="tax code of the beneficiary"
                            ),
                        ),
                        (
                            "gross",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="gross contribution"
                            ),
                        ),
                        (
                            "taxable",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="taxable"
                            ),
                        ),
                        (
                            "withheld",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="withheld tax"
                            ),
                        ),
                        (
                            "net",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="net paid"
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
                            "letter",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="letters.letter",
                            ),
                        ),
                        (
                            "payer",
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
                                to="grants.yearlypaper",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ]
        ),
        parties.triggers.AddTriggers(
            triggers=[
                (
                    "annulmentground",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_annulmentgroundevent" ("annulment_id", "answer", "id", "memory", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."annulment_id", NEW."answer", NEW."id", NEW."memory", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;',
                            hash="c7c58a34394a4d0c8637505e7d191a1c5c49676a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_942d8",
                            table="grants_annulmentground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "annulmentground",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "grants_annulmentgroundevent" ("annulment_id", "answer", "id", "memory", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."annulment_id", NEW."answer", NEW."id", NEW."memory", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;',
                            hash="954f40d535ba8dce32ea09c955ddac248dd260d8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d8aa5",
                            table="grants_annulmentground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "annulmentground",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_annulmentgroundevent" ("annulment_id", "answer", "id", "memory", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."annulment_id", OLD."answer", OLD."id", OLD."memory", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text"); RETURN NULL;',
                            hash="f6fd16b22ff668fc675a3f60eabe3398a485f7e5",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e41cb",
                            table="grants_annulmentground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "annulmentgroundevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="025b6c3e2556f88dd61e8e56fb199c42f6df76f9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c32ef",
                            table="grants_annulmentgroundevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "expenseevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="085d42e86d9c5277349bd4f079a3a6b761246951",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6b872",
                            table="grants_expenseevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_expenseevent" ("admitted", "claimed", "counts", "credits", "cup", "cup_explained", "currency", "cut_reason", "id", "invoice_id", "issued_on", "key_number", "key_supplier", "key_year", "means", "net", "number", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "reference", "report_id", "supplier", "supplier_name", "vat") VALUES (NEW."admitted", NEW."claimed", NEW."counts", NEW."credits", NEW."cup", NEW."cup_explained", NEW."currency", NEW."cut_reason", NEW."id", NEW."invoice_id", NEW."issued_on", NEW."key_number", NEW."key_supplier", NEW."key_year", NEW."means", NEW."net", NEW."number", NEW."paid_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proof_id", NEW."reference", NEW."report_id", NEW."supplier", NEW."supplier_name", NEW."vat"); RETURN NULL;',
                            hash="e4174fa8ae00c8171223c9067da3f4af91091953",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d253b",
                            table="grants_expense",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "grants_expenseevent" ("admitted", "claimed", "counts", "credits", "cup", "cup_explained", "currency", "cut_reason", "id", "invoice_id", "issued_on", "key_number", "key_supplier", "key_year", "means", "net", "number", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "reference", "report_id", "supplier", "supplier_name", "vat") VALUES (NEW."admitted", NEW."claimed", NEW."counts", NEW."credits", NEW."cup", NEW."cup_explained", NEW."currency", NEW."cut_reason", NEW."id", NEW."invoice_id", NEW."issued_on", NEW."key_number", NEW."key_supplier", NEW."key_year", NEW."means", NEW."net", NEW."number", NEW."paid_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proof_id", NEW."reference", NEW."report_id", NEW."supplier", NEW."supplier_name", NEW."vat"); RETURN NULL;',
                            hash="a354c37947079421fd0bdd92063a8f264a797eb1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e5623",
                            table="grants_expense",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_expenseevent" ("admitted", "claimed", "counts", "credits", "cup", "cup_explained", "currency", "cut_reason", "id", "invoice_id", "issued_on", "key_number", "key_supplier", "key_year", "means", "net", "number", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "reference", "report_id", "supplier", "supplier_name", "vat") VALUES (OLD."admitted", OLD."claimed", OLD."counts", OLD."credits", OLD."cup", OLD."cup_explained", OLD."currency", OLD."cut_reason", OLD."id", OLD."invoice_id", OLD."issued_on", OLD."key_number", OLD."key_supplier", OLD."key_year", OLD."means", OLD."net", OLD."number", OLD."paid_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proof_id", OLD."reference", OLD."report_id", OLD."supplier", OLD."supplier_name", OLD."vat"); RETURN NULL;',
                            hash="6282f89168538be77ab35692a58673d8baba9adb",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_73c60",
                            table="grants_expense",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "rentcontribution",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_rentcontributionevent" ("applicant_kind", "case_ptr_id", "commits_to_vat", "cor", "cup", "decided_at", "declarations", "employment", "granted", "network", "offered", "other_aid", "other_aid_detail", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project", "proposed", "quote_date", "report_until", "requested", "space_id", "spend_until", "vat_is_cost") VALUES (NEW."applicant_kind", NEW."case_ptr_id", NEW."commits_to_vat", NEW."cor", NEW."cup", NEW."decided_at", NEW."declarations", NEW."employment", NEW."granted", NEW."network", NEW."offered", NEW."other_aid", NEW."other_aid_detail", NEW."period_from", NEW."period_to", _pgh_attach_context(), NOW(), \'insert\', NEW."case_ptr_id", NEW."project", NEW."proposed", NEW."quote_date", NEW."report_until", NEW."requested", NEW."space_id", NEW."spend_until", NEW."vat_is_cost"); RETURN NULL;',
                            hash="bd8f11a6e47398270ac9361c53d731f5cf115ba2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_59751",
                            table="grants_rentcontribution",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "rentcontribution",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."applicant_kind" IS DISTINCT FROM (NEW."applicant_kind") OR OLD."case_ptr_id" IS DISTINCT FROM (NEW."case_ptr_id") OR OLD."commits_to_vat" IS DISTINCT FROM (NEW."commits_to_vat") OR OLD."cor" IS DISTINCT FROM (NEW."cor") OR OLD."cup" IS DISTINCT FROM (NEW."cup") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."declarations" IS DISTINCT FROM (NEW."declarations") OR OLD."employment" IS DISTINCT FROM (NEW."employment") OR OLD."granted" IS DISTINCT FROM (NEW."granted") OR OLD."network" IS DISTINCT FROM (NEW."network") OR OLD."offered" IS DISTINCT FROM (NEW."offered") OR OLD."other_aid" IS DISTINCT FROM (NEW."other_aid") OR OLD."other_aid_detail" IS DISTINCT FROM (NEW."other_aid_detail") OR OLD."period_from" IS DISTINCT FROM (NEW."period_from") OR OLD."period_to" IS DISTINCT FROM (NEW."period_to") OR OLD."project" IS DISTINCT FROM (NEW."project") OR OLD."proposed" IS DISTINCT FROM (NEW."proposed") OR OLD."quote_date" IS DISTINCT FROM (NEW."quote_date") OR OLD."report_until" IS DISTINCT FROM (NEW."report_until") OR OLD."requested" IS DISTINCT FROM (NEW."requested") OR OLD."space_id" IS DISTINCT FROM (NEW."space_id") OR OLD."spend_until" IS DISTINCT FROM (NEW."spend_until") OR OLD."vat_is_cost" IS DISTINCT FROM (NEW."vat_is_cost"))',
                            func='INSERT INTO "grants_rentcontributionevent" ("applicant_kind", "case_ptr_id", "commits_to_vat", "cor", "cup", "decided_at", "declarations", "employment", "granted", "network", "offered", "other_aid", "other_aid_detail", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project", "proposed", "quote_date", "report_until", "requested", "space_id", "spend_until", "vat_is_cost") VALUES (NEW."applicant_kind", NEW."case_ptr_id", NEW."commits_to_vat", NEW."cor", NEW."cup", NEW."decided_at", NEW."declarations", NEW."employment", NEW."granted", NEW."network", NEW."offered", NEW."other_aid", NEW."other_aid_detail", NEW."period_from", NEW."period_to", _pgh_attach_context(), NOW(), \'update\', NEW."case_ptr_id", NEW."project", NEW."proposed", NEW."quote_date", NEW."report_until", NEW."requested", NEW."space_id", NEW."spend_until", NEW."vat_is_cost"); RETURN NULL;',
                            hash="662926580900c3e321ba7e102860442eb7d73fb2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_00ed0",
                            table="grants_rentcontribution",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "rentcontribution",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_rentcontributionevent" ("applicant_kind", "case_ptr_id", "commits_to_vat", "cor", "cup", "decided_at", "declarations", "employment", "granted", "network", "offered", "other_aid", "other_aid_detail", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project", "proposed", "quote_date", "report_until", "requested", "space_id", "spend_until", "vat_is_cost") VALUES (OLD."applicant_kind", OLD."case_ptr_id", OLD."commits_to_vat", OLD."cor", OLD."cup", OLD."decided_at", OLD."declarations", OLD."employment", OLD."granted", OLD."network", OLD."offered", OLD."other_aid", OLD."other_aid_detail", OLD."period_from", OLD."period_to", _pgh_attach_context(), NOW(), \'delete\', OLD."case_ptr_id", OLD."project", OLD."proposed", OLD."quote_date", OLD."report_until", OLD."requested", OLD."space_id", OLD."spend_until", OLD."vat_is_cost"); RETURN NULL;',
                            hash="8e07e6e690a697d7dc2cb78ddbfc38158e650d4e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b8f9e",
                            table="grants_rentcontribution",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "refusalgroundevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9535e806d6e97f273ffb7eafdaa4a6db6f6b78b4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ef57b",
                            table="grants_refusalgroundevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "refusalground",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_refusalgroundevent" ("answer", "contribution_id", "document", "from_observations", "id", "is_past", "observation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "text", "told_at", "upheld") VALUES (NEW."answer", NEW."contribution_id", NEW."document", NEW."from_observations", NEW."id", NEW."is_past", NEW."observation", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rule", NEW."text", NEW."told_at", NEW."upheld"); RETURN NULL;',
                            hash="a832efdc4e95c8fb9a7ee093a67b9aaf0a013b2f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_158ab",
                            table="grants_refusalground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "refusalground",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "grants_refusalgroundevent" ("answer", "contribution_id", "document", "from_observations", "id", "is_past", "observation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "text", "told_at", "upheld") VALUES (NEW."answer", NEW."contribution_id", NEW."document", NEW."from_observations", NEW."id", NEW."is_past", NEW."observation", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rule", NEW."text", NEW."told_at", NEW."upheld"); RETURN NULL;',
                            hash="115e55c1ec9cd40583bb2162399109028b9f9321",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e5948",
                            table="grants_refusalground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "refusalground",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_refusalgroundevent" ("answer", "contribution_id", "document", "from_observations", "id", "is_past", "observation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "text", "told_at", "upheld") VALUES (OLD."answer", OLD."contribution_id", OLD."document", OLD."from_observations", OLD."id", OLD."is_past", OLD."observation", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rule", OLD."text", OLD."told_at", OLD."upheld"); RETURN NULL;',
                            hash="37a045da2e185fd69caeb3f29b0424e595a806fa",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d92d3",
                            table="grants_refusalground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "expensereportevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ae0e1f42c1b48a5f1ebb06d92f65c181262a1844",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_31d2e",
                            table="grants_expensereportevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "expensereport",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_expensereportevent" ("activity", "capital_spend", "contribution_id", "decided_at", "decided_by_id", "due_on", "filed_at", "final", "granted", "id", "is_commercial", "other_aid", "other_aid_detail", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "protocol_id", "result", "spend", "version") VALUES (NEW."activity", NEW."capital_spend", NEW."contribution_id", NEW."decided_at", NEW."decided_by_id", NEW."due_on", NEW."filed_at", NEW."final", NEW."granted", NEW."id", NEW."is_commercial", NEW."other_aid", NEW."other_aid_detail", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned", NEW."protocol_id", NEW."result", NEW."spend", NEW."version"); RETURN NULL;',
                            hash="96da3ddaf62aa78e195c096c6e475a30e27cda79",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_43bcd",
                            table="grants_expensereport",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "expensereport",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "grants_expensereportevent" ("activity", "capital_spend", "contribution_id", "decided_at", "decided_by_id", "due_on", "filed_at", "final", "granted", "id", "is_commercial", "other_aid", "other_aid_detail", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "protocol_id", "result", "spend", "version") VALUES (NEW."activity", NEW."capital_spend", NEW."contribution_id", NEW."decided_at", NEW."decided_by_id", NEW."due_on", NEW."filed_at", NEW."final", NEW."granted", NEW."id", NEW."is_commercial", NEW."other_aid", NEW."other_aid_detail", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned", NEW."protocol_id", NEW."result", NEW."spend", NEW."version"); RETURN NULL;',
                            hash="b690203eb43b222ceff58371f6cee2b00d99b817",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_98e1b",
                            table="grants_expensereport",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "expensereport",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_expensereportevent" ("activity", "capital_spend", "contribution_id", "decided_at", "decided_by_id", "due_on", "filed_at", "final", "granted", "id", "is_commercial", "other_aid", "other_aid_detail", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "protocol_id", "result", "spend", "version") VALUES (OLD."activity", OLD."capital_spend", OLD."contribution_id", OLD."decided_at", OLD."decided_by_id", OLD."due_on", OLD."filed_at", OLD."final", OLD."granted", OLD."id", OLD."is_commercial", OLD."other_aid", OLD."other_aid_detail", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."planned", OLD."protocol_id", OLD."result", OLD."spend", OLD."version"); RETURN NULL;',
                            hash="318a279d8af3c81738b3512632c09b3379ad8435",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_dbef9",
                            table="grants_expensereport",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "declaredaidevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="65f387043d5d97031d2bed20c8c5e92a478b4673",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_130de",
                            table="grants_declaredaidevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "declaredaid",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_declaredaidevent" ("amount", "authority", "contribution_id", "granted_on", "id", "measure", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."authority", NEW."contribution_id", NEW."granted_on", NEW."id", NEW."measure", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="ab0f4e1910770cc33b1f37de042214df0bb0e4b5",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d3073",
                            table="grants_declaredaid",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "declaredaid",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "grants_declaredaidevent" ("amount", "authority", "contribution_id", "granted_on", "id", "measure", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."authority", NEW."contribution_id", NEW."granted_on", NEW."id", NEW."measure", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="0aeb5db819327f63587cbe4e6e115cb59c2faff1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_49113",
                            table="grants_declaredaid",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "declaredaid",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_declaredaidevent" ("amount", "authority", "contribution_id", "granted_on", "id", "measure", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."amount", OLD."authority", OLD."contribution_id", OLD."granted_on", OLD."id", OLD."measure", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="0d757b7ef5a2de2afaba86c2a3343606c02300fd",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_20863",
                            table="grants_declaredaid",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "controlevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3fa4420def955031a2f934bdcd8fb4ac981b176b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_713cb",
                            table="grants_controlevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "control",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_controlevent" ("answer", "answer_until", "answered_at", "by_id", "closed_at", "closed_by_id", "conclusion", "contribution_id", "findings", "id", "in_order", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "present", "protocol_id", "result", "sample_id", "state", "why") VALUES (NEW."answer", NEW."answer_until", NEW."answered_at", NEW."by_id", NEW."closed_at", NEW."closed_by_id", NEW."conclusion", NEW."contribution_id", NEW."findings", NEW."id", NEW."in_order", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."present", NEW."protocol_id", NEW."result", NEW."sample_id", NEW."state", NEW."why"); RETURN NULL;',
                            hash="f2db535df909fc3fe7a0b3fe199d35c0f4f2c20e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a9c67",
                            table="grants_control",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "control",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "grants_controlevent" ("answer", "answer_until", "answered_at", "by_id", "closed_at", "closed_by_id", "conclusion", "contribution_id", "findings", "id", "in_order", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "present", "protocol_id", "result", "sample_id", "state", "why") VALUES (NEW."answer", NEW."answer_until", NEW."answered_at", NEW."by_id", NEW."closed_at", NEW."closed_by_id", NEW."conclusion", NEW."contribution_id", NEW."findings", NEW."id", NEW."in_order", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."present", NEW."protocol_id", NEW."result", NEW."sample_id", NEW."state", NEW."why"); RETURN NULL;',
                            hash="c6343df33f5f69eebdb57ad1924fbfbc5a776e34",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cf0cf",
                            table="grants_control",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "control",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_controlevent" ("answer", "answer_until", "answered_at", "by_id", "closed_at", "closed_by_id", "conclusion", "contribution_id", "findings", "id", "in_order", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "present", "protocol_id", "result", "sample_id", "state", "why") VALUES (OLD."answer", OLD."answer_until", OLD."answered_at", OLD."by_id", OLD."closed_at", OLD."closed_by_id", OLD."conclusion", OLD."contribution_id", OLD."findings", OLD."id", OLD."in_order", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."present", OLD."protocol_id", OLD."result", OLD."sample_id", OLD."state", OLD."why"); RETURN NULL;',
                            hash="1e2b416c724bc0bcde2e52787f147a5c8eef7575",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_071c7",
                            table="grants_control",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "changeevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5bc6b26eb1427186cfde9eb674c4322184c8559b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_538d6",
                            table="grants_changeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "change",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_changeevent" ("amount_after", "amount_before", "asked_on", "contribution_id", "decided_at", "decided_by_id", "first_day", "id", "kind", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "reason", "report_until", "rows", "space_before_id", "space_id", "state", "words") VALUES (NEW."amount_after", NEW."amount_before", NEW."asked_on", NEW."contribution_id", NEW."decided_at", NEW."decided_by_id", NEW."first_day", NEW."id", NEW."kind", NEW."last_day", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."protocol_id", NEW."reason", NEW."report_until", NEW."rows", NEW."space_before_id", NEW."space_id", NEW."state", NEW."words"); RETURN NULL;',
                            hash="30da710f699be6f0ac78822bf589ed892400df20",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9d403",
                            table="grants_change",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "change",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "grants_changeevent" ("amount_after", "amount_before", "asked_on", "contribution_id", "decided_at", "decided_by_id", "first_day", "id", "kind", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "reason", "report_until", "rows", "space_before_id", "space_id", "state", "words") VALUES (NEW."amount_after", NEW."amount_before", NEW."asked_on", NEW."contribution_id", NEW."decided_at", NEW."decided_by_id", NEW."first_day", NEW."id", NEW."kind", NEW."last_day", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."protocol_id", NEW."reason", NEW."report_until", NEW."rows", NEW."space_before_id", NEW."space_id", NEW."state", NEW."words"); RETURN NULL;',
                            hash="a0d2e9a57a8e38ca3e2d2a4e90944e9548519e5b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bd4fb",
                            table="grants_change",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "change",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_changeevent" ("amount_after", "amount_before", "asked_on", "contribution_id", "decided_at", "decided_by_id", "first_day", "id", "kind", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "reason", "report_until", "rows", "space_before_id", "space_id", "state", "words") VALUES (OLD."amount_after", OLD."amount_before", OLD."asked_on", OLD."contribution_id", OLD."decided_at", OLD."decided_by_id", OLD."first_day", OLD."id", OLD."kind", OLD."last_day", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."protocol_id", OLD."reason", OLD."report_until", OLD."rows", OLD."space_before_id", OLD."space_id", OLD."state", OLD."words"); RETURN NULL;',
                            hash="4cbb6ff3fb61c1e52e6376a609690693312320f5",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_74b54",
                            table="grants_change",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "annulmentevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3692664435f0d5670d554f3be0d43b2af78c76f5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ab2dc",
                            table="grants_annulmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "annulment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_annulmentevent" ("aid_reversed", "amount_after", "amount_before", "cause", "contribution_id", "declaration", "ended_at", "evidence", "extent", "granted_on", "id", "judgment", "kind", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premium_id", "public_interest", "returned", "started_at", "started_by_id") VALUES (NEW."aid_reversed", NEW."amount_after", NEW."amount_before", NEW."cause", NEW."contribution_id", NEW."declaration", NEW."ended_at", NEW."evidence", NEW."extent", NEW."granted_on", NEW."id", NEW."judgment", NEW."kind", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."premium_id", NEW."public_interest", NEW."returned", NEW."started_at", NEW."started_by_id"); RETURN NULL;',
                            hash="7fbe70f62bba36947ce8407935164d70e1be7ea6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_36d90",
                            table="grants_annulment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "annulment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "grants_annulmentevent" ("aid_reversed", "amount_after", "amount_before", "cause", "contribution_id", "declaration", "ended_at", "evidence", "extent", "granted_on", "id", "judgment", "kind", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premium_id", "public_interest", "returned", "started_at", "started_by_id") VALUES (NEW."aid_reversed", NEW."amount_after", NEW."amount_before", NEW."cause", NEW."contribution_id", NEW."declaration", NEW."ended_at", NEW."evidence", NEW."extent", NEW."granted_on", NEW."id", NEW."judgment", NEW."kind", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."premium_id", NEW."public_interest", NEW."returned", NEW."started_at", NEW."started_by_id"); RETURN NULL;',
                            hash="25221fe2424e04b676f68c2d8be493d6c7c5ee76",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8bfdd",
                            table="grants_annulment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "annulment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_annulmentevent" ("aid_reversed", "amount_after", "amount_before", "cause", "contribution_id", "declaration", "ended_at", "evidence", "extent", "granted_on", "id", "judgment", "kind", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premium_id", "public_interest", "returned", "started_at", "started_by_id") VALUES (OLD."aid_reversed", OLD."amount_after", OLD."amount_before", OLD."cause", OLD."contribution_id", OLD."declaration", OLD."ended_at", OLD."evidence", OLD."extent", OLD."granted_on", OLD."id", OLD."judgment", OLD."kind", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."premium_id", OLD."public_interest", OLD."returned", OLD."started_at", OLD."started_by_id"); RETURN NULL;',
                            hash="8509f16706e8670619ae05d11340440fc77b1d5c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1fca4",
                            table="grants_annulment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "acceptanceevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6d199d9a7e37b7ff1a7cf4d56d97c533071a5d4b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_21435",
                            table="grants_acceptanceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "acceptance",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_acceptanceevent" ("asked_again", "confirmed_at", "confirmed_by_id", "contribution_id", "deed_id", "due_on", "has_arrived", "holder", "holder_code", "iban", "id", "is_dedicated", "lapsed_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckoning", "returned_at", "returned_by_id", "starts_on", "vat_number") VALUES (NEW."asked_again", NEW."confirmed_at", NEW."confirmed_by_id", NEW."contribution_id", NEW."deed_id", NEW."due_on", NEW."has_arrived", NEW."holder", NEW."holder_code", NEW."iban", NEW."id", NEW."is_dedicated", NEW."lapsed_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reckoning", NEW."returned_at", NEW."returned_by_id", NEW."starts_on", NEW."vat_number"); RETURN NULL;',
                            hash="51e7385ed04efb192f4243de4fd01ed82efed0b4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_deb01",
                            table="grants_acceptance",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "acceptance",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "grants_acceptanceevent" ("asked_again", "confirmed_at", "confirmed_by_id", "contribution_id", "deed_id", "due_on", "has_arrived", "holder", "holder_code", "iban", "id", "is_dedicated", "lapsed_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckoning", "returned_at", "returned_by_id", "starts_on", "vat_number") VALUES (NEW."asked_again", NEW."confirmed_at", NEW."confirmed_by_id", NEW."contribution_id", NEW."deed_id", NEW."due_on", NEW."has_arrived", NEW."holder", NEW."holder_code", NEW."iban", NEW."id", NEW."is_dedicated", NEW."lapsed_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reckoning", NEW."returned_at", NEW."returned_by_id", NEW."starts_on", NEW."vat_number"); RETURN NULL;',
                            hash="1201c44bc94ce2c8f18c5decc7a4f4e8002af393",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_60d5b",
                            table="grants_acceptance",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "acceptance",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_acceptanceevent" ("asked_again", "confirmed_at", "confirmed_by_id", "contribution_id", "deed_id", "due_on", "has_arrived", "holder", "holder_code", "iban", "id", "is_dedicated", "lapsed_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckoning", "returned_at", "returned_by_id", "starts_on", "vat_number") VALUES (OLD."asked_again", OLD."confirmed_at", OLD."confirmed_by_id", OLD."contribution_id", OLD."deed_id", OLD."due_on", OLD."has_arrived", OLD."holder", OLD."holder_code", OLD."iban", OLD."id", OLD."is_dedicated", OLD."lapsed_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reckoning", OLD."returned_at", OLD."returned_by_id", OLD."starts_on", OLD."vat_number"); RETURN NULL;',
                            hash="cdcee746db798088ba3a9e570e943e306ecfd53b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_86d68",
                            table="grants_acceptance",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "rentcontributionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5dd7f9acbf292d47a6508b2ac270b744efe70b90",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_503f6",
                            table="grants_rentcontributionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "spendline",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_spendlineevent" ("admitted", "contribution_id", "cut_reason", "description", "id", "kind", "list_price", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_item_id", "quantity", "unit", "unit_price", "vat_rate") VALUES (NEW."admitted", NEW."contribution_id", NEW."cut_reason", NEW."description", NEW."id", NEW."kind", NEW."list_price", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."price_item_id", NEW."quantity", NEW."unit", NEW."unit_price", NEW."vat_rate"); RETURN NULL;',
                            hash="b21c831ca448a587d7f7faebbe0147255972228b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_37208",
                            table="grants_spendline",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "spendline",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "grants_spendlineevent" ("admitted", "contribution_id", "cut_reason", "description", "id", "kind", "list_price", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_item_id", "quantity", "unit", "unit_price", "vat_rate") VALUES (NEW."admitted", NEW."contribution_id", NEW."cut_reason", NEW."description", NEW."id", NEW."kind", NEW."list_price", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."price_item_id", NEW."quantity", NEW."unit", NEW."unit_price", NEW."vat_rate"); RETURN NULL;',
                            hash="8da225573370b21766220fa23d0ee18455fac0f5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_18759",
                            table="grants_spendline",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "spendline",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_spendlineevent" ("admitted", "contribution_id", "cut_reason", "description", "id", "kind", "list_price", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_item_id", "quantity", "unit", "unit_price", "vat_rate") VALUES (OLD."admitted", OLD."contribution_id", OLD."cut_reason", OLD."description", OLD."id", OLD."kind", OLD."list_price", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."price_item_id", OLD."quantity", OLD."unit", OLD."unit_price", OLD."vat_rate"); RETURN NULL;',
                            hash="ce76f54c56ac300d61dc35f9c612c2bf14baadea",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_17f2c",
                            table="grants_spendline",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "spendlineevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b87ab9521099a840ac46ba5a190e18208289983e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3ca50",
                            table="grants_spendlineevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "yearlypaper",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_yearlypaperevent" ("at", "by_id", "gross", "id", "kind", "letter_id", "net", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tax_code", "taxable", "withheld", "year") VALUES (NEW."at", NEW."by_id", NEW."gross", NEW."id", NEW."kind", NEW."letter_id", NEW."net", NEW."payer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."tax_code", NEW."taxable", NEW."withheld", NEW."year"); RETURN NULL;',
                            hash="ab22045b2e1bde224dda15a1a3d87bdace764674",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f9e91",
                            table="grants_yearlypaper",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "yearlypaper",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "grants_yearlypaperevent" ("at", "by_id", "gross", "id", "kind", "letter_id", "net", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tax_code", "taxable", "withheld", "year") VALUES (NEW."at", NEW."by_id", NEW."gross", NEW."id", NEW."kind", NEW."letter_id", NEW."net", NEW."payer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."tax_code", NEW."taxable", NEW."withheld", NEW."year"); RETURN NULL;',
                            hash="2ecacb3b3cf13cf29e2269fa2010e05f901c75f7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_db849",
                            table="grants_yearlypaper",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "yearlypaper",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "grants_yearlypaperevent" ("at", "by_id", "gross", "id", "kind", "letter_id", "net", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tax_code", "taxable", "withheld", "year") VALUES (OLD."at", OLD."by_id", OLD."gross", OLD."id", OLD."kind", OLD."letter_id", OLD."net", OLD."payer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."tax_code", OLD."taxable", OLD."withheld", OLD."year"); RETURN NULL;',
                            hash="ec85441b639e7fd24eea7a97642277600e5e8969",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ea661",
                            table="grants_yearlypaper",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "yearlypaperevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f3be575309caaa0d5279ae592e68fbb3af630e55",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6fbf4",
                            table="grants_yearlypaperevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]

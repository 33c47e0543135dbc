import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import parties.moment
import parties.tables
import parties.triggers
import parties.validators
import workflows.models.drafts


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("calls", "0001_initial"),
        ("letters", "0001_initial"),
        ("parties", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("workflows", "0001_initial"),
    ]

    operations = [
        parties.tables.Together(
            operations=[
                migrations.CreateModel(
                    name="Committee",
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
                            "act_number",
                            models.CharField(max_length=60, verbose_name="number of the act"),
                        ),
                        ("act_date", models.DateField(verbose_name="date of the act")),
                        (
                            "is_blind",
                            models.BooleanField(default=True, verbose_name="blind scoring"),
                        ),
                        (
                            "appointed_at",
                            models.DateTimeField(default=parties.moment.now, editable=False),
                        ),
                        (
                            "appointed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "call",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="committee",
                                to="calls.call",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "committee",
                        "verbose_name_plural": "committees",
                    },
                ),
                migrations.CreateModel(
                    name="Member",
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
                            "function",
                            models.CharField(
                                choices=[
                                    ("president", "President"),
                                    ("member", "Member"),
                                    ("secretary", "Secretary"),
                                    ("substitute", "Substitute"),
                                ],
                                max_length=10,
                                verbose_name="function",
                            ),
                        ),
                        (
                            "tax_code",
                            models.CharField(
                                max_length=16,
                                validators=[parties.validators.validate_person_tax_code],
                                verbose_name="tax code",
                            ),
                        ),
                        (
                            "vat_number",
                            models.CharField(
                                blank=True,
                                max_length=11,
                                validators=[parties.validators.validate_vat_number],
                                verbose_name="VAT number",
                            ),
                        ),
                        (
                            "committee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="evaluation.committee",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="committee_memberships",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "member of a committee",
                        "verbose_name_plural": "members of committees",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("committee", "user"), name="member_once_per_committee"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("function", "president")),
                                fields=("committee",),
                                name="one_president_per_committee",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("function", "secretary")),
                                fields=("committee",),
                                name="one_secretary_per_committee",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "function__in",
                                        ["president", "member", "secretary", "substitute"],
                                    )
                                ),
                                name="member_function_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PremiumCheck",
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
                        ("is_held", models.BooleanField(verbose_name="held on the day of filing")),
                        ("evidence", models.CharField(max_length=400, verbose_name="evidence")),
                        ("at", models.DateTimeField(default=parties.moment.now, editable=False)),
                        (
                            "lost_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="lost at"
                            ),
                        ),
                        (
                            "leaves",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                editable=False,
                                max_digits=14,
                                null=True,
                                verbose_name="left to the file",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="premium_checks",
                                to="workflows.case",
                            ),
                        ),
                        (
                            "premium",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="calls.premium",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "check of a premium",
                        "verbose_name_plural": "checks of premiums",
                        "ordering": ["premium__position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "premium"), name="premium_checked_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("evidence", ""), _negated=True),
                                name="premium_check_has_evidence",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("leaves__isnull", True), ("lost_at__isnull", True)),
                                    models.Q(
                                        ("is_held", False),
                                        ("leaves__gte", 0),
                                        ("lost_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="lost_premium_is_not_held",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PremiumCheckEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("is_held", models.BooleanField(verbose_name="held on the day of filing")),
                        ("evidence", models.CharField(max_length=400, verbose_name="evidence")),
                        ("at", models.DateTimeField(default=parties.moment.now, editable=False)),
                        (
                            "lost_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="lost at"
                            ),
                        ),
                        (
                            "leaves",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                editable=False,
                                max_digits=14,
                                null=True,
                                verbose_name="left to the file",
                            ),
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
                                to="evaluation.premiumcheck",
                            ),
                        ),
                        (
                            "premium",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="calls.premium",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Ranking",
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
                        ("scheme", models.JSONField(verbose_name="rules")),
                        (
                            "seed",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="seed of the draw"
                            ),
                        ),
                        (
                            "endowment",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="endowment"
                            ),
                        ),
                        (
                            "left",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="left over"
                            ),
                        ),
                        (
                            "digest",
                            models.CharField(max_length=64, verbose_name="digest (SHA-256)"),
                        ),
                        (
                            "made_at",
                            models.DateTimeField(
                                default=parties.moment.now, editable=False, verbose_name="made at"
                            ),
                        ),
                        (
                            "approved_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="approved at"
                            ),
                        ),
                        (
                            "act_number",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="number of the act"
                            ),
                        ),
                        (
                            "act_date",
                            models.DateField(blank=True, null=True, verbose_name="date of the act"),
                        ),
                        (
                            "validity_until",
                            models.DateField(editable=False, null=True, verbose_name="good until"),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="published at"
                            ),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "call",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rankings",
                                to="calls.call",
                            ),
                        ),
                        (
                            "letter",
                            models.OneToOneField(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="letters.letter",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "published_by",
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
                        "verbose_name": "ranking",
                        "verbose_name_plural": "rankings",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("approved_at__isnull", True)),
                                fields=("call",),
                                name="one_draft_ranking_per_call",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("approved_at__isnull", False)),
                                fields=("call",),
                                name="one_approved_ranking_per_call",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("approved_at__isnull", True),
                                        ("approved_by__isnull", True),
                                        ("published_at__isnull", True),
                                        ("validity_until__isnull", True),
                                    ),
                                    models.Q(
                                        ("act_date__isnull", False),
                                        ("approved_at__isnull", False),
                                        ("approved_by__isnull", False),
                                        ("validity_until__isnull", False),
                                        models.Q(("act_number", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="ranking_approved_by_an_act",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("endowment__gte", 0),
                                    ("left__gte", 0),
                                    ("left__lte", models.F("endowment")),
                                ),
                                name="ranking_within_the_endowment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("digest__regex", "^[0-9a-f]{64}$")),
                                name="ranking_digest_is_sha256",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RankingRow",
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
                        ("position", models.PositiveIntegerField()),
                        ("place", models.PositiveIntegerField(null=True, verbose_name="place")),
                        (
                            "listed",
                            models.CharField(
                                choices=[
                                    ("A", "Admitted and financed"),
                                    ("B", "Admitted and partly financed"),
                                    ("C", "Admissible, not financed for lack of funds"),
                                    ("D", "Not admissible"),
                                ],
                                max_length=1,
                                verbose_name="list",
                            ),
                        ),
                        ("total", models.PositiveIntegerField(null=True, verbose_name="points")),
                        ("means", models.JSONField(default=list)),
                        (
                            "asked",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="asked"
                            ),
                        ),
                        (
                            "granted",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="granted"
                            ),
                        ),
                        ("tie", models.JSONField(null=True)),
                        ("reasons", models.JSONField(default=list)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ranking_rows",
                                to="workflows.case",
                            ),
                        ),
                        (
                            "ranking",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="evaluation.ranking",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "row of a ranking",
                        "verbose_name_plural": "rows of a ranking",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("ranking", "case"), name="ranked_once"),
                            models.UniqueConstraint(
                                fields=("ranking", "position"), name="ranking_position_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("granted__gte", 0), ("granted__lte", models.F("asked"))
                                ),
                                name="ranked_grant_within_what_was_asked",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("granted", 0), ("listed", "D"), ("place__isnull", True)
                                    ),
                                    models.Q(
                                        ("listed__in", ["A", "B", "C"]), ("place__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="ranked_place_in_lists_a_to_c",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ScrollDown",
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
                        (
                            "act_number",
                            models.CharField(max_length=60, verbose_name="number of the act"),
                        ),
                        ("act_date", models.DateField(verbose_name="date of the act")),
                        (
                            "source",
                            models.CharField(
                                max_length=400, verbose_name="where the money comes from"
                            ),
                        ),
                        (
                            "available",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="available"
                            ),
                        ),
                        (
                            "left",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="left over"
                            ),
                        ),
                        (
                            "digest",
                            models.CharField(max_length=64, verbose_name="digest (SHA-256)"),
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
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="letters.letter",
                            ),
                        ),
                        (
                            "ranking",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scrolls",
                                to="evaluation.ranking",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "scroll-down",
                        "verbose_name_plural": "scroll-downs",
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("ranking", "number"), name="scroll_number_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("left__gte", 0), ("left__lte", models.F("available"))
                                ),
                                name="scroll_within_what_is_available",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ScrollRow",
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
                            "before",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="before"
                            ),
                        ),
                        (
                            "after",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="after"
                            ),
                        ),
                        (
                            "outcomes",
                            models.JSONField(default=list, verbose_name="outcomes of the rules"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scroll_rows",
                                to="workflows.case",
                            ),
                        ),
                        (
                            "scroll",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rows",
                                to="evaluation.scrolldown",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "row of a scroll-down",
                        "verbose_name_plural": "rows of scroll-downs",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("scroll", "case"), name="scrolled_once_per_act"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("after__gt", models.F("before"))),
                                name="scroll_only_raises",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Sitting",
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
                        ("place", models.CharField(max_length=160, verbose_name="venue")),
                        (
                            "opened_at",
                            models.DateTimeField(
                                default=parties.moment.now, editable=False, verbose_name="opened at"
                            ),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="closed at"
                            ),
                        ),
                        ("notes", models.TextField(blank=True, verbose_name="what was discussed")),
                        (
                            "closed_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "committee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sittings",
                                to="evaluation.committee",
                            ),
                        ),
                        (
                            "letter",
                            models.OneToOneField(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="letters.letter",
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
                        "verbose_name": "sitting",
                        "verbose_name_plural": "sittings",
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("committee", "number"),
                                name="sitting_number_once_per_committee",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at__isnull", True)),
                                fields=("committee",),
                                name="one_open_sitting_per_committee",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at__isnull", True), ("closed_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("closed_at__gte", models.F("opened_at")),
                                        ("closed_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="sitting_closed_by_somebody_after_it_opened",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Abstention",
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
                                    ("declared", "Declared by the member"),
                                    ("tax_code", "Same tax code"),
                                    ("vat_number", "Same VAT number"),
                                    ("representation", "Acts, or acted, for the applicant"),
                                    ("space", "Interest in the space that is paid for"),
                                ],
                                max_length=14,
                                verbose_name="how it is known",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=400, verbose_name="reason"),
                        ),
                        ("at", models.DateTimeField(default=parties.moment.now, editable=False)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="abstentions",
                                to="workflows.case",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="abstentions",
                                to="evaluation.member",
                            ),
                        ),
                        (
                            "sitting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="abstentions",
                                to="evaluation.sitting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "abstention",
                        "verbose_name_plural": "abstentions",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("member", "case"), name="abstention_once_per_case"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("reason", ""), ("source", "declared"), _negated=True
                                ),
                                name="declared_abstention_has_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConflictDeclaration",
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
                        ("has_conflicts", models.BooleanField(verbose_name="there are conflicts")),
                        ("at", models.DateTimeField(default=parties.moment.now, editable=False)),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="declarations",
                                to="evaluation.member",
                            ),
                        ),
                        (
                            "sitting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="declarations",
                                to="evaluation.sitting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "declaration on conflicts of interest",
                        "verbose_name_plural": "declarations on conflicts of interest",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("sitting", "member"), name="declaration_once_per_sitting"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ScoreSheet",
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
                            "opened_at",
                            models.DateTimeField(
                                default=parties.moment.now, editable=False, verbose_name="opened at"
                            ),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="closed at"
                            ),
                        ),
                        (
                            "superseded_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="opened again at"
                            ),
                        ),
                        (
                            "superseded_because",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="why it was opened again"
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="score_sheets",
                                to="workflows.case",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sheets",
                                to="evaluation.member",
                            ),
                        ),
                        (
                            "superseded_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "sitting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sheets",
                                to="evaluation.sitting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "scoring sheet",
                        "verbose_name_plural": "scoring sheets",
                        "ordering": ["id"],
                        "indexes": [models.Index(fields=["case", "member"], name="sheet_of_case")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("superseded_at__isnull", True)),
                                fields=("member", "case"),
                                name="one_sheet_per_member_and_case",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("superseded_at__isnull", True),
                                        ("superseded_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("superseded_at__isnull", False),
                                        ("superseded_by__isnull", False),
                                        models.Q(("superseded_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="sheet_opened_again_by_somebody_for_a_reason",
                            ),
                        ],
                    },
                    bases=(workflows.models.drafts.Words, models.Model),
                ),
                migrations.CreateModel(
                    name="Score",
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
                            "points",
                            models.DecimalField(
                                decimal_places=2, max_digits=6, verbose_name="points"
                            ),
                        ),
                        ("reason", models.TextField(verbose_name="reason")),
                        (
                            "criterion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scores",
                                to="calls.criterion",
                            ),
                        ),
                        (
                            "sheet",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scores",
                                to="evaluation.scoresheet",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "score",
                        "verbose_name_plural": "scores",
                        "ordering": ["criterion__position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("sheet", "criterion"), name="score_once_per_criterion"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("points__gte", 0)), name="score_not_negative"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="score_has_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Substitution",
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
                        ("reason", models.CharField(max_length=400, verbose_name="reason")),
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="workflows.case",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replacements",
                                to="evaluation.member",
                            ),
                        ),
                        (
                            "substitute",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="called_in",
                                to="evaluation.member",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "substitution",
                        "verbose_name_plural": "substitutions",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("case__isnull", True)),
                                fields=("member",),
                                name="member_replaced_once",
                            ),
                            models.UniqueConstraint(
                                fields=("member", "case"), name="member_replaced_once_per_case"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("member", models.F("substitute")), _negated=True
                                ),
                                name="substitute_is_another",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="substitution_has_a_reason",
                            ),
                        ],
                    },
                ),
            ]
        ),
        parties.triggers.AddTriggers(
            triggers=[
                (
                    "premiumcheck",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "evaluation_premiumcheckevent" ("at", "by_id", "case_id", "evidence", "id", "is_held", "leaves", "lost_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premium_id") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."evidence", NEW."id", NEW."is_held", NEW."leaves", NEW."lost_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."premium_id"); RETURN NULL;',
                            hash="e6d60ad9a8d9f8cf58ff1f9ac1ecd7c381ec041c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bde34",
                            table="evaluation_premiumcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "premiumcheck",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evaluation_premiumcheckevent" ("at", "by_id", "case_id", "evidence", "id", "is_held", "leaves", "lost_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premium_id") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."evidence", NEW."id", NEW."is_held", NEW."leaves", NEW."lost_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."premium_id"); RETURN NULL;',
                            hash="31cb733b2db8250f7ef9d09b6c724bbc1a0094bc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_80b0c",
                            table="evaluation_premiumcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "premiumcheck",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "evaluation_premiumcheckevent" ("at", "by_id", "case_id", "evidence", "id", "is_held", "leaves", "lost_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premium_id") VALUES (OLD."at", OLD."by_id", OLD."case_id", OLD."evidence", OLD."id", OLD."is_held", OLD."leaves", OLD."lost_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."premium_id"); RETURN NULL;',
                            hash="a9e1d92b454ac4a565d74d0bfffe6457fc9a75dd",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9a67f",
                            table="evaluation_premiumcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "premiumcheckevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bcfeda60a050d539eeed8e352e3ad7f1906ecf6a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3bf46",
                            table="evaluation_premiumcheckevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]

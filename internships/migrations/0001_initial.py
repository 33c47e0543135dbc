import datetime as dt

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
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
                    name="Restricted",
                    fields=[
                        (
                            "case",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="restricted",
                                serialize=False,
                                to="workflows.case",
                            ),
                        ),
                        (
                            "condition",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("E1", "Disabled (L. 68/1999)"),
                                    ("E2", "Disadvantaged (L. 381/1991)"),
                                ],
                                max_length=2,
                                verbose_name="protected condition",
                            ),
                        ),
                        (
                            "details",
                            models.TextField(
                                blank=True,
                                max_length=500,
                                verbose_name="service or list that certifies it",
                            ),
                        ),
                        (
                            "adjustments",
                            models.TextField(
                                blank=True,
                                max_length=1000,
                                verbose_name="what is needed at the interview",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "restricted data",
                        "verbose_name_plural": "restricted data",
                    },
                ),
                migrations.CreateModel(
                    name="InternshipBan",
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
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        (
                            "act_number",
                            models.CharField(max_length=60, verbose_name="number of the act"),
                        ),
                        ("act_date", models.DateField(verbose_name="date of the act")),
                        ("until", models.DateField(verbose_name="until")),
                        ("reason", models.TextField(max_length=1000, verbose_name="reason")),
                        (
                            "added_at",
                            models.DateTimeField(default=parties.moment.now, editable=False),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ban on internships",
                        "verbose_name_plural": "bans on internships",
                        "ordering": ["-until", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("until__gt", models.F("act_date"))),
                                name="internship_ban_ends_after_act",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InternshipBanEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("tax_code", models.CharField(max_length=16, verbose_name="tax code")),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        (
                            "act_number",
                            models.CharField(max_length=60, verbose_name="number of the act"),
                        ),
                        ("act_date", models.DateField(verbose_name="date of the act")),
                        ("until", models.DateField(verbose_name="until")),
                        ("reason", models.TextField(max_length=1000, verbose_name="reason")),
                        (
                            "added_at",
                            models.DateTimeField(default=parties.moment.now, editable=False),
                        ),
                        (
                            "added_by",
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
                                to="internships.internshipban",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PairingRound",
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
                        ("inputs", models.JSONField(verbose_name="what was asked")),
                        ("answer", models.JSONField(verbose_name="what came of it")),
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
                                related_name="pairings",
                                to="calls.call",
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
                    ],
                    options={
                        "verbose_name": "pairing",
                        "verbose_name_plural": "pairings",
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("call", "number"), name="pairing_number_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("approved_at__isnull", True)),
                                fields=("call",),
                                name="one_draft_pairing_per_call",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("approved_at__isnull", True), ("approved_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("act_date__isnull", False),
                                        ("approved_at__isnull", False),
                                        ("approved_by__isnull", False),
                                        models.Q(("act_number", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="pairing_approved_by_an_act",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("digest__regex", "^[0-9a-f]{64}$")),
                                name="pairing_digest_is_sha256",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Promoter",
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
                            models.CharField(
                                blank=True, max_length=80, verbose_name="registration"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="valid to"),
                        ),
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
                            models.CharField(
                                blank=True, max_length=80, verbose_name="registration"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="valid to"),
                        ),
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
                    name="Unit",
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
                        ("key", models.CharField(editable=False, max_length=220)),
                        ("street", models.CharField(max_length=120, verbose_name="street")),
                        ("street_number", models.CharField(max_length=12, verbose_name="number")),
                        (
                            "postcode",
                            models.CharField(
                                max_length=5,
                                validators=[parties.validators.validate_postcode],
                                verbose_name="postcode",
                            ),
                        ),
                        (
                            "municipality",
                            models.CharField(max_length=80, verbose_name="municipality"),
                        ),
                        ("province", models.CharField(max_length=2, verbose_name="province")),
                        (
                            "host",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="units",
                                to="parties.party",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "operating unit",
                        "verbose_name_plural": "operating units",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("host", "key"), name="unit_once_per_host"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HostOffer",
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
                            "host_kind",
                            models.CharField(
                                choices=[
                                    ("enterprise", "Enterprise"),
                                    ("professional", "Self-employed professional"),
                                    ("association", "Association or third-sector body"),
                                    ("public_body", "Public body"),
                                ],
                                max_length=12,
                                verbose_name="kind of host",
                            ),
                        ),
                        (
                            "owners",
                            models.PositiveSmallIntegerField(default=0, verbose_name="owners"),
                        ),
                        (
                            "permanent",
                            models.PositiveIntegerField(default=0, verbose_name="permanent staff"),
                        ),
                        (
                            "members",
                            models.PositiveIntegerField(
                                default=0, verbose_name="working members of a co-operative"
                            ),
                        ),
                        (
                            "apprentices",
                            models.PositiveIntegerField(default=0, verbose_name="apprentices"),
                        ),
                        (
                            "activated",
                            models.PositiveIntegerField(
                                default=0, verbose_name="internships begun in 24 months"
                            ),
                        ),
                        (
                            "hired",
                            models.PositiveIntegerField(default=0, verbose_name="of whom hired"),
                        ),
                        (
                            "is_seasonal",
                            models.BooleanField(default=False, verbose_name="seasonal activity"),
                        ),
                        (
                            "safety_in_order",
                            models.BooleanField(
                                default=False, verbose_name="in order with safety at work"
                            ),
                        ),
                        (
                            "assessed_on",
                            models.DateField(null=True, verbose_name="date of the risk assessment"),
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
                            "disabled_quota",
                            models.CharField(
                                choices=[
                                    ("in_order", "In order"),
                                    ("not_subject", "Not subject to it"),
                                    ("not_in_order", "Not in order"),
                                ],
                                max_length=12,
                                verbose_name="hiring of disabled people",
                            ),
                        ),
                        (
                            "is_insolvent",
                            models.BooleanField(default=False, verbose_name="insolvency procedure"),
                        ),
                        (
                            "insolvency_agreement",
                            models.BooleanField(
                                default=False, verbose_name="union agreement on it"
                            ),
                        ),
                        (
                            "contributions_in_order",
                            models.BooleanField(default=False, verbose_name="DURC in order"),
                        ),
                        (
                            "annual_fee_paid",
                            models.BooleanField(default=False, verbose_name="annual fee paid"),
                        ),
                        (
                            "no_antimafia",
                            models.BooleanField(
                                default=False, verbose_name="no antimafia obstacles"
                            ),
                        ),
                        (
                            "replaces_nobody",
                            models.BooleanField(
                                default=False, verbose_name="the intern replaces nobody"
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=120, verbose_name="title of the position"),
                        ),
                        (
                            "area",
                            models.CharField(
                                choices=[
                                    ("agri_food", "Farming and food"),
                                    ("mechanics", "Mechanics and plant"),
                                    ("textile", "Textiles and fashion"),
                                    ("chemistry", "Chemistry and plastics"),
                                    ("wood", "Wood and furniture"),
                                    ("building", "Building"),
                                    ("energy_waste", "Energy, water and waste"),
                                    ("environment", "Environment and landscape"),
                                    ("trade", "Trade"),
                                    ("transport", "Transport and logistics"),
                                    ("tourism", "Tourism and catering"),
                                    ("digital", "Digital services"),
                                    ("communication", "Communication and marketing"),
                                    ("administration", "Administration and finance"),
                                    ("care", "Education and care"),
                                    ("culture", "Culture and performing arts"),
                                ],
                                max_length=14,
                                verbose_name="area",
                            ),
                        ),
                        (
                            "places",
                            models.PositiveSmallIntegerField(default=1, verbose_name="places"),
                        ),
                        ("activities", models.TextField(verbose_name="activities")),
                        (
                            "skills",
                            models.CharField(blank=True, max_length=300, verbose_name="skills"),
                        ),
                        ("start_from", models.DateField(null=True, verbose_name="start from")),
                        ("start_to", models.DateField(null=True, verbose_name="start to")),
                        (
                            "months",
                            models.PositiveSmallIntegerField(default=1, verbose_name="months"),
                        ),
                        (
                            "contract",
                            models.CharField(max_length=120, verbose_name="collective agreement"),
                        ),
                        (
                            "contract_minutes",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="weekly minutes of the collective agreement"
                            ),
                        ),
                        (
                            "weekly_minutes",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="weekly minutes"
                            ),
                        ),
                        (
                            "daily_minutes",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="most minutes a day"
                            ),
                        ),
                        (
                            "remote_days",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="days a week at a distance"
                            ),
                        ),
                        (
                            "remote_rules",
                            models.TextField(
                                blank=True, verbose_name="how the distance is arranged"
                            ),
                        ),
                        (
                            "allowance",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=8,
                                verbose_name="allowance a month",
                            ),
                        ),
                        (
                            "gives_meals",
                            models.BooleanField(
                                default=False, verbose_name="canteen or meal vouchers"
                            ),
                        ),
                        (
                            "requirements",
                            models.TextField(
                                blank=True, verbose_name="requirements of the candidate"
                            ),
                        ),
                        (
                            "preferences",
                            models.TextField(blank=True, verbose_name="what is welcome"),
                        ),
                        (
                            "needs_surveillance",
                            models.BooleanField(
                                default=False, verbose_name="health surveillance due"
                            ),
                        ),
                        (
                            "equipment",
                            models.TextField(blank=True, verbose_name="protective equipment"),
                        ),
                        (
                            "hiring",
                            models.CharField(
                                choices=[
                                    ("undecided", "Cannot say"),
                                    ("possible", "Possible"),
                                    ("planned", "Planned"),
                                ],
                                default="undecided",
                                max_length=9,
                                verbose_name="hiring afterwards",
                            ),
                        ),
                        ("tutor_name", models.CharField(max_length=120, verbose_name="tutor")),
                        (
                            "tutor_tax_code",
                            models.CharField(
                                db_index=True, max_length=16, verbose_name="tax code of the tutor"
                            ),
                        ),
                        (
                            "tutor_role",
                            models.CharField(max_length=120, verbose_name="role of the tutor"),
                        ),
                        (
                            "tutor_years",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="years of experience"
                            ),
                        ),
                        ("tutor_skills", models.TextField(verbose_name="skills of the tutor")),
                        (
                            "tutor_email",
                            models.EmailField(
                                max_length=254, verbose_name="email address of the tutor"
                            ),
                        ),
                        (
                            "tutor_follows",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="interns followed already"
                            ),
                        ),
                        (
                            "link",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("manages", "Manages a space of the register"),
                                    ("networked", "Is networked with a space of the register"),
                                    ("starting", "Wants to start a space"),
                                    ("developing", "Wants to develop a space"),
                                ],
                                max_length=10,
                                verbose_name="link with coworking",
                            ),
                        ),
                        ("initiative", models.TextField(blank=True, verbose_name="initiative")),
                        (
                            "green_sector",
                            models.CharField(
                                choices=[
                                    ("core", "Core of the green economy"),
                                    ("go_green", "Traditional, can become green"),
                                    ("other", "Other"),
                                ],
                                default="other",
                                max_length=8,
                                verbose_name="sector",
                            ),
                        ),
                        (
                            "green_role",
                            models.CharField(
                                choices=[
                                    ("full", "Green in full"),
                                    ("hybrid", "Partly green"),
                                    ("none", "Not green"),
                                ],
                                default="none",
                                max_length=6,
                                verbose_name="green role",
                            ),
                        ),
                        (
                            "green_percent",
                            models.PositiveSmallIntegerField(
                                default=0,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="share of green hours",
                            ),
                        ),
                        (
                            "green_task",
                            models.TextField(blank=True, verbose_name="green task of the intern"),
                        ),
                        (
                            "has_report",
                            models.BooleanField(
                                default=False, verbose_name="sustainability report"
                            ),
                        ),
                        (
                            "tutor_green_years",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="green experience of the tutor in years"
                            ),
                        ),
                        (
                            "training_hours",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="hours of structured training"
                            ),
                        ),
                        (
                            "declarations",
                            models.JSONField(default=list, verbose_name="declarations made"),
                        ),
                        (
                            "admitted_places",
                            models.PositiveSmallIntegerField(
                                null=True, verbose_name="places admitted"
                            ),
                        ),
                        (
                            "counted_staff",
                            models.PositiveIntegerField(
                                null=True, verbose_name="staff that counts"
                            ),
                        ),
                        (
                            "base_quota",
                            models.PositiveIntegerField(null=True, verbose_name="basic quota"),
                        ),
                        (
                            "premium_quota",
                            models.PositiveIntegerField(null=True, verbose_name="premium quota"),
                        ),
                        (
                            "green_score",
                            models.PositiveSmallIntegerField(null=True, verbose_name="green score"),
                        ),
                        ("published_on", models.DateField(null=True, verbose_name="published on")),
                        ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
                        (
                            "space",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="internship_offers",
                                to="coworking_registry.space",
                                verbose_name="coworking space",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="offers",
                                to="internships.unit",
                                verbose_name="operating unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "internship offer",
                        "verbose_name_plural": "internship offers",
                        "indexes": [
                            models.Index(
                                fields=["published_on", "case_ptr"], name="offer_published"
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.search.SearchVector(
                                    "title", "skills", "activities", config="italian"
                                ),
                                name="offer_words",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("places__gte", 1)), name="offer_has_a_place"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("admitted_places__isnull", True),
                                    models.Q(
                                        ("admitted_places__gte", 1),
                                        ("admitted_places__lte", models.F("places")),
                                    ),
                                    _connector="OR",
                                ),
                                name="offer_admitted_within_asked",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("start_to__isnull", True),
                                    ("start_to__gte", models.F("start_from")),
                                    _connector="OR",
                                ),
                                name="offer_starts_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("published_on__isnull", True),
                                    ("admitted_places__isnull", False),
                                    _connector="OR",
                                ),
                                name="offer_published_has_places",
                            ),
                        ],
                    },
                    bases=("workflows.case", models.Model),
                ),
                migrations.CreateModel(
                    name="Candidacy",
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
                            "code",
                            models.CharField(
                                blank=True,
                                max_length=20,
                                null=True,
                                unique=True,
                                verbose_name="code",
                            ),
                        ),
                        (
                            "condition",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("A", "Unemployed, with a declaration of availability"),
                                    ("B", "On income support, still employed"),
                                    ("C", "Employed and at risk of losing the job"),
                                    ("D", "Employed and looking for another job"),
                                    ("F", "Student, for the summer"),
                                ],
                                max_length=2,
                                verbose_name="condition",
                            ),
                        ),
                        (
                            "evidence_number",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="number of the evidence"
                            ),
                        ),
                        (
                            "evidence_on",
                            models.DateField(null=True, verbose_name="date of the evidence"),
                        ),
                        (
                            "job_centre",
                            models.CharField(blank=True, max_length=120, verbose_name="job centre"),
                        ),
                        (
                            "support",
                            models.CharField(
                                choices=[
                                    ("none", "None"),
                                    ("naspi", "NASpI"),
                                    ("wage", "Wage support"),
                                    ("other", "Another one"),
                                ],
                                default="none",
                                max_length=5,
                                verbose_name="income support",
                            ),
                        ),
                        (
                            "support_until",
                            models.DateField(null=True, verbose_name="income support until"),
                        ),
                        (
                            "schooling_done",
                            models.BooleanField(
                                default=False, verbose_name="compulsory schooling done"
                            ),
                        ),
                        (
                            "is_neet",
                            models.BooleanField(
                                default=False, verbose_name="neither in work nor in education"
                            ),
                        ),
                        (
                            "needs_permit",
                            models.BooleanField(
                                default=False, verbose_name="needs a permit of stay"
                            ),
                        ),
                        (
                            "permit_until",
                            models.DateField(null=True, verbose_name="permit valid to"),
                        ),
                        (
                            "is_renewing",
                            models.BooleanField(default=False, verbose_name="renewal asked for"),
                        ),
                        (
                            "guardian",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="parent or guardian"
                            ),
                        ),
                        (
                            "guardian_tax_code",
                            models.CharField(
                                blank=True,
                                max_length=16,
                                verbose_name="tax code of the parent or guardian",
                            ),
                        ),
                        (
                            "education",
                            models.CharField(
                                choices=[
                                    ("lower", "Lower secondary school"),
                                    ("qualification", "Vocational qualification (EQF 3)"),
                                    ("diploma", "Upper secondary school (EQF 4)"),
                                    ("higher", "Higher technical diploma, ITS (EQF 5)"),
                                    ("bachelor", "Bachelor's degree (EQF 6)"),
                                    ("master", "Master's degree (EQF 7)"),
                                    ("doctorate", "Doctorate (EQF 8)"),
                                ],
                                max_length=13,
                                verbose_name="title of study",
                            ),
                        ),
                        (
                            "study_title",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="name of the title"
                            ),
                        ),
                        (
                            "institute",
                            models.CharField(blank=True, max_length=160, verbose_name="institute"),
                        ),
                        ("graduated_on", models.DateField(null=True, verbose_name="graduated on")),
                        (
                            "grade",
                            models.CharField(blank=True, max_length=20, verbose_name="grade"),
                        ),
                        (
                            "languages",
                            models.CharField(blank=True, max_length=300, verbose_name="languages"),
                        ),
                        (
                            "digital",
                            models.CharField(
                                choices=[
                                    ("basic", "Basic"),
                                    ("independent", "Independent"),
                                    ("advanced", "Advanced"),
                                    ("expert", "Specialised"),
                                ],
                                max_length=11,
                                verbose_name="digital skills",
                            ),
                        ),
                        (
                            "has_licence",
                            models.BooleanField(default=False, verbose_name="driving licence"),
                        ),
                        ("motivation", models.TextField(verbose_name="motivation")),
                        (
                            "available_from",
                            models.DateField(null=True, verbose_name="available from"),
                        ),
                        (
                            "weekly_minutes",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="weekly minutes"
                            ),
                        ),
                        (
                            "mobility_km",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="kilometres from home"
                            ),
                        ),
                        (
                            "has_kinship",
                            models.BooleanField(default=False, verbose_name="related to a host"),
                        ),
                        (
                            "declarations",
                            models.JSONField(default=list, verbose_name="declarations made"),
                        ),
                        ("interview_at", models.DateTimeField(null=True, verbose_name="interview")),
                        ("assigned_on", models.DateField(null=True, verbose_name="assigned on")),
                        (
                            "accepted_at",
                            models.DateTimeField(null=True, verbose_name="accepted at"),
                        ),
                        ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
                        (
                            "placement",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placed",
                                to="internships.hostoffer",
                                verbose_name="placement",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "candidacy",
                        "verbose_name_plural": "candidacies",
                        "indexes": [
                            models.Index(
                                fields=["placement", "case_ptr"], name="candidacy_placement"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("accepted_at__isnull", True),
                                    ("placement__isnull", False),
                                    _connector="OR",
                                ),
                                name="candidacy_accepts_a_placement",
                            )
                        ],
                    },
                    bases=("workflows.case", models.Model),
                ),
                migrations.CreateModel(
                    name="Certificate",
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
                                    ("EMAS", "EMAS"),
                                    ("ISO 14001", "ISO 14001"),
                                    ("organic", "Organic farming"),
                                    ("ISO 50001", "ISO 50001"),
                                    ("B Corp", "B Corp"),
                                    ("other", "Another one"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("number", models.CharField(max_length=60, verbose_name="number")),
                        ("body", models.CharField(max_length=120, verbose_name="issued by")),
                        ("valid_to", models.DateField(verbose_name="valid to")),
                        (
                            "offer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="certificates",
                                to="internships.hostoffer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "certificate",
                        "verbose_name_plural": "certificates",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="Competence",
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
                        ("text", models.CharField(max_length=200, verbose_name="competence")),
                        ("level", models.PositiveSmallIntegerField(verbose_name="EQF level")),
                        (
                            "offer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="competences",
                                to="internships.hostoffer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "competence",
                        "verbose_name_plural": "competences",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("level__gte", 1), ("level__lte", 8)),
                                name="competence_level_one_to_eight",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Dismissal",
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
                        ("dismissed_on", models.DateField(verbose_name="dismissed on")),
                        (
                            "cause",
                            models.CharField(
                                choices=[
                                    ("just_cause", "Just cause"),
                                    ("subjective", "Subjective reason"),
                                    ("objective", "Objective reason"),
                                    ("collective", "Collective dismissal"),
                                    ("illness_term", "Too long an illness"),
                                    ("probation", "Probation not passed"),
                                    ("works_ended", "End of the works"),
                                    ("apprenticeship", "End of an apprenticeship"),
                                ],
                                max_length=14,
                                verbose_name="cause",
                            ),
                        ),
                        ("same_unit", models.BooleanField(verbose_name="same unit")),
                        ("similar_tasks", models.BooleanField(verbose_name="similar tasks")),
                        (
                            "agreement",
                            models.BooleanField(
                                verbose_name="collective agreement or social clause"
                            ),
                        ),
                        (
                            "offer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="dismissals",
                                to="internships.hostoffer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dismissal",
                        "verbose_name_plural": "dismissals",
                        "ordering": ["dismissed_on", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="CandidacyGround",
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
                        (
                            "candidacy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="refusal_grounds",
                                to="internships.candidacy",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reason against a candidacy",
                        "verbose_name_plural": "reasons against a candidacy",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="candidacy_ground_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_observations", False),
                                    ("told_at__isnull", True),
                                    _connector="OR",
                                ),
                                name="candidacy_ground_from_observations_was_not_told",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CandidacyGroundEvent",
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
                        (
                            "candidacy",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.candidacy",
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
                                to="internships.candidacyground",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Experience",
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
                                    ("course", "Course"),
                                    ("work", "Work"),
                                    ("volunteering", "Volunteering"),
                                    ("internship", "Internship"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("what", models.CharField(max_length=160, verbose_name="what")),
                        ("where", models.CharField(max_length=160, verbose_name="where")),
                        ("first_day", models.DateField(verbose_name="first day")),
                        ("last_day", models.DateField(verbose_name="last day")),
                        (
                            "candidacy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="experiences",
                                to="internships.candidacy",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "experience",
                        "verbose_name_plural": "experiences",
                        "ordering": ["-first_day", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("last_day__gte", models.F("first_day"))),
                                name="experience_ends_after_it_starts",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExperienceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("course", "Course"),
                                    ("work", "Work"),
                                    ("volunteering", "Volunteering"),
                                    ("internship", "Internship"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("what", models.CharField(max_length=160, verbose_name="what")),
                        ("where", models.CharField(max_length=160, verbose_name="where")),
                        ("first_day", models.DateField(verbose_name="first day")),
                        ("last_day", models.DateField(verbose_name="last day")),
                        (
                            "candidacy",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.candidacy",
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
                                to="internships.experience",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HostChoice",
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
                        ("rank", models.PositiveSmallIntegerField(verbose_name="rank")),
                        (
                            "candidacy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="host_choices",
                                to="internships.candidacy",
                            ),
                        ),
                        (
                            "offer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="choices",
                                to="internships.hostoffer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "candidate named by a host",
                        "verbose_name_plural": "candidates named by hosts",
                        "ordering": ["rank", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("offer", "candidacy"), name="named_once_an_offer"
                            ),
                            models.UniqueConstraint(
                                fields=("offer", "rank"), name="one_named_a_rank"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HostChoiceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("rank", models.PositiveSmallIntegerField(verbose_name="rank")),
                        (
                            "candidacy",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.candidacy",
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
                                to="internships.hostchoice",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DismissalEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("dismissed_on", models.DateField(verbose_name="dismissed on")),
                        (
                            "cause",
                            models.CharField(
                                choices=[
                                    ("just_cause", "Just cause"),
                                    ("subjective", "Subjective reason"),
                                    ("objective", "Objective reason"),
                                    ("collective", "Collective dismissal"),
                                    ("illness_term", "Too long an illness"),
                                    ("probation", "Probation not passed"),
                                    ("works_ended", "End of the works"),
                                    ("apprenticeship", "End of an apprenticeship"),
                                ],
                                max_length=14,
                                verbose_name="cause",
                            ),
                        ),
                        ("same_unit", models.BooleanField(verbose_name="same unit")),
                        ("similar_tasks", models.BooleanField(verbose_name="similar tasks")),
                        (
                            "agreement",
                            models.BooleanField(
                                verbose_name="collective agreement or social clause"
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
                                to="internships.dismissal",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CompetenceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("text", models.CharField(max_length=200, verbose_name="competence")),
                        ("level", models.PositiveSmallIntegerField(verbose_name="EQF level")),
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
                                to="internships.competence",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CertificateEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("EMAS", "EMAS"),
                                    ("ISO 14001", "ISO 14001"),
                                    ("organic", "Organic farming"),
                                    ("ISO 50001", "ISO 50001"),
                                    ("B Corp", "B Corp"),
                                    ("other", "Another one"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("number", models.CharField(max_length=60, verbose_name="number")),
                        ("body", models.CharField(max_length=120, verbose_name="issued by")),
                        ("valid_to", models.DateField(verbose_name="valid to")),
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
                                to="internships.certificate",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CandidacyEvent",
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
                            "code",
                            models.CharField(
                                blank=True, max_length=20, null=True, verbose_name="code"
                            ),
                        ),
                        (
                            "condition",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("A", "Unemployed, with a declaration of availability"),
                                    ("B", "On income support, still employed"),
                                    ("C", "Employed and at risk of losing the job"),
                                    ("D", "Employed and looking for another job"),
                                    ("F", "Student, for the summer"),
                                ],
                                max_length=2,
                                verbose_name="condition",
                            ),
                        ),
                        (
                            "evidence_number",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="number of the evidence"
                            ),
                        ),
                        (
                            "evidence_on",
                            models.DateField(null=True, verbose_name="date of the evidence"),
                        ),
                        (
                            "job_centre",
                            models.CharField(blank=True, max_length=120, verbose_name="job centre"),
                        ),
                        (
                            "support",
                            models.CharField(
                                choices=[
                                    ("none", "None"),
                                    ("naspi", "NASpI"),
                                    ("wage", "Wage support"),
                                    ("other", "Another one"),
                                ],
                                default="none",
                                max_length=5,
                                verbose_name="income support",
                            ),
                        ),
                        (
                            "support_until",
                            models.DateField(null=True, verbose_name="income support until"),
                        ),
                        (
                            "schooling_done",
                            models.BooleanField(
                                default=False, verbose_name="compulsory schooling done"
                            ),
                        ),
                        (
                            "is_neet",
                            models.BooleanField(
                                default=False, verbose_name="neither in work nor in education"
                            ),
                        ),
                        (
                            "needs_permit",
                            models.BooleanField(
                                default=False, verbose_name="needs a permit of stay"
                            ),
                        ),
                        (
                            "permit_until",
                            models.DateField(null=True, verbose_name="permit valid to"),
                        ),
                        (
                            "is_renewing",
                            models.BooleanField(default=False, verbose_name="renewal asked for"),
                        ),
                        (
                            "guardian",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="parent or guardian"
                            ),
                        ),
                        (
                            "guardian_tax_code",
                            models.CharField(
                                blank=True,
                                max_length=16,
                                verbose_name="tax code of the parent or guardian",
                            ),
                        ),
                        (
                            "education",
                            models.CharField(
                                choices=[
                                    ("lower", "Lower secondary school"),
                                    ("qualification", "Vocational qualification (EQF 3)"),
                                    ("diploma", "Upper secondary school (EQF 4)"),
                                    ("higher", "Higher technical diploma, ITS (EQF 5)"),
                                    ("bachelor", "Bachelor's degree (EQF 6)"),
                                    ("master", "Master's degree (EQF 7)"),
                                    ("doctorate", "Doctorate (EQF 8)"),
                                ],
                                max_length=13,
                                verbose_name="title of study",
                            ),
                        ),
                        (
                            "study_title",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="name of the title"
                            ),
                        ),
                        (
                            "institute",
                            models.CharField(blank=True, max_length=160, verbose_name="institute"),
                        ),
                        ("graduated_on", models.DateField(null=True, verbose_name="graduated on")),
                        (
                            "grade",
                            models.CharField(blank=True, max_length=20, verbose_name="grade"),
                        ),
                        (
                            "languages",
                            models.CharField(blank=True, max_length=300, verbose_name="languages"),
                        ),
                        (
                            "digital",
                            models.CharField(
                                choices=[
                                    ("basic", "Basic"),
                                    ("independent", "Independent"),
                                    ("advanced", "Advanced"),
                                    ("expert", "Specialised"),
                                ],
                                max_length=11,
                                verbose_name="digital skills",
                            ),
                        ),
                        (
                            "has_licence",
                            models.BooleanField(default=False, verbose_name="driving licence"),
                        ),
                        ("motivation", models.TextField(verbose_name="motivation")),
                        (
                            "available_from",
                            models.DateField(null=True, verbose_name="available from"),
                        ),
                        (
                            "weekly_minutes",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="weekly minutes"
                            ),
                        ),
                        (
                            "mobility_km",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="kilometres from home"
                            ),
                        ),
                        (
                            "has_kinship",
                            models.BooleanField(default=False, verbose_name="related to a host"),
                        ),
                        (
                            "declarations",
                            models.JSONField(default=list, verbose_name="declarations made"),
                        ),
                        ("interview_at", models.DateTimeField(null=True, verbose_name="interview")),
                        ("assigned_on", models.DateField(null=True, verbose_name="assigned on")),
                        (
                            "accepted_at",
                            models.DateTimeField(null=True, verbose_name="accepted at"),
                        ),
                        ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
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
                                to="internships.candidacy",
                            ),
                        ),
                        (
                            "placement",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.hostoffer",
                                verbose_name="placement",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
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
                        (
                            "title",
                            models.CharField(max_length=120, verbose_name="title of the position"),
                        ),
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
                            models.TextField(
                                blank=True, verbose_name="how the distance is arranged"
                            ),
                        ),
                        (
                            "allowance",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=8,
                                verbose_name="allowance a month",
                            ),
                        ),
                        (
                            "gives_meals",
                            models.BooleanField(
                                default=False, verbose_name="canteen or meal vouchers"
                            ),
                        ),
                        (
                            "payer",
                            models.CharField(
                                choices=[
                                    ("host", "Host"),
                                    ("funder", "Funder"),
                                    ("mixed", "Both in part"),
                                ],
                                default="host",
                                max_length=6,
                                verbose_name="who pays it",
                            ),
                        ),
                        ("objectives", models.TextField(blank=True, verbose_name="objectives")),
                        (
                            "methods",
                            models.TextField(blank=True, verbose_name="methods and monitoring"),
                        ),
                        ("trips", models.TextField(blank=True, verbose_name="trips foreseen")),
                        (
                            "equipment",
                            models.TextField(blank=True, verbose_name="protective equipment"),
                        ),
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
                            models.CharField(
                                blank=True, max_length=60, verbose_name="INAIL position"
                            ),
                        ),
                        (
                            "insurer",
                            models.CharField(blank=True, max_length=120, verbose_name="insurer"),
                        ),
                        (
                            "liability_policy",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="liability policy"
                            ),
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
                        (
                            "trained_on",
                            models.DateField(blank=True, null=True, verbose_name="trained on"),
                        ),
                        (
                            "needs_surveillance",
                            models.BooleanField(
                                default=False, verbose_name="health surveillance due"
                            ),
                        ),
                        (
                            "fit_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="fitness certified on"
                            ),
                        ),
                        (
                            "guardian_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="parent or guardian"
                            ),
                        ),
                        (
                            "minor_authorised",
                            models.BooleanField(
                                default=False, verbose_name="authorised by the guardian"
                            ),
                        ),
                        (
                            "cob_number",
                            models.CharField(
                                blank=True,
                                max_length=40,
                                verbose_name="number of the communication",
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
                        (
                            "ended_on",
                            models.DateField(blank=True, null=True, verbose_name="ended on"),
                        ),
                        (
                            "end_reason",
                            models.TextField(blank=True, verbose_name="why it ended early"),
                        ),
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
                            models.DateField(
                                blank=True, null=True, verbose_name="end communicated on"
                            ),
                        ),
                        (
                            "was_hired",
                            models.BooleanField(default=False, verbose_name="ended by a hire"),
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
                            "promoter",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="internships",
                                to="internships.promoter",
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
                        "indexes": [
                            models.Index(fields=["trainee", "start"], name="internship_trainee"),
                            models.Index(fields=["unit", "start"], name="internship_unit"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("start__isnull", True),
                                    ("end__gte", models.F("start")),
                                    _connector="OR",
                                ),
                                name="internship_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("started_at__isnull", True),
                                    models.Q(("cob_number", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="internship_started_was_communicated",
                            ),
                        ],
                    },
                    bases=("workflows.case", models.Model),
                ),
                migrations.CreateModel(
                    name="Condition",
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
                        (
                            "evidence_on",
                            models.DateField(blank=True, null=True, verbose_name="dated"),
                        ),
                        (
                            "in_charge",
                            models.BooleanField(
                                default=False, verbose_name="followed already by the promoter"
                            ),
                        ),
                        (
                            "income_support",
                            models.BooleanField(
                                default=False, verbose_name="receives income support"
                            ),
                        ),
                        (
                            "needs_permit",
                            models.BooleanField(
                                default=False, verbose_name="needs a permit of stay"
                            ),
                        ),
                        (
                            "permit_to",
                            models.DateField(blank=True, null=True, verbose_name="permit valid to"),
                        ),
                        (
                            "permit_renewing",
                            models.BooleanField(default=False, verbose_name="renewal asked for"),
                        ),
                        (
                            "detail",
                            models.TextField(blank=True, verbose_name="what else there is to know"),
                        ),
                        (
                            "internship",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="condition",
                                to="internships.internship",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "condition of an intern",
                        "verbose_name_plural": "conditions of interns",
                    },
                ),
                migrations.CreateModel(
                    name="Deed",
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
                            models.DateTimeField(
                                default=parties.moment.now, verbose_name="drawn at"
                            ),
                        ),
                        (
                            "completed_at",
                            models.DateTimeField(null=True, verbose_name="signed by all at"),
                        ),
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
                        (
                            "internship",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deeds",
                                to="internships.internship",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "paper to sign",
                        "verbose_name_plural": "papers to sign",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("dropped_at__isnull", True),
                                    ("kind__in", ["convention", "plan"]),
                                ),
                                fields=("internship", "kind"),
                                name="deed_one_agreement_and_one_plan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("completed_at__isnull", True),
                                    ("dropped_at__isnull", True),
                                    ("dropped_at__gte", models.F("completed_at")),
                                    _connector="OR",
                                ),
                                name="deed_dropped_after_it_was_signed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Extension",
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
                            "cob_number",
                            models.CharField(
                                blank=True,
                                max_length=40,
                                verbose_name="number of the communication",
                            ),
                        ),
                        (
                            "cob_on",
                            models.DateField(blank=True, null=True, verbose_name="communicated on"),
                        ),
                        ("months", models.PositiveSmallIntegerField(verbose_name="further months")),
                        ("new_end", models.DateField(verbose_name="new last day")),
                        (
                            "previous_end",
                            models.DateField(blank=True, null=True, verbose_name="last day before"),
                        ),
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
                        (
                            "internship",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="extensions",
                                to="internships.internship",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "extension",
                        "verbose_name_plural": "extensions",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at__isnull", True), ("state", "asked")),
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("state__in", ["granted", "refused"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="extension_decided_has_its_instant",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "asked")),
                                fields=("internship",),
                                name="extension_one_request_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FinalReport",
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
                            "by",
                            models.CharField(
                                choices=[("host", "Host"), ("trainee", "Intern")],
                                max_length=7,
                                verbose_name="of",
                            ),
                        ),
                        (
                            "goals",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="goals reached",
                            ),
                        ),
                        (
                            "coherence",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="coherence with the plan",
                            ),
                        ),
                        (
                            "treatment",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="how it went together",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="what was done and learnt")),
                        ("suggestions", models.TextField(blank=True, verbose_name="suggestions")),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=parties.moment.now, verbose_name="written at"
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "internship",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="final_reports",
                                to="internships.internship",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "final report",
                        "verbose_name_plural": "final reports",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("internship", "by"), name="final_report_one_each"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("goals__range", (1, 5)),
                                    ("coherence__range", (1, 5)),
                                    ("treatment__range", (1, 5)),
                                ),
                                name="final_report_marks_one_to_five",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FinalReportEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "by",
                            models.CharField(
                                choices=[("host", "Host"), ("trainee", "Intern")],
                                max_length=7,
                                verbose_name="of",
                            ),
                        ),
                        (
                            "goals",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="goals reached",
                            ),
                        ),
                        (
                            "coherence",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="coherence with the plan",
                            ),
                        ),
                        (
                            "treatment",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="how it went together",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="what was done and learnt")),
                        ("suggestions", models.TextField(blank=True, verbose_name="suggestions")),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=parties.moment.now, verbose_name="written at"
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
                                to="internships.finalreport",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                                blank=True,
                                max_length=40,
                                verbose_name="number of the communication",
                            ),
                        ),
                        (
                            "cob_on",
                            models.DateField(blank=True, null=True, verbose_name="communicated on"),
                        ),
                        ("months", models.PositiveSmallIntegerField(verbose_name="further months")),
                        ("new_end", models.DateField(verbose_name="new last day")),
                        (
                            "previous_end",
                            models.DateField(blank=True, null=True, verbose_name="last day before"),
                        ),
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
                            models.DateTimeField(
                                default=parties.moment.now, verbose_name="drawn at"
                            ),
                        ),
                        (
                            "completed_at",
                            models.DateTimeField(null=True, verbose_name="signed by all at"),
                        ),
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
                        (
                            "evidence_on",
                            models.DateField(blank=True, null=True, verbose_name="dated"),
                        ),
                        (
                            "in_charge",
                            models.BooleanField(
                                default=False, verbose_name="followed already by the promoter"
                            ),
                        ),
                        (
                            "income_support",
                            models.BooleanField(
                                default=False, verbose_name="receives income support"
                            ),
                        ),
                        (
                            "needs_permit",
                            models.BooleanField(
                                default=False, verbose_name="needs a permit of stay"
                            ),
                        ),
                        (
                            "permit_to",
                            models.DateField(blank=True, null=True, verbose_name="permit valid to"),
                        ),
                        (
                            "permit_renewing",
                            models.BooleanField(default=False, verbose_name="renewal asked for"),
                        ),
                        (
                            "detail",
                            models.TextField(blank=True, verbose_name="what else there is to know"),
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
                migrations.CreateModel(
                    name="Layoff",
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
                                    ("ordinary", "Ordinary"),
                                    ("extraordinary", "Extraordinary"),
                                    ("exceptional", "In derogation"),
                                ],
                                max_length=13,
                                verbose_name="kind",
                            ),
                        ),
                        ("same_unit", models.BooleanField(verbose_name="same unit")),
                        ("same_tasks", models.BooleanField(verbose_name="same tasks")),
                        ("union_agreement", models.BooleanField(verbose_name="union agreement")),
                        (
                            "offer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="layoffs",
                                to="internships.hostoffer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "wage support",
                        "verbose_name_plural": "wage supports",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="LayoffEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("ordinary", "Ordinary"),
                                    ("extraordinary", "Extraordinary"),
                                    ("exceptional", "In derogation"),
                                ],
                                max_length=13,
                                verbose_name="kind",
                            ),
                        ),
                        ("same_unit", models.BooleanField(verbose_name="same unit")),
                        ("same_tasks", models.BooleanField(verbose_name="same tasks")),
                        ("union_agreement", models.BooleanField(verbose_name="union agreement")),
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
                                to="internships.layoff",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Measure",
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
                                    ("waste", "Prevention of waste"),
                                    ("secondary", "Secondary raw materials"),
                                    ("service", "Repair, reuse, product as a service"),
                                    ("renewable", "Own renewable energy"),
                                    ("audit", "Energy audit, with what followed"),
                                    ("water", "Saving of water"),
                                    ("mobility", "Sustainable mobility"),
                                    ("design", "Life cycle and eco-design"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("done_on", models.DateField(verbose_name="done on")),
                        (
                            "proof",
                            models.CharField(blank=True, max_length=200, verbose_name="proof"),
                        ),
                        (
                            "offer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="measures",
                                to="internships.hostoffer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "green measure",
                        "verbose_name_plural": "green measures",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="MeasureEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("waste", "Prevention of waste"),
                                    ("secondary", "Secondary raw materials"),
                                    ("service", "Repair, reuse, product as a service"),
                                    ("renewable", "Own renewable energy"),
                                    ("audit", "Energy audit, with what followed"),
                                    ("water", "Saving of water"),
                                    ("mobility", "Sustainable mobility"),
                                    ("design", "Life cycle and eco-design"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("done_on", models.DateField(verbose_name="done on")),
                        (
                            "proof",
                            models.CharField(blank=True, max_length=200, verbose_name="proof"),
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
                                to="internships.measure",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Month",
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
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="filled in at"
                            ),
                        ),
                        (
                            "validated_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="validated at"
                            ),
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
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="minutes done"
                            ),
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("internship", "number"), name="month_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("last_day__gte", models.F("first_day"))),
                                name="month_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AllowanceDue",
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
                                blank=True,
                                decimal_places=2,
                                max_digits=8,
                                null=True,
                                verbose_name="amount due",
                            ),
                        ),
                        ("rule", models.CharField(max_length=20, verbose_name="rule")),
                        (
                            "outcome",
                            models.JSONField(default=dict, verbose_name="what the rule said"),
                        ),
                        (
                            "decided_because",
                            models.TextField(blank=True, verbose_name="why so much"),
                        ),
                        (
                            "due_on",
                            models.DateField(blank=True, null=True, verbose_name="to be paid by"),
                        ),
                        (
                            "reminded_on",
                            models.DateField(blank=True, null=True, verbose_name="reminded on"),
                        ),
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
                        (
                            "paid_on",
                            models.DateField(blank=True, null=True, verbose_name="paid on"),
                        ),
                        (
                            "reference",
                            models.CharField(
                                blank=True, max_length=140, verbose_name="payment reference"
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
                            "proof",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="allowances",
                                to="workflows.document",
                            ),
                        ),
                        (
                            "month",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="allowance",
                                to="internships.month",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "allowance of a month",
                        "verbose_name_plural": "allowances of months",
                        "ordering": ["month_id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("paid_amount__isnull", True), ("paid_on__isnull", True)
                                    ),
                                    models.Q(
                                        ("paid_amount__isnull", False), ("paid_on__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="allowance_paid_has_day_and_amount",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("amount__isnull", True), ("amount__gte", 0), _connector="OR"
                                ),
                                name="allowance_is_not_negative",
                            ),
                        ],
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
                        (
                            "outcome",
                            models.JSONField(default=dict, verbose_name="what the rule said"),
                        ),
                        (
                            "decided_because",
                            models.TextField(blank=True, verbose_name="why so much"),
                        ),
                        (
                            "due_on",
                            models.DateField(blank=True, null=True, verbose_name="to be paid by"),
                        ),
                        (
                            "reminded_on",
                            models.DateField(blank=True, null=True, verbose_name="reminded on"),
                        ),
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
                        (
                            "paid_on",
                            models.DateField(blank=True, null=True, verbose_name="paid on"),
                        ),
                        (
                            "reference",
                            models.CharField(
                                blank=True, max_length=140, verbose_name="payment reference"
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
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="filled in at"
                            ),
                        ),
                        (
                            "validated_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="validated at"
                            ),
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
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="minutes done"
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
                                to="internships.month",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OfferGround",
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
                        (
                            "offer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="refusal_grounds",
                                to="internships.hostoffer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reason against an offer",
                        "verbose_name_plural": "reasons against an offer",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="offer_ground_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_observations", False),
                                    ("told_at__isnull", True),
                                    _connector="OR",
                                ),
                                name="offer_ground_from_observations_was_not_told",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OfferGroundEvent",
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
                                to="internships.offerground",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PairingRow",
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
                        ("place", models.PositiveIntegerField(verbose_name="place in the ranking")),
                        ("why", models.JSONField(default=list, verbose_name="why")),
                        (
                            "candidacy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pairing_rows",
                                to="internships.candidacy",
                            ),
                        ),
                        (
                            "offer",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pairing_rows",
                                to="internships.hostoffer",
                            ),
                        ),
                        (
                            "pairing",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="internships.pairinground",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "row of a pairing",
                        "verbose_name_plural": "rows of a pairing",
                        "ordering": ["place", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("pairing", "candidacy"), name="paired_once_a_round"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanActivity",
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
                    name="Day",
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
                        (
                            "planned_minutes",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="planned minutes"
                            ),
                        ),
                        (
                            "done_minutes",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="minutes done"
                            ),
                        ),
                        ("in_1", models.TimeField(blank=True, null=True, verbose_name="in")),
                        ("out_1", models.TimeField(blank=True, null=True, verbose_name="out")),
                        ("in_2", models.TimeField(blank=True, null=True, verbose_name="in again")),
                        (
                            "out_2",
                            models.TimeField(blank=True, null=True, verbose_name="out again"),
                        ),
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
                        (
                            "explained",
                            models.TextField(blank=True, verbose_name="why more than planned"),
                        ),
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
                        (
                            "activity",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="days",
                                to="internships.planactivity",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "day of the register",
                        "verbose_name_plural": "days of the register",
                        "ordering": ["day", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("month", "day"), name="day_once_in_month"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("tutor_signed_at__isnull", True),
                                    ("tutor_signed_at__gte", models.F("trainee_signed_at")),
                                    _connector="OR",
                                ),
                                name="day_tutor_signs_after_intern",
                            ),
                        ],
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
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="planned minutes"
                            ),
                        ),
                        (
                            "done_minutes",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="minutes done"
                            ),
                        ),
                        ("in_1", models.TimeField(blank=True, null=True, verbose_name="in")),
                        ("out_1", models.TimeField(blank=True, null=True, verbose_name="out")),
                        ("in_2", models.TimeField(blank=True, null=True, verbose_name="in again")),
                        (
                            "out_2",
                            models.TimeField(blank=True, null=True, verbose_name="out again"),
                        ),
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
                        (
                            "explained",
                            models.TextField(blank=True, verbose_name="why more than planned"),
                        ),
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
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("level__gte", 1), ("level__lte", 8)),
                                name="plan_competence_level_one_to_eight",
                            )
                        ],
                    },
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
                                    ("document", "Document"),
                                    ("product", "Product"),
                                    ("photo", "Photograph"),
                                    ("test", "Test"),
                                    ("observation", "Observation of the tutor"),
                                ],
                                max_length=12,
                                verbose_name="kind of evidence",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="what was done")),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("not_observed", "Not observed"),
                                    ("guided", "With guidance"),
                                    ("autonomous", "By themselves"),
                                ],
                                max_length=12,
                                verbose_name="level reached",
                            ),
                        ),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=parties.moment.now, verbose_name="written at"
                            ),
                        ),
                        (
                            "document",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence_row",
                                to="workflows.document",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "activity",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="internships.planactivity",
                            ),
                        ),
                        (
                            "competence",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="evidence",
                                to="internships.plancompetence",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evidence of the dossier",
                        "verbose_name_plural": "evidence of the dossier",
                        "ordering": ["activity_id", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="EvidenceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("document", "Document"),
                                    ("product", "Product"),
                                    ("photo", "Photograph"),
                                    ("test", "Test"),
                                    ("observation", "Observation of the tutor"),
                                ],
                                max_length=12,
                                verbose_name="kind of evidence",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="what was done")),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("not_observed", "Not observed"),
                                    ("guided", "With guidance"),
                                    ("autonomous", "By themselves"),
                                ],
                                max_length=12,
                                verbose_name="level reached",
                            ),
                        ),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=parties.moment.now, verbose_name="written at"
                            ),
                        ),
                        (
                            "document",
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
                                to="internships.evidence",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "activity",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.planactivity",
                            ),
                        ),
                        (
                            "competence",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
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
                    name="Preference",
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
                        ("rank", models.PositiveSmallIntegerField(verbose_name="rank")),
                        (
                            "dropped",
                            models.TextField(blank=True, verbose_name="why it does not count"),
                        ),
                        (
                            "candidacy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="preferences",
                                to="internships.candidacy",
                            ),
                        ),
                        (
                            "offer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="chosen_in",
                                to="internships.hostoffer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "preference",
                        "verbose_name_plural": "preferences",
                        "ordering": ["candidacy", "rank"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("candidacy", "offer"), name="offer_preferred_once"
                            ),
                            models.UniqueConstraint(
                                fields=("candidacy", "rank"), name="preference_rank_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("rank__gte", 1)),
                                name="preference_ranked_from_one",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PreferenceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("rank", models.PositiveSmallIntegerField(verbose_name="rank")),
                        (
                            "dropped",
                            models.TextField(blank=True, verbose_name="why it does not count"),
                        ),
                        (
                            "candidacy",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.candidacy",
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
                                to="internships.preference",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PriorRelation",
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
                                    ("employment", "Employment or collaboration"),
                                    ("occasional", "Occasional work"),
                                    ("internship", "Extracurricular internship"),
                                    (
                                        "learning",
                                        "Curricular internship or learning at work (PCTO)",
                                    ),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("ended_on", models.DateField(verbose_name="ended on")),
                        (
                            "days",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="days in the last six months"
                            ),
                        ),
                        (
                            "candidacy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="prior_relations",
                                to="internships.candidacy",
                            ),
                        ),
                        (
                            "host",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="parties.party",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "relation with a host",
                        "verbose_name_plural": "relations with hosts",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="PriorRelationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("employment", "Employment or collaboration"),
                                    ("occasional", "Occasional work"),
                                    ("internship", "Extracurricular internship"),
                                    (
                                        "learning",
                                        "Curricular internship or learning at work (PCTO)",
                                    ),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("ended_on", models.DateField(verbose_name="ended on")),
                        (
                            "days",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="days in the last six months"
                            ),
                        ),
                        (
                            "candidacy",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.candidacy",
                            ),
                        ),
                        (
                            "host",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parties.party",
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
                                to="internships.priorrelation",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RefundRequest",
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
                            "iban",
                            models.CharField(
                                max_length=34,
                                validators=[parties.validators.validate_iban],
                                verbose_name="IBAN",
                            ),
                        ),
                        ("holder", models.CharField(max_length=140, verbose_name="account holder")),
                        (
                            "other_aid",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(0)],
                                verbose_name="other de minimis aid",
                            ),
                        ),
                        (
                            "asked_amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=9, verbose_name="amount asked for"
                            ),
                        ),
                        (
                            "asked_on",
                            models.DateField(default=parties.moment.today, verbose_name="asked on"),
                        ),
                        ("cup", models.CharField(blank=True, max_length=15, verbose_name="CUP")),
                        ("cor", models.CharField(blank=True, max_length=12, verbose_name="COR")),
                        (
                            "finding",
                            models.TextField(blank=True, verbose_name="what the examination found"),
                        ),
                        (
                            "examined_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="examined at"),
                        ),
                        (
                            "act",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="letters.letter",
                            ),
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
                            "examined_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "internship",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="refund",
                                to="internships.internship",
                            ),
                        ),
                        (
                            "paper",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="refund_request",
                                to="workflows.document",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "request of a refund",
                        "verbose_name_plural": "requests of refunds",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("asked_amount__gte", 0), ("other_aid__gte", 0)),
                                name="refund_request_not_negative",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("examined_at__isnull", True), ("examined_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("examined_at__isnull", False),
                                        ("examined_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="refund_examined_by_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RefundRequestEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
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
                            "other_aid",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(0)],
                                verbose_name="other de minimis aid",
                            ),
                        ),
                        (
                            "asked_amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=9, verbose_name="amount asked for"
                            ),
                        ),
                        (
                            "asked_on",
                            models.DateField(default=parties.moment.today, verbose_name="asked on"),
                        ),
                        ("cup", models.CharField(blank=True, max_length=15, verbose_name="CUP")),
                        ("cor", models.CharField(blank=True, max_length=12, verbose_name="COR")),
                        (
                            "finding",
                            models.TextField(blank=True, verbose_name="what the examination found"),
                        ),
                        (
                            "examined_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="examined at"),
                        ),
                        (
                            "act",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="letters.letter",
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "examined_by",
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
                            "paper",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="internships.refundrequest",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RunningInternship",
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
                        ("host", models.CharField(max_length=200, verbose_name="host")),
                        (
                            "weekly_minutes",
                            models.PositiveSmallIntegerField(verbose_name="weekly minutes"),
                        ),
                        ("last_day", models.DateField(verbose_name="last day")),
                        (
                            "candidacy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="running_internships",
                                to="internships.candidacy",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "internship under way",
                        "verbose_name_plural": "internships under way",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="RunningInternshipEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("host", models.CharField(max_length=200, verbose_name="host")),
                        (
                            "weekly_minutes",
                            models.PositiveSmallIntegerField(verbose_name="weekly minutes"),
                        ),
                        ("last_day", models.DateField(verbose_name="last day")),
                        (
                            "candidacy",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.candidacy",
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
                                to="internships.runninginternship",
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
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                            models.DateTimeField(
                                default=parties.moment.now, verbose_name="signed at"
                            ),
                        ),
                        (
                            "finding",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what was found"
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("deed", "actor"), name="signature_once_per_actor"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("document__isnull", True), ("means", "code")),
                                    models.Q(
                                        ("document__isnull", False),
                                        ("means__in", ["digital", "paper"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="signature_has_its_file_or_a_code",
                            ),
                        ],
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
                            models.DateTimeField(
                                default=parties.moment.now, verbose_name="signed at"
                            ),
                        ),
                        (
                            "finding",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what was found"
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
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                    name="Slot",
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
                        ("starts_at", models.DateTimeField(verbose_name="begins at")),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(default=30, verbose_name="minutes"),
                        ),
                        (
                            "place",
                            models.CharField(blank=True, max_length=200, verbose_name="place"),
                        ),
                        ("link", models.URLField(blank=True, verbose_name="link")),
                        (
                            "for_host",
                            models.CharField(max_length=200, verbose_name="who asks for the host"),
                        ),
                        (
                            "for_programme",
                            models.CharField(
                                max_length=200,
                                verbose_name="who asks for the office or the promoter",
                            ),
                        ),
                        (
                            "added_by",
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
                                related_name="interview_slots",
                                to="calls.call",
                            ),
                        ),
                        (
                            "offer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="interview_slots",
                                to="internships.hostoffer",
                                verbose_name="offer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "time of an interview",
                        "verbose_name_plural": "times of interviews",
                        "ordering": ["starts_at", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("minutes__gte", 5)),
                                name="slot_lasts_five_minutes",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("link", ""), ("place", ""), _negated=True),
                                name="slot_is_somewhere",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Interview",
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("called", "Called"),
                                    ("confirmed", "Confirmed"),
                                    ("change_asked", "Another time asked for"),
                                    ("moved", "Moved to another time"),
                                    ("held", "Interview held"),
                                    ("missed", "Missed"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="called",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "said",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="what the candidate says"
                            ),
                        ),
                        (
                            "is_declared",
                            models.BooleanField(default=False, verbose_name="no conflict declared"),
                        ),
                        (
                            "called_at",
                            models.DateTimeField(default=parties.moment.now, editable=False),
                        ),
                        (
                            "candidacy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="interviews",
                                to="internships.candidacy",
                            ),
                        ),
                        (
                            "slot",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="interviews",
                                to="internships.slot",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "interview",
                        "verbose_name_plural": "interviews",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("state__in", ["called", "confirmed", "change_asked"])
                                ),
                                fields=("candidacy",),
                                name="one_open_interview_a_candidacy",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("state__in", ["moved", "cancelled"]), _negated=True
                                ),
                                fields=("slot",),
                                name="one_interview_a_slot",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InterviewEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("called", "Called"),
                                    ("confirmed", "Confirmed"),
                                    ("change_asked", "Another time asked for"),
                                    ("moved", "Moved to another time"),
                                    ("held", "Interview held"),
                                    ("missed", "Missed"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="called",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "said",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="what the candidate says"
                            ),
                        ),
                        (
                            "is_declared",
                            models.BooleanField(default=False, verbose_name="no conflict declared"),
                        ),
                        (
                            "called_at",
                            models.DateTimeField(default=parties.moment.now, editable=False),
                        ),
                        (
                            "candidacy",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.candidacy",
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
                                to="internships.interview",
                            ),
                        ),
                        (
                            "slot",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.slot",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SlotEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("starts_at", models.DateTimeField(verbose_name="begins at")),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(default=30, verbose_name="minutes"),
                        ),
                        (
                            "place",
                            models.CharField(blank=True, max_length=200, verbose_name="place"),
                        ),
                        ("link", models.URLField(blank=True, verbose_name="link")),
                        (
                            "for_host",
                            models.CharField(max_length=200, verbose_name="who asks for the host"),
                        ),
                        (
                            "for_programme",
                            models.CharField(
                                max_length=200,
                                verbose_name="who asks for the office or the promoter",
                            ),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "offer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.hostoffer",
                                verbose_name="offer",
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
                                to="internships.slot",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StaffPeriod",
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
                                    ("fixed_term", "Fixed-term contract"),
                                    ("intern", "Extracurricular internship"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("first_day", models.DateField(verbose_name="first day")),
                        ("last_day", models.DateField(verbose_name="last day")),
                        (
                            "offer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="periods",
                                to="internships.hostoffer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "period in the unit",
                        "verbose_name_plural": "periods in the unit",
                        "ordering": ["first_day", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("last_day__gte", models.F("first_day"))),
                                name="staff_period_ends_after_it_starts",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StaffPeriodEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("fixed_term", "Fixed-term contract"),
                                    ("intern", "Extracurricular internship"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("first_day", models.DateField(verbose_name="first day")),
                        ("last_day", models.DateField(verbose_name="last day")),
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
                                to="internships.staffperiod",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Suspension",
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
                            "cob_number",
                            models.CharField(
                                blank=True,
                                max_length=40,
                                verbose_name="number of the communication",
                            ),
                        ),
                        (
                            "cob_on",
                            models.DateField(blank=True, null=True, verbose_name="communicated on"),
                        ),
                        ("first_day", models.DateField(verbose_name="first day")),
                        ("last_day", models.DateField(verbose_name="last day")),
                        (
                            "told_on",
                            models.DateField(default=parties.moment.today, verbose_name="told on"),
                        ),
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
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("last_day__gte", models.F("first_day"))),
                                name="suspension_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("returned_on__isnull", True),
                                    ("returned_on__gt", models.F("first_day")),
                                    _connector="OR",
                                ),
                                name="suspension_return_after_first_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PauseReason",
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
                            "suspension",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="why",
                                to="internships.suspension",
                                verbose_name="suspension",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reason of a suspension",
                        "verbose_name_plural": "reasons of suspensions",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["maternity", "illness", "injury", "closure"])
                                ),
                                name="pause_reason_is_known",
                            )
                        ],
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
                                blank=True,
                                max_length=40,
                                verbose_name="number of the communication",
                            ),
                        ),
                        (
                            "cob_on",
                            models.DateField(blank=True, null=True, verbose_name="communicated on"),
                        ),
                        ("first_day", models.DateField(verbose_name="first day")),
                        ("last_day", models.DateField(verbose_name="last day")),
                        (
                            "told_on",
                            models.DateField(default=parties.moment.today, verbose_name="told on"),
                        ),
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
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="years of experience"
                            ),
                        ),
                        ("skills", models.TextField(blank=True, verbose_name="skills")),
                        (
                            "substitute",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="substitute tutor"
                            ),
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
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=("internship", "side"),
                                name="tutor_one_a_side_at_a_time",
                            )
                        ],
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
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="years of experience"
                            ),
                        ),
                        ("skills", models.TextField(blank=True, verbose_name="skills")),
                        (
                            "substitute",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="substitute tutor"
                            ),
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
                        (
                            "title",
                            models.CharField(max_length=120, verbose_name="title of the position"),
                        ),
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
                            models.TextField(
                                blank=True, verbose_name="how the distance is arranged"
                            ),
                        ),
                        (
                            "allowance",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=8,
                                verbose_name="allowance a month",
                            ),
                        ),
                        (
                            "gives_meals",
                            models.BooleanField(
                                default=False, verbose_name="canteen or meal vouchers"
                            ),
                        ),
                        (
                            "payer",
                            models.CharField(
                                choices=[
                                    ("host", "Host"),
                                    ("funder", "Funder"),
                                    ("mixed", "Both in part"),
                                ],
                                default="host",
                                max_length=6,
                                verbose_name="who pays it",
                            ),
                        ),
                        ("objectives", models.TextField(blank=True, verbose_name="objectives")),
                        (
                            "methods",
                            models.TextField(blank=True, verbose_name="methods and monitoring"),
                        ),
                        ("trips", models.TextField(blank=True, verbose_name="trips foreseen")),
                        (
                            "equipment",
                            models.TextField(blank=True, verbose_name="protective equipment"),
                        ),
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
                            models.CharField(
                                blank=True, max_length=60, verbose_name="INAIL position"
                            ),
                        ),
                        (
                            "insurer",
                            models.CharField(blank=True, max_length=120, verbose_name="insurer"),
                        ),
                        (
                            "liability_policy",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="liability policy"
                            ),
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
                        (
                            "trained_on",
                            models.DateField(blank=True, null=True, verbose_name="trained on"),
                        ),
                        (
                            "needs_surveillance",
                            models.BooleanField(
                                default=False, verbose_name="health surveillance due"
                            ),
                        ),
                        (
                            "fit_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="fitness certified on"
                            ),
                        ),
                        (
                            "guardian_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="parent or guardian"
                            ),
                        ),
                        (
                            "minor_authorised",
                            models.BooleanField(
                                default=False, verbose_name="authorised by the guardian"
                            ),
                        ),
                        (
                            "cob_number",
                            models.CharField(
                                blank=True,
                                max_length=40,
                                verbose_name="number of the communication",
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
                        (
                            "ended_on",
                            models.DateField(blank=True, null=True, verbose_name="ended on"),
                        ),
                        (
                            "end_reason",
                            models.TextField(blank=True, verbose_name="why it ended early"),
                        ),
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
                            models.DateField(
                                blank=True, null=True, verbose_name="end communicated on"
                            ),
                        ),
                        (
                            "was_hired",
                            models.BooleanField(default=False, verbose_name="ended by a hire"),
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HostOfferEvent",
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
                            "host_kind",
                            models.CharField(
                                choices=[
                                    ("enterprise", "Enterprise"),
                                    ("professional", "Self-employed professional"),
                                    ("association", "Association or third-sector body"),
                                    ("public_body", "Public body"),
                                ],
                                max_length=12,
                                verbose_name="kind of host",
                            ),
                        ),
                        (
                            "owners",
                            models.PositiveSmallIntegerField(default=0, verbose_name="owners"),
                        ),
                        (
                            "permanent",
                            models.PositiveIntegerField(default=0, verbose_name="permanent staff"),
                        ),
                        (
                            "members",
                            models.PositiveIntegerField(
                                default=0, verbose_name="working members of a co-operative"
                            ),
                        ),
                        (
                            "apprentices",
                            models.PositiveIntegerField(default=0, verbose_name="apprentices"),
                        ),
                        (
                            "activated",
                            models.PositiveIntegerField(
                                default=0, verbose_name="internships begun in 24 months"
                            ),
                        ),
                        (
                            "hired",
                            models.PositiveIntegerField(default=0, verbose_name="of whom hired"),
                        ),
                        (
                            "is_seasonal",
                            models.BooleanField(default=False, verbose_name="seasonal activity"),
                        ),
                        (
                            "safety_in_order",
                            models.BooleanField(
                                default=False, verbose_name="in order with safety at work"
                            ),
                        ),
                        (
                            "assessed_on",
                            models.DateField(null=True, verbose_name="date of the risk assessment"),
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
                            "disabled_quota",
                            models.CharField(
                                choices=[
                                    ("in_order", "In order"),
                                    ("not_subject", "Not subject to it"),
                                    ("not_in_order", "Not in order"),
                                ],
                                max_length=12,
                                verbose_name="hiring of disabled people",
                            ),
                        ),
                        (
                            "is_insolvent",
                            models.BooleanField(default=False, verbose_name="insolvency procedure"),
                        ),
                        (
                            "insolvency_agreement",
                            models.BooleanField(
                                default=False, verbose_name="union agreement on it"
                            ),
                        ),
                        (
                            "contributions_in_order",
                            models.BooleanField(default=False, verbose_name="DURC in order"),
                        ),
                        (
                            "annual_fee_paid",
                            models.BooleanField(default=False, verbose_name="annual fee paid"),
                        ),
                        (
                            "no_antimafia",
                            models.BooleanField(
                                default=False, verbose_name="no antimafia obstacles"
                            ),
                        ),
                        (
                            "replaces_nobody",
                            models.BooleanField(
                                default=False, verbose_name="the intern replaces nobody"
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=120, verbose_name="title of the position"),
                        ),
                        (
                            "area",
                            models.CharField(
                                choices=[
                                    ("agri_food", "Farming and food"),
                                    ("mechanics", "Mechanics and plant"),
                                    ("textile", "Textiles and fashion"),
                                    ("chemistry", "Chemistry and plastics"),
                                    ("wood", "Wood and furniture"),
                                    ("building", "Building"),
                                    ("energy_waste", "Energy, water and waste"),
                                    ("environment", "Environment and landscape"),
                                    ("trade", "Trade"),
                                    ("transport", "Transport and logistics"),
                                    ("tourism", "Tourism and catering"),
                                    ("digital", "Digital services"),
                                    ("communication", "Communication and marketing"),
                                    ("administration", "Administration and finance"),
                                    ("care", "Education and care"),
                                    ("culture", "Culture and performing arts"),
                                ],
                                max_length=14,
                                verbose_name="area",
                            ),
                        ),
                        (
                            "places",
                            models.PositiveSmallIntegerField(default=1, verbose_name="places"),
                        ),
                        ("activities", models.TextField(verbose_name="activities")),
                        (
                            "skills",
                            models.CharField(blank=True, max_length=300, verbose_name="skills"),
                        ),
                        ("start_from", models.DateField(null=True, verbose_name="start from")),
                        ("start_to", models.DateField(null=True, verbose_name="start to")),
                        (
                            "months",
                            models.PositiveSmallIntegerField(default=1, verbose_name="months"),
                        ),
                        (
                            "contract",
                            models.CharField(max_length=120, verbose_name="collective agreement"),
                        ),
                        (
                            "contract_minutes",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="weekly minutes of the collective agreement"
                            ),
                        ),
                        (
                            "weekly_minutes",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="weekly minutes"
                            ),
                        ),
                        (
                            "daily_minutes",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="most minutes a day"
                            ),
                        ),
                        (
                            "remote_days",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="days a week at a distance"
                            ),
                        ),
                        (
                            "remote_rules",
                            models.TextField(
                                blank=True, verbose_name="how the distance is arranged"
                            ),
                        ),
                        (
                            "allowance",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=8,
                                verbose_name="allowance a month",
                            ),
                        ),
                        (
                            "gives_meals",
                            models.BooleanField(
                                default=False, verbose_name="canteen or meal vouchers"
                            ),
                        ),
                        (
                            "requirements",
                            models.TextField(
                                blank=True, verbose_name="requirements of the candidate"
                            ),
                        ),
                        (
                            "preferences",
                            models.TextField(blank=True, verbose_name="what is welcome"),
                        ),
                        (
                            "needs_surveillance",
                            models.BooleanField(
                                default=False, verbose_name="health surveillance due"
                            ),
                        ),
                        (
                            "equipment",
                            models.TextField(blank=True, verbose_name="protective equipment"),
                        ),
                        (
                            "hiring",
                            models.CharField(
                                choices=[
                                    ("undecided", "Cannot say"),
                                    ("possible", "Possible"),
                                    ("planned", "Planned"),
                                ],
                                default="undecided",
                                max_length=9,
                                verbose_name="hiring afterwards",
                            ),
                        ),
                        ("tutor_name", models.CharField(max_length=120, verbose_name="tutor")),
                        (
                            "tutor_tax_code",
                            models.CharField(max_length=16, verbose_name="tax code of the tutor"),
                        ),
                        (
                            "tutor_role",
                            models.CharField(max_length=120, verbose_name="role of the tutor"),
                        ),
                        (
                            "tutor_years",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="years of experience"
                            ),
                        ),
                        ("tutor_skills", models.TextField(verbose_name="skills of the tutor")),
                        (
                            "tutor_email",
                            models.EmailField(
                                max_length=254, verbose_name="email address of the tutor"
                            ),
                        ),
                        (
                            "tutor_follows",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="interns followed already"
                            ),
                        ),
                        (
                            "link",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("manages", "Manages a space of the register"),
                                    ("networked", "Is networked with a space of the register"),
                                    ("starting", "Wants to start a space"),
                                    ("developing", "Wants to develop a space"),
                                ],
                                max_length=10,
                                verbose_name="link with coworking",
                            ),
                        ),
                        ("initiative", models.TextField(blank=True, verbose_name="initiative")),
                        (
                            "green_sector",
                            models.CharField(
                                choices=[
                                    ("core", "Core of the green economy"),
                                    ("go_green", "Traditional, can become green"),
                                    ("other", "Other"),
                                ],
                                default="other",
                                max_length=8,
                                verbose_name="sector",
                            ),
                        ),
                        (
                            "green_role",
                            models.CharField(
                                choices=[
                                    ("full", "Green in full"),
                                    ("hybrid", "Partly green"),
                                    ("none", "Not green"),
                                ],
                                default="none",
                                max_length=6,
                                verbose_name="green role",
                            ),
                        ),
                        (
                            "green_percent",
                            models.PositiveSmallIntegerField(
                                default=0,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="share of green hours",
                            ),
                        ),
                        (
                            "green_task",
                            models.TextField(blank=True, verbose_name="green task of the intern"),
                        ),
                        (
                            "has_report",
                            models.BooleanField(
                                default=False, verbose_name="sustainability report"
                            ),
                        ),
                        (
                            "tutor_green_years",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="green experience of the tutor in years"
                            ),
                        ),
                        (
                            "training_hours",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="hours of structured training"
                            ),
                        ),
                        (
                            "declarations",
                            models.JSONField(default=list, verbose_name="declarations made"),
                        ),
                        (
                            "admitted_places",
                            models.PositiveSmallIntegerField(
                                null=True, verbose_name="places admitted"
                            ),
                        ),
                        (
                            "counted_staff",
                            models.PositiveIntegerField(
                                null=True, verbose_name="staff that counts"
                            ),
                        ),
                        (
                            "base_quota",
                            models.PositiveIntegerField(null=True, verbose_name="basic quota"),
                        ),
                        (
                            "premium_quota",
                            models.PositiveIntegerField(null=True, verbose_name="premium quota"),
                        ),
                        (
                            "green_score",
                            models.PositiveSmallIntegerField(null=True, verbose_name="green score"),
                        ),
                        ("published_on", models.DateField(null=True, verbose_name="published on")),
                        ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
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
                                to="internships.hostoffer",
                            ),
                        ),
                        (
                            "space",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="coworking_registry.space",
                                verbose_name="coworking space",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.unit",
                                verbose_name="operating unit",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="UnitEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("key", models.CharField(editable=False, max_length=220)),
                        ("street", models.CharField(max_length=120, verbose_name="street")),
                        ("street_number", models.CharField(max_length=12, verbose_name="number")),
                        (
                            "postcode",
                            models.CharField(
                                max_length=5,
                                validators=[parties.validators.validate_postcode],
                                verbose_name="postcode",
                            ),
                        ),
                        (
                            "municipality",
                            models.CharField(max_length=80, verbose_name="municipality"),
                        ),
                        ("province", models.CharField(max_length=2, verbose_name="province")),
                        (
                            "host",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parties.party",
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
                                to="internships.unit",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Variation",
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
                            "cob_number",
                            models.CharField(
                                blank=True,
                                max_length=40,
                                verbose_name="number of the communication",
                            ),
                        ),
                        (
                            "cob_on",
                            models.DateField(blank=True, null=True, verbose_name="communicated on"),
                        ),
                        ("reason", models.TextField(verbose_name="reason")),
                        (
                            "week",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(),
                                blank=True,
                                null=True,
                                size=7,
                                verbose_name="hours",
                            ),
                        ),
                        (
                            "tutor_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="new tutor of the host"
                            ),
                        ),
                        (
                            "tutor_tax_code",
                            models.CharField(
                                blank=True, max_length=16, verbose_name="tax code of the tutor"
                            ),
                        ),
                        (
                            "tutor_email",
                            models.EmailField(
                                blank=True,
                                max_length=254,
                                verbose_name="email address of the tutor",
                            ),
                        ),
                        (
                            "asked_on",
                            models.DateField(default=parties.moment.today, verbose_name="asked on"),
                        ),
                        (
                            "applied_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="applied at"),
                        ),
                        (
                            "deed",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="variation",
                                to="internships.deed",
                            ),
                        ),
                        (
                            "internship",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="variations",
                                to="internships.internship",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "variation",
                        "verbose_name_plural": "variations",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("week__isnull", False),
                                    models.Q(("tutor_name", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="variation_changes_something",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("applied_at__isnull", True)),
                                fields=("internship",),
                                name="variation_one_request_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VariationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "cob_number",
                            models.CharField(
                                blank=True,
                                max_length=40,
                                verbose_name="number of the communication",
                            ),
                        ),
                        (
                            "cob_on",
                            models.DateField(blank=True, null=True, verbose_name="communicated on"),
                        ),
                        ("reason", models.TextField(verbose_name="reason")),
                        (
                            "week",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(),
                                blank=True,
                                null=True,
                                size=7,
                                verbose_name="hours",
                            ),
                        ),
                        (
                            "tutor_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="new tutor of the host"
                            ),
                        ),
                        (
                            "tutor_tax_code",
                            models.CharField(
                                blank=True, max_length=16, verbose_name="tax code of the tutor"
                            ),
                        ),
                        (
                            "tutor_email",
                            models.EmailField(
                                blank=True,
                                max_length=254,
                                verbose_name="email address of the tutor",
                            ),
                        ),
                        (
                            "asked_on",
                            models.DateField(default=parties.moment.today, verbose_name="asked on"),
                        ),
                        (
                            "applied_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="applied at"),
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
                                to="internships.variation",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="WorkOutcome",
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
                            "when",
                            models.CharField(
                                choices=[("end", "At the end"), ("later", "After six months")],
                                max_length=5,
                                verbose_name="when",
                            ),
                        ),
                        (
                            "asked_on",
                            models.DateField(blank=True, null=True, verbose_name="asked on"),
                        ),
                        ("works", models.BooleanField(null=True, verbose_name="works")),
                        (
                            "contract",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("permanent", "Permanent"),
                                    ("fixed", "Fixed term"),
                                    ("apprentice", "Apprenticeship"),
                                    ("agency", "Through an agency"),
                                    ("self", "Self-employment"),
                                ],
                                max_length=10,
                                verbose_name="contract",
                            ),
                        ),
                        (
                            "same_host",
                            models.BooleanField(default=False, verbose_name="at the same host"),
                        ),
                        (
                            "answered_on",
                            models.DateField(blank=True, null=True, verbose_name="answered on"),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "internship",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="outcomes",
                                to="internships.internship",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "outcome of an internship",
                        "verbose_name_plural": "outcomes of internships",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("internship", "when"), name="work_outcome_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answered_on__isnull", True), ("works__isnull", True)
                                    ),
                                    models.Q(
                                        ("answered_on__isnull", False), ("works__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="work_outcome_answered_has_its_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("works", True), _negated=True),
                                    models.Q(("contract", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="work_outcome_work_has_its_contract",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorkOutcomeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "when",
                            models.CharField(
                                choices=[("end", "At the end"), ("later", "After six months")],
                                max_length=5,
                                verbose_name="when",
                            ),
                        ),
                        (
                            "asked_on",
                            models.DateField(blank=True, null=True, verbose_name="asked on"),
                        ),
                        ("works", models.BooleanField(null=True, verbose_name="works")),
                        (
                            "contract",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("permanent", "Permanent"),
                                    ("fixed", "Fixed term"),
                                    ("apprentice", "Apprenticeship"),
                                    ("agency", "Through an agency"),
                                    ("self", "Self-employment"),
                                ],
                                max_length=10,
                                verbose_name="contract",
                            ),
                        ),
                        (
                            "same_host",
                            models.BooleanField(default=False, verbose_name="at the same host"),
                        ),
                        (
                            "answered_on",
                            models.DateField(blank=True, null=True, verbose_name="answered on"),
                        ),
                        (
                            "answered_by",
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
                                to="internships.workoutcome",
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
                    "candidacyground",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_candidacygroundevent" ("answer", "candidacy_id", "document", "from_observations", "id", "observation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "text", "told_at", "upheld") VALUES (NEW."answer", NEW."candidacy_id", NEW."document", NEW."from_observations", NEW."id", NEW."observation", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rule", NEW."text", NEW."told_at", NEW."upheld"); RETURN NULL;',
                            hash="4811adad3bba361e3b3a79ab44c4cdb881c4da33",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e0302",
                            table="internships_candidacyground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "candidacyground",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_candidacygroundevent" ("answer", "candidacy_id", "document", "from_observations", "id", "observation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "text", "told_at", "upheld") VALUES (NEW."answer", NEW."candidacy_id", NEW."document", NEW."from_observations", NEW."id", NEW."observation", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rule", NEW."text", NEW."told_at", NEW."upheld"); RETURN NULL;',
                            hash="231e3bf51c5e0065ab47c739623b94d3ca2239de",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_76c25",
                            table="internships_candidacyground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "candidacyground",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_candidacygroundevent" ("answer", "candidacy_id", "document", "from_observations", "id", "observation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "text", "told_at", "upheld") VALUES (OLD."answer", OLD."candidacy_id", OLD."document", OLD."from_observations", OLD."id", OLD."observation", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rule", OLD."text", OLD."told_at", OLD."upheld"); RETURN NULL;',
                            hash="7853a2de2c2b426a7d1f1b384d81425d6f958467",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_521b1",
                            table="internships_candidacyground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "candidacygroundevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="371ef4d583163dd33b580fd2c82ff9bb789eb040",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_fa427",
                            table="internships_candidacygroundevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "experience",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_experienceevent" ("candidacy_id", "first_day", "id", "kind", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what", "where") VALUES (NEW."candidacy_id", NEW."first_day", NEW."id", NEW."kind", NEW."last_day", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."what", NEW."where"); RETURN NULL;',
                            hash="cfbc4cd7165c893dc8762635291dd597fa2cd5a5",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_17fd0",
                            table="internships_experience",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "experience",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_experienceevent" ("candidacy_id", "first_day", "id", "kind", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what", "where") VALUES (NEW."candidacy_id", NEW."first_day", NEW."id", NEW."kind", NEW."last_day", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."what", NEW."where"); RETURN NULL;',
                            hash="69b75f8a956abda8df7308341c38cc03860a6429",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a8e11",
                            table="internships_experience",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "experience",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_experienceevent" ("candidacy_id", "first_day", "id", "kind", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what", "where") VALUES (OLD."candidacy_id", OLD."first_day", OLD."id", OLD."kind", OLD."last_day", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."what", OLD."where"); RETURN NULL;',
                            hash="cea1ef2d573fc00c0a87108cb09250ec5107e761",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_668bb",
                            table="internships_experience",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "experienceevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6fdd19e17fbfaeb376c3dcc781b9c119553d5da1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_864f2",
                            table="internships_experienceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "hostchoiceevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c1679d015503cb90eeec1dfd742ac411c87a9a61",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3c9e0",
                            table="internships_hostchoiceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "hostchoice",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_hostchoiceevent" ("candidacy_id", "id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (NEW."candidacy_id", NEW."id", NEW."offer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rank"); RETURN NULL;',
                            hash="e3a4881461990465c0ad698f24b955543c187af8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ea297",
                            table="internships_hostchoice",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "hostchoice",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_hostchoiceevent" ("candidacy_id", "id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (NEW."candidacy_id", NEW."id", NEW."offer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rank"); RETURN NULL;',
                            hash="321af5c1cdacec99216a59ef8dfed066ffa39025",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a2169",
                            table="internships_hostchoice",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "hostchoice",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_hostchoiceevent" ("candidacy_id", "id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (OLD."candidacy_id", OLD."id", OLD."offer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rank"); RETURN NULL;',
                            hash="29f864993eb388486237347eb1147e60b6ea9b94",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_812bc",
                            table="internships_hostchoice",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "dismissalevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="17c16636996334bd0669b568225f176a62ebfe7e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_81368",
                            table="internships_dismissalevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "dismissal",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_dismissalevent" ("agreement", "cause", "dismissed_on", "id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "same_unit", "similar_tasks") VALUES (NEW."agreement", NEW."cause", NEW."dismissed_on", NEW."id", NEW."offer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."same_unit", NEW."similar_tasks"); RETURN NULL;',
                            hash="86fe1ec902b9c480d9e9fb07c62723236487090a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1d429",
                            table="internships_dismissal",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "dismissal",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_dismissalevent" ("agreement", "cause", "dismissed_on", "id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "same_unit", "similar_tasks") VALUES (NEW."agreement", NEW."cause", NEW."dismissed_on", NEW."id", NEW."offer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."same_unit", NEW."similar_tasks"); RETURN NULL;',
                            hash="dc6352ac9ed1055415f553d1a9ff66f28b4d8b4e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8e423",
                            table="internships_dismissal",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "dismissal",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_dismissalevent" ("agreement", "cause", "dismissed_on", "id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "same_unit", "similar_tasks") VALUES (OLD."agreement", OLD."cause", OLD."dismissed_on", OLD."id", OLD."offer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."same_unit", OLD."similar_tasks"); RETURN NULL;',
                            hash="5b7cfee1efd78b7fa6387b43fd685f8ba01291c1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c30ed",
                            table="internships_dismissal",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "competenceevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f128a19f57274be7724ac747f4bba93352dab291",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_50458",
                            table="internships_competenceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "competence",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_competenceevent" ("id", "level", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."id", NEW."level", NEW."offer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;',
                            hash="57615d1ec542ae7c1eaa27a8b4c62bd54766eae0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c787f",
                            table="internships_competence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "competence",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_competenceevent" ("id", "level", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."id", NEW."level", NEW."offer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;',
                            hash="3f135ee674e73b06b3ad7905c8646914d4f89b19",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ec98c",
                            table="internships_competence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "competence",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_competenceevent" ("id", "level", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."id", OLD."level", OLD."offer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text"); RETURN NULL;',
                            hash="f635c533bb92be28932b86b3838971628402f75d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fee1f",
                            table="internships_competence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "certificateevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="48968c4ad69272cb5643b0fed521e09336441b33",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d9a39",
                            table="internships_certificateevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "certificate",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_certificateevent" ("body", "id", "kind", "number", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_to") VALUES (NEW."body", NEW."id", NEW."kind", NEW."number", NEW."offer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."valid_to"); RETURN NULL;',
                            hash="d81af20706b063f2a28207fc45dbaea0c664e058",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4632b",
                            table="internships_certificate",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "certificate",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_certificateevent" ("body", "id", "kind", "number", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_to") VALUES (NEW."body", NEW."id", NEW."kind", NEW."number", NEW."offer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."valid_to"); RETURN NULL;',
                            hash="61d31e4aef3d4b03adf6a6e6a6bd597188a133a0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_01dca",
                            table="internships_certificate",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "certificate",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_certificateevent" ("body", "id", "kind", "number", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_to") VALUES (OLD."body", OLD."id", OLD."kind", OLD."number", OLD."offer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."valid_to"); RETURN NULL;',
                            hash="94d022b18f4be97cfb026e88c9030c39ca30fef4",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_faecf",
                            table="internships_certificate",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "candidacyevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a1550b6eb1f41c44371ba7c962fe8f4879cdad8f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_fd357",
                            table="internships_candidacyevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "candidacy",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_candidacyevent" ("accepted_at", "assigned_on", "available_from", "case_ptr_id", "code", "condition", "decided_at", "declarations", "digital", "education", "evidence_number", "evidence_on", "grade", "graduated_on", "guardian", "guardian_tax_code", "has_kinship", "has_licence", "institute", "interview_at", "is_neet", "is_renewing", "job_centre", "languages", "mobility_km", "motivation", "needs_permit", "permit_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "schooling_done", "study_title", "support", "support_until", "weekly_minutes") VALUES (NEW."accepted_at", NEW."assigned_on", NEW."available_from", NEW."case_ptr_id", NEW."code", NEW."condition", NEW."decided_at", NEW."declarations", NEW."digital", NEW."education", NEW."evidence_number", NEW."evidence_on", NEW."grade", NEW."graduated_on", NEW."guardian", NEW."guardian_tax_code", NEW."has_kinship", NEW."has_licence", NEW."institute", NEW."interview_at", NEW."is_neet", NEW."is_renewing", NEW."job_centre", NEW."languages", NEW."mobility_km", NEW."motivation", NEW."needs_permit", NEW."permit_until", _pgh_attach_context(), NOW(), \'insert\', NEW."case_ptr_id", NEW."placement_id", NEW."schooling_done", NEW."study_title", NEW."support", NEW."support_until", NEW."weekly_minutes"); RETURN NULL;',
                            hash="573be69cd9432170c1ddf7d758af0d3d5f407dd0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_31426",
                            table="internships_candidacy",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "candidacy",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."accepted_at" IS DISTINCT FROM (NEW."accepted_at") OR OLD."assigned_on" IS DISTINCT FROM (NEW."assigned_on") OR OLD."available_from" IS DISTINCT FROM (NEW."available_from") OR OLD."case_ptr_id" IS DISTINCT FROM (NEW."case_ptr_id") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."condition" IS DISTINCT FROM (NEW."condition") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."declarations" IS DISTINCT FROM (NEW."declarations") OR OLD."digital" IS DISTINCT FROM (NEW."digital") OR OLD."education" IS DISTINCT FROM (NEW."education") OR OLD."evidence_number" IS DISTINCT FROM (NEW."evidence_number") OR OLD."evidence_on" IS DISTINCT FROM (NEW."evidence_on") OR OLD."grade" IS DISTINCT FROM (NEW."grade") OR OLD."graduated_on" IS DISTINCT FROM (NEW."graduated_on") OR OLD."guardian" IS DISTINCT FROM (NEW."guardian") OR OLD."guardian_tax_code" IS DISTINCT FROM (NEW."guardian_tax_code") OR OLD."has_kinship" IS DISTINCT FROM (NEW."has_kinship") OR OLD."has_licence" IS DISTINCT FROM (NEW."has_licence") OR OLD."institute" IS DISTINCT FROM (NEW."institute") OR OLD."interview_at" IS DISTINCT FROM (NEW."interview_at") OR OLD."is_neet" IS DISTINCT FROM (NEW."is_neet") OR OLD."is_renewing" IS DISTINCT FROM (NEW."is_renewing") OR OLD."job_centre" IS DISTINCT FROM (NEW."job_centre") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."mobility_km" IS DISTINCT FROM (NEW."mobility_km") OR OLD."motivation" IS DISTINCT FROM (NEW."motivation") OR OLD."needs_permit" IS DISTINCT FROM (NEW."needs_permit") OR OLD."permit_until" IS DISTINCT FROM (NEW."permit_until") OR OLD."placement_id" IS DISTINCT FROM (NEW."placement_id") OR OLD."schooling_done" IS DISTINCT FROM (NEW."schooling_done") OR OLD."study_title" IS DISTINCT FROM (NEW."study_title") OR OLD."support" IS DISTINCT FROM (NEW."support") OR OLD."support_until" IS DISTINCT FROM (NEW."support_until") OR OLD."weekly_minutes" IS DISTINCT FROM (NEW."weekly_minutes"))',
                            func='INSERT INTO "internships_candidacyevent" ("accepted_at", "assigned_on", "available_from", "case_ptr_id", "code", "condition", "decided_at", "declarations", "digital", "education", "evidence_number", "evidence_on", "grade", "graduated_on", "guardian", "guardian_tax_code", "has_kinship", "has_licence", "institute", "interview_at", "is_neet", "is_renewing", "job_centre", "languages", "mobility_km", "motivation", "needs_permit", "permit_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "schooling_done", "study_title", "support", "support_until", "weekly_minutes") VALUES (NEW."accepted_at", NEW."assigned_on", NEW."available_from", NEW."case_ptr_id", NEW."code", NEW."condition", NEW."decided_at", NEW."declarations", NEW."digital", NEW."education", NEW."evidence_number", NEW."evidence_on", NEW."grade", NEW."graduated_on", NEW."guardian", NEW."guardian_tax_code", NEW."has_kinship", NEW."has_licence", NEW."institute", NEW."interview_at", NEW."is_neet", NEW."is_renewing", NEW."job_centre", NEW."languages", NEW."mobility_km", NEW."motivation", NEW."needs_permit", NEW."permit_until", _pgh_attach_context(), NOW(), \'update\', NEW."case_ptr_id", NEW."placement_id", NEW."schooling_done", NEW."study_title", NEW."support", NEW."support_until", NEW."weekly_minutes"); RETURN NULL;',
                            hash="5082684792ae905588c5b081770a6f084ee72c9a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2c371",
                            table="internships_candidacy",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "candidacy",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_candidacyevent" ("accepted_at", "assigned_on", "available_from", "case_ptr_id", "code", "condition", "decided_at", "declarations", "digital", "education", "evidence_number", "evidence_on", "grade", "graduated_on", "guardian", "guardian_tax_code", "has_kinship", "has_licence", "institute", "interview_at", "is_neet", "is_renewing", "job_centre", "languages", "mobility_km", "motivation", "needs_permit", "permit_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "schooling_done", "study_title", "support", "support_until", "weekly_minutes") VALUES (OLD."accepted_at", OLD."assigned_on", OLD."available_from", OLD."case_ptr_id", OLD."code", OLD."condition", OLD."decided_at", OLD."declarations", OLD."digital", OLD."education", OLD."evidence_number", OLD."evidence_on", OLD."grade", OLD."graduated_on", OLD."guardian", OLD."guardian_tax_code", OLD."has_kinship", OLD."has_licence", OLD."institute", OLD."interview_at", OLD."is_neet", OLD."is_renewing", OLD."job_centre", OLD."languages", OLD."mobility_km", OLD."motivation", OLD."needs_permit", OLD."permit_until", _pgh_attach_context(), NOW(), \'delete\', OLD."case_ptr_id", OLD."placement_id", OLD."schooling_done", OLD."study_title", OLD."support", OLD."support_until", OLD."weekly_minutes"); RETURN NULL;',
                            hash="57d148a6bc6fcda780e5520c388de633fe12c09b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_33aae",
                            table="internships_candidacy",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "finalreportevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f93678b51598440fd3756863e9269d5104c13f83",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d2517",
                            table="internships_finalreportevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "finalreport",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_finalreportevent" ("by", "coherence", "goals", "id", "internship_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "suggestions", "text", "treatment", "written_at", "written_by_id") VALUES (NEW."by", NEW."coherence", NEW."goals", NEW."id", NEW."internship_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."suggestions", NEW."text", NEW."treatment", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                            hash="b3462ef4980abd516607435c4fca06bf8b032157",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_40cda",
                            table="internships_finalreport",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "finalreport",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_finalreportevent" ("by", "coherence", "goals", "id", "internship_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "suggestions", "text", "treatment", "written_at", "written_by_id") VALUES (NEW."by", NEW."coherence", NEW."goals", NEW."id", NEW."internship_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."suggestions", NEW."text", NEW."treatment", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                            hash="1cfd89ce6e31968bf1ff07af6fd41513aa6c8511",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d3444",
                            table="internships_finalreport",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "finalreport",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_finalreportevent" ("by", "coherence", "goals", "id", "internship_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "suggestions", "text", "treatment", "written_at", "written_by_id") VALUES (OLD."by", OLD."coherence", OLD."goals", OLD."id", OLD."internship_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."suggestions", OLD."text", OLD."treatment", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                            hash="60186b6f7b039816e8f64b032031b718df9215da",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_aacba",
                            table="internships_finalreport",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "extensionevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "extension",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_extensionevent" ("asked_on", "cob_number", "cob_on", "decided_at", "deed_id", "id", "internship_id", "months", "new_end", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_end", "reason", "state") VALUES (NEW."asked_on", NEW."cob_number", NEW."cob_on", NEW."decided_at", NEW."deed_id", NEW."id", NEW."internship_id", NEW."months", NEW."new_end", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."previous_end", NEW."reason", NEW."state"); RETURN NULL;',
                            hash="80d8adc92ec67434bd30381bd5542af59ddbd43c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8c5e8",
                            table="internships_extension",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "extension",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_extensionevent" ("asked_on", "cob_number", "cob_on", "decided_at", "deed_id", "id", "internship_id", "months", "new_end", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_end", "reason", "state") VALUES (NEW."asked_on", NEW."cob_number", NEW."cob_on", NEW."decided_at", NEW."deed_id", NEW."id", NEW."internship_id", NEW."months", NEW."new_end", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."previous_end", NEW."reason", NEW."state"); RETURN NULL;',
                            hash="2a432fca72d499ca7912cb4941a10cef5766d4e2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2f729",
                            table="internships_extension",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "extension",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_extensionevent" ("asked_on", "cob_number", "cob_on", "decided_at", "deed_id", "id", "internship_id", "months", "new_end", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_end", "reason", "state") VALUES (OLD."asked_on", OLD."cob_number", OLD."cob_on", OLD."decided_at", OLD."deed_id", OLD."id", OLD."internship_id", OLD."months", OLD."new_end", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."previous_end", OLD."reason", OLD."state"); RETURN NULL;',
                            hash="e4c590e07d216b38d995551efa6af0098025a1ff",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a1db5",
                            table="internships_extension",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "deedevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "deed",
                    pgtrigger.compiler.Trigger(
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
                (
                    "deed",
                    pgtrigger.compiler.Trigger(
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
                (
                    "deed",
                    pgtrigger.compiler.Trigger(
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
                (
                    "conditionevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "condition",
                    pgtrigger.compiler.Trigger(
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
                (
                    "condition",
                    pgtrigger.compiler.Trigger(
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
                (
                    "condition",
                    pgtrigger.compiler.Trigger(
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
                (
                    "internshipban",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_internshipbanevent" ("act_date", "act_number", "added_at", "added_by_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "tax_code", "until") VALUES (NEW."act_date", NEW."act_number", NEW."added_at", NEW."added_by_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."tax_code", NEW."until"); RETURN NULL;',
                            hash="b7418143471ef75f93c23e62376ef246dedc4c02",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2f761",
                            table="internships_internshipban",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "internshipban",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_internshipbanevent" ("act_date", "act_number", "added_at", "added_by_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "tax_code", "until") VALUES (NEW."act_date", NEW."act_number", NEW."added_at", NEW."added_by_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."tax_code", NEW."until"); RETURN NULL;',
                            hash="612d99c4d3468ad01b3cd6c77686ba2b6ce5c741",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_69249",
                            table="internships_internshipban",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "internshipban",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_internshipbanevent" ("act_date", "act_number", "added_at", "added_by_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "tax_code", "until") VALUES (OLD."act_date", OLD."act_number", OLD."added_at", OLD."added_by_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."tax_code", OLD."until"); RETURN NULL;',
                            hash="327bf46baf9ca5758f367476332e76dde6c1f2e8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_59fbe",
                            table="internships_internshipban",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "internshipbanevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7f0537d6c5b7e6292c76e0d56bf863bfb7de0ecd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d0655",
                            table="internships_internshipbanevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "layoff",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_layoffevent" ("id", "kind", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "same_tasks", "same_unit", "union_agreement") VALUES (NEW."id", NEW."kind", NEW."offer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."same_tasks", NEW."same_unit", NEW."union_agreement"); RETURN NULL;',
                            hash="276251fb181f7608fbbce121c905f96fe73dee0d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6d087",
                            table="internships_layoff",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "layoff",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_layoffevent" ("id", "kind", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "same_tasks", "same_unit", "union_agreement") VALUES (NEW."id", NEW."kind", NEW."offer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."same_tasks", NEW."same_unit", NEW."union_agreement"); RETURN NULL;',
                            hash="97023140e86c6b95ac91b15c61d2e4db8c0f9e99",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9097e",
                            table="internships_layoff",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "layoff",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_layoffevent" ("id", "kind", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "same_tasks", "same_unit", "union_agreement") VALUES (OLD."id", OLD."kind", OLD."offer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."same_tasks", OLD."same_unit", OLD."union_agreement"); RETURN NULL;',
                            hash="586b65e0445d438e1a5d87260a50b66fdfe7d444",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_717ee",
                            table="internships_layoff",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "layoffevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4575e8638f23738881ad32afe84b91947a2b8017",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a646c",
                            table="internships_layoffevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "measure",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_measureevent" ("done_on", "id", "kind", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof") VALUES (NEW."done_on", NEW."id", NEW."kind", NEW."offer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proof"); RETURN NULL;',
                            hash="e67b28dbcb03df0268d00b6114e591664f5ad9c8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a2a61",
                            table="internships_measure",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "measure",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_measureevent" ("done_on", "id", "kind", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof") VALUES (NEW."done_on", NEW."id", NEW."kind", NEW."offer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proof"); RETURN NULL;',
                            hash="a537f13ab06cf1a1f94d5abf30c0c1bb6b3c23d6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d72a8",
                            table="internships_measure",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "measure",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_measureevent" ("done_on", "id", "kind", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof") VALUES (OLD."done_on", OLD."id", OLD."kind", OLD."offer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proof"); RETURN NULL;',
                            hash="fcda0eac2e5b43dada8aff3a32d653623729551b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_80b9f",
                            table="internships_measure",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "measureevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3b210938526ed9dfee2fd33d35e9c903e613d049",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_19bec",
                            table="internships_measureevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "month",
                    pgtrigger.compiler.Trigger(
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
                (
                    "month",
                    pgtrigger.compiler.Trigger(
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
                (
                    "month",
                    pgtrigger.compiler.Trigger(
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
                (
                    "allowancedueevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "allowancedue",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_allowancedueevent" ("amount", "decided_because", "decided_by_id", "due_on", "id", "month_id", "outcome", "paid_amount", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "reference", "reminded_on", "rule") VALUES (NEW."amount", NEW."decided_because", NEW."decided_by_id", NEW."due_on", NEW."id", NEW."month_id", NEW."outcome", NEW."paid_amount", NEW."paid_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proof_id", NEW."reference", NEW."reminded_on", NEW."rule"); RETURN NULL;',
                            hash="fa2098cc270c4945b2489d6cdea741b20709a10a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_62a75",
                            table="internships_allowancedue",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "allowancedue",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_allowancedueevent" ("amount", "decided_because", "decided_by_id", "due_on", "id", "month_id", "outcome", "paid_amount", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "reference", "reminded_on", "rule") VALUES (NEW."amount", NEW."decided_because", NEW."decided_by_id", NEW."due_on", NEW."id", NEW."month_id", NEW."outcome", NEW."paid_amount", NEW."paid_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proof_id", NEW."reference", NEW."reminded_on", NEW."rule"); RETURN NULL;',
                            hash="7a43fed8bec4115e3fd4d9c1cd246683df80a937",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_66e6e",
                            table="internships_allowancedue",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "allowancedue",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_allowancedueevent" ("amount", "decided_because", "decided_by_id", "due_on", "id", "month_id", "outcome", "paid_amount", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "reference", "reminded_on", "rule") VALUES (OLD."amount", OLD."decided_because", OLD."decided_by_id", OLD."due_on", OLD."id", OLD."month_id", OLD."outcome", OLD."paid_amount", OLD."paid_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proof_id", OLD."reference", OLD."reminded_on", OLD."rule"); RETURN NULL;',
                            hash="0c9e59b6d7cc5ee7793d7141e36834bcd62227b6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_980f9",
                            table="internships_allowancedue",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "monthevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "offerground",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_offergroundevent" ("answer", "document", "from_observations", "id", "observation", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "text", "told_at", "upheld") VALUES (NEW."answer", NEW."document", NEW."from_observations", NEW."id", NEW."observation", NEW."offer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rule", NEW."text", NEW."told_at", NEW."upheld"); RETURN NULL;',
                            hash="ef93a1986e1752bb20d1c5541db00943c0b7563e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b57af",
                            table="internships_offerground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "offerground",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_offergroundevent" ("answer", "document", "from_observations", "id", "observation", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "text", "told_at", "upheld") VALUES (NEW."answer", NEW."document", NEW."from_observations", NEW."id", NEW."observation", NEW."offer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rule", NEW."text", NEW."told_at", NEW."upheld"); RETURN NULL;',
                            hash="aa2c185b38f40ef490a45f718b40588939904ce5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a0374",
                            table="internships_offerground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "offerground",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_offergroundevent" ("answer", "document", "from_observations", "id", "observation", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "text", "told_at", "upheld") VALUES (OLD."answer", OLD."document", OLD."from_observations", OLD."id", OLD."observation", OLD."offer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rule", OLD."text", OLD."told_at", OLD."upheld"); RETURN NULL;',
                            hash="04115b164620ecb1aea54c013e20947f6bbc162b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_26b90",
                            table="internships_offerground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "offergroundevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a54c6104059dd90767bee88957810c9d1dd1286c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5b769",
                            table="internships_offergroundevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "planactivity",
                    pgtrigger.compiler.Trigger(
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
                (
                    "planactivity",
                    pgtrigger.compiler.Trigger(
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
                (
                    "planactivity",
                    pgtrigger.compiler.Trigger(
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
                (
                    "dayevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "day",
                    pgtrigger.compiler.Trigger(
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
                (
                    "day",
                    pgtrigger.compiler.Trigger(
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
                (
                    "day",
                    pgtrigger.compiler.Trigger(
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
                (
                    "planactivityevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "plancompetence",
                    pgtrigger.compiler.Trigger(
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
                (
                    "plancompetence",
                    pgtrigger.compiler.Trigger(
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
                (
                    "plancompetence",
                    pgtrigger.compiler.Trigger(
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
                (
                    "evidenceevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2ad232f32c63bbee327508f540a649484f3054d8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5c380",
                            table="internships_evidenceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_evidenceevent" ("activity_id", "competence_id", "document_id", "id", "kind", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "written_at", "written_by_id") VALUES (NEW."activity_id", NEW."competence_id", NEW."document_id", NEW."id", NEW."kind", NEW."level", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                            hash="6e6ee758c1549501f645bd1142b12b810167cf63",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a75cc",
                            table="internships_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_evidenceevent" ("activity_id", "competence_id", "document_id", "id", "kind", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "written_at", "written_by_id") VALUES (NEW."activity_id", NEW."competence_id", NEW."document_id", NEW."id", NEW."kind", NEW."level", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                            hash="1414740d198a12ca9c30dbcd4e081c68734efe7d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f9778",
                            table="internships_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_evidenceevent" ("activity_id", "competence_id", "document_id", "id", "kind", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "written_at", "written_by_id") VALUES (OLD."activity_id", OLD."competence_id", OLD."document_id", OLD."id", OLD."kind", OLD."level", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                            hash="06c4051e97b1eaf99c18424e6b51c2d0dbc6098a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d9df8",
                            table="internships_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "plancompetenceevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "preference",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_preferenceevent" ("candidacy_id", "dropped", "id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (NEW."candidacy_id", NEW."dropped", NEW."id", NEW."offer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rank"); RETURN NULL;',
                            hash="187fbf1474dfe857adeab9831465653e4055dfd0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3025d",
                            table="internships_preference",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "preference",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_preferenceevent" ("candidacy_id", "dropped", "id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (NEW."candidacy_id", NEW."dropped", NEW."id", NEW."offer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rank"); RETURN NULL;',
                            hash="3b011e9e7807c4e97577ec75cbf79ce75ab6089b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_646f2",
                            table="internships_preference",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "preference",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_preferenceevent" ("candidacy_id", "dropped", "id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (OLD."candidacy_id", OLD."dropped", OLD."id", OLD."offer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rank"); RETURN NULL;',
                            hash="843a19d4eaa8f2a49380542fbd291dcd5b7aaa46",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_50e4b",
                            table="internships_preference",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "preferenceevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a59b7f51fe71a9e953ac2f1dcfaaecb92010b7f3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4ed19",
                            table="internships_preferenceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "priorrelation",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_priorrelationevent" ("candidacy_id", "days", "ended_on", "host_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."candidacy_id", NEW."days", NEW."ended_on", NEW."host_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="b1e3da2afae923f6d43355c9bf6803e44ca18a6a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_94fe1",
                            table="internships_priorrelation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "priorrelation",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_priorrelationevent" ("candidacy_id", "days", "ended_on", "host_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."candidacy_id", NEW."days", NEW."ended_on", NEW."host_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="8a67695fab4982a942c1c0719591426056b1b850",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_66932",
                            table="internships_priorrelation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "priorrelation",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_priorrelationevent" ("candidacy_id", "days", "ended_on", "host_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."candidacy_id", OLD."days", OLD."ended_on", OLD."host_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="c75343d19c407a56b63f620155899696e082f21c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e2538",
                            table="internships_priorrelation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "priorrelationevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cba78a73879e67490b919f1e309ad7060a47f62b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a1c2f",
                            table="internships_priorrelationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "promoter",
                    pgtrigger.compiler.Trigger(
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
                (
                    "promoter",
                    pgtrigger.compiler.Trigger(
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
                (
                    "promoter",
                    pgtrigger.compiler.Trigger(
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
                (
                    "promoterevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "refundrequest",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_refundrequestevent" ("act_id", "asked_amount", "asked_by_id", "asked_on", "cor", "cup", "examined_at", "examined_by_id", "finding", "holder", "iban", "id", "internship_id", "other_aid", "paper_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."act_id", NEW."asked_amount", NEW."asked_by_id", NEW."asked_on", NEW."cor", NEW."cup", NEW."examined_at", NEW."examined_by_id", NEW."finding", NEW."holder", NEW."iban", NEW."id", NEW."internship_id", NEW."other_aid", NEW."paper_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="b0de5ca9f9847f5ebf8338e09e2e9b66ead9a2f3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_426d5",
                            table="internships_refundrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "refundrequest",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_refundrequestevent" ("act_id", "asked_amount", "asked_by_id", "asked_on", "cor", "cup", "examined_at", "examined_by_id", "finding", "holder", "iban", "id", "internship_id", "other_aid", "paper_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."act_id", NEW."asked_amount", NEW."asked_by_id", NEW."asked_on", NEW."cor", NEW."cup", NEW."examined_at", NEW."examined_by_id", NEW."finding", NEW."holder", NEW."iban", NEW."id", NEW."internship_id", NEW."other_aid", NEW."paper_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="2e57e20c93e4ae87e4a51353eebc2ac022089b21",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dd57e",
                            table="internships_refundrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "refundrequest",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_refundrequestevent" ("act_id", "asked_amount", "asked_by_id", "asked_on", "cor", "cup", "examined_at", "examined_by_id", "finding", "holder", "iban", "id", "internship_id", "other_aid", "paper_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."act_id", OLD."asked_amount", OLD."asked_by_id", OLD."asked_on", OLD."cor", OLD."cup", OLD."examined_at", OLD."examined_by_id", OLD."finding", OLD."holder", OLD."iban", OLD."id", OLD."internship_id", OLD."other_aid", OLD."paper_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="cff37a5c674d118861db7693ca83e75c1be345b0",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6d2b2",
                            table="internships_refundrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "refundrequestevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6b918a6e8a7ae1e503f06790eef62aa88ad85c4b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_dd90c",
                            table="internships_refundrequestevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "runninginternship",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_runninginternshipevent" ("candidacy_id", "host", "id", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "weekly_minutes") VALUES (NEW."candidacy_id", NEW."host", NEW."id", NEW."last_day", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."weekly_minutes"); RETURN NULL;',
                            hash="24f82017580308a0c863231e4cec5263a3740cc0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e9f1e",
                            table="internships_runninginternship",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "runninginternship",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_runninginternshipevent" ("candidacy_id", "host", "id", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "weekly_minutes") VALUES (NEW."candidacy_id", NEW."host", NEW."id", NEW."last_day", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."weekly_minutes"); RETURN NULL;',
                            hash="097d44edb0b8eae18aaa75142193049c767e10ab",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_84a9b",
                            table="internships_runninginternship",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "runninginternship",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_runninginternshipevent" ("candidacy_id", "host", "id", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "weekly_minutes") VALUES (OLD."candidacy_id", OLD."host", OLD."id", OLD."last_day", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."weekly_minutes"); RETURN NULL;',
                            hash="0f0b8e96763388913ce5b15767a5964b5877da06",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2ca90",
                            table="internships_runninginternship",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "runninginternshipevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f70d9d1ffb336feacb3c65e32e009cca15931023",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1c491",
                            table="internships_runninginternshipevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "signature",
                    pgtrigger.compiler.Trigger(
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
                (
                    "signature",
                    pgtrigger.compiler.Trigger(
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
                (
                    "signature",
                    pgtrigger.compiler.Trigger(
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
                (
                    "signatureevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "slot",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_slotevent" ("added_by_id", "call_id", "for_host", "for_programme", "id", "link", "minutes", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at") VALUES (NEW."added_by_id", NEW."call_id", NEW."for_host", NEW."for_programme", NEW."id", NEW."link", NEW."minutes", NEW."offer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."starts_at"); RETURN NULL;',
                            hash="a538c3ac3f664e74199a085c8d466c59e2e4396e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b6ec0",
                            table="internships_slot",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "slot",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_slotevent" ("added_by_id", "call_id", "for_host", "for_programme", "id", "link", "minutes", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at") VALUES (NEW."added_by_id", NEW."call_id", NEW."for_host", NEW."for_programme", NEW."id", NEW."link", NEW."minutes", NEW."offer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."starts_at"); RETURN NULL;',
                            hash="4c215003e484b940a86b1102738c3a09c093e229",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a27aa",
                            table="internships_slot",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "slot",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_slotevent" ("added_by_id", "call_id", "for_host", "for_programme", "id", "link", "minutes", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at") VALUES (OLD."added_by_id", OLD."call_id", OLD."for_host", OLD."for_programme", OLD."id", OLD."link", OLD."minutes", OLD."offer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."starts_at"); RETURN NULL;',
                            hash="3a3d7fddcd0b1634d3dbcac9221f3fb3395269cf",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1eed6",
                            table="internships_slot",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "interviewevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="15024b1dc1c85a1c8d238508240729ad1713e9f7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2268c",
                            table="internships_interviewevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "interview",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_interviewevent" ("called_at", "candidacy_id", "id", "is_declared", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said", "slot_id", "state") VALUES (NEW."called_at", NEW."candidacy_id", NEW."id", NEW."is_declared", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."said", NEW."slot_id", NEW."state"); RETURN NULL;',
                            hash="fcd9a576272d2c82f4b3e87b0770fb72cf13b334",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_69c7b",
                            table="internships_interview",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "interview",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_interviewevent" ("called_at", "candidacy_id", "id", "is_declared", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said", "slot_id", "state") VALUES (NEW."called_at", NEW."candidacy_id", NEW."id", NEW."is_declared", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."said", NEW."slot_id", NEW."state"); RETURN NULL;',
                            hash="b9959987de75771dea56c0c7e8db9a37fdaeed03",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f1e7a",
                            table="internships_interview",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "interview",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_interviewevent" ("called_at", "candidacy_id", "id", "is_declared", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said", "slot_id", "state") VALUES (OLD."called_at", OLD."candidacy_id", OLD."id", OLD."is_declared", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."said", OLD."slot_id", OLD."state"); RETURN NULL;',
                            hash="cba7d0434a4f447892affb59185b35517101dcac",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a0cb9",
                            table="internships_interview",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "slotevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3ce2119c37e37e6cc306bee28d5464ff73990a93",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0d3ff",
                            table="internships_slotevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "staffperiod",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_staffperiodevent" ("first_day", "id", "kind", "last_day", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."first_day", NEW."id", NEW."kind", NEW."last_day", NEW."offer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="bfb0f97750303b8ee0aabf0d22d11c958f1b053d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_92537",
                            table="internships_staffperiod",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "staffperiod",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_staffperiodevent" ("first_day", "id", "kind", "last_day", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."first_day", NEW."id", NEW."kind", NEW."last_day", NEW."offer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="27c776c6a3e6aeeb147fee0838ddd22c67e0430a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_59574",
                            table="internships_staffperiod",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "staffperiod",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_staffperiodevent" ("first_day", "id", "kind", "last_day", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."first_day", OLD."id", OLD."kind", OLD."last_day", OLD."offer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="812133c23d5e823e42cb131938ac042fb58babbe",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_81b22",
                            table="internships_staffperiod",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "staffperiodevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cef945ad941aebeb4a9879c4f61af6f4265e6a9b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a55fd",
                            table="internships_staffperiodevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "suspension",
                    pgtrigger.compiler.Trigger(
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
                (
                    "suspension",
                    pgtrigger.compiler.Trigger(
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
                (
                    "suspension",
                    pgtrigger.compiler.Trigger(
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
                (
                    "pausereasonevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "pausereason",
                    pgtrigger.compiler.Trigger(
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
                (
                    "pausereason",
                    pgtrigger.compiler.Trigger(
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
                (
                    "pausereason",
                    pgtrigger.compiler.Trigger(
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
                (
                    "suspensionevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "tutor",
                    pgtrigger.compiler.Trigger(
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
                (
                    "tutor",
                    pgtrigger.compiler.Trigger(
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
                (
                    "tutor",
                    pgtrigger.compiler.Trigger(
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
                (
                    "tutorevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "unit",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_unitevent" ("host_id", "id", "key", "municipality", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "province", "street", "street_number") VALUES (NEW."host_id", NEW."id", NEW."key", NEW."municipality", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."postcode", NEW."province", NEW."street", NEW."street_number"); RETURN NULL;',
                            hash="2a0fd9bcba31bb864270972820604748400cc1af",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4624d",
                            table="internships_unit",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "unit",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_unitevent" ("host_id", "id", "key", "municipality", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "province", "street", "street_number") VALUES (NEW."host_id", NEW."id", NEW."key", NEW."municipality", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."postcode", NEW."province", NEW."street", NEW."street_number"); RETURN NULL;',
                            hash="a1e0eaf1d187b046aa860e1f28aaf3222e0b7980",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_74cf0",
                            table="internships_unit",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "unit",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_unitevent" ("host_id", "id", "key", "municipality", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "province", "street", "street_number") VALUES (OLD."host_id", OLD."id", OLD."key", OLD."municipality", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."postcode", OLD."province", OLD."street", OLD."street_number"); RETURN NULL;',
                            hash="08f27af21b68df829befa66d36a9b62b10ca9221",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_23380",
                            table="internships_unit",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "internshipevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "internship",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_internshipevent" ("accident_reference", "allowance", "arrives_at", "case_ptr_id", "cob_number", "cob_sent_at", "contract", "contract_minutes", "cover_bearer", "covered_at", "end", "end_cob_number", "end_cob_on", "end_reason", "ended_on", "equipment", "fit_on", "general_hours", "gives_meals", "guardian_name", "insurer", "liability_expiry", "liability_policy", "liability_renews", "methods", "minor_authorised", "needs_surveillance", "objectives", "odd_hours", "offer_id", "payer", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end", "promoter_id", "refunded", "remote_days", "remote_rules", "risk", "ruleset", "safety_bearer", "specific_hours", "start", "started_at", "title", "trained_on", "trainee_id", "trips", "type", "unit_id", "was_hired", "week") VALUES (NEW."accident_reference", NEW."allowance", NEW."arrives_at", NEW."case_ptr_id", NEW."cob_number", NEW."cob_sent_at", NEW."contract", NEW."contract_minutes", NEW."cover_bearer", NEW."covered_at", NEW."end", NEW."end_cob_number", NEW."end_cob_on", NEW."end_reason", NEW."ended_on", NEW."equipment", NEW."fit_on", NEW."general_hours", NEW."gives_meals", NEW."guardian_name", NEW."insurer", NEW."liability_expiry", NEW."liability_policy", NEW."liability_renews", NEW."methods", NEW."minor_authorised", NEW."needs_surveillance", NEW."objectives", NEW."odd_hours", NEW."offer_id", NEW."payer", _pgh_attach_context(), NOW(), \'insert\', NEW."case_ptr_id", NEW."planned_end", NEW."promoter_id", NEW."refunded", NEW."remote_days", NEW."remote_rules", NEW."risk", NEW."ruleset", NEW."safety_bearer", NEW."specific_hours", NEW."start", NEW."started_at", NEW."title", NEW."trained_on", NEW."trainee_id", NEW."trips", NEW."type", NEW."unit_id", NEW."was_hired", NEW."week"); RETURN NULL;',
                            hash="21e2761cc50a849157a0032c2c03b832fb1ab42c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4aa3e",
                            table="internships_internship",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "internship",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."accident_reference" IS DISTINCT FROM (NEW."accident_reference") OR OLD."allowance" IS DISTINCT FROM (NEW."allowance") OR OLD."arrives_at" IS DISTINCT FROM (NEW."arrives_at") OR OLD."case_ptr_id" IS DISTINCT FROM (NEW."case_ptr_id") OR OLD."cob_number" IS DISTINCT FROM (NEW."cob_number") OR OLD."cob_sent_at" IS DISTINCT FROM (NEW."cob_sent_at") OR OLD."contract" IS DISTINCT FROM (NEW."contract") OR OLD."contract_minutes" IS DISTINCT FROM (NEW."contract_minutes") OR OLD."cover_bearer" IS DISTINCT FROM (NEW."cover_bearer") OR OLD."covered_at" IS DISTINCT FROM (NEW."covered_at") OR OLD."end" IS DISTINCT FROM (NEW."end") OR OLD."end_cob_number" IS DISTINCT FROM (NEW."end_cob_number") OR OLD."end_cob_on" IS DISTINCT FROM (NEW."end_cob_on") OR OLD."end_reason" IS DISTINCT FROM (NEW."end_reason") OR OLD."ended_on" IS DISTINCT FROM (NEW."ended_on") OR OLD."equipment" IS DISTINCT FROM (NEW."equipment") OR OLD."fit_on" IS DISTINCT FROM (NEW."fit_on") OR OLD."general_hours" IS DISTINCT FROM (NEW."general_hours") OR OLD."gives_meals" IS DISTINCT FROM (NEW."gives_meals") OR OLD."guardian_name" IS DISTINCT FROM (NEW."guardian_name") OR OLD."insurer" IS DISTINCT FROM (NEW."insurer") OR OLD."liability_expiry" IS DISTINCT FROM (NEW."liability_expiry") OR OLD."liability_policy" IS DISTINCT FROM (NEW."liability_policy") OR OLD."liability_renews" IS DISTINCT FROM (NEW."liability_renews") OR OLD."methods" IS DISTINCT FROM (NEW."methods") OR OLD."minor_authorised" IS DISTINCT FROM (NEW."minor_authorised") OR OLD."needs_surveillance" IS DISTINCT FROM (NEW."needs_surveillance") OR OLD."objectives" IS DISTINCT FROM (NEW."objectives") OR OLD."odd_hours" IS DISTINCT FROM (NEW."odd_hours") OR OLD."offer_id" IS DISTINCT FROM (NEW."offer_id") OR OLD."payer" IS DISTINCT FROM (NEW."payer") OR OLD."planned_end" IS DISTINCT FROM (NEW."planned_end") OR OLD."promoter_id" IS DISTINCT FROM (NEW."promoter_id") OR OLD."refunded" IS DISTINCT FROM (NEW."refunded") OR OLD."remote_days" IS DISTINCT FROM (NEW."remote_days") OR OLD."remote_rules" IS DISTINCT FROM (NEW."remote_rules") OR OLD."risk" IS DISTINCT FROM (NEW."risk") OR OLD."ruleset" IS DISTINCT FROM (NEW."ruleset") OR OLD."safety_bearer" IS DISTINCT FROM (NEW."safety_bearer") OR OLD."specific_hours" IS DISTINCT FROM (NEW."specific_hours") OR OLD."start" IS DISTINCT FROM (NEW."start") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."trained_on" IS DISTINCT FROM (NEW."trained_on") OR OLD."trainee_id" IS DISTINCT FROM (NEW."trainee_id") OR OLD."trips" IS DISTINCT FROM (NEW."trips") OR OLD."type" IS DISTINCT FROM (NEW."type") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."was_hired" IS DISTINCT FROM (NEW."was_hired") OR OLD."week" IS DISTINCT FROM (NEW."week"))',
                            func='INSERT INTO "internships_internshipevent" ("accident_reference", "allowance", "arrives_at", "case_ptr_id", "cob_number", "cob_sent_at", "contract", "contract_minutes", "cover_bearer", "covered_at", "end", "end_cob_number", "end_cob_on", "end_reason", "ended_on", "equipment", "fit_on", "general_hours", "gives_meals", "guardian_name", "insurer", "liability_expiry", "liability_policy", "liability_renews", "methods", "minor_authorised", "needs_surveillance", "objectives", "odd_hours", "offer_id", "payer", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end", "promoter_id", "refunded", "remote_days", "remote_rules", "risk", "ruleset", "safety_bearer", "specific_hours", "start", "started_at", "title", "trained_on", "trainee_id", "trips", "type", "unit_id", "was_hired", "week") VALUES (NEW."accident_reference", NEW."allowance", NEW."arrives_at", NEW."case_ptr_id", NEW."cob_number", NEW."cob_sent_at", NEW."contract", NEW."contract_minutes", NEW."cover_bearer", NEW."covered_at", NEW."end", NEW."end_cob_number", NEW."end_cob_on", NEW."end_reason", NEW."ended_on", NEW."equipment", NEW."fit_on", NEW."general_hours", NEW."gives_meals", NEW."guardian_name", NEW."insurer", NEW."liability_expiry", NEW."liability_policy", NEW."liability_renews", NEW."methods", NEW."minor_authorised", NEW."needs_surveillance", NEW."objectives", NEW."odd_hours", NEW."offer_id", NEW."payer", _pgh_attach_context(), NOW(), \'update\', NEW."case_ptr_id", NEW."planned_end", NEW."promoter_id", NEW."refunded", NEW."remote_days", NEW."remote_rules", NEW."risk", NEW."ruleset", NEW."safety_bearer", NEW."specific_hours", NEW."start", NEW."started_at", NEW."title", NEW."trained_on", NEW."trainee_id", NEW."trips", NEW."type", NEW."unit_id", NEW."was_hired", NEW."week"); RETURN NULL;',
                            hash="d6e6f042b5d7b51994ade7231edd64abc65a9d2c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8c203",
                            table="internships_internship",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "internship",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_internshipevent" ("accident_reference", "allowance", "arrives_at", "case_ptr_id", "cob_number", "cob_sent_at", "contract", "contract_minutes", "cover_bearer", "covered_at", "end", "end_cob_number", "end_cob_on", "end_reason", "ended_on", "equipment", "fit_on", "general_hours", "gives_meals", "guardian_name", "insurer", "liability_expiry", "liability_policy", "liability_renews", "methods", "minor_authorised", "needs_surveillance", "objectives", "odd_hours", "offer_id", "payer", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end", "promoter_id", "refunded", "remote_days", "remote_rules", "risk", "ruleset", "safety_bearer", "specific_hours", "start", "started_at", "title", "trained_on", "trainee_id", "trips", "type", "unit_id", "was_hired", "week") VALUES (OLD."accident_reference", OLD."allowance", OLD."arrives_at", OLD."case_ptr_id", OLD."cob_number", OLD."cob_sent_at", OLD."contract", OLD."contract_minutes", OLD."cover_bearer", OLD."covered_at", OLD."end", OLD."end_cob_number", OLD."end_cob_on", OLD."end_reason", OLD."ended_on", OLD."equipment", OLD."fit_on", OLD."general_hours", OLD."gives_meals", OLD."guardian_name", OLD."insurer", OLD."liability_expiry", OLD."liability_policy", OLD."liability_renews", OLD."methods", OLD."minor_authorised", OLD."needs_surveillance", OLD."objectives", OLD."odd_hours", OLD."offer_id", OLD."payer", _pgh_attach_context(), NOW(), \'delete\', OLD."case_ptr_id", OLD."planned_end", OLD."promoter_id", OLD."refunded", OLD."remote_days", OLD."remote_rules", OLD."risk", OLD."ruleset", OLD."safety_bearer", OLD."specific_hours", OLD."start", OLD."started_at", OLD."title", OLD."trained_on", OLD."trainee_id", OLD."trips", OLD."type", OLD."unit_id", OLD."was_hired", OLD."week"); RETURN NULL;',
                            hash="120b3009689945bb46827340653f45db2d505b2d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a7243",
                            table="internships_internship",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "hostofferevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5951f11b70c81b88fb2d8ecfd932ed56fc514746",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_449a4",
                            table="internships_hostofferevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "hostoffer",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_hostofferevent" ("activated", "activities", "admitted_places", "allowance", "annual_fee_paid", "apprentices", "area", "assessed_on", "base_quota", "case_ptr_id", "contract", "contract_minutes", "contributions_in_order", "counted_staff", "daily_minutes", "decided_at", "declarations", "disabled_quota", "equipment", "gives_meals", "green_percent", "green_role", "green_score", "green_sector", "green_task", "has_report", "hired", "hiring", "host_kind", "initiative", "insolvency_agreement", "is_insolvent", "is_seasonal", "link", "members", "months", "needs_surveillance", "no_antimafia", "owners", "permanent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "preferences", "premium_quota", "published_on", "remote_days", "remote_rules", "replaces_nobody", "requirements", "risk", "safety_in_order", "skills", "space_id", "start_from", "start_to", "title", "training_hours", "tutor_email", "tutor_follows", "tutor_green_years", "tutor_name", "tutor_role", "tutor_skills", "tutor_tax_code", "tutor_years", "unit_id", "weekly_minutes") VALUES (NEW."activated", NEW."activities", NEW."admitted_places", NEW."allowance", NEW."annual_fee_paid", NEW."apprentices", NEW."area", NEW."assessed_on", NEW."base_quota", NEW."case_ptr_id", NEW."contract", NEW."contract_minutes", NEW."contributions_in_order", NEW."counted_staff", NEW."daily_minutes", NEW."decided_at", NEW."declarations", NEW."disabled_quota", NEW."equipment", NEW."gives_meals", NEW."green_percent", NEW."green_role", NEW."green_score", NEW."green_sector", NEW."green_task", NEW."has_report", NEW."hired", NEW."hiring", NEW."host_kind", NEW."initiative", NEW."insolvency_agreement", NEW."is_insolvent", NEW."is_seasonal", NEW."link", NEW."members", NEW."months", NEW."needs_surveillance", NEW."no_antimafia", NEW."owners", NEW."permanent", _pgh_attach_context(), NOW(), \'insert\', NEW."case_ptr_id", NEW."places", NEW."preferences", NEW."premium_quota", NEW."published_on", NEW."remote_days", NEW."remote_rules", NEW."replaces_nobody", NEW."requirements", NEW."risk", NEW."safety_in_order", NEW."skills", NEW."space_id", NEW."start_from", NEW."start_to", NEW."title", NEW."training_hours", NEW."tutor_email", NEW."tutor_follows", NEW."tutor_green_years", NEW."tutor_name", NEW."tutor_role", NEW."tutor_skills", NEW."tutor_tax_code", NEW."tutor_years", NEW."unit_id", NEW."weekly_minutes"); RETURN NULL;',
                            hash="77111891b23e911879f8a6db40524b85bc6f2748",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_489bd",
                            table="internships_hostoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "hostoffer",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."activated" IS DISTINCT FROM (NEW."activated") OR OLD."activities" IS DISTINCT FROM (NEW."activities") OR OLD."admitted_places" IS DISTINCT FROM (NEW."admitted_places") OR OLD."allowance" IS DISTINCT FROM (NEW."allowance") OR OLD."annual_fee_paid" IS DISTINCT FROM (NEW."annual_fee_paid") OR OLD."apprentices" IS DISTINCT FROM (NEW."apprentices") OR OLD."area" IS DISTINCT FROM (NEW."area") OR OLD."assessed_on" IS DISTINCT FROM (NEW."assessed_on") OR OLD."base_quota" IS DISTINCT FROM (NEW."base_quota") OR OLD."case_ptr_id" IS DISTINCT FROM (NEW."case_ptr_id") OR OLD."contract" IS DISTINCT FROM (NEW."contract") OR OLD."contract_minutes" IS DISTINCT FROM (NEW."contract_minutes") OR OLD."contributions_in_order" IS DISTINCT FROM (NEW."contributions_in_order") OR OLD."counted_staff" IS DISTINCT FROM (NEW."counted_staff") OR OLD."daily_minutes" IS DISTINCT FROM (NEW."daily_minutes") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."declarations" IS DISTINCT FROM (NEW."declarations") OR OLD."disabled_quota" IS DISTINCT FROM (NEW."disabled_quota") OR OLD."equipment" IS DISTINCT FROM (NEW."equipment") OR OLD."gives_meals" IS DISTINCT FROM (NEW."gives_meals") OR OLD."green_percent" IS DISTINCT FROM (NEW."green_percent") OR OLD."green_role" IS DISTINCT FROM (NEW."green_role") OR OLD."green_score" IS DISTINCT FROM (NEW."green_score") OR OLD."green_sector" IS DISTINCT FROM (NEW."green_sector") OR OLD."green_task" IS DISTINCT FROM (NEW."green_task") OR OLD."has_report" IS DISTINCT FROM (NEW."has_report") OR OLD."hired" IS DISTINCT FROM (NEW."hired") OR OLD."hiring" IS DISTINCT FROM (NEW."hiring") OR OLD."host_kind" IS DISTINCT FROM (NEW."host_kind") OR OLD."initiative" IS DISTINCT FROM (NEW."initiative") OR OLD."insolvency_agreement" IS DISTINCT FROM (NEW."insolvency_agreement") OR OLD."is_insolvent" IS DISTINCT FROM (NEW."is_insolvent") OR OLD."is_seasonal" IS DISTINCT FROM (NEW."is_seasonal") OR OLD."link" IS DISTINCT FROM (NEW."link") OR OLD."members" IS DISTINCT FROM (NEW."members") OR OLD."months" IS DISTINCT FROM (NEW."months") OR OLD."needs_surveillance" IS DISTINCT FROM (NEW."needs_surveillance") OR OLD."no_antimafia" IS DISTINCT FROM (NEW."no_antimafia") OR OLD."owners" IS DISTINCT FROM (NEW."owners") OR OLD."permanent" IS DISTINCT FROM (NEW."permanent") OR OLD."places" IS DISTINCT FROM (NEW."places") OR OLD."preferences" IS DISTINCT FROM (NEW."preferences") OR OLD."premium_quota" IS DISTINCT FROM (NEW."premium_quota") OR OLD."published_on" IS DISTINCT FROM (NEW."published_on") OR OLD."remote_days" IS DISTINCT FROM (NEW."remote_days") OR OLD."remote_rules" IS DISTINCT FROM (NEW."remote_rules") OR OLD."replaces_nobody" IS DISTINCT FROM (NEW."replaces_nobody") OR OLD."requirements" IS DISTINCT FROM (NEW."requirements") OR OLD."risk" IS DISTINCT FROM (NEW."risk") OR OLD."safety_in_order" IS DISTINCT FROM (NEW."safety_in_order") OR OLD."skills" IS DISTINCT FROM (NEW."skills") OR OLD."space_id" IS DISTINCT FROM (NEW."space_id") OR OLD."start_from" IS DISTINCT FROM (NEW."start_from") OR OLD."start_to" IS DISTINCT FROM (NEW."start_to") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."training_hours" IS DISTINCT FROM (NEW."training_hours") OR OLD."tutor_email" IS DISTINCT FROM (NEW."tutor_email") OR OLD."tutor_follows" IS DISTINCT FROM (NEW."tutor_follows") OR OLD."tutor_green_years" IS DISTINCT FROM (NEW."tutor_green_years") OR OLD."tutor_name" IS DISTINCT FROM (NEW."tutor_name") OR OLD."tutor_role" IS DISTINCT FROM (NEW."tutor_role") OR OLD."tutor_skills" IS DISTINCT FROM (NEW."tutor_skills") OR OLD."tutor_tax_code" IS DISTINCT FROM (NEW."tutor_tax_code") OR OLD."tutor_years" IS DISTINCT FROM (NEW."tutor_years") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."weekly_minutes" IS DISTINCT FROM (NEW."weekly_minutes"))',
                            func='INSERT INTO "internships_hostofferevent" ("activated", "activities", "admitted_places", "allowance", "annual_fee_paid", "apprentices", "area", "assessed_on", "base_quota", "case_ptr_id", "contract", "contract_minutes", "contributions_in_order", "counted_staff", "daily_minutes", "decided_at", "declarations", "disabled_quota", "equipment", "gives_meals", "green_percent", "green_role", "green_score", "green_sector", "green_task", "has_report", "hired", "hiring", "host_kind", "initiative", "insolvency_agreement", "is_insolvent", "is_seasonal", "link", "members", "months", "needs_surveillance", "no_antimafia", "owners", "permanent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "preferences", "premium_quota", "published_on", "remote_days", "remote_rules", "replaces_nobody", "requirements", "risk", "safety_in_order", "skills", "space_id", "start_from", "start_to", "title", "training_hours", "tutor_email", "tutor_follows", "tutor_green_years", "tutor_name", "tutor_role", "tutor_skills", "tutor_tax_code", "tutor_years", "unit_id", "weekly_minutes") VALUES (NEW."activated", NEW."activities", NEW."admitted_places", NEW."allowance", NEW."annual_fee_paid", NEW."apprentices", NEW."area", NEW."assessed_on", NEW."base_quota", NEW."case_ptr_id", NEW."contract", NEW."contract_minutes", NEW."contributions_in_order", NEW."counted_staff", NEW."daily_minutes", NEW."decided_at", NEW."declarations", NEW."disabled_quota", NEW."equipment", NEW."gives_meals", NEW."green_percent", NEW."green_role", NEW."green_score", NEW."green_sector", NEW."green_task", NEW."has_report", NEW."hired", NEW."hiring", NEW."host_kind", NEW."initiative", NEW."insolvency_agreement", NEW."is_insolvent", NEW."is_seasonal", NEW."link", NEW."members", NEW."months", NEW."needs_surveillance", NEW."no_antimafia", NEW."owners", NEW."permanent", _pgh_attach_context(), NOW(), \'update\', NEW."case_ptr_id", NEW."places", NEW."preferences", NEW."premium_quota", NEW."published_on", NEW."remote_days", NEW."remote_rules", NEW."replaces_nobody", NEW."requirements", NEW."risk", NEW."safety_in_order", NEW."skills", NEW."space_id", NEW."start_from", NEW."start_to", NEW."title", NEW."training_hours", NEW."tutor_email", NEW."tutor_follows", NEW."tutor_green_years", NEW."tutor_name", NEW."tutor_role", NEW."tutor_skills", NEW."tutor_tax_code", NEW."tutor_years", NEW."unit_id", NEW."weekly_minutes"); RETURN NULL;',
                            hash="f360ee9c989413b94acc5eb4629235a7c6206506",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_71f42",
                            table="internships_hostoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "hostoffer",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_hostofferevent" ("activated", "activities", "admitted_places", "allowance", "annual_fee_paid", "apprentices", "area", "assessed_on", "base_quota", "case_ptr_id", "contract", "contract_minutes", "contributions_in_order", "counted_staff", "daily_minutes", "decided_at", "declarations", "disabled_quota", "equipment", "gives_meals", "green_percent", "green_role", "green_score", "green_sector", "green_task", "has_report", "hired", "hiring", "host_kind", "initiative", "insolvency_agreement", "is_insolvent", "is_seasonal", "link", "members", "months", "needs_surveillance", "no_antimafia", "owners", "permanent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "preferences", "premium_quota", "published_on", "remote_days", "remote_rules", "replaces_nobody", "requirements", "risk", "safety_in_order", "skills", "space_id", "start_from", "start_to", "title", "training_hours", "tutor_email", "tutor_follows", "tutor_green_years", "tutor_name", "tutor_role", "tutor_skills", "tutor_tax_code", "tutor_years", "unit_id", "weekly_minutes") VALUES (OLD."activated", OLD."activities", OLD."admitted_places", OLD."allowance", OLD."annual_fee_paid", OLD."apprentices", OLD."area", OLD."assessed_on", OLD."base_quota", OLD."case_ptr_id", OLD."contract", OLD."contract_minutes", OLD."contributions_in_order", OLD."counted_staff", OLD."daily_minutes", OLD."decided_at", OLD."declarations", OLD."disabled_quota", OLD."equipment", OLD."gives_meals", OLD."green_percent", OLD."green_role", OLD."green_score", OLD."green_sector", OLD."green_task", OLD."has_report", OLD."hired", OLD."hiring", OLD."host_kind", OLD."initiative", OLD."insolvency_agreement", OLD."is_insolvent", OLD."is_seasonal", OLD."link", OLD."members", OLD."months", OLD."needs_surveillance", OLD."no_antimafia", OLD."owners", OLD."permanent", _pgh_attach_context(), NOW(), \'delete\', OLD."case_ptr_id", OLD."places", OLD."preferences", OLD."premium_quota", OLD."published_on", OLD."remote_days", OLD."remote_rules", OLD."replaces_nobody", OLD."requirements", OLD."risk", OLD."safety_in_order", OLD."skills", OLD."space_id", OLD."start_from", OLD."start_to", OLD."title", OLD."training_hours", OLD."tutor_email", OLD."tutor_follows", OLD."tutor_green_years", OLD."tutor_name", OLD."tutor_role", OLD."tutor_skills", OLD."tutor_tax_code", OLD."tutor_years", OLD."unit_id", OLD."weekly_minutes"); RETURN NULL;',
                            hash="8ab1c815f4e508ad4ba3c326a0ef136179427e52",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2e943",
                            table="internships_hostoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "unitevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c6f3c23d14e2771491919d6e02441ab9edc0536d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5e3a5",
                            table="internships_unitevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "variation",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_variationevent" ("applied_at", "asked_on", "cob_number", "cob_on", "deed_id", "id", "internship_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "tutor_email", "tutor_name", "tutor_tax_code", "week") VALUES (NEW."applied_at", NEW."asked_on", NEW."cob_number", NEW."cob_on", NEW."deed_id", NEW."id", NEW."internship_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."tutor_email", NEW."tutor_name", NEW."tutor_tax_code", NEW."week"); RETURN NULL;',
                            hash="7eae0e17092875a44366742a6c605b2fadb078eb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d45bf",
                            table="internships_variation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "variation",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_variationevent" ("applied_at", "asked_on", "cob_number", "cob_on", "deed_id", "id", "internship_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "tutor_email", "tutor_name", "tutor_tax_code", "week") VALUES (NEW."applied_at", NEW."asked_on", NEW."cob_number", NEW."cob_on", NEW."deed_id", NEW."id", NEW."internship_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."tutor_email", NEW."tutor_name", NEW."tutor_tax_code", NEW."week"); RETURN NULL;',
                            hash="69afc3e66124de2c013a3150e1be934bef2022b2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6b230",
                            table="internships_variation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "variation",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_variationevent" ("applied_at", "asked_on", "cob_number", "cob_on", "deed_id", "id", "internship_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "tutor_email", "tutor_name", "tutor_tax_code", "week") VALUES (OLD."applied_at", OLD."asked_on", OLD."cob_number", OLD."cob_on", OLD."deed_id", OLD."id", OLD."internship_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."tutor_email", OLD."tutor_name", OLD."tutor_tax_code", OLD."week"); RETURN NULL;',
                            hash="fef4943c95053ae42b381a6736a0d9aa47b42d2e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7fc19",
                            table="internships_variation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "variationevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="11fec32340f54c0ee496a8dc42af138654f10b85",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9e6e6",
                            table="internships_variationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "workoutcome",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_workoutcomeevent" ("answered_by_id", "answered_on", "asked_on", "contract", "id", "internship_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "same_host", "when", "works") VALUES (NEW."answered_by_id", NEW."answered_on", NEW."asked_on", NEW."contract", NEW."id", NEW."internship_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."same_host", NEW."when", NEW."works"); RETURN NULL;',
                            hash="c253861271c5c4e5478081a432b332ee55c51509",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_acfc0",
                            table="internships_workoutcome",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "workoutcome",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "internships_workoutcomeevent" ("answered_by_id", "answered_on", "asked_on", "contract", "id", "internship_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "same_host", "when", "works") VALUES (NEW."answered_by_id", NEW."answered_on", NEW."asked_on", NEW."contract", NEW."id", NEW."internship_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."same_host", NEW."when", NEW."works"); RETURN NULL;',
                            hash="fd6d9023e2c42fc3df9aa0184e793a9921055991",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e2792",
                            table="internships_workoutcome",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "workoutcome",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "internships_workoutcomeevent" ("answered_by_id", "answered_on", "asked_on", "contract", "id", "internship_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "same_host", "when", "works") VALUES (OLD."answered_by_id", OLD."answered_on", OLD."asked_on", OLD."contract", OLD."id", OLD."internship_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."same_host", OLD."when", OLD."works"); RETURN NULL;',
                            hash="2471e7ee7a8785d9b500e0d68b4007230a58b0b8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_601e7",
                            table="internships_workoutcome",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "workoutcomeevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="90f63edb3d1f74351453784a9e94d0c5dd6927cb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_562f4",
                            table="internships_workoutcomeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]

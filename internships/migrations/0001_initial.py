import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import parties.validators


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("coworking_registry", "0001_initial"),
        ("parties", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("workflows", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Unit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("municipality", models.CharField(max_length=80, verbose_name="municipality")),
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
                    models.UniqueConstraint(fields=("host", "key"), name="unit_once_per_host")
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
                ("owners", models.PositiveSmallIntegerField(default=0, verbose_name="owners")),
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
                ("apprentices", models.PositiveIntegerField(default=0, verbose_name="apprentices")),
                (
                    "activated",
                    models.PositiveIntegerField(
                        default=0, verbose_name="internships begun in 24 months"
                    ),
                ),
                ("hired", models.PositiveIntegerField(default=0, verbose_name="of whom hired")),
                (
                    "is_seasonal",
                    models.BooleanField(default=False, verbose_name="seasonal activity"),
                ),
                (
                    "safety_in_order",
                    models.BooleanField(default=False, verbose_name="in order with safety at work"),
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
                    models.BooleanField(default=False, verbose_name="union agreement on it"),
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
                    models.BooleanField(default=False, verbose_name="no antimafia obstacles"),
                ),
                (
                    "replaces_nobody",
                    models.BooleanField(default=False, verbose_name="the intern replaces nobody"),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title of the position")),
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
                ("places", models.PositiveSmallIntegerField(default=1, verbose_name="places")),
                ("activities", models.TextField(verbose_name="activities")),
                ("skills", models.CharField(blank=True, max_length=300, verbose_name="skills")),
                ("start_from", models.DateField(null=True, verbose_name="start from")),
                ("start_to", models.DateField(null=True, verbose_name="start to")),
                ("months", models.PositiveSmallIntegerField(default=1, verbose_name="months")),
                ("contract", models.CharField(max_length=120, verbose_name="collective agreement")),
                (
                    "contract_minutes",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="weekly minutes of the collective agreement"
                    ),
                ),
                (
                    "weekly_minutes",
                    models.PositiveSmallIntegerField(default=0, verbose_name="weekly minutes"),
                ),
                (
                    "daily_minutes",
                    models.PositiveSmallIntegerField(default=0, verbose_name="most minutes a day"),
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
                    "requirements",
                    models.TextField(blank=True, verbose_name="requirements of the candidate"),
                ),
                ("preferences", models.TextField(blank=True, verbose_name="what is welcome")),
                (
                    "needs_surveillance",
                    models.BooleanField(default=False, verbose_name="health surveillance due"),
                ),
                ("equipment", models.TextField(blank=True, verbose_name="protective equipment")),
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
                ("tutor_role", models.CharField(max_length=120, verbose_name="role of the tutor")),
                (
                    "tutor_years",
                    models.PositiveSmallIntegerField(default=0, verbose_name="years of experience"),
                ),
                ("tutor_skills", models.TextField(verbose_name="skills of the tutor")),
                (
                    "tutor_email",
                    models.EmailField(max_length=254, verbose_name="email address of the tutor"),
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
                    models.BooleanField(default=False, verbose_name="sustainability report"),
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
                ("declarations", models.JSONField(default=list, verbose_name="declarations made")),
                (
                    "admitted_places",
                    models.PositiveSmallIntegerField(null=True, verbose_name="places admitted"),
                ),
                (
                    "counted_staff",
                    models.PositiveIntegerField(null=True, verbose_name="staff that counts"),
                ),
                ("base_quota", models.PositiveIntegerField(null=True, verbose_name="basic quota")),
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
                    models.Index(fields=["published_on", "case_ptr"], name="offer_published"),
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
            name="Certificate",
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    models.BooleanField(verbose_name="collective agreement or social clause"),
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
                    models.BooleanField(verbose_name="collective agreement or social clause"),
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
            name="Layoff",
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("proof", models.CharField(blank=True, max_length=200, verbose_name="proof")),
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
                ("proof", models.CharField(blank=True, max_length=200, verbose_name="proof")),
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
            name="OfferGround",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rule", models.CharField(max_length=20, verbose_name="rule")),
                ("text", models.TextField(max_length=2000, verbose_name="reason")),
                (
                    "observation",
                    models.TextField(blank=True, max_length=4000, verbose_name="observation"),
                ),
                (
                    "answer",
                    models.TextField(
                        blank=True, max_length=4000, verbose_name="answer to the observation"
                    ),
                ),
                ("upheld", models.BooleanField(default=True, verbose_name="still stands")),
                (
                    "document",
                    models.SlugField(blank=True, max_length=40, verbose_name="missing document"),
                ),
                ("told_at", models.DateTimeField(blank=True, null=True, verbose_name="told at")),
                (
                    "from_observations",
                    models.BooleanField(default=False, verbose_name="from the observations"),
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
                            ("from_observations", False), ("told_at__isnull", True), _connector="OR"
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
                    models.TextField(blank=True, max_length=4000, verbose_name="observation"),
                ),
                (
                    "answer",
                    models.TextField(
                        blank=True, max_length=4000, verbose_name="answer to the observation"
                    ),
                ),
                ("upheld", models.BooleanField(default=True, verbose_name="still stands")),
                (
                    "document",
                    models.SlugField(
                        blank=True, db_index=False, max_length=40, verbose_name="missing document"
                    ),
                ),
                ("told_at", models.DateTimeField(blank=True, null=True, verbose_name="told at")),
                (
                    "from_observations",
                    models.BooleanField(default=False, verbose_name="from the observations"),
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
            name="StaffPeriod",
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
                ("owners", models.PositiveSmallIntegerField(default=0, verbose_name="owners")),
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
                ("apprentices", models.PositiveIntegerField(default=0, verbose_name="apprentices")),
                (
                    "activated",
                    models.PositiveIntegerField(
                        default=0, verbose_name="internships begun in 24 months"
                    ),
                ),
                ("hired", models.PositiveIntegerField(default=0, verbose_name="of whom hired")),
                (
                    "is_seasonal",
                    models.BooleanField(default=False, verbose_name="seasonal activity"),
                ),
                (
                    "safety_in_order",
                    models.BooleanField(default=False, verbose_name="in order with safety at work"),
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
                    models.BooleanField(default=False, verbose_name="union agreement on it"),
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
                    models.BooleanField(default=False, verbose_name="no antimafia obstacles"),
                ),
                (
                    "replaces_nobody",
                    models.BooleanField(default=False, verbose_name="the intern replaces nobody"),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title of the position")),
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
                ("places", models.PositiveSmallIntegerField(default=1, verbose_name="places")),
                ("activities", models.TextField(verbose_name="activities")),
                ("skills", models.CharField(blank=True, max_length=300, verbose_name="skills")),
                ("start_from", models.DateField(null=True, verbose_name="start from")),
                ("start_to", models.DateField(null=True, verbose_name="start to")),
                ("months", models.PositiveSmallIntegerField(default=1, verbose_name="months")),
                ("contract", models.CharField(max_length=120, verbose_name="collective agreement")),
                (
                    "contract_minutes",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="weekly minutes of the collective agreement"
                    ),
                ),
                (
                    "weekly_minutes",
                    models.PositiveSmallIntegerField(default=0, verbose_name="weekly minutes"),
                ),
                (
                    "daily_minutes",
                    models.PositiveSmallIntegerField(default=0, verbose_name="most minutes a day"),
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
                    "requirements",
                    models.TextField(blank=True, verbose_name="requirements of the candidate"),
                ),
                ("preferences", models.TextField(blank=True, verbose_name="what is welcome")),
                (
                    "needs_surveillance",
                    models.BooleanField(default=False, verbose_name="health surveillance due"),
                ),
                ("equipment", models.TextField(blank=True, verbose_name="protective equipment")),
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
                ("tutor_role", models.CharField(max_length=120, verbose_name="role of the tutor")),
                (
                    "tutor_years",
                    models.PositiveSmallIntegerField(default=0, verbose_name="years of experience"),
                ),
                ("tutor_skills", models.TextField(verbose_name="skills of the tutor")),
                (
                    "tutor_email",
                    models.EmailField(max_length=254, verbose_name="email address of the tutor"),
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
                    models.BooleanField(default=False, verbose_name="sustainability report"),
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
                ("declarations", models.JSONField(default=list, verbose_name="declarations made")),
                (
                    "admitted_places",
                    models.PositiveSmallIntegerField(null=True, verbose_name="places admitted"),
                ),
                (
                    "counted_staff",
                    models.PositiveIntegerField(null=True, verbose_name="staff that counts"),
                ),
                ("base_quota", models.PositiveIntegerField(null=True, verbose_name="basic quota")),
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
                ("municipality", models.CharField(max_length=80, verbose_name="municipality")),
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
        pgtrigger.migrations.AddTrigger(
            model_name="dismissalevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="dismissal",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="dismissal",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="dismissal",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="competenceevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="competence",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="competence",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="competence",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="certificateevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="certificate",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="certificate",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="certificate",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="layoff",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="layoff",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="layoff",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="layoffevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="measure",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="measure",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="measure",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="measureevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="offerground",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="offerground",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="offerground",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="offergroundevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="staffperiod",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="staffperiod",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="staffperiod",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="staffperiodevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="unit",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="unit",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="unit",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="hostofferevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="hostoffer",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="hostoffer",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="hostoffer",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="unitevent",
            trigger=pgtrigger.compiler.Trigger(
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
    ]

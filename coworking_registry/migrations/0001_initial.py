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
        ("letters", "0001_initial"),
        ("parties", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("workflows", "0001_initial"),
    ]

    operations = [
        parties.tables.Together(
            operations=[
                migrations.CreateModel(
                    name="Service",
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
                        ("code", models.SlugField(unique=True, verbose_name="code")),
                        (
                            "name_it",
                            models.CharField(max_length=80, verbose_name="name in Italian"),
                        ),
                        (
                            "name_en",
                            models.CharField(max_length=80, verbose_name="name in English"),
                        ),
                    ],
                    options={
                        "verbose_name": "service",
                        "verbose_name_plural": "services",
                        "ordering": ["name_it"],
                    },
                ),
                migrations.CreateModel(
                    name="Space",
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
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("slug", models.SlugField(max_length=140, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("coworking", "Coworking"),
                                    ("hub", "Hub"),
                                    ("fablab", "Fablab"),
                                    ("multifactory", "Multifactory"),
                                    ("creative", "Creative space"),
                                ],
                                max_length=14,
                                verbose_name="kind",
                            ),
                        ),
                        ("description", models.TextField(blank=True, verbose_name="description")),
                        ("street", models.CharField(max_length=120, verbose_name="street")),
                        (
                            "street_number",
                            models.CharField(blank=True, max_length=12, verbose_name="number"),
                        ),
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
                        (
                            "latitude",
                            models.DecimalField(
                                blank=True, decimal_places=5, max_digits=8, null=True
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                blank=True, decimal_places=5, max_digits=8, null=True
                            ),
                        ),
                        (
                            "surface_m2",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="surface in m²"
                            ),
                        ),
                        ("desks", models.PositiveSmallIntegerField(verbose_name="desks")),
                        (
                            "accessible_desks",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="accessible desks"
                            ),
                        ),
                        (
                            "accessibility",
                            models.CharField(
                                choices=[
                                    ("total", "Fully accessible"),
                                    ("partial", "Partly accessible"),
                                    ("none", "Not accessible"),
                                ],
                                max_length=8,
                                verbose_name="accessibility",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="email address"
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=30, verbose_name="telephone"),
                        ),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                        (
                            "manager",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="managed_spaces",
                                to="parties.organisation",
                            ),
                        ),
                        (
                            "services",
                            models.ManyToManyField(
                                blank=True, related_name="spaces", to="coworking_registry.service"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "space",
                        "verbose_name_plural": "spaces",
                        "ordering": ["name"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("name", "municipality"),
                                name="space_name_once_per_municipality",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("accessible_desks__lte", models.F("desks"))),
                                name="accessible_desks_within_desks",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OpeningHours",
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
                            "weekday",
                            models.PositiveSmallIntegerField(verbose_name="day of the week"),
                        ),
                        ("opens", models.TimeField(verbose_name="opens")),
                        ("closes", models.TimeField(verbose_name="closes")),
                        (
                            "space",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="hours",
                                to="coworking_registry.space",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "opening hours",
                        "verbose_name_plural": "opening hours",
                        "ordering": ["weekday", "opens"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("weekday__lte", 6)), name="weekday_zero_to_six"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("closes__gt", models.F("opens"))),
                                name="space_closes_after_it_opens",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PriceItem",
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
                            "spend_kind",
                            models.CharField(max_length=24, verbose_name="kind of spend"),
                        ),
                        (
                            "description",
                            models.CharField(max_length=160, verbose_name="description"),
                        ),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("hour", "per hour"),
                                    ("day", "per day"),
                                    ("month", "per month"),
                                    ("year", "per year"),
                                    ("once", "once"),
                                ],
                                max_length=6,
                                verbose_name="unit",
                            ),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                decimal_places=2, max_digits=8, verbose_name="price without VAT"
                            ),
                        ),
                        (
                            "vat_rate",
                            models.DecimalField(
                                decimal_places=2, max_digits=5, verbose_name="VAT rate in percent"
                            ),
                        ),
                        ("valid_from", models.DateField(verbose_name="valid from")),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="valid to"),
                        ),
                        (
                            "space",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="price_items",
                                to="coworking_registry.space",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "price",
                        "verbose_name_plural": "price list",
                        "ordering": ["spend_kind", "description", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("price__gte", 0)), name="price_not_negative"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="price_ends_after_it_starts",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PriceItemEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "spend_kind",
                            models.CharField(max_length=24, verbose_name="kind of spend"),
                        ),
                        (
                            "description",
                            models.CharField(max_length=160, verbose_name="description"),
                        ),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("hour", "per hour"),
                                    ("day", "per day"),
                                    ("month", "per month"),
                                    ("year", "per year"),
                                    ("once", "once"),
                                ],
                                max_length=6,
                                verbose_name="unit",
                            ),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                decimal_places=2, max_digits=8, verbose_name="price without VAT"
                            ),
                        ),
                        (
                            "vat_rate",
                            models.DecimalField(
                                decimal_places=2, max_digits=5, verbose_name="VAT rate in percent"
                            ),
                        ),
                        ("valid_from", models.DateField(verbose_name="valid from")),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="valid to"),
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
                                to="coworking_registry.priceitem",
                            ),
                        ),
                        (
                            "space",
                            models.ForeignKey(
                                db_constraint=False,
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
                    name="Qualification",
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
                            "standing",
                            models.CharField(
                                choices=[
                                    ("qualified", "Qualified"),
                                    ("suspended", "Suspended"),
                                    ("cancelled", "Cancelled"),
                                ],
                                max_length=10,
                                verbose_name="standing",
                            ),
                        ),
                        (
                            "list_number",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="number in the list"
                            ),
                        ),
                        ("act", models.CharField(max_length=120, verbose_name="act")),
                        ("valid_from", models.DateField(verbose_name="valid from")),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="valid to"),
                        ),
                        (
                            "space",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="qualifications",
                                to="coworking_registry.space",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "period in the register",
                        "verbose_name_plural": "periods in the register",
                        "ordering": ["valid_from", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="qualification_ends_after_it_starts",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("valid_to__isnull", True)),
                                fields=("space",),
                                name="one_open_period_in_the_register",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QualificationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "standing",
                            models.CharField(
                                choices=[
                                    ("qualified", "Qualified"),
                                    ("suspended", "Suspended"),
                                    ("cancelled", "Cancelled"),
                                ],
                                max_length=10,
                                verbose_name="standing",
                            ),
                        ),
                        (
                            "list_number",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="number in the list"
                            ),
                        ),
                        ("act", models.CharField(max_length=120, verbose_name="act")),
                        ("valid_from", models.DateField(verbose_name="valid from")),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="valid to"),
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
                                to="coworking_registry.qualification",
                            ),
                        ),
                        (
                            "space",
                            models.ForeignKey(
                                db_constraint=False,
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
                    name="SpaceApplication",
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
                            "manager_kind",
                            models.CharField(
                                choices=[
                                    ("enterprise", "Enterprise"),
                                    ("association", "Association or third-sector body"),
                                ],
                                max_length=14,
                                verbose_name="manager",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "kind_of_space",
                            models.CharField(
                                choices=[
                                    ("coworking", "Coworking"),
                                    ("hub", "Hub"),
                                    ("fablab", "Fablab"),
                                    ("multifactory", "Multifactory"),
                                    ("creative", "Creative space"),
                                ],
                                max_length=14,
                                verbose_name="kind",
                            ),
                        ),
                        ("description", models.TextField(blank=True, verbose_name="description")),
                        ("street", models.CharField(max_length=120, verbose_name="street")),
                        (
                            "street_number",
                            models.CharField(blank=True, max_length=12, verbose_name="number"),
                        ),
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
                        (
                            "latitude",
                            models.DecimalField(decimal_places=5, max_digits=8, null=True),
                        ),
                        (
                            "longitude",
                            models.DecimalField(decimal_places=5, max_digits=8, null=True),
                        ),
                        (
                            "tenure",
                            models.CharField(
                                choices=[
                                    ("owned", "Owned"),
                                    ("rented", "Rented"),
                                    ("lent", "Lent for use"),
                                    ("granted", "Granted by a public body"),
                                ],
                                max_length=8,
                                verbose_name="title to the rooms",
                            ),
                        ),
                        (
                            "tenure_until",
                            models.DateField(null=True, verbose_name="title to the rooms until"),
                        ),
                        (
                            "surface_m2",
                            models.PositiveIntegerField(default=0, verbose_name="surface in m²"),
                        ),
                        (
                            "desks",
                            models.PositiveSmallIntegerField(default=0, verbose_name="desks"),
                        ),
                        (
                            "open_space",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="desks in open space"
                            ),
                        ),
                        (
                            "reserved",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="reserved desks"
                            ),
                        ),
                        (
                            "offices",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="desks in offices"
                            ),
                        ),
                        (
                            "workshop",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="desks in the workshop"
                            ),
                        ),
                        (
                            "accessible_desks",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="accessible desks"
                            ),
                        ),
                        (
                            "accessibility",
                            models.CharField(
                                choices=[
                                    ("total", "Fully accessible"),
                                    ("partial", "Partly accessible"),
                                    ("none", "Not accessible"),
                                ],
                                max_length=8,
                                verbose_name="accessibility",
                            ),
                        ),
                        (
                            "connections",
                            models.JSONField(default=list, verbose_name="internet connection"),
                        ),
                        (
                            "meeting_seats",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="seats of the meeting room"
                            ),
                        ),
                        (
                            "offered_services",
                            models.JSONField(default=list, verbose_name="services"),
                        ),
                        (
                            "events",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="events in a year"
                            ),
                        ),
                        (
                            "in_statute",
                            models.BooleanField(
                                default=False, verbose_name="coworking stands in the statute"
                            ),
                        ),
                        (
                            "is_always_open",
                            models.BooleanField(default=False, verbose_name="open day and night"),
                        ),
                        (
                            "insured_until",
                            models.DateField(null=True, verbose_name="insured until"),
                        ),
                        ("is_fit", models.BooleanField(default=False, verbose_name="fit for use")),
                        (
                            "is_fire_safe",
                            models.BooleanField(default=False, verbose_name="fire safety"),
                        ),
                        (
                            "has_risk_assessment",
                            models.BooleanField(default=False, verbose_name="risk assessment"),
                        ),
                        (
                            "space_email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="email address"
                            ),
                        ),
                        (
                            "space_phone",
                            models.CharField(blank=True, max_length=30, verbose_name="telephone"),
                        ),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                        (
                            "declarations",
                            models.JSONField(default=list, verbose_name="declarations made"),
                        ),
                        (
                            "list_number",
                            models.PositiveIntegerField(
                                null=True, verbose_name="number in the list"
                            ),
                        ),
                        ("entered_on", models.DateField(null=True, verbose_name="entered on")),
                        (
                            "entry_ends",
                            models.DateField(null=True, verbose_name="last day of the entry"),
                        ),
                        (
                            "renewal_filed_on",
                            models.DateField(null=True, verbose_name="renewal asked on"),
                        ),
                        (
                            "suspended_until",
                            models.DateField(null=True, verbose_name="suspended until"),
                        ),
                        ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
                        (
                            "space",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="applications",
                                to="coworking_registry.space",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "application for the register",
                        "verbose_name_plural": "applications for the register",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("accessible_desks__lte", models.F("desks"))),
                                name="application_accessible_desks_within_desks",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("list_number__isnull", True),
                                    models.Q(
                                        ("entered_on__isnull", False),
                                        ("entry_ends__gte", models.F("entered_on")),
                                        ("space__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="entry_has_space_and_days",
                            ),
                        ],
                    },
                    bases=("workflows.case", models.Model),
                ),
                migrations.CreateModel(
                    name="DeclaredHours",
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
                            "weekday",
                            models.PositiveSmallIntegerField(verbose_name="day of the week"),
                        ),
                        ("opens", models.TimeField(verbose_name="opens")),
                        ("closes", models.TimeField(verbose_name="closes")),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="hours",
                                to="coworking_registry.spaceapplication",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "declared opening hours",
                        "verbose_name_plural": "declared opening hours",
                        "ordering": ["weekday", "opens", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("weekday__lte", 6)), name="declared_weekday"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("closes__gt", models.F("opens"))),
                                name="declared_closes_after_it_opens",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeclaredHoursEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "weekday",
                            models.PositiveSmallIntegerField(verbose_name="day of the week"),
                        ),
                        ("opens", models.TimeField(verbose_name="opens")),
                        ("closes", models.TimeField(verbose_name="closes")),
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
                                to="coworking_registry.declaredhours",
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="coworking_registry.spaceapplication",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DeclaredMachine",
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
                        ("name", models.CharField(max_length=120, verbose_name="machine")),
                        ("quantity", models.PositiveSmallIntegerField(verbose_name="quantity")),
                        ("safety_briefing", models.BooleanField(verbose_name="safety briefing")),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="machines",
                                to="coworking_registry.spaceapplication",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "declared machine",
                        "verbose_name_plural": "declared machines",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="DeclaredMachineEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=120, verbose_name="machine")),
                        ("quantity", models.PositiveSmallIntegerField(verbose_name="quantity")),
                        ("safety_briefing", models.BooleanField(verbose_name="safety briefing")),
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
                                to="coworking_registry.declaredmachine",
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="coworking_registry.spaceapplication",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DeclaredPrice",
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
                            "spend_kind",
                            models.CharField(max_length=24, verbose_name="kind of spend"),
                        ),
                        (
                            "description",
                            models.CharField(max_length=160, verbose_name="description"),
                        ),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("hour", "per hour"),
                                    ("day", "per day"),
                                    ("month", "per month"),
                                    ("year", "per year"),
                                    ("once", "once"),
                                ],
                                max_length=6,
                                verbose_name="unit",
                            ),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                decimal_places=2, max_digits=8, verbose_name="price without VAT"
                            ),
                        ),
                        (
                            "vat_rate",
                            models.DecimalField(
                                decimal_places=2, max_digits=5, verbose_name="VAT rate in percent"
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="prices",
                                to="coworking_registry.spaceapplication",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "declared price",
                        "verbose_name_plural": "declared prices",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("price__gt", 0)), name="declared_price_positive"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeclaredPriceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "spend_kind",
                            models.CharField(max_length=24, verbose_name="kind of spend"),
                        ),
                        (
                            "description",
                            models.CharField(max_length=160, verbose_name="description"),
                        ),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("hour", "per hour"),
                                    ("day", "per day"),
                                    ("month", "per month"),
                                    ("year", "per year"),
                                    ("once", "once"),
                                ],
                                max_length=6,
                                verbose_name="unit",
                            ),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                decimal_places=2, max_digits=8, verbose_name="price without VAT"
                            ),
                        ),
                        (
                            "vat_rate",
                            models.DecimalField(
                                decimal_places=2, max_digits=5, verbose_name="VAT rate in percent"
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
                                to="coworking_registry.declaredprice",
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="coworking_registry.spaceapplication",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EntryChange",
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
                            "reported_at",
                            models.DateTimeField(
                                default=parties.moment.now, verbose_name="reported at"
                            ),
                        ),
                        ("values", models.JSONField(default=dict, verbose_name="new values")),
                        ("before", models.JSONField(default=dict, verbose_name="values before")),
                        (
                            "major",
                            models.JSONField(default=list, verbose_name="what has to be looked at"),
                        ),
                        ("note", models.TextField(blank=True, max_length=2000, verbose_name="why")),
                        ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
                        ("is_taken", models.BooleanField(null=True, verbose_name="taken over")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="changes",
                                to="coworking_registry.spaceapplication",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "change of an entry",
                        "verbose_name_plural": "changes of entries",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("decided_at__isnull", True)),
                                fields=("application",),
                                name="one_open_change_of_an_entry",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", True), ("is_taken__isnull", True)
                                    ),
                                    models.Q(
                                        ("decided_at__isnull", False), ("is_taken__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="decided_change_says_how",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EntryChangeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "reported_at",
                            models.DateTimeField(
                                default=parties.moment.now, verbose_name="reported at"
                            ),
                        ),
                        ("values", models.JSONField(default=dict, verbose_name="new values")),
                        ("before", models.JSONField(default=dict, verbose_name="values before")),
                        (
                            "major",
                            models.JSONField(default=list, verbose_name="what has to be looked at"),
                        ),
                        ("note", models.TextField(blank=True, max_length=2000, verbose_name="why")),
                        ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
                        ("is_taken", models.BooleanField(null=True, verbose_name="taken over")),
                        (
                            "decided_by",
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
                                to="coworking_registry.entrychange",
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="coworking_registry.spaceapplication",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Inspection",
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
                        ("starts_at", models.DateTimeField(verbose_name="begins")),
                        (
                            "officials",
                            models.CharField(
                                max_length=200, verbose_name="who comes for the office"
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="ended")),
                        (
                            "present",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="who was present for the manager",
                            ),
                        ),
                        ("findings", models.JSONField(default=list, verbose_name="findings")),
                        (
                            "stated",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="statements of the manager",
                            ),
                        ),
                        (
                            "conclusion",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="conclusion"
                            ),
                        ),
                        (
                            "signed",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="workflows.document",
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="inspections",
                                to="coworking_registry.spaceapplication",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "inspection",
                        "verbose_name_plural": "inspections",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("application",),
                                name="one_open_inspection",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_at__isnull", True),
                                    models.Q(
                                        models.Q(("present", ""), _negated=True),
                                        models.Q(("conclusion", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="ended_inspection_says_who_and_what",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InspectionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("starts_at", models.DateTimeField(verbose_name="begins")),
                        (
                            "officials",
                            models.CharField(
                                max_length=200, verbose_name="who comes for the office"
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="ended")),
                        (
                            "present",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="who was present for the manager",
                            ),
                        ),
                        ("findings", models.JSONField(default=list, verbose_name="findings")),
                        (
                            "stated",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="statements of the manager",
                            ),
                        ),
                        (
                            "conclusion",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="conclusion"
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
                                to="coworking_registry.inspection",
                            ),
                        ),
                        (
                            "signed",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="workflows.document",
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="coworking_registry.spaceapplication",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Removal",
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
                            "started_at",
                            models.DateTimeField(
                                default=parties.moment.now, verbose_name="started at"
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="ended at")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("removed", "Taken off the register"),
                                    ("dropped", "Left in the register"),
                                ],
                                max_length=8,
                                verbose_name="outcome",
                            ),
                        ),
                        (
                            "started_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="removals",
                                to="coworking_registry.spaceapplication",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "procedure of removal",
                        "verbose_name_plural": "procedures of removal",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("application",),
                                name="one_open_removal",
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
                                name="ended_removal_has_outcome",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RemovalEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "started_at",
                            models.DateTimeField(
                                default=parties.moment.now, verbose_name="started at"
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="ended at")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("removed", "Taken off the register"),
                                    ("dropped", "Left in the register"),
                                ],
                                max_length=8,
                                verbose_name="outcome",
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
                                to="coworking_registry.removal",
                            ),
                        ),
                        (
                            "started_by",
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
                            "application",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="coworking_registry.spaceapplication",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RemovalGround",
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
                            "removal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="grounds",
                                to="coworking_registry.removal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reason to remove",
                        "verbose_name_plural": "reasons to remove",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="removal_ground_says_why",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RemovalGroundEvent",
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
                                to="coworking_registry.removalground",
                            ),
                        ),
                        (
                            "removal",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="coworking_registry.removal",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RenewalNotice",
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
                        ("entry_ends", models.DateField(verbose_name="last day of the entry")),
                        (
                            "days",
                            models.PositiveSmallIntegerField(verbose_name="days before the end"),
                        ),
                        (
                            "given_at",
                            models.DateTimeField(
                                default=parties.moment.now, verbose_name="given at"
                            ),
                        ),
                        (
                            "letter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="letters.letter",
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="renewal_notices",
                                to="coworking_registry.spaceapplication",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "notice to renew",
                        "verbose_name_plural": "notices to renew",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("application", "entry_ends", "days"),
                                name="renewal_notice_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SpaceApplicationEvent",
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
                            "manager_kind",
                            models.CharField(
                                choices=[
                                    ("enterprise", "Enterprise"),
                                    ("association", "Association or third-sector body"),
                                ],
                                max_length=14,
                                verbose_name="manager",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "kind_of_space",
                            models.CharField(
                                choices=[
                                    ("coworking", "Coworking"),
                                    ("hub", "Hub"),
                                    ("fablab", "Fablab"),
                                    ("multifactory", "Multifactory"),
                                    ("creative", "Creative space"),
                                ],
                                max_length=14,
                                verbose_name="kind",
                            ),
                        ),
                        ("description", models.TextField(blank=True, verbose_name="description")),
                        ("street", models.CharField(max_length=120, verbose_name="street")),
                        (
                            "street_number",
                            models.CharField(blank=True, max_length=12, verbose_name="number"),
                        ),
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
                        (
                            "latitude",
                            models.DecimalField(decimal_places=5, max_digits=8, null=True),
                        ),
                        (
                            "longitude",
                            models.DecimalField(decimal_places=5, max_digits=8, null=True),
                        ),
                        (
                            "tenure",
                            models.CharField(
                                choices=[
                                    ("owned", "Owned"),
                                    ("rented", "Rented"),
                                    ("lent", "Lent for use"),
                                    ("granted", "Granted by a public body"),
                                ],
                                max_length=8,
                                verbose_name="title to the rooms",
                            ),
                        ),
                        (
                            "tenure_until",
                            models.DateField(null=True, verbose_name="title to the rooms until"),
                        ),
                        (
                            "surface_m2",
                            models.PositiveIntegerField(default=0, verbose_name="surface in m²"),
                        ),
                        (
                            "desks",
                            models.PositiveSmallIntegerField(default=0, verbose_name="desks"),
                        ),
                        (
                            "open_space",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="desks in open space"
                            ),
                        ),
                        (
                            "reserved",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="reserved desks"
                            ),
                        ),
                        (
                            "offices",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="desks in offices"
                            ),
                        ),
                        (
                            "workshop",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="desks in the workshop"
                            ),
                        ),
                        (
                            "accessible_desks",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="accessible desks"
                            ),
                        ),
                        (
                            "accessibility",
                            models.CharField(
                                choices=[
                                    ("total", "Fully accessible"),
                                    ("partial", "Partly accessible"),
                                    ("none", "Not accessible"),
                                ],
                                max_length=8,
                                verbose_name="accessibility",
                            ),
                        ),
                        (
                            "connections",
                            models.JSONField(default=list, verbose_name="internet connection"),
                        ),
                        (
                            "meeting_seats",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="seats of the meeting room"
                            ),
                        ),
                        (
                            "offered_services",
                            models.JSONField(default=list, verbose_name="services"),
                        ),
                        (
                            "events",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="events in a year"
                            ),
                        ),
                        (
                            "in_statute",
                            models.BooleanField(
                                default=False, verbose_name="coworking stands in the statute"
                            ),
                        ),
                        (
                            "is_always_open",
                            models.BooleanField(default=False, verbose_name="open day and night"),
                        ),
                        (
                            "insured_until",
                            models.DateField(null=True, verbose_name="insured until"),
                        ),
                        ("is_fit", models.BooleanField(default=False, verbose_name="fit for use")),
                        (
                            "is_fire_safe",
                            models.BooleanField(default=False, verbose_name="fire safety"),
                        ),
                        (
                            "has_risk_assessment",
                            models.BooleanField(default=False, verbose_name="risk assessment"),
                        ),
                        (
                            "space_email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="email address"
                            ),
                        ),
                        (
                            "space_phone",
                            models.CharField(blank=True, max_length=30, verbose_name="telephone"),
                        ),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                        (
                            "declarations",
                            models.JSONField(default=list, verbose_name="declarations made"),
                        ),
                        (
                            "list_number",
                            models.PositiveIntegerField(
                                null=True, verbose_name="number in the list"
                            ),
                        ),
                        ("entered_on", models.DateField(null=True, verbose_name="entered on")),
                        (
                            "entry_ends",
                            models.DateField(null=True, verbose_name="last day of the entry"),
                        ),
                        (
                            "renewal_filed_on",
                            models.DateField(null=True, verbose_name="renewal asked on"),
                        ),
                        (
                            "suspended_until",
                            models.DateField(null=True, verbose_name="suspended until"),
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
                                to="coworking_registry.spaceapplication",
                            ),
                        ),
                        (
                            "space",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
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
                    name="SpaceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("slug", models.SlugField(db_index=False, max_length=140)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("coworking", "Coworking"),
                                    ("hub", "Hub"),
                                    ("fablab", "Fablab"),
                                    ("multifactory", "Multifactory"),
                                    ("creative", "Creative space"),
                                ],
                                max_length=14,
                                verbose_name="kind",
                            ),
                        ),
                        ("description", models.TextField(blank=True, verbose_name="description")),
                        ("street", models.CharField(max_length=120, verbose_name="street")),
                        (
                            "street_number",
                            models.CharField(blank=True, max_length=12, verbose_name="number"),
                        ),
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
                        (
                            "latitude",
                            models.DecimalField(
                                blank=True, decimal_places=5, max_digits=8, null=True
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                blank=True, decimal_places=5, max_digits=8, null=True
                            ),
                        ),
                        (
                            "surface_m2",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="surface in m²"
                            ),
                        ),
                        ("desks", models.PositiveSmallIntegerField(verbose_name="desks")),
                        (
                            "accessible_desks",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="accessible desks"
                            ),
                        ),
                        (
                            "accessibility",
                            models.CharField(
                                choices=[
                                    ("total", "Fully accessible"),
                                    ("partial", "Partly accessible"),
                                    ("none", "Not accessible"),
                                ],
                                max_length=8,
                                verbose_name="accessibility",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="email address"
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=30, verbose_name="telephone"),
                        ),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                        (
                            "manager",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parties.organisation",
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
                                to="coworking_registry.space",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SpaceGround",
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
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="refusal_grounds",
                                to="coworking_registry.spaceapplication",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reason against an entry",
                        "verbose_name_plural": "reasons against an entry",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="space_ground_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_observations", False),
                                    ("told_at__isnull", True),
                                    _connector="OR",
                                ),
                                name="space_ground_from_observations_was_not_told",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SpaceGroundEvent",
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
                            "application",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="coworking_registry.spaceapplication",
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
                                to="coworking_registry.spaceground",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SpaceInterest",
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
                                    ("new", "A new space"),
                                    ("stronger", "A space to be strengthened"),
                                ],
                                max_length=8,
                                verbose_name="what you wish for",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "municipality",
                            models.CharField(max_length=80, verbose_name="municipality"),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="intended place"
                            ),
                        ),
                        (
                            "plan",
                            models.TextField(
                                max_length=4000, verbose_name="what you want to do, and when"
                            ),
                        ),
                        (
                            "desks",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="desks expected"
                            ),
                        ),
                        (
                            "investment",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=10,
                                null=True,
                                verbose_name="investment needed",
                            ),
                        ),
                        (
                            "partners",
                            models.CharField(blank=True, max_length=300, verbose_name="partners"),
                        ),
                        ("support", models.JSONField(default=list, verbose_name="help asked for")),
                        (
                            "may_publish",
                            models.BooleanField(
                                default=False, verbose_name="may be shown in the directory"
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(
                                default=parties.moment.now, verbose_name="sent at"
                            ),
                        ),
                        (
                            "noted_at",
                            models.DateTimeField(null=True, verbose_name="taken note of at"),
                        ),
                        (
                            "followed_at",
                            models.DateTimeField(null=True, verbose_name="accompanied since"),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="ended at")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("applied", "An application was filed"),
                                    ("ended", "Filed away"),
                                ],
                                max_length=8,
                                verbose_name="outcome",
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="note of the office"
                            ),
                        ),
                        (
                            "protocol_in",
                            models.OneToOneField(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="workflows.protocolentry",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "expression of interest",
                        "verbose_name_plural": "expressions of interest",
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("followed_at__isnull", True),
                                    ("followed_at__gte", models.F("noted_at")),
                                    _connector="OR",
                                ),
                                name="interest_is_noted_before_it_is_accompanied",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("outcome", "")),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("noted_at__isnull", False),
                                        models.Q(("outcome", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="ended_interest_has_outcome",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SpaceInterestEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("new", "A new space"),
                                    ("stronger", "A space to be strengthened"),
                                ],
                                max_length=8,
                                verbose_name="what you wish for",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "municipality",
                            models.CharField(max_length=80, verbose_name="municipality"),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="intended place"
                            ),
                        ),
                        (
                            "plan",
                            models.TextField(
                                max_length=4000, verbose_name="what you want to do, and when"
                            ),
                        ),
                        (
                            "desks",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="desks expected"
                            ),
                        ),
                        (
                            "investment",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=10,
                                null=True,
                                verbose_name="investment needed",
                            ),
                        ),
                        (
                            "partners",
                            models.CharField(blank=True, max_length=300, verbose_name="partners"),
                        ),
                        ("support", models.JSONField(default=list, verbose_name="help asked for")),
                        (
                            "may_publish",
                            models.BooleanField(
                                default=False, verbose_name="may be shown in the directory"
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(
                                default=parties.moment.now, verbose_name="sent at"
                            ),
                        ),
                        (
                            "noted_at",
                            models.DateTimeField(null=True, verbose_name="taken note of at"),
                        ),
                        (
                            "followed_at",
                            models.DateTimeField(null=True, verbose_name="accompanied since"),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="ended at")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("applied", "An application was filed"),
                                    ("ended", "Filed away"),
                                ],
                                max_length=8,
                                verbose_name="outcome",
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="note of the office"
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
                                to="coworking_registry.spaceinterest",
                            ),
                        ),
                        (
                            "protocol_in",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="workflows.protocolentry",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                db_constraint=False,
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
                    name="SpacePhoto",
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
                        ("file", models.FileField(upload_to="spaces/%Y/%m/")),
                        (
                            "description",
                            models.CharField(max_length=160, verbose_name="what the photo shows"),
                        ),
                        ("width", models.PositiveSmallIntegerField()),
                        ("height", models.PositiveSmallIntegerField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("added_at", models.DateTimeField(default=parties.moment.now)),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "space",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="photos",
                                to="coworking_registry.space",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "photo of a space",
                        "verbose_name_plural": "photos of spaces",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("space", "sha256"), name="photo_once_per_space"
                            )
                        ],
                    },
                ),
            ]
        ),
        parties.triggers.AddTriggers(
            triggers=[
                (
                    "removalground",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_removalgroundevent" ("answer", "id", "memory", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removal_id", "text") VALUES (NEW."answer", NEW."id", NEW."memory", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."removal_id", NEW."text"); RETURN NULL;',
                            hash="4f4853bb961bf3fecd590552d45273817ed27ce4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_43945",
                            table="coworking_registry_removalground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "removalground",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "coworking_registry_removalgroundevent" ("answer", "id", "memory", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removal_id", "text") VALUES (NEW."answer", NEW."id", NEW."memory", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."removal_id", NEW."text"); RETURN NULL;',
                            hash="9c18edbe7d65f4b267dd6088b583d3b1eb46156c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_92346",
                            table="coworking_registry_removalground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "removalground",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_removalgroundevent" ("answer", "id", "memory", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removal_id", "text") VALUES (OLD."answer", OLD."id", OLD."memory", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."removal_id", OLD."text"); RETURN NULL;',
                            hash="61f9b3cf5f7e4f7dc5960936994a7838f2bbf590",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_39dae",
                            table="coworking_registry_removalground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "removalgroundevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d9a1491af80dd5942c412d109fdabf36b5816851",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1941d",
                            table="coworking_registry_removalgroundevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "space",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_spaceevent" ("accessibility", "accessible_desks", "description", "desks", "email", "id", "kind", "latitude", "longitude", "manager_id", "municipality", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "slug", "street", "street_number", "surface_m2", "website") VALUES (NEW."accessibility", NEW."accessible_desks", NEW."description", NEW."desks", NEW."email", NEW."id", NEW."kind", NEW."latitude", NEW."longitude", NEW."manager_id", NEW."municipality", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."postcode", NEW."slug", NEW."street", NEW."street_number", NEW."surface_m2", NEW."website"); RETURN NULL;',
                            hash="7c66b54745e571c1d765fa9b174bc52bfcb8f1f1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9c413",
                            table="coworking_registry_space",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "space",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "coworking_registry_spaceevent" ("accessibility", "accessible_desks", "description", "desks", "email", "id", "kind", "latitude", "longitude", "manager_id", "municipality", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "slug", "street", "street_number", "surface_m2", "website") VALUES (NEW."accessibility", NEW."accessible_desks", NEW."description", NEW."desks", NEW."email", NEW."id", NEW."kind", NEW."latitude", NEW."longitude", NEW."manager_id", NEW."municipality", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."postcode", NEW."slug", NEW."street", NEW."street_number", NEW."surface_m2", NEW."website"); RETURN NULL;',
                            hash="d34382c2e29ce9ca7db6f80cbba1819e76e7999f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_43ee8",
                            table="coworking_registry_space",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "space",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_spaceevent" ("accessibility", "accessible_desks", "description", "desks", "email", "id", "kind", "latitude", "longitude", "manager_id", "municipality", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "slug", "street", "street_number", "surface_m2", "website") VALUES (OLD."accessibility", OLD."accessible_desks", OLD."description", OLD."desks", OLD."email", OLD."id", OLD."kind", OLD."latitude", OLD."longitude", OLD."manager_id", OLD."municipality", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."postcode", OLD."slug", OLD."street", OLD."street_number", OLD."surface_m2", OLD."website"); RETURN NULL;',
                            hash="5a7bda190d3d5aa7ea0c064cd928b0484a108406",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_34927",
                            table="coworking_registry_space",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "qualificationevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6c0e041352c6f22f994fda79cff08888dd98e2ab",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1d28c",
                            table="coworking_registry_qualificationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "qualification",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_qualificationevent" ("act", "id", "list_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "space_id", "standing", "valid_from", "valid_to") VALUES (NEW."act", NEW."id", NEW."list_number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."space_id", NEW."standing", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                            hash="f4a3b8ac19278f26f4853f449471f0a7edef9bdd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5a2a9",
                            table="coworking_registry_qualification",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "qualification",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "coworking_registry_qualificationevent" ("act", "id", "list_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "space_id", "standing", "valid_from", "valid_to") VALUES (NEW."act", NEW."id", NEW."list_number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."space_id", NEW."standing", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                            hash="ce11aa4283ea1dc11157c56c352d9db7db3f1297",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_700ea",
                            table="coworking_registry_qualification",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "qualification",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_qualificationevent" ("act", "id", "list_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "space_id", "standing", "valid_from", "valid_to") VALUES (OLD."act", OLD."id", OLD."list_number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."space_id", OLD."standing", OLD."valid_from", OLD."valid_to"); RETURN NULL;',
                            hash="66602c3a0c634bacac906f3ffdc7c0a1d8287f89",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_40724",
                            table="coworking_registry_qualification",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "priceitemevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8169972fc0cf9aad8915861d441c2250675ce2f5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_25ede",
                            table="coworking_registry_priceitemevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "priceitem",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_priceitemevent" ("description", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "space_id", "spend_kind", "unit", "valid_from", "valid_to", "vat_rate") VALUES (NEW."description", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."price", NEW."space_id", NEW."spend_kind", NEW."unit", NEW."valid_from", NEW."valid_to", NEW."vat_rate"); RETURN NULL;',
                            hash="84129204194a051f5a02fce16e8bff276d5a883e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1d9bd",
                            table="coworking_registry_priceitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "priceitem",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "coworking_registry_priceitemevent" ("description", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "space_id", "spend_kind", "unit", "valid_from", "valid_to", "vat_rate") VALUES (NEW."description", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."price", NEW."space_id", NEW."spend_kind", NEW."unit", NEW."valid_from", NEW."valid_to", NEW."vat_rate"); RETURN NULL;',
                            hash="b18d863644753d6ed6e966ea2d0a1c9486149fd0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_612d8",
                            table="coworking_registry_priceitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "priceitem",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_priceitemevent" ("description", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "space_id", "spend_kind", "unit", "valid_from", "valid_to", "vat_rate") VALUES (OLD."description", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."price", OLD."space_id", OLD."spend_kind", OLD."unit", OLD."valid_from", OLD."valid_to", OLD."vat_rate"); RETURN NULL;',
                            hash="198822ce7e993e6f0668161772e38fd1e9c7ea3a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_97b37",
                            table="coworking_registry_priceitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "spaceapplication",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_spaceapplicationevent" ("accessibility", "accessible_desks", "case_ptr_id", "connections", "decided_at", "declarations", "description", "desks", "entered_on", "entry_ends", "events", "has_risk_assessment", "in_statute", "insured_until", "is_always_open", "is_fire_safe", "is_fit", "kind_of_space", "latitude", "list_number", "longitude", "manager_kind", "meeting_seats", "municipality", "name", "offered_services", "offices", "open_space", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "renewal_filed_on", "reserved", "space_email", "space_id", "space_phone", "street", "street_number", "surface_m2", "suspended_until", "tenure", "tenure_until", "website", "workshop") VALUES (NEW."accessibility", NEW."accessible_desks", NEW."case_ptr_id", NEW."connections", NEW."decided_at", NEW."declarations", NEW."description", NEW."desks", NEW."entered_on", NEW."entry_ends", NEW."events", NEW."has_risk_assessment", NEW."in_statute", NEW."insured_until", NEW."is_always_open", NEW."is_fire_safe", NEW."is_fit", NEW."kind_of_space", NEW."latitude", NEW."list_number", NEW."longitude", NEW."manager_kind", NEW."meeting_seats", NEW."municipality", NEW."name", NEW."offered_services", NEW."offices", NEW."open_space", _pgh_attach_context(), NOW(), \'insert\', NEW."case_ptr_id", NEW."postcode", NEW."renewal_filed_on", NEW."reserved", NEW."space_email", NEW."space_id", NEW."space_phone", NEW."street", NEW."street_number", NEW."surface_m2", NEW."suspended_until", NEW."tenure", NEW."tenure_until", NEW."website", NEW."workshop"); RETURN NULL;',
                            hash="b97c0505a088c809d58e84baa60332cdd2d35e14",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_29c60",
                            table="coworking_registry_spaceapplication",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "spaceapplication",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."accessibility" IS DISTINCT FROM (NEW."accessibility") OR OLD."accessible_desks" IS DISTINCT FROM (NEW."accessible_desks") OR OLD."case_ptr_id" IS DISTINCT FROM (NEW."case_ptr_id") OR OLD."connections" IS DISTINCT FROM (NEW."connections") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."declarations" IS DISTINCT FROM (NEW."declarations") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."desks" IS DISTINCT FROM (NEW."desks") OR OLD."entered_on" IS DISTINCT FROM (NEW."entered_on") OR OLD."entry_ends" IS DISTINCT FROM (NEW."entry_ends") OR OLD."events" IS DISTINCT FROM (NEW."events") OR OLD."has_risk_assessment" IS DISTINCT FROM (NEW."has_risk_assessment") OR OLD."in_statute" IS DISTINCT FROM (NEW."in_statute") OR OLD."insured_until" IS DISTINCT FROM (NEW."insured_until") OR OLD."is_always_open" IS DISTINCT FROM (NEW."is_always_open") OR OLD."is_fire_safe" IS DISTINCT FROM (NEW."is_fire_safe") OR OLD."is_fit" IS DISTINCT FROM (NEW."is_fit") OR OLD."kind_of_space" IS DISTINCT FROM (NEW."kind_of_space") OR OLD."latitude" IS DISTINCT FROM (NEW."latitude") OR OLD."list_number" IS DISTINCT FROM (NEW."list_number") OR OLD."longitude" IS DISTINCT FROM (NEW."longitude") OR OLD."manager_kind" IS DISTINCT FROM (NEW."manager_kind") OR OLD."meeting_seats" IS DISTINCT FROM (NEW."meeting_seats") OR OLD."municipality" IS DISTINCT FROM (NEW."municipality") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."offered_services" IS DISTINCT FROM (NEW."offered_services") OR OLD."offices" IS DISTINCT FROM (NEW."offices") OR OLD."open_space" IS DISTINCT FROM (NEW."open_space") OR OLD."postcode" IS DISTINCT FROM (NEW."postcode") OR OLD."renewal_filed_on" IS DISTINCT FROM (NEW."renewal_filed_on") OR OLD."reserved" IS DISTINCT FROM (NEW."reserved") OR OLD."space_id" IS DISTINCT FROM (NEW."space_id") OR OLD."space_email" IS DISTINCT FROM (NEW."space_email") OR OLD."space_phone" IS DISTINCT FROM (NEW."space_phone") OR OLD."street" IS DISTINCT FROM (NEW."street") OR OLD."street_number" IS DISTINCT FROM (NEW."street_number") OR OLD."surface_m2" IS DISTINCT FROM (NEW."surface_m2") OR OLD."suspended_until" IS DISTINCT FROM (NEW."suspended_until") OR OLD."tenure" IS DISTINCT FROM (NEW."tenure") OR OLD."tenure_until" IS DISTINCT FROM (NEW."tenure_until") OR OLD."website" IS DISTINCT FROM (NEW."website") OR OLD."workshop" IS DISTINCT FROM (NEW."workshop"))',
                            func='INSERT INTO "coworking_registry_spaceapplicationevent" ("accessibility", "accessible_desks", "case_ptr_id", "connections", "decided_at", "declarations", "description", "desks", "entered_on", "entry_ends", "events", "has_risk_assessment", "in_statute", "insured_until", "is_always_open", "is_fire_safe", "is_fit", "kind_of_space", "latitude", "list_number", "longitude", "manager_kind", "meeting_seats", "municipality", "name", "offered_services", "offices", "open_space", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "renewal_filed_on", "reserved", "space_email", "space_id", "space_phone", "street", "street_number", "surface_m2", "suspended_until", "tenure", "tenure_until", "website", "workshop") VALUES (NEW."accessibility", NEW."accessible_desks", NEW."case_ptr_id", NEW."connections", NEW."decided_at", NEW."declarations", NEW."description", NEW."desks", NEW."entered_on", NEW."entry_ends", NEW."events", NEW."has_risk_assessment", NEW."in_statute", NEW."insured_until", NEW."is_always_open", NEW."is_fire_safe", NEW."is_fit", NEW."kind_of_space", NEW."latitude", NEW."list_number", NEW."longitude", NEW."manager_kind", NEW."meeting_seats", NEW."municipality", NEW."name", NEW."offered_services", NEW."offices", NEW."open_space", _pgh_attach_context(), NOW(), \'update\', NEW."case_ptr_id", NEW."postcode", NEW."renewal_filed_on", NEW."reserved", NEW."space_email", NEW."space_id", NEW."space_phone", NEW."street", NEW."street_number", NEW."surface_m2", NEW."suspended_until", NEW."tenure", NEW."tenure_until", NEW."website", NEW."workshop"); RETURN NULL;',
                            hash="4044bfe8db098039507730f6992336328f8a290c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8cc59",
                            table="coworking_registry_spaceapplication",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "spaceapplication",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_spaceapplicationevent" ("accessibility", "accessible_desks", "case_ptr_id", "connections", "decided_at", "declarations", "description", "desks", "entered_on", "entry_ends", "events", "has_risk_assessment", "in_statute", "insured_until", "is_always_open", "is_fire_safe", "is_fit", "kind_of_space", "latitude", "list_number", "longitude", "manager_kind", "meeting_seats", "municipality", "name", "offered_services", "offices", "open_space", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "renewal_filed_on", "reserved", "space_email", "space_id", "space_phone", "street", "street_number", "surface_m2", "suspended_until", "tenure", "tenure_until", "website", "workshop") VALUES (OLD."accessibility", OLD."accessible_desks", OLD."case_ptr_id", OLD."connections", OLD."decided_at", OLD."declarations", OLD."description", OLD."desks", OLD."entered_on", OLD."entry_ends", OLD."events", OLD."has_risk_assessment", OLD."in_statute", OLD."insured_until", OLD."is_always_open", OLD."is_fire_safe", OLD."is_fit", OLD."kind_of_space", OLD."latitude", OLD."list_number", OLD."longitude", OLD."manager_kind", OLD."meeting_seats", OLD."municipality", OLD."name", OLD."offered_services", OLD."offices", OLD."open_space", _pgh_attach_context(), NOW(), \'delete\', OLD."case_ptr_id", OLD."postcode", OLD."renewal_filed_on", OLD."reserved", OLD."space_email", OLD."space_id", OLD."space_phone", OLD."street", OLD."street_number", OLD."surface_m2", OLD."suspended_until", OLD."tenure", OLD."tenure_until", OLD."website", OLD."workshop"); RETURN NULL;',
                            hash="48d8071d43db947c06a505560a05d487316bdf0c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_59abb",
                            table="coworking_registry_spaceapplication",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "removalevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cb871349c991889cc991434fa85bdc7d905754e2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8963d",
                            table="coworking_registry_removalevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "removal",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_removalevent" ("application_id", "ended_at", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_at", "started_by_id") VALUES (NEW."application_id", NEW."ended_at", NEW."id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."started_at", NEW."started_by_id"); RETURN NULL;',
                            hash="6a282a742158229cec38374dbde2b4cd4553bf8e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_37bf9",
                            table="coworking_registry_removal",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "removal",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "coworking_registry_removalevent" ("application_id", "ended_at", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_at", "started_by_id") VALUES (NEW."application_id", NEW."ended_at", NEW."id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."started_at", NEW."started_by_id"); RETURN NULL;',
                            hash="30bccc424afe3f69fd3acaa66c89c1f21628765e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a15df",
                            table="coworking_registry_removal",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "removal",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_removalevent" ("application_id", "ended_at", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_at", "started_by_id") VALUES (OLD."application_id", OLD."ended_at", OLD."id", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."started_at", OLD."started_by_id"); RETURN NULL;',
                            hash="a58a8c0d65c12e3eadef12b3f006460c2107d085",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f4dab",
                            table="coworking_registry_removal",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "inspectionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="adf56f2e1811d1767c4915d22055241498e7dd67",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c3cd3",
                            table="coworking_registry_inspectionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "inspection",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_inspectionevent" ("application_id", "conclusion", "ended_at", "findings", "id", "officials", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "signed_id", "starts_at", "stated") VALUES (NEW."application_id", NEW."conclusion", NEW."ended_at", NEW."findings", NEW."id", NEW."officials", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."present", NEW."signed_id", NEW."starts_at", NEW."stated"); RETURN NULL;',
                            hash="3b32bc68b0c62436f187e9fe6284cf06297cd5f6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e6927",
                            table="coworking_registry_inspection",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "inspection",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "coworking_registry_inspectionevent" ("application_id", "conclusion", "ended_at", "findings", "id", "officials", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "signed_id", "starts_at", "stated") VALUES (NEW."application_id", NEW."conclusion", NEW."ended_at", NEW."findings", NEW."id", NEW."officials", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."present", NEW."signed_id", NEW."starts_at", NEW."stated"); RETURN NULL;',
                            hash="0e991082e2d31651f94e887370bc399352bc9a85",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_69e46",
                            table="coworking_registry_inspection",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "inspection",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_inspectionevent" ("application_id", "conclusion", "ended_at", "findings", "id", "officials", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "signed_id", "starts_at", "stated") VALUES (OLD."application_id", OLD."conclusion", OLD."ended_at", OLD."findings", OLD."id", OLD."officials", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."present", OLD."signed_id", OLD."starts_at", OLD."stated"); RETURN NULL;',
                            hash="8dda080dbec2fad0b47c5b82e0f24779f74eda1f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_db6c3",
                            table="coworking_registry_inspection",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "entrychangeevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="87ba781b3f5c20e100726bb9065372dbbff42318",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_57550",
                            table="coworking_registry_entrychangeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "entrychange",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_entrychangeevent" ("application_id", "before", "decided_at", "decided_by_id", "id", "is_taken", "major", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reported_at", "values") VALUES (NEW."application_id", NEW."before", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."is_taken", NEW."major", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reported_at", NEW."values"); RETURN NULL;',
                            hash="471936be7cff267a38724ec9b77fd98a766c4375",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f71ce",
                            table="coworking_registry_entrychange",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "entrychange",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "coworking_registry_entrychangeevent" ("application_id", "before", "decided_at", "decided_by_id", "id", "is_taken", "major", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reported_at", "values") VALUES (NEW."application_id", NEW."before", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."is_taken", NEW."major", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reported_at", NEW."values"); RETURN NULL;',
                            hash="45a6e715a2cfe38f0516ed1dc54404a35886ea00",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_66f2d",
                            table="coworking_registry_entrychange",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "entrychange",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_entrychangeevent" ("application_id", "before", "decided_at", "decided_by_id", "id", "is_taken", "major", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reported_at", "values") VALUES (OLD."application_id", OLD."before", OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."is_taken", OLD."major", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reported_at", OLD."values"); RETURN NULL;',
                            hash="15d548c4c80a5f9d273f8f91b9ec5e8c30f96ae0",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d0829",
                            table="coworking_registry_entrychange",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "declaredpriceevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cfa778a73beeb9e673b082dc97d24cac28275350",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_637a3",
                            table="coworking_registry_declaredpriceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "declaredprice",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_declaredpriceevent" ("application_id", "description", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "spend_kind", "unit", "vat_rate") VALUES (NEW."application_id", NEW."description", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."price", NEW."spend_kind", NEW."unit", NEW."vat_rate"); RETURN NULL;',
                            hash="e05f246cee9c0d36a03883d80e6b8de1e06acb5f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fac67",
                            table="coworking_registry_declaredprice",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "declaredprice",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "coworking_registry_declaredpriceevent" ("application_id", "description", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "spend_kind", "unit", "vat_rate") VALUES (NEW."application_id", NEW."description", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."price", NEW."spend_kind", NEW."unit", NEW."vat_rate"); RETURN NULL;',
                            hash="e3118b06d32fddfafb82cf0c551b6cbe70c34ff7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_aba40",
                            table="coworking_registry_declaredprice",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "declaredprice",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_declaredpriceevent" ("application_id", "description", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "spend_kind", "unit", "vat_rate") VALUES (OLD."application_id", OLD."description", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."price", OLD."spend_kind", OLD."unit", OLD."vat_rate"); RETURN NULL;',
                            hash="3ea55d718d53b51553074aecfa12477ededae321",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e1876",
                            table="coworking_registry_declaredprice",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "declaredmachineevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f08df3cc8dea8b9c2c2d3328b84bfb1fe29f2708",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_613a5",
                            table="coworking_registry_declaredmachineevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "declaredmachine",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_declaredmachineevent" ("application_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "safety_briefing") VALUES (NEW."application_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."quantity", NEW."safety_briefing"); RETURN NULL;',
                            hash="fdd34f4886799745cb211a55a7e5cecb928dd9fe",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_90525",
                            table="coworking_registry_declaredmachine",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "declaredmachine",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "coworking_registry_declaredmachineevent" ("application_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "safety_briefing") VALUES (NEW."application_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."quantity", NEW."safety_briefing"); RETURN NULL;',
                            hash="5a0ee1c003c27ad539b1e7e0d4e7283929e31a85",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2e37d",
                            table="coworking_registry_declaredmachine",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "declaredmachine",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_declaredmachineevent" ("application_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "safety_briefing") VALUES (OLD."application_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."quantity", OLD."safety_briefing"); RETURN NULL;',
                            hash="569385c1ad78fdcc2616c2b8be8350b0047bafb7",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_de5c1",
                            table="coworking_registry_declaredmachine",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "declaredhoursevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4be8310b732e6fcdc274e0b977c875514fdb3e41",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9be9a",
                            table="coworking_registry_declaredhoursevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "declaredhours",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_declaredhoursevent" ("application_id", "closes", "id", "opens", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "weekday") VALUES (NEW."application_id", NEW."closes", NEW."id", NEW."opens", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."weekday"); RETURN NULL;',
                            hash="78a5575fa37a8ce321446aec02d7879016bbbdd7",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5d35b",
                            table="coworking_registry_declaredhours",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "declaredhours",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "coworking_registry_declaredhoursevent" ("application_id", "closes", "id", "opens", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "weekday") VALUES (NEW."application_id", NEW."closes", NEW."id", NEW."opens", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."weekday"); RETURN NULL;',
                            hash="11f028b10526a84b4f79a5e39aa4d31c005ec434",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b8069",
                            table="coworking_registry_declaredhours",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "declaredhours",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_declaredhoursevent" ("application_id", "closes", "id", "opens", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "weekday") VALUES (OLD."application_id", OLD."closes", OLD."id", OLD."opens", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."weekday"); RETURN NULL;',
                            hash="8fbd57d0cb4b36c15fb8fa6fc3ae92d97f8649b6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7b8a6",
                            table="coworking_registry_declaredhours",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "spaceapplicationevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="88cacc3c69fc760e542806fa418541feb57cbe73",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9f2d6",
                            table="coworking_registry_spaceapplicationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "spaceevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="aa88ce46ee5f985aabc5391bfaaa2a6e51d7cacb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cd733",
                            table="coworking_registry_spaceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "spaceground",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_spacegroundevent" ("answer", "application_id", "document", "from_observations", "id", "observation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "text", "told_at", "upheld") VALUES (NEW."answer", NEW."application_id", NEW."document", NEW."from_observations", NEW."id", NEW."observation", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rule", NEW."text", NEW."told_at", NEW."upheld"); RETURN NULL;',
                            hash="9f24ebc0472e0c4b04938741172e2682b7db6875",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c8750",
                            table="coworking_registry_spaceground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "spaceground",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "coworking_registry_spacegroundevent" ("answer", "application_id", "document", "from_observations", "id", "observation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "text", "told_at", "upheld") VALUES (NEW."answer", NEW."application_id", NEW."document", NEW."from_observations", NEW."id", NEW."observation", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rule", NEW."text", NEW."told_at", NEW."upheld"); RETURN NULL;',
                            hash="91748d3005fe4119a65507f7bf8fc757a1ef8604",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_021c4",
                            table="coworking_registry_spaceground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "spaceground",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_spacegroundevent" ("answer", "application_id", "document", "from_observations", "id", "observation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "text", "told_at", "upheld") VALUES (OLD."answer", OLD."application_id", OLD."document", OLD."from_observations", OLD."id", OLD."observation", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rule", OLD."text", OLD."told_at", OLD."upheld"); RETURN NULL;',
                            hash="de35325601bdcc4e9e85d75ff638acdb77f6b4c9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c8ed6",
                            table="coworking_registry_spaceground",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "spacegroundevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ecd509402348ec0ddffe8ce0978aa654c3083882",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_34cb8",
                            table="coworking_registry_spacegroundevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "spaceinterest",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_spaceinterestevent" ("desks", "ended_at", "followed_at", "id", "investment", "kind", "may_publish", "municipality", "name", "note", "noted_at", "outcome", "partners", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "plan", "protocol_in_id", "sent_at", "sent_by_id", "support") VALUES (NEW."desks", NEW."ended_at", NEW."followed_at", NEW."id", NEW."investment", NEW."kind", NEW."may_publish", NEW."municipality", NEW."name", NEW."note", NEW."noted_at", NEW."outcome", NEW."partners", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."plan", NEW."protocol_in_id", NEW."sent_at", NEW."sent_by_id", NEW."support"); RETURN NULL;',
                            hash="b4984bb8ad011f209109c306702388cee5d778a5",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_75557",
                            table="coworking_registry_spaceinterest",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "spaceinterest",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "coworking_registry_spaceinterestevent" ("desks", "ended_at", "followed_at", "id", "investment", "kind", "may_publish", "municipality", "name", "note", "noted_at", "outcome", "partners", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "plan", "protocol_in_id", "sent_at", "sent_by_id", "support") VALUES (NEW."desks", NEW."ended_at", NEW."followed_at", NEW."id", NEW."investment", NEW."kind", NEW."may_publish", NEW."municipality", NEW."name", NEW."note", NEW."noted_at", NEW."outcome", NEW."partners", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."plan", NEW."protocol_in_id", NEW."sent_at", NEW."sent_by_id", NEW."support"); RETURN NULL;',
                            hash="544040fed4bfe41844819dd433f922fba5437927",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6cbef",
                            table="coworking_registry_spaceinterest",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "spaceinterest",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "coworking_registry_spaceinterestevent" ("desks", "ended_at", "followed_at", "id", "investment", "kind", "may_publish", "municipality", "name", "note", "noted_at", "outcome", "partners", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "plan", "protocol_in_id", "sent_at", "sent_by_id", "support") VALUES (OLD."desks", OLD."ended_at", OLD."followed_at", OLD."id", OLD."investment", OLD."kind", OLD."may_publish", OLD."municipality", OLD."name", OLD."note", OLD."noted_at", OLD."outcome", OLD."partners", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."plan", OLD."protocol_in_id", OLD."sent_at", OLD."sent_by_id", OLD."support"); RETURN NULL;',
                            hash="deafa8d93a044bb349d4d3987539182396854d7d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7f8a0",
                            table="coworking_registry_spaceinterest",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "spaceinterestevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5f991e010731d715cdeeb3570d8d124d7e0168ea",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f3796",
                            table="coworking_registry_spaceinterestevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import parties.moment
import parties.validators


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("parties", "0001_initial"),
        ("parties", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Service",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(unique=True, verbose_name="code")),
                ("name_it", models.CharField(max_length=80, verbose_name="name in Italian")),
                ("name_en", models.CharField(max_length=80, verbose_name="name in English")),
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("municipality", models.CharField(max_length=80, verbose_name="municipality")),
                (
                    "latitude",
                    models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True),
                ),
                (
                    "longitude",
                    models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True),
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
                    models.PositiveSmallIntegerField(default=0, verbose_name="accessible desks"),
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
                    models.EmailField(blank=True, max_length=254, verbose_name="email address"),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
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
                        fields=("name", "municipality"), name="space_name_once_per_municipality"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("accessible_desks__lte", models.F("desks"))),
                        name="accessible_desks_within_desks",
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("spend_kind", models.CharField(max_length=24, verbose_name="kind of spend")),
                ("description", models.CharField(max_length=160, verbose_name="description")),
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
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
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
            name="Qualification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
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
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
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
            name="PriceItemEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("spend_kind", models.CharField(max_length=24, verbose_name="kind of spend")),
                ("description", models.CharField(max_length=160, verbose_name="description")),
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
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
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
            name="OpeningHours",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("weekday", models.PositiveSmallIntegerField(verbose_name="day of the week")),
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
                ("municipality", models.CharField(max_length=80, verbose_name="municipality")),
                (
                    "latitude",
                    models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True),
                ),
                (
                    "longitude",
                    models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True),
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
                    models.PositiveSmallIntegerField(default=0, verbose_name="accessible desks"),
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
                    models.EmailField(blank=True, max_length=254, verbose_name="email address"),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
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
            name="SpacePhoto",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    models.UniqueConstraint(fields=("space", "sha256"), name="photo_once_per_space")
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="space",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="space",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="space",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="qualificationevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="qualification",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="qualification",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="qualification",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="priceitemevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="priceitem",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="priceitem",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="priceitem",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="spaceevent",
            trigger=pgtrigger.compiler.Trigger(
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
    ]

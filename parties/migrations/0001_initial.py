import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import parties.tables
import parties.triggers
import parties.validators


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        parties.tables.Together(
            operations=[
                migrations.CreateModel(
                    name="Body",
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
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        ("unit", models.CharField(blank=True, max_length=160, verbose_name="unit")),
                        ("tax_code", models.CharField(max_length=16, verbose_name="tax code")),
                        ("street", models.CharField(max_length=120, verbose_name="street")),
                        ("postcode", models.CharField(max_length=5, verbose_name="postcode")),
                        (
                            "municipality",
                            models.CharField(max_length=80, verbose_name="municipality"),
                        ),
                        ("province", models.CharField(max_length=2, verbose_name="province")),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=30, verbose_name="telephone"),
                        ),
                        ("email", models.EmailField(max_length=254, verbose_name="email address")),
                        (
                            "pec",
                            models.EmailField(max_length=254, verbose_name="certified email (PEC)"),
                        ),
                        (
                            "office_hours",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="office hours"
                            ),
                        ),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                    ],
                    options={
                        "verbose_name": "body",
                        "verbose_name_plural": "bodies",
                    },
                ),
                migrations.CreateModel(
                    name="Party",
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
                                choices=[("person", "Person"), ("organisation", "Organisation")],
                                editable=False,
                                max_length=12,
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "tax_code",
                            models.CharField(
                                max_length=16,
                                unique=True,
                                validators=[parties.validators.validate_tax_code],
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
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="email address"
                            ),
                        ),
                        (
                            "pec",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="certified email (PEC)"
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=30, verbose_name="telephone"),
                        ),
                        (
                            "street",
                            models.CharField(blank=True, max_length=120, verbose_name="street"),
                        ),
                        (
                            "street_number",
                            models.CharField(blank=True, max_length=12, verbose_name="number"),
                        ),
                        (
                            "postcode",
                            models.CharField(
                                blank=True,
                                max_length=5,
                                validators=[parties.validators.validate_postcode],
                                verbose_name="postcode",
                            ),
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
                    ],
                    options={
                        "verbose_name": "party",
                        "verbose_name_plural": "parties",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("vat_number", ""), _negated=True),
                                fields=["vat_number"],
                                name="party_by_vat_number",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["person", "organisation"])),
                                name="party_kind_is_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("person", "Person"), ("organisation", "Organisation")],
                                editable=False,
                                max_length=12,
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "tax_code",
                            models.CharField(
                                max_length=16,
                                validators=[parties.validators.validate_tax_code],
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
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="email address"
                            ),
                        ),
                        (
                            "pec",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="certified email (PEC)"
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=30, verbose_name="telephone"),
                        ),
                        (
                            "street",
                            models.CharField(blank=True, max_length=120, verbose_name="street"),
                        ),
                        (
                            "street_number",
                            models.CharField(blank=True, max_length=12, verbose_name="number"),
                        ),
                        (
                            "postcode",
                            models.CharField(
                                blank=True,
                                max_length=5,
                                validators=[parties.validators.validate_postcode],
                                verbose_name="postcode",
                            ),
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
                                to="parties.party",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="User",
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
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        (
                            "last_login",
                            models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                        ),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                max_length=254, unique=True, verbose_name="email address"
                            ),
                        ),
                        (
                            "first_name",
                            models.CharField(blank=True, max_length=80, verbose_name="first name"),
                        ),
                        (
                            "last_name",
                            models.CharField(blank=True, max_length=80, verbose_name="last name"),
                        ),
                        (
                            "language",
                            models.CharField(default="it", max_length=2, verbose_name="language"),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="active")),
                        (
                            "date_joined",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="registered on"
                            ),
                        ),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.group",
                                verbose_name="groups",
                            ),
                        ),
                        (
                            "user_permissions",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Specific permissions for this user.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.permission",
                                verbose_name="user permissions",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "account",
                        "verbose_name_plural": "accounts",
                    },
                ),
                migrations.CreateModel(
                    name="RoleAssignment",
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
                            "role",
                            models.CharField(
                                choices=[
                                    ("officer", "Case officer"),
                                    ("procedure_owner", "Procedure owner"),
                                    ("director", "Director"),
                                    ("accountant", "Accountant"),
                                    ("auditor", "Auditor"),
                                    ("administrator", "Administrator"),
                                    ("evaluator", "Committee member"),
                                ],
                                max_length=30,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "valid_from",
                            models.DateField(
                                default=django.utils.timezone.localdate, verbose_name="from"
                            ),
                        ),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="to")),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="role_assignments",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("valid_to__isnull", True)),
                                fields=("user", "role"),
                                name="role_held_once_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="role_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "role__in",
                                        [
                                            "officer",
                                            "procedure_owner",
                                            "director",
                                            "accountant",
                                            "auditor",
                                            "administrator",
                                            "evaluator",
                                        ],
                                    )
                                ),
                                name="role_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RoleAssignmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("officer", "Case officer"),
                                    ("procedure_owner", "Procedure owner"),
                                    ("director", "Director"),
                                    ("accountant", "Accountant"),
                                    ("auditor", "Auditor"),
                                    ("administrator", "Administrator"),
                                    ("evaluator", "Committee member"),
                                ],
                                max_length=30,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "valid_from",
                            models.DateField(
                                default=django.utils.timezone.localdate, verbose_name="from"
                            ),
                        ),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="to")),
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
                                to="parties.roleassignment",
                            ),
                        ),
                        (
                            "user",
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
                    name="UserEmailFirstNameLastNameIsActiveEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("email", models.EmailField(max_length=254, verbose_name="email address")),
                        (
                            "first_name",
                            models.CharField(blank=True, max_length=80, verbose_name="first name"),
                        ),
                        (
                            "last_name",
                            models.CharField(blank=True, max_length=80, verbose_name="last name"),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="active")),
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
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Organisation",
                    fields=[
                        (
                            "party_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="parties.party",
                            ),
                        ),
                        (
                            "legal_form",
                            models.CharField(
                                choices=[
                                    ("sole_trader", "Sole trader"),
                                    ("partnership", "Partnership"),
                                    ("company", "Company with share capital"),
                                    ("cooperative", "Cooperative"),
                                    ("association", "Association or third-sector body"),
                                    ("professional", "Self-employed professional"),
                                    ("public_body", "Public body"),
                                ],
                                max_length=20,
                                verbose_name="legal form",
                            ),
                        ),
                        (
                            "rea",
                            models.CharField(
                                blank=True,
                                max_length=12,
                                validators=[parties.validators.validate_rea],
                                verbose_name="REA number",
                            ),
                        ),
                        (
                            "ateco",
                            models.CharField(
                                blank=True,
                                max_length=10,
                                validators=[parties.validators.validate_ateco],
                                verbose_name="ATECO code",
                            ),
                        ),
                        (
                            "size",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("micro", "Micro"),
                                    ("small", "Small"),
                                    ("medium", "Medium"),
                                    ("large", "Large"),
                                ],
                                max_length=10,
                                verbose_name="size",
                            ),
                        ),
                        (
                            "vat_opened_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="VAT number opened on"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "organisation",
                        "verbose_name_plural": "organisations",
                    },
                    bases=("parties.party",),
                ),
                migrations.CreateModel(
                    name="OrganisationEvent",
                    fields=[
                        (
                            "party_ptr",
                            models.ForeignKey(
                                auto_created=True,
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                parent_link=True,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="parties.party",
                            ),
                        ),
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "legal_form",
                            models.CharField(
                                choices=[
                                    ("sole_trader", "Sole trader"),
                                    ("partnership", "Partnership"),
                                    ("company", "Company with share capital"),
                                    ("cooperative", "Cooperative"),
                                    ("association", "Association or third-sector body"),
                                    ("professional", "Self-employed professional"),
                                    ("public_body", "Public body"),
                                ],
                                max_length=20,
                                verbose_name="legal form",
                            ),
                        ),
                        (
                            "rea",
                            models.CharField(
                                blank=True,
                                max_length=12,
                                validators=[parties.validators.validate_rea],
                                verbose_name="REA number",
                            ),
                        ),
                        (
                            "ateco",
                            models.CharField(
                                blank=True,
                                max_length=10,
                                validators=[parties.validators.validate_ateco],
                                verbose_name="ATECO code",
                            ),
                        ),
                        (
                            "size",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("micro", "Micro"),
                                    ("small", "Small"),
                                    ("medium", "Medium"),
                                    ("large", "Large"),
                                ],
                                max_length=10,
                                verbose_name="size",
                            ),
                        ),
                        (
                            "vat_opened_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="VAT number opened on"
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
                                to="parties.organisation",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Person",
                    fields=[
                        (
                            "party_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="parties.party",
                            ),
                        ),
                        ("first_name", models.CharField(max_length=80, verbose_name="first name")),
                        ("last_name", models.CharField(max_length=80, verbose_name="last name")),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("F", "Female"), ("M", "Male")],
                                max_length=1,
                                verbose_name="sex",
                            ),
                        ),
                        ("birth_date", models.DateField(verbose_name="date of birth")),
                        (
                            "birthplace",
                            models.CharField(max_length=80, verbose_name="place of birth"),
                        ),
                        (
                            "citizenship",
                            models.CharField(blank=True, max_length=60, verbose_name="citizenship"),
                        ),
                        (
                            "user",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="person",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "person",
                        "verbose_name_plural": "people",
                    },
                    bases=("parties.party",),
                ),
                migrations.CreateModel(
                    name="PersonEvent",
                    fields=[
                        (
                            "party_ptr",
                            models.ForeignKey(
                                auto_created=True,
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                parent_link=True,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="parties.party",
                            ),
                        ),
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("first_name", models.CharField(max_length=80, verbose_name="first name")),
                        ("last_name", models.CharField(max_length=80, verbose_name="last name")),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("F", "Female"), ("M", "Male")],
                                max_length=1,
                                verbose_name="sex",
                            ),
                        ),
                        ("birth_date", models.DateField(verbose_name="date of birth")),
                        (
                            "birthplace",
                            models.CharField(max_length=80, verbose_name="place of birth"),
                        ),
                        (
                            "citizenship",
                            models.CharField(blank=True, max_length=60, verbose_name="citizenship"),
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
                            "user",
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parties.person",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Representation",
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
                            "capacity",
                            models.CharField(
                                choices=[
                                    ("legal_representative", "Legal representative"),
                                    ("delegate", "Delegate with power of attorney"),
                                ],
                                max_length=24,
                                verbose_name="capacity",
                            ),
                        ),
                        (
                            "valid_from",
                            models.DateField(
                                default=django.utils.timezone.localdate, verbose_name="from"
                            ),
                        ),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="to")),
                        (
                            "verified_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="verified on"),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="representations",
                                to="parties.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="representations",
                                to="parties.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "representation",
                        "verbose_name_plural": "representations",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("valid_to__isnull", True)),
                                fields=("person", "organisation", "capacity"),
                                name="representation_open_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="representation_ends_after_it_starts",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RepresentationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "capacity",
                            models.CharField(
                                choices=[
                                    ("legal_representative", "Legal representative"),
                                    ("delegate", "Delegate with power of attorney"),
                                ],
                                max_length=24,
                                verbose_name="capacity",
                            ),
                        ),
                        (
                            "valid_from",
                            models.DateField(
                                default=django.utils.timezone.localdate, verbose_name="from"
                            ),
                        ),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="to")),
                        (
                            "verified_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="verified on"),
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
                                to="parties.representation",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parties.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parties.person",
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
                    "party",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "parties_partyevent" ("email", "id", "kind", "municipality", "name", "pec", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "province", "street", "street_number", "tax_code", "vat_number") VALUES (NEW."email", NEW."id", NEW."kind", NEW."municipality", NEW."name", NEW."pec", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."postcode", NEW."province", NEW."street", NEW."street_number", NEW."tax_code", NEW."vat_number"); RETURN NULL;',
                            hash="7156a884a7aa2a550eb79a6d6d800a0313ec5df4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f5c0e",
                            table="parties_party",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "party",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "parties_partyevent" ("email", "id", "kind", "municipality", "name", "pec", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "province", "street", "street_number", "tax_code", "vat_number") VALUES (NEW."email", NEW."id", NEW."kind", NEW."municipality", NEW."name", NEW."pec", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."postcode", NEW."province", NEW."street", NEW."street_number", NEW."tax_code", NEW."vat_number"); RETURN NULL;',
                            hash="b22ae5d909cb41e160d147570ed9e0df443395cc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_db520",
                            table="parties_party",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "party",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "parties_partyevent" ("email", "id", "kind", "municipality", "name", "pec", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "province", "street", "street_number", "tax_code", "vat_number") VALUES (OLD."email", OLD."id", OLD."kind", OLD."municipality", OLD."name", OLD."pec", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."postcode", OLD."province", OLD."street", OLD."street_number", OLD."tax_code", OLD."vat_number"); RETURN NULL;',
                            hash="737c5a880ec70dc404adac603f817c39e4c71b26",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1c644",
                            table="parties_party",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "user",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "parties_useremailfirstnamelastnameisactiveevent" ("email", "first_name", "is_active", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."email", NEW."first_name", NEW."is_active", NEW."last_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="1d5fc8c9d4ea4ffd5bb60e46abdbaee51e52c9be",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_64d8b",
                            table="parties_user",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "user",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name"))',
                            func='INSERT INTO "parties_useremailfirstnamelastnameisactiveevent" ("email", "first_name", "is_active", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."email", NEW."first_name", NEW."is_active", NEW."last_name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="59b9b62cb52c7a96059cf36239e4f2dca3e19420",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5cf14",
                            table="parties_user",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "user",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "parties_useremailfirstnamelastnameisactiveevent" ("email", "first_name", "is_active", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."email", OLD."first_name", OLD."is_active", OLD."last_name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="b54abcf3e5d89493fde4a98f2e557a9c21135010",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2f7b9",
                            table="parties_user",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "organisation",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "parties_organisationevent" ("ateco", "legal_form", "party_ptr_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rea", "size", "vat_opened_on") VALUES (NEW."ateco", NEW."legal_form", NEW."party_ptr_id", _pgh_attach_context(), NOW(), \'insert\', NEW."party_ptr_id", NEW."rea", NEW."size", NEW."vat_opened_on"); RETURN NULL;',
                            hash="a26360a6accac2260013a471a97b1379d8c85186",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0efcd",
                            table="parties_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "organisation",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."ateco" IS DISTINCT FROM (NEW."ateco") OR OLD."legal_form" IS DISTINCT FROM (NEW."legal_form") OR OLD."party_ptr_id" IS DISTINCT FROM (NEW."party_ptr_id") OR OLD."rea" IS DISTINCT FROM (NEW."rea") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."vat_opened_on" IS DISTINCT FROM (NEW."vat_opened_on"))',
                            func='INSERT INTO "parties_organisationevent" ("ateco", "legal_form", "party_ptr_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rea", "size", "vat_opened_on") VALUES (NEW."ateco", NEW."legal_form", NEW."party_ptr_id", _pgh_attach_context(), NOW(), \'update\', NEW."party_ptr_id", NEW."rea", NEW."size", NEW."vat_opened_on"); RETURN NULL;',
                            hash="ab3e0ba9f870af5c45a478467de1a7e8c5189f40",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7f2ff",
                            table="parties_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "organisation",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "parties_organisationevent" ("ateco", "legal_form", "party_ptr_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rea", "size", "vat_opened_on") VALUES (OLD."ateco", OLD."legal_form", OLD."party_ptr_id", _pgh_attach_context(), NOW(), \'delete\', OLD."party_ptr_id", OLD."rea", OLD."size", OLD."vat_opened_on"); RETURN NULL;',
                            hash="ad80aba6bc4c2c37b97092ff8d2e53c2ae78019d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_41af7",
                            table="parties_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "partyevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="102402b316d2829ddb820e01a1a2888eab737a50",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_14331",
                            table="parties_partyevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "roleassignment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "parties_roleassignmentevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "valid_from", "valid_to") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."user_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                            hash="e8710fae0b43f7be8fd7ce24244321d4837ae0c8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7e655",
                            table="parties_roleassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "roleassignment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "parties_roleassignmentevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "valid_from", "valid_to") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."user_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                            hash="366dd51e5fada68842a1d5d407bb5fc90cb9bbbb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f088e",
                            table="parties_roleassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "roleassignment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "parties_roleassignmentevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "valid_from", "valid_to") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."user_id", OLD."valid_from", OLD."valid_to"); RETURN NULL;',
                            hash="749c4bbb4f8b384b8f25218004c582674a6caabe",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6863c",
                            table="parties_roleassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "roleassignmentevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="85701f3710575c52b70b672c85c5472973f70317",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bf0f0",
                            table="parties_roleassignmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "useremailfirstnamelastnameisactiveevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="10c04641e6f508ed9fdd5becc361774a539c1463",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_73194",
                            table="parties_useremailfirstnamelastnameisactiveevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "organisationevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b538402ead54892ba65c109e23434b95189dc111",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c9b5d",
                            table="parties_organisationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "representationevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b7372f84effd3f2ddee164bdc1666504b4fe242b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8277d",
                            table="parties_representationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "representation",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "parties_representationevent" ("capacity", "id", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_to", "verified_at") VALUES (NEW."capacity", NEW."id", NEW."organisation_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."valid_from", NEW."valid_to", NEW."verified_at"); RETURN NULL;',
                            hash="11ca40ca489fd7c407b7fa029a80801bba38d0b9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_512cb",
                            table="parties_representation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "representation",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "parties_representationevent" ("capacity", "id", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_to", "verified_at") VALUES (NEW."capacity", NEW."id", NEW."organisation_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."valid_from", NEW."valid_to", NEW."verified_at"); RETURN NULL;',
                            hash="c0d8e4b3bf9bb5ae4377418fc87f3cf17400faaa",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_41337",
                            table="parties_representation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "representation",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "parties_representationevent" ("capacity", "id", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_to", "verified_at") VALUES (OLD."capacity", OLD."id", OLD."organisation_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."valid_from", OLD."valid_to", OLD."verified_at"); RETURN NULL;',
                            hash="bd15e76dab19a6eeb25d2c397ff1218c720cff3a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_43ddd",
                            table="parties_representation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "personevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="25696fba1e0e0d80ab55a12112c64f2961c00f19",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0cb01",
                            table="parties_personevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "person",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "parties_personevent" ("birth_date", "birthplace", "citizenship", "first_name", "last_name", "party_ptr_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sex", "user_id") VALUES (NEW."birth_date", NEW."birthplace", NEW."citizenship", NEW."first_name", NEW."last_name", NEW."party_ptr_id", _pgh_attach_context(), NOW(), \'insert\', NEW."party_ptr_id", NEW."sex", NEW."user_id"); RETURN NULL;',
                            hash="a3bc9dfb7db534bb8fe3752f8c4d4af84a428223",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_cdc0a",
                            table="parties_person",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "person",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."birth_date" IS DISTINCT FROM (NEW."birth_date") OR OLD."birthplace" IS DISTINCT FROM (NEW."birthplace") OR OLD."citizenship" IS DISTINCT FROM (NEW."citizenship") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."party_ptr_id" IS DISTINCT FROM (NEW."party_ptr_id") OR OLD."sex" IS DISTINCT FROM (NEW."sex") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))',
                            func='INSERT INTO "parties_personevent" ("birth_date", "birthplace", "citizenship", "first_name", "last_name", "party_ptr_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sex", "user_id") VALUES (NEW."birth_date", NEW."birthplace", NEW."citizenship", NEW."first_name", NEW."last_name", NEW."party_ptr_id", _pgh_attach_context(), NOW(), \'update\', NEW."party_ptr_id", NEW."sex", NEW."user_id"); RETURN NULL;',
                            hash="1bd0a9427f1550f7440f13fca8e32257a79227b8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cfc07",
                            table="parties_person",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "person",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "parties_personevent" ("birth_date", "birthplace", "citizenship", "first_name", "last_name", "party_ptr_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sex", "user_id") VALUES (OLD."birth_date", OLD."birthplace", OLD."citizenship", OLD."first_name", OLD."last_name", OLD."party_ptr_id", _pgh_attach_context(), NOW(), \'delete\', OLD."party_ptr_id", OLD."sex", OLD."user_id"); RETURN NULL;',
                            hash="cd7ed734c542b198d2d2916f86115c7d9473e6c3",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e98cb",
                            table="parties_person",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]

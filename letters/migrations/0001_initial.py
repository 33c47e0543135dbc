import django.db.models.deletion
import django_fsm
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import parties.moment
import parties.tables
import parties.triggers
import workflows.models.drafts


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
                    name="BodyStyle",
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
                            "head_unit",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="office in the letterhead"
                            ),
                        ),
                        (
                            "head_lines",
                            models.TextField(
                                blank=True, verbose_name="further lines of the letterhead"
                            ),
                        ),
                        (
                            "foot_lines",
                            models.TextField(blank=True, verbose_name="lines at the foot"),
                        ),
                        (
                            "signatures",
                            models.JSONField(
                                blank=True, default=dict, verbose_name="signature blocks"
                            ),
                        ),
                        (
                            "leaves_at_once",
                            models.BooleanField(
                                default=True, verbose_name="letters leave without approval"
                            ),
                        ),
                        (
                            "logo",
                            models.FileField(
                                blank=True, upload_to="letters/logos/", verbose_name="logo"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "body",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letter_style",
                                to="parties.body",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "letter style of a body",
                        "verbose_name_plural": "letter styles of bodies",
                    },
                ),
                migrations.CreateModel(
                    name="BodyStyleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "head_unit",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="office in the letterhead"
                            ),
                        ),
                        (
                            "head_lines",
                            models.TextField(
                                blank=True, verbose_name="further lines of the letterhead"
                            ),
                        ),
                        (
                            "foot_lines",
                            models.TextField(blank=True, verbose_name="lines at the foot"),
                        ),
                        (
                            "signatures",
                            models.JSONField(
                                blank=True, default=dict, verbose_name="signature blocks"
                            ),
                        ),
                        (
                            "leaves_at_once",
                            models.BooleanField(
                                default=True, verbose_name="letters leave without approval"
                            ),
                        ),
                        (
                            "logo",
                            models.FileField(
                                blank=True, upload_to="letters/logos/", verbose_name="logo"
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
                                to="letters.bodystyle",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MailboxState",
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
                        ("name", models.CharField(max_length=10, unique=True)),
                        ("tried_at", models.DateTimeField()),
                        ("read_at", models.DateTimeField(blank=True, null=True)),
                        ("error", models.TextField(blank=True)),
                    ],
                    options={
                        "verbose_name": "state of a mailbox",
                        "verbose_name_plural": "states of mailboxes",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="SigningKey",
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
                                    ("file", "File (PKCS#12)"),
                                    ("token", "Token or security module (PKCS#11)"),
                                ],
                                max_length=5,
                                verbose_name="kind",
                            ),
                        ),
                        ("file", models.BinaryField(blank=True, default=b"")),
                        (
                            "token",
                            models.CharField(
                                blank=True, max_length=64, verbose_name="label of the token"
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                blank=True, max_length=64, verbose_name="label of the key"
                            ),
                        ),
                        ("signer", models.CharField(max_length=200, verbose_name="holder")),
                        ("tax_code", models.CharField(max_length=16, verbose_name="tax code")),
                        ("issuer", models.CharField(max_length=200, verbose_name="authority")),
                        ("valid_from", models.DateTimeField(verbose_name="valid from")),
                        ("valid_to", models.DateTimeField(verbose_name="valid to")),
                        ("added_at", models.DateTimeField(verbose_name="added on")),
                        (
                            "retired_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="replaced on"),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signing_keys",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "signing key",
                        "verbose_name_plural": "signing keys",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("retired_at__isnull", True)),
                                fields=("user",),
                                name="one_signing_key",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("kind", "file"),
                                        ("token", ""),
                                        models.Q(("file", b""), _negated=True),
                                    ),
                                    models.Q(
                                        ("file", b""),
                                        ("kind", "token"),
                                        models.Q(("token", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="signing_key_is_a_file_or_a_token",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SigningSecret",
                    fields=[
                        (
                            "job",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="+",
                                serialize=False,
                                to="workflows.backgroundjob",
                            ),
                        ),
                        ("salt", models.BinaryField()),
                        ("sealed", models.BinaryField()),
                        ("until", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "secret of a batch of signatures",
                        "verbose_name_plural": "secrets of batches of signatures",
                    },
                ),
                migrations.CreateModel(
                    name="Clause",
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
                        ("code", models.SlugField(max_length=40, unique=True, verbose_name="code")),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                    ],
                    options={
                        "verbose_name": "clause",
                        "verbose_name_plural": "clauses",
                        "ordering": ["code"],
                    },
                ),
                migrations.CreateModel(
                    name="ClauseVersion",
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
                        ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                        ("text_it", models.TextField(verbose_name="text in Italian")),
                        ("text_en", models.TextField(blank=True, verbose_name="text in English")),
                        (
                            "reason",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="reason of the change"
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="at")),
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
                            "clause",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="letters.clause",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version of a clause",
                        "verbose_name_plural": "versions of a clause",
                        "ordering": ["clause", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("clause", "number"), name="clause_version_number_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("number", 1),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="later_clause_version_has_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Delivery",
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
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("pec", "Certified email (PEC)"),
                                    ("email", "Email"),
                                    ("area", "Personal area"),
                                    ("hand", "By post or by hand"),
                                ],
                                max_length=5,
                                verbose_name="channel",
                            ),
                        ),
                        (
                            "address",
                            models.EmailField(blank=True, max_length=254, verbose_name="address"),
                        ),
                        ("address_source", models.CharField(blank=True, max_length=60)),
                        (
                            "is_copy",
                            models.BooleanField(default=False, verbose_name="for information"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting"),
                                    ("sending", "Being sent"),
                                    ("accepted", "Sent"),
                                    ("delivered", "Delivered"),
                                    ("failed", "Not delivered"),
                                ],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        (
                            "message_id",
                            models.CharField(blank=True, max_length=200, null=True, unique=True),
                        ),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        (
                            "accepted_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="sent at"),
                        ),
                        (
                            "delivered_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="delivered at"
                            ),
                        ),
                        (
                            "failure_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("server", "The mail server does not answer or refuses"),
                                    ("address", "The address does not exist"),
                                    ("full", "The mailbox is full"),
                                    ("virus", "The message was taken for a virus"),
                                    ("timeout", "No delivery receipt came in time"),
                                    ("other", "Another reason"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("failure", models.TextField(blank=True)),
                        (
                            "failed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="failed at"),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
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
                            "party",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="parties.party",
                            ),
                        ),
                        (
                            "replaces",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaced_by",
                                to="letters.delivery",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "delivery",
                        "verbose_name_plural": "deliveries",
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(
                                    ("state__in", ("waiting", "sending", "accepted", "failed"))
                                ),
                                fields=["state", "id"],
                                name="delivery_under_way",
                            ),
                            models.Index(
                                condition=models.Q(("channel", "pec"), ("state", "accepted")),
                                fields=["accepted_at"],
                                name="delivery_awaiting_receipt",
                            ),
                            models.Index(
                                condition=models.Q(("state", "failed")),
                                fields=["-failed_at", "-id"],
                                name="delivery_that_failed",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("channel__in", ("area", "hand")),
                                    models.Q(("address", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="delivery_by_mail_has_an_address",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("replaces__isnull", True),
                                        models.Q(("channel", "hand"), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("reason", ""), _negated=True),
                                        ("by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="delivery_made_by_somebody_has_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "failed"),
                                        models.Q(("failure_kind", ""), _negated=True),
                                        ("failed_at__isnull", False),
                                    ),
                                    models.Q(
                                        models.Q(("state", "failed"), _negated=True),
                                        ("failed_at__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="delivery_that_failed_says_why_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(("state", "delivered"), _negated=True),
                                        ("delivered_at__isnull", True),
                                    ),
                                    models.Q(
                                        ("delivered_at__isnull", False), ("state", "delivered")
                                    ),
                                    _connector="OR",
                                ),
                                name="delivery_day_matches_state",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Receipt",
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
                                    ("acceptance", "Acceptance receipt"),
                                    ("delivery", "Delivery receipt"),
                                    ("non_acceptance", "Notice of non-acceptance"),
                                    ("non_delivery", "Notice of non-delivery"),
                                    ("delay", "Notice of delay"),
                                    ("bounce", "Bounce"),
                                    ("mail", "Certified message"),
                                    ("anomaly", "Ordinary message in a certified mailbox"),
                                    ("other", "Another message"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("message_id", models.CharField(max_length=300, unique=True)),
                        ("mailbox", models.CharField(blank=True, max_length=10)),
                        (
                            "about",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="about message"
                            ),
                        ),
                        (
                            "recipient",
                            models.CharField(
                                blank=True, max_length=254, verbose_name="about address"
                            ),
                        ),
                        (
                            "sender",
                            models.CharField(blank=True, max_length=254, verbose_name="sender"),
                        ),
                        (
                            "subject",
                            models.CharField(blank=True, max_length=300, verbose_name="subject"),
                        ),
                        (
                            "stated_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="time it states"
                            ),
                        ),
                        ("fetched_at", models.DateTimeField(verbose_name="fetched at")),
                        ("sha256", models.CharField(max_length=64)),
                        ("cause", models.CharField(blank=True, max_length=8)),
                        ("explanation", models.TextField(blank=True)),
                        (
                            "problem",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("unknown", "It speaks of a message that is none of ours"),
                                    (
                                        "address",
                                        "It speaks of another address than the one written to",
                                    ),
                                    ("time", "The time it states cannot be right"),
                                    ("untrusted", "It did not come from the certified mailbox"),
                                    ("contradicts", "It contradicts what is known of the delivery"),
                                    (
                                        "no_certificate",
                                        "Its certificate is missing or cannot be read",
                                    ),
                                    (
                                        "contradictory",
                                        "Its headers and its certificate say different things",
                                    ),
                                    ("too_large", "It is too large: only its head was kept"),
                                    ("unreadable", "It cannot be read"),
                                    ("correspondence", "Somebody writes to the office"),
                                ],
                                max_length=14,
                            ),
                        ),
                        (
                            "seen_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="seen at"),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
                        (
                            "delivery",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="receipts",
                                to="letters.delivery",
                            ),
                        ),
                        (
                            "document",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="receipt",
                                to="workflows.document",
                            ),
                        ),
                        (
                            "seen_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "receipt",
                        "verbose_name_plural": "receipts",
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(
                                    ("seen_at__isnull", True),
                                    models.Q(("problem", ""), _negated=True),
                                ),
                                fields=["id"],
                                name="receipt_that_waits",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("reason", ""),
                                        ("seen_at__isnull", True),
                                        ("seen_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("seen_at__isnull", False),
                                        ("seen_by__isnull", False),
                                        models.Q(("problem", ""), _negated=True),
                                        models.Q(("reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="receipt_seen_to_says_by_whom_and_why",
                            ),
                            models.UniqueConstraint(
                                fields=("sha256",), name="receipt_is_kept_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Letter",
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
                        ("subject", models.CharField(max_length=300, verbose_name="subject")),
                        ("language", models.CharField(default="it", max_length=2)),
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
                        ("text", models.TextField(blank=True, verbose_name="text")),
                        ("original_text", models.TextField(blank=True, editable=False)),
                        ("values", models.JSONField(blank=True, default=dict)),
                        ("content", models.JSONField(blank=True, null=True)),
                        ("is_sealed", models.BooleanField(default=False)),
                        (
                            "needs_signature",
                            models.BooleanField(
                                default=False, verbose_name="waits for a digital signature"
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                max_length=20, unique=True, verbose_name="verification code"
                            ),
                        ),
                        ("created_at", models.DateTimeField(verbose_name="written at")),
                        (
                            "numbered_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="numbered at"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("to_approve", "To be approved"),
                                    ("held", "Held"),
                                    ("ready", "To be sent"),
                                    ("sending", "Being sent"),
                                    ("sent", "Sent"),
                                    ("delivered", "Delivered"),
                                    ("kept", "On record"),
                                    ("failed", "Not delivered"),
                                    ("withdrawn", "Withdrawn"),
                                    ("superseded", "Superseded"),
                                ],
                                default="to_approve",
                                max_length=12,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "addressee",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letters",
                                to="parties.party",
                            ),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
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
                                related_name="letters",
                                to="calls.call",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letters",
                                to="workflows.case",
                            ),
                        ),
                        (
                            "document",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letter",
                                to="workflows.document",
                            ),
                        ),
                        (
                            "protocol",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letter",
                                to="workflows.protocolentry",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "starts",
                            models.ManyToManyField(
                                blank=True, related_name="letters", to="workflows.caseterm"
                            ),
                        ),
                        (
                            "supersedes",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="superseded_by",
                                to="letters.letter",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "letter",
                        "verbose_name_plural": "letters",
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        ("to_approve", "held", "ready", "sending", "failed"),
                                    )
                                ),
                                fields=["state", "created_at", "id"],
                                name="letter_in_the_outbox",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("case__isnull", False),
                                    ("call__isnull", False),
                                    _connector="OR",
                                ),
                                name="letter_is_about_a_case_or_a_call",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("content__isnull", True),
                                        ("document__isnull", True),
                                        ("numbered_at__isnull", True),
                                        ("protocol__isnull", True),
                                    ),
                                    models.Q(
                                        ("content__isnull", False),
                                        ("document__isnull", False),
                                        ("numbered_at__isnull", False),
                                        ("protocol__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="letter_is_numbered_as_a_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("numbered_at__isnull", True),
                                        ("state__in", ("to_approve", "held")),
                                    ),
                                    ("state", "withdrawn"),
                                    models.Q(
                                        models.Q(
                                            ("state__in", ("to_approve", "held", "withdrawn")),
                                            _negated=True,
                                        ),
                                        ("numbered_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="letter_is_numbered_once_approved",
                            ),
                        ],
                    },
                    bases=(django_fsm.FSMModelMixin, models.Model),
                ),
                migrations.CreateModel(
                    name="LetterEdit",
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
                        ("text_before", models.TextField()),
                        ("text_after", models.TextField()),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("at", models.DateTimeField(verbose_name="at")),
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="edits",
                                to="letters.letter",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "edit of a letter",
                        "verbose_name_plural": "edits of a letter",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="LetterEvent",
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
                        ("name", models.CharField(max_length=30, verbose_name="step")),
                        ("source", models.CharField(max_length=12, verbose_name="from")),
                        ("target", models.CharField(max_length=12, verbose_name="to")),
                        ("at", models.DateTimeField(verbose_name="at")),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
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
                            "letter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="events",
                                to="letters.letter",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "step of a letter",
                        "verbose_name_plural": "steps of a letter",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="LetterReading",
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
                        ("read_at", models.DateTimeField(verbose_name="read at")),
                        (
                            "letter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="readings",
                                to="letters.letter",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reading of a letter",
                        "verbose_name_plural": "readings of letters",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("letter", "user"), name="letter_is_read_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Template",
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
                        ("code", models.SlugField(max_length=40, unique=True, verbose_name="code")),
                        ("vocabulary", models.SlugField(max_length=40)),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        (
                            "is_act",
                            models.BooleanField(default=False, verbose_name="act of the body"),
                        ),
                        (
                            "release",
                            models.CharField(
                                choices=[
                                    ("at_once", "Leaves at once"),
                                    ("approval", "Waits for approval"),
                                    ("signature", "Waits for a digital signature"),
                                ],
                                default="approval",
                                max_length=10,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "letter template",
                        "verbose_name_plural": "letter templates",
                        "ordering": ["vocabulary", "code"],
                    },
                ),
                migrations.CreateModel(
                    name="TemplateVersion",
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
                        ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                        ("text_it", models.TextField(verbose_name="text in Italian")),
                        ("text_en", models.TextField(blank=True, verbose_name="text in English")),
                        (
                            "reason",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="reason of the change"
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "subject_it",
                            models.CharField(max_length=300, verbose_name="subject in Italian"),
                        ),
                        (
                            "subject_en",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="subject in English"
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
                            ),
                        ),
                        (
                            "template",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="letters.template",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version of a letter template",
                        "verbose_name_plural": "versions of a letter template",
                        "ordering": ["template", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("template", "number"), name="template_version_number_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("number", 1),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="later_template_version_has_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TemplateEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "code",
                            models.SlugField(db_index=False, max_length=40, verbose_name="code"),
                        ),
                        ("vocabulary", models.SlugField(db_index=False, max_length=40)),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        (
                            "is_act",
                            models.BooleanField(default=False, verbose_name="act of the body"),
                        ),
                        (
                            "release",
                            models.CharField(
                                choices=[
                                    ("at_once", "Leaves at once"),
                                    ("approval", "Waits for approval"),
                                    ("signature", "Waits for a digital signature"),
                                ],
                                default="approval",
                                max_length=10,
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
                                to="letters.template",
                            ),
                        ),
                        (
                            "current",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="letters.templateversion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TextDraft",
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
                        ("seen", models.PositiveSmallIntegerField(default=0)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "clause",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="drafts",
                                to="letters.clause",
                            ),
                        ),
                        (
                            "template",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="drafts",
                                to="letters.template",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "draft of a wording",
                        "verbose_name_plural": "drafts of wordings",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("template__isnull", True),
                                    ("clause__isnull", True),
                                    _connector="XOR",
                                ),
                                name="text_draft_is_of_one_text",
                            ),
                            models.UniqueConstraint(
                                fields=("by", "template"), name="one_draft_of_a_template"
                            ),
                            models.UniqueConstraint(
                                fields=("by", "clause"), name="one_draft_of_a_clause"
                            ),
                        ],
                    },
                    bases=(workflows.models.drafts.Words, models.Model),
                ),
            ]
        ),
        migrations.AddField(
            model_name="template",
            name="current",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="letters.templateversion",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="template",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="letters.templateversion",
            ),
        ),
        migrations.AddField(
            model_name="delivery",
            name="letter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deliveries",
                to="letters.letter",
            ),
        ),
        migrations.AddField(
            model_name="clause",
            name="current",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="letters.clauseversion",
            ),
        ),
        parties.triggers.AddTriggers(
            triggers=[
                (
                    "bodystyle",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "letters_bodystyleevent" ("body_id", "foot_lines", "head_lines", "head_unit", "id", "leaves_at_once", "logo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signatures", "version") VALUES (NEW."body_id", NEW."foot_lines", NEW."head_lines", NEW."head_unit", NEW."id", NEW."leaves_at_once", NEW."logo", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."signatures", NEW."version"); RETURN NULL;',
                            hash="b1bb36afd45c6c47b9be5977513e05b99641c294",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3cd92",
                            table="letters_bodystyle",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "bodystyle",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "letters_bodystyleevent" ("body_id", "foot_lines", "head_lines", "head_unit", "id", "leaves_at_once", "logo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signatures", "version") VALUES (NEW."body_id", NEW."foot_lines", NEW."head_lines", NEW."head_unit", NEW."id", NEW."leaves_at_once", NEW."logo", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."signatures", NEW."version"); RETURN NULL;',
                            hash="ad6ab4dec315397a547175fde9f9d7eb1eed8fe6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_96c1c",
                            table="letters_bodystyle",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "bodystyle",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "letters_bodystyleevent" ("body_id", "foot_lines", "head_lines", "head_unit", "id", "leaves_at_once", "logo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signatures", "version") VALUES (OLD."body_id", OLD."foot_lines", OLD."head_lines", OLD."head_unit", OLD."id", OLD."leaves_at_once", OLD."logo", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."signatures", OLD."version"); RETURN NULL;',
                            hash="b55097a4359e928ea89b6f31203bdbb606420777",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d0a00",
                            table="letters_bodystyle",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "bodystyleevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7e522e6703c7376237d7bfce91796c400ff9c64b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_11329",
                            table="letters_bodystyleevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "templateevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3bba0ee33c71a99c0ae1369e6a3abc139d6b01c3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b59cd",
                            table="letters_templateevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "template",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "letters_templateevent" ("code", "current_id", "id", "is_act", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "release", "vocabulary") VALUES (NEW."code", NEW."current_id", NEW."id", NEW."is_act", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."release", NEW."vocabulary"); RETURN NULL;',
                            hash="36bfb9e10732fb49e81fe062741312cf92969924",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_aec6e",
                            table="letters_template",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "template",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "letters_templateevent" ("code", "current_id", "id", "is_act", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "release", "vocabulary") VALUES (NEW."code", NEW."current_id", NEW."id", NEW."is_act", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."release", NEW."vocabulary"); RETURN NULL;',
                            hash="063a28aad381334f6feb1d826fb9c4dd0c3e540b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1aa88",
                            table="letters_template",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "template",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "letters_templateevent" ("code", "current_id", "id", "is_act", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "release", "vocabulary") VALUES (OLD."code", OLD."current_id", OLD."id", OLD."is_act", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."release", OLD."vocabulary"); RETURN NULL;',
                            hash="6f1a9b6773914b0f3c135937e4f39bfd97baeb2d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7348d",
                            table="letters_template",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]

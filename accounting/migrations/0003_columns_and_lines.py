"""Columns that readers choose, and a line for each who gets a part of a payment (ACC-07)."""

from decimal import Decimal

import django.db.models.deletion
import django.db.models.expressions
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import parties.tables
import parties.validators

# Payments that were put into orders before lines were kept: the same lines that orders write now.
LINES = """
WITH parts AS (
    SELECT p.*, part.place, part.payee, part.ending, part.payee_name, part.part
    FROM accounting_payment p
    CROSS JOIN LATERAL (VALUES
        (1, 'beneficiary', '', p.holder, p.net),
        (2, 'inps', '-INPS', 'INPS', p.inps),
        (3, 'inail', '-INAIL', 'INAIL', p.inail),
        (4, 'building_fund', '-CE', 'Cassa edile', p.building_fund)
    ) AS part (place, payee, ending, payee_name, part)
    WHERE p.order_id IS NOT NULL AND part.part > 0
)
INSERT INTO accounting_paymentline (
    number, payment_id, order_id, "to", name, iban, amount, tax, purpose, state, "on",
    mandate_number, receipt_number
)
SELECT
    number || ending, id, order_id, payee, payee_name,
    CASE payee WHEN 'beneficiary' THEN iban ELSE '' END,
    part,
    CASE WHEN place = min(place) OVER (PARTITION BY id) THEN withheld ELSE 0 END,
    purpose,
    CASE state WHEN 'batched' THEN 'ordered' ELSE state END,
    CASE WHEN state = 'paid' THEN paid_on END,
    CASE WHEN state = 'paid' THEN mandate_number ELSE '' END,
    CASE WHEN state = 'paid' THEN receipt_number ELSE '' END
FROM parts
ORDER BY id, place;
UPDATE accounting_paymentanswer answer SET line_id = line.id
FROM accounting_paymentline line WHERE line.number = answer.end_to_end_id;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounting", "0002_guards"),
        ("parties", "0002_delegates"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("workflows", "0003_delegations_and_mail"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        parties.tables.Together(
            operations=[
                migrations.CreateModel(
                    name="ColumnChoice",
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
                        ("columns", models.JSONField(default=list)),
                    ],
                    options={
                        "verbose_name": "choice of columns",
                        "verbose_name_plural": "choices of columns",
                    },
                ),
                migrations.CreateModel(
                    name="PaymentLine",
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
                                max_length=35, unique=True, verbose_name="line number"
                            ),
                        ),
                        (
                            "to",
                            models.CharField(
                                choices=[
                                    ("beneficiary", "Beneficiary"),
                                    ("inps", "INPS"),
                                    ("inail", "INAIL"),
                                    ("building_fund", "Building workers' fund"),
                                    ("collector", "Collector (art. 48-bis)"),
                                ],
                                max_length=14,
                                verbose_name="payee",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(max_length=140, verbose_name="name of the payee"),
                        ),
                        ("iban", models.CharField(blank=True, max_length=34, verbose_name="IBAN")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="amount"
                            ),
                        ),
                        (
                            "tax",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=12,
                                verbose_name="withheld tax that goes along",
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(max_length=140, verbose_name="what it is for"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("ordered", "Being ordered"),
                                    ("sent", "Sent"),
                                    ("paid", "Paid"),
                                    ("refused", "Refused"),
                                    ("returned", "Returned"),
                                ],
                                default="ordered",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "on",
                            models.DateField(
                                blank=True, null=True, verbose_name="day of the result"
                            ),
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
                    ],
                    options={
                        "verbose_name": "line of a payment order",
                        "verbose_name_plural": "lines of payment orders",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="PaymentLineEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("number", models.CharField(max_length=35, verbose_name="line number")),
                        (
                            "to",
                            models.CharField(
                                choices=[
                                    ("beneficiary", "Beneficiary"),
                                    ("inps", "INPS"),
                                    ("inail", "INAIL"),
                                    ("building_fund", "Building workers' fund"),
                                    ("collector", "Collector (art. 48-bis)"),
                                ],
                                max_length=14,
                                verbose_name="payee",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(max_length=140, verbose_name="name of the payee"),
                        ),
                        ("iban", models.CharField(blank=True, max_length=34, verbose_name="IBAN")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="amount"
                            ),
                        ),
                        (
                            "tax",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=12,
                                verbose_name="withheld tax that goes along",
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(max_length=140, verbose_name="what it is for"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("ordered", "Being ordered"),
                                    ("sent", "Sent"),
                                    ("paid", "Paid"),
                                    ("refused", "Refused"),
                                    ("returned", "Returned"),
                                ],
                                default="ordered",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "on",
                            models.DateField(
                                blank=True, null=True, verbose_name="day of the result"
                            ),
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="payment",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="payment",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="payment",
                    name="delete_delete",
                ),
                migrations.RemoveConstraint(
                    model_name="payment",
                    name="payment_parts_are_the_gross",
                ),
                migrations.RemoveConstraint(
                    model_name="payment",
                    name="payment_parts_not_negative",
                ),
                migrations.RemoveConstraint(
                    model_name="payment",
                    name="payment_in_an_order_from_then_on",
                ),
                migrations.RemoveConstraint(
                    model_name="paymentanswer",
                    name="answer_taken_once",
                ),
                migrations.AddField(
                    model_name="evidence",
                    name="building_fund_iban",
                    field=models.CharField(
                        blank=True,
                        help_text="Leave it empty where it is paid with F24.",
                        max_length=34,
                        validators=[parties.validators.validate_iban],
                        verbose_name="IBAN of the building workers' fund",
                    ),
                ),
                migrations.AddField(
                    model_name="evidence",
                    name="collector_iban",
                    field=models.CharField(
                        blank=True,
                        help_text="Leave it empty where it is paid with F24.",
                        max_length=34,
                        validators=[parties.validators.validate_iban],
                        verbose_name="IBAN that the collector has named",
                    ),
                ),
                migrations.AddField(
                    model_name="evidence",
                    name="inail_iban",
                    field=models.CharField(
                        blank=True,
                        help_text="Leave it empty where it is paid with F24.",
                        max_length=34,
                        validators=[parties.validators.validate_iban],
                        verbose_name="IBAN that INAIL has named",
                    ),
                ),
                migrations.AddField(
                    model_name="evidence",
                    name="inps_iban",
                    field=models.CharField(
                        blank=True,
                        help_text="Leave it empty where it is paid with F24.",
                        max_length=34,
                        validators=[parties.validators.validate_iban],
                        verbose_name="IBAN that INPS has named",
                    ),
                ),
                migrations.AddField(
                    model_name="frozenworkbook",
                    name="columns",
                    field=models.JSONField(default=list, verbose_name="columns"),
                ),
                migrations.AddField(
                    model_name="frozenworkbook",
                    name="left_out",
                    field=models.JSONField(default=list, verbose_name="columns left out"),
                ),
                migrations.AddField(
                    model_name="payment",
                    name="collector",
                    field=models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0.00"),
                        max_digits=12,
                        verbose_name="to the collector under art. 48-bis",
                    ),
                ),
                migrations.AddField(
                    model_name="paymentevent",
                    name="collector",
                    field=models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0.00"),
                        max_digits=12,
                        verbose_name="to the collector under art. 48-bis",
                    ),
                ),
                migrations.AlterField(
                    model_name="evidence",
                    name="kind",
                    field=models.CharField(
                        choices=[
                            ("durc", "Certificate of contributions (DURC)"),
                            ("enquiry", "Enquiry of the collector (art. 48-bis)"),
                            ("publication", "Publication of the grant"),
                            ("payee", "Verification of the payee"),
                            ("recovery", "Deggendorf check"),
                            ("attachment", "Order of the collector (art. 48-bis)"),
                        ],
                        max_length=12,
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="payment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounting_paymentevent" ("act_date", "act_number", "beneficiary", "building_fund", "case_id", "collector", "cor", "cup", "freed", "gross", "holder", "holder_code", "iban", "id", "inail", "inps", "is_de_minimis", "mandate_number", "municipality", "nature", "net", "not_taxable", "number", "order_id", "paid_on", "payee_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "province", "purpose", "rate_percent", "receipt_number", "report_act", "report_on", "spend", "state", "street", "street_number", "suspended", "tax_code", "taxable", "vat_number", "version", "why_no_tax", "withheld") VALUES (NEW."act_date", NEW."act_number", NEW."beneficiary", NEW."building_fund", NEW."case_id", NEW."collector", NEW."cor", NEW."cup", NEW."freed", NEW."gross", NEW."holder", NEW."holder_code", NEW."iban", NEW."id", NEW."inail", NEW."inps", NEW."is_de_minimis", NEW."mandate_number", NEW."municipality", NEW."nature", NEW."net", NEW."not_taxable", NEW."number", NEW."order_id", NEW."paid_on", NEW."payee_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."postcode", NEW."province", NEW."purpose", NEW."rate_percent", NEW."receipt_number", NEW."report_act", NEW."report_on", NEW."spend", NEW."state", NEW."street", NEW."street_number", NEW."suspended", NEW."tax_code", NEW."taxable", NEW."vat_number", NEW."version", NEW."why_no_tax", NEW."withheld"); RETURN NULL;',
                            hash="a014ee591e5401ecf69ec09b450207c38740ffb2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5bb00",
                            table="accounting_payment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="payment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accounting_paymentevent" ("act_date", "act_number", "beneficiary", "building_fund", "case_id", "collector", "cor", "cup", "freed", "gross", "holder", "holder_code", "iban", "id", "inail", "inps", "is_de_minimis", "mandate_number", "municipality", "nature", "net", "not_taxable", "number", "order_id", "paid_on", "payee_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "province", "purpose", "rate_percent", "receipt_number", "report_act", "report_on", "spend", "state", "street", "street_number", "suspended", "tax_code", "taxable", "vat_number", "version", "why_no_tax", "withheld") VALUES (NEW."act_date", NEW."act_number", NEW."beneficiary", NEW."building_fund", NEW."case_id", NEW."collector", NEW."cor", NEW."cup", NEW."freed", NEW."gross", NEW."holder", NEW."holder_code", NEW."iban", NEW."id", NEW."inail", NEW."inps", NEW."is_de_minimis", NEW."mandate_number", NEW."municipality", NEW."nature", NEW."net", NEW."not_taxable", NEW."number", NEW."order_id", NEW."paid_on", NEW."payee_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."postcode", NEW."province", NEW."purpose", NEW."rate_percent", NEW."receipt_number", NEW."report_act", NEW."report_on", NEW."spend", NEW."state", NEW."street", NEW."street_number", NEW."suspended", NEW."tax_code", NEW."taxable", NEW."vat_number", NEW."version", NEW."why_no_tax", NEW."withheld"); RETURN NULL;',
                            hash="5a8eb4b12fcfc1bca473ee354f1d719287dce449",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9e679",
                            table="accounting_payment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="payment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounting_paymentevent" ("act_date", "act_number", "beneficiary", "building_fund", "case_id", "collector", "cor", "cup", "freed", "gross", "holder", "holder_code", "iban", "id", "inail", "inps", "is_de_minimis", "mandate_number", "municipality", "nature", "net", "not_taxable", "number", "order_id", "paid_on", "payee_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "province", "purpose", "rate_percent", "receipt_number", "report_act", "report_on", "spend", "state", "street", "street_number", "suspended", "tax_code", "taxable", "vat_number", "version", "why_no_tax", "withheld") VALUES (OLD."act_date", OLD."act_number", OLD."beneficiary", OLD."building_fund", OLD."case_id", OLD."collector", OLD."cor", OLD."cup", OLD."freed", OLD."gross", OLD."holder", OLD."holder_code", OLD."iban", OLD."id", OLD."inail", OLD."inps", OLD."is_de_minimis", OLD."mandate_number", OLD."municipality", OLD."nature", OLD."net", OLD."not_taxable", OLD."number", OLD."order_id", OLD."paid_on", OLD."payee_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."postcode", OLD."province", OLD."purpose", OLD."rate_percent", OLD."receipt_number", OLD."report_act", OLD."report_on", OLD."spend", OLD."state", OLD."street", OLD."street_number", OLD."suspended", OLD."tax_code", OLD."taxable", OLD."vat_number", OLD."version", OLD."why_no_tax", OLD."withheld"); RETURN NULL;',
                            hash="7496dfbdb71e41eec0ff07495f871b1a2fedf67d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b33c0",
                            table="accounting_payment",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="payment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "gross",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    django.db.models.expressions.CombinedExpression(
                                                        models.F("withheld"), "+", models.F("inps")
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
                                        models.F("collector"),
                                    ),
                                    "+",
                                    models.F("net"),
                                ),
                            )
                        ),
                        name="payment_parts_are_the_gross",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="payment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("freed__gte", 0),
                            ("gross__gt", 0),
                            ("building_fund__gte", 0),
                            ("collector__gte", 0),
                            ("inail__gte", 0),
                            ("inps__gte", 0),
                            ("suspended__gte", 0),
                            ("withheld__gte", 0),
                            ("net__gte", 0),
                        ),
                        name="payment_parts_not_negative",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="payment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("order__isnull", True),
                                ("state__in", ("proposed", "liquidated", "withdrawn")),
                            ),
                            models.Q(
                                ("order__isnull", False), ("state__in", ("batched", "sent", "paid"))
                            ),
                            ("state__in", ("refused", "returned")),
                            _connector="OR",
                        ),
                        name="payment_in_an_order_from_then_on",
                    ),
                ),
            ]
        ),
        parties.tables.Together(
            operations=[
                migrations.AddField(
                    model_name="columnchoice",
                    name="user",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="paymentline",
                    name="order",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="accounting.paymentorder",
                    ),
                ),
                migrations.AddField(
                    model_name="paymentline",
                    name="payment",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="accounting.payment",
                    ),
                ),
                migrations.AddField(
                    model_name="paymentanswer",
                    name="line",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="accounting.paymentline",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="paymentanswer",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("standing", "taken")),
                        fields=("line", "happened"),
                        name="answer_taken_once",
                    ),
                ),
                migrations.AddField(
                    model_name="paymentlineevent",
                    name="order",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounting.paymentorder",
                    ),
                ),
                migrations.AddField(
                    model_name="paymentlineevent",
                    name="payment",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounting.payment",
                    ),
                ),
                migrations.AddField(
                    model_name="paymentlineevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="paymentlineevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounting.paymentline",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="columnchoice",
                    constraint=models.UniqueConstraint(
                        fields=("user", "kind"), name="columns_chosen_once_per_kind"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="paymentline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0), ("tax__gte", 0)),
                        name="line_has_money",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="paymentline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["ordered", "sent", "paid", "refused", "returned"])
                        ),
                        name="line_state_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="paymentline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "paid"), _negated=True),
                            ("on__isnull", False),
                            _connector="OR",
                        ),
                        name="line_paid_on_a_day",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="paymentline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("to", "beneficiary"), _negated=True),
                            models.Q(("iban", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="line_beneficiary_by_transfer",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="paymentline",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state__in", ("ordered", "sent"))),
                        fields=("payment", "to"),
                        name="line_one_on_its_way_per_payee",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="paymentline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounting_paymentlineevent" ("amount", "iban", "id", "mandate_number", "name", "number", "on", "order_id", "payment_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "receipt_number", "state", "tax", "to") VALUES (NEW."amount", NEW."iban", NEW."id", NEW."mandate_number", NEW."name", NEW."number", NEW."on", NEW."order_id", NEW."payment_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."receipt_number", NEW."state", NEW."tax", NEW."to"); RETURN NULL;',
                            hash="61f25bcd5596ea7a7a212db1a1fac072002d7049",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5f2ab",
                            table="accounting_paymentline",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="paymentline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accounting_paymentlineevent" ("amount", "iban", "id", "mandate_number", "name", "number", "on", "order_id", "payment_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "receipt_number", "state", "tax", "to") VALUES (NEW."amount", NEW."iban", NEW."id", NEW."mandate_number", NEW."name", NEW."number", NEW."on", NEW."order_id", NEW."payment_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."receipt_number", NEW."state", NEW."tax", NEW."to"); RETURN NULL;',
                            hash="c2ddf802d0eec19b10a4b29ac3618e15109a2d06",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b5a82",
                            table="accounting_paymentline",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="paymentline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accounting_paymentlineevent" ("amount", "iban", "id", "mandate_number", "name", "number", "on", "order_id", "payment_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "receipt_number", "state", "tax", "to") VALUES (OLD."amount", OLD."iban", OLD."id", OLD."mandate_number", OLD."name", OLD."number", OLD."on", OLD."order_id", OLD."payment_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."purpose", OLD."receipt_number", OLD."state", OLD."tax", OLD."to"); RETURN NULL;',
                            hash="2fc8e0687c183f8ae6836bc782ed21f5a39be66d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_58787",
                            table="accounting_paymentline",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="paymentlineevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="31b0310f20aa5ce93ff225b58cbcc446a9f5e3a8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f1f51",
                            table="accounting_paymentlineevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
        migrations.RunSQL(LINES, migrations.RunSQL.noop),
    ]

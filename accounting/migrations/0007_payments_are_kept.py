"""What was done with payments, what was found before, and what the bank answered is never changed."""

from django.db import migrations

TABLES = (
    "accounting_paymentmove",
    "accounting_evidence",
    "accounting_orderapproval",
    "accounting_answerfile",
    "accounting_paymentanswer",
)
KEEP = "\n".join(
    f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION sportello_refuse_change();"
    for table in TABLES
)
FORGET = "\n".join(f"DROP TRIGGER append_only ON {table};" for table in TABLES)


class Migration(migrations.Migration):
    dependencies = [("accounting", "0006_payments"), ("workflows", "0002_append_only")]
    operations = [migrations.RunSQL(KEEP, FORGET)]

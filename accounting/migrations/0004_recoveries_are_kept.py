"""What came back, and what was planned to, is never changed."""

from django.db import migrations

KEPT = ("accounting_recoveryreceipt", "accounting_recoveryinstalment")
GUARD = "".join(
    f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION sportello_refuse_change();\n"
    for table in KEPT
)
DROP = "".join(f"DROP TRIGGER append_only ON {table};\n" for table in KEPT)


class Migration(migrations.Migration):
    dependencies = [("accounting", "0003_recoveries")]
    operations = [migrations.RunSQL(GUARD, DROP)]

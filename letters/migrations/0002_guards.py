"""What happened to letters, and what the office's texts said, stays."""

from django.db import migrations

APPEND_ONLY = ("letterevent", "letteredit", "templateversion", "clauseversion")

REFUSE = "".join(
    f"""
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON letters_{name}
    FOR EACH ROW EXECUTE FUNCTION sportello_refuse_change();
"""
    for name in APPEND_ONLY
)
FORGET = "".join(f"DROP TRIGGER append_only ON letters_{name};\n" for name in APPEND_ONLY)


class Migration(migrations.Migration):
    dependencies = [("letters", "0001_initial"), ("workflows", "0002_guards")]
    operations = [migrations.RunSQL(REFUSE, FORGET)]

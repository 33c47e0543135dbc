"""What was written stays: history, protocol and filed documents cannot be changed or deleted."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION sportello_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON workflows_historyentry
    FOR EACH ROW EXECUTE FUNCTION sportello_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON workflows_protocolentry
    FOR EACH ROW EXECUTE FUNCTION sportello_refuse_change();
CREATE TRIGGER filed_stays BEFORE UPDATE OR DELETE ON workflows_document
    FOR EACH ROW WHEN (OLD.filed_at IS NOT NULL) EXECUTE FUNCTION sportello_refuse_change();
"""

FORGET = """
DROP TRIGGER filed_stays ON workflows_document;
DROP TRIGGER append_only ON workflows_protocolentry;
DROP TRIGGER append_only ON workflows_historyentry;
DROP FUNCTION sportello_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("workflows", "0001_initial")]
    operations = [migrations.RunSQL(REFUSE, FORGET)]

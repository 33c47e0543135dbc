"""A budget begins empty: whatever it holds came through the ledger."""

from django.db import migrations

BEGIN_EMPTY = """
CREATE FUNCTION sportello_budget_begins_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.available + NEW.reserved + NEW.granted + NEW.paid + NEW.economies <> 0 THEN
        RAISE EXCEPTION 'a budget begins empty and moves through ledger entries alone'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER begins_empty BEFORE INSERT ON accounting_budget
    FOR EACH ROW EXECUTE FUNCTION sportello_budget_begins_empty();
"""

FORGET = """
DROP TRIGGER begins_empty ON accounting_budget;
DROP FUNCTION sportello_budget_begins_empty();
"""


class Migration(migrations.Migration):
    dependencies = [("accounting", "0004_office_time")]
    operations = [migrations.RunSQL(BEGIN_EMPTY, FORGET)]

"""The ledger keeps the budget: each entry moves its amount, and no entry is ever changed."""

from django.db import migrations

MOVE = """
CREATE FUNCTION sportello_move_money() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE accounting_budget SET
        available = available
            + CASE NEW.target WHEN 'available' THEN NEW.amount ELSE 0 END
            - CASE NEW.source WHEN 'available' THEN NEW.amount ELSE 0 END,
        reserved = reserved
            + CASE NEW.target WHEN 'reserved' THEN NEW.amount ELSE 0 END
            - CASE NEW.source WHEN 'reserved' THEN NEW.amount ELSE 0 END,
        granted = granted
            + CASE NEW.target WHEN 'granted' THEN NEW.amount ELSE 0 END
            - CASE NEW.source WHEN 'granted' THEN NEW.amount ELSE 0 END,
        paid = paid
            + CASE NEW.target WHEN 'paid' THEN NEW.amount ELSE 0 END
            - CASE NEW.source WHEN 'paid' THEN NEW.amount ELSE 0 END,
        economies = economies
            + CASE NEW.target WHEN 'economies' THEN NEW.amount ELSE 0 END
            - CASE NEW.source WHEN 'economies' THEN NEW.amount ELSE 0 END
    WHERE id = NEW.budget_id;
    RETURN NEW;
END $$;
CREATE TRIGGER move_money AFTER INSERT ON accounting_ledgerentry
    FOR EACH ROW EXECUTE FUNCTION sportello_move_money();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON accounting_ledgerentry
    FOR EACH ROW EXECUTE FUNCTION sportello_refuse_change();

-- Only the trigger above writes a budget's amounts: a direct UPDATE is refused.
CREATE FUNCTION sportello_budget_by_ledger_alone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() < 2 THEN
        RAISE EXCEPTION 'a budget moves through ledger entries alone'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER by_ledger_alone BEFORE UPDATE ON accounting_budget
    FOR EACH ROW EXECUTE FUNCTION sportello_budget_by_ledger_alone();
"""

FORGET = """
DROP TRIGGER by_ledger_alone ON accounting_budget;
DROP FUNCTION sportello_budget_by_ledger_alone();
DROP TRIGGER append_only ON accounting_ledgerentry;
DROP TRIGGER move_money ON accounting_ledgerentry;
DROP FUNCTION sportello_move_money();
"""


class Migration(migrations.Migration):
    dependencies = [("accounting", "0002_initial"), ("workflows", "0002_append_only")]
    operations = [migrations.RunSQL(MOVE, FORGET)]

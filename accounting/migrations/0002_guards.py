"""The ledger keeps the budget, and what was written about money is never changed."""

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

-- A budget begins empty: whatever it holds came through the ledger.
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

STOP = """
DROP TRIGGER begins_empty ON accounting_budget;
DROP FUNCTION sportello_budget_begins_empty();
DROP TRIGGER by_ledger_alone ON accounting_budget;
DROP FUNCTION sportello_budget_by_ledger_alone();
DROP TRIGGER append_only ON accounting_ledgerentry;
DROP TRIGGER move_money ON accounting_ledgerentry;
DROP FUNCTION sportello_move_money();
"""

# What was done with payments, what was found before, what the bank answered, and what came back.
TABLES = (
    "accounting_paymentmove",
    "accounting_evidence",
    "accounting_orderapproval",
    "accounting_answerfile",
    "accounting_paymentanswer",
    "accounting_recoveryreceipt",
    "accounting_recoveryinstalment",
)
KEEP = "\n".join(
    f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION sportello_refuse_change();"
    for table in TABLES
)
FORGET = "\n".join(f"DROP TRIGGER append_only ON {table};" for table in TABLES)


class Migration(migrations.Migration):
    dependencies = [("accounting", "0001_initial"), ("workflows", "0002_guards")]
    operations = [migrations.RunSQL(MOVE, STOP), migrations.RunSQL(KEEP, FORGET)]

"""An approved pairing and its rows are never changed (R-PUB-11)."""

from django.db import migrations

GUARDS = """
CREATE FUNCTION sportello_approved_pairing_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.approved_at IS NULL THEN
        RETURN COALESCE(NEW, OLD);
    END IF;
    RAISE EXCEPTION 'an approved pairing is never changed'
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON internships_pairinground
    FOR EACH ROW EXECUTE FUNCTION sportello_approved_pairing_stays();

CREATE FUNCTION sportello_paired_row_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM internships_pairinground
        WHERE id IN (OLD.pairing_id, NEW.pairing_id) AND approved_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'the rows of an approved pairing are never changed'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER stays BEFORE INSERT OR UPDATE OR DELETE ON internships_pairingrow
    FOR EACH ROW EXECUTE FUNCTION sportello_paired_row_stays();
"""

FORGET = """
DROP TRIGGER stays ON internships_pairingrow;
DROP FUNCTION sportello_paired_row_stays();
DROP TRIGGER stays ON internships_pairinground;
DROP FUNCTION sportello_approved_pairing_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("internships", "0002_parameters")]
    operations = [migrations.RunSQL(GUARDS, FORGET)]

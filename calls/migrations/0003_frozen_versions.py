"""A frozen call version, its documents and its declarations stay as they were published."""

from django.db import migrations

CONTENTS = ("requireddocument", "declaration", "criterion", "premium")

FREEZE = """
CREATE FUNCTION sportello_frozen_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a frozen call version is never changed or deleted'
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON calls_callversion
    FOR EACH ROW WHEN (OLD.frozen_at IS NOT NULL) EXECUTE FUNCTION sportello_frozen_version();
CREATE FUNCTION sportello_frozen_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM calls_callversion
        WHERE id IN (OLD.version_id, COALESCE(NEW.version_id, OLD.version_id))
          AND frozen_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'the content of a frozen call version is never changed or deleted'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END $$;
""" + "".join(
    f"""
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON calls_{name}
    FOR EACH ROW EXECUTE FUNCTION sportello_frozen_content();
"""
    for name in CONTENTS
)

FORGET = (
    "".join(f"DROP TRIGGER frozen ON calls_{name};\n" for name in CONTENTS)
    + """
DROP FUNCTION sportello_frozen_content();
DROP TRIGGER frozen ON calls_callversion;
DROP FUNCTION sportello_frozen_version();
"""
)


class Migration(migrations.Migration):
    dependencies = [("calls", "0002_initial")]
    operations = [migrations.RunSQL(FREEZE, FORGET)]

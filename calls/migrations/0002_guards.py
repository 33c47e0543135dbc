"""A frozen call version stays as it was published, with all it contains; so does the history of calls."""

from django.db import migrations

CONTENTS = (
    "requireddocument",
    "declaration",
    "criterion",
    "premium",
    "question",
    "block",
    "reserve",
    "territorialshare",
)

FREEZE = (
    """
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
"""
    + "".join(
        f"""
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON calls_{name}
    FOR EACH ROW EXECUTE FUNCTION sportello_frozen_content();
CREATE TRIGGER frozen_takes_nothing BEFORE INSERT ON calls_{name}
    FOR EACH ROW EXECUTE FUNCTION sportello_frozen_content();
"""
        for name in CONTENTS
    )
    + """
CREATE FUNCTION sportello_call_history_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the history of a call is never changed or deleted'
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON calls_callhistoryentry
    FOR EACH ROW EXECUTE FUNCTION sportello_call_history_stays();
"""
)

FORGET = (
    """
DROP TRIGGER append_only ON calls_callhistoryentry;
DROP FUNCTION sportello_call_history_stays();
"""
    + "".join(
        f"""
DROP TRIGGER frozen ON calls_{name};
DROP TRIGGER frozen_takes_nothing ON calls_{name};
"""
        for name in CONTENTS
    )
    + """
DROP FUNCTION sportello_frozen_content();
DROP TRIGGER frozen ON calls_callversion;
DROP FUNCTION sportello_frozen_version();
"""
)


class Migration(migrations.Migration):
    dependencies = [("calls", "0001_initial")]
    operations = [migrations.RunSQL(FREEZE, FORGET)]

"""The rest of a frozen version stays too, and so does the history of calls."""

from django.db import migrations

CONTENTS = ("question", "block", "reserve", "territorialshare")

FREEZE = (
    "".join(
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

FORGET = """
DROP TRIGGER append_only ON calls_callhistoryentry;
DROP FUNCTION sportello_call_history_stays();
""" + "".join(
    f"""
DROP TRIGGER frozen ON calls_{name};
DROP TRIGGER frozen_takes_nothing ON calls_{name};
"""
    for name in CONTENTS
)


class Migration(migrations.Migration):
    dependencies = [("calls", "0012_states_hold")]
    operations = [migrations.RunSQL(FREEZE, FORGET)]

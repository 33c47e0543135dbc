"""What was written stays; a task is of the case of its process; the planner knows how tasks hang together."""

from django.db import migrations

APPEND_ONLY = ("historyentry", "protocolentry", "fieldhistoryblock", "dailyregister", "answer")

REFUSE = """
CREATE FUNCTION sportello_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER filed_stays BEFORE UPDATE OR DELETE ON workflows_document
    FOR EACH ROW WHEN (OLD.filed_at IS NOT NULL) EXECUTE FUNCTION sportello_refuse_change();
""" + "".join(
    f"""
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON workflows_{name}
    FOR EACH ROW EXECUTE FUNCTION sportello_refuse_change();
"""
    for name in APPEND_ONLY
)
ALLOW = (
    "".join(f"DROP TRIGGER append_only ON workflows_{name};\n" for name in APPEND_ONLY)
    + """
DROP TRIGGER filed_stays ON workflows_document;
DROP FUNCTION sportello_refuse_change();
"""
)

# Lists of work find the case beside each task: the two may never part.
HOLD = """
ALTER TABLE workflows_casetask ADD CONSTRAINT task_of_the_case_of_its_process
    FOREIGN KEY (process_id, case_id) REFERENCES workflows_caseprocess (id, case_id)
    DEFERRABLE INITIALLY DEFERRED;
"""
LET_GO = "ALTER TABLE workflows_casetask DROP CONSTRAINT task_of_the_case_of_its_process"

# Which tasks are open, in whose hands and what they ask hang together: told so, the planner starts
# from the few rows that a tab of the queue shows, and not from the order it shows them in. Without
# the permission it took the tasks in nobody's hands for a twentieth of what they are.
LEARN = """
CREATE STATISTICS workflows_queue_tasks (mcv, dependencies, ndistinct)
    ON status, owner_permission, flow_task, owner_id FROM workflows_casetask;
ALTER STATISTICS workflows_queue_tasks SET STATISTICS 1000;
"""
FORGET = "DROP STATISTICS workflows_queue_tasks"


class Migration(migrations.Migration):
    dependencies = [("workflows", "0001_initial")]
    operations = [
        migrations.RunSQL(REFUSE, ALLOW),
        migrations.RunSQL(HOLD, LET_GO),
        migrations.RunSQL(LEARN, FORGET),
    ]

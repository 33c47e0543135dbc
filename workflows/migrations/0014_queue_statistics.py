"""Tell the planner that permission, question, holder and status of a task hang together, too.

Without the permission it took the tasks in nobody's hands for a twentieth of what they are, and
sorted all of them where the first fifty in order were asked for.
"""

from django.db import migrations

FORGET = "DROP STATISTICS workflows_queue_tasks;"
LEARN = """
CREATE STATISTICS workflows_queue_tasks (mcv, dependencies, ndistinct)
    ON status, owner_permission, flow_task, owner_id FROM workflows_casetask;
ALTER STATISTICS workflows_queue_tasks SET STATISTICS 1000;
"""
AS_BEFORE = """
CREATE STATISTICS workflows_queue_tasks (mcv, dependencies, ndistinct)
    ON status, flow_task, owner_id FROM workflows_casetask;
ALTER STATISTICS workflows_queue_tasks SET STATISTICS 1000;
"""


class Migration(migrations.Migration):
    dependencies = [("workflows", "0013_case_of_task")]
    operations = [migrations.RunSQL(FORGET + LEARN, FORGET + AS_BEFORE)]

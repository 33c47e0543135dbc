"""Keep beside each task the case of its process, so that lists of work find it in one step."""

import django.db.models.deletion
from django.db import migrations, models

FILL = """
UPDATE workflows_casetask task SET case_id = process.case_id
FROM workflows_caseprocess process WHERE process.id = task.process_id;
SET CONSTRAINTS ALL IMMEDIATE;
"""
OPEN = models.Q(("status__in", ["NEW", "ASSIGNED"]))
# name, fields, condition
INDEXES = [
    ("task_waiting_for_a_taker", ["owner_permission", "case"], models.Q(("status", "NEW"))),
    ("task_in_hand", ["owner", "case"], models.Q(("status", "ASSIGNED"))),
    ("task_asked", ["flow_task", "status", "case"], OPEN),
    ("task_open_of_case", ["case"], OPEN),
]
FORMER = ["task_waiting_for_a_taker", "task_in_hand", "task_asked", "task_open_of_process"]
HOLD = """
ALTER TABLE workflows_casetask ADD CONSTRAINT task_of_the_case_of_its_process
    FOREIGN KEY (process_id, case_id) REFERENCES workflows_caseprocess (id, case_id)
    DEFERRABLE INITIALLY DEFERRED;
"""
LET_GO = "ALTER TABLE workflows_casetask DROP CONSTRAINT task_of_the_case_of_its_process"


class Migration(migrations.Migration):
    dependencies = [("workflows", "0012_fingerprints")]

    operations = [
        migrations.AddConstraint(
            model_name="caseprocess",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="process_with_its_case"),
        ),
        migrations.AddField(
            model_name="casetask",
            name="case",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="tasks",
                to="workflows.case",
            ),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="casetask",
            name="case",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="tasks",
                to="workflows.case",
            ),
        ),
        migrations.RunSQL(HOLD, LET_GO),
        *(migrations.RemoveIndex(model_name="casetask", name=name) for name in FORMER),
        *(
            migrations.AddIndex(
                model_name="casetask",
                index=models.Index(condition=condition, fields=fields, name=name),
            )
            for name, fields, condition in INDEXES
        ),
    ]

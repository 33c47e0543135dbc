"""Every reason against there is so far was told in a notice: say when."""

from django.db import migrations

TOLD = """
UPDATE grants_refusalground ground
SET told_at = (
    SELECT max(entry.at)
    FROM workflows_historyentry entry
    WHERE entry.case_id = ground.contribution_id AND entry.name = 'give_refusal_notice'
)
WHERE ground.told_at IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [("grants", "0004_procedure"), ("workflows", "0007_seals")]
    operations = [migrations.RunSQL(TOLD, migrations.RunSQL.noop)]

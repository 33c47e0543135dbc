"""Chain what history and protocol hold already, then let nothing of it change."""

from django.conf import settings
from django.db import migrations, models

from workflows import seals

OPEN = """
ALTER TABLE workflows_historyentry DISABLE TRIGGER append_only;
ALTER TABLE workflows_protocolentry DISABLE TRIGGER append_only;
"""
CLOSE = """
ALTER TABLE workflows_historyentry ENABLE TRIGGER append_only;
ALTER TABLE workflows_protocolentry ENABLE TRIGGER append_only;
"""
REFUSE = """
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON workflows_fieldhistoryblock
    FOR EACH ROW EXECUTE FUNCTION sportello_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON workflows_dailyregister
    FOR EACH ROW EXECUTE FUNCTION sportello_refuse_change();
"""
FORGET = """
DROP TRIGGER append_only ON workflows_dailyregister;
DROP TRIGGER append_only ON workflows_fieldhistoryblock;
"""
HISTORY = (
    "case_id",
    "position",
    "name",
    "source",
    "target",
    "by_id",
    "at",
    "reason",
    "outcomes",
    "changes",
)
PROTOCOL = (
    "body_id",
    "year",
    "number",
    "registered_at",
    "direction",
    "subject",
    "counterpart",
    "digests",
    "case_id",
    "by_id",
    "annuls_id",
    "note",
)


def chain(apps, schema_editor):
    key = settings.HISTORY_KEY.encode()
    case_model = apps.get_model("workflows", "Case")
    for case in case_model.objects.filter(history__isnull=False).distinct().iterator():
        entries = case.history.order_by("pk")
        case.history_length, case.history_last = _chain(key, entries, HISTORY, "position")
        case.history_head = seals.head(
            key, f"case {case.pk}", case.history_length, case.history_last
        )
        case.save(update_fields=["history_length", "history_last", "history_head"])
    entry_model = apps.get_model("workflows", "ProtocolEntry")
    for counter in apps.get_model("workflows", "ProtocolCounter").objects.all():
        entries = entry_model.objects.filter(body_id=counter.body_id, year=counter.year)
        length, counter.last_seal = _chain(key, entries.order_by("number"), PROTOCOL, "number")
        name = f"protocol {counter.body_id} {counter.year}"
        counter.head = seals.head(key, name, length, counter.last_seal)
        counter.save(update_fields=["last_seal", "head"])


def _chain(key, entries, sealed, count):
    position, last = 0, seals.START
    for entry in entries:
        position += 1
        setattr(entry, count, position)
        last = seals.seal(key, last, {name: getattr(entry, name) for name in sealed})
        entry.seal = last
        entry.save()
    return position, last


class Migration(migrations.Migration):
    dependencies = [("workflows", "0006_office_engine")]
    operations = [
        migrations.RunSQL(OPEN, migrations.RunSQL.noop),
        migrations.RunPython(chain, migrations.RunPython.noop),
        migrations.RunSQL(CLOSE, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="historyentry",
            constraint=models.UniqueConstraint(
                fields=("case", "position"), name="history_position_once"
            ),
        ),
        migrations.RunSQL(REFUSE, FORGET),
    ]

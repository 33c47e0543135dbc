"""Seal history and protocol anew: of long values the seal now covers the fingerprint.

No office has worked with the seals before: there is nothing yet that this could cover up.
"""

from django.conf import settings
from django.db import migrations

from workflows import seals

OPEN = """
ALTER TABLE workflows_historyentry DISABLE TRIGGER append_only;
ALTER TABLE workflows_protocolentry DISABLE TRIGGER append_only;
"""
CLOSE = """
ALTER TABLE workflows_historyentry ENABLE TRIGGER append_only;
ALTER TABLE workflows_protocolentry ENABLE TRIGGER append_only;
"""
HISTORY = {
    "plain": ("case_id", "position", "name", "source", "target", "by_id", "at", "reason"),
    "long": ("outcomes", "changes"),
}
PROTOCOL = {
    "plain": (
        "body_id",
        "year",
        "number",
        "registered_at",
        "direction",
        "subject",
        "counterpart",
        "case_id",
        "by_id",
        "annuls_id",
        "note",
    ),
    "long": ("digests",),
}


def seal_anew(apps, schema_editor):
    for case in apps.get_model("workflows", "Case").objects.filter(history_length__gt=0).iterator():
        end = _chain(f"case {case.pk}", case.history.order_by("position"), HISTORY)
        case.history_length, case.history_last, case.history_head = end.length, end.last, end.head
        case.save(update_fields=["history_length", "history_last", "history_head"])
    entry_model = apps.get_model("workflows", "ProtocolEntry")
    for counter in apps.get_model("workflows", "ProtocolCounter").objects.all():
        entries = entry_model.objects.filter(body_id=counter.body_id, year=counter.year)
        name = f"protocol {counter.body_id} {counter.year}"
        end = _chain(name, entries.order_by("number"), PROTOCOL)
        counter.last_seal, counter.head = end.last, end.head
        counter.save(update_fields=["last_seal", "head"])


def _chain(name, entries, sealed):
    end = seals.End()
    for entry in entries:
        values = {field: getattr(entry, field) for field in sealed["plain"]} | {
            field: seals.fingerprint(getattr(entry, field)) for field in sealed["long"]
        }
        end = seals.extend(settings.HISTORY_KEY.encode(), name, end, values)
        entry.seal = end.last
        entry.save(update_fields=["seal"])
    return end


class Migration(migrations.Migration):
    dependencies = [("workflows", "0011_bulk")]
    operations = [
        migrations.RunSQL(OPEN, migrations.RunSQL.noop),
        migrations.RunPython(seal_anew, migrations.RunPython.noop),
        migrations.RunSQL(CLOSE, migrations.RunSQL.noop),
    ]

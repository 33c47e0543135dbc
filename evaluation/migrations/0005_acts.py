import django.db.models.deletion
from django.db import migrations, models

# A sitting is closed with its minutes, in one go.
STAYS = """
CREATE OR REPLACE FUNCTION sportello_sitting_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'a sitting that has closed is never changed'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
"""
STAYED = """
CREATE OR REPLACE FUNCTION sportello_sitting_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL AND (
        OLD.minutes_id IS NOT NULL
        OR to_jsonb(NEW) - 'minutes_id' <> to_jsonb(OLD) - 'minutes_id'
    ) THEN
        RAISE EXCEPTION 'a sitting that has closed is never changed'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
"""
LETTER = {
    "on_delete": django.db.models.deletion.PROTECT,
    "related_name": "+",
    "to": "letters.letter",
    "null": True,
    "editable": False,
}


class Migration(migrations.Migration):
    """Minutes, approvals and scroll-downs are acts of the office."""

    dependencies = [
        ("evaluation", "0004_premium_lost"),
        ("letters", "0015_letters_on_record"),
    ]
    operations = [
        migrations.RemoveField(model_name="sitting", name="minutes"),
        *(
            migrations.AddField(
                model_name=name, name="letter", field=models.OneToOneField(**LETTER)
            )
            for name in ("sitting", "ranking", "scrolldown")
        ),
        migrations.RunSQL(STAYS, STAYED),
    ]

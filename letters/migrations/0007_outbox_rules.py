"""What the outbox promises, said by the database."""

from django.db import migrations, models

REFUSE = """
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON letters_letterevent
    FOR EACH ROW EXECUTE FUNCTION sportello_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON letters_letteredit
    FOR EACH ROW EXECUTE FUNCTION sportello_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON letters_templateversion
    FOR EACH ROW EXECUTE FUNCTION sportello_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON letters_clauseversion
    FOR EACH ROW EXECUTE FUNCTION sportello_refuse_change();
"""
FORGET = """
DROP TRIGGER append_only ON letters_clauseversion;
DROP TRIGGER append_only ON letters_templateversion;
DROP TRIGGER append_only ON letters_letteredit;
DROP TRIGGER append_only ON letters_letterevent;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0006_deliveries_of_letters_sent"),
        ("workflows", "0012_fingerprints"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="letter",
            name="letter_sent_at_matches_state",
        ),
        migrations.RemoveField(
            model_name="letter",
            name="address",
        ),
        migrations.RemoveField(
            model_name="letter",
            name="attempts",
        ),
        migrations.RemoveField(
            model_name="letter",
            name="failure",
        ),
        migrations.RemoveField(
            model_name="letter",
            name="sent_at",
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(
                    ("state__in", ("to_approve", "held", "ready", "sending", "failed"))
                ),
                fields=["state", "created_at", "id"],
                name="letter_in_the_outbox",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("case__isnull", False), ("call__isnull", False), _connector="OR"
                ),
                name="letter_is_about_a_case_or_a_call",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("content__isnull", True),
                        ("document__isnull", True),
                        ("numbered_at__isnull", True),
                        ("protocol__isnull", True),
                    ),
                    models.Q(
                        ("content__isnull", False),
                        ("document__isnull", False),
                        ("numbered_at__isnull", False),
                        ("protocol__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="letter_is_numbered_as_a_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("numbered_at__isnull", True), ("state__in", ("to_approve", "held"))),
                    ("state", "withdrawn"),
                    models.Q(
                        models.Q(("state__in", ("to_approve", "held", "withdrawn")), _negated=True),
                        ("numbered_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="letter_is_numbered_once_approved",
            ),
        ),
        migrations.AddConstraint(
            model_name="clauseversion",
            constraint=models.UniqueConstraint(
                fields=("clause", "number"), name="clause_version_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="clauseversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("number", 1), models.Q(("reason", ""), _negated=True), _connector="OR"
                ),
                name="later_clause_version_has_a_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("state__in", ("waiting", "sending", "accepted", "failed"))),
                fields=["state", "id"],
                name="delivery_under_way",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("channel", "area"), models.Q(("address", ""), _negated=True), _connector="OR"
                ),
                name="delivery_by_mail_has_an_address",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("state", "delivered"), _negated=True),
                        ("delivered_at__isnull", True),
                    ),
                    models.Q(("delivered_at__isnull", False), ("state", "delivered")),
                    _connector="OR",
                ),
                name="delivery_day_matches_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="templateversion",
            constraint=models.UniqueConstraint(
                fields=("template", "number"), name="template_version_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="templateversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("number", 1), models.Q(("reason", ""), _negated=True), _connector="OR"
                ),
                name="later_template_version_has_a_reason",
            ),
        ),
        migrations.RunSQL(REFUSE, FORGET),
    ]

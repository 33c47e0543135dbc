"""What is asked about calls, and each version of what is answered; an answer stays as it was given."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import parties.moment
import parties.tables

FREEZE = """
CREATE FUNCTION sportello_answer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an answer that was given is never changed or deleted'
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON calls_enquiryanswer
    FOR EACH ROW EXECUTE FUNCTION sportello_answer_stays();
"""
FORGET = """
DROP TRIGGER append_only ON calls_enquiryanswer;
DROP FUNCTION sportello_answer_stays();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("calls", "0003_parameters"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        parties.tables.Together(
            operations=[
                migrations.CreateModel(
                    name="Enquiry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("text", models.TextField(max_length=2000, verbose_name="question")),
                        (
                            "asked_at",
                            models.DateTimeField(
                                default=parties.moment.now, editable=False, verbose_name="asked at"
                            ),
                        ),
                        (
                            "number",
                            models.PositiveSmallIntegerField(
                                editable=False, null=True, verbose_name="number"
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "call",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="enquiries",
                                to="calls.call",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "question on a call",
                        "verbose_name_plural": "questions on calls",
                        "ordering": ["-id"],
                    },
                ),
                migrations.CreateModel(
                    name="EnquiryAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveSmallIntegerField(verbose_name="version")),
                        (
                            "question_it",
                            models.TextField(max_length=2000, verbose_name="question in Italian"),
                        ),
                        (
                            "answer_it",
                            models.TextField(max_length=6000, verbose_name="answer in Italian"),
                        ),
                        (
                            "question_en",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="question in English"
                            ),
                        ),
                        (
                            "answer_en",
                            models.TextField(
                                blank=True, max_length=6000, verbose_name="answer in English"
                            ),
                        ),
                        ("is_public", models.BooleanField(default=True, verbose_name="published")),
                        (
                            "reason",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="reason of the change"
                            ),
                        ),
                        (
                            "at",
                            models.DateTimeField(
                                default=parties.moment.now, editable=False, verbose_name="at"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "enquiry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="calls.enquiry",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "answer to a question on a call",
                        "verbose_name_plural": "answers to questions on calls",
                        "ordering": ["enquiry", "-version"],
                    },
                ),
            ]
        ),
        parties.tables.Together(
            operations=[
                migrations.AddField(
                    model_name="enquiry",
                    name="answer",
                    field=models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="calls.enquiryanswer",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="enquiryanswer",
                    constraint=models.UniqueConstraint(
                        fields=("enquiry", "version"), name="answer_version_once_per_enquiry"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="enquiryanswer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("version", 1), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="later_answer_has_a_reason",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="enquiryanswer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer_en", ""), ("question_en", "")),
                            models.Q(
                                models.Q(("question_en", ""), _negated=True),
                                models.Q(("answer_en", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="answer_in_english_is_whole",
                    ),
                ),
                migrations.AddIndex(
                    model_name="enquiry",
                    index=models.Index(
                        condition=models.Q(("answer__isnull", True)),
                        fields=["call", "id"],
                        name="enquiry_unanswered",
                    ),
                ),
                migrations.AddIndex(
                    model_name="enquiry",
                    index=models.Index(fields=["asked_by", "asked_at"], name="enquiry_of_person"),
                ),
                migrations.AddConstraint(
                    model_name="enquiry",
                    constraint=models.UniqueConstraint(
                        fields=("call", "number"), name="enquiry_number_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="enquiry",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("number__isnull", True), ("answer__isnull", False), _connector="OR"
                        ),
                        name="numbered_enquiry_was_answered",
                    ),
                ),
            ]
        ),
        migrations.RunSQL(FREEZE, FORGET),
    ]

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("workflows", "0008_watch")]
    operations = [
        migrations.RemoveField(model_name="fieldhistoryblock", name="from_at"),
        migrations.RemoveField(model_name="fieldhistoryblock", name="until_at"),
        migrations.AddField(
            model_name="fieldhistoryblock",
            name="from_key",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="fieldhistoryblock",
            name="until_key",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="fieldhistoryblock",
            name="columns",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="fieldhistoryblock",
            name="sealed_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.CreateModel(
            name="ChainEnd",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=63, unique=True)),
                ("length", models.PositiveIntegerField(default=0)),
                ("last", models.CharField(blank=True, max_length=64)),
                ("head", models.CharField(blank=True, max_length=64)),
            ],
        ),
        migrations.AlterField(
            model_name="jobrow",
            name="outcome",
            field=models.CharField(
                choices=[
                    ("done", "Done"),
                    ("refused", "Not possible"),
                    ("changed", "Changed meanwhile"),
                    ("failed", "Not done, because of an error"),
                    ("foreseen", "Possible"),
                    ("undone", "Taken back"),
                    ("found", "Found"),
                ],
                max_length=8,
            ),
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("letters", "0003_initial")]

    operations = [
        migrations.AlterField(
            model_name="letter",
            name="state",
            field=models.CharField(
                choices=[
                    ("ready", "To be sent"),
                    ("sending", "Being sent"),
                    ("sent", "Sent"),
                    ("failed", "Not delivered"),
                ],
                default="ready",
                max_length=8,
            ),
        )
    ]

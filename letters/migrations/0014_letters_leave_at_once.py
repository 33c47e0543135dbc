from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("letters", "0013_signing")]
    operations = [
        migrations.AlterField(
            model_name="bodystyle",
            name="leaves_at_once",
            field=models.BooleanField(default=True, verbose_name="letters leave without approval"),
        ),
        migrations.AlterField(
            model_name="bodystyleevent",
            name="leaves_at_once",
            field=models.BooleanField(default=True, verbose_name="letters leave without approval"),
        ),
    ]

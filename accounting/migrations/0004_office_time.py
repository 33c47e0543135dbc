from django.db import migrations, models

import parties.moment


class Migration(migrations.Migration):
    dependencies = [("accounting", "0003_ledger_moves_budget")]
    operations = [
        migrations.AlterField(
            "ledgerentry",
            "at",
            models.DateTimeField(default=parties.moment.now, editable=False),
        ),
    ]

"""Nothing is added to a frozen call version either."""

from django.db import migrations

CONTENTS = ("requireddocument", "declaration", "criterion", "premium")

FREEZE = "".join(
    f"""
CREATE TRIGGER frozen_takes_nothing BEFORE INSERT ON calls_{name}
    FOR EACH ROW EXECUTE FUNCTION sportello_frozen_content();
"""
    for name in CONTENTS
)

FORGET = "".join(f"DROP TRIGGER frozen_takes_nothing ON calls_{name};\n" for name in CONTENTS)


class Migration(migrations.Migration):
    dependencies = [("calls", "0004_parameters")]
    operations = [migrations.RunSQL(FREEZE, FORGET)]

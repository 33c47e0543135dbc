"""Each letter sent so far becomes one delivery, and is numbered since it was written."""

from django.db import migrations


def split(apps, schema_editor):
    Letter = apps.get_model("letters", "Letter")
    Delivery = apps.get_model("letters", "Delivery")
    states = {"ready": "waiting", "sending": "sending", "sent": "accepted", "failed": "failed"}
    for letter in Letter.objects.select_related("addressee").order_by("pk").iterator(500):
        is_certified = bool(letter.addressee.pec) and letter.addressee.pec == letter.address
        Delivery.objects.create(
            letter=letter,
            party_id=letter.addressee_id,
            name=letter.addressee.name,
            channel="pec" if is_certified else "email",
            address=letter.address,
            address_source="application",
            state=states[letter.state],
            attempts=letter.attempts,
            accepted_at=letter.sent_at,
            failure_kind="server" if letter.failure else "",
            failure=letter.failure,
        )
        Letter.objects.filter(pk=letter.pk).update(numbered_at=letter.created_at)


class Migration(migrations.Migration):
    dependencies = [("letters", "0005_outbox")]
    operations = [migrations.RunPython(split, elidable=False)]

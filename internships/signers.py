"""Who may sign for each party, by tax code (DIG-15)."""

from django.db.models import Q

from internships.models import Internship
from internships.rules.start import Actor
from parties import moment
from parties.models import Organisation, Person, Representation


def expected(case: Internship, actor: Actor) -> dict[str, str]:
    """Return the tax codes of those who may sign for a party, with their names (DIG-15)."""
    if actor is Actor.TRAINEE:
        return {case.trainee.tax_code: case.trainee.name}
    if actor is Actor.HOST_TUTOR:
        tutor = case.tutor("host")
        return {tutor.tax_code: tutor.name} if tutor else {}
    if actor is Actor.HOST:
        signer = case.offer.representative
        own = {signer.tax_code: signer.name} if signer else {}
        return own | _acting(case.host.pk)
    if actor is Actor.PROMOTER and case.promoter:
        return _acting(case.promoter.party_id)
    return {}


def _acting(party: int) -> dict[str, str]:
    day = moment.today()
    acting = Representation.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        organisation__in=Organisation.objects.filter(pk=party),
        valid_from__lte=day,
        verified_at__isnull=False,
    ).order_by("pk")
    people = Person.objects.filter(pk__in=acting.values("person"))
    return {person.tax_code: person.name for person in people.order_by("pk")}

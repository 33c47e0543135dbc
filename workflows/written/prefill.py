"""What the site knows already, written into a new draft so that nobody types it twice."""

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from parties import moment
from parties.models import Organisation, Party, Person, Representation, User
from workflows.models import Case
from workflows.services.drafts import save_fields

ADDRESS = ("street", "street_number", "postcode", "municipality", "province")
PERSON = (
    "first_name",
    "last_name",
    "tax_code",
    "birth_date",
    "birthplace",
    "sex",
    "citizenship",
    *ADDRESS,
    "phone",
    "email",
    "pec",
    "vat_number",
)
ORGANISATION = (
    "name",
    "legal_form",
    "tax_code",
    "vat_number",
    "rea",
    "ateco",
    "size",
    "vat_opened_on",
    *ADDRESS,
    "pec",
    "email",
)


def prefill_person(case: Case, user: User) -> None:
    """Write the person's own data into a draft that is still empty."""
    person = Person.objects.filter(user=user).first()
    if person is None:
        known = {"first_name": user.first_name, "last_name": user.last_name, "email": user.email}
        known["citizenship"] = "italiana"
    else:
        known = _texts(person, PERSON)
    save_fields(case, known, dict.fromkeys(known, 0))


def known_organisations(user: User) -> QuerySet[Organisation]:
    """Return the organisations whose data the person may see: verified, or told by them alone."""
    person = Person.objects.filter(user=user).first()
    today = moment.today()
    mine = Representation.objects.filter(person=person).exclude(valid_to__lt=today)
    tellers = Count("representations__person", distinct=True)
    return (
        Organisation.objects.annotate(tellers=tellers)
        .filter(pk__in=mine.values("organisation"))
        .filter(
            Q(tellers=1) | Q(pk__in=mine.filter(verified_at__isnull=False).values("organisation"))
        )
        .order_by("name", "pk")
    )


def prefill_organisation(case: Case, user: User, key: int) -> bool:
    """Write a known organisation's data into the draft; False where it is not theirs to use."""
    organisation = known_organisations(user).filter(pk=key).first()
    if organisation is None:
        return False
    known = {f"org_{name}": text for name, text in _texts(organisation, ORGANISATION).items()}
    association = organisation.legal_form == Organisation.LegalForm.ASSOCIATION
    known["applicant_kind"] = "association" if association else "enterprise"
    capacity = (
        Representation.objects.filter(person__user=user, organisation=organisation)
        .values_list("capacity", flat=True)
        .first()
    )
    known["org_capacity"] = capacity or ""
    save_fields(case, known, {})
    return True


def _texts(party: Party, names: tuple[str, ...]) -> dict[str, str]:
    return {name: _text(getattr(party, name)) for name in names}


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)

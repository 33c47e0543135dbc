"""Writing down who somebody is, and for whom they act."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from parties import moment
from parties.models import Organisation, Person, Representation, User


@transaction.atomic
def record_person(user: User, **fields: Any) -> Person:
    """Write what a person says of themselves on their own row; one row per account.

    Raises `ValidationError` on the tax code where another account already uses it.
    """
    person = Person.objects.filter(user=user).first() or Person(user=user)
    for name, value in fields.items():
        setattr(person, name, value)
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as error:
        taken = ValidationError(_taken(), code="tax_code_taken")
        raise ValidationError({"tax_code": taken}) from error
    if not user.last_name:
        user.first_name, user.last_name = person.first_name, person.last_name
        user.save(update_fields=["first_name", "last_name"])
    return person


@transaction.atomic
def record_organisation(person: Person, *, capacity: str, **fields: Any) -> Organisation:
    """Write an organisation as its representative describes it, and that they act for it.

    Only its sole representative rewrites an organisation that is known already: a newcomer is
    tied to it as declared, unverified, and an officer looks at the difference.
    """
    organisation, is_new = Organisation.objects.get_or_create(
        tax_code=fields["tax_code"], defaults=fields
    )
    sole = {person.pk}
    if not is_new and sole == set(organisation.representations.values_list("person_id", flat=True)):
        for name, value in fields.items():
            setattr(organisation, name, value)
        organisation.save()
    Representation.objects.get_or_create(
        person=person,
        organisation=organisation,
        capacity=capacity,
        valid_to=None,
        defaults={"valid_from": moment.today()},
    )
    return organisation


def _taken() -> str:
    return _(
        "This tax code is already tied to another account. Sign in with that one, or write to the "
        "office."
    )

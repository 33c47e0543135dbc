"""Addresses of the form's pages, whether it is filled in or only tried."""

from django import template

from grants.addresses import address_of
from grants.models import RentContribution

register = template.Library()


@register.simple_tag
def form_address(case: RentContribution, name: str, *args: object) -> str:
    """Return the address of a page of the form (`grants.addresses`)."""
    return address_of(case, name, *args)

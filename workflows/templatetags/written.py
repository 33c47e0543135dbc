"""Addresses of a form's pages, whether it is filled in or only tried."""

from typing import Any

from django import template

from workflows.written.addresses import address_of

register = template.Library()


@register.simple_tag
def form_address(case: Any, name: str, *args: object) -> str:
    """Return the address of a page of the form (`workflows.written.addresses`)."""
    return address_of(case, name, *args)

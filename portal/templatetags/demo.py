"""What pages say of the demonstration."""

from typing import Any

from django import template

from parties.models import User
from portal.demo.accounts import code_to_show

register = template.Library()


@register.inclusion_tag("portal/_demo_code.html")
def demo_code(user: User) -> dict[str, Any]:
    """Show the code that a demonstration account is asked for; nothing to anybody else."""
    return {"code": code_to_show(user)}

"""Which set of requirements a space is judged by: the one that a version of the notice froze."""

from calls.models import Call, CallVersion
from calls.models.calls import CallKind
from coworking_registry.rules.requirements import Requirements


def requirements_of(version: CallVersion) -> Requirements:
    """Return the requirements of a version: a case keeps that under which it was filed."""
    return Requirements.of(version.parameters)


def requirements_in_force(notice: Call) -> Requirements:
    """Return what is asked of who files today."""
    return requirements_of(notice.current_version)


def asked_today() -> Requirements | None:
    """Return what the notice published last asks; None while there is none."""
    notices = Call.objects.published().filter(kind=CallKind.REGISTER)
    notice = notices.order_by("-published_at", "-pk").first()
    return None if notice is None else requirements_in_force(notice)

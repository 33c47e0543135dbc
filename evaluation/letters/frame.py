"""One way for every paper about a ranked call to be written and put on record."""

from typing import Any

from django.utils import translation

from calls.models import Call
from letters import pdf
from letters.compose import signature_of
from letters.models import Letter
from letters.services import put_on_record
from letters.vocabulary import Context
from letters.wording import Wording
from letters.writing import write
from parties import moment
from parties.models import Body, User
from parties.roles import Role


def put(call: Call, code: str, *, by: User, counterpart: str, given: dict[str, Any]) -> Letter:
    """Write the template `code` about a call, with what the act gives, and put it on record."""
    call = Call.objects.select_related(
        "manager", "owner", "procedure_owner", "substitute", "version"
    ).get(pk=call.pk)
    context = Context(by=by, day=moment.today(), given=given)
    with translation.override("it"):
        written = write(code, call, context)
    return put_on_record(
        call,
        Wording(
            kind=written.template.code,
            subject=written.subject,
            title=written.title,
            text=written.text,
            values=written.values,
            template=written.version,
            release=written.template.release,
            missing=written.lacking,
        ),
        by=by,
        counterpart=counterpart,
    )


def director(body: Body, by: User) -> pdf.Signature:
    """Return the signature of whoever decides on a list."""
    return signature_of(body, Role.DIRECTOR, by)

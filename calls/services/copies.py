"""Calls made of other calls: a clone of a past one, a file sent somewhere and read back."""

import json
from collections.abc import Mapping
from typing import Any

from django.db import DatabaseError, IntegrityError, transaction
from django.utils.translation import gettext as _

from calls import contents
from calls.engine import CallRefused, Refusal
from calls.kinds import kind_of
from calls.models import Call, CallKind, CallVersion, Procedure, Programme
from calls.parameters import COMMON, TIE_CHAIN
from calls.permissions import may_set_up
from calls.rules.contents import Content
from calls.rules.faults import Fault
from calls.rules.parameters import parameter_faults
from calls.rules.plain import UnreadableError
from calls.rules.transfer import CallFile, Named, pack, unpack
from calls.services.contents import write
from calls.services.publishing import revise
from parties.models import Body, User

MOST_BYTES = 2 * 1024 * 1024
CODE = 30


@transaction.atomic
def clone(call: Call, *, by: User | None, code: str, title_it: str) -> Call:
    """Begin a new call as a copy of the rules of another one.

    Instants, people, acts and registers do not come along. Raises `CallRefused` for a code that
    another call bears.
    """
    content = contents.read(call.current_version)
    named = Named(
        code=code,
        kind=call.kind,
        title_it=title_it,
        title_en="",
        procedure=call.procedure,
        programme=call.programme.code,
        axis=call.axis,
    )
    return _make(CallFile(named, content), by=by, owner=call.owner, manager=call.manager)


def export(call: Call) -> dict[str, Any]:
    """Return the present rules of a call as the content of a file."""
    named = Named(
        code=call.code,
        kind=call.kind,
        title_it=call.title_it,
        title_en=call.title_en,
        procedure=call.procedure,
        programme=call.programme.code,
        axis=call.axis,
    )
    return pack(CallFile(named, contents.read(call.draft_version or call.current_version)))


@transaction.atomic
def import_call(
    data: bytes, *, by: User | None, owner: Body, manager: Body, code: str = ""
) -> Call:
    """Begin a new call from the content of a file; `code` takes the place of the file's own.

    Raises `CallRefused` with a sentence and keeps nothing where the file is of another sort or
    version, was edited by hand, or names what is not here.
    """
    try:
        file = unpack(_read(data))
    except UnreadableError as error:
        raise _refused(str(error)) from error
    return _make(file, by=by, owner=owner, manager=manager, code=code)


@transaction.atomic
def discard(version: CallVersion, *, by: User | None) -> None:
    """Give up a later version that nobody has published."""
    if not may_set_up(version.call, by):
        raise CallRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if version.frozen_at is not None or version.number == 1:
        raise CallRefused(Refusal.STATE, _("This version stays."))
    version.delete()


@transaction.atomic
def begin_version(call: Call, *, by: User | None, reason: str) -> CallVersion:
    """Begin a later version of a published call, with the reason why (CALL-21)."""
    if not may_set_up(call, by):
        raise CallRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if not reason.strip():
        raise CallRefused(
            Refusal.RULE, _("Write the reason."), [Fault("", "", "CALL-21", "reason")]
        )
    if not call.is_published or call.has_ended or call.draft_version is not None:
        raise CallRefused(Refusal.STATE, _("A version is being set up already, or none can be."))
    return revise(call, reason=reason)


def _unreadable(file: CallFile) -> str:
    """Say which value of the file cannot stand; what is missing may come later."""
    values = file.content.parameters
    asked = [
        one
        for one in (*COMMON, *kind_of(file.named.kind).parameters)
        if values.get(one.code) is not None
    ]
    chain = values.get(TIE_CHAIN) or []
    if not isinstance(chain, list) or not all(isinstance(step, str) for step in chain):
        return f"{TIE_CHAIN}: serve un elenco."
    return " ".join(fault.sentence for fault in parameter_faults(asked, values))


def _make(file: CallFile, *, by: User | None, owner: Body, manager: Body, code: str = "") -> Call:
    if not may_set_up(None, by):
        raise CallRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    named = file.named
    programme = Programme.objects.filter(code=named.programme).first()
    if programme is None:
        raise _refused(_("The programme {code} is not known here.").format(code=named.programme))
    if named.kind not in CallKind.values or named.procedure not in Procedure.values:
        raise _refused(_("The file names a kind of call that is not known here."))
    if sentence := _unreadable(file):
        raise _refused(sentence)
    code = (code or named.code).strip()
    try:
        with transaction.atomic():
            call = Call.objects.create(
                code=code[:CODE],
                kind=named.kind,
                title_it=named.title_it[:250],
                title_en=named.title_en[:250],
                axis=named.axis[:120],
                procedure=named.procedure,
                programme=programme,
                owner=owner,
                manager=manager,
            )
    except IntegrityError as error:
        raise _refused(
            _("There is a call with the code {code} already.").format(code=code), "code"
        ) from error
    version = CallVersion.objects.create(call=call, number=1, parameters={})
    _write(version, file.content)
    call.version = version
    call.save(update_fields=["version"])
    return call


def _write(version: CallVersion, content: Content) -> None:
    try:
        with transaction.atomic():
            write(version, content)
    except (DatabaseError, ValueError) as error:
        raise _refused(_("The file says something twice, or something that cannot be.")) from error


def _read(data: bytes) -> Mapping[str, Any]:
    if len(data) > MOST_BYTES:
        raise UnreadableError("Il file è troppo grande per contenere un bando.")
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise UnreadableError("Il file non è un JSON leggibile.") from error


def _refused(sentence: str, item: str = "file") -> CallRefused:
    return CallRefused(Refusal.RULE, sentence, [Fault("", sentence, "", item)])

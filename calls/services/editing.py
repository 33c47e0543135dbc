"""Setting a call up, subject by subject: each edit is whole, allowed, and made on what was seen."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from calls import contents, kinds
from calls.engine import CallRefused, Refusal, locked
from calls.models import Block, Call, CallVersion, Programme, State
from calls.parameters import agree
from calls.permissions import may_set_up
from calls.rules.faults import Fault
from calls.rules.plain import digest, to_plain
from calls.services.contents import question_fields, row_fields
from parties.models import Body, User

# What decides who comes first: it stays once somebody has applied (CALL-21).
SCORING_PLACES = frozenset({"criteri", "premialita", "graduatoria"})
LONGEST = 100


def new_call(
    *,
    by: User | None,
    code: str,
    kind: str,
    title_it: str,
    procedure: str,
    programme: Programme,
    owner: Body,
    manager: Body,
) -> Call:
    """Begin a call from blank: nothing is set, and the checklist says what is missing.

    Raises `CallRefused` for a code that another call bears.
    """
    if not may_set_up(None, by):
        raise CallRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    try:
        with transaction.atomic():
            call = Call.objects.create(
                code=code,
                kind=kind,
                title_it=title_it,
                procedure=procedure,
                programme=programme,
                owner=owner,
                manager=manager,
            )
            call.version = CallVersion.objects.create(call=call, number=1, parameters={})
            call.save(update_fields=["version"])
    except IntegrityError as error:
        raise CallRefused(
            Refusal.RULE,
            _("There is a call with the code {code} already.").format(code=code),
            [Fault("generale", "", "", "code")],
        ) from error
    return call


def working_version(call: Call) -> CallVersion | None:
    """Return the version that can be edited now; None where nothing can."""
    if call.state == State.APPROVED or call.has_ended:
        return None
    return call.draft_version


def why_locked(call: Call, place: str) -> str:
    """Say why a subject cannot be edited now; nothing where it can."""
    if call.state == State.APPROVED:
        return _("The call is approved: take the approval back to change something.")
    if call.has_ended:
        return _("The call has ended: nothing of it changes any more.")
    if working_version(call) is None:
        return _("What is published stays: to change something, begin a new version.")
    if call.is_published and place in SCORING_PLACES and kinds.filings(call):
        return _("Applications have come in already: criteria and ranking stay as they are.")
    return ""


@transaction.atomic
def save_subject(
    call: Call,
    place: str,
    *,
    by: User | None,
    seen: str,
    fields: Mapping[str, Any],
    parameters: Mapping[str, Any],
    texts: Mapping[str, Any],
) -> Call:
    """Save what was typed on one subject, over what was `seen` of it.

    Raises `CallRefused`: STALE where somebody else has changed the subject meanwhile.
    """
    call, version = _editable(call, place, by)
    names = {"fields": list(fields), "parameters": list(parameters), "texts": list(texts)}
    if seen != seen_of(call, version, names):
        raise CallRefused(Refusal.STALE, _("Somebody else has changed this meanwhile."))
    for name, value in fields.items():
        setattr(call, name, value)
    if fields:
        call.save(update_fields=list(fields))
    kept = {name: value for name, value in version.parameters.items() if name not in parameters}
    given = {name: value for name, value in parameters.items() if value is not None}
    version.parameters = agree(kept | given)
    version.texts = version.texts | dict(texts)
    version.save(update_fields=["parameters", "texts"])
    return call


def seen_of(call: Call, version: CallVersion, names: Mapping[str, Iterable[str]]) -> str:
    """Return the digest of what a subject's page shows, so that a later save can tell it has changed."""
    shown = {
        "fields": {name: str(getattr(call, name)) for name in names["fields"]},
        "parameters": {name: version.parameters.get(name) for name in names["parameters"]},
        "texts": {name: version.texts.get(name) for name in names["texts"]},
    }
    return digest(to_plain(shown))


@transaction.atomic
def save_row(
    call: Call,
    place: str,
    name: str,
    plain: Any,
    *,
    by: User | None,
    pk: int | None = None,
    seen: str = "",
) -> None:
    """Write a row of the version being set up, or a new one where there is no `pk`.

    Raises `CallRefused`: STALE where the row has changed or gone since it was `seen`.
    """
    call, version = _editable(call, place, by)
    rows = _rows(version, name)
    fields = question_fields(plain) if name == "questions" else row_fields(name, plain)
    if pk is None:
        last = rows.aggregate(last=Max("position"))["last"] or 0
        if last >= LONGEST:
            raise CallRefused(Refusal.RULE, _("There are enough of these."))
        rows.create(position=last + 1, **fields)
        return
    row = rows.filter(pk=pk).first()
    if row is None or seen != seen_row(name, row):
        raise CallRefused(Refusal.STALE, _("Somebody else has changed this meanwhile."))
    for field, value in fields.items():
        setattr(row, field, value)
    row.save()


def seen_row(name: str, row: Any) -> str:
    """Return the digest of a row as a page shows it."""
    return digest(to_plain(plain_of(name, row)))


def plain_of(name: str, row: Any) -> Any:
    """Return a row as the rules take it."""
    return row.plain if name == "questions" else contents.plain_row(contents.ROWS[name], row)


@transaction.atomic
def move_row(call: Call, place: str, name: str, pk: int, *, by: User | None, down: bool) -> None:
    """Change a row's place with its neighbour's; at the end of the list nothing happens."""
    call, version = _editable(call, place, by)
    rows = list(_rows(version, name).order_by("position", "pk"))
    at = next((index for index, row in enumerate(rows) if row.pk == pk), None)
    if at is None:
        return
    other = at + 1 if down else at - 1
    if not 0 <= other < len(rows):
        return
    rows[at], rows[other] = rows[other], rows[at]
    for position, row in enumerate(rows, 1):
        if row.position != position:
            _rows(version, name).filter(pk=row.pk).update(position=position)


@transaction.atomic
def remove_row(call: Call, place: str, name: str, pk: int, *, by: User | None) -> None:
    """Take a row out of the version being set up; published versions keep theirs."""
    call, version = _editable(call, place, by)
    row = _rows(version, name).filter(pk=pk).first()
    if row is None:
        return
    after = row.position
    row.delete()
    _rows(version, name).filter(position__gt=after).update(position=F("position") - 1)


@transaction.atomic
def save_block(
    call: Call, letter: str, *, by: User | None, seen: str, texts: Mapping[str, str]
) -> None:
    """Write one of the thirteen blocks, over what was `seen` of it (CALL-03)."""
    call, version = _editable(call, "testi", by)
    if seen != seen_block(version, letter):
        raise CallRefused(Refusal.STALE, _("Somebody else has changed this meanwhile."))
    Block.objects.update_or_create(version=version, letter=letter, defaults=dict(texts))


def seen_block(version: CallVersion, letter: str) -> str:
    """Return the digest of a block as a page shows it."""
    block = version.blocks.filter(letter=letter).first() or Block(letter=letter)
    return digest([block.text_it, block.text_en, block.left_out_because])


@transaction.atomic
def add_usual(call: Call, place: str, name: str, usual: Iterable[Any], *, by: User | None) -> int:
    """Add the office's usual rows of a sort that are not there yet; return how many came."""
    call, version = _editable(call, place, by)
    key = "letter" if name == "blocks" else "code"
    there = set(getattr(version, name).values_list(key, flat=True))
    added = 0
    for plain in usual:
        if getattr(plain, key) in there:
            continue
        fields = row_fields(name, plain)
        if name != "blocks":
            last = _rows(version, name).aggregate(last=Max("position"))["last"] or 0
            fields["position"] = last + 1
        getattr(version, name).create(**fields)
        added += 1
    return added


def _editable(call: Call, place: str, by: User | None) -> tuple[Call, CallVersion]:
    if not may_set_up(call, by):
        raise CallRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    call = locked(call)
    reason = why_locked(call, place)
    version = working_version(call)
    if reason or version is None:
        raise CallRefused(Refusal.STATE, reason)
    return call, version


def _rows(version: CallVersion, name: str) -> models.Manager[Any]:
    rows: models.Manager[Any] = getattr(version, name)
    return rows

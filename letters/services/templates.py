"""Wordings of the office: a new version of a template or clause, or the words of an old one again.

Nothing wrong is ever kept, and nothing kept is ever changed: a version is written once.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from letters.faults import Faults, Words, faults
from letters.models import (
    Clause,
    ClauseVersion,
    Template,
    TemplateVersion,
    TextDraft,
)
from letters.permissions import MANAGE_TEMPLATES
from letters.uses import uses
from parties import moment
from parties.models import User
from workflows.engine import InputRefused, Refusal, TransitionRefused
from workflows.services.drafts import Clash, keep

Text = Template | Clause
LONGEST_REASON = 250


class TextRefused(Exception):
    """A wording has something wrong in it; `faults` says all of it, with its places."""

    def __init__(self, found: Faults) -> None:
        super().__init__("a wording has faults")
        self.faults = found


@transaction.atomic
def save(
    text: Text, words: Words, *, reason: str, seen: int, by: User
) -> TemplateVersion | ClauseVersion:
    """Keep a new version of a template or clause and put it in use.

    `seen` is the number of the version that the person began from, 0 where there was none. Raises
    `TextRefused` with everything that is wrong, `InputRefused` for a missing reason or words that
    say the same, `TransitionRefused` for an old page or where `by` may not. Sent twice, it is kept
    once.
    """
    _ask(by)
    text = _locked(text)
    number = text.current.number if text.current else 0
    words, reason = clean(words), " ".join(reason.split())[:LONGEST_REASON]
    if text.current and seen == number - 1 and _is_again(text.current, words, by):
        return text.current
    if seen != number:
        raise TransitionRefused(
            Refusal.STALE,
            _("This text has changed since you opened it: version {number} is new.").format(
                number=number
            ),
        )
    if found := faults(text, words, uses()):
        raise TextRefused(found)
    if text.current and words == words_of(text.current):
        raise InputRefused(_("Nothing has been changed: these are the words in use."))
    if number and not reason:
        raise InputRefused({"reason": _("Say why the text changes: the reason stays with it.")})
    return _write(text, words, number + 1, reason, by)


@transaction.atomic
def create_clause(*, code: str, name: str, words: Words, by: User) -> Clause:
    """Make a clause with its first version; raises as `save`, `InputRefused` for a code in use."""
    _ask(by)
    clause = Clause(code=code, name=" ".join(name.split()))
    if Clause.objects.filter(code=code).exists():
        raise InputRefused({"code": _("There is a clause of this code already.")})
    if not clause.name:
        raise InputRefused({"name": _("A clause needs a name.")})
    words = clean(words)
    if found := faults(clause, words, uses()):
        raise TextRefused(found)
    clause.save()
    _write(clause, words, 1, "", by)
    return clause


@transaction.atomic
def restore(
    text: Text, number: int, *, reason: str, seen: int, by: User
) -> TemplateVersion | ClauseVersion:
    """Put the words of an earlier version in use again, as a new version; raises as `save`.

    LookupError for a version that there is not.
    """
    old = text.versions.filter(number=number).first()
    if old is None:
        raise LookupError(f"no version {number} of {text}")
    return save(text, words_of(old), reason=reason, seen=seen, by=by)


@transaction.atomic
def set_release(template: Template, *, release: str, was: str, by: User) -> Template:
    """Say what the letters of a template need before they leave; raises `TransitionRefused`."""
    _ask(by)
    locked = Template.objects.select_for_update().get(pk=template.pk)
    if locked.release not in {was, release}:
        raise TransitionRefused(
            Refusal.STALE, _("Somebody else has changed this since you opened the page.")
        )
    locked.release = release
    locked.save(update_fields=["release"])
    return locked


@transaction.atomic
def keep_typed(
    text: Text, typed: Mapping[str, str], revisions: Mapping[str, int], *, seen: int, by: User
) -> tuple[TextDraft, list[Clash]]:
    """Keep what a colleague types of a new wording, field by field, for nobody but them.

    `revisions` gives the revision each field was shown with; a field that another window of theirs
    changed meanwhile comes back as a `Clash`. Raises `TransitionRefused` where `by` may not.
    """
    _ask(by)
    own = _draft_of(text, by)
    TextDraft.objects.get_or_create(**own, defaults={"seen": seen})
    draft = TextDraft.objects.select_for_update().get(**own)
    return draft, keep(draft, typed, revisions)


def throw_away(text: Text, *, by: User) -> None:
    """Forget what a colleague has typed of a new wording."""
    TextDraft.objects.filter(**_draft_of(text, by)).delete()


def draft_of(text: Text, user: User) -> TextDraft | None:
    """Return what a colleague has typed of a new wording and not saved, if anything."""
    return TextDraft.objects.filter(**_draft_of(text, user)).first()


def words_of(version: TemplateVersion | ClauseVersion | None) -> Words:
    """Return what a version says."""
    if version is None:
        return Words("")
    if isinstance(version, ClauseVersion):
        return Words(version.text_it, version.text_en)
    return Words(version.text_it, version.text_en, version.subject_it, version.subject_en)


def clean(words: Words) -> Words:
    """Return a wording as it is kept: one kind of line end, no space at the end of lines."""
    return Words(
        _clean_text(words.text_it),
        _clean_text(words.text_en),
        " ".join(words.subject_it.split()),
        " ".join(words.subject_en.split()),
    )


def _is_again(current: TemplateVersion | ClauseVersion, words: Words, by: User) -> bool:
    """Tell whether the very same words were put in use a moment ago: a button pressed twice."""
    return current.by_id == by.pk and words_of(current) == words


def _clean_text(text: str) -> str:
    lines = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _write(
    text: Text, words: Words, number: int, reason: str, by: User | None
) -> TemplateVersion | ClauseVersion:
    kept: dict[str, Any] = {
        "number": number,
        "text_it": words.text_it,
        "text_en": words.text_en,
        "reason": reason,
        "by": by,
        "at": moment.now(),
    }
    version: TemplateVersion | ClauseVersion
    if isinstance(text, Template):
        subjects = {"subject_it": words.subject_it, "subject_en": words.subject_en}
        version = TemplateVersion.objects.create(template=text, **kept, **subjects)
        text.current = version
    else:
        version = ClauseVersion.objects.create(clause=text, **kept)
        text.current = version
    text.save(update_fields=["current"])
    if by is not None:
        throw_away(text, by=by)
    return version


def _locked(text: Text) -> Text:
    model: Any = type(text)
    locked: Text = (
        model.objects.select_for_update(of=("self",)).select_related("current").get(pk=text.pk)
    )
    return locked


def _draft_of(text: Text, user: User) -> dict[str, Any]:
    return {"by": user, "template" if isinstance(text, Template) else "clause": text}


def _ask(by: User) -> None:
    if not by.has_perm(MANAGE_TEMPLATES):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))

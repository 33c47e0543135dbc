"""The texts that an office begins with, put into the database and kept up with the software.

A version that somebody of the office wrote is theirs: nothing here changes or follows it. Versions
that nobody wrote are those of the software, and a newer release of it brings a newer one.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps
from django.db import transaction

from letters import defaults
from letters.defaults import DefaultText
from parties import moment

REASON = "Testo predefinito aggiornato con il programma"


@transaction.atomic
def load_defaults(apps: Apps = installed) -> int:
    """Write the default texts that are new or newer, and return how many; safe at any time.

    `apps` are those of the migrations when the tables have just been made.
    """
    written = 0
    for names, texts in (
        (("Clause", "ClauseVersion", "clause"), defaults.clauses()),
        (("Template", "TemplateVersion", "template"), defaults.templates()),
    ):
        text_model, version_model = (apps.get_model("letters", name) for name in names[:2])
        kept = {one.code: one for one in text_model.objects.select_related("current")}
        new = [one for code, one in texts.items() if code not in kept]
        text_model.objects.bulk_create(text_model(**_head(one)) for one in new)
        for one in text_model.objects.filter(code__in=[one.code for one in new]):
            kept[one.code] = one
        newer = [one for one in texts.values() if _is_newer(one, kept[one.code])]
        _write(version_model, names[2], newer, kept)
        written += len(newer)
    return written


def after_migrate(apps: Apps = installed, **_kwargs: Any) -> None:
    """Load the texts once the tables are there; an older state of the tables has none to fill."""
    try:
        apps.get_model("letters", "TemplateVersion")
    except LookupError:
        return
    load_defaults(apps)


def _head(text: DefaultText) -> dict[str, Any]:
    head: dict[str, Any] = {"code": text.code, "name": text.name}
    if text.vocabulary:
        head |= {
            "vocabulary": text.vocabulary,
            "is_act": text.is_act,
            "release": text.release,
        }
    return head


def _words(text: DefaultText) -> dict[str, str]:
    words = {"text_it": text.text_it, "text_en": text.text_en}
    if text.vocabulary:
        words |= {"subject_it": text.subject_it, "subject_en": text.subject_en}
    return words


def _is_newer(text: DefaultText, kept: Any) -> bool:
    current = kept.current
    if current is None:
        return True
    is_own = current.by_id is not None
    words = _words(text)
    return not is_own and words != {name: getattr(current, name) for name in words}


def _write(
    version_model: Any, owner: str, texts: Iterable[DefaultText], kept: Mapping[str, Any]
) -> None:
    now = moment.now()
    versions = [
        version_model(
            **{owner: kept[text.code]},
            **_words(text),
            number=_number(kept[text.code]) + 1,
            reason=REASON if _number(kept[text.code]) else "",
            at=now,
        )
        for text in texts
    ]
    version_model.objects.bulk_create(versions)
    owners = []
    for version in versions:
        one = getattr(version, owner)
        one.current = version
        owners.append(one)
    if owners:
        type(owners[0]).objects.bulk_update(owners, ["current"])


def _number(kept: Any) -> int:
    return kept.current.number if kept.current else 0

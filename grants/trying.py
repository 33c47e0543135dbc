"""A call's form as applicants see it, filled in by the office for a look: nothing of it is stored.

What is typed waits in the session of whoever tries, under the call, and goes with it.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.sessions.backends.base import SessionBase

from calls.models import Call, CallVersion
from grants.call_kind import KIND as CALLS
from grants.forms.application import Application
from grants.models import RentContribution
from grants.parameters import RentParameters
from parties import moment
from parties.models import User
from workflows.models import Document, Words
from workflows.services.drafts import Clash, Kept, keep
from workflows.uploads import judge
from workflows.written.rows import drop_row, new_row
from workflows.written.writing import Writing

KEY = "grants_tried"
MOST_CHARACTERS = 100_000


class TriedDraft(Words):
    """What has been typed in a trial, asked for like a draft and kept in the session."""

    def __init__(self, session: SessionBase, version: CallVersion) -> None:
        self.session, self.version = session, version
        kept = session.get(KEY) or {}
        if kept.get("version") != version.pk:
            kept = {}
        self.answers: dict[str, Any] = kept.get("answers", {})
        self.files: list[dict[str, Any]] = kept.get("files", [])
        self.saved_at: datetime = moment.now()

    def save(self) -> None:
        """Keep it in the session, as long as it is no more than a form would hold."""
        self.saved_at = moment.now()
        if sum(len(str(one["value"])) for one in self.answers.values()) <= MOST_CHARACTERS:
            self.session[KEY] = {
                "version": self.version.pk,
                "answers": self.answers,
                "files": self.files,
            }

    def forget(self) -> None:
        """Begin again from blank."""
        self.session.pop(KEY, None)


class TriedWriting(Writing):
    """What is written in a trial: kept in the session alone."""

    def __init__(self, case: RentContribution, draft: TriedDraft) -> None:
        super().__init__(case)
        self.draft = draft

    def application(self) -> Application:
        """Return the forms as they stand now, with the files that were tried."""
        application = Application(self.case, draft=self.draft)
        application.loose_files = [
            Document(pk=number, origin=Document.Origin.APPLICANT, **kept)
            for number, kept in enumerate(self.draft.files)
        ]
        return application

    def keep(
        self, typed: Mapping[str, str | list[str]], seen: Mapping[str, int]
    ) -> tuple[Kept, list[Clash]]:
        """Keep what was typed in the session."""
        return self.draft, keep(self.draft, typed, seen)

    def add_row(self, kind: str, most: int) -> int | None:
        """Add an empty row and return its number; None where there are enough."""
        return new_row(self.draft, kind, most)

    def remove_row(self, kind: str, number: int) -> None:
        """Take a row away with what was typed in it."""
        drop_row(self.draft, kind, number)

    def copy_organisation(self, user: User, number: int) -> None:
        """Copy nothing: whoever tries a form writes words of their own."""

    def bring(
        self, upload: Any, requirement: str, accepted: frozenset[str], max_bytes: int
    ) -> None:
        """Judge a file as an applicant's would be, and remember its name alone.

        Raises `workflows.uploads.Refused` with a sentence.
        """
        judged = judge(upload, name=upload.name or "", accepted=accepted, max_bytes=max_bytes)
        kept = {name: getattr(judged, name) for name in ("name", "size", "sha256")}
        self.draft.files.append(kept | {"requirement": requirement})
        self.draft.save()

    def take_back(self, number: int) -> None:
        """Forget a file."""
        if number < len(self.draft.files):
            del self.draft.files[number]
            self.draft.save()


class NotReadyError(LookupError):
    """A version does not set yet what its form, or its list, needs."""


def parameters_of(version: CallVersion) -> RentParameters:
    """Return the parameters of a version that may still be incomplete; `NotReadyError` where it is."""
    for parameter in CALLS.parameters:
        value = version.parameters.get(parameter.code)
        if parameter.is_required and value in (None, "", []):
            raise NotReadyError(parameter.code)
    try:
        return RentParameters.of(version)
    except (KeyError, ArithmeticError) as error:
        raise NotReadyError(str(error)) from error


def begin(call: Call, version: CallVersion, user: User, session: SessionBase) -> TriedWriting:
    """Return the form of a version with what has been tried so far; may raise `NotReadyError`."""
    parameters_of(version)
    case = RentContribution(call=call, call_version=version, opened_by=user)
    return TriedWriting(case, TriedDraft(session, version))

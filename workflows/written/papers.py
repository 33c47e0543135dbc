"""The documents that come with a form: what the call asks for, and what is there."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from calls.forms.answers import in_language, name_of
from calls.models import RequiredDocument
from calls.rules.questions import Question
from workflows.models import Document
from workflows.uploads import KINDS

ANY_KIND = ("pdf", "jpeg", "png", "p7m")
MOST_FILES = 10


@dataclass(frozen=True)
class Paper:
    """A place for files: what may be brought, how big, and what has been brought. Bytes."""

    code: str
    title: str
    accepted: tuple[str, ...]
    max_bytes: int
    help: str = ""
    is_required: bool = False
    is_essential: bool = False
    files: list[Document] = field(default_factory=list)

    @property
    def titles(self) -> str:
        """The accepted kinds in words: PDF, JPEG."""
        return ", ".join(KINDS[key].title for key in self.accepted)

    @property
    def extensions(self) -> str:
        """The accepted endings as browsers and the script of uploads take them."""
        return ",".join(f".{end}" for key in self.accepted for end in KINDS[key].extensions)

    @property
    def is_full(self) -> bool:
        """Whether no more files are taken here."""
        return len(self.files) >= MOST_FILES


def papers_of(application: Any) -> list[Paper]:
    """Return the documents the call asks of this applicant, each with its files."""
    files = application.loose_files
    asked = [
        paper_for(requirement, files)
        for requirement in application.case.call_version.documents.all()
        if application.concerns(requirement)
    ]
    return [
        *asked,
        *(
            paper_for_question(question, files)
            for question in application.asked_questions
            if question.kind == "file"
        ),
    ]


def paper_for_question(question: Question, files: list[Document]) -> Paper:
    """Return the place for the files that answer an extra question."""
    code = name_of(question.code)
    limits = question.limits
    return Paper(
        code=code,
        title=in_language(question),
        accepted=tuple(limits.accepted),
        max_bytes=limits.max_bytes or settings.UPLOAD_MAX_BYTES,
        help=in_language(question, "help"),
        is_required=question.is_required,
        files=[file for file in files if file.requirement == code],
    )


def loose_files(case_id: int) -> list[Document]:
    """Return the applicant's files that are not filed yet."""
    return list(
        Document.objects.filter(
            case_id=case_id, origin=Document.Origin.APPLICANT, filed_at__isnull=True
        )
    )


def paper_for(requirement: RequiredDocument, files: list[Document]) -> Paper:
    """Return a required document with its files among `files`."""
    return Paper(
        code=requirement.code,
        title=requirement.title,
        accepted=tuple(requirement.accepted),
        max_bytes=requirement.max_bytes,
        help=requirement.help,
        is_required=requirement.is_required,
        is_essential=requirement.is_essential,
        files=[file for file in files if file.requirement == requirement.code],
    )


def free_paper(code: str, title: str, files: list[Document]) -> Paper:
    """Return a place for any file, which no document of the call describes."""
    code = code[:40]
    return Paper(
        code=code,
        title=title,
        accepted=ANY_KIND,
        max_bytes=settings.UPLOAD_MAX_BYTES,
        files=[file for file in files if file.requirement == code],
    )

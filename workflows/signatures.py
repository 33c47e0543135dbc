"""Looking at the signatures of what applicants bring; a room above brings whoever reads them.

This floor knows which files, who may sign for whom, and keeps what was found. The reader is named
by its path and imported where it is used: reading signatures is heavy, and no page needs it.
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string
from procrastinate.contrib.django import app

from parties.models import Representation, User
from workflows.models import SIGNABLE, Case, Document, SignatureCheck
from workflows.rules.signatures import Signature, judge_signatures

Reader = Callable[[bytes, datetime], list[Signature]]

_reader_path: list[str] = []


def register(reader: str) -> None:
    """Make known, by its dotted path, who reads signatures; once, at the start.

    The reader gets a file and an instant at which it is known to have existed, and never fails: a
    file it cannot read has a signature that is altered, or none.
    """
    _reader_path[:] = [reader]


def check_all(case_id: int) -> list[SignatureCheck]:
    """Look at the signatures of the files of a case that nobody has looked at yet."""
    documents = Document.objects.filter(
        case_id=case_id,
        origin=Document.Origin.APPLICANT,
        filed_at__isnull=False,
        content_type__in=SIGNABLE,
        signature_checks=None,
    )
    return [check(document, by=None) for document in documents.order_by("pk")]


def check(document: Document, *, by: User | None) -> SignatureCheck:
    """Look at the signatures of a file and keep what they are worth (DIG-07, DIG-08).

    `by` is None where the worker looks as the file comes in.
    """
    received = document.filed_at or document.uploaded_at
    with document.file.open("rb") as file:
        data = file.read()
    reader: Reader = import_string(_reader_path[0])
    found = reader(data, received)
    judged = judge_signatures(found, expected(document.case), timezone.localdate(received))
    return SignatureCheck.objects.create(
        document=document,
        result=judged.worth.value,
        sentence=judged.sentence,
        found=[_plain(signature) for signature in found],
        by=by,
    )


def expected(case: Case | None) -> dict[str, str]:
    """Return the tax codes of those who may sign for the applicant, with their names (DIG-15)."""
    if case is None or case.applicant is None:
        return {}
    people: list[Any] = [case.representative] if case.representative else []
    if case.applicant.is_person:
        people.append(case.applicant)
    day = timezone.localdate(case.submitted_at or timezone.now())
    acting = Representation.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        organisation_id=case.applicant.pk,
        valid_from__lte=day,
    ).select_related("person")
    people += [one.person for one in acting.order_by("pk")]
    return {person.tax_code.upper(): person.name for person in people}


def latest(documents: Iterable[Document]) -> dict[int, SignatureCheck]:
    """Return the last check of each document that has one; the checks are fetched already."""
    return {
        document.pk: checks[-1]
        for document in documents
        if (checks := list(document.signature_checks.all()))
    }


@transaction.atomic
def queue_checks(case_id: int) -> None:
    """Let the worker look at what has come in, once the caller commits."""
    # By name: the task itself (`workflows.jobs`) calls back into this module.
    app.configure_task("workflows.check_signatures", queue="upkeep").defer(case_id=case_id)


def _plain(signature: Signature) -> dict[str, Any]:
    values = asdict(signature)
    return values | {
        "worth": signature.worth.value,
        "at": signature.at.isoformat() if signature.at else None,
    }

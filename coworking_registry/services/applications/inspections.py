"""A visit to the space: announced by letter, what it has found, its photos and its signed minutes."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import BinaryIO, cast

from django.conf import settings
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from coworking_registry import letters
from coworking_registry.models import Inspection, SpaceApplication
from coworking_registry.photos import clean_photo
from coworking_registry.rules.visits import Finding
from parties import moment
from parties.models import User
from workflows import signatures
from workflows.engine import Refusal, TransitionRefused, amend, apply_transition
from workflows.examination.terms import ExaminationTerms, integration_rule
from workflows.models import CaseTerm, Document
from workflows.services import clock, integrations
from workflows.terms import compute_term
from workflows.uploads import judge

SOURCE = "Avviso, sopralluogo"
# Signed by hand and scanned or photographed, or signed with certificates.
SIGNED_AS = frozenset({"pdf", "p7m", "jpeg", "png"})


@transaction.atomic
def plan_inspection(
    case: SpaceApplication,
    *,
    by: User | None,
    starts_at: datetime,
    officials: str,
    reason: str = "",
    seen_version: int | None = None,
) -> SpaceApplication:
    """Announce a visit: the manager is told when, who comes and what is looked at."""
    if starts_at <= moment.now():
        raise TransitionRefused(Refusal.RULE, _("A visit is announced for a time to come."))
    case = apply_transition(
        case, "plan_inspection", by=by, reason=reason, seen_version=seen_version
    )
    visit = Inspection.objects.create(application=case, starts_at=starts_at, officials=officials)
    letters.send_inspection_call(case, visit, by=by)
    return case


@transaction.atomic
def report_inspection(
    case: SpaceApplication,
    *,
    by: User | None,
    findings: Sequence[Finding],
    present: str,
    conclusion: str,
    stated: str = "",
    ended_at: datetime | None = None,
    seen_version: int | None = None,
) -> SpaceApplication:
    """Write down what a visit has found; both sides sign the minutes, which leave by letter.

    What is to be put right is asked of the manager thing by thing, within the term of an
    integration; without any the case returns to the examination.
    """
    visit = case.inspections.select_for_update().get(ended_at__isnull=True)
    visit.findings = [one.to_dict() for one in findings]
    visit.present, visit.conclusion, visit.stated = present, conclusion, stated
    visit.ended_at = ended_at or moment.now()
    visit.save()
    case = apply_transition(case, "report_inspection", by=by, seen_version=seen_version)
    starts = []
    if mend := [one for one in findings if one.is_to_put_right]:
        case, term = _ask_to_put_right(case, mend, by)
        starts = [term]
    letters.send_inspection_minutes(case, visit, by=by, starts=starts)
    return case


def _ask_to_put_right(
    case: SpaceApplication, mend: Sequence[Finding], by: User | None
) -> tuple[SpaceApplication, CaseTerm]:
    rule = integration_rule(ExaminationTerms.of(case.call_version).integration_days, SOURCE)
    due_on = compute_term(moment.today(), rule).due
    reason = _("Put right what the visit has found, and attach what shows it.")
    # The procedure stands still once; what is asked after that takes of its own time (PROC-09).
    is_first = not case.integration_requests.exists()
    case = apply_transition(case, "request_integration", by=by, reason=reason, due_on=due_on)
    integrations.open_request(
        case,
        [
            integrations.Asked("document", f"put-right-{one.check}", one.words, one.note)
            for one in mend
        ],
        by=by,
        reason=reason,
        due_on=due_on,
    )
    stops = clock.Stops(CaseTerm.Kind.CONCLUSION, "integration", "PROC-T5") if is_first else None
    term = clock.start_term(case, CaseTerm.Kind.INTEGRATION, rule, awaits_letter=True, stops=stops)
    return case, term


@transaction.atomic
def keep_visit_photo(visit: Inspection, upload: UploadedFile, *, by: User) -> Document:
    """Keep a photo taken on a visit, without what its file says of place and camera; once each."""
    picture = clean_photo(
        cast("BinaryIO", upload), name=upload.name or "", max_bytes=settings.UPLOAD_MAX_BYTES
    )
    return _keep(visit, picture, "image/jpeg", visit.photo_code, by)


@transaction.atomic
def sign_minutes(visit: Inspection, upload: UploadedFile, *, by: User) -> Inspection:
    """Keep the minutes that both sides have signed: on paper and scanned, or with their certificates.

    Refused before the visit has ended, and once they are signed.
    """
    visit = Inspection.objects.select_for_update().get(pk=visit.pk)
    if visit.ended_at is None:
        raise TransitionRefused(Refusal.STATUS, _("The minutes are written after the visit."))
    if visit.signed is not None:
        raise TransitionRefused(Refusal.STATUS, _("These minutes are signed already."))
    judged = judge(
        cast("BinaryIO", upload),
        name=upload.name or "",
        accepted=SIGNED_AS,
        max_bytes=settings.UPLOAD_MAX_BYTES,
    )
    upload.seek(0)
    upload.name = judged.name
    visit.signed = _keep(visit, upload, judged.content_type, "signed_minutes", by)
    visit.save(update_fields=["signed"])
    amend(visit.application, "sign_minutes", by=by)
    if visit.signed.is_signable:
        signatures.queue_checks(visit.application_id)
    return visit


def _keep(visit: Inspection, content: File, kind: str, code: str, by: User) -> Document:
    data = content.read()
    content.seek(0)
    digest = hashlib.sha256(data).hexdigest()
    known = Document.objects.filter(case=visit.application_id, requirement=code, sha256=digest)
    if (found := known.first()) is not None:
        return found
    document = Document(
        case_id=visit.application_id,
        origin=Document.Origin.OFFICE,
        requirement=code,
        name=content.name or code,
        content_type=kind,
        size=len(data),
        sha256=digest,
        uploaded_by=by,
        filed_at=moment.now(),
    )
    document.file.save(document.name, content, save=False)
    document.save()
    return document

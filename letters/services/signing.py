"""Signing acts with a person's own certificate, many in one go, each in the transaction of its release."""

from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from letters.models import Letter, SigningKey
from letters.services.releasing import release
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import BackgroundJob, JobRow
from workflows.printing import SealFailed
from workflows.services.jobs import JobFailed, note_row, register_runner, start_job

KIND = "sign_letters"
Outcome = JobRow.Outcome


def key_of(user: User) -> SigningKey | None:
    """Return the key with which a person signs."""
    return SigningKey.objects.filter(user=user, retired_at__isnull=True).first()


def tax_code_known(user: User) -> str:
    """Return the tax code that the site knows of a person, or an empty text."""
    person = getattr(user, "person", None)
    return person.tax_code.upper() if person else ""


def add_key(
    user: User, *, secret: str, tax_code: str, file: bytes = b"", token: str = "", label: str = ""
) -> SigningKey:
    """Keep a person's key in the place of the one before; the secret only opens it now, to read it.

    The file is kept as it came, encrypted with its own password. Raises `SealFailed` where it does
    not open, is not protected by a password, is not valid today, or is somebody else's.
    """
    from letters.signatures import personal  # noqa: PLC0415 (slow to import)

    if not secret:
        raise SealFailed(_("A key without a password is not kept: protect the file first."))
    source = personal.Source(file, token, label)
    with personal.opened(source, secret, tax_code_known(user) or tax_code) as key:
        certificate = key.certificate
    now = moment.now()
    with transaction.atomic():
        SigningKey.objects.filter(user=user, retired_at__isnull=True).update(retired_at=now)
        return SigningKey.objects.create(
            user=user,
            kind=SigningKey.Kind.TOKEN if token else SigningKey.Kind.FILE,
            file=file,
            token=token,
            label=label,
            signer=personal.name_of(certificate.subject)[:200],
            tax_code=(tax_code_known(user) or tax_code).upper(),
            issuer=personal.name_of(certificate.issuer)[:200],
            valid_from=certificate.not_valid_before_utc,
            valid_to=certificate.not_valid_after_utc,
            added_at=now,
        )


def start_signing(versions: dict[int, int], *, by: User, secret: str) -> BackgroundJob:
    """Sign the letters that a person has seen, given with the version they saw, in a job.

    The key is opened first: a wrong PIN is told at once, once, and nothing is done. Raises
    `SealFailed`, or `TransitionRefused` where there is no key.
    """
    from letters.signatures import personal, secrets  # noqa: PLC0415 (slow to import)

    key = key_of(by)
    if key is None:
        raise TransitionRefused(Refusal.RULE, _("Add your key first: there is none to sign with."))
    with personal.opened(personal.source_of(key), secret, key.tax_code):
        pass
    with transaction.atomic():
        job = start_job(
            kind=KIND,
            title=ngettext("{number} act to sign", "{number} acts to sign", len(versions)).format(
                number=len(versions)
            ),
            by=by,
            inputs={"key": key.pk, "letters": [list(pair) for pair in versions.items()]},
            total=len(versions),
        )
        secrets.keep(job, secret)
    return job


def run_signing(job: BackgroundJob) -> None:
    """Sign row by row with a key that is opened once; the secret is deleted whatever happens."""
    from letters.signatures import personal, secrets  # noqa: PLC0415 (slow to import)

    secret = secrets.read(job)
    try:
        if secret is None:
            raise JobFailed(_("The password is no longer kept: sign what is left once more."))
        kept = SigningKey.objects.get(pk=job.inputs["key"])
        done = set(job.rows.values_list("key", flat=True))
        left = [pair for pair in job.inputs["letters"] if str(pair[0]) not in done]
        with personal.opened(personal.source_of(kept), secret, kept.tax_code) as key:
            for letter_id, version in left:
                _sign(job, letter_id, version, partial(personal.sign_letter, key))
    except SealFailed as failure:
        raise JobFailed(str(failure)) from failure
    finally:
        secrets.forget(job)


def register() -> None:
    """Make this kind of work known; called once when the site starts."""
    register_runner(KIND, run_signing)


def _sign(job: BackgroundJob, letter_id: int, version: int, sign: Callable[..., bytes]) -> None:
    letter = Letter.objects.select_related("case__call__manager", "call__manager").get(pk=letter_id)
    note = partial(note_row, job, str(letter_id), label=str(letter), case=letter.case)
    try:
        with transaction.atomic():
            letter = release(
                letter_id,
                by=job.by,
                step="sign",
                seen_version=version,
                sign=partial(sign, letter=letter),
            )
            mark = letter.protocol.mark if letter.protocol else ""
            note(Outcome.DONE, sentence=_("Signed, prot. {mark}").format(mark=mark))
    except TransitionRefused as refused:
        is_stale = refused.why == Refusal.STALE
        note(Outcome.CHANGED if is_stale else Outcome.REFUSED, sentence=str(refused))
    except SealFailed as failure:
        note(Outcome.REFUSED, sentence=str(failure))

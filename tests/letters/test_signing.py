"""A director signs acts with a certificate of their own, many in one go (DIG-06, DIG-07)."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation

from letters import services
from letters.models import Letter, SigningKey, SigningSecret, Template
from letters.pdf import Signature
from letters.services import signing
from letters.signatures import secrets
from letters.signatures.reading import signatures_of
from letters.wording import Wording
from parties.models import User
from tests.letters.authority import PASSWORD, Authority
from tests.letters.reading import file_of, text_of
from workflows.engine import TransitionRefused
from workflows.models import BackgroundJob, ProtocolEntry
from workflows.printing import SealFailed, SealOutcome
from workflows.services.jobs import run_job

State = Letter.State
CODE = "RSSMRA80A01E897X"
WORDING = Wording(
    kind="notice",
    subject="Determinazione di prova",
    body=(Signature("Il direttore", "Maria Rossi", "Firma autografa"),),
    release=Template.Release.SIGNATURE,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture(scope="module")
def authority():
    return Authority()


def give_key(director, authority, **certified) -> SigningKey:
    file = authority.key_file("Maria Rossi", **({"tax_code": CODE} | certified))
    return signing.add_key(director, secret=PASSWORD, tax_code=CODE, file=file)


def acts(office, number: int) -> list[Letter]:
    User.objects.update(language="en")
    return [services.put(office.file(), WORDING, by=office.director) for _one in range(number)]


def sign(letters, by, secret=PASSWORD) -> BackgroundJob:
    seen = {letter.pk: letter.version for letter in letters}
    job = signing.start_signing(seen, by=by, secret=secret)
    run_job(job.pk)
    job.refresh_from_db()
    return job


def outcomes(job) -> list[tuple[str, str]]:
    return list(job.rows.order_by("pk").values_list("outcome", "sentence"))


def test_DIG_06_acts_leave_signed_by_the_director(office, authority):
    give_key(office.director, authority)
    letters = acts(office, 2)
    numbers = ProtocolEntry.objects.count()

    assert {letter.state for letter in letters} == {State.TO_APPROVE}
    job = sign(letters, office.director)

    assert (job.state, job.done, job.total) == ("done", 2, 2)
    assert ProtocolEntry.objects.count() == numbers + 2
    for letter in letters:
        letter.refresh_from_db()
        (found,) = signatures_of(file_of(letter), trusted=[authority.certificate])
        assert (letter.state, letter.is_sealed) == (State.READY, True)
        assert (found.outcome, found.signer, found.tax_code) == (
            SealOutcome.VALID,
            "Maria Rossi",
            CODE,
        )
        assert "Documento firmato digitalmente" in text_of(letter)
        assert "Firma autografa" not in text_of(letter)
    assert {outcome for outcome, _sentence in outcomes(job)} == {"done"}


def test_secret_is_encrypted_while_the_batch_lasts_and_gone_after(office, authority):
    give_key(office.director, authority)
    (letter,) = acts(office, 1)
    job = signing.start_signing({letter.pk: letter.version}, by=office.director, secret=PASSWORD)
    kept = SigningSecret.objects.get()

    assert PASSWORD.encode() not in bytes(kept.sealed)
    assert PASSWORD not in str(job.inputs)
    assert secrets.read(job) == PASSWORD
    run_job(job.pk)
    assert SigningSecret.objects.count() == 0


def test_secret_of_another_site_or_of_a_past_hour_is_none(office, authority, settings):
    give_key(office.director, authority)
    (letter,) = acts(office, 1)
    job = signing.start_signing({letter.pk: letter.version}, by=office.director, secret=PASSWORD)
    key = settings.SECRET_KEY

    settings.SECRET_KEY = "un'altra"
    assert secrets.read(job) is None
    settings.SECRET_KEY = key
    SigningSecret.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert secrets.read(job) is None
    run_job(job.pk)
    job.refresh_from_db()
    letter.refresh_from_db()
    assert (job.state, letter.state) == ("failed", State.TO_APPROVE)
    assert job.error.startswith("The password is no longer kept")


def test_wrong_password_is_told_at_once_and_nothing_is_done(office, authority):
    give_key(office.director, authority)
    letters = acts(office, 1)

    with pytest.raises(SealFailed, match="the password is wrong"):
        sign(letters, office.director, secret="un'altra")

    assert (BackgroundJob.objects.count(), SigningSecret.objects.count()) == (0, 0)
    assert Letter.objects.get(pk=letters[0].pk).state == State.TO_APPROVE


@pytest.mark.parametrize(
    ("certified", "sentence"),
    [
        ({"tax_code": "VRDLCU75C03E897Q"}, "it bears the tax code VRDLCU75C03E897Q and not"),
        ({"tax_code": ""}, "it bears the tax code – and not"),
        ({"until": -timedelta(days=1)}, "The certificate of the key expired on"),
    ],
)
def test_key_that_does_not_fit_is_not_kept(office, authority, certified, sentence):
    with pytest.raises(SealFailed, match=sentence):
        give_key(office.director, authority, **certified)

    assert signing.key_of(office.director) is None


def test_key_without_a_password_is_not_kept(office, authority):
    with pytest.raises(SealFailed, match="protect the file first"):
        signing.add_key(office.director, secret="", tax_code=CODE, file=b"x")


def test_certificate_that_expires_meanwhile_leaves_every_act_where_it_is(office, authority):
    give_key(office.director, authority)
    letters = acts(office, 2)
    seen = {letter.pk: letter.version for letter in letters}
    job = signing.start_signing(seen, by=office.director, secret=PASSWORD)
    old = authority.key_file("Maria Rossi", tax_code=CODE, until=-timedelta(days=1))
    SigningKey.objects.update(file=old)
    run_job(job.pk)
    job.refresh_from_db()

    assert job.state == "failed"
    assert job.error.startswith("The certificate of the key expired on")
    assert set(Letter.objects.filter(pk__in=seen).values_list("state", flat=True)) == {
        State.TO_APPROVE
    }
    assert SigningSecret.objects.count() == 0


def test_act_that_changed_since_it_was_seen_is_left(office, authority):
    give_key(office.director, authority)
    first, second = acts(office, 2)
    seen = {first.pk: first.version + 1, second.pk: second.version}
    job = signing.start_signing(seen, by=office.director, secret=PASSWORD)
    run_job(job.pk)
    first.refresh_from_db()
    second.refresh_from_db()

    assert [outcome for outcome, _sentence in outcomes(job)] == ["changed", "done"]
    assert (first.state, second.state) == (State.TO_APPROVE, State.READY)


def test_second_run_after_a_killed_worker_signs_only_what_is_left(office, authority):
    give_key(office.director, authority)
    letters = acts(office, 2)
    seen = {letter.pk: letter.version for letter in letters}
    job = signing.start_signing(seen, by=office.director, secret=PASSWORD)
    secret = SigningSecret.objects.get()
    run_job(job.pk)
    BackgroundJob.objects.filter(pk=job.pk).update(state="running", finished_at=None)
    secret.save(force_insert=True)
    numbers = ProtocolEntry.objects.count()
    run_job(job.pk)

    assert ProtocolEntry.objects.count() == numbers
    assert job.rows.count() == 2


def test_act_that_waits_for_a_signature_is_not_approved_without(office, authority):
    (letter,) = acts(office, 1)

    with pytest.raises(TransitionRefused, match="digital signature"):
        services.approve(letter.pk, by=office.director)
    with pytest.raises(TransitionRefused, match="Add your key first"):
        signing.start_signing({letter.pk: 1}, by=office.director, secret=PASSWORD)


def test_nobody_signs_for_somebody_else(office, authority):
    (letter,) = acts(office, 1)
    give_key(office.procedure_owner, authority)
    job = sign([letter], office.procedure_owner)

    assert outcomes(job) == [("refused", "You do not have the right to do this.")]


def test_pages_take_a_key_and_sign_what_is_ticked(office, authority, as_user):
    client = as_user(office.director)
    page, key_page = reverse("letters:acts_to_sign"), reverse("letters:signing_key")
    first, second = acts(office, 2)
    file = SimpleUploadedFile("chiave.p12", authority.key_file("Maria Rossi", tax_code=CODE))
    typed = {"kind": "file", "file": file, "tax_code": CODE, "secret": PASSWORD}
    with translation.override("it"):
        wrong = client.post(key_page, typed | {"secret": "no", "file": file})
        file.seek(0)
        assert client.post(key_page, typed).url == page
        seen = client.get(reverse("letters:act_to_sign", args=[first.pk])).content.decode()
        none = client.post(page, {"secret": PASSWORD})
        bad = client.post(page, {"letter": f"{first.pk}-{first.version}", "secret": "no"})
        done = client.post(page, {"letter": f"{first.pk}-{first.version}", "secret": PASSWORD})
    job = BackgroundJob.objects.get()

    assert (wrong.status_code, none.status_code, bad.status_code) == (422, 422, 422)
    assert "la password è sbagliata" in wrong.content.decode()
    assert "checked" in bad.content.decode()
    assert "no</" not in bad.content.decode()
    assert 'value="no"' not in bad.content.decode()
    assert "Prot. n. assegnato all" in seen
    assert f"/ufficio/firma/{second.pk}/" in seen
    assert done.url == reverse("workflows:job", args=[job.pk])
    run_job(job.pk)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (State.READY, State.TO_APPROVE)


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_same_questions_for_one_and_for_three(
    office, as_user, number, django_assert_num_queries
):
    acts(office, number)
    client = as_user(office.director)
    client.get(reverse("letters:acts_to_sign"))

    with django_assert_num_queries(7):
        client.get(reverse("letters:acts_to_sign"))

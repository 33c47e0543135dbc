"""PRT-06: each day that has ended has one register, whole, sealed where a seal is set up."""

import hashlib
import io
import os
import signal
import subprocess
import sys
from datetime import date, timedelta
from threading import Event
from time import sleep

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone, translation
from procrastinate.contrib.django import app

from letters.sealing import verify_seal
from parties import moment
from tests.jobs import run_jobs
from tests.letters.authority import PASSWORD, Authority
from tests.letters.pdf.examples import opened, words
from tests.office import days_ago
from tests.races import at_once
from tests.workflows.registers import write
from workflows.models import DailyRegister, ProtocolEntry
from workflows.printing import SealFailed, SealOutcome
from workflows.services.annulment import annul_entry
from workflows.services.daily_register import make_registers, missing_days

pytestmark = pytest.mark.django_db
LIST, PAGE, FILE = (f"workflows:daily_register{end}" for end in ("s", "", "_file"))


@pytest.fixture(autouse=True)
def _in_english(client):
    """Sentences and pages are compared as they stand in the sources."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def sealed_house(settings, tmp_path):
    settings.SEAL_PKCS12 = str(Authority().seal(tmp_path))
    settings.SEAL_PASSWORD = PASSWORD


def day(ago: int) -> date:
    return moment.today() - timedelta(days=ago)


def kept(register) -> bytes:
    with register.file.open("rb") as file:
        return file.read()


def text_of(register) -> str:
    return " ".join(words(page) for page in opened(kept(register)).pages)


def days_made(body) -> list[tuple[date, int, int | None, int | None]]:
    rows = DailyRegister.objects.filter(body=body).order_by("id")
    return list(rows.values_list("day", "entries", "first_number", "last_number"))


def test_PRT_06_every_day_since_the_first_entry_has_its_register_in_order(office):
    write(office.agency, ago=3)
    write(office.agency, ago=3)
    write(office.agency, ago=1)
    write(office.agency)

    make_registers()

    assert days_made(office.agency) == [
        (day(3), 2, 1, 2),
        (day(2), 0, None, None),
        (day(1), 1, 3, 3),
    ]


def test_PRT_06_second_run_makes_nothing_and_changes_nothing(office):
    write(office.agency, ago=2)
    make_registers()
    before = list(DailyRegister.objects.order_by("id").values())

    assert make_registers() == []
    assert list(DailyRegister.objects.order_by("id").values()) == before


def test_PRT_06_register_is_kept_with_its_digest_and_the_end_of_the_chain(office):
    write(office.agency, ago=2)
    last = write(office.agency, ago=2)
    write(office.agency)

    first, second = make_registers()

    assert first.sha256 == hashlib.sha256(kept(first)).hexdigest()
    assert (first.size, first.is_sealed) == (len(kept(first)), False)
    # A day without entries ends where the chain stood.
    assert (first.anchor, second.anchor) == (last.seal, last.seal)
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        DailyRegister.objects.update(is_sealed=True)


def test_PRT_06_print_shows_every_column_of_every_entry(office):
    with days_ago(1):
        case = office.file()
        write(office.agency, "Nota interna", direction="internal", by=office.officer, digests=[])

    (register,) = make_registers()

    told = text_of(register).replace(" ", "")
    for entry in ProtocolEntry.objects.filter(body=office.agency):
        at = timezone.localtime(entry.registered_at)
        parts = [f"{entry.number:07d}", f"{at:%H:%M:%S}", entry.subject, entry.counterpart]
        parts += [digest["sha256"] for digest in entry.digests]
        assert [part for part in parts if part.replace(" ", "") not in told] == []
    count = ProtocolEntry.objects.count()
    for phrase in (
        f"{count}, dal n. 0000001/{day(1).year} al n. {count:07d}/{day(1).year}",
        case.number,
        str(office.officer),
        "Nota interna",
        "nessun documento",
        register.anchor,
    ):
        assert phrase.replace(" ", "") in told


def test_PRT_06_day_without_entries_says_so(office):
    write(office.agency, ago=2)

    *_before, register = make_registers()

    told = text_of(register)
    assert "In questo giorno non è stata effettuata alcuna registrazione." in told
    assert "Registrazioni nessuna" in told


def test_PRT_04_print_tells_the_annulments_of_the_day_and_no_later_ones(office):
    early, late = write(office.agency, "Prima", ago=3), write(office.agency, "Seconda", ago=3)
    with days_ago(3):
        annul_entry(early, by=office.director, reason="Doppione.", act="Det. n. 1")
    with days_ago(2):
        annul_entry(late, by=office.director, reason="Errata.", act="Det. n. 2")

    first, second, _third = make_registers()

    told = text_of(first)
    assert f"ANNULLATA dalla registrazione n. {early.annulment.mark}" in told
    assert str(late.annulment) not in told
    told = text_of(second)
    assert "Annullamenti del giorno" in told
    assert f"{late.mark} Seconda" in told
    assert "Motivo: Errata. Provvedimento: Det. n. 2" in told


def test_registers_of_two_bodies_do_not_meet(office):
    write(office.agency, ago=2)
    write(office.chamber, "Della camera", ago=1)

    make_registers()

    assert [row[:2] for row in days_made(office.agency)] == [(day(2), 1), (day(1), 0)]
    assert [row[:2] for row in days_made(office.chamber)] == [(day(1), 1)]


def test_DIG_06_register_is_sealed_where_a_seal_is_set_up(office, sealed_house):
    write(office.agency, ago=1)

    (register,) = make_registers()

    assert register.is_sealed
    assert verify_seal(kept(register)).outcome is SealOutcome.VALID
    assert register.sha256 == hashlib.sha256(kept(register)).hexdigest()


def test_register_waits_for_a_seal_that_cannot_be_put(office, settings, sealed_house):
    write(office.agency, ago=2)
    right, settings.SEAL_PASSWORD = settings.SEAL_PASSWORD, "un'altra"

    with pytest.raises(SealFailed, match="password is wrong"):
        make_registers()
    with pytest.raises(CommandError, match="The registers wait"):
        call_command("daily_register", stdout=io.StringIO())
    assert not DailyRegister.objects.exists()
    assert missing_days(office.agency, day(1)) == [day(2), day(1)]

    settings.SEAL_PASSWORD = right
    assert [register.is_sealed for register in make_registers()] == [True, True]


def test_command_prints_up_to_a_day_and_none_that_has_not_ended(office):
    write(office.agency, ago=3)
    out = io.StringIO()

    call_command("daily_register", day=day(2), stdout=out)

    assert [row[0] for row in days_made(office.agency)] == [day(3), day(2)]
    assert out.getvalue().count("NOT SEALED") == 2
    with pytest.raises(CommandError, match="has not ended"):
        call_command("daily_register", day=day(0), stdout=out)


def test_PRT_06_nothing_is_registered_on_a_day_that_is_printed(office):
    write(office.agency, ago=2)
    make_registers()

    with pytest.raises(RuntimeError, match="printed already"):
        write(office.agency, ago=1)


@pytest.mark.django_db(transaction=True)
def test_PRT_06_two_workers_at_once_make_one_register_of_each_day(office):
    with transaction.atomic():
        for ago in (4, 4, 2):
            write(office.agency, ago=ago)

    at_once([make_registers] * 4)
    make_registers()

    assert days_made(office.agency) == [
        (day(4), 2, 1, 2),
        (day(3), 0, None, None),
        (day(2), 1, 3, 3),
        (day(1), 0, None, None),
    ]
    for register in DailyRegister.objects.order_by("id"):
        assert register.sha256 == hashlib.sha256(kept(register)).hexdigest()


@pytest.mark.django_db(transaction=True)
def test_PRT_06_register_waits_for_an_entry_whose_act_is_not_over(office):
    with transaction.atomic():
        write(office.agency, ago=1)

    taken = Event()

    def slow_entry():
        with transaction.atomic():
            write(office.agency, "In ritardo", ago=1)
            taken.set()
            # Meanwhile the register asks for the counter, and has to wait.
            wait_until_somebody_waits()

    def register():
        taken.wait(30)
        return make_registers()

    _entry, (made,) = at_once([slow_entry, register])

    assert (made.entries, made.last_number) == (2, 2)


@pytest.mark.django_db(transaction=True)
def test_worker_prints_at_its_hour_and_once(office):
    with transaction.atomic():
        write(office.agency, ago=1)

    for stamp in (1, 2):
        app.configure_task("workflows.daily_registers").defer(timestamp=stamp)
        assert "failed" not in run_jobs()

    assert days_made(office.agency) == [(day(1), 1, 1, 1)]


@pytest.mark.django_db(transaction=True)
def test_worker_killed_before_the_end_leaves_nothing_half_done(office, settings):
    with transaction.atomic():
        write(office.agency, ago=1)

    died = subprocess.run(
        [sys.executable, "-c", KILLED],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "SPORTELLO_DATABASE_URL": database_address(),
            "SPORTELLO_MEDIA_ROOT": str(settings.MEDIA_ROOT),
        },
        check=False,
    )
    name = f"protocol/agenzia/{day(1):%Y/%Y-%m-%d}.pdf"
    assert died.returncode == -signal.SIGKILL
    assert (DailyRegister.objects.count(), default_storage.exists(name)) == (0, True)

    (register,) = make_registers()

    assert register.file.name == name
    assert register.sha256 == hashlib.sha256(kept(register)).hexdigest()
    assert default_storage.listdir(f"protocol/agenzia/{day(1):%Y}") == ([], [f"{day(1)}.pdf"])


def test_page_lists_the_registers_and_the_days_that_miss_one(office, as_user):
    write(office.agency, ago=3)
    call_command("daily_register", day=day(2), stdout=io.StringIO())
    register = DailyRegister.objects.get(day=day(3))

    told = as_user(office.staff["auditor"]).get(reverse(LIST)).content.decode()

    assert register.sha256 in told
    assert f"The register of {day(1):%d/%m/%Y} has not been printed yet" in told
    assert reverse(FILE, args=[register.pk]) in told


@pytest.mark.parametrize("rows", [1, 3])
def test_list_has_constant_queries_when_rows_grow(office, as_user, rows, django_assert_num_queries):
    write(office.agency, ago=rows)
    make_registers()
    client = as_user(office.staff["auditor"])
    client.get(reverse(LIST))

    with django_assert_num_queries(6):
        response = client.get(reverse(LIST))

    assert len(response.context["page"].rows) == rows


def test_page_tells_that_file_and_seal_are_what_was_made(office, as_user, sealed_house):
    write(office.agency, ago=1)
    (register,) = make_registers()
    client = as_user(office.officer)

    told = client.get(reverse(PAGE, args=[register.pk])).content.decode()
    response = client.get(reverse(FILE, args=[register.pk]))

    assert "It is what was made: the digest agrees." in told
    assert "Sigillo dei test" in told
    assert b"".join(response.streaming_content) == kept(register)
    assert f"registro-giornaliero-agenzia-{day(1)}.pdf" in response.headers["Content-Disposition"]


@pytest.mark.parametrize("harm", ["changed", "lost"])
def test_file_that_is_not_what_was_made_is_not_handed_out(office, as_user, harm):
    write(office.agency, ago=1)
    (register,) = make_registers()
    name = register.file.name
    data = kept(register)
    default_storage.delete(name)
    if harm == "changed":
        default_storage.save(name, io.BytesIO(data.replace(b"ReportLab", b"reportlab", 1)))
    client = as_user(office.officer)

    for address in (reverse(FILE, args=[register.pk]), reverse(PAGE, args=[register.pk])):
        told = client.get(address)
        assert "no longer what was made" in told.content.decode()
    assert client.get(reverse(FILE, args=[register.pk])).status_code == 409


def database_address() -> str:
    kept_at = connection.settings_dict
    host, port = kept_at["HOST"].replace("/", "%2F"), kept_at["PORT"]
    name = f"{kept_at['USER']}:{kept_at['PASSWORD']}@{host}{':' if port else ''}{port}"
    return f"postgres://{name}/{kept_at['NAME']}"


def wait_until_somebody_waits() -> None:
    """Return once another connection waits for a row of ours."""
    for _try in range(200):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity "
                "WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone()[0]:
                return
        sleep(0.05)
    raise AssertionError("nobody waits")


# Ends itself between the file and the row, as a machine that loses power does.
KILLED = """
import os, signal, django
django.setup()
from django.db.models.signals import pre_save
from workflows.models import DailyRegister
from workflows.services.daily_register import make_registers
pre_save.connect(
    lambda **_: os.kill(os.getpid(), signal.SIGKILL), sender=DailyRegister, weak=False
)
make_registers()
"""

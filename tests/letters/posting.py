"""Letters on their way in tests: to whom one likes, through servers on this machine."""

from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from letters import pdf, services
from letters.models import Delivery, Letter, Template
from letters.recipients import Recipient
from letters.wording import Wording
from tests.kept import kept

PEC, EMAIL, AREA = Delivery.Channel.PEC, Delivery.Channel.EMAIL, Delivery.Channel.AREA
WORDING = Wording(
    kind="notice",
    subject="Avviso di prova",
    body=(pdf.Paragraph("Si avvisa che questa è una prova."),),
    release=Template.Release.AT_ONCE,
)
FIRM = "impresa@pec.example.com"
PERSON = "persona@example.com"


def to(address: str, channel: str = EMAIL, **more) -> Recipient:
    """Somebody to write to."""
    return Recipient(
        more.pop("name", "Impresa Uno S.r.l."), channel, address, "application", **more
    )


@kept
def letter_to(office, *recipients: Recipient, case=None) -> Letter:
    """A letter about a case that has just been released to these recipients."""
    return services.put(case or office.file(), WORDING, by=office.officer, to=recipients)


def go_by_email(settings, server) -> None:
    """Let ordinary email leave through a server on this machine."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    settings.EMAIL_TIMEOUT = 5


def go_by_pec(settings, server, box=None) -> None:
    """Let certified email leave through a server, and its receipts be read from a mailbox."""
    settings.PEC_HOST, settings.PEC_PORT = "127.0.0.1", server.port
    settings.PEC_HOST_USER, settings.PEC_HOST_PASSWORD = "ufficio", server.office.password
    settings.PEC_USE_SSL, settings.PEC_FROM = False, "ufficio@pec.example.org"
    settings.PEC_MAILBOX = box.address if box else ""
    settings.EMAIL_TIMEOUT = 5


def waiting_jobs(*names: str) -> int:
    """How many jobs of these names are queued, of any name where none is given."""
    jobs = ProcrastinateJob.objects.filter(status="todo")
    return (jobs.filter(task_name__in=names) if names else jobs).count()


def let_time_pass() -> None:
    """Make every queued attempt due now."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'")


def forget_queue() -> None:
    """Take what is queued out of the queue: the test does the work itself."""
    ProcrastinateJob.objects.filter(status="todo").delete()


def how_it_stands(delivery: Delivery) -> tuple[str, str, str]:
    """State and failure of a delivery, and the state of its letter."""
    found = Delivery.objects.select_related("letter").get(pk=delivery.pk)
    return found.state, found.failure_kind, found.letter.state

"""An internship whose start is refused: the communication came after midnight, and the page says so."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from internships.models import Internship, InternshipStatus
from internships.readiness import first_instant
from tests.internships import offering, placing
from tests.office import days_ago
from workflows.tasks import perform

pytestmark = pytest.mark.django_db(transaction=True)


def test_R_COB_02_start_refused_because_the_communication_came_after_midnight(staffed, walker):
    office = staffed
    with days_ago(50):
        offer = offering.published(office, offering.open_call(office))
        case = placing.prepared(office, placing.opened(office, offer))
    user = case.offer.opened_by
    page = reverse("internships:internship", args=[case.pk])

    host = walker().sign_in(user).open(page).sees("Che cosa manca prima del primo giorno")
    host.follow("Registra la comunicazione")
    late = timezone.localtime(first_instant(case.start) + timedelta(minutes=4))
    host.fill(
        {
            "number": "1202026000004",
            "sent_on": f"{late:%d/%m/%Y}",
            "sent_time": f"{late:%H:%M}",
            "cob_promoter_code": "01",
            "cob_intern_code": "06",
            "cob_type_code": "A",
        }
    )
    host.press("Salva").sees("va inviata entro le ore 24 del giorno precedente")
    officer = walker().sign_in(office.officer)
    officer.open(reverse("workflows:office_case", args=[case.pk]))
    officer.sees("va inviata entro le ore 24 del giorno precedente")
    officer.open(reverse("workflows:act", args=[case.pk, "begin"]))
    officer.sees("Che cosa lo impedisce")

    assert Internship.objects.get().status == InternshipStatus.COMMUNICATED
    # What is left: the plan is signed anew for a later first day.
    case = perform(case, "redraw_plan", by=office.officer, reason="Nuovo primo giorno.")
    host.open(page).sees("Convenzione firmata")
    assert case.status == InternshipStatus.CONVENTION_SIGNED

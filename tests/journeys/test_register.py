"""A space applies, is visited, entered, renewed and suspended; a contribution that runs there feels it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from coworking_registry.models import SpaceApplication, SpaceStatus
from coworking_registry.rules.visits import CHECKS
from parties import moment
from tests.coworking_registry import applying
from tests.coworking_registry.pictures import uploaded
from tests.coworking_registry.typed import typed
from tests.office import pdf_file
from workflows.services import documents

pytestmark = pytest.mark.django_db(transaction=True)


def test_space_from_application_to_suspension_and_its_running_contribution(staffed, walker):
    office = staffed
    # An entry so short that its renewal may be asked for at once.
    call = applying.open_call(office, validity_months=1)
    manager = walker().sign_in(office.applicant())
    apply(manager, call, office.count)
    case = SpaceApplication.objects.get()

    officer = walker().sign_in(office.officer)
    visit(officer, case)
    director = walker().sign_in(office.director)
    decide(director, case, "enter", "Iscrivi nell'elenco")
    case = SpaceApplication.objects.get()
    walker().open(reverse("coworking_registry:space", args=[case.space.slug])).sees(
        "Nell'elenco degli spazi qualificati da"
    )

    running = office.granted(space=case.space_id)
    manager.open(reverse("workflows:case", args=[case.pk])).follow("Chiedi il rinnovo")
    manager.fill({"still": "on"}).press("Chiedi il rinnovo")
    manager.sees("Lo spazio resta iscritto")
    director.open("/spazi/").sees("Fabbrica Aperta")
    decide(director, case, "renew", "Rinnova l'iscrizione")
    renewed = SpaceApplication.objects.get()
    assert renewed.status == SpaceStatus.LISTED
    assert renewed.entry_ends > case.entry_ends

    until = moment.today().isoformat()
    act = reverse("workflows:act", args=[case.pk, "suspend"])
    director.open(act).sees(running.number)
    director.fill({"until": until, "reason": "Estintori scaduti."}).press("Sospendi l'iscrizione")
    director.sees("Alcune cose mancano o sono sbagliate").fill(
        {"grants_until": until, "looked": "on"}
    )
    director.press("Sospendi l'iscrizione")
    assert SpaceApplication.objects.get().status == SpaceStatus.SUSPENDED

    walker().open(reverse("coworking_registry:space", args=[case.space.slug])).sees("Sospeso da")
    beneficiary = walker().sign_in(running.opened_by)
    beneficiary.open(reverse("workflows:case", args=[running.pk]))
    beneficiary.sees("Il tuo spazio è stato fermato").sees("effetti sul contributo concesso")


def apply(manager, call, number):
    """Write every page of the form, attach what is asked for, send."""
    said = typed(number)
    manager.open(reverse("portal:call", args=[call.code]))
    manager.open(reverse("coworking_registry:application_start", args=[call.code])).press("Inizia")
    case = SpaceApplication.objects.get()
    manager.fill({"applicant_kind": "enterprise"})
    manager.page.locator("[name=org_legal_form]").wait_for()
    manager.fill({"org_legal_form": "company"})
    manager.page.locator("[name=org_tax_code]").wait_for()
    manager.fill(said["chi"]).press("Avanti")
    manager.fill(said["spazio"]).press("Avanti")
    manager.fill(said["dotazioni"]).press("Avanti")
    for day in range(5):
        add(manager, f"stretch-{day + 1}")
    manager.fill(said["orari"]).press("Avanti")
    add(manager, "price-1")
    manager.fill(said["listino"]).press("Avanti")
    for wanted in call.current_version.documents.all():
        documents.attach(
            case,
            uploaded() if wanted.code == "space_photos" else pdf_file(f"{wanted.code}.pdf"),
            by=case.opened_by,
            requirement=wanted.code,
            accepted=frozenset(wanted.accepted),
            max_bytes=wanted.max_bytes,
        )
    manager.press("Avanti").fill(said["dichiarazioni"]).press("Avanti")
    manager.press("Invia").sees("ELENCO-")


def add(manager, row):
    """Add a row, which comes without leaving the page."""
    manager.page.locator(f"[value='add:{row.split('-')[0]}']").click()
    manager.page.locator(f"[id='{row}']").wait_for()


def visit(officer, case):
    """Take charge, announce a visit, fill its checklist in, propose the entry."""
    officer.open(reverse("workflows:act", args=[case.pk, "start_examination"]))
    officer.submit(officer.page.locator("main form button[type=submit]").last)
    officer.open(reverse("workflows:act", args=[case.pk, "plan_inspection"]))
    tomorrow = (moment.today() + timedelta(days=1)).isoformat()
    officer.fill({"day": tomorrow, "at": "10:30", "officials": "Davide Prova"})
    officer.press("Convoca il sopralluogo")
    officer.open(reverse("workflows:act", args=[case.pk, "report_inspection"]))
    found = {f"result_{code}": "met" for code, _words in CHECKS}
    officer.fill(found | {"present": "Elena Prova", "conclusion": "I requisiti sono posseduti."})
    officer.submit(officer.page.locator("main form button[type=submit]").last)
    officer.open(reverse("workflows:act", args=[case.pk, "propose_admission"]))
    officer.submit(officer.page.locator("main form button[type=submit]").last)


def decide(director, case, act, words):
    """Decide, having seen what follows."""
    director.open(reverse("workflows:act", args=[case.pk, act])).press(words)

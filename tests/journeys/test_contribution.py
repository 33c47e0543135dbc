"""The whole walk of a coworking contribution, from the open call to the accountants' workbook."""

import re

from openpyxl import load_workbook
from playwright.sync_api import expect

from grants.models import RentContribution, Status
from letters.models import Letter
from tests.grants.typed import answers
from tests.journeys.conftest import work_off_jobs
from tests.office import pdf_file

NEXT = "Avanti"


def test_contribution_from_open_call_to_workbook(walker, staffed, tmp_path):
    applicant = walker()
    apply(applicant, staffed)
    case = RentContribution.objects.get()
    assert case.status == Status.SUBMITTED
    follow(applicant, case)

    officer = walker().sign_in(staffed.officer)
    examine(officer, case)

    director = walker().sign_in(staffed.director)
    decide(director, case)
    work_off_jobs()
    assert Letter.objects.filter(state="sent").count() == 2

    applicant.open(f"/pratiche/{case.pk}/").sees("600,00")

    accountant = walker().sign_in(staffed.accountant)
    export(accountant, tmp_path)


def apply(applicant, office):
    """Find the call, check, fill in every page, attach, declare, send."""
    user = office.applicant()
    typed = answers(office, 1)
    applicant.open("/").follow("Bandi")
    applicant.open(f"/bandi/{office.call.code}/")
    applicant.open(f"/bandi/{office.call.code}/posso/")
    applicant.sign_in(user)
    applicant.open(f"/bandi/{office.call.code}/domanda/").press("Inizia")
    applicant.sees("non inviata")
    for _page in ("chi", "spazio"):
        applicant.fill(typed).press(NEXT)
    add_line(applicant)
    applicant.fill(typed)
    applicant.page.locator("[name='requested']").fill(typed["requested"])
    applicant.press(NEXT)
    applicant.fill(typed).press(NEXT)
    attach_all(applicant, office)
    applicant.press(NEXT)
    applicant.fill(typed).press(NEXT)
    expect(applicant.page).to_have_url(re.compile("riepilogo"))
    applicant.press("Invia")
    expect(applicant.page).to_have_url(re.compile("inviata"))
    applicant.sees("COW-SPORT-")


def add_line(applicant):
    """Add a line of spend, which comes without leaving the page."""
    with applicant.page.expect_response(lambda answer: answer.request.method == "POST"):
        applicant.page.get_by_role("button", name="Aggiungi").first.click()
    expect(applicant.page.locator(".htmx-request, .htmx-settling, .htmx-added")).to_have_count(0)
    applicant.look()


def attach_all(applicant, office):
    """Send each required document, and see it listed with its digest."""
    for required in office.call.version.documents.filter(is_required=True):
        place = applicant.page.locator(f"#doc-{required.code}")
        upload = pdf_file(f"{required.code}.pdf")
        place.locator("input[type=file]").set_input_files(
            {"name": upload.name, "mimeType": "application/pdf", "buffer": upload.read()}
        )
        place.locator("button[type=submit]").last.click()
        expect(applicant.page.locator(f"#files-{required.code}")).to_contain_text(
            f"{required.code}.pdf"
        )
    applicant.look()


def follow(applicant, case):
    """See where the case stands, and whose move it is."""
    applicant.open("/area/").open(f"/pratiche/{case.pk}/").sees(case.number)


def examine(officer, case):
    """Take the case from the queue, look at it, propose the grant."""
    officer.open("/ufficio/?tab=nobody").sees(case.number)
    officer.press("Prendi in carico")
    officer.open(f"/ufficio/pratiche/{case.pk}/").sees(case.number)
    officer.open(f"/ufficio/pratiche/{case.pk}/atti/propose_admission/")
    officer.submit(officer.page.locator("main form button[type=submit]").last)
    assert RentContribution.objects.get(pk=case.pk).status == Status.ADMISSION_PROPOSED
    officer.open(f"/ufficio/pratiche/{case.pk}/concessione/").sees("Manca il CUP").follow(
        "Registra il CUP"
    )
    officer.fill({"cup": "J41B26000010005"}).press("Registra").sees("CUP J41B26000010005")


def decide(director, case):
    """Sign from the list of acts: the forecast first, then the job with its result."""
    director.open("/ufficio/decisioni/").sees(case.number)
    director.open(f"/ufficio/pratiche/{case.pk}/atti/grant/").sees("600,00")
    director.submit(director.page.locator("main form button[type=submit]").last)
    assert RentContribution.objects.get(pk=case.pk).status == Status.GRANTED


def export(accountant, folder):
    """See the balances, make the workbook, take it away."""
    accountant.open("/ufficio/fondi/").sees("59.400,00")
    accountant.open("/ufficio/fondi/COW-SPORT/")
    accountant.open("/ufficio/estrazioni/")
    accountant.submit(accountant.page.locator("main form button[type=submit]").last)
    work_off_jobs()
    accountant.open("/ufficio/estrazioni/")
    with accountant.page.expect_download() as download:
        accountant.page.get_by_role(
            "link", name=re.compile("Scarica|xlsx", re.IGNORECASE)
        ).first.click()
    path = folder / "estrazione.xlsx"
    download.value.save_as(path)
    book = load_workbook(path)
    assert any(cell.value == 600 for row in book.worksheets[0].iter_rows() for cell in row)

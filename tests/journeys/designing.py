"""COW-GRAD set up from blank in the designer: subjects, questions, criteria, order, publication."""

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from calls.models import Call, State
from grants.models import RentContribution

CODE = "COW-GRAD"
SAVE = "form:has(input[name=seen]) button[type=submit]"
CRITERIA = (
    ("Progetto d'attività", "30"),
    ("Rete e collaborazioni attese", "25"),
    ("Ricadute sul territorio", "25"),
    ("Giovani e donne", "20"),
)
PREMIUMS = (
    ("Rating di legalità", "legality_rating"),
    ("Certificazione della parità di genere", "gender_certificate"),
)


def set_up(owner, office, endowment: str) -> None:
    """Fill in every subject of the designer, until nothing is missing."""
    begin(owner, office)
    general(owner, office)
    terms_and_money(owner, endowment)
    questions(owner)
    usual(owner)
    scores(owner)
    order(owner)
    owner.open(f"/ufficio/bandi/{CODE}/").sees("Non manca nulla")


def save(person, typed):
    """Fill the form of a subject or row in, and save it."""
    person.fill(typed)
    person.submit(person.page.locator(SAVE).first)
    expect(person.page.locator(".ui-error-summary")).to_have_count(0)


def subject(person, slug, typed):
    save(person.open(f"/ufficio/bandi/{CODE}/imposta/{slug}/"), typed)


def begin(owner, office):
    owner.open("/ufficio/bandi/nuovo/").fill(
        {
            "code": CODE,
            "title_it": "Contributi per postazioni e servizi di coworking (a graduatoria)",
            "kind": "rent_contribution",
            "procedure": "ranking",
            "programme": str(office.call.programme_id),
            "owner": str(office.chamber.pk),
            "manager": str(office.agency.pk),
        }
    )
    owner.submit(owner.page.locator("main form button[type=submit]").last)
    expect(owner.page).to_have_url(re.compile(f"/ufficio/bandi/{CODE}/"))


def general(owner, office):
    subject(
        owner,
        "generale",
        {
            "axis": "Crescere insieme",
            "regime": "code",
            "purpose_it": "Una scrivania per chi comincia, in uno spazio che ha già la sua rete.",
            "procedure_owner": str(office.procedure_owner.pk),
            "substitute": str(office.director.pk),
            "criteria_act": "Determinazione n. 41/2026",
            "budget_line": "Capitolo U.1.04.03.99.999",
            "aid_code": "CAR-1002",
        },
    )


def terms_and_money(owner, endowment):
    now = timezone.localtime().replace(hour=12, minute=0)
    subject(
        owner,
        "termini",
        {
            "opens_at": f"{now - timedelta(days=2):%Y-%m-%dT%H:%M}",
            "closes_at": f"{now + timedelta(days=60):%Y-%m-%dT%H:%M}",
            "conclusion_days": "90",
            "integration_days": "10",
            "observation_days": "10",
            "observation_pause_days": "10",
            "acceptance_days": "15",
            "partial_acceptance_days": "10",
            "report_days": "60",
        },
    )
    subject(owner, "risorse", {"endowment": endowment, "aid_regime": "2023/2831"})
    subject(
        owner,
        "requisiti",
        {
            "age_from": "18",
            "age_to": "64",
            "province": "MN",
            "one_per_applicant": "on",
            "vat_opening_days": "90",
            "project_characters_from": "300",
            "project_characters_to": "4000",
        },
    )
    owner.open(f"/ufficio/bandi/{CODE}/imposta/spesa/")
    tick_all(owner, "kinds_of_spend")
    save(
        owner,
        {
            "rate_percent": "40",
            "ceiling": "2.000,00",
            "minimum_spend": "1.500,00",
            "period_months_from": "3",
            "period_months_to": "12",
            "price_list_tolerance_percent": "10",
            "quote_max_age_days": "60",
            "minimum_realised_percent": "60",
            "cap_per_enterprise_across_calls": "8.000,00",
            "withholding": "on",
        },
    )


def tick_all(person, name):
    for field in person.page.locator(f"[name='{name}']").all():
        if not field.is_checked():
            person.page.locator(f"label[for='{field.get_attribute('id')}']").first.click()


def questions(owner):
    """Ask how applicants heard of the call, from whom where it matters, and half of the spend."""
    question(
        owner,
        "choice",
        "Come ci hai conosciuto?",
        {"options": "Dal sito\nDai giornali\nAltro", "is_required": "on"},
    )
    question(
        owner,
        "text",
        "Da chi?",
        {
            "is_required": "on",
            "if-0-question": "come_ci_hai_conosciuto",
            "if-0-operator": "is",
            "if-0-value": "Altro",
        },
    )
    question(owner, "computed", "Metà della spesa", {"formula": "spesa / 2", "is_money": "on"})


def question(owner, kind, title, typed):
    owner.open(f"/ufficio/bandi/{CODE}/domande/nuova/").fill({"kind": kind, "title_it": title})
    owner.submit(owner.page.locator("main form button[type=submit]").last)
    save(owner, typed)


def usual(owner):
    """Take what the office usually asks for and writes."""
    for slug in ("documenti", "dichiarazioni", "premialita", "testi"):
        owner.open(f"/ufficio/bandi/{CODE}/imposta/{slug}/")
        owner.submit(owner.page.locator("form[action$='consueti/'] button"))


def scores(owner):
    for title, weight in CRITERIA:
        owner.open(f"/ufficio/bandi/{CODE}/imposta/criteri/criteria/nuova/")
        guidance = "Pochi punti a un'idea, la metà a un piano, tutti a un piano con i suoi numeri."
        save(owner, {"title_it": title, "weight": weight, "guidance_it": guidance})
    subject(owner, "criteri", {"threshold_total": "60", "score_total": "100"})
    for title, kind in PREMIUMS:
        owner.open(f"/ufficio/bandi/{CODE}/imposta/premialita/premiums/nuova/")
        save(owner, {"title_it": title, "kind": kind, "system": "higher_aid", "amount": "100,00"})
    because = "Il contributo copre una scrivania: le altre premialità non sono congrue."
    subject(owner, "premialita", {"premiums_left_out_because": because})


def order(owner):
    subject(
        owner,
        "graduatoria",
        {
            "allocation": "score",
            "last_place": "partial",
            "ranking_validity_months": "12",
            "tie-0": "criterion:1",
            "tie-1": "premium_holder",
            "tie-2": "earlier_filing",
            "tie-3": "public_draw",
        },
    )


def look_at_it(owner):
    """See the form as an applicant does, try the call with invented people, read its text."""
    owner.open(f"/ufficio/bandi/{CODE}/").follow("Vedilo come")
    owner.sees("Stai provando il modulo")
    owner.open(f"/ufficio/bandi/{CODE}/prova/pagina/domande/").sees("Come ci hai conosciuto?")
    owner.open(f"/ufficio/bandi/{CODE}/collaudo/").sees("PROVA-0")
    owner.open(f"/ufficio/bandi/{CODE}/testo/").sees("Art. 13")
    assert RentContribution.objects.count() == 0


def publish(owner):
    owner.open(f"/ufficio/bandi/{CODE}/atti/publish/")
    owner.submit(owner.page.locator(SAVE).first)
    call = Call.objects.get(code=CODE)
    assert (call.state, call.version.frozen_at is not None) == (State.OPEN, True)

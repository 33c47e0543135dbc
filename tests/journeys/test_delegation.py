"""A draft goes to a consultant and back, on the phone: the applicant is asked, delegates, and sends."""

import os
from dataclasses import asdict
from datetime import timedelta

import pytest

from grants.models import RentContribution, Status
from parties import moment
from parties.services import record_person
from tests.grants import typed
from tests.office import make_user, person
from workflows.models import HistoryEntry
from workflows.services.integrations import Asked
from workflows.tasks import perform


@pytest.mark.parametrize("size", ["phone"])
def test_draft_is_filled_in_by_a_consultant_and_sent_by_the_applicant(walker, staffed):
    draft = typed.draft(staffed)
    owner, consultant = draft.opened_by, make_user("consulente@example.org")
    asked = _asked(staffed, owner)

    applicant = walker().sign_in(owner)
    applicant.open("/area/").sees("Bozze da finire").sees(asked.number)
    _picture(applicant, "desk")
    applicant.open(f"/domande/{draft.pk}/riepilogo/")
    applicant.follow("Falla compilare a un consulente")
    day = (moment.today() + timedelta(days=30)).strftime("%d/%m/%Y")
    applicant.fill({"email": consultant.email, "level": "fill", "valid_to": day, "agrees": "on"})
    _picture(applicant, "new")
    applicant.press("Conferisci la delega").sees("attende risposta")

    helper = walker().sign_in(consultant)
    helper.open("/area/").sees("Una delega attende la tua risposta")
    helper.follow("Rispondi").press("Accetta").sees("La bozza è nelle tue mani")
    _picture(helper, "delegation")
    helper.open(f"/domande/{draft.pk}/progetto/").sees("Compili per")
    helper.fill({"network": "Rete scritta dal consulente con gli altri dello spazio."})
    helper.press("Avanti")
    applicant.open(f"/domande/{draft.pk}/riepilogo/").sees("La bozza è nelle mani di")
    _picture(applicant, "held")
    helper.open(f"/domande/{draft.pk}/riepilogo/").follow("Restituisci la bozza")
    helper.fill({"note": "Pronta: controllala."}).press("Restituisci la bozza")

    applicant.open(f"/domande/{draft.pk}/riepilogo/").sees("Rete scritta dal consulente")
    applicant.press("Invia la domanda").sees("Domanda inviata")
    assert RentContribution.objects.get(pk=draft.pk).status == Status.SUBMITTED
    told = HistoryEntry.objects.filter(case_id=draft.pk).order_by("position")
    assert list(told.values_list("name", "by__email")) == [
        ("give_delegation", owner.email),
        ("accept_delegation", consultant.email),
        ("hand_draft_back", consultant.email),
        ("submit", owner.email),
    ]
    for name, path in (
        ("case", f"/pratiche/{draft.pk}/"),
        ("list", "/area/deleghe/?lato=date"),
        ("mail", "/area/messaggi/"),
    ):
        _picture(applicant.open(path), name)


def _asked(office, owner):
    """Return a case that a colleague filed for the same person, in which something is asked of them."""
    case = perform(office.file(office.applicant()), "start_examination", by=office.officer)
    one = record_person(owner, **asdict(person(office.applicants.index(owner) + 1)))
    RentContribution.objects.filter(pk=case.pk).update(applicant=one)
    items = [Asked("document", "quote", "Preventivo", "Manca la data.")]
    case = RentContribution.objects.get(pk=case.pk)
    return perform(case, "request_integration", by=office.officer, items=items, reason="Manca.")


def _picture(walker, name: str) -> None:
    """Keep a picture of the page where a folder for pictures is named, at both widths."""
    folder = os.environ.get("JOURNEY_PICTURES")
    if folder:
        for width in (390, 1280):
            walker.page.set_viewport_size({"width": width, "height": 844})
            walker.page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
        walker.page.set_viewport_size({"width": 390, "height": 844})

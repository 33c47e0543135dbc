"""Offers, internships, candidacies and spaces of the office that the table of rights looks at."""

from datetime import timedelta

from coworking_registry.models import SpaceApplication
from internships.models import Candidacy, HostOffer, Internship
from internships.rules.start import Actor
from parties import moment
from tests.coworking_registry import applying as listing
from tests.internships import applying, offering, placing
from tests.office import Office
from workflows.services.integrations import Asked
from workflows.tasks import perform


def offers(office: Office) -> dict[str, HostOffer]:
    """Return offers of hosts, each of another firm, by what they wait for."""
    call = offering.open_call(office)
    asked, noticed = (offering.examined(office, call, host) for host in ("Prima srl", "Terza srl"))
    item = Asked("field", "activities", "Attività", "Vanno descritte meglio.")
    perform(asked, "request_integration", by=office.officer, items=[item], reason="Chiarezza.")
    grounds = [("R-HOS-05", "Un licenziamento recente.")]
    perform(noticed, "give_refusal_notice", by=office.officer, grounds=grounds)
    return {
        "offer_draft": offering.draft(office, call),
        "offer_submitted": offering.file(office, call, "Seconda srl"),
        "offer_asked": asked,
        "offer_noticed": noticed,
        "offer_published": offering.published(office, call, "Quarta srl"),
    }


def internship(office: Office, offer: HostOffer) -> Internship:
    """Return an internship whose agreement the host has signed."""
    case = placing.convention_sent(office, placing.opened(office, offer))
    return placing.sign(office, case, "convention", Actor.HOST)


def candidacies(office: Office, offer: HostOffer) -> dict[str, Candidacy]:
    """Return candidacies by what they wait for; the one in `proposed` has a place to answer."""
    call = offering.open_call(office)
    asked, noticed = (applying.examined(office, call, offer) for _case in range(2))
    item = Asked("document", "candidate_cv", "Curriculum", "Non si legge.")
    perform(asked, "request_integration", by=office.officer, items=[item], reason="Chiarezza.")
    grounds = [("R-REC-03", "La DID non risulta resa.")]
    perform(noticed, "give_refusal_notice", by=office.officer, grounds=grounds)
    return {
        "candidacy_draft": applying.draft(office, call),
        "candidacy_submitted": applying.file(office, call, offer),
        "candidacy_asked": asked,
        "candidacy_noticed": noticed,
        "candidacy_invited": applying.invited(office, call, offer),
    }


def spaces(office: Office) -> dict[str, SpaceApplication]:
    """Return applications for the register, each of another space, by what they wait for."""
    call = listing.open_call(office)
    asked, noticed = (listing.examined(office, call, name) for name in ("Prima", "Terza"))
    item = Asked("field", "surface", "Superficie", "Non torna con la planimetria.")
    perform(asked, "request_integration", by=office.officer, items=[item], reason="Chiarezza.")
    grounds = [("SPA-11", "L'accesso ha un gradino.")]
    perform(noticed, "give_refusal_notice", by=office.officer, grounds=grounds)
    listed = listing.listed(office, call, "Quarta")
    soon = moment.today() + timedelta(days=30)
    SpaceApplication.objects.filter(pk=listed.pk).update(entry_ends=soon)
    heard = perform(
        listing.listed(office, call, "Sesta"),
        "start_removal",
        by=office.director,
        grounds=["Lo spazio è chiuso negli orari esposti."],
    )
    planned = perform(
        listing.examined(office, call, "Quinta"),
        "plan_inspection",
        by=office.officer,
        starts_at=moment.now() + timedelta(days=2),
        officials="Davide Prova",
    )
    return {
        "space_draft": listing.draft(office, call),
        "space_submitted": listing.file(office, call, "Seconda"),
        "space_asked": asked,
        "space_noticed": noticed,
        "space_listed": listed,
        "space_planned": planned,
        "space_heard": heard,
    }

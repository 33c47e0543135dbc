"""Addresses of this room."""

from django.urls import path

from internships.views import (
    candidate_answers,
    candidate_form,
    interviews,
    offer_answers,
    offer_form,
    opening,
    pairing,
    placements,
    public,
)
from internships.views.candidate_written import CANDIDACY
from internships.views.written import OFFER
from workflows.written.paths import written_paths

INTERNSHIP = "tirocinio/<int:pk>/"
CANDIDACIES = "candidature/<int:pk>/"

app_name = "internships"
urlpatterns = [
    path("tirocini/", public.offer_list, name="offers"),
    path("tirocini/<str:number>/", public.offer_page, name="offer"),
    path("bandi/<slug:code>/offerta/", offer_form.start, name="offer_start"),
    path("offerte/<int:pk>/ritiro/", offer_answers.withdraw, name="offer_withdraw"),
    path("offerte/<int:pk>/apri-tirocinio/", opening.open_page, name="internship_open"),
    path("bandi/<slug:code>/candidatura/", candidate_form.start, name="candidacy_start"),
    path(f"{CANDIDACIES}ritiro/", candidate_answers.withdraw, name="candidacy_withdraw"),
    path(f"{CANDIDACIES}colloquio/", candidate_answers.interview, name="candidacy_interview"),
    path(f"{CANDIDACIES}colloquio.ics", candidate_answers.calendar, name="candidacy_calendar"),
    path(f"{CANDIDACIES}proposta/", candidate_answers.proposal, name="candidacy_proposal"),
    path("ufficio/colloqui/<slug:code>/", interviews.interviews, name="interviews"),
    path(
        "ufficio/colloqui/<slug:code>/<int:slot>/togli/",
        interviews.remove_slot,
        name="remove_slot",
    ),
    path("ufficio/abbinamenti/<slug:code>/", pairing.pairings, name="pairings"),
    path("ufficio/abbinamenti/<slug:code>/nuovo/", pairing.make, name="make_pairing"),
    path("ufficio/abbinamenti/<slug:code>/<int:number>/", pairing.pairing, name="pairing"),
    *written_paths(CANDIDACY, CANDIDACIES, "candidacy_"),
    *written_paths(OFFER, "offerte/<int:pk>/", "offer_"),
    path("area-personale/tirocini/", placements.internship_list, name="internships"),
    path(INTERNSHIP, placements.internship_page, name="internship"),
    path(f"{INTERNSHIP}firma/<int:deed>/<str:actor>/", placements.sign, name="internship_sign"),
    path(f"{INTERNSHIP}assicurazione/", placements.cover, name="internship_cover"),
    path(f"{INTERNSHIP}sicurezza/", placements.safety, name="internship_safety"),
    path(f"{INTERNSHIP}minore/", placements.guardian, name="internship_guardian"),
    path(f"{INTERNSHIP}comunicazione/", placements.communication, name="internship_communication"),
    path(f"{INTERNSHIP}inizio/", placements.begin, name="internship_begin"),
    path(
        f"{INTERNSHIP}documento/<int:document>/",
        placements.document,
        name="internship_document",
    ),
]

"""Addresses of this room."""

from django.urls import path

from internships.views import (
    bans,
    candidate_answers,
    candidate_form,
    changes,
    chosen,
    figures,
    finishing,
    interviews,
    offer_answers,
    offer_form,
    opening,
    pairing,
    placements,
    public,
    register,
    register_office,
    sampling,
)
from internships.views.candidate_written import CANDIDACY
from internships.views.written import OFFER
from workflows.written.paths import written_paths

INTERNSHIP = "tirocinio/<int:pk>/"
CANDIDACIES = "candidature/<int:pk>/"
MONTH = f"{INTERNSHIP}registro/<int:number>/"

app_name = "internships"
urlpatterns = [
    path("tirocini/", public.offer_list, name="offers"),
    path("tirocini/<str:number>/", public.offer_page, name="offer"),
    path("bandi/<slug:code>/offerta/", offer_form.start, name="offer_start"),
    path("offerte/<int:pk>/ritiro/", offer_answers.withdraw, name="offer_withdraw"),
    path("offerte/<int:pk>/candidati/", chosen.candidates, name="offer_candidates"),
    path("offerte/<int:pk>/candidati/elenco/", chosen.name_list, name="offer_name_list"),
    path("offerte/<int:pk>/candidati/<int:candidacy>/", chosen.candidate, name="offer_candidate"),
    path(
        "offerte/<int:pk>/candidati/<int:candidacy>/curriculum/",
        chosen.candidate_cv,
        name="offer_candidate_cv",
    ),
    path("offerte/<int:pk>/apri-tirocinio/", opening.open_page, name="internship_open"),
    path("bandi/<slug:code>/candidatura/", candidate_form.start, name="candidacy_start"),
    path(f"{CANDIDACIES}ritiro/", candidate_answers.withdraw, name="candidacy_withdraw"),
    path(f"{CANDIDACIES}colloquio/", candidate_answers.interview, name="candidacy_interview"),
    path(f"{CANDIDACIES}colloquio.ics", candidate_answers.calendar, name="candidacy_calendar"),
    path(f"{CANDIDACIES}proposta/", candidate_answers.proposal, name="candidacy_proposal"),
    path("ufficio/colloqui/", interviews.selections, name="selections"),
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
    path(f"{INTERNSHIP}proroga/", changes.extension, name="internship_extension"),
    path(f"{INTERNSHIP}proroga/rifiuto/", changes.refusal, name="internship_extension_refusal"),
    path(f"{INTERNSHIP}variazione/", changes.variation, name="internship_variation"),
    path(f"{INTERNSHIP}interruzione/", changes.interruption, name="internship_interruption"),
    path(f"{INTERNSHIP}dossier/", finishing.dossier, name="internship_dossier"),
    path(f"{INTERNSHIP}relazione/", finishing.report, name="internship_report"),
    path(f"{INTERNSHIP}rimborso/", finishing.refund, name="internship_refund"),
    path(f"{INTERNSHIP}comunicazione/<slug:code>/", finishing.told, name="internship_told"),
    path(f"{INTERNSHIP}esito/<str:when>/", finishing.outcome, name="internship_outcome"),
    path("ufficio/tirocini/divieti/", bans.bans, name="bans"),
    path("ufficio/tirocini/campione/", sampling.sample, name="sample"),
    path("ufficio/tirocini/numeri/", figures.figures, name="figures"),
    path("ufficio/tirocini/esposizione/", figures.exposure, name="exposure"),
    path("ufficio/tirocini/registri/", register_office.months, name="months"),
    path(MONTH, register.month_page, name="month"),
    path(f"{MONTH}assenza/", register.absence_page, name="month_absence"),
    path(f"{MONTH}pagamento/", register.payment_page, name="month_payment"),
    path(f"{MONTH}atto/<slug:act>/", register.month_act, name="month_act"),
    path(f"{MONTH}giorno/<str:day>/", register.day_page, name="day"),
]

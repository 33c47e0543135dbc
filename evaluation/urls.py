"""Addresses of this room."""

from django.urls import path

from evaluation.views import (
    committee,
    mine,
    overview,
    papers,
    premiums,
    public,
    ranking,
    scoring,
    scroll,
    spread,
    whatif,
)

app_name = "evaluation"
CALL = "ufficio/valutazione/<slug:code>"
urlpatterns = [
    path("ufficio/valutazione/", overview.overview, name="overview"),
    path(f"{CALL}/", overview.call, name="call"),
    path(f"{CALL}/nomina/", committee.appoint, name="appoint"),
    path(f"{CALL}/sostituzione/", committee.substitute, name="substitute"),
    path(f"{CALL}/sedute/apri/", committee.begin_sitting, name="begin_sitting"),
    path(f"{CALL}/sedute/chiudi/", committee.close_sitting, name="close_sitting"),
    path(f"{CALL}/sedute/<int:number>/verbale/", papers.minutes, name="minutes"),
    path(f"{CALL}/schede/", spread.spread, name="spread"),
    path(f"{CALL}/schede/<int:pk>/riapri/", spread.reopen, name="reopen"),
    path(f"{CALL}/graduatoria/", ranking.ranking, name="ranking"),
    path(f"{CALL}/graduatoria/forma/", ranking.make, name="make_ranking"),
    path(f"{CALL}/graduatoria/simula/", whatif.what_if, name="what_if"),
    path(f"{CALL}/graduatoria/approva/", ranking.approve, name="approve"),
    path(f"{CALL}/graduatoria/pubblica/", ranking.publish, name="publish"),
    path(f"{CALL}/graduatoria/riprova/", ranking.apply_again, name="apply_again"),
    path(f"{CALL}/graduatoria/atti/<int:number>/", papers.act, name="ranking_paper"),
    path(f"{CALL}/scorrimento/", scroll.scroll, name="scroll"),
    path(f"{CALL}/rifinanziamento/", scroll.refinance, name="refinance"),
    path("ufficio/pratiche/<int:pk>/premialita/", premiums.check, name="premiums"),
    path("commissione/", mine.my_files, name="my_files"),
    path("commissione/<slug:code>/dichiarazione/", mine.declare, name="declare"),
    path("commissione/domande/<int:pk>/", scoring.sheet, name="sheet"),
    path("commissione/schede/<int:pk>/salva/", scoring.autosave, name="autosave"),
    path(
        "commissione/domande/<int:pk>/documenti/<int:document>/",
        scoring.document,
        name="document",
    ),
    path("bandi/<slug:code>/graduatoria/", public.published, name="published"),
    path(
        "bandi/<slug:code>/graduatoria/atti/<int:number>/",
        papers.published_act,
        name="published_act",
    ),
]

"""Addresses of this room."""

from django.urls import path

from grants.views import (
    answers,
    application,
    memories,
    offers,
    review,
    saving,
    trial,
    trying,
    uploads,
    versions,
)

TRIAL = "ufficio/bandi/<slug:code>/prova/"

app_name = "grants"
urlpatterns = [
    path("bandi/<slug:code>/domanda/", application.start, name="start"),
    path("domande/<int:pk>/salva/", saving.autosave, name="autosave"),
    path("domande/<int:pk>/carica/<slug:requirement>/", uploads.upload, name="upload"),
    path("domande/<int:pk>/togli/<int:document>/", uploads.remove_document, name="remove_document"),
    path("domande/<int:pk>/versione/", versions.move_on, name="move_on"),
    path("domande/<int:pk>/riepilogo/", review.review, name="review"),
    path("domande/<int:pk>/invia/", review.submit, name="submit"),
    path("domande/<int:pk>/inviata/", review.sent, name="sent"),
    path("domande/<int:pk>/integrazione/", answers.integration, name="integration"),
    path("domande/<int:pk>/osservazioni/", answers.observations, name="observations"),
    path("domande/<int:pk>/memorie/", memories.memories, name="memories"),
    path("domande/<int:pk>/offerta/", offers.offer, name="offer"),
    path("domande/<int:pk>/ritiro/", offers.withdraw, name="withdraw"),
    path("domande/<int:pk>/rinuncia/", offers.waive, name="waive"),
    path("domande/<int:pk>/<slug:slug>/", application.page, name="page"),
    path(TRIAL, trying.start, name="try_start"),
    path(f"{TRIAL}riepilogo/", trying.review, name="try_review"),
    path(f"{TRIAL}invia/", trying.submit, name="try_submit"),
    path(f"{TRIAL}salva/", trying.autosave, name="try_autosave"),
    path(f"{TRIAL}carica/<slug:requirement>/", trying.upload, name="try_upload"),
    path(f"{TRIAL}togli/<int:document>/", trying.remove_document, name="try_remove_document"),
    path("ufficio/bandi/<slug:code>/collaudo/", trial.trial_run, name="trial"),
    path(f"{TRIAL}pagina/<slug:slug>/", trying.page, name="try_page"),
]

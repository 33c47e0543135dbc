"""Addresses of this room."""

from django.urls import path

from internships.views import offer_answers, offer_form, offer_papers, offer_review, public

OFFER = "offerte/<int:pk>/"

app_name = "internships"
urlpatterns = [
    path("tirocini/", public.offer_list, name="offers"),
    path("tirocini/<str:number>/", public.offer_page, name="offer"),
    path("bandi/<slug:code>/offerta/", offer_form.start, name="offer_start"),
    path(f"{OFFER}salva/", offer_form.autosave, name="offer_autosave"),
    path(f"{OFFER}carica/<slug:requirement>/", offer_papers.upload, name="offer_upload"),
    path(
        f"{OFFER}togli/<int:document>/", offer_papers.remove_document, name="offer_remove_document"
    ),
    path(f"{OFFER}riepilogo/", offer_review.review, name="offer_review"),
    path(f"{OFFER}invia/", offer_review.submit, name="offer_submit"),
    path(f"{OFFER}inviata/", offer_review.sent, name="offer_sent"),
    path(f"{OFFER}integrazione/", offer_answers.integration, name="offer_integration"),
    path(f"{OFFER}osservazioni/", offer_answers.observations, name="offer_observations"),
    path(f"{OFFER}ritiro/", offer_answers.withdraw, name="offer_withdraw"),
    path(f"{OFFER}<slug:slug>/", offer_form.page, name="offer_page"),
]

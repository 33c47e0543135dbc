"""Addresses of this room."""

from django.urls import path

from internships.views import offer_answers, offer_form, public
from internships.views.written import OFFER
from workflows.written.paths import written_paths

app_name = "internships"
urlpatterns = [
    path("tirocini/", public.offer_list, name="offers"),
    path("tirocini/<str:number>/", public.offer_page, name="offer"),
    path("bandi/<slug:code>/offerta/", offer_form.start, name="offer_start"),
    path("offerte/<int:pk>/ritiro/", offer_answers.withdraw, name="offer_withdraw"),
    *written_paths(OFFER, "offerte/<int:pk>/", "offer_"),
]
